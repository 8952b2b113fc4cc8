"""Reading files, folders and zips of any format."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeAlias

from annotator.formats.archive import ArchiveError, is_zip, unpack
from annotator.formats.clashes import without_clashes
from annotator.formats.files import (
    STANDARD_STREAM,
    file_error,
    is_project,
    sources,
    standard_input,
)
from annotator.formats.format import UNNAMED, Format, Found, Parcel, Source
from annotator.formats.recognition import belongs_to_another, format_of, may_be, recognized
from annotator.formats.registry import FormatError, format_named, formats, usable
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Message, message
from annotator.open_projects import is_open

AUTO = "auto"
"""The format is found by the content of a file, else by its extension."""

_CHOSEN = message("chosen by hand")

PROJECT = "This is a project, or a file of one: export it, and add what comes out."

Notice: TypeAlias = Callable[[Source, Format, Message], None]
"""Called with each file before it is read: its format, and what that was recognised by."""


def read(
    path: Path,
    format: str = AUTO,
    reviewer: str = UNNAMED,
    notice: Notice = lambda _source, _format, _reason: None,
) -> Iterator[Found]:
    """Return what the file, zip or folder `path` holds, in order, as read; `-`: standard input.

    `reviewer` is whose layers become that the files give nobody. An error among the parcels says
    what was left out, and why; the rest goes on. Raises FormatError where `format` is none, or
    can't be read.
    """
    chosen = None if format == AUTO else format_named(format)
    if chosen and not chosen.read:
        raise FormatError("The format {0} can only be written.", chosen.name)
    if chosen:
        usable(chosen)
    return without_clashes(_Reading(chosen, reviewer, notice).read(path))


def assigned_to(reviewer: str, found: Iterable[Found]) -> Iterator[Found]:
    """Yield `found` with every layer made that of `reviewer`."""
    for each in found:
        if isinstance(each, AnnotatorError):
            yield each
        else:
            layers = (
                Layer(layer.article, reviewer, layer, layer.status, layer.curated)
                for layer in each.layers
            )
            yield each._replace(layers=tuple(layers))


class _Reading(NamedTuple):
    """One reading, with what was asked for; `chosen` None: any format."""

    chosen: Format | None
    reviewer: str
    notice: Notice

    def read(self, path: Path) -> Iterator[Found]:
        """Yield what the file or folder `path` holds."""
        if path == STANDARD_STREAM:
            with standard_input() as source:
                yield from self._read_file(source)
            return
        in_folder = path.is_dir()
        for source in sources(path):
            if isinstance(source, AnnotatorError):
                yield source
            elif in_folder and is_open(source.path):
                continue  # the project that it goes into may lie among what it takes in
            elif not in_folder or not self._comes_with_another(source):
                yield from self._read_file(source, in_folder=in_folder)

    def _comes_with_another(self, source: Source) -> bool:
        return belongs_to_another(source.path, (self.chosen,) if self.chosen else formats())

    def _read_file(
        self, source: Source, *, in_folder: bool = False, in_zip: bool = False
    ) -> Iterator[Found]:
        source = source._replace(reviewer=self.reviewer)
        try:
            if is_open(source.path):
                raise FormatError(PROJECT)
            if is_zip(source.path) and not format_of(source):
                if in_zip:
                    raise FormatError("A zip inside a zip is not opened: unpack it first.")
                yield from self._read_archive(source, in_folder=in_folder)
                return
            if in_folder and self.chosen and not may_be(source.path, self.chosen):
                raise FormatError("Skipped: no file of the format {0}.", self.chosen.name)
            format, reason = (self.chosen, _CHOSEN) if self.chosen else recognized(source)
            if not format and is_project(source.path):
                raise FormatError(PROJECT)
            if not format or not format.read:
                raise FormatError(
                    "Skipped: its format is not known by content or extension. Name the format."
                )
            usable(format)
            self.notice(source, format, reason)
            yield from format.read(source)
        except FormatError as error:
            error.where = source.where
            yield error
        except OSError as error:
            yield file_error(error, source.where)

    def _read_archive(self, source: Source, *, in_folder: bool) -> Iterator[Found]:
        """Yield what a zip holds, read as a folder: `where` is `news.zip/2020/a.txt`.

        In a folder the names and ids of what it holds begin with its own, for there may be more.
        """
        with TemporaryDirectory(prefix="annotator-") as unpacked:
            try:
                yield from unpack(source.path, Path(unpacked), source.where)
            except ArchiveError as error:
                yield error
                return
            for file in sources(Path(unpacked)):
                if isinstance(file, AnnotatorError):
                    yield _seen_from_outside(file, unpacked, source.where)
                elif not self._comes_with_another(file):
                    inside = file._replace(
                        name=f"{source.name}/{file.name}" if in_folder else file.name,
                        id=f"{source.id}/{file.id}" if in_folder else file.id,
                        where=f"{source.where}/{file.name}",
                    )
                    for each in self._read_file(inside, in_folder=True, in_zip=True):
                        yield _seen_from_outside(each, unpacked, source.where)


def _seen_from_outside(found: Found, unpacked: str, where: str) -> Found:
    """Return `found` with the zip named where the folder was that it is unpacked in."""
    if isinstance(found, Parcel):
        return found._replace(where=found.where.replace(unpacked, where))
    found.where = found.where.replace(unpacked, where)
    return found
