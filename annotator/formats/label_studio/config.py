"""Label Studio's labelling interface, an XML file, as a tagset.

Follows labelstud.io/tags: `Labels` with their `Label`s, `Relations`, and `Choices`, `TextArea` and
`Number` on the whole text or `perRegion`. Attributes that Label Studio does not know are passed by
there: `roleOf` tells the roles of an event from relations.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from annotator.formats.css_colors import hex_color
from annotator.formats.label_studio.controls import (
    CLUSTER,
    CONTROL,
    DOCUMENT,
    STATUS,
    TRUTHS,
    attribute_of,
    marks_events,
)
from annotator.model.annotation import AttributeValue
from annotator.model.tagset import (
    Attribute,
    DocumentType,
    EntityType,
    EventType,
    Label,
    RelationType,
    Role,
    Tagset,
)
from annotator.model.tagset_rules import LABEL_KINDS, faults, shortcut_fault
from annotator.model.tagset_toml import TagsetError

CONFIG_NAMES = ("config.xml", "label_config.xml", "labeling_config.xml")
"""What the file of a labelling interface is called."""

LARGEST = 16 << 20
"""Bytes that it may have."""

SEPARATOR = "|"
"""What stands between the labels in `roleOf`."""

_LABELS = ("Labels", "HyperTextLabels", "ParagraphLabels")
_OF_REGIONS = ("Choices", "TextArea", "Number", "Rating")
_FLAGS: dict[str, AttributeValue] = {text: value for value, text in TRUTHS.items()}


def read_config(path: Path) -> Tagset:
    """Return the labels of a labelling interface; raises TagsetError and OSError.

    Labels of a control called `event` are events, all others entities. A label that stands twice is
    taken once, and a key that can't be one is left out.
    """
    where = str(path)
    reading = _Reading()
    for element in _parsed(path, where).iter():
        reading.take(element)
    tagset = _with_free_keys(reading.tagset())
    if not any(tagset.labels(kind) for kind in LABEL_KINDS):
        raise TagsetError("This labelling interface has no labels.", where=where)
    for fault in faults(tagset):
        message = fault.message
        raise TagsetError(message.template, *message.values, where=f"{where}, {fault.name}")
    return tagset


def _parsed(path: Path, where: str) -> Element:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if path.stat().st_size > LARGEST:
        raise TagsetError("The file has more than {0} MB.", LARGEST >> 20, where=where)
    try:
        return fromstring(path.read_bytes(), forbid_dtd=True)
    except ParseError as error:
        line = error.position[0]
        raise TagsetError("This is not XML: {0}.", error.msg, where=f"{where}:{line}") from error
    except DefusedXmlException as error:
        raise TagsetError("The file declares entities, which none may.", where=where) from error
    except (ValueError, LookupError) as error:  # an encoding that is none
        raise TagsetError("This is not XML: {0}.", error, where=where) from error


class _Reading:
    """The labels of each kind, by name, as they come."""

    def __init__(self) -> None:
        self._entities: dict[str, EntityType] = {}
        self._events: dict[str, EventType] = {}
        self._relations: dict[str, RelationType] = {}
        self._documents: dict[str, DocumentType] = {}
        self._attributes: dict[str, Attribute] = {}
        self._roles: dict[tuple[str, str], None] = {}
        """Events and their roles."""
        self._controls: dict[str, None] = {}
        """Those whose choices are labels on the whole article."""

    def take(self, element: Element) -> None:
        """Take an element of the interface, if it declares labels or an attribute."""
        name, on_region = element.get("name", ""), element.get("perRegion") == "true"
        if element.tag in _LABELS:
            self._take_labels(element, are_events=marks_events(name))
        elif element.tag == "Relations":
            self._take_relations(element)
        elif element.tag in _OF_REGIONS and on_region and name != CLUSTER:
            self._take_attribute(element, attribute_of(name, element.tag.lower()))
        elif element.tag == "Choices" and not on_region and name != STATUS:
            self._controls[name] = None
            for label in _labels(element.iter("Choice")):
                self._documents.setdefault(label.label, DocumentType(**_fields(label)))

    def tagset(self) -> Tagset:
        """Return all that was taken; an attribute is on those labels alone that there are."""
        if others := tuple(name for name in self._controls if name != DOCUMENT):
            on = tuple(self._documents)
            self._attributes.setdefault(CONTROL, Attribute(CONTROL, on, others))
        for event, role in self._roles:
            if event in self._events:
                declared = self._events[event]
                self._events[event] = replace(declared, roles=(*declared.roles, Role(role)))
        known = {*self._entities, *self._events, *self._relations, *self._documents}
        return Tagset(
            entities=tuple(self._entities.values()),
            events=tuple(self._events.values()),
            relations=tuple(self._relations.values()),
            attributes=tuple(
                replace(each, on=tuple(label for label in each.on if label in known))
                for each in self._attributes.values()
            ),
            documents=tuple(self._documents.values()),
        )

    def _take_labels(self, element: Element, *, are_events: bool) -> None:
        for label in _labels(element.iter("Label")):
            if label.label in self._entities or label.label in self._events:
                continue
            if are_events:
                self._events[label.label] = EventType(**_fields(label))
            else:
                self._entities[label.label] = EntityType(**_fields(label))

    def _take_relations(self, element: Element) -> None:
        for child in element.iter("Relation"):
            events = child.get("roleOf", "").split(SEPARATOR)
            for label in _labels([child]):
                if "" in events:
                    self._relations.setdefault(label.label, RelationType(**_fields(label)))
                self._roles |= {(event, label.label): None for event in events if event}

    def _take_attribute(self, element: Element, name: str) -> None:
        choices = {_label(each): each for each in element.iter("Choice") if _label(each)}
        values: tuple[AttributeValue, ...] = tuple(choices)
        chosen = [label for label, each in choices.items() if each.get("selected") == "true"]
        default: AttributeValue | None = chosen[0] if chosen else None
        if set(choices) == set(_FLAGS):
            values = tuple(_FLAGS[label] for label in choices)
            default = _FLAGS[chosen[0]] if chosen else None
        on = tuple(label for label in element.get("whenLabelValue", "").split(",") if label)
        self._attributes.setdefault(name, Attribute(name, on, values or None, default))


def _fields(label: Label) -> dict[str, Any]:
    return {each.name: getattr(label, each.name) for each in fields(label)}


def _labels(elements: Iterable[Element]) -> Iterator[Label]:
    for element in elements:
        if label := _label(element):
            value = element.get("value", "")
            yield Label(
                label=label,
                names={"en": value} if value and value != label else {},
                shortcut=_shortcut(element.get("hotkey", "")),
                color=hex_color(element.get("background", "")),
                guideline=element.get("hint", ""),
            )


def _label(element: Element) -> str:
    """Return what results say for it: its alias, else its value."""
    return (element.get("alias") or element.get("value") or "").strip()


def _shortcut(hotkey: str) -> str:
    """Return a key as a tagset has it (`M`, `Shift+M`); empty where it can't be one."""
    *before, key = hotkey.strip().split("+")
    if len(key) != 1 or [each.lower() for each in before] not in ([], ["shift"]):
        return ""
    return ("Shift+" if before else "") + key.upper()


def _with_free_keys(tagset: Tagset) -> Tagset:
    """Return the tagset without the shortcuts that a label can't have, or another one has."""
    owners: dict[str, str] = {}
    for kind in LABEL_KINDS:
        labels: list[Label] = []
        for label in tagset.labels(kind):
            if label.shortcut and shortcut_fault(label.shortcut, owners):
                label = replace(label, shortcut="")
            elif label.shortcut:
                owners[label.shortcut] = label.label
            labels.append(label)
        tagset = tagset.with_labels(kind, labels)
    return tagset
