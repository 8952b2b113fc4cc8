"""The frame of an event says what fills each role, and what is wrong with it."""

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.tagset import EntityType, EventType, Role, Tagset
from annotator.ui.panels.frame import frame

TAGSET = Tagset(
    entities=(EntityType("PER"), EntityType("ORG"), EntityType("GOV", parent="ORG")),
    events=(EventType("Meeting", roles=(Role("Host", ("ORG",), min=1), Role("Chair", max=1))),),
)


def framed(*links: Link, label: str = "Meeting") -> tuple[Layer, Annotation]:
    event = Annotation("E1", Kind.EVENT, label, (Fragment(0, 1),), links)
    entities = (
        Annotation(f"T{n}", Kind.ENTITY, each, (Fragment(n, n + 1),))
        for n, each in enumerate(("PER", "ORG", "GOV"))
    )
    return Layer(Article("a", "made up"), "lan", (event, *entities)), event


def test_every_role_of_the_type_stands_in_its_order() -> None:
    slots = frame(TAGSET, *framed())
    assert [slot.role.name for slot in slots] == ["Host", "Chair"]
    assert [slot.missing for slot in slots] == [1, 0]
    assert [slot.right for slot in slots] == [False, True]


def test_a_child_of_the_asked_label_fits_and_another_does_not() -> None:
    slots = frame(TAGSET, *framed(Link("Host", "T2"), Link("Host", "T0")))
    assert [filler.fits for filler in slots[0].fillers] == [True, False]
    assert not slots[0].missing
    assert not slots[0].right


def test_fillers_above_the_most_are_told() -> None:
    slots = frame(TAGSET, *framed(Link("Chair", "T0"), Link("Chair", "T1")))
    assert slots[1].surplus == 1
    assert not slots[1].right


def test_roles_the_type_does_not_have_follow_once_each() -> None:
    slots = frame(TAGSET, *framed(Link("Odd", "T0"), Link("Host", "T1"), Link("Odd", "T1")))
    assert [slot.role.name for slot in slots] == ["Host", "Chair", "Odd"]
    assert [slot.declared for slot in slots] == [True, True, False]
    assert len(slots[2].fillers) == 2


def test_an_event_the_tagset_lacks_keeps_its_fillers() -> None:
    (slot,) = frame(TAGSET, *framed(Link("Host", "T1"), label="Unheard"))
    assert slot.role.name == "Host"
    assert not slot.right
