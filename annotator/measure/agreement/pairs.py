"""Two layers compared, and what was counted of two reviewers over all they both have read."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from annotator.measure.agreement.chance import kappa
from annotator.measure.agreement.figures import (
    WHOLE,
    Agreed,
    Compared,
    Measure,
    PairFigures,
    Row,
    f1,
)
from annotator.measure.agreement.layers import Identity, Place, Prepared
from annotator.measure.agreement.overlaps import overlapping
from annotator.measure.agreement.tables import (
    KINDS,
    AttributeTable,
    ClusterTable,
    ConfusionTable,
    SyllableTable,
)
from annotator.model.annotation import Annotation, Kind
from annotator.model.tagset import Tagset

_WITH_ATTRIBUTES = WHOLE - {Measure.ARGUMENT_CLASSIFIED}

_MEASURES = {measure: number for number, measure in enumerate(Measure)}


class Tally:
    """Counts what two reviewers have in common, article by article."""

    def __init__(self, tagset: Tagset, scope: Compared) -> None:
        self._scope = scope
        self._articles = 0
        self._syllables = 0
        self._both: Counter[Row] = Counter()
        self._one: Counter[Row] = Counter()
        self._other: Counter[Row] = Counter()
        self._labelled: defaultdict[str, Counter[tuple[bool, bool]]] = defaultdict(Counter)
        self._tagged = SyllableTable()
        self._confused = ConfusionTable()
        self._attributes = AttributeTable(tagset)
        self._clusters = ClusterTable()

    def add(self, one: Prepared, other: Prepared, syllables: int) -> tuple[int, int]:
        """Count an article of so many syllables; return how much is the same, and is different."""
        self._articles += 1
        self._syllables += syllables
        same = different = 0
        for row in one.found.keys() | other.found.keys():
            mine, theirs = one.found.get(row, {}), other.found.get(row, {})
            both = self._common(row, mine, theirs)
            all_mine, all_theirs = _count(mine), _count(theirs)
            self._note(row, both, all_mine, all_theirs)
            if row.measure in WHOLE:
                same += both
                different += all_mine + all_theirs - 2 * both
            if row.kind is Kind.ENTITY and row.measure is Measure.EXACT:
                more = overlapping(_left(mine, theirs), _left(theirs, mine))
                overlap = row._replace(measure=Measure.OVERLAP)
                self._note(overlap, both + more, all_mine, all_theirs)
            elif row.kind is Kind.DOCUMENT:
                self._labelled[row.label][bool(mine), bool(theirs)] += 1
        self._clusters.add(one.companions, other.companions)
        self._confused.add(one.labels, other.labels)
        self._tagged.add(one.tagged, other.tagged)
        return same, different

    def add_up(self, tally: "Tally") -> None:
        """Count what another pair has, too."""
        self._articles += tally._articles
        self._syllables += tally._syllables
        self._both.update(tally._both)
        self._one.update(tally._one)
        self._other.update(tally._other)
        self._clusters.add_up(tally._clusters)
        self._confused.add_up(tally._confused)
        self._attributes.add_up(tally._attributes)
        self._tagged.add_up(tally._tagged)

    def figures(self, one: str = "", other: str = "") -> PairFigures:
        """Return what came of it; kappa only where both are named: it is of two, not of pairs."""
        named = bool(one)
        made = [
            *(self._with_kappa(each) if named else each for each in self._counted()),
            *self._clusters.figures(),
            *self._tagged.figures(self._syllables, with_kappa=named),
        ]
        made.sort(key=lambda each: (KINDS[each.kind], _MEASURES[each.measure], each.label))
        return PairFigures(
            one,
            other,
            self._articles,
            self._syllables,
            tuple(made),
            self._confused.figures(self._scope, ordered=named),
            tuple(self._attributes.figures(with_kappa=named)),
        )

    def _note(self, row: Row, both: int, one: int, other: int) -> None:
        self._both[row] += both
        self._one[row] += one
        self._other[row] += other

    def _common(
        self,
        row: Row,
        mine: dict[Identity, list[Annotation]],
        theirs: dict[Identity, list[Annotation]],
    ) -> int:
        """Return how many both have, of those with the same identity as many as have a fellow."""
        both = 0
        for identity in mine.keys() & theirs:
            ones, others = mine[identity], theirs[identity]
            both += min(len(ones), len(others))
            if row.measure in _WITH_ATTRIBUTES:
                self._attributes.add(row.kind, row.label, ones, others)
        return both

    def _counted(self) -> Iterator[Agreed]:
        """Yield the figures of each label, and of all labels together."""
        sums: defaultdict[Row, list[int]] = defaultdict(lambda: [0, 0, 0])
        for row, both in self._both.items():
            counts = both, self._one[row], self._other[row]
            if row.label:
                yield _agreed(row, *counts)
            whole = sums[row._replace(label="")]
            whole[:] = map(sum, zip(whole, counts, strict=True))
        for row, (both, one, other) in sums.items():
            yield _agreed(row, both, one, other)

    def _with_kappa(self, each: Agreed) -> Agreed:
        """Return a figure with kappa where it is one of a document label."""
        if each.kind is not Kind.DOCUMENT or not each.label:
            return each
        table = Counter(self._labelled[each.label])
        table[False, False] += self._articles - table.total()
        return replace(each, kappa=kappa(table))


def _agreed(row: Row, both: int, one: int, other: int) -> Agreed:
    return Agreed(*row, both, one - both, other - both, f1(both, one, other))


def _count(found: dict[Identity, list[Annotation]]) -> int:
    return sum(map(len, found.values()))


def _left(
    ones: dict[Identity, list[Annotation]], others: dict[Identity, list[Annotation]]
) -> list[Place]:
    """Return the places of mentions that the other has no fellow for, each as often as that is."""
    return [
        place for place, each in ones.items() for _ in range(len(each) - len(others.get(place, ())))
    ]
