"""Edits of many changes are written behind: whole, or not at all, and so are they taken back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Annotation
from annotator.model.change import Change, Edit
from annotator.model.edits import relabel
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.model.tagset import EntityType, Tagset
from annotator.store import journal
from annotator.ui.editor import Editor
from annotator.ui.steps import MANY
from tests.copies import new_project
from tests.ui.holding import held
from tests.ui.much_tagged import much_tagged

TAGSET = Tagset(name="made up", entities=(EntityType("LOC"), EntityType("PER")))
ARTICLES = MANY // 30 + 2


@pytest.fixture
def editor(tmp_path: Path, qtbot: QtBot) -> Iterator[Editor]:
    """Return an editor at the first of articles that have thirty mentions each."""
    project = new_project(tmp_path / "made up.anno", TAGSET)
    project.add((much_tagged(n, 30) for n in range(ARTICLES)), by="lan")
    made = Editor(project, "lan")
    made.open("a0")
    yield made
    made.work.stop()
    project.close()


def relabelled(editor: Editor) -> Edit:
    """Return the edit that makes all mentions of all articles persons."""
    layers = [editor.project.layer(f"a{number}", "lan") for number in range(ARTICLES)]
    changes = [
        Change(layer.address(each.id), each, replace(each, label="PER"))
        for layer in layers
        for each in layer
    ]
    return Edit(message("Relabel {0} mentions", len(changes)), tuple(changes))


def labels(editor: Editor) -> set[str]:
    """Return the labels in the open layer and in all of the project."""
    assert editor.layer is not None
    stored = [editor.project.layer(f"a{number}", "lan") for number in range(ARTICLES)]
    return {each.label for layer in (editor.layer, *stored) for each in layer}


def test_it_is_written_behind_and_taken_back_behind(editor: Editor, qtbot: QtBot) -> None:
    done: list[bool] = []
    editor.steps.apply(relabelled(editor), lambda: done.append(True))
    assert editor.steps.job
    qtbot.waitUntil(lambda: bool(done))
    assert labels(editor) == {"PER"}
    for act, outcome in ((editor.undo, {"LOC"}), (editor.redo, {"PER"}), (editor.undo, {"LOC"})):
        with qtbot.waitSignal(editor.stepped):
            act()
            assert editor.steps.job
        assert labels(editor) == outcome
    assert editor.project.check() == []


def test_meanwhile_nothing_else_is_changed_and_it_is_said(editor: Editor, qtbot: QtBot) -> None:
    done: list[bool] = []
    editor.steps.apply(relabelled(editor), lambda: done.append(True))
    assert editor.layer is not None
    one = editor.layer["T1"]
    other = Change(editor.layer.address("T1"), one, replace(one, note="made up"))
    for act in (lambda: editor.apply(Edit(message("Note"), (other,))), editor.undo):
        with qtbot.waitSignal(editor.refused) as told:
            act()
        assert told.args
        assert "being written" in told.args[0].template
    qtbot.waitUntil(lambda: bool(done))
    assert labels(editor) == {"PER"}


def test_cancelled_it_has_changed_nothing(editor: Editor, qtbot: QtBot) -> None:
    entries = len(editor.project.history("a0", "lan", wide=True))
    editor.steps.apply(relabelled(editor))
    editor.work.jobs[0].cancel()
    qtbot.waitUntil(lambda: editor.steps.job is None)
    assert labels(editor) == {"LOC"}
    assert editor.project.check() == []
    assert len(editor.project.history("a0", "lan", wide=True)) == entries


def test_an_article_that_is_opened_meanwhile_shows_what_was_written(
    editor: Editor, qtbot: QtBot
) -> None:
    done: list[bool] = []
    editor.steps.apply(relabelled(editor), lambda: done.append(True))
    editor.open("a1")
    qtbot.waitUntil(lambda: bool(done))
    assert editor.article is not None
    assert editor.article.id == "a1"
    assert labels(editor) == {"PER"}


def test_one_that_is_refused_leaves_the_editor_free(editor: Editor, qtbot: QtBot) -> None:
    edit = relabelled(editor)
    stale = edit.changes[-1]
    assert isinstance(stale.before, Annotation)
    wrong = stale._replace(before=replace(stale.before, note="was never there"))
    with qtbot.waitSignal(editor.work.failed):
        editor.steps.apply(Edit(edit.title, (*edit.changes[:-1], wrong)))
    qtbot.waitUntil(lambda: editor.steps.job is None)
    assert labels(editor) == {"LOC"}


def test_a_short_one_is_done_at_once(editor: Editor) -> None:
    edit = relabelled(editor)
    done: list[bool] = []
    editor.steps.apply(Edit(edit.title, edit.changes[:3]), lambda: done.append(True))
    assert done
    assert editor.steps.job is None


def test_what_is_made_of_the_open_layer_is_made_behind(editor: Editor, qtbot: QtBot) -> None:
    editor.steps.make(lambda layer: relabel(layer, ids_of(layer), "PER"), MANY)
    assert editor.steps.job
    qtbot.waitUntil(lambda: editor.steps.job is None)
    assert editor.layer is not None
    assert {each.label for each in editor.layer} == {"PER"}
    assert list(editor.layer) == list(editor.project.layer("a0", "lan"))


def test_cancelled_while_it_is_made_it_has_changed_nothing(editor: Editor, qtbot: QtBot) -> None:
    with held(editor.work):
        editor.steps.make(lambda layer: relabel(layer, ids_of(layer), "PER"), MANY)
        assert editor.steps.job
        editor.steps.job.cancel()
    qtbot.waitUntil(lambda: editor.steps.job is None and not editor.work.jobs)
    assert labels(editor) == {"LOC"}


def test_it_waits_for_no_import(editor: Editor, qtbot: QtBot) -> None:
    done: list[bool] = []
    with held(editor.work, "Adding articles", urgent=False):
        editor.steps.apply(relabelled(editor), lambda: done.append(True))
        assert [job.urgent for job in editor.work.jobs] == [True, False], "the bar shows the first"
        qtbot.waitUntil(lambda: bool(done))
        assert labels(editor) == {"PER"}


def test_what_one_person_asked_for_is_not_done_as_another(editor: Editor, qtbot: QtBot) -> None:
    edit = relabelled(editor)
    with held(editor.work):
        editor.steps.prepare(lambda _project, _step: edit, editor.steps.apply, long=True)
        editor.open_as("minh")
    with qtbot.waitSignal(editor.refused) as told:
        pass
    assert told.args
    assert "lan" in told.args[0].values
    assert labels(editor) == {"LOC"}


def test_a_bug_in_writing_leaves_the_layer_as_the_project_is(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = relabelled(editor)
    short = Edit(edit.title, edit.changes[:3])
    monkeypatch.setattr(journal, "append", lambda *_rest: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        editor.apply(short)
    assert labels(editor) == {"LOC"}


def test_what_it_did_elsewhere_is_told_apart(editor: Editor, qtbot: QtBot) -> None:
    here: list[Edit] = []
    elsewhere: list[Edit] = []
    editor.edited.connect(lambda edit, _initiator: here.append(edit))
    editor.edited_elsewhere.connect(elsewhere.append)
    edit = relabelled(editor)
    editor.steps.apply(edit)
    qtbot.waitUntil(lambda: bool(elsewhere))
    assert here[0].layers() == {("a0", "lan")}
    assert {*here[0].changes, *elsewhere[0].changes} == {*edit.changes}


def ids_of(layer: Layer) -> list[str]:
    return [each.id for each in layer]
