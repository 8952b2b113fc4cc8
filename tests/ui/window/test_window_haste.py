"""Keys that come before the panels have followed what the keys before them did."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.ui.editor import Editor
from annotator.ui.panels.history import HistoryPanel
from annotator.ui.panels.inspector import InspectorPanel
from annotator.ui.panels.mentions import MentionsPanel
from tests.ui.window.driving import Driver

NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def at_once(*keys: tuple[Key, Qt.KeyboardModifier] | Key) -> None:
    """Press keys where the focus is, faster than anything can follow."""
    for each in keys:
        key, modifiers = each if isinstance(each, tuple) else (each, NONE)
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, key, modifiers)


def annotation(editor: Editor, id: str) -> Annotation:
    assert editor.layer is not None
    return editor.layer[id]


def tag(editor: Editor, article: str, *places: Fragment) -> None:
    editor.open(article)
    for place in places:
        assert editor.apply(lambda now, place=place: edits.add(now, Kind.ENTITY, "PER", [place]))
    assert editor.apply(lambda now: edits.set_note(now, "T1", f"of {article}"))


@pytest.fixture
def editor(driver: Driver) -> Editor:
    """Return the editor of a window on `a`; it and `b` have a mention T1 with a note."""
    editor = driver.window.editor
    tag(editor, "b", Fragment(0, 4))
    tag(editor, "a", Fragment(0, 3), Fragment(4, 9), Fragment(10, 13))
    return editor


def test_a_note_goes_to_no_other_article(driver: Driver, editor: Editor) -> None:
    editor.select(Fragment(0, 0), ("T1",))
    driver.window.show_panel("annotation")
    panel = driver.window.panel("annotation")
    assert isinstance(panel, InspectorPanel)
    at_once(Key.Key_X, (Key.Key_Down, ALT), Key.Key_Y)

    assert editor.article
    assert editor.article.id == "b"
    assert annotation(editor, "T1").note == "of b"
    editor.open("a")
    assert annotation(editor, "T1").note == "xof a"


def test_an_attribute_goes_to_no_other_article(driver: Driver, editor: Editor) -> None:
    editor.apply(lambda now: edits.set_attribute(now, ["T1"], "Wiki", "Q1"))
    editor.select(Fragment(0, 0), ("T1",))
    driver.window.show_panel("annotation")
    panel = driver.window.panel("annotation")
    assert isinstance(panel, InspectorPanel)
    editor.open("b")
    panel.form.attributes.changed.emit("Wiki", "Q2", "")

    assert annotation(editor, "T1").attributes == {}


def test_each_delete_removes_the_mention_that_is_there(driver: Driver, editor: Editor) -> None:
    driver.window.show_panel("mentions")
    panel = driver.window.panel("mentions")
    assert isinstance(panel, MentionsPanel)
    panel.view.setFocus()
    panel.view.go_to("T1")
    at_once(Key.Key_Delete, Key.Key_Delete)

    assert editor.layer
    assert len(editor.layer) == 1


def test_delete_in_a_list_removes_nothing_of_the_article_before(
    driver: Driver, editor: Editor
) -> None:
    driver.window.show_panel("mentions")
    panel = driver.window.panel("mentions")
    assert isinstance(panel, MentionsPanel)
    panel.view.setFocus()
    panel.view.go_to("T1")
    at_once((Key.Key_Down, ALT), Key.Key_Delete)

    assert "T1" in (editor.layer or ())


def test_a_list_is_painted_that_has_not_followed(driver: Driver, editor: Editor) -> None:
    driver.window.show_panel("mentions")
    assert editor.apply(lambda now: edits.remove(now, ["T1", "T3"]))
    driver.window.panel("mentions").grab()

    panel = driver.window.panel("mentions")
    panel.catch_up()
    assert isinstance(panel, MentionsPanel)
    assert panel.mentions.number_of("T1") is None


def test_the_past_of_another_article_is_not_shown(driver: Driver, editor: Editor) -> None:
    driver.window.show_panel("history")
    panel = driver.window.panel("history")
    assert isinstance(panel, HistoryPanel)
    panel.view.setFocus()
    panel.view.go_to_number(2)
    editor.open("b")
    at_once(Key.Key_Return)

    numbers = [each.number for each in editor.project.history("b", "lan", wide=True)]
    assert editor.past is None or editor.past in numbers


def test_what_is_gone_is_not_gone_to_and_it_is_said(driver: Driver, editor: Editor) -> None:
    assert editor.apply(lambda now: edits.remove(now, ["T1"]))
    editor.reveal("T1")

    assert "T1 is no longer there" in driver.window.messages.text


def test_a_list_follows_from_the_past_to_an_edit_of_the_present(
    driver: Driver, editor: Editor
) -> None:
    driver.window.show_panel("mentions")
    panel = driver.window.panel("mentions")
    assert isinstance(panel, MentionsPanel)
    first = editor.project.history("a", "lan")[0].number
    editor.show_past(first)
    panel.catch_up()
    editor.show_past(None)
    assert editor.apply(lambda now: edits.remove(now, ["T3"]))
    panel.catch_up()

    assert panel.mentions.number_of("T2") is not None
    assert panel.mentions.rowCount() == 3, "a heading, and two mentions"
