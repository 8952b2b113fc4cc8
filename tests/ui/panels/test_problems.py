"""The problems of a layer by keys and mouse."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Kind
from annotator.ui import problem_index
from annotator.ui.panels.problems import ProblemsPanel
from tests.ui.panels.acting import Key, Show, Tag, click, go_to, row_of, texts


def test_problems_are_said_in_the_layer_s_order(show: Show, tag: Tag) -> None:
    tag("Odd", "Lạng Sơn")
    tag("Meeting", "tổ chức", kind=Kind.EVENT)
    panel = show(ProblemsPanel)

    assert texts(panel.view) == [
        "The tagset has no such label: Odd.",
        "Meeting needs 1 × Organizer, has 0.",
    ]
    assert row_of(panel.view, ("E1", 0)).detail == "Meeting · tổ chức"


def test_it_follows_what_is_changed(qtbot: QtBot, show: Show, tag: Tag) -> None:
    person = tag("PER", "Hồ Tiến Thiệu")
    event = tag("Meeting", "tổ chức", kind=Kind.EVENT)
    panel = show(ProblemsPanel)
    problems = panel.editor.problems
    assert problems.count == 1

    panel.editor.apply(lambda layer: edits.add_link(layer, event, "Organizer", person))
    assert texts(panel.view) == []
    assert "No problems" in panel.view.accessibleDescription()
    panel.editor.apply(lambda layer: edits.relabel(layer, [person], "LOC"))
    assert texts(panel.view) == ["Organizer can't be filled by LOC."]
    panel.editor.apply(lambda layer: edits.remove(layer, [event]))
    assert problems.count == 0


def test_many_are_judged_a_slice_at_a_time(
    qtbot: QtBot, show: Show, tag: Tag, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(problem_index, "_SLICE", 1)
    panel = show(ProblemsPanel)
    tag("Odd", "Lạng Sơn")
    tag("Odd", "Hồ Tiến Thiệu")
    panel.editor.open("b")
    panel.editor.open("a")
    assert not panel.editor.problems.complete
    first = tag("Odd", "tổ chức")
    panel.editor.undo()
    qtbot.waitUntil(lambda: panel.editor.problems.complete)
    assert len(texts(panel.view)) == 2
    assert first not in panel.editor.problems.found


def test_a_click_and_enter_go_there(qtbot: QtBot, show: Show, tag: Tag) -> None:
    one, two = tag("Odd", "Lạng Sơn"), tag("Odder", "Hồ Tiến Thiệu")
    panel = show(ProblemsPanel)
    click(qtbot, panel.view, (two, 0))
    assert panel.editor.annotations == (two,)
    go_to(panel.view, (one, 0))
    qtbot.keyClick(panel.view, Key.Key_Return)
    assert panel.editor.annotations == (one,)
