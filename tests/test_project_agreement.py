"""Which layers of a project are compared, and how it is told."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.measure.agreement.figures import Agreement, Compared, Measure
from annotator.model import edits
from annotator.model.annotation import Kind
from annotator.model.article import Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.project import Project
from tests.store.projects import FLOOD, MEETING, bring_in, do, make_project, meeting_layer, tag


def compared(project: Project, **scope: frozenset[str]) -> Agreement:
    return project.agreement(Compared(**scope), lambda *_: None, lambda: False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "p.anno"


def test_layers_of_the_same_article_are_compared(path: Path) -> None:
    with closing(make_project(path, [MEETING, FLOOD, meeting_layer("lan")])) as project:
        bring_in(project, meeting_layer("mai"))
        tag(project, 21, 24, by="mai")
        found = compared(project)
    assert (found.reviewers, found.compared, found.alone) == (("lan", "mai"), 1, 0)
    (pair,) = found.pairs
    mentions = pair.figure(Measure.EXACT, Kind.ENTITY)
    assert mentions is not None
    assert (mentions.both, mentions.only_one, mentions.only_other) == (3, 0, 1)
    (article,) = found.articles
    assert (article.id, article.title, article.reviewers) == ("meeting", "Hội nghị", ("lan", "mai"))


def test_who_has_not_read_an_article_disagrees_with_nobody(path: Path) -> None:
    empty = Layer(MEETING, "nam")
    with closing(make_project(path, [meeting_layer("lan"), empty])) as project:
        found = compared(project)
        assert (found.reviewers, found.compared, found.alone) == (("lan",), 0, 1)
        do(project, edits.set_status, Status.DONE, by="nam")  # read, and nothing found
        found = compared(project)
        assert (found.compared, found.articles[0].different) == (1, 6)
        only_done = compared(project, statuses=frozenset({"done"}))
        assert (only_done.reviewers, only_done.alone) == (("nam",), 1)


def test_articles_that_were_removed_are_not_compared(path: Path) -> None:
    with closing(make_project(path, [meeting_layer("lan"), meeting_layer("mai")])) as project:
        project.commit(edits.remove_articles([("meeting", "Hội nghị")]), "lan")
        assert compared(project).reviewers == ()


def test_a_curated_layer_is_compared_where_it_is_asked_for(path: Path) -> None:
    curated = Layer(MEETING, "chi", list(meeting_layer("chi")), Status.DONE, curated=True)
    layers = [meeting_layer("lan"), meeting_layer("mai"), curated]
    with closing(make_project(path, layers)) as project:
        assert compared(project).reviewers == ("lan", "mai")
        found = compared(project, reviewers=frozenset({"lan", "chi"}))
        assert [(pair.one, pair.other) for pair in found.pairs] == [("chi", "lan")]
        assert len(compared(project, reviewers=frozenset({"lan", "chi", "mai"})).pairs) == 3


def test_progress_is_told_and_comparing_can_be_stopped(path: Path) -> None:
    flood = [Layer(replace(FLOOD), name, (), Status.DONE) for name in ("lan", "mai")]
    layers = [meeting_layer("lan"), meeting_layer("mai"), *flood]
    with closing(make_project(path, layers)) as project:
        heard: list[tuple[int, int]] = []
        project.agreement(Compared(), lambda done, of, _: heard.append((done, of)), lambda: False)
        assert heard == [(1, 2), (2, 2)]
        with pytest.raises(AnnotatorError, match="The counting was cancelled"):
            project.agreement(Compared(), lambda *_: None, lambda: True)
