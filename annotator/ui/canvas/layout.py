"""One paragraph laid out in lines: where each character stands, and what stands at a point."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from math import ceil
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from annotator.model.annotation import Fragment
from annotator.model.offsets import Utf16Offsets, grapheme_bounds, previous_grapheme
from annotator.ui.canvas.paragraphs import showable

_RIGHT_TO_LEFT = re.compile(
    r"[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC"
    r"\U00010800-\U00010FFF\U0001E800-\U0001EFFF]"
)
_TAB = 4
"""Width of a tab stop, in widths of the letter m."""


class Extent(NamedTuple):
    """A stretch on one line, in pixels from the left edge of the text."""

    line: int
    left: float
    right: float


class Lines:
    """The lines of one paragraph, `text`, that begins at code point `start` of the article.

    All offsets are code points of the article. Lines are numbered from 0; a line knows its place
    from left to right alone, the page says how far apart lines stand.
    """

    def __init__(self, text: str, start: int, font: QFont, width: float) -> None:
        self._text = text
        self._start = start
        self._units = Utf16Offsets(text)
        self._mixed = bool(_RIGHT_TO_LEFT.search(text))
        self.width = width
        self._layout = QTextLayout(showable(text), font)
        self._layout.setTextOption(_option(font))
        self._layout.setCacheEnabled(True)
        self._lines: list[QTextLine] = []
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
            self._lines.append(line)
        self._layout.endLayout()
        self._starts = [self._offset(line.textStart()) for line in self._lines]
        usual = QFontMetricsF(font)
        self.ascents = [ceil(max(usual.ascent(), line.ascent())) for line in self._lines]
        self.descents = [ceil(max(usual.descent(), line.descent())) for line in self._lines]

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def stretch(self) -> Fragment:
        """The paragraph as a stretch of the article."""
        return Fragment(self._start, self._start + len(self._text))

    def bounds(self, line: int) -> Fragment:
        """Return what stands on `line`, the space it is broken at included."""
        after = self._starts[line + 1] if line + 1 < len(self) else self.stretch.end
        return Fragment(self._starts[line], after)

    def line_of(self, offset: int) -> int:
        """Return the line that the caret before `offset` stands on."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def last_of(self, line: int) -> int:
        """Return the last offset at which the caret stands on `line`."""
        start, end = self.bounds(line)
        if line + 1 == len(self):
            return end
        return max(start, self._start + previous_grapheme(self._text, end - self._start))

    def x_of(self, offset: int) -> float:
        """Return where the caret before `offset` stands on its line."""
        line = self._lines[self.line_of(offset)]
        return min(_x(line, self._units.to_utf16(offset - self._start)), self.width)

    def offset_at(self, line: int, x: float) -> int:
        """Return the offset on `line` that the caret goes to for a point at `x`."""
        offset = self._offset(self._lines[line].xToCursor(x))
        local = offset - self._start
        snapped = self._start + grapheme_bounds(self._text, local, local).start
        return min(snapped, self.last_of(line))

    def character_at(self, line: int, x: float) -> int | None:
        """Return the offset of the character under `x`, or None beside the text."""
        start, end = self.bounds(line)
        near = self.offset_at(line, x)
        for offset in (near, previous_grapheme(self._text, near - self._start) + self._start):
            if start <= offset < end:
                after = grapheme_bounds(
                    self._text, offset - self._start, offset - self._start + 1
                ).end
                for _, left, right in self.extents(offset, after + self._start):
                    if left <= x < right:
                        return offset
        return None

    def extents(self, start: int, end: int) -> list[Extent]:
        """Return where `[start, end)` stands: one stretch a line, more in mixed directions."""
        start, end = max(start, self._start), min(end, self.stretch.end)
        found: list[Extent] = []
        for number in range(self.line_of(start), self.line_of(max(start, end - 1)) + 1):
            low, high = self.bounds(number)
            found += self._on_line(number, max(start, low), min(end, high))
        return found

    def draw(self, painter: QPainter, line: int, left: float, top: float) -> None:
        """Draw the text of `line` with the top of its letters at `top`."""
        text_line = self._lines[line]
        text_line.draw(painter, QPointF(left, top + self.ascents[line] - text_line.ascent()))

    def _on_line(self, number: int, start: int, end: int) -> Iterator[Extent]:
        if end == self.bounds(number).end and number + 1 < len(self):
            shown = self._text[start - self._start : end - self._start].rstrip()
            end = start + len(shown)
        if start >= end:
            return
        line = self._lines[number]
        first = self._units.to_utf16(start - self._start)
        last = self._units.to_utf16(end - self._start)
        if self._mixed:
            runs = line.glyphRuns(first, last - first)
            boxes = [run.boundingRect() for run in runs]
            pairs = _joined((box.left(), box.right()) for box in boxes)
        else:
            pairs = [(_x(line, first), _x(line, last))]
        for left, right in pairs:
            yield Extent(number, min(left, self.width), min(right, self.width))

    def _offset(self, units: int) -> int:
        return self._start + self._units.from_utf16(units)


def _option(font: QFont) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
    option.setTabStopDistance(_TAB * QFontMetricsF(font).horizontalAdvance("m"))
    return option


def _x(line: QTextLine, units: int) -> float:
    x, _units = cast(tuple[float, int], line.cursorToX(units))  # the stubs know it as an object
    return x


def _joined(pairs: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    result: list[tuple[float, float]] = []
    for left, right in sorted(pairs):
        if result and left <= result[-1][1] + 0.5:
            result[-1] = (result[-1][0], max(right, result[-1][1]))
        elif right > left:
            result.append((left, right))
    return result
