"""Reading DyGIE++'s JSON lines: each line is an article."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from annotator.formats.foreign import Ids, Unkept
from annotator.formats.format import Found, Parcel, Source
from annotator.formats.json_fields import FieldError, Fields, of_type
from annotator.formats.json_stream import json_items
from annotator.formats.strict_json import check_depth
from annotator.formats.tokens import TokenLine, rebuilt
from annotator.model.annotation import FROM, MEMBER, TO, Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Json
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark
from annotator.model.tagset import COREFERENCE

_T = TypeVar("_T")
_Span: TypeAlias = tuple[int, int]

DATASET, WEIGHT, TEXT = "dataset", "weight", "_text"
"""Keys that are no annotations: whose labels these are, what a document counts for in training,
and, as metadata of each sentence, its exact text."""

NO_DATASET = "annotator"
"""The dataset of an article of which nobody said."""

MENTION = "Mention"
"""The label of mentions that no list names, but an argument, a relation or a cluster leads to."""

_LISTS = ("ner", "relations", "events", "clusters", "event_clusters")
_PREDICTED = re.compile(rf"predicted_({'|'.join(_LISTS)})")
_DERIVED = ("sentence_start", "sentence_starts")


def read(source: Source) -> Iterator[Found]:
    """Yield the article of each line."""
    unkept = Unkept()
    for item in json_items(source):
        if isinstance(item, AnnotatorError):
            yield item
            continue
        try:
            yield from _document(Fields(item.value), item.where, source.reviewer, unkept)
        except AnnotatorError as error:
            error.where = item.where
            yield error


def _document(fields: Fields, where: str, reviewer: str, unkept: Unkept) -> Iterator[Found]:
    id = fields.take("doc_key", str)
    if not id:
        raise FieldError("{0} is empty.", "doc_key")
    sentences = _sentences(fields)
    texts = _texts(fields, len(sentences))
    lines = map(TokenLine, sentences, texts or [None] * len(sentences))
    text, spans, exact = rebuilt(lines)
    if texts and not all(exact):
        yield Remark(
            "{0} is not made up of the tokens: the text is that of the tokens.", TEXT, where=where
        )
    lists = {key: fields.take(key, list) for key in _LISTS if key in fields}
    for key in _DERIVED:
        fields.take_any(key)
    for key in list(fields.rest()):
        if _PREDICTED.fullmatch(key):
            fields.take_any(key)
            yield from unkept.remark(key, where)
    metadata = {
        key: value for key, value in fields.rest().items() if key != DATASET or value != NO_DATASET
    }
    check_depth(metadata)
    article = Article(id, text, metadata)
    reading = _Reading([token for sentence in spans for token in sentence], where)
    reading.read(lists)
    layers = (Layer(article, reviewer, reading.annotations),) if lists else ()
    yield from reading.problems
    yield Parcel(article, layers, where)


def _sentences(fields: Fields) -> list[list[str]]:
    sentences = [
        [of_type(token, str, "sentences") for token in of_type(sentence, list, "sentences")]
        for sentence in fields.take("sentences", list)
    ]
    if not any(sentences) or not all(all(sentence) for sentence in sentences):
        raise FieldError("{0} is empty, or has an empty text.", "sentences")
    return sentences


def _texts(fields: Fields, count: int) -> list[str]:
    """Return the exact text of each of `count` sentences; empty where the file has none."""
    value = fields.rest().get(TEXT)
    texts = value if isinstance(value, list) else []
    found = [text for text in texts if isinstance(text, str)]
    if len(found) != len(texts) or len(found) != count:
        return []
    fields.take_any(TEXT)
    return found


class _Trigger(NamedTuple):
    id: str
    label: str
    fragment: Fragment
    arguments: list[Json]
    name: str


class _Reading:
    """The annotations of a document, and what is wrong with them."""

    def __init__(self, tokens: Sequence[Fragment], where: str) -> None:
        self.annotations: list[Annotation] = []
        self.problems: list[AnnotatorError] = []
        self._tokens = tokens
        self._where = where
        self._ids = Ids()
        self._at: dict[tuple[Kind, int, int], str] = {}
        """The first mention and the first event at each stretch of tokens."""
        self._unlisted = 0

    def read(self, lists: Mapping[str, list[Json]]) -> None:
        """Read all there is; what can't be is a problem, and the rest goes on."""
        for value, name in self._in_sentences(lists, "ner"):
            self._try(self._entity, value, name)
        triggers = [
            self._try(self._trigger, value, name)
            for value, name in self._in_sentences(lists, "events")
        ]
        for trigger in filter(None, triggers):
            self._event(trigger)
        for value, name in self._in_sentences(lists, "relations"):
            self._try(self._relation, value, name)
        for key, kind in (("clusters", Kind.ENTITY), ("event_clusters", Kind.EVENT)):
            for number, value in enumerate(lists.get(key, [])):
                self._cluster(value, f"{key}[{number}]", kind)
        if self._unlisted:
            self.problems.append(
                Remark(
                    "{0} stretches that arguments, relations or clusters lead to are no mentions:"
                    " they came in as mentions with the label {1}.",
                    self._unlisted, MENTION, where=self._where,
                )
            )  # fmt: skip

    def _in_sentences(
        self, lists: Mapping[str, list[Json]], key: str
    ) -> Iterator[tuple[Json, str]]:
        """Yield the entries at `key`, which has a list of them for each sentence."""
        for sentence, values in enumerate(lists.get(key, [])):
            for number, value in enumerate(self._try(_list, values, f"{key}[{sentence}]") or []):
                yield value, f"{key}[{sentence}][{number}]"

    def _try(self, read_one: Callable[[Json, str], _T], value: Json, name: str) -> _T | None:
        try:
            return read_one(value, name)
        except FieldError as error:
            error.where = self._where
            self.problems.append(error)
            return None

    def _entity(self, value: Json, name: str) -> None:
        first, last, label = _entry(value, name, 3)
        self._mention(self._span(first, last, name), _label(label, name))

    def _trigger(self, value: Json, name: str) -> _Trigger:
        trigger, *arguments = of_type(value, list, name) or [None]
        first = f"{name}[0]"
        *tokens, label = _entry(trigger, first, 2, 3)
        span, label = self._span(tokens[0], tokens[-1], first), _label(label, first)
        id = self._ids.take(Kind.EVENT)
        self._at.setdefault((Kind.EVENT, *span), id)
        return _Trigger(id, label, self._fragment(span), arguments, name)

    def _event(self, trigger: _Trigger) -> None:
        links = [
            self._try(self._argument, value, f"{trigger.name}[{number}]")
            for number, value in enumerate(trigger.arguments, 1)
        ]
        self._add(trigger.id, Kind.EVENT, trigger.label, (trigger.fragment,), filter(None, links))

    def _argument(self, value: Json, name: str) -> Link:
        first, last, role = _entry(value, name, 3)
        return Link(_label(role, name), self._target(self._span(first, last, name)))

    def _relation(self, value: Json, name: str) -> None:
        *ends, label = _entry(value, name, 5)
        label = _label(label, name)
        spans = self._span(ends[0], ends[1], name), self._span(ends[2], ends[3], name)
        links = [Link(FROM, self._target(spans[0])), Link(TO, self._target(spans[1]))]
        self._add(self._ids.take(Kind.RELATION), Kind.RELATION, label, (), links)

    def _cluster(self, value: Json, name: str, kind: Kind) -> None:
        members: list[str] = []
        for number, span in enumerate(self._try(_list, value, name) or []):
            member = self._try(
                lambda span, name: self._member(span, name, kind), span, f"{name}[{number}]"
            )
            if member:
                members.append(member)
        if members:
            links = [Link(MEMBER, target) for target in dict.fromkeys(members)]
            self._add(self._ids.take(Kind.CLUSTER), Kind.CLUSTER, COREFERENCE, (), links)

    def _member(self, value: Json, name: str, kind: Kind) -> str:
        first, last = _entry(value, name, 2)
        span = self._span(first, last, name)
        if kind is not Kind.EVENT:
            return self._target(span)
        if not (event := self._at.get((Kind.EVENT, *span))):
            raise FieldError("{0} leads to no event.", name)
        return event

    def _target(self, span: _Span) -> str:
        """Return the id of the mention at these tokens, else the event's, else a new mention's."""
        if found := self._at.get((Kind.ENTITY, *span)) or self._at.get((Kind.EVENT, *span)):
            return found
        self._unlisted += 1
        return self._mention(span, MENTION)

    def _mention(self, span: _Span, label: str) -> str:
        id = self._ids.take(Kind.ENTITY)
        self._at.setdefault((Kind.ENTITY, *span), id)
        self._add(id, Kind.ENTITY, label, (self._fragment(span),), ())
        return id

    def _span(self, first: Json, last: Json, name: str) -> _Span:
        """Return the first and the last token of a stretch; raises FieldError."""
        start, end = of_type(first, int, name), of_type(last, int, name)
        if not 0 <= start <= end < len(self._tokens):
            raise FieldError(
                "{0}: {1}–{2} are no tokens of this article, which has 0–{3}.",
                name, start, end, len(self._tokens) - 1,
            )  # fmt: skip
        return start, end

    def _fragment(self, span: _Span) -> Fragment:
        return Fragment(self._tokens[span[0]].start, self._tokens[span[1]].end)

    def _add(
        self,
        id: str,
        kind: Kind,
        label: str,
        fragments: tuple[Fragment, ...],
        links: Iterable[Link],
    ) -> None:
        self.annotations.append(Annotation(id, kind, label, fragments, tuple(links)))


def _list(value: Json, name: str) -> list[Json]:
    return of_type(value, list, name)


def _entry(value: Json, name: str, *lengths: int) -> list[Json]:
    """Return the list `value`, which has one of `lengths`; raises FieldError."""
    entry = of_type(value, list, name)
    if len(entry) not in lengths:
        raise FieldError("{0} has {1} items, not {2}.", name, len(entry), min(lengths))
    return entry


def _label(value: Json, name: str) -> str:
    label = of_type(value, str, name)
    if not label:
        raise FieldError("{0} has an empty label.", name)
    return label
