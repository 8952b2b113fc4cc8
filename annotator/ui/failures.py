"""What nobody foresaw: written down in full, told in a sentence, and survived."""

import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

_LARGEST = 1_000_000
"""Bytes of a log before it gives way to a new one."""


class Failures(QObject):
    """Takes every exception that reached no one, on whatever thread."""

    happened = Signal(str)
    """A sentence about it; comes on the thread of this object."""

    def __init__(self, log: Path, tell: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self.log = log
        self._tell = tell
        self._logger = logging.getLogger("annotator")
        self.happened.connect(self._say, Qt.ConnectionType.AutoConnection)

    def watch(self) -> None:
        """Take exceptions from now on."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            self.log, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        self._logger.addHandler(handler)
        sys.excepthook = self._take
        threading.excepthook = lambda args: self._take(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def _take(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        sys.__excepthook__(kind, error or kind(), traceback)
        self._logger.error("%s", error, exc_info=(kind, error or kind(), traceback))
        self.happened.emit(f"{kind.__name__}: {error}")

    def _say(self, what: str) -> None:
        self._tell(what)
