"""A short list of names that can be added to, taken from and put in another order."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.controls import icon_button
from annotator.ui.panels.rows import plain_tip
from annotator.ui.theme import SPACE

_LINE = 26


class NamedList(QWidget):
    """A list of names with buttons below it; where `editable`, F2 or a double click renames."""

    added = Signal()
    removed = Signal(int)
    """(row)."""
    moved = Signal(int, int)
    """(row, by how many places; below 0: up)."""
    renamed = Signal(int, str)
    """(row, name)."""
    current = Signal(int)
    """(row): another row is current; -1: none."""

    def __init__(self, lines: int, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editable = editable
        self.list = QListWidget()
        self.list.setProperty("role", "card")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(lines * _LINE)
        self.list.currentRowChanged.connect(self.current)
        self.list.itemChanged.connect(self._tell_name)
        self.add = self._button("add", self.tr("Add"), self.added.emit)
        self.remove = self._button("trash", self.tr("Delete"), self._remove)
        self.up = self._button("previous", self.tr("Move up"), lambda: self._move(-1))
        self.down = self._button("next", self.tr("Move down"), lambda: self._move(1))
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for button in (self.add, self.remove, self.up, self.down):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.list)
        column.addLayout(row)
        self.setFocusProxy(self.list)
        on_key(self.list, "Delete", self._remove)
        on_key(self.list, "Insert", self.added.emit)
        on_key(self.list, "Alt+Up", lambda: self._move(-1))
        on_key(self.list, "Alt+Down", lambda: self._move(1))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)

    def show_names(self, names: Sequence[str]) -> None:
        """Show `names`; the row that was current stays so."""
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for name in names:
            item = QListWidgetItem(name, self.list)
            item.setToolTip(plain_tip(name))
            if self._editable:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.list.setCurrentRow(max(0, min(row, len(names) - 1)) if names else -1)
        self.list.blockSignals(False)
        for button in (self.remove, self.up, self.down):
            button.setEnabled(bool(names))

    def go_to(self, row: int) -> None:
        """Make a row the current one."""
        self.list.setCurrentRow(row)

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.removed.emit(self.list.currentRow())

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + by < self.list.count():
            self.moved.emit(row, by)
            self.list.setCurrentRow(row + by)

    def _tell_name(self, item: QListWidgetItem) -> None:
        self.renamed.emit(self.list.row(item), item.text())

    def _button(self, picture: str, name: str, do: Callable[[], object]) -> QToolButton:
        button = icon_button(picture, name)
        button.clicked.connect(do)
        return button


def on_key(widget: QWidget, key: str, do: Callable[[], object]) -> None:
    """Let a key that `widget` may use for itself do something else while it has the focus."""
    shortcut = QShortcut(QKeySequence(key), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(do)
