"""JSON as its standard has it, and what is more: one meaning only.

Refused are NaN and Infinity, numbers that overflow, keys given twice, NUL, halves of surrogate
pairs, and nesting beyond what Python can hold.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

import orjson

from annotator.model.article import Json
from annotator.model.message import AnnotatorError

DEEPEST = 64
"""Levels of lists and objects inside one another."""

_LONG_INTEGER = b"0" * 19
"""Shorter ones have no more than 64 bits."""

_DIGITS_AS_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_ESCAPED = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_REFUSED_CHARACTER = re.compile("[\0\ud800-\udfff]")


class JsonError(AnnotatorError):
    """A text that is not JSON, or has no single meaning."""


def parse_bytes(data: bytes, where: str = "") -> Json:
    """Return the value that `data`, in UTF-8, states; raises JsonError and UnicodeDecodeError.

    orjson reads in half of the time, but takes the last of equal keys, and makes fractions of large
    integers. So it is asked for texts alone that have no such integers, and in which a quotation
    mark is not written in two ways: then a key was lost if one is missing when written again.
    """
    if (b"\\" in data and b"\\u" in data) or _LONG_INTEGER in data.translate(_DIGITS_AS_ZEROS):
        return parse(data.decode(), where)
    try:
        value = orjson.loads(data)
        if orjson.dumps(value).count(b'"') == data.count(b'"'):
            return value
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        pass  # what is wrong with it is for `parse` to say
    return parse(data.decode(), where)


def parse(text: str, where: str = "") -> Json:
    """Return the value that `text` states; raises JsonError."""
    try:
        value = cast(Json, _DECODER.decode(text))
    except json.JSONDecodeError as error:
        raise JsonError(
            "This is not JSON (column {0}): was it cut off, or edited by hand?",
            error.colno, where=where,
        ) from error  # fmt: skip
    except JsonError as error:
        error.where = where
        raise
    except RecursionError as error:
        raise _too_deep(where) from error
    except ValueError as error:  # an integer of more digits than Python converts
        raise JsonError("A number has too many digits.", where=where) from error
    if _ESCAPED.search(text) and any(map(_REFUSED_CHARACTER.search, _strings(value))):
        raise JsonError("A text has a NUL or half of a surrogate pair: remove it.", where=where)
    return value


def check_depth(value: Json) -> None:
    """Raise JsonError where lists and objects in `value` are nested more than `DEEPEST` deep."""
    level: list[Json] = [value]
    for _ in range(DEEPEST):
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return
    raise _too_deep()


def _inside(value: Json) -> Iterator[Json]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _strings(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
    for each in _inside(value):
        yield from _strings(each)


def _too_deep(where: str = "") -> JsonError:
    return JsonError(
        "Lists and objects are nested more than {0} levels deep.", DEEPEST, where=where
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise JsonError("The key {0} is given twice in one object.", twice)
    return found


def _number(digits: str) -> float:
    number = float(digits)
    if number in {float("inf"), float("-inf")}:
        raise JsonError("The number {0} is too large.", digits[:40])
    return number


def _constant(name: str) -> float:
    raise JsonError("{0} is no number in JSON.", name)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_number, parse_constant=_constant
)
