"""What in a layer violates the tagset: shown to the reviewer, never forbidden and never dropped."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from annotator.model.annotation import FROM, MEMBER, TO, Annotation, Kind, Link, typed
from annotator.model.layer import Layer
from annotator.model.message import Message, message
from annotator.model.tagset import Tagset


class Problem(NamedTuple):
    """One violation: of the annotation with this id, at `place`: a role, an attribute, or empty."""

    annotation: str
    place: str
    message: Message


def problems(tagset: Tagset, layer: Layer) -> list[Problem]:
    """Return what in `layer` violates `tagset`, in the layer's order."""
    rules = _rules(tagset)
    return [problem for annotation in layer for problem in rules.judge(annotation, layer)]


def problems_of(tagset: Tagset, layer: Layer, annotation: Annotation) -> list[Problem]:
    """Return what in `annotation`, one of `layer`, violates `tagset`."""
    return list(_rules(tagset).judge(annotation, layer))


class _RoleRule(NamedTuple):
    min: int
    max: int | None
    fillers: frozenset[str] | None  # with the labels below them; None: anything


class _RelationRule(NamedTuple):
    ends: Mapping[str, frozenset[str] | None]
    symmetric: bool


class _Rules:
    """A tagset laid out for judging thousands of annotations: everything asked is looked up."""

    def __init__(self, tagset: Tagset) -> None:
        self._with_ancestors = {
            each.label: tagset.with_ancestors(each.label)
            for each in (*tagset.entities, *tagset.events)
        }
        self._labels = {(kind, each.label) for kind in Kind for each in tagset.labels(kind)}
        self._roles = {
            event.label: {
                role.name: _RoleRule(role.min, role.max, self._allowed(role.fillers))
                for role in event.roles
            }
            for event in tagset.events
        }
        self._relations = {
            each.label: _RelationRule(
                {FROM: self._allowed(each.sources), TO: self._allowed(each.targets)}, each.symmetric
            )
            for each in tagset.relations
        }
        self._attributes = {
            label: {
                each.name: None if each.values is None else {typed(value) for value in each.values}
                for each in tagset.attributes_of(label)
            }
            for _, label in self._labels
        }

    def judge(self, annotation: Annotation, layer: Layer) -> Iterator[Problem]:
        """Yield the problems of `annotation`: of its label, its links, its attributes."""
        if (annotation.kind, annotation.label) not in self._labels:
            text = message("The tagset has no such label: {0}.", annotation.label)
            yield Problem(annotation.id, "", text)
            return
        match annotation.kind:
            case Kind.EVENT:
                yield from self._of_arguments(annotation, layer)
            case Kind.RELATION:
                yield from self._of_ends(annotation, layer)
            case Kind.CLUSTER:
                yield from _of_members(annotation)
            case _:
                pass
        if annotation.attributes:
            yield from self._of_attributes(annotation)

    def _of_arguments(self, event: Annotation, layer: Layer) -> Iterator[Problem]:
        roles = self._roles[event.label]
        counts = Counter(link.role for link in event.links)
        for name, rule in roles.items():
            count = counts[name]
            if count < rule.min:
                text = message("{0} needs {1} × {2}, has {3}.", event.label, rule.min, name, count)
                yield Problem(event.id, name, text)
            if rule.max is not None and count > rule.max:
                text = message(
                    "{0} takes {1} × {2} at most, has {3}.", event.label, rule.max, name, count
                )
                yield Problem(event.id, name, text)
        for link in event.links:
            rule = roles.get(link.role)
            if rule is None:
                text = message("{0} has no role {1}.", event.label, link.role)
                yield Problem(event.id, link.role, text)
            elif not _fits(layer[link.target], rule.fillers):
                yield _misfit(event, link, layer)

    def _of_ends(self, relation: Annotation, layer: Layer) -> Iterator[Problem]:
        rule = self._relations[relation.label]
        counts = Counter(link.role for link in relation.links)
        for role in (FROM, TO):
            if counts[role] != 1:
                text = message("{0} must have one end {1}.", relation.label, role)
                yield Problem(relation.id, role, text)
        swapped = {FROM: rule.ends[TO], TO: rule.ends[FROM]}
        misfits = list(self._misfits(relation, rule.ends, layer))
        if not (rule.symmetric and misfits and not any(self._misfits(relation, swapped, layer))):
            yield from misfits

    def _misfits(
        self, relation: Annotation, ends: Mapping[str, frozenset[str] | None], layer: Layer
    ) -> Iterator[Problem]:
        for link in relation.links:
            if link.role not in ends:
                text = message("{0} has no role {1}.", relation.label, link.role)
                yield Problem(relation.id, link.role, text)
            elif not _fits(layer[link.target], ends[link.role]):
                yield _misfit(relation, link, layer)

    def _of_attributes(self, annotation: Annotation) -> Iterator[Problem]:
        known = self._attributes[annotation.label]
        for name, value in annotation.attributes.items():
            if name not in known:
                text = message("{0} has no attribute {1}.", annotation.label, name)
                yield Problem(annotation.id, name, text)
            elif (allowed := known[name]) is not None and typed(value) not in allowed:
                text = message("{0} is not a value of {1}.", value, name)
                yield Problem(annotation.id, name, text)

    def _allowed(self, fillers: tuple[str, ...]) -> frozenset[str] | None:
        if not fillers:
            return None
        lines = self._with_ancestors.items()
        return frozenset(label for label, line in lines if not line.isdisjoint(fillers))


@lru_cache(maxsize=4)
def _rules(tagset: Tagset) -> _Rules:
    return _Rules(tagset)


def _of_members(cluster: Annotation) -> Iterator[Problem]:
    if len(cluster.links) < 2:
        text = message("{0} needs two members or more.", cluster.label)
        yield Problem(cluster.id, MEMBER, text)
    for link in cluster.links:
        if link.role != MEMBER:
            text = message("{0} has no role {1}.", cluster.label, link.role)
            yield Problem(cluster.id, link.role, text)


def _fits(target: Annotation, allowed: frozenset[str] | None) -> bool:
    return allowed is None or (target.label in allowed and target.kind in (Kind.ENTITY, Kind.EVENT))


def _misfit(annotation: Annotation, link: Link, layer: Layer) -> Problem:
    text = message("{0} can't be filled by {1}.", link.role, layer[link.target].label)
    return Problem(annotation.id, link.role, text)
