"""A list of things to be ticked."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from annotator.ui.panels.rows import plain_tip

_DATA = Qt.ItemDataRole.UserRole
_ROW = 26


class CheckList(QListWidget):
    """Several of many things, ticked."""

    entered = Signal(object)
    """(values): the ticked ones, in the order of the list."""

    def __init__(self, lines: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(lines * _ROW)
        self.itemChanged.connect(self._tell)

    def show_choices(self, choices: Sequence[tuple[str, str]], chosen: Iterable[str]) -> None:
        """Offer (value, name) pairs, and tick those `chosen`."""
        ticked, row = set(chosen), self.currentRow()
        self.ensurePolished()  # else rows are laid out as high as they are without a style
        self.blockSignals(True)
        self.clear()
        for value, name in choices:
            item = QListWidgetItem(name, self)
            item.setData(_DATA, value)
            item.setToolTip(plain_tip(name))
            checked = Qt.CheckState.Checked if value in ticked else Qt.CheckState.Unchecked
            item.setCheckState(checked)
        self.setCurrentRow(row if 0 <= row < self.count() else 0)
        self.blockSignals(False)

    def ticked(self) -> tuple[str, ...]:
        """Return the values that are ticked, in the order of the list."""
        items = (self.item(row) for row in range(self.count()))
        ticked = (item for item in items if item.checkState() is Qt.CheckState.Checked)
        return tuple(item.data(_DATA) for item in ticked)

    def _tell(self) -> None:
        self.entered.emit(self.ticked())
