"""Logistic regression over named features with values, for two classes or many."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

from annotator.pausing import pause
from annotator.suggest.learned.descent import minimum

Features: TypeAlias = Mapping[str, float]
Floats: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Softmax:
    """Weights of each feature, in the order of `classes`; then those of numbers without names."""

    classes: tuple[str, ...]
    number: dict[str, int]
    weights: Floats

    def scores(self, items: Iterable[Features], numbers: Floats | None = None) -> Floats:
        """Return what speaks for each class, an item a row: scores of parts of items add up."""
        rows: list[Floats] = []
        nothing = np.zeros(len(self.classes))
        for item in items:
            pause()
            known = [
                (self.number[name], value) for name, value in item.items() if name in self.number
            ]
            places = [place for place, _ in known]
            values = np.array([value for _, value in known])
            rows.append(values @ self.weights[places] if known else nothing)
        scores = np.array(rows).reshape(len(rows), len(self.classes))
        if numbers is not None and rows:
            scores += numbers @ self.weights[len(self.number) :]
        return scores

    def probabilities(self, items: Iterable[Features], numbers: Floats | None = None) -> Floats:
        """Return the probability of each class, an item a row."""
        return shares(self.scores(items, numbers))


def shares(scores: Floats) -> Floats:
    """Return the probability of each class by what speaks for it."""
    found = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-1e9))
    return found / found.sum(axis=1, keepdims=True)


def train_softmax(
    items: Sequence[Features],
    answers: Sequence[str],
    numbers: Floats | None = None,
    l2: float = 1.0,
    fewest: int = 1,
    iterations: int = 50,
) -> Softmax:
    """Return the regression that gives `items`, at least one, their `answers`.

    `numbers` are features without names, an item a row. Features that fewer than `fewest` items
    have are left out.
    """
    import scipy.sparse  # pyright: ignore[reportMissingTypeStubs]

    counts: dict[str, int] = {}
    for item in items:
        for name in item:
            counts[name] = counts.get(name, 0) + 1
    number = {name: n for n, name in enumerate(sorted(n for n, c in counts.items() if c >= fewest))}
    classes = tuple(sorted(set(answers)))
    place = {name: n for n, name in enumerate(classes)}
    indices: list[int] = []
    values: list[float] = []
    pointers = [0]
    for item in items:
        for name, value in item.items():
            if name in number:
                indices.append(number[name])
                values.append(value)
        pointers.append(len(indices))
    table: Any = cast(Any, scipy.sparse).csr_matrix(
        (values, indices, pointers), shape=(len(items), len(number))
    )
    turned: Any = table.T.tocsr()
    beside = np.zeros((len(items), 0)) if numbers is None else numbers
    cut = len(number)
    wanted = np.zeros((len(items), len(classes)))
    wanted[np.arange(len(items)), [place[answer] for answer in answers]] = 1.0

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(-1, len(classes))
        scores = np.asarray(table @ weights[:cut]) + beside @ weights[cut:]
        scores -= scores.max(axis=1, keepdims=True)
        found = np.exp(scores)
        sums = found.sum(axis=1, keepdims=True)
        found /= sums
        value = float(np.log(sums).sum() - np.sum(scores * wanted)) + l2 / 2 * float(flat @ flat)
        missing = found - wanted
        slope = np.concatenate((np.asarray(turned @ missing), beside.T @ missing))
        return value, slope.ravel() + l2 * flat

    start = np.zeros((cut + beside.shape[1]) * len(classes))
    return Softmax(classes, number, minimum(loss, start, iterations).reshape(-1, len(classes)))
