"""Draws the text and its marks, in the coordinates of the page."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.model.annotation import Fragment, Kind
from annotator.ui.canvas.arc_paint import ArcPainter
from annotator.ui.canvas.chip_paint import ChipPainter
from annotator.ui.canvas.emphasis import STEPPED_BACK, Emphasis
from annotator.ui.canvas.look import Ink, Look
from annotator.ui.canvas.marks import Chip, Piece
from annotator.ui.canvas.page import Block
from annotator.ui.canvas.scale import Scale
from annotator.ui.canvas.suggestion_paint import SuggestionPainter

_EMPTY = 4.0
"""Pixels that the selection of an empty line is wide."""


class LinePainter:
    """Draws one line after another of a block, with what stands out as `emphasis` says."""

    def __init__(self, painter: QPainter, scale: Scale, look: Look, emphasis: Emphasis) -> None:
        self._painter = painter
        self._scale = scale
        self._look = look
        self._emphasis = emphasis
        self._chips = ChipPainter(painter, scale, look)
        self._arcs = ArcPainter(painter, scale, look, emphasis)
        self._suggested = SuggestionPainter(painter, scale, look)

    def draw(
        self, block: Block, line: int, top: float, selection: Fragment, hits: Sequence[Fragment]
    ) -> None:
        """Draw `line` of a paragraph whose top is at `top`."""
        marks = block.marks[line]
        letters = top + block.tops[line]
        bottom = top + block.bottom(line)
        for piece in marks.pieces:
            self._wash(piece, letters, bottom)
        for hit in _within(hits, block.lines.bounds(line)):
            self._fill(_boxes(block, line, hit), letters, bottom, self._look.found)
        self._fill(_boxes(block, line, selection), letters, bottom, self._look.selection)
        self._painter.setPen(self._look.text)
        block.lines.draw(self._painter, line, 0, letters)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._arcs.draw(marks.arcs, letters)
        for piece in marks.pieces:
            self._mark(piece, letters, bottom)
        for piece in marks.suggested:
            self._suggested.draw(piece, letters, bottom, self._emphasis.suggested)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _wash(self, piece: Piece, top: float, bottom: float) -> None:
        ink = self._ink(piece)
        color = ink.wash
        if piece.annotation.id in self._emphasis.seeds:
            color = QColor(color)
            color.setAlphaF(min(1.0, color.alphaF() * 1.7))
        elif self._emphasis.dims(piece.annotation.id):
            color = QColor(color)
            color.setAlphaF(color.alphaF() * STEPPED_BACK)
        for left, right in piece.boxes:
            self._painter.fillRect(QRectF(left, top, max(2.0, right - left), bottom - top), color)

    def _fill(
        self, reaches: Iterable[tuple[float, float]], top: float, bottom: float, color: QColor
    ) -> None:
        for left, right in reaches:
            self._painter.fillRect(QRectF(left, top, right - left, bottom - top), color)

    def _mark(self, piece: Piece, top: float, bottom: float) -> None:
        painter, scale, id = self._painter, self._scale, piece.annotation.id
        painter.setOpacity(STEPPED_BACK if self._emphasis.dims(id) else 1.0)
        ink = self._ink(piece)
        if piece.chip is None:
            self._underline(piece, ink, bottom)
            if piece.opens and (hint := self._emphasis.hints.get(id)):
                width = scale.measure(hint)
                box = QRectF(piece.boxes[0][0], top, width, scale.chip_height)
                self._chips.hint(box, hint)
        else:
            y = top - scale.above - piece.lane * scale.lane
            self._bracket(piece, ink, y)
            self._chip(piece, piece.chip, ink, y)
        if piece.problem:
            self._wave(piece, bottom)
        if id in self._emphasis.selected or id in self._emphasis.related:
            self._ring(piece, ink, top, bottom)
        painter.setOpacity(1.0)

    def _bracket(self, piece: Piece, ink: Ink, y: float) -> None:
        """Draw the line under the label, as long as the words are; dashed between fragments."""
        painter, unit = self._painter, self._scale.unit
        pen = QPen(ink.line, 1.5 * unit)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        level = y - unit
        self._dashes(piece, ink, level)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tick = 3 * unit
        for number, (left, right) in enumerate(piece.boxes):
            left, right = left + 0.75 * unit, right - 0.75 * unit
            path = QPainterPath(QPointF(left, level))
            path.lineTo(right, level)
            if piece.opens or number:
                path.moveTo(left, level + tick)
                path.lineTo(left, level - 0.75 * unit)
            if piece.closes or number < len(piece.boxes) - 1:
                path.moveTo(right, level + tick)
                path.lineTo(right, level - 0.75 * unit)
            painter.drawPath(path)

    def _dashes(self, piece: Piece, ink: Ink, level: float) -> None:
        if len(piece.annotation.fragments) == 1:
            return
        pen = QPen(ink.line, 1.25 * self._scale.unit)
        pen.setDashPattern([3, 2])
        self._painter.setPen(pen)
        ends = [piece.reach[0], *(x for box in piece.boxes for x in box), piece.reach[1]]
        for left, right in zip(ends[::2], ends[1::2], strict=True):
            if right - left > 1:
                self._painter.drawLine(QPointF(left, level), QPointF(right, level))

    def _chip(self, piece: Piece, chip: Chip, ink: Ink, y: float) -> None:
        hint = self._emphasis.hints.get(piece.annotation.id) if piece.opens else None
        box = self._chips.box(chip, y)
        if hint:
            self._chips.hint(box, hint)
        elif piece.annotation.kind is Kind.EVENT:
            self._chips.flag(box, chip.text, ink)
        else:
            self._chips.tab(box, chip.text, ink)
        if piece.annotation.id == self._emphasis.focused:
            self._chips.ring(box)

    def _underline(self, piece: Piece, ink: Ink, bottom: float) -> None:
        """Draw the mention as a line below its words, patterned by its kind."""
        scale = self._scale
        level = bottom + scale.unit + piece.lane * scale.underline
        self._dashes(piece, ink, level)
        pen = QPen(ink.line, 2 * scale.unit)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if piece.annotation.kind is Kind.EVENT:
            pen.setDashPattern([1, 1])
        self._painter.setPen(pen)
        for left, right in piece.boxes:
            self._painter.drawLine(QPointF(left, level), QPointF(right, level))

    def _wave(self, piece: Piece, bottom: float) -> None:
        unit = self._scale.unit
        self._painter.setPen(QPen(self._look.problem, 1.2 * unit))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for left, right in piece.boxes:
            path = QPainterPath(QPointF(left, bottom))
            x, up = left, True
            while x < right:
                x = min(right, x + 2 * unit)
                path.lineTo(x, bottom - 1.5 * unit if up else bottom + 0.5 * unit)
                up = not up
            self._painter.drawPath(path)

    def _ring(self, piece: Piece, ink: Ink, top: float, bottom: float) -> None:
        focused = piece.annotation.id == self._emphasis.focused
        unit = self._scale.unit
        pen = QPen(self._look.accent if focused else ink.line, (2 if focused else 1) * unit)
        if piece.annotation.id not in self._emphasis.selected:
            pen.setStyle(Qt.PenStyle.DotLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for left, right in piece.boxes:
            box = QRectF(left, top, right - left, bottom - top)
            self._painter.drawRoundedRect(box.adjusted(-unit, 0, unit, 0), 2 * unit, 2 * unit)

    def _ink(self, piece: Piece) -> Ink:
        return self._look.ink(piece.annotation.kind, piece.annotation.label)


def _boxes(block: Block, line: int, stretch: Fragment) -> Iterator[tuple[float, float]]:
    """Yield from where to where `stretch` reaches on `line`; on an empty line a little."""
    low, high = block.lines.bounds(line)
    start, end = max(low, stretch.start), min(high, stretch.end)
    if start < end:
        yield from ((left, right) for _, left, right in block.lines.extents(start, end))
    elif low == high and stretch.start <= low < stretch.end:
        yield 0, _EMPTY


def _within(hits: Sequence[Fragment], bounds: Fragment) -> Iterator[Fragment]:
    """Yield those of the sorted `hits` that reach into `bounds`."""
    for number in range(bisect_right(hits, bounds.start, key=lambda hit: hit.end), len(hits)):
        if hits[number].start >= bounds.end:
            return
        yield hits[number]
