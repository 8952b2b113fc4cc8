"""Filling a role by keys: the chooser, hint letters, Enter."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from annotator.model.annotation import Kind, Link
from annotator.ui.canvas.filling import hint_letters
from annotator.ui.editor import Filling
from tests.ui.canvas.acting import Hand, entity, event
from tests.ui.canvas.conftest import Begin

TEXT = "Tỉnh ủy tổ chức họp. Ông Nghiệm và bà Thu dự, sau vụ bắt giữ."
MARKS = (
    entity("T1", "ORG", TEXT, "Tỉnh ủy"),
    entity("T2", "PER", TEXT, "Nghiệm"),
    entity("T3", "PER", TEXT, "Thu"),
    event("E1", "Meeting", TEXT, "tổ chức"),
    event("E2", "Arrest", TEXT, "bắt giữ"),
)


def links(hand: Hand, id: str) -> tuple[Link, ...]:
    assert hand.editor.layer is not None
    return hand.editor.layer[id].links


@given(st.integers(0, 2000))
def test_no_hint_begins_another(count: int) -> None:
    hints = hint_letters(count)
    assert len(set(hints)) == count
    assert len({len(hint) for hint in hints}) <= 1


def test_role_is_chosen_then_filled_by_a_hint(begin: Begin) -> None:
    hand = begin(TEXT, *MARKS)
    hand.click(hand.label("E1"))
    hand.canvas.choose_role()
    hand.qtbot.keyClicks(hand.picker().field, "2")
    assert hand.editor.filling == Filling(Kind.EVENT, "E1", "Chair")
    hints = hand.stage.attention.emphasis.hints
    assert set(hints) == {"T2", "T3"}
    hand.key(hints["T3"])
    assert links(hand, "E1") == (Link("Chair", "T3"),)
    assert hand.editor.filling is None
    assert hand.stage.attention.emphasis.hints == {}
    assert hand.editor.annotations == ("E1",)


def test_an_event_fills_a_role_of_an_event(begin: Begin) -> None:
    hand = begin(TEXT, *MARKS)
    hand.editor.fill(Filling(Kind.EVENT, "E1", "Cause"))
    assert hand.stage.attention.emphasis.hints == {"E2": "a"}
    hand.key("A")
    assert links(hand, "E1") == (Link("Cause", "E2"),)


def test_what_has_no_hint_is_reached_from_mention_to_mention(begin: Begin) -> None:
    hand = begin(TEXT, *MARKS)
    hand.editor.fill(Filling(Kind.EVENT, "E1", "Chair"))
    hand.editor.select(hand.editor.stretch, ("E1",))
    hand.canvas.go_to_previous_mention()
    hand.key("Return")
    assert links(hand, "E1") == (Link("Chair", "T1"),)


def test_click_fills_too_and_chooses_what_fits(begin: Begin) -> None:
    text = "ông Nghiệm họp"
    hand = begin(
        text,
        entity("T1", "LOC", text, "Nghiệm"),
        entity("T2", "PER", text, "ông Nghiệm"),
        event("E1", "Meeting", text, "họp"),
    )
    hand.editor.fill(Filling(Kind.EVENT, "E1", "Chair"))
    hand.click(hand.before("Nghiệm"))
    assert links(hand, "E1") == (Link("Chair", "T2"),)


def test_escape_ends_filling_and_keeps_the_selection(begin: Begin) -> None:
    hand = begin(TEXT, *MARKS)
    hand.click(hand.label("E1"))
    hand.editor.fill(Filling(Kind.EVENT, "E1", "Chair"))
    hand.key("Escape")
    assert hand.editor.filling is None
    assert hand.editor.annotations == ("E1",)


def test_many_fillers_take_two_letters(begin: Begin) -> None:
    names = [f"tên{number}" for number in range(40)]
    text = f"họp {' '.join(names)}"
    people = [entity(f"T{n + 1}", "PER", text, name) for n, name in enumerate(names)]
    hand = begin(text, event("E1", "Meeting", text, "họp"), *people)
    hand.editor.fill(Filling(Kind.EVENT, "E1", "Chair"))
    hint = hand.stage.attention.emphasis.hints["T30"]
    assert len(hint) == 2
    hand.key(hint[0])
    assert hand.editor.filling is not None
    hand.key(hint[1])
    assert links(hand, "E1") == (Link("Chair", "T30"),)


def test_hint_letters_are_no_shortcuts_of_the_window(begin: Begin) -> None:
    hand = begin(TEXT, *MARKS)
    called: list[bool] = []
    for keys in ("A", "Return"):
        action = QAction(hand.canvas)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: called.append(True))
        hand.canvas.addAction(action)
    hand.editor.fill(Filling(Kind.EVENT, "E1", "Chair"))
    hand.qtbot.keyClick(hand.canvas, Qt.Key.Key_A)
    assert links(hand, "E1") == (Link("Chair", "T2"),)
    assert called == []
    hand.qtbot.keyClick(hand.canvas, Qt.Key.Key_A)
    assert called == [True]


def test_enter_and_backspace_with_another_key_are_as_ever_while_a_role_is_filled(
    begin: Begin,
) -> None:
    hand = begin(TEXT, *MARKS)
    called: list[str] = []
    for keys in ("Shift+Return", "Alt+Return", "Ctrl+Backspace"):
        action = QAction(hand.canvas)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _on, keys=keys: called.append(keys))
        hand.canvas.addAction(action)
    filling = Filling(Kind.EVENT, "E1", "Chair")
    hand.editor.select(hand.editor.stretch, ("T2",))
    hand.editor.fill(filling)
    for keys in ("Shift+Return", "Alt+Return", "Ctrl+Backspace"):
        hand.key(keys)
    assert called == ["Shift+Return", "Alt+Return", "Ctrl+Backspace"]
    assert (links(hand, "E1"), hand.editor.filling) == ((), filling)


def test_label_is_picked_as_one_types(begin: Begin) -> None:
    hand = begin(TEXT)
    hand.select("Nghiệm")
    hand.canvas.pick_label()
    picker = hand.picker()
    hand.qtbot.keyClicks(picker.field, "pe")
    hand.qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert hand.annotations() == [("PER", "Nghiệm")]
    hand.canvas.relabel()
    picker = hand.picker()
    hand.qtbot.keyClicks(picker.field, "<b>x")
    hand.qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert hand.annotations() == [("<b>x</b>", "Nghiệm")]
    hand.canvas.relabel()
    picker = hand.picker()
    hand.qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert hand.annotations() == [("<b>x</b>", "Nghiệm")], "the list is where the label is"
