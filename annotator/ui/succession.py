"""A window that takes the place of another one, and the keys that were meant for it meanwhile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from annotator.ui.program import Program
    from annotator.ui.window import Window

_HANDED_ON = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


def give_way(before: "Window", program: "Program", *, same: bool) -> None:
    """Let the window go that the program's has replaced.

    Where that is the `same` for a person, what was typed meanwhile is meant for it; on another
    project it would do something else.
    """
    before.retire()
    active = program.app.applicationState() is Qt.ApplicationState.ApplicationActive
    if same and active and not program.window.isActiveWindow():
        Succession(before, program)
    else:
        before.deleteLater()


class Succession(QObject):
    """Hands on to the program's window the keys that still come to `before`, which it replaced.

    Building a window takes a while. Whatever was pressed in it the system has for the window that
    had the keyboard then, so that one is only hidden at first, and goes when another one has it.
    """

    def __init__(self, before: "Window", program: "Program") -> None:
        super().__init__(before)
        self._before = before
        self._program = program
        before.windowHandle().installEventFilter(self)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _HANDED_ON:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._hand_on(event)
        return True

    def _hand_on(self, event: QKeyEvent) -> None:
        dialog = QApplication.activeModalWidget()
        window = dialog or self._program.window
        if window.focusWidget() is None:
            window.focusNextChild()  # as Qt does when it becomes active
        goal = window.focusWidget() or window
        actions = [] if dialog or _is_for(goal, event) else [*window.actions(), *goal.actions()]
        keys = QKeySequence(event.keyCombination())
        meant = (each for each in actions if each.isEnabled() and keys in each.shortcuts())
        action = next(meant, None)
        if action:
            action.trigger()
        else:
            QApplication.sendEvent(goal, event)

    def _end(self, window: QObject | None) -> None:
        if window:
            self._before.deleteLater()


def _is_for(goal: QWidget, event: QKeyEvent) -> bool:
    """Return whether `goal` wants a key for itself now, shortcut or not: Qt asks so, too."""
    asked = QKeyEvent(
        QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text(),
        event.isAutoRepeat(),
    )  # fmt: skip
    asked.ignore()
    QApplication.sendEvent(goal, asked)
    return asked.isAccepted()
