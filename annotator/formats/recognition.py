"""Which format a file has, and which files are read together with another one."""

from collections.abc import Iterable
from pathlib import Path

from annotator.formats.format import HEAD, Format, Source
from annotator.formats.registry import formats
from annotator.model.message import Message, message


def format_of(source: Source) -> Format | None:
    """Return the format that a file has by its content, else by its extension, or None.

    Raises OSError where the file can't be read.
    """
    return recognized(source)[0]


def recognized(source: Source) -> tuple[Format | None, Message]:
    """Return what `format_of` does, and by what the format was recognised."""
    head = _head(source.path)
    readable = [each for each in formats() if each.read]
    name, suffix = source.path.name.lower(), source.path.suffix.lower()
    by_extension = message("its name ends in {0}", suffix)
    for each in readable:
        if each.recognizes(head):
            return each, each.sign or by_extension
    found = [each for each in readable if name.endswith(each.extensions)]
    # Of those that share an ending, the one that is called so.
    return min(found, key=lambda each: each.name != suffix[1:], default=None), by_extension


def may_be(path: Path, format: Format) -> bool:
    """Return whether a file has the extension or the content of `format`."""
    if path.name.lower().endswith((*format.extensions, *format.companions)):
        return True
    try:
        return format.recognizes(_head(path))
    except OSError:  # reading it will say why
        return True


def belongs_to_another(path: Path, readable: Iterable[Format]) -> bool:
    """Return whether a file is read together with another one in its folder."""
    return any(
        path.name in each.belongings
        or (
            path.suffix.lower() in each.companions
            and any(
                path.with_suffix(extension).is_file()
                for listed in each.extensions
                for extension in (listed, listed.upper())
            )
        )
        for each in readable
    )


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)
