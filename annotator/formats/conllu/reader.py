"""Reading CoNLL-U into articles: the text by its white space, mentions by NE or NER in MISC."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.formats.conllu.lines import Row, Sentence, sentences
from annotator.formats.conllu.spaces import AFTER, BEFORE, IN_TOKEN, KEYS, after, unescaped
from annotator.formats.doubts import IRREGULAR, Doubts
from annotator.formats.escapes import as_it_was
from annotator.formats.format import Found, Parcel, Source
from annotator.formats.json_fields import FieldError, Fields, of_type
from annotator.formats.strict_json import check_depth, parse
from annotator.formats.tags import OUTSIDE, decoded, is_tag, scheme_of
from annotator.formats.text_lines import LONGEST
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article, Json, Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark, message

NEWDOC_ID = "newdoc id"
NOTE = "annotator"
"""The key of the comment with what CoNLL-U has no place for."""

_STRUCTURE = frozenset({"newdoc", "newpar", "newpar id", "sent_id", "text", "global.columns"})
_TAG_KEYS = ("NE", "NER", "ne", "ner")
_FIRST_ROW = re.compile(
    rb"(?:1(?:-(?:[2-9]|[1-9]\d+))?|0\.[1-9]\d*)\t[^\t\n]+(?:\t[^\t\n]*){8}\r?$"
)
"""A word, the words 1-2, or an empty node: the 1-1 that WebAnno begins with is none of these."""

KEYS_LEFT_OUT = message("Words with more in the last column, left out: {0}; the first has {1}.")
COMMENTS = message("Comments on single sentences, left out: {0}; the first is “{1}”.")
TEXT = message("Sentences whose “# text” has other words, not read: {0}; the first is “{1}”.")


def recognizes(head: bytes) -> bool:
    """Return whether the first line that is no comment has the columns of CoNLL-U.

    Not so where another format says in the first line which it is: WebAnno TSV's rows may look so.
    """
    head = head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"#FORMAT="):
        return False
    lines = head.splitlines()
    row = next((line for line in lines if line.strip() and not line.startswith(b"#")), b"")
    return _FIRST_ROW.match(row) is not None


def read_conllu(source: Source) -> Iterator[Found]:
    """Yield the articles of a file: from `# newdoc` to the next, or all of it.

    Holds one article at a time. Raises OSError.
    """
    of_file = Doubts(source.where)
    draft: _Draft | None = None
    count = 0
    failed = False
    for sentence in sentences(source, of_file):
        if isinstance(sentence, AnnotatorError):
            failed = True
            yield sentence
            continue
        newdoc = any(key in (NEWDOC_ID, "newdoc") for key, _ in sentence.comments)
        if not draft or newdoc:
            if draft:
                yield from draft.finished()
            count += 1
            id = f"{source.id}-{count}" if newdoc else source.id
            draft = _Draft(source, id, sentence.number, of_file)
        draft.add(sentence)
    if draft:
        yield from draft.finished()
    elif not failed:
        yield AnnotatorError("There is no article in it: no line is a word.", where=source.where)
    yield from of_file.remarks()


class _Surface(NamedTuple):
    """A stretch of text: a word, or some that are one in the text, with a tag for each."""

    text: str
    before: str
    after: str | None
    tags: list[str]
    number: int


class _Draft:
    """An article in the making."""

    def __init__(self, source: Source, id: str, number: int, of_file: Doubts) -> None:
        self._source = source
        self._id = id
        self._where = f"{source.where}:{number}"
        self._of_file = of_file
        self._doubts = Doubts(source.where)
        self._size = 0
        self._first = True
        self._metadata: dict[str, Json] = {}
        self._note = ""
        self._parts: list[str] = []
        self._length = 0
        self._gap: str | None = ""
        self._annotations: list[Annotation] = []

    def add(self, sentence: Sentence) -> None:
        """Append a sentence; of an article that is too long, nothing is kept."""
        self._size += sentence.size
        if self._size > LONGEST:
            self._parts, self._annotations = [], []
            return
        self._take_comments(sentence)
        surfaces = list(_surfaces(sentence.rows, self._of_file))
        stated = dict(sentence.comments).get("text")
        surfaces = self._spaced(surfaces, stated, sentence)
        paragraph = any(key in ("newpar", "newpar id") for key, _ in sentence.comments)
        default = "\n" if paragraph else " "
        tags: list[str] = []
        fragments: list[Fragment] = []
        numbers: list[int] = []
        for surface in surfaces:
            self._append(default if self._gap is None else self._gap)
            self._append(surface.before)
            start = self._length
            self._append(surface.text)
            self._gap, default = surface.after, " "
            tags += surface.tags
            fragments += [Fragment(start, self._length)] * len(surface.tags)
            numbers += [surface.number] * len(surface.tags)
        self._annotate(tags, fragments, numbers)

    def finished(self) -> Iterator[Found]:
        """Yield the article with its layer, and what is to be said of them."""
        if self._size > LONGEST:
            yield AnnotatorError(
                "One article has more than {0} MB: split it.", LONGEST >> 20, where=self._where
            )
            return
        yield from self._doubts.remarks()
        self._append(self._gap or "")
        noted = _Noted(self._source.reviewer, Status.NEW, False, {})
        if self._note:
            try:
                noted = _noted(self._note)
            except AnnotatorError as error:
                yield Remark(
                    "The comment “# annotator” is not as Annotator writes it, and left out: {0}",
                    error.message, where=self._where,
                )  # fmt: skip
        article = Article(self._id, "".join(self._parts), {**self._metadata, **noted.metadata})
        reviewer = noted.reviewer or (self._source.reviewer if self._annotations else "")
        layers = (
            (Layer(article, reviewer, self._annotations, noted.status, noted.curated),)
            if reviewer
            else ()
        )
        yield Parcel(article, layers, self._where)

    def _append(self, part: str) -> None:
        self._parts.append(part)
        self._length += len(part)

    def _take_comments(self, sentence: Sentence) -> None:
        for key, value in sentence.comments:
            if key == NEWDOC_ID:
                self._id = (as_it_was(value or "").strip() and as_it_was(value or "")) or self._id
            elif key == NOTE and self._first:
                self._note = value or ""
            elif key in _STRUCTURE:
                continue
            elif self._first:
                self._metadata[key] = (
                    f"{self._metadata[key]}\n{value}" if key in self._metadata else value
                )
            else:
                self._of_file.note(COMMENTS, sentence.number, key)
        self._first = False

    def _spaced(
        self, surfaces: list[_Surface], stated: str | None, sentence: Sentence
    ) -> list[_Surface]:
        """Return `surfaces` with the white space of `# text`, where the words say less."""
        exact = {AFTER, BEFORE, IN_TOKEN}
        if not stated or any(exact & row.misc.keys() for row in sentence.rows):
            return surfaces
        gaps: list[str | None] = []
        at = 0
        for surface in surfaces:
            start = stated.find(surface.text, at)
            if start < 0 or stated[at:start].strip():
                self._doubts.note(TEXT, sentence.number, stated[:40])
                return surfaces
            gaps.append(stated[at:start])
            at = start + len(surface.text)
        gaps.append(surfaces[-1].after if surfaces else None)
        return [
            surface._replace(after=gap) for surface, gap in zip(surfaces, gaps[1:], strict=True)
        ]

    def _annotate(
        self, tags: Sequence[str], fragments: Sequence[Fragment], numbers: Sequence[int]
    ) -> None:
        spans, irregular = decoded(tags, scheme_of([tags]))
        for first, last, label in spans:
            stretch = Fragment(fragments[first].start, fragments[last - 1].end)
            if stretch.start < stretch.end:
                rank = len(self._annotations)
                name = as_it_was(unescaped(label))
                self._annotations.append(
                    Annotation(f"T{rank + 1}", Kind.ENTITY, name, (stretch,), rank=rank)
                )
        for each in irregular:
            self._doubts.note(IRREGULAR, numbers[each], tags[each])


def _surfaces(rows: Sequence[Row], doubts: Doubts) -> Iterator[_Surface]:
    """Yield what stands in the text: ranges for the words they span, no empty nodes."""
    held: _Surface | None = None
    range_end = 0
    for row in rows:
        if isinstance(row.id, tuple) and row.id[1] == ".":
            if row.misc:
                doubts.note(KEYS_LEFT_OUT, row.number, next(iter(row.misc)))
            continue
        tag = _tag(row, doubts)
        if held and isinstance(row.id, int) and row.id <= range_end:
            held.tags.append(tag)
            continue
        if held:
            yield _with_tags(held)
            held = None
        text = unescaped(row.misc[IN_TOKEN]) if IN_TOKEN in row.misc else row.form
        before = unescaped(row.misc.get(BEFORE, ""))
        surface = _Surface(text, before, after(row.misc), [tag], row.number)
        if isinstance(row.id, tuple):
            held, range_end = surface, row.id[2]
        else:
            yield surface
    if held:
        yield _with_tags(held)


def _with_tags(surface: _Surface) -> _Surface:
    """Return a range with the tags of its words, else its own."""
    own, *of_words = surface.tags
    tagged = any(tag != OUTSIDE for tag in of_words)
    return surface._replace(tags=of_words if tagged else [own])


def _tag(row: Row, doubts: Doubts) -> str:
    key = next((key for key in _TAG_KEYS if key in row.misc), "")
    if others := [each for each in row.misc if each != key and each not in KEYS]:
        doubts.note(KEYS_LEFT_OUT, row.number, others[0])
    value = row.misc.get(key, "_")
    if value in {"", "_"}:
        return OUTSIDE
    return value if is_tag(value) else f"I-{value}"


class _Noted(NamedTuple):
    reviewer: str
    status: Status
    curated: bool
    metadata: dict[str, Json]


def _noted(note: str) -> _Noted:
    """Return what the comment of ours says; no reviewer: no layer. Raises AnnotatorError."""
    fields = Fields(parse(note))
    metadata = fields.take("metadata", dict, {})
    check_depth(metadata)
    reviewer = fields.take_any("reviewer")
    status, curated = fields.take("status", str, Status.NEW), fields.take("curated", bool, False)
    fields.end()
    if status not in set(Status):
        raise FieldError("The status {0} is none of {1}.", status, ", ".join(Status))
    name = "" if reviewer is None else of_type(reviewer, str, "reviewer")
    if reviewer is not None and not name.strip():
        raise FieldError("reviewer is empty.")
    return _Noted(name, Status(status), curated, metadata)
