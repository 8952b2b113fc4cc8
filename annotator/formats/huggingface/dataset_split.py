"""Which articles train, which validate and which test: fair, without leaks, the same every time.

Articles that are nearly the same (a story and its later version, one report in two papers) stay
together, else a model is tested on what it was trained on. They are known by the runs of syllables
that they share: MinHash over 5 syllables each (Broder 1997), compared where a band of the
signatures is the same (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3).

Groups are dealt out by iterative stratification (Sechidis, Tsoumakas and Vlahavas 2011): the
rarest label first, each group to the split that lacks most of it and is not full. Then some are
exchanged, for labels of which a split was left with too few. What is kept of an article is its
signature and the count of its labels, never its text.
"""

import hashlib
import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from annotator.formats.huggingface.dataset_balance import Balance, Group
from annotator.language.search import exact_key, key_words

TRAIN, VALIDATION, TEST = "train", "validation", "test"
SHARES = {TRAIN: 0.8, VALIDATION: 0.1, TEST: 0.1}
SEED = 2020

ALIKE = 0.5
"""The share of their runs of syllables that near-duplicates have in common, at least."""

_RUN = 5
_PERMUTATIONS = 128
_BANDS = 32
_MOST_COMPARED = 16
"""How many articles of one band a new one is compared with: enough, and it comes to an end."""

_ARTICLES = ""
"""Stands among the labels for the articles themselves, so that splits have their share of them."""


class Signature(NamedTuple):
    """What of an article decides where it goes: the sketch of its text, and its labels' count."""

    id: str
    sketch: bytes
    labels: Mapping[str, int]


class Sketcher:
    """Makes the sketches of texts: equal texts, read with `exact_key`, have equal ones."""

    def __init__(self) -> None:
        datasketch: Any = import_module("datasketch")
        self._empty = datasketch.MinHash(num_perm=_PERMUTATIONS, seed=1)

    def sketch(self, text: str) -> bytes:
        """Return the sketch of `text`."""
        sketch = self._empty.copy()
        sketch.update_batch(sorted(_runs(text)))
        return sketch.hashvalues.astype("<u4").tobytes()


def _runs(text: str) -> set[bytes]:
    words = key_words(exact_key(text))
    runs = range(max(1, len(words) - _RUN + 1))
    return {" ".join(words[at : at + _RUN]).encode() for at in runs}


def split(signatures: Iterable[Signature], seed: int = SEED) -> dict[str, str]:
    """Return the split of each article by its id; the order of `signatures` has no say in it.

    With as many groups as there are splits, or more, none is empty.
    """
    ordered = sorted(signatures, key=lambda each: _drawn(each.id, seed))
    groups = [Group([each.id for each in group], _counted(group)) for group in _near(ordered)]
    dealt = _deal(groups)
    Balance(dealt, SHARES).improve()
    if len(groups) >= len(SHARES):
        _fill(dealt)
    return {id: name for name, given in dealt.items() for group in given for id in group.ids}


def _drawn(id: str, seed: int) -> bytes:
    return hashlib.blake2b(f"{seed} {id}".encode(), digest_size=16).digest()


def _counted(group: Sequence[Signature]) -> Mapping[str, int]:
    labels = Counter({_ARTICLES: len(group)})
    for each in group:
        labels.update(each.labels)
    return labels


class _Forest:
    """Which of some numbers belong together."""

    def __init__(self, count: int) -> None:
        self._leader = list(range(count))

    def find(self, number: int) -> int:
        """Return the number that stands for all that `number` belongs with."""
        while self._leader[number] != number:
            self._leader[number] = self._leader[self._leader[number]]
            number = self._leader[number]
        return number

    def join(self, number: int, other: int) -> None:
        """Let all that the two belong with belong together."""
        first, second = sorted((self.find(number), self.find(other)))
        self._leader[second] = first


def _near(signatures: Sequence[Signature]) -> Iterable[list[Signature]]:
    """Return the near-duplicates together, in the order of the first of each."""
    forest = _Forest(len(signatures))
    first: dict[bytes, int] = {}
    for number, each in enumerate(signatures):
        forest.join(number, first.setdefault(each.sketch, number))
    different = list(first.values())
    for band in range(_BANDS):
        _join_alike(signatures, different, band, forest)
    groups: dict[int, list[Signature]] = {}
    for number, each in enumerate(signatures):
        groups.setdefault(forest.find(number), []).append(each)
    return groups.values()


def _join_alike(
    signatures: Sequence[Signature], numbers: Sequence[int], band: int, forest: _Forest
) -> None:
    """Join those of `numbers` in `forest` that are alike, among those with the same `band`."""
    width = 4 * _PERMUTATIONS // _BANDS
    same_band: dict[bytes, list[int]] = {}
    for number in numbers:
        sketch = signatures[number].sketch
        others = same_band.setdefault(sketch[band * width : (band + 1) * width], [])
        for other in others:
            if forest.find(other) != forest.find(number) and _alike(
                sketch, signatures[other].sketch
            ):
                forest.join(other, number)
        if len(others) < _MOST_COMPARED:
            others.append(number)


def _alike(sketch: bytes, other: bytes) -> bool:
    pairs = zip(memoryview(sketch).cast("I"), memoryview(other).cast("I"), strict=True)
    return sum(1 for one, another in pairs if one == another) >= ALIKE * _PERMUTATIONS


def _deal(groups: Sequence[Group]) -> dict[str, list[Group]]:
    """Return the groups that each split is given."""
    having: dict[str, set[int]] = {}
    total: Counter[str] = Counter()
    for number, group in enumerate(groups):
        total.update(group.labels)
        for label in group.labels:
            having.setdefault(label, set()).add(number)
    lacking = {
        name: {label: share * count for label, count in total.items()}
        for name, share in SHARES.items()
    }
    dealt: dict[str, list[Group]] = {name: [] for name in SHARES}
    rarest = [(len(numbers), label) for label, numbers in having.items()]
    heapq.heapify(rarest)
    while rarest:
        count, label = heapq.heappop(rarest)
        if count != len(having[label]):  # some were dealt with a rarer label
            heapq.heappush(rarest, (len(having[label]), label))
            continue
        for number in sorted(having[label], key=lambda each: (-groups[each].labels[label], each)):
            group = groups[number]
            open_ = [each for each in SHARES if lacking[each][_ARTICLES] > 0] or list(SHARES)
            name = max(open_, key=lambda each: (lacking[each][label], lacking[each][_ARTICLES]))
            dealt[name].append(group)
            for each, amount in group.labels.items():
                lacking[name][each] -= amount
                having[each].discard(number)
    return dealt


def _fill(dealt: dict[str, list[Group]]) -> None:
    """Give each split that has nothing the smallest group of the one that has most groups."""
    for given in dealt.values():
        if not given:
            most = max(dealt.values(), key=len)
            smallest = min(most, key=lambda group: len(group.ids))
            most.remove(smallest)
            given.append(smallest)
