"""A search through the project on a thread of its own; hits come as they are found."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.project import Project
from annotator.search.hits import Hit
from annotator.search.query import Condition
from annotator.ui.work import Job, Way, Work

MOST = 20_000
"""Hits that are listed; the command line lists them all."""

_PAUSE = 0.05
"""Seconds for which hits are gathered before they are shown."""


class Searching(QObject):
    """Searches for one thing at a time: a new search ends the one before."""

    found = Signal(list)
    """([Hit]): some more."""
    progressed = Signal(int, int)
    """(articles looked through, of how many)."""
    ended = Signal(bool)
    """(complete): all was looked through; else there are more hits than are listed."""
    failed = Signal(object)
    """(AnnotatorError)."""
    _gathered = Signal(Job, list)

    def __init__(self, parent: QObject, way: Way) -> None:
        super().__init__(parent)
        self.work = Work(self, way)
        """The search, and before it one that was given up and is still in an article."""
        self._job: Job | None = None
        self._gathered.connect(self._deliver)

    @property
    def is_on(self) -> bool:
        """Whether more may come."""
        return self._job is not None

    def begin(self, project: Project, condition: Condition) -> None:
        """Search for `condition`, and for nothing else any more."""
        self.give_up()

        def search(job: Job) -> bool:
            return _Gathering(job, self._gathered.emit).gather(project, condition)

        self._job = self.work.begin("", search, self._end)
        self._job.progressed.connect(self.progressed)
        self._job.failed.connect(self._fail)

    def give_up(self) -> None:
        """Search no more: what still is found in an article that is looked through goes nowhere."""
        if self._job:
            self._job.progressed.disconnect(self.progressed)
            self._job.abandon()
            self._job = None

    def _deliver(self, job: Job, hits: list[Hit]) -> None:
        if job is self._job:
            self.found.emit(hits)

    def _end(self, complete: bool) -> None:
        self._job = None
        self.ended.emit(complete)

    def _fail(self, error: object) -> None:
        self._job = None
        self.failed.emit(error)


class _Gathering:
    """The search itself, on its thread: hands on what it found every now and then."""

    def __init__(self, job: Job, hand_on: Callable[[Job, list[Hit]], None]) -> None:
        self._job = job
        self._hand_on = hand_on
        self._hits: list[Hit] = []
        self._shown = 0.0

    def gather(self, project: Project, condition: Condition) -> bool:
        """Return whether all was looked through: else there are more hits than are listed."""
        count = 0
        if self._job.cancelled():
            return False
        for hit in project.search(condition, self._report, self._job.cancelled):
            self._hits.append(hit)
            count += 1
            if count == MOST:
                break
        self._flush()
        return count < MOST

    def _report(self, done: int, total: int, _title: str) -> None:
        if time.monotonic() - self._shown > _PAUSE:
            self._shown = time.monotonic()
            self._job.report(done, total)
            self._flush()

    def _flush(self) -> None:
        if self._hits:
            self._hand_on(self._job, self._hits)
            self._hits = []
