"""Where labels are used, over the whole project."""

import json
from collections.abc import Collection, Iterator
from typing import NamedTuple, TypeAlias

from annotator.model.annotation import Kind
from annotator.model.article import Status
from annotator.model.layer import Layer
from annotator.model.tagset_edits import Preview
from annotator.store.articles import find_article
from annotator.store.database import Database, Step, unheard
from annotator.store.layers import read_layer

Labels: TypeAlias = Collection[tuple[Kind, str]] | None
"""Labels, each of a kind; None: all there are."""

_ALL = -1
"""As a LIMIT: none."""


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


def labelled(db: Database, kind: Kind, label: str) -> Preview:
    """Return what an edit of all annotations with a label would touch, on removed articles too."""
    found = db.execute(
        """
        SELECT count(*), count(DISTINCT article),
            count(DISTINCT CASE status WHEN ? THEN layers.number END)
        FROM annotations JOIN layers ON layers.number = layer WHERE kind = ? AND label = ?
        """,
        (Status.LOCKED.value, kind.value, label),
    ).fetchone()
    annotations, articles, locked = found
    return Preview(altered=annotations, removed=0, articles=articles, locked=locked)


def affected_layers(db: Database, labels: Labels, step: Step = unheard) -> Iterator[Layer]:
    """Yield the layers that hold an annotation with one of `labels`, on removed articles too.

    `step` hears of how many layers were read, of how many.
    """
    which, values = _holding(labels, _ALL)
    rows = db.execute(
        f"""
        SELECT articles.id, reviewer FROM layers JOIN articles ON articles.number = layers.article
        WHERE {which} ORDER BY articles.number, layers.number
        """,  # noqa: S608
        values,
    ).fetchall()
    for done, (id, reviewer) in enumerate(rows):
        step(done, len(rows))
        number, article = find_article(db, id)
        yield read_layer(db, number, article, reviewer)


def affects_many(db: Database, labels: Labels, many: int) -> bool:
    """Return whether the layers that `affected_layers` yields are as long as `many` annotations.

    A thousand characters of an article count as one. What this costs is bounded by `many`.
    """
    which, values = _holding(labels, many)
    found = db.execute(
        f"""
        SELECT total(size) FROM (
            SELECT annotations + characters / 1000 AS size
            FROM layers JOIN articles ON articles.number = layers.article
            WHERE {which} LIMIT ?
        )
        """,  # noqa: S608
        (*values, many),
    ).fetchone()
    return found[0] >= many


def _holding(labels: Labels, most: int) -> tuple[str, tuple[str | int, ...]]:
    """Return the condition that a layer holds one of at most `most` annotations with `labels`."""
    if labels is None:
        return "annotations > 0", ()
    holding = """
        layers.number IN (
            SELECT layer FROM json_each(?) AS wanted CROSS JOIN annotations
            ON kind = json_extract(wanted.value, '$[0]')
            AND label = json_extract(wanted.value, '$[1]')
            LIMIT ?
        )
    """
    return holding, (json.dumps([(kind.value, label) for kind, label in labels]), most)
