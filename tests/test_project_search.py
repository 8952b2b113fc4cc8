"""Finding in a whole project, and changing all that was found in one step."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.cli import main
from annotator.formats.format import Parcel
from annotator.formats.hit_table import write_hits
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.presets import preset
from annotator.project import Progress, Project
from annotator.search.bulk import tag_all
from annotator.search.hits import Hit, hits_in
from annotator.search.parsing import parse
from tests.copies import new_project

TEXTS = {"a": "Đồng bằng Sơn Hà.", "b": "dong riềng\u00a0đồng bằng", "c": "Không có gì."}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Return a project of three articles, two of them with a layer of lan."""
    opened = new_project(tmp_path / "lúa.anno", preset())
    articles = [Article(id, text) for id, text in TEXTS.items()]
    layers = [
        Layer(each, "lan", [Annotation("T1", Kind.ENTITY, "LOC", (Fragment(0, 4),))])
        for each in articles[:2]
    ]
    opened.add(
        [
            Parcel(each, tuple(one for one in layers if one.article is each), "")
            for each in articles
        ],
        by="lan",
    )
    yield opened
    opened.close()


def _search(
    project: Project,
    query: str,
    progress: Progress = lambda _done, _total, _title: None,
    *,
    cancelled: bool = False,
) -> Iterator[Hit]:
    return project.search(parse(query), progress, lambda: cancelled)


def test_hits_come_from_all_articles_in_their_order(project: Project) -> None:
    seen: list[tuple[int, int]] = []
    hits = list(_search(project, "dong bang", lambda done, total, _: seen.append((done, total))))
    assert [(each.article, each.words) for each in hits] == [("a", "Đồng bằng"), ("b", "đồng bằng")]
    assert seen == [(1, 3), (2, 3)], "the index spared the article without the words"
    assert [each.annotation for each in _search(project, "entity:LOC")] == ["T1", "T1"]
    assert not list(_search(project, "entity:PER"))
    stopped = _search(project, "label:*", cancelled=True)
    assert [each.article for each in stopped] == ["a"]


_WORDS = st.sampled_from(
    ["đồng", "đo\u0302\u0300ng", "đông", "dong", "Đồng", "hòa", "hoà", "Hoa", "thuỷ", "x2", "a-b"]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(_WORDS, max_size=6).map(" ".join), max_size=5), _WORDS, st.booleans())
def test_the_index_leaves_nothing_out(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], word: str, begun: bool
) -> None:
    project = new_project(tmp_path_factory.mktemp("p") / "p.anno", preset())
    articles = [Article(str(number), text) for number, text in enumerate(texts)]
    project.add([Parcel(each, (), "") for each in articles], by="lan")
    condition = parse(f'"{word[:2] if begun else word}"{"*" * begun}')
    found = [each for article in articles for each in hits_in(condition, article, ())]
    assert list(project.search(condition, lambda *_: None, lambda: False)) == found
    project.close()


def test_all_hits_are_tagged_in_one_step_that_undoes_from_any_article(project: Project) -> None:
    hits = list(_search(project, "đồng bằng"))
    bulk = tag_all(hits, Kind.ENTITY, "LOC", lambda article: project.layer(article, "lan"))
    assert bulk.done == 2
    project.commit(bulk.edit, "lan")
    assert [len(project.layer(id, "lan")) for id in "abc"] == [2, 2, 0]
    assert project.undo("c", "lan") is not None
    assert [len(project.layer(id, "lan")) for id in "abc"] == [1, 1, 0]
    assert project.check() == []


def test_a_list_of_hits_is_a_table(project: Project, tmp_path: Path) -> None:
    write_hits(_search(project, "label:*"), tmp_path / "hits.csv")
    with (tmp_path / "hits.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(each["article"], each["start"], each["end"]) for each in rows] == [
        ("a", "0", "4"), ("b", "0", "4"),
    ]  # fmt: skip
    assert rows[0]["label"] == "LOC"
    assert rows[0]["right"] == " bằng Sơn Hà."


def test_the_command_prints_hits(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(project.path)
    assert main.run(["search", path, "đồng bằng", "--json", "--limit", "1"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["article"], found["fragments"], found["text"]) == ("a", [[0, 9]], "Đồng bằng")
    assert main.run(["search", path, "entity:LOC", "--sort", "right"]) == 0
    out = capsys.readouterr()
    assert [line[:3] for line in out.out.splitlines()] == ["a:0", "b:0"]
    assert out.err == "Hits: 2.\n"
    assert main.run(["search", path, "entity:XYZ"]) == 0
    said = "Hits: 0.\nThere is no entity label XYZ in the tagset.\n"
    assert capsys.readouterr().err == said
    assert main.run(["search", path, "entiy:LOC"]) == 2
    assert "there is no field entiy" in capsys.readouterr().err
    assert main.run(["search", path, "entity:LOC", "--csv", str(tmp_path / "h.csv")]) == 0
    assert (tmp_path / "h.csv").exists()
    capsys.readouterr()
    assert main.run(["search", path, "lúa", "--csv", "x.csv", "--json"]) == 2
