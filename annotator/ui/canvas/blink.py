"""The caret: it blinks as fast as the system says, and each turn changes its own pixels alone."""

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from annotator.ui.canvas.look import Look


class Blink:
    """Shows and hides the caret of a view while it runs.

    The caret is its colour *xor* that of the page, so that the same once more takes it away: what
    lies below it needs not be drawn for that.
    """

    def __init__(self, view: QWidget) -> None:
        self.box = QRect()
        """Where the caret is, in pixels of the view; empty where that is not known."""
        self._view = view
        self._on = False
        self._drawn = False
        """Whether the caret's pixels in the view are those of the caret."""
        self._asked = QRect()
        """What the view was asked to paint since it last painted, by the blinking."""
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

    def alone(self, region: QRegion) -> bool:
        """Return whether nothing but the blinking wants `region` painted."""
        return region.rectCount() == 1 and region.boundingRect() == self._asked

    def draw(self, painter: QPainter, region: QRegion, look: Look) -> None:
        """Draw the caret in `region` of the view, which was painted without it if not `alone`."""
        if self.alone(region):
            changes = self._drawn != self._on
            self._drawn = self._on
        else:
            if QRegion(self._seen()).subtracted(region).isEmpty():
                self._drawn = self._on
            changes = self._drawn
        self._asked = QRect()
        if changes:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setCompositionMode(QPainter.CompositionMode.RasterOp_SourceXorDestination)
            painter.fillRect(self.box, _xor(look.accent, look.page))

    def _turn(self) -> None:
        self._show(on=not self._on)

    def _show(self, *, on: bool) -> None:
        self._on = on
        self._asked = self._seen()
        self._view.update(self._asked)

    def _seen(self) -> QRect:
        return self.box & self._view.rect()


def _xor(one: QColor, other: QColor) -> QColor:
    return QColor.fromRgb(one.rgb() ^ other.rgb())
