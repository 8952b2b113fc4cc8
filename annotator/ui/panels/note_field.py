"""The note of an annotation: every letter is kept, and one go of typing is one step of undo."""

from uuid import uuid4

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LINES = 4


class NoteField(QPlainTextEdit):
    """A plain text of some lines, without an undo of its own: the window's takes back its edits."""

    entered = Signal()
    """It has the focus now."""
    written = Signal(str, str)
    """(text, gesture): the user changed the text; a gesture lasts while one stays in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesture = ""
        self._about = ""
        self.setAccessibleName(self.tr("Note"))
        self.setPlaceholderText(self.tr("Write what others should know about it."))
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 24)
        self.textChanged.connect(self._tell)

    def show_note(self, about: str, note: str) -> None:
        """Show the note on `about`; the caret stays where it is in a text that is the same."""
        if about != self._about:
            self._about = about
            self._gesture = _new_gesture()
        if note != self.note():
            blocked = self.blockSignals(True)
            self.setPlainText(note)
            self.blockSignals(blocked)

    def note(self) -> str:
        """Return the text as it is written; no-break spaces stay what they are."""
        return self.document().toRawText().replace("\u2029", "\n")

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._gesture = _new_gesture()
        super().focusInEvent(event)
        self.entered.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(step) for step in steps):
                event.ignore()
                return False
        return super().event(event)

    def _tell(self) -> None:
        self.written.emit(self.note(), self._gesture)


def _new_gesture() -> str:
    return f"note-{uuid4().hex}"
