"""Plain text: one file is one article, byte for byte."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotator.formats.file_names import stem_of, write_new
from annotator.formats.format import Format, Found, Losses, Parcel, Source
from annotator.formats.losses import LAYERS, NAMES
from annotator.language.encoding import decode
from annotator.language.news import metadata_of
from annotator.model.article import Article, Json
from annotator.model.message import AnnotatorError, message
from annotator.model.tagset import Tagset

LONGEST_TEXT = 16 << 20
"""Bytes that one text may have."""

EXTENSION = ".txt"

ANNOTATIONS = message("annotations")
METADATA = message("metadata that the text does not show")


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
        yield Parcel(Article(source.id, text, file_metadata(text, source.name)), (), source.where)


def file_metadata(text: str, name: str) -> dict[str, Json]:
    """Return the metadata of an article that is the file called `name`."""
    return {**metadata_of(text), "source": name}


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    losses = Losses()
    article: Article | None = None
    for parcel in parcels:
        if article is None:
            article = parcel.article
            losses += metadata_lost(article, article.id + EXTENSION)
        elif article.id != parcel.article.id:
            raise AnnotatorError("There is more than one article: name a folder for their files.")
        losses += _layers_lost(parcel)
    if article is None:
        raise AnnotatorError("There is no article to write.")
    stream.write(article.text.encode())
    return losses


def _write_folder(parcels: Iterable[Parcel], folder: Path, _tagset: Tagset) -> Losses:
    losses = Losses()
    written: set[str] = set()
    for parcel in parcels:
        article = parcel.article
        losses += _layers_lost(parcel)
        if article.id in written:
            continue
        written.add(article.id)
        name = stem_of(article.id) + EXTENSION
        if name != article.id + EXTENSION:
            losses[NAMES] += 1
        losses += metadata_lost(article, name)
        write_new(folder / name, article.text.encode(), article)
    return losses


def _layers_lost(parcel: Parcel) -> Losses:
    annotations = sum(len(layer) for layer in parcel.layers)
    return +Losses({ANNOTATIONS: annotations, LAYERS: len(parcel.layers)})


def metadata_lost(article: Article, name: str) -> Losses:
    """Count the metadata that reading the text again, as the file `name`, would not give."""
    given = file_metadata(article.text, name)
    lost = [key for key in article.metadata if key not in given]
    changed = [key for key, value in given.items() if article.metadata.get(key, value) != value]
    return +Losses({METADATA: len(lost) + len(changed)})


FORMAT = Format(
    name="text",
    extensions=(EXTENSION,),
    summary=message("plain text: one file is one article, byte for byte"),
    cannot_carry=(ANNOTATIONS, LAYERS, METADATA, NAMES),
    read=_read,
    write=_write,
    write_folder=_write_folder,
)
