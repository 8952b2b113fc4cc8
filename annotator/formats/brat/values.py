"""Attributes, notes and names as brat's lines can hold them."""

import re
from collections.abc import Callable, Iterator

from annotator.formats.brat.draft import NOTE, ORIGIN, OTHER_NOTE, REFERENCE
from annotator.formats.format import Losses
from annotator.formats.losses import ATTRIBUTES
from annotator.model.annotation import Annotation
from annotator.model.message import message

NAMES_CHANGED = message("names of labels, roles and attributes that brat can't hold as they are")
FLAGS_OFF = message("flags set to false, which brat leaves out")
NUMBERS = message("attributes that are numbers, now text")
NOTE_ENDS = message("notes with other line ends, now plain ones")

_NO_NAME = re.compile(r"[\s\x00-\x1f\x7f]")
_NOTE_END = re.compile(r"\r\n|\r|\n")
_ENTRY = re.compile(r"(\S+)(?: (.*))?", re.DOTALL)

Numbering = Callable[[str], str]
"""Gives the next id of a letter."""


def stored(name: str, losses: Losses) -> str:
    """Return a name with `_` for what no name in a line may have: white space."""
    changed = _NO_NAME.sub("_", name) or "_"
    if changed != name:
        losses[NAMES_CHANGED] += 1
    return changed


def name_in_lines(name: str) -> str:
    """Return a name as it stands in lines."""
    return stored(name, Losses())


def note_lines(kind: str, text: str, target: str, new: Numbering, losses: Losses) -> Iterator[str]:
    """Yield a `#` line of the type `kind` for each line of `text`."""
    if "\r" in text:
        losses[NOTE_ENDS] += 1
    for line in _NOTE_END.split(text):
        yield f"{new('#')}\t{kind} {target}\t{line}"


def attribute_lines(
    annotation: Annotation, target: str, modified: list[str], new: Numbering, losses: Losses
) -> Iterator[tuple[str, str, str]]:
    """Yield a line for each attribute, with its name and value there; a flag has no value.

    `modified` names the flags that have `M` lines. Normalisations and notes of other types become
    what they were, maybe several lines.
    """
    names: set[str] = set()
    for given, value in annotation.attributes.items():
        if value is False:
            losses[FLAGS_OFF] += 1
            continue
        name = stored(given, losses)
        if name in names:
            losses[ATTRIBUTES] += 1
            continue
        names.add(name)
        if value is True:
            letter = "M" if given in modified else "A"
            yield f"{new(letter)}\t{name} {target}", name, ""
            continue
        if not isinstance(value, str):
            losses[NUMBERS] += 1
        text = str(value)
        if others := list(_others(name, text, target, new, losses)):
            yield from ((line, name, "") for line in others)
        elif _fits(text):
            yield f"{new('A')}\t{name} {target} {text}", name, text
        else:
            losses[ATTRIBUTES] += 1


def _others(name: str, value: str, target: str, new: Numbering, losses: Losses) -> Iterator[str]:
    """Yield the lines of what is no attribute in brat; nothing where it is one."""
    if name.startswith(REFERENCE) and len(name) > len(REFERENCE):
        entries = [_ENTRY.fullmatch(line) for line in value.split("\n")]
        resource = name.removeprefix(REFERENCE)
        if ":" not in resource and "\r" not in value and all(entries):
            for entry in filter(None, entries):
                text = "" if entry[2] is None else f"\t{entry[2]}"
                yield f"{new('N')}\tReference {target} {resource}:{entry[1]}{text}"
    elif name.startswith(OTHER_NOTE) and len(name) > len(OTHER_NOTE):
        kind = name.removeprefix(OTHER_NOTE)
        if kind not in (NOTE, ORIGIN):
            yield from note_lines(kind, value, target, new, losses)


def _fits(value: str) -> bool:
    """Return whether a line can hold `value` so that it is read again as it is."""
    return bool(value) and value == value.strip(" ") and not re.search(r"[\t\r\n]", value)
