"""What is done to hundreds of selected articles: behind, whole, or not at all."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.formats.format import Parcel
from annotator.model.article import Article, Status
from annotator.project import Project
from annotator.ui.panels.articles import ArticlesPanel
from annotator.ui.steps import MANY
from tests.ui.panels.acting import Key, Show, rows

ADDED = MANY + 10


@pytest.fixture
def panel(qtbot: QtBot, show: Show, project: Project) -> ArticlesPanel:
    """Return the list of many articles, all of them selected."""
    parcels = (Parcel(Article(f"x{n}", "Made up.", {}), (), "") for n in range(ADDED))
    project.add(parcels, by="lan")
    shown = show(ArticlesPanel)
    shown.view.setFocus()
    QTest.keySequence(shown.view, "Ctrl+A")
    assert shown.count_selected() == ADDED + 3
    return shown


def done(panel: ArticlesPanel) -> Callable[[], bool]:
    return lambda: not panel.editor.work.jobs and panel.editor.steps.job is None


def statuses(project: Project) -> set[Status]:
    return {row.status for row in project.articles(reviewer="lan")}


def test_all_get_a_status_and_lose_it(qtbot: QtBot, panel: ArticlesPanel, project: Project) -> None:
    panel.set_status(Status.DONE)
    assert panel.editor.work.jobs
    qtbot.waitUntil(done(panel))
    assert statuses(project) == {Status.DONE}
    assert panel.editor.layer is not None
    assert panel.editor.layer.status is Status.DONE
    assert rows(panel.view)[-1].detail == "Done"
    assert panel.count_selected() == ADDED + 3
    panel.editor.undo()
    qtbot.waitUntil(done(panel))
    assert statuses(project) == {Status.NEW}


def test_a_status_that_is_cancelled_is_set_nowhere(
    qtbot: QtBot, panel: ArticlesPanel, project: Project
) -> None:
    panel.set_status(Status.DONE)
    panel.editor.work.jobs[0].cancel()
    qtbot.waitUntil(done(panel))
    assert statuses(project) == {Status.NEW}


def test_they_are_removed_and_the_one_that_is_left_is_opened(
    qtbot: QtBot, panel: ArticlesPanel, project: Project
) -> None:
    kept = panel.view.visualRect(panel.articles.index(1, 0)).center()
    button, control = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(panel.view.viewport(), button, control, kept)
    QTest.keyClick(panel.view, Key.Key_Delete)
    qtbot.waitUntil(lambda: done(panel)() and panel.articles.rowCount() == 1)
    assert [row.id for row in project.articles()] == ["b"]
    assert panel.editor.article is not None
    assert panel.editor.article.id == "b"
    panel.editor.undo()
    qtbot.waitUntil(lambda: panel.articles.rowCount() == ADDED + 3)
