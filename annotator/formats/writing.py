"""Writing parcels in any format: into a stream, or whole or not at all into a file or folder."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from annotator.formats.files import file_error, filled_folder, replaced_file
from annotator.formats.format import Format, Losses, Parcel
from annotator.formats.registry import FormatError, format_named, usable
from annotator.model.tagset import Tagset

NATIVE = "jsonl"
"""The format that carries everything."""


_UNKNOWN = Tagset()


def write(
    parcels: Iterable[Parcel],
    out: BinaryIO | Path,
    format: str = NATIVE,
    tagset: Tagset = _UNKNOWN,
) -> Losses:
    """Write `parcels` and return what the format could not carry.

    `tagset` is what their labels mean, for formats that put that beside them in a folder.

    A path becomes a file, or a folder where it is one already, or where the format knows only
    folders, or knows both and the path has no extension of its own. Raises FormatError where
    `format` is none or can't be written so, FileError where the place can't be written; then, and
    when `parcels` raises, nothing at `out` has changed.
    """
    chosen = format_named(format)
    if not chosen.writes:
        raise FormatError("The format {0} can only be read.", chosen.name)
    usable(chosen)
    if not isinstance(out, Path):
        return _into_stream(parcels, out, chosen)
    try:
        if chosen.write_folder and is_folder(out, chosen):
            with filled_folder(out) as folder:
                return chosen.write_folder(parcels, folder, tagset)
        with replaced_file(out) as file:
            return _into_stream(parcels, file, chosen)
    except OSError as error:
        raise file_error(error, out) from error


def _into_stream(parcels: Iterable[Parcel], stream: BinaryIO, format: Format) -> Losses:
    if not format.write:
        raise FormatError("The format {0} is written to a folder: name one.", format.name)
    return format.write(parcels, stream)


def is_folder(out: Path, format: Format) -> bool:
    """Return whether `format`, where it may be written to a folder, makes `out` one."""
    there = os.path.isdir(out)  # noqa: PTH112  # Path raises
    return there or not format.write or out.suffix.lower() not in format.extensions
