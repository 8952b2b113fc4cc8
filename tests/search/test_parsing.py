"""Queries as people write them, and what is said where they can't be understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Kind
from annotator.model.message import AnnotatorError
from annotator.presets import preset
from annotator.search.completion import completions
from annotator.search.needs import Needs, needs
from annotator.search.parsing import parse
from annotator.search.query import (
    And,
    Condition,
    HasRole,
    Inside,
    Labelled,
    Not,
    Or,
    Pattern,
    Says,
    Words,
)
from annotator.search.tokens import FIELDS

LOC = Labelled(Kind.ENTITY, "LOC")


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        ("đồng bằng", Words("đồng bằng")),
        ("14:30 ở https://a.vn", Words("14:30 ở https://a.vn")),
        ("đồng*", Words("đồng", prefix=True)),
        ('"not" "a b"*', And((Words("not"), Words("a b", prefix=True)))),
        (r"/v[ụu] \/ \d+/", Pattern(r"v[ụu] / \d+")),
        ("entity:LOC", LOC),
        ("Entity:LOC AND Covid:19", And((LOC, Words("Covid:19")))),
        ('entity:"Địa danh"', Labelled(Kind.ENTITY, "Địa danh")),
        ("label:*", Labelled(None, "*")),
        ('entity:LOC text~"Bộ .*"', And((LOC, Says("text", "", "~", "Bộ .*")))),
        (
            "event:Meeting role:Place=Hà_Nội",
            And(
                (
                    Labelled(Kind.EVENT, "Meeting"),
                    HasRole("Place", Says("text", "", "=", "Hà Nội")),
                )
            ),
        ),
        ("role:Place", HasRole("Place", None)),
        ("role:Place(entity:LOC)", HasRole("Place", LOC)),
        ("entity:LOC inside event:Visit", And((LOC, Inside(Labelled(Kind.EVENT, "Visit"))))),
        ("a and b or c", Or((And((Words("a"), Words("b"))), Words("c")))),
        ("a (b or not c)", And((Words("a"), Or((Words("b"), Not(Words("c"))))))),
        ("attribute:Tense=past", Says("attribute", "Tense", "=", "past")),
        ("attribute:Tense", Says("attribute", "Tense", None, "")),
        ('meta:author="P.V"', Says("meta", "author", "=", "P.V")),
        ("by:lan status:done", And((Says("by", "", ":", "lan"), Says("status", "", ":", "done")))),
        ("relation:part_of", Labelled(Kind.RELATION, "part_of")),
    ],
)
def test_a_query_is_read(query: str, condition: Condition) -> None:
    assert parse(query) == condition


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("", "Type what to find"),
        ("  ", "Type what to find"),
        ("entiy:PER", "At 1: there is no field entiy. Known are entity, event"),
        ("(a or b", "The bracket at 1 is not closed."),
        ("a)", "At 2: no bracket is open here."),
        ("a and", "At the end something is missing"),
        ("a or or b", "At 6: a condition, or words, are missing here."),
        ('a "b', "At 3 a quotation mark is open"),
        ("entity:", "At 1: entity needs a label"),
        ("role:", "At 1: role needs a name"),
        ("text=", "At 6: a value is missing behind =."),
        ("status:ready", "At 1: the status ready is none of new, started, done, locked."),
        ("/[/", "This is no regular expression"),
        ("text~[", "This is no regular expression"),
        ("not lúa", "This only says what not to find"),
        ("inside lúa", "say what annotations these are"),
        ("?!", "At 1 there is no word to find."),
        ("(" * 500 + "a", "conditions are nested too deep"),
        ("not " * 500 + "a", "conditions are nested too deep"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(query: str, says: str) -> None:
    with pytest.raises(AnnotatorError) as caught:
        parse(query)
    assert says in str(caught.value.message)


@given(
    st.lists(
        st.sampled_from(
            ["a", "đ", '"', "(", ")", "not", "or", "and", "inside", "entity:A", "role:B", "=", "~",
             ":", "*", "/", "\\", " ", "text~", "by:", "status:done"]
        )
    ).map(" ".join)
    | st.text(max_size=30)
)  # fmt: skip
def test_any_text_is_a_query_or_is_refused_in_a_sentence(query: str) -> None:
    try:
        needs(parse(query))
    except AnnotatorError as error:
        assert 0 <= getattr(error, "at", 0) <= len(query)  # noqa: PT017 others have no place


def test_the_indexes_are_asked_for_what_every_hit_needs() -> None:
    assert needs(parse("Đồng bằng")) == Needs('"·dong·bang"')
    assert needs(parse("đồng")).words == '"dong"'
    assert needs(parse("đồng*")).words == '"dong"*'
    assert needs(parse('"đồng bằng s*"')).words == '"·dong·bang" AND "·bang·s"*'
    assert needs(parse('"a b" (c or d) not e')).words == '("·a·b") AND (("c") OR ("d"))'
    assert needs(parse("a or /b/")) == Needs()
    assert needs(parse("label:* inside event:Visit")).annotations == ((Kind.EVENT, "Visit"),)
    assert needs(parse("event:* role:Place(entity:LOC)")).annotations == (
        (Kind.EVENT, ""),
        (Kind.ENTITY, "LOC"),
    )
    assert needs(parse("entity:LOC or entity:PER")) == Needs()


def test_completions_go_on_with_the_word_before_the_cursor() -> None:
    tagset = preset()

    def words(query: str) -> list[str]:
        return [each.text for each in completions(query, len(query), tagset, ["lan", "Mai Anh"])]

    assert words("ent") == ["entity:"]
    assert "LOC" in words("entity:")
    assert words("entity:lo") == ["LOC"]
    assert words("by:m") == ['"Mai Anh"']
    assert words("status:d") == ["done"]
    assert "not" in words("a n")
    assert words('"ent') == []
    assert words("a ") == []
    assert completions("x entity:lo y", 11, tagset, ())[0][:2] == (9, 11)
    assert set(FIELDS) <= {each.removesuffix(":") for f in FIELDS for each in words(f[:1])}
