"""Draws the small signs above the text: labels, role names, hint letters."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.ui.canvas.chip_text import write_in_chip
from annotator.ui.canvas.look import Ink, Look
from annotator.ui.canvas.marks import Chip
from annotator.ui.canvas.scale import Scale


class ChipPainter:
    """Draws the small signs above the text: labels, role names, hint letters."""

    def __init__(self, painter: QPainter, scale: Scale, look: Look) -> None:
        self._painter = painter
        self._scale = scale
        self._look = look

    def box(self, chip: Chip, bottom: float) -> QRectF:
        """Return the rectangle of a chip in the lane that ends at `bottom`."""
        height = self._scale.chip_height
        return QRectF(chip.left, bottom - 2 * self._scale.unit - height, chip.width, height)

    def tab(self, box: QRectF, text: str, ink: Ink) -> None:
        """Draw an entity's label: soft, like the tab of a folder."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ink.soft)
        radius = 3 * self._scale.unit
        self._painter.drawRoundedRect(box, radius, radius)
        self._write(box, text, self._look.text)

    def flag(self, box: QRectF, text: str, ink: Ink) -> None:
        """Draw an event's label: strong, and pointed."""
        middle = box.center().y()
        neck = box.right() - self._scale.flag
        path = QPainterPath(box.topLeft())
        path.lineTo(neck, box.top())
        path.lineTo(box.right(), middle)
        path.lineTo(neck, box.bottom())
        path.lineTo(box.left(), box.bottom())
        path.closeSubpath()
        self._painter.fillPath(path, ink.chip)
        self._write(box, text, ink.on_chip)

    def pill(self, box: QRectF, text: str, ink: Ink) -> None:
        """Draw a label of the whole article: soft, and round at both ends."""
        self._painter.setPen(QPen(ink.line, self._scale.unit))
        self._painter.setBrush(ink.soft)
        radius = box.height() / 2
        self._painter.drawRoundedRect(box, radius, radius)
        self._write(box, text, self._look.text)

    def write(self, box: QRectF, text: str, color: QColor) -> None:
        """Write plain words."""
        self._write(box, text, color, name=True)

    def hint(self, box: QRectF, letters: str) -> None:
        """Draw the letters to type in the place of a label."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._look.accent)
        radius = 3 * self._scale.unit
        self._painter.drawRoundedRect(box, radius, radius)
        self._painter.setFont(self._scale.chip)
        self._painter.setPen(self._look.on_accent)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters.upper())

    def name(self, box: QRectF, text: str, color: QColor, lit: bool) -> None:
        """Draw the name of an arc on the ground of the page."""
        self._painter.fillRect(box.adjusted(1, 0, -1, 0), self._look.page)
        self._write(box, text, color, name=not lit)

    def ring(self, box: QRectF) -> None:
        """Draw the sign of focus around a chip."""
        unit = self._scale.unit
        self._painter.setPen(QPen(self._look.accent, 1.5 * unit))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box.adjusted(-unit, -unit, unit, unit), 3 * unit, 3 * unit)

    def _write(self, box: QRectF, text: str, color: QColor, name: bool = False) -> None:
        font = self._scale.name if name else self._scale.chip
        write_in_chip(self._painter, self._scale, box, text, color, font)
