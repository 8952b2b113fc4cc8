"""That `check` finds what another program did to a project file."""

import re
import sqlite3
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.project import Project
from tests.store.projects import FLOOD, make_project, meeting_layer, tag


@pytest.fixture
def path(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "news.anno", (FLOOD, meeting_layer("mai")))
    tag(project, 0, 3)
    project.commit(edits.set_metadata(project.article("flood"), "title", "Bão"), "lan")
    assert project.check() == []
    project.close()
    return tmp_path / "news.anno"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE annotations SET label = 'X' WHERE id = 'T2'", "journal"),
        ("UPDATE annotations SET rank = 9 WHERE id = 'T1' AND label = 'LOC'", "journal"),
        ("UPDATE annotations SET note = 'x' WHERE id = 'T1'", "journal"),
        ("UPDATE annotations SET fragments = '[[0, 999]]' WHERE id = 'T1'", "outside the text"),
        ("UPDATE annotations SET fragments = 'x' WHERE id = 'T1'", "T1 can't be read"),
        ("UPDATE annotations SET fragments = '[[1]]' WHERE id = 'T1'", "T1 can't be read"),
        ("DELETE FROM annotations WHERE id = 'T2'", "journal"),
        ("DELETE FROM annotations WHERE id = 'T3'", "belongs to none of annotations"),
        ("DELETE FROM links WHERE role = 'Place'", "journal"),
        ("UPDATE layers SET status = 'done'", "journal"),
        ("UPDATE layers SET curated = 1", "journal"),
        ("UPDATE layers SET entities = 7", "counts"),
        ("DELETE FROM layers WHERE reviewer = 'mai'", "belongs to none of layers"),
        (
            "UPDATE project SET value = 'name = \"other\"' WHERE key = 'tagset'",
            "tagset is not what",
        ),
        ("UPDATE articles SET title = 'x'", "title"),
        ("UPDATE articles SET text = text || 'x'", "length"),
        ("UPDATE articles SET listed = 0", "article is not what the journal tells"),
        ("UPDATE metadata SET value = '\"x\"' WHERE key = 'title'", "metadata is not what"),
        ("UPDATE journal SET payload = '[' WHERE number = 3", "Entry 3 .* can't be read"),
        ("UPDATE journal SET version = 2 WHERE number = 3", "newer version"),
        ("DELETE FROM journal_layers WHERE reviewer = 'mai'", "journal"),
        ("DELETE FROM words_docsize", "searching"),
        ("DELETE FROM articles WHERE id = 'flood'", "belongs to none of articles"),
    ],
)
def test_what_does_not_fit_is_found(path: Path, statement: str, expected: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()
    project = Project.open(path)
    said = "\n".join(f"{each.where}: {each.message}" for each in project.check())
    project.close()
    assert re.search(expected, said)
