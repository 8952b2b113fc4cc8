"""What is known of words before an article is looked at, and what its own tags say of the rest."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.suggest.learned.lexicon import Entry, Lexicon, String
from annotator.suggest.learned.reading import Reading, Span
from annotator.suggest.learned.vectors import Vectors


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


class Above:
    """What is tagged already in an article of one kind, from its beginning on."""

    def __init__(self, reading: Reading, spans: Iterable[Span] = ()) -> None:
        self.labels: Counter[str] = Counter()
        self.strings: dict[String, Counter[str]] = {}
        self._reading = reading
        self._alike: dict[tuple[str, object], dict[str, None]] = {}
        for each in spans:
            self.add(each)

    def add(self, span: Span) -> None:
        """Take note of one more, which stands after the others."""
        string = self._reading.string(span)
        self.labels[span.label] += 1
        self.strings.setdefault(string, Counter())[span.label] += 1
        for key in _keys(string):
            self._alike.setdefault(key, {})[span.label] = None

    def label_features(self, span: Span) -> dict[str, float]:
        """Return what speaks for this or that label of `span`; its own is not looked at."""
        row = {f"above={label}": min(count, 4) / 4 for label, count in self.labels.items()}
        for key in _keys(self._reading.string(span)):
            for label in self._alike.get(key, ()):
                row[f"{key[0]}={label}"] = 1.0
        return row

    def judge_features(self, span: Span) -> dict[str, float]:
        """Return what speaks for or against that `span` is tagged with its label."""
        string, label = self._reading.string(span), span.label
        here = self.strings.get(string) or Counter[str]()
        row: dict[str, float] = {}
        if here.get(label):
            row |= {"here": 1.0, f"here {label}": 1.0, f"here {min(here[label], 3)}": 1.0}
        elif here:
            row["here otherwise"] = 1.0
        for key in _keys(string)[1:]:
            if label in self._alike.get(key, ()):
                row[f"here {key[0]}"] = 1.0
        if self.labels[label]:
            row[f"above {label}"] = 1.0
        return row


class Progress:
    """What is tagged in an article of one kind, as it stands above each place.

    Whoever tags from the beginning on has passed by what lies before, and said no to it by that. So
    what they tagged speaks for what comes after it alone.
    """

    def __init__(self, reading: Reading, spans: Sequence[Span]) -> None:
        self._reading = reading
        self._spans = spans
        self._firsts = [each.first for each in spans]
        self._made: dict[int, Above] = {}

    def above(self, unit: int) -> Above:
        """Return what is tagged before `unit`."""
        count = bisect_left(self._firsts, unit)
        if count not in self._made:
            self._made[count] = Above(self._reading, self._spans[:count])
        return self._made[count]

    def strings(self) -> list[String]:
        """Return all strings that are tagged."""
        return list(dict.fromkeys(map(self._reading.string, self._spans)))


def _keys(string: String) -> tuple[tuple[str, object], ...]:
    low = tuple(unit.lower() for unit in string)
    return ("same", low), ("ends", low[-1]), ("begins", low[0])
