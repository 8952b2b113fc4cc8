"""That `check` finds what another program did to a project file."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from annotator.formats.format import Parcel
from annotator.measure.figures import Scope
from annotator.model import edits
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.project import Project, ProjectError
from tests.store.projects import FLOOD, make_project, meeting_layer, parcel, tag, until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "news.anno", (FLOOD, meeting_layer("mai")))
    tag(project, 0, 3)
    project.commit(edits.set_metadata(project.article("flood"), "title", "Bão"), "lan")
    project.undo("flood", "lan")
    assert project.check() == []
    project.close()
    return tmp_path / "news.anno"


def change(path: Path, statements: str) -> None:
    """Do what another program might do to a project."""
    connection = sqlite3.connect(path)
    connection.executescript(statements)
    connection.close()


def said(path: Path) -> str:
    """Return what `check` finds, a line each."""
    project = Project.open(path, read_only=True)
    findings = project.check()
    project.close()
    return "\n".join(f"{each.where}: {each.message}" for each in findings)


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
        # Changed, where no count and no length tells.
        ("UPDATE articles SET text = replace(text, 'lớn', 'nhỏ')", "flood: The text or"),
        ("UPDATE metadata SET value = '\"x\"' WHERE key = 'source'", "meeting: The text or"),
        ("DELETE FROM metadata WHERE key = 'published_at'", "flood: The text or"),
        ("UPDATE articles SET published_at = '1999-01-01'", "date in the list"),
        ("UPDATE articles SET source = 'x'", "source in the list"),
        ("UPDATE articles SET title_key = 'x'", "sorted by another title"),
        ("UPDATE articles SET listed = 7", "neither in the list nor removed"),
        ("UPDATE articles SET listed = NULL", "article is not what the journal tells"),
        ("UPDATE annotations SET fragments = fragments || 'x'", "T1 can't be read"),
        ("UPDATE annotations SET attributes = '{\"Tense\": 1}' WHERE id = 'E1'", "journal"),
        ("INSERT INTO layers (article, reviewer) VALUES (1, 'x')", "flood, x: .* nobody made"),
        ("INSERT INTO words (rowid, word) VALUES (1, 'x')", "flood: .* searching"),
        ("INSERT INTO words (rowid, word) VALUES (9, 'x')", "not there: 1"),
        ("INSERT INTO words (words) VALUES ('delete-all')", "flood: .* searching"),
        ("DELETE FROM journal_layers WHERE reviewer = ''", "kept with what it changed"),
        ("UPDATE journal_layers SET undone = 1 - undone", "kept with what it changed"),
        ("INSERT INTO undone VALUES (1, 2)", "What entry 2 .* is not known"),
        ("DELETE FROM undone", "What entry 6 .* is not known"),
        ("DROP TABLE undone", "table undone is missing"),
        ("DROP TABLE words", "table words is missing"),
        ("DROP INDEX links_by_target", "index links_by_target is missing"),
        ("DROP VIEW entities", "view entities is missing"),
        (
            "CREATE TRIGGER t AFTER INSERT ON links BEGIN DELETE FROM links; END",
            "trigger t is none of this",
        ),
        ("ALTER TABLE layers ADD COLUMN x", "table layers is not as"),
        # What rows should not hold at all.
        ("UPDATE metadata SET value = '{' WHERE key = 'source'", "meeting: The metadata"),
        ("UPDATE annotations SET rank = 'x' WHERE id = 'T1'", "T1 can't be read"),
        ("UPDATE annotations SET rank = 1.5 WHERE id = 'T1'", "T1 can't be read"),
        ("UPDATE annotations SET fragments = '' WHERE id = 'T1'", "T1 can't be read"),
        (
            "UPDATE annotations SET fragments = '[[0, 1]], [[1, 2]]' WHERE id = 'T1'",
            "T1 can't be read",
        ),
        ("UPDATE links SET role = x'ff'", "can't be read: bytes"),
        ("UPDATE annotations SET fragments = '[[\"a\", 3]]'", "can't be read"),
        ("UPDATE annotations SET fragments = '[[6.0, 14.0]]'", "can't be read"),
        ("UPDATE annotations SET attributes = '[1]'", "can't be read"),
        ("UPDATE annotations SET note = x'ff' WHERE id = 'T1'", "T1 can't be read"),
        ("UPDATE annotations SET label = CAST(x'ff41' AS TEXT)", "meeting, mai: .*UTF-8"),
        ("UPDATE articles SET text = CAST(x'ff41' AS TEXT) WHERE id = 'flood'", "flood: .*UTF-8"),
        ("UPDATE articles SET id = CAST(x'ff41' AS TEXT) WHERE id = 'flood'", "xffA: .*UTF-8"),
        (
            "UPDATE layers SET reviewer = CAST(x'ff41' AS TEXT) WHERE reviewer = 'mai'",
            "xffA: .*can't be read",
        ),
        ("DELETE FROM project", "tagset is missing"),
        ("UPDATE project SET value = 'x'", "not TOML"),
        ("UPDATE journal SET payload = '{}'", "Entry 2 .* can't be read"),
        ("UPDATE journal SET payload = '[]'", "Entry 2 .* can't be read"),
        ("UPDATE journal SET payload = '[[]]' WHERE number = 5", "change can't be read"),
        ("UPDATE journal SET title_values = 'x' WHERE number = 5", "Entry 5 .* can't be read"),
        ("UPDATE journal SET title = '{9}' WHERE number = 5", "Entry 5 .* can't be read"),
        ("DELETE FROM journal", "journal"),
    ],
)
def test_what_does_not_fit_is_found(path: Path, statement: str, expected: str) -> None:
    change(path, statement)
    assert re.search(expected, said(path))


def test_one_damaged_article_hides_no_other(path: Path) -> None:
    change(path, "UPDATE articles SET text = CAST(x'ff41' AS TEXT) WHERE id = 'flood';"
                 "UPDATE annotations SET rank = 'x' WHERE id = 'T2'")  # fmt: skip
    found = said(path)
    assert "flood: " in found
    assert "meeting, mai: " in found
    assert "meeting, lan: " not in found


def test_a_file_that_does_not_tell_its_version_is_damaged(path: Path) -> None:
    change(path, "DELETE FROM _sqlite_migrations")
    for read_only in (True, False):
        with pytest.raises(ProjectError, match="damaged"):
            Project.open(path, read_only=read_only)


@pytest.mark.parametrize("part", range(8))
def test_bytes_at_random_never_surprise(path: Path, part: int) -> None:
    whole = path.read_bytes()
    random = Random(part)
    for _ in range(10):
        content = bytearray(whole)
        for _ in range(random.choice([1, 3, 20, 200])):
            content[random.randrange(100, len(content))] = random.randrange(256)
        path.write_bytes(content)
        try:
            project = Project.open(path)
        except ProjectError:
            continue
        project.check()
        with suppress(AnnotatorError):
            assert project.tagset
        with suppress(AnnotatorError):
            assert project.statistics(Scope(), lambda *_: None, lambda: False)
        with suppress(AnnotatorError):
            assert list(project.parcels())
        project.close()


def test_an_import_that_goes_on_is_no_damage(path: Path) -> None:
    project = Project.open(path)

    def parcels() -> Iterator[Parcel]:
        yield parcel(meeting_layer("hoa"))
        for number in range(50):
            yield parcel(Layer(Article(f"a{number}", "Mưa lớn ở Huế. " * 1000), "lan"))
            if number == 40:
                until(lambda: rows_of_articles() > 2)
                found.extend(project.check())

    def rows_of_articles() -> int:
        return project._store.db.execute("SELECT count(*) FROM articles").fetchone()[0]

    found: list[object] = []
    project.add(parcels(), by="lan")
    assert found == []
    assert project.check() == []
    project.close()
