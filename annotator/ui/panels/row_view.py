"""The list of the panels: one column of rows, reached by key and pointer, that tells when empty."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from annotator.ui.controls import draw_hint
from annotator.ui.panels.row_painting import (
    ONE_LINE,
    TWO_LINES,
    RowPainter,
    button_at,
)
from annotator.ui.panels.rows import AnyIndex, Row, RowList, RowModel
from annotator.ui.theme import SPACE

_NONE = Qt.KeyboardModifier.NoModifier


class RowView(QTableView):
    """Shows a RowModel: a table of one column, since a table lays out any number of rows at once.

    With no rows it shows `empty`: what to do next.
    """

    touched = Signal()
    """A key or a button is about to be taken: what is shown has to be true now."""
    chosen = Signal(object)
    """(Row): clicked, or Enter."""
    button_pressed = Signal(object, str)
    """(Row, name): a button of the row was clicked."""
    fold_asked = Signal(object, bool)
    """(Row, open): a group should be opened or folded."""
    removal_asked = Signal(object)
    """(Row): Delete was pressed on a row."""
    menu_asked = Signal(object, QPoint)
    """(Row, global position): the context menu of a row, by pointer or key."""
    key_pressed = Signal(object, str)
    """(Row, text): a key without a meaning of its own was pressed on a row."""
    pointed = Signal(object)
    """(Row or None): the row under the pointer, or with the keyboard's focus, is another."""

    def __init__(
        self, model: RowModel, name: str, parent: QWidget | None = None, *, two_lines: bool = False
    ) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # to name one of Qt's making, PySide loads all kinds: 45 ms
        self.rows = model
        self.empty = ""
        self._button_held = False
        self._painter = RowPainter(two_lines, self)
        self.setItemDelegate(self._painter)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        # The painter of rows draws their ground itself.
        self.setStyleSheet("selection-background-color: transparent")
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMinimumSize(0, TWO_LINES)
        height = TWO_LINES if two_lines else ONE_LINE
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(0)
        self.horizontalHeader().hide()
        self.clicked.connect(self._clicked)

    def row(self, index: AnyIndex) -> Row | None:
        """Return the row at `index`, or None."""
        return self.rows.row_at(index.row()) if index.isValid() else None

    def current(self) -> Row | None:
        """Return the row that the keyboard is on, or None."""
        return self.row(self.currentIndex())

    def selected(self) -> list[Row]:
        """Return the selected rows, from the top."""
        return [self.rows.row_at(n) for each in selected_stretches(self) for n in each]

    def go_to(self, key: Hashable | None) -> None:
        """Make the row that stands for `key` the current one; none, where there is no such row."""
        number = None if key is None else self.rows.number_of(key)
        if number is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif number != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.go_to_number(number)

    def go_to_number(self, number: int) -> None:
        """Make the row at `number` the current one, and scroll it into view."""
        index = self.rows.index(number, 0)
        selects = self.selectionMode() is not QAbstractItemView.SelectionMode.NoSelection
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            index, flag.ClearAndSelect if selects else flag.NoUpdate
        )
        self.scrollTo(index)

    def _clicked(self, index: QModelIndex) -> None:
        row = self.row(index)
        if row is not None:
            self._enter(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self.row(index)
        button = button_at(self.visualRect(index), row, point) if row else None
        if button is not None and event.button() is Qt.MouseButton.LeftButton:
            self._button_held = True
            self.setCurrentIndex(index)
            self.button_pressed.emit(row, button.name)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._button_held:
            self._button_held = False
        else:
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.position().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._painter.pointer = None
        self.pointed.emit(self.current() if self.hasFocus() else None)

    def _point(self, point: QPoint) -> None:
        self._painter.pointer = point
        index = self.indexAt(point)
        row = self.row(index)
        self.pointed.emit(row)
        if row is not None and row.buttons:
            self.viewport().update(self.visualRect(index))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.pointed.emit(self.row(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.touched.emit()
        row = self.current()
        if row is None or not self._took(event, row):
            super().keyPressEvent(event)

    def _took(self, event: QKeyEvent, row: Row) -> bool:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if not plain:
            return False
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter(row)
            case Qt.Key.Key_Space if row.checked is not None or row.open is not None:
                self._enter(row)
            case Qt.Key.Key_Left | Qt.Key.Key_Right if row.open is not None:
                self.fold_asked.emit(row, event.key() == Qt.Key.Key_Right)
            case Qt.Key.Key_Home | Qt.Key.Key_End if event.modifiers() == _NONE:
                self.go_to_number(0 if event.key() == Qt.Key.Key_Home else self.rows.rowCount() - 1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removal_asked.emit(row)
            case Qt.Key.Key_F2:
                self.key_pressed.emit(row, "F2")
            case _ if event.text().strip() and event.text().isprintable():
                self.key_pressed.emit(row, event.text())
            case _:
                return False
        return True

    def _enter(self, row: Row) -> None:
        if row.open is not None:
            self.fold_asked.emit(row, not row.open)
        else:
            self.chosen.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.touched.emit()
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            below = self.visualRect(index).bottomLeft() + QPoint(2 * SPACE, 0)
            point = self.viewport().mapToGlobal(below) if by_key else event.globalPos()
            self.menu_asked.emit(self.row(index), point)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows.rowCount():
            draw_hint(self.viewport(), self.empty, focused=self.hasFocus())

    def set_empty(self, text: str) -> None:
        """Say what to do next where there is nothing to show."""
        if text != self.empty:
            self.empty = text
            self.setAccessibleDescription(text)
            self.viewport().update()


def selected_stretches(view: RowView) -> list[range]:
    """Return the stretches of selected rows, from the top: few, however many rows are selected."""
    selection = view.selectionModel().selection()
    found = (selection.at(number) for number in range(selection.count()))
    return sorted(
        (range(each.top(), each.bottom() + 1) for each in found), key=lambda each: each[0]
    )


class RowListView(RowView):
    """A RowView of a list of its own that is shown anew as a whole."""

    def __init__(
        self, name: str, parent: QWidget | None = None, *, two_lines: bool = False
    ) -> None:
        self.list = RowList()
        super().__init__(self.list, name, parent, two_lines=two_lines)
        self.list.setParent(self)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows` instead; what was current stays so, or the row in its place is."""
        place, current = self.currentIndex().row(), self.current()
        self.list.set_rows(rows)
        if current is not None and rows:
            number = self.rows.number_of(current.key)
            self.go_to_number(min(place, len(rows) - 1) if number is None else number)
        if not rows:
            self.viewport().update()
