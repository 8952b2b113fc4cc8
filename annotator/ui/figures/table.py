"""A table of figures: sorted by a click, walked through by the arrows, copied, written as CSV."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.formats.files import file_error, replaced_file
from annotator.formats.table_cells import line_of_cells
from annotator.model.palette import ink_on, mix
from annotator.ui import theme
from annotator.ui.figures.content import Cell, Table
from annotator.ui.figures.contents import number
from annotator.ui.panels.rows import plain_tip

_BYTE_ORDER_MARK = "\ufeff"
"""By which spreadsheets know UTF-8."""

_PALEST = 0.12
"""How much of the accent the ground of the least number has in a table of heat."""

_WIDEST = 260
"""Pixels that a column takes by itself."""

_WIDEST_NAME = 150
"""Pixels for the name of a row, or of a column, where both are labels."""

_VALUE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """Holds a table; `UserRole` gives a cell as it is, for sorting."""

    def __init__(self, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = table
        numbers = (cell for row in table.rows for cell in row if isinstance(cell, int | float))
        self._most = max(numbers, default=0) or 1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 as Qt has it
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 as Qt has it
        return 0 if parent.isValid() else len(self.table.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.table.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _shown(cell)
            case Qt.ItemDataRole.ToolTipRole if isinstance(cell, str):
                return plain_tip(cell)
            case Qt.ItemDataRole.TextAlignmentRole if not isinstance(cell, str):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.BackgroundRole if self.table.heat:
                ground = self._ground(cell)
                return QBrush(QColor(ground)) if ground else None
            case Qt.ItemDataRole.ForegroundRole if self.table.heat:
                ground = self._ground(cell)
                return QBrush(QColor(ink_on(ground) if ground else theme.colors().muted))
            case role if role == _VALUE:
                return cell
            case _:
                return None

    def _ground(self, cell: Cell) -> str:
        """Return the colour of a number's ground; none for 0 and for words."""
        if not cell or isinstance(cell, str):
            return ""
        colors = theme.colors()
        share = _PALEST + (1 - _PALEST) * cell / self._most
        return mix(colors.page, colors.accent, share)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        head = self.table.heads[section] if across else str(self.table.rows[section][0])
        numeric = across and any(not isinstance(row[section], str) for row in self.table.rows)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return head
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(head)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None


class _Heat(QStyledItemDelegate):
    """Lays a cell's ground below it, which the style sheet would leave out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(ground, QBrush):
            painter.fillRect(option.rect.adjusted(0, 0, -1, -1), ground)
        super().paint(painter, option, index)


class FiguresTable(QTableView):
    """Shows a table. The keys for copying copy the chosen rows, else all."""

    row_reached = Signal(int)
    """The row of the table, as it was given, in which the keyboard is now."""
    article_chosen = Signal(str)
    """Enter or a double click in the row of an article."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setMaximumWidth(_WIDEST_NAME)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSortRole(_VALUE)
        self.setItemDelegate(_Heat(self))
        self.setModel(self._proxy)
        self.activated.connect(self._choose)

    def show_table(self, table: Table) -> None:
        """Show another table, in its own order."""
        old = self._proxy.sourceModel()
        self._proxy.setSourceModel(TableModel(table, self))
        if old is not None:
            old.deleteLater()
        self._proxy.sort(-1)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(not table.heat)
        self.verticalHeader().setVisible(table.heat)
        self.setColumnHidden(0, table.heat)
        self.resizeColumnsToContents()
        widest = _WIDEST_NAME if table.heat else _WIDEST
        for column in range(self._proxy.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), widest))
        self.setCurrentIndex(self._proxy.index(0, int(table.heat)))
        self.clearSelection()

    def wanted_width(self) -> int:
        """Return the pixels in which all columns are seen."""
        beside = self.verticalHeader().width() if self.verticalHeader().isVisible() else 0
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return self.horizontalHeader().length() + beside + bar + 2 * self.frameWidth()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.row_reached.emit(self._proxy.mapToSource(current).row())

    def _choose(self, index: _Index) -> None:
        articles = self._table().articles
        if articles:
            self.article_chosen.emit(articles[self._proxy.mapToSource(index).row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy(sorted({index.row() for index in self.selectedIndexes()}) or None)
        else:
            super().keyPressEvent(event)

    def copy(self, rows: Iterable[int] | None = None) -> None:
        """Put rows, or all, into the clipboard with their heads, as spreadsheets take them."""
        lines = self._lines(range(self._proxy.rowCount()) if rows is None else rows)
        text = "".join(line_of_cells(line, "\t", "\n") for line in lines)
        QApplication.clipboard().setText(text)

    def save(self, path: Path) -> None:
        """Write the table as CSV; raises FileError where that can't be."""
        lines = self._lines(range(self._proxy.rowCount()))
        text = _BYTE_ORDER_MARK + "".join(map(line_of_cells, lines))
        try:
            with replaced_file(path) as file:
                file.write(text.encode())
        except OSError as error:
            raise file_error(error, path) from error

    def _lines(self, rows: Iterable[int]) -> Iterable[list[str]]:
        table = self._table()
        yield list(table.heads)
        for row in rows:
            source = self._proxy.mapToSource(self._proxy.index(row, 0)).row()
            yield ["" if cell is None else str(cell) for cell in table.rows[source]]

    def _table(self) -> Table:
        model = self._proxy.sourceModel()
        assert isinstance(model, TableModel)
        return model.table


def _shown(cell: Cell) -> str:
    if cell is None:
        return "–"
    return cell if isinstance(cell, str) else number(cell)
