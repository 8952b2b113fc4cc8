"""One layer made of those of several reviewers, by real keys."""

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from pytestqt.qtbot import QtBot

from annotator.cli import main
from annotator.formats.format import Parcel
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.project import Project
from annotator.resources import resource
from annotator.ui import settings as wishes
from annotator.ui import steps
from annotator.ui.importing import show_anew
from annotator.ui.panels.articles import ArticlesPanel
from annotator.ui.program import Program
from tests.ui.window.driving import TEXTS, Driver, made_project, started
from tests.ui.window.suggestions.seeing import focused, shown, status, tagged

TEXT = TEXTS["a"][1]
EVENT = "E1"


def _made(kind: Kind, id: str, label: str, words: str, *links: Link) -> Annotation:
    start = TEXT.index(words)
    fragment = Fragment(start, start + len(words))
    return Annotation(id, kind, label, (fragment,), links, rank=int(id[1:]))


def _layer(reviewer: str, person: str, *more: Annotation) -> Layer:
    made = (
        _made(Kind.ENTITY, "T1", "PER", person),
        _made(Kind.ENTITY, "T2", "LOC", "Lạng Sơn"),
        _made(Kind.EVENT, EVENT, "Meeting", "chủ trì", Link("Chair", "T1")),
        *more,
    )
    return Layer(Article("a", TEXT), reviewer, made, Status.DONE)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Return a project of which lan, mai and minh have tagged the first article."""
    made = made_project(tmp_path / "made up.anno")
    layers = (
        _layer("lan", "Thiệu"),
        _layer("mai", "Ông Thiệu", _made(Kind.ENTITY, "T3", "LOC", "Hết")),
        _layer("minh", "Thiệu"),
    )
    made.add([Parcel(made.article("a"), layers, "a")], by="lan")
    yield made
    made.close()


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, project: Project) -> Iterator[Program]:
    made = started(qtbot, tmp_path / "settings.json", project, (wishes.REVIEWER, "tam"))
    qtbot.waitUntil(lambda: made.editor.suggestions.answered)
    yield made
    made.end()
    made.deleteLater()


def _curate(driver: Driver, *suggested: tuple[str, str]) -> None:
    driver.window.bindings["curate"].trigger()
    _wait(driver, *suggested)


def _wait(driver: Driver, *suggested: tuple[str, str]) -> None:
    driver.qtbot.waitUntil(lambda: shown(driver) == [*suggested])
    driver.qtbot.waitUntil(
        lambda: driver.window.bindings["suggestion.next"].isEnabled() == bool(suggested)
    )


ALL = (
    ("PER", "Ông Thiệu"), ("PER", "Thiệu"), ("Meeting", "chủ trì"), ("LOC", "Lạng Sơn"),
    ("LOC", "Hết"),
)  # fmt: skip
DISPUTED = (ALL[0], ALL[1], ALL[4])


def test_who_does_not_ask_sees_nothing_of_what_others_made(
    driver: Driver, project: Project
) -> None:
    assert shown(driver) == []
    assert not driver.window.header.curation.isVisible()
    _curate(driver, *ALL)
    assert driver.window.header.curation.accessibleName() == "To curate"
    assert project.layers("a")[-1].reviewer == "minh", "to look writes nothing"
    driver.program.become("lan")
    driver.qtbot.waitUntil(lambda: driver.window.editor.suggestions.answered)
    assert shown(driver) == []
    assert not driver.window.bindings["curate"].isChecked()
    driver.program.become("tam")
    _wait(driver, *ALL)
    _curate(driver)


def test_an_article_of_three_reviewers_takes_few_keys(
    driver: Driver, project: Project, tmp_path: Path
) -> None:
    _curate(driver, *ALL)
    keys = 0

    def press(*pressed: str) -> None:
        nonlocal keys
        keys += len(pressed)
        driver.press(*pressed)

    press("Ctrl+Shift+Return")  # what all agree on
    assert tagged(driver) == [("Meeting", "chủ trì"), ("LOC", "Lạng Sơn")]
    assert driver.window.header.curation.accessibleName() == "Curated"
    _wait(driver, *DISPUTED)
    press(".")
    assert "lan, minh; mai: PER “Ông Thiệu”." in status(driver), "the surest of a place first"
    press("Space")
    assert focused(driver) == "Hết", "the other reading went by itself"
    chair = ("Meeting", "chủ trì")
    _wait(driver, chair, ("LOC", "Hết"))
    press("-")
    assert focused(driver) == "chủ trì", "all agree who chaired it, now that it is one person"
    press("Space")
    driver.qtbot.waitUntil(lambda: "nothing is left to decide" in status(driver))
    press("Alt+Return")
    assert keys == 6
    curated = project.layer("a", "tam")
    assert (curated.curated, curated.status) == (True, Status.DONE)
    assert [each.label for each in curated] == ["Meeting", "LOC", "PER"]
    assert {each.origin for each in curated} == {"reviewers"}
    assert [link.role for link in curated["E1"].links] == ["Chair"]
    out = tmp_path / "curated.jsonl"
    done = CliRunner().invoke(main, ["export", str(project.path), str(out), "--curated"])
    assert done.exit_code == 0
    (line,) = map(json.loads, out.read_text("utf-8").splitlines())
    assert (line["reviewer"], line["curated"], len(line["entities"])) == ("tam", True, 2)
    jsonschema.validate(line, json.loads(resource("jsonl.schema.json").read_text("utf-8")))


def test_all_at_once_takes_the_surest_of_each_place_and_undo_takes_the_mark_too(
    driver: Driver, project: Project
) -> None:
    _curate(driver, *ALL)
    driver.press("Ctrl+Return")
    assert tagged(driver) == [
        ("PER", "Thiệu"), ("Meeting", "chủ trì"), ("LOC", "Lạng Sơn"), ("LOC", "Hết"),
    ]  # fmt: skip
    assert project.layer("a", "tam").curated
    driver.press("Ctrl+Z")
    assert tagged(driver) == []
    assert not project.layer("a", "tam").curated
    _wait(driver, *ALL)


def test_a_long_edit_that_is_written_behind_marks_the_layer_too(
    driver: Driver, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "MANY", 2)
    _curate(driver, *ALL)
    driver.press("Ctrl+Return")
    driver.qtbot.waitUntil(lambda: driver.window.header.curation.accessibleName() == "Curated")
    layer = project.layer("a", "tam")
    assert (layer.curated, len(layer)) == (True, 4)


def test_what_is_refused_or_relabelled_stays_so(driver: Driver) -> None:
    _curate(driver, *ALL)
    driver.press(".", "-")
    assert focused(driver) == "Ông Thiệu"
    driver.press("3")
    assert tagged(driver) == [("LOC", "Ông Thiệu")]
    driver.press("Alt+Down", "Alt+Up")
    _wait(driver, ("Meeting", "chủ trì"), ("LOC", "Lạng Sơn"), ("LOC", "Hết"))


def test_only_one_layer_can_be_the_curated_one(driver: Driver, project: Project) -> None:
    mark, messages = driver.window.bindings["curated"], driver.window.messages
    mark.trigger()
    assert project.layer("a", "tam").curated
    _wait(driver, *ALL)
    driver.program.become("lan")
    mark.trigger()
    assert "that of tam is" in messages.text
    assert not project.layer("a", "lan").curated
    driver.window.bindings["curate"].trigger()
    assert driver.window.header.curation.accessibleName() == "Curated by tam"
    driver.program.become("tam")
    driver.window.bindings["curate"].trigger()
    mark.trigger()
    assert "stop that first" in messages.text
    driver.window.bindings["curate"].trigger()
    mark.trigger()
    assert not project.layer("a", "tam").curated


def test_what_a_reviewer_tagged_before_is_made_the_curated_layer_by_no_edit(
    driver: Driver, project: Project
) -> None:
    driver.program.become("lan")
    driver.window.bindings["curate"].trigger()
    header = driver.window.header.curation
    assert header.accessibleName() == "Your own reading"
    assert "another name" in header.accessibleDescription()
    driver.window.canvas.setFocus()
    driver.press("Ctrl+Right", "1")
    assert not project.layer("a", "lan").curated
    assert len(project.layer("a", "lan")) == 4
    driver.window.bindings["curated"].trigger()
    assert project.layer("a", "lan").curated
    driver.qtbot.waitUntil(lambda: ("LOC", "Hết") in shown(driver))


def test_a_layer_that_comes_in_is_compared_and_the_list_says_what_there_is(
    driver: Driver, project: Project
) -> None:
    articles = driver.window.panel("articles")
    assert isinstance(articles, ArticlesPanel)
    assert "Layers: 3" in articles.articles.row_at(0).detail
    _curate(driver, *ALL)
    layer = _layer("nam", "Thiệu", _made(Kind.ENTITY, "T3", "PER", "hội nghị"))
    project.add([Parcel(layer.article, (layer,), "a")], by="nam")
    show_anew(driver.window.editor)
    driver.window.editor.articles_changed.emit()
    _wait(driver, *ALL[:3], ("PER", "hội nghị"), *ALL[3:])
    articles.query.statuses.choose("waiting")
    assert [articles.articles.article_at(n).id for n in range(articles.articles.rowCount())] == [
        "a"
    ]
    driver.press("Ctrl+Shift+Return", "Alt+Return")
    assert articles.articles.rowCount() == 0
    articles.query.statuses.choose("curated")
    assert "Curated" in articles.articles.row_at(0).detail
    driver.qtbot.waitUntil(lambda: not driver.program.work.jobs)
