"""Undo and redo as the window shows them: what they would do, and what they did elsewhere."""

import pytest

from annotator.model.article import Status
from tests.ui.window.driving import Driver


def listed(driver: Driver) -> list[str]:
    return [row.id for row in driver.window.editor.project.articles()]


def test_the_menu_says_what_undo_would_take_back(driver: Driver) -> None:
    driver.press("Ctrl+Right", "Ctrl+Shift+Right", "1")
    undo = driver.window.bindings["undo"]
    driver.qtbot.waitUntil(lambda: undo.text().startswith("Undo: Add PER"))
    redo = driver.window.bindings["redo"]
    assert not redo.isEnabled()
    driver.press("Ctrl+Z")
    driver.qtbot.waitUntil(lambda: redo.text().startswith("Redo: Add PER"))
    assert redo.isEnabled()


def test_a_search_field_takes_back_what_was_typed_there_and_nothing_else(driver: Driver) -> None:
    driver.press("Ctrl+Right", "Ctrl+Shift+Right", "1", "Ctrl+L")
    layer = driver.window.editor.layer
    assert layer is not None
    driver.write("x")
    driver.press("Ctrl+Z")
    assert (driver.window.left.query.filter.text(), len(layer)) == ("", 1)


def test_undo_in_an_untouched_search_field_is_that_of_the_window(driver: Driver) -> None:
    driver.press("Ctrl+Right", "Ctrl+Shift+Right", "1", "Ctrl+L", "Ctrl+Z")
    layer = driver.window.editor.layer
    assert layer is not None
    assert len(layer) == 0
    driver.press("Ctrl+Shift+Z")
    assert len(layer) == 1


def test_articles_that_were_worked_on_do_not_go_by_undo(driver: Driver) -> None:
    driver.press("Ctrl+Right", "Ctrl+Shift+Right", "1", "Alt+Down", "Ctrl+Z")
    assert listed(driver) == ["a", "b", "c"]
    assert "was worked on since" in driver.window.messages.text


def test_a_removed_article_is_told_with_a_way_back(driver: Driver) -> None:
    driver.press("Ctrl+L", "Down", "Delete")
    assert listed(driver) == ["b", "c"]
    assert "Hội nghị" in driver.window.messages.text
    driver.window.messages.choices[0].click()
    assert listed(driver) == ["a", "b", "c"]
    assert driver.window.messages.text.startswith("Undone: ")
    driver.qtbot.waitUntil(driver.window.bindings["redo"].isEnabled)
    driver.window.messages.choices[0].click()
    assert listed(driver) == ["b", "c"]


def test_a_status_key_is_for_all_that_are_selected_in_the_list(driver: Driver) -> None:
    driver.press("Ctrl+L", "Down", "Shift+Down", "Ctrl+3")
    rows = driver.window.editor.project.articles(reviewer="lan")
    assert [row.status for row in rows] == [Status.DONE, Status.DONE, Status.NEW]


@pytest.mark.blocks(
    "Qt dresses every control of the window anew, 250 ms, for another theme", up_to=600
)
def test_undo_after_another_theme_tells_no_failure(driver: Driver) -> None:
    driver.press("Ctrl+Right", "Ctrl+Shift+Right", "1", "Ctrl+Shift+L", "Ctrl+Z")
    assert driver.window.messages.text == ""
    assert driver.window.editor.layer is not None
    assert len(driver.window.editor.layer) == 0


def test_the_lists_are_reached_by_tab(driver: Driver) -> None:
    window = driver.window
    window.left.query.filter.setFocus()
    for expected in (window.left.query.statuses, window.left.query.sorts, window.left.view):
        driver.press("Tab")
        assert window.focusWidget() is expected


def test_home_and_end_go_through_a_list(driver: Driver) -> None:
    driver.press("Ctrl+L", "Down", "End", "Return")
    assert driver.window.windowTitle().startswith("<b>Bão</b> số 5")
    driver.press("Ctrl+L", "Down", "Home", "Return")
    assert driver.window.windowTitle().startswith("Hội nghị ở Lạng Sơn")


def test_many_things_taken_back_are_not_left_selected(driver: Driver) -> None:
    driver.press("Ctrl+Right", "Ctrl+Shift+Right", "1", "Ctrl+Right", "Ctrl+Shift+Right", "1")
    layer, editor = driver.window.editor.layer, driver.window.editor
    assert layer is not None
    editor.select(editor.stretch, tuple(each.id for each in layer))
    driver.press("3", "Ctrl+Z")
    assert [each.label for each in layer] == ["PER", "PER"]
    assert editor.annotations == ()
    driver.press("Ctrl+Z")
    assert len(layer) == 1
    driver.press("Ctrl+Shift+Z")
    assert len(editor.annotations) == 1, "one thing alone is"
