"""Each rule of a tagset, broken alone, is named with its place."""

import pytest

from annotator.model.annotation import Kind
from annotator.model.tagset import (
    Attribute,
    DocumentType,
    EntityType,
    EventType,
    RelationType,
    Role,
    Tagset,
)
from annotator.model.tagset_rules import WINDOW_KEYS, faults

PER = EntityType("PER", shortcut="1")


def event(*roles: Role) -> Tagset:
    return Tagset(entities=(PER,), events=(EventType("Meeting", roles=roles),))


@pytest.mark.parametrize(
    ("tagset", "place", "sentence"),
    [
        (Tagset(entities=(EntityType(""),)), ("", "", "label"), "name is missing"),
        (Tagset(entities=(EntityType(" A"),)), (" A", "", "label"), "begins or ends with a space"),
        (Tagset(entities=(EntityType("A\nB"),)), ("A\nB", "", "label"), "holds a line break"),
        (Tagset(entities=(PER, EntityType("PER"))), ("PER", "", "label"), "PER is declared twice"),
        (
            Tagset(entities=(PER,), events=(EventType("PER"),)),
            ("PER", "", "label"),
            "PER is declared twice",
        ),
        (
            Tagset(documents=(DocumentType("A"), DocumentType("A"))),
            ("A", "", "label"),
            "A is declared twice",
        ),
        (Tagset(entities=(EntityType("A", color="blue"),)), ("A", "", "color"), "not a color"),
        (
            Tagset(entities=(PER,), events=(EventType("E", parent="PER"),)),
            ("E", "", "parent"),
            "not a label of this kind",
        ),
        (Tagset(entities=(EntityType("A", parent="A"),)), ("A", "", "parent"), "own ancestor"),
        (
            Tagset(relations=(RelationType("r", sources=("X",)),)),
            ("r", "", "from"),
            "X is not a label of entities or events",
        ),
        (
            Tagset(relations=(RelationType("r", targets=("r",)),)),
            ("r", "", "to"),
            "r is not a label of entities or events",
        ),
        (event(Role("")), ("Meeting", "", "name"), "name is missing"),
        (event(Role("R"), Role("R")), ("Meeting", "R", "name"), "R is declared twice"),
        (event(Role("R", ("LOC",))), ("Meeting", "R", "fillers"), "LOC is not a label"),
        (event(Role("R", min=-1)), ("Meeting", "R", "min"), "can't be below 0"),
        (event(Role("R", min=2, max=1)), ("Meeting", "R", "max"), "must be at least 2"),
        (event(Role("R", max=0)), ("Meeting", "R", "max"), "must be at least 1"),
        (Tagset(attributes=(Attribute(""),)), ("", "", "name"), "name is missing"),
        (
            Tagset(attributes=(Attribute("A"), Attribute("A"))),
            ("A", "", "name"),
            "A is declared twice",
        ),
        (Tagset(attributes=(Attribute("A", ("X",)),)), ("A", "", "on"), "X is not a label"),
        (Tagset(attributes=(Attribute("A", values=()),)), ("A", "", "values"), "no value"),
        (
            Tagset(attributes=(Attribute("A", values=("a", "a")),)),
            ("A", "", "values"),
            "a stands twice",
        ),
        (
            Tagset(attributes=(Attribute("A", values=(1, 2), default=True),)),
            ("A", "", "default"),
            "True is not one of the values",
        ),
        (
            Tagset(entities=(PER,), documents=(DocumentType("D", shortcut="1"),)),
            ("D", "", "shortcut"),
            "The key 1 is taken by PER",
        ),
        *(
            (Tagset(entities=(EntityType("A", shortcut=key),)), ("A", "", "shortcut"), "window")
            for key in sorted(WINDOW_KEYS)
        ),
        *(
            (Tagset(entities=(EntityType("A", shortcut=key),)), ("A", "", "shortcut"), "can't be")
            for key in ("a", "Ctrl+A", "Shift+1", "Space", "F1", "Đ", " ", "AB")
        ),
    ],
)
def test_a_broken_rule_is_named(tagset: Tagset, place: tuple[str, str, str], sentence: str) -> None:
    [fault] = faults(tagset)
    assert (fault.name, fault.role, fault.field) == place
    assert sentence in str(fault.message)


def test_every_label_in_a_circle_is_named() -> None:
    circle = Tagset(
        entities=(
            EntityType("A", parent="B"),
            EntityType("B", parent="C"),
            EntityType("C", parent="B"),
            EntityType("D", parent="A"),
        )
    )
    assert [(each.name, each.field) for each in faults(circle)] == [
        ("B", "parent"),
        ("C", "parent"),
    ]


def test_labels_of_other_kinds_may_share_a_name() -> None:
    shared = Tagset(
        entities=(EntityType("Law"),),
        relations=(RelationType("Law"),),
        documents=(DocumentType("Law"),),
        attributes=(Attribute("Law", ("Law", "Coreference")),),
    )
    assert faults(shared) == []


def test_attributes_have_no_kind() -> None:
    [fault] = faults(Tagset(attributes=(Attribute("A", values=()),)))
    assert fault.kind is None
    [fault] = faults(Tagset(events=(EventType("E", color="x"),)))
    assert fault.kind is Kind.EVENT
