"""A layer finds what it holds, takes edits whole or not at all, and keeps its rules."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.layer import Layer, LayerError, position
from annotator.model.message import message
from annotator.presets import preset
from tests.model.layers import TEXT, dump, layers

LAYERS = layers(preset())


def entity(id: str, *fragments: tuple[int, int], rank: int = 0) -> Annotation:
    return Annotation(
        id, Kind.ENTITY, "PER", tuple(Fragment(*each) for each in fragments), rank=rank
    )


def event(id: str, *targets: str, rank: int = 0) -> Annotation:
    links = tuple(Link("Chair", target) for target in targets)
    return Annotation(id, Kind.EVENT, "Meeting", (), links, rank=rank)


def layer(*annotations: Annotation) -> Layer:
    return Layer(Article("a1", "x" * 1000), "lan", annotations)


def change(before: Annotation | None, after: Annotation | None, reviewer: str = "lan") -> Change:
    present = before or after
    assert present
    return Change(Address(Subject.ANNOTATION, "a1", reviewer, present.id), before, after)


def edit(*changes: Change) -> Edit:
    return Edit(message("Test"), changes)


@given(LAYERS, st.integers(0, len(TEXT)), st.integers(0, 40))
def test_what_overlaps_a_stretch_is_found(layer: Layer, start: int, length: int) -> None:
    stretch = Fragment(start, start + length)
    expected = [e for e in layer if any(f.overlaps(stretch) for f in e.fragments)]
    assert layer.overlapping(*stretch) == sorted(expected, key=position)
    assert {each.id for each in layer.at(start)} == {
        each.id for each in layer if any(f.start <= start < f.end for f in each.fragments)
    }
    lengths = [each.end - each.start for each in layer.at(start)]
    assert lengths == sorted(lengths)


@given(LAYERS)
def test_what_links_to_an_annotation_is_found(layer: Layer) -> None:
    for each in layer:
        assert layer.linking_to(each.id) == [one for one in layer if each.id in one.targets()]


def test_the_order_is_that_of_the_ranks() -> None:
    one = layer(entity("T1", (0, 1), rank=5), entity("T9", (0, 1), rank=2), event("E1", rank=3))
    assert [each.id for each in one] == ["T9", "E1", "T1"]
    assert [each.id for each in one.of_kind(Kind.ENTITY)] == ["T9", "T1"]
    assert one.next_rank == 6


def test_new_ids_follow_the_highest_ever_used() -> None:
    one = layer(entity("T7", (0, 1)), entity("T007x", (0, 1)), entity("E50", (0, 1)))
    assert one.new_id(Kind.ENTITY) == "T8"
    assert one.new_id(Kind.ENTITY, 2) == "T10"
    assert one.new_id(Kind.EVENT) == "E1"
    one.apply(edit(change(one["T7"], None)))
    assert one.new_id(Kind.ENTITY) == "T8", "an undone removal must find its id free"


@pytest.mark.parametrize(
    ("annotation", "sentence"),
    [
        (entity("T1", (5, 5)), "is empty or reversed"),
        (entity("T1", (6, 5)), "is empty or reversed"),
        (entity("T1", (-1, 5)), "lies outside the text, which has 1000 characters"),
        (entity("T1", (0, 1001)), "lies outside the text, which has 1000 characters"),
        (entity("T1", (5, 6), (1, 2)), "not sorted, or overlap"),
        (entity("T1", (1, 5), (4, 6)), "not sorted, or overlap"),
        (entity("T1", (1, 2), (9999, 99999), (3, 4)), "not sorted, or overlap"),
        (entity("T1"), "has no fragment"),
        (event("E1", "T9"), "links to T9, which does not exist"),
        (event("E1", "E1"), "links to itself"),
    ],
)
def test_what_breaks_a_rule_stays_out(annotation: Annotation, sentence: str) -> None:
    with pytest.raises(LayerError, match=sentence):
        layer(annotation)
    one = layer(entity("T0", (0, 1)))
    before = dump(one)
    with pytest.raises(LayerError, match=sentence):
        one.apply(edit(change(one["T0"], None), change(None, annotation)))
    assert dump(one) == before, "not even the first half is done"
    assert one.at(0) == [one["T0"]]


def test_an_id_stands_once() -> None:
    with pytest.raises(LayerError, match="Two annotations have the id T1"):
        layer(entity("T1", (0, 1)), entity("T1", (0, 1)))


def test_what_is_linked_to_cannot_go_alone() -> None:
    one = layer(entity("T1", (0, 1)), event("E1", "T1"))
    with pytest.raises(LayerError, match="still link to T1"):
        one.apply(edit(change(one["T1"], None)))
    one.apply(edit(change(one["T1"], None), change(one["E1"], event("E1"))))
    assert [each.id for each in one] == ["E1"]


def test_an_edit_on_another_present_is_refused() -> None:
    one = layer(entity("T1", (0, 1)))
    for stale in (
        change(entity("T1", (0, 2)), None),
        change(None, entity("T1", (0, 1))),
        change(entity("T2", (0, 1)), None),
        Change(Address(Subject.STATUS, "a1", "lan"), Status.DONE, Status.NEW),
        Change(Address(Subject.CURATED, "a1", "lan"), True, None),
    ):
        with pytest.raises(LayerError, match="changed since"):
            one.apply(edit(stale))


def test_only_changes_of_this_layer_are_made() -> None:
    one = layer()
    mention = entity("T1", (0, 1))
    one.apply(
        edit(
            change(None, mention, reviewer="an"),
            Change(Address(Subject.STATUS, "a2", "lan"), Status.NEW, Status.DONE),
            Change(Address(Subject.METADATA, "a1", "", "title"), None, "x"),
        )
    )
    assert dump(one) == dump(layer())


def test_status_and_curation_are_changed_and_taken_back() -> None:
    one = layer()
    made = edit(
        Change(Address(Subject.STATUS, "a1", "lan"), None, Status.DONE),
        Change(Address(Subject.CURATED, "a1", "lan"), None, True),
    )
    one.apply(made)
    assert (one.status, one.curated) == (Status.DONE, True)
    one.apply(made.inverse())
    assert (one.status, one.curated) == (Status.NEW, False)


def test_a_mention_over_many_buckets_is_found_in_each() -> None:
    one = layer(entity("T1", (0, 1000)), entity("T2", (10, 20), (800, 900)))
    assert [each.id for each in one.at(850)] == ["T2", "T1"]
    assert [each.id for each in one.at(500)] == ["T1"]
    assert [each.id for each in one.overlapping(890, 1000)] == ["T1", "T2"]


@given(LAYERS)
def test_a_layer_made_of_a_layer_is_the_same(layer: Layer) -> None:
    again = Layer(layer.article, layer.reviewer, _shuffled(layer), layer.status, layer.curated)
    assert dump(again) == dump(layer)


def _shuffled(layer: Layer) -> Iterator[Annotation]:
    return iter(sorted(layer, key=lambda each: each.id[::-1]))
