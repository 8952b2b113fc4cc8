"""How brat files are found to count offsets, besides in code points of the text as it stands."""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import NamedTuple

import regex

CRLF, BOM, LF, UTF16, BYTES, NFC, NFD = "crlf", "bom", "lf", "utf-16", "bytes", "nfc", "nfd"
"""A line end CR LF is one; the byte order mark is none; a line end LF is two; UTF-16 units; bytes
of UTF-8; characters of the text composed, and decomposed."""

KEPT = frozenset([CRLF, BOM])
"""The ways to count that tools which read text as Python does have: a file is written so again."""

_LONGEST = 2_000_000
"""Characters of a text for which other ways than the kept ones are tried."""

_PIECE = regex.compile(r"[^\x00-\x7f]\p{M}*|[!-~]\p{M}+")
_NORMAL_PIECE = regex.compile(rf"\s+|{_PIECE.pattern}")


class Unit(NamedTuple):
    """A piece of text, from the code point `start` on, that counts another number than it has."""

    start: int
    length: int
    counted: int


class Ruler:
    """Converts offsets between code points of one text and another way to count, called `name`."""

    def __init__(self, name: str = "", units: Iterable[Unit] = ()) -> None:
        self.name = name
        self._units: list[Unit] = sorted(units)
        self._starts: list[int] = [unit.start for unit in self._units]
        self._counted_starts: list[int] = []
        shift = 0
        for unit in self._units:
            self._counted_starts.append(unit.start + shift)
            shift += unit.counted - unit.length

    def to_code_points(self, offset: int) -> int | None:
        """Return the code point offset, or None where `offset` lies inside a piece of text."""
        at = bisect_right(self._counted_starts, offset) - 1
        if at < 0:
            return offset
        unit, inside = self._units[at], offset - self._counted_starts[at]
        if inside >= unit.counted:
            return unit.start + unit.length + inside - unit.counted
        return unit.start if inside == 0 else None

    def from_code_points(self, offset: int) -> int:
        """Return the offset as this ruler counts; inside a piece of text: that of its start."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        unit, inside = self._units[at], offset - self._starts[at]
        after = max(0, inside - unit.length + unit.counted)
        return self._counted_starts[at] + (after if inside >= unit.length else 0)


def ruler_named(name: str, text: str) -> Ruler:
    """Return the ruler for `text` that counts as `name` says: some of the names here, with `+`."""
    wanted = name.split("+")
    finders = (find for each, find in _FINDERS.items() if each in wanted)
    units = {unit.start: unit for find in finders for unit in find(text)}
    return Ruler(name, units.values())


def other_rulers(text: str) -> Iterator[Ruler]:
    """Yield a ruler for each way to count, or two at once, by which offsets in `text` differ."""
    others = (UTF16, NFC, NFD, BYTES) if len(text) <= _LONGEST and not text.isascii() else ()
    differing = ["", *(name for name in others if any(_FINDERS[name](text)))]
    ends = [("", name) for name in (CRLF, LF, BOM) if any(_FINDERS[name](text))]
    for other, *names in product(differing, *ends):
        if name := "+".join(each for each in (*names, other) if each):
            yield ruler_named(name, text)


def normal(text: str) -> tuple[str, Ruler]:
    """Return `text` composed, every run of white space as one space, and the ruler of that."""
    pieces: list[str] = []
    units: list[Unit] = []
    end = 0
    for match in _NORMAL_PIECE.finditer(text):
        piece = match[0]
        plain = " " if piece[0].isspace() else unicodedata.normalize("NFC", piece)
        pieces += (text[end : match.start()], plain)
        end = match.end()
        if len(plain) != len(piece):
            units.append(Unit(match.start(), len(piece), len(plain)))
    pieces.append(text[end:])
    return "".join(pieces), Ruler("normal", units)


def _line_ends(text: str) -> Iterator[Unit]:
    return (Unit(match.start(), 2, 1) for match in regex.finditer("\r\n", text))


def _bare_line_ends(text: str) -> Iterator[Unit]:
    return (Unit(match.start(), 1, 2) for match in regex.finditer(r"(?<!\r)\n", text))


def _mark(text: str) -> Iterator[Unit]:
    if text.startswith("\ufeff"):
        yield Unit(0, 1, 0)


def _pieces(
    pattern: "regex.Pattern[str]", count: Callable[[str], int]
) -> Callable[[str], Iterator[Unit]]:
    def find(text: str) -> Iterator[Unit]:
        for match in pattern.finditer(text):
            counted = count(match[0])
            if counted != len(match[0]):
                yield Unit(match.start(), len(match[0]), counted)

    return find


_FINDERS: dict[str, Callable[[str], Iterator[Unit]]] = {
    UTF16: _pieces(regex.compile(r"[\U00010000-\U0010FFFF]"), lambda piece: 2),  # noqa: ARG005
    BYTES: _pieces(regex.compile(r"[^\x00-\x7f]"), lambda piece: len(piece.encode())),
    NFC: _pieces(_PIECE, lambda piece: len(unicodedata.normalize("NFC", piece))),
    NFD: _pieces(_PIECE, lambda piece: len(unicodedata.normalize("NFD", piece))),
    CRLF: _line_ends,
    LF: _bare_line_ends,
    BOM: _mark,
}
