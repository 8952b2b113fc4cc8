"""PDF: the text of the pages, as PDFium finds it. Read only.

A PDF says where letters stand, not which words they are: lines stay lines, pages are parted by an
empty line, and no order of columns is made up. PDFium knows one thread at a time.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from functools import partial
from importlib import import_module
from threading import Lock
from typing import Any, cast

from annotator.formats.article_files import (
    LONGEST,
    Document,
    check_size,
    quietened,
    read_document,
)
from annotator.formats.format import Format, Source
from annotator.model.article import Json
from annotator.model.message import AnnotatorError, Remark, message

_LARGEST = 256 << 20
_MOST_PAGES = 5000
_MOST_NAMED = 20
_WRONG_PASSWORD = 4

_HYPHEN = re.compile("[\x02\ufffe]")
"""What PDFium gives for a hyphen at the end of a line, with the line's end."""

_MEANINGLESS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")

_PROPERTIES = {"Title": "title", "Author": "author", "Subject": "subject", "Keywords": "keywords"}
_MOMENTS = {"CreationDate": "created_at", "ModDate": "modified_at"}
_MOMENT = re.compile(
    r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?.{0,6}"
)
"""A date of PDF: ISO 32000-1, section 7.9.4."""

_LOCK = Lock()


def _recognizes(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(b"%PDF-")


def _remarks(empty_pages: list[int], meaningless: int, where: str) -> Iterator[Remark]:
    if pages := empty_pages:
        shown = ", ".join(map(str, pages[:_MOST_NAMED])) + ("…" if len(pages) > _MOST_NAMED else "")
        yield Remark("Pages without text are left out; are they scanned? {0}", shown, where=where)
    if meaningless:
        yield Remark(
            "The PDF does not say what {0} of its characters are: they are shown as {1}.",
            meaningless, "\ufffd", where=where,
        )  # fmt: skip


def _document(source: Source) -> Document:
    """Return what the PDF holds; raises AnnotatorError and whatever PDFium raises."""
    check_size(source.path.stat().st_size, _LARGEST, source.where)
    with _LOCK:
        return _opened(source)


def _opened(source: Source) -> Document:
    quietened("pypdfium2")
    pypdfium2: Any = import_module("pypdfium2")
    try:
        document = pypdfium2.PdfDocument(str(source.path))
    except pypdfium2.PdfiumError as error:
        # A code may be left from an earlier file.
        if error.err_code == _WRONG_PASSWORD and b"/Encrypt" in source.path.read_bytes():
            raise AnnotatorError(
                "The PDF is encrypted: save it without a password, and choose that.",
                where=source.where,
            ) from error
        raise
    with closing(document):
        if len(document) > _MOST_PAGES:
            raise AnnotatorError(
                "The PDF has {0} pages; one article may have {1}: divide it.",
                len(document), _MOST_PAGES, where=source.where,
            )  # fmt: skip
        pages = list(_pages(document, source.where))
        properties = _properties(document.get_metadata_dict(skip_empty=True))
    written = [page for page in pages if page]
    if not written:
        raise AnnotatorError(
            "The PDF has no text: its pages are pictures. Have their text recognised first (OCR).",
            where=source.where,
        )
    text, meaningless = _MEANINGLESS.subn("\ufffd", "\n\n".join(written))
    empty = [number for number, page in enumerate(pages, 1) if not page]
    return Document(text, properties, tuple(_remarks(empty, meaningless, source.where)))


def _pages(document: Any, where: str) -> Iterator[str]:
    """Yield the text of each page, without white space around it."""
    size = 0
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as written:
            text = cast(str, written.get_text_range(errors="replace"))
        size += len(text)
        check_size(size, LONGEST, where)
        yield _HYPHEN.sub("-", text.replace("\r\n", "\n")).strip()


def _properties(stated: dict[str, str]) -> dict[str, Json]:
    known: dict[str, Json] = {
        name: value
        for key, name in _PROPERTIES.items()
        if (value := _MEANINGLESS.sub("", stated.get(key, "")).strip())
    }
    moments = {name: _moment(stated.get(key, "")) for key, name in _MOMENTS.items()}
    return known | {name: moment for name, moment in moments.items() if moment}


def _moment(stated: str) -> str:
    """Return a date of PDF in ISO 8601, or an empty string where it is none."""
    found = _MOMENT.fullmatch(stated.strip())
    if not found:
        return ""
    year, month, day, hour, minute, second, utc, zone_hour, zone_minute = found.groups()
    zone = "+00:00" if utc else f"{zone_hour}:{zone_minute or '00'}" if zone_hour else ""
    date = f"{year}-{month or '01'}-{day or '01'}"
    try:
        moment = f"{date}T{hour or '00'}:{minute or '00'}:{second or '00'}{zone}"
        return datetime.fromisoformat(moment).isoformat()
    except ValueError:
        return ""


FORMAT = Format(
    name="pdf",
    extensions=(".pdf",),
    summary=message("PDF: the text of the pages"),
    read=partial(read_document, document_of=_document),
    recognizes=_recognizes,
    sign=message("it begins with {0}", "%PDF-"),
    extra="documents",
    modules=("pypdfium2",),
)
