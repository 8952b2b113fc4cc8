"""Finds mentions, or triggers: where, with which label, and whether at all."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

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
from annotator.suggest.learned.softmax import Floats, Softmax, shares
from annotator.suggest.learned.vectors import Vectors

LEAST_CANDIDATE = 0.02
RIGHT, HARMLESS, WRONG = "right", "harmless", "wrong"
_MOST_LABELS = 3

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """The stretches of an article that may be spans, with what is worked out of them once."""

    reading: Reading
    triggers: Sequence[Span]
    known: Known
    places: Mapping[Place, float]
    label_scores: dict[Place, Floats] = field(default_factory=dict[Place, Floats])
    judge_scores: dict[tuple[Place, str], Floats] = field(
        default_factory=dict[tuple[Place, str], Floats]
    )


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
        keys = [((each.span.first, each.span.end), each.span.label) for each in candidates]
        missing = [n for n, key in enumerate(keys) if key not in found.judge_scores]
        spans = [candidates[n].span for n in missing]
        new = self.judge.scores(static_features(reading, spans, found.known, found.triggers))
        found.judge_scores.update(zip((keys[n] for n in missing), new, strict=True))
        rows = (
            row | progress.above(each.span.first).judge_features(each.span)
            for row, each in zip(rival_features(candidates), candidates, strict=True)
        )
        scores = self.judge.scores(rows) + np.array([found.judge_scores[key] for key in keys])
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
    missing = [n for n, place in enumerate(places) if place not in found.label_scores]
    new = [spans[n] for n in missing]
    rows = span_features(reading, new, known, found.triggers)
    scores = labeller.scores(rows, span_numbers(reading, new, known.vectors))
    found.label_scores.update(zip((places[n] for n in missing), scores, strict=True))
    if not places:
        return []
    tagged = [above(first) for first, _ in places]
    rows = (each.label_features(span) for each, span in zip(tagged, spans, strict=True))
    chances = shares(
        labeller.scores(rows) + np.array([found.label_scores[place] for place in places])
    )
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
