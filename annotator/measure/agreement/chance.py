"""Agreement beyond chance: Cohen's kappa of two, Krippendorff's alpha of any number."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TypeVar

V = TypeVar("V", bound=Hashable)


def kappa(counts: Mapping[tuple[V, V], int]) -> float | None:
    """Return Cohen's kappa of pairs of values, counted: 1 all the same, 0 no more than by chance.

    None where there are none, or where both use one and the same value alone: chance would have
    them agree everywhere. Cohen, A coefficient of agreement for nominal scales, 1960.
    """
    ones: Counter[V] = Counter()
    others: Counter[V] = Counter()
    same = 0
    for (one, other), count in counts.items():
        ones[one] += count
        others[other] += count
        same += count * (one == other)
    total = ones.total()
    expected = sum(count * others[value] for value, count in ones.items())
    if total * total == expected:
        return None
    return (total * same - expected) / (total * total - expected)


def alpha(units: Mapping[tuple[V, ...], int]) -> float | None:
    """Return Krippendorff's alpha for nominal values: 1 all the same, 0 no more than by chance.

    `units` counts units by the values that their readers gave them, those who gave none left out;
    units with fewer than two values say nothing. None where all values are one and the same, or
    there are none. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C.
    """
    values: Counter[V] = Counter()
    differing = 0.0
    for given, count in units.items():
        if len(given) < 2:
            continue
        here = Counter(given)
        for value, times in here.items():
            values[value] += count * times
        if len(here) > 1:
            pairs = len(given) ** 2 - sum(times * times for times in here.values())
            differing += count * pairs / (len(given) - 1)
    total = values.total()
    expected = total * total - sum(times * times for times in values.values())
    return 1 - (total - 1) * differing / expected if expected else None
