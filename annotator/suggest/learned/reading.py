"""An article as the models see it: sentences of units, with what is tagged in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from annotator.language.segmentation import sentence_ends
from annotator.model.annotation import Annotation, Kind
from annotator.model.article import Article
from annotator.suggest.tokens import Tokens, tokens_of


@dataclass(frozen=True, slots=True)
class Span:
    """Units of an article, end exclusive, with a label."""

    first: int
    end: int
    label: str
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article that a person is done with, and what they tagged."""

    article: Article
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The units of a text, and where sentences begin and end among them."""

    tokens: Tokens
    bounds: Sequence[tuple[int, int]]
    begins: Sequence[int]

    def sentence(self, unit: int) -> int:
        """Return the number of the sentence that holds `unit`."""
        return bisect_right(self.begins, unit) - 1

    def by_sentence(self, spans: Iterable[Span]) -> dict[int, list[Span]]:
        """Return `spans` by the number of the sentence that each begins in."""
        found: dict[int, list[Span]] = {}
        for each in spans:
            found.setdefault(self.sentence(each.first), []).append(each)
        return found

    def string(self, span: Span) -> tuple[str, ...]:
        """Return the units of `span`."""
        return tuple(self.tokens.keys[span.first : span.end])


@lru_cache(maxsize=16)
def reading_of(text: str) -> Reading:
    """Return `text` as the models see it; those of the texts asked for last are kept."""
    tokens = tokens_of(text)
    starts = {0, *(bisect_left(tokens.starts, end) for end in sentence_ends(text))}
    begins = sorted(each for each in starts if each < len(tokens))
    bounds = list(zip(begins, [*begins[1:], len(tokens)], strict=True))
    return Reading(tokens, bounds, begins)


def spans_of(reading: Reading, annotations: Iterable[Annotation], kind: Kind) -> list[Span]:
    """Return those of `kind` that are whole units in one piece, by place, longer ones first."""
    found: list[Span] = []
    for each in annotations:
        if each.kind is kind and len(each.fragments) == 1:
            units = reading.tokens.units(each.fragments[0])
            if units:
                found.append(Span(*units, each.label, each.id))
    return sorted(found, key=lambda span: (span.first, -span.end))


def outermost(spans: Iterable[Span]) -> list[Span]:
    """Return those of `spans`, which are by place, that no earlier one of them meets."""
    kept: list[Span] = []
    for each in spans:
        if not kept or each.first >= kept[-1].end:
            kept.append(each)
    return kept
