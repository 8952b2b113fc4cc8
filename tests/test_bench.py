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


START = Figure("start", 450.0, "ms", baseline=160.0, bar=500.0, times=3)


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        (START, "holds"),
        (START._replace(value=700.0, baseline=300.0), "WARN"),
        (START._replace(baseline=140.0), "MISSED"),
        (Figure("edits lost", 1, "edits", bar=0, strict=True), "MISSED"),
        (Figure("edits lost", 0, "edits", bar=0, strict=True), "holds"),
        (Figure("memory", 200.0, "MB"), ""),
    ],
)
def test_a_ratio_past_its_bar_fails_the_run_and_a_slow_machine_is_warned_of(
    figure: Figure, verdict: str
) -> None:
    assert figure.verdict == verdict
    assert figure.holds == (verdict != "MISSED")
    assert table([figure]).endswith(verdict)
    assert [each["verdict"] for each in json.loads(as_json([figure]))] == [verdict]


def test_a_table_says_what_a_figure_is_held_against() -> None:
    assert "500 ms; 3 ×" in table([START])
