"""The text of a chip: where it stands in its box, whoever draws the box."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from annotator.ui.canvas.scale import Scale

_BASELINE = 10.4
"""From the top of a chip to the line its letters stand on, at 100 %."""


def write_in_chip(
    painter: QPainter, scale: Scale, box: QRectF, text: str, color: QColor, font: QFont
) -> None:
    """Write `text` into the chip that fills `box`."""
    painter.setFont(font)
    painter.setPen(color)
    place = QPointF(box.left() + scale.chip_pad, box.top() + _BASELINE * scale.unit)
    painter.drawText(place, text)
