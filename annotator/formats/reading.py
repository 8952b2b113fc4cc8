"""Reading files of any format: which format a file has, and what must hold across files."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from annotator.formats.archive import ArchiveError, is_zip, unpack
from annotator.formats.files import STANDARD_STREAM, file_error, sources, standard_input
from annotator.formats.format import HEAD, UNNAMED, Format, Found, Parcel, Source
from annotator.formats.registry import FormatError, format_named, formats, usable
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError

AUTO = "auto"
"""The format is found by the content of a file, else by its extension."""


def read(path: Path, format: str = AUTO, reviewer: str = UNNAMED) -> Iterator[Found]:
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
    return _without_clashes(_read(path, chosen, reviewer))


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


def format_of(source: Source) -> Format | None:
    """Return the format that a file has by its content, else by its extension, or None.

    Raises OSError where the file can't be read.
    """
    with source.path.open("rb") as file:
        head = file.read(HEAD)
    readable = [each for each in formats() if each.read]
    suffix = source.path.suffix.lower()
    by_content = (each for each in readable if each.recognizes(head))
    by_extension = (each for each in readable if suffix in each.extensions)
    return next(by_content, None) or next(by_extension, None)


def _read(path: Path, chosen: Format | None, reviewer: str) -> Iterator[Found]:
    if path == STANDARD_STREAM:
        with standard_input() as source:
            yield from _read_file(source._replace(reviewer=reviewer), chosen)
        return
    in_folder = path.is_dir()
    for source in sources(path):
        if isinstance(source, AnnotatorError):
            yield source
        elif not in_folder or not _belongs_to_another(source.path, _candidates(chosen)):
            yield from _read_file(source._replace(reviewer=reviewer), chosen, in_folder=in_folder)


def _candidates(chosen: Format | None) -> tuple[Format, ...]:
    return (chosen,) if chosen else formats()


def _belongs_to_another(path: Path, readable: Iterable[Format]) -> bool:
    """Return whether a file is read together with another one in its folder."""
    return any(
        path.name in each.belongings
        or (
            path.suffix.lower() in each.companions
            and any(path.with_suffix(extension).is_file() for extension in each.extensions)
        )
        for each in readable
    )


def _may_be(path: Path, format: Format) -> bool:
    return path.suffix.lower() in (*format.extensions, *format.companions)


def _read_file(
    source: Source, chosen: Format | None, *, in_folder: bool = False, in_zip: bool = False
) -> Iterator[Found]:
    try:
        if is_zip(source.path) and not format_of(source):
            if in_zip:
                raise FormatError("A zip inside a zip is not opened: unpack it first.")
            yield from _read_archive(source, chosen, in_folder=in_folder)
            return
        if in_folder and chosen and not _may_be(source.path, chosen):
            raise FormatError("Skipped: no file of the format {0}.", chosen.name)
        format = chosen or format_of(source)
        if format and format.read:
            usable(format)
            yield from format.read(source)
        else:
            raise FormatError(
                "Skipped: its format is not known by content or extension. Name the format."
            )
    except FormatError as error:
        error.where = source.where
        yield error
    except OSError as error:
        yield file_error(error, source.where)


def _read_archive(source: Source, chosen: Format | None, *, in_folder: bool) -> Iterator[Found]:
    """Yield what a zip holds, read as a folder: `where` is `news.zip/2020/a.txt`.

    In a folder the names and ids of what it holds begin with its own, for there may be more zips.
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
            elif not _belongs_to_another(file.path, _candidates(chosen)):
                inside = file._replace(
                    name=f"{source.name}/{file.name}" if in_folder else file.name,
                    id=f"{source.id}/{file.id}" if in_folder else file.id,
                    where=f"{source.where}/{file.name}",
                    reviewer=source.reviewer,
                )
                for each in _read_file(inside, chosen, in_folder=True, in_zip=True):
                    yield _seen_from_outside(each, unpacked, source.where)


def _seen_from_outside(found: Found, unpacked: str, where: str) -> Found:
    """Return `found` with the zip named where the folder was that it is unpacked in."""
    if isinstance(found, Parcel):
        return found._replace(where=found.where.replace(unpacked, where))
    found.where = found.where.replace(unpacked, where)
    return found


class _Known(NamedTuple):
    text: bytes
    metadata: bytes
    where: str
    reviewers: dict[str, str]


def _without_clashes(found: Iterable[Found]) -> Iterator[Found]:
    """Yield `found` with an error in place of each parcel that contradicts or repeats another."""
    known: dict[str, _Known] = {}
    for each in found:
        yield each if isinstance(each, AnnotatorError) else _clash(each, known) or each


def _clash(parcel: Parcel, known: dict[str, _Known]) -> AnnotatorError | None:
    article, layers, where = parcel
    text = _digest(article.text)
    metadata = _digest(json.dumps(dict(article.metadata), sort_keys=True))
    present = known.setdefault(article.id, _Known(text, metadata, where, {}))
    if present.text != text:
        return AnnotatorError(
            "The article {0} has another text at {1}: give one of them another id.",
            article.id, present.where, where=where,
        )  # fmt: skip
    if present.metadata != metadata:
        return AnnotatorError(
            "The article {0} has other metadata at {1}: make them equal.",
            article.id, present.where, where=where,
        )  # fmt: skip
    reviewers = [layer.reviewer for layer in layers] or [""]
    for reviewer in reviewers:
        if reviewer in present.reviewers:
            return AnnotatorError(
                "The article {0}, with the same reviewer, is already at {1}.",
                article.id, present.reviewers[reviewer], where=where,
            )  # fmt: skip
    present.reviewers.update(dict.fromkeys(reviewers, where))
    return None


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
