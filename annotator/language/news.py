"""Title, date, author and caption of Vietnamese news, read off its layout.

Nothing is ever cut from the text, and where the layout leaves a doubt, nothing is said.
"""

import unicodedata
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import regex

_LONGEST_TITLE = 250
_LONGEST_CAPTION = 200
_LONGEST_DATE = 100
_LONGEST_AUTHOR = 200
_HEAD = 8
"""Lines with text that may come before the body: section, title, date, author."""

_DATE = regex.compile(
    r"(?:(?:Thứ\s+(?:Hai|Ba|Tư|Năm|Sáu|Bảy|[2-7])|Chủ\s+[Nn]hật)\s*,?\s+)?"
    r"(?:ngày\s+)?(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"
    r"(?:\s*[,|–-]?\s*(?P<hour>\d{1,2})(?::|h|g)(?P<minute>\d{2})(?::(?P<second>\d{2}))?)?"
    r"(?:\s*[(\[]?\s*(?:GMT|UTC)\s*(?P<zone>[+-]\d{1,2})(?::?(?P<half>\d{2}))?\s*[)\]]?)?",
    regex.IGNORECASE,
)
_SIGNED = regex.compile(r"(?:Tác giả|Người viết|Bài(?:,| và) ảnh|Bài)\s*:\s*(?P<name>\S.*)")
_REPORTER = regex.compile(r"P\.?V\.?|PV/\S+")
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}.]*(?:[ \u00a0-]+\p{Lu}[\p{L}\p{M}.]*){0,5}")
_FAR_RIGHT = 24
"""Columns of indentation from which a line counts as set to the right."""


def metadata_of(text: str) -> dict[str, str]:
    """Return what the layout of `text` says of it: any of title, published_at, author, caption.

    `published_at` is ISO 8601, with the time and the zone where the text gives them. A caption is a
    short line that comes twice in a row; several are joined by a line break.
    """
    lines = [line.rstrip() for line in text.removeprefix("\ufeff").splitlines()]
    filled = [line for line in lines if any(map(str.isalnum, line))]
    dates = [(n, found) for n, line in enumerate(filled[:_HEAD]) if (found := moment_of(line))]
    dated = dates[0] if len(dates) == 1 else None
    known = {
        "title": _title(lines, filled, dated[0] if dated else None),
        "published_at": dated[1] if dated else "",
        "author": _author(filled),
        "caption": _caption(filled),
    }
    return {key: value for key, value in known.items() if value}


def _title(lines: list[str], filled: list[str], dated: int | None) -> str:
    """Return the line before the date, or the first one where it stands apart above a body."""
    if len(filled) < 2:
        return ""
    title, body = filled[0].strip(), filled[1:]
    if len(title) > _LONGEST_TITLE or title.endswith((".", ",", ":", ";")):
        return ""
    apart = not lines[lines.index(filled[0]) + 1]
    body_is_prose = any(len(line) > len(title) and line.endswith((".", "!", "?")) for line in body)
    return title if dated == 1 or (dated is None and apart and body_is_prose) else ""


def moment_of(line: str) -> str:
    """Return the moment a line states when it states nothing else, in ISO 8601, or ``.

    The day stands before the month: `02/07/2020` is the second of July.
    """
    stated = line.strip()
    if len(stated) > _LONGEST_DATE:
        return ""
    match = _DATE.fullmatch(unicodedata.normalize("NFC", stated))
    if not match:
        return ""
    day, month, year = (int(match[name]) for name in ("day", "month", "year"))
    try:
        if match["hour"] is None:
            return date(year, month, day).isoformat()
        time = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
        return datetime(year, month, day, *time, tzinfo=_zone(match)).isoformat()
    except ValueError:  # a thirteenth month, a zone of 30 hours: no date after all
        return ""


def _zone(match: "regex.Match[str]") -> timezone | None:
    if match["zone"] is None:
        return None
    hours, minutes = int(match["zone"]), int(match["half"] or 0)
    return timezone(timedelta(hours=hours, minutes=-minutes if hours < 0 else minutes))


def _author(filled: list[str]) -> str:
    """Return who signs in the last line with words: as author, reporter, or set far right."""
    if len(filled) < 3:
        return ""
    if len(filled[-1].strip()) > _LONGEST_AUTHOR:
        return ""
    line = unicodedata.normalize("NFC", filled[-1])
    name = line.strip()
    if signed := _SIGNED.fullmatch(name):
        name = signed["name"]
    elif _REPORTER.fullmatch(name):
        return name
    elif len(line) - len(line.lstrip()) < _FAR_RIGHT:
        return ""
    return name if _NAME.fullmatch(name) else ""


def _caption(filled: list[str]) -> str:
    repeated = [
        line.strip()
        for line, following in pairwise(filled)
        if line.strip() == following.strip()
        and len(line) <= _LONGEST_CAPTION
        and line.strip()[0].isalpha()
        and not line.endswith((".", "!", "?", ":", ";"))
    ]
    return "\n".join(dict.fromkeys(repeated))
