"""Finding in a text: every writing of the same letters, at its exact place."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.find import FindError, Query, SlowError, find
from annotator.language.search import exact_key
from annotator.model.annotation import Fragment

Form = Literal["NFC", "NFD"]
TONES = "\u0300\u0301\u0303\u0309\u0323"
FORMS: tuple[Form, ...] = ("NFC", "NFD")
WORDS = ("đồng", "Hòa", "hoà", "thúy", "quá", "Ậm", "nghiêng", "x", "khoẻ", "dong", "🌾", "a.b")
TEXTS = st.lists(st.sampled_from((*WORDS, " ", "\u00a0", "\n", "ý"))).map("".join)


def words(query: Query, text: str) -> list[str]:
    return [text[start:end] for start, end in find(query, text)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("dong", ["đông", "đồng", "Dong"]),
        ("đông", ["đông"]),
        ("đồng", ["đồng"]),
        ("đ", ["đ", "đ"]),
        ("ĐỒNG", ["đồng"]),
    ],
)
def test_diacritics_that_are_typed_are_respected(query: str, found: list[str]) -> None:
    assert words(Query(query), "đông, đồng; Dong") == found


def test_where_diacritics_matter_none_is_none() -> None:
    assert words(Query("dong", diacritics=True), "đông đồng dong") == ["dong"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("word", ["đồng", "Ậm", "nghiêng", "hoà", "thúy", "Ẩn"])
def test_any_form_finds_any_other_at_its_place(word: str, form: Form) -> None:
    text = f"a {unicodedata.normalize('NFC', word)}. {unicodedata.normalize('NFD', word)}b"
    first = len(unicodedata.normalize("NFC", word))
    second = len(unicodedata.normalize("NFD", word))
    assert find(Query(unicodedata.normalize(form, word)), text) == [
        Fragment(2, 2 + first),
        Fragment(4 + first, 4 + first + second),
    ]


def test_a_half_composed_letter_is_found() -> None:
    assert words(Query("ậ"), "â\u0323 a\u0302\u0323 ạ\u0302 ậ â") == [
        "â\u0323", "a\u0302\u0323", "ạ\u0302", "ậ",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "pair",
    [
        ("hòa", "hoà"), ("khỏe", "khoẻ"), ("thúy", "thuý"), ("qúa", "quá"), ("tòan", "toàn"),
        ("Ngòai", "Ngoài"), ("hùynh", "huỳnh"), ("hòăng", "hoằng"), ("họăc", "hoặc"),
        ("ngòeo", "ngoèo"), ("hòahỏan", "hoàhoản"),
    ],
)  # fmt: skip
def test_a_tone_may_stand_on_either_vowel(pair: tuple[str, str]) -> None:
    for query in pair:
        for form in FORMS:
            text = unicodedata.normalize(form, " ".join(pair))
            assert words(Query(query), text) == text.split()
            assert words(Query(query.upper(), diacritics=True), text) == text.split()


def test_another_tone_is_another_word() -> None:
    assert words(Query("toàn"), "toán tóan toan tồan") == []


@given(*map(st.sampled_from, (("h", "q", ""), "ou", "aăâeêiy", TONES, ("", "n", "i"))))
def test_what_has_the_same_key_is_found(
    onset: str, first: str, second: str, tone: str, final: str
) -> None:
    early, late = (
        f"{onset}{vowels}{final}" for vowels in (f"{first}{tone}{second}", f"{first}{second}{tone}")
    )
    assert exact_key(early) != exact_key(late) or words(Query(late), early) == [early]
    assert exact_key(early) != exact_key(late) or words(Query(early), late) == [late]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\r\n", "  \t"])
def test_any_white_space_is_the_same(space: str) -> None:
    assert words(Query("Hà Nội"), f"ở Hà{space}Nội.") == [f"Hà{space}Nội"]
    assert words(Query(f"Hà{space}Nội"), "ở Hà Nội.") == ["Hà Nội"]


def test_case_and_whole_words_are_asked_for() -> None:
    assert words(Query("Ba", case=True), "Ba ba Bay") == ["Ba", "Ba"]
    assert words(Query("ba", whole_words=True), "Ba ba Bay bá_b") == ["Ba", "ba", "bá"]


def test_where_capitals_matter_a_capital_d_finds_that_with_a_stroke() -> None:
    assert words(Query("Dong", case=True), "Đồng đồng Dong") == ["Đồng", "Dong"]
    assert words(Query("da", case=False), "Ðà (with the Icelandic letter), đà") == ["Ðà", "đà"]


@pytest.mark.parametrize("query", ["Đà", "Ðà", "đà", "ðà"])
def test_a_stroked_d_that_old_keyboards_wrote_is_the_same(query: str) -> None:
    assert words(Query(query), "Đà, Ðà, đà, ðà, dà") == ["Đà", "Ðà", "đà", "ðà"]
    assert words(Query("Đ", case=True, diacritics=True), "Ð đ ð D") == ["Ð"]


def test_a_part_of_what_is_one_sign_is_not_found() -> None:
    family = "👨\u200d👩\u200d👧"
    for part in ("👨", "👩", "👧"):
        assert words(Query(part), f"{part} {family}") == [part]
    assert words(Query("👍"), "👍 👍🏽") == ["👍"]
    assert words(Query(family), f"a {family}!") == [family]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("expression", "found"),
    [("đồng", ["đồng"]), ("đ.ng", ["đồng"]), ("[ồ-ộ]ng", ["ồng"]), (r"\p{Lu}\w+", ["Ấp", "Ẩn"])],
)
def test_an_expression_finds_every_form(expression: str, found: list[str], form: Form) -> None:
    text = unicodedata.normalize(form, "Ở Ấp, đồng sâu. Ẩn")
    assert words(Query(expression, expression=True, case=True), text) == [
        unicodedata.normalize(form, each) for each in found
    ]


def test_an_expression_takes_no_part_of_a_sign() -> None:
    text = "x👨\u200d👩\u200d👧y q\u0303"
    assert words(Query(".", expression=True), text) == [
        "x", "👨\u200d👩\u200d👧", "y", " ", "q\u0303",
    ]  # fmt: skip


def test_lines_end_where_they_do_in_every_file() -> None:
    for end in ("\n", "\r\n"):
        text = f"một{end}hai ba{end}"
        assert words(Query(r"^\w+$", expression=True), text) == ["một"]
        assert words(Query(r"ba$", expression=True), text) == ["ba"]
        assert words(Query(r"một\nhai", expression=True), text) == [f"một{end}hai"]


def test_an_expression_is_searched_as_it_is() -> None:
    assert words(Query(r"\d+/\d+", expression=True), "46/2020 và 7/2") == ["46/2020", "7/2"]
    assert words(Query("x*", expression=True), "axxb") == ["xx"]
    assert words(Query(r"a.b"), "a.b acb") == ["a.b"]


def test_what_is_no_expression_is_said() -> None:
    with pytest.raises(FindError, match="no regular expression"):
        find(Query("(", expression=True), "x")


def test_an_endless_expression_is_given_up() -> None:
    with pytest.raises(SlowError, match="too long"):
        find(Query(r"(a|aa)+$", expression=True), "a" * 60 + "b", patience=0.05)


@given(TEXTS, st.sampled_from(WORDS), st.sampled_from(FORMS))
def test_what_stands_there_is_found_there(text: str, word: str, form: Form) -> None:
    text = f"{text}; {unicodedata.normalize(form, word)}; {text}"
    start = text.index("; ") + 2 if "; " not in word else 0
    wanted = Fragment(start, start + len(unicodedata.normalize(form, word)))
    assert wanted in find(Query(word), text)
    assert wanted in find(Query(word, case=True, diacritics=True, whole_words=word != "a.b"), text)
