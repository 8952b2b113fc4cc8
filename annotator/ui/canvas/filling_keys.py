"""The keys that fill a role: hint letters, Enter, Escape."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.canvas.label_keys import key_name
from annotator.ui.canvas.stage import Stage
from annotator.ui.commands import fill_with

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


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
        if event.key() in _ENTER:
            return self._candidate() != ""
        typed = self._typed + key_name(event).lower()
        hints = self._stage.attention.emphasis.hints.values()
        return typed != self._typed and any(hint.startswith(typed) for hint in hints)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key asks for; return whether it was one for filling."""
        if not self.wants(event):
            self._typed = ""
            return False
        editor = self._stage.editor
        if event.key() == Qt.Key.Key_Escape:
            editor.fill(None)
        elif event.key() in _ENTER:
            fill_with(editor, self._candidate())
        else:
            self._type(key_name(event).lower())
            return True
        self._typed = ""
        return True

    def _type(self, letter: str) -> None:
        self._typed += letter
        for id, hint in self._stage.attention.emphasis.hints.items():
            if hint == self._typed:
                self._typed = ""
                fill_with(self._stage.editor, id)
                return

    def _candidate(self) -> str:
        """Return the mention that Enter fills the role with: the one in focus, or none."""
        editor = self._stage.editor
        focused, filling = editor.focused, editor.filling
        return focused.id if focused and filling and focused.id != filling.source else ""
