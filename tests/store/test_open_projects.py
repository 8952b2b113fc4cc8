"""What this process reads besides takes none of SQLite's locks away."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.formats.files import FileError
from annotator.formats.reading import read
from annotator.formats.tagset_files import read_tagset
from annotator.formats.writing import write
from annotator.model.message import AnnotatorError
from annotator.model.tagset_toml import TagsetError
from annotator.open_projects import is_open
from annotator.project import Project
from annotator.suggest.word_lists import WordListError, read_words
from tests.store.projects import make_project

ANOTHER_PROGRAM = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM articles").fetchall()
connection.close()
"""
"""SQLite removes the log when the last program that has the database open closes it."""


def _read_folder(path: Path) -> None:
    assert list(read(path.parent)) == []


def _read_by_name(path: Path) -> None:
    for name in ("p.anno", "p.anno-wal", "p.anno-shm"):
        (refused,) = read(path.with_name(name))
        assert isinstance(refused, AnnotatorError)
        assert "This is a project" in str(refused)


def _read_in_one_format(path: Path) -> None:
    (refused,) = read(path, "text")
    assert "This is a project" in str(refused)


def _read_by_another_name(path: Path) -> None:
    link = path.with_name("p.txt")
    link.symlink_to(path)
    (refused,) = read(link)
    assert "This is a project" in str(refused)


def _write(path: Path) -> None:
    for name in ("p.anno", "p.anno-wal", "p.anno-shm"):
        with pytest.raises(FileError, match="This is a project"):
            write([], path.with_name(name))


def _take_for_a_tagset(path: Path) -> None:
    with pytest.raises(TagsetError, match="This is the open project"):
        read_tagset(path)


def _take_for_a_list_of_words(path: Path) -> None:
    with pytest.raises(WordListError, match="This is the open project"):
        read_words(path)


def _open_again(path: Path) -> None:
    Project.open(path, read_only=True).close()


@pytest.mark.parametrize(
    "act",
    [
        _read_folder,
        _read_by_name,
        _read_in_one_format,
        _read_by_another_name,
        _write,
        _take_for_a_tagset,
        _take_for_a_list_of_words,
        _open_again,
    ],
)
def test_the_log_of_an_open_project_stays(act: Callable[[Path], None], tmp_path: Path) -> None:
    project = make_project(tmp_path / "p.anno")
    try:
        act(project.path)
        subprocess.run([sys.executable, "-c", ANOTHER_PROGRAM, project.path], check=True)
        assert (tmp_path / "p.anno-wal").exists()
    finally:
        project.close()
    assert not is_open(project.path)
