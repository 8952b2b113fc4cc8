"""Undo and redo: which step is next, for whom, and that nothing is lost on the way."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.model.article import Article, Status
from annotator.model.change import Edit
from annotator.model.layer import LayerError
from annotator.model.tagset import EntityType
from annotator.project import Project, ProjectError
from tests.store.projects import (
    FLOOD,
    MEETING,
    TAGSET,
    bring_in,
    do,
    dump,
    dump_all,
    make_project,
    meeting_layer,
    tag,
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = make_project(tmp_path / "news.anno", (MEETING, FLOOD))
    yield project
    project.close()


def labels(project: Project, by: str = "lan") -> list[str]:
    return [each.label for each in project.layer("meeting", by)]


def test_steps_are_taken_back_and_done_again_in_order(project: Project) -> None:
    for label in ("A", "B", "C"):
        tag(project, 0, 3, label)
    for left in (["A", "B"], ["A"], []):
        assert project.undo("meeting", "lan")
        assert labels(project) == left
    for back in (["A"], ["A", "B"], ["A", "B", "C"]):
        assert project.redo("meeting", "lan")
        assert labels(project) == back
    assert project.redo("meeting", "lan") is None
    assert project.redo_title("meeting", "lan") is None


def test_a_new_edit_leaves_nothing_to_redo(project: Project) -> None:
    tag(project, 0, 3, "A")
    tag(project, 0, 3, "B")
    project.undo("meeting", "lan")
    project.undo("meeting", "lan")
    tag(project, 0, 3, "C")
    project.undo("meeting", "lan")
    assert str(project.redo_title("meeting", "lan")) == "Add C “Hội”"
    project.redo("meeting", "lan")
    assert project.redo("meeting", "lan") is None
    assert labels(project) == ["C"]


def test_undo_goes_on_after_a_restart(project: Project) -> None:
    tag(project, 0, 3, "A")
    tag(project, 0, 3, "B")
    project.undo("meeting", "lan")
    project.close()
    again = Project.open(project.path)
    assert str(again.undo_title("meeting", "lan")) == "Add A “Hội”"
    assert str(again.redo_title("meeting", "lan")) == "Add B “Hội”"
    again.redo("meeting", "lan")
    again.undo("meeting", "lan")
    again.undo("meeting", "lan")
    assert labels(again) == []
    again.close()


def test_undo_passes_by_other_reviewers_and_other_articles(project: Project) -> None:
    tag(project, 0, 3, "A")
    tag(project, 0, 3, "B", by="mai")
    do(project, edits.set_status, Status.DONE, article="flood")
    project.undo("meeting", "lan")
    assert labels(project) == []
    assert labels(project, "mai") == ["B"]
    assert project.layer("flood", "lan").status is Status.DONE


def test_what_the_whole_project_shares_is_undone_from_any_article(project: Project) -> None:
    tag(project, 0, 3, "A")
    changed = TAGSET.with_label(Kind.ENTITY, "PER", EntityType("PERSON"))
    project.commit(edits.set_tagset(TAGSET, changed), "lan")
    assert project.undo_title("meeting", "mai") is None
    project.undo("flood", "lan")
    assert project.tagset == TAGSET
    assert str(project.undo_title("meeting", "lan")) == "Add A “Hội”"
    project.redo("meeting", "lan")
    assert project.tagset == changed


def test_edits_of_one_gesture_are_one_step(project: Project) -> None:
    tag(project, 0, 3)
    for note in ("x", "xy", "xyz"):
        do(project, edits.set_note, "T1", note, gesture="typing")
    do(project, edits.set_note, "T1", "other", gesture="again")
    project.undo("meeting", "lan")
    assert project.layer("meeting", "lan")["T1"].note == "xyz"
    entry = project.undo("meeting", "lan")
    assert entry
    assert project.layer("meeting", "lan")["T1"].note == ""
    assert entry.undoes == project.history("meeting", "lan")[3].number
    project.redo("meeting", "lan")
    assert project.layer("meeting", "lan")["T1"].note == "xyz"
    project.undo("meeting", "lan")
    project.undo("meeting", "lan")
    assert labels(project) == []


def test_undo_refuses_where_the_present_is_another(project: Project) -> None:
    article = project.article("meeting")
    project.commit(edits.set_metadata(article, "title", "Một"), "lan")
    project.commit(edits.set_metadata(project.article("meeting"), "title", "Hai"), "mai")
    with pytest.raises(ProjectError, match="“Change title of Hội nghị” can't be taken back: title"):
        project.undo("meeting", "lan")
    assert project.article("meeting").title == "Hai"
    project.undo("meeting", "mai")
    project.undo("meeting", "lan")
    assert project.article("meeting").title == "Hội nghị"


def test_undo_refuses_in_a_layer_that_another_locked(project: Project) -> None:
    tag(project, 0, 3)
    layer = project.layer("meeting", "lan")
    project.commit(edits.set_status(layer, Status.LOCKED), "mai")
    with pytest.raises(ProjectError, match="is locked"):
        project.undo("meeting", "lan")
    assert labels(project) == ["LOC"]


def test_an_article_whose_work_was_taken_back_goes_with_its_addition(project: Project) -> None:
    bring_in(project, Article("new", "Huế mưa.", {"title": "Mưa"}))
    added = dump_all(project)
    layer = project.layer("new", "lan")
    project.commit(edits.add(layer, Kind.ENTITY, "LOC", [Fragment(0, 3)]), "lan")
    with pytest.raises(ProjectError, match="worked on since"):
        project.undo("", "lan")
    project.undo("new", "lan")
    assert dump_all(project) == added
    project.undo("new", "lan")
    assert "new" not in [row.id for row in project.articles()]
    project.redo("new", "lan")
    assert dump_all(project) == added
    project.redo("new", "lan")
    assert len(project.layer("new", "lan")) == 1


def test_a_removal_is_done_again_after_all_before_it(project: Project) -> None:
    tag(project, 0, 3)
    project.commit(edits.remove_articles([("meeting", "Hội nghị")]), "lan")
    for _ in range(2):
        project.undo("meeting", "lan")
        project.undo("meeting", "lan")
        assert labels(project) == []
        project.redo("meeting", "lan")
        assert labels(project) == ["LOC"]
        project.redo("meeting", "lan")
        assert "meeting" not in [row.id for row in project.articles()]


def test_work_on_an_article_ends_the_redo_of_its_removal(project: Project) -> None:
    project.commit(edits.remove_articles([("meeting", "Hội nghị")]), "lan")
    project.undo("flood", "lan")
    tag(project, 0, 3)
    for taken_back in (False, True):
        if taken_back:
            project.undo("meeting", "lan")
        assert project.redo_title("flood", "lan") is None
        assert project.redo("flood", "lan") is None
    project.redo("meeting", "lan")
    assert "meeting" in [row.id for row in project.articles()]
    assert labels(project) == ["LOC"]


def test_work_in_one_layer_ends_the_redo_of_what_changed_several(project: Project) -> None:
    tag(project, 0, 3, "A")
    do(project, edits.add, Kind.ENTITY, "A", [Fragment(0, 3)], article="flood")
    both = [edits.relabel(project.layer(id, "lan"), ["T1"], "B") for id in ("meeting", "flood")]
    project.commit(Edit(both[0].title, both[0].changes + both[1].changes), "lan")
    project.undo("flood", "lan")
    assert project.redo_title("flood", "lan")
    tag(project, 4, 8, "C", by="mai")
    assert project.redo_title("flood", "lan"), "what others did does not count"
    tag(project, 4, 8, "C")
    project.undo("meeting", "lan")
    assert project.redo_title("flood", "lan") is None
    project.redo("meeting", "lan")
    assert labels(project) == ["A", "C"]


def test_what_changed_several_layers_waits_for_what_came_before_it_in_each(
    project: Project,
) -> None:
    tag(project, 0, 3, "A")
    do(project, edits.remove, ["T1"])
    both = [
        edits.add(project.layer(id, "lan"), Kind.ENTITY, "B", [Fragment(0, 3)])
        for id in ("meeting", "flood")
    ]
    project.commit(Edit(both[0].title, both[0].changes + both[1].changes), "lan")
    end = dump_all(project)
    for _ in range(3):
        project.undo("meeting", "lan")
    with pytest.raises(ProjectError, match="more was undone in meeting since"):
        project.redo("flood", "lan")
    for article in ("meeting", "meeting", "flood"):
        project.redo(article, "lan")
    assert dump_all(project) == end


def test_what_comes_back_beside_what_took_its_place_stands_in_one_order(project: Project) -> None:
    tag(project, 0, 3)
    do(project, edits.add, Kind.ENTITY, "A", [Fragment(0, 3)], article="flood")
    both = [edits.remove(project.layer(id, "lan"), ["T1"]) for id in ("meeting", "flood")]
    project.commit(Edit(both[0].title, both[0].changes + both[1].changes), "lan")
    do(project, edits.add, Kind.EVENT, "Meeting", [Fragment(0, 3)])
    project.undo("flood", "lan")
    live = project.layer("meeting", "lan")
    for take in (project.undo, project.undo, project.redo, project.redo):
        entry = take("meeting", "lan")
        assert entry
        live.apply(entry.edit)
    assert len(live) == 2
    assert dump(live) == dump(project.layer("meeting", "lan"))
    assert project.check() == []


def test_layers_stay_in_their_order_when_one_goes_and_comes_back(project: Project) -> None:
    tag(project, 0, 3, "A", by="mai")
    tag(project, 0, 3, "B", by="lan")
    whole = dump_all(project)
    assert project.undo("meeting", "mai")
    assert project.redo("meeting", "mai")
    assert dump_all(project) == whole
    assert [each.reviewer for each in project.layers("meeting")] == ["mai", "lan"]


def test_an_import_is_the_ground_undo_stands_on(project: Project) -> None:
    bring_in(project, meeting_layer("mai"), by="mai")
    before = dump_all(project)
    do(project, edits.remove, ["T1", "T2"], by="mai")
    project.undo("meeting", "mai")
    assert dump_all(project) == before
    assert project.undo("meeting", "mai") is None


class ProjectMachine(RuleBasedStateMachine):
    """Edits, undos, redos and restarts at random, beside a model that keeps whole states."""

    REVIEWERS = st.sampled_from(["lan", "mai"])
    TEXT = "a😀 e\u0301\u0302\r\n\u00a0b"

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.article = Article("meeting", self.TEXT, {"title": "T", "author": "P.V"})
        self.project = make_project(Path(self.folder.name) / "p.anno", (self.article,), "an")
        self.beginning = dump_all(self.project)
        self.layers = {by: self.project.layer("meeting", by) for by in ("lan", "mai")}
        self.past: dict[str, list[object]] = {
            "lan": [self.state("lan")],
            "mai": [self.state("mai")],
        }
        self.future: dict[str, list[object]] = {"lan": [], "mai": []}

    def state(self, by: str) -> object:
        return dump(self.layers[by])

    def commit(self, edit: Edit, by: str) -> None:
        self.layers[by].apply(edit)
        self.project.commit(edit, by)
        self.past[by].append(self.state(by))
        self.future[by].clear()

    @rule(by=REVIEWERS, start=st.integers(0, 7), length=st.integers(1, 3), data=st.data())
    def add(self, by: str, start: int, length: int, data: st.DataObject) -> None:
        layer = self.layers[by]
        kind = data.draw(st.sampled_from([Kind.ENTITY, Kind.EVENT, Kind.CLUSTER]))
        if kind is Kind.CLUSTER and len(layer) < 2:
            kind = Kind.ENTITY
        fragments = [Fragment(start, start + length)] if kind is not Kind.CLUSTER else []
        edit = edits.add(layer, kind, "X", fragments)
        if kind is Kind.CLUSTER:
            edit = edits.add_cluster(layer, [each.id for each in layer][:2])
        self.commit(edit, by)

    def some(self, by: str, data: st.DataObject) -> str:
        return data.draw(st.sampled_from([each.id for each in self.layers[by]]))

    @rule(by=REVIEWERS, data=st.data(), act=st.sampled_from(["relabel", "note", "remove", "link"]))
    def alter(self, by: str, data: st.DataObject, act: str) -> None:
        layer = self.layers[by]
        if not len(layer):
            return
        id = self.some(by, data)
        try:
            edit = {
                "relabel": lambda: edits.relabel(layer, [id], data.draw(st.sampled_from("XYZ"))),
                "note": lambda: edits.set_note(layer, id, data.draw(st.text("é😀 ", max_size=3))),
                "remove": lambda: edits.remove(layer, {id, self.some(by, data)}),
                "link": lambda: edits.add_link(layer, id, "role", self.some(by, data)),
            }[act]()
        except LayerError:
            return
        if edit.changes:
            self.commit(edit, by)

    @rule(by=REVIEWERS)
    def undo(self, by: str) -> None:
        entry = self.project.undo("meeting", by)
        assert (entry is not None) == (len(self.past[by]) > 1)
        if entry:
            self.layers[by].apply(entry.edit)
            self.future[by].append(self.past[by].pop())
            assert self.state(by) == self.past[by][-1]

    @rule(by=REVIEWERS)
    def redo(self, by: str) -> None:
        entry = self.project.redo("meeting", by)
        assert (entry is not None) == bool(self.future[by])
        if entry:
            self.layers[by].apply(entry.edit)
            self.past[by].append(self.future[by].pop())
            assert self.state(by) == self.past[by][-1]

    @precondition(lambda self: len(self.past["lan"]) + len(self.past["mai"]) > 3)
    @rule()
    def restart(self) -> None:
        self.project.close()
        self.project = Project.open(self.project.path)

    @invariant()
    def tables_are_what_the_model_says(self) -> None:
        for by, layer in self.layers.items():
            assert dump(self.project.layer("meeting", by)) == dump(layer)

    def teardown(self) -> None:
        try:
            self.check_and_undo_all()
        finally:
            self.project.close()
            self.folder.cleanup()

    def check_and_undo_all(self) -> None:
        assert self.project.check() == []
        for by in ("lan", "mai"):
            while len(self.past[by]) > 1:
                self.undo(by)
        assert dump_all(self.project) == self.beginning
        assert self.project.check() == []


class TestProject(ProjectMachine.TestCase):
    settings = settings(max_examples=40, stateful_step_count=25)
