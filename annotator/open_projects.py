"""Project files that this process has open, and that nothing in it may open besides.

When a process closes a file, it loses all its locks on it, whoever holds them: fcntl(2) has it so.
SQLite's would be gone, and another program that reads the project could clear away its log while
this one still writes there: https://www.sqlite.org/howtocorrupt.html, section 2.2.
"""

from pathlib import Path

_BESIDE = ("", "-wal", "-shm", ".lock")
"""Ends of the names of a project's files: SQLite's own, and ours."""

_open: dict[object, Path] = {}


def keep(project: Path) -> object:
    """Keep the files of `project` from being opened besides, until what is returned is let go."""
    key = object()
    _open[key] = project
    return key


def let_go(key: object) -> None:
    """Forget what was kept with `key`."""
    _open.pop(key, None)


def is_open(file: Path) -> bool:
    """Return whether `file` is a project that is open, under any name, or a file of one."""
    projects = set(_open.copy().values())
    place = _place(file) if projects else None
    return place is not None and any(
        place == _place(project.with_name(project.name + end))
        for project in projects
        for end in _BESIDE
    )


def _place(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
