"""One part of a tagset made another, with everything in the tagset that names it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from annotator.model.annotation import Kind
from annotator.model.tagset import Attribute, EventType, Role, Tagset


def renamed_label(tagset: Tagset, kind: Kind, old: str, new: str) -> Tagset:
    """Return the tagset with the label `old` of `kind` called `new` wherever it is named."""
    declared = tagset.find(kind, old)
    assert declared is not None
    changed = tagset.with_label(kind, old, replace(declared, label=new))
    return _renaming(changed, kind, old, new)


def merged_label(tagset: Tagset, kind: Kind, old: str, into: str) -> Tagset:
    """Return the tagset without `old`, and with `into` wherever it was named.

    The event type `into` gets the roles it lacks, and a label that was below `old` comes below it.
    """
    merged, kept = tagset.find(kind, old), tagset.find(kind, into)
    assert merged is not None
    assert kept is not None
    if isinstance(merged, EventType) and isinstance(kept, EventType):
        names = {role.name for role in kept.roles}
        missing = tuple(role for role in merged.roles if role.name not in names)
        kept = replace(kept, roles=kept.roles + missing)
    if _is_below(tagset, kind, into, old):
        kept = replace(kept, parent=merged.parent)
    changed = tagset.with_label(kind, into, kept).with_label(kind, old, None)
    return _renaming(changed, kind, old, into)


def without_label(tagset: Tagset, kind: Kind, label: str) -> Tagset:
    """Return the tagset without a label: those below it come below the one above it.

    An attribute that belonged to it alone goes too; a role or an end that only it could fill takes
    anything.
    """
    declared = tagset.find(kind, label)
    assert declared is not None
    changed = tagset.with_label(kind, label, None)
    for child in changed.labels(kind):
        if child.parent == label:
            changed = changed.with_label(kind, child.label, replace(child, parent=declared.parent))
    return _renaming(changed, kind, label, "")


def with_roles(tagset: Tagset, event: str, roles: tuple[Role, ...]) -> Tagset:
    """Return the tagset in which the event type `event` has `roles`."""
    declared = tagset.event(event)
    assert declared is not None
    return tagset.with_label(Kind.EVENT, event, replace(declared, roles=roles))


def with_attribute(tagset: Tagset, name: str, new: Attribute | None) -> Tagset:
    """Return the tagset with the attribute `name` replaced by `new` (None: without it)."""
    changed = (new if each.name == name else each for each in tagset.attributes)
    return replace(tagset, attributes=tuple(each for each in changed if each is not None))


def moved_label(tagset: Tagset, kind: Kind, label: str, by: int) -> Tagset:
    """Return the tagset with a label `by` places further down (below 0: up) among its kind."""
    labels = [each.label for each in tagset.labels(kind)]
    declared = tagset.find(kind, label)
    assert declared is not None
    at = min(max(0, labels.index(label) + by), len(labels) - 1)
    rest = [each for each in tagset.labels(kind) if each.label != label]
    return tagset.with_labels(kind, (*rest[:at], declared, *rest[at:]))


def _renaming(tagset: Tagset, kind: Kind, old: str, new: str) -> Tagset:
    """Return the tagset with `new` (empty: nothing) wherever it named the label `old` of `kind`."""

    def changed(names: Iterable[str]) -> tuple[str, ...]:
        renamed = (new if name == old else name for name in names)
        return tuple(dict.fromkeys(name for name in renamed if name))

    for label in tagset.labels(kind):
        if label.parent == old:
            above = "" if label.label == new else new
            tagset = tagset.with_label(kind, label.label, replace(label, parent=above))
    if kind in (Kind.ENTITY, Kind.EVENT):
        tagset = replace(
            tagset,
            events=tuple(_with_fillers(event, changed) for event in tagset.events),
            relations=tuple(
                replace(each, sources=changed(each.sources), targets=changed(each.targets))
                for each in tagset.relations
            ),
        )
    shared = any(tagset.find(other, old) for other in Kind)
    owners = tuple(_with_owners(tagset.attributes, old, (new, old) if shared else (new,)))
    return replace(tagset, attributes=owners)


def _with_fillers(
    event: EventType, changed: Callable[[Iterable[str]], tuple[str, ...]]
) -> EventType:
    return replace(
        event,
        roles=tuple(replace(role, fillers=changed(role.fillers)) for role in event.roles),
    )


def _with_owners(
    attributes: Iterable[Attribute], old: str, new: tuple[str, ...]
) -> Iterator[Attribute]:
    for attribute in attributes:
        names = (name for each in attribute.on for name in (new if each == old else (each,)))
        on = tuple(dict.fromkeys(name for name in names if name))
        if on or not attribute.on:
            yield replace(attribute, on=on)


def _is_below(tagset: Tagset, kind: Kind, label: str, above: str) -> bool:
    parents = {each.label: each.parent for each in tagset.labels(kind)}
    while label and label != above:
        label = parents.get(label, "")
    return label == above
