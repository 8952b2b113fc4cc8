"""Layers and their annotations as rows."""

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import starmap
from typing import Any, NamedTuple, cast

from annotator.model.annotation import Annotation, AttributeValue, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.store.articles import read_articles
from annotator.store.database import Database
from annotator.store.failures import ProjectError

_COLUMNS = "id, kind, label, rank, fragments, attributes, note, origin"

_KINDS = {each.value: each for each in Kind}
_NAMES = {each: each.value for each in Kind}
_DECODE = json.JSONDecoder().decode
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


class LayerRow(NamedTuple):
    """One layer, as the table has it; `status` None: never set."""

    number: int
    status: Status | None
    curated: bool


def find_layer(db: Database, article: int, reviewer: str) -> LayerRow | None:
    """Return the layer of `reviewer` on the article numbered `article`, or None."""
    row = db.execute(
        "SELECT number, status, curated FROM layers WHERE article = ? AND reviewer = ?",
        (article, reviewer),
    ).fetchone()
    return LayerRow(row[0], _status(row[1]), bool(row[2])) if row else None


def _status(name: Any) -> Status | None:
    try:
        return None if name is None else Status(name)
    except ValueError as error:
        raise ProjectError("The status of a layer is damaged: {0}.", name) from error


def read_layer(db: Database, number: int, article: Article, reviewer: str) -> Layer:
    """Return the layer of `reviewer` on `article`, which is numbered `number`."""
    row = find_layer(db, number, reviewer)
    if row is None:
        return Layer(article, reviewer)
    annotations = read_annotations(db, row.number)
    return Layer(article, reviewer, annotations, row.status or Status.NEW, row.curated)


def list_reviewers(db: Database) -> list[str]:
    """Return the names of all who have a layer, sorted."""
    return [row[0] for row in db.execute("SELECT DISTINCT reviewer FROM layers ORDER BY reviewer")]


def list_layers(db: Database, article: str) -> list[tuple[str, Status, int]]:
    """Return (reviewer, status, count of annotations) of the layers on an article."""
    rows = db.execute(
        "SELECT reviewer, status, annotations FROM layers"
        " WHERE article = (SELECT number FROM articles WHERE id = ?) ORDER BY number",
        (article,),
    )
    return [(reviewer, _status(status) or Status.NEW, count) for reviewer, status, count in rows]


def _read_layers(
    db: Database, number: int, article: Article, reviewers: Collection[str]
) -> Iterator[Layer]:
    names = db.execute("SELECT reviewer FROM layers WHERE article = ? ORDER BY number", (number,))
    for (reviewer,) in names.fetchall():
        if not reviewers or reviewer in reviewers:
            yield read_layer(db, number, article, reviewer)


def read_contents(
    db: Database, reviewers: Collection[str], statuses: Collection[Status]
) -> Iterator[tuple[Article, tuple[Layer, ...]]]:
    """Yield the listed articles in the order they were added, each with its layers.

    With `reviewers` or `statuses` those layers alone, and the articles that have one.
    """
    for number, article in read_articles(db):
        layers = tuple(
            layer
            for layer in _read_layers(db, number, article, reviewers)
            if not statuses or layer.status in statuses
        )
        if layers or not (reviewers or statuses):
            yield article, layers


def read_annotations(db: Database, layer: int) -> Iterator[Annotation]:
    """Yield the annotations of the layer numbered `layer`."""
    links: dict[str, list[Link]] = {}
    for source, role, target in db.execute(
        "SELECT source, role, target FROM links WHERE layer = ? ORDER BY source, position", (layer,)
    ):
        links.setdefault(source, []).append(Link(role, target))
    for row in db.execute(f"SELECT {_COLUMNS} FROM annotations WHERE layer = ?", (layer,)):  # noqa: S608
        yield _annotation(row, links.get(row[0], ()))


def read_annotation(db: Database, layer: int, id: str) -> Annotation | None:
    """Return the annotation `id` of the layer numbered `layer`, or None."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM annotations WHERE layer = ? AND id = ?",  # noqa: S608
        (layer, id),
    ).fetchone()
    if row is None:
        return None
    links = db.execute(
        "SELECT role, target FROM links WHERE layer = ? AND source = ? ORDER BY position",
        (layer, id),
    )
    return _annotation(row, (Link(role, target) for role, target in links))


def write_annotation(db: Database, layer: int, annotation: Annotation) -> None:
    """Put `annotation` in the place of the one with its id, or add it."""
    db.execute(
        """
        INSERT INTO annotations (id, kind, label, rank, fragments, attributes, note, origin, layer)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
            kind = excluded.kind, label = excluded.label, rank = excluded.rank,
            fragments = excluded.fragments, attributes = excluded.attributes,
            note = excluded.note, origin = excluded.origin
        """,
        _row(layer, annotation),
    )
    db.execute("DELETE FROM links WHERE layer = ? AND source = ?", (layer, annotation.id))
    add_links(db, layer, [annotation])


def add_annotations(db: Database, layer: int, annotations: Iterable[Annotation]) -> None:
    """Add many annotations, none of which is there yet, without their links."""
    db.execute_many(
        "INSERT INTO annotations (id, kind, label, rank, fragments, attributes, note, origin,"
        " layer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_row(layer, each) for each in annotations],
    )


def remove_annotation(db: Database, layer: int, id: str) -> None:
    """Remove an annotation with its links."""
    db.execute("DELETE FROM annotations WHERE layer = ? AND id = ?", (layer, id))


def add_links(db: Database, layer: int, annotations: Iterable[Annotation]) -> None:
    """Add the links of annotations that have none yet; their targets may come later."""
    db.execute_many(
        "INSERT INTO links (layer, source, position, role, target) VALUES (?, ?, ?, ?, ?)",
        [
            (layer, each.id, position, role, target)
            for each in annotations
            for position, (role, target) in enumerate(each.links)
        ],
    )


def _row(layer: int, annotation: Annotation) -> tuple[str | int, ...]:
    return (
        annotation.id,
        _NAMES[annotation.kind],
        annotation.label,
        annotation.rank,
        f"[{', '.join([f'[{start}, {end}]' for start, end in annotation.fragments])}]",
        _ENCODE(dict(annotation.attributes)) if annotation.attributes else "{}",
        annotation.note,
        annotation.origin,
        layer,
    )


def _annotation(row: tuple[Any, ...], links: Iterable[Link]) -> Annotation:
    id, kind, label, rank, fragments, attributes, note, origin = row
    try:
        return Annotation(
            id=_text(id),
            kind=_KINDS[kind],
            label=_text(label),
            fragments=tuple(starmap(_fragment, _DECODE(fragments))),
            links=tuple(links),
            attributes=_attributes(attributes) if attributes != "{}" else {},
            note=_text(note),
            origin=_text(origin),
            rank=_whole(rank),
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ProjectError(
            "The row of the annotation {0} can't be read: {1}.", id, error
        ) from error


def _fragment(start: object, end: object) -> Fragment:
    return Fragment(_whole(start), _whole(end))


def _attributes(text: str) -> dict[str, AttributeValue]:
    found: Any = _DECODE(text)
    if not isinstance(found, dict):
        raise TypeError(text)
    return {name: _value(each) for name, each in cast(dict[str, Any], found).items()}


def _value(value: object) -> AttributeValue:
    if isinstance(value, str | int | float):
        return value
    raise TypeError(value)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(value)


def _whole(value: object) -> int:
    if type(value) is int:
        return value
    raise TypeError(value)
