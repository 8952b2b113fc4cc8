"""Processes of our own that work beside this one."""

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import IO

_PIPE = 1 << 20
"""Bytes that are read from such a process at once: each time other threads may go first."""


def command(module: str) -> Sequence[str]:
    """Return what starts a module of this program as a process of its own."""
    return (sys.executable, "-m", module)


def environment() -> dict[str, str]:
    """Return what such a process sees: our modules, and one thread for numbers, as seeds need."""
    path = os.pathsep.join(filter(None, sys.path))
    return {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def begin(module: str, errors: IO[bytes] | None = None) -> subprocess.Popen[bytes]:
    """Start a module of this program as a process of its own, with pipes to and from it.

    It writes its errors to `errors`, else where this one does. Raises OSError.
    """
    return subprocess.Popen(  # noqa: S603 it is our own module
        command(module),
        bufsize=_PIPE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env=environment(),
    )


def step_back() -> None:
    """Let other processes go first, from this one of our own."""
    if hasattr(os, "nice"):
        os.nice(10)
