"""Words of many articles, found by another process while this one reads and writes.

`python -m annotator.store.indexing` reads lines of standard input, each a JSON array of arrays of
texts, and answers each by a line with an array of their words. It ends when standard input does.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence

import orjson

from annotator import processes
from annotator.model.article import Article
from annotator.store.index_words import index_words, words_of

_FEW, _SOME = 200_000, 800_000
"""Characters of articles after which a process is begun, and after which it has long begun."""


class Indexing:
    """Finds the words of articles, some after others; `close` ends the process.

    Where that can't be begun, or ends, the words are found by this one.
    """

    def __init__(self) -> None:
        self._characters = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._failed = False

    def ask(self, articles: Sequence[Article]) -> Callable[[], Sequence[str]]:
        """Begin with `articles`; returns what waits for the words of each, as `index_words` has it.

        To be called before the next are asked for.
        """
        self._characters += sum(len(each.text) for each in articles)
        if self._begin() and self._characters > _SOME and self._send(articles):
            return lambda: self._answer() or _found_here(articles)
        return lambda: _found_here(articles)

    def close(self) -> None:
        """End the process, if it was begun."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _begin(self) -> bool:
        if self._process is None and not self._failed and self._characters > _FEW:
            try:
                self._process = processes.begin(__name__)
            except OSError:
                self._failed = True
        return self._process is not None

    def _send(self, articles: Sequence[Article]) -> bool:
        assert self._process
        assert self._process.stdin
        asked = orjson.dumps([[each.title, each.text] for each in articles])
        try:
            self._process.stdin.write(asked + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            self._give_up()
            return False
        return True

    def _answer(self) -> Sequence[str]:
        """Return what the process answers; empty: it has ended."""
        assert self._process
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line.endswith(b"\n"):
            self._give_up()
            return ()
        return orjson.loads(line)

    def _give_up(self) -> None:
        self._failed = True
        self.close()


def _found_here(articles: Sequence[Article]) -> Sequence[str]:
    return [index_words(each) for each in articles]


def main() -> None:
    """Answer until standard input ends."""
    for line in sys.stdin.buffer:
        answer = [words_of(*texts) for texts in orjson.loads(line)]
        sys.stdout.buffer.write(orjson.dumps(answer) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
