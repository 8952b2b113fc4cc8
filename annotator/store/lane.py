"""The one lane for writes: threads of this process take their turns in the order they asked.

SQLite lets a writer that waits try again after pauses that grow, so one that writes turn after turn
could keep another out for long.
"""

from collections import deque
from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock


class Lane:
    """Lets one thread at a time pass, first come, first served."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._queue: deque[Lock] = deque()
        """A lock for each thread that passes or waits; the first one's is the passing one's."""

    @property
    def awaited(self) -> bool:
        """Whether a thread waits for the one that passes."""
        return len(self._queue) > 1

    @contextmanager
    def turn(self) -> Generator[None, None, None]:
        """Wait for the threads that asked before, then let the block run."""
        mine = Lock()
        with self._guard:
            if self._queue:
                mine.acquire()  # the one before releases it
            self._queue.append(mine)
        with mine:
            try:
                yield
            finally:
                with self._guard:
                    self._queue.popleft()
                    if self._queue:
                        self._queue[0].release()
