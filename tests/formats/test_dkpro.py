"""Attributes as features, and what is regular about annotations."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.format import Losses
from annotator.formats.losses import EVENTS
from annotator.formats.shapes import ENDS, LINKS, UNUSUAL, joined, regular
from annotator.formats.uima.dkpro import attribute_of, feature_of, label_feature, shown_value
from annotator.formats.uima.types import is_name
from annotator.model.annotation import Annotation, AttributeValue, Fragment, Kind, Link
from annotator.model.message import AnnotatorError
from tests.formats.strategies import names, values

NAMES = [
    "Tense", "Thì", "class", "self", "value", "note", "a_b", "x_41_y", "sure_boolean",
    "annotator_text_a", "annotator_origin", "ﬁ", "\u2126", "_", "9", "a.b", "𝒳", "", "\n",
]  # fmt: skip

any_name = (
    st.sampled_from(NAMES) | names | st.text(st.characters(exclude_characters="\0", codec="utf-8"))
)


@given(any_name, values)
def test_an_attribute_comes_back_from_its_feature(name: str, value: AttributeValue) -> None:
    feature = feature_of(name, value)
    assert is_name(feature)
    for written in (value, shown_value(value)):
        back = attribute_of(feature, written)
        assert back == (name, value)
        assert type(back[1]) is type(value)


@given(any_name)
def test_attributes_of_different_names_have_different_features(name: str) -> None:
    others = {feature_of(other, "x") for other in NAMES if other != name}
    assert feature_of(name, "x") not in others


@pytest.mark.parametrize(
    ("name", "value", "feature"),
    [
        ("Tense", "past", "Tense"),
        ("Thì", True, "Thì_boolean"),
        ("n", 5, "n_integer"),
        ("n", 2**31, "n_long"),
        ("n", 2**63, ""),
        ("x", 0.5, "x_double"),
        ("x", float("nan"), ""),
        ("class", "a", "annotator_text_class"),
        ("chắc chắn", False, "annotator_boolean_chắc_20_chắn"),
    ],
)
def test_names_of_features(name: str, value: AttributeValue, feature: str) -> None:
    assert feature_of(name, value) == feature


@pytest.mark.parametrize(
    ("feature", "value"),
    [
        ("sure_boolean", "maybe"),
        ("n_integer", "1.5"),
        ("n_long", "9" * 5000),
        ("x_double", "NaN"),
        ("x_double", "x"),
        ("annotator_boolean_a", 5),
        ("_boolean", "true"),
    ],
)
def test_a_value_of_another_type_keeps_the_feature_s_name(
    feature: str, value: AttributeValue
) -> None:
    assert attribute_of(feature, value) == (feature, value)


@pytest.mark.parametrize(
    ("features", "label"),
    [
        (["what"], "what"),
        (["what", "note"], "what"),
        (["what", "label"], "label"),
        (["value", "label"], "label"),
        (["what", "how"], ""),
        (["note"], ""),
    ],
)
def test_which_feature_is_the_label(features: list[str], label: str) -> None:
    assert label_feature("webanno.custom.X", features) == label


def entity(id: str, *links: Link) -> Annotation:
    return Annotation(id, Kind.ENTITY, "X", (Fragment(0, 1),), links)


UNUSUAL_ONES = [
    entity("T1", Link("of", "E1")),
    Annotation("E1", Kind.EVENT, "E", (), (Link("A", "T1"), Link("B", "R1"), Link("C", "D1"))),
    Annotation("R1", Kind.RELATION, "R", (Fragment(0, 1),), (Link("to", "T1"), Link("from", "E1"))),
    Annotation("R2", Kind.RELATION, "R", (), (Link("from", "T1"), Link("x", "E1"))),
    Annotation("R3", Kind.RELATION, "R", (), (Link("from", "R2"), Link("to", "T1"))),
    Annotation("R4", Kind.RELATION, "R", (), (Link("from", "D1"), Link("to", "T1"))),
    Annotation("C1", Kind.CLUSTER, "C", (), (Link("member", "T1"), Link("head", "T1"))),
    Annotation("D1", Kind.DOCUMENT, "D", (Fragment(0, 1),), (Link("of", "T1"),)),
]


def test_what_kinds_have_no_place_for_is_counted() -> None:
    losses = Losses()
    found = {each.id: each for each in regular(UNUSUAL_ONES, losses)}
    assert losses == {UNUSUAL: 5, LINKS: 2, ENDS: 3}
    assert list(found) == ["T1", "E1", "R1", "C1", "D1"]
    assert found["E1"].links == (Link("A", "T1"),)
    assert found["R1"].links == (Link("from", "E1"), Link("to", "T1"))
    assert found["C1"].links == (Link("member", "T1"),)
    assert not any(found[id].links or found[id].fragments for id in ("D1",))


def test_kinds_that_are_left_out_take_their_links_with_them() -> None:
    losses = Losses()
    kinds = frozenset(Kind) - {Kind.EVENT}
    found = regular(UNUSUAL_ONES, losses, kinds=kinds)
    assert [each.id for each in found] == ["T1", "C1", "D1"]
    assert losses == {EVENTS: 1, UNUSUAL: 4, ENDS: 4}


def test_relations_in_a_row_that_lead_nowhere_go_at_once() -> None:
    count = 50_000
    row = [
        Annotation(f"R{n}", Kind.RELATION, "R", (), (Link("from", f"R{n + 1}"), Link("to", "T1")))
        for n in range(count)
    ]
    losses = Losses()
    targets = frozenset(Kind)
    assert regular([entity("T1"), *row], losses, targets=targets) == [entity("T1")]
    assert losses == {ENDS: count}
    found = list(joined([entity("T1"), *row], str))
    assert sum(isinstance(each, AnnotatorError) for each in found) == count
    assert found[-1] == entity("T1")


def test_links_that_lead_nowhere_are_named() -> None:
    event = Annotation(
        "E1", Kind.EVENT, "E", (), (Link("A", "T1"), Link("B", "T9"), Link("C", "E1"))
    )
    found = list(joined([entity("T1"), event], "line of {}".format))
    reason = "was left out: it leads to no other annotation that was read."
    assert [str(each) for each in found if isinstance(each, AnnotatorError)] == [
        f"line of E1: “B” of E {reason}",
        f"line of E1: “C” of E {reason}",
    ]
    kept = [each for each in found if isinstance(each, Annotation)]
    assert kept == [entity("T1"), replace(event, links=(Link("A", "T1"),))]
