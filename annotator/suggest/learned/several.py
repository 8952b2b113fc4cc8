"""Several mentions selected at once, from the beginning of the first to the end of the last."""

from collections.abc import Iterable
from math import log

from annotator.suggest.learned.candidates import Candidate
from annotator.suggest.learned.reading import Span

_ENOUGH = 0.3
"""From which probability on a mention speaks for the stretch being made of several."""
_LEAST = 1e-4


def several(candidates: Iterable[Candidate], first: int, end: int) -> list[Span]:
    """Return the mentions that most likely make up the units from `first` up to `end`.

    The first begins there, and the last ends there: there are at least two, and no two share a
    unit. None are returned where the stretch is as likely to be one mention.
    """
    scores: dict[Span, float] = {}
    for each in candidates:
        if first <= each.span.first and each.span.end <= end:
            scores[each.span] = log(max(each.probability, _LEAST) / _ENOUGH)
    best: dict[int, tuple[float, tuple[Span, ...]]] = {}
    one = -float("inf")
    for span in sorted(scores, key=lambda each: (each.first, each.end, each.label)):
        if (span.first, span.end) == (first, end):
            one = max(one, scores[span])
            continue
        before = [chain for at, chain in best.items() if at <= span.first]
        if span.first == first:
            before = [(0.0, ())]
        if not before:
            continue
        score, spans = max(before, key=lambda each: each[0])
        if span.end not in best or best[span.end][0] < score + scores[span]:
            best[span.end] = score + scores[span], (*spans, span)
    score, spans = best.get(end, (one, ()))
    return list(spans) if score > one else []
