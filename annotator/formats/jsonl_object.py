"""The object of one line of the native format, and the parcel it stands for."""

from collections.abc import Iterator, Mapping

from annotator.formats.format import Parcel
from annotator.formats.json_fields import FieldError, Fields, of_type
from annotator.formats.strict_json import check_depth
from annotator.model.annotation import (
    MEMBER,
    Annotation,
    AttributeValue,
    Fragment,
    Kind,
    Link,
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

_SPANS = {Kind.ENTITY, Kind.EVENT}
_ARGUMENTS = {Kind.EVENT, Kind.RELATION}


def object_of(article: Article, layer: Layer | None) -> dict[str, Json]:
    """Return the object for `layer` on `article`; None: the article has no layer."""
    data: dict[str, Json] = {
        "format": VERSION,
        "id": article.id,
        "text": article.text,
        "metadata": dict(article.metadata),
        "reviewer": None if layer is None else layer.reviewer,
        "status": (Status.NEW if layer is None else layer.status).value,
    }
    if layer is not None and layer.curated:
        data["curated"] = True
    lists: dict[str, list[Json]] = {key: [] for key in LISTS}
    keys = {kind: key for key, kind in LISTS.items()}
    for annotation in () if layer is None else layer:
        lists[keys[annotation.kind]].append(annotation_object(annotation, article.text))
    return {**data, **lists}


def annotation_object(annotation: Annotation, text: str) -> dict[str, Json]:
    """Return the object for `annotation`, as it stands in one of the `LISTS`."""
    kind, links = annotation.kind, annotation.links
    data: dict[str, Json] = {"id": annotation.id, "label": annotation.label}
    if annotation.fragments or kind in _SPANS:
        data["fragments"] = [[start, end] for start, end in annotation.fragments]
        data["text"] = annotation.text_in(text)
    if kind is Kind.CLUSTER and all(link.role == MEMBER for link in links):
        data["members"] = [link.target for link in links]
    elif links or kind in _ARGUMENTS:
        data["arguments"] = [{"role": link.role, "target": link.target} for link in links]
    data["attributes"] = dict(annotation.attributes)
    data["note"] = annotation.note
    if annotation.origin:
        data["origin"] = annotation.origin
    return data


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
            yield annotation_of(Fields(value, f"{name}[{number}]"), kind, text, rank)
            rank += 1


def annotation_of(fields: Fields, kind: Kind, text: str, rank: int) -> Annotation:
    """Return the annotation of `kind` that `fields`, all of them, state; raises FieldError."""
    id, label = fields.take("id", str), fields.take("label", str)
    if not id or not label:
        raise FieldError("{0} is empty.", fields.name("label" if id else "id"))
    annotation = Annotation(
        id=id,
        kind=kind,
        label=label,
        fragments=tuple(_fragments(fields)),
        links=tuple(_links(fields, kind)),
        attributes=dict(_attributes(fields)),
        note=fields.take("note", str, ""),
        origin=fields.take("origin", str, ""),
        rank=rank,
    )
    _check_words(fields, annotation, text)
    fields.end()
    return annotation


def _fragments(fields: Fields) -> Iterator[Fragment]:
    name = fields.name("fragments")
    for value in fields.take("fragments", list, []):
        pair = of_type(value, list, name)
        if len(pair) != 2:
            raise FieldError("{0}: a fragment is a start and an end.", name)
        yield Fragment(of_type(pair[0], int, name), of_type(pair[1], int, name))


def _links(fields: Fields, kind: Kind) -> Iterator[Link]:
    name = fields.name("arguments")
    for value in fields.take("arguments", list, []):
        argument = Fields(value, name)
        yield Link(argument.take("role", str), argument.take("target", str))
        argument.end()
    if kind is Kind.CLUSTER:
        for target in fields.take("members", list, []):
            yield Link(MEMBER, of_type(target, str, fields.name("members")))


def _attributes(fields: Fields) -> Iterator[tuple[str, AttributeValue]]:
    for name, value in fields.take("attributes", dict, {}).items():
        if not isinstance(value, str | bool | int | float):
            raise FieldError(
                "{0} has a value of the wrong type: it must be a string, a boolean or a number.",
                f"{fields.name('attributes')}.{name}",
            )
        yield name, value


def _check_words(fields: Fields, annotation: Annotation, text: str) -> None:
    """Raise FieldError where the `text` of an annotation is not what stands at its fragments.

    Fragments that no text has are for the layer to refuse.
    """
    if "text" in fields:
        stated, found = fields.take("text", str), annotation.text_in(text)
        legal = all(0 <= start < end <= len(text) for start, end in annotation.fragments)
        if legal and stated != found:
            raise FieldError(
                "{0} is “{1}”, but “{2}” stands at the fragments: offsets count code points.",
                fields.name("text"), _short(stated), _short(found),
            )  # fmt: skip


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
