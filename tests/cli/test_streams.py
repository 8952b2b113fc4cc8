"""What the command line writes where: standard output, standard error, or neither takes it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.project import Project
from tests.store.projects import make_project

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make_project(tmp_path / "p.anno").close()
    return tmp_path / "p.anno"


def redirected(command: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Return what became of a command line of the shell."""
    return subprocess.run(
        f"{sys.executable} -m annotator {command}",
        shell=True, cwd=cwd, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_what_is_done_and_can_not_be_told_is_done(project: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("x")
    (tmp_path / "t.toml").write_text('[[entity]]\nlabel = "A"')
    for command in ("import p.anno x.txt", "export p.anno o.jsonl", "tagset p.anno --set t.toml"):
        done = redirected(f"{command} --json >/dev/full", tmp_path)
        assert done.returncode == 1, command
        assert done.stderr.endswith(
            "standard output: The disk is full: make room and do it again.\n"
        )
    opened = Project.open(project, read_only=True)
    assert "x" in [row.id for row in opened.articles()]
    assert [each.label for each in opened.tagset.entities] == ["A"]
    opened.close()
    assert (tmp_path / "o.jsonl").exists()


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("stats p.anno", 2),
        ("stats p.anno --json", 2),
        ("search p.anno /./", 2),
        ("formats", 2),
        ("tagset p.anno", 2),
        ("export p.anno o.jsonl --json", 1),
    ],
)
def test_what_a_closed_output_does_not_take_is_said(
    command: str, status: int, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "x.txt").write_text("x")
    redirected("import p.anno x.txt", tmp_path)
    done = redirected(f"{command} >&-", tmp_path)
    assert done.returncode == status
    assert done.stderr.endswith("standard output: It is closed.\n")


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
def test_messages_that_nobody_takes_go_nowhere_else(
    redirection: str, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "texts").mkdir()
    for number in range(101):
        (tmp_path / "texts" / f"{number}.txt").write_text(str(number))
    for command, status in (
        ("import p.anno texts", 0),
        ("import p.anno texts nosuch", 1),
        ("import p.anno nosuch", 2),
        ("import p.anno", 2),
        ("stats nosuch.anno", 2),
    ):
        done = redirected(f"{command} {redirection}", tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (status, "", ""), command
    exported = redirected(f"export p.anno - {redirection}", tmp_path)
    assert exported.returncode == 0
    assert exported.stdout == redirected("export p.anno -", tmp_path).stdout
    assert json.loads(redirected(f"search p.anno 7 --json {redirection}", tmp_path).stdout)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1258", "ascii"])
def test_a_terminal_that_lacks_letters(encoding: str, project: Path, tmp_path: Path) -> None:
    text = "Họp ở Đắk Lắk 👩."
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    (tmp_path / "t.toml").write_text('[[entity]]\nlabel = "A"\nname = { vi = "Địa điểm" }')
    assert redirected("import p.anno x.txt", tmp_path).returncode == 0
    assert redirected("tagset p.anno --set t.toml", tmp_path).returncode == 0

    def output(command: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-m", "annotator", *command.split()],
            cwd=tmp_path, capture_output=True, check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding},
        ).stdout  # fmt: skip

    assert b"x:" in output("search p.anno Lắk")
    assert b"articles" in output("stats p.anno")
    (hit,) = json.loads(output("search p.anno Lắk --json"))
    assert text == hit["left"] + hit["text"] + hit["right"]
    assert "Địa điểm" in output("tagset p.anno").decode()
    assert (
        output("tagset p.anno --json").decode()
        == redirected("tagset p.anno --json", tmp_path).stdout
    )


def test_a_list_of_hits_may_go_to_standard_output(project: Path, tmp_path: Path) -> None:
    told = redirected("search p.anno entity:LOC --csv -", tmp_path)
    assert redirected("search p.anno entity:LOC --csv hits.csv", tmp_path).stderr == told.stderr
    assert told.stdout == (tmp_path / "hits.csv").read_text(encoding="utf-8")
    assert not (tmp_path / "-").exists()
    huge = redirected(f"search p.anno entity:LOC --csv - --limit {10**30}", tmp_path)
    assert (huge.stdout, huge.stderr) == (told.stdout, told.stderr)
    closed = redirected("search p.anno entity:LOC --csv - >&-", tmp_path)
    assert (closed.returncode, closed.stderr) == (2, "Standard output is closed: name a file.\n")


def test_an_older_project_is_brought_up_to_date_where_nobody_is_told(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests/store/old/m001.anno", tmp_path / "p.anno")
    (tmp_path / "x.txt").write_text("x")
    assert redirected("import p.anno x.txt 2>&-", tmp_path).returncode == 0
