"""Lanes of labels and arcs: nothing overlaps, and what contains stands above."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.canvas.lanes import (
    GAP,
    Bundle,
    Span,
    Wire,
    arc_lanes,
    bundles_of,
    free_place,
    mention_lanes,
)

WIDTH = 400.0


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    found: list[Span] = []
    for _ in range(draw(st.integers(0, 12))):
        start = draw(st.integers(0, 38))
        end = draw(st.integers(start + 1, 40))
        chip = draw(st.floats(10, 90))
        found.append(Span(start * 10.0, max(end * 10.0, start * 10.0 + chip), start, end))
    return found


@st.composite
def wires(draw: st.DrawFn) -> list[Wire]:
    found: list[Wire] = []
    for _ in range(draw(st.integers(0, 10))):
        home, away = draw(st.floats(0, WIDTH)), draw(st.floats(0, WIDTH))
        edge = draw(st.sampled_from(["none", "home", "away"]))
        side = draw(st.sampled_from([0.0, WIDTH]))
        owner = draw(st.sampled_from(["E1", "E2", "E3"]))
        found.append(
            Wire(
                owner,
                side if edge == "home" else home,
                side if edge == "away" else away,
                edge == "home",
                edge == "away",
                draw(st.floats(10, 120)),
            )
        )
    return found


def apart(one: Span | Bundle, other: Span | Bundle) -> bool:
    return one.right + GAP <= other.left or other.right + GAP <= one.left


@given(spans())
def test_no_two_mentions_of_a_lane_overlap(found: list[Span]) -> None:
    lanes = mention_lanes(found)
    for i, one in enumerate(found):
        for j in range(i):
            if lanes[i] == lanes[j]:
                assert apart(one, found[j])


@given(spans())
def test_what_contains_another_stands_above_it(found: list[Span]) -> None:
    lanes = mention_lanes(found)
    for i, outer in enumerate(found):
        for j, inner in enumerate(found):
            contains = outer.start <= inner.start and inner.end <= outer.end
            if contains and (outer.start, outer.end) != (inner.start, inner.end):
                assert lanes[i] > lanes[j]


@given(spans())
def test_lanes_are_filled_from_the_text_upwards(found: list[Span]) -> None:
    lanes = mention_lanes(found)
    assert set(lanes) == set(range(max(lanes, default=-1) + 1))


@given(wires(), spans())
def test_arcs_stand_above_the_mentions_they_pass_and_apart(
    found: list[Wire], below: list[Span]
) -> None:
    under = mention_lanes(below)
    bundles = bundles_of(found, WIDTH)
    lanes = arc_lanes(bundles, below, under)
    assert sorted(index for each in bundles for index in each.wires) == list(range(len(found)))
    for i, bundle in enumerate(bundles):
        assert len({found[index].owner for index in bundle.wires}) == 1
        for span, lane in zip(below, under, strict=True):
            assert apart(span, bundle) or lanes[i] > lane
        for j in range(i):
            assert lanes[i] != lanes[j] or apart(bundle, bundles[j])


@given(wires())
def test_names_of_a_bundle_stand_apart_and_inside_the_line(found: list[Wire]) -> None:
    for bundle in bundles_of(found, WIDTH):
        boxes = [
            (left, left + found[index].name)
            for index, left in zip(bundle.wires, bundle.names, strict=True)
        ]
        for number, (left, right) in enumerate(boxes):
            assert left >= 0
            assert right <= WIDTH + 1e-6
            assert bundle.left <= left
            assert right <= bundle.right + 1e-6
            for other_left, other_right in boxes[:number]:
                assert right <= other_left or other_right <= left


def test_arguments_of_one_event_share_a_lane() -> None:
    event = [Wire("E1", 100, away, False, False, 40) for away in (200, 300)]
    other = Wire("E2", 150, 250, False, False, 40)
    assert [bundle.wires for bundle in bundles_of([*event, other], WIDTH)] == [(1, 0), (2,)]


@given(
    st.floats(0, 100),
    st.floats(1, 30),
    st.lists(st.tuples(st.integers(0, 100), st.integers(1, 20)), max_size=6),
)
def test_free_place_keeps_clear_or_says_there_is_none(
    wish: float, width: float, stretches: list[tuple[int, int]]
) -> None:
    blocked = [(float(left), float(left + room)) for left, room in stretches]
    place = free_place(wish, width, 0, 100, blocked)
    starts = [x / 4 for x in range(400)]
    free = [
        x
        for x in starts
        if x + width <= 100 and all(x + width <= left or right <= x for left, right in blocked)
    ]
    if place is None:
        assert not free
        return
    assert 0 <= place <= 100 - width
    assert all(place + width <= left + 1e-6 or right <= place + 1e-6 for left, right in blocked)
    assert all(abs(place - wish) <= abs(x - wish) + 1e-6 for x in free)
