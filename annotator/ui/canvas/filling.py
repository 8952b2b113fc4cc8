"""Filling a role by keys: a letter on each mention that may fill it. No Qt here."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice, product

from annotator.model.annotation import Annotation
from annotator.model.layer import Layer
from annotator.model.tagset import Tagset
from annotator.ui.canvas.emphasis import Emphasis
from annotator.ui.editor import Filling
from annotator.ui.panels.candidates import may_fill

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The letters of hints, those under the fingers first."""


def hint_letters(count: int) -> list[str]:
    """Return `count` different hints, none the beginning of another: as short as they can be."""
    if count <= len(_LETTERS):
        return list(_LETTERS[:count])
    length = 2
    while len(_LETTERS) ** length < count:
        length += 1
    return ["".join(each) for each in islice(product(_LETTERS, repeat=length), count)]


def with_hints(
    emphasis: Emphasis,
    layer: Layer,
    tagset: Tagset,
    filling: Filling,
    visible: Iterable[Annotation],
) -> Emphasis:
    """Return `emphasis` with a hint on each of `visible` that may fill the role."""
    present = taken(layer, filling)
    fitting = [
        each.id
        for each in visible
        if each.id not in present and may_fill(tagset, layer, filling, each)
    ]
    hints = dict(zip(fitting, hint_letters(len(fitting)), strict=True))
    return replace(emphasis, fitting=frozenset((*fitting, *present)), hints=hints)


def taken(layer: Layer, filling: Filling) -> set[str]:
    """Return the annotations that can't fill it: the filled one itself, and what fills it now."""
    links = layer[filling.source].links
    return {filling.source, *(link.target for link in links if link.role == filling.role)}
