"""How far reviewers agree, counted in one pass over the articles that several have read."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations
from typing import TypeAlias

from annotator.language.counting import Syllables
from annotator.measure.agreement.chance import alpha
from annotator.measure.agreement.figures import (
    Agreement,
    AlphaFigures,
    ArticleFigures,
    Compared,
    ReadTwice,
    f1,
)
from annotator.measure.agreement.layers import Prepared, prepared
from annotator.measure.agreement.pairs import Tally
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Tagset
from annotator.pausing import pause

_Unit: TypeAlias = tuple[tuple[str, ...], ...]
"""The labels that a syllable has by each of its readers, sorted: who gave which is all one."""


class AgreementCount:
    """Takes in the articles that several have read, one at a time."""

    def __init__(self, tagset: Tagset, scope: Compared) -> None:
        self._tagset = tagset
        self._scope = scope
        self._pairs: dict[tuple[str, str], Tally] = {}
        self._units: Counter[_Unit] = Counter()
        self._articles: list[ArticleFigures] = []

    def add(self, article: ReadTwice) -> None:
        """Compare the layers of an article, each two of them."""
        syllables = Syllables(article.text)
        layers: dict[str, Prepared] = {}
        for name, annotations in sorted(article.layers, key=lambda each: each[0]):
            pause()
            layers[name] = prepared(annotations, syllables, self._tagset, self._scope)
        same = different = 0
        for one, other in combinations(layers, 2):
            pause()
            tally = self._pairs.get((one, other))
            if tally is None:
                tally = self._pairs[one, other] = Tally(self._tagset, self._scope)
            alike, apart = tally.add(layers[one], layers[other], len(syllables))
            same += alike
            different += apart
        self._note_units(list(layers.values()), len(syllables))
        self._articles.append(
            ArticleFigures(
                article.id, article.title, tuple(layers), same, different,
                f1(same, 2 * same + different, 0),
            )
        )  # fmt: skip

    def figures(self, reviewers: Iterable[str], alone: int) -> Agreement:
        """Return what came of it; `alone` articles were read by one of `reviewers` only."""
        together = Tally(self._tagset, self._scope)
        for tally in self._pairs.values():
            together.add_up(tally)
        return Agreement(
            reviewers=tuple(sorted(reviewers)),
            compared=len(self._articles),
            alone=alone,
            alphas=self._alphas(),
            together=replace(
                together.figures(),
                articles=len(self._articles),
                syllables=self._units.total(),
            ),
            pairs=tuple(tally.figures(*names) for names, tally in sorted(self._pairs.items())),
            articles=tuple(
                sorted(self._articles, key=lambda each: (-each.different, each.same, each.id))
            ),
        )

    def _note_units(self, layers: list[Prepared], syllables: int) -> None:
        numbers = {number for each in layers for number in each.tagged}
        for number in numbers:
            self._units[tuple(sorted(each.tagged.get(number, ()) for each in layers))] += 1
        self._units[((),) * len(layers)] += syllables - len(numbers)

    def _alphas(self) -> tuple[AlphaFigures, ...]:
        syllables = self._units.total()
        labels = {label for unit in self._units for value in unit for label in value}
        if not labels:
            return ()
        made = [AlphaFigures("", syllables, alpha(self._units))]
        for label in sorted(labels):
            units: defaultdict[tuple[bool, ...], int] = defaultdict(int)
            for unit, count in self._units.items():
                units[tuple(sorted(label in value for value in unit))] += count
            made.append(AlphaFigures(label, syllables, alpha(units)))
        return tuple(made)


def measure_agreement(
    articles: Iterable[ReadTwice],
    reviewers: Iterable[str],
    alone: int,
    tagset: Tagset,
    scope: Compared,
    total: int,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> Agreement:
    """Return how far reviewers agree on `articles`; raises AnnotatorError if it was cancelled.

    `total` is how many articles come in all; `progress` hears how many of them are done.
    """
    count = AgreementCount(tagset, scope)
    for done, article in enumerate(articles, start=1):
        if cancelled():
            raise AnnotatorError("The counting was cancelled.")
        count.add(article)
        progress(done, total, "")
    return count.figures(reviewers, alone)
