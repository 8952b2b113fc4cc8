"""What is read ahead of an article's opening is what the project holds then."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Kind
from annotator.model.article import Status
from annotator.model.tagset import EntityType, Tagset
from annotator.ui.editor import Editor
from tests.copies import new_project
from tests.ui.much_tagged import much_tagged


@pytest.fixture
def editor(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Editor]:
    """Return an editor at the first of two articles, which has read the second."""
    monkeypatch.setattr("annotator.ui.ahead._REST", 0)
    tagset = Tagset(name="made up", entities=(EntityType("LOC"),))
    project = new_project(tmp_path / "made up.anno", tagset)
    project.add((much_tagged(number, 3) for number in range(2)), by="lan")
    made = Editor(project, "lan")
    made.ahead.beside = lambda: ["a1"]
    made.open("a0")
    made.ahead.begin()
    qtbot.waitUntil(lambda: "a1" in made.ahead._read)
    yield made
    made.ahead.stop()
    project.close()


def contents(editor: Editor) -> object:
    assert editor.layer
    return editor.layer.article, list(editor.layer), editor.layer.status


def test_it_opens_as_it_stands(editor: Editor) -> None:
    read = editor.ahead._read["a1"].layer
    editor.open("a1")
    assert editor.layer is read
    layer = editor.project.layer("a1", "lan")
    assert contents(editor) == (layer.article, list(layer), layer.status)


def test_what_was_done_in_the_open_one_does_not_count(editor: Editor) -> None:
    editor.apply(lambda layer: edits.set_status(layer, Status.DONE))
    read = editor.ahead._read["a1"].layer
    editor.open("a1")
    assert editor.layer is read


def test_a_change_by_another_handle_is_seen(editor: Editor) -> None:
    with closing(editor.project.writer()) as other:
        layer = other.layer("a1", "lan")
        other.commit(edits.set_status(layer, Status.DONE), "lan")
    editor.open("a1")
    assert editor.layer
    assert editor.layer.status is Status.DONE


def test_a_change_of_the_article_is_seen(editor: Editor) -> None:
    article = editor.project.article("a1")
    editor.project.commit(edits.set_metadata(article, "title", "Bài khác"), "lan")
    editor.open("a1")
    assert editor.article
    assert editor.article.title == "Bài khác"


def test_another_reviewer_gets_their_own(editor: Editor) -> None:
    editor.open_as("mai")
    editor.open("a1")
    assert editor.layer
    assert editor.layer.reviewer == "mai"
    assert editor.layer.count(Kind.ENTITY) == 0


def test_nobody_gets_it_twice(editor: Editor) -> None:
    editor.open("a1")
    first = editor.layer
    editor.open("a1")
    assert editor.layer is not first


def test_one_that_can_not_be_read_leaves_the_others(editor: Editor, qtbot: QtBot) -> None:
    editor.ahead.beside = lambda: ["there is none", "a1"]
    editor.open("a1")
    editor.open("a0")
    qtbot.waitUntil(lambda: "a1" in editor.ahead._read)
    assert list(editor.ahead._read) == ["a1"]


def test_no_more_is_read_than_for_the_last_one_opened(editor: Editor, qtbot: QtBot) -> None:
    for _ in range(5):
        editor.ahead._begin()
    assert all(job._stop.is_set() for job in editor.ahead._lane.jobs[:-1])
    qtbot.waitUntil(lambda: not editor.ahead._lane.jobs)
    assert list(editor.ahead._read) == ["a1"]
