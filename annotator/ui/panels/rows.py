"""What the lists of the panels show: rows as plain values, and the models that hold them."""

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex

_LONGEST_TIP = 1000


class Button(NamedTuple):
    """A small button at the end of a row: what it is for, its icon, and what it says."""

    name: str
    icon: str
    tip: str


class Count(NamedTuple):
    """A number at the end of a row, with the icon of what it counts, or none."""

    number: str
    icon: str = ""


class Row(NamedTuple):
    """One row of a list: what it stands for (`key`, hashable), and what is painted of it.

    `color` is a label's swatch; `icon` is drawn in `tone` and the secondary text `detail` in
    `detail_tone` ("muted", "accent", "problem", "warning", "done"); `shortcut` looks like a key;
    `open` is the state of a group that can be folded (None: it can't), `checked` that of a check
    box. `spoken` is what a screen reader says, `tip` what the pointer brings up: left out, both are
    made from what is painted.
    """

    key: Hashable
    text: str
    detail: str = ""
    color: str = ""
    icon: str = ""
    tone: str = "muted"
    detail_tone: str = "muted"
    counts: tuple[Count, ...] = ()
    shortcut: str = ""
    buttons: tuple[Button, ...] = ()
    level: int = 0
    heading: bool = False
    marked: bool = False
    struck: bool = False
    faint: bool = False
    open: bool | None = None
    checked: bool | None = None
    spoken: str = ""
    tip: str = ""

    def said(self) -> str:
        """Return the row as one sentence for a screen reader."""
        return self.spoken or ", ".join(part for part in (self.text, self.detail) if part)


def plain_tip(text: str) -> str:
    """Return `text` as a tool tip that shows every character as it is, in wrapped lines."""
    return f"<div>{escape(text[:_LONGEST_TIP])}</div>" if text else ""


class RowModel(QAbstractTableModel):
    """A list for a RowView: one column of rows, made when they are asked for."""

    @abstractmethod
    def row_at(self, number: int) -> Row:
        """Return the row at `number`, counted from 0."""

    @abstractmethod
    def number_of(self, key: Hashable) -> int | None:
        """Return the number of the row that stands for `key`, or None."""

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self.row_at(index.row())
        if row.heading and not row.buttons:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.row_at(index.row()).text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.row_at(index.row()).said()
            case Qt.ItemDataRole.ToolTipRole:
                row = self.row_at(index.row())
                return plain_tip(row.tip or "\n".join(filter(None, (row.text, row.detail))))
            case Qt.ItemDataRole.CheckStateRole:
                checked = self.row_at(index.row()).checked
                states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
                return None if checked is None else states[checked]
            case _:
                return None


class RowList(RowModel):
    """A list of rows that is replaced as a whole, and tells the view no more than what differs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def row_at(self, number: int) -> Row:
        return self.rows[number]

    def number_of(self, key: Hashable) -> int | None:
        return next((number for number, row in enumerate(self.rows) if row.key == key), None)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows` instead of what is shown."""
        old = self.rows
        head = _equal_at_start(old, rows)
        tail = _equal_at_start(old[head:][::-1], rows[head:][::-1])
        before, after = old[head : len(old) - tail], rows[head : len(rows) - tail]
        if [row.key for row in before] == [row.key for row in after]:
            self.rows = list(rows)
            if after:
                self.dataChanged.emit(self.index(head, 0), self.index(head + len(after) - 1, 0))
            return
        if before:
            self.beginRemoveRows(QModelIndex(), head, head + len(before) - 1)
            self.rows = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if after:
            self.beginInsertRows(QModelIndex(), head, head + len(after) - 1)
            self.rows = list(rows)
            self.endInsertRows()


def _equal_at_start(one: Sequence[Row], other: Sequence[Row]) -> int:
    number = 0
    for left, right in zip(one, other, strict=False):
        if left is not right and left != right:
            break
        number += 1
    return number
