"""What window and command line ask of a project."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from annotator.measure.figures import Scope
from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, message
from annotator.model.tagset import EntityType
from annotator.project import Project, ProjectError, Usage
from tests.store.projects import (
    FLOOD,
    MEETING,
    ODD,
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


def reopened(project: Project) -> Project:
    project.close()
    return Project.open(project.path)


def ids(project: Project, *arguments: object, **more: object) -> list[str]:
    return [row.id for row in project.articles(*arguments, **more)]


# Files


def test_create_refuses_a_file_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "news.anno"
    path.write_bytes(b"mine")
    with pytest.raises(ProjectError, match="there already"):
        Project.create(path, TAGSET)
    assert path.read_bytes() == b"mine"


def test_create_refuses_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="no folder"):
        Project.create(tmp_path / "nowhere" / "news.anno", TAGSET)


def test_a_project_is_as_it_was_when_opened_again(project: Project) -> None:
    bring_in(project, ODD, meeting_layer("mai"))
    tag(project, 0, 3)
    before = dump_all(project)
    again = reopened(project)
    assert not again.read_only
    assert again.tagset == TAGSET
    assert dump_all(again) == before
    assert again.check() == []
    again.close()


def test_a_copy_holds_everything_and_stands_alone(project: Project, tmp_path: Path) -> None:
    tag(project, 0, 3)
    (tmp_path / "copy.anno").write_bytes(b"an older copy")
    project.save_copy(tmp_path / "copy.anno")
    tag(project, 4, 8)
    copy = Project.open(tmp_path / "copy.anno")
    assert len(copy.layer("meeting", "lan")) == 1
    assert copy.undo("meeting", "lan")
    copy.close()


def test_a_project_is_not_copied_onto_an_open_one(project: Project, tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="another name"):
        project.save_copy(project.path)
    other = Project.create(tmp_path / "other.anno", TAGSET)
    with pytest.raises(ProjectError, match="another name"):
        project.save_copy(other.path)
    other.close()


def test_a_reader_sees_what_is_written_and_writes_nothing(project: Project) -> None:
    reader = project.reader()
    tag(project, 0, 3)
    project.commit(edits.set_tagset(TAGSET, replace(TAGSET, name="Other")), "lan")
    assert len(reader.layer("meeting", "lan")) == 1
    assert reader.tagset.name == "Other"
    with pytest.raises(ProjectError, match="for reading only"):
        tag(reader, 4, 8)
    reader.close()


# Articles


def test_articles_are_found_as_typed(project: Project) -> None:
    assert ids(project) == ["meeting", "flood"]
    for query in ("dong nai", "ĐỒNG", "đồng n", "hoà", "hòa", "hoi nghi", "bien hoa", "ly 😀"):
        assert ids(project, query) == ["meeting"], query
    assert ids(project, "hue") == ["flood"]
    assert ids(project, "o") == ["meeting", "flood"]
    assert ids(project, "đòng") == []
    assert ids(project, '"*) OR -') == []
    assert ids(project, "( ,") == ["meeting", "flood"]


def test_a_changed_title_is_found_and_the_old_one_is_not(project: Project) -> None:
    article = project.article("flood")
    project.commit(edits.set_metadata(article, "title", "Bão số 9"), "lan")
    assert ids(project, "bao 9") == ["flood"]
    assert project.articles("bao")[0].title == "Bão số 9"
    project.undo("", "lan")
    assert ids(project, "bao") == []
    assert ids(project, "mua") == ["flood"]


def test_articles_are_sorted(project: Project) -> None:
    bring_in(project, Article("a", "Án mạng", {"published_at": "2021-03-04T08:00:00+07:00"}))
    tag(project, 0, 3)
    do(project, edits.set_status, Status.DONE, article="flood")
    assert ids(project, sort="added", descending=True) == ["a", "flood", "meeting"]
    assert ids(project, sort="title") == ["a", "meeting", "flood"]
    assert ids(project, sort="date") == ["a", "meeting", "flood"]
    assert ids(project, sort="status", reviewer="lan") == ["a", "meeting", "flood"]
    assert ids(project, sort="annotations", reviewer="lan")[-1] == "meeting"


def test_status_and_counts_are_those_of_the_reviewer(project: Project) -> None:
    bring_in(project, meeting_layer("mai"))
    row = project.articles(reviewer="mai")[0]
    assert (row.status, row.entities, row.events) == (Status.NEW, 3, 1)
    tag(project, 0, 3)
    row = project.articles(reviewer="lan")[0]
    assert (row.status, row.entities, row.events) == (Status.STARTED, 1, 0)
    assert ids(project, reviewer="lan", status=Status.STARTED) == ["meeting"]
    assert ids(project, reviewer="lan", status=Status.NEW) == ["flood"]
    assert project.layers("meeting") == [
        ("mai", Status.NEW, 4, False), ("lan", Status.STARTED, 1, False),
    ]  # fmt: skip
    assert project.reviewers() == ["lan", "mai"]


def test_a_removed_article_comes_back_whole(project: Project) -> None:
    tag(project, 0, 3)
    before = dump_all(project)
    project.commit(edits.remove_articles([("meeting", "Hội nghị")]), "lan")
    assert ids(project) == ["flood"]
    assert [each.article.id for each in project.parcels()] == ["flood"]
    with pytest.raises(ProjectError, match="no longer in the list"):
        project.commit(edits.remove_articles([("meeting", "Hội nghị")]), "lan")
    project.undo("", "lan")
    assert dump_all(project) == before


def test_the_last_added_articles_are_undone_as_one(project: Project) -> None:
    bring_in(project, ODD, Article("b", "Hai"))
    assert str(project.undo_title("", "lan")) == "Add 2 articles"
    project.undo("", "lan")
    assert ids(project) == ["meeting", "flood"]


def test_removed_articles_are_listed_again_when_imported_again(project: Project) -> None:
    project.commit(edits.remove_articles([("flood", "Mưa")]), "lan")
    bring_in(project, FLOOD)
    assert ids(project) == ["meeting", "flood"]
    assert project.check() == []


def test_metadata_come_back_to_their_place(project: Project) -> None:
    before = dump_all(project)
    article = project.article("meeting")
    project.commit(edits.set_metadata(article, "title", None), "lan")
    assert project.article("meeting").title == "Hội nghị ở Đồng Nai"
    project.commit(edits.set_metadata(project.article("meeting"), "author", ["a", 1]), "lan")
    assert list(project.article("meeting").metadata) == ["published_at", "source", "author"]
    project.undo("", "lan")
    project.undo("", "lan")
    assert dump_all(project) == before


# Layers and edits


def test_a_layer_that_is_not_there_is_empty(project: Project) -> None:
    layer = project.layer("meeting", "nobody")
    assert (layer.status, len(layer), layer.reviewer) == (Status.NEW, 0, "nobody")
    with pytest.raises(ProjectError, match="no article"):
        project.layer("gone", "lan")


def test_a_layer_holds_what_was_committed(project: Project) -> None:
    layer = project.layer("meeting", "lan")
    made = [
        edits.add(layer, Kind.ENTITY, "LOC", [Fragment(11, 19)], attributes={"a": True, "b": 1.5}),
    ]
    layer.apply(made[0])
    for make in (
        lambda: edits.add(layer, Kind.EVENT, "Meeting", [Fragment(0, 3), Fragment(4, 8)]),
        lambda: edits.add_link(layer, "E1", "Place", "T1"),
        lambda: edits.add(layer, Kind.ENTITY, "PER", [Fragment(0, 1)], origin="words"),
        lambda: edits.add_relation(layer, "part_of", "T2", "T1"),
        lambda: edits.add_cluster(layer, ["T1", "T2"]),
        lambda: edits.add(layer, Kind.DOCUMENT, "Politics"),
        lambda: edits.set_note(layer, "T1", "<b>😀</b>"),
        lambda: edits.relabel(layer, ["T1", "T2"], "Đất"),
        lambda: edits.set_curated(layer, curated=True),
        lambda: edits.remove(layer, ["T2"]),
    ):
        made.append(make())
        layer.apply(made[-1])
    for edit in made:
        project.commit(edit, "lan")
    assert dump(project.layer("meeting", "lan")) == dump(layer)
    assert dump(reopened(project).layer("meeting", "lan")) == dump(layer)


def annotation_change(before: Annotation | None, after: Annotation | None) -> Edit:
    id = (before or after or Annotation("", Kind.ENTITY, "")).id
    change = Change(Address(Subject.ANNOTATION, "meeting", "mai", id), before, after)
    return Edit(message("Made by a script"), (change,))


MENTION = Annotation("T9", Kind.ENTITY, "LOC", (Fragment(0, 3),))
PRESENT = {each.id: each for each in meeting_layer()}


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (annotation_change(None, replace(MENTION, fragments=(Fragment(50, 99),))), "outside"),
        (annotation_change(None, replace(MENTION, fragments=())), "no fragment"),
        (annotation_change(None, replace(MENTION, fragments=(Fragment(4, 4),))), "empty"),
        (
            annotation_change(None, replace(MENTION, fragments=(Fragment(4, 6), Fragment(1, 2)))),
            "not sorted",
        ),
        (annotation_change(None, replace(MENTION, id="T1")), "changed since"),
        (annotation_change(replace(PRESENT["T1"], label="PER"), None), "changed since"),
        (annotation_change(MENTION, None), "changed since"),
        (annotation_change(PRESENT["T1"], None), "still links"),
        (
            annotation_change(PRESENT["E1"], replace(PRESENT["E1"], links=(Link("Place", "T8"),))),
            "links to T8",
        ),
        (
            annotation_change(PRESENT["E1"], replace(PRESENT["E1"], links=(Link("Place", "E1"),))),
            "links to E1",
        ),
        (
            Edit(
                message("x"), (Change(Address(Subject.TAGSET), replace(TAGSET, name="y"), TAGSET),)
            ),
            "tagset is no longer",
        ),
        (Edit(message("x"), (Change(Address(Subject.TAGSET), TAGSET, None),)), "without a tagset"),
        (
            Edit(
                message("x"),
                (Change(Address(Subject.METADATA, "meeting", key="title"), "Khác", "Mới"),),
            ),
            "title of “Hội nghị” is no longer",
        ),
        (
            Edit(
                message("x"),
                (Change(Address(Subject.STATUS, "meeting", "mai"), Status.DONE, Status.LOCKED),),
            ),
            "status of mai",
        ),
        (
            Edit(
                message("x"), (Change(Address(Subject.STATUS, "gone", "mai"), None, Status.DONE),)
            ),
            "no article",
        ),
        (
            Edit(message("x"), (Change(Address(Subject.STATUS, "flood"), None, Status.DONE),)),
            "name of its reviewer",
        ),
        (annotation_change(None, replace(MENTION, note="\ud83d")), "U\\+D83D"),
    ],
)
def test_an_edit_that_does_not_fit_changes_nothing(
    project: Project, edit: Edit, reason: str
) -> None:
    bring_in(project, meeting_layer("mai"))
    before = dump_all(project)
    first = tag(project, 0, 3).edit
    fitting = edits.set_note(project.layer("meeting", "lan"), "T1", "note")
    with pytest.raises(AnnotatorError, match=reason):
        project.commit(replace(edit, changes=(*fitting.changes, *edit.changes)), "lan")
    assert project.undo("meeting", "lan")
    assert first.changes
    assert dump_all(project) == before
    assert project.check() == []


def test_a_locked_layer_takes_no_changes(project: Project) -> None:
    tag(project, 0, 3)
    adding = edits.add(project.layer("meeting", "lan"), Kind.ENTITY, "LOC", [Fragment(4, 8)])
    curating = edits.set_curated(project.layer("meeting", "lan"), curated=True)
    do(project, edits.set_status, Status.LOCKED)
    for edit in (adding, curating):
        with pytest.raises(ProjectError, match="locked"):
            project.commit(edit, "lan")
    do(project, edits.set_status, Status.STARTED)
    project.commit(adding, "lan")
    assert len(project.layer("meeting", "lan")) == 2


def test_one_layer_of_an_article_can_be_the_curated_one(project: Project) -> None:
    do(project, edits.set_curated, curated=True)
    with pytest.raises(ProjectError, match="that of lan is, not that of mai"):
        do(project, edits.set_curated, curated=True, by="mai")
    do(project, edits.set_curated, curated=False)
    do(project, edits.set_curated, curated=True, by="mai")
    with pytest.raises(ProjectError, match="that of mai is"):
        project.undo("meeting", "lan")
    assert [(each.reviewer, each.curated) for each in project.layers("meeting")] == [("mai", True)]
    assert project.check() == []


def test_articles_wait_for_a_curated_layer_until_it_is_done(project: Project) -> None:
    def waiting(by: str) -> list[str]:
        return ids(project, reviewer=by, curation="waiting")

    bring_in(project, meeting_layer("mai"))
    tag(project, 0, 3)
    assert waiting("tam") == ["meeting"]
    assert waiting("lan") == [], "there is one layer of others alone"
    row = project.articles(reviewer="tam")[0]
    assert (row.others, row.curated) == (2, False)
    do(project, edits.set_curated, curated=True, by="tam")
    assert (waiting("tam"), ids(project, curation="curated")) == (["meeting"], ["meeting"])
    do(project, edits.set_status, Status.DONE, by="tam")
    assert waiting("tam") == []
    for sort in ("added", "title", "status", "annotations"):
        assert ids(project, "", sort, reviewer="tam", curation="curated") == ["meeting"]
        assert (
            ids(project, "hop", sort, reviewer="tam", status=Status.NEW, curation="curated") == []
        )
    (parcel,) = project.parcels(curated=True)
    assert [each.reviewer for each in parcel.layers] == ["tam"]


def test_layers_of_others_have_another_version_once_one_is_changed(project: Project) -> None:
    version, layers = project.other_layers("meeting", "lan")
    assert (layers, version) == ([], project.others_version("meeting", "lan"))
    tag(project, 0, 3)
    assert project.others_version("meeting", "lan") == version
    bring_in(project, meeting_layer("mai"))
    tag(project, 0, 3, by="minh")
    after, layers = project.other_layers("meeting", "lan")
    assert after != version
    assert [each.reviewer for each in layers] == ["mai", "minh"]


def test_history_names_every_step_and_shows_every_moment(project: Project) -> None:
    bring_in(project, meeting_layer("mai"))
    moments = {}
    for make in (
        lambda: do(project, edits.relabel, ["T1"], "PER", by="mai"),
        lambda: do(project, edits.remove, ["T3"], by="mai"),
        lambda: project.undo("meeting", "mai"),
        lambda: do(project, edits.set_status, Status.DONE, by="mai"),
    ):
        entry = make()
        assert entry
        moments[entry.number] = dump(project.layer("meeting", "mai"))
    tag(project, 0, 3)
    history = project.history("meeting", "mai")
    assert [str(entry.edit.title) for entry in history] == [
        "Import annotations: 4",
        "Relabel LOC “Đồng Nai” as PER",
        "Remove PER “Ông bà Lý”",
        "Remove PER “Ông bà Lý”",
        "Set the status to done",
    ]
    assert [entry.undoes for entry in history] == [None, None, None, history[2].number, None]
    assert dump(project.layer_at("meeting", "mai", history[0].number)) == dump(meeting_layer())
    assert len(project.layer_at("meeting", "mai", history[0].number - 1)) == 0
    for number, moment in moments.items():
        assert dump(project.layer_at("meeting", "mai", number)) == moment


# Over the whole project


def test_usage_counts_a_label_everywhere(project: Project) -> None:
    bring_in(project, meeting_layer("mai"))
    tag(project, 0, 3)
    project.commit(edits.remove_articles([("flood", "Mưa")]), "lan")
    used = project.labels_in_use()
    assert used[Kind.ENTITY, "LOC"] == Usage(3, 1, 2)
    assert (Kind.EVENT, "LOC") not in used
    assert project.labels_in_use() == {
        (Kind.ENTITY, "LOC"): Usage(3, 1, 2),
        (Kind.ENTITY, "PER"): Usage(1, 1, 1),
        (Kind.EVENT, "Meeting"): Usage(1, 1, 1),
    }
    affected = project.affected_layers([(Kind.ENTITY, "LOC")])
    assert [layer.reviewer for layer in affected] == ["mai", "lan"]


def test_a_label_is_renamed_everywhere_as_one_step(project: Project) -> None:
    bring_in(project, meeting_layer("mai"))
    tag(project, 0, 3)
    before = dump_all(project)
    renamed = TAGSET.with_label(Kind.ENTITY, "LOC", EntityType("PLACE"))
    changes = [Change(Address(Subject.TAGSET), TAGSET, renamed)]
    for layer in project.affected_layers([(Kind.ENTITY, "LOC")]):
        ids = [each.id for each in layer if each.label == "LOC"]
        changes += edits.relabel(layer, ids, "PLACE").changes
    project.commit(Edit(message("Rename LOC"), tuple(changes)), "lan")
    assert project.tagset == renamed
    used = project.labels_in_use()
    assert (Kind.ENTITY, "LOC") not in used
    assert used[Kind.ENTITY, "PLACE"] == Usage(3, 1, 2)
    assert str(project.undo_title("flood", "lan")) == "Rename LOC"
    project.undo("flood", "lan")
    assert project.tagset == TAGSET
    assert dump_all(project) == before
    assert project.check() == []


def test_parcels_are_filtered_by_reviewer_and_status(project: Project) -> None:
    bring_in(project, meeting_layer("mai"))
    tag(project, 0, 3)
    everything = [(each.article.id, len(each.layers)) for each in project.parcels()]
    assert everything == [("meeting", 2), ("flood", 0)]
    of_mai = list(project.parcels(reviewers=["mai"]))
    assert [layer.reviewer for each in of_mai for layer in each.layers] == ["mai"]
    started = list(project.parcels(statuses=[Status.STARTED]))
    assert [layer.reviewer for each in started for layer in each.layers] == ["lan"]
    assert list(project.parcels(["mai"], [Status.STARTED])) == []


def test_parcels_stand_still_while_edits_are_made(project: Project) -> None:
    bring_in(project, meeting_layer("mai"))
    parcels = project.parcels()
    first = next(parcels)
    do(project, edits.set_status, Status.DONE, article="flood")
    bring_in(project, ODD)
    assert [first.article.id, *(each.article.id for each in parcels)] == ["meeting", "flood"]


def test_statistics_count_what_is_listed(project: Project) -> None:
    bring_in(project, meeting_layer("mai"), Layer(ODD, "mai", status=Status.DONE))
    tag(project, 0, 3)
    project.commit(edits.remove_articles([("flood", "Mưa")]), "lan")
    counts = project.statistics(Scope(), lambda *_: None, lambda: False)[0]
    assert counts["articles"] == 2
    assert counts["removed_articles"] == 1
    assert counts["layers_by_status"] == {"done": 1, "new": 1, "started": 1}
    assert counts["annotations"] == 5
    assert counts["annotations_by_kind"] == {"entity": 4, "event": 1}
    assert counts["annotations_by_label"] == {"LOC": 3, "Meeting": 1, "PER": 1}
    assert counts["annotations_by_reviewer"] == {"mai": 4, "lan": 1}
    assert counts["journal_entries"] == 7


def test_of_a_long_edit_of_many_layers_the_history_of_one_has_its_own_changes(
    tmp_path: Path,
) -> None:
    text = "Bão số một vào Huế.\n" * 20
    project = make_project(tmp_path / "many.anno", [Article(f"a{n}", text) for n in range(30)])
    own: dict[str, list[Change]] = {}
    for n in range(30):
        layer = project.layer(f"a{n}", "lan")
        for start in range(0, 400, 20):
            edit = edits.add(layer, Kind.ENTITY, "LOC", [Fragment(start, start + 3)])
            layer.apply(edit)
            own.setdefault(f"a{n}", []).extend(edit.changes)
    project.commit(Edit(message("Tag all"), tuple(chain.from_iterable(own.values()))), "lan")
    found = project.history("a7", "lan", wide=True)[-1].edit.changes
    assert [(each.address, each.after) for each in found] == [
        (each.address, each.after) for each in own["a7"]
    ]
    assert len(project.history("a7", "lan")[-1].edit.changes) == len(project.articles()) * len(
        own["a7"]
    )
    project.close()
