"""What looks like a name: runs of words with capitals, by what the text itself shows."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.names import names
from annotator.language.segmentation import syllables, words


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in names(text, words(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hôm qua, ông Phạm Văn Lợi rời Huế.", ["Phạm Văn Lợi", "Huế"]),
        ("Ngày 2/7 tại TP HCM, giá tăng 5 USD.", ["TP HCM", "USD"]),
        ("Theo bà Tô Mai-Anh & Lê Hà, hết.", ["Tô Mai-Anh & Lê Hà"]),
        ("Ban Thường vụ Tỉnh ủy họp.", ["Ban Thường vụ Tỉnh ủy"]),
        ("Ông ở\nBà Rịa", ["Bà Rịa"]),
        ("Cậu Đặng tới Hoà\u00a0Bình.", ["Đặng", "Hoà\u00a0Bình"]),
        ("ĐÀ LẠT ĐÔNG KHÁCH\nHết.", []),
        ("", []),
        ("mưa. nắng", []),
    ],
)
def test_runs_of_capitals_are_names(text: str, expected: list[str]) -> None:
    assert found(text) == expected
    decomposed = normalize("NFD", text)
    assert found(decomposed) == [normalize("NFD", each) for each in expected]


def test_what_begins_a_sentence_counts_if_it_has_a_capital_elsewhere() -> None:
    assert found("Mưa lớn ở Huế. Huế ngập. Mưa tạnh.") == ["Huế", "Huế"]
    assert found('Anh nói: "Không có Mỹ." Mỹ đáp: “ Được mời.”') == ["Mỹ", "Mỹ"]
    assert found("Hội nghị dự kiến bàn về Hội nghị.") == ["Hội nghị", "Hội nghị"]


def test_what_a_sentence_begins_with_is_no_part_of_the_name_after_it() -> None:
    assert found("Còn Nam thì sao? Nay còn mưa, Nam về.") == ["Nam", "Nam"]
    assert found("Con Nam tới. Hôm sau, Nam về.") == ["Nam", "Nam"]
    assert found("Ông Nam tới Huế.") == ["Nam", "Huế"]


def test_names_side_by_side_are_parted_where_the_first_stands_alone() -> None:
    text = "Tổng thống Mỹ Donald Trump gặp ông. Sau đó ở Mỹ, Tổng thống nói."
    assert found(text)[:3] == ["Tổng thống", "Mỹ", "Donald Trump"]


@given(st.text("aAàÀđĐnN .,\n-“\"1&'"))
def test_each_begins_with_a_capital_and_lies_in_one_line_and_none_overlap(text: str) -> None:
    before = 0
    for start, end in names(text, syllables(text)):
        assert before <= start < end <= len(text)
        assert text[start].isupper()
        assert "\n" not in text[start:end]
        before = end
