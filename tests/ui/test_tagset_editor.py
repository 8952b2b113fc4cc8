"""The tagset edited by real keys: what is asked, what is done, what undo brings back."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.model.annotation import Kind
from annotator.model.article import Status
from annotator.model.edits import set_status
from annotator.model.problems import problems
from annotator.model.tagset import Attribute, EntityType, Tagset
from annotator.model.tagset_toml import tagset_from_toml
from annotator.presets import preset
from annotator.resources import resource
from annotator.ui.dialogs.tagset import TagsetDialog
from annotator.ui.dialogs.tagset.asking import (
    AskDeletion,
    AskFollowing,
    AskMerge,
    AskReplacement,
)
from annotator.ui.dialogs.tagset.fields import Field
from annotator.ui.dialogs.tagset.outline import ITSELF, Item
from annotator.ui.editor import Editor
from tests.copies import new_project
from tests.ui.tabbing import passed_by_tab

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
D = TypeVar("D", bound=QDialog)
GPE = Item(Kind.ENTITY, "GPE")


@pytest.fixture
def editor(qtbot: QtBot, tmp_path: Path) -> Iterator[Editor]:
    """Return an editor on the articles of the first start."""
    project = new_project(tmp_path / "made-up.anno", preset())
    found = list(read(resource("seeds/examples.jsonl")))
    project.add((each for each in found if isinstance(each, Parcel)), by="example")
    made = Editor(project, "example")
    made.open(project.articles(sort="annotations", descending=True, reviewer="example")[0].id)
    yield made
    made.work.stop()
    project.close()


@pytest.fixture
def dialog(qtbot: QtBot, editor: Editor) -> Iterator[TagsetDialog]:
    """Return the tagset editor, shown and active."""
    made = TagsetDialog(editor)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    if isValid(made):
        made.close()
    qtbot.waitUntil(lambda: not isValid(made))


def asked(qtbot: QtBot, kind: type[D]) -> D:
    """Return the question of a kind that stands over the editor."""

    def shown() -> list[D]:
        windows = QApplication.topLevelWidgets()
        return [each for each in windows if isinstance(each, kind) and each.isActiveWindow()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def answer(qtbot: QtBot, kind: type[D], key: Qt.Key) -> None:
    """Answer a question with a key, and wait until it is gone."""
    question = asked(qtbot, kind)
    qtbot.keyClick(question, key)
    qtbot.waitUntil(lambda: not isValid(question))


def write(qtbot: QtBot, line: QWidget, text: str, end: Qt.Key = Key.Key_Return) -> None:
    """Write `text` in place of what stands in a field, and end with a key."""
    line.setFocus()
    qtbot.keyClick(line, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, end)


def choose(dialog: TagsetDialog, item: Item) -> None:
    """Choose an item of the list."""
    dialog.contents.list.setFocus()
    dialog.contents.list.go_to(item)
    assert dialog.contents.chosen == item


def problem_at(control: QWidget) -> str:
    """Return what is said to be wrong at a field."""
    field = control.parentWidget()
    assert isinstance(field, Field)
    return field.problem


def counted(editor: Editor, label: str) -> int:
    used = editor.project.labels_in_use().get((Kind.ENTITY, label))
    return used.annotations if used else 0


def labels(tagset: Tagset) -> list[str]:
    return [each.label for each in tagset.entities]


def test_a_label_is_renamed_over_the_project_and_undone(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    mentions = counted(editor, "GPE")
    assert mentions > 5
    choose(dialog, GPE)
    qtbot.keyClick(dialog.contents.list, Key.Key_F2)
    write(qtbot, dialog.focusWidget(), "PLACE")
    assert editor.tagset.find(Kind.ENTITY, "GPE"), "nothing is done before it is answered"
    answer(qtbot, AskFollowing, Key.Key_Return)
    assert dialog.contents.chosen == Item(Kind.ENTITY, "PLACE")
    assert (counted(editor, "GPE"), counted(editor, "PLACE")) == (0, mentions)
    assert editor.layer is not None
    assert problems(editor.tagset, editor.layer) == []
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert (counted(editor, "GPE"), counted(editor, "PLACE")) == (mentions, 0)
    assert editor.tagset == preset()
    assert not dialog.undo.isEnabled(), "what was done outside this dialog is not touched"


def test_a_key_takes_back_from_a_field_where_nothing_was_written(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    choose(dialog, GPE)
    qtbot.keyClick(dialog.contents.list, Key.Key_F2)
    field = dialog.focusWidget()
    assert isinstance(field, QLineEdit)
    write(qtbot, field, "PLACE")
    answer(qtbot, AskFollowing, Key.Key_Return)
    field.setFocus()
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and field.hasFocus())
    QTest.keySequence(field, "Ctrl+Z")
    assert editor.tagset == preset()
    qtbot.keyClicks(field, "x")
    QTest.keySequence(field, "Ctrl+Z")
    assert field.text() == "GPE", "what was written goes first"


def test_a_renaming_given_up_changes_nothing(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    choose(dialog, GPE)
    write(qtbot, dialog.label.label, "PLACE")
    answer(qtbot, AskFollowing, Key.Key_Escape)
    assert dialog.label.label.text() == "GPE"
    assert editor.tagset == preset()
    assert dialog.isVisible()


def test_escape_in_a_field_brings_its_text_back_and_leaves_the_dialog_open(
    qtbot: QtBot, dialog: TagsetDialog
) -> None:
    choose(dialog, GPE)
    write(qtbot, dialog.label.label, "PLACE", Key.Key_Escape)
    assert dialog.label.label.text() == "GPE"
    assert dialog.isVisible()
    qtbot.keyClick(dialog.label.label, Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_name_that_is_taken_is_refused_in_place(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    choose(dialog, GPE)
    write(qtbot, dialog.label.label, "Meeting")
    assert problem_at(dialog.label.label) == "The label Meeting is declared twice."
    assert dialog.label.label.accessibleDescription() == problem_at(dialog.label.label)
    assert editor.tagset == preset()
    dialog.label.key.setFocus()
    qtbot.keyClick(dialog.label.key, Key.Key_2)
    write(qtbot, dialog.label.label, "GPE")
    assert problem_at(dialog.label.label) == ""
    assert problem_at(dialog.label.key), "one field says nothing of another one"
    write(qtbot, dialog.label.names["en"], "Place")
    assert (dialog.label.key.text(), problem_at(dialog.label.key)) == ("4", "")


def test_a_key_is_taken_by_pressing_it(qtbot: QtBot, dialog: TagsetDialog, editor: Editor) -> None:
    choose(dialog, GPE)
    field = dialog.label.key
    field.setFocus()
    qtbot.keyClick(field, Key.Key_2)
    assert problem_at(field) == "The key 2 is taken by ORG."
    qtbot.keyClick(field, Key.Key_P, SHIFT)
    assert problem_at(field) == "The key Shift+P is taken by part_of.", "further down in the file"
    qtbot.keyClick(field, Key.Key_H)
    assert "used by the window" in problem_at(field)
    qtbot.keyClick(field, Key.Key_Q, SHIFT)
    assert problem_at(field) == ""
    found = editor.tagset.find(Kind.ENTITY, "GPE")
    assert found
    assert found.shortcut == "Shift+Q"
    qtbot.keyClick(field, Key.Key_Backspace)
    found = editor.tagset.find(Kind.ENTITY, "GPE")
    assert found
    assert found.shortcut == ""


def test_a_label_is_added_written_and_moved_by_keys(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    choose(dialog, GPE)
    qtbot.keyClick(dialog.contents.list, Key.Key_Insert)
    assert dialog.contents.chosen == Item(Kind.ENTITY, "New1")
    qtbot.keyClicks(dialog.focusWidget(), "SHIP")
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Tab)
    assert dialog.focusWidget() is dialog.label.key
    write(qtbot, dialog.label.names["vi"], "Tau")
    write(qtbot, dialog.label.color._line, "#aa3377")
    dialog.label.guideline.setFocus()
    qtbot.keyClicks(dialog.label.guideline, "Ships, *named*. <b>x</b>")
    shown = dialog.label.read.toPlainText()
    qtbot.keyClick(dialog.label.guideline, Key.Key_Tab)
    assert editor.tagset.entities[-1] == EntityType(
        "SHIP", {"vi": "Tau"}, color="#aa3377", guideline="Ships, *named*. <b>x</b>"
    )
    assert shown == "Ships, named. <b>x</b>", "Markdown is read, HTML is not"
    choose(dialog, Item(Kind.ENTITY, "SHIP"))
    qtbot.keyClick(dialog.contents.list, Key.Key_Up, ALT)
    assert labels(editor.tagset)[-2:] == ["SHIP", "MISC"]
    assert dialog.contents.chosen == Item(Kind.ENTITY, "SHIP")
    qtbot.keyClick(dialog.contents.list, Key.Key_Delete)
    assert labels(editor.tagset) == labels(preset()), "unused: nothing is asked"
    for _ in range(9):
        dialog.changes.undo()
    assert editor.tagset == preset()


@pytest.mark.parametrize("keep", [True, False])
def test_a_deleted_label_leaves_problems_or_nothing(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor, keep: bool
) -> None:
    mentions = counted(editor, "GPE")
    choose(dialog, GPE)
    qtbot.keyClick(dialog.contents.list, Key.Key_Delete)
    question = asked(qtbot, AskDeletion)
    assert question.focusWidget() is question.keep
    if not keep:
        qtbot.keyClick(question.keep, Key.Key_Down)
    answer(qtbot, AskDeletion, Key.Key_Return)
    assert editor.tagset.find(Kind.ENTITY, "GPE") is None
    assert counted(editor, "GPE") == (mentions if keep else 0)
    assert editor.layer is not None
    assert bool(problems(editor.tagset, editor.layer)) is keep
    assert editor.project.check() == []


def test_a_label_is_merged_into_another(qtbot: QtBot, dialog: TagsetDialog, editor: Editor) -> None:
    both = counted(editor, "GPE") + counted(editor, "LOC")
    choose(dialog, GPE)
    dialog.contents.merge.setFocus()
    qtbot.keyClick(dialog.contents.merge, Key.Key_Space)
    question = asked(qtbot, AskMerge)
    question.into.setFocus()
    qtbot.keyClicks(question.into, "LOC")
    assert f"change: {counted(editor, 'GPE')}" in question.facts.text()
    answer(qtbot, AskMerge, Key.Key_Return)
    assert counted(editor, "LOC") == both
    assert editor.project.check() == []


def test_the_wheel_changes_nothing(dialog: TagsetDialog, editor: Editor) -> None:
    choose(dialog, Item(Kind.EVENT, "Award"))
    before = editor.tagset
    form = dialog.label
    controls = (form.above, form.roles.least, form.roles.most)

    def shown() -> tuple[str, str, str]:
        return form.above.currentText(), form.roles.least.text(), form.roles.most.text()

    stood = shown()
    for control in controls:
        assert control.isVisible()
        for notch in (120, -120):
            event = QWheelEvent(
                QPointF(5, 5),
                QPointF(control.mapToGlobal(QPoint(5, 5))),
                QPoint(),
                QPoint(0, notch),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(control, event)
            assert (editor.tagset, shown()) == (before, stood)


def test_roles_are_added_filled_bounded_renamed_and_deleted(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    choose(dialog, Item(Kind.EVENT, "Award"))
    roles = dialog.label.roles

    def names() -> list[str]:
        event = editor.tagset.event("Award")
        assert event
        return [role.name for role in event.roles]

    before = names()
    roles.list.list.setFocus()
    qtbot.keyClick(roles.list.list, Key.Key_Insert)
    qtbot.keyClicks(dialog.focusWidget(), "Reason")
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Tab)
    assert names() == [*before, "Reason"]
    roles.fillers.setFocus()
    qtbot.keyClick(roles.fillers, Key.Key_Down)
    qtbot.keyClick(roles.fillers, Key.Key_Space)
    roles.least.setFocus()
    qtbot.keyClick(roles.least, Key.Key_Up)
    qtbot.keyClick(roles.least, Key.Key_Tab)
    event = editor.tagset.event("Award")
    assert event
    role = event.role("Reason")
    assert role
    assert (role.fillers, role.min, role.max) == (("ORG",), 1, None)
    roles.list.list.setFocus()
    qtbot.keyClick(roles.list.list, Key.Key_Up, ALT)
    assert names() == [*before[:-1], "Reason", before[-1]]
    roles.list.go_to(0)
    write(qtbot, roles.name, "Reason")
    assert problem_at(roles.name) == "The role Reason is declared twice."
    write(qtbot, roles.name, "Donor")
    answer(qtbot, AskFollowing, Key.Key_Return)
    assert names()[0] == "Donor"
    assert editor.layer is not None
    assert problems(editor.tagset, editor.layer) != [], "an award lacks its new Reason"
    assert {each.place for each in problems(editor.tagset, editor.layer)} == {"Reason"}
    roles.list.list.setFocus()
    qtbot.keyClick(roles.list.list, Key.Key_Delete)
    question = asked(qtbot, AskDeletion)
    qtbot.keyClick(question.keep, Key.Key_Down)
    answer(qtbot, AskDeletion, Key.Key_Return)
    [award] = [each for each in editor.layer if each.label == "Award"]
    assert "Donor" not in {link.role for link in award.links}


def test_attributes_their_values_and_labels_are_edited(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    choose(dialog, Item(None, "Tense"))
    form = dialog.attribute
    form.values.list.setFocus()
    qtbot.keyClick(form.values.list, Key.Key_F2)
    qtbot.keyClicks(dialog.focusWidget(), "done")
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)
    answer(qtbot, AskFollowing, Key.Key_Return)
    tense = next(each for each in editor.tagset.attributes if each.name == "Tense")
    assert tense.values == ("done", "present", "future", "unspecified")
    assert editor.layer is not None
    assert problems(editor.tagset, editor.layer) == []
    qtbot.keyClick(form.values.list, Key.Key_Delete)
    answer(qtbot, AskDeletion, Key.Key_Return)
    assert {each.place for each in problems(editor.tagset, editor.layer)} == {"Tense"}
    choose(dialog, Item(None, "Uncertain"))
    write(qtbot, form.name, "Doubt")
    answer(qtbot, AskFollowing, Key.Key_Return)
    assert any(each.attributes.get("Doubt") is True for each in editor.layer)


def test_an_attribute_is_added_and_gets_values(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    choose(dialog, Item(None, "Tense"))
    qtbot.keyClick(dialog.contents.list, Key.Key_Insert)
    qtbot.keyClicks(dialog.focusWidget(), "Source")
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Tab)
    form = dialog.attribute
    form.sort.setFocus()
    qtbot.keyClick(form.sort, Key.Key_End)
    assert editor.tagset.attributes[-1] == Attribute("Source", values=("value1",))
    form.values.list.setFocus()
    qtbot.keyClick(form.values.list, Key.Key_Insert)
    qtbot.keyClicks(dialog.focusWidget(), "press")
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(form.values.list.hasFocus)
    qtbot.keyClick(form.values.list, Key.Key_Up, ALT)
    assert editor.tagset.attributes[-1].values == ("press", "value1")


def test_relations_have_ends(qtbot: QtBot, dialog: TagsetDialog, editor: Editor) -> None:
    choose(dialog, Item(Kind.RELATION, "family"))
    form = dialog.label
    form.targets.setFocus()
    qtbot.keyClick(form.targets, Key.Key_Down)
    qtbot.keyClick(form.targets, Key.Key_Space)
    form.symmetric.setFocus()
    qtbot.keyClick(form.symmetric, Key.Key_Space)
    found = editor.tagset.relation("family")
    assert found
    assert (found.targets, found.symmetric) == (("PER", "ORG"), False)


def test_another_tagset_takes_its_place(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor, tmp_path: Path
) -> None:
    dialog.exchange.ask_to_replace(preset("conll-2003"))
    answer(qtbot, AskReplacement, Key.Key_Escape)
    assert editor.tagset == preset()
    dialog.exchange.ask_to_replace(preset("conll-2003"))
    answer(qtbot, AskReplacement, Key.Key_Return)
    assert editor.tagset == preset("conll-2003")
    file = tmp_path / "mine.toml"
    dialog.exchange.write(file)
    assert tagset_from_toml(file.read_text("utf-8")) == preset("conll-2003")
    file.write_text("entity = 3", "utf-8")
    dialog.exchange.read(file)
    assert str(file) in dialog.said.text()
    dialog.exchange.write(tmp_path / "no folder" / "x.toml")
    assert "can't be written" in dialog.said.text()
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert editor.tagset == preset()


def test_files_are_asked_for_and_colours_chosen(qtbot: QtBot, dialog: TagsetDialog) -> None:
    qtbot.keyClick(dialog.exchange.save, Key.Key_Space)
    qtbot.keyClick(asked(qtbot, QFileDialog), Key.Key_Escape)
    choose(dialog, GPE)
    qtbot.keyClick(dialog.label.color._swatch, Key.Key_Space)
    chosen = asked(qtbot, QColorDialog)
    chosen.colorSelected.emit(chosen.currentColor())
    assert dialog.label.color._line.text() == chosen.currentColor().name()
    qtbot.keyClick(chosen, Key.Key_Escape)


def test_the_tagset_itself_has_a_name(qtbot: QtBot, dialog: TagsetDialog, editor: Editor) -> None:
    choose(dialog, ITSELF)
    write(qtbot, dialog.itself.name, "Ours")
    assert editor.tagset.name == "Ours"
    assert not dialog.contents.remove.isEnabled()


def test_locked_layers_follow_and_are_counted(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    assert editor.apply(lambda layer: set_status(layer, Status.LOCKED))
    choose(dialog, GPE)
    write(qtbot, dialog.label.label, "PLACE")
    answer(qtbot, AskFollowing, Key.Key_Return)
    assert editor.layer is not None
    assert editor.layer.status is Status.LOCKED
    assert counted(editor, "GPE") == 0


def test_every_control_has_a_name(dialog: TagsetDialog) -> None:
    for item in (
        ITSELF,
        GPE,
        Item(Kind.EVENT, "Meeting"),
        Item(Kind.RELATION, "part_of"),
        Item(None, "Tense"),
    ):
        choose(dialog, item)
        for widget in dialog.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget


@pytest.mark.parametrize(
    "item", [ITSELF, GPE, Item(Kind.EVENT, "Meeting"), Item(None, "Tense")], ids=str
)
def test_tab_goes_round_through_list_form_and_buttons(dialog: TagsetDialog, item: Item) -> None:
    choose(dialog, item)
    assert passed_by_tab(dialog) == []


def test_a_guideline_is_written_in_all_the_room_there_is(
    qtbot: QtBot, dialog: TagsetDialog
) -> None:
    choose(dialog, GPE)
    low = dialog.label.guideline.height()
    dialog.resize(dialog.width(), dialog.height() + 100)
    qtbot.waitUntil(lambda: dialog.label.guideline.height() == low + 100)
    assert dialog.label.read.height() == low + 100
