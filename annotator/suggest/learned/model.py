"""The models of a project: trained together, kept as plain arrays."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from annotator.model.annotation import Kind
from annotator.suggest.learned.reading import Lesson, Reading, Span, reading_of, spans_of
from annotator.suggest.learned.roles import NONE, Argument, pair_features, pairs_of
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
    roles: Softmax | None = None
    events_fill: bool = False
    vectors: Vectors = field(default_factory=no_vectors)

    def arguments(
        self, reading: Reading, triggers: Sequence[Span], mentions: Sequence[Span]
    ) -> list[Argument]:
        """Return pairs with the likeliest role of each."""
        pairs = pairs_of(reading, triggers, mentions, self.events_fill)
        if not pairs or self.roles is None:
            return []
        shares = self.roles.probabilities(pair_features(reading, pairs, triggers, mentions))
        found: list[Argument] = []
        for pair, share in zip(pairs, shares, strict=True):
            chances = dict(zip(self.roles.classes, map(float, share), strict=True))
            none = chances.pop(NONE, 0.0)
            role = max(chances, key=lambda each: chances[each])
            found.append(Argument(pair, role, chances[role], 1.0 - none - chances[role]))
        return found


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
    roles, events_fill = _train_roles(read)
    progress(steps, steps)
    return Model(len(read), models, roles, events_fill, vectors)


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
