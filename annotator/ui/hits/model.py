"""Hits as rows of a table, each with a tick: what is done to all is done to those ticked."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from annotator.search.hits import Hit, Order, in_order
from annotator.ui import theme
from annotator.ui.fonts import font
from annotator.ui.panels.rows import plain_tip

LEFT, HIT, RIGHT, LABEL, ARTICLE = range(5)
"""The columns."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TICK = Qt.ItemDataRole.CheckStateRole
_RIGHT_ALIGNED = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HitModel(QAbstractTableModel):
    """The hits found so far, in an order; all are ticked until one takes the tick off."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []
        self._found: list[Hit] = []
        self._order: Order = "article"
        self._unticked: set[Hit] = set()
        self._titles = (
            self.tr("Before"), self.tr("Hit"), self.tr("After"), self.tr("Label"),
            self.tr("Article"),
        )  # fmt: skip

    def clear(self) -> None:
        """Forget all hits, and which were ticked."""
        self.beginResetModel()
        self.hits, self._found = [], []
        self._unticked = set()
        self.endResetModel()

    def add(self, hits: list[Hit]) -> None:
        """Put `hits` behind the others; `settle` puts them in order."""
        first = len(self.hits)
        self.beginInsertRows(_ROOT, first, first + len(hits) - 1)
        self._found += hits
        self.hits += hits
        self.endInsertRows()

    def sort_by(self, order: Order) -> None:
        """Put all in another order."""
        self._order = order
        self.settle()

    def settle(self) -> None:
        """Put in order what came last."""
        if self._order == "article" and self.hits == self._found:
            return
        self.layoutAboutToBeChanged.emit()
        self.hits = in_order(self._found, self._order)
        self.layoutChanged.emit()

    def ticked(self) -> list[Hit]:
        """Return the hits that are ticked, in the order shown."""
        return [each for each in self.hits if each not in self._unticked]

    def count_ticked(self) -> int:
        """Return how many hits are ticked."""
        return len(self.hits) - len(self._unticked)

    def tick(self, rows: list[int], ticked: bool) -> None:
        """Put ticks on rows, or take them off."""
        hits = {self.hits[row] for row in rows}
        self._unticked = self._unticked - hits if ticked else self._unticked | hits
        for row in rows:
            index = self.index(row, HIT)
            self.dataChanged.emit(index, index, [_TICK])

    def is_ticked(self, row: int) -> bool:
        """Return whether the hit in `row` is ticked."""
        return self.hits[row] not in self._unticked

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | Qt.AlignmentFlag | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return _RIGHT_ALIGNED if section == LEFT else left
        return self._titles[section] if role == _DISPLAY else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == HIT else flags

    def data(
        self, index: _Index, role: int = _DISPLAY
    ) -> str | Qt.AlignmentFlag | Qt.CheckState | QFont | QColor | None:
        hit, column = self.hits[index.row()], index.column()
        match Qt.ItemDataRole(role):
            case Qt.ItemDataRole.DisplayRole:
                return _cell(hit, column)
            case Qt.ItemDataRole.AccessibleTextRole if column == HIT:
                return f"{hit.left}{hit.words}{hit.right}"
            case Qt.ItemDataRole.ToolTipRole if column in (HIT, LABEL, ARTICLE):
                return plain_tip(_cell(hit, column))
            case Qt.ItemDataRole.TextAlignmentRole if column == LEFT:
                return _RIGHT_ALIGNED
            case Qt.ItemDataRole.CheckStateRole if column == HIT:
                ticked = self.is_ticked(index.row())
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.FontRole if column == HIT:
                return font(weight=QFont.Weight.DemiBold)
            case Qt.ItemDataRole.ForegroundRole if column in (LABEL, ARTICLE):
                return QColor(theme.colors().muted)
            case _:
                return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _TICK:
            return False
        self.tick([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


def _cell(hit: Hit, column: int) -> str:
    match column:
        case 0:
            return hit.left
        case 1:
            return hit.words or hit.annotation
        case 2:
            return hit.right
        case 3:
            return f"{hit.label} · {hit.reviewer}" if hit.kind else ""
        case _:
            return hit.title
