"""Which suggesters may propose what, as a project keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from annotator.model.annotation import Kind
from annotator.model.article import Json
from annotator.model.message import AnnotatorError

_T = TypeVar("_T")

DICTIONARY, PATTERNS, LEARNED = "dictionary", "patterns", "learned"
REVIEWERS = "reviewers"
"""The name of what reviewers made, where one curates: nobody switches it."""
ORDER = (DICTIONARY, PATTERNS, LEARNED)
"""The order of precedence where a project states none; those it does not name come after these."""


class SettingsError(AnnotatorError):
    """Stored settings that this program can't read."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project says of its suggesters.

    `off` names suggesters that are switched off, and `labels_off` labels, by suggester, that it may
    not propose: `("learned", Kind.ENTITY, "PER")`. `order` is who goes first where two propose the
    same. `least` is the least confidence that is shown; None: what `costs.py` finds to pay.
    `outside` are addresses and commands, by name: all of them off until switched on.
    """

    off: frozenset[str] = frozenset()
    labels_off: frozenset[tuple[str, Kind, str]] = frozenset()
    order: tuple[str, ...] = ORDER
    least: float | None = None
    patterns: str = ""
    outside: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)
    outside_on: frozenset[str] = frozenset()

    def is_on(self, name: str) -> bool:
        """Return whether the suggester `name` may propose anything."""
        return name in self.outside_on if name in self.outside else name not in self.off

    def allows(self, name: str, kind: Kind, label: str) -> bool:
        """Return whether the suggester `name` may propose `label`."""
        return self.is_on(name) and (name, kind, label) not in self.labels_off

    def precedence(self, name: str) -> int:
        """Return the place of `name` in the order: the lower goes first."""
        return self.order.index(name) if name in self.order else len(self.order)

    def switched(self, name: str, on: bool) -> "Settings":
        """Return the settings with the suggester `name` switched."""
        if name in self.outside:
            return replace(self, outside_on=_with(self.outside_on, name, on))
        return replace(self, off=_with(self.off, name, not on))

    def switched_label(self, name: str, kind: Kind, label: str, on: bool) -> "Settings":
        """Return the settings with one label of the suggester `name` switched."""
        return replace(self, labels_off=_with(self.labels_off, (name, kind, label), not on))

    def without(self, name: str) -> "Settings":
        """Return the settings without the outside program `name`."""
        outside = {each: address for each, address in self.outside.items() if each != name}
        return replace(self.switched(name, on=False), outside=outside)


def settings_to_json(settings: Settings) -> dict[str, Json]:
    """Return `settings` as a JSON object."""
    return {
        "off": [*sorted(settings.off)],
        "labels_off": [
            [name, kind.value, label] for name, kind, label in sorted(settings.labels_off)
        ],
        "order": [*settings.order],
        "least": settings.least,
        "patterns": settings.patterns,
        "outside": dict(settings.outside),
        "outside_on": [*sorted(settings.outside_on)],
    }


def settings_from_json(data: Mapping[str, Any]) -> Settings:
    """Return the settings that `settings_to_json` wrote; raises SettingsError."""
    try:
        least = data.get("least")
        return Settings(
            off=frozenset(map(str, data.get("off", ()))),
            labels_off=frozenset(
                (str(name), Kind(kind), str(label))
                for name, kind, label in data.get("labels_off", ())
            ),
            order=tuple(map(str, data.get("order", ORDER))),
            least=None if least is None else float(least),
            patterns=str(data.get("patterns", "")),
            outside={
                str(k): str(v) for k, v in cast(dict[str, str], data.get("outside", {})).items()
            },
            outside_on=frozenset(map(str, data.get("outside_on", ()))),
        )
    except (AttributeError, TypeError, ValueError) as error:
        raise SettingsError("The settings of suggesters can't be read: {0}.", error) from error


def _with(items: frozenset[_T], item: _T, wanted: bool) -> frozenset[_T]:
    return items | {item} if wanted else items - {item}
