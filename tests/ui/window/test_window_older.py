"""Projects that an older version made: brought up to date behind, with progress, or left alone."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.project import Project
from annotator.store import migrations
from annotator.store.database import Database, Step
from annotator.ui import settings as wishes
from annotator.ui.app import application
from annotator.ui.dialogs.waiting import Waiting
from annotator.ui.program import Program
from annotator.ui.settings import Settings, settings_file
from annotator.ui.start import begin
from tests.ui.window.driving import Driver

OLD = Path(__file__).parents[2] / "store" / "old" / "m004.anno"

builds_window = pytest.mark.blocks("the window on the project is built in one turn", up_to=250)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    shutil.copy(OLD, tmp_path)
    return tmp_path / OLD.name


@pytest.fixture
def starting(qtbot: QtBot) -> Iterator[Program]:
    """Return a program that has no window yet."""
    program = Program(application(), Settings(settings_file()), finds_words=False)
    program.settings[wishes.REVIEWER] = "lan"
    program.settings[wishes.TOUR_SEEN] = True
    yield program
    program.end()
    program.deleteLater()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it take until it is cancelled to bring a project up to date."""

    def m999_slow(db: Database, step: Step) -> None:
        while not threading.Event().wait(0.001):
            step(1, 9)

    monkeypatch.setattr(migrations, "_MIGRATIONS", [*migrations._MIGRATIONS, m999_slow])


def waitings() -> list[Waiting]:
    return [each for each in QApplication.allWidgets() if isinstance(each, Waiting)]


def waiting() -> Waiting:
    [found] = waitings()
    return found


@builds_window
def test_it_is_brought_up_to_date_behind_and_takes_the_place_of_the_present_one(
    driver: Driver, older: Path
) -> None:
    before = driver.window
    driver.program.open_project(older)
    assert driver.window is before, "nothing waits for it"
    assert driver.dialog(Waiting).windowTitle() == "Bring m004.anno up to date"
    driver.qtbot.waitUntil(lambda: driver.window is not before)
    assert driver.program.editor.project.path == older
    assert driver.open_dialogs() == []
    assert len(list(older.parent.glob("m004.backup-*.anno"))) == 1
    driver.program.open_project(older)
    driver.press("Alt+Down")
    assert driver.program.editor.article


def test_cancelled_it_stays_as_it_was(
    driver: Driver, older: Path, monkeypatch: pytest.MonkeyPatch, slow: None
) -> None:
    before, content = driver.window, older.read_bytes()
    path = driver.program.editor.project.path
    driver.program.open_project(older)
    driver.qtbot.waitUntil(lambda: waiting().count.text() == "1 / 9")
    driver.press("Escape")
    driver.settle()
    assert driver.window is before
    assert driver.program.editor.project.path == path
    assert older.read_bytes() == content
    assert [each.name for each in older.parent.glob("m004*.anno")] == [older.name]
    monkeypatch.undo()
    Project.open(older).close()


@builds_window
def test_a_start_with_it_shows_how_far_it_is(qtbot: QtBot, starting: Program, older: Path) -> None:
    begin(starting, older)
    assert waiting().isVisible()
    qtbot.waitUntil(lambda: starting._window is not None)
    assert starting.editor.project.path == older
    qtbot.waitUntil(lambda: not waitings())


def test_a_start_that_is_cancelled_ends(
    qtbot: QtBot, starting: Program, older: Path, slow: None
) -> None:
    content = older.read_bytes()
    starting.settings[wishes.LAST_PROJECT] = str(older)
    begin(starting, None)
    with qtbot.waitSignal(starting.ended):
        waiting().reject()
    assert older.read_bytes() == content
