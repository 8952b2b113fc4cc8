"""Starts: the first one, the next one, one whose last project is gone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.project import ProjectError
from annotator.resources import resource
from annotator.ui import settings as wishes
from annotator.ui.app import application, screenshot
from annotator.ui.dialogs.reviewer import AskReviewer
from annotator.ui.dialogs.tour import Tour
from annotator.ui.panels.labels import LabelsPanel
from annotator.ui.program import Program
from annotator.ui.settings import Settings, data_folder, settings_file
from annotator.ui.start import begin
from tests.ui.window.driving import Driver, made_project


@pytest.fixture
def newcomer(qtbot: QtBot) -> Iterator[Program]:
    """Return a program that was never used before."""
    program = Program(application(), Settings(settings_file()), finds_words=False)
    yield program
    program.end()
    program.deleteLater()


def answer(qtbot: QtBot, name: str) -> None:
    """Give one's name."""
    [dialog] = [each for each in QApplication.topLevelWidgets() if isinstance(each, AskReviewer)]
    qtbot.waitUntil(dialog.isActiveWindow)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, name)
    dialog.accept()


def test_a_first_start_asks_the_name_and_shows_what_the_program_can_do(
    qtbot: QtBot, newcomer: Program
) -> None:
    begin(newcomer, None)
    answer(qtbot, "ha")
    driver = Driver(qtbot, newcomer)
    project = newcomer.editor.project
    assert project.path.parent == data_folder()
    first = project.article(project.articles()[0].id)
    seed = resource(f"seeds/{first.metadata['source']}").read_bytes()
    assert first.text.encode() == seed
    assert project.reviewers() == ["ha"]
    assert newcomer.editor.layer is not None
    assert len(newcomer.editor.layer) > 20
    qtbot.waitUntil(lambda: bool(driver.window.findChildren(Tour)))
    tour = driver.dialog(Tour)
    driver.press("Escape")
    assert not tour.isVisible()
    assert newcomer.settings[wishes.TOUR_SEEN] is True


def test_the_next_start_asks_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.anno"
    made_project(path).close()
    for expected in ("a", "b"):
        program = Program(application(), Settings(settings_file()), finds_words=False)
        program.settings[wishes.REVIEWER] = "lan"
        program.settings[wishes.TOUR_SEEN] = True
        begin(program, path if expected == "a" else None)
        driver = Driver(qtbot, program)
        assert program.editor.project.path == path
        assert program.editor.article is not None
        assert program.editor.article.id == expected
        driver.press("Alt+Down")
        program.end()


def test_where_the_last_project_is_gone_the_first_one_opens_and_it_is_said(
    qtbot: QtBot, newcomer: Program, tmp_path: Path
) -> None:
    newcomer.settings[wishes.REVIEWER] = "lan"
    newcomer.settings[wishes.TOUR_SEEN] = True
    newcomer.settings[wishes.LAST_PROJECT] = str(tmp_path / "gone.anno")
    begin(newcomer, None)
    qtbot.waitExposed(newcomer.window)
    assert "gone.anno" in newcomer.window.messages.text
    assert newcomer.editor.project.path.parent == data_folder()


def test_a_named_project_that_cant_be_opened_is_an_error(newcomer: Program, tmp_path: Path) -> None:
    (tmp_path / "no.anno").write_text("no project")
    with pytest.raises(ProjectError):
        begin(newcomer, tmp_path / "no.anno")


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("dark", "vi")])
def test_a_screenshot_changes_nothing(
    qtbot: QtBot, tmp_path: Path, theme: str, language: str
) -> None:
    path = tmp_path / "made up.anno"
    made_project(path).close()
    before = path.read_bytes()
    out = tmp_path / "out.png"
    screenshot(path, out, "b", (1024, 640), theme, language)
    from PySide6.QtGui import QImage

    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1024, 640)
    corner = picture.pixelColor(picture.width() // 2, picture.height() - 40)
    assert (corner.lightness() < 100) == (theme == "dark")
    assert path.read_bytes() == before
    assert not settings_file().exists()


def test_the_panels_at_the_right_come_after_the_first_picture(
    qtbot: QtBot, newcomer: Program, tmp_path: Path
) -> None:
    newcomer.settings[wishes.REVIEWER] = "lan"
    newcomer.settings[wishes.TOUR_SEEN] = True
    newcomer.dress()
    newcomer.show(made_project(tmp_path / "made.anno"))
    assert newcomer.window.findChildren(LabelsPanel) == []
    with qtbot.waitSignal(newcomer.seen):
        pass
    [panel] = newcomer.window.findChildren(LabelsPanel)
    assert panel.isVisible()
