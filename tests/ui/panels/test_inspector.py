"""The annotation in focus by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Annotation, AttributeValue, Fragment, Kind
from annotator.model.article import Status
from annotator.model.message import Message
from annotator.project import Project
from annotator.ui.editor import Editor
from annotator.ui.panels.attribute_fields import ChoiceField, FlagField, TextField
from annotator.ui.panels.inspector import InspectorPanel
from tests.ui.panels.acting import Key, Show, Tag, click, click_button, go_to, texts

CONTROL = Qt.KeyboardModifier.ControlModifier


def annotation(editor: Editor, id: str) -> Annotation:
    assert editor.layer is not None
    return editor.layer[id]


def attribute(editor: Editor, id: str, name: str) -> AttributeValue | None:
    return annotation(editor, id).attributes.get(name)


@pytest.fixture
def person(tag: Tag) -> str:
    """Return the id of a person's mention."""
    return tag("PER", "Hồ Tiến Thiệu")


def test_with_nothing_selected_it_says_what_to_do(show: Show, person: str) -> None:
    panel = show(InspectorPanel)
    panel.editor.select(Fragment(0, 0), ())
    assert not panel.form.isVisible()
    panel.editor.reveal(person)
    assert panel.form.isVisible()
    assert panel.form.words.text() == "Hồ Tiến Thiệu"
    assert panel.form.kind.text() == "Entity · T1"


def test_the_label_is_changed_by_key(qtbot: QtBot, show: Show, person: str) -> None:
    panel = show(InspectorPanel)
    panel.editor.reveal(person)
    assert panel.form.label.currentText() == "Person"
    panel.form.label.setFocus()
    qtbot.keyClick(panel.form.label, Key.Key_Down)

    assert annotation(panel.editor, person).label == "ORG"
    panel.editor.undo()
    assert panel.form.label.currentText() == "Person"


def test_a_label_the_tagset_lacks_is_shown_as_it_is(show: Show, tag: Tag) -> None:
    odd = tag("<b>Odd</b>", "Lạng Sơn")
    panel = show(InspectorPanel)
    panel.editor.reveal(odd)
    assert panel.form.label.currentText() == "<b>Odd</b> (not in the tagset)"
    assert "The tagset has no such label" in panel.form.problems.text()
    assert panel.form.problems.isVisible()


def test_every_letter_of_a_note_is_kept_and_undone_in_one_go(
    qtbot: QtBot, show: Show, project: Project, person: str
) -> None:
    panel = show(InspectorPanel)
    panel.editor.reveal(person)
    panel.form.note.setFocus()

    for letter in "abc":
        qtbot.keyClicks(panel.form.note, letter)
        assert project.layer("a", "lan")[person].note == panel.form.note.note()
    panel.form.label.setFocus()
    panel.form.note.setFocus()
    panel.form.note.moveCursor(panel.form.note.textCursor().MoveOperation.End)
    qtbot.keyClicks(panel.form.note, "de")

    assert annotation(panel.editor, person).note == "abcde"
    panel.editor.undo()
    assert panel.form.note.note() == "abc"
    panel.editor.undo()
    assert panel.form.note.note() == ""
    assert annotation(panel.editor, person).label == "PER"


def test_a_note_that_is_gone_to_is_seen(qtbot: QtBot, show: Show, person: str) -> None:
    panel = show(InspectorPanel)
    panel.editor.reveal(person)
    panel.catch_up()
    panel.setFixedHeight(120)
    panel.form.note.setFocus()
    note, view = panel.form.note, panel.form.viewport()

    def seen() -> bool:
        below = note.mapTo(view, note.rect().bottomLeft()).y()
        return note.hasFocus() and below <= view.height()

    qtbot.waitUntil(seen)


def test_undo_s_key_in_the_note_is_the_window_s(qtbot: QtBot, show: Show, person: str) -> None:
    panel = show(InspectorPanel)
    undo = QAction(panel)
    undo.setShortcut("Ctrl+Z")
    undo.triggered.connect(panel.editor.undo)
    panel.addAction(undo)
    panel.editor.reveal(person)
    panel.setFocus()
    qtbot.keyClicks(panel.form.note, "abc")

    qtbot.keyClick(panel.form.note, Key.Key_Z, CONTROL)

    assert panel.form.note.note() == ""
    assert annotation(panel.editor, person).note == ""


def test_a_note_keeps_its_no_break_spaces_and_is_no_markup(
    qtbot: QtBot, show: Show, person: str
) -> None:
    panel = show(InspectorPanel)
    note = "<b>a</b>\u00a0b\nc\u202e"
    panel.editor.apply(lambda layer: edits.set_note(layer, person, note))
    panel.editor.reveal(person)
    assert panel.form.note.note() == note
    panel.form.note.setFocus()
    panel.form.note.moveCursor(panel.form.note.textCursor().MoveOperation.End)
    qtbot.keyClicks(panel.form.note, "d")
    assert annotation(panel.editor, person).note == note + "d"


def test_escape_in_the_note_leaves_the_panel(qtbot: QtBot, show: Show, person: str) -> None:
    panel = show(InspectorPanel)
    panel.editor.reveal(person)
    panel.form.note.setFocus()
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.form.note, Key.Key_Escape)


def test_attributes_are_at_hand_in_the_panel(qtbot: QtBot, show: Show, person: str) -> None:
    panel = show(InspectorPanel)
    panel.editor.reveal(person)
    panel.setFocus()
    assert panel.form.attributes.fields["Sure"].stop.hasFocus()
    qtbot.keyClick(panel.focusWidget(), Key.Key_Space)
    assert attribute(panel.editor, person, "Sure") is False


def test_a_flag_is_a_box_that_shows_its_default(qtbot: QtBot, show: Show, person: str) -> None:
    panel = show(InspectorPanel)
    panel.editor.reveal(person)
    field = panel.form.attributes.fields["Sure"]
    assert isinstance(field, FlagField)
    assert field.control.isChecked()
    field.control.setFocus()
    qtbot.keyClick(field.control, Key.Key_Space)
    assert attribute(panel.editor, person, "Sure") is False
    panel.editor.undo()
    assert field.control.isChecked()


def test_values_are_a_choice_and_can_be_cleared(qtbot: QtBot, show: Show, tag: Tag) -> None:
    event = tag("Meeting", "tổ chức", kind=Kind.EVENT)
    panel = show(InspectorPanel)
    panel.editor.reveal(event)
    field = panel.form.attributes.fields["Tense"]
    assert isinstance(field, ChoiceField)
    assert field.control.currentText() == "past (default)"
    field.control.setFocus()
    qtbot.keyClick(field.control, Key.Key_End)
    assert attribute(panel.editor, event, "Tense") == "future"
    qtbot.keyClick(field.control, Key.Key_Home)
    assert attribute(panel.editor, event, "Tense") is None

    panel.editor.apply(lambda layer: edits.set_attribute(layer, [event], "Tense", "never"))
    assert field.control.currentText() == "never (not allowed)"


def test_free_text_is_kept_letter_by_letter(qtbot: QtBot, show: Show, person: str) -> None:
    panel = show(InspectorPanel)
    panel.editor.reveal(person)
    field = panel.form.attributes.fields["Wiki"]
    assert isinstance(field, TextField)
    field.control.setFocus()
    qtbot.keyClicks(field.control, "Q1")
    assert attribute(panel.editor, person, "Wiki") == "Q1"
    panel.editor.undo()
    assert field.control.text() == ""
    assert attribute(panel.editor, person, "Wiki") is None


def test_an_attribute_the_tagset_lacks_can_be_cleared(
    qtbot: QtBot, show: Show, person: str
) -> None:
    panel = show(InspectorPanel)
    panel.editor.apply(lambda layer: edits.set_attribute(layer, [person], "Odd", 3))
    panel.editor.reveal(person)
    field = panel.form.attributes.fields["Odd"]
    assert isinstance(field, TextField)
    assert field.control.text() == "3"
    field.control.setFocus()
    qtbot.keyClick(field.control, Key.Key_Backspace)
    assert attribute(panel.editor, person, "Odd") is None
    assert "Odd" not in panel.form.attributes.fields


def test_fragments_are_revealed_and_taken_out(qtbot: QtBot, show: Show, person: str) -> None:
    panel = show(InspectorPanel)
    panel.editor.reveal(person)
    assert not panel.form.fragments.isVisible()
    panel.editor.apply(lambda layer: edits.add_fragment(layer, person, Fragment(0, 4)))
    assert texts(panel.form.fragments) == ["Ngày", "Hồ Tiến Thiệu"]
    revealed: list[Fragment] = []
    panel.editor.revealed.connect(revealed.append)

    click(qtbot, panel.form.fragments, Fragment(0, 4))
    assert revealed == [Fragment(0, 4)]
    click_button(qtbot, panel.form.fragments, Fragment(0, 4), "out")
    assert len(annotation(panel.editor, person).fragments) == 1
    panel.editor.undo()
    go_to(panel.form.fragments, Fragment(0, 4))
    qtbot.keyClick(panel.form.fragments, Key.Key_Delete)
    assert len(annotation(panel.editor, person).fragments) == 1


def test_who_and_when_are_told(qtbot: QtBot, show: Show, project: Project, person: str) -> None:
    project.commit(edits.set_note(project.layer("a", "lan"), person, "x"), "minh")
    panel = show(InspectorPanel)
    panel.editor.open("a")
    panel.editor.reveal(person)
    qtbot.waitUntil(panel.form.origin.isVisible)
    first, second = panel.form.origin.text().split("\n")
    assert first.startswith("Made by lan, ")
    assert second.startswith("Changed by minh, ")


def test_several_show_what_they_have_in_common(
    qtbot: QtBot, show: Show, tag: Tag, person: str
) -> None:
    other, place = tag("PER", "Nguyễn Thị Hoà"), tag("LOC", "Lạng Sơn")
    panel = show(InspectorPanel)
    panel.editor.apply(lambda layer: edits.set_attribute(layer, [person], "Sure", False))
    panel.editor.select(Fragment(0, 0), (person, other))
    form = panel.form
    assert form.words.text() == "2 annotations"
    assert form.label.currentText() == "Person"
    assert not form.note.isVisible()
    field = form.attributes.fields["Sure"]
    assert isinstance(field, FlagField)
    assert field.control.checkState() is Qt.CheckState.PartiallyChecked
    field.control.click()
    assert attribute(panel.editor, person, "Sure") == attribute(panel.editor, other, "Sure")

    panel.editor.select(Fragment(0, 0), (person, place))
    assert form.label.currentIndex() == -1
    assert set(form.attributes.fields) == {"Wiki", "Sure"}
    form.label.setFocus()
    qtbot.keyClick(form.label, Key.Key_End)
    assert {annotation(panel.editor, id).label for id in (person, place)} == {"TIME"}


def test_what_is_locked_or_past_is_only_read(
    show: Show, person: str, refusals: list[Message]
) -> None:
    panel = show(InspectorPanel)
    panel.editor.reveal(person)
    panel.editor.apply(lambda layer: edits.set_status(layer, Status.LOCKED))
    assert panel.form.note.isReadOnly()
    assert not panel.form.label.isEnabled()
    panel.editor.undo()
    assert not panel.form.note.isReadOnly()
    assert refusals == []
