"""Code points, UTF-16 units and grapheme clusters: the one place that converts offsets."""

import re
from bisect import bisect_right

from annotator.expressions import expression
from annotator.model.annotation import Fragment

_GRAPHEME = expression(r"\X")
_ASTRAL = re.compile(r"[\U00010000-\U0010FFFF]")


class Utf16Offsets:
    """Converts offsets into one text between code points and UTF-16 units (Qt, web tools).

    Costs nothing where the text has no character outside the Basic Multilingual Plane, else a
    search among those characters.
    """

    def __init__(self, text: str) -> None:
        # Three times as quick as to look for what is nearly never there.
        bare = len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
        self._astral = [] if bare else [match.start() for match in _ASTRAL.finditer(text)]
        self._astral_units = [at + n for n, at in enumerate(self._astral)]

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 offset of the code point offset `offset`."""
        return offset + bisect_right(self._astral, offset - 1) if self._astral else offset

    def from_utf16(self, units: int) -> int:
        """Return the code point offset of `units`; inside a surrogate pair: of the pair's start."""
        before = bisect_right(self._astral_units, units - 1)
        return units - before


class GraphemeOffsets:
    """Converts offsets into one text between code points and grapheme clusters.

    Clusters are those of Unicode Standard Annex 29, extended.
    """

    def __init__(self, text: str) -> None:
        self._starts = [match.start() for match in _GRAPHEME().finditer(text)]
        self._length = len(text)

    def __len__(self) -> int:
        """Return how many clusters the text has."""
        return len(self._starts)

    def to_graphemes(self, offset: int) -> int:
        """Return how many clusters lie before the code point at `offset`, or before its own."""
        return bisect_right(self._starts, offset) - (offset < self._length)

    def from_graphemes(self, count: int) -> int:
        """Return the code point offset after `count` clusters.

        Beyond the text each one counts as a character more, so that what lies outside stays there.
        """
        if 0 <= count < len(self._starts):
            return self._starts[count]
        return count if count < 0 else self._length + count - len(self._starts)


def grapheme_bounds(text: str, start: int, end: int) -> Fragment:
    """Return `[start, end)` grown so that it ends inside no grapheme cluster.

    Clusters are those of Unicode Standard Annex 29, extended. Looks at the neighbourhood alone:
    a cluster is taken to be no longer than 64 code points.
    """
    if _divides(text, start) and _divides(text, end):
        return Fragment(start, end)
    low = max(0, start - 64)
    window = text[low : end + 64]
    clusters = [(low + m.start(), low + m.end()) for m in _GRAPHEME().finditer(window)]
    grown_start = next((s for s, e in clusters if s < start < e), start)
    grown_end = next((e for s, e in clusters if s < end < e), end)
    return Fragment(grown_start, grown_end)


def _divides(text: str, offset: int) -> bool:
    """Return whether an end of a cluster at `offset` can be told without looking further.

    Letters of Vietnamese, as composed ones, and ASCII follow one another as clusters of their own.
    """
    if not 0 < offset < len(text):
        return True
    before, after = text[offset - 1], text[offset]
    return after != "\n" and all(c < "\u0300" or "\u1e00" <= c <= "\u1eff" for c in (before, after))


def next_grapheme(text: str, offset: int) -> int:
    """Return the offset after the grapheme cluster at `offset`, or the end of the text."""
    if offset < len(text) and _divides(text, offset + 1):
        return offset + 1
    match = _GRAPHEME().match(text, offset)
    return match.end() if match else len(text)


def previous_grapheme(text: str, offset: int) -> int:
    """Return the offset of the grapheme cluster that ends at or holds `offset`, or 0."""
    if offset and _divides(text, offset - 1):
        return offset - 1
    low = max(0, offset - 64)
    starts = [match.start() for match in _GRAPHEME().finditer(text[low:offset])]
    return low + starts[-1] if starts else 0
