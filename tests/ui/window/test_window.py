"""The window as a whole: what it shows, what keys do, what it keeps."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.model.article import Status
from annotator.project import Project
from annotator.ui import settings as wishes
from annotator.ui.panels import PANELS
from annotator.ui.panels.labels import LabelsPanel
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.row_painting import ONE_LINE
from annotator.ui.program import Program
from annotator.ui.work import Work
from tests.ui.tabbing import passed_by_tab
from tests.ui.window.driving import Driver, made_project, started


def test_it_opens_the_first_article(program: Program) -> None:
    window = program.window
    assert window.editor.article is not None
    assert window.editor.article.id == "a"
    assert window.windowTitle() == "Hội nghị ở Lạng Sơn – made up"
    assert window.canvas.hasFocus()


def test_keys_go_from_article_to_article(driver: Driver) -> None:
    driver.press("Alt+Down", "Alt+Down")
    assert driver.window.windowTitle().startswith("<b>Bão</b> số 5")
    driver.press("Alt+Up")
    assert driver.window.windowTitle().startswith("Đồng bằng")


def test_a_labels_key_tags_and_ctrl_z_takes_it_back(driver: Driver) -> None:
    driver.press("Ctrl+Right", "Ctrl+Right", "1")
    layer = driver.window.editor.layer
    assert layer is not None
    assert [each.text_in(driver.text()) for each in layer] == ["Thiệu"]
    driver.press("Ctrl+Z")
    assert len(layer) == 0
    driver.press("Ctrl+Y")
    assert len(layer) == 1


def test_whatever_works_behind_the_window_makes_way_for_its_keys(driver: Driver) -> None:
    driver.press("Ctrl+F", "Ctrl+Shift+F", "Ctrl+K")
    works = driver.program.findChildren(Work) + driver.window.findChildren(Work)
    assert len(works) > 5
    assert [each for each in works if each.way is not driver.program.work.way] == []


def test_status_is_set_by_key_and_shown(driver: Driver) -> None:
    driver.press("Ctrl+3")
    assert driver.window.editor.layer is not None
    assert driver.window.editor.layer.status is Status.DONE
    assert driver.window.header.status.text() == "Done"
    assert driver.window.bindings["status.done"].isChecked()
    assert not driver.window.bindings["status.new"].isChecked()


def test_problems_are_counted_and_lead_to_their_panel(driver: Driver, qtbot: QtBot) -> None:
    driver.press("Ctrl+Right", "M")
    problems = driver.window.header.problems
    qtbot.waitUntil(problems.isVisible)
    assert problems.text() == "1"
    problems.click()
    assert driver.window.below.current is driver.window.panel("problems")


def test_the_place_is_kept_for_the_next_start(qtbot: QtBot, tmp_path: Path, driver: Driver) -> None:
    window = driver.window
    driver.press("Alt+Down")
    window.show_panel("history")
    window.resize(800, 600)
    window.columns.setSizes([210, 290, 300])
    sizes = window.columns.sizes()
    path = window.editor.project.path
    window.close()
    again = started(qtbot, tmp_path / "settings.json", Project.open(path))
    assert again.window.editor.article is not None
    assert again.window.editor.article.id == "b"
    assert again.window.below.current is again.window.panel("history")
    assert again.window.columns.sizes() == sizes
    again.end()


@pytest.mark.blocks(
    "Qt dresses every control of the window anew, 250 ms, for another theme", up_to=600
)
def test_another_theme_keeps_article_caret_and_words(driver: Driver) -> None:
    driver.press("Alt+Down", "Ctrl+Right", "Ctrl+Shift+Right")
    editor, before = driver.window.editor, driver.window
    stretch = editor.stretch
    driver.press("Ctrl+Shift+L")
    assert driver.window is not before
    assert driver.window.editor is editor
    assert editor.stretch == stretch
    assert driver.program.settings[wishes.THEME] == "dark"
    assert driver.window.canvas.hasFocus()
    driver.press("1")
    assert editor.layer is not None
    assert len(editor.layer) == 1


def test_the_language_changes_while_it_runs(driver: Driver) -> None:
    assert driver.window.bindings["redo"].text() == "Redo"
    driver.window.bindings["language"].trigger()
    assert driver.window.bindings["redo"].text() == "Làm lại"
    assert driver.window.bindings["project.export"].text() == "Xuất…"
    driver.window.bindings["language"].trigger()
    assert driver.window.bindings["redo"].text() == "Redo"


def test_sides_hide_and_come_back_when_gone_to(driver: Driver) -> None:
    driver.press("Ctrl+Alt+B")
    assert not driver.window.right.isVisible()
    driver.press("Ctrl+Alt+2")
    assert driver.window.right.isVisible()
    driver.press("Ctrl+B")
    assert not driver.window.left.isVisible()
    driver.press("Ctrl+L")
    assert driver.window.left.isVisible()


def test_a_search_field_keeps_the_keys_that_edit_it(driver: Driver) -> None:
    driver.press("Ctrl+L")
    driver.write("hanoi hue")
    driver.press("Ctrl+Backspace")
    field = driver.window.left.query.filter
    assert field.text() == "hanoi "
    driver.press("Ctrl+A", "Ctrl+X")
    assert field.text() == ""
    driver.press("Ctrl+V", "Home", "Ctrl+Delete")
    assert field.text() == ""
    driver.press("Ctrl+Z")
    assert field.text() == "hanoi "


def test_f6_goes_round(driver: Driver) -> None:
    window = driver.window
    for part in (window.above, window.below, window.left, window.canvas):
        driver.press("F6")
        focused = window.focusWidget()
        assert part is focused or part.isAncestorOf(focused)
    driver.press("Shift+F6")
    assert window.left.isAncestorOf(window.focusWidget())


def test_the_same_words_are_not_tagged_so_twice(driver: Driver) -> None:
    driver.press("Shift+Ctrl+Right", "1", "Home", "Shift+Ctrl+Right", "1")
    layer = driver.window.editor.layer
    assert layer is not None
    assert [each.id for each in layer] == list(driver.window.editor.annotations) == ["T1"]
    assert driver.window.messages.text == "These words are tagged so already."
    driver.press("Home", "Shift+Ctrl+Right", "3")
    assert [each.label for each in layer] == ["PER", "LOC"]
    assert driver.window.messages.text == ""


def test_several_events_may_have_the_same_words(driver: Driver) -> None:
    driver.press("Shift+Ctrl+Right", "M", "Home", "Shift+Ctrl+Right", "M")
    layer = driver.window.editor.layer
    assert layer is not None
    assert [each.label for each in layer] == ["Meeting", "Meeting"]


@pytest.mark.parametrize("height", [500, 1000])
def test_labels_are_seen_in_windows_of_any_height(driver: Driver, height: int) -> None:
    driver.window.resize(800, height)
    driver.settle()
    labels = driver.window.panel("labels")
    assert isinstance(labels, LabelsPanel)
    assert driver.window.height() == height
    assert labels.view.viewport().height() >= 4 * ONE_LINE


def squeezed(panel: Panel) -> bool:
    """Return whether a panel has less height than what is in it needs."""
    return panel.height() < panel.minimumSizeHint().height()


@pytest.mark.parametrize("above", ["labels", "mentions", "suggestions"])
def test_no_panel_is_squeezed_over_another_in_the_lowest_window(driver: Driver, above: str) -> None:
    driver.press("M")
    driver.window.resize(driver.window.minimumSize())
    for below in ("annotation", "events", "links", "history", "problems"):
        for name in (above, below):
            driver.window.bindings[f"panel.{name}"].trigger()
        shown = driver.window.panel(above), driver.window.panel(below)
        driver.qtbot.waitUntil(lambda shown=shown: not any(map(squeezed, shown)))


@pytest.mark.parametrize("panel", PANELS)
def test_tab_reaches_everything_that_is_seen(driver: Driver, panel: str) -> None:
    driver.press("1")
    driver.window.bindings[f"panel.{panel}"].trigger()
    driver.settle()
    assert passed_by_tab(driver.window) == []


def test_the_text_grows_and_shrinks(driver: Driver) -> None:
    driver.press("Ctrl+=", "Ctrl+=")
    assert driver.window.canvas.zoom == 125
    assert driver.program.settings[wishes.ZOOM] == 125
    driver.press("Ctrl+-")
    assert driver.window.canvas.zoom == 110
    driver.press("Ctrl+0")
    assert driver.window.canvas.zoom == 100


def test_an_empty_project_says_what_to_do_next(qtbot: QtBot, tmp_path: Path) -> None:
    project = made_project(tmp_path / "empty.anno")
    driver = Driver(qtbot, started(qtbot, tmp_path / "other.json", project))
    for _ in range(3):
        driver.window.bindings["article.remove"].trigger()
    assert project.articles() == []
    assert driver.window.empty.isVisible()
    assert not driver.window.header.isVisible()
    driver.press("Ctrl+Z")
    assert [row.id for row in project.articles()] == ["c"]
    assert driver.window.editor.article is not None
    driver.program.end()


def test_a_removed_article_comes_back_by_the_message(driver: Driver) -> None:
    driver.window.bindings["article.remove"].trigger()
    assert driver.window.editor.article is not None
    assert driver.window.editor.article.id == "b"
    assert "Lạng Sơn" in driver.window.messages.text
    driver.window.messages.choices[0].click()
    assert [row.id for row in driver.window.editor.project.articles()] == ["a", "b", "c"]


def test_first_letters_asked_for_by_the_menu_go_to_the_text(driver: Driver) -> None:
    driver.window.left.setFocus()
    driver.window.bindings["select-by-letters"].trigger()
    driver.write("ls")
    editor = driver.window.editor
    assert editor.article
    assert editor.article.text[slice(*editor.stretch)] == "Lạng Sơn"


def test_a_key_goes_to_the_note_of_what_is_in_focus(driver: Driver) -> None:
    driver.press("Ctrl+Right", "1", "N")
    driver.write("why")
    layer = driver.window.editor.layer
    assert layer
    assert [each.note for each in layer] == ["why"]


def test_tab_goes_down_one_column_after_the_other(driver: Driver) -> None:
    for shown in ("history", "mentions", "events", "labels"):
        driver.window.show_panel(shown)
    window, passed = driver.window, list[int]()
    upper, lower = window.panel("labels"), window.panel("events")
    window.canvas.setFocus()
    while (focused := QApplication.focusWidget()) is not window.canvas or not passed:
        assert focused
        columns = (window.canvas, upper, lower)
        here = [
            n for n, each in enumerate(columns) if each is focused or each.isAncestorOf(focused)
        ]
        passed += here
        driver.press("Tab")
    assert passed == sorted(passed)
    assert set(passed) == {0, 1, 2}
