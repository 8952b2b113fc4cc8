"""A list that comes up to choose one of many from, narrowed as one types."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from annotator.language.search import matches
from annotator.ui.panels.row_painting import ONE_LINE
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Row
from annotator.ui.theme import SPACE

_WIDTH, _MOST_ROWS = 320, 12
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Picker(QFrame):
    """Asks for one of `rows`: Enter or a click picks, Escape picks none. Deletes itself."""

    picked = Signal(object)
    """(key): the key of the row that was picked."""
    dismissed = Signal()
    """It was closed without a choice."""

    def __init__(self, prompt: str, rows: Sequence[Row], empty: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.setAccessibleName(prompt)
        self._all = rows
        self._picked = False
        self.view = RowListView(prompt, self)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.set_empty(empty if not rows else self.tr("Nothing is called so."))
        self.field = _Field(self.view, self)
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(lambda: self._pick(self.view.current()))
        self.view.chosen.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, 2 * SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.field)
        column.addWidget(self.view)
        self._narrow()

    def ask(self, below: QPoint) -> None:
        """Come up at a point of the screen, moved so that all of it is seen."""
        size = QSize(_WIDTH, ONE_LINE * min(_MOST_ROWS, max(4, len(self._all))) + 14 * SPACE)
        screen = QApplication.screenAt(below) or QApplication.primaryScreen()
        room = screen.availableGeometry()
        self.setGeometry(
            max(room.left(), min(below.x(), room.right() - size.width())),
            max(room.top(), min(below.y(), room.bottom() - size.height())),
            size.width(),
            size.height(),
        )
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def prefer(self, key: Hashable) -> None:
        """Go to the row of `key`, as long as nothing was typed and the first row is the one."""
        if not self.field.text() and self.view.current() == self._first():
            self.view.go_to(key)

    def _first(self) -> Row | None:
        return next((row for row in self.view.list.rows if not row.heading), None)

    def _narrow(self) -> None:
        self.view.show_rows(_found(self._all, self.field.text()))
        first = self._first()
        self.view.go_to(first.key if first else None)

    def _pick(self, row: Row | None) -> None:
        if row is not None and not row.heading:
            self._picked = True
            self.close()
            self.picked.emit(row.key)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self._picked:
            self.dismissed.emit()


class _Field(QLineEdit):
    """Keys that move go to the list, the others are typed."""

    def __init__(self, view: RowListView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self._view.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


def pick(
    prompt: str,
    rows: Sequence[Row],
    then: Callable[[Hashable], object],
    *,
    parent: QWidget,
    below: QPoint,
    empty: str = "",
) -> Picker:
    """Ask for one of `rows`, and call `then` with its key; return the picker, which is up."""
    picker = Picker(prompt, rows, empty, parent)
    picker.picked.connect(then)
    picker.ask(below)
    return picker


def _found(rows: Sequence[Row], query: str) -> list[Row]:
    """Return the rows that `query` finds, and the headings that have some below them."""
    found: list[Row] = []
    for row in rows:
        if row.heading:
            if found and found[-1].heading:
                found.pop()
            found.append(row)
        elif matches(query, f"{row.text} {row.detail}"):
            found.append(row)
    if found and found[-1].heading:
        found.pop()
    return found
