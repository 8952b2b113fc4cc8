"""Pictures of the canvas, as the screen shows it and as it should."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPen
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.acting import Hand

_ROUNDED = 2
"""Levels of a color by which pixels may differ that were blended in parts."""
_CURVE = 16
"""Levels by which a pixel of a curve may differ that was drawn elsewhere and moved."""
_CURVES = 8
"""Pixels of curves that may differ."""


class SolidPen(QPen):
    """A pen without dashes: where those fall depends on where a line was cut when drawn."""

    def __init__(self, *of: Any) -> None:
        super().__init__(*of[:2])

    def setStyle(self, style: Qt.PenStyle) -> None:
        """Stay solid."""

    def setDashPattern(self, pattern: object) -> None:
        """Stay solid."""


def on_screen(hand: Hand) -> QImage:
    """Return what the screen shows of the canvas."""
    QApplication.processEvents()
    picture = hand.canvas.screen().grabWindow(hand.canvas.winId())
    return _plain(picture.toImage())


def painted_anew(hand: Hand) -> QImage:
    """Return the canvas as it looks where all of it is painted."""
    return _plain(hand.canvas.grab().toImage())


def shows_all(hand: Hand) -> bool:
    """Return whether the screen shows what it would if all had been painted anew."""
    one, other = on_screen(hand), painted_anew(hand)
    if one == other:
        return True
    levels = [
        max(abs((one.pixel(x, y) >> n & 255) - (other.pixel(x, y) >> n & 255)) for n in (0, 8, 16))
        for y in range(one.height())
        for x in range(one.width())
        if one.pixel(x, y) != other.pixel(x, y)
    ]
    return max(levels) <= _CURVE and sum(each > _ROUNDED for each in levels) <= _CURVES


def _plain(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_RGB32)
