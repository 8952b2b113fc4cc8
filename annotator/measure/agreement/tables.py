"""What is counted of two reviewers in tables: values by one against values by the other."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import TypeAlias, TypeVar

from annotator.measure.agreement.chance import kappa
from annotator.measure.agreement.figures import (
    Agreed,
    AttributeAgreed,
    Compared,
    Confused,
    Measure,
    f1,
)
from annotator.measure.agreement.layers import Identity, Place
from annotator.model.annotation import Annotation, AttributeValue, Kind
from annotator.model.tagset import Tagset

V = TypeVar("V", str, tuple[str, ...])
W = TypeVar("W", bool, tuple[str, ...])

_Labels: TypeAlias = tuple[str, ...]

_NONE: _Labels = ()

KINDS = {kind: number for number, kind in enumerate(Kind)}
"""Where each kind stands among figures."""


class SyllableTable:
    """The labels of syllables, where at least one of two has any."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[_Labels, _Labels]] = Counter()

    def add(self, one: Mapping[int, _Labels], other: Mapping[int, _Labels]) -> None:
        """Count the labels that the syllables of an article have, by number."""
        for number in one.keys() | other.keys():
            self._counts[one.get(number, _NONE), other.get(number, _NONE)] += 1

    def add_up(self, table: "SyllableTable") -> None:
        """Count what another pair has, too."""
        self._counts.update(table._counts)

    def figures(self, syllables: int, *, with_kappa: bool) -> Iterator[Agreed]:
        """Yield how far all labels of each of so many `syllables` agree, and each label alone."""
        if not self._counts:
            return
        bare = syllables - self._counts.total()
        whole = Counter(self._counts)
        whole[_NONE, _NONE] += bare
        yield _of_syllables("", whole, kappa(whole) if with_kappa else None)
        for label in sorted({each for pair in self._counts for value in pair for each in value}):
            table: Counter[tuple[bool, bool]] = Counter({(False, False): bare})
            for (one, other), count in self._counts.items():
                table[label in one, label in other] += count
            yield _of_syllables(label, table, kappa(table) if with_kappa else None)


def _of_syllables(label: str, table: Mapping[tuple[W, W], int], beyond: float | None) -> Agreed:
    both = sum(count for (one, other), count in table.items() if one and one == other)
    ones = sum(count for (one, _), count in table.items() if one)
    others = sum(count for (_, other), count in table.items() if other)
    return Agreed(
        Measure.SYLLABLES, Kind.ENTITY, label, both, ones - both, others - both,
        f1(both, ones, others), beyond,
    )  # fmt: skip


class ConfusionTable:
    """The labels that mentions at the same place have."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, ones: Mapping[Place, list[str]], others: Mapping[Place, list[str]]) -> None:
        """Count the sorted labels at places that both have; the same go together first."""
        for place in ones.keys() & others:
            for pair in _paired(ones[place], others[place]):
                self._counts[pair] += 1

    def add_up(self, table: "ConfusionTable") -> None:
        """Count what another pair has, too."""
        self._counts.update(table._counts)

    def figures(self, scope: Compared, *, ordered: bool) -> tuple[Confused, ...]:
        """Return the labels by two, the most frequent first; where not `ordered` in one order."""
        counts: Counter[tuple[str, str]] = Counter()
        for (one, other), count in self._counts.items():
            if scope.has_label(one) or scope.has_label(other):
                counts[(one, other) if ordered or one <= other else (other, one)] += count
        most = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        return tuple(Confused(*pair, count) for pair, count in most)


class AttributeTable:
    """The values of attributes on annotations that both have; left out is the tagset's default."""

    def __init__(self, tagset: Tagset) -> None:
        self._tagset = tagset
        self._annotations: Counter[tuple[Kind, str]] = Counter()
        self._given: defaultdict[tuple[Kind, str, str], Counter[tuple[str, str]]] = defaultdict(
            Counter
        )
        """By attribute, the values of annotations where any of those compared has it."""
        self._usual: dict[str, dict[str, str]] = {}
        """The defaults of each label's attributes, as they are written."""

    def add(
        self, kind: Kind, label: str, ones: Sequence[Annotation], others: Sequence[Annotation]
    ) -> None:
        """Count annotations that are the same otherwise; of several the likest go together."""
        self._annotations[kind, label] += min(len(ones), len(others))
        names = sorted({name for each in (*ones, *others) for name in each.attributes})
        if not names:
            return
        usual = self._defaults(label)
        written = [
            sorted(
                tuple(
                    _written(each.attributes[name])
                    if name in each.attributes
                    else usual.get(name, _UNSET)
                    for name in names
                )
                for each in layer
            )
            for layer in (ones, others)
        ]
        for mine, theirs in _paired(*written):
            for name, one, other in zip(names, mine, theirs, strict=True):
                self._given[kind, label, name][one, other] += 1

    def add_up(self, table: "AttributeTable") -> None:
        """Count what another pair has, too."""
        self._annotations.update(table._annotations)
        for key, counts in table._given.items():
            self._given[key].update(counts)

    def figures(self, *, with_kappa: bool) -> Iterator[AttributeAgreed]:
        """Yield how far values agree; of attributes that somebody gave another than the default."""
        by_name = sorted(self._given, key=lambda key: (KINDS[key[0]], *key[1:]))
        for kind, label, name in by_name:
            counts = Counter(self._given[kind, label, name])
            usual = self._defaults(label).get(name, _UNSET)
            if counts.keys() == {(usual, usual)}:
                continue
            total = self._annotations[kind, label]
            counts[usual, usual] += total - counts.total()
            same = sum(count for (one, other), count in counts.items() if one == other)
            beyond = kappa(counts) if with_kappa else None
            yield AttributeAgreed(kind, label, name, total, same, same / total, beyond)

    def _defaults(self, label: str) -> dict[str, str]:
        usual = self._usual.get(label)
        if usual is None:
            own = self._tagset.attributes_of(label)
            usual = self._usual[label] = {each.name: _written(each.default) for each in own}
        return usual


class ClusterTable:
    """How much of its cluster each mention has in common with that of the other: B³.

    Bagga and Baldwin, Algorithms for scoring coreference chains, 1998: as a mean over the mentions
    of each of the two; a mention that the other has in no cluster counts nothing.
    """

    def __init__(self) -> None:
        self._common: Counter[str] = Counter()
        self._members: Counter[tuple[str, bool]] = Counter()
        self._shares: defaultdict[tuple[str, bool], Counter[tuple[int, int]]] = defaultdict(Counter)

    def add(
        self,
        ones: Mapping[str, Mapping[Identity, set[Identity]]],
        others: Mapping[str, Mapping[Identity, set[Identity]]],
    ) -> None:
        """Count the clusters of an article: by label what is with each member, itself too."""
        for label in ones.keys() | others.keys():
            mine, theirs = ones.get(label, {}), others.get(label, {})
            common = mine.keys() & theirs
            self._common[label] += len(common)
            for layer, second in ((mine, False), (theirs, True)):
                self._members[label, second] += len(layer)
                for member in common:
                    shared = len(mine[member] & theirs[member])
                    self._shares[label, second][shared, len(layer[member])] += 1

    def add_up(self, table: "ClusterTable") -> None:
        """Count what another pair has, too."""
        self._common.update(table._common)
        self._members.update(table._members)
        for key, shares in table._shares.items():
            self._shares[key].update(shares)

    def figures(self) -> Iterator[Agreed]:
        """Yield B³ of all clusters, and of each label."""
        if self._common:
            yield self._cubed("", self._common)
        for label in sorted(self._common):
            yield self._cubed(label, [label])

    def _cubed(self, label: str, labels: Iterable[str]) -> Agreed:
        labels = list(labels)
        both = sum(self._common[each] for each in labels)
        counts = [sum(self._members[each, second] for each in labels) for second in (False, True)]
        means = [
            fsum(
                count * shared / size
                for each in labels
                for (shared, size), count in self._shares[each, second].items()
            )
            / counts[second]
            for second in (False, True)
            if counts[second]
        ]
        value = 2 * means[0] * means[1] / sum(means) if both else 0.0
        only = [count - both for count in counts]
        return Agreed(Measure.B_CUBED, Kind.CLUSTER, label, both, *only, f1=value)


def _paired(ones: list[V], others: list[V]) -> Iterator[tuple[V, V]]:
    """Yield sorted values by two: the equal ones first, then the others as they are sorted."""
    if ones == others:
        yield from zip(ones, others, strict=True)
        return
    left, left_too = Counter(ones), Counter(others)
    common = left & left_too
    for value in common.elements():
        yield value, value
    yield from zip(
        sorted((left - common).elements()), sorted((left_too - common).elements()), strict=False
    )


def _written(value: AttributeValue | None) -> str:
    return f"{type(value).__name__} {value}"


_UNSET = _written(None)
