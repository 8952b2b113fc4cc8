"""Regular expressions of the library `regex`, loaded and compiled when they are first used.

Both take a tenth of what the window needs to come up, and its first picture asks for none.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex


def expression(source: str) -> "Callable[[], regex.Pattern[str]]":
    """Return what compiles `source`, in the syntax of the library `regex`, and keeps it."""

    @cache
    def compiled() -> "regex.Pattern[str]":
        import regex

        return regex.compile(source)

    return compiled
