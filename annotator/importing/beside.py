"""The window's side of an import: it grants turns, hears how far it is, and may end it."""

import json
import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from typing import Any

from annotator import processes
from annotator.importing.wire import (
    Incoming,
    Request,
    error_from_json,
    line,
    report_from_json,
    request_to_json,
)
from annotator.model.message import AnnotatorError
from annotator.project import ImportReport, Progress, Project

_GLANCE = 0.1
"""Seconds after which it is looked at whether the import is to stop."""
_PATIENCE = 5.0
"""Seconds that a process which is to stop may be silent."""


def bring_in(
    project: Project,
    incoming: Incoming,
    by: str,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> ImportReport:
    """Add what files and folders hold, as `Project.add` does, by another process.

    May be called on any thread. Raises AnnotatorError where it can't be done, and RuntimeError for
    a fault of that process; what it had written is removed then.
    """
    request = Request(project.lending.place(), incoming, by)
    try:
        with closing(_Process(request)) as process:
            return _Import(project, process, progress, cancelled).report()
    except BaseException:
        project.lending.discard_unfinished()  # of one that was killed
        raise


class _Process:
    """The process that reads and writes, and what it has said so far."""

    def __init__(self, request: Request) -> None:
        try:
            self._process = processes.begin("annotator.importing.process")
        except OSError as error:
            raise AnnotatorError("The import can't be begun: {0}.", error.strerror) from error
        self._said = queue.SimpleQueue[list[Any] | None]()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.tell("import", request_to_json(request))

    def tell(self, word: str, *values: object) -> None:
        """Send a line, on any thread; where the process has ended that is heard soon."""
        assert self._process.stdin
        with suppress(OSError):  # one write, so that lines of two threads do not mix
            os.write(self._process.stdin.fileno(), line(word, *values))

    def hear(self, seconds: float | None = None) -> list[Any] | None:
        """Return the next line; raises queue.Empty after `seconds`. None: the process has ended."""
        return self._said.get(timeout=seconds)

    def close(self) -> None:
        """End the process, if it has not ended."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_GLANCE)
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _listen(self) -> None:
        assert self._process.stdout
        try:
            for said in self._process.stdout:
                self._said.put(json.loads(said))
        finally:
            self._said.put(None)


class _Import:
    def __init__(
        self,
        project: Project,
        process: _Process,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> None:
        self._project = project
        self._process = process
        self._progress = progress
        self._cancelled = cancelled
        self._stopped = False

    def report(self) -> ImportReport:
        """Return what came of it, when it has ended."""
        heard = time.monotonic()
        while True:
            self._stop_if_cancelled()
            try:
                said = self._process.hear(_GLANCE)
            except queue.Empty:
                if self._stopped and time.monotonic() > heard + _PATIENCE:
                    self._process.close()
                continue
            heard = time.monotonic()
            if (report := self._take(said)) is not None:
                return report

    def _stop_if_cancelled(self) -> None:
        if self._cancelled() and not self._stopped:
            self._stopped = True
            self._process.tell("stop")

    def _take(self, said: list[Any] | None) -> ImportReport | None:
        match said:
            case ["read", done, total, title]:
                self._progress(done, total, title)
            case ["turn"]:
                return self._lend()
            case ["done", report]:
                return report_from_json(report)
            case ["failed", error]:
                raise error_from_json(error)
            case ["broken", trace]:
                raise RuntimeError(trace)
            case _ if self._stopped:  # it had to be killed
                self._project.lending.discard_unfinished()
                return ImportReport(0, 0, 0, [], [], cancelled=True)
            case _:
                raise AnnotatorError("The import has ended by itself. Nothing was added.")
        return None

    def _lend(self) -> ImportReport | None:
        """Let the process write until it has done so."""
        with self._project.lending.turn(lambda: self._process.tell("hurry")):
            self._process.tell("go")
            while (said := self._process.hear()) and said != ["over"]:
                self._take(said)
        return self._take(None) if said is None else None
