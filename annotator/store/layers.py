"""Layers and their annotations as rows."""

import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, starmap
from typing import Any, NamedTuple, cast

import orjson

from annotator.model.annotation import Annotation, AttributeValue, Fragment, Kind, Link, fragment_of
from annotator.model.article import Article, Status, was_read
from annotator.model.layer import Layer
from annotator.store.articles import find_article, read_articles
from annotator.store.database import Database, Runs
from annotator.store.failures import ProjectError

_KINDS = {each.value: each for each in Kind}
_NAMES = {each: each.value for each in Kind}
_DECODE = json.JSONDecoder().decode
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode

_OF_ONE = re.compile(r"\[\[[0-9]++, [0-9]++\]\](?:,\[\[[0-9]++, [0-9]++\]\])*+")
"""Lists of one fragment each, parted by commas."""

_DAMAGE = (ValueError, TypeError, KeyError, RecursionError)
"""What reading values raises that this program has not written."""

_BEGUN = """
    (
        SELECT min(entry) FROM journal_layers AS touched
        WHERE touched.article = (SELECT id FROM articles WHERE articles.number = layers.article)
        AND touched.reviewer = layers.reviewer
    ), number
"""
"""What puts layers of an article in order, the oldest first: one that undo has taken away and redo
brought back is as old as it was; its number is not.
"""


class LayerRow(NamedTuple):
    """One layer, as the table has it; `status` None: never set."""

    number: int
    status: Status | None
    curated: bool


class LayerSummary(NamedTuple):
    """What is told of a layer without its annotations, but for their number."""

    reviewer: str
    status: Status
    annotations: int
    curated: bool

    @property
    def was_read(self) -> bool:
        """Whether its reviewer worked on it: it is not new, or holds something."""
        return was_read(self.status, self.annotations)


def find_layer(db: Database, article: int, reviewer: str) -> LayerRow | None:
    """Return the layer of `reviewer` on the article numbered `article`, or None."""
    row = db.execute(
        "SELECT number, status, curated FROM layers WHERE article = ? AND reviewer = ?",
        (article, reviewer),
    ).fetchone()
    return layer_row(*row) if row else None


def layer_row(number: int, status: Any, curated: Any) -> LayerRow:
    """Return a layer given as the table has it; raises ProjectError where that can't be."""
    return LayerRow(number, layer_status(status), bool(curated))


def layer_status(name: Any) -> Status | None:
    """Return a status as the table has it, None if never set; raises ProjectError for others."""
    try:
        return None if name is None else Status(name)
    except ValueError as error:
        raise ProjectError("The status of a layer is damaged: {0}.", name) from error


def read_layer(db: Database, number: int, article: Article, reviewer: str) -> Layer:
    """Return the layer of `reviewer` on `article`, which is numbered `number`."""
    row = find_layer(db, number, reviewer)
    return _layer(db, row, article, reviewer) if row else Layer(article, reviewer)


def layer_on(db: Database, article_id: str, reviewer: str) -> Layer:
    """Return the layer of `reviewer` on an article; an empty one, `new`, where there is none.

    Raises ProjectError where there is no such article.
    """
    number, article = find_article(db, article_id)
    return read_layer(db, number, article, reviewer)


def read_layers(db: Database, number: int, article: Article) -> tuple[Layer, ...]:
    """Return all layers on `article`, which is numbered `number`."""
    rows = db.execute(
        f"SELECT number, status, curated, reviewer FROM layers WHERE article = ? ORDER BY {_BEGUN}",  # noqa: S608
        (number,),
    ).fetchall()
    return tuple(_layer(db, layer_row(*columns), article, reviewer) for *columns, reviewer in rows)


def _layer(db: Database, row: LayerRow, article: Article, reviewer: str) -> Layer:
    annotations = read_annotations(db, row.number)
    return Layer(article, reviewer, annotations, row.status or Status.NEW, row.curated)


def list_reviewers(db: Database) -> list[str]:
    """Return the names of all who have a layer, sorted."""
    return [row[0] for row in db.execute("SELECT DISTINCT reviewer FROM layers ORDER BY reviewer")]


def list_layers(db: Database, article: str) -> list[LayerSummary]:
    """Return what there is to tell of the layers on an article."""
    rows = db.execute(
        "SELECT status, annotations, curated, reviewer FROM layers"  # noqa: S608
        f" WHERE article = (SELECT number FROM articles WHERE id = ?) ORDER BY {_BEGUN}",
        (article,),
    )
    return [
        LayerSummary(reviewer, layer_status(status) or Status.NEW, count, bool(curated))
        for status, count, curated, reviewer in rows
    ]


def read_contents(
    db: Database, reviewers: Collection[str], statuses: Collection[Status], curated: bool
) -> Iterator[tuple[Article, tuple[Layer, ...]]]:
    """Yield the listed articles in the order they were added, each with its layers.

    With `reviewers` or `statuses`, or of `curated` ones, those layers alone, and the articles that
    have one.
    """
    rows = db.execute(
        f"SELECT article, number, status, curated, reviewer FROM layers ORDER BY article, {_BEGUN}"  # noqa: S608
    )
    layers = Runs(rows)
    for number, article in read_articles(db):
        kept = tuple(
            _layer(db, row, article, reviewer)
            for _, *columns, reviewer in layers.of(number)
            if not reviewers or reviewer in reviewers
            for row in [layer_row(*columns)]
            if not statuses or (row.status or Status.NEW) in statuses
            if row.curated or not curated
        )
        if kept or not (reviewers or statuses or curated):
            yield article, kept


def read_annotations(db: Database, layer: int) -> list[Annotation]:
    """Return the annotations of the layer numbered `layer`."""
    try:
        return _read(db, layer)
    except _DAMAGE as error:
        for (id,) in db.execute("SELECT id FROM annotations WHERE layer = ?", (layer,)).fetchall():
            read_annotation(db, layer, id)  # says which one it is
        raise ProjectError("The links of a layer can't be read: {0}.", error) from error


def read_annotation(db: Database, layer: int, id: str) -> Annotation | None:
    """Return the annotation `id` of the layer numbered `layer`, or None."""
    row = db.execute(
        "SELECT kind, label, fragments, attributes, note, origin, rank FROM annotations"
        " WHERE layer = ? AND id = ?",
        (layer, id),
    ).fetchone()
    if row is None:
        return None
    links = db.execute(
        "SELECT source, position, role, target FROM links WHERE layer = ? AND source = ?",
        (layer, id),
    ).fetchall()
    kind, label, places, attributes, note, origin, rank = row
    try:
        _check_types(str, (label, note, origin))
        _check_types(int, (rank,))
        (fragments,) = _fragments(places)
        linked = _links(links).get(id, ())
        values = _attributes(attributes)
        return Annotation(id, _KINDS[kind], label, fragments, linked, values, note, origin, rank)
    except _DAMAGE as error:
        raise ProjectError(
            "The row of the annotation {0} can't be read: {1}.", id, error
        ) from error


def _read(db: Database, layer: int) -> list[Annotation]:
    """Return the annotations of the layer numbered `layer`; raises one of `_DAMAGE`.

    SQLite and orjson take a column whole in a third of the time that its values take one by one.
    """
    try:
        values, places = db.execute(
            """
            SELECT '[' || json_group_array(id) || ',' || json_group_array(kind) || ','
                    || json_group_array(label) || ',' || json_group_array(rank) || ','
                    || json_group_object(id, attributes) FILTER (WHERE attributes <> '{}') || ','
                    || json_group_object(id, note) FILTER (WHERE note <> '') || ','
                    || json_group_object(id, origin) FILTER (WHERE origin <> '') || ',' || (
                        SELECT json_group_array(json_array(source, position, role, target))
                        FROM links WHERE layer = ?
                    ) || ']',
                group_concat(fragments)
            FROM annotations WHERE layer = ?
            """,
            (layer, layer),
        ).fetchone()
    except sqlite3.OperationalError as error:
        if "BLOB" not in str(error):
            raise
        raise TypeError(error) from error
    names, kinds, labels, ranks, attributes, notes, origins, links = orjson.loads(values)
    _check_types(str, names, labels, notes.values(), origins.values())
    _check_types(int, ranks)
    placed, linked = _fragments(places or ""), _links(links)
    if len(placed) != len(names):
        raise ValueError(places)
    return list(
        map(
            Annotation,
            names,
            map(_KINDS.__getitem__, kinds),
            labels,
            placed,
            [linked.get(id, ()) for id in names],
            [_attributes(attributes[id]) if id in attributes else {} for id in names],
            [notes.get(id, "") for id in names],
            [origins.get(id, "") for id in names],
            ranks,
        )
    )


def write_annotation(
    db: Database, layer: int, annotation: Annotation, before: Annotation | None
) -> None:
    """Put `annotation` in the place of `before`, which has its id, or add it (None)."""
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
    if annotation.links != (before.links if before else ()):
        db.execute("DELETE FROM links WHERE layer = ? AND source = ?", (layer, annotation.id))
        add_links(db, [(layer, annotation)])


class NewLayer(NamedTuple):
    """A layer to add as number `number` on the article numbered `article`."""

    number: int
    article: int
    layer: Layer


def insert_layers(db: Database, new: Iterable[NewLayer]) -> None:
    """Add layers, without their annotations."""
    rows: list[tuple[object, ...]] = []
    for number, article, layer in new:
        kinds = [each.kind for each in layer]
        rows.append(
            (
                number, article, layer.reviewer, layer.status.value, layer.curated,
                len(kinds), kinds.count(Kind.ENTITY), kinds.count(Kind.EVENT),
            )
        )  # fmt: skip
    db.insert(
        "layers",
        "number, article, reviewer, status, curated, annotations, entities, events",
        rows,
    )


def add_annotations(db: Database, placed: Iterable[tuple[int, Annotation]]) -> None:
    """Add annotations, each to the layer of a number that has none of its id, without links."""
    db.insert(
        "annotations",
        "id, kind, label, rank, fragments, attributes, note, origin, layer",
        [_row(layer, each) for layer, each in placed],
    )


def remove_annotation(db: Database, layer: int, id: str) -> None:
    """Remove an annotation with its links."""
    db.execute("DELETE FROM annotations WHERE layer = ? AND id = ?", (layer, id))


def add_links(db: Database, placed: Iterable[tuple[int, Annotation]]) -> None:
    """Add the links of annotations that have none yet; their targets may come later."""
    db.insert(
        "links",
        "layer, source, position, role, target",
        [
            (layer, each.id, position, role, target)
            for layer, each in placed
            if each.links
            for position, (role, target) in enumerate(each.links)
        ],
    )


def _row(layer: int, annotation: Annotation) -> tuple[str | int, ...]:
    return (
        annotation.id,
        _NAMES[annotation.kind],
        annotation.label,
        annotation.rank,
        _places(annotation.fragments),
        _ENCODE(dict(annotation.attributes)) if annotation.attributes else "{}",
        annotation.note,
        annotation.origin,
        layer,
    )


def _places(fragments: tuple[Fragment, ...]) -> str:
    if len(fragments) == 1:
        start, end = fragments[0]
        return f"[[{start}, {end}]]"
    return f"[{', '.join([f'[{start}, {end}]' for start, end in fragments])}]"


def _check_types(wanted: type, *columns: Iterable[object]) -> None:
    for found in {type(value) for column in columns for value in column} - {wanted}:
        raise TypeError(found.__name__)


def _links(rows: list[Any]) -> dict[str, tuple[Link, ...]]:
    links: dict[str, list[Link]] = {}
    _check_types(str, (name for _, _, *names in rows for name in names))
    for source, _, role, target in sorted(rows):
        links.setdefault(source, []).append(Link(role, target))
    return {source: tuple(each) for source, each in links.items()}


def _fragments(lists: str) -> list[tuple[Fragment, ...]]:
    """Return the fragments of annotations of which each has a list in `lists`, parted by commas.

    Most have one fragment. Their numbers are read without the lists, in a quarter of the time.
    """
    if _OF_ONE.fullmatch(lists):
        numbers = iter(orjson.loads(f"[{lists.replace('[', '').replace(']', '')}]"))
        return [(fragment,) for fragment in map(fragment_of, zip(numbers, numbers, strict=True))]
    if wrong := lists.strip("[0123456789, ]"):
        raise ValueError(wrong)
    placed = [tuple(starmap(Fragment, each)) for each in orjson.loads(f"[{lists}]")]
    _check_types(int, chain.from_iterable(chain.from_iterable(placed)))
    return placed


def _attributes(text: str) -> dict[str, AttributeValue]:
    found: Any = _DECODE(text)
    if not isinstance(found, dict):
        raise TypeError(text)
    return {name: _value(each) for name, each in cast(dict[str, Any], found).items()}


def _value(value: object) -> AttributeValue:
    if isinstance(value, str | int | float):
        return value
    raise TypeError(value)
