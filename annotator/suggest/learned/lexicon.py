"""Which strings were tagged as what, of how many times that they stood there."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from annotator.suggest.learned.reading import Reading, Span

String: TypeAlias = tuple[str, ...]
Entry: TypeAlias = tuple[str, float]
"""A label, and the share of a string's occurrences that have it."""


class Lexicon:
    """Counts over articles, from which those of one article can be left out.

    What a model learns from an article must not tell it of that article's own strings, or it would
    trust in strings it has never seen tagged elsewhere.
    """

    def __init__(self, rows: Iterable[tuple[str, String, int, int]] = ()) -> None:
        self._tagged: dict[String, Counter[str]] = {}
        self._seen: Counter[String] = Counter()
        self._lengths: dict[str, set[int]] = {}
        self._own: dict[str, tuple[dict[String, Counter[str]], Counter[String]]] = {}
        for label, string, tagged, seen in rows:
            self._add(label, string, tagged)
            self._seen[string] = seen

    def rows(self) -> Iterator[tuple[str, String, int, int]]:
        """Yield label, string, how often it had the label, how often it stood there at all."""
        for string, labels in self._tagged.items():
            for label, tagged in labels.items():
                yield label, string, tagged, self._seen[string]

    @classmethod
    def of(cls, articles: Iterable[tuple[str, Reading, list[Span]]]) -> "Lexicon":
        """Return the lexicon of `articles`: id, text, and the spans tagged there."""
        known = list(articles)
        lexicon = cls()
        for id, reading, spans in known:
            own: dict[String, Counter[str]] = {}
            for span in spans:
                string = reading.string(span)
                own.setdefault(string, Counter())[span.label] += 1
                lexicon._add(span.label, string, 1)
            lexicon._own[id] = own, Counter()
        for id, reading, _ in known:
            seen = lexicon._own[id][1]
            keys = reading.tokens.keys
            for at, key in enumerate(keys):
                for length in lexicon.lengths(key):
                    string = tuple(keys[at : at + length])
                    if string in lexicon._tagged:
                        seen[string] += 1
            lexicon._seen += seen
        return lexicon

    def lengths(self, unit: str) -> Collection[int]:
        """Return how long the strings are that begin with `unit`."""
        return self._lengths.get(unit, ())

    def counts(self, string: String, label: str, article: str = "") -> tuple[int, int]:
        """Return how often `string` had `label`, and stood there, outside of `article`."""
        labels = self._tagged.get(string)
        if labels is None:
            return 0, 0
        tagged, seen = labels[label], self._seen[string]
        if article in self._own:
            own, own_seen = self._own[article]
            tagged -= own[string][label] if string in own else 0
            seen -= own_seen[string]
        return tagged, max(seen, tagged)

    def _add(self, label: str, string: String, tagged: int) -> None:
        self._tagged.setdefault(string, Counter())[label] += tagged
        self._lengths.setdefault(string[0], set()).add(len(string))

    def rates(self, string: String, article: str = "") -> list[Entry]:
        """Return the labels that `string` had outside of `article`, each with its share."""
        found: list[Entry] = []
        for label in self._tagged.get(string, ()):
            tagged, seen = self.counts(string, label, article)
            if tagged > 0:
                found.append((label, tagged / seen))
        return found
