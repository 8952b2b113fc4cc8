"""What formats share that read articles alone: a file of bounded size, its text, what it says."""

import logging
import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager

from annotator.formats.format import Source
from annotator.language.news import metadata_of
from annotator.model.article import Json
from annotator.model.message import AnnotatorError

LONGEST = 16 << 20
"""Bytes that the text of one article, or a page of HTML, may have."""

ENCODING = "encoding"
"""The key in the metadata that tells which encoding an article's file was in, when not UTF-8."""

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


def described(text: str, name: str, known: Mapping[str, Json]) -> dict[str, Json]:
    """Return the metadata of an article in the file `name`: what `known` says and the layout.

    What the layout of `text` says for certain goes before what the file says of itself: programs
    write a title and an author into files that nobody gave them.
    """
    layout = metadata_of(text)
    further = {key: value for key, value in known.items() if key not in layout}
    return {**layout, **further, "source": name}


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


def quietened(*names: str) -> None:
    """Keep what libraries log off the terminal; a log that the program keeps still has it."""
    for name in names:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
