"""A tagset from brat's `annotation.conf`, by its page (brat.nlplab.org/configuration.html).

Display names, colours and keys come from `visual.conf` and `kb_shortcuts.conf` beside it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.formats.brat_conf_lines import ConfigurationError, Entry, entries, sections
from annotator.formats.brat_draft import EQUIVALENT, REFERENCE
from annotator.formats.brat_roles import Declared, bare
from annotator.formats.brat_visual import with_keys, with_looks
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Attribute, EntityType, EventType, RelationType, Role, Tagset
from annotator.model.tagset_rules import faults

ANNOTATION, VISUAL, KEYS = "annotation.conf", "visual.conf", "kb_shortcuts.conf"

_LONGEST_FILE = 4 << 20
"""Bytes of a configuration file."""

_ROLE = re.compile(r"(.+?)(\?|\*|\+|\{(\d{1,6})(?:-(\d{1,6}))?\}|)")
_NO_RELATION = {EQUIVALENT, "ENTITY-NESTING", "<OVERLAP>"}
_REPEATED: dict[str, tuple[int, int | None]] = {
    "": (1, 1),
    "?": (0, 1),
    "*": (0, None),
    "+": (1, None),
}


def read_configuration(path: Path) -> Tagset:
    """Return the tagset that the file `path` and those beside it declare.

    Raises AnnotatorError, with the line, for what is not of brat's form, and OSError.
    """
    tagset = tagset_of(_text(path), str(path))
    tagset = replace(tagset, name=path.resolve().parent.name)
    for name, add in ((VISUAL, with_looks), (KEYS, with_keys)):
        beside = path.with_name(name)
        if beside.is_file():
            tagset = add(tagset, _text(beside), str(beside))
    for fault in faults(tagset):
        place = ", ".join(filter(None, (fault.name, fault.role)))
        raise ConfigurationError(
            fault.message.template, *fault.message.values, where=f"{path}, {place}"
        )
    return tagset


def tagset_of(text: str, where: str) -> Tagset:
    """Return the tagset that the content of an `annotation.conf` declares, without its name.

    A label that is declared several times may be used in all these ways. Raises AnnotatorError.
    """
    found = sections(text, where)
    entities, events, relations, attributes = (
        list(entries(found.get(name, ())))
        for name in ("entities", "events", "relations", "attributes")
    )
    relations = [each for each in relations if each.name not in _NO_RELATION]
    names = _Names(entities, events, relations)
    return Tagset(
        entities=tuple(
            EntityType(each.name, parent=each.parent, guideline=_others(each))
            for each in _first(entities)
        ),
        events=tuple(
            EventType(
                each.name,
                parent=each.parent,
                guideline=_others(each),
                roles=_roles(each.name, events, names),
            )
            for each in _first(events)
        ),
        relations=tuple(_relation(each, relations, names) for each in _first(relations)),
        attributes=(
            *_attributes(attributes, names),
            *_normalizations([*entities, *events]),
        ),
    )


def declared_roles(path: Path) -> Declared:
    """Return the names of the roles that an `annotation.conf` declares, by type of event.

    Empty where it can't be read: whoever asks for the tagset is told why.
    """
    try:
        found = sections(_text(path), str(path))
        events = list(entries(found.get("events", ())))
    except (AnnotatorError, OSError):
        return {}
    names: dict[str, set[str]] = {}
    for event in events:
        roles = (_ROLE.fullmatch(key) for key, _ in event.said if not key.startswith("<"))
        names.setdefault(event.name, set()).update(match[1] for match in roles if match)
    return {event: frozenset(each) for event, each in names.items()}


class _Names:
    """The names that are declared, and what `<ENTITY>` and the like stand for."""

    def __init__(
        self, entities: Sequence[Entry], events: Sequence[Entry], relations: Sequence[Entry]
    ) -> None:
        self._parents: dict[str, str] = {}
        for each in (*entities, *events):
            self._parents.setdefault(each.name, each.parent)
        self._kinds = {"<ENTITY>": entities, "<EVENT>": events, "<RELATION>": relations}
        self._relations = {each.name for each in relations}

    def fillers(self, types: str, where: str) -> tuple[str, ...]:
        """Return the labels that `types` allow, without those below one of them; none: any."""
        named = self._named(types, where)
        labels = {name for name in named if name not in self._relations}
        return tuple(name for name in named if name in labels and not self._is_below(name, labels))

    def owners(self, types: str, where: str) -> tuple[str, ...] | None:
        """Return the labels that `types` name, none: any; None where there is no such label."""
        if "<ANY>" in types.split("|"):
            return ()
        return tuple(self._named(types, where)) or None

    def _named(self, types: str, where: str) -> list[str]:
        words = [word.strip() for word in types.split("|")]
        if "<ANY>" in words:
            return []
        named: dict[str, None] = {}
        for word in words:
            if word in self._kinds:
                named.update(dict.fromkeys(each.name for each in self._kinds[word]))
            elif word in self._parents or word in self._relations:
                named[word] = None
            elif word not in ("<NONE>", "<EMPTY>"):
                raise ConfigurationError(
                    "{0} is declared nowhere in the file: correct its spelling, or declare it.",
                    word, where=where,
                )  # fmt: skip
        return list(named)

    def _is_below(self, name: str, labels: set[str]) -> bool:
        seen: set[str] = set()
        while (name := self._parents.get(name, "")) and name not in seen:
            if name in labels:
                return True
            seen.add(name)
        return False


def _first(found: Iterable[Entry]) -> Iterable[Entry]:
    """Return the first entry of each name."""
    first: dict[str, Entry] = {}
    for each in found:
        first.setdefault(each.name, each)
    return first.values()


def _others(entry: Entry) -> str:
    """Return a guideline with the other names of a label, which early brat had for it."""
    return ", ".join(entry.others)


@dataclass(slots=True)
class _Frame:
    """A role as the lines of one type of event have it together."""

    lines: int = 0
    least: int = 0
    most: int | None = 0
    fillers: list[tuple[str, ...]] = field(default_factory=list[tuple[str, ...]])

    def role(self, name: str, lines: int) -> Role:
        anything = () in self.fillers
        fillers = dict.fromkeys(label for each in self.fillers for label in each)
        least = self.least if self.lines == lines else 0
        return Role(name, () if anything else tuple(fillers), least, self.most)


def _roles(event: str, events: Sequence[Entry], names: _Names) -> tuple[Role, ...]:
    lines = [each for each in events if each.name == event]
    frames: dict[str, _Frame] = {}
    for line in lines:
        for key, types in line.said:
            if key.startswith("<"):
                continue
            name, least, most = _repeated(key, line.where)
            frame = frames.setdefault(name, _Frame(least=least))
            frame.lines += 1
            frame.least = min(frame.least, least)
            frame.most = None if most is None or frame.most is None else max(frame.most, most)
            frame.fillers.append(names.fillers(types, line.where))
    return tuple(frame.role(bare(name, frames), len(lines)) for name, frame in frames.items())


def _repeated(key: str, where: str) -> tuple[str, int, int | None]:
    """Return a role's name, and how often it may and must be filled."""
    match = _ROLE.fullmatch(key)
    assert match, "a role has a name"
    name, mark, least, most = match.groups()
    if mark in _REPEATED:
        return (name, *_REPEATED[mark])
    bounds = int(least), int(most or least)
    if bounds[1] < max(1, bounds[0]):
        raise ConfigurationError(
            "{0} is no range: write the least and the most, as in {1}.", mark, "{1-3}", where=where
        )
    return (name, *bounds)


def _relation(entry: Entry, relations: Sequence[Entry], names: _Names) -> RelationType:
    ends: tuple[list[tuple[str, ...]], list[tuple[str, ...]]] = ([], [])
    symmetric = False
    for each in relations:
        if each.name == entry.name:
            said = [types for key, types in each.said if not key.startswith("<")]
            for end, types in zip(ends, said, strict=False):
                end.append(names.fillers(types, each.where))
            symmetric |= any(
                key == "<REL-TYPE>" and "symmetric" in kinds.split("-") for key, kinds in each.said
            )
    sources, targets = (
        () if () in end else tuple(dict.fromkeys(label for each in end for label in each))
        for end in ends
    )
    return RelationType(
        entry.name,
        parent=entry.parent,
        guideline=_others(entry),
        sources=sources,
        targets=targets,
        symmetric=symmetric,
    )


def _attributes(found: Sequence[Entry], names: _Names) -> Iterator[Attribute]:
    for entry in _first(found):
        lines = [each for each in found if each.name == entry.name]
        said = [(key, value, line.where) for line in lines for key, value in line.said]
        values = [each for key, value, _ in said if key == "Value" for each in value.split("|")]
        defaults = [value for key, value, _ in said if key == "<DEFAULT>" and value in values]
        owners = [
            names.owners(types, where)
            for key, types, where in said
            if key != "Value" and not key.startswith("<")
        ]
        on = dict.fromkeys(label for each in owners if each for label in each)
        if on or () in owners or not owners:
            yield Attribute(
                entry.name,
                on=() if () in owners else tuple(on),
                values=tuple(dict.fromkeys(values)) or (True, False),
                default=defaults[0] if defaults else None,
            )


def _normalizations(found: Sequence[Entry]) -> Iterator[Attribute]:
    """Yield an attribute for each resource whose entries annotations may name."""
    owners: dict[str, dict[str, None]] = {}
    for entry in found:
        for key, resource in entry.said:
            if key == "<NORM>":
                owners.setdefault(REFERENCE + resource, {})[entry.name] = None
    for name, labels in owners.items():
        yield Attribute(name, on=tuple(labels))


def _text(path: Path) -> str:
    """Return the content of a file; raises AnnotatorError where it is none of text, and OSError."""
    if path.stat().st_size > _LONGEST_FILE:
        raise ConfigurationError("This is too long for a configuration of brat.", where=str(path))
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            "The file is not UTF-8; save it with that encoding.", where=str(path)
        ) from error
