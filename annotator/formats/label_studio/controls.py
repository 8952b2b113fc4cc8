"""What the controls of a labelling interface of Label Studio are called, and stand for.

A result names its control (`from_name`) and, where it belongs to a region of the text, that
region's id. The names below are those that Annotator writes; on reading, a project may have called
its own otherwise, but for events, clusters, reviewer and status.
"""

from dataclasses import dataclass, field

from annotator.model.annotation import AttributeValue
from annotator.model.tagset import Attribute, Tagset

TEXT = "text"
"""The object of all results, and the key of the text in a task's data."""

ENTITY, EVENT = "label", "event"
DOCUMENT = "document"
CLUSTER = "cluster"
REVIEWER, STATUS = "reviewer", "status"
TRUTHS = {True: "true", False: "false"}
"""How a flag is chosen."""

CONTROL = "control"
"""The attribute that keeps what control a label on the whole article was chosen in."""

BOTH_WAYS = ("direction", "bi")
"""The attribute of a relation that leads both ways."""

_EVENTS = {"event", "events", "trigger", "triggers"}
_RESERVED = {TEXT, ENTITY, EVENT, DOCUMENT, CLUSTER, REVIEWER, STATUS, "relation"}
_TYPES = ("textarea", "choices", "number")


def marks_events(control: str) -> bool:
    """Return whether the labels of `control` are those of events."""
    return control.lower() in _EVENTS


def attribute_of(control: str, type: str) -> str:
    """Return which attribute a result of `type` on a region gives a value."""
    return control.removeprefix(f"{type}:") or type


@dataclass(slots=True)
class Used:
    """The controls and labels that results name, so that an interface can have them all.

    `roles` are labels of events by role, `documents` labels by control, `choices` values by the
    control of an attribute; `controls` are the types of these. `declared` are attributes of a
    tagset.
    """

    entities: dict[str, None] = field(default_factory=dict[str, None])
    events: dict[str, None] = field(default_factory=dict[str, None])
    relations: dict[str, None] = field(default_factory=dict[str, None])
    roles: dict[str, dict[str, None]] = field(default_factory=dict[str, dict[str, None]])
    documents: dict[str, dict[str, None]] = field(default_factory=dict[str, dict[str, None]])
    controls: dict[str, str] = field(default_factory=dict[str, str])
    choices: dict[str, dict[str, None]] = field(default_factory=dict[str, dict[str, None]])
    clusters: bool = False
    declared: dict[str, Attribute] = field(default_factory=dict[str, Attribute])
    _types: dict[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def with_attributes_of(cls, tagset: Tagset) -> "Used":
        """Return it with the attributes of regions in `tagset`, each with a control of its own."""
        documents = {each.label for each in tagset.documents}
        shown = [each for each in tagset.attributes if not each.on or set(each.on) - documents]
        used = cls(declared={each.name: each for each in shown})
        for attribute in shown:
            type = _type_of(attribute)
            control = used.control(attribute.name, type)
            if type == "choices":
                used.choices[control] = dict.fromkeys(map(_choice, attribute.values or ()))
        return used

    def may_hold_labels(self, control: str) -> bool:
        """Return whether labels on the article may be chosen in `control`: no other result is."""
        return control not in _RESERVED and control not in self.controls

    def control(self, attribute: str, type: str) -> str:
        """Return the control that gives `attribute` a value of `type`: one has only one type."""
        taken = _RESERVED | self.documents.keys()
        plain = attribute not in taken and not attribute.startswith(_PREFIXES)
        first = self._types.setdefault(attribute, type)
        control = attribute if plain and first == type else f"{type}:{attribute}"
        self.controls.setdefault(control, type)
        return control

    def chosen(self, control: str, value: str) -> None:
        """Note that `value` was chosen in the control of an attribute."""
        self.choices.setdefault(control, {})[value] = None

    def type_for(self, attribute: str, value: AttributeValue) -> str:
        """Return the type of the result that gives `attribute` this value."""
        if isinstance(value, bool):
            return "choices"
        if not isinstance(value, str):
            return "number"
        declared = self.declared.get(attribute)
        listed = declared is not None and declared.values is not None and value in declared.values
        return "choices" if listed and value not in TRUTHS.values() else "textarea"


_PREFIXES = tuple(f"{type}:" for type in _TYPES)


def _type_of(attribute: Attribute) -> str:
    if attribute.values is None:
        return "textarea"
    numbers = all(isinstance(value, int | float) for value in attribute.values)
    return "number" if numbers and not attribute.is_flag else "choices"


def _choice(value: AttributeValue) -> str:
    return TRUTHS[value] if isinstance(value, bool) else str(value)
