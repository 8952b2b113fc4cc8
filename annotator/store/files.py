"""Project files as files: made, opened, backed up and copied."""

import errno
import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import NamedTuple

from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.message import Message, message
from annotator.model.tagset import Tagset
from annotator.open_projects import DATABASE, former_name, is_open
from annotator.store.connection import Store, may_write
from annotator.store.database import Database, Step, unheard
from annotator.store.failures import OlderError, ProjectError, explained, no_project
from annotator.store.holders import WriteLock
from annotator.store.journal import append
from annotator.store.migrations import apply, check_readable, pending
from annotator.store.tagsets import write_tagset
from annotator.store.unfinished import discard_unfinished

_PAGES = 4_000
"""Pages of 4 kB that are copied at once."""

_LONGEST_NAME = 200
"""Bytes of a project's name that stay in that of its draft: most systems take 255."""


class OpenProject(NamedTuple):
    """A project that was opened.

    Without a lock it is open for reading only; `holder` then says who writes it, if anyone does,
    and `obstacle` why it can't be written here, if that was asked for.
    """

    store: Store
    lock: WriteLock | None = None
    holder: Message | None = None
    obstacle: Message | None = None


def create_project(path: Path, tagset: Tagset) -> OpenProject:
    """Make a project with no articles and open it; raises ProjectError where there is a file."""
    lock = None
    with _reaching(path):
        path = resolved(path)
        if not path.parent.is_dir():
            raise ProjectError("There is no folder {0} to put the project in.", path.parent)
        if not path.exists():  # else whoever has it open holds the lock
            lock = WriteLock(path)
            if not lock.acquire():
                raise ProjectError(
                    "{0} is just being made by {1}.", path.name, lock.holder() or "another program"
                )
    try:
        if path.exists() or lock is None:
            raise ProjectError("{0} is there already. Open it, or choose another name.", path)
        with explained(path), _draft(path) as draft:
            db = Database(sqlite3.connect(draft, isolation_level=None))
            try:
                db.execute("PRAGMA journal_mode = WAL").fetchone()
                apply(db)
                db.execute("BEGIN")
                write_tagset(db, tagset)
                change = Change(Address(Subject.TAGSET), None, tagset)
                append(db, Edit(message("Make the project"), (change,)), "")
                db.execute("COMMIT")
            finally:
                db.close()
        return OpenProject(Store(path, read_only=False), lock)
    except BaseException:
        if lock:
            lock.release()
        raise


def open_project(path: Path, *, read_only: bool, step: Step | None) -> OpenProject:
    """Open a project; raises ProjectError where it is none that this program understands.

    Where it may not be written, or another process writes it, it is opened for reading only. One
    made by an older version is brought up to date, after a copy was put beside it: `step` hears how
    far that is, and may raise to leave the file as it was; without it OlderError is raised.
    """
    with _reaching(path):
        path = resolved(path)
        if not path.is_file():
            raise ProjectError("There is no project {0}.", path)
        if former := former_name(path):  # for SQLite it would be one file with two logs
            raise ProjectError(
                "{0} is open here under its former name, {1}. Close the window, and open it again.",
                path.name, former.name,
            )  # fmt: skip
        _check_beginning(path)
        lock, holder, obstacle = (None, None, None) if read_only else _locked(path)
    try:
        store = Store(path, read_only=lock is None)
        try:
            _make_ready(store, step, obstacle if holder else None)
        except BaseException:
            store.close()
            raise
    except BaseException:
        if lock:
            lock.release()
        raise
    return OpenProject(store, lock, holder, obstacle)


def _check_beginning(path: Path) -> None:
    """Raise ProjectError where `path` begins as no database does: it gets no lock file, then."""
    if is_open(path):
        return
    with suppress(OSError), path.open("rb") as file:  # SQLite says why it can't be read
        if not DATABASE.startswith(file.read(len(DATABASE))):
            raise no_project(path)


def _locked(path: Path) -> tuple[WriteLock | None, Message | None, Message | None]:
    """Return the lock to write the project, or None, who else has it, and what is in the way."""
    if not may_write(path):
        sentence = message("The project can only be read: its file or folder is write-protected.")
        return None, None, sentence
    lock = WriteLock(path)
    try:
        if lock.acquire():
            return lock, None, None
    except OSError as error:
        sentence = message(
            "The project can only be read: its lock file {0} can't be written ({1}). Let who owns"
            " that file share it as the project is shared.",
            path.name + ".lock", error.strerror,
        )  # fmt: skip
        return None, None, sentence
    holder = lock.holder()
    sentence = Message(
        "The project is open elsewhere ({0}): close it there, and try again.",
        (holder or Message("by another program"),),
    )
    return None, holder, sentence


def resolved(path: Path) -> Path:
    """Return the absolute path without links; of links in a circle one that leads nowhere."""
    return Path(os.path.realpath(path))


@contextmanager
def _reaching(path: Path) -> Generator[None, None, None]:
    """Raise what the system says on the way to `path` as a ProjectError."""
    try:
        yield
    except OSError as error:
        match error.errno:
            case errno.EACCES | errno.EPERM | errno.EROFS:
                raise ProjectError(
                    "You may not get at {0}, or its folder may not be written.", path
                ) from error
            case errno.ENOSPC | errno.EDQUOT:
                raise ProjectError(
                    "The disk is full: {0} could not be made. Make room and try again.", path
                ) from error
            case _:
                reason = error.strerror or type(error).__name__
                raise ProjectError("{0} can't be reached: {1}.", path, reason) from error


def save_copy(store: Store, path: Path, step: Step = unheard) -> None:
    """Write the whole project as it stands to `path`, in place of a file there.

    Works too where the open project is read-only or its file is gone from its place. `step` hears
    how many pages are copied, of how many.
    """
    path = resolved(path)
    if path.with_name(path.name + "-wal").exists() or (path == store.path and path.exists()):
        raise ProjectError("{0} is an open project. Choose another name for the copy.", path.name)
    with explained(path), _draft(path) as draft:
        _copy(store, draft, path, step)


def _make_ready(store: Store, step: Step | None, elsewhere: Message | None) -> None:
    """Bring the project up to date, where it may be written; `elsewhere`: it is open there."""
    with store.reading() as db:
        check_readable(db, store.path.name)
        outdated = bool(pending(db))
    if outdated and elsewhere:
        raise ProjectError(elsewhere.template, *elsewhere.values)
    if outdated and store.read_only:
        raise ProjectError(
            "{0} was made by an older version of Annotator, and has to be opened once where it may"
            " be written.",
            store.path.name,
        )
    if outdated:
        if step is None:
            raise OlderError("{0} was made by an older version of Annotator.", store.path.name)
        _bring_up_to_date(store, step)
    if not store.read_only:
        with store.reading() as db:
            db.execute("PRAGMA journal_mode = WAL").fetchone()
        with suppress(ProjectError):  # no room to write: it waits for the next time
            discard_unfinished(store)


def _bring_up_to_date(store: Store, step: Step) -> None:
    backup = _backup_name(store.path)
    try:
        with explained(store.path):
            with _draft(backup) as draft:
                _copy(store, draft, backup, lambda _done, _all: step(0, 0))
            apply(store.db, step)
    except BaseException:  # the file is as it was, and needs no copy
        backup.unlink(missing_ok=True)
        raise


def _copy(store: Store, path: Path, named: Path, step: Step = unheard) -> None:
    """Copy the project to `path`; what goes wrong there is said of `named`, not of the project."""

    def tell(_status: int, left: int, pages: int) -> None:
        step(pages - left, pages)

    target = sqlite3.connect(path)
    try:
        # Without a snapshot it would begin anew after each edit of another handle.
        with store.snapshot() as db, explained(named):
            db.conn.backup(target, pages=_PAGES, progress=tell)
    finally:
        target.close()


def _backup_name(path: Path) -> Path:
    today = date.today().isoformat()  # noqa: DTZ011 the day on the user's clock
    names = (f"{path.stem}.backup-{today}{(n and f'-{n}') or ''}{path.suffix}" for n in count())
    return next(each for each in map(path.with_name, names) if not each.exists())


@contextmanager
def _draft(path: Path) -> Generator[Path, None, None]:
    """Give a name beside `path` to write to; what is there at the end takes the place of `path`."""
    name = os.fsencode(path.name)[:_LONGEST_NAME].decode(errors="ignore")
    draft = path.with_name(f".{name}.draft")
    try:
        draft.unlink(missing_ok=True)
        draft.touch(exist_ok=False)
        yield draft
        draft.replace(path)
    except OSError as error:
        raise ProjectError("{0} can't be written: {1}.", path.name, error.strerror) from error
    finally:
        draft.unlink(missing_ok=True)
