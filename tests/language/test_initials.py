"""First letters of syllables: every stretch of a line is found by its own, whatever its form."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from annotator.language.initials import ANY, Initials, initials, letter_of
from annotator.language.segmentation import is_word, syllables
from annotator.model.annotation import Fragment

TEXT = "Thủ tướng Nguyễn Xuân Phúc (66 tuổi), Đại sứ tại\nHà\u00a0Nội_ngày 2/7."


def found(text: str, typed: str) -> list[str]:
    return [text[start:end] for start, end in whole(text).places(typed)]


def whole(text: str) -> Initials:
    return initials(text, Fragment(0, len(text)))


def test_words_are_found_by_first_letters_across_marks() -> None:
    assert found(TEXT, "nxp") == ["Nguyễn Xuân Phúc"]
    assert found(TEXT, "ds") == ["Đại sứ"]
    assert found(TEXT, "hn") == ["Hà\u00a0Nội"]
    assert found(TEXT, "n27") == ["ngày 2/7"]
    assert found(TEXT, "p6") == ["Phúc (66"]


def test_any_stands_for_each_letter_but_for_no_end_of_a_line() -> None:
    assert found(TEXT, "n**") == ["Nguyễn Xuân Phúc", "Nội_ngày 2", "ngày 2/7"]
    assert found(TEXT, "t" + ANY) == ["Thủ tướng", "tướng Nguyễn", "tuổi), Đại"]
    assert found(TEXT, "th") == []


def test_a_gap_stands_for_what_lies_between() -> None:
    assert found(TEXT, "t-p") == ["Thủ tướng Nguyễn Xuân Phúc", "tướng Nguyễn Xuân Phúc"]
    assert found(TEXT, "nx-6-s") == ["Nguyễn Xuân Phúc (66 tuổi), Đại sứ"]
    assert found(TEXT, "nx-") == found(TEXT, "nx") == found(TEXT, "n-x")
    assert found(TEXT, "s-h") == [], "that is in another line"


def test_nothing_is_found_by_nothing() -> None:
    assert found(TEXT, "") == []
    assert found("", "a") == []


def test_what_is_likeliest_meant_comes_first() -> None:
    text = "Ông ta hát, ngoài Hà Tĩnh. Ở Hà Nội hôm nay họ tới hát nữa, hôm nay."
    known = [Fragment(*match.span()) for match in re.finditer(r"Hà \w+|hôm nay|\w+", text)]

    def likely(typed: str, caret: int = 0) -> list[str]:
        places = whole(text).likely(typed, known, caret)
        assert sorted(places) == list(whole(text).places(typed))
        return [text[start:end] for start, end in places]

    assert likely("hn") == ["Hà Nội", "hôm nay", "hát nữa", "hôm nay", "hát, ngoài"]
    first = [place.start for place in whole(text).likely("hn", known, len(text) - 15)]
    assert first[1:3] == [text.rindex("hôm nay"), text.index("hôm nay")]


def test_only_what_is_in_the_stretch_is_found() -> None:
    start = TEXT.index("Xuân")
    here = initials(TEXT, Fragment(start, TEXT.index("(")))
    assert [TEXT[s:e] for s, e in here.places("*")] == ["Xuân", "Phúc"]


@given(st.sampled_from(["NFC", "NFD"]))
def test_the_form_of_the_characters_changes_nothing(form: str) -> None:
    text = unicodedata.normalize(form, TEXT)  # pyright: ignore[reportArgumentType]
    assert whole(text).letters == whole(TEXT).letters == "ttnxp6tdst\nhnn27"


@given(st.text("aăâđĐ ôỞ7_,-\n\u0323\u00a0ﬁß👍", max_size=30), st.data())
def test_every_stretch_of_a_line_is_found_by_its_letters(text: str, data: st.DataObject) -> None:
    units = [each for each in syllables(text) if is_word(text[each.start : each.end])]
    here = whole(text)
    assert [each for each in here.syllables if each.start < each.end] == units
    if not units:
        return
    first = data.draw(st.integers(0, len(units) - 1))
    last = data.draw(st.integers(first, len(units) - 1))
    start, end = units[first].start, units[last].end
    if "\n" not in text[start:end]:
        typed = "".join(letter_of(text[each.start : each.end]) for each in units[first : last + 1])
        assert (start, end) in list(here.places(typed))
