"""What a user does to a panel, and what is seen in it."""

from collections.abc import Hashable
from typing import Protocol, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Kind
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.picker import Picker
from annotator.ui.panels.row_painting import button_places
from annotator.ui.panels.row_view import RowView
from annotator.ui.panels.rows import Row

P = TypeVar("P", bound=Panel)
Key = Qt.Key


class Show(Protocol):
    """Makes a panel of a class, shows it and hands it back."""

    def __call__(self, panel_class: type[P], /) -> P: ...


class Tag(Protocol):
    """Tags words of the text (their nth place), and returns the new annotation's id."""

    def __call__(
        self, label: str, words: str = "", nth: int = 0, kind: Kind = Kind.ENTITY
    ) -> str: ...


def rows(view: RowView) -> list[Row]:
    """Return every row of a list."""
    return [view.rows.row_at(number) for number in range(view.rows.rowCount())]


def texts(view: RowView) -> list[str]:
    """Return the text of every row of a list."""
    return [row.text for row in rows(view)]


def row_of(view: RowView, key: Hashable) -> Row:
    """Return the row that stands for `key`."""
    return next(row for row in rows(view) if row.key == key)


def click(
    qtbot: QtBot,
    view: RowView,
    key: Hashable,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Click the row that stands for `key`."""
    press(qtbot, view, place_of(view, key), modifiers)


def click_button(qtbot: QtBot, view: RowView, key: Hashable, name: str) -> None:
    """Click a button of the row that stands for `key`."""
    row = row_of(view, key)
    number = next(n for n, button in enumerate(row.buttons) if button.name == name)
    area = view.visualRect(view.rows.index(view.rows.number_of(key) or 0, 0))
    press(qtbot, view, button_places(area, row)[number].center())


def place_of(view: RowView, key: Hashable) -> QPoint:
    """Return a point of the row that stands for `key`, scrolled into view."""
    number = view.rows.number_of(key)
    assert number is not None, f"{key} is not shown"
    index = view.rows.index(number, 0)
    view.scrollTo(index)
    area = view.visualRect(index)
    return QPoint(area.left() + 60, area.center().y())


def press(
    qtbot: QtBot,
    view: RowView,
    place: QPoint,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Click a point of a list."""
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def go_to(view: RowView, key: Hashable) -> None:
    """Bring the keyboard to the row that stands for `key`."""
    view.setFocus()
    view.go_to(key)


def picker(qtbot: QtBot) -> Picker:
    """Return the list to choose from that has come up."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), Picker))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Picker)
    return popup


def choose(qtbot: QtBot, text: str) -> None:
    """Type `text` in the list that has come up, and take the top row."""
    asked = picker(qtbot)
    qtbot.keyClicks(asked.field, text)
    qtbot.keyClick(asked.field, Key.Key_Return)
