"""Events by type, with the roles that are filled and those that are empty."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from annotator.measure.figures import EventFigures, RoleFigures
from annotator.model.annotation import Annotation, Kind
from annotator.model.tagset import EventType, Tagset


class Roles:
    """Counts events, and the arguments that fill their roles."""

    def __init__(self) -> None:
        self._events: Counter[str] = Counter()
        self._without_trigger: Counter[str] = Counter()
        self._filled: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._arguments: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, annotations: Iterable[Annotation]) -> None:
        """Count the events of a layer."""
        for each in annotations:
            if each.kind is Kind.EVENT:
                self._events[each.label] += 1
                self._without_trigger[each.label] += not each.fragments
                roles = [link.role for link in each.links]
                self._arguments[each.label].update(roles)
                self._filled[each.label].update(set(roles))

    def figures(self, tagset: Tagset) -> tuple[EventFigures, ...]:
        """Return the types in use, the most frequent first.

        Roles stand in the tagset's order; those it does not give the type follow by name.
        """
        most = sorted(self._events.items(), key=lambda each: (-each[1], each[0]))
        return tuple(
            EventFigures(label, count, self._without_trigger[label], self._roles(label, tagset))
            for label, count in most
        )

    def _roles(self, label: str, tagset: Tagset) -> tuple[RoleFigures, ...]:
        type = tagset.event(label) or EventType(label)
        filled = self._filled[label]
        required = {role.name: role.min > 0 for role in type.roles}
        names = dict.fromkeys((*required, *sorted(filled)))
        return tuple(
            RoleFigures(
                role=name,
                declared=name in required,
                required=required.get(name, False),
                filled=filled[name],
                empty=self._events[label] - filled[name],
                arguments=self._arguments[label][name],
            )
            for name in names
        )
