"""Suggestions by a command: a line of JSON in, a line of JSON out, in the project's own form."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import Empty, Queue
from typing import IO

from annotator.model.article import Article
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.suggest.outside import OutsideError, suggestions_from
from annotator.suggest.suggestion import Suggestion

SECONDS = 30.0
CONFIDENCE = 0.7
"""What is held of a command's proposals: its lines say nothing of confidence."""


class Command:
    """The suggester that is a program: asked on standard input, it answers on standard output.

    It is started when first asked, and asked again and again, an article a line; `close` ends it.
    `written` makes the line for a layer, `read` the layer of a line, and raises AnnotatorError:
    they are those of the format JSONL, which this package does not know.
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        written: Callable[[Layer], str],
        read: Callable[[str], Layer],
        seconds: float = SECONDS,
    ) -> None:
        self.name = name
        self._command = list(command)
        self._written = written
        self._read = read
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: Queue[bytes] = Queue()
        self._lock = threading.Lock()
        """Held by whoever asks it."""
        self._closing = threading.RLock()
        """Held by whoever begins or ends it."""
        self._closed = False

    def suggest(self, article: Article, layer: Layer) -> list[Suggestion]:
        """Return what it answers for `layer`; raises OutsideError.

        One that does not answer in time, or answers something else, is ended, and started anew when
        asked again: what it writes next would be no answer to what it is asked next.
        """
        with self._lock:
            line = self._answer(self._written(layer))
        try:
            answer = self._understood(line)
            if answer.article.text != article.text:
                raise OutsideError(
                    "{0} answers with another text than it was asked about.", self.name
                )
        except AnnotatorError:
            self._give_up()
            raise
        found = [(each, CONFIDENCE) for each in answer]
        return suggestions_from(self.name, found, len(article.text))

    def learn(self, article: Article, edit: Edit) -> None:
        """Do nothing: it sees the layer each time it is asked."""

    def refuse(self, article: Article, suggestion: Suggestion, times: int = 1) -> None:
        """Do nothing."""

    def close(self) -> None:
        """End the program, if it runs; whoever is about to ask it on another thread starts none."""
        with self._closing:
            self._closed = True
            self._give_up()

    def _give_up(self) -> None:
        """End the program, if it runs: it may be started anew."""
        with self._closing:
            process, self._process = self._process, None
            if process is not None:
                _end(process)

    def _answer(self, asked: str) -> bytes:
        process = self._running()
        assert process.stdin
        writer = threading.Thread(target=_write, args=(process.stdin, asked), daemon=True)
        writer.start()
        try:
            line = self._lines.get(timeout=self._seconds)
        except Empty:
            self._give_up()
            raise OutsideError(
                "{0} did not answer within {1} seconds, and was ended.",
                self.name, f"{self._seconds:g}",
            ) from None  # fmt: skip
        if not line.endswith(b"\n"):
            self._give_up()
            status = process.returncode
            raise OutsideError("{0} ended with status {1} before it answered.", self.name, status)
        return line

    def _understood(self, line: bytes) -> Layer:
        try:
            return self._read(line.decode())
        except UnicodeDecodeError as error:
            raise OutsideError("{0} does not answer in UTF-8.", self.name) from error
        except AnnotatorError as error:
            error.where = self.name
            raise

    def _running(self) -> subprocess.Popen[bytes]:
        with self._closing:
            if self._closed:
                raise OutsideError("{0} was ended.", self.name)
            if self._process is None or self._process.poll() is not None:
                self._give_up()
                self._process = self._started()
            return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        try:
            process = subprocess.Popen(  # noqa: S603  # the person's own
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            raise OutsideError("{0} can't be started: {1}.", self.name, error) from error
        assert process.stdout
        self._lines = Queue()
        threading.Thread(target=_hand_on, args=(process.stdout, self._lines), daemon=True).start()
        return process


def _write(stream: IO[bytes], line: str) -> None:
    try:
        stream.write(line.encode() + b"\n")
        stream.flush()
    except (OSError, ValueError):  # it has ended: whoever waits for its answer finds out
        return


def _hand_on(stream: IO[bytes], lines: "Queue[bytes]") -> None:
    """Put each line into `lines`, and an empty one at the end."""
    with stream:
        for line in stream:
            lines.put(line)
    lines.put(b"")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program, and those that it began itself, which may hold its output."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(OSError):  # they have ended
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert process.stdin
    with suppress(OSError):  # what it did not read is lost
        process.stdin.close()
