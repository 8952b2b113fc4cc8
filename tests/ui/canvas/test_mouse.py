"""Selecting, resizing and joining by a real mouse."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from tests.ui.canvas.acting import entity, event, place
from tests.ui.canvas.conftest import Begin

TEXT = "Tỉnh ủy Lạng Sơn vừa tổ chức họp. Ông Hoàng Văn Nghiệm chủ trì.\nCâu sau ở đây."
ORG = entity("T1", "ORG", TEXT, "Tỉnh ủy Lạng Sơn")
LOC = entity("T2", "LOC", TEXT, "Lạng Sơn")
PER = entity("T3", "PER", TEXT, "Hoàng Văn Nghiệm")
MEETING = event("E1", "Meeting", TEXT, "tổ chức")


def test_drag_selects_whole_syllables(begin: Begin) -> None:
    hand = begin(TEXT)
    begin_at, end_at = hand.before("ạng"), hand.after("vừ")
    hand.drag(begin_at, end_at)
    assert hand.selected == "Lạng Sơn vừa"


def test_drag_passes_by_what_has_no_width_at_the_ends(begin: Begin) -> None:
    hand = begin("\ufeffLạng Sơn\u200b vừa họp.")
    hand.drag(hand.before("Lạng"), hand.after("Sơn"))
    assert hand.selected == "Lạng Sơn"
    hand.drag(hand.after("Sơn\u200b"), hand.before("Lạng"))
    assert hand.selected == "Lạng Sơn"


def test_drag_with_alt_selects_freely(begin: Begin) -> None:
    hand = begin(TEXT)
    alt = Qt.KeyboardModifier.AltModifier
    begin_at, end_at = hand.before("ạng"), hand.after("vừ")
    hand.press(begin_at, alt)
    for point in ((begin_at + end_at) / 2, end_at):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(point),
            QPointF(hand.view.mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            alt,
        )
        QApplication.sendEvent(hand.view, move)
    hand.release(end_at, alt)
    assert hand.selected == "ạng Sơn vừ"


def test_drag_backward_keeps_the_caret_where_the_pointer_is(begin: Begin) -> None:
    hand = begin(TEXT)
    hand.drag(hand.after("vừ"), hand.before("ạng"))
    assert hand.selected == "Lạng Sơn vừa"
    hand.key("Shift+Left")
    assert hand.selected == " Lạng Sơn vừa"


def test_double_click_selects_a_word_and_a_third_the_sentence(begin: Begin) -> None:
    hand = begin(TEXT)
    hand.double_click(hand.before("Lạng"))
    assert hand.selected == "Lạng"
    hand.click(hand.before("Lạng"))
    assert hand.selected == "Tỉnh ủy Lạng Sơn vừa tổ chức họp."
    hand.editor.set_words("a", [place(TEXT, "Hoàng Văn Nghiệm")])
    hand.double_click(hand.before("Văn"))
    assert hand.selected == "Hoàng Văn Nghiệm"


def test_click_on_words_goes_through_the_stack(begin: Begin) -> None:
    hand = begin(TEXT, ORG, LOC)
    point = hand.before("Lạng")
    seen: list[tuple[str, ...]] = []
    for _ in range(3):
        hand.click(point)
        seen.append(hand.editor.annotations)
    assert seen == [("T2",), ("T1",), ("T2",)]
    hand.click(hand.before("vừa"))
    assert hand.editor.annotations == ()
    assert hand.editor.stretch == Fragment(17, 17)


def test_click_on_a_label_selects_its_annotation(begin: Begin) -> None:
    hand = begin(TEXT, ORG, LOC)
    hand.click(hand.label("T1"))
    assert hand.editor.annotations == ("T1",)
    hand.click(hand.label("T2"), Qt.KeyboardModifier.ControlModifier)
    assert hand.editor.annotations == ("T1", "T2")


def test_click_below_the_text_goes_to_its_end(begin: Begin) -> None:
    hand = begin(TEXT)
    hand.click(QPoint(700, 580))
    assert hand.editor.stretch == Fragment(len(TEXT), len(TEXT))


def test_edge_of_the_mention_in_focus_is_dragged_as_one_edit(begin: Begin) -> None:
    hand = begin(TEXT, LOC)
    hand.click(hand.label("T2"))
    count = len(hand.editor.project.history("a", "lan"))
    hand.drag(hand.before("Lạng"), hand.before("ủy") + QPoint(4, 0))
    assert hand.annotations() == [("LOC", "ủy Lạng Sơn")]
    assert len(hand.editor.project.history("a", "lan")) == count + 1
    hand.drag(hand.after("Sơn"), hand.after("vừa"))
    assert hand.annotations() == [("LOC", "ủy Lạng Sơn vừa")]


def test_both_edges_of_a_narrow_letter_are_dragged(begin: Begin) -> None:
    text = "Hội i vừa họp."
    narrow = Annotation("T1", Kind.ENTITY, "LOC", (Fragment(4, 5),))
    hand = begin(text, narrow)
    hand.click(hand.label("T1"))
    hand.drag(hand.before(" vừa") - QPoint(3, 0), hand.after("vừa"))
    assert hand.annotations() == [("LOC", "i vừa")]


def test_escape_gives_a_drag_up(begin: Begin) -> None:
    hand = begin(TEXT, LOC)
    hand.click(hand.label("T2"))
    hand.press(hand.before("Lạng"))
    hand.move(hand.before("Tỉnh"))
    hand.move(hand.before("Tỉnh") + QPoint(1, 0))
    hand.key("Escape")
    hand.release(hand.before("Tỉnh"))
    assert hand.annotations() == [("LOC", "Lạng Sơn")]
    assert hand.stage.attention.draft is None


def test_drag_from_a_trigger_to_a_mention_makes_an_argument(begin: Begin) -> None:
    hand = begin(TEXT, ORG, PER, MEETING)
    hand.drag(hand.label("E1"), hand.before("Văn"))
    picker = hand.picker()
    hand.qtbot.keyClicks(picker.field, "2")
    assert hand.editor.layer is not None
    assert hand.editor.layer["E1"].links == (Link("Chair", "T3"),)
    assert hand.editor.filling is None


def test_a_role_has_the_same_digit_after_a_drag_as_by_key(begin: Begin) -> None:
    hand = begin(TEXT, PER, MEETING)

    def digits() -> dict[str, str]:
        picker = hand.picker()
        shown = {row.text: row.shortcut for row in picker.view.list.rows if not row.heading}
        hand.qtbot.keyClick(picker.field, Qt.Key.Key_Escape)
        return shown

    hand.click(hand.label("E1"))
    hand.canvas.choose_role()
    by_key = digits()
    hand.drag(hand.label("E1"), hand.label("T3"))
    assert digits() == by_key == {"Organizer": "1", "Chair": "2", "Cause": "3"}
    hand.drag(hand.label("T3"), hand.label("E1"))
    assert by_key.items() <= digits().items()


def test_roles_that_do_not_fit_come_last(begin: Begin) -> None:
    hand = begin(TEXT, PER, MEETING)
    hand.drag(hand.label("E1"), hand.label("T3"))
    picker = hand.picker()
    assert [row.text for row in picker.view.list.rows] == [
        "Chair",
        "Does not fit",
        "Organizer",
        "Cause",
    ]
    hand.qtbot.keyClick(picker.field, Qt.Key.Key_Escape)
    assert hand.editor.layer is not None
    assert hand.editor.layer["E1"].links == ()


def test_drag_from_a_mention_to_another_offers_relations(begin: Begin) -> None:
    hand = begin(TEXT, ORG, LOC)
    hand.drag(hand.label("T1"), hand.label("T2"))
    picker = hand.picker()
    shown = [row.text for row in picker.view.list.rows]
    assert shown == ["part_of", "Does not fit", "Coreference"]
    hand.qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert hand.editor.layer is not None
    assert hand.editor.layer["R1"].links == (Link("from", "T1"), Link("to", "T2"))


def test_context_menu_selects_what_is_under_the_pointer(begin: Begin) -> None:
    hand = begin(TEXT, PER)
    point = hand.before("Văn")
    asked: list[QPoint] = []
    hand.canvas.context_requested.connect(asked.append)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, hand.view.mapToGlobal(point))
    QApplication.sendEvent(hand.view, event)
    assert asked == [hand.view.mapToGlobal(point)]
    assert hand.editor.annotations == ("T3",)
