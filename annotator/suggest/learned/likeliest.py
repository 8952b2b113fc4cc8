"""What a person most likely means: by the words they have selected, or by the arc they drew."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.layer import Layer
from annotator.suggest.learned.suggester import Learned
from annotator.suggest.tokens import tokens_of

_SIGHT = 2_000
"""Characters before and after within which what is tagged says something."""
_GOES_ON = 0.5
"""How much it counts that the last thing tagged was of that kind: a share of a string's places."""


class Likely(NamedTuple):
    """What the words of `fragment` are likeliest to be tagged as."""

    kind: Kind
    label: str
    fragment: Fragment


def within_sight(layer: Layer, fragment: Fragment) -> Layer:
    """Return a copy of what `layer` holds near `fragment`, without links: quick to make."""
    near = layer.overlapping(
        max(0, fragment.start - _SIGHT), min(len(layer.article.text), fragment.end + _SIGHT)
    )
    return Layer(layer.article, layer.reviewer, [replace(each, links=()) for each in near])


def likeliest_label(
    learned: Learned,
    layer: Layer,
    fragment: Fragment,
    last: Kind,
    allowed: Callable[[Kind, str], bool],
) -> Likely | None:
    """Return what `fragment` is likeliest to be, of what is `allowed`; None: nothing is known.

    Of mention and trigger it is what the string was more often; where it is new, what was tagged
    `last`.
    """
    string = tokens_of(layer.article.text).key(fragment)
    if string is None:
        return None
    found: list[tuple[float, Likely]] = []
    for kind in (Kind.ENTITY, Kind.EVENT):
        labels = learned.labels(layer.article, layer, fragment, kind)
        label = next((label for label, _ in labels if allowed(kind, label)), None)
        if label is not None:
            known = sum(share for _, share in learned.model.spans[kind].lexicon.rates(string))
            found.append((known + _GOES_ON * (kind is last), Likely(kind, label, fragment)))
    return max(found, key=lambda each: each[0])[1] if found else None


def likeliest_role(learned: Learned, layer: Layer, event: str, target: str) -> str | None:
    """Return the role that `target` is likeliest to fill in `event`; None: none is known."""
    roles = learned.roles(layer.article, layer, event, target)
    return max(roles, key=lambda each: each[1])[0] if roles else None


def between(one: Annotation, other: Annotation) -> Fragment:
    """Return the stretch from the first to the last character of two annotations."""
    return Fragment(min(one.start, other.start), max(one.end, other.end))
