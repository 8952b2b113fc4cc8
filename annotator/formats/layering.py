"""Marks and arcs of a web tool as a layer, with what was said beside them (see `marks`).

People go on in the tool: marks are moved, removed, given other labels, and more are made. So what
was said beside a mark has to find it again, and what finds none is told.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from annotator.formats.json_fields import FieldError, Fields
from annotator.formats.jsonl_object import annotation_of, annotations_of
from annotator.formats.marks import MARKED, Arc, Mark
from annotator.model.annotation import FROM, TO, Annotation, Fragment, Kind, Link
from annotator.model.message import Remark


class Layered(NamedTuple):
    """The annotations that marks and arcs stand for.

    `stale` is how many things said beside them belong to marks and arcs that are there no more.
    """

    annotations: list[Annotation]
    stale: int


def stale(number: int) -> tuple[Remark, ...]:
    """Return what to say where `number` things said beside marks and arcs belong to none."""
    if not number:
        return ()
    remark = Remark(
        "{0} of the things that Annotator had noted here were left out: what they belong to was "
        "changed or removed since.",
        number,
    )
    return (remark,)


def layered(
    marks: Sequence[Mark], arcs: Sequence[Arc], labels: Iterable[str], beside: Fields, text: str
) -> Layered:
    """Return the annotations of the marks, arcs and `labels` on the article, whose text is `text`.

    `beside` is what was found under `marks.KEY`, or empty. Raises FieldError where that is not as
    `marks.unsaid` makes it.
    """
    return _Layering(beside, text).of(marks, arcs, labels)


class _OfMark(NamedTuple):
    """What is said beside a mark."""

    start: int
    end: int
    annotation: Annotation


class _OfArc(NamedTuple):
    """What is said beside an arc between annotations, by id."""

    source: str
    target: str
    annotation: Annotation


class _Layering:
    def __init__(self, beside: Fields, text: str) -> None:
        self._marks = list(_of_marks(beside, text))
        self._arcs = list(_of_arcs(beside, text))
        self._others = list(annotations_of(beside, text))
        beside.end()
        said = (*(each.annotation for each in (*self._marks, *self._arcs)), *self._others)
        self._taken = {each.id for each in said}
        self._numbers: dict[Kind, Iterator[int]] = defaultdict(lambda: count(1))
        self._stale = 0

    def of(self, marks: Sequence[Mark], arcs: Sequence[Arc], labels: Iterable[str]) -> Layered:
        found = _found(self._marks, marks)
        self._stale += len(self._marks) - len(found)
        marked = [self._marked(mark, found.get(number)) for number, mark in enumerate(marks)]
        drawn = [(marked[arc.source].id, marked[arc.target].id, arc.label) for arc in arcs]
        details = self._details(drawn)
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

    def _details(self, drawn: list[tuple[str, str, str]]) -> dict[int, Annotation]:
        """Return what is said of each arc that was drawn, by number."""
        free: dict[tuple[str, str, str], deque[int]] = defaultdict(deque)
        for number, arc in enumerate(drawn):
            free[arc].append(number)
        found: dict[int, Annotation] = {}
        for source, target, annotation in self._arcs:
            if numbers := free.get((source, target, annotation.label)):
                found[numbers.popleft()] = annotation
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
            label=mark.label,
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


def _of_marks(beside: Fields, text: str) -> Iterator[_OfMark]:
    for number, value in enumerate(beside.take("marks", list, [])):
        fields = Fields(value, f"{beside.name('marks')}[{number}]")
        start, end = fields.take("start", int), fields.take("end", int)
        kind = fields.take("kind", str, Kind.ENTITY.value)
        if kind not in MARKED:
            name, known = fields.name("kind"), ", ".join(MARKED)
            raise FieldError("{0} is {1}, but must be one of {2}.", name, kind, known)
        yield _OfMark(start, end, annotation_of(fields, Kind(kind), text, 0))


def _of_arcs(beside: Fields, text: str) -> Iterator[_OfArc]:
    for number, value in enumerate(beside.take("arcs", list, [])):
        fields = Fields(value, f"{beside.name('arcs')}[{number}]")
        source, target = fields.take("from", str), fields.take("to", str)
        yield _OfArc(source, target, annotation_of(fields, Kind.RELATION, text, 0))


def _found(said: list[_OfMark], marks: Sequence[Mark]) -> dict[int, Annotation]:
    """Return what is `said` of each mark, by number.

    A mark is known by its place and label; else it was moved and still shares a character with what
    it was, under the same label; else it was given another label where it was.
    """
    found: dict[int, Annotation] = {}
    left = _take_same(said, marks, found, lambda start, end, label: (start, end, label))
    left = _take_moved(left, marks, found)
    _take_same(left, marks, found, lambda start, end, _label: (start, end))
    return found


def _take_same(
    said: list[_OfMark],
    marks: Sequence[Mark],
    found: dict[int, Annotation],
    key: Callable[[int, int, str], tuple[int | str, ...]],
) -> list[_OfMark]:
    """Add to `found` what has the `key` of a mark that is not in it; return what has none."""
    free: dict[tuple[int | str, ...], deque[int]] = defaultdict(deque)
    for number, mark in enumerate(marks):
        if number not in found:
            free[key(mark.start, mark.end, mark.label)].append(number)
    left: list[_OfMark] = []
    for each in said:
        if numbers := free.get(key(each.start, each.end, each.annotation.label)):
            found[numbers.popleft()] = each.annotation
        else:
            left.append(each)
    return left


def _take_moved(
    said: list[_OfMark], marks: Sequence[Mark], found: dict[int, Annotation]
) -> list[_OfMark]:
    """Add to `found` what lies over a mark with the same label; return what lies over none.

    Both are gone through once, from the beginning of the text to its end.
    """
    if not said:
        return said
    free: dict[str, deque[int]] = defaultdict(deque)
    for number in sorted(range(len(marks)), key=lambda number: marks[number].start):
        if number not in found:
            free[marks[number].label].append(number)
    left: list[_OfMark] = []
    for each in sorted(said, key=lambda each: each.start):
        near = free[each.annotation.label]
        while near and marks[near[0]].end <= each.start:
            near.popleft()
        if near and marks[near[0]].start < each.end:
            found[near.popleft()] = each.annotation
        else:
            left.append(each)
    return left


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
            if each.kind is Kind.RELATION or (not left[each.id] and each.kind not in MARKED):
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
