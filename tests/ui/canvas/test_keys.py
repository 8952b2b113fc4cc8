"""The caret, the selection and label keys, by real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.model.annotation import Fragment
from tests.ui.canvas.acting import entity, place
from tests.ui.canvas.conftest import Begin

TEXT = "Tỉnh ủy Lạng Sơn vừa họp.\r\nÔng Nghiệm chủ trì.\r\n\r\nHết."


def test_caret_goes_over_grapheme_clusters_and_line_breaks(begin: Begin) -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    text = f"a{family}e\u0301\r\nb"
    hand = begin(text)
    seen = [0]
    while seen[-1] < len(text):
        hand.key("Right")
        seen.append(hand.editor.stretch.end)
    assert seen == [0, 1, 1 + len(family), 3 + len(family), 5 + len(family), 6 + len(family)]
    hand.key("Left", times=2)
    assert hand.editor.stretch == Fragment(3 + len(family), 3 + len(family))


def test_shift_extends_and_a_plain_arrow_gives_up_the_selection(begin: Begin) -> None:
    hand = begin(TEXT)
    hand.key("Shift+Right", times=4)
    assert hand.selected == "Tỉnh"
    hand.key("Shift+Left")
    assert hand.selected == "Tỉn"
    hand.key("Right")
    assert hand.selected == ""


def test_control_goes_by_words_once_they_are_known(begin: Begin) -> None:
    hand = begin(TEXT)
    hand.key("Ctrl+Shift+Right")
    assert hand.selected == "Tỉnh"
    hand.editor.set_words("a", [place(TEXT, w) for w in ("Tỉnh ủy", "Lạng Sơn", "vừa")])
    hand.key("Home")
    hand.key("Ctrl+Shift+Right")
    assert hand.selected == "Tỉnh ủy"
    hand.key("Ctrl+Shift+Right")
    assert hand.selected == "Tỉnh ủy Lạng Sơn"
    hand.key("Ctrl+Left")
    assert hand.editor.stretch == Fragment(8, 8)


def test_home_and_end_keep_to_the_line_that_is_shown(begin: Begin) -> None:
    hand = begin("chữ " * 60, width=400)
    lines = hand.stage.page.block(0).lines
    assert len(lines) > 2
    hand.key("Down")
    hand.key("End")
    assert lines.line_of(hand.editor.stretch.end) == 1
    hand.key("Home")
    assert hand.editor.stretch.end == lines.bounds(1).start
    hand.key("Ctrl+End")
    assert hand.editor.stretch.end == len(hand.text)


def test_up_and_down_keep_to_where_they_began(begin: Begin) -> None:
    hand = begin("mmmmmmmmmm\ni\n\nmmmmmmmmmm")
    hand.key("Right", times=8)
    hand.key("Down", times=3)
    assert hand.editor.stretch.end == len("mmmmmmmmmm\ni\n\n") + 8
    hand.key("Up", times=3)
    assert hand.editor.stretch.end == 8


def test_copy_gives_the_exact_text(begin: Begin) -> None:
    text = "\ufeffe\u0301 và\u00a0é\r\nhết\tdòng \U0001f600"
    hand = begin(text)
    hand.canvas.select_all()
    hand.canvas.copy()
    assert bytes(QApplication.clipboard().mimeData().data("text/plain").data()).decode() == text


def test_label_key_tags_what_is_selected(begin: Begin) -> None:
    hand = begin(TEXT)
    hand.key("Shift+Right", times=7)
    hand.key("2")
    assert hand.annotations() == [("ORG", "Tỉnh ủy")]
    assert hand.editor.focused is not None
    assert hand.editor.project.layer("a", "lan")["T1"].text_in(TEXT) == "Tỉnh ủy"


def test_label_key_tags_the_word_at_the_caret(begin: Begin) -> None:
    hand = begin(TEXT)
    hand.editor.set_words("a", [place(TEXT, "Lạng Sơn")])
    hand.editor.select(Fragment(10, 10))
    hand.key("3")
    assert hand.annotations() == [("LOC", "Lạng Sơn")]


def test_label_key_tags_the_word_that_ends_at_the_caret(begin: Begin) -> None:
    hand = begin(TEXT)
    hand.key("Ctrl+Right")
    hand.key("3")
    assert hand.annotations() == [("LOC", "Tỉnh")]


@pytest.mark.parametrize(
    ("keys", "label"), [("M", "Meeting"), ("Shift+A", "Arrest"), ("!", "<b>x</b>")]
)
def test_label_keys_are_letters_signs_and_shift(begin: Begin, keys: str, label: str) -> None:
    hand = begin(TEXT)
    hand.select("vừa họp")
    if keys == "!":
        hand.qtbot.keyClicks(hand.canvas, keys)
    else:
        hand.key(keys)
    assert hand.annotations() == [(label, "vừa họp")]


def test_input_methods_are_kept_away_from_label_keys(begin: Begin) -> None:
    assert not begin(TEXT).canvas.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_mention_to_mention_passes_all_in_the_order_of_the_text(begin: Begin) -> None:
    far = "x " * 3000
    text = f"{TEXT}\n{far}cuối"
    hand = begin(
        text,
        entity("T1", "PER", text, "Nghiệm"),
        entity("T2", "ORG", text, "Tỉnh ủy Lạng Sơn"),
        entity("T3", "LOC", text, "Lạng Sơn"),
        entity("T4", "LOC", text, "cuối"),
    )
    seen: list[str] = []
    for _ in range(5):
        hand.canvas.go_to_next_mention()
        seen.append(hand.editor.annotations[0])
    assert seen == ["T2", "T3", "T1", "T4", "T4"]
    assert hand.stage.seen.contains(hand.stage.page.caret(len(text) - 2).center())
    for _ in range(4):
        hand.canvas.go_to_previous_mention()
    assert hand.editor.annotations == ("T2",)


def test_escape_selects_nothing(begin: Begin) -> None:
    hand = begin(TEXT, entity("T1", "PER", TEXT, "Nghiệm"))
    hand.canvas.go_to_next_mention()
    hand.key("Shift+Right")
    hand.editor.select(hand.editor.stretch, ("T1",))
    hand.key("Escape")
    assert (hand.selected, hand.editor.annotations) == ("", ())


def test_edges_move_by_syllables(begin: Begin) -> None:
    hand = begin(TEXT, entity("T1", "ORG", TEXT, "ủy Lạng"))
    hand.canvas.go_to_next_mention()
    hand.canvas.move_end(1)
    hand.canvas.move_start(-1)
    assert hand.annotations() == [("ORG", "Tỉnh ủy Lạng Sơn")]
    hand.canvas.move_end(-1)
    hand.canvas.move_end(-1)
    assert hand.annotations() == [("ORG", "Tỉnh ủy")]
    hand.canvas.move_start(1)
    hand.canvas.move_start(1)
    assert hand.annotations() == [("ORG", "ủy")]


def test_sentence_at_the_caret_is_selected(begin: Begin) -> None:
    text = "Một câu. Câu thứ hai đây! Hết."
    hand = begin(text)
    hand.editor.select(Fragment(12, 12))
    hand.canvas.select_sentence()
    assert hand.selected == "Câu thứ hai đây!"
