"""WebAnno TSV 3: a row for each token with a column for each feature.

Written as version 3.3, read from 3.0 on. Source: INCEpTION's user guide, "WebAnno TSV 3.3 File
format", with the reference files of its tests.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotator.formats.faults import Faults
from annotator.formats.file_names import id_of, restorable_stem, write_new
from annotator.formats.format import Format, Found, Losses, Parcel, Source
from annotator.formats.losses import (
    DOCUMENT_LABELS,
    FURTHER_LAYERS,
    LAYERS,
    METADATA,
    NAMES,
    Single,
    single_layers,
)
from annotator.formats.shapes import ENDS, LINKS, UNUSUAL, regular
from annotator.formats.text_lines import LONGEST
from annotator.formats.uima.dkpro import LARGE_NUMBERS, feature_of
from annotator.formats.uima.dkpro_chains import attributes_left
from annotator.formats.uima.dkpro_drawn import assembled
from annotator.formats.webanno.header import FORMAT_LINE, VERSION, layers_of, version_of
from annotator.formats.webanno.reading import drawn_of
from annotator.formats.webanno.rows import BodyReader
from annotator.formats.webanno.values import text_reader
from annotator.formats.webanno.writing import lines_of
from annotator.language.encoding import decode
from annotator.model.annotation import Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, message
from annotator.model.tagset import Tagset

EXTENSION = ".tsv"

EMPTY_CLUSTERS = message("coreference clusters without members")
CLUSTER_WORDS = message("attributes, notes and origins of coreference clusters")

_KINDS = frozenset(Kind) - {Kind.DOCUMENT}
_BOM = b"\xef\xbb\xbf"


def _recognizes(head: bytes) -> bool:
    return head.removeprefix(_BOM).startswith(f"{FORMAT_LINE}3".encode())


def _read(source: Source) -> Iterator[Found]:
    if (size := source.path.stat().st_size) > LONGEST:
        yield AnnotatorError(
            "The file has {0} MB; one article may have {1} MB: split it.",
            size >> 20, LONGEST >> 20, where=source.where,
        )  # fmt: skip
        return
    faults = Faults()
    try:
        text = decode(source.path.read_bytes(), source.where).removeprefix("\ufeff")
        parcel = _parcel(text, source, faults)
    except AnnotatorError as error:
        error.where = error.where or source.where
        yield from faults.all(source.where)
        yield error
    else:
        yield from faults.all(source.where)
        yield parcel


def _parcel(content: str, source: Source, faults: Faults) -> Parcel:
    """Return what the `content` of a file holds; raises AnnotatorError where that is no article."""
    where = source.where
    lines = [line.removesuffix("\r") for line in content.split("\n")]
    body_start = next((number for number, line in enumerate(lines) if not line), len(lines))
    try:
        read_text = text_reader(version_of(lines[0]))
    except AnnotatorError as error:
        error.where = f"{where}:1"
        raise
    layers = layers_of(lines[1:body_start], where)
    columns = sum(len(layer.columns) for layer in layers)
    reader = BodyReader(where, columns, read_text, faults)
    body = reader.read(lines[body_start:], body_start + 1)
    drawn = drawn_of(body.rows, layers, where, faults)
    article = Article(id_of(source.id), body.text, {"source": source.name})
    layer = Layer(article, source.reviewer, assembled(drawn, body.text, faults))
    return Parcel(article, (layer,), where)


def _content(single: Single, losses: Losses) -> bytes:
    annotations = regular(single.annotations(), losses, _KINDS)
    for each in annotations:
        if each.kind is not Kind.CLUSTER:
            losses[LARGE_NUMBERS] += sum(not feature_of(*pair) for pair in each.attributes.items())
        elif each.links:
            words = len(attributes_left(each)) + bool(each.note) + bool(each.origin)
            losses[CLUSTER_WORDS] += words
        else:
            losses[EMPTY_CLUSTERS] += 1
    return "".join(f"{line}\n" for line in lines_of(single.article.text, annotations)).encode()


def _metadata_lost(article: Article, name: str) -> Losses:
    """Count the metadata that reading the file `name` would not give."""
    lost = len(article.metadata.keys() - {"source"})
    return Losses({METADATA: lost + (article.metadata.get("source", name) != name)})


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    losses = Losses()
    written = 0
    for single in single_layers(parcels, losses):
        written += 1
        if written > 1:
            raise AnnotatorError("There is more than one article: name a folder for their files.")
        losses += _metadata_lost(single.article, single.article.id + EXTENSION)
        stream.write(_content(single, losses))
    if not written:
        raise AnnotatorError("There is no article to write.")
    return +losses


def _write_folder(parcels: Iterable[Parcel], folder: Path, _tagset: Tagset) -> Losses:
    losses = Losses()
    for single in single_layers(parcels, losses):
        stem = restorable_stem(single.article.id)
        losses[NAMES] += id_of(stem) != single.article.id
        losses += _metadata_lost(single.article, stem + EXTENSION)
        write_new(folder / f"{stem}{EXTENSION}", _content(single, losses), single.article)
    return +losses


FORMAT = Format(
    name="webanno",
    extensions=(EXTENSION,),
    summary=message("WebAnno TSV 3.3, of WebAnno and INCEpTION: a row for each token"),
    cannot_carry=(
        LAYERS, FURTHER_LAYERS, METADATA, NAMES, DOCUMENT_LABELS, EMPTY_CLUSTERS, CLUSTER_WORDS,
        LARGE_NUMBERS, ENDS, LINKS, UNUSUAL,
    ),
    read=_read,
    write=_write,
    write_folder=_write_folder,
    single=True,
    recognizes=_recognizes,
    sign=message("its first line says {0}", FORMAT_LINE + VERSION),
)  # fmt: skip
