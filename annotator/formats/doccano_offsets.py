"""What doccano counts offsets in, and finding it out where a file does not say.

doccano's editor (github.com/doccano/v-annotator, `Text.ts`) counts grapheme clusters in projects
that were set to do so, else the units of JavaScript's strings, which are UTF-16 (doccano's issues
2290 and 2484). Its first versions, and programs that make files for it, count code points. The
three differ after a character like 👩, the last two after an accent that is a character of its
own, or a line end of two characters.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import islice
from typing import NamedTuple
from unicodedata import category

from annotator.formats.format import Source
from annotator.formats.json_fields import FieldError
from annotator.formats.json_stream import Item, json_items
from annotator.formats.marks import KEY
from annotator.model.article import Json
from annotator.model.message import Remark
from annotator.model.offsets import GraphemeOffsets, Utf16Offsets, grapheme_bounds

SPANS = ("entities", "label", "labels")
"""The keys under which an object has its mentions."""


class Unit(StrEnum):
    """What offsets count; in the order of preference where a file fits several."""

    UTF16 = "UTF-16 units"
    CODE_POINTS = "code points"
    GRAPHEMES = "grapheme clusters"


class Known(NamedTuple):
    """The unit of a file, and what to tell about how that was found out."""

    unit: Unit
    remark: Remark | None


_CHUNK = 1 << 20
_ENOUGH = 2000
"""Mentions after which the unit of a file is known."""

_MAY_DIFFER = re.compile(
    rb"\\[ur]|[\xc7-\xe0\xe3-\xff]|\xe1[^\xba\xbb]|\xe2[^\x80\x82]|\xe2\x80[\x80-\x8f]"
)
"""Bytes of all that is not one unit each, and of some that is: Vietnamese in one piece is not."""


def from_unit(unit: Unit, text: str) -> Callable[[int], int]:
    """Return what turns an offset into `text` in `unit` into one in code points.

    It raises FieldError for one inside a character. What lies outside the text stays outside.
    """
    if unit is Unit.CODE_POINTS:
        return int
    if unit is Unit.GRAPHEMES:
        return GraphemeOffsets(text).from_graphemes
    offsets = Utf16Offsets(text)

    def from_utf16(units: int) -> int:
        offset = offsets.from_utf16(units)
        if offsets.to_utf16(offset) != units:
            raise FieldError("The offset {0}, in UTF-16 units, lies inside a character.", units)
        return offset

    return from_utf16


def unit_of(source: Source) -> Known:
    """Return the unit in which most mentions of the file begin and end where words do.

    Looks at those alone that the units place differently, of objects that don't name their unit,
    and at no more than tell enough. Where units do equally well, the first `Unit` is taken. Reads
    the file; raises OSError.
    """
    if not _may_differ(source):
        return Known(Unit.CODE_POINTS, None)
    tally: Counter[Unit] = Counter()
    mentions = 0
    for item in json_items(source):
        if mentions >= _ENOUGH:
            break
        if isinstance(item, Item):
            mentions += _count(item.value, tally)
    if not mentions:
        return Known(Unit.CODE_POINTS, None)
    unit = min(Unit, key=lambda each: tally[each])
    fitting = mentions - tally[unit]
    remark = Remark(
        "The file does not say what its offsets count. They are read as {0}: so {1} of {2} "
        "mentions after characters like 👩 begin and end where words do.",
        unit, fitting, mentions, where=source.where,
    )  # fmt: skip
    return Known(unit, remark)


def _may_differ(source: Source) -> bool:
    with source.path.open("rb") as file:
        last = b""
        while chunk := file.read(_CHUNK):
            if _MAY_DIFFER.search(last + chunk):
                return True
            last = chunk[-2:]
    return False


def _count(value: Json, tally: Counter[Unit]) -> int:
    """Count in `tally` the mentions of an object that don't fit, by unit.

    Returns how many the units place differently.
    """
    if not isinstance(value, dict) or KEY in value:
        return 0
    text = value.get("text")
    if not isinstance(text, str):
        return 0
    converters = {unit: from_unit(unit, text) for unit in Unit}
    mentions = 0
    for pair in islice(_pairs(value), _ENOUGH):
        places = {unit: _place(convert, pair) for unit, convert in converters.items()}
        if len(set(places.values())) == 1:
            continue
        mentions += 1
        for unit, place in places.items():
            tally[unit] += place is None or _is_misfit(text, *place)
    return mentions


def _pairs(value: dict[str, Json]) -> Iterator[tuple[int, int]]:
    for key in SPANS:
        spans = value.get(key)
        for span in spans if isinstance(spans, list) else ():
            match span:
                case [int(start), int(end), *_]:
                    yield start, end
                case {"start_offset": int(start), "end_offset": int(end)}:
                    yield start, end
                case _:
                    continue


def _place(convert: Callable[[int], int], pair: tuple[int, int]) -> tuple[int, int] | None:
    try:
        return convert(pair[0]), convert(pair[1])
    except FieldError:
        return None


def _is_misfit(text: str, start: int, end: int) -> bool:
    """Return whether `[start, end)` begins or ends with a space, or inside a word or character.

    What lies outside the text, or is empty, fits nowhere.
    """
    if not 0 <= start < end <= len(text):
        return True
    inside = any(
        _is_in_word(text[at]) and _is_in_word(text[at - 1])
        for at in (start, end)
        if 0 < at < len(text)
    )
    cut = grapheme_bounds(text, start, end) != (start, end)
    return inside or cut or text[start].isspace() or text[end - 1].isspace()


def _is_in_word(character: str) -> bool:
    return category(character)[0] in "LMN"
