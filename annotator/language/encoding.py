"""Bytes of a file as text: which encoding they are in, for certain, and what they say in it.

UTF-8 is what is expected: such text, encoded again, is the bytes. UTF-16 is known by its byte order
mark. The older encodings of Vietnamese are told apart by reading the bytes in each of them: in the
right one nearly every word with diacritics is a syllable, in another one hardly any. General
detectors were tried and name western encodings for these, and the wrong one for those.
"""

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

import regex

from annotator.language.legacy_encodings import (
    Decoded,
    decode_tcvn3,
    decode_tcvn5712,
    decode_viscii,
    decode_vni,
    decode_vps,
    decode_windows_1258,
)
from annotator.language.syllable_forms import is_syllable
from annotator.model.message import AnnotatorError, Remark


class Encoding(StrEnum):
    """The encodings text is read in, by the names people know them under."""

    UTF_8 = "UTF-8"
    UTF_16LE = "UTF-16LE"
    UTF_16BE = "UTF-16BE"
    WINDOWS_1258 = "Windows-1258"
    TCVN3 = "TCVN3"
    TCVN_5712 = "TCVN 5712"
    VISCII = "VISCII"
    VPS = "VPS"
    VNI = "VNI"


class EncodingError(AnnotatorError):
    """Bytes that are not text, or not for certain in any one encoding."""


_LEGACY: dict[Encoding, Callable[..., Decoded]] = {
    Encoding.WINDOWS_1258: decode_windows_1258,
    Encoding.TCVN3: decode_tcvn3,
    Encoding.TCVN_5712: decode_tcvn5712,
    Encoding.VISCII: decode_viscii,
    Encoding.VPS: decode_vps,
    Encoding.VNI: decode_vni,
}
_KIN = {Encoding.TCVN3, Encoding.TCVN_5712}
"""Two that have all small letters in common: where they differ, one word tells them apart."""

_UTF16_MARKS = {b"\xff\xfe": Encoding.UTF_16LE, b"\xfe\xff": Encoding.UTF_16BE}

_SAMPLE = 1 << 18
"""Bytes from the beginning, and as many from the end, that the older encodings are told by."""

_TELLING = re.compile(rb"[^\s]{0,20}[\x80-\x9f][^\s]{0,20}")
"""Words with the bytes that are rare, and mean the most different things."""

_MOST_BETWEEN = 2000
"""How many of those between the beginning and the end are looked at."""

_FEWEST = 4
"""Words with diacritics that a text must have for its encoding to be told."""

_MOST_WRONG = 0.1
"""The share of those words that may be no syllables: names, abbreviations, slips."""

_AHEAD = 0.2
"""The share of words by which any other encoding must be worse."""

_WORD = regex.compile(r"[^\s\x00-\x40\[-`{-\x7f\u00a0\u00ab\u00bb\u2000-\u206f]+")
_ABBREVIATION = regex.compile("[A-ZĐĂÂÊÔƠƯ]{1,8}")
_CAPITAL_INSIDE = regex.compile(r"\p{Ll}\p{Lu}")
_CONTROL = regex.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_WORDS_OF_ONE_LETTER = frozenset("àáảạêôồổơờởớừứủúýỷ")


def detect(data: bytes, where: str = "") -> Encoding:
    """Return the encoding that `data` is in; raises EncodingError where none is certain.

    What is UTF-8 is taken for nothing else. Others than UTF-8 and UTF-16 are told by a sample:
    decoding all of `data` may still fail.
    """
    if data[:2] in _UTF16_MARKS:
        return _UTF16_MARKS[data[:2]]
    try:
        decode(data, where)
    except EncodingError as error:
        if not isinstance(error.__cause__, UnicodeDecodeError):
            raise
        if found := _legacy(_sample(data)):
            return found
        at = error.__cause__.start
        raise EncodingError(
            "Byte {0} (line {1}) is 0x{2}, which is not UTF-8, and of the older encodings of "
            "Vietnamese none is certain: save the text as UTF-8.",
            at, _line(data, at), f"{data[at]:02X}", where=where,
        ) from error  # fmt: skip
    return Encoding.UTF_8


def decode(data: bytes, where: str = "", encoding: Encoding = Encoding.UTF_8) -> str:
    """Return `data` as text.

    A byte order mark of UTF-8 is kept as U+FEFF, that of UTF-16 is no part of the text. Raises
    EncodingError, naming the byte and its line, where `data` is empty, binary (has a NUL) or not in
    `encoding`.
    """
    if not data:
        raise EncodingError("The file is empty: there is nothing to annotate.", where=where)
    match encoding:
        case Encoding.UTF_8:
            return _utf8(data, where)
        case Encoding.UTF_16LE | Encoding.UTF_16BE:
            return _utf16(data, where)
        case _:
            return _decoded(data, encoding, where)


def in_old_font(text: str) -> Encoding | None:
    """Return the older encoding whose letters `text` has, read as if they were western; or None.

    So are documents that were written in the fonts of that encoding: they show as Vietnamese in
    these fonts alone, and are `decode(text.encode("cp1252"), encoding=...)`.
    """
    try:
        data = text.encode("cp1252")
    except UnicodeEncodeError:
        return None
    found = None if data.isascii() else _legacy(_sample(data))
    with suppress(EncodingError):
        return found if found and decode(data, "", found) != text else None
    return None


def remark_on(encoding: str, where: str) -> Remark | None:
    """Return what a person must know of a text that was read in `encoding`; None for UTF-8."""
    if encoding == Encoding.UTF_8:
        return None
    return Remark(
        "The text is in {0}, not UTF-8, and was read so: see whether its letters are right.",
        encoding, where=where,
    )  # fmt: skip


def _utf8(data: bytes, where: str) -> str:
    if data[:2] in _UTF16_MARKS:
        raise EncodingError("The text is UTF-16, not UTF-8: save it as UTF-8.", where=where)
    nul = data.find(b"\0")
    if nul >= 0:
        raise EncodingError(
            "Byte {0} (line {1}) is NUL, so this is no text: choose the text itself, "
            "saved as UTF-8.",
            nul, _line(data, nul), where=where,
        )  # fmt: skip
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncodingError(
            "Byte {0} (line {1}) is 0x{2}, which is not UTF-8: save the text as UTF-8.",
            error.start, _line(data, error.start), f"{data[error.start]:02X}", where=where,
        ) from error  # fmt: skip


def _utf16(data: bytes, where: str) -> str:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise EncodingError(
            "Byte {0} is not as UTF-16 has it: was the file cut off? Save the text as UTF-8.",
            error.start, where=where,
        ) from error  # fmt: skip
    if not text:
        raise EncodingError("The file is empty: there is nothing to annotate.", where=where)
    if "\0" in text:
        raise EncodingError("The text has a NUL: it is no text, or damaged.", where=where)
    return text


def _decoded(data: bytes, encoding: Encoding, where: str) -> str:
    try:
        text = _LEGACY[encoding](data).text
    except UnicodeDecodeError as error:
        raise _not_in(encoding, data, error.start, where) from error
    control = _CONTROL.search(text)
    if control:
        at = data.index(control[0].encode("latin-1"))
        raise _not_in(encoding, data, at, where)
    return text


def _not_in(encoding: Encoding, data: bytes, at: int, where: str) -> EncodingError:
    return EncodingError(
        "Most of the text is in {0}, but byte {1} (line {2}) is 0x{3}, which is none of it: save "
        "the text as UTF-8.",
        encoding.value, at, _line(data, at), f"{data[at]:02X}", where=where,
    )  # fmt: skip


def _line(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1


def _sample(data: bytes) -> bytes:
    """Return words of `data` enough to tell its encoding by: all, or from both ends and between."""
    if len(data) <= 2 * _SAMPLE:
        return data
    begin, end = data[:_SAMPLE].rpartition(b" ")[0], data[-_SAMPLE:].partition(b" ")[2]
    between = islice(_TELLING.finditer(data, _SAMPLE, len(data) - _SAMPLE), _MOST_BETWEEN)
    return b" ".join((begin, *(found[0] for found in between), end))


class _Reading(NamedTuple):
    """A text as one encoding reads it: how many words with diacritics it has, and wrong ones."""

    encoding: Encoding
    text: str
    words: int
    wrong: int


def _legacy(data: bytes) -> Encoding | None:
    """Return the one of the older encodings in which `data` is Vietnamese, or None."""
    readings = [_reading(data, each) for each in _LEGACY]
    best = min(readings, key=lambda each: each.wrong / max(1, each.words))
    if (
        best.words < _FEWEST
        or best.wrong > _MOST_WRONG * best.words
        or any(_rivals(best, each) for each in readings)
    ):
        return None
    return best.encoding


def _rivals(best: _Reading, other: _Reading) -> bool:
    """Return whether `other`, which says something else, may be what was meant."""
    if other.text == best.text:
        return False
    kin = {best.encoding, other.encoding} == _KIN
    ahead = 1 if kin else max(2, _AHEAD * best.words)
    return other.wrong < best.wrong + ahead


def _reading(data: bytes, encoding: Encoding) -> _Reading:
    text, strays = _LEGACY[encoding](data, "replace")
    strays += sum(1 for _ in _CONTROL.finditer(text))
    composed = unicodedata.normalize("NFC", text)
    words = [word for word in _WORD.findall(composed) if not word.isascii()]
    wrong = [word for word in words if not _is_word(word)]
    abbreviations = sum(1 for word in wrong if _ABBREVIATION.fullmatch(word))
    total = len(words) - abbreviations + strays
    return _Reading(encoding, text, total, len(wrong) - abbreviations + strays)


def _is_word(word: str) -> bool:
    if len(word) == 1:
        return word.lower() in _WORDS_OF_ONE_LETTER
    return is_syllable(word) and not _CAPITAL_INSIDE.search(word)
