"""Reading spaCy's DocBin: the layer that stands in a document's user data, else what spaCy has."""

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeGuard

from annotator.formats.doubts import Doubts
from annotator.formats.format import Found, Parcel, Source
from annotator.formats.json_fields import of_type
from annotator.formats.jsonl_object import parcel_of
from annotator.formats.rebuilt_text import Rebuilt
from annotator.formats.spacy.bin import LARGEST, Damaged, Scalar, TooLarge, load
from annotator.formats.spacy.doc import GROUP, WordSpan, spacy_doc
from annotator.formats.spacy.raw import Documents, RawDoc
from annotator.formats.strict_json import parse
from annotator.model.annotation import Annotation, AttributeValue, Fragment, Kind
from annotator.model.article import Article, Json
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark, message

_UNREAD = message("Documents with what is not read: {0}; the first has {1}.")
_OUTSIDE = message("Spans outside their document, left out: {0}; the first is {1}.")
_CATEGORY = message("Categories without a number from 0 to 1, left out: {0}; the first is {1}.")


def recognizes(head: bytes) -> bool:
    """Return whether `head` is compressed, and begins with a map that says a version."""
    try:
        start = zlib.decompressobj().decompress(head, 16)
    except zlib.error:
        return False
    return start[1:9] == b"\xa7version" and 0x80 <= start[0] < 0x90


def read_docbin(source: Source) -> Iterator[Found]:
    """Yield the articles of a file, each at the number of its document. Raises OSError.

    A DocBin can only be read whole: at most `LARGEST` bytes of it are.
    """
    doubts = Doubts(source.where)
    try:
        with source.path.open("rb") as file:
            documents = Documents(load(file))
    except (Damaged, TooLarge) as error:
        yield _refused(error, source.where)
        return
    if not len(documents):
        yield AnnotatorError("There is no document in it.", where=source.where)
    for number in range(len(documents)):
        where = f"{source.where}:{number + 1}"
        try:
            doc = documents[number]
            id = source.id if len(documents) == 1 else f"{source.id}-{number + 1}"
            yield from _parcel(doc, source._replace(id=id, where=where), doubts, number + 1)
            if doc.unread:
                doubts.note(_UNREAD, number + 1, doc.unread[0])
        except (Damaged, TooLarge) as error:
            yield _refused(error, where)
        except AnnotatorError as error:
            error.where = where
            yield error
    yield from doubts.remarks()


def _refused(error: Damaged | TooLarge, where: str) -> AnnotatorError:
    if isinstance(error, Damaged):
        return AnnotatorError("This is no DocBin of spaCy, or it is not whole.", where=where)
    return AnnotatorError(
        "This has more than {0} MB, or too many documents, strings or spans: split it.",
        LARGEST >> 20, where=where,
    )  # fmt: skip


def _parcel(doc: RawDoc, source: Source, doubts: Doubts, number: int) -> Iterator[Found]:
    text, fragments = _text(doc)
    id, metadata = source.id, _metadata(doc)
    if doc.note:
        try:
            value = of_type(parse(doc.note), dict, "The line")
            noted = parcel_of({**value, "text": text}, source.where)
        except AnnotatorError as error:
            yield Remark(
                "What Annotator wrote into the user data is damaged, and not read: {0}",
                error.message, where=source.where,
            )  # fmt: skip
        else:
            layer = noted.layers[0] if noted.layers else None
            if _is_as_written(doc, text, layer):
                yield noted
                return
            yield Remark(
                "Another program changed the text or mentions since Annotator wrote them: they are "
                "read, but no events, relations, attributes or notes.",
                where=source.where,
            )
            id, metadata = noted.article.id, dict(noted.article.metadata)
    article = Article(id, text, metadata)
    annotations = list(_annotations(doc, fragments, doubts, number))
    layers = (Layer(article, source.reviewer, annotations),) if annotations or doc.looked_at else ()
    yield Parcel(article, layers, source.where)


def _text(doc: RawDoc) -> tuple[str, list[Fragment]]:
    """Return the text of `doc` and where its words stand; where spaces are unknown, rebuilt."""
    words, spaces, starts = doc.words
    fragments: list[Fragment] = []
    if not doc.known_spaces:
        rebuilt = Rebuilt()
        for start, end in pairwise([0, *(each for each in starts if each), len(words)]):
            fragments += rebuilt.add(words[start:end])
        return rebuilt.text, fragments
    parts: list[str] = []
    at = 0
    for word, space in zip(words, spaces, strict=True):
        fragments.append(Fragment(at, at + len(word)))
        parts += [word, " " * space]
        at += len(word) + space
    return "".join(parts), fragments


def _metadata(doc: RawDoc) -> dict[str, Json]:
    """Return the user data that JSON can hold."""
    found: dict[str, Json] = {}
    for name, value in doc.data.items():
        if isinstance(value, bytes) or (isinstance(value, float) and not math.isfinite(value)):
            doc.unread.append(name)
        else:
            found[name] = value
    return found


def _is_as_written(doc: RawDoc, text: str, layer: Layer | None) -> bool:
    """Return whether spaCy has of `layer` what it has when we write it."""
    words, spans, entities = spacy_doc(text, layer)
    labels = {each.label for each in layer.of_kind(Kind.DOCUMENT)} if layer else set[str]()
    return (
        doc.known_spaces
        and doc.words[:2] == words[:2]
        and _places(doc.groups.get(GROUP, ())) == _places(spans)
        and not any(doc.groups[group] for group in doc.groups if group != GROUP)
        and _places(doc.entities) == _places(entities)
        and doc.categories == dict.fromkeys(labels, 1.0)
    )


def _places(spans: Iterable[WordSpan]) -> Counter[tuple[int, int, str]]:
    return Counter((span.first, span.last, span.label) for span in spans)


def _annotations(
    doc: RawDoc, fragments: list[Fragment], doubts: Doubts, number: int
) -> Iterator[Annotation]:
    """Yield what spaCy has: spans, entities that are not among them, categories."""
    found = [(group, span) for group, spans in sorted(doc.groups.items(), key=_first_our_own)
             for span in spans]  # fmt: skip
    left = _places(span for _, span in found)
    for entity in doc.entities:
        place = (entity.first, entity.last, entity.label)
        if left[place]:
            left[place] -= 1
        else:
            found.append(("ents", entity))
    rank = 0
    for group, span in found:
        stretch = _stretch(span, fragments)
        if not stretch:
            doubts.note(_OUTSIDE, number, f"{span.first}–{span.last}")
            continue
        attributes: dict[str, AttributeValue] = {}
        if group not in (GROUP, "ents"):
            attributes["span_group"] = group
        if span.id and not doc.note:
            attributes["id"] = span.id
        if span.kb_id:
            attributes["kb_id"] = span.kb_id
        yield Annotation(
            f"T{rank + 1}", Kind.ENTITY, span.label or group or "span", (stretch,), (), attributes,
            rank=rank,
        )  # fmt: skip
        rank += 1
    for label, value in doc.categories.items():
        if not label or not _is_share(value):
            doubts.note(_CATEGORY, number, label)
        elif value:
            score: dict[str, AttributeValue] = {} if value == 1 else {"score": float(value)}
            yield Annotation(f"D{rank + 1}", Kind.DOCUMENT, label, (), (), score, rank=rank)
            rank += 1


def _first_our_own(group: tuple[str, list[WordSpan]]) -> bool:
    return group[0] != GROUP


def _stretch(span: WordSpan, fragments: list[Fragment]) -> Fragment | None:
    if not 0 <= span.first < span.last <= len(fragments):
        return None
    stretch = Fragment(fragments[span.first].start, fragments[span.last - 1].end)
    return stretch if stretch.start < stretch.end else None


def _is_share(value: Scalar) -> TypeGuard[float]:
    return isinstance(value, int | float) and 0 <= value <= 1
