"""Which format a file is written in by the ending of its name."""

import os
from pathlib import Path

from annotator.formats.files import check_is_no_project, file_error
from annotator.formats.format import Format
from annotator.formats.registry import FormatError, format_called, formats
from annotator.formats.writing import NATIVE

_NATIVE_ENDINGS = ("", ".json")
"""Besides its own: no ending, and one that it shares with no format alone."""


def written_so(out: Path) -> tuple[Format, ...]:
    """Return the formats that are written to files whose names end as that of `out` does."""
    ending = _ending(out.name)
    return tuple(each for each in formats() if each.writes and ending in each.extensions)


def likeliest(out: Path) -> Format | None:
    """Return the one format that is written to files called so: of several the one named so."""
    if out.name.count(".") < 2:
        # No longer ending can be meant: what is called so needs no look at the others.
        if not out.suffix:
            return None
        called = format_called(out.suffix[1:].lower())
        if called and called.writes and out.suffix.lower() in called.extensions:
            return called
    found = written_so(out)
    if len(found) == 1:
        return found[0]
    return next((each for each in found if f".{each.name}" == out.suffix.lower()), None)


def format_for(out: Path, option: str) -> str:
    """Return the name of the format for `out` where `option` names none; raises AnnotatorError."""
    found = likeliest(out)
    if found and found.write:
        return found.name
    ending = out.suffix.lower()
    if ending in _NATIVE_ENDINGS or out.is_dir():
        return NATIVE
    try:
        check_is_no_project(Path(os.path.realpath(out)))
    except OSError as error:
        raise file_error(error, out) from error
    where = str(out)
    if found:
        raise FormatError(
            "The format {0} is written to a folder: name one, and the format with {1}.",
            found.name, option, where=where,
        )  # fmt: skip
    if several := written_so(out):
        names = ", ".join(each.name for each in several)
        raise FormatError(
            "Several formats have files that end in {0}: choose one of {1} with {2}.",
            ending, names, option, where=where,
        )  # fmt: skip
    raise FormatError(
        "No format is written to files that end in {0}: name a format with {1}, or end the name in "
        "{2}.",
        ending, option, ".jsonl", where=where,
    )  # fmt: skip


def with_ending(out: Path, format: Format, *, several: bool) -> Path:
    """Return `out` with the ending of `format` in place of that of another one.

    A name that has an ending of `format` stays. A folder has none: one is written where `several`
    articles do not go into one file.
    """
    if not out.name or format in written_so(out):
        return out
    stem = out.name[: len(out.name) - len(_ending(out.name))]
    as_file = format.write and not (several and format.single)
    return out.with_name(stem + (format.extensions[0] if as_file else ""))


def _ending(name: str) -> str:
    """Return the longest ending of a format that `name` has, small, or an empty string."""
    lower = name.lower()
    known = (extension for each in formats() for extension in each.extensions)
    found = (each for each in known if lower.endswith(each) and lower != each)
    return max(found, key=len, default="")
