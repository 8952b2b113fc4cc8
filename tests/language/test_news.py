"""What the layout of news says, and what it leaves open."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.news import metadata_of

SEED = Path(__file__).parents[2] / "seeds" / "000_857f181a59fcdc94.txt"
BODY = "Hội nghị bàn về việc trồng lúa ở các xã ven biển trong vụ mùa tới của tỉnh nhà."


def test_the_article_of_the_first_start() -> None:
    assert metadata_of(SEED.read_bytes().decode()) == {
        "title": "Lạng Sơn: Công tác nội chính góp phần đảm bảo an ninh chính trị, trật tự "
        "an toàn xã hội trên địa bàn",
        "published_at": "2020-07-02T14:52:00+07:00",
        "author": "P.V",
        "caption": "Quang cảnh Hội nghị",
    }


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Thứ Năm, 02/07/2020, 14:52 [GMT+7]", "2020-07-02T14:52:00+07:00"),
        ("Chủ nhật, 5/1/2020, 09:05 (GMT+7)", "2020-01-05T09:05:00+07:00"),
        ("Thứ 2 ngày 06-01-2020 - 9h05", "2020-01-06T09:05:00"),
        ("02.07.2020 14:52:07 UTC-3:30", "2020-07-02T14:52:07-03:30"),
        ("02/07/2020", "2020-07-02"),
        ("Ngày 02/07/2020, Hội nghị họp", None),
        ("31/02/2020", None),
        ("02/07/2020 25:00", None),
        ("02/07/2020 14:00 GMT+77", None),
    ],
)
def test_dates(line: str, moment: str | None) -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, f"Mùa lúa mới\n{line}\n{BODY}\n")
        found = metadata_of(text)
        assert found.get("published_at") == moment
        assert ("title" in found) == (moment is not None)


def test_two_dates_leave_a_doubt() -> None:
    assert "published_at" not in metadata_of(f"Tin\n02/07/2020\n03/07/2020\n{BODY}")


def test_a_first_line_standing_apart_is_the_title() -> None:
    assert metadata_of(f"Mùa lúa mới\n\n{BODY}") == {"title": "Mùa lúa mới"}
    assert metadata_of(f"\ufeffMùa lúa mới\r\n\r\n{BODY}\r\n") == {"title": "Mùa lúa mới"}
    assert metadata_of(f"Mùa lúa mới\n{BODY}") == {}
    assert metadata_of(f"Mùa lúa mới.\n\n{BODY}") == {}
    assert metadata_of("Mùa lúa mới\n\nKhông phải tin") == {}


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("P.V", "P.V"),
        ("PV", "PV"),
        ("Tác giả: Trần Thị Mai", "Trần Thị Mai"),
        ("\u00a0" * 40 + "Trần Thị Mai", "Trần Thị Mai"),
        ("Trần Thị Mai", None),
        (" " * 40 + "còn nữa", None),
    ],
)
def test_authors(line: str, author: str | None) -> None:
    assert metadata_of(f"{BODY}\n{BODY} Thêm.\n{line}\n.").get("author") == author


def test_captions() -> None:
    text = f"{BODY}\nẢnh một\n\n Ảnh một\n{BODY}\nẢnh hai\nẢnh hai\nHết.\nHết.\n--\n--\n"
    assert metadata_of(text) == {"caption": "Ảnh một\nẢnh hai"}


@given(st.text(st.characters() | st.sampled_from("\n \u00a00/7:2A.")))
def test_any_text_has_some_metadata_or_none(text: str) -> None:
    for value in metadata_of(text).values():
        assert value.strip()


@pytest.mark.parametrize(
    "line", ["1/1/2020" + " " * 20_000 + "x", "1/1/2020 " + "\u0323\u0301" * 200_000]
)
def test_a_long_line_is_no_date_at_once(line: str) -> None:
    assert "published_at" not in metadata_of(f"Tít\n{line}\nthân bài.\n{line}")
