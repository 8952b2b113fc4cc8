"""What a query names that there is not: why it may be that nothing was found."""

from collections.abc import Iterator
from difflib import get_close_matches

from annotator.model.annotation import FROM, MEMBER, TO, Kind
from annotator.model.message import Message, message
from annotator.model.tagset import Tagset
from annotator.search.query import (
    Condition,
    HasRole,
    Inside,
    Labelled,
    Says,
    Words,
    finds_annotations,
    parts,
)
from annotator.search.tokens import KEYWORDS

_NO_LABEL = {
    None: Message("There is no label {0} in the tagset."),
    Kind.ENTITY: Message("There is no entity label {0} in the tagset."),
    Kind.EVENT: Message("There is no event label {0} in the tagset."),
    Kind.RELATION: Message("There is no relation label {0} in the tagset."),
    Kind.CLUSTER: Message("There is no cluster label {0} in the tagset."),
    Kind.DOCUMENT: Message("There is no document label {0} in the tagset."),
}

_NEAR = 0.75
"""How much like a keyword a word is that may be meant as one, from 0 to 1."""


def unknown(condition: Condition, tagset: Tagset) -> list[Message]:
    """Return what to say of labels, roles and attributes that the tagset does not have.

    Words beside conditions on annotations that look like keywords are told, too.
    """
    found = [
        each
        for part in _all_parts(condition)
        for each in (
            _near_keywords(part)
            if isinstance(part, Words) and finds_annotations(condition)
            else _unknown(part, tagset)
        )
    ]
    return list(dict.fromkeys(found))


def _all_parts(condition: Condition) -> Iterator[Condition]:
    for part in parts(condition):
        yield part
        match part:
            case HasRole(_, filler) if filler:
                yield from _all_parts(filler)
            case Inside(outer):
                yield from _all_parts(outer)
            case _:
                pass


def _unknown(condition: Condition, tagset: Tagset) -> Iterator[Message]:
    match condition:
        case Labelled(kind, label) if label != "*":
            kinds = Kind if kind is None else (kind,)
            if not any(tagset.find(each, label) for each in kinds):
                yield message(_NO_LABEL[kind].template, label)
        case HasRole(name) if name not in ("*", FROM, TO, MEMBER):
            if not any(event.role(name) for event in tagset.events):
                yield message("There is no role {0} in the tagset.", name)
        case Says("attribute", name):
            if all(each.name != name for each in tagset.attributes):
                yield message("There is no attribute {0} in the tagset.", name)
        case _:
            pass


def _near_keywords(words: Words) -> Iterator[Message]:
    for word in words.text.split():
        for meant in get_close_matches(word.lower(), KEYWORDS, 1, _NEAR):
            yield message("“{0}” was looked for in the texts. Do you mean {1}?", word, meant)
