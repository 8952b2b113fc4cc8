"""Reading files in columns, a token a line, an article at a time."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from annotator.formats.conll.layout import (
    DOCSTART,
    FILLERS,
    Layout,
    head_lines,
    is_blank,
    is_docstart,
    layout_of,
)
from annotator.formats.doubts import IRREGULAR, Doubts
from annotator.formats.escapes import as_it_was
from annotator.formats.format import HEAD, Found, Parcel, Source
from annotator.formats.rebuilt_text import Rebuilt
from annotator.formats.tags import OUTSIDE, decoded, is_tag
from annotator.formats.text_lines import LONGEST, no_text, text_lines
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article, Json
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark, message

_ID = re.compile(r"#\s?(?:newdoc\s+)?id(?:\s*=\s*|\s+)([^\s\t][^\t]*)")
_JOINED = regex.compile(r"[\p{L}\p{M}\p{N}]++(?:_[\p{L}\p{M}\p{N}]++)++")

WIDTH = message("Lines with another number of columns than the others: {0}; the first is “{1}”.")
NO_TAG = message("Values that are no tags, taken for O: {0}; the first is {1}.")


def read_columns(source: Source) -> Iterator[Found]:
    """Yield the articles of a file in columns, each with a layer of `source.reviewer`.

    Holds one article at a time. Raises OSError.
    """
    with source.path.open("rb") as file:
        head = file.read(HEAD)
    layout = layout_of(head_lines(head))
    if refused := no_text(head, source.where):
        yield refused
        return
    if not layout:
        yield AnnotatorError(
            "There is no column of tags (B-LOC, I-LOC, O) beside one of words: "
            "is this another format?",
            where=source.where,
        )
        return
    if layout.others:
        numbers = ", ".join(str(column + 1) for column in layout.others)
        yield Remark(
            "Columns that are left out: {0}. Only words and mentions are read.",
            numbers, where=source.where,
        )  # fmt: skip
    yield from _articles(source, layout)


def word_of(token: str) -> str:
    """Return the words of a token: `_` between letters or digits stands for a space."""
    return token.replace("_", " ") if "_" in token and _JOINED.fullmatch(token) else token


def _articles(source: Source, layout: Layout) -> Iterator[Found]:
    draft = _Draft(source, layout, source.id, 1)
    count = 1
    failed = False
    for line in text_lines(source):
        if isinstance(line, AnnotatorError):
            failed = True
            yield line
            continue
        text, number = line
        comment = text.startswith("#") and not layout.fits(text)
        named = _ID.match(text) if comment else None
        if is_docstart(text) or (named and (draft.named or draft.has_words)):
            if draft.begun:
                yield from draft.finished()
                count += 1
            before = draft
            draft = _Draft(source, layout, f"{source.id}-{count}", number)
            draft.comments = [] if before.begun else before.comments
            draft.begun = True
            if not named:
                draft.name(_docstart_id(text))
        if named:
            draft.name(named[1])
        elif comment:
            draft.comments.append(text[1:].strip())
        elif is_blank(text):
            draft.end_sentence()
        elif not is_docstart(text):
            draft.add(text, number)
    if draft.begun:
        yield from draft.finished()
    elif not failed:
        yield AnnotatorError("There is no article in it: no line is a word.", where=source.where)


def _docstart_id(line: str) -> str:
    """Return the id that a line `-DOCSTART- …` gives, or an empty one."""
    return " ".join(part for part in line.removeprefix(DOCSTART).split() if part not in FILLERS)


class _Row(NamedTuple):
    word: str
    tags: list[str]
    number: int


class _Draft:
    """An article in the making: `begun` once it has a word or id, or a line says it begins."""

    def __init__(self, source: Source, layout: Layout, id: str, number: int) -> None:
        self.begun = False
        self.named = False
        self.has_words = False
        self.comments: list[Json] = []
        self._source = source
        self._layout = layout
        self._id = id
        self._where = f"{source.where}:{number}"
        self._size = 0
        self._rows: list[_Row] = []
        self._text = Rebuilt()
        self._annotations: list[Annotation] = []
        self._doubts = Doubts(source.where)

    def name(self, escaped: str) -> None:
        """Give the article the id that stands in the file as `escaped`, unless it is blank."""
        if (id := as_it_was(escaped.strip())).strip():
            self._id = id
            self.begun = self.named = True

    def add(self, line: str, number: int) -> None:
        """Append the row `line`; of an article that is too long, nothing is kept."""
        self.begun = self.has_words = True
        self._size += len(line)
        if self._size <= LONGEST and (row := self._row(line, number)):
            self._rows.append(row)

    def end_sentence(self) -> None:
        """Append the rows since the last sentence to the text, and their mentions."""
        rows, self._rows = self._rows, []
        if not rows:
            return
        fragments = self._text.add([row.word for row in rows])
        for level in range(len(rows[0].tags)):
            spans, irregular = decoded([row.tags[level] for row in rows], self._layout.scheme)
            for first, last, label in spans:
                stretch = Fragment(fragments[first].start, fragments[last - 1].end)
                number = len(self._annotations)
                self._annotations.append(
                    Annotation(
                        f"T{number + 1}", Kind.ENTITY, as_it_was(label), (stretch,), rank=number
                    )
                )
            for each in irregular:
                self._doubts.note(IRREGULAR, rows[each].number, rows[each].tags[level])

    def finished(self) -> Iterator[Found]:
        """Yield the article with its layer, and what is to be said of them."""
        if self._size > LONGEST:
            yield AnnotatorError(
                "One article has more than {0} MB: split it.", LONGEST >> 20, where=self._where
            )
            return
        self.end_sentence()
        yield from self._doubts.remarks()
        metadata: dict[str, Json] = {"comments": self.comments} if self.comments else {}
        article = Article(self._id, self._text.text, metadata)
        layer = Layer(article, self._source.reviewer, self._annotations)
        yield Parcel(article, (layer,), self._where)

    def _row(self, line: str, number: int) -> _Row | None:
        layout = self._layout
        columns = layout.columns(line)
        extra = len(columns) - layout.width
        tags = [columns[n + extra] for n in layout.names if n + extra >= 0]
        if extra:
            self._doubts.note(WIDTH, number, line.strip()[:60])
            if extra < 0 or not all(map(is_tag, tags)):
                extra, tags = 0, [OUTSIDE] * len(layout.names)
        for tag in tags:
            if not is_tag(tag):
                self._doubts.note(NO_TAG, number, tag)
        word = " ".join(columns[layout.word : layout.word + extra + 1])
        return _Row(word_of(word), tags, number) if word else None
