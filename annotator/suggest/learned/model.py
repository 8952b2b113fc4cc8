"""The models of a project: trained together, kept as plain arrays."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeAlias

from annotator.model.annotation import Kind
from annotator.suggest.learned.candidates import (
    Candidate,
    Marked,
    candidate_features,
    marked_strings,
    with_lexicon,
)
from annotator.suggest.learned.crf import Crf, bio, train_crf
from annotator.suggest.learned.features import lexicon_features, static_features, trigger_features
from annotator.suggest.learned.labelling import labels_of, span_features
from annotator.suggest.learned.lexicon import Lexicon
from annotator.suggest.learned.reading import Lesson, Reading, Span, outermost, reading_of, spans_of
from annotator.suggest.learned.roles import NONE, Pair, pair_features, pairs_of
from annotator.suggest.learned.softmax import Softmax, train_softmax

Progress: TypeAlias = Callable[[int, int], None]

FOLDS = 3
LEAST_CANDIDATE = 0.02
RIGHT, WRONG = "right", "wrong"
SPAN = "S"
"""The one label of the sequence model: what a span is, is asked of it as a whole."""


class Cancelled(Exception):  # noqa: N818  # nothing failed
    """Training was called off."""


@dataclass(frozen=True, slots=True)
class SpanModel:
    """Finds mentions, or triggers: a sequence model, and what judges the spans it finds."""

    crf: Crf
    labeller: Softmax
    judge: Softmax
    lexicon: Lexicon

    def find(self, reading: Reading, triggers: Sequence[Span]) -> list[Candidate]:
        """Return the spans that the sequence model holds for possible, by place."""
        return candidates_of(self.crf, self.labeller, reading, self.lexicon, triggers, "")

    def judged(
        self, reading: Reading, found: Sequence[Candidate], marked: Marked, triggers: Sequence[Span]
    ) -> list[Candidate]:
        """Return `found`, and what `marked` adds, with the probability that each is right."""
        known = with_lexicon(reading, found, self.lexicon, marked, "")
        if not known:
            return []
        rows = candidate_features(reading, known, self.lexicon, marked, triggers)
        right = self.judge.classes.index(RIGHT) if RIGHT in self.judge.classes else None
        shares = self.judge.probabilities(rows)
        return [
            Candidate(each.span, float(share[right]) if right is not None else 0.0)
            for each, share in zip(known, shares, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned: of `lessons` articles; a kind that nothing was tagged of has no model."""

    lessons: int = 0
    spans: Mapping[Kind, SpanModel] = field(default_factory=dict[Kind, SpanModel])
    roles: Softmax | None = None
    events_fill: bool = False

    def arguments(
        self, reading: Reading, triggers: Sequence[Span], mentions: Sequence[Span]
    ) -> list[tuple[Pair, str, float]]:
        """Return pairs with the likeliest role of each, and how likely it is."""
        pairs = pairs_of(reading, triggers, mentions, self.events_fill)
        if not pairs or self.roles is None:
            return []
        shares = self.roles.probabilities(pair_features(reading, pairs, triggers, mentions))
        found: list[tuple[Pair, str, float]] = []
        for pair, share in zip(pairs, shares, strict=True):
            ranked = sorted(
                zip(self.roles.classes, map(float, share), strict=True), key=lambda e: -e[1]
            )
            role, probability = next(each for each in ranked if each[0] != NONE)
            found.append((pair, role, probability))
        return found


def candidates_of(
    crf: Crf,
    labeller: Softmax,
    reading: Reading,
    lexicon: Lexicon,
    triggers: Sequence[Span],
    article: str,
) -> list[Candidate]:
    """Return the spans that `crf` holds for possible, with likely labels, by place."""
    spans: list[tuple[Span, float]] = []
    for bounds in reading.bounds:
        chain = crf.probabilities(_rows(reading, bounds, lexicon, triggers, article))
        spans += [
            (Span(bounds[0] + first, bounds[0] + end, ""), probability)
            for first, end, _, probability in chain.spans(LEAST_CANDIDATE)
        ]
    rows = span_features(reading, (span for span, _ in spans), lexicon, triggers, article)
    return [
        Candidate(Span(span.first, span.end, label), probability * share)
        for (span, probability), labels in zip(spans, labels_of(labeller, rows), strict=True)
        for label, share in labels
        if probability * share >= LEAST_CANDIDATE
    ]


def _rows(
    reading: Reading,
    bounds: tuple[int, int],
    lexicon: Lexicon,
    triggers: Sequence[Span] | None,
    article: str,
) -> list[list[str]]:
    rows = static_features(reading, bounds)
    parts = [lexicon_features(reading, bounds, lexicon, article)]
    if triggers is not None:
        near = [each for each in triggers if bounds[0] <= each.first < bounds[1]]
        parts.append(trigger_features(bounds, near, reading.tokens.keys))
    for part in parts:
        for row, more in zip(rows, part, strict=True):
            row += more
    return rows


@dataclass(frozen=True, slots=True)
class _Read:
    """A lesson with what the models see in it."""

    id: str
    reading: Reading
    spans: Mapping[Kind, list[Span]]
    lesson: Lesson


def train(
    lessons: Sequence[Lesson],
    seed: int = 0,
    progress: Progress = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Model:
    """Return the models learned from `lessons`: the same ones for the same lessons and seed.

    Raises Cancelled.
    """
    read: list[_Read] = []
    for number, lesson in enumerate(lessons):
        reading = reading_of(lesson.article.text)
        spans = {
            kind: spans_of(reading, lesson.annotations, kind) for kind in (Kind.EVENT, Kind.ENTITY)
        }
        # Two lessons may be layers on one article: what is left out is a lesson.
        read.append(_Read(str(number), reading, spans, lesson))
    kinds = [k for k in (Kind.EVENT, Kind.ENTITY) if any(each.spans[k] for each in read)]
    steps = len(kinds) * (FOLDS + 1) + 1
    models: dict[Kind, SpanModel] = {}
    for number, kind in enumerate(kinds):

        def step(done: int, before: int = number) -> None:
            if cancelled():
                raise Cancelled
            progress(before * (FOLDS + 1) + done, steps)

        models[kind] = _train_spans(read, kind, seed, step)
    roles, events_fill = _train_roles(read)
    progress(steps, steps)
    return Model(len(read), models, roles, events_fill)


def _train_spans(
    read: Sequence[_Read], kind: Kind, seed: int, step: Callable[[int], None]
) -> SpanModel:
    lexicon = Lexicon.of((each.id, each.reading, each.spans[kind]) for each in read)
    sentences = [_sentences(each, kind, lexicon) for each in read]
    order = list(range(len(read)))
    Random(seed).shuffle(order)  # noqa: S311  # folds, no secrets
    folds = min(FOLDS, len(read))
    items: list[dict[str, float]] = []
    answers: list[str] = []
    cut = Random(seed + 1)  # noqa: S311
    for fold in range(folds if len(read) > 1 else 0):
        held = set(order[fold::folds])
        kept = [n for n in range(len(read)) if n not in held]
        labeller = _train_labeller([read[n] for n in kept], kind, lexicon)
        crf = train_crf([sentence for n in kept for sentence in sentences[n]])
        for n in sorted(held):
            rows, right = _judged_lesson(read[n], kind, crf, labeller, lexicon, cut)
            items += rows
            answers += right
        step(fold + 1)
    crf = train_crf([sentence for each in sentences for sentence in each])
    labeller = _train_labeller(read, kind, lexicon)
    if not items:
        items, answers = [{"1": 1.0}], [WRONG]
    judge = train_softmax(items, answers, l2=10.0)
    step(FOLDS + 1)
    return SpanModel(crf, labeller, judge, lexicon)


def _train_labeller(read: Sequence[_Read], kind: Kind, lexicon: Lexicon) -> Softmax:
    items: list[dict[str, float]] = []
    answers: list[str] = []
    for each in read:
        spans = each.spans[kind]
        items += span_features(each.reading, spans, lexicon, _triggers(each, kind), each.id)
        answers += [span.label for span in spans]
    return train_softmax(items or [{"1": 1.0}], answers or [NONE])


def _triggers(each: _Read, kind: Kind) -> Sequence[Span]:
    return each.spans[Kind.EVENT] if kind is Kind.ENTITY else ()


def _sentences(
    each: _Read, kind: Kind, lexicon: Lexicon
) -> list[tuple[list[list[str]], list[str]]]:
    spans = outermost(each.spans[kind])
    found: list[tuple[list[list[str]], list[str]]] = []
    for first, end in each.reading.bounds:
        inside = [
            (s.first - first, s.end - first, SPAN)
            for s in spans
            if s.first >= first and s.end <= end
        ]
        rows = _rows(each.reading, (first, end), lexicon, _triggers(each, kind), each.id)
        found.append((rows, bio(end - first, inside)))
    return found


def _judged_lesson(
    each: _Read, kind: Kind, crf: Crf, labeller: Softmax, lexicon: Lexicon, cut: Random
) -> tuple[list[dict[str, float]], list[str]]:
    """Return the candidates in a lesson that `crf` did not see, and which of them are right.

    A person goes through an article from its beginning, and sees suggestions before, while and
    after: so half the candidates are judged as if all before them was tagged, half as if nothing.
    """
    reading, triggers = each.reading, _triggers(each, kind)
    spans = each.spans[kind]
    found = candidates_of(crf, labeller, reading, lexicon, triggers, each.id)
    everything = marked_strings(reading, spans)
    known: list[Candidate] = []
    marked: list[Marked] = []
    for candidate in with_lexicon(reading, found, lexicon, everything, each.id):
        first, string = candidate.span.first, reading.string(candidate.span)
        above = cut.random() < 0.5
        here = marked_strings(reading, (s for s in spans if s.first < first)) if above else {}
        by_itself = (
            candidate.probability or lexicon.counts(string, candidate.span.label, each.id)[0]
        )
        if by_itself or candidate.span.label in here.get(string, ()):
            known.append(candidate)
            marked.append(here)
    rows = candidate_features(reading, known, lexicon, marked, triggers, each.id)
    gold = {(s.first, s.end, s.label) for s in spans}
    right = [RIGHT if (c.span.first, c.span.end, c.span.label) in gold else WRONG for c in known]
    return rows, right


def _train_roles(read: Sequence[_Read]) -> tuple[Softmax | None, bool]:
    events_fill = any(
        link.target.startswith(Kind.EVENT.id_prefix)
        for each in read
        for annotation in each.lesson.annotations
        if annotation.kind is Kind.EVENT
        for link in annotation.links
    )
    items: list[dict[str, float]] = []
    answers: list[str] = []
    for each in read:
        links = {
            (annotation.id, link.target): link.role
            for annotation in each.lesson.annotations
            if annotation.kind is Kind.EVENT
            for link in annotation.links
        }
        triggers, mentions = each.spans[Kind.EVENT], each.spans[Kind.ENTITY]
        pairs = pairs_of(each.reading, triggers, mentions, events_fill)
        items += pair_features(each.reading, pairs, triggers, mentions)
        answers += [links.get((pair.trigger.id, pair.filler.id), NONE) for pair in pairs]
    if not items or set(answers) == {NONE}:
        return None, False
    return train_softmax(items, answers), events_fill
