"""What the window did, as JSON lines, for programs that drive it: asked for by ANNOTATOR_LOG."""

import json
import os
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_OPEN = "logged as open"
"""Property of a dialog. PySide may have two objects for one that goes, so none is remembered."""


class EventLog(QObject):
    """Appends one object per event to the file that ANNOTATOR_LOG names; without it, does nothing.

    Events: `ready` (the first article is painted), `opened` (article), `painted` (edit: the number
    of the journal entry that the screen now shows), `exported` (path), `dialog` (name, open: it has
    the focus, or is gone), `focus` (name: the accessible name).
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
        if self.wanted:  # and look at no event of all: that would slow what is measured by it
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
        if event.type() == QEvent.Type.Hide:
            watched.removeEventFilter(self)
            watched.setProperty(_OPEN, False)
            self.write("dialog", name=watched.objectName(), open=False)
        return False

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            dialog = _dialog_of(new)
            if dialog and not dialog.property(_OPEN):
                dialog.setProperty(_OPEN, True)
                dialog.installEventFilter(self)
                self.write("dialog", name=dialog.objectName(), open=True)
            self.write("focus", name=new.accessibleName() or type(new).__name__)


def _dialog_of(widget: QWidget) -> QWidget | None:
    """Return the dialog that `widget` is or lies on, or None."""
    within: QWidget | None = widget
    while within and not (isinstance(within, QDialog) or within.property("dialog") is True):
        within = within.parentWidget()
    return within
