"""Where long work stops for a moment, so that what a person waits for goes first.

Python runs one thread at a time. Work in the background calls `pause` in its loops, wherever it may
be; whoever began it says what that does.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar


def _go_on() -> None:
    pass


_pause: ContextVar[Callable[[], None]] = ContextVar("pause", default=_go_on)


def pause() -> None:
    """Wait as long as this work is to wait; outside `pausing` that is not at all."""
    _pause.get()()


@contextmanager
def pausing(wait: Callable[[], None]) -> Generator[None, None, None]:
    """Let `pause` call `wait` within the block, on this thread."""
    token = _pause.set(wait)
    try:
        yield
    finally:
        _pause.reset(token)
