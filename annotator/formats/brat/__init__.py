"""brat's standoff (brat.nlplab.org/standoff.html): `ID.txt`, and beside it `ID.ann`.

Also the two files `ID.a1` and `ID.a2` of the BioNLP shared tasks, which it comes from.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from annotator.formats.article_files import LONGEST as LONGEST_TEXT
from annotator.formats.article_files import check_not_blank, is_blank
from annotator.formats.brat.conf import ANNOTATION, KEYS, VISUAL, declared_roles, read_configuration
from annotator.formats.brat.conf_writing import annotation_conf
from annotator.formats.brat.memory import KEY
from annotator.formats.brat.met import Met
from annotator.formats.brat.reading import File, read_files
from annotator.formats.brat.roles import Declared
from annotator.formats.brat.values import FLAGS_OFF, NAMES_CHANGED, NOTE_ENDS, NUMBERS
from annotator.formats.brat.visual import kb_shortcuts_conf, visual_conf
from annotator.formats.brat.writing import LINE_BREAKS, LINKS, STRETCHES, lines_of
from annotator.formats.file_names import stem_of, write_new
from annotator.formats.format import Format, Found, Losses, Parcel, Source, TagsetFile
from annotator.formats.losses import (
    ATTRIBUTES,
    DOCUMENT_LABELS,
    FURTHER_LAYERS,
    LAYERS,
    NAMES,
    NOTES,
    ORIGINS,
    single_layers,
)
from annotator.formats.text import BLANK, METADATA, metadata_lost, text_metadata
from annotator.language.encoding import decode
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, message
from annotator.model.tagset import Tagset

TEXT, LINES = ".txt", ".ann"
FIRST, SECOND = ".a1", ".a2"
"""The endings of BioNLP's files: what is given, and what is to be found."""

LONGEST_LINES = 64 << 20
"""Bytes that one file with annotations may have."""


def _read(source: Source) -> Iterator[Found]:
    try:
        text_path, line_paths = _files(source)
        text = _content(text_path, LONGEST_TEXT)
        check_not_blank(text, str(text_path))
        files = [File(_content(path, LONGEST_LINES), str(path)) for path in line_paths]
    except AnnotatorError as error:
        yield error
        return
    metadata = text_metadata(text, source.id + text_path.suffix)
    if not files:
        yield Parcel(Article(source.id, text, metadata), (), source.where)
        return
    reading = read_files(text, files, _declared(source))
    yield from reading.remarks
    article = Article(source.id, text, {**metadata, **reading.memory.metadata()})
    try:
        layer = Layer(article, source.reviewer, reading.annotations)
    except AnnotatorError as error:
        error.where = source.where
        yield error
    else:
        yield Parcel(article, (layer,), source.where)


def _files(source: Source) -> tuple[Path, list[Path]]:
    """Return the text of an article, and the files with annotations on it, by one of them."""
    path, suffix = source.path, source.path.suffix.lower()
    text = path if suffix == TEXT else _beside(path, TEXT)
    if text is None:
        raise AnnotatorError(
            "The text is missing: {0} must be beside it.",
            path.with_suffix(TEXT).name, where=source.where,
        )  # fmt: skip
    lines = _beside(path, LINES)
    if suffix in (FIRST, SECOND) and lines:
        raise AnnotatorError(
            "Skipped: {0} beside it has the annotations.", lines.name, where=source.where
        )
    if suffix not in (TEXT, FIRST, SECOND):
        return text, [path]
    found = [lines] if lines else [_beside(path, ending) for ending in (FIRST, SECOND)]
    return text, [each for each in found if each]


def _beside(path: Path, ending: str) -> Path | None:
    paths = (path.with_suffix(each) for each in (path.suffix, ending, ending.upper()))
    return next((each for each in paths if each.suffix.lower() == ending and each.is_file()), None)


def _content(path: Path, longest: int) -> str:
    size = path.stat().st_size
    if size > longest:
        raise AnnotatorError(
            "The file has {0} MB; it may have {1} MB: split it.",
            size >> 20, longest >> 20, where=str(path),
        )  # fmt: skip
    data = path.read_bytes()
    return decode(data, str(path)) if data or longest == LONGEST_TEXT else ""


def _declared(source: Source) -> Declared:
    """Return the roles that the next `annotation.conf` declares, in the folder read or below it."""
    for folder, _ in zip(source.path.parents, source.name.split("/"), strict=False):
        path = folder / ANNOTATION
        if path.is_file():
            return _declared_in(path, path.stat().st_mtime_ns)
    return {}


@lru_cache(maxsize=8)
def _declared_in(path: Path, _changed: int) -> Declared:
    return declared_roles(path)


def _write_folder(parcels: Iterable[Parcel], folder: Path, tagset: Tagset) -> Losses:
    losses, met = Losses(), Met(tagset)
    for article, layer, _ in single_layers(parcels, losses):
        stem = stem_of(article.id)
        losses[NAMES] += stem != article.id
        losses[BLANK] += is_blank(article.text)
        own = {key: value for key, value in article.metadata.items() if key != KEY}
        losses += metadata_lost(Article(article.id, article.text, own), stem + TEXT)
        lines = lines_of(layer, met, losses) if layer else ()
        write_new(folder / (stem + TEXT), article.text.encode(), article)
        write_new(folder / (stem + LINES), "".join(f"{line}\n" for line in lines).encode(), article)
    files = {ANNOTATION: annotation_conf(met.tagset(), met)}
    if any((tagset.entities, tagset.events, tagset.relations)):
        files |= {VISUAL: visual_conf(tagset, met), KEYS: kb_shortcuts_conf(tagset)}
    for name, content in files.items():
        (folder / name).write_bytes(content.encode())
    return +losses


FORMAT = Format(
    name="brat",
    extensions=(LINES, FIRST),
    summary=message("brat standoff: texts, and beside each a file with its annotations"),
    cannot_carry=(
        LAYERS, FURTHER_LAYERS, METADATA, NAMES, DOCUMENT_LABELS, LINE_BREAKS, NAMES_CHANGED,
        FLAGS_OFF, NUMBERS, ATTRIBUTES, NOTES, NOTE_ENDS, ORIGINS, LINKS, STRETCHES, BLANK,
    ),
    read=_read,
    write_folder=_write_folder,
    companions=(TEXT, SECOND),
    belongings=(ANNOTATION, VISUAL, KEYS, "tools.conf"),
    tagset_file=TagsetFile((ANNOTATION,), read_configuration, annotation_conf),
)  # fmt: skip
