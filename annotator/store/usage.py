"""Where labels are used, over the whole project."""

from collections.abc import Iterator
from typing import NamedTuple

from annotator.model.annotation import Kind
from annotator.model.layer import Layer
from annotator.store.articles import find_article
from annotator.store.database import Database
from annotator.store.layers import read_layer


class Usage(NamedTuple):
    """How many annotations have a label, on how many listed articles, in how many layers."""

    annotations: int
    articles: int
    layers: int


def labels_in_use(db: Database) -> dict[tuple[Kind, str], Usage]:
    """Return how often each label is used, the most used first."""
    rows = db.execute(
        """
        SELECT kind, label, count(*), count(DISTINCT article), count(DISTINCT layers.number)
        FROM annotations JOIN layers ON layers.number = layer
        JOIN articles ON articles.number = article AND listed = 1
        GROUP BY kind, label ORDER BY 3 DESC, 1, 2
        """
    )
    return {(Kind(kind), label): Usage(*counts) for kind, label, *counts in rows}


def affected_layers(db: Database, kind: Kind, label: str) -> Iterator[Layer]:
    """Yield the layers that hold an annotation with the label, on removed articles too."""
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
