"""Words of many articles, found by another process while this one reads and writes.

`python -m annotator.store.indexing` reads lines of standard input, each a JSON array of arrays of
texts, and answers each by a line with an array of their words. It ends when standard input does.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait

import orjson

from annotator import processes
from annotator.model.article import Article
from annotator.store.index_words import index_words, words_of

_FEW, _SOME = 200_000, 800_000
"""Characters of articles after which a process is begun, and after which it has long begun."""


_PATIENCE = 60.0
"""Seconds for the words of some articles, which take a tenth of one."""
_GLANCE = 0.1
"""Seconds that an answer is waited for before it is looked whether it still is wanted."""


class GivenUpError(Exception):
    """The words are not wanted any more."""


class Indexing:
    """Finds the words of articles, some after others; `close` ends the process.

    Where that can't be begun, ends or answers otherwise than it should, this one finds the words.
    """

    def __init__(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._cancelled = cancelled
        self._characters = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._failed = False
        self._thread = ThreadPoolExecutor(max_workers=1)
        """Talks with the process, so that its answer is taken as soon as it comes."""

    def ask(self, articles: Sequence[Article]) -> Callable[[], Sequence[str]]:
        """Begin with `articles`; returns what waits for the words of each, as `index_words` has it.

        To be called before the next are asked for; raises GivenUpError where it is cancelled.
        """
        self._characters += sum(len(each.text) for each in articles)
        process = self._begun()
        if process is None or self._characters <= _SOME:
            return lambda: _found_here(articles)
        question = orjson.dumps([[each.title, each.text] for each in articles])
        answer = self._thread.submit(_answered, process, question)
        return lambda: self._taken(answer, len(articles)) or _found_here(articles)

    def close(self) -> None:
        """End the process, if it was begun."""
        if self._process:
            self._process.kill()
        self._thread.shutdown()
        if self._process:
            self._process.communicate()
            self._process = None

    def _begun(self) -> subprocess.Popen[bytes] | None:
        if self._process is None and self._characters > _FEW:
            try:
                self._process = processes.begin(__name__)
            except OSError:
                self._failed = True
        return None if self._failed else self._process

    def _taken(self, answer: Future[bytes], count: int) -> Sequence[str]:
        """Return what the process answers; empty: it did not as it should, and is asked no more."""
        try:
            words = orjson.loads(self._awaited(answer))
            if len(words) == count:
                return words
        except (OSError, ValueError, TimeoutError):
            pass  # whatever is wrong with it: there is another way
        self._failed = True
        if self._process:
            self._process.kill()
        return ()

    def _awaited(self, answer: Future[bytes]) -> bytes:
        deadline = time.monotonic() + _PATIENCE
        while not wait([answer], _GLANCE).done:
            if self._cancelled():
                raise GivenUpError
            if time.monotonic() > deadline:
                raise TimeoutError
        return answer.result()


def _answered(process: subprocess.Popen[bytes], question: bytes) -> bytes:
    assert process.stdin
    assert process.stdout
    process.stdin.write(question + b"\n")
    process.stdin.flush()
    return process.stdout.readline()


def _found_here(articles: Sequence[Article]) -> Sequence[str]:
    return [index_words(each) for each in articles]


def main() -> None:
    """Answer until standard input ends."""
    processes.step_back()  # while others read and write, there is time enough
    try:
        for line in sys.stdin.buffer:
            answer = [words_of(*texts) for texts in orjson.loads(line)]
            sys.stdout.buffer.write(orjson.dumps(answer) + b"\n")
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        os._exit(0)  # nobody waits for it any more


if __name__ == "__main__":
    main()
