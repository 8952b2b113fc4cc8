"""Exchanges between splits, where dealing out has left one of them short of a label.

Groups that have a rare label are dealt first, and fill the small splits before the frequent labels'
turn comes: of one that 26 articles have, the test may be left with none. An exchange of two groups
of as many articles changes no size, and is made where it brings the labels of both nearer to their
shares.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice, product
from typing import NamedTuple

_MOST_STEPS = 100
_MOST_COMPARED = 30
"""How often is looked for an exchange, and among how many groups of either split: enough where a
split is small, and where it is large no label is short of much.
"""


class Group(NamedTuple):
    """Articles that stay together, by id, and how often they have each label."""

    ids: Sequence[str]
    labels: Mapping[str, int]


class _Exchange(NamedTuple):
    gain: float
    giver: str
    given: Group
    returned: Group


class Balance:
    """What each split lacks of each label, to have its share of it; too many are a negative lack.

    `dealt` is changed.
    """

    def __init__(self, dealt: dict[str, list[Group]], shares: Mapping[str, float]) -> None:
        self._dealt = dealt
        self._shares = shares
        self._total: Counter[str] = Counter()
        for groups in dealt.values():
            for group in groups:
                self._total.update(group.labels)
        self._lack = {
            name: {label: share * count for label, count in self._total.items()}
            for name, share in shares.items()
        }
        for name, groups in dealt.items():
            for group in groups:
                self._move(group, name, 1)

    def improve(self) -> None:
        """Exchange groups, for the split and label that lack most first, until none gets better."""
        due = [
            (name, label)
            for name, share in self._shares.items()
            for label, count in self._total.items()
            if share * count >= 1
        ]
        tried: set[tuple[str, str]] = set()
        for _ in range(_MOST_STEPS):
            short = [each for each in due if each not in tried and self._shortage(*each) > 0]
            if not short:
                return
            worst = max(short, key=lambda each: self._shortage(*each))
            exchange = self._best(*worst)
            if exchange:
                self._make(exchange, worst[0])
                tried.clear()
            else:
                tried.add(worst)

    def _shortage(self, name: str, label: str) -> float:
        return self._lack[name][label] / (self._shares[name] * self._total[label])

    def _best(self, taker: str, label: str) -> _Exchange | None:
        """Return what brings `taker` more of `label` and is best for all labels, if anything is."""
        best: _Exchange | None = None
        for giver, groups in self._dealt.items():
            if giver == taker or self._lack[giver][label] >= 0:
                continue
            having = islice((each for each in groups if label in each.labels), _MOST_COMPARED)
            others = self._dealt[taker][:_MOST_COMPARED]
            for given, returned in product(having, others):
                if len(given.ids) == len(returned.ids):
                    gain = self._gain(giver, given, taker, returned)
                    if gain > (best.gain if best else 1e-9):
                        best = _Exchange(gain, giver, given, returned)
        return best

    def _gain(self, giver: str, given: Group, taker: str, returned: Group) -> float:
        """Return how much nearer to their shares the exchange brings the labels of both."""
        gain = 0.0
        for label in {**given.labels, **returned.labels}:
            more = given.labels.get(label, 0) - returned.labels.get(label, 0)
            for name, change in ((taker, more), (giver, -more)):
                lack = self._lack[name][label]
                weight = self._shares[name] * self._total[label] ** 2
                gain += (lack**2 - (lack - change) ** 2) / weight
        return gain

    def _make(self, exchange: _Exchange, taker: str) -> None:
        _, giver, given, returned = exchange
        for group, before, after in ((given, giver, taker), (returned, taker, giver)):
            self._dealt[before].remove(group)
            self._dealt[after].append(group)
            self._move(group, before, -1)
            self._move(group, after, 1)

    def _move(self, group: Group, name: str, sign: int) -> None:
        for label, count in group.labels.items():
            self._lack[name][label] -= sign * count
