"""Model values as JSON, for what outlives the program: journal rows and the clipboard.

The form is versioned by who stores it; reading checks types and raises CodecError.
"""

from collections.abc import Mapping
from typing import Any, cast

from annotator.model.annotation import Annotation, AttributeValue, Fragment, Kind, Link
from annotator.model.article import Json, Status
from annotator.model.change import Address, Change, Subject, Value
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Tagset
from annotator.model.tagset_toml import tagset_from_toml, tagset_to_toml

_NAMES = {kind: kind.value for kind in Kind}


class CodecError(AnnotatorError):
    """A stored value that is not of the form this program writes."""


def annotation_to_json(annotation: Annotation) -> dict[str, Json]:
    """Return `annotation` as a JSON object; empty fields are left out."""
    data: dict[str, Json] = {
        "id": annotation.id,
        "kind": _NAMES[annotation.kind],
        "label": annotation.label,
        "rank": annotation.rank,
    }
    if annotation.fragments:
        data["fragments"] = [[start, end] for start, end in annotation.fragments]
    if annotation.links:
        data["links"] = [[role, target] for role, target in annotation.links]
    if annotation.attributes:
        data["attributes"] = dict(annotation.attributes)
    if annotation.note:
        data["note"] = annotation.note
    if annotation.origin:
        data["origin"] = annotation.origin
    return data


def annotation_from_json(data: Mapping[str, Any]) -> Annotation:
    """Return the annotation that `annotation_to_json` wrote; raises CodecError."""
    try:
        return Annotation(
            id=str(data["id"]),
            kind=Kind(data["kind"]),
            label=str(data["label"]),
            fragments=tuple(Fragment(int(s), int(e)) for s, e in data.get("fragments", ())),
            links=tuple(Link(str(role), str(target)) for role, target in data.get("links", ())),
            attributes=cast(dict[str, AttributeValue], dict(data.get("attributes", {}))),
            note=str(data.get("note", "")),
            origin=str(data.get("origin", "")),
            rank=int(data.get("rank", 0)),
        )
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise CodecError("A stored annotation can't be read: {0}.", error) from error


def change_to_json(change: Change) -> list[Json]:
    """Return `change` as `[[subject, article, reviewer, key], before, after]`."""
    address = change.address
    return [
        [address.subject.value, address.article, address.reviewer, address.key],
        _value_to_json(change.before),
        _value_to_json(change.after),
    ]


def change_from_json(data: list[Any]) -> Change:
    """Return the change that `change_to_json` wrote; raises CodecError."""
    try:
        (subject, article, reviewer, key), before, after = data
        address = Address(Subject(subject), str(article), str(reviewer), str(key))
        return Change(
            address,
            _value_from_json(address.subject, before),
            _value_from_json(address.subject, after),
        )
    except (TypeError, ValueError, AttributeError) as error:
        raise CodecError("A stored change can't be read: {0}.", error) from error


def _value_to_json(value: Value) -> Json:
    if isinstance(value, Annotation):
        return annotation_to_json(value)
    if isinstance(value, Tagset):
        return tagset_to_toml(value)
    return value


def _value_from_json(subject: Subject, data: Any) -> Value:
    if data is None:
        return None
    match subject:
        case Subject.ANNOTATION:
            return annotation_from_json(data)
        case Subject.STATUS:
            return Status(data)
        case Subject.TAGSET:
            return tagset_from_toml(data)
        case _:
            return cast(Json, data)
