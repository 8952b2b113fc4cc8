"""doccano's JSON lines: mentions and relations, and columns of metadata.

Follows what doccano's source reads and writes (github.com/doccano/doccano, `backend/data_import`
and `backend/data_export`): a line is an example. Keys that doccano has no use for are its metadata,
which it shows, keeps and exports. It makes a table of the lines, so each one must have the same
keys; whatever differs from article to article is inside one of them.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import BinaryIO, NamedTuple, TypeGuard

from annotator.formats.doccano_offsets import SPANS, Unit, from_unit, unit_of
from annotator.formats.format import Format, Found, Losses, Parcel, Source
from annotator.formats.json_fields import FieldError, Fields, of_type
from annotator.formats.json_stream import Item, head_keys, json_items
from annotator.formats.jsonl_object import status_of, with_rest
from annotator.formats.layering import layered, stale
from annotator.formats.marks import (
    KEY,
    Arc,
    Mark,
    article_id,
    attributes_of,
    parts_of,
    unsaid,
)
from annotator.model.article import Article, Json, Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, message
from annotator.model.offsets import Utf16Offsets

_SIGN = re.compile(
    rb'"(?:labels?|entities)"\s*:\s*\[\s*'
    rb'(?:\]|\[\s*\d+\s*,\s*\d+\s*,\s*"|\{[^{}]*"start_offset"|"[^"]*"\s*[,\]])'
)
_OTHERS = {"spans", "_input_hash", "_task_hash", "data", "tokens", "sentences"}


def _recognizes(head: bytes) -> bool:
    keys = head_keys(head)
    if "text" not in keys or keys & _OTHERS:
        return False
    return KEY in keys or ("format" not in keys and bool(_SIGN.search(head)))


class _Line(NamedTuple):
    """An object of the file; `unit` is what its offsets count where it does not say."""

    fields: Fields
    number: int
    where: str
    unit: Unit
    source: Source


def _read(source: Source) -> Iterator[Found]:
    unit, remark = unit_of(source)
    if remark:
        yield remark
    for number, item in enumerate(json_items(source), 1):
        if not isinstance(item, Item):
            yield item
            continue
        try:
            yield from _found(_Line(Fields(item.value), number, item.where, unit, source))
        except AnnotatorError as error:
            error.where = item.where
            yield error


def _found(line: _Line) -> Iterator[Found]:
    fields, source = line.fields, line.source
    text = fields.take("text", str)
    id = article_id(fields.take_any("id"), f"{source.id}-{line.number}")
    ours = KEY in fields
    beside = Fields(fields.take(KEY, dict, {}), KEY)
    named = fields.take_any("username") if not ours else beside.take_any("reviewer")
    status = status_of(beside.take("status", str, Status.NEW.value))
    curated = beside.take("curated", bool, False)
    unit = _unit(beside.take("offsets", str, line.unit.value))
    spans = _Spans(fields, from_unit(unit, text))
    annotations, left_out = layered(spans.marks, spans.arcs, spans.labels, beside, text)
    article = Article(id, text, _metadata(fields, ours=ours))
    for error in (*spans.errors, *stale(left_out)):
        error.where = line.where
        yield error
    if ours and named is None and not annotations:
        yield Parcel(article, (), line.where)
        return
    reviewer = source.reviewer if named is None else _not_empty(named, "reviewer")
    layer = Layer(article, reviewer, annotations, status, curated)
    yield Parcel(article, (layer,), line.where)


def _unit(name: str) -> Unit:
    try:
        return Unit(name)
    except ValueError as error:
        known = ", ".join(unit.value for unit in Unit)
        raise FieldError(
            "{0} is {1}, but must be one of {2}.", f"{KEY}.offsets", name, known
        ) from error


def _metadata(fields: Fields, *, ours: bool) -> dict[str, Json]:
    metadata = fields.take("metadata", dict, {}) if ours else {}
    comments, earlier = fields.take_any("Comments"), metadata.get("Comments")
    if isinstance(comments, list) and isinstance(earlier, list):
        comments = [*earlier, *(each for each in comments if each not in earlier)]
    if comments:
        metadata = {**metadata, "Comments": comments}
    return with_rest(metadata, fields.rest())


class _Spans:
    """The mentions, relations and labels of a line; `errors` are on what was left out."""

    def __init__(self, fields: Fields, convert: Callable[[int], int]) -> None:
        self.marks: list[Mark] = []
        self.labels: list[str] = []
        self.errors: list[AnnotatorError] = []
        self._convert = convert
        self._numbers: dict[Json, int] = {}
        for key in (*SPANS, "cats"):
            for number, value in enumerate(_listed(fields, key)):
                self._take(value, f"{key}[{number}]")
        self.arcs = list(self._drawn(fields))

    def _take(self, value: Json, name: str) -> None:
        if isinstance(value, str | int) and not isinstance(value, bool):
            self.labels.append(_not_empty(str(value), name))
            return
        if isinstance(value, list):
            if len(value) != 3:
                raise FieldError("{0} must be a start, an end and a label.", name)
            value = dict(zip(("start_offset", "end_offset", "label"), value, strict=True))
        span = Fields(value, name)
        id = span.take_any("id")
        start, end = span.take("start_offset", int), span.take("end_offset", int)
        label = _not_empty(span.take_any("label"), span.name("label"))
        if _names(id):
            if id in self._numbers:
                raise FieldError("Two annotations have the id {0}.", id)
            self._numbers[id] = len(self.marks)
        attributes = attributes_of(span.rest())
        self.marks.append(Mark(self._convert(start), self._convert(end), label, attributes))

    def _drawn(self, fields: Fields) -> Iterator[Arc]:
        for number, value in enumerate(_listed(fields, "relations")):
            relation = Fields(value, f"relations[{number}]")
            relation.take_any("id")
            label = _not_empty(relation.take_any("type"), relation.name("type"))
            ends = [relation.take_any(key) for key in ("from_id", "to_id")]
            found = [self._numbers.get(end) for end in ends if _names(end)]
            match found:
                case [int(source), int(target)]:
                    yield Arc(source, target, label, attributes_of(relation.rest()))
                case _:
                    error = AnnotatorError(
                        "{0} was left out: it leads from {1} to {2}, and both must be entities.",
                        f"relations[{number}]", *(json.dumps(end)[:40] for end in ends),
                    )  # fmt: skip
                    self.errors.append(error)


def _names(id: Json) -> TypeGuard[str | int]:
    return isinstance(id, str | int) and not isinstance(id, bool)  # True would be 1


def _listed(fields: Fields, key: str) -> list[Json]:
    """Return the list at `key`; a value by itself is a list of one, and null of none."""
    value = fields.take_any(key)
    if isinstance(value, list):
        return value
    if isinstance(value, str | int):
        return [value]
    return [] if value is None else of_type(value, list, key)


def _not_empty(value: Json, name: str) -> str:
    text = of_type(value, str, name)
    if not text.strip():
        raise FieldError("{0} is empty.", name)
    return text


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    numbers = count(1)
    for article, layers, _ in parcels:
        for layer in layers or (None,):
            value = _object(article, layer, numbers)
            stream.write(json.dumps(value, ensure_ascii=False, allow_nan=False).encode() + b"\n")
    return Losses()


def _object(article: Article, layer: Layer | None, numbers: Iterator[int]) -> dict[str, Json]:
    """Return a line; `numbers` gives ids, which are unique in the file as doccano wants them."""
    parts = parts_of(() if layer is None else layer)
    units = Utf16Offsets(article.text).to_utf16
    ids = {each.id: next(numbers) for each in parts.marked}
    beside: dict[str, Json] = {
        "reviewer": None if layer is None else layer.reviewer,
        "status": (Status.NEW if layer is None else layer.status).value,
        "offsets": Unit.UTF16.value,
    }
    if layer is not None and layer.curated:
        beside["curated"] = True
    return {
        "id": article.id,
        "text": article.text,
        "entities": [
            {
                "id": ids[each.id],
                "label": each.label,
                "start_offset": units(each.start),
                "end_offset": units(each.end),
            }
            for each in parts.marked
        ],
        "relations": [
            {
                "id": next(numbers),
                "from_id": ids[arc.source],
                "to_id": ids[arc.target],
                "type": arc.label,
            }
            for arc in parts.arcs
        ],
        "cats": [each.label for each in parts.labels],
        "metadata": dict(article.metadata),
        KEY: {**beside, **unsaid(parts)},
    }


FORMAT = Format(
    name="doccano",
    extensions=(".jsonl",),
    summary=message("doccano's JSON lines: mentions, relations, labels"),
    read=_read,
    write=_write,
    recognizes=_recognizes,
    sign=message('its objects have "text", and "entities" or "label" as doccano writes them'),
)
