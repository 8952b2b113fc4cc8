"""Word documents (`.docx`): their text, paragraph by paragraph, as python-docx opens them.

Read only. The markup is that of ECMA-376, part 1, section 17. What python-docx gives as the text of
a paragraph lacks what stands in tracked insertions, content controls and text boxes, so the text is
taken from the markup itself.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any, cast

from annotator.formats.archive import Budget, chunks, opened
from annotator.formats.article_files import Document, quietened, read_document
from annotator.formats.format import Format, Source
from annotator.model.article import Json
from annotator.model.message import AnnotatorError, Remark, message

_LARGEST = 256 << 20
_LARGEST_PART = 32 << 20
_ENTITIES = b"<!DOCTYPE"
_FIRST_NAME = 30
"""Where in a zip the name of the first member stands."""

_PARTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"customXml/")

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_NO_TEXT = {_W + name for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "delText", "rt")}
_NO_TEXT.add(_FALLBACK)  # the same again, for older programs
_SIGNS = {
    _W + "tab": "\t",
    _W + "ptab": "\t",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "\u2011",
    _W + "softHyphen": "\u00ad",
}
_NOTES = ("footnotes", "endnotes")

_PROPERTIES = ("title", "author", "subject", "keywords", "category", "comments")
_MOMENTS = {"created": "created_at", "modified": "modified_at"}


def _recognizes(head: bytes) -> bool:
    return (
        head.startswith(b"PK\x03\x04")
        and head[_FIRST_NAME : _FIRST_NAME + 100].startswith(_PARTS)
        and b"word/" in head
    )


def _remarks(notes: int, deletions: int, where: str) -> Iterator[Remark]:
    if notes:
        yield Remark("{0} footnotes and endnotes are left out of the text.", notes, where=where)
    if deletions:
        yield Remark(
            "{0} deletions that nobody has accepted yet are left out of the text.",
            deletions, where=where,
        )  # fmt: skip


def _check_parts(source: Source) -> None:
    """Raise AnnotatorError for what unpacks to very much, or declares entities."""
    with opened(source.path, source.where) as archive:
        budget = Budget(source.path, _LARGEST, source.where)
        for member in archive.filelist:
            is_markup = member.filename.lower().endswith((".xml", ".rels"))
            largest = _LARGEST_PART if is_markup else _LARGEST
            seen = b""
            for chunk in chunks(archive, member, largest, budget):
                seen = seen[-len(_ENTITIES) :] + chunk.replace(b"\0", b"")  # UTF-16 too
                if is_markup and _ENTITIES in seen:
                    raise AnnotatorError(
                        "The document declares entities, as no program does that means well."
                    )


def _document(source: Source) -> Document:
    """Return what the document holds; raises AnnotatorError and whatever python-docx raises."""
    _check_parts(source)
    quietened("docx")
    import docx

    document = cast(Any, docx.Document(str(source.path)))
    body = document.element.body
    deletions = sum(1 for each in body.iter(f"{_W}del") if each.find(f".//{_W}delText") is not None)
    remarks = tuple(_remarks(_notes(document.part), deletions, source.where))
    return Document("\n".join(_lines(body)), _properties(document), remarks)


def _lines(container: Any) -> Iterator[str]:
    """Yield the paragraphs in `container`, and the rows of its tables, in order."""
    for element in container:
        if element.tag == f"{_W}p":
            yield from _paragraph(element)
        elif element.tag == f"{_W}tbl":
            yield from map(_row, _nearest(element, f"{_W}tr"))
        elif element.tag not in _NO_TEXT:
            yield from _lines(element)


def _paragraph(paragraph: Any) -> Iterator[str]:
    """Yield the text of a paragraph, then the lines of the text boxes that hang on it."""
    boxes: list[Any] = []
    yield "".join(_pieces(paragraph, boxes))
    for box in boxes:
        yield from _lines(box)


def _pieces(element: Any, boxes: list[Any]) -> Iterator[str]:
    for each in element:
        if each.tag in {f"{_W}t", _MATHS}:
            yield each.text or ""
        elif each.tag in _SIGNS:
            yield _SIGNS[each.tag]
        elif each.tag == f"{_W}br":
            yield "" if each.get(f"{_W}type") in {"page", "column"} else "\n"
        elif each.tag == f"{_W}sym":
            yield _symbol(each.get(f"{_W}char") or "")
        elif each.tag == f"{_W}txbxContent":
            boxes.append(each)
        elif each.tag not in _NO_TEXT:
            yield from _pieces(each, boxes)


def _symbol(code: str) -> str:
    """Return the character of a font of symbols; most are in the private use area."""
    with suppress(ValueError, OverflowError):
        character = chr(int(code, 16))
        return character if character.isprintable() or "\ue000" <= character < "\uf900" else ""
    return ""


def _row(row: Any) -> str:
    cells = (
        " ".join(line.replace("\n", " ") for line in _lines(cell) if line.strip())
        for cell in _nearest(row, f"{_W}tc")
    )
    return "\t".join(cells)


def _nearest(element: Any, tag: str) -> Iterator[Any]:
    """Yield the elements called `tag` inside `element`, but for those inside one another."""
    for each in element:
        if each.tag == tag:
            yield each
        elif each.tag not in _NO_TEXT:
            yield from _nearest(each, tag)


def _notes(part: Any) -> int:
    """Return how many footnotes and endnotes there are, without the lines that part them off."""
    from docx.oxml.parser import parse_xml

    count = 0
    for relation in part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in _NOTES and not relation.is_external:
            notes = cast(Any, parse_xml(relation.target_part.blob))
            count += sum(1 for each in notes if each.get(f"{_W}type") in {None, "normal"})
    return count


def _properties(document: Any) -> dict[str, Json]:
    package = document.part.package
    if not any(each.reltype.endswith("/core-properties") for each in package.rels.values()):
        return {}  # python-docx would make some up
    core = document.core_properties
    known: dict[str, Json] = {key: getattr(core, key) for key in _PROPERTIES if getattr(core, key)}
    for key, name in _MOMENTS.items():
        with suppress(ValueError):
            moment: datetime | None = getattr(core, key)
            if moment:
                known[name] = moment.isoformat()
    return known


FORMAT = Format(
    name="docx",
    extensions=(".docx",),
    summary=message("Word documents: the text of each"),
    read=partial(read_document, document_of=_document),
    recognizes=_recognizes,
    sign=message("it is a zip that holds {0}", "word/document.xml"),
    extra="documents",
    modules=("docx",),
)
