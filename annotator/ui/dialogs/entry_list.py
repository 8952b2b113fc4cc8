"""A list of lines with an icon at the left and keys or a note at the right."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from annotator.ui import theme
from annotator.ui.fonts import font
from annotator.ui.icons import SIZE, icon
from annotator.ui.panels.rows import plain_tip
from annotator.ui.theme import SMALL, SPACE

_ENTRY = Qt.ItemDataRole.UserRole


class Line(Protocol):
    """What is shown of an entry."""

    @property
    def icon(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def detail(self) -> str: ...


class Heading(NamedTuple):
    """A line above a group of entries, which can't be chosen."""

    text: str
    icon: str = ""
    detail: str = ""


class EntryList(QListWidget):
    """Shows entries and headings; Enter or a click chooses an entry."""

    chosen = Signal(object)
    """The entry that was chosen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._choose)

    def show_entries(self, entries: Sequence[Line]) -> None:
        """Show `entries`, the first that is no heading current."""
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.text)
            item.setData(_ENTRY, entry)
            name = f"{entry.text}, {entry.detail}" if entry.detail else entry.text
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            item.setData(Qt.ItemDataRole.ToolTipRole, plain_tip(name))
            if isinstance(entry, Heading):
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        first = (n for n, entry in enumerate(entries) if not isinstance(entry, Heading))
        self.setCurrentRow(next(first, -1))

    def choose_current(self) -> None:
        """Choose the current entry, if there is one."""
        item = self.currentItem()
        if item:
            self._choose(item)

    def current(self) -> Line | None:
        """Return the current entry, or None."""
        item = self.currentItem()
        return item.data(_ENTRY) if item else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        entry = item.data(_ENTRY)
        if not isinstance(entry, Heading):  # Qt activates what is disabled by a double click, too
            self.chosen.emit(entry)


class _Delegate(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, 8 * SPACE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Line = index.data(_ENTRY)
        colors = theme.colors()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room: QRect = option.rect.adjusted(0, 1, 0, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.highlight())
            painter.drawRoundedRect(room, 4, 4)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.button())
            painter.drawRoundedRect(room, 4, 4)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colors.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 0, -1, 0), 4, 4)
        room.adjust(2 * SPACE, 0, -2 * SPACE, 0)
        if isinstance(entry, Heading):
            painter.setFont(font(SMALL, QFont.Weight.DemiBold))
            painter.setPen(colors.muted)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), entry.text)
            painter.restore()
            return
        if entry.icon:
            top = room.top() + (room.height() - SIZE) // 2
            icon(entry.icon).paint(painter, room.left(), top, SIZE, SIZE)
        room.adjust(SIZE + 2 * SPACE, 0, 0, 0)
        painter.setFont(font(SMALL))
        painter.setPen(colors.muted)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        used = painter.drawText(room, right, entry.detail)
        if entry.detail:
            room.setRight(used.left() - 2 * SPACE)
        painter.setFont(font())
        painter.setPen(colors.text)
        text = painter.fontMetrics().elidedText(
            " ".join(entry.text.split()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()
