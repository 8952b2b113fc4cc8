"""The arithmetic of the benchmarks."""

import json

import pytest

from bench.figures import Figure, as_json, quantile, table


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([5.0], 0.5, 5.0),
        ([4.0, 1.0, 3.0, 2.0], 0.5, 2.0),
        ([float(n) for n in range(1, 101)], 0.99, 99.0),
        ([float(n) for n in range(1, 101)], 1.0, 100.0),
    ],
)
def test_a_quantile_is_one_of_the_values(
    values: list[float], share: float, expected: float
) -> None:
    assert quantile(values, share) == expected


def test_a_figure_past_its_bar_is_said_to_be() -> None:
    slow = Figure("start", 900.0, "ms", baseline=300.0, bar=700.0)
    fast = slow._replace(value=600.0)
    assert (slow.holds, fast.holds) == (False, True)
    assert slow.ratio == 3
    assert "MISSED" in table([slow])
    assert "MISSED" not in table([fast])
    assert [each["holds"] for each in json.loads(as_json([slow, fast]))] == [False, True]
