"""The watchdog sees what the event loop does, and nothing else."""

import threading
import time

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.watchdog import BOUND, Watchdog

TOO_LONG = 8 * BOUND / 1000
"""Seconds of the processor: on a slow machine with much to do less counts."""


def compute() -> None:
    """Keep the processor busy for longer than the loop may be."""
    began = time.thread_time()
    while time.thread_time() - began < TOO_LONG:
        pass


class Slow(QWidget):
    """Computes at each key."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        compute()


pytestmark = pytest.mark.blocks("what blocks is what is found", up_to=1000)


@pytest.fixture
def watchdog(qapp: QApplication) -> Watchdog:
    """Return one beside that of every test."""
    return Watchdog()


def test_what_the_loop_does_is_found_with_its_place(qtbot: QtBot, watchdog: Watchdog) -> None:
    done: list[object] = []
    QTimer.singleShot(0, compute)
    QTimer.singleShot(1, lambda: done.append(1))
    with watchdog:
        qtbot.waitUntil(lambda: bool(done))
    [block] = watchdog.blocks
    assert block.milliseconds > BOUND
    assert "in compute" in block.stack
    assert "in compute" in str(block)


def test_a_key_is_a_turn(qtbot: QtBot, watchdog: Watchdog) -> None:
    widget = Slow()
    qtbot.addWidget(widget)
    with watchdog:
        qtbot.keyClicks(widget, "ab")
        qtbot.keyClick(widget, Qt.Key.Key_Home)
    assert len(watchdog.blocks) == 3


def test_each_turn_is_measured_alone(qtbot: QtBot, watchdog: Watchdog) -> None:
    parent = QObject()
    times: list[float] = []

    def a_bit() -> None:
        began = time.thread_time()
        while time.thread_time() - began < BOUND / 2000:
            pass
        times.append(began)
        if len(times) < 9:
            QTimer.singleShot(0, parent, a_bit)

    QTimer.singleShot(0, parent, a_bit)
    with watchdog:
        qtbot.waitUntil(lambda: len(times) == 9)
    assert not watchdog.blocks


def test_neither_the_test_itself_nor_a_wait_nor_another_thread_is_a_turn(
    qtbot: QtBot, watchdog: Watchdog
) -> None:
    other = threading.Thread(target=compute)
    with watchdog:
        other.start()
        compute()
        qtbot.wait(int(2 * BOUND))
        qtbot.waitUntil(lambda: compute() or not other.is_alive())
    other.join()
    assert not watchdog.blocks
