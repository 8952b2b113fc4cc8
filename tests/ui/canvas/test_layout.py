"""Where characters stand on the lines of a paragraph."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.model.offsets import next_grapheme
from annotator.ui.canvas.layout import Lines
from annotator.ui.canvas.scale import Scale

ODD = [
    "Thủ tướng gặp người dân ở Lạng Sơn",
    "e\u0301 thu\u0309 tu\u031bo\u031b\u0301ng",
    "\U0001f600 và \U0001f468\u200d\U0001f469\u200d\U0001f467 rồi \U0001f1fb\U0001f1f3 hết",
    "\ufeffđầu tệp\tcột\u00a0hai\x07",
    "a" * 300,
    " " * 120 + "P.V",
    "",
]
RIGHT_TO_LEFT = "Ông محمد بن سلمان gặp שלום עולם ở Hà Nội"


@pytest.fixture
def scale(qtbot: QtBot) -> Scale:
    return Scale(100)


@pytest.mark.parametrize("text", ODD)
def test_every_caret_place_is_found_again_at_its_point(scale: Scale, text: str) -> None:
    start = 1000
    lines = Lines(text, start, scale.text, 300)
    offset = 0
    while offset <= len(text):
        line = lines.line_of(start + offset)
        x = lines.x_of(start + offset)
        if x < lines.width:  # spaces at the end of a line stand beyond it, all in one place
            found = lines.offset_at(line, x + 0.01)
            assert found == start + offset or lines.x_of(found) == pytest.approx(x, abs=1)
        if offset == len(text):
            break
        offset = next_grapheme(text, offset)


@pytest.mark.parametrize("text", [*ODD, RIGHT_TO_LEFT])
def test_lines_hold_the_whole_text_and_fit(scale: Scale, text: str) -> None:
    lines = Lines(text, 10, scale.text, 120)
    bounds = [lines.bounds(number) for number in range(len(lines))]
    assert "".join(text[s - 10 : e - 10] for s, e in bounds) == text
    for _, left, right in lines.extents(10, 10 + len(text)):
        assert 0 <= left <= right <= 120
    assert len(lines) > 1 or len(text) < 20


@pytest.mark.parametrize("text", [ODD[0], RIGHT_TO_LEFT])
def test_the_character_under_a_point_is_the_one_that_stands_there(scale: Scale, text: str) -> None:
    lines = Lines(text, 0, scale.text, 2000)
    for offset, character in enumerate(text):
        if not character.isspace():
            ((_, left, right),) = lines.extents(offset, offset + 1)
            assert lines.character_at(0, (left + right) / 2) == offset


def test_words_of_a_right_to_left_name_stand_in_reverse(scale: Scale) -> None:
    lines = Lines(RIGHT_TO_LEFT, 0, scale.text, 2000)
    first = RIGHT_TO_LEFT.index("محمد")
    ((_, _, first_right),) = lines.extents(first, first + 4)
    last = RIGHT_TO_LEFT.index("سلمان")
    ((_, last_left, last_right),) = lines.extents(last, last + 5)
    assert last_left < last_right < first_right
    ((_, left, right),) = lines.extents(first, last + 5)
    assert (left, right) == (pytest.approx(last_left), pytest.approx(first_right))


def test_space_that_a_line_is_broken_at_is_not_shown_as_marked(scale: Scale) -> None:
    lines = Lines("một hai ba bốn", 0, scale.text, 60)
    start, end = lines.bounds(0)
    shown = lines.extents(start, end + 1)[0].right
    ((_, _, right),) = lines.extents(start, start + len("một hai ba bốn"[start:end].rstrip()))
    assert shown == right
