"""Finding in the open article."""

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.formats.format import Parcel
from annotator.model.article import Article
from annotator.ui.find_bar import FindBar
from tests.ui.window.driving import Driver


def begun(driver: Driver, text: str) -> FindBar:
    """Return the bar with `text` typed in it."""
    driver.press("Ctrl+F")
    bar = driver.window.centre.find_bar
    assert bar.field.hasFocus()
    bar.field.insert(text)  # QTest types no Vietnamese
    return bar


def selected(driver: Driver) -> str:
    editor = driver.window.editor
    assert editor.article
    return editor.article.text[slice(*editor.stretch)]


def test_hits_are_marked_and_counted_as_one_types(driver: Driver) -> None:
    article = driver.window.editor.article
    assert article
    word = article.text.split()[1]
    bar = begun(driver, word)
    assert selected(driver).casefold() == word.casefold()
    assert driver.window.canvas.stage.hits == bar.hits
    assert bar.count.text() == f"1 of {len(bar.hits)}"
    QTest.keyClicks(bar.field, "zzz")
    assert bar.hits == []
    assert bar.count.text() == "Not found"


def test_enter_and_f3_go_round(driver: Driver) -> None:
    bar = begun(driver, "n")
    assert len(bar.hits) > 2
    first = driver.window.editor.stretch
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert driver.window.editor.stretch == bar.hits[1]
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert driver.window.editor.stretch == bar.hits[-1]
    driver.press("F3")
    assert driver.window.editor.stretch == first


def test_escape_leaves_the_hit_selected_for_a_label(driver: Driver) -> None:
    article = driver.window.editor.article
    assert article
    bar = begun(driver, article.text.split()[1])
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert driver.window.canvas.hasFocus()
    assert not bar.isVisible()
    assert driver.window.canvas.stage.hits == []
    words = selected(driver)
    driver.press("1")
    layer = driver.window.editor.layer
    assert layer is not None
    assert [each.text_in(article.text) for each in layer] == [words]


def test_another_article_is_searched_when_it_is_opened(driver: Driver) -> None:
    bar = begun(driver, "a")
    driver.press("Alt+Down")
    article = driver.window.editor.article
    assert article
    assert all(article.text[slice(*hit)].casefold() for hit in bar.hits)
    assert all(hit.end <= len(article.text) for hit in bar.hits)


def test_what_is_no_expression_is_said_in_its_place(driver: Driver) -> None:
    bar = begun(driver, "(")
    bar.expression.click()
    assert "no regular expression" in bar.count.text()
    assert bar.hits == []


def test_in_a_small_window_the_bar_goes_on_in_a_second_line(driver: Driver) -> None:
    driver.window.resize(driver.window.minimumSize())
    bar = begun(driver, "Lạng Sơn")
    driver.qtbot.waitUntil(lambda: bar.case.y() > bar.field.y())
    text = bar.field.fontMetrics().horizontalAdvance(bar.field.text())
    assert bar.field.width() > text
    assert all(each.width() >= each.sizeHint().width() for each in (bar.case, bar.whole_words))
    driver.window.resize(1400, 900)
    driver.qtbot.waitUntil(lambda: abs(bar.case.y() - bar.field.y()) < bar.field.height())


SLOW = r"(\w+\s?)+$"
"""An expression that looks at a text in more ways than can be counted."""


def long_article(driver: Driver) -> None:
    """Open an article that SLOW takes long for."""
    text = "hội nghị " * 2000 + "."
    driver.window.editor.project.add([Parcel(Article("long", text), (), "long")], by="lan")
    driver.window.editor.open("long")


def test_an_expression_that_takes_long_keeps_nobody_waiting(driver: Driver) -> None:
    long_article(driver)
    bar = begun(driver, SLOW)
    bar.expression.click()
    assert bar.count.text() == "Searching…"
    bar.field.setText("nghị$|nghị [.]")
    assert bar.count.text() == "1 of 1", "what is asked for now is found at once"
    bar.field.setText(SLOW)
    assert bar.count.text() == "Searching…"
    driver.press("Escape")
    assert driver.window.canvas.hasFocus()


def test_an_expression_that_takes_too_long_is_given_up(driver: Driver) -> None:
    long_article(driver)
    bar = begun(driver, SLOW)
    bar.expression.click()
    driver.qtbot.waitUntil(lambda: "too long" in bar.count.text())
    assert bar.hits == []


def test_words_in_a_very_long_article_keep_nobody_waiting(driver: Driver) -> None:
    text = "hội nghị tỉnh Hà Nội họp bàn về nông thôn mới\n" * 20_000
    driver.window.editor.project.add([Parcel(Article("long", text), (), "long")], by="lan")
    driver.window.editor.open("long")
    driver.settle()
    bar = begun(driver, "")
    for letter in "noi":
        QTest.keyClick(bar.field, letter)
    driver.qtbot.waitUntil(lambda: len(bar.hits) == 20_000)
    assert bar.count.text() == "1 of 20000"
    assert selected(driver) == "Nội"


def test_an_expression_in_a_long_decomposed_article_is_looked_for_behind(driver: Driver) -> None:
    text = unicodedata.normalize("NFD", "Hội nghị ở Huế.\n" * 2_000)
    driver.window.editor.project.add([Parcel(Article("long", text), (), "long")], by="lan")
    driver.window.editor.open("long")
    bar = begun(driver, r"\AHội")
    bar.expression.click()
    assert bar.count.text() == "Searching…", "composing it took the window's time"
    driver.qtbot.waitUntil(lambda: bar.count.text() == "1 of 1")
    assert selected(driver) == unicodedata.normalize("NFD", "Hội")
    bar.field.setText("(")
    driver.qtbot.waitUntil(lambda: "no regular expression" in bar.count.text())


def test_what_is_looked_for_behind_is_found_while_the_window_is_minimized(driver: Driver) -> None:
    text = "Hội nghị ở Huế.\n" * 2_000
    driver.window.editor.project.add([Parcel(Article("long", text), (), "long")], by="lan")
    driver.window.editor.open("long")
    bar = begun(driver, r"\AHội")
    bar.expression.click()
    driver.window.showMinimized()
    driver.window.showNormal()
    driver.qtbot.waitUntil(lambda: bar.count.text() == "1 of 1")
