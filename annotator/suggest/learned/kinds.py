"""Whether words are a mention or a trigger, given that they are one of the two."""

from collections.abc import Iterable, Sequence

import numpy as np

from annotator.model.annotation import Kind
from annotator.suggest.learned.known import Known
from annotator.suggest.learned.labelling import span_features, span_numbers
from annotator.suggest.learned.lexicon import Lexicon
from annotator.suggest.learned.reading import Reading, Span
from annotator.suggest.learned.softmax import Floats, Softmax, train_softmax
from annotator.suggest.learned.vectors import Vectors


def train_kinds(
    tagged: Iterable[tuple[Reading, Kind, Sequence[Span]]], vectors: Vectors
) -> Softmax | None:
    """Return what tells the kinds of spans apart; None where fewer than two were tagged."""
    known = Known(Lexicon(), vectors)
    items: list[dict[str, float]] = []
    answers: list[str] = []
    numbers: list[Floats] = []
    for reading, kind, spans in tagged:
        items += span_features(reading, spans, known, ())
        answers += [kind.value] * len(spans)
        numbers.append(span_numbers(reading, spans, vectors))
    if len(set(answers)) < 2:
        return None
    return train_softmax(items, answers, np.concatenate(numbers), l2=0.3)


def kind_chances(
    kinds: Softmax, reading: Reading, span: Span, vectors: Vectors
) -> dict[Kind, float]:
    """Return how probable each kind is for `span`."""
    row = span_features(reading, [span], Known(Lexicon(), vectors), ())
    (chances,) = kinds.probabilities(row, span_numbers(reading, [span], vectors))
    return {Kind(name): float(share) for name, share in zip(kinds.classes, chances, strict=True)}
