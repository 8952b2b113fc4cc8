"""What is done to many hits at once: one edit, so that one undo takes all of it back."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from annotator.model import edits
from annotator.model.annotation import Kind
from annotator.model.change import Change, Edit
from annotator.model.layer import Layer, LayerError
from annotator.model.message import AnnotatorError, Message, message
from annotator.search.hits import Hit, is_as_found


class Bulk(NamedTuple):
    """An edit of many layers, of how many hits it makes something, and why not of each other."""

    edit: Edit
    done: int
    refused: list[AnnotatorError]


def tag_all(hits: Iterable[Hit], kind: Kind, label: str, layer_of: Callable[[str], Layer]) -> Bulk:
    """Return the edit that tags the words of each hit, unless they are tagged just so.

    `layer_of` gives the layer on an article that is to be edited, for this alone; it may raise
    LayerError.
    """

    def tag(layer: Layer, hit: Hit) -> Edit | None:
        if not hit.fragments or _is_tagged(layer, hit, kind, label):
            return None
        return edits.add(layer, kind, label, hit.fragments)

    return _bulk(hits, layer_of, tag, lambda done: message("Tag {0} × {1}", done, label))


def relabel_all(hits: Iterable[Hit], label: str, layer_of: Callable[[str], Layer]) -> Bulk:
    """Return the edit that gives the annotation of each hit another label."""

    def relabel(layer: Layer, hit: Hit) -> Edit | None:
        return edits.relabel(layer, [hit.annotation], label) if _stands(layer, hit) else None

    return _bulk(hits, layer_of, relabel, lambda done: message("Relabel {0} × as {1}", done, label))


def remove_all(hits: Iterable[Hit], layer_of: Callable[[str], Layer]) -> Bulk:
    """Return the edit that removes the annotation of each hit, and what can't be without it."""

    def remove(layer: Layer, hit: Hit) -> Edit | None:
        return edits.remove(layer, [hit.annotation]) if _stands(layer, hit) else None

    return _bulk(hits, layer_of, remove, lambda done: message("Remove {0} ×", done))


def _bulk(
    hits: Iterable[Hit],
    layer_of: Callable[[str], Layer],
    make: Callable[[Layer, Hit], Edit | None],
    title: Callable[[int], Message],
) -> Bulk:
    changes: list[Change] = []
    refused: list[AnnotatorError] = []
    done = 0
    present = lru_cache(maxsize=1)(layer_of)
    for hit in sorted(hits, key=_article):
        try:
            layer = present(hit.article)
            edit = make(layer, hit)
            if edit and edit.changes:
                layer.apply(edit)
                changes += edit.changes
                done += 1
        except LayerError as error:
            error.where = hit.article
            refused.append(error)
    return Bulk(Edit(title(done), tuple(changes)), done, refused)


def _article(hit: Hit) -> str:
    return hit.article


def _is_tagged(layer: Layer, hit: Hit, kind: Kind, label: str) -> bool:
    return any(
        each.kind is kind and each.label == label and each.fragments == hit.fragments
        for each in layer.overlapping(hit.fragments[0].start, hit.fragments[0].end)
    )


def _stands(layer: Layer, hit: Hit) -> bool:
    """Return whether the annotation of `hit` is there; raises LayerError where it is not to change.

    Another one may have its id by now.
    """
    if hit.reviewer != layer.reviewer:
        raise LayerError("The annotation is one of {0}: nobody else changes it.", hit.reviewer)
    if hit.annotation in layer and not is_as_found(hit, layer):
        raise LayerError("The annotation is no longer as it was: it was changed since.")
    return hit.annotation in layer
