"""What words are like, by the words they stand beside: learned from any text, tagged or not.

A word's vector is its row in the matrix of positive pointwise mutual information of words and the
words around them, each by its distance, brought down to few numbers by the singular values of the
matrix (Levy, Goldberg and Dagan 2015: contexts are counted to the power 0.75, and the vectors
scaled by the root of the singular values). Words whose vectors are near each other form a group
(k-means).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from annotator.suggest.learned.reading import Reading

Floats = NDArray[np.float64]

SIZE = 40
GROUPS = 64
_FEWEST = 3
"""How often a word has to stand in the texts to get a vector."""
_MOST_WORDS, _MOST_CONTEXTS = 10_000, 2_000
_AROUND = (-2, -1, 1, 2)
_ROUNDS = 10
_MORE, _POWERS = 10, 4


class Vectors:
    """A vector of length one for each of `words`, in small letters, and the group of each."""

    def __init__(self, words: Sequence[str], table: Floats, groups: Sequence[int]) -> None:
        self.words = words
        self.table = table
        self.groups = groups
        self._number = {word: n for n, word in enumerate(words)}
        self._none = np.zeros(SIZE)

    def __getitem__(self, unit: str) -> Floats:
        """Return the vector of `unit`; zeros where there is none."""
        at = self._number.get(unit.lower())
        return self._none if at is None else self.table[at]

    def group(self, unit: str) -> str:
        """Return a name for the group of `unit`, empty where it has none."""
        at = self._number.get(unit.lower())
        return "" if at is None else str(self.groups[at])

    def of(self, units: Sequence[str]) -> Floats:
        """Return the vectors of the first and the last of `units`, and the mean of all, joined."""
        each = np.array([self[unit] for unit in units])
        return np.concatenate((each[0], each[-1], each.mean(axis=0)))


def no_vectors() -> Vectors:
    """Return what knows no word."""
    return Vectors((), np.zeros((0, SIZE)), ())


def train_vectors(readings: Iterable[Reading]) -> Vectors:
    """Return what the words of `readings` are like; the same for the same texts."""
    sentences = [
        [key.lower() for key in each.tokens.keys[first:end]]
        for each in readings
        for first, end in each.bounds
    ]
    counts = Counter(word for sentence in sentences for word in sentence)
    ranked = sorted((w for w, n in counts.items() if n >= _FEWEST), key=lambda w: (-counts[w], w))
    words = ranked[:_MOST_WORDS]
    if len(words) <= SIZE + _MORE:
        return no_vectors()
    information = _information(sentences, words)
    left, values = _singular(information)
    table = left * np.sqrt(values)
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    table = table.astype(np.float32).astype(np.float64)  # as it is kept
    return Vectors(words, table, _groups(table))


def _information(sentences: Sequence[Sequence[str]], words: Sequence[str]) -> Any:
    """Return how much more often each word has each context than by chance, as a sparse matrix."""
    import scipy.sparse  # pyright: ignore[reportMissingTypeStubs]

    number = {word: n + 1 for n, word in enumerate(words)}
    line: list[int] = [0, 0]  # 0: the end of a sentence; -1: a word that is too rare
    for sentence in sentences:
        line += [number.get(word, -1) for word in sentence]
        line += (0, 0)
    ids = np.array(line, dtype=np.int64)
    size = min(len(words), _MOST_CONTEXTS) + 1
    places = np.flatnonzero(ids > 0)
    rows: list[NDArray[np.int64]] = []
    columns: list[NDArray[np.int64]] = []
    for n, distance in enumerate(_AROUND):
        beside = ids[places + distance]
        kept = (beside >= 0) & (beside < size)
        rows.append(ids[places[kept]] - 1)
        columns.append(beside[kept] + n * size)
    row, column = np.concatenate(rows), np.concatenate(columns)
    shape = len(words), size * len(_AROUND)
    table: Any = cast(Any, scipy.sparse).csr_matrix((np.ones(len(row)), (row, column)), shape=shape)
    by_word = np.asarray(table.sum(axis=1)).ravel()
    by_context = np.asarray(table.sum(axis=0)).ravel() ** 0.75
    table = table.tocoo()
    chance = by_word[table.row] * by_context[table.col] / by_context.sum()
    table.data = np.maximum(np.log(table.data / chance), 0.0)
    return table.tocsr()


def _singular(matrix: Any) -> tuple[Floats, Floats]:
    """Return the SIZE greatest singular values of `matrix`, and the vectors on its left.

    By iteration from a subspace that is drawn at random, always the same one (Halko, Martinsson and
    Tropp 2011, algorithm 4.4).
    """
    turned = matrix.T.tocsr()
    drawn = np.random.default_rng(0).normal(size=(matrix.shape[1], SIZE + _MORE))
    basis: Floats = np.linalg.qr(np.asarray(matrix @ drawn))[0]
    for _ in range(_POWERS):
        across = np.linalg.qr(np.asarray(turned @ basis))[0]
        basis = np.linalg.qr(np.asarray(matrix @ across))[0]
    small = np.asarray(turned @ basis)
    squares, turns = np.linalg.eigh(small.T @ small)
    values = np.sqrt(np.maximum(squares[::-1][:SIZE], 0.0))
    return basis @ turns[:, ::-1][:, :SIZE], values


def _groups(table: Floats) -> list[int]:
    """Return the number of the group of each row, of which the first ones are the commonest."""
    centres = table[:GROUPS].copy()
    nearest = np.zeros(len(table), dtype=np.int64)
    for _ in range(_ROUNDS):
        nearest = np.argmax(table @ centres.T, axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, table)
        sizes = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(sizes > 0, sums / (sizes + 1e-9), centres)
    return nearest.tolist()
