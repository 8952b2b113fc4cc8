"""The caret's blinking, as fast as the system says."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication


class Blink(QObject):
    """Turns `on` and off while it runs, and calls `turned` each time."""

    def __init__(self, turned: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self.on = False
        self._turned = turned
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Show the caret now, and let it blink from now on."""
        self.on = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if flash > 0:
            self._timer.start(flash // 2)
        self._turned()

    def stop(self) -> None:
        """Show the caret no more."""
        self.on = False
        self._timer.stop()
        self._turned()

    def _turn(self) -> None:
        self.on = not self.on
        self._turned()
