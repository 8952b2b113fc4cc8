"""Plain text: one file is one article, byte for byte."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotator.formats.format import Format, Found, Losses, Parcel, Source
from annotator.language.encoding import decode
from annotator.language.news import metadata_of
from annotator.model.article import Article, Json
from annotator.model.message import AnnotatorError, message

LONGEST_TEXT = 16 << 20
"""Bytes that one text may have."""

EXTENSION = ".txt"

ANNOTATIONS = message("annotations")
LAYERS = message("reviewers and statuses")
METADATA = message("metadata that the text does not show")
NAMES = message("ids that are no file names")

_LONGEST_NAME = 180
_LONGEST_PATH = 1000
"""Bytes that a part of a file's path, and the whole, are given: most systems take more."""

_NO_FILE_NAME = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*]|^\.|[. ]$')


def _read(source: Source) -> Iterator[Found]:
    size = source.path.stat().st_size
    if size > LONGEST_TEXT:
        yield AnnotatorError(
            "The text has {0} MB; one article may have {1} MB: split it.",
            size >> 20, LONGEST_TEXT >> 20, where=source.where,
        )  # fmt: skip
        return
    try:
        text = decode(source.path.read_bytes(), source.where)
    except AnnotatorError as error:
        yield error
    else:
        yield Parcel(Article(source.id, text, _metadata(text, source.name)), (), source.where)


def _metadata(text: str, name: str) -> dict[str, Json]:
    return {**metadata_of(text), "source": name}


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    losses = Losses()
    article: Article | None = None
    for parcel in parcels:
        if article is None:
            article = parcel.article
            losses += _metadata_lost(article, article.id + EXTENSION)
        elif article.id != parcel.article.id:
            raise AnnotatorError("There is more than one article: name a folder for their files.")
        losses += _layers_lost(parcel)
    if article is None:
        raise AnnotatorError("There is no article to write.")
    stream.write(article.text.encode())
    return losses


def _write_folder(parcels: Iterable[Parcel], folder: Path) -> Losses:
    losses = Losses()
    written: set[str] = set()
    for parcel in parcels:
        article = parcel.article
        losses += _layers_lost(parcel)
        if article.id in written:
            continue
        written.add(article.id)
        name = _file_name(article.id)
        if name != article.id + EXTENSION:
            losses[NAMES] += 1
        losses += _metadata_lost(article, name)
        _write_new(folder / name, article)
    return losses


def _write_new(path: Path, article: Article) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(article.text.encode())
    except FileExistsError as error:
        raise AnnotatorError(
            "The article {0} and another one would both be the file {1}: export them apart.",
            article.id, path.name,
        ) from error  # fmt: skip


def _file_name(id: str) -> str:
    """Return the file for the article `id`: its parts at `/` are folders.

    What no file name may have, or what would hide the file or leave the folder, is written as
    `%` and the hexadecimal code point; a part that is too long is cut and ends in a digest.
    """
    path = "/".join(_cut(_escaped(part), _LONGEST_NAME) for part in id.split("/"))
    return _cut(path, _LONGEST_PATH) + EXTENSION


def _escaped(part: str) -> str:
    return _NO_FILE_NAME.sub(lambda found: f"%{ord(found[0]):02X}", part) or "%"


def _cut(name: str, longest: int) -> str:
    data = name.encode()
    if len(data) <= longest:
        return name
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    return f"{data[: longest // 2].decode(errors='ignore')}%{digest}"


def _layers_lost(parcel: Parcel) -> Losses:
    annotations = sum(len(layer) for layer in parcel.layers)
    return +Losses({ANNOTATIONS: annotations, LAYERS: len(parcel.layers)})


def _metadata_lost(article: Article, name: str) -> Losses:
    """Count the metadata that reading the text again, as the file `name`, would not give."""
    given = _metadata(article.text, name)
    lost = [key for key in article.metadata if key not in given]
    changed = [key for key, value in given.items() if article.metadata.get(key, value) != value]
    return +Losses({METADATA: len(lost) + len(changed)})


FORMAT = Format(
    name="text",
    extensions=(EXTENSION,),
    cannot_carry=(ANNOTATIONS, LAYERS, METADATA, NAMES),
    read=_read,
    write=_write,
    write_folder=_write_folder,
)
