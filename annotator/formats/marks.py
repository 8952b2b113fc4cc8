"""A layer as marks and arcs, which web tools know, and what these don't say of it.

A mark is a labelled stretch: a mention or a trigger, from its first character to its last. An arc
leads from one mark to another: a relation, or an argument named by its role. What a layer has more
(gaps, attributes, notes, events as such, clusters) is an object under the key `KEY`, which a tool
keeps where it keeps keys it does not know. Its annotations are in the form of the native format
(`jsonl_object`); they name marks by where these lie, because tools give marks other ids.
"""

import json
from collections import Counter, defaultdict, deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NamedTuple

from annotator.formats.json_fields import FieldError, Fields, of_type
from annotator.formats.jsonl_object import (
    LISTS,
    VERSION,
    annotation_object,
    annotation_of,
    annotations_of,
)
from annotator.model.annotation import FROM, TO, Annotation, AttributeValue, Fragment, Kind, Link
from annotator.model.article import Json
from annotator.model.message import Remark

KEY = VERSION
"""The key that no other program has a use for."""

_MARKED = (Kind.ENTITY, Kind.EVENT)
_ENDS = (FROM, TO)


class Mark(NamedTuple):
    """A labelled stretch `[start, end)`, in code points."""

    start: int
    end: int
    label: str
    attributes: Mapping[str, AttributeValue] = {}
    origin: str = ""

    @property
    def place(self) -> tuple[int, int, str]:
        """What it is found by."""
        return (self.start, self.end, self.label)


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
    marked = {each.id for each in everything if each.kind in _MARKED and each.fragments}
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


def stale(number: int) -> tuple[Remark, ...]:
    """Return what to say where `number` things said beside marks and arcs belong to none."""
    if not number:
        return ()
    sentence = (
        "{0} things that Annotator had noted here belong to annotations that were changed or "
        "removed since: they were left out."
    )
    return (Remark(sentence, number),)


def place_of(annotation: Annotation) -> tuple[int, int, str]:
    """Return where the mark of `annotation` lies, and its label."""
    return (annotation.start, annotation.end, annotation.label)


def unsaid(parts: Parts, text: str) -> dict[str, Json]:
    """Return what the marks, arcs and labels of `parts` don't say, for `KEY`; empty: nothing.

    `text` is the article's.
    """
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
        "marks": [_mark_object(each, parts.loose.get(each.id, ()), text) for each in marks],
        "arcs": [_arc_object(arc, text) for arc in arcs],
    }
    keys = {kind: key for key, kind in LISTS.items()}
    for each in others:
        found.setdefault(keys[each.kind], []).append(_sparse(annotation_object(each, text)))
    return {key: values for key, values in found.items() if values}


def _is_unsaid(relation: Annotation | None, from_event: bool, named: set[str]) -> bool:
    return relation is not None and (from_event or relation.id in named or has_properties(relation))


def _mark_object(annotation: Annotation, loose: tuple[Link, ...], text: str) -> Json:
    value = _sparse(annotation_object(replace(annotation, links=loose), text))
    if len(annotation.fragments) == 1:
        del value["fragments"]
    if annotation.kind is Kind.EVENT:
        value["kind"] = Kind.EVENT.value
    return {**value, "start": annotation.start, "end": annotation.end}


def _arc_object(arc: Drawn, text: str) -> Json:
    assert arc.relation is not None
    value = _sparse(annotation_object(replace(arc.relation, links=()), text))
    return {**value, "from": arc.source, "to": arc.target}


def _sparse(value: dict[str, Json]) -> dict[str, Json]:
    value.pop("text", None)
    return {key: each for key, each in value.items() if each not in ("", [], {})}


class Layered(NamedTuple):
    """The annotations that marks and arcs stand for.

    `stale` is how many things said beside them belong to marks and arcs that are there no more.
    """

    annotations: list[Annotation]
    stale: int


def layered(
    marks: Sequence[Mark], arcs: Sequence[Arc], labels: Iterable[str], beside: Fields, text: str
) -> Layered:
    """Return the annotations of the marks, arcs and `labels` on the article, whose text is `text`.

    `beside` is what was found under `KEY`, or empty. Raises FieldError where that is not as
    `unsaid` makes it.
    """
    return _Layering(beside, text).of(marks, arcs, labels)


class _Detail(NamedTuple):
    """What is said beside a mark or an arc at `place`."""

    place: tuple[int | str, int | str, str]
    annotation: Annotation


class _Layering:
    def __init__(self, beside: Fields, text: str) -> None:
        self._marks = list(_mark_details(beside, text))
        self._arcs = list(_arc_details(beside, text))
        self._others = list(annotations_of(beside, text))
        beside.end()
        said = (*(each.annotation for each in (*self._marks, *self._arcs)), *self._others)
        self._taken = {each.id for each in said}
        self._numbers: dict[Kind, Iterator[int]] = defaultdict(lambda: count(1))
        self._stale = 0

    def of(self, marks: Sequence[Mark], arcs: Sequence[Arc], labels: Iterable[str]) -> Layered:
        details = self._matched(self._marks, [mark.place for mark in marks])
        marked = [self._marked(mark, details.get(n)) for n, mark in enumerate(marks)]
        drawn = [(marked[arc.source].id, marked[arc.target].id, arc.label) for arc in arcs]
        details = self._matched(self._arcs, drawn)
        relations: list[Annotation] = []
        arguments: dict[str, list[Link]] = defaultdict(list)
        events = {each.id for each in marked if each.kind is Kind.EVENT}
        for number, arc in enumerate(arcs):
            source, target, label = drawn[number]
            detail = details.get(number)
            if detail is None and source in events and source != target:
                arguments[source].append(Link(label, target))
                continue
            relation = detail or Annotation(self._id(Kind.RELATION), Kind.RELATION, label)
            links = (Link(FROM, source), Link(TO, target))
            attributes = {**arc.attributes, **relation.attributes}
            relations.append(replace(relation, links=links, attributes=attributes))
        marked = [
            replace(each, links=(*arguments[each.id], *each.links)) if arguments else each
            for each in marked
        ]
        kept, dropped = _without_dangling([*marked, *relations, *self._labels(labels)])
        ranked = [replace(each, rank=rank) for rank, each in enumerate(kept)]
        return Layered(ranked, self._stale + dropped)

    def _matched(
        self, details: list[_Detail], places: Sequence[tuple[int | str, int | str, str]]
    ) -> dict[int, Annotation]:
        """Return what is said of the marks or arcs at `places`, by their indexes."""
        free: dict[tuple[int | str, int | str, str], deque[int]] = defaultdict(deque)
        for number, place in enumerate(places):
            free[place].append(number)
        found: dict[int, Annotation] = {}
        for place, annotation in details:
            if free[place]:
                found[free[place].popleft()] = annotation
            else:
                self._stale += 1
        return found

    def _marked(self, mark: Mark, detail: Annotation | None) -> Annotation:
        fragments = (Fragment(mark.start, mark.end),)
        if detail is None:
            return Annotation(
                self._id(Kind.ENTITY), Kind.ENTITY, mark.label, fragments,
                attributes=mark.attributes, origin=mark.origin,
            )  # fmt: skip
        if (detail.start, detail.end) == (mark.start, mark.end):
            fragments = detail.fragments
        return replace(
            detail,
            fragments=fragments,
            attributes={**mark.attributes, **detail.attributes},
            origin=detail.origin or mark.origin,
        )

    def _labels(self, labels: Iterable[str]) -> Iterator[Annotation]:
        """Yield the labels on the article, and the others, each once."""
        left = Counter(labels)
        for other in self._others:
            if other.kind is Kind.DOCUMENT and not other.fragments and not other.links:
                if not left[other.label]:
                    self._stale += 1
                    continue
                left[other.label] -= 1
            yield other
        for label in left.elements():
            yield Annotation(self._id(Kind.DOCUMENT), Kind.DOCUMENT, label)

    def _id(self, kind: Kind) -> str:
        numbers = self._numbers[kind]
        ids = (f"{kind.id_prefix}{number}" for number in numbers)
        return next(id for id in ids if id not in self._taken)


def _mark_details(beside: Fields, text: str) -> Iterator[_Detail]:
    for number, value in enumerate(beside.take("marks", list, [])):
        fields = Fields(value, f"{beside.name('marks')}[{number}]")
        start, end = fields.take("start", int), fields.take("end", int)
        kind = fields.take("kind", str, Kind.ENTITY.value)
        if kind not in (Kind.ENTITY, Kind.EVENT):
            raise FieldError("{0} is none of {1}.", fields.name("kind"), "entity, event")
        annotation = annotation_of(fields, Kind(kind), text, 0)
        yield _Detail((start, end, annotation.label), annotation)


def _arc_details(beside: Fields, text: str) -> Iterator[_Detail]:
    for number, value in enumerate(beside.take("arcs", list, [])):
        fields = Fields(value, f"{beside.name('arcs')}[{number}]")
        source, target = fields.take("from", str), fields.take("to", str)
        annotation = annotation_of(fields, Kind.RELATION, text, 0)
        yield _Detail((source, target, annotation.label), annotation)


def _without_dangling(annotations: list[Annotation]) -> tuple[list[Annotation], int]:
    """Return `annotations` without links that lead nowhere, and how many were dropped for that.

    A relation that lost an end is dropped, and a cluster or label that lost all it linked to.
    """
    left = {each.id: len(each.targets()) for each in annotations}
    sources: dict[str, list[Annotation]] = defaultdict(list)
    for each in annotations:
        for target in each.targets():
            sources[target].append(each)
    missing = deque(target for target in sources if target not in left)
    dropped = 0
    while missing:
        for each in sources[missing.popleft()]:
            if each.id not in left:
                continue
            left[each.id] -= 1
            if each.kind is Kind.RELATION or (not left[each.id] and each.kind not in _MARKED):
                del left[each.id]
                missing.append(each.id)
                dropped += 1
    kept = [each for each in annotations if each.id in left]
    return [_with_links_to(left, each) for each in kept], dropped


def _with_links_to(ids: Container[str], annotation: Annotation) -> Annotation:
    if all(link.target in ids for link in annotation.links):
        return annotation
    links = tuple(link for link in annotation.links if link.target in ids)
    return replace(annotation, links=links)
