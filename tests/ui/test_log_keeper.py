"""What edits wrote is moved from the log of the file into the file, while the window is used."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Fragment, Kind
from annotator.model.edits import add
from annotator.model.tagset import EntityType, Tagset
from annotator.ui.editor import Editor
from annotator.ui.log_keeper import LogKeeper
from tests.copies import new_project
from tests.ui.much_tagged import much_tagged


def in_the_file(path: Path) -> int:
    """Return how many annotations the file holds, whatever its log holds."""
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as db:
        return db.execute("SELECT count(*) FROM annotations").fetchone()[0]


def test_the_log_is_moved_into_the_file_after_an_edit(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.log_keeper._INTERVAL", 0)
    path = tmp_path / "made up.anno"
    project = new_project(path, Tagset(name="made up", entities=(EntityType("LOC"),)))
    project.add([much_tagged(0, 3)], by="lan")
    project.shorten_log()
    before = in_the_file(path)
    editor = Editor(project, "lan")
    editor.open("a0")
    keeper = LogKeeper(editor, editor)
    keeper.begin()
    editor.apply(lambda layer: add(layer, Kind.ENTITY, "LOC", (Fragment(0, 1),)))
    assert in_the_file(path) == before
    qtbot.waitUntil(lambda: in_the_file(path) == before + 1)
    keeper.stop()
    project.close()
