"""What a project keeps of suggestions: refusals that undo, settings, what was learned."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.edits import set_status
from annotator.model.layer import LayerError
from annotator.model.message import message
from annotator.project import Project, ProjectError
from annotator.suggest.acceptance import accept
from annotator.suggest.bias import Layered, compared
from annotator.suggest.control import is_control
from annotator.suggest.refusal import at, place_from_text, place_to_text, refuse
from annotator.suggest.suggestion import Place, Suggestion, id_of
from tests.store.projects import FLOOD, bring_in, do, dump_all, make_project, tag


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = make_project(tmp_path / "news.anno")
    yield project
    project.close()


def suggested(start: int, end: int, label: str = "LOC") -> Suggestion:
    stretch = (Fragment(start, end),)
    id = id_of(Kind.ENTITY, label, stretch)
    annotation = Annotation(id, Kind.ENTITY, label, stretch, origin="made up")
    return Suggestion(annotation, 0.9, message("Made up."))


def test_a_refusal_is_kept_undone_and_done_again(project: Project) -> None:
    before = dump_all(project)
    one = suggested(11, 19)
    project.commit(refuse(project.layer("meeting", "lan"), [one]), "lan")
    kept = {"meeting": [place_to_text(one.place)]}
    assert project.suggestions.refusals("lan") == kept
    assert project.suggestions.refusals("mai") == {}
    assert dump_all(project) == before, "a refusal is no part of a layer"
    assert project.check() == []
    assert str(project.undo_title("meeting", "lan")) == "Refuse LOC “Đồng Nai”"
    project.undo("meeting", "lan")
    assert project.suggestions.refusals("lan") == {}
    project.redo("meeting", "lan")
    assert project.suggestions.refusals("lan") == kept
    assert project.check() == []
    path = project.path
    project.close()
    again = Project.open(path)
    assert again.suggestions.refusals("lan") == kept
    again.undo("meeting", "lan")
    again.close()


def test_what_is_refused_already_is_not_refused_again(project: Project) -> None:
    edit = refuse(project.layer("meeting", "lan"), [suggested(11, 19), suggested(0, 3)])
    assert str(edit.title) == "Refuse 2 suggestions"
    project.commit(edit, "lan")
    with pytest.raises(ProjectError, match="since"):
        project.commit(edit, "lan")
    project.commit(edit.inverse(), "lan")
    assert project.suggestions.refusals("lan") == {}


def test_a_locked_layer_takes_no_refusal(project: Project) -> None:
    do(project, set_status, Status.LOCKED)
    with pytest.raises(LayerError, match="locked"):
        refuse(project.layer("meeting", "lan"), [suggested(0, 3)])


@pytest.mark.parametrize(
    "place",
    [
        Place(Kind.ENTITY, "“x”\n", (Fragment(1, 2), Fragment(4, 9))),
        Place(Kind.EVENT, "Meeting", (Fragment(1, 2),), Link("Chair", "T1")),
        Place(Kind.DOCUMENT, "Politics", ()),
        Place(Kind.RELATION, "part_of", (), None, "~R:part_of from=~T:LOC:0-3 to=~T:LOC:4-7:"),
    ],
)
def test_a_place_is_read_as_it_was_written(place: Place) -> None:
    assert place_from_text(place_to_text(place)) == place
    assert at(place).place == place


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM refusals",
        "UPDATE refusals SET place = 'x'",
        "INSERT INTO refusals VALUES (1, 'mai', 'x')",
    ],
)
def test_check_finds_refusals_that_nobody_made(project: Project, statement: str) -> None:
    project.commit(refuse(project.layer("meeting", "lan"), [suggested(0, 3)]), "lan")
    project.close()
    connection = sqlite3.connect(project.path)
    with connection:
        connection.execute(statement)
    connection.close()
    again = Project.open(project.path)
    assert [str(each.message) for each in again.check()][:1] == [
        "refusal is not what the journal tells."
    ]
    again.close()


def test_settings_and_what_was_learned_are_kept_until_deleted(project: Project) -> None:
    kept = project.suggestions
    assert kept.settings() == {}
    kept.keep_settings({"off": ["learned"], "share": 0.1})
    kept.keep_word_lists([["words.csv", [["Huế", "LOC"]]]])
    kept.keep_learned("learned", b"\x00\xff")
    kept.keep_learned("learned", b"\x01")
    project.close()
    again = Project.open(project.path)
    assert again.suggestions.settings() == {"off": ["learned"], "share": 0.1}
    assert again.suggestions.word_lists() == [["words.csv", [["Huế", "LOC"]]]]
    for damage in ("5", "[", b"\xff"):
        again._store.db.execute("UPDATE project SET value = ? WHERE key = 'word lists'", (damage,))
        with pytest.raises(ProjectError, match="lists of words can't be read"):
            again.suggestions.word_lists()
    found = again.suggestions.learned("learned")
    assert found is not None
    assert found.state == b"\x01"
    again.suggestions.forget_learned("learned")
    assert again.suggestions.learned("learned") is None
    assert again.check() == []
    again.close()


def test_damaged_settings_are_said(project: Project) -> None:
    project._store.db.execute("INSERT INTO project VALUES ('suggestions', '[')")
    with pytest.raises(ProjectError, match="settings of suggestions"):
        project.suggestions.settings()


def test_what_was_decided_is_counted_by_label(project: Project) -> None:
    layer = project.layer("meeting", "lan")
    project.commit(accept(layer, [suggested(11, 19), suggested(0, 3)]), "lan")
    tag(project, 21, 24, "LOC")
    tag(project, 33, 38, "PER")
    project.commit(refuse(project.layer("meeting", "lan"), [suggested(40, 42)]), "lan")
    found = project.suggestions.decided("lan", 50)
    places = found[Kind.ENTITY, "LOC"]
    assert (sum(places.accepted.values()), places.refused) == (3, 1)
    assert places.precision == 2 / 3
    assert places.recall == 2 / 3
    people = found[Kind.ENTITY, "PER"]
    assert (people.precision, people.recall) == (None, 0)
    assert project.suggestions.decided("mai", 50) == {}


def test_articles_with_and_without_suggestions_are_compared(project: Project) -> None:
    bring_in(project, FLOOD)
    project.commit(accept(project.layer("meeting", "lan"), [suggested(11, 19)]), "lan")
    tag(project, 0, 3)
    project.commit(refuse(project.layer("meeting", "lan"), [suggested(40, 42)]), "lan")
    do(project, edits.add, Kind.ENTITY, "LOC", [Fragment(10, 13)], article="flood")
    do(project, edits.add, Kind.ENTITY, "LOC", [Fragment(10, 13)], article="flood", by="tam")
    project.commit(edits.set_curated(project.layer("flood", "tam"), curated=True), "tam")
    layers = [Layered(*each) for each in project.suggestions.by_layer()]
    share = next(n / 100 for n in range(100) if is_control("meeting", n / 100))
    assert not is_control("flood", share), "the two are in different groups"
    found = compared(layers, share)
    assert found["with_suggestions"] == {
        "layers": 1,
        "annotations": 1,
        "suggested": 0,
        "by_hand": 1,
        "refused": 0,
        "per_100000_characters": round(100_000 / len(FLOOD.text)),
    }
    assert found["control"]["annotations"] == 2
    assert (found["control"]["suggested"], found["control"]["refused"]) == (1, 1)


def test_a_larger_control_sample_holds_the_smaller_one() -> None:
    ids = [f"a{n}" for n in range(2000)]
    small = {id for id in ids if is_control(id, 0.1)}
    assert 150 < len(small) < 250
    assert small < {id for id in ids if is_control(id, 0.2)}
    assert not any(is_control(id, 0.0) for id in ids)
    assert all(is_control(id, 1.0) for id in ids)


def test_what_was_tagged_and_what_was_not_is_told_apart(tmp_path: Path) -> None:
    texts = [Article(f"a{number}", f"Bão số {number} vào Huế.\n") for number in range(12)]
    project = make_project(tmp_path / "many.anno", texts)
    for number in (7, 2):
        bao = [Fragment(0, 3)]
        do(project, edits.add, Kind.ENTITY, "LOC", bao, article=f"a{number}")
    do(project, set_status, Status.DONE, article="a4")
    assert project.suggestions.tagged("lan") == ["a2", "a7"]
    assert project.suggestions.tagged("lan", 1) == ["a2"]
    assert project.suggestions.tagged("mai") == []
    rest = [f"a{number}" for number in range(12) if number not in (2, 7)]
    assert project.suggestions.untagged("lan", 100) == rest
    some = project.suggestions.untagged("lan", 4)
    assert 2 <= len(some) <= 4
    assert set(some) < set(rest)
    project.close()
