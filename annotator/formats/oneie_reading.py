"""Reading OneIE's JSON lines: the lines of one `doc_id` are the sentences of an article."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.formats.foreign import Ids, Unkept, attributes_of, label_in, words_differ
from annotator.formats.format import Found, Parcel, Source
from annotator.formats.json_fields import FieldError, Fields, of_type
from annotator.formats.json_stream import Item, json_items
from annotator.formats.strict_json import check_depth
from annotator.formats.text_lines import LONGEST
from annotator.formats.tokens import TokenLine, rebuilt
from annotator.model.annotation import FROM, TO, Annotation, AttributeValue, Fragment, Kind, Link
from annotator.model.article import Article, Json
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark

MENTION, SUBTYPE = "Mention", "Subtype"
"""The attributes that `mention_type`, and `entity_subtype` or `relation_subtype`, become."""

OF_UNKNOWN_TYPE = "UNK"
"""The `mention_type` of a mention of which nobody said."""

ENDS = {FROM: "Arg-1", TO: "Arg-2"}
_ROLES = {end: role for role, end in ENDS.items()}

_LISTS = ("entity_mentions", "relation_mentions", "event_mentions")
_DERIVED = ("sent_id", "wnd_id", "pieces", "token_lens")
"""Keys that say nothing more: numbers of sentences, and what a model's tokenizer makes of them."""


class _Line(NamedTuple):
    id: str
    sentence: TokenLine
    lists: dict[str, list[Json]]
    rest: dict[str, Json]
    where: str


def read(source: Source) -> Iterator[Found]:
    """Yield the article of each `doc_id`; its lines must follow one another."""
    unkept = Unkept()
    seen: set[str] = set()
    lines: list[_Line] = []
    size = 0
    for item in json_items(source):
        try:
            line = _line(item)
        except AnnotatorError as error:
            yield error
            continue
        if lines and lines[0].id != line.id:
            yield from _article(lines, size, source.reviewer, unkept)
            lines, size = [], 0
        if not lines and line.id in seen:
            yield AnnotatorError(
                "The article {0} came to its end further up: put its lines together.",
                line.id, where=line.where,
            )  # fmt: skip
            continue
        seen.add(line.id)
        size += sum(map(len, line.sentence.tokens)) + len(line.sentence.text or "")
        if size <= LONGEST:
            lines.append(line)
    if lines:
        yield from _article(lines, size, source.reviewer, unkept)


def _line(item: Item | AnnotatorError) -> _Line:
    """Return what a line holds, its annotations not yet looked at; raises AnnotatorError."""
    if isinstance(item, AnnotatorError):
        raise item
    try:
        fields = Fields(item.value)
        id = fields.take("doc_id", str)
        if not id:
            raise FieldError("{0} is empty.", "doc_id")
        tokens = [of_type(each, str, "tokens") for each in fields.take("tokens", list)]
        if not tokens or not all(tokens):
            raise FieldError("{0} is empty, or has an empty text.", "tokens")
        text = fields.take("sentence", str) if "sentence" in fields else None
        lists = {key: fields.take(key, list, []) for key in _LISTS}
        for key in _DERIVED:
            fields.take_any(key)
        check_depth(fields.rest())
    except AnnotatorError as error:
        error.where = item.where
        raise
    return _Line(id, TokenLine(tokens, text), lists, fields.rest(), item.where)


def _article(lines: list[_Line], size: int, reviewer: str, unkept: Unkept) -> Iterator[Found]:
    id, where = lines[0].id, lines[0].where
    if size > LONGEST:
        yield AnnotatorError(
            "The article {0} has more than {1} MB: split it.", id, LONGEST >> 20, where=where
        )
        return
    text, spans, exact = rebuilt(line.sentence for line in lines)
    article = Article(id, text, _metadata(lines))
    ids = Ids()
    annotations: list[Annotation] = []
    for line, tokens, is_exact in zip(lines, spans, exact, strict=True):
        if not is_exact and line.sentence.text is not None:
            yield Remark(
                "The sentence is not made up of its tokens: the text is that of the tokens.",
                where=line.where,
            )
        reading = _Reading(line, tokens, ids, unkept)
        reading.read()
        annotations += reading.annotations
        yield from reading.problems
    try:
        yield Parcel(article, (Layer(article, reviewer, annotations),), where)
    except AnnotatorError as error:
        error.where = where
        yield error


def _metadata(lines: Sequence[_Line]) -> dict[str, Json]:
    """Return the keys that the format does not know: a value where all lines have the same one,
    else a list with one for each line, or an object by the line's number where some have none.
    """
    by_line: dict[str, dict[int, Json]] = {}
    for number, line in enumerate(lines):
        for key, value in line.rest.items():
            by_line.setdefault(key, {})[number] = value
    metadata: dict[str, Json] = {}
    for key, values in by_line.items():
        first, *others = values.values()
        if len(values) < len(lines):
            metadata[key] = {str(number): value for number, value in values.items()}
        elif all(value == first for value in others):
            metadata[key] = first
        else:
            metadata[key] = [first, *others]
    return metadata


class _Reading:
    """The annotations of one line, and what is wrong with them."""

    def __init__(self, line: _Line, spans: Sequence[Fragment], ids: Ids, unkept: Unkept) -> None:
        self.annotations: list[Annotation] = []
        self.problems: list[AnnotatorError] = []
        self._line = line
        self._spans = spans
        self._ids = ids
        self._unkept = unkept
        self._mentions: dict[str, str] = {}

    def read(self) -> None:
        """Read all there is; what can't be is a problem, and the rest goes on."""
        readers = (self._entity, self._relation, self._event)
        for (key, values), read_one in zip(self._line.lists.items(), readers, strict=True):
            for number, value in enumerate(values):
                try:
                    self.annotations.append(read_one(Fields(value, f"{key}[{number}]")))
                except FieldError as error:
                    self._left_out(error)

    def _left_out(self, error: FieldError) -> None:
        error.where = self._line.where
        self.problems.append(error)

    def _entity(self, fields: Fields) -> Annotation:
        file_id, label = fields.take("id", str), label_in(fields, "entity_type")
        if file_id in self._mentions:
            raise FieldError("{0} is {1}, as of another mention.", fields.name("id"), file_id)
        span = self._span(fields)
        named = {
            MENTION: fields.take("mention_type", str, ""),
            SUBTYPE: fields.take("entity_subtype", str, ""),
        }
        none = (OF_UNKNOWN_TYPE, "")
        attributes: dict[str, AttributeValue] = {
            name: value for name, value in named.items() if value not in none
        }
        id = self._ids.take(Kind.ENTITY, file_id)
        self._mentions[file_id] = id
        attributes |= attributes_of(fields.rest())
        return Annotation(id, Kind.ENTITY, label, (span,), (), attributes)

    def _relation(self, fields: Fields) -> Annotation:
        label = label_in(fields, "relation_type")
        subtype = fields.take("relation_subtype", str, "")
        attributes: dict[str, AttributeValue] = (
            {SUBTYPE: subtype} if subtype not in ("", label) else {}
        )
        links = [
            Link(_ROLES.get(link.role, link.role), link.target) for link in self._links(fields)
        ]
        if {FROM, TO} - {link.role for link in links}:
            raise FieldError("{0} has no two ends, {1} and {2}.", fields.name("arguments"), *_ROLES)
        id = self._ids.take(Kind.RELATION, fields.take("id", str, ""))
        attributes |= attributes_of(fields.rest())
        return Annotation(id, Kind.RELATION, label, (), tuple(links), attributes)

    def _event(self, fields: Fields) -> Annotation:
        label = label_in(fields, "event_type")
        trigger = Fields(fields.take("trigger", dict), fields.name("trigger"))
        span = self._span(trigger)
        self._pass_over(trigger)
        links = self._links(fields)
        id = self._ids.take(Kind.EVENT, fields.take("id", str, ""))
        attributes = attributes_of(fields.rest())
        return Annotation(id, Kind.EVENT, label, (span,), tuple(links), attributes)

    def _span(self, fields: Fields) -> Fragment:
        """Return the stretch of the tokens from `start` to before `end`."""
        start, end = fields.take("start", int), fields.take("end", int)
        if not 0 <= start < end <= len(self._spans):
            raise FieldError(
                "{0} are {1}–{2}, but the sentence has the tokens 0–{3}.",
                fields.name("start, end"), start, end, len(self._spans),
            )  # fmt: skip
        if "text" in fields:
            found = " ".join(self._line.sentence.tokens[start:end])
            stated = fields.take("text", str)
            self.problems += words_differ(fields.name("text"), stated, found, self._line.where)
        return Fragment(self._spans[start].start, self._spans[end - 1].end)

    def _links(self, fields: Fields) -> list[Link]:
        links: list[Link] = []
        name = fields.name("arguments")
        for number, value in enumerate(fields.take("arguments", list, [])):
            try:
                argument = Fields(value, f"{name}[{number}]")
                role, target = label_in(argument, "role"), argument.take("entity_id", str)
                if target not in self._mentions:
                    raise FieldError(
                        "{0} is {1}, but the sentence has no such mention.",
                        argument.name("entity_id"), target,
                    )  # fmt: skip
                argument.take("text", str, "")
                self._pass_over(argument)
                links.append(Link(role, self._mentions[target]))
            except FieldError as error:
                self._left_out(error)
        return links

    def _pass_over(self, fields: Fields) -> None:
        """Remark on the keys of an object that is no annotation by itself."""
        for key in fields.rest():
            self.problems += self._unkept.remark(key, self._line.where)
