"""What formats of other programs' JSON share: ids, keys nobody knows, words stated twice."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from annotator.formats.json_fields import FieldError, Fields
from annotator.model.annotation import AttributeValue, Kind
from annotator.model.article import Json
from annotator.model.message import Remark


class Ids:
    """Gives each annotation of an article an id: its own, or a new one where that is taken."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._numbers: Counter[Kind] = Counter()

    def take(self, kind: Kind, wanted: str = "") -> str:
        """Return `wanted`, or the next free id of `kind` where it is empty or given away."""
        id = wanted
        while not id or id in self._used:
            self._numbers[kind] += 1
            id = f"{kind.id_prefix}{self._numbers[kind]}"
        self._used.add(id)
        return id


class Unkept:
    """Remarks on keys that Annotator has no place for: one for each key of a file."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def remark(self, key: str, where: str) -> Iterator[Remark]:
        """Yield a remark that `key` is left out, unless that was said before."""
        if key not in self._said:
            self._said.add(key)
            yield Remark(
                "{0} is left out, here and further down: there is no place for it.",
                key, where=where,
            )  # fmt: skip


def attributes_of(rest: Mapping[str, Json]) -> dict[str, AttributeValue]:
    """Return keys that a format does not know as attributes; lists and objects become JSON."""
    return {
        key: value
        if isinstance(value, str | bool | int | float)
        else json.dumps(value, ensure_ascii=False)
        for key, value in rest.items()
        if value is not None
    }


def label_in(fields: Fields, key: str) -> str:
    """Return the label at `key`; raises FieldError where it is missing, no text or empty."""
    label = fields.take(key, str)
    if not label:
        raise FieldError("{0} is empty.", fields.name(key))
    return label


def line_of(value: Json) -> bytes:
    """Return a line of JSON in UTF-8, its end included."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode() + b"\n"


def words_differ(name: str, stated: str, found: str, where: str) -> Iterator[Remark]:
    """Yield a remark where the words `stated` at `name` are not those `found`, but for blanks."""
    if stated.split() != found.split() and "".join(stated.split()) != "".join(found.split()):
        yield Remark(
            "{0} is “{1}”, but its tokens are “{2}”, which count.",
            name, _short(stated), _short(found), where=where,
        )  # fmt: skip


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
