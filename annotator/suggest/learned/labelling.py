"""Which label a span has, given that it has one: also for what a person has just selected."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from annotator.suggest.learned.candidates import gap, side_of
from annotator.suggest.learned.features import shape
from annotator.suggest.learned.known import Known
from annotator.suggest.learned.reading import Reading, Span
from annotator.suggest.learned.softmax import Floats
from annotator.suggest.learned.vectors import SIZE, Vectors

_WEIGHT = 2.0
"""How much the vectors count beside the features with names."""


def span_features(
    reading: Reading,
    spans: Iterable[Span],
    known: Known,
    triggers: Sequence[Span],
) -> Iterator[dict[str, float]]:
    """Yield what speaks for this or that label of each span; its own is not looked at."""
    in_sentence = reading.by_sentence(triggers)
    for span in spans:
        near = in_sentence.get(reading.sentence(span.first), ())
        yield _features(reading, span, known, near)


def _features(
    reading: Reading, span: Span, known: Known, triggers: Sequence[Span]
) -> dict[str, float]:
    keys = [key.lower() for key in reading.tokens.keys[span.first : span.end]]
    around = reading.tokens.keys
    before = around[span.first - 1].lower() if span.first else "<s>"
    earlier = around[span.first - 2].lower() if span.first > 1 else "<s>"
    after = around[span.end].lower() if span.end < len(around) else "</s>"
    later = around[span.end + 1].lower() if span.end + 1 < len(around) else "</s>"
    group = known.vectors.group
    first, last = around[span.first], around[span.end - 1]
    shapes = " ".join(map(shape, around[span.first : min(span.end, span.first + 4)]))
    row = {
        "1": 1.0, f"all={' '.join(keys)}": 1.0, f"w0={keys[0]}": 1.0, f"w9={keys[-1]}": 1.0,
        f"p0={keys[0].split('_')[0]}": 1.0, f"p9={keys[-1].split('_')[-1]}": 1.0,
        f"-1={before}": 1.0, f"+1={after}": 1.0, f"-2={earlier}": 1.0, f"+2={later}": 1.0,
        f"s0={shape(first)}": 1.0, f"s9={shape(last)}": 1.0,
        f"n={min(8, len(keys))}": 1.0, f"shapes={shapes}": 1.0,
        f"g0={group(first)}": 1.0, f"g9={group(last)}": 1.0,
        f"g-1={group(before)}": 1.0, f"g+1={group(after)}": 1.0,
        f"g-1,0={group(before)} {group(first)}": 1.0,
        f"pre={keys[0][:3]}": 1.0, f"suf={keys[-1][-3:]}": 1.0,
    }  # fmt: skip
    if len(keys) > 1:
        row[f"w0 w1={keys[0]} {keys[1]}"] = 1.0
    for key in keys:
        row[f"in={key}"] = 1.0
        row |= {f"syllable={each}": 1.0 for each in key.split("_")}
    for label, rate in known.rates(reading.string(span)):
        row[f"known={label}"] = 0.5 + rate
    if triggers:
        nearest = min(triggers, key=lambda each: (gap(each, span), each.first))
        side, far = side_of(span, nearest), gap(nearest, span)
        row[f"near={nearest.label}"] = 1.0
        row[f"near={nearest.label} {side}"] = 1.0
        row[f"near={nearest.label} {side} {keys[0]}"] = 1.0
        if far < 3:
            row[f"close={nearest.label} {side} {far}"] = 1.0
        for each in triggers:
            row[f"t={each.label} {side_of(span, each)}"] = 1.0
    return row


def span_numbers(reading: Reading, spans: Sequence[Span], vectors: Vectors) -> Floats:
    """Return what the words of each span are like: features of the labels beside those named."""
    if not spans:
        return np.zeros((0, 3 * SIZE))
    return _WEIGHT * np.array([vectors.of(reading.string(span)) for span in spans])
