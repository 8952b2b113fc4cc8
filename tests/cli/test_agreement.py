"""What the command line tells of how far reviewers agree."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.project import Project
from tests.cli.commands import Done


@pytest.fixture
def differing(project: Path) -> Path:
    """Return a project in which mai alone has tagged a place once more."""
    opened = Project.open(project)
    layer = opened.layer("a", "mai")
    opened.commit(edits.add(layer, Kind.ENTITY, "LOC", [Fragment(6, 10)]), "mai")
    opened.close()
    return project


def test_agreement_as_json(annotator: Callable[..., Done], differing: Path) -> None:
    done = annotator("agreement", str(differing), "--json")
    assert (done.status, done.err) == (0, "")
    found = json.loads(done.out)
    assert (found["reviewers"], found["compared"], found["alone"]) == (["lan", "mai"], 1, 0)
    (pair,) = found["pairs"]
    assert (pair["one"], pair["other"], pair["articles"]) == ("lan", "mai", 1)
    whole = next(
        each for each in pair["figures"]
        if (each["measure"], each["kind"], each["label"]) == ("exact", "entity", "")
    )  # fmt: skip
    assert (whole["both"], whole["only_one"], whole["only_other"]) == (2, 0, 1)
    assert whole["f1"] == 0.8
    (article,) = found["articles"]
    assert (article["id"], article["same"], article["different"]) == ("a", 3, 1)
    assert "NaN" not in done.out


def test_agreement_as_tables(annotator: Callable[..., Done], differing: Path) -> None:
    out = annotator("agreement", str(differing)).out
    assert "articles that two or more have read  1\n" in out
    assert "lan and mai: articles 1, syllables 4\n" in out
    rows = [line.split() for line in out.splitlines()]
    assert ["entity", "exact", "(all)", "2", "0", "1", "0.80", "–"] in rows
    assert ["event", "trigger-classified", "Meeting", "1", "0", "0", "1.00", "–"] in rows
    assert ["a", "3", "1", "0.86", "Mùa", "lúa"] in rows


def test_agreement_on_labels_and_statuses(annotator: Callable[..., Done], differing: Path) -> None:
    done = annotator("agreement", str(differing), "--label", "MISC", "--json")
    assert {each["label"] for each in json.loads(done.out)["alphas"]} == {"", "MISC"}
    done = annotator("agreement", str(differing), "--label", "NOPE")
    assert (done.status, done.out) == (2, "")
    done = annotator("agreement", str(differing), "--status", "done")
    assert (done.status, done.out) == (2, "")
    assert "Nobody has layers such as are asked for" in done.err


def test_nothing_to_compare_is_said(annotator: Callable[..., Done], project: Path) -> None:
    annotator("new", "new.anno")
    done = annotator("agreement", "new.anno", "--json")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "new.anno: Nobody has annotated anything here yet: there is nothing to compare.\n"
    )
    done = annotator("agreement", str(project), "--by", "lan")
    assert (done.status, done.out) == (2, "")
    assert (
        "Only lan has layers such as are asked for: agreement needs a second reviewer." in done.err
    )
    assert "nobody has no layer here" in annotator("agreement", str(project), "--by", "nobody").err


def test_who_shares_no_article_is_named(annotator: Callable[..., Done], project: Path) -> None:
    opened = Project.open(project)
    layer = opened.layer("b/c", "nam")
    opened.commit(edits.add(layer, Kind.ENTITY, "LOC", [Fragment(0, 4)]), "nam")
    opened.close()
    done = annotator("agreement", str(project), "--by", "lan", "--by", "mai", "--by", "nam")
    assert done.status == 1
    assert done.err == "nam has read no article that another one has read, and is not compared.\n"
    assert "articles that one alone has read  1\n" in done.out
    done = annotator("agreement", str(project), "--by", "lan", "--by", "nam")
    assert done.status == 2
    assert "these reviewers have some: lan, nam." in done.err
