"""What goes wrong with a project file: a clear sentence, nothing lost, and the program goes on."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.article import Article
from annotator.model.tagset import Attribute
from annotator.model.tagset_toml import TagsetError
from annotator.project import Project, ProjectError
from tests.store.projects import MEETING, dump_all, make_project, tag

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = make_project(tmp_path / "news.anno")
    tag(project, 0, 3)
    yield project
    project.close()


AS_SOMEBODY = """
import os
import annotator.project, tests.store.projects
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
"""
"""Code for which permissions hold: the superuser becomes nobody."""


def run(code: str, *arguments: object) -> str:
    """Run `code` in another process and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT, check=False, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# Not a project


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to be one\n" * 100])
def test_another_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.anno"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match=r"x\.anno is not a project"):
        Project.open(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.anno"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(ProjectError, match="not a project of Annotator"):
        Project.open(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["gone.anno", "."])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProjectError, match="no project"):
        Project.open(tmp_path / name)
    assert list(tmp_path.glob("gone*")) == []


# Opened twice


def test_a_second_opener_reads_and_is_told_who_writes(project: Project) -> None:
    second = Project.open(project.path)
    assert second.read_only
    assert re.fullmatch(r".+ on .+, since \d\d:\d\d", str(second.holder))
    tag(project, 4, 8)
    assert len(second.layer("meeting", "lan")) == 2
    with pytest.raises(ProjectError, match="for reading only"):
        tag(second, 9, 10)
    second.close()
    project.close()
    third = Project.open(project.path)
    assert (third.read_only, third.holder) == (False, None)
    third.close()


def test_a_killed_process_leaves_the_project_free(tmp_path: Path) -> None:
    make_project(tmp_path / "news.anno").close()
    code = (
        "import os, signal, sys; from pathlib import Path; from annotator.project import Project;"
        "p = Project.open(Path(sys.argv[1])); print(p.read_only, flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, tmp_path / "news.anno"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout
        assert other.stdout.readline() == "False\n"
        second = Project.open(tmp_path / "news.anno")
        assert second.read_only
        second.close()
        other.kill()
    again = Project.open(tmp_path / "news.anno")
    assert not again.read_only
    again.close()


def test_another_program_that_writes_is_named(project: Project) -> None:
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN IMMEDIATE');"
        "print('locked', flush=True); sys.stdin.read(); c.rollback()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, project.path],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout
        assert other.stdout.readline() == "locked\n"
        expected = f"\\(process {other.pid}\\)" if Path("/proc/locks").exists() else "another"
        patience = patience_of(project)
        for _ in range(2):
            with pytest.raises(ProjectError, match=expected):
                tag(project, 4, 8)
            assert patience_of(project) < patience / 5, "the next key shall not wait as long"
        assert len(project.layer("meeting", "lan")) == 1
        other.communicate("")
    tag(project, 4, 8)
    assert patience_of(project) == patience
    assert project.check() == []


def patience_of(project: Project) -> int:
    """Return the milliseconds for which SQLite waits for another that writes."""
    found: int = project._store.db.execute("PRAGMA busy_timeout").fetchone()[0]
    return found


# Read-only


def test_a_read_only_file_is_opened_for_reading(project: Project) -> None:
    before = dump_all(project)
    project.close()
    project.path.chmod(0o444)
    reader = Project.open(project.path)
    assert (reader.read_only, reader.holder) == (True, None)
    assert dump_all(reader) == before
    with pytest.raises(ProjectError, match="for reading only"):
        tag(reader, 4, 8)
    reader.close()
    assert sorted(path.name for path in project.path.parent.glob("*-*")) == []


def test_what_reading_a_protected_file_once_left_does_not_protect_it_for_good(
    project: Project,
) -> None:
    project.close()
    for end in ("-wal", "-shm"):
        beside = project.path.with_name(project.path.name + end)
        beside.touch()
        beside.chmod(0o444)
    again = Project.open(project.path)
    assert not again.read_only
    tag(again, 4, 8)
    assert beside.stat().st_mode & 0o200
    again.close()


READ = """
import sys
from pathlib import Path
from annotator.project import Project, ProjectError
try:
    project = Project.open(Path(sys.argv[1]))
    print(project.read_only, len(project.layer("meeting", "lan")))
    reader = project.reader()
    print(len(list(reader.parcels())))
    project.save_copy(Path(sys.argv[2]))
except ProjectError as error:
    print(error)
"""


@pytest.mark.parametrize("mode", [0o444, 0o644])
def test_a_project_in_a_read_only_folder_is_read_and_copied(
    project: Project, tmp_path_factory: pytest.TempPathFactory, mode: int
) -> None:
    project.close()
    folder = open_folder(tmp_path_factory) / "cd"
    folder.mkdir()
    shutil.copy(project.path, folder / "news.anno")
    (folder / "news.anno").chmod(mode)
    folder.chmod(0o555)
    try:
        copy = folder.parent / "copy.anno"
        said = run(AS_SOMEBODY + READ, folder / "news.anno", copy)
        assert said.split() == ["True", "1", "1"]
        assert [each.name for each in folder.iterdir()] == ["news.anno"]
        shutil.copy(copy, project.path.with_name("copy.anno"))
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder.parent)
    copied = Project.open(project.path.with_name("copy.anno"))
    assert copied.check() == []
    copied.close()


def test_a_log_left_in_a_read_only_folder_is_not_overlooked(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tag(project, 4, 8)
    folder = open_folder(tmp_path_factory) / "cd"
    folder.mkdir()
    for each in project.path.parent.glob("news.anno*"):
        if not each.name.endswith("-shm"):
            shutil.copy(each, folder)
    for each in folder.iterdir():
        each.chmod(0o444)
    folder.chmod(0o555)
    try:
        said = run(AS_SOMEBODY + READ, folder / "news.anno", folder.parent / "copy.anno")
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder.parent)
    assert "together with news.anno-wal" in said


def open_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new folder that every user may enter and write."""
    folder = tmp_path_factory.mktemp("open")
    target = Path("/tmp") / f"annotator-{os.getpid()}-{folder.name}"
    target.mkdir()
    target.chmod(0o777)
    return target


# Gone, full, damaged


def test_a_tagset_that_could_not_be_read_again_is_not_written(project: Project) -> None:
    old = project.tagset
    for wrong in (
        replace(old, attributes=(Attribute("Tense", on=("Nothing",)),)),
        replace(old, entities=(*old.entities, *old.entities)),
    ):
        with pytest.raises(TagsetError):
            project.commit(edits.set_tagset(old, wrong), "lan")
    assert project.tagset == old
    assert project.check() == []


def test_nothing_is_written_to_a_file_that_is_gone(project: Project, tmp_path: Path) -> None:
    project.path.unlink()
    with pytest.raises(ProjectError, match="no longer where it was"):
        tag(project, 4, 8)
    with pytest.raises(ProjectError, match="no longer where it was"):
        project.add([], by="lan")
    assert len(project.layer("meeting", "lan")) == 1
    project.save_copy(tmp_path / "saved.anno")
    saved = Project.open(tmp_path / "saved.anno")
    assert len(saved.layer("meeting", "lan")) == 1
    saved.close()


def test_nothing_is_written_when_another_file_took_the_place(project: Project) -> None:
    project.path.rename(project.path.with_name("moved.anno"))
    project.path.write_bytes(b"another file")
    with pytest.raises(ProjectError, match="no longer where it was"):
        tag(project, 4, 8)
    assert project.path.read_bytes() == b"another file"


def test_what_was_done_goes_with_a_file_that_is_renamed(project: Project) -> None:
    tag(project, 4, 8)
    whole = dump_all(project)
    there = project.path.rename(project.path.with_name("moved.anno"))
    with pytest.raises(ProjectError, match="under its former name, news"):
        Project.open(there)
    project.close()
    moved = Project.open(there)
    assert dump_all(moved) == whole
    assert moved.check() == []
    moved.close()


def test_a_file_that_took_the_place_gets_no_log_of_another(project: Project) -> None:
    other = make_project(project.path.with_name("other.anno"), by="mai")
    whole = dump_all(other)
    other.close()
    tag(project, 4, 8)
    other.path.replace(project.path)
    project.close()
    there = Project.open(project.path)
    assert dump_all(there) == whole
    assert there.check() == []
    there.close()


ELSEWHERE = """
import sqlite3, sys
there = sqlite3.connect(sys.argv[1])
there.execute("UPDATE annotations SET note = 'from elsewhere'")
there.commit()
there.execute("PRAGMA wal_checkpoint").fetchone()
print(flush=True)
sys.stdin.read()
"""


def test_a_moved_file_is_left_alone_that_another_program_writes(project: Project) -> None:
    project.shorten_log()
    tag(project, 4, 8)
    there = project.path.rename(project.path.with_name("moved.anno"))
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", ELSEWHERE, there]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as other:
        assert other.stdout
        other.stdout.readline()
        project.shorten_log()
        project.close()
        other.communicate()
    moved = Project.open(there)
    assert [each.note for each in moved.layer("meeting", "lan")] == ["from elsewhere"]
    moved.close()


FILL = """
import resource, signal, sys
from pathlib import Path
from annotator.model.article import Article
from annotator.project import Project, ProjectError
from tests.store.projects import dump_all, parcel, tag
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
project = Project.open(Path(sys.argv[1]))
before = dump_all(project)
size = Path(sys.argv[1]).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20_000, resource.RLIM_INFINITY))
made = 0
try:
    while True:
        tag(project, 0, 3)
        made += 1
except ProjectError as error:
    print(error)
assert made, "there was room for none"
assert len(project.layer("meeting", "lan")) == made + 1
try:
    project.add([parcel(Article(str(n), "x" * 5000)) for n in range(100)], by="lan")
except ProjectError as error:
    print(error)
assert len(project.articles()) == 1
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, resource.RLIM_INFINITY))
try:
    project.save_copy(Path("copy.anno"))
except ProjectError as error:
    print(error)
assert not list(Path().glob("*copy*"))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
tag(project, 0, 3)
assert project.check() == []
assert len(project.articles()) == 1
while project.undo_title("meeting", "lan") and made >= 0:
    project.undo("meeting", "lan")
    made -= 1
project.close()
"""


def test_no_room_on_the_disk_loses_nothing(project: Project) -> None:
    project.close()
    said = run(FILL, project.path).splitlines()
    named = ["news.anno", "news.anno", "copy.anno"]
    assert [line for line in said if "disk" in line] == said
    assert [name in line for name, line in zip(named, said, strict=True)] == [True] * 3
    again = Project.open(project.path)
    assert again.check() == []
    assert [row.id for row in again.articles()] == ["meeting"]
    again.close()


def test_a_full_database_loses_nothing(project: Project) -> None:
    db = project._store.db
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}").fetchone()
    before = len(project.layer("meeting", "lan"))
    with pytest.raises(ProjectError, match="disk is full"):
        project.commit(edits.set_metadata(project.article("meeting"), "note", "x" * 100_000), "lan")
    db.execute("PRAGMA max_page_count = 1000000").fetchone()
    tag(project, 4, 8)
    assert len(project.layer("meeting", "lan")) == before + 1
    assert project.check() == []


def test_damaged_pages_are_told_of(tmp_path: Path) -> None:
    long = Article("long", "Mưa. " * 20_000)
    project = make_project(tmp_path / "news.anno", (long, MEETING))
    project.close()
    with project.path.open("r+b") as file:
        file.seek(project.path.read_bytes().rindex("Mưa. Mưa. ".encode()) - 80_000)
        file.write(b"\xff" * 60_000)
    project = Project.open(project.path)
    assert "damaged" in str(project.check()[0].message)
    assert [row.id for row in project.articles()] == ["long", "meeting"]
    tag(project, 0, 3)
    with pytest.raises(ProjectError, match="damaged"):
        list(project.parcels())
    project.close()


def test_a_damaged_header_is_told_of(project: Project) -> None:
    project.close()
    with project.path.open("r+b") as file:
        file.write(b"\x00" * 16)
    with pytest.raises(ProjectError, match="damaged"):
        Project.open(project.path)


def test_a_folder_that_may_not_be_written_gets_no_project(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = open_folder(tmp_path_factory)
    folder.chmod(0o555)
    code = (
        "import sys; from pathlib import Path; from annotator.project import *;"
        "from tests.store.projects import TAGSET\n"
        "try: Project.create(Path(sys.argv[1]), TAGSET)\n"
        "except ProjectError as error: print(error)"
    )
    try:
        assert "may not be written" in run(AS_SOMEBODY + code, folder / "x.anno")
    finally:
        folder.rmdir()


def test_a_copy_that_can_not_be_written_is_told_of(project: Project, tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"copy\.anno can't be written"):
        project.save_copy(tmp_path / "nowhere" / "copy.anno")


def test_an_unknown_reason_is_no_sentence_but_a_bug(project: Project) -> None:
    with pytest.raises(sqlite3.OperationalError), project._store.reading() as db:
        db.execute("SELECT nothing")
