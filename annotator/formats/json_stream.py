"""JSON values one after another, from files of any size: a line each, or the items of an array."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import BinaryIO, NamedTuple

from annotator.formats.format import Source
from annotator.formats.strict_json import parse_bytes
from annotator.formats.text_lines import LONGEST, no_text, not_utf8, raw_lines, refuse_long
from annotator.model.article import Json
from annotator.model.message import AnnotatorError

_BOM = b"\xef\xbb\xbf"
_PEEK = 4096
_CHUNK = 1 << 20
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[\]{},:"]', re.DOTALL)
_TO_BRACKET = re.compile(rb'(?:[^"\[\]{}]++|"(?:[^"\\]++|\\.)*+")*+[\[\]{}]', re.DOTALL)
_TO_BRACKET_OR_COMMA = re.compile(rb'(?:[^"\[\]{},]++|"(?:[^"\\]++|\\.)*+")*+[\[\]{},]', re.DOTALL)


class Item(NamedTuple):
    """A JSON value and the line it begins at: `news.json:12`."""

    value: Json
    where: str

    @property
    def line(self) -> int:
        """The line alone, from 1."""
        return int(self.where.rpartition(":")[2])


def json_items(source: Source) -> Iterator[Item | AnnotatorError]:
    """Yield the items of the array that the file holds, else the value of each line.

    What can't be read is given as an error, and the rest goes on: of an array that is broken off
    there is no rest. Holds one value at a time. Raises OSError.
    """
    with source.path.open("rb") as file:
        if _is_array(file):
            yield from _array(file, source.where)
        else:
            yield from json_lines(source)


def json_lines(source: Source) -> Iterator[Item | AnnotatorError]:
    """Yield the value of each line that is not blank; see `json_items`."""
    empty = True
    with source.path.open("rb") as file:
        if refused := no_text(file.read(_PEEK), source.where):
            yield refused
            return
        file.seek(0)
        for number, line in enumerate(raw_lines(file), 1):
            if line.strip():
                empty = False
                yield _item(line, f"{source.where}:{number}")
    if empty:
        yield AnnotatorError("The file is empty: there is nothing in it.", where=source.where)


@lru_cache(maxsize=1)
def head_keys(head: bytes) -> frozenset[str]:
    """Return the keys of the first JSON object in `head`, as far as it goes.

    In an array, those of its first item. Empty where `head` does not begin so.
    """
    start = head.removeprefix(_BOM).lstrip().removeprefix(b"[").lstrip()
    if not start.startswith(b"{"):
        return frozenset()
    keys: set[str] = set()
    depth = 0
    tokens = (match.group() for match in _TOKEN.finditer(start))
    for token, following in pairwise(tokens):
        if token in (b"{", b"["):
            depth += 1
        elif token in (b"}", b"]"):
            depth -= 1
        elif depth == 1 and token[:1] == b'"' and following == b":":
            keys.add(token[1:-1].decode(errors="replace"))
        if depth == 0:
            break
    return frozenset(keys)


def _is_array(file: BinaryIO) -> bool:
    start = file.read(_PEEK).removeprefix(_BOM).lstrip()
    file.seek(0)
    return start.startswith(b"[")


def _item(data: bytes | bytearray, where: str) -> Item | AnnotatorError:
    try:
        refuse_long(data, where)
        return Item(parse_bytes(bytes(data), where), where)
    except UnicodeDecodeError as error:
        return not_utf8(error, where)
    except AnnotatorError as error:
        return error


def _array(file: BinaryIO, where: str) -> Iterator[Item | AnnotatorError]:
    """Yield the items of the array in `file`, cut out by its brackets and strings alone."""
    data, depth, line = bytearray(), 0, 1
    start = at = 0
    while chunk := file.read(max(_CHUNK, len(data))):  # doubled, or long strings take forever
        data += chunk
        while match := (_TO_BRACKET if depth > 1 else _TO_BRACKET_OR_COMMA).match(data, at):
            at = match.end()
            token = bytes(data[at - 1 : at])
            depth += (token in b"[{") - (token in b"]}")
            if depth == 1 and token == b"[":
                start = at
            elif depth == 0 or (depth == 1 and token == b","):
                item = bytes(data[start : at if token == b"}" else at - 1])
                line += item[: len(item) - len(item.lstrip())].count(b"\n")
                if item.strip():
                    yield _item(item.strip(), f"{where}:{line}")
                line += item.lstrip().count(b"\n")
                start = at
            if depth == 0:
                if _goes_on(data[at:], file):
                    yield AnnotatorError(
                        "After the end of the array comes more, which is left out: put it inside.",
                        where=f"{where}:{line}",
                    )
                return
        del data[:start]
        at, start = max(0, at - start), 0
        if len(data) > LONGEST:
            yield _item(data, f"{where}:{line}")
            return
    yield AnnotatorError("The array has no end: was the file cut off?", where=f"{where}:{line}")


def _goes_on(rest: bytes | bytearray, file: BinaryIO) -> bool:
    """Return whether anything visible follows, in `rest` or in what is left of `file`."""
    return bool(rest.strip()) or any(map(bytes.strip, iter(lambda: file.read(_CHUNK), b"")))
