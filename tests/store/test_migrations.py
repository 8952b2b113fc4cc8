"""Files of other versions: older ones are brought up to date, newer ones refused."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.project import OlderError, Project, ProjectError
from annotator.store import migrations
from annotator.store.database import Database, Step
from annotator.store.holders import WriteLock
from tests.store.projects import FLOOD, ODD, dump, dump_all, make_project, meeting_layer, tag

OLD = Path(__file__).parent / "old"
"""Projects as they were made before each change of the schema."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    make_project(tmp_path / "news.anno").close()
    return tmp_path / "news.anno"


@pytest.fixture
def older(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project that was made before the program came to want a table more."""

    def m999_colours(db: Database, step: Step) -> None:
        db.execute("CREATE TABLE colours (name TEXT)")

    monkeypatch.setattr(migrations, "_MIGRATIONS", [*migrations._MIGRATIONS, m999_colours])

    return path


def has_colours(db: Database) -> bool:
    sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'colours'"
    return bool(db.execute(sql).fetchone()[0])


def test_a_file_of_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('annotator', 'm999_colours', '')"
        )
    connection.close()
    content = path.read_bytes()
    for read_only in (True, False):
        with pytest.raises(ProjectError, match="newer version"):
            Project.open(path, read_only=read_only)
    assert path.read_bytes() == content


def test_an_older_file_is_migrated_after_a_backup(older: Path) -> None:
    with pytest.raises(ProjectError, match="older version"):
        Project.open(older, read_only=True)
    project = Project.open(older)
    before = dump_all(project)
    assert has_colours(project._store.db)
    tag(project, 0, 3)
    project.close()
    Project.open(older).close()
    (backup,) = older.parent.glob("news.backup-*.anno")
    connection = sqlite3.connect(backup)
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    connection.close()
    assert "colours" not in names
    project = Project.open(backup)
    assert dump_all(project) == before
    project.close()
    assert len(list(older.parent.glob("news.backup-*.anno"))) == 2


@pytest.mark.parametrize("name", ["m001", "m002", "m004", "m005", "m006", "m007"])
def test_a_file_of_each_earlier_version_is_whole_when_migrated(tmp_path: Path, name: str) -> None:
    shutil.copy(OLD / f"{name}.anno", tmp_path)
    project = Project.open(tmp_path / f"{name}.anno")
    assert project.check() == []
    assert [row.id for row in project.articles("bão huế")] == []
    assert [row.id for row in project.articles("mua lon")] == ["flood"]
    assert project.article("odd") == ODD
    assert dump(project.layer("meeting", "mai")) == dump(meeting_layer("mai"))
    project.undo("flood", "lan")
    assert project.article("flood") == FLOOD
    assert project.check() == []
    project.close()


def test_a_stroked_d_that_old_keyboards_wrote_is_found_when_migrated(tmp_path: Path) -> None:
    shutil.copy(OLD / "m007.anno", tmp_path)
    project = Project.open(tmp_path / "m007.anno")
    for search in ("đồng bằng", "đẹp", "ðẹp", "dong bang"):
        assert [row.id for row in project.articles(search)] == ["stroked"]
    assert project.check() == []
    project.close()


def test_lists_of_words_are_still_there_when_migrated(tmp_path: Path) -> None:
    shutil.copy(OLD / "m005.anno", tmp_path)
    project = Project.open(tmp_path / "m005.anno")
    assert project.suggestions.word_lists() == [["places.csv", [["Huế", "LOC"], ["Hà Nội", "LOC"]]]]
    assert project.suggestions.settings() == {"off": ["learned"], "control": 0.1}
    project.close()


def test_bringing_up_to_date_tells_how_far_it_is_and_may_be_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "m001.anno"
    shutil.copy(OLD / path.name, path)
    before = path.read_bytes()
    heard: list[tuple[int, int]] = []

    class CancelledError(Exception):
        pass

    def cancel(done: int, of: int) -> None:
        heard.append((done, of))
        if heard.count((1, of)) == 2:  # the second of the migrations that go through all articles
            raise CancelledError

    with pytest.raises(OlderError):
        Project.open(path, step=None)
    with pytest.raises(CancelledError):
        Project.open(path, step=cancel)
    assert heard[-1] == (1, 3)
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*.backup*")) == []
    with closing(Project.open(path, step=lambda *_: None)) as project:
        assert project.check() == []
    with closing(Project.open(path, step=None)) as project:
        assert not project.read_only


def test_a_single_long_statement_may_be_cancelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m006.anno"
    shutil.copy(OLD / path.name, path)
    before = path.read_bytes()
    monkeypatch.setattr(migrations, "_OFTEN", 1)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        db = Database(connection)

        def cancel(_done: int, _of: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            migrations.apply(db, cancel)
        assert migrations.pending(db)
    assert path.read_bytes() == before


def test_an_older_file_that_another_program_has_open_is_left_to_it(tmp_path: Path) -> None:
    path = tmp_path / "m004.anno"
    shutil.copy(OLD / path.name, path)
    other = WriteLock(path)
    assert other.acquire()
    try:
        with pytest.raises(ProjectError, match="open elsewhere"):
            Project.open(path)
    finally:
        other.release()
    Project.open(path).close()


KILLED = """
import os, signal, sys
from pathlib import Path
from annotator.project import Project
from annotator.store import files

files._PAGES = 1
Project.open(Path(sys.argv[1]), step=lambda *_: os.kill(os.getpid(), signal.SIGKILL))
"""


def test_a_backup_that_was_killed_in_its_middle_is_not_taken_for_one(tmp_path: Path) -> None:
    path = tmp_path / "m004.anno"
    shutil.copy(OLD / path.name, path)
    done = subprocess.run([sys.executable, "-c", KILLED, path], check=False)
    assert done.returncode == -signal.SIGKILL
    Project.open(path).close()
    (backup,) = tmp_path.glob("*.backup*")
    with closing(Project.open(backup)) as project:
        assert project.article("odd") == ODD


def test_a_failed_migration_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def m999_broken(db: Database, step: Step) -> None:
        db.execute("CREATE TABLE colours (name TEXT)")
        db.execute("INSERT INTO colours VALUES (1, 2)")

    monkeypatch.setattr(migrations, "_MIGRATIONS", [*migrations._MIGRATIONS, m999_broken])

    with pytest.raises(sqlite3.OperationalError, match="colours"):
        Project.open(path)
    monkeypatch.undo()
    project = Project.open(path)
    assert not project.read_only
    assert not has_colours(project._store.db)
    project.close()
