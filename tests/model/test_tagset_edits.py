"""Annotations follow the tagset, in one edit that undoes whole."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import tagset_edits
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.change import Edit, Subject
from annotator.model.layer import Layer
from annotator.model.problems import problems
from annotator.model.tagset import (
    Attribute,
    DocumentType,
    EntityType,
    EventType,
    RelationType,
    Role,
    Tagset,
)
from annotator.model.tagset_edits import Preview, preview
from annotator.model.tagset_parts import moved_label
from annotator.model.tagset_rules import LABEL_KINDS, faults
from tests.model.layers import dump, layers
from tests.model.tagsets import tagsets

TAGSET = Tagset(
    entities=(
        EntityType("ORG"),
        EntityType("PARTY", parent="ORG"),
        EntityType("LOC"),
        EntityType("GPE"),
    ),
    events=(
        EventType("Meeting", roles=(Role("Organizer", ("ORG",), min=1), Role("Place", ("LOC",)))),
        EventType("Summit", roles=(Role("Place", ("LOC", "GPE")), Role("Guest", ("ORG", "GPE")))),
    ),
    relations=(RelationType("part_of", sources=("LOC",), targets=("LOC", "GPE")),),
    attributes=(
        Attribute("Level", ("GPE", "LOC"), ("high", "low"), "high"),
        Attribute("Old", ("GPE",), (True, False)),
    ),
    documents=(DocumentType("GPE"),),
)


def layer(status: Status = Status.DONE, reviewer: str = "lan") -> Layer:
    """Two GPE, a LOC, an ORG, a Summit of them, a relation, a cluster, a label on the article."""
    spot = (Fragment(0, 1),)
    summit = (Link("Place", "T1"), Link("Guest", "T4"))
    part, members = (
        (Link("from", "T3"), Link("to", "T1")),
        (Link("member", "T2"), Link("member", "T3")),
    )
    annotations = [
        Annotation("T1", Kind.ENTITY, "GPE", spot, (), {"Level": "low", "Old": True}),
        Annotation("T2", Kind.ENTITY, "GPE", spot),
        Annotation("T3", Kind.ENTITY, "LOC", spot, (), {"Level": "low"}),
        Annotation("T4", Kind.ENTITY, "ORG", spot),
        Annotation("E1", Kind.EVENT, "Summit", (), summit),
        Annotation("R1", Kind.RELATION, "part_of", (), part),
        Annotation("C1", Kind.CLUSTER, "Coreference", (), members),
        Annotation("D1", Kind.DOCUMENT, "GPE"),
    ]
    ranked = [replace(each, rank=rank) for rank, each in enumerate(annotations)]
    return Layer(Article("a1", "x" * 9), reviewer, ranked, status)


def done(edit: Edit, on: Layer) -> tuple[Tagset, Layer]:
    """Carry the edit out, and check that it undoes whole and keeps the tagset's rules."""
    before = dump(on)
    on.apply(edit)
    after = dump(on)
    on.apply(edit.inverse())
    assert dump(on) == before
    on.apply(edit)
    assert dump(on) == after
    [first, *_] = [change for change in edit.changes if change.address.subject is Subject.TAGSET]
    assert isinstance(first.after, Tagset)
    assert faults(first.after) == []
    return first.after, on


def test_a_label_gets_another_name_wherever_it_is_named() -> None:
    one = layer()
    edit = tagset_edits.rename_label(TAGSET, Kind.ENTITY, "GPE", "PLACE", [one])
    assert str(edit.title) == "Rename the label GPE to PLACE"
    assert preview(edit) == Preview(altered=2, removed=0, articles=1, locked=0)
    tagset, after = done(edit, one)
    assert [each.label for each in tagset.entities] == ["ORG", "PARTY", "LOC", "PLACE"]
    assert tagset.events[1].roles[0].fillers == ("LOC", "PLACE")
    assert tagset.relations[0].targets == ("LOC", "PLACE")
    assert tagset.documents == TAGSET.documents, "of another kind"
    assert tagset.attributes[0].on == ("PLACE", "GPE", "LOC"), "GPE is still a document label"
    assert [after[id].label for id in ("T1", "T2", "T3", "D1")] == ["PLACE", "PLACE", "LOC", "GPE"]
    assert after["E1"].links == layer()["E1"].links


def test_a_merged_label_gives_the_other_its_annotations_and_roles() -> None:
    one = layer()
    tagset, after = done(
        tagset_edits.merge_label(TAGSET, Kind.EVENT, "Summit", "Meeting", [one]), one
    )
    assert [each.label for each in tagset.events] == ["Meeting"]
    assert [role.name for role in tagset.events[0].roles] == ["Organizer", "Place", "Guest"]
    assert after["E1"].label == "Meeting"
    tagset, after = done(tagset_edits.merge_label(tagset, Kind.ENTITY, "GPE", "LOC", [one]), one)
    assert tagset.relations[0].targets == ("LOC",)
    assert [after[id].label for id in ("T1", "T2", "T3")] == ["LOC"] * 3


def test_a_label_merged_into_one_below_it_takes_its_place() -> None:
    chain = Tagset(
        entities=(EntityType("A"), EntityType("B", parent="A"), EntityType("C", parent="B"))
    )
    edit = tagset_edits.merge_label(chain, Kind.ENTITY, "A", "C", [])
    tagset, _ = done(edit, layer())
    assert {each.label: each.parent for each in tagset.entities} == {"B": "C", "C": ""}


def test_a_deleted_label_takes_its_annotations_and_what_needs_them() -> None:
    one = layer()
    edit = tagset_edits.delete_label(TAGSET, Kind.ENTITY, "GPE", [one], keep=False)
    assert preview(edit) == Preview(altered=1, removed=4, articles=1, locked=0)
    tagset, after = done(edit, one)
    assert [each.id for each in after] == ["T3", "T4", "E1", "D1"]
    assert after["E1"].links == (Link("Guest", "T4"),)
    assert [each.label for each in tagset.entities] == ["ORG", "PARTY", "LOC"]


def test_or_leaves_them_as_problems() -> None:
    one = layer()
    edit = tagset_edits.delete_label(TAGSET, Kind.ENTITY, "GPE", [one], keep=True)
    assert preview(edit) == Preview(0, 0, 0, 0)
    tagset, after = done(edit, one)
    assert len(after) == 8
    assert {each.annotation for each in problems(tagset, after)} >= {"T1", "T2"}


def test_labels_below_a_deleted_one_come_below_the_one_above_it() -> None:
    tagset, _ = done(tagset_edits.delete_label(TAGSET, Kind.ENTITY, "ORG", [], keep=True), layer())
    party = tagset.find(Kind.ENTITY, "PARTY")
    assert party
    assert party.parent == ""


def test_an_attribute_of_a_deleted_label_alone_goes_with_it() -> None:
    only = Tagset(entities=(EntityType("A"), EntityType("B")), attributes=(Attribute("X", ("A",)),))
    tagset, _ = done(tagset_edits.delete_label(only, Kind.ENTITY, "A", [], keep=True), layer())
    assert tagset.attributes == (), "with no labels left it would belong to every one"


def test_roles_are_renamed_and_deleted_with_their_arguments() -> None:
    one = layer()
    renamed, after = done(tagset_edits.rename_role(TAGSET, "Summit", "Place", "Venue", [one]), one)
    assert after["E1"].links == (Link("Venue", "T1"), Link("Guest", "T4"))
    assert [role.name for role in renamed.events[0].roles] == ["Organizer", "Place"]
    kept, after = done(tagset_edits.delete_role(renamed, "Summit", "Venue", [one], keep=True), one)
    assert after["E1"].links == (Link("Venue", "T1"), Link("Guest", "T4"))
    gone, after = done(tagset_edits.delete_role(renamed, "Summit", "Venue", [one], keep=False), one)
    assert after["E1"].links == (Link("Guest", "T4"),)
    assert kept == gone


def test_attributes_and_their_values_are_renamed_and_deleted() -> None:
    one = layer()
    tagset, after = done(tagset_edits.rename_attribute(TAGSET, "Level", "Rank", [one]), one)
    assert list(after["T1"].attributes.items()) == [("Rank", "low"), ("Old", True)]
    tagset, after = done(tagset_edits.rename_value(tagset, "Rank", "low", "l", [one]), one)
    assert tagset.attributes[0].values == ("high", "l")
    assert after["T3"].attributes == {"Rank": "l"}
    same, after = done(tagset_edits.delete_value(tagset, "Rank", "l", [one], keep=True), one)
    assert after["T3"].attributes == {"Rank": "l"}
    tagset, after = done(tagset_edits.delete_value(tagset, "Rank", "l", [one], keep=False), one)
    assert same == tagset
    assert after["T3"].attributes == {}
    tagset, after = done(tagset_edits.delete_attribute(tagset, "Old", [one], keep=False), one)
    assert after["T1"].attributes == {}
    assert [each.name for each in tagset.attributes] == ["Rank"]


def test_the_default_follows_its_value() -> None:
    renamed, _ = done(tagset_edits.rename_value(TAGSET, "Level", "high", "h", []), layer())
    assert renamed.attributes[0].default == "h"
    without, _ = done(tagset_edits.delete_value(TAGSET, "Level", "high", [], keep=True), layer())
    assert without.attributes[0].default is None


def test_a_locked_layer_follows_and_stays_locked() -> None:
    locked, other = layer(Status.LOCKED), layer(reviewer="an")
    edit = tagset_edits.rename_label(TAGSET, Kind.ENTITY, "GPE", "PLACE", [locked, other])
    assert preview(edit) == Preview(altered=4, removed=0, articles=1, locked=1)
    _, after = done(edit, locked)
    assert after.status is Status.LOCKED
    assert after["T1"].label == "PLACE"


Operation = Callable[[Tagset, Kind, str, str, Layer], Edit]
OPERATIONS: dict[str, Operation] = {
    "rename": lambda t, kind, one, _, on: tagset_edits.rename_label(t, kind, one, "new!", [on]),
    "merge": lambda t, kind, one, other, on: tagset_edits.merge_label(t, kind, one, other, [on]),
    "delete": lambda t, kind, one, _, on: tagset_edits.delete_label(t, kind, one, [on], keep=False),
    "keep": lambda t, kind, one, _, on: tagset_edits.delete_label(t, kind, one, [on], keep=True),
}


@pytest.mark.parametrize("operation", OPERATIONS)
@given(st.data())
def test_any_tagset_keeps_its_rules_and_any_layer_comes_back(
    operation: str, data: st.DataObject
) -> None:
    tagset = data.draw(tagsets())
    kind = data.draw(st.sampled_from(LABEL_KINDS))
    labels = [each.label for each in tagset.labels(kind)]
    if len(labels) < 2:
        return
    one, other, *_ = data.draw(st.permutations(labels))
    on = data.draw(layers(tagset))
    judged = len(problems(tagset, on))
    new, after = done(OPERATIONS[operation](tagset, kind, one, other, on), on)
    assert new.find(kind, one) is None
    if operation == "rename":
        assert len(problems(new, after)) == judged
    if operation == "delete":
        assert not any(each.kind is kind and each.label == one for each in after)


@given(tagsets(), st.integers(-9, 9))
def test_a_label_moves_among_its_kind(tagset: Tagset, by: int) -> None:
    for kind in LABEL_KINDS:
        labels = [each.label for each in tagset.labels(kind)]
        for at, label in enumerate(labels):
            moved = [each.label for each in moved_label(tagset, kind, label, by).labels(kind)]
            assert moved[min(max(0, at + by), len(labels) - 1)] == label
            assert [each for each in moved if each != label] == labels[:at] + labels[at + 1 :]
