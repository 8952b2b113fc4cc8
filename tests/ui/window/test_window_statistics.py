"""Statistics by keys: what they show is what was tagged, copied and saved as it is shown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from annotator.model.palette import contrast
from annotator.project import Project
from annotator.ui.dialogs.statistics import StatisticsSheet
from annotator.ui.figures.contents import number
from annotator.ui.figures.page import Page
from annotator.ui.figures.plots import Plot
from tests.ui.window.driving import Driver

pytestmark = pytest.mark.blocks(
    "pyqtgraph makes a picture in 25 ms, in 60 on a busy machine", up_to=120
)


@pytest.fixture
def sheet(driver: Driver) -> StatisticsSheet:
    """Return the dialog, open on a person, a place and an event that lan has tagged."""
    driver.press("Ctrl+Right", "1", "Ctrl+Right", "3", "Ctrl+Right", "Ctrl+Right", "M")
    return opened(driver)


def opened(driver: Driver) -> StatisticsSheet:
    driver.press("Ctrl+K")
    driver.write("statistics")
    driver.press("Return")
    sheet = driver.dialog(StatisticsSheet)
    driver.settle()
    return sheet


def titles(sheet: StatisticsSheet) -> list[str]:
    return [sheet.tabs.tabText(place) for place in range(sheet.tabs.count())]


def shown(page: Page) -> list[list[str]]:
    model = page.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_what_was_tagged_is_counted(sheet: StatisticsSheet, driver: Driver) -> None:
    assert {row[0]: row[2] for row in shown(sheet.page(0))} == {
        "LOC": "1", "Meeting": "1", "PER": "1"
    }  # fmt: skip
    totals = next(each.text() for each in sheet.findChildren(QLabel) if "Mentions:" in each.text())
    every, rate = 10 + 6 + 5, number(1000 * 2 / 10)  # of three articles; of the one that was read
    assert totals == f"Syllables: {every}   Mentions: 2   Per 1,000 syllables read: {rate}"
    assert sheet.page(titles(sheet).index("Roles")).has_figures
    driver.press("Escape")
    assert driver.open_dialogs() == []
    driver.qtbot.waitUntil(driver.window.canvas.hasFocus)


def test_all_columns_of_a_table_are_seen(sheet: StatisticsSheet, driver: Driver) -> None:
    table = sheet.page(0).table
    sheet.resize(1040, 660)
    driver.qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)


def test_a_picture_is_drawn_of_the_page_that_is_seen(
    sheet: StatisticsSheet, driver: Driver
) -> None:
    driver.qtbot.waitUntil(lambda: len(sheet.findChildren(Plot)) == 1)
    driver.press("Right", "Right")
    driver.qtbot.waitUntil(lambda: len(sheet.page(2).findChildren(Plot)) == 1)
    assert sheet.page(1).findChildren(Plot)
    assert not sheet.page(3).findChildren(Plot)
    sheet.close()


def test_the_arrows_go_through_the_tabs(sheet: StatisticsSheet, driver: Driver) -> None:
    driver.press("Right", "Right")
    assert titles(sheet)[sheet.tabs.currentIndex()] == "Lengths"
    sheet.close()


def test_the_table_is_copied(sheet: StatisticsSheet, driver: Driver) -> None:
    table = sheet.page(0).table
    table.setFocus()
    driver.press("Ctrl+A", "Ctrl+C")
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Label", "Kind", "Annotations"]
    assert sorted(line.split("\t")[0] for line in lines[1:]) == ["LOC", "Meeting", "PER"]
    sheet.close()


def test_the_table_is_saved(sheet: StatisticsSheet, driver: Driver, tmp_path: Path) -> None:
    out = tmp_path / "labels.csv"
    sheet._save.click()
    driver.answer_files(out)
    lines = out.read_bytes().decode("utf-8-sig").split("\r\n")
    assert sorted(line.split(",")[0] for line in lines[1:-1]) == ["LOC", "Meeting", "PER"]
    sheet.close()


def test_another_reviewer_is_counted_alone(driver: Driver, project: Project) -> None:
    driver.press("Ctrl+Right", "1")
    driver.window.editor.open_as("mai")
    driver.window.canvas.setFocus()
    driver.press("Ctrl+Right", "3")
    sheet = opened(driver)
    assert sorted(row[0] for row in shown(sheet.page(0))) == ["LOC", "PER"]
    sheet.choice.setCurrentIndex(sheet.choice.findData("mai"))
    driver.settle()
    assert [row[0] for row in shown(sheet.page(0))] == ["LOC"]
    sheet.close()


def test_where_nothing_is_tagged_it_says_so(driver: Driver) -> None:
    sheet = opened(driver)
    assert not sheet.page(0).has_figures
    assert not sheet._copy.isEnabled()
    driver.press("Right", "Right")
    assert sheet.page(2).has_figures
    assert sheet._copy.isEnabled()
    sheet.close()


def test_numbers_are_legible_on_the_grounds_of_heat(sheet: StatisticsSheet) -> None:
    from PySide6.QtCore import Qt

    sheet.tabs.setCurrentIndex(titles(sheet).index("Together"))
    table = sheet.page(sheet.tabs.currentIndex()).table
    model = table.model()
    grounds = 0
    for row in range(model.rowCount()):
        for column in range(1, model.columnCount()):
            index = model.index(row, column)
            ground = index.data(Qt.ItemDataRole.BackgroundRole)
            ink = index.data(Qt.ItemDataRole.ForegroundRole)
            if ground is not None:
                grounds += 1
                assert contrast(ground.color().name(), ink.color().name()) >= 4.5
    assert grounds
    sheet.close()
