"""Suggestions in the window: gone through, accepted and refused by real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.annotation import Kind
from annotator.model.article import Status
from annotator.project import Project
from annotator.ui import status_bar
from annotator.ui.panels.labels import LabelsPanel
from tests.ui.window.driving import Driver
from tests.ui.window.suggesting import Fixed, WithArgument
from tests.ui.window.suggestions.seeing import (
    focused,
    label_of,
    shown,
    status,
    tagged,
    wait_for,
)


def test_suggestions_are_drawn_and_are_no_part_of_the_layer(
    driver: Driver, project: Project
) -> None:
    assert shown(driver) == [("PER", "Thiệu"), ("LOC", "Lạng Sơn")]
    assert tagged(driver) == []
    block = driver.window.canvas.stage.page.block(0)
    drawn = [piece.annotation.label for marks in block.marks for piece in marks.suggested]
    assert drawn == ["PER", "LOC"]
    assert all(marks.pieces == [] for marks in block.marks)
    assert all(not parcel.layers for parcel in project.parcels())


def test_keys_go_from_one_to_the_next_and_round(driver: Driver) -> None:
    driver.press(".")
    assert focused(driver) == "Thiệu"
    driver.press(".")
    assert focused(driver) == "Lạng Sơn"
    driver.press(".")
    assert focused(driver) == "Thiệu"
    driver.press(",")
    assert focused(driver) == "Lạng Sơn"
    said = status(driver)
    assert "Suggestion 2 of 2: Location “Lạng Sơn”" in said
    assert "Made up. More likely than not: 60 %." in said
    driver.press("Right")
    assert focused(driver) == "", "the caret went on by itself"
    driver.press(".", "Escape")
    assert focused(driver) == ""


def test_least_certain_first(driver: Driver) -> None:
    driver.window.bindings["suggestion.order"].trigger()
    driver.press(".")
    assert focused(driver) == "Lạng Sơn"
    driver.press(".")
    assert focused(driver) == "Thiệu"


def test_accepting_goes_on_and_is_one_step(driver: Driver, project: Project) -> None:
    driver.press(".", "Space")
    assert tagged(driver) == [("PER", "Thiệu")]
    assert focused(driver) == "Lạng Sơn"
    assert shown(driver) == [("LOC", "Lạng Sơn")]
    layer = project.layer("a", "lan")
    assert layer["T1"].origin == "fixed"
    driver.press("Space")
    assert tagged(driver) == [("PER", "Thiệu"), ("LOC", "Lạng Sơn")]
    assert driver.window.editor.annotations == ("T2",)
    driver.press("Ctrl+Z", "Ctrl+Z")
    assert tagged(driver) == []
    driver.qtbot.waitUntil(lambda: len(shown(driver)) == 2)


def test_a_refusal_holds_until_it_is_undone(driver: Driver, fixed: Fixed) -> None:
    driver.press(".", "-")
    assert shown(driver) == [("LOC", "Lạng Sơn")]
    assert focused(driver) == "Lạng Sơn"
    assert tagged(driver) == []
    driver.press("Alt+Down")
    wait_for(driver, ("LOC", "Đồng Tháp"))
    driver.press("Alt+Up")
    wait_for(driver, ("LOC", "Lạng Sơn"))
    driver.press("Ctrl+Z")
    driver.qtbot.waitUntil(lambda: len(shown(driver)) == 2)
    assert fixed.refused == [("a", "PER", 1), ("a", "PER", -1)]


def test_delete_refuses_what_is_in_focus(driver: Driver) -> None:
    driver.press(".", "Delete")
    assert shown(driver) == [("LOC", "Lạng Sơn")]


def test_a_labels_key_accepts_with_that_label(driver: Driver) -> None:
    driver.press(".", "3")
    assert tagged(driver) == [("LOC", "Thiệu")]
    assert focused(driver) == "Lạng Sơn"
    driver.press("M")
    layer = driver.window.editor.layer
    assert layer is not None
    assert [each.label for each in layer.of_kind(Kind.EVENT)] == ["Meeting"]
    assert layer.of_kind(Kind.EVENT)[0].text_in(driver.text()) == "Lạng Sơn"


def test_all_are_accepted_in_one_step(driver: Driver) -> None:
    driver.press("Ctrl+Return")
    assert tagged(driver) == [("PER", "Thiệu"), ("LOC", "Lạng Sơn")]
    assert shown(driver) == []
    driver.press("Ctrl+Z")
    assert tagged(driver) == []


def test_only_the_certain_ones_are_accepted(driver: Driver) -> None:
    driver.press("Ctrl+Shift+Return")
    assert tagged(driver) == [("PER", "Thiệu")]
    driver.press("Ctrl+Shift+Return")
    assert tagged(driver) == [("PER", "Thiệu")]
    assert "so certain" in driver.window.messages.text


def test_the_guideline_is_that_of_the_suggestion_in_focus(driver: Driver) -> None:
    driver.window.show_panel("labels")
    panel = driver.window.panel("labels")
    assert isinstance(panel, LabelsPanel)
    driver.window.canvas.setFocus()
    for label in ("Person", "Location"):
        driver.press(".")
        driver.qtbot.waitUntil(lambda label=label: panel.guideline.name.text() == label)


def test_keys_for_suggestions_leave_a_text_field_alone(driver: Driver) -> None:
    driver.press("Ctrl+F")
    driver.press("A")
    driver.press("Shift+Return", "Shift+Return")
    assert tagged(driver) == []


def test_a_key_takes_in_all_that_are_as_certain_as_the_one_in_focus(driver: Driver) -> None:
    driver.press("Shift+Return")
    assert (focused(driver), tagged(driver)) == ("Thiệu", []), "with none in focus it goes to one"
    driver.press(".", "Shift+Return")
    assert tagged(driver) == [("PER", "Thiệu"), ("LOC", "Lạng Sơn")]


def test_a_key_leaves_what_is_less_certain_than_the_one_in_focus(driver: Driver) -> None:
    driver.press(".", "Shift+Enter")
    assert tagged(driver) == [("PER", "Thiệu")]
    assert focused(driver) == "Lạng Sơn"


def test_what_is_in_focus_is_heard_once_each_time_it_comes_there(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(status_bar, "announce", lambda _widget, text: heard.append(text))
    driver.press(".", "Shift+Return")
    assert sorted(each.split(" – ")[0] for each in heard) == [
        "Accepted: 1",
        "Location “Lạng Sơn”",
        "Person “Thiệu”",
    ]
    heard.clear()
    driver.press("Left", ".")
    assert [each.split(" – ")[0] for each in heard] == ["Location “Lạng Sơn”"]


@pytest.mark.parametrize("by_mouse", [False, True])
def test_how_many_were_accepted_or_refused_together_is_said(
    driver: Driver, *, by_mouse: bool
) -> None:
    if by_mouse:
        view, ctrl = driver.window.canvas.viewport(), Qt.KeyboardModifier.ControlModifier
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, ctrl, label_of(driver, "Lạng Sơn"))
    else:
        driver.press("Ctrl+Return")
    assert status(driver) == "Accepted: 2"
    driver.press("Ctrl+Z")
    assert "Accepted" not in status(driver), "it is no longer so"
    wait_for(driver, ("PER", "Thiệu"), ("LOC", "Lạng Sơn"))
    driver.window.editor.suggestions.focus(None)
    driver.press(".", "Shift+Return")
    assert status(driver).startswith("Accepted: 1 · Suggestion 1 of 1: Location “Lạng Sơn”")
    driver.press("Ctrl+Delete")
    assert status(driver) == "Refused: 1"
    driver.press("Alt+Down")
    driver.qtbot.waitUntil(lambda: status(driver) == "Suggestions: 1")


@pytest.mark.parametrize("fixed", [WithArgument(events=True)], indirect=True)
def test_events_mentions_and_arguments_are_accepted_apart(driver: Driver) -> None:
    wait_for(driver, ("PER", "Thiệu"), ("Meeting", "chủ trì"), ("LOC", "Lạng Sơn"))
    driver.press("Ctrl+Alt+A")
    assert "Nothing of that kind" in driver.window.messages.text
    assert tagged(driver) == []
    driver.press("Ctrl+Alt+E")
    assert tagged(driver) == [("Meeting", "chủ trì")]
    wait_for(driver, ("PER", "Thiệu"), ("LOC", "Lạng Sơn"))
    driver.press("Ctrl+Alt+M")
    assert tagged(driver)[1:] == [("PER", "Thiệu"), ("LOC", "Lạng Sơn")]
    wait_for(driver, ("Meeting", "chủ trì"))
    driver.press("Ctrl+Alt+A")
    layer = driver.window.editor.layer
    assert layer is not None
    assert [link.role for link in layer["E1"].links] == ["Chair"]
    driver.press("Ctrl+Z")
    assert layer["E1"].links == (), "it was one step"


def test_what_is_left_is_refused_in_one_step(driver: Driver, fixed: Fixed) -> None:
    driver.press("Ctrl+Delete")
    assert shown(driver) == []
    assert tagged(driver) == []
    driver.qtbot.waitUntil(lambda: len(fixed.refused) == 2)
    driver.press("Ctrl+Z")
    driver.qtbot.waitUntil(lambda: len(shown(driver)) == 2)


@pytest.mark.parametrize("key", ["Alt+Return", "Alt+Enter"])
def test_an_article_is_finished_in_one_step(
    driver: Driver, fixed: Fixed, project: Project, key: str
) -> None:
    driver.press(".", "Space")
    driver.qtbot.waitUntil(lambda: len(shown(driver)) == 1)
    driver.press(key)
    article = driver.window.editor.article
    assert article is not None
    assert article.id == "b"
    driver.qtbot.waitUntil(lambda: len(fixed.refused) == 1)
    assert project.layer("a", "lan").status is Status.DONE
    driver.press("Alt+Up", "Ctrl+Z")
    assert project.layer("a", "lan").status is Status.STARTED
    assert len(project.layer("a", "lan")) == 1, "what was accepted stays"
    driver.qtbot.waitUntil(lambda: len(shown(driver)) == 1)


def test_the_last_article_is_finished_in_its_place_and_a_locked_one_stays_locked(
    driver: Driver, project: Project
) -> None:
    driver.press("Ctrl+4", "Alt+Return")
    assert project.layer("a", "lan").status is Status.LOCKED
    article = driver.window.editor.article
    assert article is not None
    last = list(project.articles())[-1].id
    while article.id != last:
        driver.press("Alt+Return")
        article = driver.window.editor.article
        assert article is not None
    driver.press("Alt+Return")
    assert driver.window.editor.article is article
    assert project.layer(last, "lan").status is Status.DONE


def test_tagging_by_hand_takes_the_place_of_a_suggestion(driver: Driver) -> None:
    start = driver.text().index("Ông Thiệu")
    for _ in range(start):
        driver.press("Right")
    driver.press("Ctrl+Shift+Right", "Ctrl+Shift+Right", "1")
    assert tagged(driver) == [("PER", "Ông Thiệu")]
    assert shown(driver) == [("LOC", "Lạng Sơn")]
