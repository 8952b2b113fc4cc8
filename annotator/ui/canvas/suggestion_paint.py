"""Draws suggestions: outlined in dashes, with no ground, as what is not there yet."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from annotator.model.annotation import Kind
from annotator.ui.canvas.chip_text import write_in_chip
from annotator.ui.canvas.look import Look
from annotator.ui.canvas.marks import Chip, Piece
from annotator.ui.canvas.scale import Scale

DASHES = [3.0, 2.5]
"""Lengths of a dash and of what follows it, in widths of the line."""


class SuggestionPainter:
    """Draws one part of a suggestion after another, each where its mention would be drawn."""

    def __init__(self, painter: QPainter, scale: Scale, look: Look) -> None:
        self._painter = painter
        self._scale = scale
        self._look = look

    def draw(self, piece: Piece, top: float, bottom: float, focused: str) -> None:
        """Draw `piece` on the line whose letters stand between `top` and `bottom`."""
        unit, in_focus = self._scale.unit, piece.annotation.id == focused
        color = self._look.ink(piece.annotation.kind, piece.annotation.label).line
        pen = QPen(self._look.accent if in_focus else color, 1.25 * unit)
        pen.setDashPattern(DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        level = top - self._scale.above - piece.lane * self._scale.lane - unit
        if piece.chip is None:
            level = bottom + unit + piece.lane * self._scale.underline
        self._painter.setPen(pen)
        for left, right in piece.boxes:
            self._painter.drawLine(QPointF(left, level), QPointF(right, level))
        if piece.chip:
            self._chip(piece, piece.chip, pen, level + unit, in_focus)
        if in_focus:
            self._ring(piece, top, bottom)

    def _chip(self, piece: Piece, chip: Chip, pen: QPen, bottom: float, in_focus: bool) -> None:
        """Draw the label, outlined as an accepted one is filled: a tab, or a flag."""
        scale, unit = self._scale, self._scale.unit
        height = scale.chip_height
        box = QRectF(chip.left, bottom - 2 * unit - height, chip.width, height)
        thin = QPen(pen)
        thin.setWidthF(unit)
        self._painter.setPen(thin)
        inner = box.adjusted(0.5 * unit, 0.5 * unit, -0.5 * unit, -0.5 * unit)
        if piece.annotation.kind is Kind.EVENT:
            self._painter.drawPath(_flag(inner, scale.flag))
        else:
            self._painter.drawRoundedRect(inner, 3 * unit, 3 * unit)
        color = self._look.accent if in_focus else self._look.muted
        write_in_chip(self._painter, scale, box, chip.text, color, scale.chip)

    def _ring(self, piece: Piece, top: float, bottom: float) -> None:
        """Draw the sign of focus around the words."""
        unit = self._scale.unit
        self._painter.setPen(QPen(self._look.accent, 2 * unit))
        for left, right in piece.boxes:
            box = QRectF(left, top, right - left, bottom - top)
            self._painter.drawRoundedRect(box.adjusted(-unit, 0, unit, 0), 2 * unit, 2 * unit)


def _flag(box: QRectF, point: float) -> QPainterPath:
    neck = box.right() - point
    path = QPainterPath(box.topLeft())
    path.lineTo(neck, box.top())
    path.lineTo(box.right(), box.center().y())
    path.lineTo(neck, box.bottom())
    path.lineTo(box.left(), box.bottom())
    path.closeSubpath()
    return path
