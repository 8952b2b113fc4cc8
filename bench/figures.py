"""What a scene measures, and how it is shown."""

import json
import time
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """One measured thing: `value` and `baseline`, of the same run, in `unit`.

    `times` is how many times the baseline it may be: more fails the run, on any machine. `bar`, in
    `unit`, is what it should not pass: on a slow or busy machine it may, unless it is `strict`.
    No baseline, no bar: None.
    """

    name: str
    value: float
    unit: str
    baseline: float | None = None
    bar: float | None = None
    times: float | None = None
    strict: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the baseline, or None."""
        return self.value / self.baseline if self.baseline else None

    @property
    def verdict(self) -> str:
        """MISSED where it fails the run, WARN where a bar is passed, else holds; "": no bar."""
        past = self.bar is not None and self.value > self.bar
        if (past and self.strict) or (self.times and (self.ratio or 0) > self.times):
            return "MISSED"
        if past:
            return "WARN"
        return "" if self.bar is None and self.times is None else "holds"

    @property
    def holds(self) -> bool:
        """Whether the run does not fail by it."""
        return self.verdict != "MISSED"

    def bars(self) -> str:
        """Return what it is held against, as people read it."""
        absolute = "" if self.bar is None else f"{self.bar:,.4g} {self.unit}"
        ratio = "" if self.times is None else f"{self.times:g} ×"
        return "; ".join(filter(None, (absolute, ratio)))


def milliseconds(do: Callable[[], object]) -> float:
    """Return how long it takes to `do` something."""
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000


def quantile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least `share` of `values` do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as a table for people."""
    head = ("figure", "value", "baseline", "ratio", "bar", "")
    rows = [
        (
            each.name,
            f"{_number(each.value)} {each.unit}",
            "" if each.baseline is None else f"{_number(each.baseline)} {each.unit}",
            "" if each.ratio is None else f"{each.ratio:.2f}",
            each.bars(),
            each.verdict,
        )
        for each in figures
    ]
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at in (0, 5) else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (head, *rows)
    )


def _number(value: float) -> str:
    return f"{value:,.2f}" if abs(value) < 10 else f"{value:,.1f}"


def as_json(figures: Iterable[Figure]) -> str:
    """Return the figures as one JSON value."""
    found = [{**each._asdict(), "ratio": each.ratio, "verdict": each.verdict} for each in figures]
    return json.dumps(found, indent=1)
