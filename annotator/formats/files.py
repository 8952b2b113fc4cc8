"""Files and folders, and what the system says of them, in sentences."""

import errno
import os
import secrets
import stat
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from annotator.formats.format import Source
from annotator.model.message import AnnotatorError
from annotator.open_projects import DATABASE, is_open

STANDARD_STREAM = Path("-")
"""Standard input where something is read, standard output where something is written."""

_CHUNK = 1 << 20

_LONGEST_NAME = 100
"""Bytes of a file's name that stay in the name under which it is written."""


class FileError(AnnotatorError):
    """A file or folder that can't be read or written."""


def file_error(error: OSError, path: Path | str) -> FileError:
    """Return the sentence for what the system said of `path`."""
    where = str(path)
    match error.errno:
        case errno.ENOENT if not os.path.isdir(folder := os.path.dirname(path) or "."):  # noqa: PTH112, PTH120  # Path raises
            return FileError("There is no folder {0}.", folder, where=where)
        case errno.ENOENT:
            return FileError("There is no such file or folder.", where=where)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return FileError("You may not read or write here: choose another place.", where=where)
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return FileError("The disk is full: make room and do it again.", where=where)
        case errno.EISDIR:
            return FileError("This is a folder: name a file in it.", where=where)
        case errno.EBADF:
            return FileError("It is closed.", where=where)
        case _:
            reason = error.strerror or type(error).__name__
            return FileError("The system can't do this: {0}.", reason, where=where)


def sources(path: Path) -> Iterator[Source | FileError]:
    """Yield the file `path`, or the files in the folder `path` and below, sorted.

    In folders, hidden files and folders are passed by; what is no file, and links to folders, which
    might lead in circles, are given as errors.
    """
    if not path.is_dir():
        yield _source(path, path.name)
        return
    failures: list[OSError] = []
    for folder, subfolders, names in os.walk(path, onerror=failures.append):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in subfolders:
            if (link := Path(folder, name)).is_symlink():
                yield FileError("A link to a folder is not followed.", where=str(link))
        for name in sorted(names):
            if not name.startswith("."):
                file = Path(folder, name)
                yield _source(file, file.relative_to(path).as_posix())
    for failure in failures:
        yield file_error(failure, failure.filename or path)


def _source(path: Path, name: str) -> Source | FileError:
    where = str(path)
    if not where.isprintable() and any("\ud800" <= character <= "\udfff" for character in where):
        shown = os.fsencode(path).decode("utf-8", "backslashreplace")
        return FileError("The name of the file is not UTF-8: rename it.", where=shown)
    if path.exists() and not path.is_file():
        return FileError("This is neither a file nor a folder.", where=where)
    return Source(path, name, name.removesuffix(path.suffix), where)


@contextmanager
def standard_input() -> Generator[Source]:
    """Give standard input as a file, which goes when the context ends."""
    if not sys.stdin:
        raise FileError("It is closed: name a file.", where="standard input")
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        path = Path(folder, "stdin")
        with path.open("wb") as file:
            while chunk := sys.stdin.buffer.read(_CHUNK):
                file.write(chunk)
        yield Source(path, "stdin", "stdin", "standard input")


@contextmanager
def replaced_file(path: Path) -> Generator[BinaryIO]:
    """Give a file to write that takes the place of `path` when the context ends well, at once.

    Written beside `path`, synced, renamed; when anything is raised, `path` is as it was and nothing
    is left behind. What is no regular file (a pipe, a device) is written as it is. Raises OSError,
    and FileError where `path` is a project or a file of one: no export takes its place.
    """
    target = Path(os.path.realpath(path))
    check_is_no_project(target)
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
        return
    part = _part(target)
    try:
        with part.open("xb", buffering=_CHUNK) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _take_place(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def check_is_no_project(target: Path) -> None:
    """Raise FileError where `target` is a database, or a file that is kept beside one."""
    names = (target.name.removesuffix(end) for end in ("-wal", "-shm", ".lock"))
    files = {target.with_name(name) for name in names if name}
    if is_open(target) or any(map(is_project, files)):
        raise FileError("This is a project: name another file.", where=str(target))


def is_project(file: Path) -> bool:
    """Return whether `file` is a database; raises OSError where it can't be read."""
    if is_open(file):
        return True
    if not file.is_file():
        return False
    with file.open("rb") as content:
        return content.read(len(DATABASE)) == DATABASE


@contextmanager
def filled_folder(path: Path) -> Generator[Path]:
    """Give an empty folder whose files move into the folder `path` when the context ends well.

    When anything is raised before that, nothing in `path` has changed and nothing is left behind.
    Files of the same names are replaced, others stay. Raises OSError, and FileError where a folder
    is in the way of a file, or a file in that of a folder.
    """
    target = Path(os.path.realpath(path))
    part = _part(target)
    part.mkdir()
    try:
        yield part
        for file in _files(part):
            with file.open("rb") as written:
                os.fsync(written.fileno())
        if target.exists():
            places = {file: target / file.relative_to(part) for file in _files(part)}
            for final in places.values():
                _check_place(final, target)
            for file, final in places.items():
                final.parent.mkdir(parents=True, exist_ok=True)
                _take_place(file, final)
        else:
            part.rename(target)
            _sync_folder(target.parent)
    finally:
        if part.exists():
            _remove(part)


def _part(target: Path) -> Path:
    name = os.fsencode(target.name)[:_LONGEST_NAME].decode(errors="ignore")
    return target.with_name(f".{name}.{secrets.token_hex(4)}.part")


def _take_place(part: Path, target: Path) -> None:
    """Put the file `part` in the place of `target`, to be read by those who may read that."""
    if target.exists():
        with suppress(OSError):  # not every file system has modes
            part.chmod(stat.S_IMODE(target.stat().st_mode))
    part.replace(target)


def _check_place(final: Path, folder: Path) -> None:
    """Raise FileError where the file `final`, below `folder`, can't be put."""
    if final.is_dir():
        raise FileError("There is a folder where a file is to go: move it away.", where=str(final))
    for above in final.relative_to(folder).parents:
        if (folder / above).exists() and not (folder / above).is_dir():
            raise FileError(
                "There is a file where a folder is to go: move it away.", where=str(folder / above)
            )


def _files(folder: Path) -> list[Path]:
    return [each for each in sorted(folder.rglob("*")) if each.is_file()]


def _remove(folder: Path) -> None:
    for each in sorted(folder.rglob("*"), reverse=True):
        if each.is_dir():
            each.rmdir()
        else:
            each.unlink()
    folder.rmdir()


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
