"""One edit made durable, beside the least that SQLite takes to make a row durable."""

import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.presets import preset
from annotator.project import Project
from bench.articles import article
from bench.figures import Figure, milliseconds, quantile
from bench.program import Home

TRIES = 500
_REVIEWER = "lan"
_CHARACTERS = 3_000
_ROW = "x" * 300
"""About what a journal entry holds."""


def commit(home: Home) -> list[Figure]:
    """One edit, durable on return, in turn with a commit of one row by sqlite3 alone."""
    ours, bare = times(home.folder, TRIES)
    return [
        Figure(
            f"commit of an edit, {title}", quantile(ours, share), "ms", quantile(bare, share),
            times=2 if share == 0.99 else None,
        )
        for title, share in (("median", 0.5), ("p99", 0.99))
    ]  # fmt: skip


def times(folder: Path, tries: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of edits in a new project of `folder`, and of bare commits."""
    ours: list[float] = []
    bare: list[float] = []
    tagset = preset()
    parcel = article(_CHARACTERS, tagset, _REVIEWER, 1)
    with (
        closing(Project.create(folder / "commits.anno", tagset)) as project,
        closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as db,
    ):
        project.add([parcel], by=_REVIEWER)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            db.execute(f"PRAGMA {pragma}")
        db.execute("CREATE TABLE rows (number INTEGER PRIMARY KEY, text TEXT)")
        layer = project.layer(parcel.article.id, _REVIEWER)
        label = tagset.entities[0].label
        for number in range(tries):
            start = number % (_CHARACTERS - 10)
            edit = edits.add(layer, Kind.ENTITY, label, (Fragment(start, start + 5),))
            layer.apply(edit)
            ours.append(milliseconds(lambda edit=edit: project.commit(edit, _REVIEWER)))
            bare.append(milliseconds(lambda: _insert(db)))
    return ours, bare


def _insert(db: sqlite3.Connection) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT INTO rows (text) VALUES (?)", (_ROW,))
    db.execute("COMMIT")
