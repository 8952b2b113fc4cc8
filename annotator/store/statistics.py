"""What is in a project, in numbers."""

from typing import TypeAlias

from annotator.store.database import Database

Statistics: TypeAlias = dict[str, int | dict[str, int]]
"""Counts by name; `annotations_by_…` and `layers_by_status` are counts by what they name."""


def statistics(db: Database) -> Statistics:
    """Return the counts; articles that were removed, and what is on them, are counted apart."""
    return {
        "articles": _one(db, "SELECT count(*) FROM articles WHERE listed = 1"),
        "removed_articles": _one(db, "SELECT count(*) FROM articles WHERE listed = 0"),
        "characters": _one(
            db, "SELECT coalesce(sum(characters), 0) FROM articles WHERE listed = 1"
        ),
        "layers": _one(db, f"SELECT count(*) {_LISTED_LAYERS}"),
        "layers_by_status": _by(db, "coalesce(status, 'new')", _LISTED_LAYERS),
        "annotations": _one(db, f"SELECT count(*) {_LISTED_ANNOTATIONS}"),
        "annotations_by_kind": _by(db, "kind", _LISTED_ANNOTATIONS),
        "annotations_by_label": _by(db, "label", _LISTED_ANNOTATIONS),
        "annotations_by_reviewer": _by(db, "reviewer", _LISTED_ANNOTATIONS),
        "journal_entries": _one(db, "SELECT count(*) FROM journal"),
    }


_LISTED_LAYERS = "FROM layers JOIN articles ON articles.number = layers.article WHERE listed = 1"

_LISTED_ANNOTATIONS = (
    "FROM annotations JOIN layers ON layers.number = annotations.layer"
    " JOIN articles ON articles.number = layers.article WHERE listed = 1"
)


def _one(db: Database, query: str) -> int:
    return db.execute(query).fetchone()[0]


def _by(db: Database, key: str, source: str) -> dict[str, int]:
    rows = db.execute(f"SELECT {key}, count(*) {source} GROUP BY 1 ORDER BY 2 DESC, 1")
    return dict(rows.fetchall())
