"""Tagging the same words in other places: offered, reviewed, one step of undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.formats.format import Parcel
from annotator.model.article import Article
from annotator.project import Project
from annotator.ui.dialogs.same_words import ReviewSame
from tests.copies import new_project
from tests.ui.panels.acting import click, texts
from tests.ui.window.driving import TAGSET, Driver

TEXTS = {
    "a": "Huế mưa. Ở Huế và Huế đều lụt. Huếch không phải.",
    "b": "Bão vào Huế, rồi qua Huế.",
    "c": "Hue không dấu.",
}

pytestmark = pytest.mark.usefixtures("no_suggesters")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = new_project(tmp_path / "made up.anno", TAGSET)
    made.add([Parcel(Article(id, text, {}), (), id) for id, text in TEXTS.items()], by="lan")
    yield made
    made.close()


def count(project: Project, article: str, label: str = "LOC") -> int:
    return sum(each.label == label for each in project.layer(article, "lan"))


def wait_for(driver: Driver, words: str) -> None:
    """Wait until the bar says `words`, and its commands may be called."""
    action = driver.window.bindings["everywhere.review"]
    driver.qtbot.waitUntil(lambda: words in offer(driver) and action.isEnabled())


def offer(driver: Driver) -> str:
    return driver.window.everywhere.text


def test_the_rest_of_the_article_is_tagged_in_one_step(driver: Driver, project: Project) -> None:
    driver.press("3")
    wait_for(driver, "articles: 1")
    assert offer(driver) == "“Huế” (Location): 2 more in this article, 2 elsewhere (articles: 1)."
    assert count(project, "a") == 1, "nothing is done without being asked for"
    driver.press("Ctrl+G")
    assert count(project, "a") == 3
    assert count(project, "b") == 0
    driver.press("Ctrl+Z")
    assert count(project, "a") == 1


def test_places_everywhere_are_reviewed_and_tagged_in_one_step(
    driver: Driver, project: Project, qtbot: QtBot
) -> None:
    driver.press("3")
    wait_for(driver, "elsewhere")
    driver.press("Ctrl+Shift+G")
    dialog = driver.dialog(ReviewSame)
    shown = texts(dialog.view)
    assert len(shown) == 6, "four places under two titles"
    assert shown[1] == "Huế mưa. Ở «Huế» và Huế đều lụt. Huếch không phải."
    key = next(row.key for row in dialog.view.list.rows if "qua «Huế»" in row.text)
    click(qtbot, dialog.view, key)
    assert dialog.accept_button.text() == "Tag all ticked (3)"
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: (count(project, "a"), count(project, "b")) == (3, 1))
    assert project.check() == []
    driver.press("Ctrl+Z")
    assert (count(project, "a"), count(project, "b")) == (1, 0)
    assert project.check() == []


def test_a_step_that_changes_other_articles_alone_is_undone_from_here(
    driver: Driver, project: Project, qtbot: QtBot
) -> None:
    driver.press("3")
    wait_for(driver, "elsewhere")
    driver.press("Ctrl+Shift+G")
    dialog = driver.dialog(ReviewSame)
    dialog.none.click()
    key = next(row.key for row in dialog.view.list.rows if "qua «Huế»" in row.text)
    click(qtbot, dialog.view, key)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: (count(project, "a"), count(project, "b")) == (1, 1))
    driver.press("Ctrl+Z")
    assert (count(project, "a"), count(project, "b")) == (1, 0)
    assert project.check() == []


def test_words_that_are_tagged_otherwise_elsewhere_are_told_of(
    driver: Driver, project: Project, qtbot: QtBot
) -> None:
    driver.press("3")
    wait_for(driver, "“Huế”")
    driver.press("Ctrl+G", "Ctrl+Home", "]", "1")
    wait_for(driver, "elsewhere")
    assert "tagged otherwise: 2" in offer(driver)
    assert "more in this article" not in offer(driver)
    driver.press("Ctrl+Shift+G")
    dialog = driver.dialog(ReviewSame)
    assert [row.detail for row in dialog.view.list.rows if row.detail] == ["now Location"] * 2
    dialog.all.click()
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: (count(project, "a", "PER"), count(project, "b", "PER")) == (3, 2))


def test_the_offer_goes_with_the_next_edit_and_another_article(driver: Driver) -> None:
    driver.press("3")
    wait_for(driver, "“Huế”")
    driver.press("Ctrl+Z")
    assert offer(driver) == ""
    driver.press("3", "Alt+Down")
    assert offer(driver) == ""


@pytest.mark.parametrize("width", [800, 1000, 1280])
def test_the_offer_can_be_read_in_a_narrow_window(driver: Driver, qtbot: QtBot, width: int) -> None:
    window = driver.window
    window.resize(width, 500)
    qtbot.waitUntil(lambda: window.width() == width)
    driver.press("3")
    wait_for(driver, "articles: 1")
    bar = window.everywhere
    qtbot.waitUntil(lambda: all(each.isVisible() for each in bar.choices))
    for each in bar.choices:
        qtbot.waitUntil(lambda each=each: each.width() >= each.sizeHint().width())
    assert bar.height() < 130, "it leaves room for the text"
