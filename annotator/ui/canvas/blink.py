"""The caret: it blinks as fast as the system says, and draws no text for that."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

Paint = Callable[[QPainter, QRegion], None]
"""Paints part of a view, without its caret."""


class Blink:
    """Shows and hides the caret of a view while it runs, and paints the view with it.

    Where it shows, the caret covers all that its turn asks to be painted. What lies below it is
    kept as a picture, until anything else of the view is painted.
    """

    def __init__(self, view: QWidget, place: Callable[[], QRect], paint: Paint) -> None:
        self._view = view
        self._place = place
        self._paint = paint
        self._on = False
        self._asked = QRect()
        """What the view was asked to paint since it last painted, by the blinking."""
        self._below: QPixmap | None = None
        self._timer = QTimer(view)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Show the caret now, and let it blink from now on."""
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if flash > 0:
            self._timer.start(flash // 2)
        self._show(on=True)

    def stop(self) -> None:
        """Show the caret no more."""
        self._timer.stop()
        self._show(on=False)

    def paint(self, painter: QPainter, region: QRegion, color: QColor) -> None:
        """Paint `region` of the view, and of the caret what lies there, if it shows."""
        box = self._asked
        self._asked = QRect()
        if not self._is_all(box, region):
            self._below = None
            self._paint(painter, region)
            box = self._place() if self._on else QRect()
        elif not self._on:
            self._below = self._below or self._picture(box)
            painter.drawPixmap(box.topLeft(), self._below)
            return
        painter.fillRect(box, color)

    def _is_all(self, box: QRect, region: QRegion) -> bool:
        """Return whether `region` is `box`, and that a rectangle of the screen's pixels."""
        exact = self._view.devicePixelRatioF().is_integer()
        return exact and region.rectCount() == 1 and region.boundingRect() == box

    def _picture(self, box: QRect) -> QPixmap:
        """Return what the view shows in `box` below the caret."""
        ratio = self._view.devicePixelRatioF()
        picture = QPixmap(box.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.translate(-box.topLeft())
        self._paint(painter, QRegion(box))
        painter.end()
        return picture

    def _turn(self) -> None:
        self._show(on=not self._on)

    def _show(self, *, on: bool) -> None:
        self._on = on
        self._asked = self._place() & self._view.rect()
        self._view.update(self._asked)
