"""A layer comes back from marks and arcs, and from what is said beside them, edited or not."""

from typing import Any

import pytest

from annotator.formats.json_fields import FieldError, Fields
from annotator.formats.layering import Layered, layered
from annotator.formats.marks import KEY, Arc, Mark, parts_of, place_of, unsaid
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer

TEXT = "Họp ở Lạng Sơn, họp ở Hà Nội."


def entity(id: str, start: int, end: int, **more: Any) -> Annotation:
    return Annotation(id, Kind.ENTITY, "LOC", (Fragment(start, end),), **more)


PLACE, TOWN = entity("T1", 6, 14), entity("T2", 22, 28)
MEETING = Annotation(
    "E1", Kind.EVENT, "Meeting", (Fragment(0, 3), Fragment(16, 19)), (Link("Place", "T1"),)
)
FROM_EVENT = Annotation("R1", Kind.RELATION, "in", (), (Link("from", "E1"), Link("to", "T2")))
CLUSTER = Annotation("C1", Kind.CLUSTER, "Coreference", (), (Link("member", "T1"),))
LAYER = (PLACE, TOWN, MEETING, FROM_EVENT, CLUSTER)


def taken_apart(*annotations: Annotation) -> tuple[list[Mark], list[Arc], dict[str, Any]]:
    parts = parts_of(annotations)
    numbers = {each.id: number for number, each in enumerate(parts.marked)}
    arcs = [Arc(numbers[arc.source], numbers[arc.target], arc.label) for arc in parts.arcs]
    return [Mark(*place_of(each)) for each in parts.marked], arcs, dict(unsaid(parts))


def put_together(marks: list[Mark], arcs: list[Arc], beside: dict[str, Any]) -> Layered:
    found = layered(marks, arcs, (), Fields(beside, KEY), TEXT)
    Layer(Article("a", TEXT), "lan", found.annotations)
    return found


def test_a_plain_layer_needs_nothing_beside_it() -> None:
    relation = Annotation("R1", Kind.RELATION, "in", (), (Link("from", "T1"), Link("to", "T2")))
    marks, arcs, beside = taken_apart(PLACE, TOWN, relation)
    assert beside == {}
    assert put_together(marks, arcs, beside) == ([PLACE, TOWN, relation], 0)


def test_what_marks_do_not_say_comes_back() -> None:
    marks, arcs, beside = taken_apart(*LAYER)
    assert marks[2] == Mark(0, 19, "Meeting")
    assert [arc.label for arc in arcs] == ["Place", "in"]
    found = put_together(marks, arcs, beside)
    assert found.stale == 0
    assert {each.id: each for each in found.annotations} == {each.id: each for each in LAYER}


def test_marks_that_a_tool_added_are_entities() -> None:
    marks, arcs, beside = taken_apart(*LAYER)
    found = put_together([*marks, Mark(0, 3, "New")], [*arcs, Arc(3, 0, "new")], beside)
    added = [each for each in found.annotations if each.label in ("New", "new")]
    assert [each.kind for each in added] == [Kind.ENTITY, Kind.RELATION]
    assert found.stale == 0


def test_what_belongs_to_marks_that_a_tool_removed_goes_with_them() -> None:
    _, _, beside = taken_apart(*LAYER)
    found = put_together([Mark(22, 28, "LOC"), Mark(0, 19, "Meeting")], [], beside)
    assert [(each.label, each.links) for each in found.annotations] == [
        ("LOC", ()),
        ("Meeting", ()),
    ]
    # The first place, the relation, and the cluster that had this place alone.
    assert found.stale == 3


@pytest.mark.parametrize("changed", [Mark(1, 20, "Meeting"), Mark(0, 19, "Talk")], ids=str)
def test_a_mark_that_was_moved_or_labelled_anew_is_what_it_was(changed: Mark) -> None:
    marks, arcs, beside = taken_apart(MEETING, PLACE)
    (event, place), stale = put_together([changed, marks[1]], arcs, beside)
    assert (event.kind, event.label) == (Kind.EVENT, changed.label)
    assert event.links == (Link("Place", place.id),)
    assert (event.start, event.end) == (changed.start, changed.end)
    assert stale == 0


def test_a_mark_elsewhere_keeps_nothing_of_what_another_was() -> None:
    marks, arcs, beside = taken_apart(MEETING, PLACE)
    found = put_together([Mark(22, 28, "Meeting"), marks[1]], arcs, beside)
    assert [each.kind for each in found.annotations] == [Kind.ENTITY] * 2 + [Kind.RELATION]
    assert found.stale == 1


def test_marks_at_the_same_place_keep_their_own_notes_and_arcs() -> None:
    twins = [entity("T1", 6, 14), entity("T3", 6, 14, note="this one")]
    links = (Link("from", "T3"), Link("to", "T2"))
    marks, arcs, beside = taken_apart(
        *twins, TOWN, Annotation("R1", Kind.RELATION, "in", (), links)
    )
    found = {each.id: each for each in put_together(marks, arcs, beside).annotations}
    assert found["T3"].note == "this one"
    assert found["R1"].links == links


def test_a_long_row_of_relations_to_nothing_goes_whole() -> None:
    links = [{"role": "from", "target": "T9"}, {"role": "to", "target": "T9"}]
    relations = [{"id": "R0", "label": "in", "arguments": links}]
    relations += [
        {"id": f"R{n}", "label": "in", "arguments": [{"role": "from", "target": f"R{n - 1}"}]}
        for n in range(1, 20_000)
    ]
    assert put_together([], [], {"relations": relations}) == ([], 20_000)


@pytest.mark.parametrize(
    ("beside", "sentence"),
    [
        ({"marks": 1}, "annotator/1.marks has a value of the wrong type"),
        ({"marks": [{"start": 1}]}, "annotator/1.marks[0].end is missing."),
        ({"marks": [{"start": 1, "end": True}]}, "annotator/1.marks[0].end has a value of the"),
        (
            {"marks": [{"start": 1, "end": 2, "kind": "cluster", "id": "a", "label": "b"}]},
            "annotator/1.marks[0].kind is cluster, but must be one of entity, event.",
        ),
        ({"arcs": [{"from": "T1"}]}, "annotator/1.arcs[0].to is missing."),
        ({"clusters": [{"id": "C1"}]}, "annotator/1.clusters[0].label is missing."),
        ({"mark": []}, "annotator/1.mark is not known here."),
    ],
)  # fmt: skip
def test_what_is_not_said_so_is_refused(beside: dict[str, Any], sentence: str) -> None:
    with pytest.raises(FieldError) as caught:
        layered([], [], (), Fields(beside, KEY), TEXT)
    assert str(caught.value).startswith(sentence)
