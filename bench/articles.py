"""Made-up articles of any length: prose grown from seeds/, dense with labels."""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Tagset

SEEDS = Path(__file__).parents[1] / "seeds"
DENSITY = 100
"""Characters for each mention."""
_EVENTS = 10
"""Mentions for each event."""
_SENTENCES = 5
"""Most sentences in a paragraph."""


def article(characters: int, tagset: Tagset, reviewer: str, seed: int) -> Parcel:
    """Return an article of `characters` with a layer; the same for the same seed.

    It has a mention every 100 characters, every third one nested in the one before or crossing it,
    and for every ten mentions an event with three of them as arguments.
    """
    chance = random.Random(seed)
    text = _prose(characters, chance)
    mentions = list(_mentions(text, tagset, chance))
    events = list(_events(mentions, tagset, chance))
    made = Article(f"made-up-{characters}", text, {"title": f"{characters:,} ký tự"})
    return Parcel(made, (Layer(made, reviewer, [*mentions, *events]),), made.id)


@cache
def _sentences() -> list[str]:
    texts = [each.article.text for each in read(SEEDS) if not isinstance(each, AnnotatorError)]
    found = re.split(r"(?<=[.!?…])\s+|\n+", "\n".join(texts))
    return [each for each in found if 30 < len(each) < 400]


def _prose(characters: int, chance: random.Random) -> str:
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        sentences = chance.choices(_sentences(), k=chance.randint(1, _SENTENCES))
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)[:characters]


def _mentions(text: str, tagset: Tagset, chance: random.Random) -> Iterator[Annotation]:
    words = [match.span() for match in re.finditer(r"\w+", text)]
    number, before = 0, 0
    for each in range(len(text) // DENSITY):
        while number < len(words) - 4 and words[number][0] < each * DENSITY:
            number += 1
        first, last = number, number + chance.randint(1, 3)
        match each % 6:
            case 2:  # in the one before
                first = last = before + 1
            case 5:  # from within the one before to behind it
                first, last = before + 1, before + 5
            case _:
                before = first
                last += each % 6 in (1, 4)
        first, last = (min(one, len(words) - 1) for one in (first, last))
        place = Fragment(words[first][0], words[last][1])
        label = chance.choice(tagset.entities).label
        yield Annotation(f"T{each + 1}", Kind.ENTITY, label, (place,), rank=each)


def _events(
    mentions: list[Annotation], tagset: Tagset, chance: random.Random
) -> Iterator[Annotation]:
    types = [each for each in tagset.events if len(each.roles) > 2]
    for number in range(len(mentions) // _EVENTS):
        trigger, *fillers = mentions[number * _EVENTS :][:4]
        type = chance.choice(types)
        links = tuple(
            Link(role.name, filler.id) for role, filler in zip(type.roles, fillers, strict=False)
        )
        rank = len(mentions) + number
        yield Annotation(
            f"E{number + 1}", Kind.EVENT, type.label, trigger.fragments, links, rank=rank
        )
