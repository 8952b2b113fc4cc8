"""Ids and labels in files where white space parts one thing from the next."""

import re
from urllib.parse import quote, unquote

_BLANK = re.compile(r"[\s%]")
_LINE_END_OR_EDGE = re.compile(r"^ | $|(?! )\s|%")


def without_blanks(name: str) -> str:
    """Return `name` with white space and `%` as `%` and two hexadecimal digits a byte."""
    return _BLANK.sub(_quoted, name)


def on_one_line(name: str) -> str:
    """Return `name` so too, but with the spaces inside it as they are."""
    return _LINE_END_OR_EDGE.sub(_quoted, name)


def spelled(name: str) -> str:
    """Return `name` with every byte so, for names that would be taken for something else."""
    return "".join(f"%{byte:02X}" for byte in name.encode())


def as_it_was(escaped: str) -> str:
    """Return the name that one of these gave `escaped` for; any other text as it is."""
    if "%" not in escaped:
        return escaped
    try:
        name = unquote(escaped, errors="strict")
    except UnicodeDecodeError:
        return escaped
    return name if escaped in (without_blanks(name), on_one_line(name), spelled(name)) else escaped


def _quoted(found: re.Match[str]) -> str:
    return quote(found[0], safe="")
