"""Keeps the log of the project file short, so that no edit has to."""

from contextlib import closing

from PySide6.QtCore import QObject, QTimer

from annotator.pausing import pause
from annotator.ui.editor import Editor
from annotator.ui.work import Job, Work

_INTERVAL = 5_000
"""Milliseconds after the first edit that the log was not shortened since."""


class LogKeeper(QObject):
    """Moves what edits wrote to the log into the file, while the hand goes on.

    Where that fails nothing is lost: what is in the log counts, and the next edit finds the same.
    """

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._lane = Work(self, editor.work.way)
        self._later = QTimer(self, singleShot=True, interval=_INTERVAL)
        self._later.timeout.connect(self._shorten)

    def begin(self) -> None:
        """Follow the edits from now on."""
        if not self._editor.project.read_only:
            self._editor.edited.connect(self._note_edit)

    def stop(self) -> None:
        """Let the log be: closing the project empties it."""
        self._later.stop()
        self._lane.stop()

    def _note_edit(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _shorten(self) -> None:
        writer = self._editor.project.writer

        def shorten(_job: Job) -> None:
            with closing(writer()) as project:
                pause()
                project.shorten_log()

        self._lane.begin("", shorten)
