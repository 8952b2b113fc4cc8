"""Which height each label and each arc above a line of text gets. No Qt here.

Lane 0 lies on the text, lane 1 above it, and so on. Distances are pixels from the left edge.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

GAP = 4.0
"""What stays free between two things of one lane."""
TURN = 7.0
"""What an arc needs from where it turns to its name."""


class Span(NamedTuple):
    """A mention on one line: from `left` to `right` with its label; it covers `[start, end)`."""

    left: float
    right: float
    start: int
    end: int


class Wire(NamedTuple):
    """An arc on one line: from `home` (the event, or the edge it comes from) to `away`.

    `open` says that it leaves the line at `away`, `comes` that it comes in at `home`. `name` is the
    width of its name.
    """

    owner: str
    home: float
    away: float
    comes: bool
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
        below = [n for n, lane in enumerate(lanes) if any(_contains(span, each) for each in lane)]
        number = below[-1] + 1 if below else 0
        while number < len(lanes) and any(_collide(span, each) for each in lanes[number]):
            number += 1
        if number == len(lanes):
            lanes.append([])
        lanes[number].append(span)
        result[index] = number
    return result


def bundles_of(wires: Sequence[Wire], width: float) -> list[Bundle]:
    """Return the wires joined into bundles: one owner's share a lane where their names fit.

    A name stands on its arc; where the arc is too short for it, over its middle, or beside it where
    it comes from an edge. Names stay between 0 and `width`.
    """
    growing: list[_Growing] = []
    by_owner: dict[str, list[_Growing]] = {}
    for index in sorted(range(len(wires)), key=lambda i: -abs(wires[i].away - wires[i].home)):
        wire = wires[index]
        own = by_owner.setdefault(wire.owner, [])
        for bundle in own:
            place = bundle.room_for(wire)
            if place is not None:
                bundle.add(index, wire, place)
                break
        else:
            bundle = _Growing()
            bundle.add(index, wire, _alone(wire, width))
            growing.append(bundle)
            own.append(bundle)
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


def free_place(
    wish: float, width: float, low: float, high: float, blocked: Iterable[tuple[float, float]]
) -> float | None:
    """Return where something `width` wide may begin between `low` and `high`, nearest to `wish`.

    It keeps clear of the stretches `blocked`; None where there is no room.
    """
    clear = [(left - width, right) for left, right in blocked]
    places = [wish, low, high - width, *(x for pair in clear for x in pair)]
    free = [
        x
        for x in places
        if low <= x <= high - width and not any(left < x < right for left, right in clear)
    ]
    return min(free, key=lambda x: abs(x - wish), default=None)


def wished_place(wire: Wire) -> float:
    """Return where the wire's name would best begin: beside its far end, or where it sets out."""
    rightward = wire.away > wire.home
    if wire.open:
        return wire.home + TURN if rightward else wire.home - TURN - wire.name
    return wire.away - TURN - wire.name if rightward else wire.away + TURN


def reach(wire: Wire) -> tuple[float, float]:
    """Return between what the wire's name may stand so that it covers no turn."""
    low, high = sorted((wire.home, wire.away))
    return low + TURN, high - TURN


class _Growing:
    """A bundle being put together."""

    def __init__(self) -> None:
        self._wires: list[tuple[int, Wire, float]] = []

    def room_for(self, wire: Wire) -> float | None:
        """Return where the name of `wire` may begin, or None where it has no room in this lane."""
        for _, other, place in self._wires:
            if not wire.open and place - GAP < wire.away < place + other.name + GAP:
                return None
        blocked = [(p - GAP, p + other.name + GAP) for _, other, p in self._wires]
        blocked += [(w.away - GAP, w.away + GAP) for _, w, _ in self._wires if not w.open]
        return free_place(wished_place(wire), wire.name, *reach(wire), blocked)

    def add(self, index: int, wire: Wire, name: float) -> None:
        self._wires.append((index, wire, name))

    def done(self) -> Bundle:
        return Bundle(
            min(min(wire.home, wire.away, name) for _, wire, name in self._wires),
            max(max(wire.home, wire.away, name + wire.name) for _, wire, name in self._wires),
            tuple(index for index, _, _ in self._wires),
            tuple(name for _, _, name in self._wires),
        )


def _alone(wire: Wire, width: float) -> float:
    """Return where the name of a wire begins that shares its lane with no other of its owner."""
    low, high = reach(wire)
    if high - low >= wire.name:
        place = wished_place(wire)
    elif wire.comes or wire.open:
        anchor = wire.away if wire.comes else wire.home
        edge = wire.home if wire.comes else wire.away
        place = anchor + TURN if edge < anchor else anchor - TURN - wire.name
    else:
        place = (wire.home + wire.away - wire.name) / 2
    return max(0.0, min(place, width - wire.name))


def _contains(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _collide(one: Span | Bundle, other: Span | Bundle) -> bool:
    return one.left < other.right + GAP and other.left < one.right + GAP
