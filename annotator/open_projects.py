"""Project files that this process has open, and that nothing in it may open besides.

When a process closes a file, it loses all its locks on it, whoever holds them: fcntl(2) has it so.
SQLite's would be gone, and another program that reads the project could clear away its log while
this one still writes there: https://www.sqlite.org/howtocorrupt.html, section 2.2.
"""

from pathlib import Path
from typing import NamedTuple

DATABASE = b"SQLite format 3\0"
"""What a project file begins with: https://www.sqlite.org/fileformat.html"""

_BESIDE = ("-wal", "-shm", ".lock")
"""Ends of the names of the files beside a project: SQLite's own, and ours."""

_Place = tuple[int, int]


class _Kept(NamedTuple):
    project: Path
    place: _Place | None
    """Where the file lies, under whatever name by now."""


_open: dict[object, _Kept] = {}


def keep(project: Path) -> object:
    """Keep the files of `project` from being opened besides, until what is returned is let go."""
    key = object()
    _open[key] = _Kept(project, _place(project))
    return key


def let_go(key: object) -> None:
    """Forget what was kept with `key`."""
    _open.pop(key, None)


def is_open(file: Path) -> bool:
    """Return whether `file` is a project that is open, under any name, or a file of one."""
    kept = set(_open.copy().values())
    place = _place(file) if kept else None
    return place is not None and any(
        place == each.place
        or any(place == _place(each.project.with_name(each.project.name + end)) for end in _BESIDE)
        for each in kept
    )


def former_name(file: Path) -> Path | None:
    """Return the path at which `file` was opened, where it was moved since; None: it was not."""
    place = _place(file)
    for each in _open.copy().values():
        if place is not None and each.place == place != _place(each.project):
            return each.project
    return None


def _place(file: Path) -> _Place | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
