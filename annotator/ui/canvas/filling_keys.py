"""The keys that fill a role: hint letters, Enter, Escape."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.canvas.label_keys import is_plain, key_name
from annotator.ui.canvas.stage import Stage
from annotator.ui.commands import fill_with

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OTHERS = (*_ENTER, Qt.Key.Key_Backspace)


class FillingKeys:
    """Takes the letters of a hint until they name one mention."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._typed = ""

    def wants(self, event: QKeyEvent) -> bool:
        """Return whether the key is for filling now, and no shortcut of the window."""
        if self._stage.editor.filling is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            return True
        # A letter that is no hint is a slip, and no label's key now.
        return (is_plain(event) and event.key() in _OTHERS) or key_name(event) != ""

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key asks for; return whether it was one for filling."""
        if not self.wants(event):
            self._typed = ""
            return False
        editor = self._stage.editor
        if event.key() == Qt.Key.Key_Escape:
            editor.fill(None)
        elif event.key() == Qt.Key.Key_Backspace:
            self._typed = self._typed[:-1]
            return True
        elif event.key() not in _ENTER:
            self._type(key_name(event).lower())
            return True
        elif candidate := self._candidate():
            fill_with(editor, candidate)
        self._typed = ""
        return True

    def _type(self, letter: str) -> None:
        hints = self._stage.attention.emphasis.hints
        typed = self._typed + letter
        if any(hint.startswith(typed) for hint in hints.values()):
            self._typed = typed
        for id, hint in hints.items():
            if hint == self._typed:
                self._typed = ""
                fill_with(self._stage.editor, id)
                return

    def _candidate(self) -> str:
        """Return the mention that Enter fills the role with: the one in focus, or none."""
        editor = self._stage.editor
        focused, filling = editor.focused, editor.filling
        return focused.id if focused and filling and focused.id != filling.source else ""
