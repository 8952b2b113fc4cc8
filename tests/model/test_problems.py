"""What violates the tagset is named; what keeps to it is not."""

from collections.abc import Mapping

import pytest

from annotator.model.annotation import Annotation, AttributeValue, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.problems import problems, problems_of
from annotator.model.tagset import (
    COREFERENCE,
    Attribute,
    DocumentType,
    EntityType,
    EventType,
    RelationType,
    Role,
    Tagset,
)

TAGSET = Tagset(
    entities=(EntityType("ORG"), EntityType("COMPANY", parent="ORG"), EntityType("LOC")),
    events=(
        EventType(
            "Meeting",
            roles=(
                Role("Organizer", ("ORG",), min=1, max=1),
                Role("Place", ("LOC",)),
                Role("About"),
                Role("Cause", ("Meeting",)),
            ),
        ),
    ),
    relations=(
        RelationType("part_of", sources=("LOC",), targets=("LOC", "ORG")),
        RelationType("married", sources=("ORG",), targets=("LOC",), symmetric=True),
    ),
    attributes=(
        Attribute("Tense", ("Meeting",), ("past", "future")),
        Attribute("Sure", ("ORG", "LOC"), (True, False)),
        Attribute("Comment"),
    ),
    documents=(DocumentType("Politics"),),
)
ORG = Annotation("T1", Kind.ENTITY, "ORG", (Fragment(0, 2),))
COMPANY = Annotation("T2", Kind.ENTITY, "COMPANY", (Fragment(2, 4),))
LOC = Annotation("T3", Kind.ENTITY, "LOC", (Fragment(4, 6),))
CAUSE = Annotation("E9", Kind.EVENT, "Meeting", (), (Link("Organizer", "T1"),))


def found(*annotations: Annotation) -> list[tuple[str, str, str]]:
    layer = Layer(Article("a", "x" * 10), "lan", [ORG, COMPANY, LOC, CAUSE, *annotations])
    result = problems(TAGSET, layer)
    assert result == [each for one in layer for each in problems_of(TAGSET, layer, one)]
    return [(each.annotation, each.place, str(each.message)) for each in result]


def event(*links: tuple[str, str], **attributes: AttributeValue) -> Annotation:
    return Annotation(
        "E1", Kind.EVENT, "Meeting", (), tuple(Link(*link) for link in links), attributes
    )


def relation(label: str, *links: tuple[str, str]) -> Annotation:
    return Annotation("R1", Kind.RELATION, label, (), tuple(Link(*link) for link in links))


def cluster(*members: str) -> Annotation:
    links = tuple(Link("member", each) for each in members)
    return Annotation("C1", Kind.CLUSTER, COREFERENCE, (), links)


@pytest.mark.parametrize(
    "annotation",
    [
        event(("Organizer", "T1")),
        event(("Organizer", "T2"), ("Place", "T3"), ("Place", "T3"), Tense="past", Comment="any"),
        event(("Organizer", "T1"), ("Cause", "E9"), ("About", "T3"), ("About", "E9")),
        relation("part_of", ("from", "T3"), ("to", "T2")),
        relation("married", ("from", "T1"), ("to", "T3")),
        relation("married", ("from", "T3"), ("to", "T1")),
        cluster("T1", "T3"),
        Annotation("D1", Kind.DOCUMENT, "Politics"),
        Annotation("T9", Kind.ENTITY, "LOC", (Fragment(0, 1),), attributes={"Sure": True}),
    ],
)
def test_what_keeps_to_the_tagset_has_no_problem(annotation: Annotation) -> None:
    assert found(annotation) == []


@pytest.mark.parametrize(
    ("annotation", "place", "sentence"),
    [
        (
            Annotation("T9", Kind.ENTITY, "Meeting", (Fragment(0, 1),)),
            "",
            "The tagset has no such label: Meeting.",
        ),
        (Annotation("D1", Kind.DOCUMENT, "Sport"), "", "The tagset has no such label: Sport."),
        (event(), "Organizer", "Meeting needs 1 × Organizer, has 0."),
        (
            event(("Organizer", "T1"), ("Organizer", "T2")),
            "Organizer",
            "Meeting takes 1 × Organizer at most, has 2.",
        ),
        (event(("Organizer", "T3")), "Organizer", "Organizer can't be filled by LOC."),
        (
            event(("Organizer", "T1"), ("Cause", "T3")),
            "Cause",
            "Cause can't be filled by LOC.",
        ),
        (event(("Organizer", "T1"), ("Guest", "T3")), "Guest", "Meeting has no role Guest."),
        (relation("part_of", ("from", "T3")), "to", "part_of must have one end to."),
        (
            relation("part_of", ("from", "T1"), ("to", "T3")),
            "from",
            "from can't be filled by ORG.",
        ),
        (
            relation("part_of", ("from", "T3"), ("to", "T1"), ("via", "T1")),
            "via",
            "part_of has no role via.",
        ),
        (
            relation("married", ("from", "T1"), ("to", "T2")),
            "to",
            "to can't be filled by COMPANY.",
        ),
        (cluster("T1"), "member", "Coreference needs two members or more."),
    ],
)
def test_what_violates_it_is_named(annotation: Annotation, place: str, sentence: str) -> None:
    assert found(annotation) == [(annotation.id, place, sentence)]


@pytest.mark.parametrize(
    ("attributes", "place", "sentence"),
    [
        ({"Tense": "never"}, "Tense", "never is not a value of Tense."),
        ({"Sure": True}, "Sure", "Meeting has no attribute Sure."),
        ({"Tense": ""}, "Tense", " is not a value of Tense."),
    ],
)
def test_attributes_are_judged(
    attributes: Mapping[str, AttributeValue], place: str, sentence: str
) -> None:
    assert found(event(("Organizer", "T1"), **attributes)) == [("E1", place, sentence)]


def test_one_is_not_true() -> None:
    mention = Annotation("T9", Kind.ENTITY, "LOC", (Fragment(0, 1),), attributes={"Sure": 1})
    assert found(mention) == [("T9", "Sure", "1 is not a value of Sure.")]


def test_a_cluster_or_a_relation_fills_only_a_role_that_takes_anything() -> None:
    organizer = Tagset(
        entities=TAGSET.entities,
        events=TAGSET.events,
        relations=(RelationType("ORG", sources=("LOC",)),),
    )
    layer = Layer(
        Article("a", "x" * 10),
        "lan",
        [
            LOC,
            Annotation("R1", Kind.RELATION, "ORG", (), (Link("from", "T3"), Link("to", "T3"))),
            event(("Organizer", "R1"), ("About", "R1")),
        ],
    )
    assert [(each.annotation, each.place) for each in problems(organizer, layer)] == [
        ("E1", "Organizer")
    ]
