"""That an edit costs what it changes, not what is there: counted in steps of SQLite's machine."""

from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.project import Project
from tests.store.projects import bring_in, make_project


def layer_of(count: int) -> Layer:
    """Return a layer of `count` mentions, every second filling a role of an event."""
    article = Article("long", "Mưa lớn. " * 2 * count)
    annotations = [
        Annotation(f"T{n}", Kind.ENTITY, "X", (Fragment(n, n + 3),), rank=n) for n in range(count)
    ]
    annotations += [
        Annotation(f"E{n}", Kind.EVENT, "Y", links=(Link("role", f"T{n}"),), rank=count + n)
        for n in range(0, count, 2)
    ]
    return Layer(article, "lan", annotations)


def steps(project: Project, layer: Layer) -> int:
    """Return the steps of a small round of work on `layer`."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    project._store.db.conn.set_progress_handler(step, 1)
    for make in (
        lambda: edits.add(layer, Kind.ENTITY, "X", [Fragment(0, 3)]),
        lambda: edits.set_note(layer, "T1", "x"),
        lambda: edits.remove(layer, ["T4"]),
    ):
        edit = make()
        layer.apply(edit)
        project.commit(edit, "lan")
    project.undo_title("long", "lan")
    project.undo("long", "lan")
    project.redo("long", "lan")
    project._store.db.conn.set_progress_handler(None, 1)
    return taken


@pytest.mark.parametrize("earlier", [0, 200])
def test_an_edit_costs_the_same_in_a_large_layer(tmp_path: Path, earlier: int) -> None:
    counted = []
    for count in (10, 4000):
        layer = layer_of(count)
        project = make_project(tmp_path / f"{count}.anno", ())
        bring_in(project, layer)
        for number in range(earlier if count > 10 else 0):
            edit = edits.set_note(layer, "T3", f"{number}")
            layer.apply(edit)
            project.commit(edit, "lan")
        counted.append(steps(project, layer))
        project.close()
    few, many = counted
    assert many < few * 1.2, counted
