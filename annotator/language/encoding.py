"""Bytes of a file as text, exactly: the text encoded again is the bytes."""

from annotator.model.message import AnnotatorError

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class EncodingError(AnnotatorError):
    """Bytes that are not text in UTF-8."""


def decode(data: bytes, where: str = "") -> str:
    """Return `data` as text, a byte order mark kept as U+FEFF.

    Raises EncodingError, naming the byte and its line, where `data` is empty, binary (has a NUL) or
    not UTF-8.
    """
    if not data:
        raise EncodingError("The file is empty: there is nothing to annotate.", where=where)
    if data.startswith(_UTF16_MARKS):
        raise EncodingError("The text is UTF-16, not UTF-8: save it as UTF-8.", where=where)
    nul = data.find(b"\0")
    if nul >= 0:
        raise EncodingError(
            "Byte {0} (line {1}) is NUL, so this is no text: choose the text itself, "
            "saved as UTF-8.",
            nul, data.count(b"\n", 0, nul) + 1, where=where,
        )  # fmt: skip
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncodingError(
            "Byte {0} (line {1}) is 0x{2}, which is not UTF-8: save the text as UTF-8.",
            error.start, data.count(b"\n", 0, error.start) + 1, f"{data[error.start]:02X}",
            where=where,
        ) from error  # fmt: skip
