"""The labels that may be used, with all that is said about each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from annotator.model.annotation import AttributeValue, Kind, typed

COREFERENCE = "Coreference"
"""The label of clusters: a tagset need not declare it."""


@dataclass(frozen=True, slots=True)
class Label:
    """What every label has, of whatever kind.

    `names` are shown names by language (`en`, `vi`); `shortcut` is one key as Qt writes it, without
    modifiers but Shift (`2`, `M`, `Shift+M`); `color` is `#rrggbb`, or empty: given from the
    palette; `guideline` is Markdown; `parent` names the label above in a hierarchy, or is empty.
    """

    label: str
    names: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    shortcut: str = ""
    color: str = ""
    guideline: str = ""
    parent: str = ""

    def name(self, language: str) -> str:
        """Return the name to show in `language` (`en`, `vi`), or the label itself."""
        return self.names.get(language) or self.label


@dataclass(frozen=True, slots=True)
class EntityType(Label):
    """A label of entities."""


@dataclass(frozen=True, slots=True)
class Role:
    """A named slot of an event type.

    `fillers` are labels of entities or events (a parent stands for its children); none: anything.
    `min` and `max` bound how many arguments it takes; `max` None: any number.
    """

    name: str
    fillers: tuple[str, ...] = ()
    min: int = 0
    max: int | None = None
    names: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)

    def shown(self, language: str) -> str:
        """Return the name to show in `language`, or the role's name."""
        return self.names.get(language) or self.name


@dataclass(frozen=True, slots=True)
class EventType(Label):
    """A label of events, with its roles in the order a frame shows them."""

    roles: tuple[Role, ...] = ()

    def role(self, name: str) -> Role | None:
        """Return the role called `name`, or None."""
        return next((role for role in self.roles if role.name == name), None)


@dataclass(frozen=True, slots=True)
class RelationType(Label):
    """A label of relations, and the labels its two ends may have; none: anything."""

    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class DocumentType(Label):
    """A label on whole articles."""


LABEL_TYPES = {
    Kind.ENTITY: EntityType,
    Kind.EVENT: EventType,
    Kind.RELATION: RelationType,
    Kind.DOCUMENT: DocumentType,
}
"""What a label of each kind is declared by; clusters need no declaration."""


@dataclass(frozen=True, slots=True)
class Attribute:  # noqa: PLW1641  # the dataclass makes its hash
    """A property of annotations: `on` names the labels it belongs to (none: every label).

    `values` None: free text; `(True, False)`: a flag; else one of the values.
    """

    name: str
    on: tuple[str, ...] = ()
    values: tuple[AttributeValue, ...] | None = None
    default: AttributeValue | None = None
    names: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)

    def __eq__(self, other: object) -> bool:
        """Return whether nothing differs, not even the types of values."""
        if not isinstance(other, Attribute):
            return NotImplemented
        return (
            self.name == other.name
            and self.on == other.on
            and self.names == other.names
            and (self.values is None) == (other.values is None)
            and list(map(typed, self.values or ())) == list(map(typed, other.values or ()))
            and typed(self.default) == typed(other.default)
        )

    @property
    def is_flag(self) -> bool:
        """Whether the values are true and false."""
        return self.values is not None and all(isinstance(value, bool) for value in self.values)


@dataclass(frozen=True, slots=True)
class Tagset:
    """All labels of a project, in the order they are shown."""

    name: str = ""
    language: str = ""
    entities: tuple[EntityType, ...] = ()
    events: tuple[EventType, ...] = ()
    relations: tuple[RelationType, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    documents: tuple[DocumentType, ...] = ()

    def __hash__(self) -> int:
        """Return a hash at no cost: as the key of a cache a tagset is nearly always the same."""
        return hash((self.name, len(self.entities), len(self.events), len(self.relations)))

    def labels(self, kind: Kind) -> tuple[Label, ...]:
        """Return the labels of `kind` in the tagset's order."""
        match kind:
            case Kind.ENTITY:
                return self.entities
            case Kind.EVENT:
                return self.events
            case Kind.RELATION:
                return self.relations
            case Kind.DOCUMENT:
                return self.documents
            case Kind.CLUSTER:
                return (Label(COREFERENCE, {"en": "Coreference", "vi": "Đồng quy chiếu"}),)

    def find(self, kind: Kind, label: str) -> Label | None:
        """Return the declaration of `label` among those of `kind`, or None."""
        return next((each for each in self.labels(kind) if each.label == label), None)

    def event(self, label: str) -> EventType | None:
        """Return the event type called `label`, or None."""
        return next((each for each in self.events if each.label == label), None)

    def relation(self, label: str) -> RelationType | None:
        """Return the relation type called `label`, or None."""
        return next((each for each in self.relations if each.label == label), None)

    def attributes_of(self, label: str) -> tuple[Attribute, ...]:
        """Return the attributes that annotations with `label` may carry."""
        return tuple(each for each in self.attributes if not each.on or label in each.on)

    def with_ancestors(self, label: str) -> frozenset[str]:
        """Return `label` and every label above it; a circle in the hierarchy ends the walk."""
        parents = {each.label: each.parent for each in (*self.entities, *self.events)}
        seen: set[str] = set()
        while label and label not in seen:
            seen.add(label)
            label = parents.get(label, "")
        return frozenset(seen)

    def may_fill(self, label: str, fillers: tuple[str, ...]) -> bool:
        """Return whether an annotation with `label` may stand where `fillers` are asked for."""
        return not fillers or not self.with_ancestors(label).isdisjoint(fillers)

    def with_label(self, kind: Kind, old: str, new: Label | None) -> "Tagset":
        """Return the tagset with the declaration of `old` replaced by `new` (None: without it)."""
        return self.with_labels(
            kind,
            (
                replacement
                for each in self.labels(kind)
                if (replacement := new if each.label == old else each) is not None
            ),
        )

    def with_labels(self, kind: Kind, labels: Iterable[Label]) -> "Tagset":
        """Return the tagset with `labels` as those of `kind`."""
        return replace(self, **{_FIELDS[kind]: tuple(labels)})


_FIELDS = {
    Kind.ENTITY: "entities",
    Kind.EVENT: "events",
    Kind.RELATION: "relations",
    Kind.DOCUMENT: "documents",
}
