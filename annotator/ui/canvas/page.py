"""The article as paragraphs below one another: laid out and filled with marks when looked at."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from annotator.model.annotation import Fragment
from annotator.ui.canvas.layout import Lines
from annotator.ui.canvas.marks import LineDisplay
from annotator.ui.canvas.paragraphs import Heights, paragraphs_of
from annotator.ui.canvas.scale import Scale

Describe = Callable[[Lines], list[LineDisplay]]


class Spot(NamedTuple):
    """A line of the page: the number of its paragraph, and its own in the paragraph."""

    paragraph: int
    line: int


class Block:
    """A paragraph that is laid out: its lines, their marks, and where each line's letters begin."""

    def __init__(self, lines: Lines, marks: list[LineDisplay], scale: Scale, below: bool) -> None:
        self.lines = lines
        self.marks = marks
        self.starts: list[float] = []
        """The top of each line with its lanes, from the top of the paragraph."""
        self.tops: list[float] = []
        """The top of each line's letters."""
        y = 0.0
        for number, mark in enumerate(marks):
            self.starts.append(y)
            lanes = 0 if below else mark.lanes
            y += scale.between + scale.above + lanes * scale.lane if lanes else scale.leading
            self.tops.append(y)
            y += lines.ascents[number] + lines.descents[number]
            if below:
                y += mark.lanes * scale.underline
        self.height = y

    def line_at(self, y: float) -> int:
        """Return the line that stands at `y` from the top of the paragraph."""
        return max(0, bisect_right(self.starts, y) - 1)

    def reach(self, line: int) -> tuple[float, float]:
        """Return the top and the bottom of `line` with all that belongs to it."""
        below = self.starts[line + 1] if line + 1 < len(self.starts) else self.height
        return self.starts[line], below

    def bottom(self, line: int) -> float:
        """Return where the letters of `line` end."""
        return self.tops[line] + self.lines.ascents[line] + self.lines.descents[line]


class Page:
    """All paragraphs of `text` in a column `width` pixels wide, from y 0 down.

    What was never looked at has an estimated height: `settle` makes a stretch of it true.
    """

    def __init__(self, text: str, width: float, scale: Scale, describe: Describe) -> None:
        self.text = text
        self.width = width
        self.scale = scale
        self.below = False
        """Whether marks lie below the text, as underlines."""
        self._describe = describe
        self.paragraphs = paragraphs_of(text)
        self._starts = [start for start, _ in self.paragraphs]
        self._blocks: dict[int, Block] = {}
        self._stale: set[int] = set()
        self.version = 0
        """Another number whenever anything was laid out anew."""
        self.heights = Heights([])
        self.set_width(width, scale)

    @property
    def height(self) -> float:
        """The height of all paragraphs, as far as it is known."""
        return self.heights.total

    def set_width(self, width: float, scale: Scale) -> None:
        """Break the lines anew for another column or size."""
        self.width, self.scale = max(width, 40.0), scale
        self._blocks.clear()
        self._stale.clear()
        letters = max(8.0, self.width / (scale.text.pixelSize() * 0.52))
        line = scale.ascent + scale.descent + scale.lane
        self.heights = Heights(
            [line * (1 + (end - start) // letters) for start, end in self.paragraphs]
        )
        self.version += 1

    def forget_marks(self, paragraphs: Iterable[int] | None = None) -> None:
        """Work out the marks of `paragraphs` anew when they are looked at; None: of all."""
        self._stale.update(self._blocks if paragraphs is None else paragraphs)

    def block(self, number: int) -> Block:
        """Return a paragraph laid out; its height is true from now on."""
        block = self._blocks.get(number)
        if block is not None and number not in self._stale:
            return block
        start, end = self.paragraphs[number]
        lines = (
            block.lines
            if block
            else Lines(self.text[start:end], start, self.scale.text, self.width)
        )
        block = Block(lines, self._describe(lines), self.scale, self.below)
        self._blocks[number] = block
        self._stale.discard(number)
        self.version += 1
        if block.height != self.heights[number]:
            self.heights[number] = block.height
        return block

    def known(self, number: int) -> bool:
        """Return whether the paragraph was ever laid out: its height is no mere estimate."""
        return number in self._blocks

    def current(self, number: int) -> bool:
        """Return whether the paragraph is laid out as it is to be drawn: asking moves nothing."""
        return number in self._blocks and number not in self._stale

    def settle(self, top: float, height: float) -> float:
        """Lay out what stands from `top` on; return by how much it moved what was seen before."""
        first = self.heights.at(top)
        anchor = first
        while anchor < len(self.paragraphs) and not self.known(anchor):
            if self.heights.top(anchor) > top + height:
                anchor = len(self.paragraphs)
                break
            anchor += 1
        before = self.heights.top(anchor) if anchor < len(self.paragraphs) else 0.0
        number, y = first, self.heights.top(first)
        while number < len(self.paragraphs) and (y < top + height or number <= first):
            y += self.block(number).height
            number += 1
        if anchor == len(self.paragraphs):
            return 0.0
        return self.heights.top(anchor) - before

    def visible(self, top: float, bottom: float) -> Iterator[tuple[int, float, Block]]:
        """Yield (number, top, block) of each paragraph between `top` and `bottom`."""
        number = self.heights.at(max(0.0, top))
        y = self.heights.top(number)
        while number < len(self.paragraphs) and y < bottom:
            block = self.block(number)
            yield number, y, block
            y += block.height
            number += 1

    def paragraph_of(self, offset: int) -> int:
        """Return the number of the paragraph that holds `offset`, its line break included."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def paragraphs_in(self, start: int, end: int) -> range:
        """Return the numbers of the paragraphs that `[start, end)` touches."""
        return range(self.paragraph_of(start), self.paragraph_of(max(start, end - 1)) + 1)

    def spot_of(self, offset: int) -> Spot:
        """Return the line that the caret before `offset` stands on."""
        number = self.paragraph_of(offset)
        lines = self.block(number).lines
        return Spot(number, lines.line_of(min(offset, lines.stretch.end)))

    def caret(self, offset: int) -> QRectF:
        """Return the caret before `offset`, without width."""
        number, line = self.spot_of(offset)
        block = self.block(number)
        x = block.lines.x_of(min(offset, block.lines.stretch.end))
        top = self.heights.top(number) + block.tops[line]
        return QRectF(x, top, 0, block.lines.ascents[line] + block.lines.descents[line])

    def spot_at(self, y: float) -> Spot:
        """Return the line at `y`, the nearest one where there is none."""
        number = self.heights.at(max(0.0, y))
        block = self.block(number)
        return Spot(number, block.line_at(y - self.heights.top(number)))

    def offset_at(self, point: QPointF) -> int:
        """Return the offset that the caret goes to for `point`."""
        number, line = self.spot_at(point.y())
        return self.block(number).lines.offset_at(line, point.x())

    def character_at(self, point: QPointF) -> int | None:
        """Return the offset of the character under `point`, or None."""
        number, line = self.spot_at(point.y())
        block = self.block(number)
        y = point.y() - self.heights.top(number)
        if not block.tops[line] <= y < block.bottom(line):
            return None
        return block.lines.character_at(line, point.x())

    def boxes(self, stretch: Fragment) -> Iterator[QRectF]:
        """Yield where the letters of `stretch` stand, in paragraphs that are laid out."""
        for number in self.paragraphs_in(*stretch):
            if number in self._blocks:
                block, top = self._blocks[number], self.heights.top(number)
                for line, left, right in block.lines.extents(*stretch):
                    y = block.tops[line]
                    yield QRectF(left, top + y, right - left, block.bottom(line) - y)
