"""Labels over articles and over reviewers."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nsmallest

from annotator.measure.figures import (
    LabelFigures,
    LabelKey,
    Repeated,
    ReviewerFigures,
    per_thousand,
)
from annotator.model.annotation import Annotation, Kind
from annotator.model.article import Status

MOST_STRINGS = 20
"""How many of the most frequent strings of a label are given."""


class Labels:
    """Counts labels by article, layer and reviewer, and the words they stand on."""

    def __init__(self) -> None:
        self._annotations: Counter[tuple[LabelKey, str]] = Counter()
        self._articles: Counter[LabelKey] = Counter()
        self._layers: Counter[LabelKey] = Counter()
        self._strings: defaultdict[LabelKey, Counter[str]] = defaultdict(Counter)
        self._in_article: set[LabelKey] = set()

    def add(self, text: str, reviewer: str, annotations: Iterable[Annotation]) -> None:
        """Count what a layer on the text of the present article has."""
        in_layer: Counter[LabelKey] = Counter()
        for each in annotations:
            key = LabelKey(each.kind, each.label)
            in_layer[key] += 1
            if each.fragments:
                words = unicodedata.normalize("NFC", each.text_in(text))
                self._strings[key][" ".join(words.split())] += 1
        for key, count in in_layer.items():
            self._annotations[key, reviewer] += count
        self._layers.update(in_layer.keys())
        self._in_article.update(in_layer.keys())

    def end_article(self) -> None:
        """Go on to the next article."""
        self._articles.update(self._in_article)
        self._in_article.clear()

    def figures(self, syllables: int) -> tuple[LabelFigures, ...]:
        """Return the figures, the most used label first; `syllables` were read in all."""
        by_label: defaultdict[LabelKey, dict[str, int]] = defaultdict(dict)
        for (key, reviewer), count in sorted(self._annotations.items()):
            by_label[key][reviewer] = count
        made = (
            LabelFigures(
                *key,
                annotations=sum(reviewers.values()),
                articles=self._articles[key],
                layers=self._layers[key],
                per_1000_syllables=per_thousand(sum(reviewers.values()), syllables),
                reviewers=reviewers,
                strings=_most_frequent(self._strings.get(key, Counter())),
            )
            for key, reviewers in by_label.items()
        )
        return tuple(sorted(made, key=lambda each: (-each.annotations, each.kind, each.label)))


class Reviewers:
    """Counts what each reviewer has read and tagged."""

    def __init__(self) -> None:
        self._layers: Counter[str] = Counter()
        self._done: Counter[str] = Counter()
        self._syllables: Counter[str] = Counter()
        self._annotations: Counter[str] = Counter()
        self._mentions: Counter[str] = Counter()

    def add(
        self, syllables: int, reviewer: str, status: Status, annotations: list[Annotation]
    ) -> None:
        """Count a layer on an article of so many syllables."""
        self._layers[reviewer] += 1
        self._done[reviewer] += status in {Status.DONE, Status.LOCKED}
        self._syllables[reviewer] += syllables
        self._annotations[reviewer] += len(annotations)
        self._mentions[reviewer] += sum(each.kind is Kind.ENTITY for each in annotations)

    @property
    def syllables(self) -> int:
        """How many syllables were read, by all together."""
        return self._syllables.total()

    @property
    def mentions(self) -> int:
        """How many mentions were made, by all together."""
        return self._mentions.total()

    def figures(self) -> tuple[ReviewerFigures, ...]:
        """Return the figures, by the names of the reviewers."""
        return tuple(
            ReviewerFigures(
                reviewer=name,
                layers=layers,
                done=self._done[name],
                syllables=self._syllables[name],
                annotations=self._annotations[name],
                mentions=self._mentions[name],
                mentions_per_1000_syllables=per_thousand(
                    self._mentions[name], self._syllables[name]
                ),
            )
            for name, layers in sorted(self._layers.items())
        )


def _most_frequent(strings: Counter[str]) -> tuple[Repeated, ...]:
    most = nsmallest(MOST_STRINGS, strings.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Repeated(text, count) for text, count in most)
