"""The journal: every edit, by whom and when; history and the past are read from it.

Rows are only ever added. What an entry took back stands in the table `undone`.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple, TypeAlias

import orjson

from annotator.model.article import Article, Status
from annotator.model.change import Edit
from annotator.model.codec import (
    annotation_from_json,
    annotation_to_json,
    change_from_json,
    change_to_json,
)
from annotator.model.layer import Layer
from annotator.model.message import Message, message
from annotator.store.database import Database
from annotator.store.failures import ProjectError

VERSION = 1
"""The form of the payloads that are written."""

Act: TypeAlias = Literal["edit", "undo", "redo", "import"]

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_COLUMNS = "number, at, journal.by, journal.act, title, title_values, gesture, undoes, version"


class Entry(NamedTuple):
    """One row of the journal.

    `at` is ISO 8601 in UTC. `undoes` is the number of the entry it took back, of several that were
    one gesture the last. The edit of an import has its title alone.
    """

    number: int
    edit: Edit
    by: str
    at: str
    undoes: int | None
    wide: bool = False
    """Whether it changed the project as a whole: the list of articles, the tagset."""


def append(
    db: Database, edit: Edit, by: str, act: Act = "edit", undone: Iterable[int] = ()
) -> Entry:
    """Record an edit made by `by`, which takes back the entries `undone`, the last one first."""
    taken_back = list(undone)
    undoes = taken_back[0] if taken_back else None
    # One by one: a thread that encodes does not let others go on before it is through.
    payload = f"[{','.join(_json(change_to_json(change)) for change in edit.changes)}]"
    row = _row(None, edit.title, by, act, edit.gesture, undoes, payload)
    number = db.insert("journal", _WRITTEN, [row])
    _touch(db, [(*layer, number) for layer in touched_layers(edit)], by, act)
    db.insert("undone", "entry, undo", [(each, number) for each in taken_back])
    for each in taken_back:
        db.execute("UPDATE journal_layers SET undone = 1 WHERE entry = ?", (each,))
    return Entry(number, edit, by, row[1], undoes)


def touched_layers(edit: Edit) -> frozenset[tuple[str, str]]:
    """Return the layers an entry is kept with; ("", ""): it changes the project as a whole.

    So does one of several layers: it is taken back from wherever one is.
    """
    layers = edit.layers()
    if len(layers) > 1 or any(not change.address.reviewer for change in edit.changes):
        layers |= {("", "")}
    return layers


def baseline_payload(layer: Layer) -> str:
    """Return a whole layer as the payload of an import."""
    data = {
        "status": layer.status.value,
        "curated": layer.curated,
        "annotations": [annotation_to_json(each) for each in layer],
    }
    try:
        payload = orjson.dumps(data).decode()
    except TypeError:  # it has an integer of more than 64 bits, or half of a surrogate pair
        return _json(data)
    # orjson makes null of NaN, and nothing else in a layer is null.
    return payload if "null" not in payload else _json(data)


class NewBaseline(NamedTuple):
    """An import of a layer to record as entry `number`, with its payload."""

    number: int
    layer: Layer
    payload: str


def append_baselines(db: Database, new: Iterable[NewBaseline], by: str) -> None:
    """Record that `by` imported layers."""
    rows: list[_Row] = []
    touched: list[tuple[str, str, int]] = []
    for number, layer, payload in new:
        title = message("Import annotations: {0}", len(layer))
        rows.append(_row(number, title, by, "import", "", None, payload))
        touched.append((layer.article.id, layer.reviewer, number))
    db.insert("journal", _WRITTEN, rows)
    _touch(db, touched, by, "import")


_Row: TypeAlias = tuple[int | None, str, str, Act, str, str, str, int | None, int, str]

_WRITTEN = "number, at, by, act, title, title_values, gesture, undoes, version, payload"


def _row(
    number: int | None,
    title: Message,
    by: str,
    act: Act,
    gesture: str,
    undoes: int | None,
    payload: str,
) -> _Row:
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    values = _json(title.values)
    return (number, at, by, act, title.template, values, gesture, undoes, VERSION, payload)


def _touch(db: Database, touched: Sequence[tuple[str, str, int]], by: str, act: Act) -> None:
    rows = [(*each, by, act) for each in touched]
    db.insert("journal_layers", "article, reviewer, entry, by, act", rows)


def read_entries(
    db: Database, article: str, reviewer: str, first: int = 0, last: int | None = None
) -> Iterator[Entry]:
    """Yield the entries numbered `first` to `last` that touch a layer ("", "": the project)."""
    for row in _rows(db, article, reviewer, first, last):
        yield _entry(row)


def read_history(db: Database, article: str, reviewer: str, first: int) -> Iterator[Entry]:
    """Yield the entries from `first` on that touch a layer, and those that touch the project.

    Of a long one only what it did to the layer is read: it may list thousands of articles.
    """
    ours = {row[0]: row for row in _rows(db, article, reviewer, first, None, _OF_LAYER)}
    wide = {row[0]: row for row in _rows(db, "", "", first, None, payload="'[]'")}
    for number in sorted(ours.keys() | wide.keys()):
        entry = _entry(ours.get(number) or wide[number])
        yield entry._replace(wide=number in wide)


_OF_LAYER = """
    CASE WHEN journal.act = 'import' THEN '[]'
    WHEN length(payload) < 64000 OR NOT json_valid(payload) THEN payload
    ELSE (
        SELECT json_group_array(json(value)) FROM json_each(payload)
        WHERE value ->> '$[0][1]' = journal_layers.article
            AND value ->> '$[0][2]' = journal_layers.reviewer
    ) END
"""
"""The payload, or of a long one the changes of the layer alone."""


def read_entry(db: Database, number: int) -> Entry:
    """Return the entry numbered `number`."""
    row = db.execute(
        f"SELECT {_COLUMNS}, payload FROM journal WHERE number = ?",  # noqa: S608
        (number,),
    ).fetchone()
    if row is None:
        raise ProjectError("Entry {0} of the journal is missing.", number)
    return _entry(row)


def length(db: Database, numbers: Iterable[int]) -> int:
    """Return the characters that the payloads of the entries `numbers` have together."""
    return sum(
        db.execute("SELECT length(payload) FROM journal WHERE number = ?", (number,)).fetchone()[0]
        for number in numbers
    )


def last_touch(db: Database, article: str, reviewer: str) -> int:
    """Return the number of the last entry that touched a layer or the project; 0: none did."""
    last = "SELECT max(entry) FROM journal_layers WHERE article = ? AND reviewer = ?"
    found = (db.execute(last, layer).fetchone()[0] for layer in ((article, reviewer), ("", "")))
    return max(each or 0 for each in found)


def last_touch_of_others(db: Database, article: str, reviewer: str) -> int:
    """Return the number of the last entry that touched another's layer on an article; 0: none."""
    last = "SELECT max(entry) FROM journal_layers WHERE article = ? AND reviewer NOT IN (?, '')"
    return db.execute(last, (article, reviewer)).fetchone()[0] or 0


def read_title(db: Database, number: int) -> Message:
    """Return the title of the entry numbered `number`."""
    row = db.execute(
        "SELECT title, title_values FROM journal WHERE number = ?", (number,)
    ).fetchone()
    return _title(number, *row)


def layer_at(db: Database, article: Article, reviewer: str, number: int | None) -> Layer:
    """Return the layer of `reviewer` on `article` as it stood after the entry `number`.

    None: as it stands after all. Starts from the last import, and makes the edits since again.
    """
    first = db.execute(
        "SELECT max(entry) FROM journal_layers"
        " WHERE act = 'import' AND article = ? AND reviewer = ? AND entry <= ?",
        (article.id, reviewer, number if number is not None else 2**62),
    ).fetchone()[0]
    layer = Layer(article, reviewer)
    for row in _rows(db, article.id, reviewer, first or 0, number):
        if row[3] == "import":
            layer = _baseline(row, article, reviewer)
        else:
            layer.apply(_entry(row).edit)
    return layer


def _rows(
    db: Database,
    article: str,
    reviewer: str,
    first: int,
    last: int | None,
    payload: str = "payload",
) -> Iterator[tuple[Any, ...]]:
    return db.execute(
        f"""
        SELECT {_COLUMNS}, {payload} FROM journal_layers JOIN journal ON number = entry
        WHERE article = ? AND reviewer = ? AND entry BETWEEN ? AND ?
        ORDER BY entry
        """,  # noqa: S608
        (article, reviewer, first, last if last is not None else 2**62),
    )


def _entry(row: tuple[Any, ...]) -> Entry:
    number, at, by, act, title, values, gesture, undoes, version, payload = row
    data: list[Any] = [] if act == "import" else _payload(number, version, payload, list)
    edit = Edit(_title(number, title, values), tuple(map(change_from_json, data)), gesture)
    return Entry(number, edit, by, at, undoes)


def _title(number: int, template: Any, values: Any) -> Message:
    try:
        title = Message(template, tuple(map(_text, json.loads(values))))
        str(title)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise _unreadable(number, error) from error
    return title


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(value)


def _baseline(row: tuple[Any, ...], article: Article, reviewer: str) -> Layer:
    number, *_, version, payload = row
    data = _payload(number, version, payload, dict)
    try:
        annotations = [annotation_from_json(each) for each in data["annotations"]]
        status, curated = Status(data["status"]), bool(data["curated"])
    except (LookupError, ValueError, TypeError) as error:
        raise _unreadable(number, error) from error
    return Layer(article, reviewer, annotations, status, curated)


def _payload(number: int, version: int, payload: str, form: type) -> Any:
    if version != VERSION:
        raise ProjectError(
            "Entry {0} of the journal was made by a newer version of Annotator.", number
        )
    try:
        data = json.loads(payload)
    except (ValueError, TypeError, RecursionError) as error:
        raise _unreadable(number, error) from error
    if not isinstance(data, form):
        raise _unreadable(number, type(data).__name__)
    return data


def _unreadable(number: int, reason: object) -> ProjectError:
    return ProjectError("Entry {0} of the journal can't be read: {1}.", number, reason)
