"""Names of roles as brat files have them: `Place-Arg2` is the second argument with the role Place.

brat numbers the arguments of an event that have one role: `Theme`, `Theme2`, `Theme3`. So a number
is none of the name where the file has the bare name too, for an event of that type, or where
`annotation.conf` declares the bare name and not the numbered one. `-Arg` says nothing, and is never
part of the name, with a number after it or without.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

SUFFIX = "-Arg"

_SUFFIXED = re.compile(r"(.+)-Arg(\d*)")
_NUMBERED = re.compile(r"(.*\D)\d+")

Declared = Mapping[str, frozenset[str]]
"""The names of roles, as `annotation.conf` has them, of each event type."""


class Roles:
    """The roles of events of one article: `declared` names those of some types of event."""

    def __init__(self, declared: Declared) -> None:
        self._declared = declared
        self._seen: dict[str, set[str]] = {}

    def see(self, label: str, names: Iterable[str]) -> None:
        """Take note of the names that an event `label` has."""
        self._seen.setdefault(label, set()).update(names)

    def role(self, label: str, name: str) -> str:
        """Return the role that an argument `name` of an event `label` has."""
        declared = self._declared.get(label, frozenset())
        if name not in declared and (match := _NUMBERED.fullmatch(name)):
            base = match[1]
            if base in declared or base.endswith(SUFFIX) or base in self._seen.get(label, ()):
                name = base
        return bare(name, declared)


def bare(name: str, declared: Iterable[str] = ()) -> str:
    """Return a role's name without `-Arg`, unless `declared` has both."""
    match = _SUFFIXED.fullmatch(name)
    return match[1] if match and not match[2] and match[1] not in declared else name


def suffix_of(names: Sequence[str]) -> str:
    """Return `-Arg` where each of `names` has it."""
    return SUFFIX if names and all(map(_SUFFIXED.fullmatch, names)) else ""


def numbered(roles: Iterable[str], suffix: str) -> list[str]:
    """Return the names of an event's arguments: the second and further of a role get a number.

    Not where the name itself ends in a digit: that would be another number.
    """
    counts: dict[str, int] = {}
    names: list[str] = []
    for role in roles:
        name = role + suffix
        counts[name] = count = counts.get(name, 0) + 1
        names.append(name if count == 1 or name[-1].isdigit() else f"{name}{count}")
    return names


def base_of(name: str, role: str) -> str:
    """Return the name of an argument with the role `role` without its number."""
    return role + (SUFFIX if name.removeprefix(role).startswith(SUFFIX) else "")


def may_be(name: str, role: str) -> bool:
    """Return whether an argument `name` can have the role `role`."""
    return bool(re.fullmatch(rf"{re.escape(role)}(?:{SUFFIX})?\d*", name))
