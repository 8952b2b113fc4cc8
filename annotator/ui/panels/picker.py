"""A list that comes up to choose one of many from, narrowed as one types.

Rows are made as far as they are looked at, and many are looked at in turns: no key waits for it.
"""

import time
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import zip_longest

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from annotator.language.search import matcher
from annotator.ui.panels.row_painting import ONE_LINE
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Row
from annotator.ui.theme import SPACE

_WIDTH, _MOST_ROWS = 320, 12
_MOST_FOUND = 300
"""Rows that are shown: who has not found theirs among the nearest types on."""
_TURN = 0.006
"""Seconds of looking before keys that wait have their turn."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Picker(QFrame):
    """Asks for one of `rows`: Enter or a click picks, Escape picks none. Deletes itself."""

    picked = Signal(object)
    """(key): the key of the row that was picked."""
    dismissed = Signal()
    """It was closed without a choice."""

    def __init__(self, prompt: str, rows: Iterable[Row], empty: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.setAccessibleName(prompt)
        self._known: list[Row] = []
        self._unknown = iter(rows)
        self._found: list[Row] = []
        self._look: Iterator[Row | None] = iter(())
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)
        self._awaited = False
        """Whether the first row that is found is to be picked."""
        self._picked = False
        self.view = RowListView(prompt, self)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field = _Field(self.view, self)
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._enter)
        self.view.chosen.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, 2 * SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.field)
        column.addWidget(self.view)
        self._narrow()
        self.view.set_empty(self.tr("Nothing is called so.") if self._known else empty)

    def ask(self, below: QPoint) -> None:
        """Come up at a point of the screen, moved so that all of it is seen."""
        size = QSize(_WIDTH, ONE_LINE * min(_MOST_ROWS, max(4, len(self._known))) + 14 * SPACE)
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

    @property
    def looking(self) -> bool:
        """Whether rows are still looked at, and more may come."""
        return self._later.isActive()

    def prefer(self, key: Hashable) -> None:
        """Go to the row of `key`, as long as nothing was typed and the first row is the one."""
        if not self.field.text() and self.view.current() == self._first():
            self.view.go_to(key)

    def _first(self) -> Row | None:
        return next((row for row in self.view.list.rows if not row.heading), None)

    def _narrow(self) -> None:
        self._found, self._awaited = [], False
        self._look = _looked_through(self._rows(), self.field.text())
        self._go_on()
        typed = self.field.text()
        keyed = next((row for row in self._found if typed and _has_key(row, typed)), None)
        if keyed:
            self.view.go_to(keyed.key)

    def _rows(self) -> Iterator[Row]:
        """Yield all rows, each made when it comes for the first time."""
        yield from self._known
        for row in self._unknown:
            self._known.append(row)
            yield row

    def _go_on(self) -> None:
        """Look at some more rows, show what was found, and look at the rest later."""
        end = time.monotonic() + _TURN
        self._later.stop()
        for row in self._look:
            if row:
                self._found.append(row)
            if len(self._found) == _MOST_FOUND:
                break
            if time.monotonic() > end:
                self._later.start()
                break
        self.view.show_rows(_with_something_below(self._found))
        if self.view.current() is None:
            first = self._first()
            self.view.go_to(first.key if first else None)
            if self._awaited:
                self._pick(first)

    def _enter(self) -> None:
        """Pick the current row; where none is found yet, the first one as soon as it is."""
        self._awaited = self._later.isActive()
        self._pick(self.view.current())

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
    rows: Iterable[Row],
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


def _looked_through(rows: Iterable[Row], query: str) -> Iterator[Row | None]:
    """Yield for each row itself, if it is a heading or `query` finds it or is its key, or None."""
    matches = matcher(query)
    for row in rows:
        found = row.heading or matches(f"{row.text} {row.detail}") or _has_key(row, query)
        yield row if found else None


def _has_key(row: Row, typed: str) -> bool:
    return row.shortcut.casefold() == typed.casefold()


def _with_something_below(rows: list[Row]) -> list[Row]:
    """Return `rows` without the headings that have nothing below them."""
    return [
        row
        for row, after in zip_longest(rows, rows[1:])
        if not row.heading or (after and not after.heading)
    ]
