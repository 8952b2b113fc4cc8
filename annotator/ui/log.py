"""What the window did, as JSON lines, for programs that drive it: asked for by ANNOTATOR_LOG."""

import json
import os
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget


class EventLog(QObject):
    """Appends one object per event to the file that ANNOTATOR_LOG names; without it, does nothing.

    Events: `ready` (the first article is painted), `opened` (article), `painted` (edit: the number
    of the journal entry that the screen now shows), `exported` (path), `dialog` (name, open),
    `focus` (name: the accessible name).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = os.environ.get("ANNOTATOR_LOG")
        self._path = Path(path) if path else None

    @property
    def wanted(self) -> bool:
        """Whether anyone reads the log."""
        return self._path is not None

    def follow(self, app: QApplication) -> None:
        """Log dialogs and the focus of `app` from now on."""
        if self.wanted:
            app.installEventFilter(self)
            app.focusChanged.connect(self._focus_changed)

    def painted(self, entry: int) -> None:
        """Log that a paint shows what the journal entries up to the number `entry` did."""
        self.write("painted", edit=entry)

    def write(self, event: str, **more: str | int | bool) -> None:
        """Append one event; it is in the file on return."""
        if self._path is not None:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"event": event, **more}, ensure_ascii=False) + "\n")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Show, QEvent.Type.Hide) and _is_dialog(watched):
            self.write("dialog", name=watched.objectName(), open=kind == QEvent.Type.Show)
        return False

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self.write("focus", name=new.accessibleName() or type(new).__name__)


def _is_dialog(watched: QObject) -> bool:
    return isinstance(watched, QDialog) or watched.property("dialog") is True
