"""The models of a project: trained together, kept as plain arrays."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from annotator.model.annotation import Kind
from annotator.suggest.learned.kinds import kind_chances, train_kinds
from annotator.suggest.learned.reading import Lesson, Reading, Span, reading_of, spans_of
from annotator.suggest.learned.roles import NONE, Argument, Pair, pair_features, pairs_of
from annotator.suggest.learned.softmax import Softmax, train_softmax
from annotator.suggest.learned.span_model import SpanModel
from annotator.suggest.learned.span_training import FOLDS, Read, train_spans
from annotator.suggest.learned.vectors import Vectors, no_vectors, train_vectors

Progress: TypeAlias = Callable[[int, int], None]


class Cancelled(Exception):  # noqa: N818  # nothing failed
    """Training was called off."""


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned: of `lessons` articles; a kind that nothing was tagged of has no model."""

    lessons: int = 0
    spans: Mapping[Kind, SpanModel] = field(default_factory=dict[Kind, SpanModel])
    kinds: Softmax | None = None
    roles: Softmax | None = None
    events_fill: bool = False
    vectors: Vectors = field(default_factory=no_vectors)

    def kind_chances(self, reading: Reading, span: Span) -> dict[Kind, float]:
        """Return how probable it is that `span`, if it is tagged, is a mention, or a trigger."""
        if self.kinds is None:
            return dict.fromkeys(self.spans, 1.0)
        return kind_chances(self.kinds, reading, span, self.vectors)

    def arguments(
        self, reading: Reading, triggers: Sequence[Span], mentions: Sequence[Span]
    ) -> list[Argument]:
        """Return pairs with the likeliest role of each."""
        found: list[Argument] = []
        for pair, chances in self.roles_of_pairs(reading, triggers, mentions):
            role = max(chances, key=lambda each: chances[each])
            other = sum(chances.values()) - chances[role]
            found.append(Argument(pair, role, chances[role], other))
        return found

    def roles_of_pairs(
        self, reading: Reading, triggers: Sequence[Span], mentions: Sequence[Span]
    ) -> list[tuple[Pair, dict[str, float]]]:
        """Return pairs with the probability of each role; what is missing from one is of none."""
        pairs = pairs_of(reading, triggers, mentions, self.events_fill)
        if not pairs or self.roles is None:
            return []
        shares = self.roles.probabilities(pair_features(reading, pairs, triggers, mentions))
        return [
            (
                pair,
                {
                    role: float(chance)
                    for role, chance in zip(self.roles.classes, share, strict=True)
                    if role != NONE
                },
            )
            for pair, share in zip(pairs, shares, strict=True)
        ]


def train(
    lessons: Sequence[Lesson],
    seed: int = 0,
    progress: Progress = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
    texts: Iterable[str] = (),
) -> Model:
    """Return the models learned from `lessons`: the same ones for the same arguments.

    What words are like is learned from `texts` too, articles that nothing need be tagged in. Raises
    Cancelled.
    """
    read: list[Read] = []
    for number, lesson in enumerate(lessons):
        reading = reading_of(lesson.article.text)
        spans = {
            kind: spans_of(reading, lesson.annotations, kind) for kind in (Kind.EVENT, Kind.ENTITY)
        }
        # Two lessons may be layers on one article: what is left out is a lesson.
        read.append(Read(str(number), reading, spans, lesson))
    kinds = [k for k in (Kind.EVENT, Kind.ENTITY) if any(each.spans[k] for each in read)]
    steps = len(kinds) * (FOLDS + 1) + 1
    models: dict[Kind, SpanModel] = {}
    own = {each.article.text for each in lessons}
    others = [reading_of(text) for text in dict.fromkeys(texts) if text not in own]
    vectors = train_vectors([*(each.reading for each in read), *others])
    for number, kind in enumerate(kinds):

        def step(done: int, before: int = number) -> None:
            if cancelled():
                raise Cancelled
            progress(before * (FOLDS + 1) + done, steps)

        models[kind] = train_spans(read, kind, vectors, seed, step)
    tagged = ((each.reading, kind, spans) for each in read for kind, spans in each.spans.items())
    kinds_apart = train_kinds(tagged, vectors)
    roles, events_fill = _train_roles(read)
    progress(steps, steps)
    return Model(len(read), models, kinds_apart, roles, events_fill, vectors)


def _train_roles(read: Sequence[Read]) -> tuple[Softmax | None, bool]:
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
    return train_softmax(items, answers, l2=0.3), events_fill
