"""Imports what dialogs need while the first article is read, so that they open at once."""

from PySide6.QtCore import QObject, QTimer

from annotator.ui.editor import Editor
from annotator.ui.work import Job, Work

_LATER = 2_000
"""Milliseconds after the window was seen: the suggestions go first."""


class Warming(QObject):
    """Imports the formats, of which each dialog of import and export lists all."""

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = Work(self, editor.work.way)
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(lambda: self._lane.begin("", _import))

    def begin(self) -> None:
        """Import them soon."""
        self._later.start()

    def stop(self) -> None:
        """Leave it to who needs them."""
        self._later.stop()
        self._lane.stop()


def _import(_job: Job) -> None:
    from annotator.formats.registry import formats

    formats()
