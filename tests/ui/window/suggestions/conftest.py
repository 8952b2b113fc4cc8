"""A window whose only suggester is known beforehand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.project import Project
from annotator.ui import suggesting
from annotator.ui.program import Program
from tests.ui.window.driving import started
from tests.ui.window.suggesting import Fixed


@pytest.fixture
def fixed(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Fixed:
    """Return the only suggester of the program."""
    made: Fixed = getattr(request, "param", None) or Fixed()
    monkeypatch.setattr(suggesting, "suggesters", lambda *_settings: [made])
    return made


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, project: Project, fixed: Fixed) -> Iterator[Program]:
    made = started(qtbot, tmp_path / "settings.json", project)
    qtbot.waitUntil(lambda: bool(made.editor.suggestions.shown))
    qtbot.waitUntil(made.window.bindings["suggestion.next"].isEnabled)
    yield made
    made.end()
    made.deleteLater()
