"""Which height each label and each arc above a line of text gets. No Qt here.

Lane 0 lies on the text, lane 1 above it, and so on. Distances are pixels from the left edge.
"""

from collections.abc import Sequence
from typing import NamedTuple

GAP = 4.0
"""What stays free between two things of one lane."""
_TURN = 7.0
"""What an arc needs from where it turns to its name."""


class Span(NamedTuple):
    """A mention on one line: from `left` to `right` with its label; it covers `[start, end)`."""

    left: float
    right: float
    start: int
    end: int


class Wire(NamedTuple):
    """An arc on one line: from `home` (the event, or the edge it comes from) to `away`.

    `open` says that it leaves the line at `away`. `name` is the width of its name.
    """

    owner: str
    home: float
    away: float
    open: bool
    name: float


class Bundle(NamedTuple):
    """Arcs of one owner that share a lane: the indices of their wires, where each name begins."""

    left: float
    right: float
    wires: tuple[int, ...]
    names: tuple[float, ...]


def mention_lanes(spans: Sequence[Span]) -> list[int]:
    """Return the lane of each span: none overlaps another, and what contains stands above."""
    order = sorted(
        range(len(spans)), key=lambda i: (spans[i].end - spans[i].start, spans[i].start, i)
    )
    lanes: list[list[Span]] = []
    result = [0] * len(spans)
    for index in order:
        span = spans[index]
        above = [n for n, lane in enumerate(lanes) if any(_contains(span, each) for each in lane)]
        number = above[-1] + 1 if above else 0
        while number < len(lanes) and any(_collide(span, each) for each in lanes[number]):
            number += 1
        if number == len(lanes):
            lanes.append([])
        lanes[number].append(span)
        result[index] = number
    return result


def bundles_of(wires: Sequence[Wire], width: float) -> list[Bundle]:
    """Return the wires joined into bundles: one owner's share a lane where their names fit.

    A name stands beside the arc's far end; where the arc is too short for it, over its middle.
    Names stay between 0 and `width`.
    """
    growing: list[_Growing] = []
    by_owner: dict[str, list[_Growing]] = {}
    for index in sorted(range(len(wires)), key=lambda i: -abs(wires[i].away - wires[i].home)):
        wire = wires[index]
        name = _name_place(wire)
        own = by_owner.setdefault(wire.owner, [])
        bundle = next((each for each in own if name is not None and each.takes(wire, name)), None)
        if bundle is None:
            bundle = _Growing()
            growing.append(bundle)
            if name is not None:
                own.append(bundle)
        middle = (wire.home + wire.away - wire.name) / 2
        place = middle if name is None else name
        bundle.add(index, wire, max(0.0, min(place, width - wire.name)))
    return [each.done() for each in growing]


def arc_lanes(bundles: Sequence[Bundle], spans: Sequence[Span], lanes: Sequence[int]) -> list[int]:
    """Return the lane of each bundle: above every mention it passes, overlapping no other."""
    taken: dict[int, list[Bundle]] = {}
    result = [0] * len(bundles)
    for index in sorted(range(len(bundles)), key=lambda i: bundles[i].right - bundles[i].left):
        bundle = bundles[index]
        below = [lane for span, lane in zip(spans, lanes, strict=True) if _collide(span, bundle)]
        number = max(below, default=-1) + 1
        while any(_collide(bundle, each) for each in taken.get(number, ())):
            number += 1
        taken.setdefault(number, []).append(bundle)
        result[index] = number
    return result


class _Growing:
    """A bundle being put together."""

    def __init__(self) -> None:
        self._wires: list[tuple[int, Wire, float]] = []

    def takes(self, wire: Wire, name: float) -> bool:
        """Return whether `wire` may join with its name at `name`."""
        for _, other, place in self._wires:
            apart = name + wire.name + GAP <= place or place + other.name + GAP <= name
            crossed = name - GAP < other.away < name + wire.name + GAP
            crosses = place - GAP < wire.away < place + other.name + GAP
            if not apart or (crossed and not other.open) or (crosses and not wire.open):
                return False
        return True

    def add(self, index: int, wire: Wire, name: float) -> None:
        self._wires.append((index, wire, name))

    def done(self) -> Bundle:
        return Bundle(
            min(min(wire.home, wire.away, name) for _, wire, name in self._wires),
            max(max(wire.home, wire.away, name + wire.name) for _, wire, name in self._wires),
            tuple(index for index, _, _ in self._wires),
            tuple(name for _, _, name in self._wires),
        )


def _name_place(wire: Wire) -> float | None:
    """Return where the wire's name begins if it fits between the two ends, else None."""
    if abs(wire.away - wire.home) < wire.name + 2 * _TURN:
        return None
    rightward = wire.away > wire.home
    if wire.open:
        return wire.home + _TURN if rightward else wire.home - _TURN - wire.name
    return wire.away - _TURN - wire.name if rightward else wire.away + _TURN


def _contains(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _collide(one: Span | Bundle, other: Span | Bundle) -> bool:
    return one.left < other.right + GAP and other.left < one.right + GAP
