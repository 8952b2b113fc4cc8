"""Project files as files: made, opened, backed up and copied."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import NamedTuple

from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.message import message
from annotator.model.tagset import Tagset
from annotator.store.connection import Store, may_write
from annotator.store.database import Database
from annotator.store.failures import ProjectError, explained
from annotator.store.holders import WriteLock
from annotator.store.imports import discard_unfinished
from annotator.store.journal import append
from annotator.store.migrations import check_readable, migrations
from annotator.store.tagsets import write_tagset


class OpenProject(NamedTuple):
    """A project that was opened.

    Without a lock it is open for reading only; `holder` then says who writes it, if anyone does.
    """

    store: Store
    lock: WriteLock | None
    holder: str


def create_project(path: Path, tagset: Tagset) -> OpenProject:
    """Make a project with no articles and open it; raises ProjectError where there is a file."""
    path = path.resolve()
    if not path.parent.is_dir():
        raise ProjectError("There is no folder {0} to put the project in.", path.parent)
    lock = WriteLock(path)
    if not lock.acquire():
        raise ProjectError("{0} can't be made: its folder may not be written.", path.name)
    try:
        if path.exists():
            raise ProjectError("{0} is there already. Open it, or choose another name.", path)
        with explained(path), _draft(path) as draft:
            db = Database(sqlite3.connect(draft))
            try:
                db.execute("PRAGMA journal_mode = WAL").fetchone()
                migrations.apply(db)
                with db.atomic():
                    write_tagset(db, tagset)
                    change = Change(Address(Subject.TAGSET), None, tagset)
                    append(db, Edit(message("Make the project"), (change,)), "")
            finally:
                db.close()
        return OpenProject(Store(path, read_only=False), lock, "")
    except BaseException:
        lock.release()
        raise


def open_project(path: Path, *, read_only: bool) -> OpenProject:
    """Open a project; raises ProjectError where it is none that this program understands.

    Where it may not be written, or another process writes it, it is opened for reading only. One
    made by an older version is brought up to date, after a copy was put beside it.
    """
    path = path.resolve()
    if not path.is_file():
        raise ProjectError("There is no project {0}.", path)
    lock, holder = None, ""
    if not read_only and may_write(path):
        lock = WriteLock(path)
        if not lock.acquire():
            lock, holder = None, lock.holder()
    try:
        store = Store(path, read_only=lock is None)
        try:
            _make_ready(store)
        except BaseException:
            store.close()
            raise
    except BaseException:
        if lock:
            lock.release()
        raise
    return OpenProject(store, lock, holder)


def save_copy(store: Store, path: Path) -> None:
    """Write the whole project as it stands to `path`, in place of a file there.

    Works too where the open project is read-only or its file is gone from its place.
    """
    path = path.resolve()
    if path.with_name(path.name + "-wal").exists() or (path == store.path and path.exists()):
        raise ProjectError("{0} is an open project. Choose another name for the copy.", path.name)
    with explained(path), _draft(path) as draft:
        _copy(store, draft)


def _make_ready(store: Store) -> None:
    with store.reading() as db:
        check_readable(db, store.path.name)
        outdated = bool(migrations.pending(db))
        if not store.read_only:
            db.execute("PRAGMA journal_mode = WAL").fetchone()
    if outdated and store.read_only:
        raise ProjectError(
            "{0} was made by an older version of Annotator, and has to be opened once where it may"
            " be written.",
            store.path.name,
        )
    if outdated:
        with explained(store.path):
            _copy(store, _backup_name(store.path))
            migrations.apply(store.db)
    if not store.read_only:
        with suppress(ProjectError):  # no room to write: it waits for the next time
            discard_unfinished(store)


def _copy(store: Store, path: Path) -> None:
    target = sqlite3.connect(path)
    try:
        store.db.conn.backup(target)
    finally:
        target.close()


def _backup_name(path: Path) -> Path:
    today = date.today().isoformat()  # noqa: DTZ011 the day on the user's clock
    names = (f"{path.stem}.backup-{today}{(n and f'-{n}') or ''}{path.suffix}" for n in count())
    return next(each for each in map(path.with_name, names) if not each.exists())


@contextmanager
def _draft(path: Path) -> Generator[Path, None, None]:
    """Give a name beside `path` to write to; what is there at the end takes the place of `path`."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.unlink(missing_ok=True)
        draft.touch(exist_ok=False)
        yield draft
        draft.replace(path)
    except OSError as error:
        raise ProjectError("{0} can't be written: {1}.", path.name, error.strerror) from error
    finally:
        draft.unlink(missing_ok=True)
