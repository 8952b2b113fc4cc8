"""Text is found however it was typed; diacritics in the query are respected."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.search import exact_key, key_words, matches, search_key

vietnamese = st.text(st.sampled_from("aăâeêioôơuưyqnhgđĐÐAÔ \u00a0\u0300\u0301\u0303\u0309\u0323"))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đồng", "dong"),
        ("HOÀ", "hoa"),
        ("hòa\u00a0bình", "hoa binh"),
        (unicodedata.normalize("NFD", "Nghiệm"), "nghiem"),
        ("Straße  Ð", "strasse d"),
    ],
)
def test_search_key_folds_case_and_diacritics(text: str, key: str) -> None:
    assert search_key(text) == key


@pytest.mark.parametrize(
    ("old", "new"),
    [("hòa", "hoà"), ("KHỎE", "khoẻ"), ("Thúy", "thuý"), ("qúa", "quá"), ("Ngòai", "ngoài")],
)
def test_both_placements_of_the_tone_mark_are_one(old: str, new: str) -> None:
    assert exact_key(old) == exact_key(new) == exact_key(unicodedata.normalize("NFD", old))


def test_a_stroked_d_that_old_keyboards_wrote_is_the_same() -> None:
    assert exact_key("Ðồng ðội") == exact_key("Đồng đội") != exact_key("Dồng dội")
    assert matches("đà nẵng", "Ðà Nẵng")


def test_marks_without_end_are_folded_all_the_same() -> None:
    marks = "\u0323\u0301" * 200_000  # putting so many in order would take minutes
    key = exact_key(f"Ho{marks}a nay")
    assert key_words(search_key(f"Ho{marks}a nay")) == ["hoa", "nay"]
    assert len(key) < 50
    assert exact_key(key) == key


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("dong", "Hà Đông", True),
        ("dong", "đồng lúa", True),
        ("đông", "đồng lúa", False),
        ("đông", "HÀ ĐÔNG", True),
        ("dông", "đông", False),
        ("hoà", "hòa bình", True),
        ("hòa", "Hoàng", True),
        ("hoà", "hoa hồng", False),
        ("lan hà", "Hà Nội, Lan", True),
        ("lan hà", "Ha Noi, Lan", False),
        ("ạng", "Lạng Sơn", False),
        ("kien truc", "Kiến_trúc_sư", True),
        ("", "anything", True),
        ("?!", "anything", True),
    ],
)
def test_matches(query: str, text: str, found: bool) -> None:
    assert matches(query, text) is found
    assert matches(unicodedata.normalize("NFD", query), text) is found
    assert matches(query, unicodedata.normalize("NFD", text)) is found


@given(vietnamese | st.text())
def test_keys_are_settled_and_forms_agree(text: str) -> None:
    for key in (exact_key, search_key):
        assert key(key(text)) == key(text)
        assert key(unicodedata.normalize("NFD", text)) == key(unicodedata.normalize("NFC", text))
    assert search_key(exact_key(text)) == search_key(text)


@given(vietnamese)
def test_every_beginning_of_a_word_finds_it_without_diacritics(text: str) -> None:
    for word in key_words(search_key(text)):
        assert matches(word[: max(1, len(word) // 2)], text)
