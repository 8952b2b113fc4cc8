"""A tagset as a labelling interface of Label Studio, with all that results of a file name.

Follows labelstud.io/tags. Label Studio refuses results whose control or label it has not, so what
results name beyond the tagset is declared as well.
"""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from annotator.formats.label_studio.config import SEPARATOR
from annotator.formats.label_studio.controls import (
    CLUSTER,
    DOCUMENT,
    ENTITY,
    EVENT,
    REVIEWER,
    STATUS,
    TEXT,
    TRUTHS,
    Used,
    attribute_of,
)
from annotator.model.annotation import Kind
from annotator.model.article import Status
from annotator.model.tagset import (
    Attribute,
    DocumentType,
    EntityType,
    EventType,
    Label,
    RelationType,
    Tagset,
)

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def config_of(tagset: Tagset, used: Used) -> str:
    """Return the labelling interface for `tagset` and what is `used`, as an XML file."""
    relations = [*_relations(tagset, used)]
    entities = _labels(tagset, Kind.ENTITY, used.entities, EntityType)
    events = _labels(tagset, Kind.EVENT, used.events, EventType)
    lines = [
        "<View>",
        *(_block("Relations", {}, relations) if relations else ()),
        *_control("Labels", ENTITY, {}, _label_lines("Label", entities)),
        *_control("Labels", EVENT, {}, _label_lines("Label", events)),
        f"  {_tag('Text', {'name': TEXT, 'value': f'${TEXT}'})}",
        *(line for name in used.controls for line in _attribute(name, used)),
        *(_per_region("TextArea", CLUSTER) if used.clusters else ()),
        *_documents(tagset, used),
        *_control("TextArea", REVIEWER, {"maxSubmissions": "1", "editable": "true"}),
        *_control("Choices", STATUS, {}, _choices(each.value for each in Status)),
        "</View>",
    ]
    return "\n".join(lines) + "\n"


def _labels(tagset: Tagset, kind: Kind, used: Iterable[str], type: type[Label]) -> dict[str, Label]:
    """Return the labels of the tagset, and behind them those that are only used."""
    declared = {each.label: each for each in tagset.labels(kind)}
    return declared | {label: type(label) for label in used if label not in declared}


def _relations(tagset: Tagset, used: Used) -> Iterator[str]:
    """Yield a tag for each relation and role; `roleOf` says which events have the role."""
    events: dict[str, dict[str, None]] = {}
    for event in tagset.events:
        for role in event.roles:
            events.setdefault(role.name, {})[event.label] = None
    for role, labels in used.roles.items():
        events.setdefault(role, {}).update(labels)
    relations = _labels(tagset, Kind.RELATION, used.relations, RelationType)
    for label in dict.fromkeys((*relations, *events)):
        itself = ("",) if label in relations and label in events else ()
        roles = SEPARATOR.join((*itself, *events.get(label, ())))
        yield _label("Relation", relations.get(label, RelationType(label)), roleOf=roles)


def _label_lines(name: str, labels: dict[str, Label]) -> list[str]:
    return [_label(name, each) for each in labels.values()]


def _label(name: str, label: Label, **more: str) -> str:
    attributes = {
        "value": label.label,
        "background": label.color,
        "hotkey": label.shortcut.lower(),
        "hint": label.guideline,
    }
    return _tag(name, attributes | more)


def _attribute(control: str, used: Used) -> list[str]:
    """Return the control of an attribute, shown for the labels that have it."""
    type = used.controls[control]
    declared = used.declared.get(attribute_of(control, type), Attribute(control))
    on = {"whenLabelValue": ",".join(declared.on)}
    if type == "number":
        return _per_region("Number", control, on)
    if type == "textarea":
        return _per_region("TextArea", control, {**on, "editable": "true"})
    default = declared.default
    selected = TRUTHS[default] if isinstance(default, bool) else default
    return _per_region("Choices", control, on, _choices(used.choices[control], selected))


def _documents(tagset: Tagset, used: Used) -> Iterator[str]:
    """Yield controls with the labels on the whole article."""
    for name in dict.fromkeys((DOCUMENT, *used.documents)):
        declared = tagset if name == DOCUMENT else Tagset()
        labels = _labels(declared, Kind.DOCUMENT, used.documents.get(name, ()), DocumentType)
        yield from _control("Choices", name, {"choice": "multiple"}, _label_lines("Choice", labels))


def _choices(values: Iterable[str], selected: object = None) -> list[str]:
    return [
        _tag("Choice", {"value": value, "selected": "true" if value == selected else ""})
        for value in values
    ]


def _per_region(
    tag: str, name: str, attributes: dict[str, str] | None = None, inside: list[str] | None = None
) -> list[str]:
    return _control(tag, name, {"perRegion": "true", **(attributes or {})}, inside)


def _control(
    tag: str, name: str, attributes: dict[str, str], inside: list[str] | None = None
) -> list[str]:
    """Return the lines of a control; none where it should have choices and has none."""
    if inside == []:
        return []
    return _block(tag, {"name": name, "toName": TEXT, **attributes}, inside or [])


def _block(tag: str, attributes: dict[str, str], inside: list[str]) -> list[str]:
    if not inside:
        return [f"  {_tag(tag, attributes)}"]
    return [
        f"  {_tag(tag, attributes, end='>')}",
        *(f"    {line}" for line in inside),
        f"  </{tag}>",
    ]


def _tag(name: str, attributes: dict[str, str], end: str = "/>") -> str:
    """Return a tag with the attributes that are not empty."""
    said = (f' {key}="{_quoted(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{''.join(said)}{end}"


def _quoted(value: str) -> str:
    """Return `value` for a tag; characters that XML has no way to write become U+FFFD."""
    return escape(_NOT_IN_XML.sub("\ufffd", value), _ESCAPES)
