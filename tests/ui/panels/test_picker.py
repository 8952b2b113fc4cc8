"""A list to choose from makes no more rows than it looks at, and finds the last one too."""

from collections.abc import Hashable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.panels.picker import Picker
from annotator.ui.panels.rows import Row

COUNT = 20_000


class Supply:
    """Rows, counted as they are made; the last one alone is called otherwise."""

    def __init__(self) -> None:
        self.made = 0

    def __iter__(self) -> Iterator[Row]:
        yield Row(key="heading", text="Fits", heading=True)
        for number in range(COUNT):
            self.made += 1
            last = number == COUNT - 1
            yield Row(key=number, text="Đồng Nai" if last else f"Huế {number}")


@pytest.fixture
def supply() -> Supply:
    return Supply()


@pytest.fixture
def below(qtbot: QtBot) -> QWidget:
    """Return what the list belongs to."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def picker(below: QWidget, supply: Supply) -> Picker:
    """Return a list that is up."""
    made = Picker("Which?", supply, "Nothing to choose from.", below)
    made.ask(QPoint(0, 0))
    return made


def test_it_comes_up_without_making_all_rows(picker: Picker, supply: Supply) -> None:
    assert supply.made < COUNT / 10
    current = picker.view.current()
    assert current
    assert current.text == "Huế 0"


def test_what_is_typed_finds_the_last_row(qtbot: QtBot, picker: Picker, supply: Supply) -> None:
    qtbot.keyClicks(picker.field, "dong")
    qtbot.waitUntil(lambda: bool(picker.view.list.rows))
    assert [row.text for row in picker.view.list.rows] == ["Fits", "Đồng Nai"]
    assert supply.made == COUNT
    qtbot.keyClick(picker.field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(picker.field, "x")
    qtbot.waitUntil(lambda: not picker.view.list.rows)


def test_enter_does_not_overtake_the_search(qtbot: QtBot, picker: Picker) -> None:
    picked: list[Hashable] = []
    picker.picked.connect(picked.append)
    picker.field.setText("dong")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: picked == [COUNT - 1])


@pytest.mark.parametrize(("typed", "found"), [("4", "Đồng Nai"), ("h", "Hà Tĩnh"), ("hu", "Huế 4")])
def test_the_key_of_a_label_finds_it(qtbot: QtBot, below: QWidget, typed: str, found: str) -> None:
    rows = [
        Row(key=1, text="Huế 4"),
        Row(key=2, text="Đồng Nai", shortcut="4"),
        Row(key=3, text="Hà Tĩnh", shortcut="H"),
    ]
    picker = Picker("Which?", rows, "Nothing to choose from.", below)
    picker.ask(QPoint(0, 0))
    qtbot.keyClicks(picker.field, typed)
    current = picker.view.current()
    assert current
    assert current.text == found
