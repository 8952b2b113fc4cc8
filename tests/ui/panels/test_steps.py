"""The steps of a layer are told as undo and redo know them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.format import Parcel
from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.model.article import Article
from annotator.model.tagset import Tagset
from annotator.project import Project
from annotator.ui.panels.steps import Steps

ACTS = st.lists(st.sampled_from(["add", "note", "undo", "redo"]), max_size=14)


@given(acts=ACTS)
def test_what_undo_would_take_back_is_the_newest_step_that_stands(
    acts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path: Path = tmp_path_factory.mktemp("steps") / "made-up.anno"
    project = Project.create(path, Tagset())
    project.add([Parcel(Article("a", "made up text"), (), "")], by="minh")
    steps, gesture = Steps(), 0
    for act in acts:
        layer = project.layer("a", "lan")
        match act:
            case "add":
                gesture += 1
                edit = edits.add(layer, Kind.ENTITY, f"L{gesture}", [Fragment(0, 4)])
                project.commit(edit, "lan")
            case "note" if len(layer):
                first = next(iter(layer))
                edit = edits.set_note(layer, first.id, first.note + "x", f"note-{gesture}")
                project.commit(edit, "lan")
            case "undo":
                project.undo("a", "lan")
            case _:
                project.redo("a", "lan")
        for entry in project.history("a", "lan", steps.last + 1):
            steps.add(entry)
    standing = [
        step
        for step in steps.all
        if step.number not in steps.undone and (step.undoes is None or step.redoes)
    ]
    expected = project.undo_title("a", "lan")
    assert (standing[-1].title if standing else None) == expected
    assert all(steps.place_of(step.number) is not None for step in steps.all)
    project.close()


def test_a_gesture_is_one_step(project: Project) -> None:
    layer = project.layer("a", "lan")
    edit = edits.add(layer, Kind.ENTITY, "PER", [Fragment(0, 4)])
    project.commit(edit, "lan")
    for note in ("a", "ab", "abc"):
        layer = project.layer("a", "lan")
        project.commit(edits.set_note(layer, "T1", note, "one go"), "minh")
    steps = Steps()
    assert [steps.add(entry) for entry in project.history("a", "lan")] == [True, True, False, False]
    assert len(steps.all) == 2
    made, changed = steps.made("T1"), steps.changed("T1")
    assert made is not None
    assert changed is not None
    assert (made[0], changed[0]) == ("lan", "minh")
