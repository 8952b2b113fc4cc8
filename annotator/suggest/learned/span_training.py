"""Training what finds mentions, or triggers, on the articles that a person is done with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

import numpy as np

from annotator.model.annotation import Kind
from annotator.suggest.learned.candidates import rival_features, static_features
from annotator.suggest.learned.crf import Crf, bio
from annotator.suggest.learned.crf_training import Examples
from annotator.suggest.learned.known import Above, Known, Progress
from annotator.suggest.learned.labelling import span_features, span_numbers
from annotator.suggest.learned.lexicon import Lexicon
from annotator.suggest.learned.reading import Lesson, Reading, Span, outermost
from annotator.suggest.learned.softmax import Floats, Softmax, train_softmax
from annotator.suggest.learned.span_model import (
    HARMLESS,
    RIGHT,
    WRONG,
    SpanModel,
    found_by,
    labelled,
    unit_rows,
)
from annotator.suggest.learned.vectors import Vectors

FOLDS = 3
_BELIEFS = (
    (4, RIGHT),
    (2, RIGHT),
    (1, RIGHT),
    (-1, WRONG),
    (-2, WRONG),
    (-4, WRONG),
    (-1, HARMLESS),
)
"""What a judge takes for granted: that the sequence model's odds are right more often than not."""
SPAN = "S"
"""The one label of the sequence model: what a span is, is asked of it as a whole."""


@dataclass(frozen=True, slots=True)
class Read:
    """A lesson with what the models see in it."""

    id: str
    reading: Reading
    spans: Mapping[Kind, list[Span]]
    lesson: Lesson

    def triggers(self, kind: Kind) -> Sequence[Span]:
        """Return the triggers that spans of `kind` are sought by."""
        return self.spans[Kind.EVENT] if kind is Kind.ENTITY else ()


def train_spans(
    read: Sequence[Read], kind: Kind, vectors: Vectors, seed: int, step: Callable[[int], None]
) -> SpanModel:
    """Return what finds spans of `kind`; `step` is told each time a part is done.

    The judge learns from candidates in articles that the sequence model and the labels' did not
    see: the lessons are parted, and each part is judged by what learned from the others.
    """
    lexicon = Lexicon.of((each.id, each.reading, each.spans[kind]) for each in read)
    known = [Known(lexicon, vectors, each.id) for each in read]
    sentences = [_sentences(each, kind, k) for each, k in zip(read, known, strict=True)]
    examples = Examples(sentence for each in sentences for sentence in each)
    begins = [0, *accumulate(map(len, sentences))]
    labels = [_label_items(each, kind, k) for each, k in zip(read, known, strict=True)]
    order = list(range(len(read)))
    Random(seed).shuffle(order)  # noqa: S311  # folds, no secrets
    folds = min(FOLDS, len(read)) if len(read) > 1 else 0
    items: list[dict[str, float]] = []
    answers: list[str] = []
    cut = Random(seed + 1)  # noqa: S311
    crf: Crf | None = None
    for fold in range(folds):
        held = set(order[fold::folds])
        kept = [n for n in range(len(read)) if n not in held]
        labeller = _train_labeller([labels[n] for n in kept])
        crf = examples.train([m for n in kept for m in range(begins[n], begins[n + 1])])
        for n in sorted(held):
            rows, right = _judged_lesson(read[n], kind, crf, labeller, known[n], cut)
            items += rows
            answers += right
        step(fold + 1)
    crf = examples.train(start=crf, iterations=20)
    labeller = _train_labeller(labels)
    judge = train_softmax(
        [*items, *({"1": 1.0, "odds": odds} for odds, _ in _BELIEFS)],
        [*answers, *(answer for _, answer in _BELIEFS)],
        l2=30.0,
        fewest=2,
    )
    step(FOLDS + 1)
    return SpanModel(crf, labeller, judge, lexicon, vectors)


_Items = tuple[list[dict[str, float]], Floats, list[str]]


def _label_items(each: Read, kind: Kind, known: Known) -> _Items:
    """Return what speaks for the label of each span of a lesson, and the labels."""
    spans = each.spans[kind]
    rows = list(span_features(each.reading, spans, known, each.triggers(kind)))
    progress = Progress(each.reading, spans)
    for row, span in zip(rows, spans, strict=True):
        row |= progress.above(span.first).label_features(span)
    numbers = span_numbers(each.reading, spans, known.vectors)
    return rows, numbers, [span.label for span in spans]


def _train_labeller(parts: Sequence[_Items]) -> Softmax:
    items = [row for rows, _, _ in parts for row in rows]
    if not items:
        return train_softmax([{"1": 1.0}], [""])
    answers = [label for _, _, labels in parts for label in labels]
    numbers = np.concatenate([each for _, each, _ in parts])
    return train_softmax(items, answers, numbers, l2=0.3)


def _sentences(each: Read, kind: Kind, known: Known) -> list[tuple[list[list[str]], list[str]]]:
    spans = outermost(each.spans[kind])
    found: list[tuple[list[list[str]], list[str]]] = []
    for first, end in each.reading.bounds:
        inside = [
            (s.first - first, s.end - first, SPAN)
            for s in spans
            if s.first >= first and s.end <= end
        ]
        rows = unit_rows(each.reading, (first, end), known, each.triggers(kind))
        found.append((rows, bio(end - first, inside)))
    return found


def _judged_lesson(
    each: Read, kind: Kind, crf: Crf, labeller: Softmax, known: Known, cut: Random
) -> tuple[list[dict[str, float]], list[str]]:
    """Return the candidates in a lesson that was not learned from, and what becomes of them.

    A person goes through an article from its beginning, and sees suggestions before, while and
    after: so half the places are judged as if all before them was tagged, half as if nothing.
    """
    reading, triggers, spans = each.reading, each.triggers(kind), each.spans[kind]
    found = found_by(crf, reading, triggers, known)
    progress = Progress(reading, spans)
    chosen: dict[int, Above] = {}

    def above(unit: int) -> Above:
        if unit not in chosen:
            chosen[unit] = progress.above(unit if cut.random() < 0.5 else 0)
        return chosen[unit]

    candidates = labelled(labeller, found, above, progress.strings)
    rows = list(static_features(reading, [c.span for c in candidates], known, triggers))
    for row, more, candidate in zip(rows, rival_features(candidates), candidates, strict=True):
        row |= more | above(candidate.span.first).judge_features(candidate.span)
    return rows, [_outcome(candidate.span, spans) for candidate in candidates]


def _outcome(span: Span, gold: Sequence[Span]) -> str:
    """Return what becomes of a suggestion of `span` where `gold` is what is tagged."""
    outcome = WRONG
    for each in gold:
        if each == span:
            return RIGHT
        if each.first < span.end and span.first < each.end:
            within = each.first >= span.first and each.end <= span.end
            around = each.first <= span.first and each.end >= span.end
            same = within and around
            if same or each.label == span.label or not (within or around):
                outcome = HARMLESS
    return outcome
