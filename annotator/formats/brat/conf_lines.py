"""The lines of brat's configuration files, by its page (brat.nlplab.org/configuration.html).

Sections `[name]`; in them a name a line, what is said of it after white space, with commas between;
names set in by tabs are below the one above. Macros are replaced: `<NAME>=text`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.model.message import AnnotatorError

RESERVED = frozenset(
    "ANY ENTITY RELATION EVENT NONE EMPTY REL-TYPE URL URLBASE GLYPH-POS DEFAULT NORM OVERLAP "
    "OVL-TYPE INHERIT".split()
)
"""Names in angle brackets with a meaning of their own."""

_SECTION = re.compile(r"\s*\[(.*)\]\s*")
_MACRO = re.compile(r"\s*<([a-zA-Z_-]+)>=\s*(.*)")
_USE = re.compile(r"<([a-zA-Z_-]+)>")
_ENTRY = re.compile(r"([ \t]*)(\S+)(.*)")
_SEPARATOR = re.compile(r"\s*-+\s*")
_ALIASES = {"spans": "entities"}

_LONGEST, _LONGEST_IN_ALL = 100_000, 10_000_000
"""Characters that a line, and all of them, may have when macros are replaced."""


class ConfigurationError(AnnotatorError):
    """A line of a configuration that can't be understood."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name that is declared, the name above it or "", other names for it, and what is said of it.

    `said` are pairs like ("Arg1", "Person").
    """

    name: str
    parent: str
    others: tuple[str, ...]
    said: tuple[tuple[str, str], ...]
    where: str


def sections(text: str, where: str) -> dict[str, list[tuple[str, str]]]:
    """Return the lines of each section, each with where it stands; macros are replaced in them.

    Blank lines, comments and separators are left out. Raises ConfigurationError.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    macros: dict[str, str] = {}
    section, length = "", 0
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        place = f"{where}:{number}"
        if heading := _SECTION.fullmatch(line):
            section = _ALIASES.get(heading[1].strip(), heading[1].strip())
            found.setdefault(section, [])
        elif not line.strip() or line.lstrip().startswith("#") or _SEPARATOR.fullmatch(line):
            continue
        elif macro := _MACRO.fullmatch(line):
            if macro[1] in RESERVED:
                raise ConfigurationError(
                    "<{0}> has a meaning of its own: give the macro another name.",
                    macro[1], where=place,
                )  # fmt: skip
            macros[macro[1]] = _replaced(macro[2].strip(), macros, place)
        else:
            replaced = _replaced(line, macros, place)
            length += len(replaced)
            if length > _LONGEST_IN_ALL:
                raise ConfigurationError(
                    "The file is too long with its macros replaced.", where=place
                )
            found.setdefault(section, []).append((replaced, place))
    return found


def entries(lines: Iterable[tuple[str, str]]) -> Iterator[Entry]:
    """Yield what `lines` of a section declare. Raises ConfigurationError."""
    above: list[tuple[int, str, tuple[tuple[str, str], ...]]] = []
    for line, where in lines:
        match = _ENTRY.fullmatch(line)
        assert match, "lines are not blank"
        depth = len(match[1])
        while above and above[-1][0] >= depth:
            above.pop()
        parent, inherited = above[-1][1:] if above else ("", ())
        name, *others = [each.lstrip("!") for each in match[2].split("|")]
        if not name:
            raise ConfigurationError("The line begins with no name.", where=where)
        said = tuple(_said(match[3], inherited, where))
        above.append((depth, name, said))
        yield Entry(name, parent, tuple(filter(None, others)), said, where)


def _said(
    text: str, inherited: tuple[tuple[str, str], ...], where: str
) -> Iterator[tuple[str, str]]:
    for word in filter(None, map(str.strip, text.split(","))):
        if word == "<INHERIT>":
            yield from inherited
            continue
        key, colon, value = word.partition(":")
        if not (key.strip() and colon and value.strip()):
            raise ConfigurationError(
                "{0} is not of the form NAME:TYPE; commas stand between them.", word, where=where
            )
        yield key.strip(), value.strip()


def _replaced(line: str, macros: Mapping[str, str], where: str) -> str:
    def replaced(match: re.Match[str]) -> str:
        if match[1] in macros:
            return macros[match[1]]
        if match[1] in RESERVED:
            return match[0]
        raise ConfigurationError(
            "<{0}> is declared nowhere above: write <{0}>=… in a line before.",
            match[1], where=where,
        )  # fmt: skip

    result = _USE.sub(replaced, line)
    if len(result) > _LONGEST:
        raise ConfigurationError("The line is too long with its macros replaced.", where=where)
    return result
