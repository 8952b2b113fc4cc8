"""Where else words stand that were just tagged, and tagging them there too, as one step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Status
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.edits import beginning
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.pausing import pause
from annotator.suggest.merging import collide


@dataclass(frozen=True, slots=True)
class Same:
    """Words with the label that they were given."""

    kind: Kind
    label: str
    words: str


class Spot(NamedTuple):
    """A place where the words stand: bare (`label` empty), or under another label.

    `inside` says that they are a part of something of another label there: seldom meant.
    """

    fragment: Fragment
    label: str = ""
    inside: bool = False


def tagged_by(edit: Edit, layer: Layer) -> Same | None:
    """Return what one mention or trigger got its label by `edit` by hand, or None."""
    made = [
        change.after
        for change in edit.changes
        if change.address.subject is Subject.ANNOTATION
        and isinstance(change.after, Annotation)
        and layer.applies_to(change)
    ]
    if len(made) != 1 or sum(c.address.subject is Subject.ANNOTATION for c in edit.changes) != 1:
        return None
    (after,) = made
    before = next(c.before for c in edit.changes if c.after is after)
    relabelled = isinstance(before, Annotation) and before.label != after.label
    by_hand = not after.origin or relabelled
    if not by_hand or (before is not None and not relabelled) or len(after.fragments) != 1:
        return None
    if after.kind not in (Kind.ENTITY, Kind.EVENT):
        return None
    return Same(after.kind, after.label, after.text_in(layer.article.text))


def spots(layer: Layer, same: Same) -> list[Spot]:
    """Return the places of the words in `layer` that do not have the label, by position.

    None where the layer is locked. Places that cross another mention are left out.
    """
    if layer.status is Status.LOCKED:
        return []
    from annotator.language.find import Query, find  # not needed until something is tagged

    query = Query(same.words, case=True, diacritics=True, whole_words=True)
    found = (_spot(layer, same, fragment) for fragment in find(query, layer.article.text))
    return [each for each in found if each]


def _spot(layer: Layer, same: Same, fragment: Fragment) -> Spot | None:
    pause()
    wanted = Annotation("", same.kind, same.label, (fragment,))
    near = [each for each in layer.overlapping(*fragment) if each.kind is same.kind]
    there = next((each for each in near if each.fragments == wanted.fragments), None)
    if there:
        return None if there.label == same.label else Spot(fragment, there.label)
    if any(collide(wanted, each) for each in near):
        return None
    return Spot(fragment, inside=bool(near))


def tag_spots(
    found: Iterable[tuple[Layer, Sequence[Spot]]], same: Same, here: Layer | None
) -> Edit:
    """Return the one edit that gives `same.label` to all spots in their layers.

    `here` is the layer from which it is done, and can be undone, even where nothing changes there.
    """
    changes: list[Change] = []
    count = 0
    for layer, wanted in found:
        changes += _changes(layer, wanted, same)
        count += len(wanted)
    if here and not any(map(here.applies_to, changes)):
        address = Address(Subject.STATUS, here.article.id, here.reviewer)
        changes.append(Change(address, here.status, here.status))
    title = message("Tag “{0}” as {1} ({2} ×)", same.words[:41], same.label, count)
    return Edit(title, tuple(changes))


def _changes(layer: Layer, wanted: Sequence[Spot], same: Same) -> Iterator[Change]:
    if wanted:
        yield from beginning(layer)
    added = 0
    for spot in wanted:
        old = _at(layer, same.kind, spot)
        if old:
            yield Change(layer.address(old.id), old, replace(old, label=same.label))
            continue
        id = layer.new_id(same.kind, added)
        new = Annotation(id, same.kind, same.label, (spot.fragment,), rank=layer.next_rank + added)
        added += 1
        yield Change(layer.address(id), None, new)


def _at(layer: Layer, kind: Kind, spot: Spot) -> Annotation | None:
    near = layer.overlapping(*spot.fragment) if spot.label else []
    return next(
        (
            each
            for each in near
            if each.kind is kind and each.fragments == (spot.fragment,) and each.label == spot.label
        ),
        None,
    )
