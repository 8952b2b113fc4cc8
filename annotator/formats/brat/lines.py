"""The lines of brat's standoff files, by its page on the format (brat.nlplab.org/standoff.html).

A line is an id, a tab, and what the id's letter says: `T` stretches of text, `E` events, `R`
relations, `*` equivalences, `A` and `M` attributes, `N` normalisations, `#` notes.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"\r\n|\r|\n")
_START = re.compile(r"([A-Za-z#]\d\S*|\*)\t")
_STRETCHES = r"-?\d{1,18} +-?\d{1,18}(?: *; *-?\d{1,18} +-?\d{1,18})*"
_TEXT_BOUND = re.compile(rf"(\S+) +({_STRETCHES}) *(?:\t(.*))?", re.DOTALL)
_TRIGGER = re.compile(r"(.*):(T\d\S*)")
_ATTRIBUTE = re.compile(r"(\S+)[ \t]+(\S+)(?:[ \t]+(.*))?", re.DOTALL)
_NORMALIZATION = re.compile(r"Reference +(\S+) +([^\s:]+):(\S+) *(?:\t(.*))?", re.DOTALL)
_NOTE = re.compile(r"(\S+) +(\S+) *(?:\t(.*))?", re.DOTALL)

_LONGEST_BREAK = 20
"""Lines over which the text of one annotation may go on."""


class Line(NamedTuple):
    """One line: its file and number, its id, what follows the tab, and all of it.

    A line that begins with no id has none. `more` are such lines right after it, as far as they may
    be the rest of a text with line breaks.
    """

    where: str
    id: str
    body: str
    raw: str
    more: tuple["Line", ...] = ()


class TextBound(NamedTuple):
    """A `T` line: `spans` are (start, end) as they stand there, `text` is empty where missing."""

    label: str
    spans: tuple[tuple[int, int], ...]
    text: str


class Arguments(NamedTuple):
    """An `E`, `R` or `*` line: the type, an event's trigger or "", and what follows, undivided."""

    label: str
    trigger: str
    words: tuple[str, ...]


class Statement(NamedTuple):
    """An `A`, `M`, `N` or `#` line: what it says of the annotation `target`, and the value."""

    name: str
    target: str
    value: str


def id_of(raw: str) -> str:
    """Return the id that a line begins with, or nothing."""
    match = _START.match(raw)
    return match[1] if match else ""


def lines_in(text: str, where: str) -> Iterator[Line]:
    """Yield the lines of the file at `where` but for blank ones, in their order."""
    held: Line | None = None
    for number, raw in enumerate(_END.split(text.removeprefix("\ufeff")), 1):
        if not raw.strip():
            continue
        start = _START.match(raw)
        id, body = (start[1], raw[start.end() :]) if start else ("", "")
        line = Line(f"{where}:{number}", id, body, raw)
        if held and not start and len(held.more) < _LONGEST_BREAK:
            held = held._replace(more=(*held.more, line))
            continue
        if held:
            yield held
        held = line if line.id.startswith(("T", "#")) else None
        if not held:
            yield line
    if held:
        yield held


def text_bound(line: Line) -> TextBound | None:
    """Return what a `T` line says, or None where it is not of the form `TYPE START END;… TEXT`."""
    match = _TEXT_BOUND.fullmatch(line.body)
    if not match:
        return None
    spans = (each.split() for each in match[2].split(";"))
    return TextBound(
        match[1], tuple((int(start), int(end)) for start, end in spans), match[3] or ""
    )


def arguments(line: Line) -> Arguments | None:
    """Return what an `E`, `R` or `*` line says, or None where it is empty.

    Events without a trigger are written as in the BioNLP shared task of 2011: `TYPE ROLE:ID`.
    """
    words = line.body.split()
    if not words:
        return None
    trigger = _TRIGGER.fullmatch(words[0]) if line.id.startswith("E") else None
    if trigger and trigger[1]:
        return Arguments(trigger[1], trigger[2], tuple(words[1:]))
    return Arguments(words[0], "", tuple(words[1:]))


def role_and_target(word: str) -> tuple[str, str]:
    """Return the two sides of `ROLE:ID`, both empty where it is not of that form."""
    role, _, target = word.rpartition(":")
    return (role, target) if role and target else ("", "")


def attribute(line: Line) -> Statement | None:
    """Return what an `A` or `M` line says; the value of a flag is empty."""
    match = _ATTRIBUTE.fullmatch(line.body.rstrip(" \t"))
    return Statement(match[1], match[2], match[3] or "") if match else None


def normalization(line: Line) -> Statement | None:
    """Return what an `N` line says: named by the resource; the value is the entry and its text."""
    match = _NORMALIZATION.fullmatch(line.body)
    if not match:
        return None
    entry = match[3] if match[4] is None else f"{match[3]} {match[4]}"
    return Statement(match[2], match[1], entry)


def note(line: Line) -> Statement | None:
    """Return what a `#` line says: named by its type."""
    match = _NOTE.fullmatch(line.body)
    return Statement(match[1], match[2], match[3] or "") if match else None
