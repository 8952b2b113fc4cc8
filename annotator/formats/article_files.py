"""What formats share that read articles alone: a file of bounded size, its text, what it says."""

import logging
import re
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from annotator.formats.format import Found, Parcel, Source
from annotator.language.encoding import decode, in_old_font
from annotator.language.news import metadata_of
from annotator.model.article import Article, Json
from annotator.model.message import AnnotatorError, Remark

LONGEST = 16 << 20
"""Bytes that the text of one article, or a page of HTML, may have."""

ENCODING = "encoding"
"""The key in the metadata that tells which encoding an article's file was in, when not UTF-8."""

_BYTE_ORDER_MARK = "\ufeff"

_REFUSED = re.compile("[\0\ud800-\udfff]")


def bytes_of(source: Source, longest: int = LONGEST) -> bytes:
    """Return what the file holds; raises AnnotatorError above `longest` bytes, and OSError."""
    check_size(source.path.stat().st_size, longest, source.where)
    return source.path.read_bytes()


def check_size(size: int, longest: int, where: str) -> None:
    """Raise AnnotatorError where `size` is more than `longest` bytes."""
    if size > longest:
        raise AnnotatorError(
            "The text has {0} MB; one article may have {1} MB: split it.",
            size >> 20, longest >> 20, where=where,
        )  # fmt: skip


class Document(NamedTuple):
    """What a file of another program holds: its text, what it says of itself, what is remarked."""

    text: str
    properties: Mapping[str, Json]
    remarks: tuple[Remark, ...]


def read_document(source: Source, document_of: Callable[[Source], Document]) -> Iterator[Found]:
    """Yield the article that `document_of` finds by a library, and its remarks, or one error.

    Whatever the library raises becomes a sentence; raises OSError.
    """
    try:
        with library_failures(source.where):
            document = document_of(source)
        check_text(document.text, source.where)
    except AnnotatorError as error:
        error.where = source.where
        yield error
        return
    yield from document.remarks
    yield from parcel_of(source, document.text, document.properties)


def parcel_of(source: Source, text: str, known: Mapping[str, Json]) -> Iterator[Remark | Parcel]:
    """Yield the article that the document `source` holds, which says `known` of itself.

    Where it was written in a font of an older encoding, its letters are read as they look in it.
    """
    old = in_old_font(text)
    if old:
        text = decode(text.encode("cp1252"), source.where, old)
        yield Remark(
            "The text is written in a font for {0}, and was read so: see whether its letters are "
            "right.",
            old.value, where=source.where,
        )  # fmt: skip
    stated: Mapping[str, Json] = {ENCODING: old.value} if old else {}
    metadata = {**_described(text, known), "source": source.name, **stated}
    yield Parcel(Article(source.id, text, metadata), (), source.where)


def _described(text: str, known: Mapping[str, Json]) -> dict[str, Json]:
    """Return what the layout of `text` says for certain, then what else is `known`.

    Programs write a title and an author into files that nobody gave them.
    """
    layout = metadata_of(text)
    return {**layout, **{key: value for key, value in known.items() if key not in layout}}


@contextmanager
def library_failures(where: str) -> Generator[None]:
    """Turn whatever a library raises on a file that it does not understand into a sentence."""
    try:
        yield
    except (AnnotatorError, OSError, KeyboardInterrupt):
        raise
    except Exception as error:  # what libraries raise on damaged files is not told
        raise AnnotatorError(
            "The file is damaged, or not what its name says ({0}): open it in the program it was "
            "made with and save it again.",
            type(error).__name__, where=where,
        ) from error  # fmt: skip


def check_text(text: str, where: str) -> None:
    """Raise AnnotatorError where `text` is none that can be annotated, or is too long."""
    check_size(len(text.encode("utf-8", "surrogatepass")), LONGEST, where)
    if not text.strip():
        raise AnnotatorError("There is no text in it.", where=where)
    if _REFUSED.search(text):
        raise AnnotatorError(
            "A text has a NUL or half of a surrogate pair: remove it.", where=where
        )


def check_not_blank(text: str, where: str) -> None:
    """Raise AnnotatorError where the file that holds `text` has nothing but white space."""
    if is_blank(text):
        raise AnnotatorError(
            "The file has nothing but white space: there is nothing to annotate.", where=where
        )


def is_blank(text: str) -> bool:
    """Return whether there is only white space in `text`, after a byte order mark perhaps."""
    return not text.removeprefix(_BYTE_ORDER_MARK).strip()


def quietened(*names: str) -> None:
    """Keep what libraries log off the terminal; a log that the program keeps still has it."""
    for name in names:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
