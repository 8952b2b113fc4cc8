"""That an edit costs what it changes, not what is there: counted in steps of SQLite's machine."""

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.project import Project
from annotator.store.connection import Store
from annotator.store.imports import _Import
from annotator.store.indexing import Indexing
from tests.store.projects import MEETING, bring_in, make_project, parcel


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


@contextmanager
def counted(store: Store) -> Generator[list[int]]:
    """Count the steps of what `store` does within the block: the only item of the list."""
    taken = [0]

    def step() -> int:
        taken[0] += 1
        return 0

    store.db.conn.set_progress_handler(step, 1)
    yield taken
    store.db.conn.set_progress_handler(None, 1)


def work_on(project: Project, layer: Layer) -> None:
    """Do a small round of work on `layer`."""
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


@pytest.mark.parametrize("earlier", [0, 200])
def test_an_edit_costs_the_same_in_a_large_layer(tmp_path: Path, earlier: int) -> None:
    found = []
    for count in (10, 4000):
        layer = layer_of(count)
        project = make_project(tmp_path / f"{count}.anno", ())
        bring_in(project, layer)
        for number in range(earlier if count > 10 else 0):
            edit = edits.set_note(layer, "T3", f"{number}")
            layer.apply(edit)
            project.commit(edit, "lan")
        with counted(project._store) as taken:
            work_on(project, layer)
        found += taken
        project.close()
    few, many = found
    assert many < few * 1.2, found


def test_going_back_costs_the_same_after_much_was_taken_back(tmp_path: Path) -> None:
    layer = layer_of(10)
    project = make_project(tmp_path / "project.anno", ())
    bring_in(project, layer)
    for number in range(150):
        edit = edits.set_note(layer, "T3", f"{number}")
        layer.apply(edit)
        project.commit(edit, "lan")
    found: list[int] = []
    for step in (project.undo, project.redo):
        for _ in range(140):
            with counted(project._store) as taken:
                step("long", "lan")
            found += taken
    project.close()
    assert max(found) < min(found) * 4, found  # were each passed: 20


def test_what_is_next_to_be_undone_is_found_whatever_was_taken_back_before(tmp_path: Path) -> None:
    layer = layer_of(10)
    project = make_project(tmp_path / "project.anno", ())
    bring_in(project, layer)
    first = edits.set_note(layer, "T5", "kept")
    layer.apply(first)
    project.commit(first, "lan")
    found: list[int] = []
    for number in range(100):
        project.commit(edits.set_note(layer, "T3", f"{number}"), "lan")
        project.undo("long", "lan")
        with counted(project._store) as taken:
            assert project.undo_title("long", "lan") is not None
            assert project.redo_title("long", "lan") is not None
        found += taken
    project.close()
    assert max(found) < min(found) * 2, found


def test_taking_an_import_back_costs_what_it_wrote(tmp_path: Path) -> None:
    found = []
    for count in (20, 200):
        project = make_project(tmp_path / f"{count}.anno")
        work = _Import(project._store, "lan", Indexing(), ThreadPoolExecutor(1))
        for number in range(count):
            work.take(parcel(Layer(MEETING, f"reviewer {number}")))
            work.take(parcel(Layer(Article(f"a{number}", "x"), "lan")))
        work._write_all()
        with counted(project._store) as taken:
            work.take_back()
        found += taken
        project.close()
    few, many = found
    assert many < few * 12, found
