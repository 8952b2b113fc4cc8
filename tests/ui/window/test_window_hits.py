"""Finding in all articles, and changing all that was found."""

import csv
import threading
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.annotation import Fragment, Kind
from annotator.ui import commands
from annotator.ui.hits import HitsPanel
from annotator.ui.hits.model import ARTICLE, HIT, LABEL, LEFT
from annotator.ui.panels.picker import Picker
from tests.ui.holding import held
from tests.ui.window.driving import Driver


def begun(driver: Driver, query: str) -> HitsPanel:
    """Return the panel, with what `query` finds."""
    driver.press("Ctrl+Shift+F")
    panel = driver.window.centre.hits
    assert panel.field.hasFocus()
    panel.field.setText(query)
    driver.press("Return")
    settle(driver)
    return panel


def settle(driver: Driver) -> None:
    """Wait until nothing is searched for any more."""
    driver.settle()
    driver.qtbot.waitUntil(lambda: not driver.window.centre.hits.searching.is_on)


def word(driver: Driver) -> str:
    """Return the first word of the open article."""
    return driver.text().split()[0]


def test_hits_are_listed_and_opened_by_key(driver: Driver) -> None:
    project = driver.window.editor.project
    panel = begun(driver, "/[a-z]+/")
    articles = [each.article for each in panel.model.hits]
    assert set(articles) == {row.id for row in project.articles()}
    assert panel.count.text() == f"Hits: {len(articles)}"
    driver.press("Down", "End", "Return")
    hit = panel.model.hits[-1]
    editor = driver.window.editor
    assert editor.article
    assert editor.article.id == hit.article
    assert editor.stretch == hit.fragments[0]
    assert panel.view.hasFocus(), "one goes through the hits one after another"
    driver.press("Escape")
    assert not panel.isVisible()
    assert driver.window.canvas.hasFocus()


def test_it_has_room_in_the_lowest_window_while_something_is_told(driver: Driver) -> None:
    driver.window.resize(driver.window.minimumSize())
    driver.window.messages.tell("Something was done that takes more than a line to tell of. " * 2)
    panel = begun(driver, word(driver))
    driver.qtbot.waitUntil(lambda: panel.height() >= panel.minimumSizeHint().height())


def test_tips_take_nothing_for_markup(driver: Driver) -> None:
    panel = begun(driver, "article=c Bão")
    shown = panel.model.index(0, ARTICLE)
    assert shown.data() == "<b>Bão</b> số 5"
    tip = shown.data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<div>&lt;b&gt;Bão&lt;/b&gt; số 5</div>"


def test_where_nothing_is_found_what_is_unknown_is_said(driver: Driver) -> None:
    panel = begun(driver, "entity:XYZ inside event:Meeting")
    assert panel.view.empty == "Nothing was found. There is no entity label XYZ in the tagset."
    panel.field.clear()
    driver.write("entity:PER")
    driver.press("Return")
    settle(driver)
    assert panel.view.empty == "Nothing was found."


def test_typing_is_searching_after_a_moment(driver: Driver) -> None:
    driver.press("Ctrl+Shift+F")
    panel = driver.window.centre.hits
    panel.field.insert(word(driver))
    driver.qtbot.waitUntil(lambda: bool(panel.model.hits))
    assert panel.model.index(0, HIT).data().casefold() == word(driver).casefold()
    assert panel.model.index(0, LEFT).data() == ""


def test_a_new_query_may_come_while_the_one_before_is_looking(driver: Driver) -> None:
    driver.press("Ctrl+Shift+F")
    panel = driver.window.centre.hits
    asked, looking = threading.Event(), threading.Event()

    def look_on(*_found: object) -> None:
        looking.set()
        asked.wait(30)

    searching = panel.searching
    searching._gathered.connect(look_on, Qt.ConnectionType.DirectConnection)
    panel.field.setText("/[a-z]+/")
    driver.press("Return")
    driver.qtbot.waitUntil(looking.is_set)
    panel.field.setText("bão")
    driver.press("Return")
    assert len(searching.work.jobs) == 2, "the one before stands where it found something"
    with driver.qtbot.waitSignal(searching.ended):
        asked.set()
    assert {each.article for each in panel.model.hits} == {"c"}


def test_what_was_left_in_its_middle_begins_anew(driver: Driver) -> None:
    panel = begun(driver, "/[a-z]+/")
    count = len(panel.model.hits)
    panel.search()
    driver.press("Escape")
    driver.settle()
    driver.press("Ctrl+Shift+F")
    settle(driver)
    assert len(panel.model.hits) == count
    panel.field.setText("bão")
    driver.press("Escape", "Ctrl+Shift+F")
    settle(driver)
    assert {each.article for each in panel.model.hits} == {"c"}


def test_what_is_wrong_with_a_query_is_said(driver: Driver) -> None:
    panel = begun(driver, "entiy:PER")
    assert "there is no field entiy" in panel.view.empty, "whole, where the hits would be"
    assert "Nothing was found" not in panel.view.empty
    assert panel.model.hits == []
    assert not panel.acts.tag.isEnabled()
    panel.field.setText("zzzz")
    panel.search()
    settle(driver)
    assert panel.view.empty == "Nothing was found."


def test_all_ticked_hits_are_tagged_relabelled_and_removed_and_undone(driver: Driver) -> None:
    editor = driver.window.editor
    panel = begun(driver, "/[a-z]+/")
    count = len(panel.model.hits)
    assert count > 2
    assert not panel.acts.relabel.isEnabled()
    driver.press("Down", "Space")
    assert panel.count.text() == f"Hits: {count}, ticked: {count - 1}"
    spared = panel.model.hits[0]

    QTest.mouseClick(panel.acts.tag, Qt.MouseButton.LeftButton)
    _choose(driver, "PER")
    tagged = begun(driver, "entity:PER")
    assert len(tagged.model.hits) == count - 1
    assert (spared.article, spared.fragments) not in {
        (each.article, each.fragments) for each in tagged.model.hits
    }

    QTest.mouseClick(panel.acts.relabel, Qt.MouseButton.LeftButton)
    _choose(driver, "LOC")
    assert len(begun(driver, "entity:LOC").model.hits) == count - 1
    QTest.mouseClick(panel.acts.remove, Qt.MouseButton.LeftButton)
    settle(driver)
    assert begun(driver, "label:*").model.hits == []

    driver.press("Escape")
    for left in (count - 1, count - 1, 0):
        driver.press("Ctrl+Z")
        assert len(begun(driver, "label:*").model.hits) == left
        driver.press("Escape")
    assert editor.layer
    assert len(editor.layer) == 0


def test_one_key_takes_back_what_a_button_did_to_all_hits(driver: Driver) -> None:
    panel = begun(driver, "/[a-z]+/")
    panel.acts.tag.setFocus()
    driver.press("Space")
    driver.dialog(Picker)
    driver.write("3")  # the key of LOC
    driver.press("Return")
    settle(driver)
    assert {label for _, label in driver.window.editor.project.labels_in_use()} == {"LOC"}
    assert panel.view.hasFocus()
    driver.press("Ctrl+Z")
    settle(driver)
    assert not driver.window.editor.project.labels_in_use()


def test_the_message_takes_back_what_was_done_to_all_hits(driver: Driver) -> None:
    panel = begun(driver, "/[a-z]+/")
    QTest.mouseClick(panel.acts.tag, Qt.MouseButton.LeftButton)
    _choose(driver, "PER")
    driver.window.messages.choices[0].click()
    settle(driver)
    assert not driver.window.editor.project.labels_in_use()


def test_what_was_done_to_hits_is_told_by_the_window_that_came_meanwhile(driver: Driver) -> None:
    panel = begun(driver, "/[a-z]+/")
    count = len(panel.model.hits)
    before = driver.window
    with held(driver.program.work):
        QTest.mouseClick(panel.acts.tag, Qt.MouseButton.LeftButton)
        driver.dialog(Picker)
        driver.write("LOC")
        driver.press("Return")
        driver.program.rebuild()
    driver.settle()
    driver.qtbot.waitUntil(lambda: driver.window.messages.text == f"Changed: {count}.")
    assert driver.window is not before


def test_in_a_small_window_there_is_room_for_query_and_hits(driver: Driver) -> None:
    driver.window.resize(driver.window.minimumSize())
    panel = begun(driver, "label:*")
    driver.qtbot.waitUntil(lambda: panel.view.isColumnHidden(ARTICLE))
    assert panel.view.isColumnHidden(LABEL)
    assert panel.field.width() >= panel.field.minimumWidth() > panel.order.minimumWidth()
    assert (panel.acts.tag.text(), panel.acts.tag.accessibleName()) == ("", "Tag…")
    driver.window.resize(1400, 900)
    driver.qtbot.waitUntil(lambda: not panel.view.isColumnHidden(ARTICLE))
    assert not panel.view.isColumnHidden(LABEL)
    assert panel.acts.tag.text() == "Tag…"


def test_an_annotation_that_was_found_is_selected(driver: Driver) -> None:
    editor = driver.window.editor
    end = len(word(driver))
    editor.select(Fragment(0, end))
    commands.tag(editor, Kind.ENTITY, "PER")
    panel = begun(driver, "entity:PER")
    driver.press("Down", "Return")
    assert editor.annotations == (panel.model.hits[0].annotation,)


def test_hits_that_went_stale_are_left_alone(driver: Driver) -> None:
    editor = driver.window.editor
    end = len(word(driver))
    editor.select(Fragment(0, end))
    driver.press("1")
    panel = begun(driver, "entity:PER")
    driver.press("Down", "Return", "Escape", "Delete", "Alt+Down", "Alt+Up")
    editor.select(Fragment(0, end))
    driver.press("3")
    assert editor.layer
    (other,) = editor.layer
    assert other.id == panel.model.hits[0].annotation, "an id that is free is given anew"

    panel.show()
    panel.view.setFocus()
    driver.press("Return")
    assert editor.annotations == ()
    assert editor.stretch == (0, end)
    QTest.mouseClick(panel.acts.remove, Qt.MouseButton.LeftButton)
    settle(driver)
    assert list(editor.layer) == [other]
    assert "left as they are: 1" in driver.window.messages.text


def test_nothing_is_done_to_hits_in_an_article_removed_since(driver: Driver) -> None:
    editor = driver.window.editor
    panel = begun(driver, "/[a-z]+/")
    count = len(panel.model.hits)
    first = editor.article
    driver.press("Escape")
    driver.window.bindings["article.remove"].trigger()
    driver.settle()
    assert editor.article != first

    panel.show()
    panel.view.setFocus()
    driver.press("Home", "Return")
    assert editor.article != first
    assert "no longer in the list" in driver.window.messages.text
    QTest.mouseClick(panel.acts.tag, Qt.MouseButton.LeftButton)
    _choose(driver, "PER")
    assert "left as they are" in driver.window.messages.text
    assert len(panel.model.hits) < count
    assert first
    assert list(editor.project.layer(first.id, editor.reviewer)) == []


def test_the_list_is_put_in_order_and_saved(driver: Driver, tmp_path: Path) -> None:
    panel = begun(driver, "/[a-z]+/")
    panel.order.setCurrentIndex(2)
    panel.order.activated.emit(2)
    words = [each.words.casefold() for each in panel.model.hits]
    assert words == sorted(words)
    QTest.mouseClick(panel.acts.save, Qt.MouseButton.LeftButton)
    driver.answer_files(tmp_path / "hits.csv")
    with (tmp_path / "hits.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["hit"].casefold() for row in csv.DictReader(file)] == words


def test_a_query_is_completed(driver: Driver) -> None:
    driver.press("Ctrl+Shift+F")
    panel = driver.window.centre.hits
    driver.write("enti")
    driver.press("Down", "Return")
    assert panel.field.text() == "entity:"
    driver.write("LO")
    driver.press("Down", "Return")
    assert panel.field.text() == "entity:LOC"


def _choose(driver: Driver, label: str) -> None:
    driver.dialog(Picker)
    driver.write(label)
    driver.press("Return")
    driver.qtbot.waitUntil(lambda: not driver.window.findChildren(Picker))
    settle(driver)
