"""Training a linear-chain conditional random field: L-BFGS over all sentences at once.

Sentences are put side by side, the longest first, so that each step of the forward and backward
sums (Rabiner 1989, each scaled to one) is one operation on all sentences that reach so far.
"""

from collections.abc import Iterable, Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.learned.crf import OUTSIDE, Crf, Floats, Rows
from annotator.suggest.learned.descent import minimum

_NEVER = -30.0
"""The weight of a move that can't be: to I- from anything but its own B- or I-."""


class Examples:
    """Sentences with their labels as numbers: made once, of which any part can be trained on."""

    def __init__(self, sentences: Iterable[tuple[Rows, Sequence[str]]]) -> None:
        """Take in `sentences`; features that one unit alone has say nothing of others."""
        import scipy.sparse  # pyright: ignore[reportMissingTypeStubs]

        number: dict[str, int] = {}
        indices: list[int] = []
        pointers = [0]
        names: list[str] = []
        self.lengths: list[int] = []
        for rows, labels in sentences:
            for row in rows:
                indices += [number.setdefault(feature, len(number)) for feature in row]
                pointers.append(len(indices))
            names += labels
            self.lengths.append(len(rows))
        self.labels = tuple(sorted({OUTSIDE, *names}))
        place = {label: n for n, label in enumerate(self.labels)}
        self.wanted = np.array([place[name] for name in names], dtype=np.int64)
        columns = np.array(indices, dtype=np.int32)
        often = np.bincount(columns, minlength=len(number)) > 1
        self.features = [f for f, kept in zip(number, often.tolist(), strict=True) if kept]
        table: Any = cast(Any, scipy.sparse).csr_matrix(
            (np.ones(len(columns)), columns, pointers), shape=(len(names), len(number))
        )
        self.table: Any = table[:, np.flatnonzero(often)]
        self.begins = np.concatenate(([0], np.cumsum(self.lengths))).astype(np.int64)

    def train(
        self,
        part: Sequence[int] | None = None,
        start: Crf | None = None,
        iterations: int = 35,
        l2: float = 0.6,
    ) -> Crf:
        """Return the field learned from the sentences numbered in `part`, or from all.

        `start` is one of the same examples, from which it goes on: fewer steps lead to the same
        end. The same sentences give the same weights.
        """
        loss = Loss(self, range(len(self.lengths)) if part is None else part, l2)
        first = np.zeros(loss.size)
        if start is not None:
            first = np.concatenate((start.weights.ravel(), start.transitions.ravel()))
        weights, transitions = loss.parts(minimum(loss, first, iterations))
        number = {feature: n for n, feature in enumerate(self.features)}
        return Crf(self.labels, number, weights, np.where(loss.never, _NEVER, transitions))


class Loss:
    """The negative log-likelihood of sentences, regularised, and its slope.

    Units lie by their place in the sentence: all first ones, all second ones, and so on.
    """

    def __init__(self, examples: Examples, part: Sequence[int], l2: float) -> None:
        self._l2 = l2
        order = sorted((n for n in part if examples.lengths[n]), key=lambda n: -examples.lengths[n])
        lengths = np.array([examples.lengths[n] for n in order], dtype=np.int64)
        begins = examples.begins[order]
        counts = [int(np.sum(lengths > at)) for at in range(int(lengths.max(initial=0)))]
        units = [begins[:count] + at for at, count in enumerate(counts)]
        self._cells = np.concatenate(([0], np.cumsum(counts))).astype(np.int64).tolist()
        places: NDArray[np.int64] = np.concatenate(units or [np.zeros(0, dtype=np.int64)])
        self._table: Any = examples.table[places]
        self._turned: Any = self._table.T.tocsr()
        labels = examples.labels
        self._shape = len(examples.features), len(labels)
        self.size = len(labels) * (len(examples.features) + len(labels))
        wanted = examples.wanted[places]
        self._wanted = np.eye(len(labels))[wanted]
        self._moved = np.zeros((len(labels), len(labels)))
        for at, count in enumerate(counts[1:], 1):
            low, high = self._cells[at - 1], self._cells[at]
            np.add.at(self._moved, (wanted[low : low + count], wanted[high : high + count]), 1.0)
        self.never = np.array(
            [[to.startswith("I-") and before[2:] != to[2:] for to in labels] for before in labels]
        )

    def parts(self, flat: Floats) -> tuple[Floats, Floats]:
        """Return the weights of features and of moves that `flat` holds."""
        cut = self._shape[0] * self._shape[1]
        return flat[:cut].reshape(self._shape), flat[cut:].reshape(-1, self._shape[1])

    def __call__(self, flat: Floats) -> tuple[float, Floats]:
        """Return the loss at `flat`, and its slope there."""
        weights, transitions = self.parts(flat)
        scores = np.asarray(self._table @ weights)
        move = np.where(self.never, 0.0, np.exp(transitions))
        top = scores.max(axis=1, keepdims=True, initial=-1e9)
        emit = np.exp(scores - top)
        shares, moves, scale = self._sums(emit, move)
        gold = float(np.sum(scores * self._wanted) + np.sum(self._moved * transitions))
        value = float(np.log(scale).sum() + top.sum()) - gold + self._l2 / 2 * float(flat @ flat)
        slope = np.asarray(self._turned @ (shares - self._wanted))
        return value, np.concatenate(
            (slope.ravel(), (moves - self._moved).ravel())
        ) + self._l2 * flat

    def _sums(self, emit: Floats, move: Floats) -> tuple[Floats, Floats, Floats]:
        """Return the share of each label at each unit, of each move, and the scales."""
        forward, scale = emit.copy(), np.ones(len(emit))
        cells = self._cells
        for at in range(len(cells) - 1):
            low, high = cells[at], cells[at + 1]
            line = forward[low:high]
            if at:
                before = cells[at - 1]
                line *= forward[before : before + high - low] @ move
            scale[low:high] = line.sum(axis=1)
            line /= scale[low:high, None]
        backward = np.ones_like(emit)
        moves = np.zeros_like(move)
        for at in range(len(cells) - 3, -1, -1):
            low, next_, high = cells[at], cells[at + 1], cells[at + 2]
            count = high - next_
            onward = emit[next_:high] * backward[next_:high] / scale[next_:high, None]
            backward[low : low + count] = onward @ move.T
            moves += forward[low : low + count].T @ onward
        return forward * backward, moves * move, scale
