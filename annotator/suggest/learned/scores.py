"""What speaks for each class, worked out once for as long as what it depends on is the same."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

import numpy as np

from annotator.suggest.learned.softmax import Floats

K = TypeVar("K", bound=Hashable)


class Scores(Generic[K]):
    """What speaks for each class, by what it speaks of, and a sign of what that depends on."""

    def __init__(self) -> None:
        self._kept: dict[K, tuple[int, Floats]] = {}

    def of(
        self, keys: Sequence[K], signs: Iterable[int], work_out: Callable[[list[int]], Floats]
    ) -> Floats:
        """Return a row for each of `keys`; those that are not known yet, or by another sign, anew.

        `work_out` gives the rows of those that stand at these indices.
        """
        kept, signed = self._kept, list(zip(keys, signs, strict=True))
        missing = [
            n for n, (key, sign) in enumerate(signed) if key not in kept or kept[key][0] != sign
        ]
        for n, row in zip(missing, work_out(missing), strict=True):
            kept[keys[n]] = signed[n][1], row.copy()  # else all of what was worked out would stay
        return np.array([kept[key][1] for key in keys])
