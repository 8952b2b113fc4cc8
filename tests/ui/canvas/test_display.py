"""What is drawn on which line: pieces, lanes and arcs, from a layer alone."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.tagset import EntityType, EventType, RelationType, Role, Tagset
from annotator.ui.canvas.display import display_of
from annotator.ui.canvas.marks import Arc, LineDisplay, Sight
from tests.ui.canvas.places import Grid, measure

TAGSET = Tagset(
    entities=(EntityType("PER"), EntityType("ORG")),
    events=(EventType("Meeting", roles=(Role("Chair"), Role("Place"))),),
    relations=(RelationType("part_of"), RelationType("knows", symmetric=True)),
)


def entity(id: str, *stretches: tuple[int, int], label: str = "PER") -> Annotation:
    return Annotation(id, Kind.ENTITY, label, tuple(Fragment(*each) for each in stretches))


def event(id: str, stretch: tuple[int, int], *links: tuple[str, str]) -> Annotation:
    arguments = tuple(Link(*each) for each in links)
    return Annotation(id, Kind.EVENT, "Meeting", (Fragment(*stretch),), arguments)


def shown(
    *annotations: Annotation, grid: Grid, length: int = 200, arcs: bool = True, chips: bool = True
) -> list[LineDisplay]:
    layer = Layer(Article("a", "x" * length), "lan", annotations)
    return display_of(grid, Sight(layer, TAGSET, chips, arcs), measure)


def arcs_by_line(lines: list[LineDisplay]) -> list[list[tuple[str, str, tuple[str, ...]]]]:
    return [[(arc.name.text, arc.source, arc.targets) for arc in line.arcs] for line in lines]


def test_a_mention_over_two_lines_is_labelled_on_both() -> None:
    first, second = shown(entity("T1", (15, 25)), grid=Grid(40, 20))
    assert [(p.chip and p.chip.text, p.opens, p.closes) for p in first.pieces] == [
        ("PER", True, False)
    ]
    assert [(p.chip and p.chip.text, p.opens, p.closes) for p in second.pieces] == [
        ("…PER", False, True)
    ]
    assert first.pieces[0].boxes == ((150, 200),)
    assert second.pieces[0].boxes == ((0, 50),)


def test_parts_of_a_discontinuous_mention_are_one_piece_that_reaches_over_the_gap() -> None:
    (line,) = shown(entity("T1", (0, 3), (10, 12)), entity("T2", (4, 6)), grid=Grid(20, 20))
    by_id = {piece.annotation.id: piece for piece in line.pieces}
    assert by_id["T1"].boxes == ((0, 30), (100, 120))
    assert by_id["T1"].reach == (0, 120)
    assert by_id["T1"].lane > by_id["T2"].lane


def test_labels_stay_inside_the_line() -> None:
    (line,) = shown(entity("T1", (19, 20), label="EVENT-NAME"), grid=Grid(20, 20))
    chip = line.pieces[0].chip
    assert chip is not None
    assert chip.right == 200


def test_underlines_have_neither_labels_nor_arcs() -> None:
    marks = (event("E1", (0, 3), ("Chair", "T1")), entity("T1", (8, 12)))
    (line,) = shown(*marks, grid=Grid(20, 20), arcs=False, chips=False)
    assert line.arcs == []
    assert [piece.chip for piece in line.pieces] == [None, None]


def test_what_the_tagset_does_not_know_is_a_problem() -> None:
    (line,) = shown(entity("T1", (0, 3), label="<b>x</b>"), entity("T2", (5, 8)), grid=Grid(20, 20))
    assert [piece.problem for piece in line.pieces] == [True, False]
    assert line.pieces[0].chip is not None
    assert line.pieces[0].chip.text == "<b>x</b>"


def test_an_arc_goes_from_the_event_to_its_argument() -> None:
    marks = (event("E1", (0, 3), ("Chair", "T1")), entity("T1", (12, 16)))
    (line,) = shown(*marks, grid=Grid(20, 20))
    (arc,) = line.arcs
    assert (arc.source, arc.targets, arc.points) == ("E1", ("T1",), True)
    assert 0 < arc.home.x < 60
    assert 120 < arc.away.x < 160
    assert arc.lane > max(piece.lane for piece in line.pieces)


def test_an_arc_to_a_later_line_leaves_at_the_right_and_comes_in_at_the_left() -> None:
    marks = (event("E1", (0, 3), ("Chair", "T1")), entity("T1", (52, 56)))
    lines = shown(*marks, grid=Grid(60, 20))
    leaving, between, coming = (line.arcs for line in lines)
    assert between == []
    assert (leaving[0].away.x, leaving[0].away.lane, leaving[0].points) == (200, -1, False)
    assert (coming[0].home.x, coming[0].home.lane, coming[0].points) == (0, -1, True)
    assert coming[0].name.text == "Chair"


def test_an_arc_to_an_earlier_line_comes_in_from_its_right() -> None:
    marks = (event("E1", (52, 56), ("Chair", "T1")), entity("T1", (0, 3)))
    lines = shown(*marks, grid=Grid(60, 20))
    assert (lines[0].arcs[0].home.x, lines[0].arcs[0].points) == (200, True)
    assert (lines[2].arcs[0].away.x, lines[2].arcs[0].points) == (0, False)


def test_an_arc_to_another_paragraph_needs_no_layout_of_it() -> None:
    marks = (event("E1", (100, 103), ("Chair", "T1")), entity("T1", (0, 3)))
    (line,) = shown(*marks, grid=Grid(20, 20, start=100))
    assert [(arc.away.x, arc.away.lane) for arc in line.arcs] == [(0, -1)]


def test_arcs_that_leave_a_line_together_share_the_way() -> None:
    marks = (
        event("E1", (0, 3), ("Chair", "T1"), ("Place", "T2"), ("Chair", "T3")),
        entity("T1", (22, 25)),
        entity("T2", (30, 33)),
        entity("T3", (45, 49)),
    )
    lines = shown(*marks, grid=Grid(60, 20))
    assert arcs_by_line(lines)[0] == [("Chair · Place", "E1", ("T1", "T2", "T3"))]


def test_events_are_fillers_and_one_mention_may_fill_many_roles() -> None:
    marks = (
        event("E1", (0, 3), ("Chair", "E2"), ("Chair", "T1"), ("Place", "T1")),
        event("E2", (8, 10), ("Chair", "T1")),
        entity("T1", (14, 18)),
    )
    (line,) = shown(*marks, grid=Grid(40, 40))
    found = sorted((arc.name.text, arc.source, arc.targets) for arc in line.arcs)
    assert found == [
        ("Chair", "E1", ("E2",)),
        ("Chair", "E1", ("T1",)),
        ("Chair", "E2", ("T1",)),
        ("Place", "E1", ("T1",)),
    ]
    ends = [arc.away.x for arc in line.arcs if arc.targets == ("T1",)]
    assert len(set(ends)) == 3


def test_an_event_without_a_trigger_draws_no_arc() -> None:
    bare = Annotation("E1", Kind.EVENT, "Meeting", (), (Link("Chair", "T1"),))
    (line,) = shown(bare, entity("T1", (2, 6)), grid=Grid(20, 20))
    assert line.arcs == []


def test_relations_join_their_ends_and_point_unless_symmetric() -> None:
    ends = (Link("from", "T1"), Link("to", "T2"))
    marks = (
        entity("T1", (0, 3)),
        entity("T2", (30, 33)),
        Annotation("R1", Kind.RELATION, "part_of", (), ends),
        Annotation("R2", Kind.RELATION, "knows", (), ends),
    )
    (line,) = shown(*marks, grid=Grid(40, 40))
    assert {(arc.name.text, arc.points) for arc in line.arcs} == {
        ("part_of", True),
        ("knows", False),
    }


@st.composite
def layers(draw: st.DrawFn) -> list[Annotation]:
    stretches = st.tuples(st.integers(0, 95), st.integers(1, 30)).map(
        lambda pair: (pair[0], min(100, pair[0] + pair[1]))
    )
    count = draw(st.integers(0, 8))
    found = [entity(f"T{number + 1}", draw(stretches)) for number in range(count)]
    for number in range(draw(st.integers(0, 4))):
        targets = (
            draw(st.lists(st.sampled_from([each.id for each in found]), max_size=4))
            if found
            else []
        )
        links = [("Chair" if i % 2 else "Place", target) for i, target in enumerate(targets)]
        found.append(event(f"E{number + 1}", draw(stretches), *dict.fromkeys(links)))
    return found


@given(layers(), st.integers(8, 60))
def test_nothing_of_a_lane_overlaps_anything_else_of_it(
    annotations: list[Annotation], columns: int
) -> None:
    for line in shown(*annotations, grid=Grid(100, columns), length=100):
        boxes: list[tuple[int, float, float]] = []
        for piece in line.pieces:
            chip = piece.chip
            assert chip is not None
            left, right = min(piece.reach[0], chip.left), max(piece.reach[1], chip.right)
            boxes.append((piece.lane, left, right))
        for arc in line.arcs:
            boxes.append((arc.lane, arc.name.left, arc.name.left + arc.name.width))
            assert line.lanes > arc.lane > max(arc.home.lane, arc.away.lane)
        for i, (lane, left, right) in enumerate(boxes):
            for other_lane, other_left, other_right in boxes[:i]:
                assert lane != other_lane or right <= other_left or other_right <= left


@given(layers(), st.integers(8, 60))
def test_every_argument_is_drawn_at_both_its_ends(
    annotations: list[Annotation], columns: int
) -> None:
    arcs = [
        arc
        for line in shown(*annotations, grid=Grid(100, columns), length=100)
        for arc in line.arcs
    ]
    for annotation in annotations:
        for _, target in annotation.links:
            assert any(_ends(arc, annotation.id, target) for arc in arcs if arc.home.lane >= 0)
            assert any(_ends(arc, annotation.id, target) for arc in arcs if arc.away.lane >= 0)


def _ends(arc: Arc, source: str, target: str) -> bool:
    return arc.source == source and target in arc.targets
