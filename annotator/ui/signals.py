"""Signals of the system (SIGTERM, SIGINT) as a Qt signal."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class SystemSignals(QObject):
    """Emits `asked_to_end` where the system or a person in a terminal asks the program to end.

    Python runs its handlers between two of its own instructions, of which there may be none for
    long while Qt waits for events; so the signal's number wakes Qt through a socket.
    """

    asked_to_end = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)

    def watch(self) -> None:
        """Take the signals from now on."""
        signal.set_wakeup_fd(self._write.fileno())
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: None)

    def _take(self) -> None:
        self._read.recv(16)
        self.asked_to_end.emit()
