"""Selecting words by their first letters, and tagging them without the mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from annotator.model.annotation import Fragment
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.message import message
from annotator.model.tagset import RelationType
from annotator.ui.canvas.hop import Hop
from annotator.ui.commands import add_fragment
from tests.ui.canvas.acting import Hand, entity
from tests.ui.canvas.conftest import Begin

TEXT = "Thủ tướng Nguyễn Xuân Phúc đến Hà Nội.\nTối 2/7, ông Nam hát ở Huế, Đà Nẵng."


@pytest.fixture
def hand(begin: Begin) -> Hand:
    """A hand that has pressed the key, with nothing selected and nothing typed yet."""
    hand = begin(TEXT)
    hand.canvas.hop.begin()
    return hand


def typed(hand: Hand, letters: str) -> str:
    QTest.keyClicks(hand.canvas, letters)
    return hand.selected


def is_on(hop: Hop) -> bool:
    return bool(hop.said)


def test_each_letter_selects_more(hand: Hand) -> None:
    assert typed(hand, "n") == "Nguyễn"
    assert typed(hand, "x") == "Nguyễn Xuân"
    assert typed(hand, "p") == "Nguyễn Xuân Phúc"
    assert hand.canvas.hop.said.startswith("“nxp”: 1 of 1")


def test_the_likeliest_after_the_caret_comes_first_and_the_arrows_go_on(begin: Begin) -> None:
    hand = begin(TEXT)
    hand.editor.select(Fragment(TEXT.index("ông"), TEXT.index("ông")))
    hand.canvas.hop.begin()
    assert typed(hand, "h") == "Huế"
    hand.key("Down")
    assert hand.selected == "Hà"
    hand.key("Down")
    assert hand.selected == "hát"
    assert hand.canvas.hop.said.startswith("“h”: 3 of 3")
    hand.key("Up")
    assert hand.selected == "Hà"
    assert typed(hand, "d") == "Huế, Đà"
    hand.key("Backspace")
    assert hand.selected == "Huế"


def test_letters_that_lead_nowhere_change_nothing(hand: Hand) -> None:
    typed(hand, "hn")
    assert typed(hand, "q") == "Hà Nội"
    assert hand.canvas.hop.said == "Nothing in view begins with “hnq”."
    hand.key("Down")
    assert hand.canvas.hop.said.startswith("“hn”")


def test_a_letter_that_led_nowhere_is_the_first_that_is_taken_back(hand: Hand) -> None:
    typed(hand, "hq")
    hand.key("Down")
    second = hand.selected
    assert typed(hand, "q") == second
    hand.key("Backspace")
    assert hand.selected == second
    assert hand.canvas.hop.said.startswith("“h”: 2 of 3")
    hand.key("Backspace")
    assert hand.selected == ""
    typed(hand, "q")
    hand.key("Backspace")
    assert hand.canvas.hop.said == "Type the first letters of the words to select."


def test_a_label_key_tags_a_letter_with_shift(hand: Hand) -> None:
    typed(hand, "hn")
    hand.key("3")
    assert hand.annotations() == [("LOC", "Hà Nội")]
    assert not is_on(hand.canvas.hop)
    hand.canvas.hop.begin()
    typed(hand, "dh")
    QTest.keyClick(hand.canvas, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert ("Meeting", "đến Hà") in hand.annotations()
    hand.canvas.hop.begin()
    typed(hand, "ho")
    QTest.keyClick(hand.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert ("Arrest", "hát ở") in hand.annotations()


def test_shift_and_a_letter_tag_words_where_that_is_the_key_of_a_relation(hand: Hand) -> None:
    old = hand.editor.tagset
    kin = RelationType("kin", shortcut="Shift+M")
    change = Change(Address(Subject.TAGSET), old, replace(old, relations=(kin,)))
    assert hand.editor.apply(Edit(message("Add a relation"), (change,)))
    hand.canvas.hop.begin()
    typed(hand, "dh")
    QTest.keyClick(hand.canvas, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert ("Meeting", "đến Hà") in hand.annotations()


def test_any_letter_stands_in_where_digits_are_labels(hand: Hand) -> None:
    assert typed(hand, "t**") == "Thủ tướng Nguyễn"
    hand.key("Down")
    assert hand.selected == "Tối 2/7"


def test_a_long_phrase_is_typed_by_its_ends(hand: Hand) -> None:
    assert typed(hand, "-") == ""
    assert typed(hand, "t-") == "Thủ"
    assert typed(hand, "p") == "Thủ tướng Nguyễn Xuân Phúc"
    hand.key("Backspace", 2)
    assert hand.selected == "Thủ"


def test_enter_keeps_and_escape_gives_back(begin: Begin) -> None:
    hand = begin(TEXT, entity("T1", "LOC", TEXT, "Huế"))
    hand.editor.reveal("T1")
    hand.canvas.hop.begin()
    assert typed(hand, "dn") == "Đà Nẵng"
    hand.key("Escape")
    assert hand.editor.annotations == ("T1",)
    assert not is_on(hand.canvas.hop)
    hand.canvas.hop.begin()
    typed(hand, "dn")
    hand.key("Return")
    assert hand.selected == "Đà Nẵng"
    assert not is_on(hand.canvas.hop)
    hand.key("M")
    assert ("Meeting", "Đà Nẵng") in hand.annotations()


def test_a_mention_in_focus_gets_a_second_part(begin: Begin) -> None:
    hand = begin(TEXT, entity("T1", "LOC", TEXT, "Huế"))
    hand.editor.reveal("T1")
    hand.canvas.hop.begin()
    assert typed(hand, "dn") == "Đà Nẵng"
    assert hand.editor.annotations == ("T1",)
    hand.key("Return")
    add_fragment(hand.editor)
    assert hand.annotations() == [("LOC", "Huế Đà Nẵng")]


def test_keys_of_the_window_wait_while_letters_are_typed(begin: Begin) -> None:
    hand = begin(TEXT)
    asked: list[str] = []
    for key in ("H", "N", "Return"):
        action = QAction(hand.canvas)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False, key=key: asked.append(key))
        hand.canvas.addAction(action)
    hand.canvas.hop.begin()
    hand.key("H")
    hand.key("N")
    hand.key("Return")
    assert asked == []
    assert hand.selected == "Hà Nội"
    hand.key("H")
    assert asked == ["H"]


def test_it_ends_where_something_else_is_selected(hand: Hand) -> None:
    typed(hand, "hn")
    hand.key("Shift+Right")
    assert hand.selected == "Hà Nội."
    assert not is_on(hand.canvas.hop)
    hand.canvas.hop.begin()
    hand.click(hand.before("Huế"))
    assert not is_on(hand.canvas.hop)
    hand.key("M")
    assert hand.annotations() == [("Meeting", "Huế")]


def test_it_looks_only_at_what_is_in_view(begin: Begin) -> None:
    hand = begin("Xa.\n" * 200 + "Hà Nội.")
    hand.canvas.hop.begin()
    assert typed(hand, "h") == ""
    assert hand.canvas.hop.said == "Nothing in view begins with “h”."
    hand.canvas.verticalScrollBar().setValue(hand.canvas.verticalScrollBar().maximum())
    hand.canvas.hop.begin()
    assert typed(hand, "h") == "Hà"


@pytest.mark.parametrize("keys", ["Alt+Down", "Ctrl+Return", "Alt+Return", "Shift+Return"])
def test_arrows_and_enter_with_another_key_are_for_the_window(begin: Begin, keys: str) -> None:
    hand = begin(TEXT)
    action = QAction(hand.canvas)
    action.setShortcut(keys)
    hand.canvas.addAction(action)
    hand.canvas.hop.begin()
    typed(hand, "h")
    with hand.qtbot.waitSignal(action.triggered):
        hand.key(keys)
    assert hand.selected == "Hà"


def test_a_line_more_is_selected_from_what_the_letters_found(hand: Hand) -> None:
    assert typed(hand, "xp") == "Xuân Phúc"
    hand.key("Shift+Down")
    assert hand.selected.startswith("Xuân Phúc đến Hà Nội.\n")
    assert not is_on(hand.canvas.hop)
