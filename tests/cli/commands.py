"""The command line, run as a program of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
TEXT = "Họp ở Lạng Sơn 👩🏽‍🌾."


class Done(NamedTuple):
    status: int
    out: str
    err: str


def visible() -> list[Path]:
    """Return what lies in the working folder, without the files SQLite keeps beside its own."""
    return sorted(each for each in Path().iterdir() if ".anno-" not in each.name)


def process(
    *args: str | Path, cwd: Path, data: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    """Run the command as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, args)],
        cwd=cwd,
        input=data,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
