"""What a scene measures, and how it is shown."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """One measured thing: `value` and `baseline`, of the same run, in `unit`.

    `bar` is what it must not pass. No baseline, no bar: None.
    """

    name: str
    value: float
    unit: str
    baseline: float | None = None
    bar: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the baseline, or None."""
        return self.value / self.baseline if self.baseline else None

    @property
    def holds(self) -> bool:
        """Whether the bar is not passed."""
        return self.bar is None or self.value <= self.bar


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
            "" if each.ratio is None else f"{each.ratio:.1f}",
            "" if each.bar is None else f"{each.bar:,g} {each.unit}",
            "" if each.bar is None else "holds" if each.holds else "MISSED",
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
    found = [{**each._asdict(), "ratio": each.ratio, "holds": each.holds} for each in figures]
    return json.dumps(found, indent=1)
