"""The small controls that stand in more than one place of the window."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QToolButton, QWidget

from annotator.ui import theme
from annotator.ui.fonts import font
from annotator.ui.icons import icon, tinted
from annotator.ui.theme import SPACE


def leaves_undo(event: QEvent, changed: bool) -> bool:
    """Return whether a key asks for undo or redo in a field where nothing was written.

    Then it is the window's: it takes back what was done there.
    """
    keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and not changed
        and any(map(event.matches, keys))
    )


_EDITING = {Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z}
"""The letters by which a field is edited while Ctrl is held."""


def _with_control(event: QEvent) -> int | None:
    """Return the key that is pressed with Ctrl, where it is asked whose it is; else None."""
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return event.key() if control else None
    return None


class SearchField(QLineEdit):
    """A field under a magnifying glass, emptied by a click; `prompt` says what is looked for."""

    def __init__(self, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        glass = tinted("search", theme.colors().muted)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        cross = tinted("close", theme.colors().muted)  # Qt looks for its own in all icon themes
        clear = self.addAction(cross, QLineEdit.ActionPosition.TrailingPosition)
        clear.setText(self.tr("Clear"))
        clear.setVisible(False)
        clear.triggered.connect(self.clear)
        self.textChanged.connect(lambda text: clear.setVisible(bool(text)))

    def event(self, event: QEvent) -> bool:
        key = _with_control(event)
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            event.accept()
            return True
        # Of itself Qt moves by Ctrl+E, or deletes by Ctrl+U, on some systems.
        commands = key is not None and key < Qt.Key.Key_Escape and key not in _EDITING
        if commands or leaves_undo(event, self.isUndoAvailable() or self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


def icon_button(picture: str, name: str) -> QToolButton:
    """Return a button that shows an icon, and is called `name`."""
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def press_by_return(event: QKeyEvent, focused: QWidget | None) -> bool:
    """Press the button in focus where `event` is of Return; return whether it was.

    Of itself Qt leaves Return to buttons of dialogs.
    """
    presses = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if presses and isinstance(focused, QAbstractButton):
        focused.click()
        return True
    return False


def draw_hint(place: QWidget, text: str, *, focused: bool = False, top: int = 0) -> None:
    """Draw what to do next into `place`, a viewport that has nothing to show below `top`.

    A list in focus is framed, since it has no row that is.
    """
    painter = QPainter(place)
    painter.setFont(font())
    painter.setPen(QColor(theme.colors().muted))
    margin = 6 * SPACE
    room = QRect(margin, top, place.width() - 2 * margin, place.height() - top)
    flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
    flags |= Qt.TextFlag.TextWordWrap
    spare = (room.height() - painter.boundingRect(room, flags, text).height()) // 2
    painter.drawText(room.translated(0, max(0, min(margin, spare))), flags, text)
    if focused:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colors().accent), 1.5))
        painter.drawRoundedRect(place.rect().adjusted(SPACE, 1, -SPACE, -1), 4, 4)
    painter.end()
