"""What takes long, off the UI thread: two lanes, one progress, one place where it may fail."""

import sys
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from annotator.model.message import AnnotatorError, Message
from annotator.pausing import pausing

T = TypeVar("T")

_MOMENT, _AFTERWARDS = 30, 12
"""Milliseconds that a key takes to be seen, on a slow machine; and the panels, once it was."""
_PATIENCE = 0.02
"""Seconds that a job waits at once, at most: a key that is held down slows it, and stops none."""

_GLANCE = 0.05
"""Seconds from one report of progress to the next that is shown."""


class Way(QObject):
    """Whether jobs may go on, or a key is to be answered first.

    Python runs one thread at a time; the window's would have to wait for its turn each time it has
    asked the database or Qt.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open = threading.Event()
        self._open.set()
        self._moment = QTimer(self, singleShot=True)
        self._moment.timeout.connect(self.open)

    def give(self) -> None:
        """Let jobs wait for a moment: what a key asked for is to be done and seen first."""
        self._open.clear()
        self._moment.start(_MOMENT)

    def note_paint(self) -> None:
        """Let jobs go on soon: what was asked for was seen."""
        if self._moment.isActive():
            self._moment.start(_AFTERWARDS)

    def open(self) -> None:
        """Let jobs go on now."""
        self._open.set()

    def wait(self) -> None:
        """Wait until jobs may go on, on the thread of one; not for long."""
        self._open.wait(_PATIENCE)


def _nothing(_result: object) -> None:
    pass


class CancelledError(Exception):
    """A job was asked to stop: what it had begun is taken back, and it has no result."""


class Job(QObject):
    """One piece of work: what it is called, how far it is, and a flag that stops it.

    Its function gets the job, calls `report` now and then, and looks at `cancelled`, which lets the
    window's thread go first where that has something to do; or calls `step`, which does both.
    """

    progressed = Signal(int, int)
    """(done, total): total 0 where it is not known."""
    succeeded = Signal(object)
    """What the function returned."""
    failed = Signal(object)
    """(AnnotatorError): why it was not done; never after `abandon`."""
    ended = Signal()
    """After `succeeded` or `failed`; alone, where it was cancelled at a `step`."""
    left = Signal()
    """Its thread is done with it."""
    _went_wrong = Signal(object)
    """What `failed` tells once whoever began the job has had the time to listen."""

    def __init__(
        self, title: str, then: Callable[[Any], None], way: Way, parent: QObject, *, urgent: bool
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.urgent = urgent
        self._then = then
        self._wanted = True
        self.way = way
        self._stop = threading.Event()
        self._told = 0.0
        self.succeeded.connect(self._deliver)
        self._went_wrong.connect(self._fail)

    def report(self, done: int, total: int, _message: Message | str = "") -> None:
        """Say how far the work is; may be called on any thread, and as often as one likes."""
        now = time.monotonic()
        if now - self._told > _GLANCE:
            self._told = now
            self.progressed.emit(done, total)

    def cancel(self) -> None:
        """Ask the work to stop and to take back what it has done."""
        self._stop.set()

    def abandon(self) -> None:
        """Cancel, and tell nobody what came of it."""
        self._wanted = False
        self.cancel()

    def cancelled(self) -> bool:
        """Return whether the work was asked to stop."""
        self.way.wait()
        return self._stop.is_set()

    def step(self, done: int, total: int) -> None:
        """Say how far the work is; raises CancelledError where it was asked to stop.

        Waits for nothing, for whoever calls it may hold what others wait for.
        """
        if self._stop.is_set():
            raise CancelledError
        self.report(done, total)

    def go_wrong(self, error: AnnotatorError) -> None:
        """Say, on the thread of the job, why it was not done."""
        self._went_wrong.emit(error)

    def _deliver(self, result: object) -> None:
        if self._wanted:
            self._then(result)

    def _fail(self, error: AnnotatorError) -> None:
        if self._wanted:
            self.failed.emit(error)


class Work(QObject):
    """Does jobs one after another on a thread of its own, and urgent ones beside them."""

    changed = Signal()
    """A job was begun or has ended."""
    failed = Signal(object)
    """(AnnotatorError): a job was not done."""

    def __init__(self, parent: QObject | None = None, way: Way | None = None) -> None:
        super().__init__(parent)
        self.way = way or Way(self)
        self.jobs: list[Job] = []
        """Those that are not done, the urgent ones first."""
        self._lane, self._urgent = QThreadPool(self), QThreadPool(self)
        for lane in (self._lane, self._urgent):
            lane.setMaxThreadCount(1)

    def begin(
        self,
        title: str,
        do: Callable[[Job], T],
        then: Callable[[T], None] = _nothing,
        *,
        urgent: bool = False,
    ) -> Job:
        """Do `do(job)` in the background, and `then` with its result on this thread.

        What is `urgent`, for a person waits for it, waits for other urgent jobs alone.
        """
        job = Job(title, then, self.way, self, urgent=urgent)
        before = sum(each.urgent for each in self.jobs) if urgent else len(self.jobs)
        self.jobs.insert(before, job)
        job.failed.connect(self.failed)
        job.left.connect(self._forget)
        lane = self._urgent if urgent else self._lane
        lane.start(lambda: _run(job, do))  # PySide forgets to let go of some QRunnables
        self.changed.emit()
        return job

    def stop(self) -> None:
        """Cancel every job, wait until the last has ended, and do nothing with the results."""
        self.way.open()
        for job in self.jobs:
            job.abandon()
        self._lane.waitForDone()
        self._urgent.waitForDone()
        self.jobs.clear()

    def _forget(self) -> None:
        job = self.sender()
        assert isinstance(job, Job)
        if job in self.jobs:
            self.jobs.remove(job)
        job.ended.emit()
        job.deleteLater()
        self.changed.emit()


def _run(job: Job, do: Callable[[Job], object]) -> None:
    try:
        with pausing(job.way.wait):
            result = do(job)
    except CancelledError:
        pass
    except AnnotatorError as error:
        job.go_wrong(error)
    except Exception as error:  # noqa: BLE001 whatever it is: it is logged, and said
        sys.excepthook(type(error), error, error.__traceback__)
        job.go_wrong(AnnotatorError("That was not done: {0}.", error))
    else:
        job.succeeded.emit(result)
    finally:
        job.left.emit()
