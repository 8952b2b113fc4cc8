"""A tagset from brat's `annotation.conf`, by its page (brat.nlplab.org/configuration.html).

Display names, colours and keys come from `visual.conf` and `kb_shortcuts.conf` beside it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.formats.brat.conf_lines import ConfigurationError, Entry, entries, sections
from annotator.formats.brat.draft import EQUIVALENT, REFERENCE
from annotator.formats.brat.roles import Declared, bare
from annotator.formats.brat.visual import with_keys, with_looks
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Attribute, EntityType, EventType, RelationType, Role, Tagset
from annotator.model.tagset_rules import faults

ANNOTATION, VISUAL, KEYS = "annotation.conf", "visual.conf", "kb_shortcuts.conf"

_LONGEST_FILE = 4 << 20
"""Bytes of a configuration file."""

_MOST_NAMED = 1_000_000
"""Names that all roles and attributes together may have written out for <ENTITY> and the like."""

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
        _by_name(entries(found.get(name, ())))
        for name in ("entities", "events", "relations", "attributes")
    )
    for name in _NO_RELATION:
        relations.pop(name, None)
    names = _Names(entities, events, relations)
    return Tagset(
        entities=tuple(
            EntityType(each.name, parent=each.parent, guideline=_others(each))
            for each, *_ in entities.values()
        ),
        events=tuple(
            EventType(
                each.name,
                parent=each.parent,
                guideline=_others(each),
                roles=_roles([each, *more], names),
            )
            for each, *more in events.values()
        ),
        relations=tuple(_relation(lines, names) for lines in relations.values()),
        attributes=(
            *(made for lines in attributes.values() for made in _attribute(lines, names)),
            *_normalizations([*entities.values(), *events.values()]),
        ),
    )


def declared_roles(path: Path) -> Declared:
    """Return the names of the roles that an `annotation.conf` declares, by type of event.

    Empty where it can't be read: whoever asks for the tagset is told why.
    """
    try:
        found = sections(_text(path), str(path))
        events = _by_name(entries(found.get("events", ())))
    except (AnnotatorError, OSError):
        return {}
    keys = {
        event: [key for line in lines for key, _ in line.said if not key.startswith("<")]
        for event, lines in events.items()
    }
    return {
        event: frozenset(match[1] for match in map(_ROLE.fullmatch, each) if match)
        for event, each in keys.items()
    }


_Lines = Mapping[str, Sequence[Entry]]
"""What the lines of a section say, by the names they declare."""


class _Names:
    """The names that are declared, and what `<ENTITY>` and the like stand for."""

    def __init__(self, entities: _Lines, events: _Lines, relations: _Lines) -> None:
        self._parents: dict[str, str] = {}
        for name, (first, *_) in (*entities.items(), *events.items()):
            self._parents.setdefault(name, first.parent)
        self._kinds = {"<ENTITY>": entities, "<EVENT>": events, "<RELATION>": relations}
        self._relations = relations
        self._room = _MOST_NAMED

    def fillers(self, types: str, where: str) -> tuple[str, ...] | None:
        """Return the labels that `types` allow, without those below one of them; none: any.

        None where they allow nothing that is declared, as brat's own configurations sometimes do.
        """
        if "<ANY>" in types.split("|"):
            return ()
        named = self._named(types, where)
        return self.highest(name for name in named if name not in self._relations) or None

    def highest(self, labels: Iterable[str]) -> tuple[str, ...]:
        """Return `labels` without those below another one of them."""
        given = dict.fromkeys(labels)
        return tuple(name for name in given if not self._is_below(name, given.keys()))

    def owners(self, types: str, where: str) -> tuple[str, ...] | None:
        """Return the labels that `types` name, none: any; None where there is no such label."""
        if "<ANY>" in types.split("|"):
            return ()
        return tuple(self._named(types, where)) or None

    def _named(self, types: str, where: str) -> list[str]:
        named: dict[str, None] = {}
        for word in map(str.strip, types.split("|")):
            if word in self._kinds:
                named.update(dict.fromkeys(self._kinds[word]))
            elif word in self._parents or word in self._relations:
                named[word] = None
        self._room -= len(named)
        if self._room < 0:
            raise ConfigurationError("The file is too long with its macros replaced.", where=where)
        return list(named)

    def _is_below(self, name: str, labels: Collection[str]) -> bool:
        seen: set[str] = set()
        while (name := self._parents.get(name, "")) and name not in seen:
            if name in labels:
                return True
            seen.add(name)
        return False


def _by_name(found: Iterable[Entry]) -> dict[str, list[Entry]]:
    lines: dict[str, list[Entry]] = {}
    for each in found:
        lines.setdefault(each.name, []).append(each)
    return lines


def _others(entry: Entry) -> str:
    """Return a guideline with the other names of a label, which early brat had for it."""
    return ", ".join(entry.others)


def _together(fillers: Sequence[tuple[str, ...] | None], names: _Names) -> tuple[str, ...]:
    """Return the labels that any of `fillers` allow; none: any."""
    allowed = [each for each in fillers if each is not None]
    if len(allowed) == 1:
        return allowed[0]
    return () if () in allowed else names.highest(label for each in allowed for label in each)


@dataclass(slots=True)
class _Frame:
    """A role as the lines of one type of event have it together."""

    lines: int = 0
    least: int = 0
    most: int | None = 0
    fillers: list[tuple[str, ...] | None] = field(default_factory=list[tuple[str, ...] | None])

    def role(self, name: str, lines: int, names: _Names) -> Role:
        """Return the role, in an event with so many lines."""
        least = self.least if self.lines == lines else 0
        return Role(name, _together(self.fillers, names), least, self.most)


def _roles(lines: Sequence[Entry], names: _Names) -> tuple[Role, ...]:
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
    return tuple(
        frame.role(bare(name, frames), len(lines), names) for name, frame in frames.items()
    )


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


def _relation(lines: Sequence[Entry], names: _Names) -> RelationType:
    ends: tuple[list[tuple[str, ...] | None], list[tuple[str, ...] | None]] = ([], [])
    for line in lines:
        said = [types for key, types in line.said if not key.startswith("<")]
        for end, types in zip(ends, said, strict=False):
            end.append(names.fillers(types, line.where))
    kinds = [value for line in lines for key, value in line.said if key == "<REL-TYPE>"]
    first = lines[0]
    return RelationType(
        first.name,
        parent="" if first.parent in _NO_RELATION else first.parent,
        guideline=_others(first),
        sources=_together(ends[0], names),
        targets=_together(ends[1], names),
        symmetric=any("symmetric" in each.split("-") for each in kinds),
    )


def _attribute(lines: Sequence[Entry], names: _Names) -> Iterator[Attribute]:
    """Yield the attribute that `lines` declare; nothing where no label there is can have it.

    Its values follow `Value`, or are themselves what glyphs follow, as in early brat.
    """
    said = [(key, value, line.where) for line in lines for key, value in line.said]
    owners = [names.owners(value, where) for key, value, where in said if key.startswith("Arg")]
    values = dict.fromkeys(
        each
        for key, value, _ in said
        if not key.startswith(("Arg", "<"))
        for each in (value.split("|") if key == "Value" else [key])
        if each
    )
    defaults = [value for key, value, _ in said if key == "<DEFAULT>" and value in values]
    on = dict.fromkeys(label for each in owners if each for label in each)
    if on or () in owners or not owners:
        yield Attribute(
            lines[0].name,
            on=() if () in owners else tuple(on),
            values=tuple(values) or (True, False),
            default=defaults[0] if defaults else None,
        )


def _normalizations(found: Iterable[Sequence[Entry]]) -> Iterator[Attribute]:
    """Yield an attribute for each resource whose entries annotations may name."""
    owners: dict[str, dict[str, None]] = {}
    for line in (line for lines in found for line in lines):
        for key, resource in line.said:
            if key == "<NORM>":
                owners.setdefault(REFERENCE + resource, {})[line.name] = None
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
