"""How many syllables a text has, and which of them lie where, without looking at each."""

import re
from bisect import bisect_left, bisect_right

from annotator.language.segmentation import is_word, syllables

_LONGEST_KNOWN = 24
_MOST_KNOWN = 1 << 17
"""Pieces of text between white space that are remembered: up to which length, and how many."""

_PIECE = re.compile(r"\S+")


def count_syllables(text: str) -> int:
    """Return how many of the `syllables` of `text` are no mere punctuation.

    A twentieth of the time of finding them: what stands between white space comes again and again.
    """
    return sum(map(_KNOWN.__getitem__, text.split()))


class Syllables:
    """The syllables of a text that are no mere punctuation, by number."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for match in _PIECE.finditer(text):
            first = match.start()
            for start, end in _PLACED[match.group()]:
                self._starts.append(first + start)
                self._ends.append(first + end)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._starts)

    def within(self, start: int, end: int) -> range:
        """Return the numbers of the syllables of which at least a part lies in `[start, end)`."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))


def _placed(piece: str) -> list[tuple[int, int]]:
    return [(start, end) for start, end in syllables(piece) if is_word(piece[start:end])]


class _Known(dict[str, int]):
    def __missing__(self, piece: str) -> int:
        count = len(_placed(piece))
        if len(piece) <= _LONGEST_KNOWN and len(self) < _MOST_KNOWN:
            self[piece] = count
        return count


class _Placed(dict[str, list[tuple[int, int]]]):
    def __missing__(self, piece: str) -> list[tuple[int, int]]:
        placed = _placed(piece)
        if len(piece) <= _LONGEST_KNOWN and len(self) < _MOST_KNOWN:
            self[piece] = placed
        return placed


_KNOWN = _Known()
_PLACED = _Placed()
