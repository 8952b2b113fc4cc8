"""The project's tagset: kept as TOML, read when it is another one."""

from functools import lru_cache

from annotator.model.change import Edit, Subject
from annotator.model.tagset import Tagset
from annotator.model.tagset_toml import tagset_from_toml, tagset_to_toml
from annotator.store.connection import Store
from annotator.store.database import Database
from annotator.store.failures import ProjectError


def read_tagset(db: Database) -> Tagset:
    """Return the project's tagset; raises ProjectError or TagsetError where it can't be read."""
    row = db.execute("SELECT value FROM project WHERE key = 'tagset'").fetchone()
    if row is None or not isinstance(row[0], str):
        raise ProjectError("The project is damaged: its tagset is missing.")
    return _read(row[0])


@lru_cache(maxsize=4)
def _read(text: str) -> Tagset:
    return tagset_from_toml(text)


def write_tagset(db: Database, tagset: Tagset) -> None:
    """Make `tagset` the project's; raises TagsetError where it could not be read again."""
    text = tagset_to_toml(tagset)
    _read(text)
    db.execute(
        "INSERT INTO project (key, value) VALUES ('tagset', ?)"
        " ON CONFLICT DO UPDATE SET value = excluded.value",
        (text,),
    )


class CurrentTagset:
    """The tagset as it is now, whoever changed it, without reading it each time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tagset: Tagset | None = None
        self._version = 0

    def get(self) -> Tagset:
        """Return the tagset as it is now.

        Whoever may write holds the project's lock, so no other process changes it.
        """
        if self._tagset is not None and not self._store.read_only:
            return self._tagset
        version = self._store.version()
        if self._tagset is None or version != self._version:
            with self._store.reading() as db:
                self._tagset, self._version = read_tagset(db), version
        return self._tagset

    def follow(self, edit: Edit) -> None:
        """Take notice of an edit made over this connection, whose version it leaves alone."""
        if any(change.address.subject is Subject.TAGSET for change in edit.changes):
            self._tagset = None
