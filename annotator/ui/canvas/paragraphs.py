"""The article's text as paragraphs, and where each stands from top to bottom. No Qt here."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from annotator.model.annotation import Fragment

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_LONGEST = 8_000
"""Code points: a longer paragraph is shown in pieces, so that no key waits for all of it."""
_UNSHOWABLE = str.maketrans(
    {code: "¤" for code in (*range(32), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"}
    | dict.fromkeys(range(0xD800, 0xE000), "¤")
    | {0xFEFF: "\u200b", 0xFFFE: "¤"}  # Qt takes them for byte order marks, and drops them
)


@lru_cache(maxsize=4)
def paragraphs_of(text: str) -> Sequence[Fragment]:
    """Return the paragraphs without their line breaks, in order; an empty text has one.

    A break is LF, CR LF, a lone CR, or one of Unicode's two separators. A paragraph above 8,000
    code points is cut at a space, so that its pieces touch. Those of the texts asked for last are
    kept.
    """
    found: list[Fragment] = []
    start = 0
    for end, following in _breaks(text):
        found += _pieces(text, start, end)
        start = following
    found += _pieces(text, start, len(text))
    return found


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each break begins and ends."""
    if any(each in text for each in "\r\u2028\u2029"):
        for match in _BREAK.finditer(text):
            yield match.span()
        return
    at = text.find("\n")  # twice as quick, and nearly always right
    while at >= 0:
        yield at, at + 1
        at = text.find("\n", at + 1)


def _pieces(text: str, start: int, end: int) -> list[Fragment]:
    if end - start <= _LONGEST:
        return [Fragment(start, end)]
    pieces: list[Fragment] = []
    while end - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = space + 1 if space >= 0 else start + _LONGEST
        pieces.append(Fragment(start, cut))
        start = cut
    pieces.append(Fragment(start, end))
    return pieces


def showable(text: str) -> str:
    """Return `text` with what can't be shown replaced by signs that can: one for one.

    Such are control characters, byte order marks and halves of surrogate pairs. Offsets are the
    same, in code points and in UTF-16 units.
    """
    return text.translate(_UNSHOWABLE)


class Heights:
    """Heights of things that stand one below the other; a question or a change costs O(log n).

    A Fenwick tree (Fenwick 1994, "A new data structure for cumulative frequency tables").
    """

    def __init__(self, heights: Sequence[float]) -> None:
        self._heights = list(heights)
        self._sums = [0.0, *heights]
        for index in range(1, len(self._sums)):
            above = index + (index & -index)
            if above < len(self._sums):
                self._sums[above] += self._sums[index]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> float:
        return self._heights[index]

    def __setitem__(self, index: int, height: float) -> None:
        difference = height - self._heights[index]
        self._heights[index] = height
        at = index + 1
        while at < len(self._sums):
            self._sums[at] += difference
            at += at & -at

    @property
    def total(self) -> float:
        """The height of all."""
        return self.top(len(self))

    def top(self, index: int) -> float:
        """Return the sum of the heights before `index`."""
        result = 0.0
        while index > 0:
            result += self._sums[index]
            index -= index & -index
        return result

    def at(self, y: float) -> int:
        """Return the index of what stands at `y`: the first above the top, the last below all."""
        index, step = 0, 1 << (len(self._heights).bit_length())
        while step:
            after = index + step
            if after < len(self._sums) and self._sums[after] <= y:
                index = after
                y -= self._sums[after]
            step >>= 1
        return min(index, len(self._heights) - 1)
