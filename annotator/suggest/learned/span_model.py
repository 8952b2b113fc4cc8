"""Finds mentions, or triggers: where, with which label, and whether at all."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np

from annotator.pausing import pause
from annotator.suggest.learned.candidates import (
    Candidate,
    known_spans,
    rival_features,
    static_features,
)
from annotator.suggest.learned.crf import Crf
from annotator.suggest.learned.features import lexicon_features, trigger_features, unit_features
from annotator.suggest.learned.known import Above, Known, Progress
from annotator.suggest.learned.labelling import span_features, span_numbers
from annotator.suggest.learned.lexicon import Lexicon, String
from annotator.suggest.learned.reading import Reading, Span
from annotator.suggest.learned.scores import Scores
from annotator.suggest.learned.softmax import Floats, Softmax, shares
from annotator.suggest.learned.vectors import Vectors

LEAST_CANDIDATE = 0.02
RIGHT, HARMLESS, WRONG = "right", "harmless", "wrong"
_MOST_LABELS = 3

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """The stretches of an article that may be spans, and what was worked out of them: `Scores`.

    What depends on what is tagged above a place stays as long as that is the same: who goes through
    an article has what lies above looked at once, and what lies below after each edit.
    """

    reading: Reading
    triggers: Sequence[Span]
    known: Known
    places: Mapping[Place, float]
    label_scores: Scores[Place] = field(default_factory=Scores[Place])
    label_scores_above: Scores[Place] = field(default_factory=Scores[Place])
    judge_scores: Scores[Span] = field(default_factory=Scores[Span])
    judge_scores_above: Scores[Span] = field(default_factory=Scores[Span])


@dataclass(frozen=True, slots=True)
class SpanModel:
    """A sequence model, what gives its spans labels, and what judges them."""

    crf: Crf
    labeller: Softmax
    judge: Softmax
    lexicon: Lexicon
    vectors: Vectors

    def find(self, reading: Reading, triggers: Sequence[Span]) -> Found:
        """Return what may be a span, whatever is tagged so far."""
        return found_by(self.crf, reading, triggers, Known(self.lexicon, self.vectors))

    def judged(
        self, found: Found, progress: Progress, proposed: Collection[Span] = ()
    ) -> list[Candidate]:
        """Return the candidates with the probability that each is right, by place.

        What others `proposed` is judged as well.
        """
        reading = found.reading
        candidates = labelled(self.labeller, found, progress.above, progress.strings, proposed)
        if not candidates or RIGHT not in self.judge.classes:
            return []
        spans = [each.span for each in candidates]
        tagged = [progress.above(each.first) for each in spans]

        def static(missing: list[int]) -> Floats:
            some = [spans[n] for n in missing]
            return self.judge.scores(static_features(reading, some, found.known, found.triggers))

        def above(missing: list[int]) -> Floats:
            return self.judge.scores(tagged[n].judge_features(spans[n]) for n in missing)

        scores = self.judge.scores(rival_features(candidates))
        scores += found.judge_scores.of(spans, repeat(0, len(spans)), static)
        scores += found.judge_scores_above.of(spans, (each.sign for each in tagged), above)
        right = self.judge.classes.index(RIGHT)
        harmless = self.judge.classes.index(HARMLESS) if HARMLESS in self.judge.classes else None
        return [
            Candidate(
                each.span,
                float(share[right]),
                each.likeliest,
                0.0 if harmless is None else float(share[harmless]),
            )
            for each, share in zip(candidates, shares(scores), strict=True)
        ]

    def labels(
        self, reading: Reading, span: Span, triggers: Sequence[Span], above: Above
    ) -> list[tuple[str, float]]:
        """Return the likeliest labels of what a person selected, likeliest first."""
        known = Known(self.lexicon, self.vectors)
        (row,) = span_features(reading, [span], known, triggers)
        row |= above.label_features(span)
        numbers = span_numbers(reading, [span], self.vectors)
        (chances,) = self.labeller.probabilities([row], numbers)
        ranked = sorted(
            zip(self.labeller.classes, map(float, chances), strict=True), key=lambda e: -e[1]
        )
        return ranked[:_MOST_LABELS]


def found_by(crf: Crf, reading: Reading, triggers: Sequence[Span], known: Known) -> Found:
    """Return what `crf` holds for possible, and what is known from elsewhere."""
    places = dict.fromkeys(known_spans(reading, known), 0.0)
    for bounds in reading.bounds:
        pause()
        chain = crf.probabilities(unit_rows(reading, bounds, known, triggers))
        for first, end, _, probability in chain.spans(LEAST_CANDIDATE):
            places[bounds[0] + first, bounds[0] + end] = probability
    return Found(reading, triggers, known, places)


def labelled(
    labeller: Softmax,
    found: Found,
    above: Callable[[int], Above],
    strings: Collection[String],
    proposed: Collection[Span] = (),
) -> list[Candidate]:
    """Return the places with their likely labels, and with those that their string is known by.

    `above` gives what is tagged before a unit; what is one of `strings` is looked at too.
    """
    reading, known = found.reading, found.known
    here = known_spans(reading, known, strings)
    asked = {(each.first, each.end, each.label) for each in proposed}
    places = sorted({*found.places, *here, *((first, end) for first, end, _ in asked)})
    spans = [Span(*place, "") for place in places]
    if not places:
        return []
    tagged = [above(first) for first, _ in places]

    def static(missing: list[int]) -> Floats:
        some = [spans[n] for n in missing]
        rows = span_features(reading, some, known, found.triggers)
        return labeller.scores(rows, span_numbers(reading, some, known.vectors))

    def by_tagged(missing: list[int]) -> Floats:
        return labeller.scores(tagged[n].label_features(spans[n]) for n in missing)

    scores = found.label_scores.of(places, repeat(0, len(places)), static)
    scores += found.label_scores_above.of(places, (each.sign for each in tagged), by_tagged)
    chances = shares(scores)
    candidates: list[Candidate] = []
    for place, span, each, chance in zip(places, spans, tagged, chances, strict=True):
        string = reading.string(span)
        sure = {label for label, _ in known.rates(string)} | set(each.labels_of(string))
        ranked: list[int] = np.argsort(-chance, kind="stable").tolist()
        for n, number in enumerate(ranked):
            label, own = labeller.classes[number], found.places.get(place, 0.0)
            probability = own * float(chance[number])
            wanted = label in sure or (*place, label) in asked
            if wanted or (n < _MOST_LABELS and probability >= LEAST_CANDIDATE):
                candidates.append(Candidate(Span(*place, label), probability, n == 0))
    return candidates


def unit_rows(
    reading: Reading, bounds: Place, known: Known, triggers: Sequence[Span]
) -> list[list[str]]:
    """Return what the sequence model looks at in each unit of a sentence."""
    near = [each for each in triggers if bounds[0] <= each.first < bounds[1]]
    rows = unit_features(reading, bounds, known.vectors)
    for part in (
        lexicon_features(reading, bounds, known),
        trigger_features(bounds, near, reading.tokens.keys),
    ):
        for row, more in zip(rows, part, strict=True):
            row += more
    return rows
