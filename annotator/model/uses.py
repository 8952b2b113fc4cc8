"""What annotations use of a tagset: labels, roles, attributes; and a tagset that has all of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from annotator.model.annotation import Annotation, Kind
from annotator.model.palette import keeping_colors
from annotator.model.tagset import (
    LABEL_TYPES,
    Attribute,
    EventType,
    Label,
    Role,
    Tagset,
)

LabelKey = tuple[Kind, str]


@dataclass(slots=True)
class Uses:
    """How often labels are used, roles by label of their event, and attributes by label."""

    labels: Counter[LabelKey] = field(default_factory=Counter[LabelKey])
    roles: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    attributes: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])

    def take(self, annotation: Annotation) -> None:
        """Count what `annotation` uses."""
        label = annotation.label
        self.labels[annotation.kind, label] += 1
        if annotation.kind is Kind.EVENT:
            self.roles.update((label, link.role) for link in annotation.links)
        self.attributes.update((label, name) for name in annotation.attributes)

    def unknown_to(self, tagset: Tagset) -> list[LabelKey]:
        """Return the labels that `tagset` does not declare, the most used of each kind first."""
        order = list(Kind)
        found = [key for key, _ in self.labels.most_common() if tagset.find(*key) is None]
        return sorted(found, key=lambda key: order.index(key[0]))

    def declared(self, tagset: Tagset, labels: Iterable[LabelKey]) -> Tagset:
        """Return `tagset` with `labels` declared as they are used: roles and attributes with them.

        Roles take any filler, attributes any text; clusters need no declaration.
        """
        added = [key for key in labels if key[0] in LABEL_TYPES and tagset.find(*key) is None]
        before = tagset
        for kind, label in added:
            tagset = tagset.with_labels(kind, (*tagset.labels(kind), self._declared(kind, label)))
        tagset = keeping_colors(before, tagset)
        for name in dict.fromkeys(name for _, name in self.attributes):
            on = [label for _, label in added if (label, name) in self.attributes]
            if on:
                tagset = _with_attribute(tagset, name, on)
        return tagset

    def _declared(self, kind: Kind, label: str) -> Label:
        if kind is Kind.EVENT:
            roles = tuple(Role(role) for event, role in self.roles if event == label)
            return EventType(label, roles=roles)
        return LABEL_TYPES[kind](label)


def _with_attribute(tagset: Tagset, name: str, on: Iterable[str]) -> Tagset:
    present = next((each for each in tagset.attributes if each.name == name), None)
    if present is None:
        return replace(tagset, attributes=(*tagset.attributes, Attribute(name, tuple(on))))
    if not present.on:
        return tagset
    wider = replace(present, on=tuple(dict.fromkeys((*present.on, *on))))
    changed = (wider if each is present else each for each in tagset.attributes)
    return replace(tagset, attributes=tuple(changed))
