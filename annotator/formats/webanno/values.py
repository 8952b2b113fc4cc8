"""Cells and text lines of WebAnno TSV: what is escaped in them, and the numbers they end in."""

import re
from collections.abc import Callable
from typing import NamedTuple

STACK, SLOTS = "|", ";"
"""What parts the annotations that one cell holds, and the arguments of one annotation."""

NOTHING, UNSET = "_", "*"
"""A cell without an annotation; an annotation that says nothing by this feature."""

_TEXT_ESCAPES = {"\t": "t", "\n": "n", "\f": "f", "\r": "r", "\b": "b", "\\": "\\"}
_TEXT_MEANS = {short: character for character, short in _TEXT_ESCAPES.items()}
_TEXT_SPECIAL = re.compile(r"[\x00-\x1f\\]")
_TEXT_ESCAPED = re.compile(r"\\([tnfrb\\\x00-\x1f])")
_JAVA_ESCAPED = re.compile(r"\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|(.))", re.DOTALL)
_VALUE_SPECIAL = re.compile(r"->|[\\\[\]|_;\t\n\r*]")
_VALUE_ESCAPED = re.compile(r"\\(->|[\\\[\]|_;tnr*])")
_VALUE_ESCAPES = {"\t": "t", "\n": "n", "\r": "r"}
_VALUE_MEANS = {short: character for character, short in _VALUE_ESCAPES.items()}
_PART = {mark: re.compile(rf"\\.|({re.escape(mark)})", re.DOTALL) for mark in (STACK, SLOTS)}
_WITH_ID = re.compile(r"((?:[^\\]|\\.)*?)\[([0-9]{1,9}(?:_[0-9]{1,9})?)\]", re.DOTALL)
_WITH_LINK = re.compile(r"((?:[^\\]|\\.)*)->([0-9]{1,9})-([0-9]{1,9})", re.DOTALL)


class Numbered(NamedTuple):
    """A value, still escaped, and the number in brackets behind it, or an empty text."""

    value: str
    id: str


def escape_text(text: str) -> str:
    """Return `text` as a line of text may hold it."""
    return _TEXT_SPECIAL.sub(lambda found: "\\" + _TEXT_ESCAPES.get(found[0], found[0]), text)


def unescape_text(text: str) -> str:
    """Return what `escape_text` gave; a backslash before anything else stands for itself."""
    return _TEXT_ESCAPED.sub(lambda found: _TEXT_MEANS.get(found[1], found[1]), text)


def unescape_java(text: str) -> str:
    r"""Return `text` without the escapes of Java, `\u0041` among them: versions up to 3.1.

    Raises UnicodeDecodeError for halves of surrogate pairs.
    """
    unescaped = _JAVA_ESCAPED.sub(_java_meaning, text)
    return unescaped.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def text_reader(version: tuple[int, int]) -> Callable[[str], str]:
    """Return how lines of text are read in files of `version`."""
    return unescape_java if version <= (3, 1) else unescape_text


def _java_meaning(found: re.Match[str]) -> str:
    code, octal, character = found.groups()
    if code:
        return chr(int(code, 16))
    if octal:
        return chr(int(octal, 8))
    return _TEXT_MEANS.get(character, character)


def escape_value(value: str) -> str:
    r"""Return `value` as a cell may hold it. A carriage return becomes `\r`, which is our own."""
    return _VALUE_SPECIAL.sub(lambda found: "\\" + _VALUE_ESCAPES.get(found[0], found[0]), value)


def unescape_value(value: str) -> str:
    """Return what `escape_value` gave; a backslash before anything else stands for itself."""
    return _VALUE_ESCAPED.sub(lambda found: _VALUE_MEANS.get(found[1], found[1]), value)


def parts(cell: str, mark: str) -> list[str]:
    """Return the parts of `cell`, still escaped, between each `mark` that is not escaped."""
    found: list[str] = []
    start = 0
    for match in _PART[mark].finditer(cell):
        if match[1]:
            found.append(cell[start : match.start()])
            start = match.end()
    return [*found, cell[start:]]


def numbered(part: str) -> Numbered:
    """Return `part` without the number in brackets it ends in, and that: `PER[1]`, `1-2[0_4]`."""
    match = _WITH_ID.fullmatch(part)
    return Numbered(match[1], match[2]) if match else Numbered(part, "")


def linked(part: str) -> tuple[str, int, int] | None:
    """Return value, chain and link of `coref->1-2`; None where `part` is nothing of the kind."""
    match = _WITH_LINK.fullmatch(part)
    return (match[1], int(match[2]), int(match[3])) if match else None
