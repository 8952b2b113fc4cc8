"""The history by keys and mouse."""

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.message import message
from annotator.ui.panels.history import HistoryPanel
from tests.ui.panels.acting import Key, Show, Tag, click, go_to, row_of, rows, texts

MADE = ["Add 3 articles", "Make the project"]
"""What was done to the project before any layer."""


def test_steps_are_listed_the_newest_on_top(show: Show, tag: Tag) -> None:
    tag("LOC", "Lạng Sơn")
    panel = show(HistoryPanel)
    tester = QAbstractItemModelTester(
        panel.steps, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    tag("PER", "Hồ Tiến Thiệu")

    assert texts(panel.view) == ["Add PER “Hồ Tiến Thiệu”", "Add LOC “Lạng Sơn”", *MADE]
    assert [row.icon for row in rows(panel.view)] == ["edit", "edit", "project", "project"]
    assert rows(panel.view)[0].detail.endswith(" · lan")
    assert tester.model() is panel.steps


def test_what_was_undone_is_struck_and_says_so(show: Show, tag: Tag) -> None:
    panel = show(HistoryPanel)
    tag("LOC", "Lạng Sơn")
    panel.editor.undo()

    undo, step, *_ = rows(panel.view)
    assert undo.text == "Undone: Add LOC “Lạng Sơn”"
    assert step.struck
    assert step.detail.startswith("taken back · ")

    panel.editor.redo()
    redo, undo, step, *_ = rows(panel.view)
    assert redo.text == "Redone: Add LOC “Lạng Sơn”"
    assert undo.struck
    assert not step.struck


def test_choosing_a_step_shows_the_past_and_a_way_back(qtbot: QtBot, show: Show, tag: Tag) -> None:
    tag("LOC", "Lạng Sơn")
    tag("PER", "Hồ Tiến Thiệu")
    panel = show(HistoryPanel)
    first = panel.steps.step_at(1).number
    assert not panel.banner.isVisible()

    click(qtbot, panel.view, first)
    assert panel.editor.past == first
    assert panel.editor.layer is not None
    assert [each.label for each in panel.editor.layer] == ["LOC"]
    assert panel.banner.isVisible()
    assert row_of(panel.view, first).marked

    panel.editor.show_past(None)
    assert panel.editor.past is None
    assert len(panel.editor.layer) == 2
    assert not panel.banner.isVisible()

    go_to(panel.view, first)
    qtbot.keyClick(panel.view, Key.Key_Return)
    assert panel.editor.past == first
    qtbot.keyClick(panel.view, Key.Key_Up)
    qtbot.keyClick(panel.view, Key.Key_Return)
    assert panel.editor.past is None


def test_the_layer_is_brought_back_in_one_step(show: Show, tag: Tag) -> None:
    one = tag("LOC", "Lạng Sơn")
    tag("PER", "Hồ Tiến Thiệu")
    panel = show(HistoryPanel)
    panel.editor.apply(lambda layer: edits.relabel(layer, [one], "ORG"))
    panel.editor.show_past(panel.steps.step_at(2).number)

    panel.restore.click()

    assert panel.editor.past is None
    assert panel.editor.layer is not None
    assert [(each.id, each.label) for each in panel.editor.layer] == [(one, "LOC")]
    assert texts(panel.view)[0] == "Go back to how it was after: Add LOC “Lạng Sơn”"
    panel.editor.undo()
    assert [each.label for each in panel.editor.layer] == ["ORG", "PER"]


def test_the_menu_goes_back_too(qtbot: QtBot, show: Show, tag: Tag) -> None:
    tag("LOC", "Lạng Sơn")
    tag("PER", "Hồ Tiến Thiệu")
    panel = show(HistoryPanel)
    first = panel.steps.step_at(1).number
    panel.view.menu_asked.emit(row_of(panel.view, first), panel.mapToGlobal(QPoint(9, 9)))
    menu = next(menu for menu in panel.findChildren(QMenu) if menu.isVisible())
    menu.actions()[1].trigger()
    menu.close()
    assert panel.editor.layer is not None
    assert [each.label for each in panel.editor.layer] == ["LOC"]


def test_another_article_has_its_own_history(show: Show, tag: Tag) -> None:
    tag("LOC", "Lạng Sơn")
    panel = show(HistoryPanel)
    panel.editor.open("b")
    assert texts(panel.view) == MADE
    panel.editor.open("a")
    assert texts(panel.view) == ["Add LOC “Lạng Sơn”", *MADE]


def test_what_was_done_to_the_tagset_is_listed(show: Show) -> None:
    panel = show(HistoryPanel)
    tagset = panel.editor.tagset
    change = Change(Address(Subject.TAGSET), tagset, replace(tagset, name="other"))
    panel.editor.apply(Edit(message("Rename the tagset"), (change,)))
    assert texts(panel.view) == ["Rename the tagset", *MADE]
    panel.editor.undo()
    assert texts(panel.view)[0] == "Undone: Rename the tagset"
