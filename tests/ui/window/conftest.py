"""A real window on a real project with made-up articles."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.project import Project
from annotator.ui import suggesting
from annotator.ui.app import application
from annotator.ui.program import Program
from tests.ui.window.driving import Driver, made_project, started


@pytest.fixture(scope="session")
def qapp_cls() -> Callable[..., object]:
    """Return what makes the application: the program's own, with its fonts."""
    return lambda _args: application()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Return a project with three articles."""
    made = made_project(tmp_path / "made up.anno")
    yield made
    made.close()


@pytest.fixture
def no_suggesters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program suggest nothing of its own accord."""
    monkeypatch.setattr(suggesting, "suggesters", lambda *_settings: [])


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, project: Project) -> Iterator[Program]:
    """Return a program with its window open on the project."""
    made = started(qtbot, tmp_path / "settings.json", project)
    yield made
    made.end()
    made.deleteLater()


@pytest.fixture
def driver(qtbot: QtBot, program: Program) -> Driver:
    """Return hands on the keyboard of the window."""
    return Driver(qtbot, program)
