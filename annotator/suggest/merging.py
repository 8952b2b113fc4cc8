"""What several suggesters propose made one list that a person can go through."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.layer import Layer
from annotator.model.tagset import EventType, Tagset
from annotator.pausing import pause, sorted_in_turns
from annotator.suggest.acceptance import relabelled
from annotator.suggest.costs import pays
from annotator.suggest.settings import Settings
from annotator.suggest.suggestion import Place, Suggestion, id_of


def merged(
    layer: Layer,
    proposed: Iterable[Suggestion],
    settings: Settings,
    refused: frozenset[Place] = frozenset(),
) -> list[Suggestion]:
    """Return what of `proposed` is to be shown, by position.

    Left out is what is switched off, does not pay, was refused there or collides with what was (who
    refuses that wants nothing there, or tags it), stands in the layer, or crosses or covers with
    the same kind what stands there; of two that collide the more probable stays, of two equally
    probable ones the one whose suggester goes first. A mention inside another, of another label,
    may stay. Links to what is left out go with it.
    """
    gone = _Taken()
    for place in refused:
        if place.fragments and place.link is None and not place.key:
            gone.put(Annotation("", place.kind, place.label, place.fragments))
    allowed: list[Suggestion] = []
    for each in proposed:
        pause()
        if (
            settings.allows(each.annotation.origin, each.annotation.kind, each.annotation.label)
            and pays(each.confidence, settings.least, each.harmless, each.by_hand)
            and each.place not in refused
            and not _in_place_of(each, gone)
            and not stands(each, layer)
        ):
            allowed.append(each)
    allowed = sorted_in_turns(allowed, lambda each: _precedence(each, settings))
    kept: dict[str, Suggestion] = {}
    taken = _Taken()
    for each in allowed:
        pause()
        if each.id not in kept and (each.event or taken.takes(each.annotation)):
            kept[each.id] = each
    return sorted_in_turns(_linked(kept, layer), _position)


def fitting(proposed: Iterable[Suggestion], tagset: Tagset) -> Iterator[Suggestion]:
    """Return of `proposed` what `tagset` has labels and roles for.

    Lists, models and other programs may know others, as do all where one was renamed since.
    """
    for each in proposed:
        label = tagset.find(each.annotation.kind, each.annotation.label)
        if isinstance(label, EventType) and any(
            label.role(link.role) is None for link in each.annotation.links
        ):
            if not each.event:
                yield relabelled(each, label.label, tagset)
        elif label is not None:
            yield each


def remaining(
    layer: Layer,
    shown: Sequence[Suggestion],
    touched: Iterable[Suggestion],
    refused: frozenset[Place] = frozenset(),
) -> list[Suggestion]:
    """Return what is left of `shown`, in its order, after an edit of `layer` or refusals.

    `touched` are those that the edit may have made stand in the layer, or impossible beside it.
    """
    gone = {each.id for each in touched if stands(each, layer)}
    kept = {each.id: each for each in shown if each.id not in gone and each.place not in refused}
    return _linked(kept, layer)


def _precedence(each: Suggestion, settings: Settings) -> tuple[float, int, int, str]:
    return (
        -each.confidence,
        settings.precedence(each.annotation.origin),
        each.annotation.start,
        each.id,
    )


def _position(each: Suggestion) -> tuple[int, int, str]:
    return (each.annotation.start, -each.annotation.end, each.id)


def stands(suggestion: Suggestion, layer: Layer) -> bool:
    """Return whether the layer holds it already, or something that it can't stand beside."""
    annotation = suggestion.annotation
    if suggestion.event:
        event = layer.get(suggestion.event)
        link, others = annotation.links[0], suggestion.together
        return event is None or any(
            each.target == link.target and (each.role == link.role or each.role not in others)
            for each in event.links
        )
    if not annotation.fragments:
        return any(_same(annotation, each) for each in layer.of_kind(annotation.kind))
    near = layer.overlapping(annotation.start, annotation.end)
    return any(
        collide(annotation, each) and _id_of(each) not in suggestion.together
        for each in near
        if each.kind is annotation.kind
    )


def _in_place_of(suggestion: Suggestion, refused: "_Taken") -> bool:
    """Return whether it collides with one of `refused`."""
    if suggestion.event or suggestion.annotation.links:
        return False
    return refused.meets(suggestion.annotation)


def _same(one: Annotation, other: Annotation) -> bool:
    return (one.label, one.fragments, set(one.links)) == (
        other.label, other.fragments, set(other.links),
    )  # fmt: skip


def _id_of(annotation: Annotation) -> str:
    return id_of(annotation.kind, annotation.label, annotation.fragments)


def collide(one: Annotation, other: Annotation) -> bool:
    """Return whether two annotations of one kind are not likely to stand both.

    They do where they cover the same text, cross, or one lies within the other with the same label.
    """
    if one.start >= other.end or other.start >= one.end:
        return False
    if one.fragments == other.fragments:
        return True
    within = one.start >= other.start and one.end <= other.end
    around = one.start <= other.start and one.end >= other.end
    return one.label == other.label if within or around else True


class _Taken:
    """Annotations found by place: what was kept so far, or was refused."""

    _SPAN = 64

    def __init__(self) -> None:
        self._at: dict[tuple[Kind, int], list[Annotation]] = {}

    def takes(self, annotation: Annotation) -> bool:
        """Take `annotation` in and return True, unless it collides with one taken before."""
        if self.meets(annotation):
            return False
        self.put(annotation)
        return True

    def meets(self, annotation: Annotation) -> bool:
        """Return whether `annotation` collides with one taken before."""
        cells = self._cells(annotation)
        return any(collide(annotation, each) for cell in cells for each in self._at.get(cell, ()))

    def put(self, annotation: Annotation) -> None:
        """Take `annotation` in, whatever it collides with."""
        for cell in self._cells(annotation):
            self._at.setdefault(cell, []).append(annotation)

    def _cells(self, annotation: Annotation) -> list[tuple[Kind, int]]:
        first, last = annotation.start // self._SPAN, annotation.end // self._SPAN
        return [(annotation.kind, cell) for cell in range(first, last + 1)]


def _linked(kept: dict[str, Suggestion], layer: Layer) -> list[Suggestion]:
    """Return `kept` with links to the layer and to one another alone.

    A link to a suggestion that stands in the layer by now leads to what stands there.
    """
    if not any(each.annotation.links for each in kept.values()):
        return [each for each in kept.values() if not each.event]
    targets = {
        (s.annotation.kind, s.annotation.fragments): id for id, s in kept.items() if not s.event
    }

    def resolved(link: Link) -> Link | None:
        if link.target in layer or link.target in kept:
            return link
        place = _place_in(link.target)
        if place is None or not place[1]:
            return None
        found = _standing(layer, *place) or targets.get(place)
        return Link(link.role, found) if found else None

    result: list[Suggestion] = []
    for each in kept.values():
        pause()
        links = tuple(link for link in map(resolved, each.annotation.links) if link)
        if links != each.annotation.links:
            each = replace(each, annotation=replace(each.annotation, links=links))
        if len(links) >= _least_links(each):
            result.append(each)
    return result


def _least_links(suggestion: Suggestion) -> int:
    if suggestion.event:
        return 1
    return 2 if suggestion.annotation.kind in (Kind.RELATION, Kind.CLUSTER) else 0


def _standing(layer: Layer, kind: Kind, fragments: tuple[Fragment, ...]) -> str:
    """Return the id of what is of `kind` at `fragments` in `layer`; empty: nothing."""
    if not fragments:
        return ""
    near = layer.overlapping(fragments[0].start, fragments[-1].end)
    return next((e.id for e in near if e.kind is kind and e.fragments == fragments), "")


def _place_in(id: str) -> tuple[Kind, tuple[Fragment, ...]] | None:
    """Return what a suggestion's id says of kind and place; None: it is no suggestion's id."""
    prefix, _, rest = id.partition(":")
    _, _, places = rest.rpartition(":")
    kind = next((each for each in Kind if prefix == f"~{each.id_prefix}"), None)
    if kind is None:
        return None
    pairs = (part.split("-") for part in places.split(",") if part)
    return kind, tuple(Fragment(int(start), int(end)) for start, end in pairs)
