"""A layer as marks and arcs, which web tools know, and what these don't say of it.

A mark is a labelled stretch: a mention or a trigger, from its first character to its last. An arc
leads from one mark to another: a relation, or an argument named by its role. What a layer has more
(gaps, attributes, notes, events as such, clusters) is an object under the key `KEY`, which a tool
keeps where it keeps keys it does not know. Its annotations are in the form of the native format
(`jsonl_object`); they name marks by where these lie, because tools give marks other ids.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from annotator.formats.json_fields import of_type
from annotator.formats.jsonl_object import LISTS, VERSION, annotation_object
from annotator.model.annotation import FROM, TO, Annotation, AttributeValue, Kind, Link
from annotator.model.article import Json

KEY = VERSION
"""The key that no other program has a use for."""

MARKED = (Kind.ENTITY, Kind.EVENT)
"""Kinds that may be marked in the text."""

_ENDS = (FROM, TO)


class Mark(NamedTuple):
    """A labelled stretch `[start, end)`, in code points."""

    start: int
    end: int
    label: str
    attributes: Mapping[str, AttributeValue] = {}
    origin: str = ""


class Arc(NamedTuple):
    """A line from the mark at the index `source` to the one at `target`."""

    source: int
    target: int
    label: str
    attributes: Mapping[str, AttributeValue] = {}


class Drawn(NamedTuple):
    """An arc between annotations, by id: `relation`, or an argument where that is None."""

    source: str
    target: str
    label: str
    relation: Annotation | None


@dataclass(slots=True)
class Parts:
    """The annotations of a layer by how a web tool would show them.

    `marked` are mentions and triggers; `arcs` lie between them; `labels` are plain labels on the
    article; `others` are shown by nothing, and so are `loose`, links of those marked, by id.
    """

    marked: list[Annotation] = field(default_factory=list[Annotation])
    arcs: list[Drawn] = field(default_factory=list[Drawn])
    labels: list[Annotation] = field(default_factory=list[Annotation])
    others: list[Annotation] = field(default_factory=list[Annotation])
    loose: dict[str, tuple[Link, ...]] = field(default_factory=dict[str, tuple[Link, ...]])


def parts_of(annotations: Iterable[Annotation]) -> Parts:
    """Return the annotations of a layer, or of none, apart."""
    parts = Parts()
    relations: list[Drawn] = []
    everything = list(annotations)
    marked = {each.id for each in everything if each.kind in MARKED and each.fragments}
    for each in everything:
        if each.id in marked:
            parts.marked.append(each)
            loose: list[Link] = []
            for link in each.links:
                if _is_argument(each, link, marked):
                    parts.arcs.append(Drawn(each.id, link.target, link.role, None))
                else:
                    loose.append(link)
            if loose:
                parts.loose[each.id] = tuple(loose)
        elif each.kind is Kind.RELATION and _lies_between(each, marked):
            source, target = each.links
            relations.append(Drawn(source.target, target.target, each.label, each))
        elif each.kind is Kind.DOCUMENT and not each.fragments and not each.links:
            parts.labels.append(each)
        else:
            parts.others.append(each)
    parts.arcs += relations
    return parts


def _is_argument(annotation: Annotation, link: Link, marked: set[str]) -> bool:
    return annotation.kind is Kind.EVENT and link.target in marked and bool(link.role)


def _lies_between(relation: Annotation, marked: set[str]) -> bool:
    roles = tuple(link.role for link in relation.links)
    ends = {link.target for link in relation.links}
    return not relation.fragments and roles == _ENDS and ends <= marked


def has_properties(annotation: Annotation) -> bool:
    """Return whether it has attributes, a note or an origin."""
    return bool(annotation.attributes or annotation.note or annotation.origin)


def attributes_of(rest: Mapping[str, Json]) -> dict[str, AttributeValue]:
    """Return keys of a mark or an arc that have no other place, as attributes of an annotation.

    What is no text, number or truth value is kept as JSON; null says nothing.
    """
    return {
        name: value if isinstance(value, str | bool | int | float) else json.dumps(value)
        for name, value in rest.items()
        if value is not None
    }


def article_id(value: Json, otherwise: str) -> str:
    """Return the id that `value` gives an article: a text or a number, else `otherwise`."""
    if value is None or value == "":
        return otherwise
    return str(value) if type(value) is int else of_type(value, str, "id")


def place_of(annotation: Annotation) -> tuple[int, int, str]:
    """Return where the mark of `annotation` lies, and its label."""
    return (annotation.start, annotation.end, annotation.label)


def unsaid(parts: Parts) -> dict[str, Json]:
    """Return what the marks, arcs and labels of `parts` don't say, for `KEY`; empty: nothing."""
    events = {each.id for each in parts.marked if each.kind is Kind.EVENT}
    others = parts.others + [each for each in parts.labels if has_properties(each)]
    named = {link.target for each in others for link in each.links}
    named |= {link.target for links in parts.loose.values() for link in links}
    others += [each for each in parts.labels if each.id in named and not has_properties(each)]
    arcs = [each for each in parts.arcs if _is_unsaid(each.relation, each.source in events, named)]
    named |= {id for arc in arcs for id in (arc.source, arc.target)}
    places = {
        place_of(each)
        for each in parts.marked
        if each.id in named or len(each.fragments) > 1 or each.id in events or each.links
        or has_properties(each)
    }  # fmt: skip
    marks = [each for each in parts.marked if place_of(each) in places]
    found: dict[str, list[Json]] = {
        "marks": [_mark_object(each, parts.loose.get(each.id, ())) for each in marks],
        "arcs": [_arc_object(arc) for arc in arcs],
    }
    keys = {kind: key for key, kind in LISTS.items()}
    for each in others:
        found.setdefault(keys[each.kind], []).append(_sparse(each))
    return {key: values for key, values in found.items() if values}


def _is_unsaid(relation: Annotation | None, from_event: bool, named: set[str]) -> bool:
    return relation is not None and (from_event or relation.id in named or has_properties(relation))


def _mark_object(annotation: Annotation, loose: tuple[Link, ...]) -> Json:
    value = _sparse(replace(annotation, links=loose))
    if len(annotation.fragments) == 1:
        del value["fragments"]
    if annotation.kind is Kind.EVENT:
        value["kind"] = Kind.EVENT.value
    return {**value, "start": annotation.start, "end": annotation.end}


def _arc_object(arc: Drawn) -> Json:
    assert arc.relation is not None
    value = _sparse(replace(arc.relation, links=()))
    return {**value, "from": arc.source, "to": arc.target}


def _sparse(annotation: Annotation) -> dict[str, Json]:
    """Return the object for `annotation` without what is empty, and without its words."""
    value = annotation_object(annotation, "")
    value.pop("text", None)
    return {key: each for key, each in value.items() if each not in ("", [], {})}
