"""Work that goes no further until a test lets it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.ui.work import Work


@contextmanager
def held(work: Work, title: str = "", *, urgent: bool = True) -> Iterator[None]:
    """Let no further job of a lane begin until the block ends."""
    gate = threading.Event()
    work.begin(title, lambda _job: gate.wait(60), urgent=urgent)
    try:
        yield
    finally:
        gate.set()
