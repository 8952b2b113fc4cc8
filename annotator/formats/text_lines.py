"""The lines of text files of any size, for formats of lines."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from annotator.formats.format import Source
from annotator.model.message import AnnotatorError

LONGEST = 64 << 20
"""Bytes that one line, or one article, may have."""

_BOM = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PEEK = 4096
_CHUNK = 1 << 20


class Line(NamedTuple):
    """A line without its end, and its number, from 1."""

    text: str
    number: int


def text_lines(source: Source) -> Iterator[Line | AnnotatorError]:
    """Yield the lines of a UTF-8 file, which end in LF or CRLF; a byte order mark is left out.

    A line that is too long, not UTF-8, or has a NUL is given as an error, and the rest goes on.
    Raises OSError.
    """
    with source.path.open("rb") as file:
        if refused := no_text(file.read(_PEEK), source.where):
            yield refused
            return
        file.seek(0)
        for number, data in enumerate(raw_lines(file), 1):
            yield _line(data, number, f"{source.where}:{number}")


def no_text(head: bytes, where: str) -> AnnotatorError | None:
    """Return why a file that begins with `head` has no lines to read, or None."""
    if head.startswith(_UTF16_MARKS):
        return AnnotatorError("The text is UTF-16, not UTF-8: save it as UTF-8.", where=where)
    if b"\0" in head[:_PEEK]:
        return AnnotatorError("This is no text, but a binary file.", where=where)
    if not head:
        return AnnotatorError("The file is empty: there is nothing in it.", where=where)
    return None


def raw_lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of `file`, without its byte order mark; of one too long, enough to tell."""
    mark = _BOM
    while line := file.readline(LONGEST + 1):
        yield line.removeprefix(mark)
        mark = b""
        too_long = len(line) > LONGEST
        while too_long and line and not line.endswith(b"\n"):
            line = file.readline(_CHUNK)


def decoded(data: bytes | bytearray, where: str) -> str:
    """Return a line, or an item, as text; raises AnnotatorError if it is too long or not UTF-8."""
    refuse_long(data, where)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise not_utf8(error, where) from error


def refuse_long(data: bytes | bytearray, where: str) -> None:
    """Raise AnnotatorError if a line, or an item, is too long."""
    if len(data) > LONGEST:
        raise AnnotatorError(
            "One line or item has more than {0} MB: split the article.", LONGEST >> 20, where=where
        )


def not_utf8(error: UnicodeDecodeError, where: str) -> AnnotatorError:
    """Return what is wrong with a line, or an item, that can't be decoded."""
    return AnnotatorError(
        "Byte {0} from here is 0x{1}, which is not UTF-8: save the file as UTF-8.",
        error.start, f"{error.object[error.start]:02X}", where=where,
    )  # fmt: skip


def _line(data: bytes, number: int, where: str) -> Line | AnnotatorError:
    try:
        text = decoded(data, where)
    except AnnotatorError as error:
        return error
    if "\0" in text:
        return AnnotatorError("The line has a NUL: remove it.", where=where)
    return Line(text.removesuffix("\n").removesuffix("\r"), number)
