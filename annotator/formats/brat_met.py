"""The labels, roles and attributes that lines were written with: what brat must be told of."""

from collections.abc import Iterable

from annotator.formats.brat_draft import ENDS, EQUIVALENT, OTHER_NOTE, REFERENCE
from annotator.formats.brat_roles import SUFFIX, bare
from annotator.model.annotation import AttributeValue
from annotator.model.tagset import Attribute, EntityType, EventType, RelationType, Role, Tagset

_EITHER = (True, False)


class Met:
    """Collects the names in the lines of all articles, each once, in order."""

    def __init__(self) -> None:
        self._entities: dict[str, None] = {}
        self._events: dict[str, dict[str, None]] = {}
        self._relations: dict[str, tuple[str, ...]] = {}
        self._clusters: dict[str, None] = {}
        self._owners: dict[str, dict[str, None]] = {}
        self._values: dict[str, dict[AttributeValue, None]] = {}

    def entity(self, label: str) -> None:
        """Take note of an entity."""
        self._entities[label] = None

    def event(self, label: str, roles: Iterable[str]) -> None:
        """Take note of an event with arguments called `roles`, without numbers."""
        self._events.setdefault(label, {}).update(dict.fromkeys(roles))

    def relation(self, label: str, ends: Iterable[str]) -> None:
        """Take note of a relation whose ends are called so."""
        self._relations.setdefault(label, tuple(ends))

    def cluster(self, label: str) -> None:
        """Take note of annotations that are said to be the same."""
        self._clusters[label] = None

    def attribute(self, label: str, name: str, value: AttributeValue) -> None:
        """Take note of an attribute that an annotation with `label` has."""
        if not name.startswith(OTHER_NOTE):
            self._owners.setdefault(name, {})[label] = None
            self._values.setdefault(name, {})[value] = None

    @property
    def clusters(self) -> tuple[str, ...]:
        """The labels of clusters but for brat's own."""
        return tuple(label for label in self._clusters if label != EQUIVALENT)

    def values(self, attribute: str) -> tuple[AttributeValue, ...]:
        """Return the values of an attribute."""
        return tuple(self._values.get(attribute, ()))

    def ends(self, relation: str) -> tuple[str, str]:
        """Return what the two ends of a relation are called."""
        first, second = ENDS
        met = self._relations.get(relation, ())
        return (met[0], met[1]) if len(met) == 2 and met[0] != met[1] else (first, second)

    def roles(self, event: str, role: str) -> list[str]:
        """Return the names with which arguments of the role `role` were written; at least one."""
        met = self._events.get(event, {})
        named = [name for name in met if role in (name, bare(name))]
        return named or [role + self._suffix()]

    def tagset(self) -> Tagset:
        """Return a tagset that declares all that was met, and asks for nothing."""
        return Tagset(
            entities=tuple(EntityType(each) for each in self._entities if each not in self._events),
            events=tuple(
                EventType(label, roles=tuple(Role(name) for name in roles))
                for label, roles in self._events.items()
            ),
            relations=tuple(RelationType(label) for label in self._relations),
            attributes=tuple(
                Attribute(name, tuple(labels), self._values_of(name))
                for name, labels in self._owners.items()
            ),
        )

    def _values_of(self, name: str) -> tuple[AttributeValue, ...] | None:
        if name.startswith(REFERENCE):
            return None
        return tuple(value for value in self._values[name] if value is not True) or _EITHER

    def _suffix(self) -> str:
        met = [name for roles in self._events.values() for name in roles]
        return SUFFIX if met and all(name.endswith(SUFFIX) for name in met) else ""
