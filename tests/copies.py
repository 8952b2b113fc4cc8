"""New projects for tests, each a copy of one that was made once: making it takes ten times as long.

What makes a project is tested by itself, in tests/test_project.py.
"""

import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from annotator.model.tagset import Tagset
from annotator.project import Project


def new_project(path: Path, tagset: Tagset) -> Project:
    """Return what `Project.create` does."""
    return copied(path, _creator(tagset))


def copied(path: Path, make: Callable[[Path], Project]) -> Project:
    """Return what `make(path)` does; it is called once, for some other path."""
    path.write_bytes(_content(make))
    return Project.open(path)


@cache
def _creator(tagset: Tagset) -> Callable[[Path], Project]:
    return partial(Project.create, tagset=tagset)


@cache
def _content(make: Callable[[Path], Project]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.anno"
        make(path).close()
        return path.read_bytes()
