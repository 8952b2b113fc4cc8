"""One line of the native format, and the parcel it stands for."""

import json
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any

import orjson

from annotator.formats.format import Parcel
from annotator.formats.json_fields import FieldError, Fields, of_type, wrong_type
from annotator.formats.strict_json import check_depth, parse
from annotator.model.annotation import (
    MEMBER,
    Annotation,
    AttributeValue,
    Fragment,
    Kind,
    Link,
    fragment_of,
)
from annotator.model.article import Article, Json, Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError

VERSION = "annotator/1"

LISTS = {
    "entities": Kind.ENTITY,
    "events": Kind.EVENT,
    "relations": Kind.RELATION,
    "clusters": Kind.CLUSTER,
    "labels": Kind.DOCUMENT,
}
"""The key of each kind's annotations, in the order of the line."""

_CLUSTER = Kind.CLUSTER
_SPANS = {Kind.ENTITY, Kind.EVENT}
_ARGUMENTS = {Kind.EVENT, Kind.RELATION}

_OF_MENTION = ("id", "label", "fragments", "text", "attributes", "note")
_mention_values = itemgetter(*_OF_MENTION)

_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def line_of(article: Article, layer: Layer | None) -> bytes:
    """Return the line for `layer` on `article`, with its end; None: the article has no layer.

    Raises JsonError where a value is no number that JSON has.
    """
    text = article.text
    lists: dict[Kind, list[dict[str, Any]]] = {kind: [] for kind in LISTS.values()}
    for annotation in () if layer is None else layer:
        lists[annotation.kind].append(_plain(annotation, text))
    line: dict[str, Any] = {
        "format": VERSION,
        "id": article.id,
        "text": text,
        "metadata": _exact(article.metadata),
        "reviewer": layer.reviewer if layer else None,
        "status": (layer.status if layer else Status.NEW).value,
    }
    if layer and layer.curated:
        line["curated"] = True
    for key, kind in LISTS.items():
        line[key] = lists[kind]
    return orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)


def object_of(article: Article, layer: Layer | None) -> dict[str, Json]:
    """Return the object that `line_of` writes."""
    return json.loads(line_of(article, layer))


def annotation_object(annotation: Annotation, text: str) -> dict[str, Json]:
    """Return the object for `annotation`, as it stands in one of the `LISTS`."""
    return json.loads(orjson.dumps(_plain(annotation, text)))


def _plain(annotation: Annotation, text: str) -> dict[str, Any]:
    kind, fragments, links = annotation.kind, annotation.fragments, annotation.links
    plain: dict[str, Any] = {"id": annotation.id, "label": annotation.label}
    if len(fragments) == 1:
        ((start, end),) = fragments
        plain["fragments"] = [[start, end]]
        plain["text"] = text[start:end]
    elif fragments or kind in _SPANS:
        plain["fragments"] = [[start, end] for start, end in fragments]
        plain["text"] = annotation.text_in(text)
    if kind is _CLUSTER and all(link.role == MEMBER for link in links):
        plain["members"] = [target for _, target in links]
    elif links or kind in _ARGUMENTS:
        plain["arguments"] = [{"role": role, "target": target} for role, target in links]
    plain["attributes"] = _exact(annotation.attributes) if annotation.attributes else {}
    plain["note"] = annotation.note
    if annotation.origin:
        plain["origin"] = annotation.origin
    return plain


def _exact(
    values: Mapping[str, Json] | Mapping[str, AttributeValue],
) -> orjson.Fragment | Mapping[str, object]:
    """Return an object for orjson to take as it is: by itself it would make null of NaN.

    Strings it writes as `_json` does, in a tenth of the time.
    """
    if all(type(value) is str for value in values.values()):
        return values
    try:
        return orjson.Fragment(_json(dict(values)))
    except ValueError:
        parse(json.dumps(dict(values)))  # says which number it is
        raise


def parcel_of(value: Json, where: str) -> Parcel:
    """Return what the object `value` states.

    What a line may leave out is empty; keys it adds to the format's own go into the metadata.
    Raises AnnotatorError, at `where`, for all that can't be kept as it is.
    """
    try:
        fields = Fields(value)
        if (version := fields.take("format", str)) != VERSION:
            raise FieldError("The format is {0}; this program reads {1}.", version, VERSION)
        id, text = fields.take("id", str), fields.take("text", str)
        if not id:
            raise FieldError("id is empty.")
        metadata = fields.take("metadata", dict, {})
        reviewer = fields.take_any("reviewer")
        status = status_of(fields.take("status", str, Status.NEW.value))
        curated = fields.take("curated", bool, False)
        annotations = list(annotations_of(fields, text))
        article = Article(id, text, with_rest(metadata, fields.rest()))
        if reviewer is None:
            if annotations or curated or status is not Status.NEW:
                raise FieldError("reviewer is missing: whose annotations are these?")
            return Parcel(article, (), where)
        name = of_type(reviewer, str, "reviewer")
        if not name.strip():
            raise FieldError("reviewer is empty.")
        return Parcel(article, (Layer(article, name, annotations, status, curated),), where)
    except AnnotatorError as error:
        error.where = where
        raise


def with_rest(metadata: Mapping[str, Json], rest: Mapping[str, Json]) -> dict[str, Json]:
    """Return `metadata` with the keys of an object that have no other place; raises FieldError."""
    for key in rest.keys() & metadata.keys():
        raise FieldError("{0} is not known here, and metadata has another {0}.", key)
    together = {**metadata, **rest}
    check_depth(together)
    return together


def status_of(value: str) -> Status:
    """Return the status called `value`; raises FieldError with those there are."""
    try:
        return Status(value)
    except ValueError as error:
        known = ", ".join(status.value for status in Status)
        raise FieldError("The status {0} is none of {1}.", value, known) from error


def annotations_of(fields: Fields, text: str) -> Iterator[Annotation]:
    """Yield the annotations in the `LISTS` of `fields`; raises FieldError."""
    rank = 0
    for key, kind in LISTS.items():
        name = fields.name(key)
        for number, value in enumerate(fields.take(key, list, [])):
            mention = _plain_mention(value, kind, text, rank)
            yield mention or annotation_of(Fields(value, name, number), kind, text, rank)
            rank += 1


def _plain_mention(value: Any, kind: Kind, text: str, rank: int) -> Annotation | None:
    """Return what `value` states if it is of the form that most have, and nothing is wrong with it.

    That takes a quarter of the time of `annotation_of`, which takes every form, and says what is
    wrong. Fragments that no text has are for the layer to refuse.
    """
    try:
        id, label, (place,), words, attributes, note = _mention_values(value)
        start, end = place
    except (KeyError, TypeError, ValueError):
        return None
    if (
        len(value) == len(_OF_MENTION)
        and type(id) is type(label) is type(words) is type(note) is str
        and type(start) is type(end) is int
        and not attributes
        and type(attributes) is dict
        and id
        and label
        and text[start:end] == words
    ):
        return Annotation(id, kind, label, (fragment_of(place),), (), {}, note, "", rank)
    return None


def annotation_of(fields: Fields, kind: Kind, text: str, rank: int) -> Annotation:
    """Return the annotation of `kind` that `fields`, all of them, state; raises FieldError."""
    id, label = fields.take("id", str), fields.take("label", str)
    if not id or not label:
        raise FieldError("{0} is empty.", fields.name("label" if id else "id"))
    fragments = fields.take("fragments", list, [])
    arguments = fields.take("arguments", list, [])
    members = fields.take("members", list, []) if kind is _CLUSTER else ()
    attributes = fields.take("attributes", dict, {})
    annotation = Annotation(
        id,
        kind,
        label,
        _fragments(fragments, fields) if fragments else (),
        _links(arguments, members, fields) if arguments or members else (),
        _attributes(attributes, fields) if attributes else {},
        fields.take("note", str, ""),
        fields.take("origin", str, ""),
        rank,
    )
    _check_words(fields, annotation, text)
    fields.end()
    return annotation


def _fragments(values: Iterable[Json], fields: Fields) -> tuple[Fragment, ...]:
    found: list[Fragment] = []
    for pair in values:
        if type(pair) is not list:
            raise wrong_type(list, fields.name("fragments"))
        if len(pair) != 2:
            raise FieldError("{0}: a fragment is a start and an end.", fields.name("fragments"))
        start, end = pair
        if type(start) is not int or type(end) is not int:
            raise wrong_type(int, fields.name("fragments"))
        found.append(Fragment(start, end))
    return tuple(found)


def _links(arguments: Iterable[Json], members: Iterable[Json], fields: Fields) -> tuple[Link, ...]:
    found: list[Link] = []
    for value in arguments:
        argument = Fields(value, fields.name("arguments"))
        found.append(Link(argument.take("role", str), argument.take("target", str)))
        argument.end()
    found += [Link(MEMBER, of_type(each, str, fields.name("members"))) for each in members]
    return tuple(found)


def _attributes(values: Mapping[str, Json], fields: Fields) -> dict[str, AttributeValue]:
    found: dict[str, AttributeValue] = {}
    for name, value in values.items():
        if not isinstance(value, str | bool | int | float):
            raise FieldError(
                "{0} has a value of the wrong type: it must be a string, a boolean or a number.",
                f"{fields.name('attributes')}.{name}",
            )
        found[name] = value
    return found


def _check_words(fields: Fields, annotation: Annotation, text: str) -> None:
    """Raise FieldError where the `text` of an annotation is not what stands at its fragments.

    Fragments that no text has are for the layer to refuse.
    """
    if "text" not in fields:
        return
    stated, found = fields.take("text", str), annotation.text_in(text)
    if stated != found and all(
        0 <= start < end <= len(text) for start, end in annotation.fragments
    ):
        raise FieldError(
            "{0} is “{1}”, but “{2}” stands at the fragments: offsets count code points.",
            fields.name("text"), _short(stated), _short(found),
        )  # fmt: skip


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
