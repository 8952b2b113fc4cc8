"""Changes of the tagset that annotations follow: pure functions, each one Edit over the project.

`layers` are those in which what is changed is used; others among them are left as they are. A
locked layer follows too: the edit unlocks it before, and locks it after.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from annotator.model.annotation import Annotation, AttributeValue, Kind, Link
from annotator.model.article import Status
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.edits import removals
from annotator.model.layer import Layer
from annotator.model.message import Message, message
from annotator.model.palette import keeping_colors
from annotator.model.tagset import Attribute, EventType, Role, Tagset
from annotator.model.tagset_parts import (
    merged_label,
    renamed_label,
    with_attribute,
    with_roles,
    without_label,
)


class Preview(NamedTuple):
    """What an edit would do to annotations: how many it alters and removes, in how many articles.

    `locked` says how many of the layers concerned are locked.
    """

    altered: int
    removed: int
    articles: int
    locked: int


def outcome(edit: Edit) -> Tagset:
    """Return the tagset as an edit of this module leaves it."""
    tagset = edit.changes[0].after
    assert isinstance(tagset, Tagset)
    return tagset


def preview(edit: Edit) -> Preview:
    """Return what `edit` does to annotations."""
    touched = [c for c in edit.changes if c.address.subject is Subject.ANNOTATION]
    removed = sum(change.after is None for change in touched)
    return Preview(
        altered=len(touched) - removed,
        removed=removed,
        articles=len({change.address.article for change in touched}),
        locked=sum(
            change.address.subject is Subject.STATUS and change.after is Status.LOCKED
            for change in edit.changes
        ),
    )


def rename_label(tagset: Tagset, kind: Kind, old: str, new: str, layers: Iterable[Layer]) -> Edit:
    """Return the edit that gives a label another name, in the tagset and on its annotations."""

    def alter(annotation: Annotation) -> Annotation:
        return replace(annotation, label=new) if _has(annotation, kind, old) else annotation

    title = message("Rename the label {0} to {1}", old, new)
    return _edit(title, tagset, renamed_label(tagset, kind, old, new), layers, alter)


def merge_label(tagset: Tagset, kind: Kind, old: str, into: str, layers: Iterable[Layer]) -> Edit:
    """Return the edit that makes all annotations labelled `old` ones of `into`.

    `into` stands from then on wherever the tagset named `old`; an event type takes over the roles
    that it lacks.
    """

    def alter(annotation: Annotation) -> Annotation:
        return replace(annotation, label=into) if _has(annotation, kind, old) else annotation

    title = message("Merge the label {0} into {1}", old, into)
    return _edit(title, tagset, merged_label(tagset, kind, old, into), layers, alter)


def delete_label(
    tagset: Tagset, kind: Kind, label: str, layers: Iterable[Layer], *, keep: bool
) -> Edit:
    """Return the edit that takes a label out of the tagset.

    `keep`: its annotations stay, as problems; else they go, with what can't be without them.
    """
    title = message("Delete the label {0}", label)
    new = without_label(tagset, kind, label)
    if keep:
        return _edit(title, tagset, new, layers, lambda annotation: annotation)

    def pairs(layer: Layer) -> Iterable[tuple[Annotation, Annotation | None]]:
        return removals(layer, [each.id for each in layer if _has(each, kind, label)])

    return _edit_pairs(title, tagset, new, layers, pairs)


def rename_role(tagset: Tagset, event: str, old: str, new: str, layers: Iterable[Layer]) -> Edit:
    """Return the edit that gives a role of an event type another name; arguments follow."""

    def named(role: Role) -> Role:
        return replace(role, name=new) if role.name == old else role

    def alter(annotation: Annotation) -> Annotation:
        if not _has(annotation, Kind.EVENT, event):
            return annotation
        links = (Link(new, link.target) if link.role == old else link for link in annotation.links)
        return replace(annotation, links=tuple(dict.fromkeys(links)))

    title = message("Rename the role {0} of {1} to {2}", old, event, new)
    roles = tuple(map(named, _event(tagset, event).roles))
    return _edit(title, tagset, with_roles(tagset, event, roles), layers, alter)


def delete_role(
    tagset: Tagset, event: str, role: str, layers: Iterable[Layer], *, keep: bool
) -> Edit:
    """Return the edit that takes a role from an event type; `keep`: arguments stay, as problems."""

    def alter(annotation: Annotation) -> Annotation:
        if keep or not _has(annotation, Kind.EVENT, event):
            return annotation
        return replace(
            annotation, links=tuple(link for link in annotation.links if link.role != role)
        )

    title = message("Delete the role {0} of {1}", role, event)
    roles = tuple(each for each in _event(tagset, event).roles if each.name != role)
    return _edit(title, tagset, with_roles(tagset, event, roles), layers, alter)


def rename_attribute(tagset: Tagset, old: str, new: str, layers: Iterable[Layer]) -> Edit:
    """Return the edit that gives an attribute another name; annotations follow."""
    attribute = _attribute(tagset, old)

    def alter(annotation: Annotation) -> Annotation:
        if old not in annotation.attributes or not _belongs(attribute, annotation):
            return annotation
        items = annotation.attributes.items()
        return replace(
            annotation, attributes={new if key == old else key: value for key, value in items}
        )

    title = message("Rename the attribute {0} to {1}", old, new)
    changed = with_attribute(tagset, old, replace(attribute, name=new))
    return _edit(title, tagset, changed, layers, alter)


def delete_attribute(tagset: Tagset, name: str, layers: Iterable[Layer], *, keep: bool) -> Edit:
    """Return the edit that takes an attribute away; `keep`: its values stay, as problems."""
    attribute = _attribute(tagset, name)

    def alter(annotation: Annotation) -> Annotation:
        if keep or not _belongs(attribute, annotation):
            return annotation
        return replace(annotation, attributes=_without(annotation.attributes, name))

    title = message("Delete the attribute {0}", name)
    return _edit(title, tagset, with_attribute(tagset, name, None), layers, alter)


def rename_value(
    tagset: Tagset, name: str, old: AttributeValue, new: AttributeValue, layers: Iterable[Layer]
) -> Edit:
    """Return the edit that writes a value of an attribute in another way; annotations follow."""
    attribute = _attribute(tagset, name)

    def alter(annotation: Annotation) -> Annotation:
        if not _is_set(annotation, attribute, old):
            return annotation
        return replace(annotation, attributes={**annotation.attributes, name: new})

    title = message("Rename the value {0} of {1} to {2}", old, name, new)
    changed = replace(
        attribute,
        values=tuple(new if _same(each, old) else each for each in attribute.values or ()),
        default=new if _same(attribute.default, old) else attribute.default,
    )
    return _edit(title, tagset, with_attribute(tagset, name, changed), layers, alter)


def delete_value(
    tagset: Tagset, name: str, value: AttributeValue, layers: Iterable[Layer], *, keep: bool
) -> Edit:
    """Return the edit that takes a value from an attribute; `keep`: it stays, as a problem."""
    attribute = _attribute(tagset, name)

    def alter(annotation: Annotation) -> Annotation:
        if keep or not _is_set(annotation, attribute, value):
            return annotation
        return replace(annotation, attributes=_without(annotation.attributes, name))

    title = message("Delete the value {0} of {1}", value, name)
    changed = replace(
        attribute,
        values=tuple(each for each in attribute.values or () if not _same(each, value)),
        default=None if _same(attribute.default, value) else attribute.default,
    )
    return _edit(title, tagset, with_attribute(tagset, name, changed), layers, alter)


_Pairs = Iterable[tuple[Annotation, Annotation | None]]


def _edit(
    title: Message,
    old: Tagset,
    new: Tagset,
    layers: Iterable[Layer],
    alter: Callable[[Annotation], Annotation],
) -> Edit:
    return _edit_pairs(title, old, new, layers, lambda layer: ((e, alter(e)) for e in layer))


def _edit_pairs(
    title: Message,
    old: Tagset,
    new: Tagset,
    layers: Iterable[Layer],
    pairs: Callable[[Layer], _Pairs],
) -> Edit:
    first = Change(Address(Subject.TAGSET), old, keeping_colors(old, new))
    rest = (change for layer in layers for change in _changes(layer, pairs(layer)))
    return Edit(title, (first, *rest))


def _changes(layer: Layer, pairs: _Pairs) -> Iterator[Change]:
    changes = [
        Change(layer.address(before.id), before, after)
        for before, after in pairs
        if before != after
    ]
    if not changes or layer.status is not Status.LOCKED:
        yield from changes
        return
    address = Address(Subject.STATUS, layer.article.id, layer.reviewer)
    unlock = Change(address, Status.LOCKED, Status.DONE)
    yield from (unlock, *changes, unlock.inverse())


def _has(annotation: Annotation, kind: Kind, label: str) -> bool:
    return annotation.kind is kind and annotation.label == label


def _belongs(attribute: Attribute, annotation: Annotation) -> bool:
    return not attribute.on or annotation.label in attribute.on


def _is_set(annotation: Annotation, attribute: Attribute, value: AttributeValue) -> bool:
    return _belongs(attribute, annotation) and _same(
        annotation.attributes.get(attribute.name), value
    )


def _same(one: AttributeValue | None, other: AttributeValue) -> bool:
    return type(one) is type(other) and one == other


def _without(attributes: Mapping[str, AttributeValue], name: str) -> dict[str, AttributeValue]:
    return {key: value for key, value in attributes.items() if key != name}


def _event(tagset: Tagset, label: str) -> EventType:
    return next(each for each in tagset.events if each.label == label)


def _attribute(tagset: Tagset, name: str) -> Attribute:
    return next(each for each in tagset.attributes if each.name == name)
