"""Finds the articles that the list asks for, in the background where there are many."""

from contextlib import closing
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.project import ListQuery, Numbers, Project
from annotator.ui.work import Job, Way, Work

_AT_ONCE = 5000
"""Articles of a project that is so small that finding takes no time."""


class ArticleFinder(QObject):
    """Answers one question at a time: a further one ends the one before."""

    found = Signal(object)
    """(Numbers): the next articles that fit."""
    ended = Signal(int)
    """(how many articles the whole list has): all that fit were found."""
    failed = Signal(object)
    """(AnnotatorError): why they could not be found."""

    _arrived = Signal(object, object)
    """(Job, Numbers): what a job has found; comes from its thread."""

    def __init__(self, project: Project, way: Way, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._work = Work(self, way)
        self._work.failed.connect(self.failed)
        self._job: Job | None = None
        self._arrived.connect(self._take)

    def takes_long(self) -> bool:
        """Return whether there are so many articles that they are found in the background."""
        return self._project.listing.reach() > _AT_ONCE

    def begin(self, query: ListQuery) -> None:
        """Find what is asked for: all of it before this returns, or in the background."""
        self.give_up()
        if self.takes_long():
            self._job = self._work.begin("", partial(self._find, query), self._end)
            return
        listing = self._project.listing
        for block in listing.find(query):
            self.found.emit(block)
        self.ended.emit(listing.count())

    def stop(self) -> None:
        """End what goes on, and wait for it."""
        self._job = None
        self._work.stop()

    def give_up(self) -> None:
        """Find no more, and tell of nothing more."""
        self._job = None
        for job in self._work.jobs:
            job.abandon()

    def _find(self, query: ListQuery, job: Job) -> int:
        with closing(self._project.reader()) as reader:
            for block in reader.listing.find(query, job.cancelled):
                self._arrived.emit(job, block)
            return 0 if job.cancelled() else reader.listing.count()

    def _take(self, job: Job, block: Numbers) -> None:
        if job is self._job:
            self.found.emit(block)

    def _end(self, total: int) -> None:
        self._job = None
        self.ended.emit(total)
