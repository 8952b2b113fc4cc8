"""A linear-chain conditional random field, kept and used as plain arrays.

Probabilities are those of whole spans too. How it is trained stands in `crf_training.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Rows: TypeAlias = Sequence[Sequence[str]]

OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class Crf:
    """Weights of features for labels, a feature a row, and of a label after another."""

    labels: tuple[str, ...]
    number: dict[str, int]
    weights: Floats
    transitions: Floats

    def probabilities(self, rows: Rows) -> "Chain":
        """Return what the model holds of a sentence, given the features of its units."""
        scores = np.zeros((len(rows), len(self.labels)))
        number = self.number
        for unit, row in enumerate(rows):
            known = [number[feature] for feature in row if feature in number]
            scores[unit] = self.weights[known].sum(axis=0)
        return Chain(self.labels, scores, self.transitions)


class Chain:
    """The probabilities of a sentence: forward and backward sums, each scaled to one."""

    def __init__(self, labels: tuple[str, ...], scores: Floats, transitions: Floats) -> None:
        self.labels = labels
        count = len(scores)
        self._emit = np.exp(scores - scores.max(axis=1, keepdims=True)) if count else scores
        self._move = np.exp(transitions)
        self._forward = np.zeros_like(scores)
        self._backward = np.ones_like(scores)
        self._scale = np.ones(count)
        for unit in range(count):
            line = (
                self._emit[unit]
                if not unit
                else (self._forward[unit - 1] @ self._move) * self._emit[unit]
            )
            self._scale[unit] = line.sum()
            self._forward[unit] = line / self._scale[unit]
        for unit in range(count - 2, -1, -1):
            line = self._move @ (self._emit[unit + 1] * self._backward[unit + 1])
            self._backward[unit] = line / self._scale[unit + 1]

    def spans(self, least: float, longest: int = 30) -> list[tuple[int, int, str, float]]:
        """Return first, end, label and probability of every span that has `least` of it."""
        found: list[tuple[int, int, str, float]] = []
        count = len(self._scale)
        marginals = self._forward * self._backward
        number = {label: n for n, label in enumerate(self.labels)}
        firsts, begins = np.nonzero(marginals >= least)
        for first, begin in zip(map(int, firsts), map(int, begins), strict=True):
            name = self.labels[begin]
            if not name.startswith("B-"):
                continue
            label = name[2:]
            inside = number.get(f"I-{label}")
            last, reached = int(begin), float(self._forward[first, begin])
            for end in range(int(first) + 1, min(count, int(first) + longest) + 1):
                after = self._after(end, last, inside)
                if reached * after >= least:
                    found.append((int(first), end, label, min(1.0, reached * after)))
                if end == count or inside is None:
                    break
                reached *= float(
                    self._move[last, inside] * self._emit[end, inside] / self._scale[end]
                )
                last = inside
                if reached * float(self._backward[end, inside]) < least:
                    break
        return found

    def _after(self, end: int, last: int, inside: int | None) -> float:
        """Return the weight of all ways to go on from a span that ends before the unit `end`."""
        if end == len(self._scale):
            return 1.0
        ways = self._move[last] * self._emit[end] * self._backward[end] / self._scale[end]
        return float(ways.sum() - (ways[inside] if inside is not None else 0.0))


def bio(length: int, spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return the label of each of `length` units: B- begins a span, I- goes on with it."""
    labels = [OUTSIDE] * length
    for first, end, label in spans:
        labels[first] = f"B-{label}"
        labels[first + 1 : end] = [f"I-{label}"] * (end - first - 1)
    return labels
