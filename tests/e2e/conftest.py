"""The real program as a process of its own, on an X server of its own, driven by real keys."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.program import Display, Home


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    """Return an X server with a keyboard."""
    if not sys.platform.startswith("linux"):
        pytest.skip("an X server of one's own is a matter of Linux")
    missing = [name for name in ("Xvfb", "xdotool") if not shutil.which(name)]
    assert not missing, f"{missing} not found: `python3 dev.py test` installs them"
    with Display() as display:
        yield display


@pytest.fixture
def person(tmp_path: Path, display: Display) -> Home:
    """Return the home of a person who never used the program."""
    return Home(tmp_path / "person", display)
