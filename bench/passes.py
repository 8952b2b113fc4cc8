"""What is to stand after each pass through an article, and what is still missing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.layer import Layer
from annotator.suggest.suggestion import Suggestion
from bench.gold import Place, place_of

TRIGGERS, MENTIONS, ARGUMENTS = "triggers", "mentions", "arguments"
PASSES = TRIGGERS, MENTIONS, ARGUMENTS
_AHEAD = 3
"""How many mentions that follow a person thinks of taking in with one drag."""
_KINDS = {TRIGGERS: Kind.EVENT, MENTIONS: Kind.ENTITY}


class OutOfReachError(Exception):
    """Something can't be done with any gesture that the simulated person knows."""


class Argument(NamedTuple):
    """That `filler` fills `role` of `event`: ids of the layer."""

    event: str
    role: str
    filler: str


Thing: TypeAlias = Place | Argument


def wanted_in(layer: Layer, name: str, gold: Sequence[Annotation]) -> Counter[Thing]:
    """Return what a pass is to bring about.

    Raises OutOfReachError where what an argument joins does not stand in `layer`.
    """
    if name != ARGUMENTS:
        return Counter(place_of(each) for each in gold if each.kind is _KINDS[name])
    ids = _ids_in(layer, gold)
    return Counter(
        Argument(ids[each.id], role, ids[target])
        for each in gold
        if each.kind is Kind.EVENT
        for role, target in each.links
    )


def standing_in(layer: Layer, name: str) -> Counter[Thing]:
    """Return what of a pass stands in `layer`."""
    if name != ARGUMENTS:
        return Counter(map(place_of, layer.of_kind(_KINDS[name])))
    return Counter(
        Argument(each.id, role, target)
        for each in layer.of_kind(Kind.EVENT)
        for role, target in each.links
    )


def pass_of(suggestion: Suggestion) -> str:
    """Return the pass that a suggestion belongs to."""
    if suggestion.event:
        return ARGUMENTS
    return TRIGGERS if suggestion.annotation.kind is Kind.EVENT else MENTIONS


def thing_of(suggestion: Suggestion) -> Thing:
    """Return what would stand if `suggestion` were accepted."""
    if not suggestion.event:
        return place_of(suggestion.annotation)
    role, target = suggestion.annotation.links[0]
    return Argument(suggestion.event, role, target)


def in_order(layer: Layer, things: Iterable[Thing]) -> list[Thing]:
    """Return things in the order in which one comes to them in the text."""

    def where(thing: Thing) -> tuple[int, int, str]:
        if isinstance(thing, Argument):
            event, filler = layer[thing.event], layer[thing.filler]
            return _start(event.fragments), _start(filler.fragments), thing.role
        _, label, fragments = thing
        return _start(fragments), -max((f.end for f in fragments), default=0), label

    return sorted(things, key=where)


def ends_after(place: Place, missing: Iterable[Thing], text: str) -> list[int]:
    """Return where the mentions end that follow `place` and are missing in the same line."""
    _, _, fragments = place
    stop = text.find("\n", fragments[0].end)
    stops = {
        each[2][0].end
        for each in missing
        if not isinstance(each, Argument)
        and each[0] is Kind.ENTITY
        and len(each[2]) == 1
        and each[2][0].start >= fragments[0].end
        and each[2][0].end <= (stop if stop >= 0 else len(text))
    }
    return sorted(stops)[:_AHEAD]


def is_right(several: Sequence[Place], missing: Counter[Thing]) -> bool:
    """Return whether `several` are more than one, and all missing."""
    return len(several) > 1 and not Counter[Thing](several) - missing


def _start(fragments: Sequence[Fragment]) -> int:
    return fragments[0].start if fragments else -1


def _ids_in(layer: Layer, gold: Sequence[Annotation]) -> dict[str, str]:
    """Return for each id of `gold` that of what stands for it in `layer`."""
    by_place: dict[Place, list[str]] = {}
    for each in layer:
        by_place.setdefault(place_of(each), []).append(each.id)
    try:
        return {each.id: by_place[place_of(each)].pop(0) for each in gold}
    except (IndexError, KeyError) as error:
        raise OutOfReachError("something of the gold does not stand in the layer") from error
