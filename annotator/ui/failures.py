"""What nobody foresaw: written down in full, told in a sentence, and survived."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

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
        self.happened.connect(self._say)

    def watch(self) -> None:
        """Take exceptions from now on."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        sys.excepthook = self._take
        threading.excepthook = self._take_of_thread

    def unwatch(self) -> None:
        """Leave exceptions to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _take_of_thread(self, args: threading.ExceptHookArgs) -> None:
        self._take(args.exc_type, args.exc_value, args.exc_traceback)

    def _take(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        sys.__excepthook__(kind, error or kind(), traceback)
        self._write(kind, error or kind(), traceback)
        self.happened.emit(f"{kind.__name__}: {error}")

    def _write(
        self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        import logging  # it brings much, for what should never happen
        from logging.handlers import RotatingFileHandler

        handler = RotatingFileHandler(
            self.log, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        logger = logging.Logger("annotator")
        logger.addHandler(handler)
        logger.error("%s", error, exc_info=(kind, error, traceback))
        handler.close()

    def _say(self, what: str) -> None:
        sentence = self.tr("Something went wrong: {0}. It is written down in {1}.")
        self._tell(sentence.format(what.rstrip("."), self.log))
