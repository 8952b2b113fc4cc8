"""What a tagset must hold to: the rules its file and its editor share."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.model.annotation import Kind, typed
from annotator.model.message import Message, message
from annotator.model.tagset import Attribute, EventType, Label, RelationType, Role, Tagset

LABEL_KINDS = (Kind.ENTITY, Kind.EVENT, Kind.RELATION, Kind.DOCUMENT)
"""The kinds whose labels a tagset declares; the label of clusters is built in."""

WINDOW_KEYS = frozenset(["/", "?", "+", "-", ",", ".", "[", "]", "H", "N"])
"""Keys the window uses for itself, so that no label may have them."""

_SHORTCUT = re.compile(r"Shift\+[A-Z]|[!-`{-~]")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


class Fault(NamedTuple):
    """One rule broken: by the label `name` of `kind`, or by the attribute `name` (kind None).

    `role` names the role concerned, or is empty; `field` is the key of the tagset file.
    """

    kind: Kind | None
    name: str
    role: str
    field: str
    message: Message


def faults(tagset: Tagset, changed: tuple[Kind, str] | None = None) -> list[Fault]:
    """Return every rule that `tagset` breaks, in the order of its file; none: it can be used.

    Of labels with the same key the later is at fault, or the one that was `changed`.
    """
    return [
        *_label_faults(tagset),
        *_attribute_faults(tagset),
        *_shortcut_faults(tagset, changed),
    ]


def _label_faults(tagset: Tagset) -> Iterator[Fault]:
    fillers = {each.label for each in (*tagset.entities, *tagset.events)}
    taken: dict[tuple[bool, Kind | None], set[str]] = {}
    for kind in LABEL_KINDS:
        space = (True, None) if kind in (Kind.ENTITY, Kind.EVENT) else (False, kind)
        seen = taken.setdefault(space, set())
        for label in tagset.labels(kind):
            for field, text in _faults_of_label(tagset, kind, label, fillers, seen):
                yield Fault(kind, label.label, "", field, text)
            if isinstance(label, EventType):
                for role, field, text in _faults_of_roles(label.roles, fillers):
                    yield Fault(kind, label.label, role, field, text)
            seen.add(label.label)


def _faults_of_label(
    tagset: Tagset, kind: Kind, label: Label, fillers: set[str], seen: set[str]
) -> Iterator[tuple[str, Message]]:
    if fault := _name_fault(label.label):
        yield "label", fault
    if label.label in seen:
        yield "label", message("The label {0} is declared twice.", label.label)
    if label.color and not _COLOR.fullmatch(label.color):
        yield "color", message("{0} is not a color; write it as #rrggbb.", label.color)
    if label.parent:
        if tagset.find(kind, label.parent) is None:
            yield "parent", message("The parent {0} is not a label of this kind.", label.parent)
        elif _circular(tagset, kind, label):
            yield "parent", message("{0} is its own ancestor.", label.label)
    if isinstance(label, RelationType):
        for field, ends in (("from", label.sources), ("to", label.targets)):
            for end in _strangers(ends, fillers):
                yield field, message("{0} is not a label of entities or events.", end)


def _faults_of_roles(
    roles: tuple[Role, ...], fillers: set[str]
) -> Iterator[tuple[str, str, Message]]:
    seen: set[str] = set()
    for role in roles:
        if fault := _name_fault(role.name):
            yield role.name, "name", fault
        if role.name in seen:
            yield role.name, "name", message("The role {0} is declared twice.", role.name)
        for filler in _strangers(role.fillers, fillers):
            text = message("{0} is not a label of entities or events.", filler)
            yield role.name, "fillers", text
        if role.min < 0:
            yield role.name, "min", message("min is {0}, but can't be below 0.", role.min)
        if role.max is not None and role.max < max(1, role.min):
            text = message("max is {0}, but must be at least {1}.", role.max, max(1, role.min))
            yield role.name, "max", text
        seen.add(role.name)


def _attribute_faults(tagset: Tagset) -> Iterator[Fault]:
    labels = {each.label for kind in Kind for each in tagset.labels(kind)}
    seen: set[str] = set()
    for attribute in tagset.attributes:
        for field, text in _faults_of_attribute(attribute, labels, seen):
            yield Fault(None, attribute.name, "", field, text)
        seen.add(attribute.name)


def _faults_of_attribute(
    attribute: Attribute, labels: set[str], seen: set[str]
) -> Iterator[tuple[str, Message]]:
    if fault := _name_fault(attribute.name):
        yield "name", fault
    if attribute.name in seen:
        yield "name", message("The attribute {0} is declared twice.", attribute.name)
    for label in _strangers(attribute.on, labels):
        yield "on", message("{0} is not a label of this tagset.", label)
    if attribute.values is None:
        return
    if not attribute.values:
        yield "values", message("There is no value to choose; leave values out for free text.")
    values = [typed(value) for value in attribute.values]
    for index, value in enumerate(values):
        if value in values[:index]:
            yield "values", message("The value {0} stands twice.", value[1])
    if attribute.default is not None and typed(attribute.default) not in values:
        yield "default", message("The default {0} is not one of the values.", attribute.default)


def _shortcut_faults(tagset: Tagset, changed: tuple[Kind, str] | None) -> Iterator[Fault]:
    owners: dict[str, str] = {}
    labels = [(kind, label) for kind in LABEL_KINDS for label in tagset.labels(kind)]
    labels.sort(key=lambda each: (each[0], each[1].label) == changed)
    for kind, label in labels:
        if label.shortcut:
            text = shortcut_fault(label.shortcut, owners)
            if text:
                yield Fault(kind, label.label, "", "shortcut", text)
            owners.setdefault(label.shortcut, label.label)


def shortcut_fault(shortcut: str, owners: dict[str, str]) -> Message | None:
    """Return why a label can't have `shortcut`, given the labels that `owners` says have one."""
    if not _SHORTCUT.fullmatch(shortcut):
        return message(
            "{0} can't be a label's key: it is one letter (as a capital), digit or sign, or Shift "
            "with a letter.",
            shortcut,
        )
    if shortcut in WINDOW_KEYS:
        return message("The key {0} is used by the window; choose another one.", shortcut)
    if shortcut in owners:
        return message("The key {0} is taken by {1}.", shortcut, owners[shortcut])
    return None


def _name_fault(name: str) -> Message | None:
    if not name:
        return message("The name is missing.")
    if name != name.strip() or _UNPRINTABLE.search(name):
        return message("The name {0} begins or ends with a space, or holds a line break.", name)
    return None


def _circular(tagset: Tagset, kind: Kind, label: Label) -> bool:
    parents = {each.label: each.parent for each in tagset.labels(kind)}
    seen: set[str] = set()
    above = label.parent
    while above and above not in seen:
        if above == label.label:
            return True
        seen.add(above)
        above = parents.get(above, "")
    return False


def _strangers(names: Iterable[str], known: set[str]) -> Iterator[str]:
    return (name for name in names if name not in known)
