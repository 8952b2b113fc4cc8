"""Training in another process, so that no key ever waits for it.

`python -m annotator.suggest.training OUT` reads a JSON object from standard input, writes progress
as lines of JSON to standard output, and the model's arrays to the file OUT.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock, Thread
from typing import IO, TYPE_CHECKING, Any

from annotator.model.article import Article
from annotator.model.codec import annotation_from_json, annotation_to_json
from annotator.model.message import AnnotatorError

if TYPE_CHECKING:
    from annotator.suggest.learned.model import Model
    from annotator.suggest.learned.reading import Lesson


class TrainingError(AnnotatorError):
    """The training process ended without a model."""


class Training:
    """One training: begun by `start`, over when `finished` is called, or after `cancel`.

    `finished` gets the model, or the error; it and `progress` are called on a thread of their own.
    After `cancel` neither is. `texts` are those of other articles: what words are like is learned
    from them too.
    """

    def __init__(
        self,
        lessons: "Sequence[Lesson]",
        finished: "Callable[[Model | TrainingError], None]",
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

    def _trained(self) -> "Model | TrainingError | None":
        with tempfile.TemporaryDirectory(prefix="annotator-training-") as folder:
            out, log = Path(folder, "model.npz"), Path(folder, "log")
            command = [sys.executable, "-m", "annotator.suggest.training", str(out)]
            with log.open("wb") as errors:
                with self._lock:
                    if self._cancelled:
                        return None
                    self._process = subprocess.Popen(  # noqa: S603  # our own module
                        command,
                        stdin=subprocess.PIPE,
                        stdout=subprocess.PIPE,
                        stderr=errors,
                        env=_environment(),
                    )
                with self._process as process:
                    assert process.stdin
                    assert process.stdout
                    self._talk(process.stdin, process.stdout)
                if process.returncode:
                    said = log.read_text(encoding="utf-8", errors="replace").strip()[-500:]
                    return TrainingError("Training ended without a model: {0}", said)
            return _loaded(out)

    def _talk(self, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        try:
            stdin.write(_asked(self._lessons, self._seed, self._texts))
            stdin.close()
        except BrokenPipeError:  # it has ended already: its status says how
            return
        for line in stdout:
            done, of = json.loads(line)
            if not self._cancelled:
                self._progress(done, of)


def _environment() -> dict[str, str]:
    """Return what the process sees: our modules, and one thread for numbers, as seeds need."""
    path = os.pathsep.join(filter(None, sys.path))
    return {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def _asked(lessons: "Sequence[Lesson]", seed: int, texts: "Sequence[str]") -> bytes:
    data = [
        {
            "id": each.article.id,
            "text": each.article.text,
            "annotations": [annotation_to_json(annotation) for annotation in each.annotations],
        }
        for each in lessons
    ]
    return json.dumps({"seed": seed, "lessons": data, "texts": list(texts)}).encode()


def _loaded(path: Path) -> "Model":
    from annotator.suggest.learned.keeping import model_from_bytes

    return model_from_bytes(path.read_bytes())


def main() -> None:
    """Train on what standard input holds."""
    if hasattr(os, "nice"):
        os.nice(10)
    from annotator.suggest.learned.keeping import model_to_bytes
    from annotator.suggest.learned.model import train
    from annotator.suggest.learned.reading import Lesson

    asked: dict[str, Any] = json.load(sys.stdin.buffer)
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
    Path(sys.argv[1]).write_bytes(model_to_bytes(model))


if __name__ == "__main__":
    main()
