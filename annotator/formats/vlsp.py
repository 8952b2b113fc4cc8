"""Texts with `<ENAMEX TYPE="…">…</ENAMEX>` in them, as VLSP 2018 has its named entities.

After MUC-6 (Named Entity Task Definition), whose TIMEX and NUMEX are read too. A file is one
article. It need not be XML: the text is not escaped, and stands there as it is but for the tags.
"""

import html
import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from annotator.formats.article_files import bytes_of, check_not_blank, is_blank
from annotator.formats.doubts import Doubts
from annotator.formats.file_names import stem_of, write_new
from annotator.formats.flat_mentions import without_gaps
from annotator.formats.format import Format, Found, Losses, Parcel, Source
from annotator.formats.losses import (
    ATTRIBUTES,
    DISCONTINUOUS,
    FURTHER_LAYERS,
    LAYERS,
    NAMES,
    NOTES,
    OF_KIND,
    ORIGINS,
    Single,
    count_properties,
    single_layers,
)
from annotator.formats.text import BLANK, METADATA, metadata_lost, text_metadata
from annotator.language.encoding import decode
from annotator.model.annotation import Annotation, AttributeValue, Fragment, Kind, merged
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Message, message
from annotator.model.tagset import Tagset

EXTENSION = ".muc"

CROSSING = message("mentions that cross another one")
TAGS_IN_TEXT = message("texts that hold such tags themselves")

_ATTRIBUTE = r"""\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*')"""
_TAG = re.compile(
    rf"<(?P<name>ENAMEX|TIMEX|NUMEX)(?P<attributes>(?:{_ATTRIBUTE})*+)\s*+>"
    r"|</(?P<end>ENAMEX|TIMEX|NUMEX)\s*+>"
)
_PAIR = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TYPE = "TYPE"
_ENAMEX = "ENAMEX"
_ELEMENT = "element"
"""The attribute that keeps the name of a tag that is no ENAMEX."""

_NO_START = message("Tags that end what was not begun, kept as text: {0}; the first is {1}.")
_NO_END = message("Tags that begin what is not ended, kept as text: {0}; the first is {1}.")
_NO_TYPE = message("Tags without a TYPE, kept as text: {0}; the first is {1}.")
_NO_WORDS = message("Tags without words between them, left out: {0}; the first is {1}.")


def _recognizes(head: bytes) -> bool:
    return re.search(rb"<ENAMEX\s+TYPE\s*=", head) is not None


def _read(source: Source) -> Iterator[Found]:
    doubts = Doubts(source.where)
    try:
        tagged = decode(bytes_of(source), source.where)
        text, annotations = _untagged(tagged, doubts)
        check_not_blank(text, source.where)
    except AnnotatorError as error:
        yield error
        return
    yield from doubts.remarks()
    article = Article(source.id, text, text_metadata(text, source.name))
    yield Parcel(article, (Layer(article, source.reviewer, annotations),), source.where)


class _Pair(NamedTuple):
    """The tag that begins a mention, what it says, and the tag that ends it."""

    first: re.Match[str]
    last: re.Match[str]
    label: str
    attributes: dict[str, AttributeValue]


def _untagged(tagged: str, doubts: Doubts) -> tuple[str, list[Annotation]]:
    """Return the text without its tags, and the mentions they mark, the outer ones first."""
    said = _Said(tagged, doubts)
    pairs = sorted(_pairs(tagged, said), key=lambda pair: pair.first.start())
    parts: list[str] = []
    moved: dict[int, int] = {}
    at = length = 0
    for start, end in sorted(match.span() for pair in pairs for match in pair[:2]):
        parts.append(tagged[at:start])
        length += start - at
        moved[start] = length
        at = end
    parts.append(tagged[at:])
    annotations: list[Annotation] = []
    for first, last, label, attributes in pairs:
        stretch = Fragment(moved[first.start()], moved[last.start()])
        if stretch.start == stretch.end:
            said.note(_NO_WORDS, first)
            continue
        rank = len(annotations)
        annotations.append(
            Annotation(
                f"T{rank + 1}", Kind.ENTITY, label, (stretch,), (), attributes, rank=rank
            )
        )  # fmt: skip
    return "".join(parts), annotations


class _Said:
    """Doubts about tags, at their lines."""

    def __init__(self, tagged: str, doubts: Doubts) -> None:
        self._line_ends = [match.start() for match in re.finditer("\n", tagged)]
        self._doubts = doubts

    def note(self, what: Message, tag: re.Match[str]) -> None:
        """Count what is said by `what` of `tag`."""
        line = bisect_left(self._line_ends, tag.start()) + 1
        self._doubts.note(what, line, tag[0])


def _pairs(tagged: str, said: _Said) -> Iterator[_Pair]:
    """Yield the tags that belong together; others are text."""
    open_tags: list[re.Match[str]] = []
    open_names = Counter[str]()
    for tag in _TAG.finditer(tagged):
        if name := tag["name"]:
            open_tags.append(tag)
            open_names[name] += 1
            continue
        if not open_names[tag["end"]]:
            said.note(_NO_START, tag)
            continue
        while (first := open_tags.pop())["name"] != tag["end"]:
            open_names[first["name"]] -= 1
            said.note(_NO_END, first)
        open_names[tag["end"]] -= 1
        attributes = _attributes(first)
        label = str(attributes.pop(_TYPE, ""))
        if label.strip():
            yield _Pair(first, tag, label, attributes)
        else:
            said.note(_NO_TYPE, first)
    for first in open_tags:
        said.note(_NO_END, first)


def _attributes(tag: re.Match[str]) -> dict[str, AttributeValue]:
    found: dict[str, AttributeValue] = {}
    for name, double, single in _PAIR.findall(tag["attributes"]):
        found[name.upper() if name.upper() == _TYPE else name] = html.unescape(double or single)
    if tag["name"] != _ENAMEX:
        found[_ELEMENT] = tag["name"]
    return found


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    losses = Losses()
    written = None
    for single in single_layers(parcels, losses):
        if written is not None:
            raise AnnotatorError("There is more than one article: name a folder for their files.")
        losses.update(metadata_lost(single.article, single.article.id + EXTENSION))
        written = _tagged(single, losses)
    if written is None:
        raise AnnotatorError("There is no article to write.")
    stream.write(written.encode())
    return losses


def _write_folder(parcels: Iterable[Parcel], folder: Path, _tagset: Tagset) -> Losses:
    losses = Losses()
    for single in single_layers(parcels, losses):
        article = single.article
        name = stem_of(article.id) + EXTENSION
        if name != article.id + EXTENSION:
            losses[NAMES] += 1
        losses.update(metadata_lost(article, name))
        write_new(folder / name, _tagged(single, losses).encode(), article)
    return losses


def _tagged(single: Single, losses: Losses) -> str:
    text = single.article.text
    parts: list[str] = []
    ends: list[int] = []
    at = 0
    for start, end, label in _nested(single.annotations(), text, losses):
        while ends and ends[-1] <= start:
            parts += [_as_text(text[at : ends[-1]]), f"</{_ENAMEX}>"]
            at = ends.pop()
        parts += [_as_text(text[at:start]), f'<{_ENAMEX} {_TYPE}="{_quoted(label)}">']
        at = start
        ends.append(end)
    while ends:
        parts += [_as_text(text[at : ends[-1]]), f"</{_ENAMEX}>"]
        at = ends.pop()
    parts.append(_as_text(text[at:]))
    if _TAG.search(text):
        losses[TAGS_IN_TEXT] += 1
    if is_blank(text):
        losses[BLANK] += 1
    return "".join(parts)


def _as_text(part: str) -> str:
    """Return a part of the text; of a tag in it, the `<` becomes `&lt;`, for there is no better."""
    return _TAG.sub(lambda tag: "&lt;" + tag[0][1:], part)


def _quoted(label: str) -> str:
    escaped = html.escape(label)
    return re.sub(r"[\t\r\n]", lambda found: f"&#{ord(found[0])};", escaped)


def _nested(
    annotations: Iterable[Annotation], text: str, losses: Losses
) -> list[tuple[int, int, str]]:
    """Return where the mentions stand, outer ones first; of those that cross, the longest one."""
    found: list[Annotation] = []
    for annotation in annotations:
        if annotation.kind is not Kind.ENTITY:
            losses[OF_KIND[annotation.kind]] += 1
        elif not without_gaps(annotation, text):
            losses[DISCONTINUOUS] += 1
        else:
            found.append(annotation)
    found.sort(key=lambda each: (each.start - each.end, each.start))
    edges: list[int] = []
    chosen: list[Annotation] = []
    for annotation in found:
        inside = bisect_right(edges, annotation.start)
        if inside < bisect_left(edges, annotation.end):
            losses[CROSSING] += 1
            continue
        insort(edges, annotation.start)
        insort(edges, annotation.end)
        chosen.append(annotation)
        if len(merged(annotation.fragments)) > 1:
            losses[DISCONTINUOUS] += 1
        count_properties(annotation, losses)
    chosen.sort(key=lambda each: (each.start, -each.end))
    return [(each.start, each.end, each.label) for each in chosen]


FORMAT = Format(
    name="vlsp",
    extensions=(EXTENSION,),
    summary=message("texts with <ENAMEX> tags around mentions, as in VLSP 2018; a file an article"),
    cannot_carry=(
        LAYERS, FURTHER_LAYERS, METADATA, NAMES, *OF_KIND.values(), DISCONTINUOUS, CROSSING,
        ATTRIBUTES, NOTES, ORIGINS, TAGS_IN_TEXT, BLANK,
    ),
    read=_read,
    write=_write,
    write_folder=_write_folder,
    single=True,
    recognizes=_recognizes,
    sign=message("it has tags like {0}", "<ENAMEX TYPE=…>"),
)  # fmt: skip
