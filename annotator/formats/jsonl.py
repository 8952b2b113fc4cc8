"""JSON lines, the native format: one object a layer, nothing lost.

`resources/jsonl.schema.json` states it.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from annotator.formats.format import Format, Found, Losses, Parcel, Source
from annotator.formats.json_stream import head_keys, json_lines
from annotator.formats.jsonl_object import VERSION, line_of, parcel_of
from annotator.formats.strict_json import JsonError
from annotator.model.message import AnnotatorError, message


def _recognizes(head: bytes) -> bool:
    return f'"{VERSION}"'.encode() in head and "format" in head_keys(head)


def _read(source: Source) -> Iterator[Found]:
    for item in json_lines(source):
        if isinstance(item, AnnotatorError):
            yield item
            continue
        try:
            yield parcel_of(item.value, item.where)
        except AnnotatorError as error:
            yield error


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    for article, layers, _ in parcels:
        try:
            stream.writelines([line_of(article, layer) for layer in layers or (None,)])
        except JsonError as error:
            error.where = article.id
            raise
    return Losses()


FORMAT = Format(
    name="jsonl",
    extensions=(".jsonl",),
    summary=message("Annotator's own: JSON lines with everything"),
    read=_read,
    write=_write,
    recognizes=_recognizes,
    sign=message("its first line says {0}", f'"format": "{VERSION}"'),
)
