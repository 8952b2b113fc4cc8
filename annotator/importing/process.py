"""The process that imports: `python -m annotator.importing.process`, begun by the window's."""

import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from typing import Any, BinaryIO

from annotator.formats.format import Found
from annotator.formats.look import relabelled
from annotator.formats.reading import read
from annotator.importing.wire import (
    Incoming,
    error_to_json,
    line,
    report_to_json,
    request_from_json,
)
from annotator.model.message import AnnotatorError
from annotator.project import ImportReport, Project
from annotator.store.lending import open_beside

_SELDOM = 0.05
"""Seconds from one report of progress to the next."""


class Window:
    """The process that began this one: it says when this one may write, and may stop it.

    Serves as the project's lane for writes.
    """

    def __init__(self, said: BinaryIO, told: BinaryIO) -> None:
        self._said = said
        self._told = told
        self._telling = threading.Lock()
        self._lane = threading.Lock()
        self._granted = threading.Event()
        self._hurried = False
        self._stopped = False
        self._reported = 0.0
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def awaited(self) -> bool:
        """Whether somebody waits to write until this process has done so."""
        return self._hurried

    @contextmanager
    def turn(self) -> Generator[None, None, None]:
        """Wait until this process may write, then let the block run."""
        with self._lane:
            self.tell("turn")
            self._granted.wait()
            self._granted.clear()
            try:
                yield
            finally:
                self.tell("over")

    def tell(self, word: str, *values: object) -> None:
        """Send a line, on any thread."""
        with self._telling:
            self._told.write(line(word, *values))
            self._told.flush()

    def report(self, done: int, total: int, title: str) -> None:
        """Say how far the import is; may be called as often as one likes."""
        now = time.monotonic()
        if now > self._reported + _SELDOM:
            self._reported = now
            self.tell("read", done, total, title)

    def cancelled(self) -> bool:
        """Return whether the import is to stop."""
        return self._stopped

    def _listen(self) -> None:
        for said in self._said:
            match json.loads(said):
                case ["go"]:
                    self._hurried = False
                    self._granted.set()
                case ["hurry"]:
                    self._hurried = True
                case _:
                    self._stopped = True
        os._exit(1)  # the window is gone; what was written is removed when the project is opened


def _bring_in(data: dict[str, Any], window: Window) -> ImportReport:
    place, incoming, by = request_from_json(data)
    with closing(Project(open_beside(place, window))) as project:
        return project.add(
            relabelled(_found(incoming, by), incoming.renamed),
            by=by,
            progress=window.report,
            cancelled=window.cancelled,
        )


def _found(incoming: Incoming, by: str) -> Iterator[Found]:
    for path in incoming.paths:
        yield from read(path, incoming.format, by)


def main() -> None:
    """Do what the first line asks for, and say what came of it.

    It does not step back for others: the window may wait for its turn to end.
    """
    told = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no line of ours
    _, request = json.loads(sys.stdin.buffer.readline())
    window = Window(sys.stdin.buffer, told)
    try:
        report = _bring_in(request, window)
    except AnnotatorError as error:
        window.tell("failed", error_to_json(error))
    except Exception:  # noqa: BLE001 whatever it is: the window logs it, and says so
        window.tell("broken", traceback.format_exc())
    else:
        window.tell("done", report_to_json(report))


if __name__ == "__main__":
    main()
