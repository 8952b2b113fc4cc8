"""Going to an article by the list: what opens, and where the keyboard is then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.formats.format import Parcel
from annotator.model.article import Article
from annotator.project import Project
from tests.ui.panels.acting import click, place_of
from tests.ui.window.driving import Driver


@pytest.fixture
def project(project: Project) -> Project:
    """Return a project with eleven articles."""
    more = [Parcel(Article(f"n{n}", "Made up.", {}), (), "") for n in range(8)]
    project.add(more, by="lan")
    return project


def opened(driver: Driver) -> str:
    article = driver.window.editor.article
    assert article is not None
    return article.id


def count_tagged(driver: Driver) -> int:
    assert driver.window.editor.layer is not None
    return len(driver.window.editor.layer)


@pytest.mark.parametrize(("typed", "id"), [("5", "n1"), ("n3", "n3"), ("11", "n7")])
def test_a_number_or_an_id_opens_and_the_text_gets_the_keys(
    driver: Driver, typed: str, id: str
) -> None:
    driver.press("Ctrl+J")
    driver.write(typed)
    driver.press("Return")
    assert opened(driver) == id
    assert driver.window.canvas.hasFocus()
    assert driver.window.left.query.filter.text() == ""
    driver.press("1")
    assert count_tagged(driver) == 1
    assert driver.window.left.articles.rowCount() == 11


@pytest.mark.parametrize("typed", ["500", "0", "5x", "12"])
def test_a_number_or_an_id_that_is_not_there_opens_nothing(driver: Driver, typed: str) -> None:
    driver.press("Ctrl+J")
    driver.write(typed[0])
    driver.write(typed[1:])
    driver.press("Return")
    assert opened(driver) == "a"
    message = f"No article of the list has the number or the id {typed}."
    assert driver.window.messages.text == message
    assert driver.window.left.query.filter.hasFocus()
    assert driver.window.left.view.currentIndex().row() == 0


def test_without_a_number_nothing_opens(driver: Driver) -> None:
    driver.press("Alt+Down", "Ctrl+J", "Return")
    assert opened(driver) == "b"


def test_what_was_taken_back_is_not_opened(driver: Driver) -> None:
    driver.press("Ctrl+J")
    driver.write("5")
    driver.press("Backspace", "Return")
    assert opened(driver) == "a"


def test_return_opens_what_words_found_and_the_text_gets_the_keys(driver: Driver) -> None:
    driver.press("Ctrl+L")
    driver.write("nong dan")
    driver.press("Return")
    assert opened(driver) == "b"
    assert driver.window.canvas.hasFocus()


def test_return_with_nothing_typed_goes_back_to_the_open_article(driver: Driver) -> None:
    driver.press("Alt+Down", "Ctrl+L", "Return")
    assert opened(driver) == "b"
    assert driver.window.canvas.hasFocus()


def test_a_click_opens_and_the_text_gets_the_keys(driver: Driver) -> None:
    view = driver.window.left.view
    click(driver.qtbot, view, "b")
    assert opened(driver) == "b"
    assert driver.window.canvas.hasFocus()
    driver.press("1")
    assert count_tagged(driver) == 1
    assert driver.window.left.query.filter.text() == ""


def test_a_double_click_leaves_the_keys_to_the_text_too(driver: Driver) -> None:
    view = driver.window.left.view
    place, none = place_of(view, "c"), Qt.KeyboardModifier.NoModifier
    click(driver.qtbot, view, "c")
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, none, place)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, none, place)
    assert driver.window.canvas.hasFocus()


def test_several_are_selected_with_the_keys_in_the_list(driver: Driver) -> None:
    view = driver.window.left.view
    click(driver.qtbot, view, "a")
    click(driver.qtbot, view, "b", Qt.KeyboardModifier.ControlModifier)
    assert view.hasFocus()
    driver.press("Delete")
    assert opened(driver) == "c"


def test_arrow_keys_stay_in_the_list_until_return(driver: Driver) -> None:
    view = driver.window.left.view
    driver.press("Ctrl+L", "Down", "Down", "Down")
    assert view.hasFocus()
    assert opened(driver) == "a"
    driver.press("Return")
    assert opened(driver) == "c"
    assert driver.window.canvas.hasFocus()


@pytest.mark.parametrize("keys", ["Alt+Down", "Alt+Shift+Down"])
def test_the_next_article_takes_the_keys_from_the_list_but_not_from_a_panel(
    driver: Driver, keys: str
) -> None:
    driver.press("Ctrl+L", keys)
    assert opened(driver) == "b"
    assert driver.window.canvas.hasFocus()
    driver.press("Ctrl+Alt+3", keys)
    assert opened(driver) == "c"
    assert not driver.window.canvas.hasFocus()
