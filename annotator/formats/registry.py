"""Which formats there are: every module or package in this one that has `FORMAT` or `FORMATS`."""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

import annotator.formats
from annotator.formats.format import Format
from annotator.model.message import AnnotatorError
from annotator.pausing import pause


class FormatError(AnnotatorError):
    """A format that does not exist, or can't do what is asked of it."""


@cache
def formats() -> tuple[Format, ...]:
    """Return all formats, by name."""
    found = (each for name in _module_names() for each in _formats_in(name))
    return tuple(sorted(found, key=lambda each: each.name))


def format_named(name: str) -> Format:
    """Return the format called `name`; raises FormatError with the names there are."""
    if found := format_called(name):
        return found
    for each in formats():
        if each.name == name:
            return each
    names = ", ".join(each.name for each in formats())
    raise FormatError("There is no format {0}: choose one of {1}.", name, names)


def format_called(name: str) -> Format | None:
    """Return the format `name` if it is in the module called so, or as `name` begins; else None.

    No other module is loaded: all together take a fifth of a second, most of a short command.
    """
    names = frozenset(_module_names())
    words = name.split("-")
    for last in range(len(words), 0, -1):
        if (module := "_".join(words[:last])) in names:
            for each in _formats_in(module):
                if each.name == name:
                    return each
    return None


def _module_names() -> Iterator[str]:
    return (each.name for each in pkgutil.iter_modules(annotator.formats.__path__))


def _formats_in(name: str) -> tuple[Format, ...]:
    pause()
    module = import_module(f"{annotator.formats.__name__}.{name}")
    one = getattr(module, "FORMAT", None)
    several = getattr(module, "FORMATS", ())
    return tuple(each for each in (one, *several) if isinstance(each, Format))


def usable(format: Format) -> Format:
    """Return `format`; raises FormatError, with how to add it, where it needs what is missing."""
    if format.missing:
        raise FormatError(
            "The format {0} needs {1}: pip install 'annotator[{2}]'.",
            format.name, ", ".join(format.missing), format.extra,
        )  # fmt: skip
    return format
