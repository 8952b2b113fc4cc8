"""The one lane for writes: threads of this process take their turns in the order they asked.

One of them may take a turn for another process (`annotator.importing`).

SQLite lets a writer that waits try again after pauses that grow, so one that writes turn after turn
could keep another out for long.
"""

from collections import deque
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from threading import Lock
from typing import Protocol


class Turns(Protocol):
    """Who says when a connection may write."""

    @property
    def awaited(self) -> bool:
        """Whether another one waits for the turn to end."""
        ...

    def turn(self) -> AbstractContextManager[None]:
        """Wait until one may write, then let the block run."""
        ...


def _no_matter() -> None:
    pass


class Lane:
    """Lets one thread at a time pass, first come, first served."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._queue: deque[tuple[Lock, Callable[[], None]]] = deque()
        """For each thread that passes or waits its lock, and what tells it that another one waits;
        the first one is passing."""

    @property
    def awaited(self) -> bool:
        """Whether a thread waits for the one that passes."""
        return len(self._queue) > 1

    @contextmanager
    def turn(self, hurry: Callable[[], None] = _no_matter) -> Generator[None, None, None]:
        """Wait for the threads that asked before, then let the block run.

        `hurry` is called, on any thread, when another one waits for this one.
        """
        mine = Lock()
        with self._guard:
            if self._queue:
                mine.acquire()  # the one before releases it
                self._queue[0][1]()
            self._queue.append((mine, hurry))
        with mine:
            if self.awaited:
                hurry()
            try:
                yield
            finally:
                with self._guard:
                    self._queue.popleft()
                    if self._queue:
                        self._queue[0][0].release()
