"""Training in another process, so that no key ever waits for it.

`python -m annotator.suggest.training` reads a JSON object, a line of standard input, writes
progress as lines of JSON to standard output, and behind the last one the model's arrays. It ends
when standard input does: nobody waits for it any more.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock, Thread
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from annotator import processes
from annotator.model.article import Article
from annotator.model.codec import annotation_from_json, annotation_to_json
from annotator.model.message import AnnotatorError

if TYPE_CHECKING:
    from annotator.suggest.learned.model import Model
    from annotator.suggest.learned.reading import Lesson


_MODEL = b"model\n"
"""The line behind which the model comes."""


class TrainingError(AnnotatorError):
    """The training process ended without a model."""


class Trained(NamedTuple):
    """A model, and the bytes that a project keeps of it."""

    model: "Model"
    state: bytes


class Training:
    """One training: begun by `start`, over when `finished` is called, or after `cancel`.

    `finished` gets what was trained, or the error; it and `progress` are called on a thread of
    their own. After `cancel` neither is. `texts` are those of other articles: what words are like
    is learned from them too.
    """

    def __init__(
        self,
        lessons: "Sequence[Lesson]",
        finished: Callable[[Trained | TrainingError], None],
        seed: int = 0,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        texts: "Sequence[str]" = (),
    ) -> None:
        self._lessons = lessons
        self._texts = texts
        self._finished = finished
        self._seed = seed
        self._progress = progress
        self._lock = Lock()
        self._cancelled = False
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = Thread(target=self._run, name="training", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def cancel(self) -> None:
        """End the process, if it runs; new data need a new training."""
        with self._lock:
            self._cancelled = True
            if self._process is not None:
                self._process.kill()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for its end; return whether it has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        outcome = self._trained()
        with self._lock:
            cancelled = self._cancelled
        if not cancelled and outcome is not None:
            self._finished(outcome)

    def _trained(self) -> Trained | TrainingError | None:
        with tempfile.TemporaryFile() as errors:
            with self._lock:
                if self._cancelled:
                    return None
                self._process = processes.begin("annotator.suggest.training", errors)
            with self._process as process:
                assert process.stdin
                assert process.stdout
                state = self._talk(process.stdin, process.stdout)
            if process.returncode or not state:
                errors.seek(0)
                said = errors.read().decode(errors="replace").strip()[-500:]
                reason = said or process.returncode
                return TrainingError("Training ended without a model: {0}", reason)
            return Trained(_loaded(state), state)

    def _talk(self, stdin: IO[bytes], stdout: IO[bytes]) -> bytes:
        """Tell the process what to learn from, and return its model; empty: it gave none."""
        try:
            stdin.write(_asked(self._lessons, self._seed, self._texts))
            stdin.flush()
        except OSError:  # it has ended already: its status says how
            with suppress(OSError):
                stdin.close()  # which tries once more
            return b""
        for line in stdout:
            if line == _MODEL:
                return stdout.read()
            done, of = json.loads(line)
            if not self._cancelled:
                self._progress(done, of)
        return b""


def _asked(lessons: "Sequence[Lesson]", seed: int, texts: "Sequence[str]") -> bytes:
    data = [
        {
            "id": each.article.id,
            "text": each.article.text,
            "annotations": [annotation_to_json(annotation) for annotation in each.annotations],
        }
        for each in lessons
    ]
    return json.dumps({"seed": seed, "lessons": data, "texts": list(texts)}).encode() + b"\n"


def _loaded(state: bytes) -> "Model":
    from annotator.suggest.learned.keeping import model_from_bytes

    return model_from_bytes(state)


def _end_when_left() -> None:
    """End this process when the one that began it has ended, however that did."""
    sys.stdin.buffer.read()
    os._exit(1)


def main() -> None:
    """Train on what standard input holds."""
    processes.step_back()
    from annotator.suggest.learned.keeping import model_to_bytes
    from annotator.suggest.learned.model import train
    from annotator.suggest.learned.reading import Lesson

    asked: dict[str, Any] = json.loads(sys.stdin.buffer.readline())
    Thread(target=_end_when_left, daemon=True).start()
    lessons = [
        Lesson(
            Article(each["id"], each["text"]), tuple(map(annotation_from_json, each["annotations"]))
        )
        for each in asked["lessons"]
    ]

    def tell(done: int, of: int) -> None:
        sys.stdout.write(f"{json.dumps([done, of])}\n")
        sys.stdout.flush()

    model = train(lessons, asked["seed"], tell, texts=asked["texts"])
    sys.stdout.buffer.write(_MODEL + model_to_bytes(model))
    sys.stdout.flush()
    os._exit(0)  # the other thread still reads


if __name__ == "__main__":
    main()
