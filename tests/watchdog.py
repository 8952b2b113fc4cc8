"""Finds what keeps the event loop of the window from turning."""

import faulthandler
import functools
import inspect
import os
import re
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import IO, Any, NamedTuple, Self
from unittest.mock import patch

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

BOUND = 50.0
"""Milliseconds that the event loop may be at work before it looks for the next event."""

DOUBT = 1.5
"""How much longer a turn of BOUND is found to take at times, where other programs run as well."""

_LOOK = 0.005
"""Seconds from one look at the thread of the window to the next."""

_LATE = 0.8 * BOUND
"""Milliseconds after which it is noted where a turn stands: it may end before the next look."""

_CALLERS = re.compile(r"/site-packages/|/tests/watchdog\.py|\"<string>\"")
"""What calls a test, in the lines of a stack."""

_EVENTS = (
    *("keyClick", "keyPress", "keyRelease", "keySequence"),
    *("mouseClick", "mouseDClick", "mouseMove", "mousePress", "mouseRelease"),
)
_INTO_THE_LOOP = (
    (QCoreApplication, ("processEvents", "sendEvent")),
    (QEventLoop, ("exec", "processEvents")),
    (QTest, (*_EVENTS, "qWait", "qWaitForWindowActive", "qWaitForWindowExposed")),
    (QtBot, _EVENTS),
)
"""What a test calls to let the window do its work, as the loop or as one event of it."""


_PACE = 0.001
"""Seconds that the same sum takes on a laptop that has nothing else to do."""

_ASKS: signal.Signals | None = getattr(signal, "SIGUSR1", None)
"""The signal at which the thread of the window tells where it stands; not every system has it."""


class Block(NamedTuple):
    """A turn of the loop that took too long: processor time, and where it was in the middle."""

    milliseconds: float
    stack: str

    def __str__(self) -> str:
        return f"the event loop was blocked for {self.milliseconds:.0f} ms:\n{self.stack}"


class Watchdog:
    """Notes each turn of the event loop that takes more than BOUND, as long as it is entered.

    A turn goes from one sign of life of the event dispatcher to the next, or to where the test's
    own code goes on: what a test does by itself is no turn. It is measured in processor time of
    this thread, so that neither waiting for events nor other programs count; a wait for a lock or
    the disk is not seen. What is beyond BOUND counts as if the processor were as fast as a laptop's
    and had no more to do than it can at once: memory is slower for all who share it.

    Where a turn stands is told by `faulthandler` on the thread of the window itself, as a signal
    asks it to. Nothing keeps a frame so: whoever keeps one may be the last to let go of a QPainter,
    on the wrong thread. Nor are other threads asked: Python lists one shortly before it is made.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        """What was found, in order."""
        self._inside = False
        """Whether the loop has what the test gave it to do."""
        self._began = 0.0
        """Processor time of this thread when the turn began, in seconds."""
        self._stack = ""
        self._end = threading.Event()
        self._watcher = threading.Thread(target=self._look, name="watchdog", daemon=True)
        self._undo = ExitStack()

    def __enter__(self) -> Self:
        for owner, names in _INTO_THE_LOOP:
            for name in names:
                self._undo.enter_context(patch.object(owner, name, self._entry(owner, name)))
        for owner in (QTest, QtBot):
            self._undo.enter_context(patch.object(owner, "keyClicks", staticmethod(_key_clicks)))
        dispatcher = QAbstractEventDispatcher.instance()
        for sign in (dispatcher.awake, dispatcher.aboutToBlock):
            sign.connect(self._turn)
            self._undo.callback(sign.disconnect, self._turn)
        self._watcher.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end.set()
        self._watcher.join()
        self._undo.close()

    def _entry(self, owner: type, name: str) -> object:
        """Return what stands for a function of `owner`, and opens and ends a turn."""
        enter: Callable[..., Any] = getattr(owner, name)

        @functools.wraps(enter)
        def entered(*args: object, **more: object) -> Any:
            if self._inside:
                return enter(*args, **more)
            self._inside, self._began = True, time.thread_time()
            try:
                return enter(*args, **more)
            finally:
                self._turn()
                self._inside = False

        is_static = isinstance(inspect.getattr_static(owner, name), staticmethod)
        return staticmethod(entered) if is_static else entered

    def _turn(self) -> None:
        now = time.thread_time()
        milliseconds = (now - self._began) * 1000
        if self._inside and milliseconds > BOUND:
            milliseconds *= min(1.0, _PACE / _pace()) / _crowding()
            if milliseconds > BOUND:
                self.blocks.append(Block(milliseconds, self._stack))
        self._began, self._stack = time.thread_time(), ""

    def _look(self) -> None:
        """Note where a turn stands that takes too long; once for each."""
        main = threading.main_thread().ident
        if main is None or _ASKS is None or not hasattr(time, "pthread_getcpuclockid"):
            return
        file = _told()
        clock = time.pthread_getcpuclockid(main)
        while not self._end.wait(_LOOK):
            began = self._began
            late = (time.clock_gettime(clock) - began) * 1000 > _LATE
            if self._inside and late and not self._stack:
                file.seek(0)
                file.truncate()
                signal.pthread_kill(main, _ASKS)
                self._end.wait(_LOOK)
                file.seek(0)
                stack = _without_callers(file.read())
                if began == self._began:
                    self._stack = stack


def _pace() -> float:
    """Return the processor time that a sum takes now, in seconds."""
    began = time.thread_time()
    sum(range(50_000))
    return time.thread_time() - began


def _crowding() -> float:
    """Return how many programs each processor has to do with, as an average over the last minute.

    Between one and two: with more than that a test would say nothing.
    """
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 1.0
    return min(2.0, max(1.0, load / (os.cpu_count() or 1)))


def _key_clicks(widget: QWidget, letters: str, *more: Any) -> None:
    """Do what QTest.keyClicks does, one event after another."""
    for letter in letters:
        QTest.keyClick(widget, letter, *more)


@functools.cache
def _told() -> IO[str]:
    """Return the file into which the thread of the window writes where it stands when it is asked.

    It does so from now on as long as the process lives: a signal that nobody waits for ends that.
    """
    file = tempfile.TemporaryFile("w+")  # noqa: SIM115 it is never closed
    assert _ASKS
    faulthandler.register(_ASKS, file, all_threads=False)
    return file


def _without_callers(stack: str) -> str:
    """Return what `faulthandler` says of one thread, without what called the test."""
    return "\n".join(line for line in stack.splitlines()[1:] if not _CALLERS.search(line))
