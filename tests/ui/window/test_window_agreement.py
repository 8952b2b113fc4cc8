"""Agreement by keys: what two have tagged is compared, and the article they differ in opens."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.formats.format import Parcel
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Status
from annotator.model.layer import Layer
from annotator.project import Project
from annotator.ui.dialogs.agreement import AgreementSheet
from annotator.ui.figures.page import Page
from tests.ui.holding import held
from tests.ui.window.driving import Driver


def opened(driver: Driver) -> AgreementSheet:
    driver.press("Ctrl+K")
    driver.write("agreement")
    driver.press("Return")
    sheet = driver.dialog(AgreementSheet)
    driver.settle()
    return sheet


@pytest.fixture
def sheet(driver: Driver) -> AgreementSheet:
    """Return the dialog, open on two articles that lan and mai have read: in b they differ more."""
    driver.press("Ctrl+Right", "1", "Alt+Down", "3", "Ctrl+Right", "Ctrl+Right", "1", "Alt+Up")
    driver.window.editor.open_as("mai")
    driver.window.canvas.setFocus()
    driver.press("Ctrl+Right", "1", "Alt+Down", "1", "Alt+Up")
    return opened(driver)


def shown(page: Page) -> list[list[str]]:
    model = page.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def go_to(sheet: AgreementSheet, driver: Driver, title: str) -> Page:
    """Go to a tab by the arrows."""
    titles = [sheet.tabs.tabText(place) for place in range(sheet.tabs.count())]
    driver.press(*["Right"] * titles.index(title))
    return sheet.page(titles.index(title))


def test_two_are_compared(sheet: AgreementSheet, driver: Driver) -> None:
    (pair,) = shown(sheet.page(0))
    assert pair[:5] == ["lan – mai", "2", "0.40", "0.40", "0.80"]
    totals = next(each.text() for each in sheet.findChildren(QLabel) if "Compared:" in each.text())
    assert totals.startswith("Compared: 2   Read by one alone: 0   Alpha: ")
    labels = shown(go_to(sheet, driver, "Labels"))
    assert ["PER", "Mention", "1", "1", "1", "0.50", "0.50"] in [row[:7] for row in labels]
    driver.press("Right")
    assert shown(sheet.page(2)) == [["LOC", "PER", "1"]]
    driver.press("Escape")
    assert driver.open_dialogs() == []
    driver.qtbot.waitUntil(driver.window.canvas.hasFocus)


def test_enter_opens_the_article_that_differs_most(sheet: AgreementSheet, driver: Driver) -> None:
    page = go_to(sheet, driver, "Articles")
    assert [row[1:] for row in shown(page)] == [
        ["lan, mai", "3", "0", "0.00"],
        ["lan, mai", "0", "1", "1.00"],
    ]
    article = driver.window.editor.article
    assert article is not None
    assert article.id == "a"
    page.table.setFocus()
    driver.press("Return")
    article = driver.window.editor.article
    assert article is not None
    assert article.id == "b"
    assert driver.open_dialogs() == []
    driver.qtbot.waitUntil(driver.window.canvas.hasFocus)


def test_a_figure_that_is_not_defined_is_saved_as_nothing(
    sheet: AgreementSheet, driver: Driver, tmp_path: Path
) -> None:
    driver.press("Right")
    out = tmp_path / "labels.csv"
    sheet._save.click()
    driver.answer_files(out)
    lines = out.read_bytes().decode("utf-8-sig").split("\r\n")
    assert lines[0] == 'Label,What,Both,Only lan,Only mai,F1,"F1, looser",Kappa'
    assert lines[1].startswith("All,Mention,1,2,1,0.4,0.4,")
    sheet.close()


def test_layers_that_are_not_finished_may_be_left_out(
    sheet: AgreementSheet, driver: Driver
) -> None:
    sheet.choice.setCurrentIndex(1)
    driver.settle()
    assert not sheet.tabs.isVisible()
    assert said(sheet) == ("Nobody has layers such as are asked for: there is nothing to compare.")
    sheet.close()


def test_curated_layers_are_compared_where_they_are_chosen(
    driver: Driver, project: Project
) -> None:
    article = project.article("a")
    for name, curated in (("lan", False), ("chi", True)):
        place = Annotation("T1", Kind.ENTITY, "PER", (Fragment(0, 3),))
        layer = Layer(article, name, [place], Status.DONE, curated=curated)
        project.add([Parcel(article, (layer,), "a")], by=name)
    sheet = opened(driver)
    assert said(sheet) == "Only lan has annotated here: agreement needs a second reviewer."
    sheet.choice.setCurrentIndex(2)
    driver.settle()
    assert [row[:3] for row in shown(sheet.page(0))] == [["chi – lan", "1", "1.00"]]
    sheet.close()


def test_rows_are_sorted_where_figures_are_not_defined(
    sheet: AgreementSheet, driver: Driver
) -> None:
    page = go_to(sheet, driver, "Labels")
    kappas = [row[7] for row in shown(page)]
    page.table.sortByColumn(7, Qt.SortOrder.DescendingOrder)
    ordered = [row[7] for row in shown(page)]
    assert sorted(ordered) == sorted(kappas)
    defined = [float(each) for each in ordered if each != "–"]
    assert defined == sorted(defined, reverse=True)
    sheet.close()


def test_one_alone_agrees_with_nobody(driver: Driver, project: Project) -> None:
    driver.press("Ctrl+Right", "1")
    sheet = opened(driver)
    assert said(sheet) == "Only lan has annotated here: agreement needs a second reviewer."
    assert not sheet._copy.isEnabled()
    offered = {each.text() for each in sheet.findChildren(QPushButton) if each.isEnabled()}
    assert offered == {"Count again", "Close"}
    sheet.close()


def test_comparing_can_be_stopped(driver: Driver) -> None:
    with held(driver.window.work, urgent=False):
        driver.press("Ctrl+K")
        driver.write("agreement")
        driver.press("Return")
        sheet = driver.dialog(AgreementSheet)
        assert said(sheet) == "Counting"
        sheet.again.setFocus()
        driver.press("Space")
    driver.settle()
    assert sheet.again.text() == "Count again"
    driver.press("Space")
    driver.settle()
    assert said(sheet) == "Nobody has annotated anything here yet: there is nothing to compare."
    sheet.close()


def said(sheet: AgreementSheet) -> str:
    """Return the sentence in place of figures, which is seen whole."""
    state = sheet._state
    assert state.isVisible()
    assert state.height() >= state.heightForWidth(state.width())
    return state.text()


def test_from_an_article_that_differs_it_is_one_step_to_curating_it(
    sheet: AgreementSheet, driver: Driver
) -> None:
    sheet.reject()
    window = driver.window
    told = "can be made one agreed layer"
    opened(driver).open_article("b")
    assert told not in window.messages.text, "mai has a reading of her own there"
    driver.program.become("tam")
    opened(driver).open_article("b")
    assert told in window.messages.text
    (begin,) = (b for b in window.messages.findChildren(QPushButton) if "Curate" in b.text())
    begin.click()
    assert window.editor.curation.on
    assert window.header.curation.accessibleName() == "To curate"
