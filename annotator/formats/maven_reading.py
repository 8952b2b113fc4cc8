"""Reading MAVEN's JSON lines: each line is an article; mentions of one event become a cluster."""

from collections.abc import Container, Iterable, Iterator, Sequence

from annotator.formats.foreign import Ids, Unkept, attributes_of, label_in, words_differ
from annotator.formats.format import Found, Parcel, Source
from annotator.formats.json_fields import FieldError, Fields, of_type
from annotator.formats.json_stream import json_items
from annotator.formats.strict_json import check_depth
from annotator.formats.tokens import TokenLine, rebuilt
from annotator.model.annotation import MEMBER, Annotation, AttributeValue, Fragment, Kind, Link
from annotator.model.article import Article, Json
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark
from annotator.model.tagset import COREFERENCE

_WORDS = ("negative_triggers", "candidates")
"""Lists of words that are no triggers, or of which nobody says whether they are: left out.

They are every other word of the article where Annotator wrote them.
"""


def read(source: Source) -> Iterator[Found]:
    """Yield the article of each line."""
    unkept = Unkept()
    types: dict[str, int] = {}
    for item in json_items(source):
        if isinstance(item, AnnotatorError):
            yield item
            continue
        try:
            yield from _document(Fields(item.value), item.where, source.reviewer, types, unkept)
        except AnnotatorError as error:
            error.where = item.where
            yield error


def _document(
    fields: Fields, where: str, reviewer: str, types: dict[str, int], unkept: Unkept
) -> Iterator[Found]:
    id, title = fields.take("id", str), fields.take("title", str, "")
    if not id:
        raise FieldError("{0} is empty.", "id")
    content = [
        Fields(value, f"content[{number}]")
        for number, value in enumerate(fields.take("content", list))
    ]
    lines = list(map(_sentence, content))
    for key in dict.fromkeys(key for sentence in content for key in sentence.rest()):
        yield from unkept.remark(key, where)
    if not any(line.tokens for line in lines):
        raise FieldError("{0} is empty.", "content")
    text, spans, exact = rebuilt(lines)
    for number, is_exact in enumerate(exact):
        if not is_exact and lines[number].text is not None:
            yield Remark(
                "{0} is not made up of its tokens: the text is that of the tokens.",
                f"content[{number}].sentence", where=where,
            )  # fmt: skip
    is_annotated = "events" in fields
    events = fields.take("events", list, [])
    words = {key: fields.take_any(key) for key in _WORDS if key in fields}
    metadata: dict[str, Json] = {"title": title} if title else {}
    metadata |= fields.rest()
    check_depth(metadata)
    article = Article(id, text, metadata)
    reading = _Reading(lines, spans, types, where)
    reading.read(events)
    yield from reading.problems
    others = set(other_words([line.tokens for line in lines], reading.taken))
    for key, value in words.items():
        if value and _stated_words(value) != others:
            yield from unkept.remark(key, where)
    layers = (Layer(article, reviewer, reading.annotations),) if is_annotated else ()
    yield Parcel(article, layers, where)


def _sentence(fields: Fields) -> TokenLine:
    name = fields.name("tokens")
    tokens = [of_type(each, str, name) for each in fields.take("tokens", list)]
    if not all(tokens):
        raise FieldError("{0} has an empty text.", name)
    text = fields.take("sentence", str) if "sentence" in fields else None
    return TokenLine(tokens, text)


def other_words(
    sentences: Iterable[Sequence[str]], taken: Container[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield sentence and token of every token with a letter in it that is not `taken`."""
    for sentence, tokens in enumerate(sentences):
        for number, token in enumerate(tokens):
            if (sentence, number) not in taken and any(map(str.isalpha, token)):
                yield sentence, number


def _stated_words(value: Json) -> set[tuple[Json, Json]] | None:
    """Return sentence and token of each item, or None where they are not all single tokens."""
    found: set[tuple[Json, Json]] = set()
    for item in value if isinstance(value, list) else [None]:
        match item:
            case {"sent_id": int(sentence), "offset": [int(first), int(end)]} if end == first + 1:
                found.add((sentence, first))
            case _:
                return None
    return found


class _Reading:
    """The events of a document, and what is wrong with them."""

    def __init__(
        self,
        lines: Sequence[TokenLine],
        spans: Sequence[Sequence[Fragment]],
        types: dict[str, int],
        where: str,
    ) -> None:
        self.annotations: list[Annotation] = []
        self.problems: list[AnnotatorError] = []
        self._lines = lines
        self._spans = spans
        self._types = types
        self._where = where
        self._ids = Ids()
        self.taken: set[tuple[int, int]] = set()
        """Sentence and token of all that is in a trigger."""

    def read(self, events: Sequence[Json]) -> None:
        """Read all there is; what can't be is a problem, and the rest goes on."""
        clusters: list[tuple[str, list[str]]] = []
        for number, value in enumerate(events):
            try:
                clusters.append(self._event(Fields(value, f"events[{number}]")))
            except FieldError as error:
                self._left_out(error)
        for file_id, members in clusters:
            if len(members) > 1:
                id = self._ids.take(Kind.CLUSTER, file_id)
                links = tuple(Link(MEMBER, member) for member in members)
                self.annotations.append(Annotation(id, Kind.CLUSTER, COREFERENCE, (), links))

    def _left_out(self, error: FieldError) -> None:
        error.where = self._where
        self.problems.append(error)

    def _event(self, fields: Fields) -> tuple[str, list[str]]:
        """Read the mentions of an event; return its id and theirs."""
        label, file_id = label_in(fields, "type"), fields.take("id", str, "")
        if "type_id" in fields:
            self._check_type(label, fields.take("type_id", int), fields.name("type_id"))
        mentions = fields.take("mention", list)
        if not mentions:
            raise FieldError("{0} is empty.", fields.name("mention"))
        attributes = attributes_of(fields.rest())
        members: list[str] = []
        for number, value in enumerate(mentions):
            try:
                mention = Fields(value, f"{fields.name('mention')}[{number}]")
                members.append(self._mention(mention, label, attributes))
            except FieldError as error:
                self._left_out(error)
        return file_id, members

    def _mention(self, fields: Fields, label: str, attributes: dict[str, AttributeValue]) -> str:
        sentence = fields.take("sent_id", int)
        if not 0 <= sentence < len(self._spans):
            raise FieldError(
                "{0} is {1}, but the sentences are 0–{2}.",
                fields.name("sent_id"), sentence, len(self._spans) - 1,
            )  # fmt: skip
        spans, name = self._spans[sentence], fields.name("offset")
        offset = [of_type(each, int, name) for each in fields.take("offset", list)]
        if len(offset) != 2 or not 0 <= offset[0] < offset[1] <= len(spans):
            raise FieldError(
                "{0} is {1}, but the sentence has the tokens 0–{2}.", name, offset, len(spans)
            )
        first, end = offset
        found = " ".join(self._lines[sentence].tokens[first:end])
        stated = fields.take("trigger_word", str, found)
        self.problems += words_differ(fields.name("trigger_word"), stated, found, self._where)
        self.taken |= {(sentence, token) for token in range(first, end)}
        id = self._ids.take(Kind.EVENT, fields.take("id", str, ""))
        fragment = Fragment(spans[first].start, spans[end - 1].end)
        own = {**attributes, **attributes_of(fields.rest())}
        self.annotations.append(Annotation(id, Kind.EVENT, label, (fragment,), (), own))
        return id

    def _check_type(self, label: str, number: int, name: str) -> None:
        """Remark where a type has another number than it had before: the type is what counts."""
        known = self._types.setdefault(label, number)
        if number != known:
            self.problems.append(
                Remark(
                    "{0} is {1}, but {2} has the number {3} further up: the name counts.",
                    name, number, label, known, where=self._where,
                )
            )  # fmt: skip
