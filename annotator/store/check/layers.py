"""Layers: that they keep the model's rules, and are what the journal tells."""

from collections.abc import Iterator

from annotator.model.annotation import Annotation, Kind
from annotator.model.article import Status
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.store.articles import find_article
from annotator.store.check.finding import Finding, going_on, shown
from annotator.store.database import Database
from annotator.store.journal import layer_at
from annotator.store.layers import read_layer


def check_layers(db: Database) -> Iterator[Finding]:
    """Yield what is wrong with the layers in the tables, and with those in the journal."""
    for layer, id, reviewer in db.execute(
        """
        SELECT layers.number, CAST(articles.id AS BLOB), CAST(reviewer AS BLOB)
        FROM layers JOIN articles ON articles.number = layers.article
        WHERE listed IS NOT NULL
        UNION
        SELECT NULL, CAST(article AS BLOB), CAST(reviewer AS BLOB) FROM journal_layers
        WHERE reviewer != ''
            AND article NOT IN (SELECT id FROM articles WHERE listed IS NULL)
            AND NOT EXISTS (
                SELECT 1 FROM layers JOIN articles ON articles.number = layers.article
                WHERE articles.id = journal_layers.article
                    AND layers.reviewer = journal_layers.reviewer
            )
        """
    ).fetchall():
        where = f"{shown(id)}, {shown(reviewer)}"
        if layer is not None:
            yield from going_on(_check_row(db, layer, where), where)
        yield from going_on(_compare(db, id, reviewer, where), where)


def _compare(db: Database, id: bytes, by: bytes, where: str) -> Iterator[Finding]:
    reviewer = by.decode()
    number, article = find_article(db, id.decode())
    stored = read_layer(db, number, article, reviewer)
    if _content(stored) != _content(layer_at(db, article, reviewer, None)):
        yield Finding(message("The annotations are not those that the journal tells of."), where)


def _content(layer: Layer) -> tuple[Status, bool, list[tuple[Annotation, int]]]:
    # Annotations that differ in rank alone are equal, but their order is to be kept as well.
    return (layer.status, layer.curated, [(each, each.rank) for each in layer])


def _check_row(db: Database, layer: int, where: str) -> Iterator[Finding]:
    status, curated, *listed = db.execute(
        "SELECT status, curated, annotations, entities, events FROM layers WHERE number = ?",
        (layer,),
    ).fetchone()
    counted = db.execute(
        "SELECT count(*), count(*) FILTER (WHERE kind = ?), count(*) FILTER (WHERE kind = ?)"
        " FROM annotations WHERE layer = ?",
        (Kind.ENTITY.value, Kind.EVENT.value, layer),
    ).fetchone()
    if tuple(listed) != counted:
        yield Finding(message("The counts in the list are wrong."), where)
    if status is None and not curated and not counted[0]:
        yield Finding(message("There is a layer that nobody made."), where)
