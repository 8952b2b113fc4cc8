"""UIMA CAS, as XMI and as JSON: what INCEpTION and DKPro read and write.

How annotations are mapped is said in `uima_declared` and `uima_layers`.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotator.formats.faults import Faults
from annotator.formats.file_names import restorable_stem, write_new
from annotator.formats.format import Format, Found, Losses, Parcel, Source
from annotator.formats.json_stream import head_keys
from annotator.formats.losses import FURTHER_LAYERS, single_layers
from annotator.formats.shapes import ENDS, LINKS, UNUSUAL
from annotator.formats.text_lines import LONGEST
from annotator.formats.uima.cas import Cas
from annotator.formats.uima.cassis import json_of, types_xml, xmi_of
from annotator.formats.uima.declared import Declared, declared_by, type_system
from annotator.formats.uima.dkpro import LARGE_NUMBERS
from annotator.formats.uima.json import STRUCTURES, TYPES, VIEWS, read_json
from annotator.formats.uima.reading import parcel_of
from annotator.formats.uima.type_files import TYPE_SYSTEM_FILES, types_beside
from annotator.formats.uima.writing import NO_XML, cas_of, xml_text
from annotator.formats.uima.xmi import read_xmi
from annotator.language.encoding import decode
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, message
from annotator.model.tagset import Tagset

_XMI_MARK = b"http://www.omg.org/XMI"
_BOM = b"\xef\xbb\xbf"


def _recognizes_xmi(head: bytes) -> bool:
    start = head[:1024].removeprefix(_BOM).lstrip()
    return start.startswith(b"<") and _XMI_MARK in head[: 1 << 16]


def _recognizes_json(head: bytes) -> bool:
    return bool(head_keys(head) & {TYPES, STRUCTURES, VIEWS})


def _read_xmi(source: Source) -> Iterator[Found]:
    def read(faults: Faults) -> Cas:
        types = types_beside(source.path, source.where)
        with source.path.open("rb") as file:
            return read_xmi(file, types, source.where, faults)

    yield from _read(source, read)


def _read_json(source: Source) -> Iterator[Found]:
    def read(faults: Faults) -> Cas:
        text = decode(source.path.read_bytes(), source.where).removeprefix("\ufeff")
        return read_json(text, source.path, source.where, faults)

    yield from _read(source, read)


def _read(source: Source, read: Callable[[Faults], Cas]) -> Iterator[Found]:
    faults = Faults()
    found: Found
    try:
        if (size := source.path.stat().st_size) > LONGEST:
            raise AnnotatorError(
                "The file has {0} MB; one article may have {1} MB: split it.",
                size >> 20, LONGEST >> 20,
            )  # fmt: skip
        found = parcel_of(read(faults), source, faults)
    except AnnotatorError as error:
        error.where = error.where or source.where
        found = error
    yield from faults.all(source.where)
    yield found


def _named(parcels: Iterable[Parcel]) -> Iterator[tuple[str, Article, Layer | None]]:
    """Yield each layer with the name of its file: the article's id and the reviewer."""
    for article, layers, _ in parcels:
        for layer in layers or (None,):
            yield (f"{article.id}.{layer.reviewer}" if layer else article.id), article, layer


def _write_xmi_folder(parcels: Iterable[Parcel], folder: Path, tagset: Tagset) -> Losses:
    losses = Losses()
    declared: set[Declared] = set(declared_by(tagset))
    folders = {folder}
    for name, article, layer in _named(parcels):
        cas, features = cas_of(article, layer, losses, xml_text(losses))
        declared |= features
        path = folder / f"{restorable_stem(name)}.xmi"
        write_new(path, xmi_of(cas), article)
        folders.add(path.parent)
    content = types_xml(type_system(frozenset(declared)))
    for each in folders:
        (each / TYPE_SYSTEM_FILES[0]).write_bytes(content)
    return losses


def _json(article: Article, layer: Layer | None, losses: Losses) -> bytes:
    cas, _ = cas_of(article, layer, losses, lambda text: text)
    return json_of(cas)


def _write_json(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    losses = Losses()
    written = 0
    for article, layer, _ in single_layers(parcels, losses, names_reviewers=True):
        written += 1
        if written > 1:
            raise AnnotatorError("There is more than one article: name a folder for their files.")
        stream.write(_json(article, layer, losses))
    if not written:
        raise AnnotatorError("There is no article to write.")
    return losses


def _write_json_folder(parcels: Iterable[Parcel], folder: Path, _tagset: Tagset) -> Losses:
    losses = Losses()
    for name, article, layer in _named(parcels):
        write_new(folder / f"{restorable_stem(name)}.json", _json(article, layer, losses), article)
    return losses


FORMATS = (
    Format(
        name="uima-xmi",
        extensions=(".xmi",),
        summary=message("UIMA CAS XMI, of INCEpTION and DKPro, with TypeSystem.xml beside it"),
        cannot_carry=(LARGE_NUMBERS, ENDS, LINKS, UNUSUAL, NO_XML),
        read=_read_xmi,
        write_folder=_write_xmi_folder,
        recognizes=_recognizes_xmi,
        sign=message("it is XML and names {0}", _XMI_MARK.decode()),
        belongings=TYPE_SYSTEM_FILES,
        extra="uima",
        modules=("cassis",),
    ),
    Format(
        name="uima-json",
        extensions=(".json",),
        summary=message("UIMA CAS JSON 0.4.0, of INCEpTION and DKPro"),
        cannot_carry=(FURTHER_LAYERS, LARGE_NUMBERS, ENDS, LINKS, UNUSUAL),
        read=_read_json,
        write=_write_json,
        write_folder=_write_json_folder,
        single=True,
        recognizes=_recognizes_json,
        sign=message("its first object has the key {0}", f"{TYPES}, {STRUCTURES} or {VIEWS}"),
        extra="uima",
        modules=("cassis",),
    ),
)
