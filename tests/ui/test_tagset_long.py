"""What the tagset editor changes all over a long project: behind, until it is cancelled."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.model.annotation import Kind
from annotator.model.edits import relabel
from annotator.model.tagset import Attribute, EntityType, Tagset
from annotator.ui.dialogs.tagset import TagsetDialog
from annotator.ui.dialogs.tagset.asking import (
    AskDeletion,
    AskFollowing,
    AskMerge,
    AskReplacement,
)
from annotator.ui.dialogs.tagset.outline import Item
from annotator.ui.dialogs.waiting import Waiting
from annotator.ui.editor import Editor
from annotator.ui.steps import MANY
from tests.copies import new_project
from tests.ui.holding import held
from tests.ui.much_tagged import much_tagged
from tests.ui.test_tagset_editor import answer, asked, choose, write

Key = Qt.Key
TAGSET = Tagset(
    name="made up",
    entities=(EntityType("LOC"), EntityType("PER"), EntityType("ORG")),
    attributes=(Attribute("Sure", values=(True, False)),),
)
ARTICLES = MANY // 50 + 2
MENTIONS = 50 * ARTICLES
LOC = Item(Kind.ENTITY, "LOC")


@pytest.fixture
def editor(qtbot: QtBot, tmp_path: Path) -> Iterator[Editor]:
    """Return an editor on articles with so many places that what is done to all takes long."""
    project = new_project(tmp_path / "made-up.anno", TAGSET)
    project.add((much_tagged(n, 50, Sure=True) for n in range(ARTICLES)), by="lan")
    made = Editor(project, "lan")
    made.open("a0")
    yield made
    made.work.stop()
    project.close()


@pytest.fixture
def dialog(qtbot: QtBot, editor: Editor) -> Iterator[TagsetDialog]:
    """Return the tagset editor, shown and active, on a place."""
    made = TagsetDialog(editor)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    choose(made, LOC)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not isValid(made))


def cancelled(qtbot: QtBot, editor: Editor, begin: Callable[[], None]) -> None:
    """Begin what takes long, cancel it by a key, and wait until that is done."""
    with held(editor.work):
        begin()
        waiting = asked(qtbot, Waiting)
        qtbot.keyClick(waiting, Key.Key_Escape)
        assert waiting.isVisible(), "it stands there until the work has ended"
        assert not waiting.cancel.isEnabled()
    qtbot.waitUntil(lambda: not isValid(waiting))


def labels(editor: Editor) -> dict[str, int]:
    """Return how often each label is used, which must be the same in the open layer."""
    used = editor.project.labels_in_use()
    assert editor.layer is not None
    assert {each.label for each in editor.layer} == {label for _, label in used}
    return {label: usage.annotations for (_, label), usage in used.items()}


def rename(qtbot: QtBot, dialog: TagsetDialog) -> None:
    write(qtbot, dialog.label.label, "PLACE")


def test_a_label_is_renamed_and_undone(qtbot: QtBot, dialog: TagsetDialog, editor: Editor) -> None:
    rename(qtbot, dialog)
    answer(qtbot, AskFollowing, Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.contents.chosen == Item(Kind.ENTITY, "PLACE"))
    assert labels(editor) == {"PLACE": MENTIONS}
    qtbot.waitUntil(lambda: dialog.undo.isEnabled() and dialog.isActiveWindow())
    QTest.keySequence(dialog, "Ctrl+Z")
    qtbot.waitUntil(lambda: editor.tagset == TAGSET and dialog.isActiveWindow())
    assert labels(editor) == {"LOC": MENTIONS}
    assert not dialog.undo.isEnabled()
    assert editor.project.check() == []


def test_how_far_it_is_is_counted(qtbot: QtBot, dialog: TagsetDialog, editor: Editor) -> None:
    counts: list[str] = []
    with held(editor.work):
        rename(qtbot, dialog)
        waiting = asked(qtbot, Waiting)
        editor.work.jobs[1].progressed.connect(lambda *_: counts.append(waiting.count.text()))
    answer(qtbot, AskFollowing, Key.Key_Escape)
    assert counts[0] == f"0 / {ARTICLES}"
    assert dialog.label.label.text() == "LOC"


def test_reading_that_is_cancelled_leaves_the_dialog_as_it_was(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    qtbot.waitUntil(lambda: not editor.work.jobs)
    cancelled(qtbot, editor, lambda: rename(qtbot, dialog))
    assert dialog.isVisible()
    assert dialog.label.label.text() == "LOC"
    assert editor.tagset == TAGSET
    rename(qtbot, dialog)
    answer(qtbot, AskFollowing, Key.Key_Return)
    qtbot.waitUntil(lambda: editor.tagset != TAGSET)


def test_writing_that_is_cancelled_has_changed_nothing(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    rename(qtbot, dialog)
    question = asked(qtbot, AskFollowing)
    qtbot.waitUntil(lambda: not editor.work.jobs)
    cancelled(qtbot, editor, lambda: qtbot.keyClick(question, Key.Key_Return))
    assert dialog.label.label.text() == "LOC"
    assert editor.tagset == TAGSET
    assert labels(editor) == {"LOC": MENTIONS}
    assert not dialog.undo.isEnabled()
    assert editor.project.check() == []


def test_why_it_can_not_be_written_is_said(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    rename(qtbot, dialog)
    question = asked(qtbot, AskFollowing)
    editor.project.commit(relabel(editor.project.layer("a1", "lan"), ["T1"], "PER"), "mai")
    qtbot.keyClick(question, Key.Key_Return)
    qtbot.waitUntil(lambda: "no longer as it was" in dialog.said.text())
    assert dialog.label.label.text() == "LOC"
    assert editor.tagset == TAGSET
    assert not dialog.undo.isEnabled()


def test_undo_that_is_cancelled_can_be_asked_for_again(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    rename(qtbot, dialog)
    answer(qtbot, AskFollowing, Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.undo.isEnabled() and not editor.work.jobs)
    click = Qt.MouseButton.LeftButton
    cancelled(qtbot, editor, lambda: qtbot.mouseClick(dialog.undo, click))
    assert labels(editor) == {"PLACE": MENTIONS}
    qtbot.waitUntil(lambda: dialog.undo.isEnabled() and dialog.isActiveWindow())
    qtbot.mouseClick(dialog.undo, click)
    qtbot.waitUntil(lambda: editor.tagset == TAGSET)
    assert labels(editor) == {"LOC": MENTIONS}


def test_the_dialog_is_not_closed_meanwhile(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    with held(editor.work):
        rename(qtbot, dialog)
        waiting = asked(qtbot, Waiting)
        qtbot.keyClick(waiting, Key.Key_Return)
        assert waiting.isModal()
        assert waiting.isVisible()
        waiting.close()
        assert waiting.isVisible()
    qtbot.waitUntil(lambda: not isValid(waiting))
    assert dialog.isVisible()
    assert editor.tagset == TAGSET


def test_a_label_is_merged(qtbot: QtBot, dialog: TagsetDialog, editor: Editor) -> None:
    qtbot.mouseClick(dialog.contents.merge, Qt.MouseButton.LeftButton)
    question = asked(qtbot, AskMerge)
    assert question.facts.text() == (
        f"Annotations that change: {MENTIONS}\nArticles concerned: {ARTICLES}"
    )
    question.into.setFocus()
    qtbot.keyClicks(question.into, "ORG")
    answer(qtbot, AskMerge, Key.Key_Return)
    qtbot.waitUntil(dialog.undo.isEnabled)
    assert labels(editor) == {"ORG": MENTIONS}


@pytest.mark.parametrize("keep", [True, False])
def test_a_label_is_deleted(qtbot: QtBot, dialog: TagsetDialog, editor: Editor, keep: bool) -> None:
    qtbot.keyClick(dialog.contents.list, Key.Key_Delete)
    question = asked(qtbot, AskDeletion)
    if not keep:
        qtbot.keyClick(question.keep, Key.Key_Down)
    answer(qtbot, AskDeletion, Key.Key_Return)
    qtbot.waitUntil(dialog.undo.isEnabled)
    assert labels(editor) == ({"LOC": MENTIONS} if keep else {})


def test_an_attribute_is_renamed(qtbot: QtBot, dialog: TagsetDialog, editor: Editor) -> None:
    choose(dialog, Item(None, "Sure"))
    write(qtbot, dialog.attribute.name, "Certain")
    answer(qtbot, AskFollowing, Key.Key_Return)
    qtbot.waitUntil(dialog.undo.isEnabled)
    assert editor.layer is not None
    assert {tuple(each.attributes) for each in editor.layer} == {("Certain",)}


def test_what_a_tagset_lacks_is_counted_first(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    other = Tagset(name="other", entities=(EntityType("PER"),))
    dialog.exchange.ask_to_replace(other)
    answer(qtbot, AskReplacement, Key.Key_Return)
    assert editor.tagset == other


def test_how_often_labels_are_used_is_shown_when_it_is_known(
    qtbot: QtBot, dialog: TagsetDialog, editor: Editor
) -> None:
    view = dialog.contents.list

    def shown() -> list[str]:
        row = view.rows.row_at(view.rows.number_of(LOC) or 0)
        return [each.number for each in row.counts]

    qtbot.waitUntil(lambda: shown() == [str(MENTIONS)])
