"""brat's configuration becomes a tagset and a tagset brat's configuration."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.brat.conf import tagset_of
from annotator.formats.brat.conf_writing import annotation_conf
from annotator.formats.brat.met import Met
from annotator.formats.brat.visual import kb_shortcuts_conf, visual_conf
from annotator.formats.tagset_files import tagset_text
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.tagset import (
    Attribute,
    EntityType,
    EventType,
    RelationType,
    Role,
    Tagset,
)
from annotator.model.tagset_rules import faults
from annotator.presets import preset, preset_names
from tests.formats.brat_files import entity, layer_of, written

CONF = """\
# nhãn của một dự án
[spans]
Living\t
\tPerson|human|người
\t\tReporter
\tAnimal
--------------
!Place  <NORM>:Wikipedia, <NORM>:GeoNames
\tCity

[relations]
<POG>=Person|Place
Located  Arg1:Person, Arg2:City
Located  Arg1:Animal, Arg2:<POG>|Nothing
Located  Arg1:Nothing, Arg2:Nothing
Coref    Anaphor:<ENTITY>, Antecedent:<ANY>, <REL-TYPE>:symmetric-transitive
Equiv    Arg1:Person, Arg2:Person, <REL-TYPE>:symmetric-transitive
<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
ENTITY-NESTING Arg1:Person, Arg2:City
\tWorks   Arg1:Person, Arg2:Person

[events]
Life
\tMarry   Person-Arg{2}:Person, Place-Arg?:<POG>, Time*:<ANY>, Guest{0-9}:Living|Person
\t\tDivorce <INHERIT>, Cause:<EVENT>|Animal
\tDie     Victim-Arg+:<ENTITY>
Report  Theme1:<EVENT>, Theme2?:<EVENT>, On:<RELATION>, By{2-3}:<NONE>|Person
Report  Theme1+:Person
Sue     Place:City, Place-Arg:City

[attributes]
Negation    Arg:<EVENT>
Confidence  Arg:<EVENT>|Located, Value:High|Low|High, <DEFAULT>:Low
Confidence  Arg:Person, Value:None
Any         Arg:<ANY>
Nowhere     Arg:Nothing
!Polarity   Arg:<EVENT>, Negative:✕, Positive:✓, <DEFAULT>:Positive, <GLYPH-POS>:left

[unknown]
Whatever this is
"""


def test_a_configuration_is_a_tagset() -> None:
    tagset = tagset_of(CONF, "x")
    assert faults(tagset) == []
    assert [(each.label, each.parent) for each in tagset.entities] == [
        ("Living", ""),
        ("Person", "Living"),
        ("Reporter", "Person"),
        ("Animal", "Living"),
        ("Place", ""),
        ("City", "Place"),
    ]
    assert tagset.entities[1].guideline == "human, người"
    assert tagset.relations == (
        RelationType("Located", sources=("Person", "Animal"), targets=("Person", "Place")),
        RelationType("Coref", sources=("Living", "Place"), symmetric=True),
        RelationType("Works", sources=("Person",), targets=("Person",)),
    )
    marry = (
        Role("Person", ("Person",), 2, 2),
        Role("Place", ("Person", "Place"), 0, 1),
        Role("Time"),
        Role("Guest", ("Living",), 0, 9),
    )
    assert tagset.events == (
        EventType("Life"),
        EventType("Marry", parent="Life", roles=marry),
        EventType(
            "Divorce",
            parent="Marry",
            roles=(*marry, Role("Cause", ("Life", "Report", "Sue", "Animal"), 1, 1)),
        ),
        EventType("Die", parent="Life", roles=(Role("Victim", ("Living", "Place"), 1),)),
        EventType(
            "Report",
            roles=(
                Role("Theme1", ("Life", "Report", "Sue", "Person"), 1),
                Role("Theme2", ("Life", "Report", "Sue"), 0, 1),
                Role("On", (), 0, 1),
                Role("By", ("Person",), 0, 3),
            ),
        ),
        EventType(
            "Sue", roles=(Role("Place", ("City",), 1, 1), Role("Place-Arg", ("City",), 1, 1))
        ),
    )
    events = ("Life", "Marry", "Divorce", "Die", "Report", "Sue")
    assert tagset.attributes == (
        Attribute("Negation", events, (True, False)),
        Attribute("Confidence", (*events, "Located", "Person"), ("High", "Low", "None"), "Low"),
        Attribute("Any", (), (True, False)),
        Attribute("Polarity", events, ("Negative", "Positive"), "Positive"),
        Attribute("Reference:Wikipedia", ("Place",)),
        Attribute("Reference:GeoNames", ("Place",)),
    )


def test_what_is_written_of_it_declares_the_same() -> None:
    lines = (line for line in CONF.splitlines() if not line.startswith("Report"))
    tagset = tagset_of("\n".join(lines), "x")
    again = tagset_of(annotation_conf(tagset), "y")
    entities = tuple(replace(each, guideline="") for each in tagset.entities)
    attributes = tuple(replace(each, default=None) for each in tagset.attributes)
    assert again == replace(tagset, entities=entities, attributes=attributes)


@pytest.mark.parametrize("name", preset_names())
def test_presets_go_out_and_come_back(tmp_path: Path, name: str) -> None:
    tagset = preset(name)
    text = tagset_text(tagset, "brat")
    assert "[entities]\n" in text
    again = tagset_of(text, "x")
    for kind in (Kind.ENTITY, Kind.EVENT, Kind.RELATION):
        labels = {(each.label, each.parent) for each in tagset.labels(kind)}
        assert {(each.label, each.parent) for each in again.labels(kind)} == labels
    for event in tagset.events:
        assert again.event(event.label) is not None
        roles = again.event(event.label).roles  # type: ignore[union-attr]
        assert [(each.name, each.min, each.max) for each in roles] == [
            (each.name, each.min, each.max) for each in event.roles
        ]
        for role, same in zip(event.roles, roles, strict=True):
            for filler in (*tagset.entities, *tagset.events):
                fits = tagset.may_fill(filler.label, role.fillers)
                assert again.may_fill(filler.label, same.fillers) == fits


SMALL = Tagset(
    language="vi",
    entities=(
        EntityType("ORG", {"en": "Organisation", "vi": "Tổ chức"}, "2", "#3b7dd8"),
        EntityType("Đảng viên", {}, "Shift+D", parent="ORG"),
        EntityType("<i>"),
        EntityType("#"),
        EntityType("LOC"),
    ),
    events=(
        EventType(
            "Meet",
            shortcut="M",
            color="#ff0000",
            roles=(
                Role("Who", ("ORG",), 2, None, {"vi": "Ai", "en": "Who?"}),
                Role("Where", ("LOC", "<i>"), 1, 3),
                Role("No. 1", (), 1, 4),
                Role("a:b"),
                Role("Why", ("Meet",), 3, 3),
            ),
        ),
    ),
    relations=(RelationType("in", {"en": "is|in"}, "#", "#00ff00", symmetric=True),),
    attributes=(
        Attribute("Tense", ("Meet",), ("past", "to come", 5, True), names={"vi": "Thì"}),
        Attribute("free"),
        Attribute("odd", values=("a b",)),
        Attribute("Negated", ("ORG", "in")),
        Attribute("flag", ("ORG", "in"), (True, False)),
        Attribute("Reference:Wiki", ("LOC",)),
    ),
)


def test_what_is_said_in_each_file(tmp_path: Path) -> None:
    met = Met(SMALL)
    assert annotation_conf(SMALL).split("\n") == [
        "[entities]",
        "ORG",
        "\tĐảng_viên",
        "LOC\t<NORM>:Wiki",
        "",
        "[relations]",
        "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
        "Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive",
        "in\tArg1:<ANY>, Arg2:<ANY>, <REL-TYPE>:symmetric",
        "",
        "[events]",
        ("Meet\tWho{2-99}:ORG|Đảng_viên, Where{1-3}:LOC, No._1:<ANY>, Why{3}:Meet"),
        "",
        "[attributes]",
        "Tense\tArg:Meet, Value:past|5",
        "flag\tArg:ORG|in",
        "",
    ]
    assert visual_conf(SMALL, met).split("\n") == [
        "[labels]",
        "ORG | Tổ chức",
        "Đảng_viên | Đảng viên",
        "Tense | Thì",
        "Who | Ai",
        "No._1 | No. 1",
        "",
        "[drawing]",
        "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken",
        "ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5",
        "ATTRIBUTE_DEFAULT\tglyph:*",
        "ORG\tbgColor:#3b7dd8",
        "Meet\tbgColor:#ff0000",
        "in\tcolor:#00ff00",
        "",
    ]
    assert kb_shortcuts_conf(SMALL) == "2 ORG\nM Meet\n"


def test_labels_that_were_met_are_declared_as_they_stand_in_the_lines(tmp_path: Path) -> None:
    layer = layer_of(
        "0123",
        entity("T1", "LOC", (0, 1), attributes={"free": "xa", "Reference:W": "1", "#n": "x"}),
        entity("T2", "New", (1, 2), attributes={"x": True, "y": "a b"}),
        Annotation("E1", Kind.EVENT, "Meet", (), (Link("Where", "T1"), Link("Where", "T2"))),
        Annotation("E2", Kind.EVENT, "Say", (Fragment(2, 3),), (Link("What", "E1"),)),
        Annotation("R1", Kind.RELATION, "Coref", (), (Link("Anaphor", "T1"), Link("For", "T2"))),
        Annotation("C1", Kind.CLUSTER, "Same", (), (Link("member", "T1"),)),
    )
    written(layer, tmp_path / "own", SMALL)
    conf = (tmp_path / "own" / "annotation.conf").read_text()
    assert "\nNew\n" in conf
    assert "\nCoref\tAnaphor:<ANY>, For:<ANY>\n" in conf
    assert "\nSame\tArg1:<ANY>, Arg2:<ANY>, <REL-TYPE>:symmetric-transitive\n" in conf
    assert "\nSay\tWhat*:<ANY>\n" in conf
    assert "\nfree\tArg:<ANY>, Value:xa\n" in conf
    assert "\nx\tArg:New\n" in conf
    assert "\ny\t" not in conf
    written(layer, tmp_path / "met")
    assert tagset_of((tmp_path / "met" / "annotation.conf").read_text(), "x") == Tagset(
        entities=(EntityType("LOC"), EntityType("New")),
        relations=(
            RelationType("Coref"),
            RelationType("Same", symmetric=True),
        ),
        events=(
            EventType("Meet", roles=(Role("Where"),)),
            EventType("Say", roles=(Role("What"),)),
        ),
        attributes=(
            Attribute("free", ("LOC",), ("xa",)),
            Attribute("x", ("New",), (True, False)),
            Attribute("Reference:W", ("LOC",)),
        ),
    )
    assert not (tmp_path / "met" / "visual.conf").exists()


def test_roles_are_declared_with_the_ending_that_the_lines_have(tmp_path: Path) -> None:
    layer = layer_of(
        "01",
        entity("T1", "LOC", (0, 1)),
        Annotation("E1", Kind.EVENT, "Meet", (Fragment(1, 2),), (Link("Where", "T1"),)),
    )
    layer.article.metadata["brat"] = {"suffix": "-Arg"}  # type: ignore[index]
    written(layer, tmp_path / "out", SMALL)
    conf = (tmp_path / "out" / "annotation.conf").read_text()
    assert "Meet\tWho-Arg{2-99}:ORG|Đảng_viên, Where-Arg{1-3}:LOC, No._1-Arg" in conf
    assert "Who-Arg | Ai" in (tmp_path / "out" / "visual.conf").read_text()
