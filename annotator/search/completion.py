"""How a query may go on."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from annotator.language.search import search_key
from annotator.model.annotation import Kind
from annotator.model.article import Status
from annotator.model.tagset import Tagset
from annotator.search.tokens import FIELDS, KEYWORDS, KINDS

_UNFINISHED = re.compile(r"(?:(?P<field>[a-z]+):)?(?P<begun>[^\s()\":=~]*)$")
_PLAIN = re.compile(r"[^\s()\"=~:]+")


class Completion(NamedTuple):
    """What may stand in the place `[start, end)` of the query, in code points."""

    start: int
    end: int
    text: str


def completions(
    query: str, cursor: int, tagset: Tagset, reviewers: Iterable[str]
) -> list[Completion]:
    """Return how the word before `cursor` may go on: fields, labels, roles, names, statuses."""
    match = _UNFINISHED.search(query, 0, cursor)
    if match is None or query[: match.start()].count('"') % 2:
        return []
    begun = match["begun"]
    if match["field"] is None and not begun:
        return []
    found = _values(match["field"], tagset, reviewers)
    wanted = search_key(begun)
    start = match.start("begun")
    return [
        Completion(start, cursor, each)
        for each in found
        if search_key(each.strip('"')).startswith(wanted) and each != begun
    ]


def _values(field: str | None, tagset: Tagset, reviewers: Iterable[str]) -> list[str]:
    if field is None:
        return [*(f"{each}:" for each in FIELDS), *KEYWORDS]
    if field in KINDS:
        kinds = list(Kind) if field == "label" else [Kind(field)]
        names = [each.label for kind in kinds for each in tagset.labels(kind)]
    elif field == "role":
        names = [role.name for event in tagset.events for role in event.roles]
    elif field == "attribute":
        names = [each.name for each in tagset.attributes]
    elif field == "by":
        names = list(reviewers)
    elif field == "status":
        names = [each.value for each in Status]
    else:
        names = []
    return list(dict.fromkeys(each if _PLAIN.fullmatch(each) else f'"{each}"' for each in names))
