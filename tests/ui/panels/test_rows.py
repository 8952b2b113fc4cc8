"""Lists tell their view exactly what differs, and are painted so that nothing is lost."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.entry_list import EntryList
from annotator.ui.dialogs.palette import Entry
from annotator.ui.figures.content import Table
from annotator.ui.figures.table import FiguresTable
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Row, RowList, plain_tip

ROWS = st.lists(
    st.builds(Row, key=st.integers(0, 6), text=st.sampled_from("ab")),
    unique_by=lambda row: row.key,
    max_size=7,
)


class Mirror:
    """What a view would show that looks at no more than it is told of."""

    def __init__(self, model: RowList) -> None:
        self.rows = list(model.rows)
        self._model = model
        model.rowsInserted.connect(self._insert)
        model.rowsRemoved.connect(self._remove)
        model.dataChanged.connect(self._change)

    def _insert(self, _parent: object, first: int, last: int) -> None:
        self.rows[first:first] = self._model.rows[first : last + 1]

    def _remove(self, _parent: object, first: int, last: int) -> None:
        del self.rows[first : last + 1]

    def _change(self, top: object, bottom: object, _roles: object) -> None:
        first, last = top.row(), bottom.row() + 1
        self.rows[first:last] = self._model.rows[first:last]


@given(st.lists(ROWS, min_size=1, max_size=6))
def test_what_is_told_leads_from_one_list_to_the_next(lists: list[list[Row]]) -> None:
    model = RowList()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    mirror = Mirror(model)
    for rows in lists:
        model.set_rows(rows)
        assert mirror.rows == rows
    assert tester.model() is model


def test_a_row_that_changed_keeps_its_place() -> None:
    model = RowList()
    model.set_rows([Row("a", "1"), Row("b", "2"), Row("c", "3")])
    told: list[tuple[int, int]] = []
    moved: list[object] = []
    model.dataChanged.connect(lambda top, bottom: told.append((top.row(), bottom.row())))
    model.rowsRemoved.connect(lambda *what: moved.append(what))

    model.set_rows([Row("a", "1"), Row("b", "two"), Row("c", "3")])

    assert told == [(1, 1)]
    assert not moved


def test_tips_show_markup_as_it_is_written() -> None:
    model: QAbstractItemModel = RowList()
    model.set_rows([Row("a", "<b>x</b> & <img src=y>")])

    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)

    assert tip == "<div>&lt;b&gt;x&lt;/b&gt; &amp; &lt;img src=y&gt;</div>"
    assert plain_tip("") == ""


def test_headings_are_passed_by() -> None:
    model = RowList()
    model.set_rows([Row("h", "Heading", heading=True), Row("a", "1")])

    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_long_text_leaves_room_for_what_its_colour_means(qtbot: QtBot) -> None:
    view = RowListView("made up")
    qtbot.addWidget(view)
    view.resize(300, 100)

    def painted(detail: str) -> QImage:
        view.show_rows([Row("a", "Một cái tên rất dài " * 9, detail, color="#cc3333")])
        return view.grab().toImage()

    assert painted("Part of") != painted("Located in")


def empty_rows() -> RowListView:
    """Return a list of no rows, with a hint."""
    view = RowListView("made up")
    view.set_empty("Do this.")
    return view


def two_entries() -> EntryList:
    """Return a list as the palette has it."""
    view = EntryList("made up")
    view.show_entries([Entry("", "One", "", bool), Entry("", "Two", "", bool)])
    return view


def figures() -> FiguresTable:
    """Return a table of figures."""
    view = FiguresTable("made up")
    view.show_table(Table(("Label", "Count"), (("<b>x</b>", 3), ("PER", 2))))
    return view


@pytest.mark.parametrize("make", [empty_rows, two_entries, figures])
def test_it_is_seen_that_a_list_has_the_focus(
    qtbot: QtBot, make: Callable[[], QAbstractItemView]
) -> None:
    window, view, field = QWidget(), make(), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for each in (view, field):
        column.addWidget(each)
    field.setFocus()
    window.show()
    qtbot.waitUntil(field.hasFocus)
    before = view.grab().toImage()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.waitUntil(view.hasFocus)
    assert view.grab().toImage() != before


def test_tips_of_figures_take_nothing_for_markup(qtbot: QtBot) -> None:
    view = figures()
    qtbot.addWidget(view)
    tip = view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<div>&lt;b&gt;x&lt;/b&gt;</div>"
