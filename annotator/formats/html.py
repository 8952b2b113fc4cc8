"""Web pages: the article of each, as trafilatura finds it among menus and advertisements.

Read only. Scripts and styles are never text, and nothing that a page refers to is fetched.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from typing import Any, cast

from annotator.formats.article_files import (
    ENCODING,
    bytes_of,
    check_not_blank,
    check_text,
    library_failures,
    quietened,
)
from annotator.formats.format import Format, Found, Parcel, Source
from annotator.language.encoding import EncodingError, decode, detect, remark_on
from annotator.model.article import Article, Json
from annotator.model.message import AnnotatorError, message

# A page of news has some thousand elements; what trafilatura does grows faster than these.
_MOST_ELEMENTS = 30_000
_MOST_CHILDREN = 5_000
_MOST_ATTRIBUTES = 200_000
_DEEPEST = 256
"""Where the parser leaves a page, without a word."""

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:(?><\?xml.*?\?>)\s*+)?(?:(?><!--.*?-->)\s*+)*+"
    rb"<(?:!doctype\s++html\b|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta\b[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_DECLARED = re.compile(
    r"windows-125[0-7]|iso-8859-(?:[1-9]|1[0-6])|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis"
    r"|euc-jp|euc-kr"
)
"""The encodings that are taken from a page's own word."""

_SAME = {"iso-8859-1": "windows-1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""What browsers read under these names (WHATWG Encoding Standard)."""

_KEPT = ("title", "author", "url", "sitename", "description", "categories", "tags", "license")


def _recognizes(head: bytes) -> bool:
    return _PAGE.match(head[:4096]) is not None


def _read(source: Source) -> Iterator[Found]:
    try:
        page, encoding = _decoded(bytes_of(source), source.where)
        check_not_blank(page, source.where)
        with library_failures(source.where):
            text, metadata = _article(page, source.where)
        check_text(text, source.where)
    except AnnotatorError as error:
        yield error
        return
    metadata["source"] = source.name
    if remark := remark_on(encoding, source.where):
        metadata[ENCODING] = encoding
        yield remark
    yield Parcel(Article(source.id, text, metadata), (), source.where)


def _decoded(data: bytes, where: str) -> tuple[str, str]:
    """Return the page and the name of its encoding: what is certain, else what the page declares.

    Old pages in Vietnamese mostly declare a western encoding, for the sake of their fonts.
    """
    try:
        encoding = detect(data, where)
    except EncodingError:
        declared = _declared(data)
        if not declared or b"\0" in data:
            raise
        with suppress(UnicodeDecodeError):
            return data.decode(_SAME.get(declared, declared)), declared
        raise
    return decode(data, where, encoding), encoding.value


def _declared(data: bytes) -> str:
    found = _CHARSET.search(data[:4096])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    return name if _DECLARED.fullmatch(name) else ""


def _article(page: str, where: str) -> tuple[str, dict[str, Json]]:
    """Return the text of the article on `page` and its metadata; raises AnnotatorError."""
    quietened("trafilatura", "htmldate", "readability", "justext", "courlan", "charset_normalizer")
    import trafilatura

    tree = cast(Any, trafilatura.load_html(page))
    if tree is None:
        raise AnnotatorError("This is no page of HTML.", where=where)
    _check_structure(tree, where)
    moment = _moment(tree)
    found = cast(
        Any,
        trafilatura.bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={
                "extensive_search": False,  # else any date on the page may be taken
                "original_date": True,
                "outputformat": "%Y-%m-%d",
            },
        ),
    )
    if found is None or not (found.text or "").strip():
        raise AnnotatorError(
            "No article was found on this page: copy its text into a file.", where=where
        )
    known: dict[str, Json] = {key: getattr(found, key) for key in _KEPT if getattr(found, key)}
    if found.date:
        known["published_at"] = moment if moment.startswith(found.date) else found.date
    return found.text, known


def _check_structure(tree: Any, where: str) -> None:
    """Raise AnnotatorError for a page that would take minutes, or was not parsed to its end."""
    etree: Any = import_module("lxml.etree")
    elements = attributes = depth = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        elements += 1
        attributes += len(element.attrib)
        if (
            elements > _MOST_ELEMENTS
            or attributes > _MOST_ATTRIBUTES
            or len(element) > _MOST_CHILDREN
            or depth >= _DEEPEST
        ):
            raise AnnotatorError(
                "This page has more elements, or more inside one another, than an article has: "
                "copy its text into a file.",
                where=where,
            )


def _moment(tree: Any) -> str:
    """Return the day and time that the page says it was published at, or an empty string."""
    for value in tree.xpath('//meta[@property="article:published_time"]/@content')[:1]:
        with suppress(ValueError):
            moment = str(value).strip()
            return datetime.fromisoformat(moment).isoformat() if ":" in moment else ""
    return ""


FORMAT = Format(
    name="html",
    extensions=(".html", ".htm", ".xhtml"),
    summary=message("web pages: the article of each"),
    read=_read,
    recognizes=_recognizes,
    sign=message("it begins with {0}", "<!DOCTYPE html>"),
    extra="documents",
    modules=("trafilatura",),
)
