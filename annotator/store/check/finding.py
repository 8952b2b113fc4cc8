"""What `check` says, and how it goes on where the damage it looks for stops a part of it."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from annotator.model.message import AnnotatorError, Message, message

_DAMAGE = (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""What reading rows raises that this program has not written."""


class Finding(NamedTuple):
    """Something that is wrong in a project file; `where` names the article and the reviewer."""

    message: Message
    where: str


def going_on(findings: Iterator[Finding], where: str = "") -> Iterator[Finding]:
    """Yield `findings`, and as the last one what stopped them, if anything did."""
    try:
        yield from findings
    except AnnotatorError as error:
        yield Finding(error.message, where)
    except (*_DAMAGE, RecursionError, AssertionError) as error:
        reason = str(error) or type(error).__name__
        yield Finding(message("Something here can't be read: {0}.", reason), where)


def shown(name: object) -> str:
    """Return a name that was read as bytes, as far as it is one."""
    return name.decode("utf-8", "backslashreplace") if isinstance(name, bytes) else str(name)
