"""Files with a tagset: the program's own, and those that formats keep beside their articles."""

from pathlib import Path

from annotator.formats.files import STANDARD_STREAM, standard_input
from annotator.formats.format import TagsetFile
from annotator.formats.registry import FormatError, format_named, formats, usable
from annotator.model.tagset import Tagset
from annotator.model.tagset_toml import TagsetError, tagset_from_toml, tagset_to_toml
from annotator.open_projects import is_open

TOML = "toml"
"""The name of the program's own form."""


def read_tagset(path: Path) -> Tagset:
    """Return the tagset in the file `path`: of a format whose files are called so, else in TOML.

    `-` is standard input. Raises AnnotatorError where the file can't be read or is not a tagset.
    """
    if path == STANDARD_STREAM:
        with standard_input() as source:
            return _read(source.path, source.where)
    return _read(path, str(path))


def _read(path: Path, where: str) -> Tagset:
    if is_open(path):
        raise TagsetError("This is the open project: name a file with a tagset.", where=where)
    try:
        if found := _format_of(path):
            return found.read(path)
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TagsetError(
            "The file is not UTF-8; save it with that encoding.", where=where
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise TagsetError("The file can't be read: {0}.", reason, where=where) from error
    return tagset_from_toml(text, where)


def tagset_text(tagset: Tagset, format: str = TOML) -> str:
    """Return the content of a file with `tagset`, of the format called so, or in TOML.

    Raises FormatError where the format has no such files.
    """
    if format == TOML:
        return tagset_to_toml(tagset)
    chosen = format_named(format)
    if not chosen.tagset_file or not chosen.tagset_file.write:
        raise FormatError("The format {0} has no file with a tagset.", chosen.name)
    return chosen.tagset_file.write(tagset)


def _format_of(path: Path) -> TagsetFile | None:
    for each in formats():
        if each.tagset_file and path.name.lower().endswith(each.tagset_file.names):
            usable(each)
            return each.tagset_file
    return None
