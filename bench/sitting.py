"""A window on a project in this process, with everything on that users have on, and keys for it."""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.__main__ import collect_seldom
from annotator.project import Project
from annotator.ui import settings as wishes
from annotator.ui.app import TURN, application, collect_garbage
from annotator.ui.program import Program
from annotator.ui.settings import Settings

PATIENCE = 60.0
"""Seconds to wait for what must happen, before it counts as never."""

_MILLISECOND = 0.001
_HEARTBEAT = 50
"""Milliseconds after which the loop wakes where nothing happens, lest it waits in vain."""


class Paints(QObject):
    """Notes when the paints of a widget end."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._painting = False
        self.ended = 0.0
        """When the last one did, by perf_counter."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or self._painting:
            return False
        self._painting = True
        QApplication.sendEvent(watched, event)
        self._painting = False
        self.ended = time.perf_counter()
        return True

    def frame(self, move: Callable[[], object], arrival: float) -> float:
        """Return the ms from `arrival` of what is to `move` something, to the end of the paint."""
        begun = time.perf_counter()
        move()
        until(lambda: self.ended > begun)
        return (self.ended - arrival) * 1000


class Pace:
    """The beat of the hand: an event comes a while after the last, whatever is being done then.

    So what it waits for, because something is still being done, counts as its latency.
    """

    def __init__(self, between: float) -> None:
        self._between = between
        self._last = 0.0

    def arrival(self) -> float:
        """Let the loop turn until the next event comes; return when that was, by perf_counter."""
        due = max(self._last + self._between, time.perf_counter())
        turn_for(due - time.perf_counter())
        # A timer may be late by a millisecond, with nothing in its way.
        self._last = min(time.perf_counter(), due + _MILLISECOND)
        return self._last


class Sitting:
    """The program's window, run as the program runs it, but for a log."""

    def __init__(self, project: Path) -> None:
        collect_seldom()
        gc.disable()  # as a start does, until the window was seen
        sys.setswitchinterval(TURN)
        self.program = dressed("lan")
        self.program.seen.connect(collect_garbage)
        self.program.show(Project.open(project))
        self.window = self.program.window
        self.editor = self.program.editor
        self.canvas = self.window.canvas
        self.canvas.painted.connect(self._note_paint)
        self._painted = (0, 0.0)
        self._paints = Paints(self.canvas.viewport())
        self.settle()

    def _note_paint(self, entry: int) -> None:
        self._painted = (entry, time.perf_counter())

    def settle(self) -> None:
        """Wait until the suggestions and problems of the open article are there.

        Its words come from another process, in a long article after minutes: as with users.
        """
        until(lambda: self.editor.suggestions.source is not None and self.editor.problems.complete)
        turn_for(0.5)

    def press(self, keys: str, arrival: float | None = None) -> float:
        """Press a key; return the ms from then, or its `arrival`, to the end of the paint shown.

        After an edit that is the first paint that shows it. Raises TimeoutError where none comes.
        """
        began, before = arrival or time.perf_counter(), self.editor.entry
        sent = time.perf_counter()
        send(self.canvas, keys)
        entry = self.editor.entry if self.editor.entry != before else 0
        until(lambda: self._painted[1] > sent and self._painted[0] >= entry)
        return (self._painted[1] - began) * 1000

    def frame(self, move: Callable[[], object], arrival: float | None = None) -> float:
        """Return the ms from a movement to the end of the paint of the text that follows it."""
        return self._paints.frame(move, arrival or time.perf_counter())


class Least(QWidget):
    """The least that a key can be painted by: the baseline of every key."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self._painted = 0.0
        self.resize(1024, 640)
        self.show()
        until(self.isVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._shown = event.text()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(20, 20, self._shown)
        painter.end()
        self._painted = time.perf_counter()

    def press(self, keys: str, arrival: float) -> float:
        """Return the ms from a key to the end of its paint."""
        sent = time.perf_counter()
        send(self, keys)
        until(lambda: self._painted > sent)
        return (self._painted - arrival) * 1000


def dressed(reviewer: str, *, finds_words: bool = True) -> Program:
    """Return the program, without a window yet, as `reviewer` who knows it has it."""
    settings = Settings(None)
    settings[wishes.REVIEWER] = reviewer
    settings[wishes.TOUR_SEEN] = True
    settings[wishes.LANGUAGE] = "en"
    program = Program(application(), settings, finds_words=finds_words)
    program.dress()
    return program


def send(widget: QWidget, keys: str) -> None:
    """Press and release a key, written as in the table of actions, where the focus is."""
    key = QKeySequence(keys)[0]  # pyright: ignore[reportIndexIssue] the stubs lack it
    QTest.keyClick(widget, key.key(), key.keyboardModifiers())


def send_letter(widget: QWidget, letter: str) -> None:
    """Press and release a key with any letter on it: QTest has those of ASCII alone."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, key)


def until(reached: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Let the loop turn until `reached`, asleep where it waits; raises TimeoutError."""
    deadline = time.monotonic() + patience
    waking = QTimer()
    waking.start(_HEARTBEAT)
    while not reached():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > deadline:
            raise TimeoutError


def turn_for(seconds: float) -> None:
    """Let the loop turn, and sleep where there is nothing to do."""
    loop = QEventLoop()
    timer = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(loop.quit)
    timer.start(max(0, round(seconds * 1000)))
    loop.exec()


def resident() -> float:
    """Return the memory of this process, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024
