"""JSON lines, the native format: one object a layer, nothing lost.

`resources/jsonl.schema.json` states it.
"""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from annotator.formats.format import Format, Found, Losses, Parcel, Source
from annotator.formats.jsonl_object import VERSION, object_of, parcel_of
from annotator.formats.strict_json import parse
from annotator.model.message import AnnotatorError

LONGEST_LINE = 64 << 20
"""Bytes that one line may have."""

_BOM = b"\xef\xbb\xbf"
_HEAD = 4096


def _recognizes(head: bytes) -> bool:
    start = head.removeprefix(_BOM).lstrip()
    return start.startswith(b"{") and f'"{VERSION}"'.encode() in start.split(b'"text"', 1)[0]


def _read(source: Source) -> Iterator[Found]:
    empty = True
    with source.path.open("rb") as file:
        if b"\0" in file.read(_HEAD):
            yield AnnotatorError("This is no text, but a binary file.", where=source.where)
            return
        file.seek(0)
        for number, line in enumerate(_lines(file), 1):
            where = f"{source.where}:{number}"
            line = line.removeprefix(_BOM) if number == 1 else line
            if not line.strip():
                continue
            empty = False
            yield _found(line, where)
    if empty:
        yield AnnotatorError("The file is empty: there is nothing in it.", where=source.where)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of `file`; of one that is too long, just enough to tell."""
    while line := file.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE + 1)


def _found(line: bytes, where: str) -> Found:
    if len(line) > LONGEST_LINE:
        return AnnotatorError(
            "The line has more than {0} MB: split the article.", LONGEST_LINE >> 20, where=where
        )
    try:
        return parcel_of(parse(line.decode(), where), where)
    except UnicodeDecodeError as error:
        return AnnotatorError(
            "Byte {0} of the line is 0x{1}, which is not UTF-8: save the file as UTF-8.",
            error.start, f"{line[error.start]:02X}", where=where,
        )  # fmt: skip
    except AnnotatorError as error:
        return error


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    for article, layers, _ in parcels:
        for layer in layers or (None,):
            line = json.dumps(object_of(article, layer), ensure_ascii=False, allow_nan=False)
            stream.write(line.encode() + b"\n")
    return Losses()


FORMAT = Format(
    name="jsonl", extensions=(".jsonl",), read=_read, write=_write, recognizes=_recognizes
)
