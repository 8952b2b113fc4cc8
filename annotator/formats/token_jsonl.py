"""JSON lines of words with a tag each, as PhoNER and data sets of Hugging Face have. Read only.

A line is an article of one sentence. Tags and words are read as those of columns are: see `conll`.
"""

from collections.abc import Iterator
from itertools import islice

from annotator.formats.article_rows import columns
from annotator.formats.conll.reader import NO_TAG, word_of
from annotator.formats.doubts import IRREGULAR, Doubts
from annotator.formats.escapes import as_it_was
from annotator.formats.format import Format, Found, Parcel, Source
from annotator.formats.json_fields import FieldError, Fields, of_type
from annotator.formats.json_stream import Item, head_keys, json_items
from annotator.formats.rebuilt_text import Rebuilt
from annotator.formats.strict_json import check_depth
from annotator.formats.tags import Scheme, decoded, is_tag, scheme_of
from annotator.formats.tokens import aligned
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article, Json
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark, message

_WORDS, _TAGS = ("tokens", "words"), ("ner_tags", "tags")
"""The keys of either, the one that says more first."""

_TEXT = "text"
_OF_OTHERS = frozenset("entities entity_mentions event_mentions format label labels spans".split())
_LOOKED_AT = 1000
"""Lines that the scheme of the tags is found by."""


def _recognizes(head: bytes) -> bool:
    keys = head_keys(head)
    if columns(keys).have_text:  # words and tags may be their number, and what it is about
        return {_WORDS[0], _TAGS[0]} <= keys and keys.isdisjoint(_OF_OTHERS)
    return not keys.isdisjoint(_WORDS) and not keys.isdisjoint(_TAGS)


def _read(source: Source) -> Iterator[Found]:
    scheme = scheme_of(_tags_of_some(source))
    doubts = Doubts(source.where)
    for number, item in enumerate(json_items(source), 1):
        if isinstance(item, AnnotatorError):
            yield item
            continue
        try:
            yield from _article(item, number, source, scheme, doubts)
        except AnnotatorError as error:
            error.where = item.where
            yield error
    yield from doubts.remarks()


def _tags_of_some(source: Source) -> Iterator[list[str]]:
    """Yield the tags of the first lines, as far as they are any."""
    for item in islice(json_items(source), _LOOKED_AT):
        if isinstance(item, Item) and isinstance(item.value, dict):
            key = next((key for key in _TAGS if key in item.value), "")
            tags = item.value.get(key)
            if isinstance(tags, list):
                yield [tag for tag in tags if isinstance(tag, str) and is_tag(tag)]


def _article(
    item: Item, number: int, source: Source, scheme: Scheme, doubts: Doubts
) -> Iterator[Found]:
    """Yield the article of a line; raises AnnotatorError."""
    fields = Fields(item.value)
    words, tags = _words_and_tags(fields)
    text, stretches = _own_text(fields, words)
    if not stretches:
        rebuilt = Rebuilt()
        stretches, text = rebuilt.add(words), rebuilt.text
        if _TEXT in fields:
            yield Remark(
                "The sentence is not made up of its tokens: the text is that of the tokens.",
                where=item.where,
            )
    spans, irregular = decoded(tags, scheme)
    annotations = [
        Annotation(
            f"T{rank + 1}", Kind.ENTITY, as_it_was(label),
            (Fragment(stretches[first].start, stretches[last - 1].end),), rank=rank,
        )
        for rank, (first, last, label) in enumerate(spans)
    ]  # fmt: skip
    id = _id(fields, source, number)
    check_depth(fields.rest())
    article = Article(id, text, fields.rest())
    layer = Layer(article, source.reviewer, annotations)
    for tag in tags:
        if not is_tag(tag):
            doubts.note(NO_TAG, item.line, tag)
    for each in irregular:
        doubts.note(IRREGULAR, item.line, tags[each])
    yield Parcel(article, (layer,), item.where)


def _words_and_tags(fields: Fields) -> tuple[list[str], list[str]]:
    """Return the words of a line, and as many tags; raises FieldError."""
    of_words, of_tags = (
        next((key for key in keys if key in fields), keys[0]) for keys in (_WORDS, _TAGS)
    )
    words = [
        of_type(word, str, f"{of_words}[{number}]")
        for number, word in enumerate(fields.take(of_words, list))
    ]
    listed = fields.take(of_tags, list)
    if not words or not all(words):
        raise FieldError("{0} is empty, or has an empty text.", of_words)
    if len(listed) != len(words):
        raise FieldError(
            "{0} has {1} items, but {2} has {3}: each word needs one tag.",
            of_tags, len(listed), of_words, len(words),
        )  # fmt: skip
    if all(type(tag) is int for tag in listed):
        raise FieldError(
            "{0} has numbers, and the file does not say which labels they stand for: "
            "write the tags themselves (B-LOC, I-LOC, O).",
            of_tags,
        )
    tags = [of_type(tag, str, f"{of_tags}[{number}]") for number, tag in enumerate(listed)]
    return [word_of(word) for word in words], tags


def _own_text(fields: Fields, words: list[str]) -> tuple[str, list[Fragment]]:
    """Return the text that the line has itself, and where its words stand in it, if they do."""
    text = fields.rest().get(_TEXT)
    stretches = aligned(words, text) if isinstance(text, str) else None
    return (fields.take(_TEXT, str), stretches) if stretches else ("", [])


def _id(fields: Fields, source: Source, number: int) -> str:
    """Return the id of the line `number`; where it states one of digits, each file counts anew."""
    stated: Json = fields.rest().get("id")
    if isinstance(stated, bool) or not isinstance(stated, int | str) or not str(stated).strip():
        return f"{source.id}/{number}"
    id = str(fields.take_any("id"))
    return f"{source.id}/{id}" if id.isdecimal() else id


FORMAT = Format(
    name="token-jsonl",
    extensions=(".jsonl", ".json"),
    summary=message("JSON lines of words with tags, as PhoNER and Hugging Face have them"),
    read=_read,
    recognizes=_recognizes,
    sign=message("its objects have {0} and {1}", "words, tokens", "tags, ner_tags"),
)
