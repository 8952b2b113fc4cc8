"""Which labels stand together in a sentence."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations_with_replacement

from annotator.measure.figures import LabelKey, Pair
from annotator.model.annotation import Annotation


class Together:
    """Counts the sentences in which two labels stand, layer by layer.

    What has no place in the text (relations, events without a trigger) is passed by; what is in
    several fragments stands where it begins.
    """

    def __init__(self) -> None:
        self._pairs: Counter[tuple[LabelKey, LabelKey]] = Counter()

    def add(self, ends: Sequence[int], annotations: Iterable[Annotation]) -> None:
        """Count a layer on a text whose sentences end at `ends`."""
        sentences: defaultdict[int, Counter[LabelKey]] = defaultdict(Counter)
        for each in annotations:
            if each.fragments:
                number = bisect_right(ends, each.start)
                sentences[number][LabelKey(each.kind, each.label)] += 1
        for labels in sentences.values():
            for one, other in combinations_with_replacement(sorted(labels), 2):
                if one != other or labels[one] > 1:
                    self._pairs[one, other] += 1

    def figures(self, wanted: Iterable[str] = ()) -> tuple[Pair, ...]:
        """Return the pairs, the most frequent first; with `wanted` those that have such a label."""
        labels = frozenset(wanted)
        pairs = (
            Pair(one, other, count)
            for (one, other), count in self._pairs.items()
            if not labels or one.label in labels or other.label in labels
        )
        return tuple(sorted(pairs, key=lambda each: (-each.sentences, each.one, each.other)))
