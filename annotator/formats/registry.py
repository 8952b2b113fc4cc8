"""Which formats there are: every module or package in this one that has `FORMAT` or `FORMATS`."""

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

import annotator.formats
from annotator.formats.format import Format
from annotator.model.message import AnnotatorError
from annotator.pausing import pause


class FormatError(AnnotatorError):
    """A format that does not exist, or can't do what is asked of it."""


@cache
def formats() -> tuple[Format, ...]:
    """Return all formats, by name."""
    package = annotator.formats
    modules = (_module(each.name) for each in pkgutil.iter_modules(package.__path__))
    found = (
        each
        for module in modules
        for each in (getattr(module, "FORMAT", None), *getattr(module, "FORMATS", ()))
    )
    return tuple(
        sorted((each for each in found if isinstance(each, Format)), key=lambda each: each.name)
    )


def _module(name: str) -> ModuleType:
    pause()
    return import_module(f"{annotator.formats.__name__}.{name}")


def format_named(name: str) -> Format:
    """Return the format called `name`; raises FormatError with the names there are."""
    for each in formats():
        if each.name == name:
            return each
    names = ", ".join(each.name for each in formats())
    raise FormatError("There is no format {0}: choose one of {1}.", name, names)


def usable(format: Format) -> Format:
    """Return `format`; raises FormatError, with how to add it, where it needs what is missing."""
    if format.missing:
        raise FormatError(
            "The format {0} needs {1}: pip install 'annotator[{2}]'.",
            format.name, ", ".join(format.missing), format.extra,
        )  # fmt: skip
    return format
