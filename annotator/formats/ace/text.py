"""The text that an ACE annotation is of: an `.sgm` file without its tags, and offsets into it."""

import re
from bisect import bisect_left
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from annotator.model.annotation import Fragment
from annotator.model.article import Json

_TAG = re.compile(r"<[^<>]+>")
_ESCAPE = re.compile(r"&(amp|lt|gt);", re.IGNORECASE)
_ESCAPED = {"amp": "&", "lt": "<", "gt": ">"}
_NEAR = 500
"""Characters around its offsets that a mention is looked for."""

_LONGEST = 300
"""Characters of a mention that is looked for."""


class Located(NamedTuple):
    """Where a mention is; whether its words stand there, and whether its offsets said so."""

    fragment: Fragment
    is_found: bool
    is_moved: bool


class AceText:
    """A text and the offsets of ACE: characters without tags, CRLF counting as one, ends inclusive.

    `text` has everything but the tags, its line ends and escapes (`&amp;`) as they stand.
    """

    def __init__(self, sgm: str) -> None:
        self.text = _TAG.sub("", sgm)
        pairs = re.finditer("\r\n", self.text)
        self._pairs = [match.start() - number for number, match in enumerate(pairs)]

    def located(self, start: int, end: int, words: str) -> Located | None:
        """Return where the mention `words` is that ACE says to be at `start` to `end`.

        White space and escapes may differ. Where other words stand there, those near by are taken
        if they come once; None where there is no text, and none near by.
        """
        begin, stop = self._from_ace(start), self._from_ace(end + 1)
        is_inside = 0 <= start <= end and stop <= len(self.text)
        there = Fragment(begin, stop)
        if is_inside and (not words.strip() or _plain(self.text[begin:stop]) == _plain(words)):
            return Located(there, is_found=True, is_moved=False)
        if near := self._near(begin, stop, words):
            return Located(near, is_found=True, is_moved=True)
        return Located(there, is_found=False, is_moved=False) if is_inside else None

    def _from_ace(self, offset: int) -> int:
        return offset + bisect_left(self._pairs, offset)

    def _near(self, start: int, end: int, words: str) -> Fragment | None:
        parts = _plain(words).split()
        if not parts or len(words) > _LONGEST:
            return None
        escaped = (re.escape(part).replace("&", "&(?:amp;|AMP;)?") for part in parts)
        pattern = re.compile(r"\s+".join(escaped))
        found = pattern.finditer(self.text, max(0, start - _NEAR), max(0, end + _NEAR))
        first, second = next(found, None), next(found, None)
        return Fragment(*first.span()) if first and not second else None


def metadata_in(sgm: str) -> dict[str, Json]:
    """Return what the tags of an `.sgm` say for certain: the title, and when it was published."""
    metadata: dict[str, Json] = {}
    if title := " ".join(_ESCAPE.sub(_character, _content(sgm, "HEADLINE")).split()):
        metadata["title"] = title
    stated = _content(sgm, "DATETIME").strip() or _content(sgm, "DATE_TIME").strip()
    with suppress(ValueError):  # it may be in another form, and stands in the text all the same
        metadata["published_at"] = datetime.fromisoformat(stated).isoformat()
    return metadata


def _content(sgm: str, tag: str) -> str:
    found = re.search(rf"<{tag}>([^<]*)</{tag}>", sgm, re.IGNORECASE)
    return found[1] if found else ""


def _plain(words: str) -> str:
    return " ".join(_ESCAPE.sub(_character, words).split())


def _character(escape: re.Match[str]) -> str:
    return _ESCAPED[escape[1].lower()]
