"""A paragraph laid out without Qt: every character is ten pixels wide, every line as long."""

from typing import NamedTuple

from annotator.model.annotation import Fragment

LETTER = 10.0


class Extent(NamedTuple):
    line: int
    left: float
    right: float


class Grid:
    """`length` characters from `start` on, `columns` to a line."""

    def __init__(self, length: int, columns: int, start: int = 0) -> None:
        self.stretch = Fragment(start, start + length)
        self.width = columns * LETTER
        self._columns = columns

    def __len__(self) -> int:
        length = self.stretch.end - self.stretch.start
        return max(1, -(-length // self._columns))

    def bounds(self, line: int) -> Fragment:
        start = self.stretch.start + line * self._columns
        return Fragment(start, min(start + self._columns, self.stretch.end))

    def line_of(self, offset: int) -> int:
        return min((offset - self.stretch.start) // self._columns, len(self) - 1)

    def extents(self, start: int, end: int) -> list[Extent]:
        found: list[Extent] = []
        for line in range(len(self)):
            low, high = self.bounds(line)
            left, right = max(start, low), min(end, high)
            if left < right:
                found.append(Extent(line, (left - low) * LETTER, (right - low) * LETTER))
        return found


def measure(text: str, flag: bool = False) -> float:
    """Return the width of a chip: six pixels a character."""
    return 6.0 * len(text) + (4.0 if flag else 0.0)
