"""JSON lines, or an array, of objects with a text and what is known of it. Read only."""

from collections.abc import Iterator

from annotator.formats.article_rows import article_of, columns
from annotator.formats.format import Format, Found, Parcel, Source
from annotator.formats.json_fields import of_type
from annotator.formats.json_stream import head_keys, json_items
from annotator.formats.strict_json import check_depth
from annotator.model.message import AnnotatorError, message

_ANNOTATED = frozenset(
    "_input_hash _task_hash annotations answer candidates cats clusters comments completions data "
    "doc_key entities entity_mentions event_mentions events format label labels negative_triggers "
    "ner predictions relation_mentions relations sent_id sentences spans tokens "
    "%feature_structures %types %views".split()
)
"""Keys by which the formats of annotations are known: what has one is not read for its text."""


def _recognizes(head: bytes) -> bool:
    keys = head_keys(head)
    return columns(keys).have_text and _ANNOTATED.isdisjoint(key.lower() for key in keys)


def _read(source: Source) -> Iterator[Found]:
    for number, item in enumerate(json_items(source), 1):
        if isinstance(item, AnnotatorError):
            yield item
            continue
        try:
            row = of_type(item.value, dict, "The line")
            check_depth(row)
            article = article_of(
                row, columns(row), f"{source.id}/{number}", source.name, item.where
            )
        except AnnotatorError as error:
            error.where = item.where
            yield error
        else:
            yield Parcel(article, (), item.where)


FORMAT = Format(
    name="text-jsonl",
    extensions=(".jsonl", ".ndjson", ".json"),
    summary=message("articles as JSON lines with a text"),
    read=_read,
    recognizes=_recognizes,
    sign=message("its objects have a key {0}, and none of annotations", "text, content, nội dung"),
)
