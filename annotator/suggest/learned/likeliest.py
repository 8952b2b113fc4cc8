"""What a person most likely means: by the words they have selected, or by the arc they drew."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.layer import Layer
from annotator.suggest.learned.suggester import Learned

_SIGHT = 2_000
"""Characters before and after within which what is tagged says something."""
_GOES_ON = 2.0
"""How much likelier the kind is that was tagged last."""
_MOST = 2


class Likely(NamedTuple):
    """What the words of `fragment` are likely to be tagged as."""

    kind: Kind
    label: str
    fragment: Fragment


Choice: TypeAlias = tuple[Likely, ...]
"""What selected words are tagged as together: one thing, or several mentions among them."""


def within_sight(layer: Layer, fragment: Fragment) -> Layer:
    """Return a copy of what `layer` holds near `fragment`, without links: quick to make."""
    near = layer.overlapping(
        max(0, fragment.start - _SIGHT), min(len(layer.article.text), fragment.end + _SIGHT)
    )
    return Layer(layer.article, layer.reviewer, [replace(each, links=()) for each in near])


def likeliest_choices(
    learned: Learned,
    layer: Layer,
    fragment: Fragment,
    last: Kind,
    allowed: Callable[[Kind, str], bool],
) -> tuple[Choice, ...]:
    """Return what `fragment` is likeliest to be, of what is `allowed`, and what comes second.

    Several mentions come first where that is likelier than one. Nothing is returned where nothing
    is known.
    """
    found: list[Choice] = []
    parts = learned.several(layer.article, layer, fragment)
    if parts and all(allowed(Kind.ENTITY, label) for label, _ in parts):
        found.append(tuple(Likely(Kind.ENTITY, *each) for each in parts))
    found += [(each,) for each in _labels(learned, layer, fragment, last, allowed)]
    return tuple(found[:_MOST])


def _labels(
    learned: Learned,
    layer: Layer,
    fragment: Fragment,
    last: Kind,
    allowed: Callable[[Kind, str], bool],
) -> list[Likely]:
    """Return what `fragment` may be as one thing, likeliest first.

    Mention or trigger is decided by its words, and by what was tagged `last`.
    """
    found: list[tuple[float, Likely]] = []
    for kind, chance in learned.kinds(layer.article, fragment).items():
        weight = chance * (_GOES_ON if kind is last else 1.0)
        for label, share in learned.labels(layer.article, layer, fragment, kind):
            if allowed(kind, label):
                found.append((weight * share, Likely(kind, label, fragment)))
    found.sort(key=lambda each: -each[0])
    return [likely for _, likely in found]


def likeliest_roles(learned: Learned, layer: Layer, event: str, target: str) -> tuple[str, ...]:
    """Return the role that `target` is likeliest to fill in `event`, and what comes second."""
    roles = sorted(learned.roles(layer.article, layer, event, target), key=lambda each: -each[1])
    return tuple(role for role, _ in roles[:_MOST])


def between(one: Annotation, other: Annotation) -> Fragment:
    """Return the stretch from the first to the last character of two annotations."""
    return Fragment(min(one.start, other.start), max(one.end, other.end))
