"""Plain text: one file is one article, byte for byte where it is UTF-8.

Other encodings are read where they are certain (`annotator.language.encoding`); text is always
written in UTF-8.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotator.formats.article_files import ENCODING, bytes_of, check_not_blank, is_blank
from annotator.formats.file_names import id_of, restorable_stem, write_new
from annotator.formats.format import Format, Found, Losses, Parcel, Source
from annotator.formats.losses import LAYERS, NAMES
from annotator.language.encoding import Encoding, decode, detect, remark_on
from annotator.language.news import metadata_of
from annotator.model.article import Article, Json
from annotator.model.message import AnnotatorError, message
from annotator.model.tagset import Tagset

EXTENSION = ".txt"

ANNOTATIONS = message("annotations")
METADATA = message("metadata that the text does not show")
BLANK = message("texts of white space alone, which are not read again")

_ENCODINGS = tuple(each.value for each in Encoding)


def _read(source: Source) -> Iterator[Found]:
    try:
        data = bytes_of(source)
        encoding = detect(data, source.where)
        text = decode(data, source.where, encoding)
        check_not_blank(text, source.where)
    except AnnotatorError as error:
        yield error
        return
    metadata = text_metadata(text, source.name)
    if remark := remark_on(encoding, source.where):
        metadata[ENCODING] = encoding.value
        yield remark
    yield Parcel(Article(id_of(source.id), text, metadata), (), source.where)


def text_metadata(text: str, name: str) -> dict[str, Json]:
    """Return the metadata of the article that the file `name`, with `text`, is."""
    return {**metadata_of(text), "source": name}


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    losses = Losses()
    article: Article | None = None
    for parcel in parcels:
        if article is None:
            article = parcel.article
            losses += metadata_lost(article, article.id + EXTENSION)
            losses[BLANK] += is_blank(article.text)
        elif article.id != parcel.article.id:
            raise AnnotatorError("There is more than one article: name a folder for their files.")
        losses += _layers_lost(parcel)
    if article is None:
        raise AnnotatorError("There is no article to write.")
    stream.write(article.text.encode())
    return +losses


def _write_folder(parcels: Iterable[Parcel], folder: Path, _tagset: Tagset) -> Losses:
    losses = Losses()
    written: set[str] = set()
    for parcel in parcels:
        article = parcel.article
        losses += _layers_lost(parcel)
        if article.id in written:
            continue
        written.add(article.id)
        stem = restorable_stem(article.id)
        name = stem + EXTENSION
        losses[NAMES] += id_of(stem) != article.id
        losses[BLANK] += is_blank(article.text)
        losses += metadata_lost(article, name)
        write_new(folder / name, article.text.encode(), article)
    return +losses


def _layers_lost(parcel: Parcel) -> Losses:
    annotations = sum(len(layer) for layer in parcel.layers)
    return +Losses({ANNOTATIONS: annotations, LAYERS: len(parcel.layers)})


def metadata_lost(article: Article, name: str) -> Losses:
    """Count the metadata that reading the text again, as the file `name`, would not give.

    Which encoding another file was in is no loss: this one is in UTF-8.
    """
    given = text_metadata(article.text, name)
    lost = [
        key
        for key, value in article.metadata.items()
        if key not in given and not (key == ENCODING and value in _ENCODINGS)
    ]
    changed = [key for key, value in given.items() if article.metadata.get(key, value) != value]
    return +Losses({METADATA: len(lost) + len(changed)})


FORMAT = Format(
    name="text",
    extensions=(EXTENSION,),
    summary=message("plain text: one file is one article, byte for byte"),
    cannot_carry=(ANNOTATIONS, LAYERS, METADATA, NAMES, BLANK),
    read=_read,
    write=_write,
    write_folder=_write_folder,
    single=True,
)
