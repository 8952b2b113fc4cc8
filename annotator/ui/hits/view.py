"""The table of hits: aligned at what was found, reached by key and pointer."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.ui.controls import draw_hint
from annotator.ui.hits.model import ARTICLE, HIT, LABEL, LEFT, RIGHT, HitModel
from annotator.ui.theme import SPACE

_WIDTHS = {LEFT: 7, HIT: 5, RIGHT: 7, LABEL: 3, ARTICLE: 3}
"""How the width is parted among the columns."""

_LEAST_WIDTH = 90 * SPACE
"""In less there is room for the hits and the words around them alone."""


class _CutAtTheLeft(QStyledItemDelegate):
    """Shows the end of what is too long: it is next to the hit."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class HitView(QTableView):
    """Shows a HitModel. Enter or a double click chooses a hit, Space takes ticks off and on."""

    chosen = Signal(int)
    """(row): go to this hit."""
    left = Signal()
    """The keyboard goes back to the query."""

    def __init__(self, model: HitModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._labelled = False
        self.empty = ""
        self.setModel(model)
        self.setAccessibleName(self.tr("Hits"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(6 * SPACE)
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(5 * SPACE)
        self.horizontalHeader().setHighlightSections(False)
        self.setItemDelegateForColumn(LEFT, _CutAtTheLeft(self))
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))

    def set_empty(self, text: str) -> None:
        """Say `text` where there are no hits."""
        self.empty = text
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def show_labels(self, shown: bool) -> None:
        """Show the labels, or leave their room to the words around the hits."""
        self._labelled = shown
        self._share_width()

    def _share_width(self) -> None:
        narrow = self.viewport().width() < _LEAST_WIDTH
        self.setColumnHidden(LABEL, narrow or not self._labelled)
        self.setColumnHidden(ARTICLE, narrow)
        shown = {
            column: part for column, part in _WIDTHS.items() if not self.isColumnHidden(column)
        }
        for column, part in shown.items():
            self.setColumnWidth(column, part * self.viewport().width() // sum(shown.values()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.rowCount():
            draw_hint(self.viewport(), self.empty, focused=self.hasFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row >= 0:
                self.chosen.emit(row)
            case Qt.Key.Key_Space if row >= 0:
                rows = [index.row() for index in self.selectionModel().selectedRows()] or [row]
                self._model.tick(rows, not self._model.is_ticked(row))
            case Qt.Key.Key_Up if row == 0 and not event.modifiers():
                self.left.emit()
            case Qt.Key.Key_Home if row >= 0:
                self.selectRow(0)
            case Qt.Key.Key_End if row >= 0:
                self.selectRow(self._model.rowCount() - 1)
            case Qt.Key.Key_Escape:
                event.ignore()
            case _:
                super().keyPressEvent(event)
