"""What is known of words before an article is looked at, and what its own tags say of the rest."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from annotator.suggest.learned.lexicon import Entry, Lexicon, String
from annotator.suggest.learned.reading import Reading, Span
from annotator.suggest.learned.vectors import Vectors

_NEAR = 2.0
"""How much it counts that words like these have a label in the same article."""


@dataclass(frozen=True, slots=True)
class Known:
    """Which strings were tagged elsewhere, and what words are like; `article` is left out."""

    lexicon: Lexicon
    vectors: Vectors
    article: str = ""

    def counts(self, string: String, label: str) -> tuple[int, int]:
        """Return how often `string` had `label`, and stood there at all."""
        return self.lexicon.counts(string, label, self.article)

    def rates(self, string: String) -> list[Entry]:
        """Return the labels that `string` had, each with its share."""
        return self.lexicon.rates(string, self.article)


class Progress:
    """What is tagged in an article of one kind, as it stands above each place.

    Whoever tags from the beginning on has passed by what lies before, and said no to it by that. So
    what they tagged speaks for what comes after it alone.
    """

    def __init__(self, reading: Reading, spans: Sequence[Span]) -> None:
        """Take `spans`, which are by place."""
        self.reading = reading
        self.labels: dict[str, list[int]] = {}
        """For each label the numbers of the spans that have it, ascending; so below."""
        self.strings: dict[String, dict[str, list[int]]] = {}
        self.alike: dict[tuple[str, object], dict[str, list[int]]] = {}
        self._firsts = [each.first for each in spans]
        self.signs = list(accumulate(spans, lambda sign, each: hash((sign, each)), initial=0))
        """For each number of spans another number where so many of the first are others."""
        for number, each in enumerate(spans):
            string = reading.string(each)
            self.labels.setdefault(each.label, []).append(number)
            self.strings.setdefault(string, {}).setdefault(each.label, []).append(number)
            for key in _keys(string):
                self.alike.setdefault(key, {}).setdefault(each.label, []).append(number)

    def above(self, unit: int) -> "Above":
        """Return what is tagged before `unit`."""
        return Above(self, bisect_left(self._firsts, unit))


class Above(NamedTuple):
    """What is tagged in an article above some place: so many spans of `progress`, the first."""

    progress: Progress
    before: int

    @property
    def sign(self) -> int:
        """What is the same as long as the same is tagged above."""
        return self.progress.signs[self.before]

    def labels_of(self, string: String) -> list[str]:
        """Return the labels that `string` has above."""
        return self._labels(self.progress.strings.get(string))

    def label_features(self, span: Span) -> dict[str, float]:
        """Return what speaks for this or that label of `span`; its own is not looked at."""
        row: dict[str, float] = {}
        for label, numbers in self.progress.labels.items():
            if count := bisect_left(numbers, self.before):
                row[f"above={label}"] = min(count, 4) / 4
        for key in _keys(self.progress.reading.string(span)):
            for label in self._labels(self.progress.alike.get(key)):
                row[f"{key[0]}={label}"] = _NEAR
        return row

    def judge_features(self, span: Span) -> dict[str, float]:
        """Return what speaks for or against that `span` is tagged with its label."""
        string, label = self.progress.reading.string(span), span.label
        here = self.progress.strings.get(string) or {}
        row: dict[str, float] = {}
        if count := bisect_left(here.get(label, ()), self.before):
            row |= {"here": 1.0, f"here {label}": 1.0, f"here {min(count, 3)}": 1.0}
        elif self._labels(here):
            row["here otherwise"] = 1.0
        for key in _keys(string)[1:]:
            if label in self._labels(self.progress.alike.get(key)):
                row[f"here {key[0]}"] = 1.0
        if label in self._labels(self.progress.labels):
            row[f"above {label}"] = 1.0
        return row

    def _labels(self, numbers: Mapping[str, Sequence[int]] | None) -> list[str]:
        """Return the labels of which the first number lies above."""
        return [label for label, found in (numbers or {}).items() if found[0] < self.before]


def _keys(string: String) -> tuple[tuple[str, object], ...]:
    low = tuple(unit.lower() for unit in string)
    return ("same", low), ("ends", low[-1]), ("begins", low[0])
