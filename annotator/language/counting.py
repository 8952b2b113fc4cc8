"""How many syllables a text has, without finding out where each of them stands."""

from annotator.language.segmentation import is_word, syllables

_LONGEST_KNOWN = 24
_MOST_KNOWN = 1 << 17
"""Pieces of text between white space whose counts are kept: up to which length, and how many."""


def count_syllables(text: str) -> int:
    """Return how many of the `syllables` of `text` are no mere punctuation.

    A twentieth of the time of finding them: what stands between white space comes again and again.
    """
    return sum(map(_KNOWN.__getitem__, text.split()))


class _Known(dict[str, int]):
    def __missing__(self, piece: str) -> int:
        count = sum(is_word(piece[start:end]) for start, end in syllables(piece))
        if len(piece) <= _LONGEST_KNOWN and len(self) < _MOST_KNOWN:
            self[piece] = count
        return count


_KNOWN = _Known()
