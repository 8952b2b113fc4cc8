"""A linear-chain conditional random field: trained by crfsuite, kept and used as plain arrays.

crfsuite trains in C, and its own file is no form to keep: so weights are read out once, and
probabilities computed here, those of whole spans too, which crfsuite does not give.
"""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Rows: TypeAlias = Sequence[Sequence[str]]

OUTSIDE = "O"
_LEAST_WEIGHT = 1e-3


@dataclass(frozen=True, slots=True)
class Crf:
    """Weights of features for labels, and of a label after another."""

    labels: tuple[str, ...]
    state: dict[str, tuple[tuple[int, float], ...]]
    transitions: Floats

    def probabilities(self, rows: Rows) -> "Chain":
        """Return what the model holds of a sentence, given the features of its units."""
        scores = np.zeros((len(rows), len(self.labels)))
        state = self.state
        for unit, row in enumerate(rows):
            line = [0.0] * len(self.labels)
            for feature in row:
                for label, weight in state.get(feature, ()):
                    line[label] += weight
            scores[unit] = line
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


def train_crf(
    sentences: Sequence[tuple[Rows, Sequence[str]]],
    iterations: int = 50,
    l1: float = 0.0,
    l2: float = 0.3,
) -> Crf:
    """Return the field learned from sentences: features and label of each unit.

    The same sentences give the same weights.
    """
    import pycrfsuite  # pyright: ignore[reportMissingTypeStubs]

    trainer = cast(Any, pycrfsuite).Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {"c1": l1, "c2": l2, "max_iterations": iterations, "feature.possible_transitions": True}
    )
    for rows, labels in sentences:
        trainer.append(rows, labels)
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        path = str(Path(folder, "model"))
        trainer.train(path)
        tagger = cast(Any, pycrfsuite).Tagger()
        tagger.open(path)
        dump = Path(folder, "dump")
        tagger.dump(str(dump))
        tagger.close()
        names = sorted({OUTSIDE, *(label for _, labels in sentences for label in labels)})
        number = {label: n for n, label in enumerate(names)}
        with dump.open(encoding="utf-8", errors="surrogateescape", newline="\n") as lines:
            state, transitions = _weights(lines, number)
    for label in names:  # what can't be is never learned of: I- after anything but its own
        if label.startswith("I-"):
            allowed = {label, f"B-{label[2:]}"}
            for before in names:
                if before not in allowed:
                    transitions[number[before], number[label]] = -30.0
    return Crf(tuple(names), {f: tuple(sorted(ws)) for f, ws in state.items()}, transitions)


def _weights(
    lines: Iterable[str], number: dict[str, int]
) -> tuple[dict[str, list[tuple[int, float]]], Floats]:
    """Return the weights in what crfsuite prints of a model: `  (0) feature --> label: weight`."""
    state: dict[str, list[tuple[int, float]]] = {}
    transitions = np.zeros((len(number), len(number)))
    part = ""
    for line in lines:
        if line.endswith(" = {\n"):
            part = line[:-5]
        elif part in ("TRANSITIONS", "STATE_FEATURES") and line.startswith("  ("):
            names, _, weight = line.rpartition(": ")
            feature, _, label = names.rpartition(" --> ")
            feature, value = feature.partition(") ")[2], float(weight)
            if part == "TRANSITIONS":
                transitions[number[feature], number[label]] = value
            elif abs(value) > _LEAST_WEIGHT:
                state.setdefault(feature, []).append((number[label], value))
    return state, transitions


def bio(length: int, spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return the label of each of `length` units: B- begins a span, I- goes on with it."""
    labels = [OUTSIDE] * length
    for first, end, label in spans:
        labels[first] = f"B-{label}"
        labels[first + 1 : end] = [f"I-{label}"] * (end - first - 1)
    return labels
