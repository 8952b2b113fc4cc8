"""The labels, roles and attributes that lines were written with: what brat must be told of."""

from collections.abc import Iterable
from dataclasses import replace

from annotator.formats.brat.draft import ENDS, EQUIVALENT, OTHER_NOTE, REFERENCE
from annotator.formats.brat.roles import SUFFIX, bare
from annotator.formats.brat.values import name_in_lines
from annotator.model.annotation import AttributeValue
from annotator.model.tagset import Attribute, EntityType, EventType, RelationType, Role, Tagset

_EITHER = (True, False)
_NOTHING = Tagset()


class Met:
    """Collects the names in the lines of all articles, and gives them sorted.

    `tagset` is what the configuration beside the lines declares in any case.
    """

    def __init__(self, tagset: Tagset = _NOTHING) -> None:
        self._tagset = tagset
        self._entities: set[str] = set()
        self._events: dict[str, set[str]] = {}
        self._relations: dict[str, set[tuple[str, ...]]] = {}
        self._clusters: set[str] = set()
        self._owners: dict[str, set[str]] = {}
        self._values: dict[str, set[str]] = {}

    def entity(self, label: str) -> None:
        """Take note of an entity."""
        self._entities.add(label)

    def event(self, label: str, roles: Iterable[str]) -> None:
        """Take note of an event with arguments called `roles`, without numbers."""
        self._events.setdefault(label, set()).update(roles)

    def relation(self, label: str, ends: Iterable[str]) -> None:
        """Take note of a relation whose ends are called so."""
        self._relations.setdefault(label, set()).add(tuple(ends))

    def cluster(self, label: str) -> None:
        """Take note of annotations that are said to be the same."""
        self._clusters.add(label)

    def attribute(self, label: str, name: str, value: str) -> None:
        """Take note of an attribute that an annotation with `label` has; a flag has no value."""
        if not name.startswith(OTHER_NOTE):
            self._owners.setdefault(name, set()).add(label)
            self._values.setdefault(name, set()).update([value] * bool(value))

    @property
    def clusters(self) -> tuple[str, ...]:
        """The labels of clusters but for brat's own."""
        return tuple(sorted(self._clusters - {EQUIVALENT}))

    def values(self, attribute: str) -> tuple[str, ...]:
        """Return the values of an attribute."""
        return tuple(sorted(self._values.get(attribute, ())))

    def ends(self, relation: str) -> tuple[str, str]:
        """Return what the two ends of a relation are called."""
        first, second = ENDS
        for names in sorted(self._relations.get(relation, ())):
            if len(set(names)) == len(names) == 2:
                first, second = names
        return first, second

    def roles(self, event: str, role: str) -> list[str]:
        """Return the names with which arguments of the role `role` were written; at least one."""
        met = self._events.get(event, ())
        named = sorted(name for name in met if role in (name, bare(name)))
        return named or [role + self._suffix()]

    def declared(self, event: str) -> frozenset[str]:
        """Return the names of the roles of an event that its declaration has."""
        for each in self._tagset.events:
            if name_in_lines(each.label) == event:
                roles = (self.roles(event, name_in_lines(role.name)) for role in each.roles)
                return frozenset(name for names in roles for name in names)
        return frozenset(self._events.get(event, ()))

    def tagset(self) -> Tagset:
        """Return the tagset, and with it all labels and attributes that it lacks.

        Of these it asks for nothing.
        """
        known = self._tagset
        spans = {name_in_lines(each.label) for each in (*known.entities, *known.events)}
        relations = {name_in_lines(each.label) for each in known.relations}
        attributes = {name_in_lines(each.name) for each in known.attributes}
        entities = sorted(self._entities - spans - self._events.keys())
        return replace(
            known,
            entities=(*known.entities, *map(EntityType, entities)),
            events=(
                *known.events,
                *(
                    EventType(label, roles=tuple(map(Role, sorted(self._events[label]))))
                    for label in sorted(self._events.keys() - spans)
                ),
            ),
            relations=(
                *known.relations,
                *map(RelationType, sorted(self._relations.keys() - relations)),
            ),
            attributes=(
                *known.attributes,
                *(
                    Attribute(name, tuple(sorted(self._owners[name])), self._values_of(name))
                    for name in sorted(self._owners.keys() - attributes)
                ),
            ),
        )

    def _values_of(self, name: str) -> tuple[AttributeValue, ...] | None:
        return None if name.startswith(REFERENCE) else self.values(name) or _EITHER

    def _suffix(self) -> str:
        met = [name for roles in self._events.values() for name in roles]
        return SUFFIX if met and all(name.endswith(SUFFIX) for name in met) else ""
