"""Processes of our own that work beside this one."""

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import IO


def command(module: str) -> Sequence[str]:
    """Return what starts a module of this program as a process of its own.

    No module is taken from the folder that happens to be the present one.
    """
    return (sys.executable, "-P", "-m", module)


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
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env=environment(),
        start_new_session=True,  # Ctrl+C in a terminal is for this one
    )


def step_back() -> None:
    """Let other processes go first, from this one of our own."""
    if hasattr(os, "nice"):
        os.nice(10)
