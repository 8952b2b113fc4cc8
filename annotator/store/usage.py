"""Where labels are used, over the whole project."""

from collections.abc import Iterator
from typing import NamedTuple

from annotator.model.annotation import Kind
from annotator.model.layer import Layer
from annotator.store.articles import find_article
from annotator.store.database import Database
from annotator.store.layers import read_layer


class Usage(NamedTuple):
    """How many annotations have a label, on how many articles, in how many layers."""

    annotations: int
    articles: int
    layers: int


_COUNTS = "count(*), count(DISTINCT layers.article), count(DISTINCT layers.number)"


def usage(db: Database, kind: Kind, label: str) -> Usage:
    """Return how often the label is used."""
    row = db.execute(
        f"SELECT {_COUNTS} FROM annotations JOIN layers ON layers.number = layer"  # noqa: S608
        " WHERE kind = ? AND label = ?",
        (kind.value, label),
    ).fetchone()
    return Usage(*row)


def labels_in_use(db: Database) -> dict[tuple[Kind, str], Usage]:
    """Return how often each label is used, the most used first."""
    rows = db.execute(
        f"SELECT kind, label, {_COUNTS} FROM annotations JOIN layers ON layers.number = layer"  # noqa: S608
        " GROUP BY kind, label ORDER BY 3 DESC, 1, 2"
    )
    return {(Kind(kind), label): Usage(*counts) for kind, label, *counts in rows}


def affected_layers(db: Database, kind: Kind, label: str) -> Iterator[Layer]:
    """Yield the layers that hold an annotation with the label."""
    rows = db.execute(
        """
        SELECT articles.id, reviewer FROM layers JOIN articles ON articles.number = layers.article
        WHERE layers.number IN (SELECT layer FROM annotations WHERE kind = ? AND label = ?)
        ORDER BY articles.number, layers.number
        """,
        (kind.value, label),
    )
    for id, reviewer in rows.fetchall():
        number, article = find_article(db, id)
        yield read_layer(db, number, article, reviewer)
