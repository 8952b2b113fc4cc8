"""What looks like a name: runs of words with capitals, by what the text itself shows."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.names import names
from annotator.language.segmentation import syllables, words
from annotator.model.annotation import Fragment


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Họ ở Q.Tân Phú, TP.HCM và TP. Vinh.", ["Q.Tân Phú", "TP.HCM", "TP. Vinh"]),
        ("Nay PGS.TS. Lê Hà tới Q.1, Quận 3.", ["PGS.TS", "Lê Hà", "Q.1", "Quận 3"]),
        ("Nay Kim Jong-un, H'Hen Niê ở Cư M'gar.", ["Kim Jong-un", "H'Hen Niê", "Cư M'gar"]),
        ("Vì Covid-19, đội dự SEA Games 31, thắng G20.", ["Covid-19", "SEA Games 31", "G20"]),
        ("Ông tới Huế 3 ngày, Vinh 12 km, Lào 2-0.", ["Huế", "Vinh", "Lào"]),
        ("Nay Công an huyện Củ Chi họp.", ["Công an huyện Củ Chi"]),
        ("Nay UBND thị xã Sơn Tây, thị xã Duy Tiên.", ["UBND thị xã Sơn Tây", "Duy Tiên"]),
        ("Tại tỉnh Nghệ An Phạm Văn Tuấn họp.", ["Nghệ An", "Phạm Văn Tuấn"]),
        ("Giá 5 USD. Hà về.\nGiá 5 USD. Bà nói.", ["USD", "USD"]),
    ],
)
def test_a_name_ends_where_it_does(text: str, expected: list[str]) -> None:
    assert found(text) == expected
    decomposed = normalize("NFD", text)
    assert found(decomposed) == [normalize("NFD", each) for each in expected]
    unbroken = found(text.replace(" ", "\u00a0"))
    assert [each.replace("\u00a0", " ") for each in unbroken] == expected


def test_words_joined_by_a_stroke_are_words() -> None:
    text = "Tuy_nhiên , Bộ Y_tế họp . Công_an huyện Củ_Chi và tỉnh Nghệ_An Phạm_Văn_Tuấn họp ."
    assert found(text)[0] == "Bộ Y_tế"
    assert found(text)[-2:] == ["Nghệ_An", "Phạm_Văn_Tuấn"]


@pytest.mark.parametrize(
    "text",
    [
        "- Mưa lớn\n> > Mưa lớn\n1. Mưa lớn\nb) Mưa lớn\n2/ Mưa lớn",
        "(Tin tức) - Sáng nay mưa.\nTin - Sáng 3/5 mưa.",
        "Cậu nói: Không đi. (Bài có sửa)",
        "Anh chạy. Ai cũng chạy theo anh ra bờ sông.",
    ],
)
def test_what_begins_an_item_or_follows_a_colon_has_its_capital_from_there(text: str) -> None:
    assert found(text) == []


def test_what_stands_by_itself_after_a_colon_is_a_name() -> None:
    assert found("Ảnh: Hà\nQuà (Huế), quà (Vinh, Lào)") == ["Hà", "Huế", "Vinh", "Lào"]


def test_a_foreign_word_that_begins_a_sentence_is_a_name() -> None:
    assert found("Kremlin phủ nhận. Guaido bác bỏ.") == ["Kremlin", "Guaido"]


def test_a_stroked_d_that_old_keyboards_wrote_is_of_vietnamese() -> None:
    assert found("Ðến nay mưa. Hôm qua, ở Ðà Nẵng nắng.") == ["Ðà Nẵng"]


def test_a_form_of_address_is_none_though_a_country_is_called_so() -> None:
    assert found("Anh Nam học tiếng Anh. Anh kể: lúc đó anh mệt.") == ["Nam", "Anh"]


def test_what_begins_longer_names_more_often_than_it_stands_alone_does_not_part_them() -> None:
    text = "Nay Bộ Y tế, Bộ Công an họp. Sau đó, Bộ đã đồng ý."
    assert found(text) == ["Bộ Y tế", "Bộ Công an", "Bộ"]


def test_a_word_that_was_joined_to_a_name_is_left_off_where_the_name_stands_alone() -> None:
    text = "Tình báo Mỹ quan tâm tới việc này. Hôm qua ở Mỹ, ông nói."
    units = [each for each in syllables(text) if not 9 <= each.start < 20]
    units.insert(2, Fragment(9, 20))
    assert [text[slice(*each)] for each in names(text, units)] == ["Mỹ", "Mỹ"]


@given(st.text("aAàÀđĐnN .,\n-“\"1&'"))
def test_each_begins_with_a_capital_and_lies_in_one_line_and_none_overlap(text: str) -> None:
    before = 0
    for start, end in names(text, syllables(text)):
        assert before <= start < end <= len(text)
        assert text[start].isupper()
        assert "\n" not in text[start:end]
        before = end
