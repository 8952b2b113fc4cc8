"""Logistic regression over named features with values, for two classes or many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

Features: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Softmax:
    """Weights of each feature, in the order of `classes`."""

    classes: tuple[str, ...]
    number: dict[str, int]
    weights: NDArray[np.float64]

    def probabilities(self, items: Sequence[Features]) -> NDArray[np.float64]:
        """Return the probability of each class, an item a row."""
        scores = np.zeros((len(items), len(self.classes)))
        for row, item in enumerate(items):
            known = [
                (self.number[name], value) for name, value in item.items() if name in self.number
            ]
            if known:
                places = [place for place, _ in known]
                scores[row] = np.array([value for _, value in known]) @ self.weights[places]
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        return shares / shares.sum(axis=1, keepdims=True)


def train_softmax(
    items: Sequence[Features], answers: Sequence[str], l2: float = 1.0, iterations: int = 100
) -> Softmax:
    """Return the regression that gives `items`, at least one, their `answers`.

    Features that one item alone has are left out: they say nothing of others.
    """
    import scipy.optimize  # pyright: ignore[reportMissingTypeStubs]
    import scipy.sparse  # pyright: ignore[reportMissingTypeStubs]

    counts: dict[str, int] = {}
    for item in items:
        for name in item:
            counts[name] = counts.get(name, 0) + 1
    number = {name: n for n, name in enumerate(sorted(n for n, c in counts.items() if c > 1))}
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
        (values, indices, pointers), shape=(len(items), max(1, len(number)))
    )
    turned: Any = table.T.tocsr()
    wanted = np.zeros((len(items), len(classes)))
    wanted[np.arange(len(items)), [place[answer] for answer in answers]] = 1.0
    size = (table.shape[1], len(classes))

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(size)
        scores = np.asarray(table @ weights)
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        sums = shares.sum(axis=1, keepdims=True)
        shares /= sums
        value = float(np.sum(np.log(sums)) - np.sum(scores * wanted) + l2 / 2 * np.sum(flat**2))
        slope = np.asarray(turned @ (shares - wanted)) + l2 * weights
        return value, slope.ravel()

    found: Any = cast(Any, scipy.optimize).minimize(
        loss,
        np.zeros(size[0] * size[1]),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": iterations},
    )
    return Softmax(classes, number, np.asarray(found.x, dtype=np.float64).reshape(size))
