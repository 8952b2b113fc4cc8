"""Of suggestions that are accepted together, those that can stand together."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from annotator.model.annotation import Annotation, Kind
from annotator.pausing import pause, sorted_in_turns
from annotator.suggest.merging import collide
from annotator.suggest.suggestion import Suggestion

_SPAN = 64
"""Code points of a stretch by which rivals are found."""


def undisputed(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Return those of `suggestions` that no other one rivals that is as sure, in their order.

    Rivals are those in one place, but for what one person made side by side; arguments that give
    the same annotation different roles; clusters that share a member. Of rivals the surest stays;
    where two are equally sure neither, nor any that rivals one of these: a person chooses.
    """
    kept: set[str] = set()
    seen = _Seen()
    surest_first = sorted_in_turns(suggestions, lambda each: (-each.confidence,))
    for _, group in groupby(surest_first, key=lambda each: each.confidence):
        free = [each for each in group if not seen.rival(each)]
        for each in free:
            seen.put(each)
        kept |= {each.id for each in free if not seen.rival(each)}
    return [each for each in suggestions if each.id in kept]


def places(suggestions: Iterable[Suggestion]) -> dict[str, int]:
    """Return by its id where the first of those begins that a suggestion has to do with as a rival.

    `suggestions` are given by position. One that has no rival before it has its own beginning.
    """
    found: dict[str, int] = {}
    near: list[Suggestion] = []
    for each in suggestions:
        pause()
        start = each.annotation.start
        found[each.id] = start
        if each.event or not each.annotation.fragments:
            continue
        near = [other for other in near if other.annotation.end > start]
        rivals = (o for o in near if o.annotation.kind is each.annotation.kind and _rivals(each, o))
        found[each.id] = min((found[other.id] for other in rivals), default=start)
        near.append(each)
    return found


class _Seen:
    """Suggestions by what others can rival them in."""

    def __init__(self) -> None:
        self._at: dict[object, list[Suggestion]] = {}

    def put(self, suggestion: Suggestion) -> None:
        for cell in _cells(suggestion):
            self._at.setdefault(cell, []).append(suggestion)

    def rival(self, suggestion: Suggestion) -> bool:
        """Return whether one that was put here, and is not `suggestion`, rivals it."""
        pause()
        return any(
            each.id != suggestion.id and _rivals(suggestion, each)
            for cell in _cells(suggestion)
            for each in self._at.get(cell, ())
        )


def _cells(suggestion: Suggestion) -> Iterator[object]:
    annotation = suggestion.annotation
    if suggestion.event:
        yield suggestion.event, annotation.links[0].target
    elif annotation.fragments:
        for cell in range(annotation.start // _SPAN, annotation.end // _SPAN + 1):
            yield annotation.kind, cell
    elif annotation.kind is Kind.CLUSTER:
        for target in annotation.targets():
            yield Kind.CLUSTER, annotation.label, target


def _rivals(one: Suggestion, other: Suggestion) -> bool:
    """Return whether two suggestions of one cell are rivals."""
    if one.event:
        return other.annotation.links[0].role not in one.together
    if one.annotation.fragments:
        return (
            other.id not in one.together
            and collide(one.annotation, other.annotation)
            and _overlap(one.annotation, other.annotation)
        )
    return True


def _overlap(one: Annotation, other: Annotation) -> bool:
    return any(mine.overlaps(theirs) for mine in one.fragments for theirs in other.fragments)
