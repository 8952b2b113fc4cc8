"""Suggestions in the window: accepted and refused by real clicks and drags."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.annotation import Link
from annotator.ui.commands import begin_role
from tests.ui.window.driving import Driver
from tests.ui.window.suggesting import Fixed, WithArgument
from tests.ui.window.suggestions.seeing import (
    focused,
    label_of,
    shown,
    tagged,
    wait_for,
)


def test_a_click_on_the_label_accepts_a_right_click_refuses(driver: Driver) -> None:
    view = driver.window.canvas.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=label_of(driver, "Thiệu"))
    assert tagged(driver) == [("PER", "Thiệu")]
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=label_of(driver, "Lạng Sơn"))
    assert shown(driver) == []
    assert tagged(driver) == [("PER", "Thiệu")]


def drag(driver: Driver, button: Qt.MouseButton, first: str, last: str) -> None:
    """Press `button` on the label of one suggestion and go to that of another."""
    view, begin, end = (
        driver.window.canvas.viewport(),
        label_of(driver, first),
        label_of(driver, last),
    )
    QTest.mousePress(view, button, pos=begin)
    for point in ((begin + end) / 2, end):
        move = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(point), QPointF(view.mapToGlobal(point)),
            Qt.MouseButton.NoButton, button, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(view, move)


def lit(driver: Driver) -> tuple[list[str], list[str]]:
    """Return the words that the drag would accept, and those that it would refuse."""
    draft = driver.window.canvas.stage.attention.draft
    assert draft is not None
    text = driver.text()
    return [text[s:e] for s, e in draft.swept], [text[s:e] for s, e in draft.struck]


@pytest.mark.parametrize("fixed", [Fixed(events=True)], indirect=True)
def test_a_drag_from_one_label_to_another_accepts_what_lies_between(driver: Driver) -> None:
    wait_for(driver, ("PER", "Thiệu"), ("Meeting", "chủ trì"), ("LOC", "Lạng Sơn"))
    left = Qt.MouseButton.LeftButton
    drag(driver, left, "Thiệu", "Lạng Sơn")
    assert lit(driver) == (["Thiệu", "Lạng Sơn"], []), "a trigger is of another sort"
    assert tagged(driver) == [], "nothing is done before the button is let go"
    end = label_of(driver, "Lạng Sơn")
    QTest.mouseRelease(driver.window.canvas.viewport(), left, pos=end)
    assert tagged(driver) == [("PER", "Thiệu"), ("LOC", "Lạng Sơn")]
    assert driver.window.canvas.stage.attention.draft is None
    driver.press("Ctrl+Z")
    assert tagged(driver) == [], "it was one step"


def test_a_drag_with_the_right_button_refuses_what_lies_between(driver: Driver) -> None:
    right, view = Qt.MouseButton.RightButton, driver.window.canvas.viewport()
    drag(driver, right, "Lạng Sơn", "Thiệu")
    assert lit(driver) == ([], ["Thiệu", "Lạng Sơn"])
    driver.press("Escape")
    QTest.mouseRelease(view, right, pos=label_of(driver, "Thiệu"))
    assert shown(driver) == [("PER", "Thiệu"), ("LOC", "Lạng Sơn")], "it was given up"
    drag(driver, right, "Lạng Sơn", "Thiệu")
    QTest.mouseRelease(view, right, pos=label_of(driver, "Thiệu"))
    assert (shown(driver), tagged(driver)) == ([], [])
    driver.press("Ctrl+Z")
    wait_for(driver, ("PER", "Thiệu"), ("LOC", "Lạng Sơn"))


def test_a_right_button_that_refuses_brings_no_menu(driver: Driver) -> None:
    view, asked = driver.window.canvas.viewport(), driver.window.canvas.context_requested
    point = label_of(driver, "Lạng Sơn")
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.mapToGlobal(point))
    with driver.qtbot.assertNotEmitted(asked):
        QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=point)
        QApplication.sendEvent(view, menu)  # some systems ask when the button is let go
    assert shown(driver) == [("PER", "Thiệu")]


@pytest.mark.parametrize("fixed", [Fixed(events=True)], indirect=True)
def test_a_press_with_ctrl_takes_in_all_that_are_as_certain(driver: Driver) -> None:
    wait_for(driver, ("PER", "Thiệu"), ("Meeting", "chủ trì"), ("LOC", "Lạng Sơn"))
    view, attention = driver.window.canvas.viewport(), driver.window.canvas.stage.attention
    left, ctrl = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    QTest.mousePress(view, left, ctrl, label_of(driver, "Thiệu"))
    assert lit(driver) == (["Thiệu"], []), "the other mention is less certain"
    driver.press("Escape")
    QTest.mouseRelease(view, left, ctrl, label_of(driver, "Thiệu"))
    QTest.mousePress(view, left, ctrl, label_of(driver, "Thiệu"))
    QTest.mouseRelease(view, left, ctrl, label_of(driver, "Lạng Sơn"))
    assert (tagged(driver), attention.draft) == ([], None), "it was given up, both times"
    QTest.mousePress(view, left, ctrl, label_of(driver, "Lạng Sơn"))
    assert lit(driver) == (["Thiệu", "Lạng Sơn"], []), "a trigger is of another sort"
    QTest.mouseRelease(view, left, ctrl, label_of(driver, "Lạng Sơn"))
    assert tagged(driver) == [("PER", "Thiệu"), ("LOC", "Lạng Sơn")]
    driver.press("Ctrl+Z")
    assert tagged(driver) == [], "it was one step"


@pytest.mark.parametrize("fixed", [Fixed(events=True)], indirect=True)
def test_what_an_event_brings_along_is_framed_with_it(driver: Driver) -> None:
    wait_for(driver, ("PER", "Thiệu"), ("Meeting", "chủ trì"), ("LOC", "Lạng Sơn"))
    view = driver.window.canvas.viewport()
    left, ctrl = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    QTest.mousePress(view, left, ctrl, label_of(driver, "chủ trì"))
    assert lit(driver) == (["Thiệu", "chủ trì"], [])
    QTest.mouseRelease(view, left, ctrl, label_of(driver, "chủ trì"))
    assert tagged(driver) == [("PER", "Thiệu"), ("Meeting", "chủ trì")]


def test_what_comes_while_the_button_is_down_is_not_taken_in(driver: Driver) -> None:
    view, suggestions = driver.window.canvas.viewport(), driver.window.editor.suggestions
    left, ctrl = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    QTest.mousePress(view, left, ctrl, label_of(driver, "Thiệu"))
    suggestions.show([replace(each, confidence=0.99) for each in suggestions.shown])
    QTest.mouseRelease(view, Qt.MouseButton.RightButton, ctrl, label_of(driver, "Thiệu"))
    assert tagged(driver) == [], "that is another button"
    QTest.mouseRelease(view, left, ctrl, label_of(driver, "Thiệu"))
    assert tagged(driver) == [("PER", "Thiệu")]


def test_a_press_is_given_up_where_another_article_opens(driver: Driver) -> None:
    view, attention = driver.window.canvas.viewport(), driver.window.canvas.stage.attention
    left, ctrl = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    QTest.mousePress(view, left, ctrl, label_of(driver, "Thiệu"))
    driver.press("Alt+Down")
    assert attention.draft is None


def test_a_click_on_the_words_goes_there(driver: Driver) -> None:
    stage = driver.window.canvas.stage
    start = driver.text().index("Lạng Sơn")
    box = stage.to_view(stage.page.caret(start + 2))
    point = QPoint(round(box.x()) + 2, round(box.center().y()))
    QTest.mouseClick(driver.window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert focused(driver) == "Lạng Sơn"
    assert tagged(driver) == []


@pytest.mark.parametrize("fixed", [WithArgument(events=True)], indirect=True)
def test_a_role_is_filled_by_a_click_on_what_is_suggested(driver: Driver) -> None:
    wait_for(driver, ("PER", "Thiệu"), ("Meeting", "chủ trì"), ("LOC", "Lạng Sơn"))
    driver.press("Ctrl+Alt+E")
    wait_for(driver, ("PER", "Thiệu"), ("LOC", "Lạng Sơn"))
    editor, view = driver.window.editor, driver.window.canvas.viewport()
    begin_role(editor, "E1", "Chair")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=label_of(driver, "Lạng Sơn"))
    assert "can't fill this" in driver.window.messages.text
    assert tagged(driver) == [("Meeting", "chủ trì")]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=label_of(driver, "Thiệu"))
    layer = editor.layer
    assert layer is not None
    assert tagged(driver) == [("Meeting", "chủ trì"), ("PER", "Thiệu")]
    assert layer["E1"].links == (Link("Chair", "T1"),)
    assert editor.filling is None
