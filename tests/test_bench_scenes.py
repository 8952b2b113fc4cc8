"""Each scene, done a few times: it measures what it says, and the edits are really made."""

import os
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.model.annotation import Kind
from annotator.project import Project
from bench import commits, kept, searches
from bench.acts import CYCLE, FILL
from bench.exchange import write_articles
from bench.offscreen import REVIEWER, act, project_of

SHORT = 3_000


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """Return a project with three articles of 3 kB."""
    return project_of(tmp_path / "short.anno", [SHORT] * 3)


def done(name: str, project: Path, tries: int, *more: Path) -> dict[str, Any]:
    return act(os.environ, name, project, tries, *more)


def entries(project: Path) -> int:
    """Return how many edits the journal has of all layers."""
    with closing(Project.open(project)) as opened:
        return sum(len(opened.history(each.id, REVIEWER)) for each in opened.articles())


def marks(project: Path) -> list[tuple[str, str, int]]:
    """Return what the layer of the first article holds."""
    with closing(Project.open(project)) as opened:
        layer = opened.layer(opened.articles()[0].id, REVIEWER)
        return [(each.id, each.label, len(each.links)) for each in layer]


def test_each_key_does_what_it_is_called_by_and_is_taken_back(short: Path) -> None:
    before = marks(short)
    found = done("keys", short, 3)
    assert found.keys() == {"least key", *CYCLE, FILL}
    assert {len(times) for times in found.values()} == {3}
    assert all(each > 0 for times in found.values() for each in times)
    assert marks(short) == before


def test_scrolling_and_opening_paint_frames(short: Path) -> None:
    frames = done("scroll", short, 3)
    assert {name: len(times) for name, times in frames.items()} == {
        "scroll by a page": 3, "scroll by the wheel": 3, "least page": 3, "least wheel": 3
    }  # fmt: skip
    opened = done("open_articles", short, 4)
    assert {name: len(times) for name, times in opened.items()} == {"open": 4, "least open": 4}


def test_a_day_makes_the_edits_it_counts(short: Path) -> None:
    before = entries(short)
    found = done("day", short, 60)
    assert found["edits"] == 60
    around = 6 * (len(found["before"]["tag"]) + len(found["after"]["tag"]))
    assert entries(short) - before == 60 + around


def test_idle_is_measured_beside_a_field_with_a_caret(short: Path) -> None:
    found = done("idle", short, 1)
    assert found.keys() == {"ours", "least", "timers", "caret"}
    assert found["caret"] > 0


def test_keys_are_pressed_while_articles_come_in(short: Path, tmp_path: Path) -> None:
    write_articles(tmp_path / "more.jsonl", 40)
    found = done("busy_importing", short, 6, tmp_path / "more.jsonl")
    assert found["articles"] == 43
    assert found["busy"]


def test_keys_are_pressed_while_a_model_is_trained(short: Path) -> None:
    found = done("busy_training", short, 6)
    assert found["lessons"] == 2
    assert len(found["busy"]) >= 6


def test_commits_are_edits_of_the_project(tmp_path: Path) -> None:
    ours, bare = commits.times(tmp_path, 4)
    assert len(ours) == len(bare) == 4
    with closing(Project.open(tmp_path / "commits.anno")) as project:
        layer = project.layer(project.articles()[0].id, REVIEWER)
        assert sum(each.kind is Kind.ENTITY for each in layer) == SHORT // 100 + 4


def test_searches_find_what_they_look_for(tmp_path: Path) -> None:
    project = kept.kept_project(tmp_path, 600, 5)
    assert kept.kept_project(tmp_path, 600, 5) == project
    with closing(Project.open(project, read_only=True)) as opened:
        for each in searches.SEARCHES:
            found = searches.hits(opened, each, 3)
            assert found, each.name
            assert all("nghị" in words.casefold() for words in found)
    figures = list(searches.figures(project, 1))
    assert len(figures) == 3 * len(searches.SEARCHES)
