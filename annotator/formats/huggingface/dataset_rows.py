"""The rows of a data set for Hugging Face: a layer each, with nested columns, as Parquet has them.

Columns and keys are those of the native format. What is an object of anything there (metadata,
attributes) is the text of that object in JSON here, for every column has one type.
"""

import json
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, TypeAlias

from annotator.model.annotation import MEMBER, Annotation, Kind
from annotator.model.article import Article, Json, Status
from annotator.model.layer import Layer

Feature: TypeAlias = "str | Sequence[Feature] | Mapping[str, Feature]"
"""The type of a column: one of Arrow's by name, a list of one, or an object."""

_FRAGMENTS: Feature = [{"start": "int32", "end": "int32"}]
_ARGUMENTS: Feature = [{"role": "string", "target": "string"}]
_NAMED: Mapping[str, Feature] = {"id": "string", "label": "string"}
_MARKED: Mapping[str, Feature] = {"fragments": _FRAGMENTS, "text": "string"}
_DESCRIBED: Mapping[str, Feature] = {"attributes": "string", "note": "string", "origin": "string"}

FEATURES: Mapping[str, Feature] = {
    "id": "string",
    "text": "string",
    "metadata": "string",
    "reviewer": "string",
    "status": "string",
    "curated": "bool",
    "entities": [{**_NAMED, **_MARKED, **_DESCRIBED}],
    "events": [{**_NAMED, **_MARKED, "arguments": _ARGUMENTS, **_DESCRIBED}],
    "relations": [{**_NAMED, "arguments": _ARGUMENTS, **_DESCRIBED}],
    "clusters": [{**_NAMED, "members": ["string"], **_DESCRIBED}],
    "labels": [{**_NAMED, **_DESCRIBED}],
}

LISTS = {
    Kind.ENTITY: "entities",
    Kind.EVENT: "events",
    Kind.RELATION: "relations",
    Kind.CLUSTER: "clusters",
    Kind.DOCUMENT: "labels",
}

_SPANS = {Kind.ENTITY, Kind.EVENT}
_MOST_ROWS = 1000
_MOST_CHARACTERS = 16 << 20


def row_of(article: Article, layer: Layer | None) -> dict[str, Json]:
    """Return the row for `layer` on `article`; None: the article has no layer."""
    lists: dict[str, Json] = {}
    for kind, name in LISTS.items():
        found = () if layer is None else layer.of_kind(kind)
        lists[name] = [_item(each, article.text) for each in found]
    return {
        "id": article.id,
        "text": article.text,
        "metadata": _json(article.metadata),
        "reviewer": None if layer is None else layer.reviewer,
        "status": (Status.NEW if layer is None else layer.status).value,
        "curated": layer is not None and layer.curated,
        **lists,
    }


def is_unusual(annotation: Annotation) -> bool:
    """Return whether it has fragments or links for which its kind has no column."""
    match annotation.kind:
        case Kind.ENTITY:
            return bool(annotation.links)
        case Kind.EVENT:
            return False
        case Kind.RELATION:
            return bool(annotation.fragments)
        case Kind.CLUSTER:
            named = any(link.role != MEMBER for link in annotation.links)
            return bool(annotation.fragments) or named
        case Kind.DOCUMENT:
            return bool(annotation.fragments or annotation.links)


def _item(annotation: Annotation, text: str) -> dict[str, Json]:
    item: dict[str, Json] = {"id": annotation.id, "label": annotation.label}
    if annotation.kind in _SPANS:
        item["fragments"] = [{"start": start, "end": end} for start, end in annotation.fragments]
        item["text"] = annotation.text_in(text)
    if annotation.kind is Kind.CLUSTER:
        item["members"] = [link.target for link in annotation.links]
    elif annotation.kind in {Kind.EVENT, Kind.RELATION}:
        item["arguments"] = [
            {"role": link.role, "target": link.target} for link in annotation.links
        ]
    item["attributes"] = _json(annotation.attributes)
    item["note"] = annotation.note
    item["origin"] = annotation.origin
    return item


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(dict(value), ensure_ascii=False, allow_nan=False)


def arrow_schema() -> Any:
    """Return the schema of FEATURES."""
    arrow: Any = import_module("pyarrow")

    def arrow_type(feature: Feature) -> Any:
        if isinstance(feature, str):
            return arrow.type_for_alias(feature)
        if isinstance(feature, Mapping):
            return arrow.struct([(name, arrow_type(inner)) for name, inner in feature.items()])
        return arrow.list_(arrow_type(feature[0]))

    return arrow.schema([(name, arrow_type(feature)) for name, feature in FEATURES.items()])


class RowWriter:
    """Writes rows into the Parquet file `path`, and holds only some megabytes of them."""

    def __init__(self, path: Path) -> None:
        self._arrow: Any = import_module("pyarrow")
        self._schema = arrow_schema()
        self._file: Any = import_module("pyarrow.parquet").ParquetWriter(str(path), self._schema)
        self._rows: list[dict[str, Json]] = []
        self._characters = 0

    def __enter__(self) -> "RowWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if error is None:
            self._flush()
        self._file.close()

    def add(self, row: dict[str, Json]) -> None:
        """Write a row."""
        self._rows.append(row)
        self._characters += len(str(row["text"]))
        if len(self._rows) >= _MOST_ROWS or self._characters >= _MOST_CHARACTERS:
            self._flush()

    def add_table(self, rows: Any) -> None:
        """Write rows that are a table of Arrow."""
        self._file.write_table(rows)

    def _flush(self) -> None:
        if self._rows:
            self._file.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()
        self._characters = 0
