"""White space in CoNLL-U: the keys of MISC that say what stands between tokens.

`SpaceAfter=No` is of CoNLL-U itself; `SpacesBefore`, `SpacesAfter` and `SpacesInToken`, with their
escapes, are of UDPipe (User's Manual, "Preserving original spaces in CoNLL-U").
"""

import re
from collections.abc import Mapping

SPACE_AFTER, NO = "SpaceAfter", "No"
BEFORE, AFTER, IN_TOKEN = "SpacesBefore", "SpacesAfter", "SpacesInToken"
KEYS = frozenset({SPACE_AFTER, BEFORE, AFTER, IN_TOKEN})

_ESCAPES = {" ": r"\s", "\t": r"\t", "\r": r"\r", "\n": r"\n", "|": r"\p", "\\": r"\\"}
_CHARACTERS = {escape: character for character, escape in _ESCAPES.items()}
_TO_ESCAPE = re.compile(r"[ \t\r\n|\\]")
_ESCAPED = re.compile(r"\\[strnp\\]")


def escaped(text: str) -> str:
    """Return `text` as a value in MISC."""
    return _TO_ESCAPE.sub(lambda found: _ESCAPES[found[0]], text)


def unescaped(value: str) -> str:
    """Return the text that a value in MISC stands for; a `\\` before any other letter stays."""
    return _ESCAPED.sub(lambda found: _CHARACTERS[found[0]], value)


def parse_misc(value: str | None) -> dict[str, str]:
    """Return the keys of a MISC column with their values as they stand."""
    if value is None or value == "_":
        return {}
    pairs = (part.partition("=") for part in value.split("|"))
    return {key: given for key, _, given in pairs if key}


def after(misc: Mapping[str, str]) -> str | None:
    """Return what stands after a token, None where nothing is said: a space, if more follows."""
    if AFTER in misc:
        return unescaped(misc[AFTER])
    return "" if misc.get(SPACE_AFTER) == NO else None


def after_in_misc(gap: str, last: bool) -> str:
    """Return the part of MISC that says `gap` stands after a token; `last` of the article."""
    if gap == ("" if last else " "):
        return ""
    return f"{AFTER}={escaped(gap)}" if gap else f"{SPACE_AFTER}={NO}"
