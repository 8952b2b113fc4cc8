"""What stands over a dialog while a job goes on that it has asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.labels import plain
from annotator.ui.theme import SPACE
from annotator.ui.work import Job


class Waiting(Sheet):
    """Shows how far a job is, and goes when it has ended.

    Cancel, Escape and closing it all ask the job to stop; nothing else can be done meanwhile.
    """

    over = Signal()
    """The job has ended, and this is gone."""

    def __init__(self, parent: QWidget | None, job: Job) -> None:
        super().__init__(parent, job.title)
        self._job = job
        self.count = plain("", "muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(90 * SPACE)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.column.addWidget(self.bar)
        self.column.addWidget(self.count)
        self.cancel = self.add_cancel()
        job.progressed.connect(self._show_progress)
        job.ended.connect(self._end)

    def reject(self) -> None:
        """Ask the job to stop; it may still take a moment."""
        self._job.cancel()
        self.cancel.setEnabled(False)
        self.count.setText(self.tr("Being cancelled"))

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if total and self.cancel.isEnabled():
            self.count.setText(f"{done} / {total}")

    def _end(self) -> None:
        self.done(0)
        self.over.emit()
