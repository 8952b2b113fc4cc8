"""One connection to a project file, and the two ways to use it: reading and writing."""

import os
import sqlite3
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.open_projects import keep, let_go
from annotator.store.database import Database
from annotator.store.failures import ProjectError, damaged, explained
from annotator.store.lane import Lane
from annotator.store.migrations import is_whole

_PATIENCE, _BY_HAND, _AGAIN = 1_000, 250, 20
"""Milliseconds to wait for another program that writes before saying who it is: behind, where a
person waits, and there once more as long as that one goes on, lest the window stand still at each
key.
"""

_LONGEST_LOG = 4_000
"""Pages of 4 kB in the log from which on a commit moves them into the file (SQLite: 1,000)."""

_WRITABLE_BY_ANYONE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
"""Without one of these bits a file is meant to be read only, also by the superuser."""


class Store:
    """A connection to the project at `path`; belongs to one thread at a time."""

    def __init__(self, path: Path, *, read_only: bool, lane: Lane | None = None) -> None:
        self.path = path
        self.read_only = read_only
        self._lane = lane or Lane()
        self._patience, self._again = (_PATIENCE, _PATIENCE) if lane else (_BY_HAND, _AGAIN)
        self._waits = _PATIENCE
        self._kept = keep(path)
        try:
            with explained(path):
                self.db = Database(_connect(path, read_only))
        except BaseException:
            let_go(self._kept)
            raise
        self._inode = _inode(path)
        try:
            with explained(path):
                self.db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                self.db.execute("PRAGMA foreign_keys = ON")
                self.db.execute("PRAGMA synchronous = FULL")
                self.db.execute(f"PRAGMA wal_autocheckpoint = {_LONGEST_LOG}")
                self._wait_for(self._patience)
        except BaseException:
            self.close()
            raise

    def another(self, *, read_only: bool) -> "Store":
        """Return a further connection to the same file, for the calling thread."""
        self._check_place()
        return Store(self.path, read_only=read_only, lane=self._lane)

    def close(self) -> None:
        """Close the connection; the store can't be used after it."""
        if self._was_moved():
            self._leave_no_log()
        self.db.close()
        let_go(self._kept)

    @contextmanager
    def reading(self) -> Generator[Database, None, None]:
        """Give the database for reading; raises ProjectError for what SQLite reports."""
        with self._explained():
            yield self.db

    @contextmanager
    def snapshot(self) -> Generator[Database, None, None]:
        """Give the database for reading, standing still until the block ends."""
        with self._explained():
            self.db.execute("BEGIN")
            try:
                yield self.db
            finally:
                self.db.rollback()

    @contextmanager
    def writing(self) -> Generator[Database, None, None]:
        """Give the database for one transaction, durable when the block ends.

        Where the block or the writing fails nothing has changed; raises ProjectError where the file
        may not be written, is no longer where it was, or for what SQLite reports.
        """
        if self.read_only:
            raise ProjectError(
                "{0} is open for reading only, so nothing can be changed in it.", self.path.name
            )
        self._check_place()
        with self._lane.turn(), self._explained():
            self._begin()
            try:
                yield self.db
                self.db.execute("COMMIT")
            except BaseException:
                self.db.rollback()
                raise

    def _begin(self) -> None:
        try:
            self.db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            self._wait_for(self._again)
            raise
        self._wait_for(self._patience)

    def _wait_for(self, milliseconds: int) -> None:
        if self._waits == milliseconds:
            return
        self._waits = milliseconds
        self.db.execute(f"PRAGMA busy_timeout = {milliseconds}")

    def shorten_log(self) -> None:
        """Move what the log holds into the file, while others go on reading and writing.

        A commit that does so waits for the disk several times. In a file that was moved another
        program may be writing, which does not know of this log.
        """
        if self._was_moved():
            return
        with self._explained():
            self.db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    @property
    def awaited(self) -> bool:
        """Whether another thread waits to write until this one has done so."""
        return self._lane.awaited

    def version(self) -> int:
        """Return a number that is another one after another connection has changed the file."""
        with self.reading() as db:
            return db.execute("PRAGMA data_version").fetchone()[0]

    @contextmanager
    def _explained(self) -> Generator[None, None, None]:
        with explained(self.path):
            try:
                yield
            except sqlite3.OperationalError as error:
                # A mistake in a statement, unless a table is not as the statement expects.
                if getattr(error, "sqlite_errorname", "") == "SQLITE_ERROR" and not is_whole(
                    self.db
                ):
                    raise damaged(self.path) from error
                raise

    def _check_place(self) -> None:
        if self._was_moved():
            raise ProjectError(
                "{0} is no longer where it was: it was removed, renamed or replaced. Save a copy"
                " of the open project to go on with it.",
                self.path,
            )

    def _was_moved(self) -> bool:
        return _inode(self.path) != self._inode

    def _leave_no_log(self) -> None:
        """Move the log into the file, wherever that is now, unless another program has it open.

        SQLite would leave the log behind: the edits in it would be missing in the file, and spoil
        one that came to its place, whose log it would be taken for. Nothing can be read after it.
        """
        with suppress(sqlite3.Error):  # the log goes first; then it is refused to write on
            self.db.execute("PRAGMA journal_mode = DELETE").fetchone()


def may_write(path: Path) -> bool:
    """Return whether the file and its folder (for SQLite's files beside it) may be written."""
    return all(
        os.access(each, os.W_OK) and each.stat().st_mode & _WRITABLE_BY_ANYONE
        for each in (path, path.parent)
    )


def _connect(path: Path, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rw"
    log, index = (path.with_name(path.name + end) for end in ("-wal", "-shm"))
    has_log = log.exists() and log.stat().st_size > 0
    if not read_only and not has_log:
        _remove_protected(log, index)
    if read_only and not may_write(path):
        # SQLite can make no files there to share the project with a writer, or would make some that
        # are protected as the project is. Without a log there is no writer; with one SQLite can
        # read if the writer has made the file beside it.
        if not has_log:
            mode += "&immutable=1"
        elif not index.exists() and not os.access(path.parent, os.W_OK):
            raise ProjectError(
                "{0} was not closed, and can't be put in order in a folder that may not be written."
                " Copy it together with {1} to another folder and open it there.",
                path.name,
                log.name,
            )
    address = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(
        address, uri=True, timeout=_PATIENCE / 1000, isolation_level=None, check_same_thread=False
    )


def _remove_protected(*files: Path) -> None:
    """Remove those of SQLite's files that a project which was write-protected has left."""
    for file in files:
        if file.exists() and not file.stat().st_mode & _WRITABLE_BY_ANYONE:
            file.unlink()


def _inode(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino)
