"""A layer as it is compared with another: what in it is the same as what in the other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from annotator.language.counting import Syllables
from annotator.measure.agreement.figures import Compared, Measure, Row
from annotator.model.annotation import Annotation, Fragment, Kind, merged
from annotator.model.tagset import Tagset

Place: TypeAlias = tuple[Fragment, ...]
"""Fragments that neither touch nor overlap one another, sorted."""

Identity: TypeAlias = tuple[Any, ...]
"""What is equal where two annotations are the same to a measure."""

Found: TypeAlias = dict[Row, dict[Identity, list[Annotation]]]
"""The annotations of a layer by what they are compared by; of the same identity maybe several."""


class Prepared(NamedTuple):
    """A layer, ready to be compared.

    `labels` are those of the mentions at each place, sorted; `companions` those in the clusters of
    each member, itself too, by the cluster's label; `tagged` the labels of syllables that have any.
    """

    found: Found
    labels: Mapping[Place, list[str]]
    companions: Mapping[str, Mapping[Identity, set[Identity]]]
    tagged: Mapping[int, tuple[str, ...]]


def prepared(
    annotations: Sequence[Annotation], syllables: Syllables, tagset: Tagset, scope: Compared
) -> Prepared:
    """Return a layer ready to be compared by what `scope` has; links lead to the rest of it, too.

    Events are found by the convention of ACE, as Li, Ji and Huang (2013) have it: a trigger by its
    words, an argument by the event's label and its own place, whatever the trigger.
    """
    found: Found = defaultdict(lambda: defaultdict(list))
    labels: defaultdict[Place, list[str]] = defaultdict(list)
    companions: defaultdict[str, defaultdict[Identity, set[Identity]]] = defaultdict(
        lambda: defaultdict(set)
    )
    tagged: dict[int, tuple[str, ...]] = {}
    anywhere: defaultdict[Identity, list[Annotation]] = defaultdict(list)
    by_id = {each.id: each for each in annotations}
    for each in annotations:
        kind, label = each.kind, each.label
        place = place_of(each)
        if kind is Kind.ENTITY:
            labels[place].append(label)
        if not scope.has_label(label):
            continue
        if kind is Kind.ENTITY:
            found[Row(Measure.EXACT, kind, label)][place].append(each)
            anywhere[place].append(each)
            _tag(tagged, syllables, place, label)
            continue
        ends = [
            (link.role, _identity(by_id[link.target]))
            for link in each.links
            if link.target in by_id
        ]
        for measure, of, identity in _of_others(each, place, ends, tagset):
            found[Row(measure, kind, of)][identity].append(each)
        if kind is Kind.CLUSTER:
            members = {identity for _, identity in ends}
            for member in members:
                companions[label][member] |= members
    for names in labels.values():
        names.sort()
    if anywhere:
        found[Row(Measure.PLACE, Kind.ENTITY)] = anywhere
    return Prepared(found, labels, companions, tagged)


def place_of(annotation: Annotation) -> Place:
    """Return the words that an annotation stands on, however they were cut into fragments."""
    fragments = annotation.fragments
    return fragments if len(fragments) < 2 else merged(fragments)


def _tag(
    tagged: dict[int, tuple[str, ...]], syllables: Syllables, place: Place, label: str
) -> None:
    """Give the syllables of a place a label more, each label once and sorted."""
    alone = (label,)
    for start, end in place:
        for number in syllables.within(start, end):
            before = tagged.setdefault(number, alone)
            if label not in before:
                tagged[number] = tuple(sorted((*before, label)))


def _identity(target: Annotation) -> Identity:
    """Return what an end, a member or an argument is known by: its place, else its label."""
    place = place_of(target)
    return (target.kind.value, place, "" if place else target.label)


def _of_others(
    each: Annotation, place: Place, ends: list[tuple[str, Identity]], tagset: Tagset
) -> Iterable[tuple[Measure, str, Identity]]:
    """Yield what an annotation that is no mention is compared by: measure, label, identity."""
    label = each.label
    match each.kind:
        case Kind.EVENT:
            if place:
                yield Measure.TRIGGER_IDENTIFIED, "", place
                yield Measure.TRIGGER_CLASSIFIED, label, place
            else:
                yield Measure.WITHOUT_TRIGGER, label, ()
            for role, filler in ends:
                yield Measure.ARGUMENT_IDENTIFIED, label, filler
                yield Measure.ARGUMENT_CLASSIFIED, label, (role, filler)
        case Kind.RELATION:
            type = tagset.relation(label)
            either_way = tuple(sorted(identity for _, identity in ends))
            yield Measure.ENDS, "", either_way
            directed = tuple(sorted(ends))
            yield Measure.EXACT, label, either_way if type and type.symmetric else directed
        case Kind.CLUSTER:
            yield Measure.EXACT, label, tuple(sorted({identity for _, identity in ends}))
        case _:
            yield Measure.EXACT, label, ()
