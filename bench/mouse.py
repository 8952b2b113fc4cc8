"""The mouse over a widget: real events, and how far the pointer goes."""

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

NO_KEY = Qt.KeyboardModifier.NoModifier
_NOTCH = 120


class Mouse:
    """Sends `view` what a mouse would; `held` are the modifiers that are down meanwhile."""

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self._down = Qt.MouseButton.NoButton
        self.at = QPointF(view.rect().center())
        """Where the pointer is, in the view."""
        self.held = NO_KEY
        self.travel = 0.0
        """The way of the pointer so far, in pixels."""
        self.clicks = 0
        """Presses of a button so far, with whatever drag follows."""
        self.turns = 0
        """Notches of the wheel so far."""

    def press(self, point: QPointF, button: Qt.MouseButton) -> None:
        """Go to `point` and press a button; the right one asks for a menu, too."""
        self.move(point)
        self.clicks += 1
        self._down = button
        self._send(QEvent.Type.MouseButtonPress, button, self.held)
        if button is Qt.MouseButton.RightButton:
            place = self.at.toPoint()
            asked = QContextMenuEvent(
                QContextMenuEvent.Reason.Mouse, place, self._view.mapToGlobal(place)
            )
            QApplication.sendEvent(self._view, asked)

    def move(self, point: QPointF) -> None:
        """Go to `point`, with whatever button is down."""
        way = point - self.at
        self.travel += math.hypot(way.x(), way.y())
        self.at = point
        self._send(QEvent.Type.MouseMove, Qt.MouseButton.NoButton, self.held)

    def begin_drag(self) -> None:
        """Go so far that it is a drag."""
        self.move(self.at + QPointF(0, 2 * QApplication.startDragDistance()))

    def release(self, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Let the button go while `held` is still down; nothing is held from then on."""
        button, self._down = self._down, Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseButtonRelease, button, held)
        self.held = NO_KEY

    def turn(self, *, up: bool) -> None:
        """Turn the wheel by a notch."""
        self.turns += 1
        angle = QPoint(0, _NOTCH if up else -_NOTCH)
        event = QWheelEvent(
            self.at, self._where(), QPoint(), angle, self._down, NO_KEY,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self._view, event)

    def _send(self, type: QEvent.Type, button: Qt.MouseButton, held: Qt.KeyboardModifier) -> None:
        event = QMouseEvent(type, self.at, self._where(), button, self._down, held)
        QApplication.sendEvent(self._view, event)

    def _where(self) -> QPointF:
        return QPointF(self._view.mapToGlobal(QPoint(0, 0))) + self.at
