"""Kappa and alpha: the values that those who made them have published, and other programs give."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.measure.agreement.chance import alpha, kappa

WITH_GAPS = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
]
PUBLISHED = [
    (["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"], 0.095),
    (["a a b b d c c c e d d a", "b a b b b c c c e d d d"], 0.692),
    (WITH_GAPS, 0.743),
]
"""Of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to C."""

VALUES = st.sampled_from(["none", "PER", "LOC"])


def units(readers: list[str]) -> Counter[tuple[str, ...]]:
    columns = zip(*(each.split() for each in readers), strict=True)
    return Counter(tuple(value for value in column if value != ".") for column in columns)


@pytest.mark.parametrize(("readers", "value"), PUBLISHED)
def test_alpha_is_what_krippendorff_gives(readers: list[str], value: float) -> None:
    assert alpha(units(readers)) == pytest.approx(value, abs=0.0005)


def test_kappa_is_what_cohen_gives() -> None:
    rows = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]  # Cohen 1960, table 2, of 200
    table = {(one, other): n for one, row in enumerate(rows) for other, n in enumerate(row)}
    assert kappa(table) == pytest.approx(0.492, abs=0.0005)


@given(st.lists(st.tuples(VALUES, VALUES), min_size=1))
def test_kappa_is_what_scikit_learn_gives(pairs: list[tuple[str, str]]) -> None:
    from sklearn.metrics import cohen_kappa_score

    ours = kappa(Counter(pairs))
    if len({value for pair in pairs for value in pair}) == 1:
        assert ours is None
    else:
        ones, others = zip(*pairs, strict=True)
        assert ours == pytest.approx(cohen_kappa_score(ones, others), abs=1e-9)


@given(st.lists(st.lists(VALUES, max_size=4).map(tuple)))
def test_alpha_is_what_counting_pairs_gives(given: list[tuple[str, ...]]) -> None:
    pairable = [unit for unit in given if len(unit) > 1]
    every = [value for unit in pairable for value in unit]
    ours = alpha(Counter(given))
    if len(set(every)) < 2:
        assert ours is None
        return
    observed = sum(
        sum(a != b for n, a in enumerate(unit) for m, b in enumerate(unit) if n != m)
        / (len(unit) - 1)
        for unit in pairable
    ) / len(every)
    pairs = [a != b for n, a in enumerate(every) for m, b in enumerate(every) if n != m]
    assert ours == pytest.approx(1 - observed / (sum(pairs) / len(pairs)), abs=1e-9)
    assert ours is not None
    assert ours <= 1


@given(st.lists(st.tuples(VALUES, VALUES)))
def test_the_order_of_readers_changes_nothing(pairs: list[tuple[str, str]]) -> None:
    table = Counter(pairs)
    turned = Counter((other, one) for one, other in pairs)
    assert kappa(table) == kappa(turned)
    if (found := kappa(table)) is not None:
        assert math.isfinite(found)
        assert found <= 1


def test_what_is_not_defined_is_none() -> None:
    assert kappa({}) is None
    assert kappa({("a", "a"): 9}) is None
    assert alpha({}) is None
    assert alpha({("a",): 5, ("b",): 2}) is None
    assert alpha({("a", "a"): 9}) is None
