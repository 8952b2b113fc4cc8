"""The command line where the system is in the way: a sentence, and nothing half done."""

import getpass
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.project import Project
from tests.cli.commands import process, visible
from tests.store.projects import make_project

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the command, run in this process and in `tmp_path`: its exit status and errors."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str) -> tuple[int, str]:
        status = main.run(args)
        return status, capsys.readouterr().err

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make_project(tmp_path / "p.anno").close()
    return tmp_path / "p.anno"


AS_NOBODY = """
import os, sys
import concurrent.futures.thread
import annotator.cli, annotator.presets, annotator.project, annotator.store.imports
import annotator.ui.settings
from annotator.formats import reading, registry, writing
registry.formats()
annotator.presets.preset()
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
annotator.cli.main(sys.argv[1:])
"""
"""Runs the command as an account for which permissions hold; it may not reach Python's modules."""


def as_nobody(*args: str | Path, cwd: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", AS_NOBODY, *args],
        cwd=cwd, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@pytest.fixture
def shared() -> Iterator[Path]:
    """Return a folder that everybody may enter and write."""
    with tempfile.TemporaryDirectory(prefix="annotator-", dir="/tmp") as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


# Who works here


def test_an_account_without_a_name_and_a_home_works_all_the_same(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_name() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    def no_home(*_: object, **__: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(getpass, "getuser", no_name)
    monkeypatch.setattr("platformdirs.user_config_path", no_home)
    monkeypatch.setattr("platformdirs.user_data_path", no_home)
    Path("x.txt").write_text("x")
    assert run("import", str(project), "x.txt")[0] == 0
    monkeypatch.setattr(Project, "statistics", lambda _: 1 // 0)
    status, said = run("stats", str(project))
    assert status == 2
    assert said.startswith("Traceback")
    assert "Please report it with what stands above." in said


def test_a_reviewer_needs_a_name(run: Run, project: Path) -> None:
    Path("x.txt").write_text("x")
    status, said = run("import", str(project), "x.txt", "--reviewer", "  ")
    assert (status, said) == (2, "--reviewer: A layer needs the name of its reviewer.\n")


def test_a_format_that_would_be_passed_over_is_refused(run: Run, project: Path) -> None:
    Path("t.toml").write_text('[[entity]]\nlabel = "A"')
    before = project.read_bytes()
    for more in (("--json",), ("--set", "t.toml")):
        assert run("tagset", "p.anno", "--format", "brat", *more) == (
            2,
            "With --set or --json no tagset is printed: leave out --format.\n",
        )
    assert project.read_bytes() == before


# Names and places


@pytest.mark.parametrize(
    "args",
    [
        ("",),
        ("new", ""),
        ("import", "p.anno", ""),
        ("export", "p.anno", "", "--format", "text"),
        ("convert", "", "-"),
        ("search", "p.anno", "x", "--csv", ""),
        ("tagset", "p.anno", "--set", ""),
    ],
)
def test_an_empty_name_is_no_name_of_the_folder(
    args: tuple[str, ...], run: Run, project: Path, tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    status, said = run(*args)
    assert status == 2
    assert said.endswith("it is empty; name a file.\n")
    assert set(tmp_path.iterdir()) == before


def test_what_is_no_project_gets_no_lock_file(run: Run, project: Path, tmp_path: Path) -> None:
    Path("x.txt").write_text("x")
    before = set(tmp_path.iterdir())
    assert run("import", "x.txt", "p.anno") == (
        2,
        "x.txt is not a project, or its beginning is damaged. Open a copy of it from before.\n",
    )
    assert set(tmp_path.iterdir()) == before


def test_a_project_in_the_folder_that_it_takes_in_is_passed_by(run: Run, project: Path) -> None:
    Path("x.txt").write_text("x")
    added = "Articles added: 1; layers added: 0; there already: 0; refused: 0.\n"
    assert run("import", "p.anno", ".") == (0, added)
    assert run("import", "p.anno", "p.anno") == (
        2,
        (
            "p.anno: This is a project, or a file of one: export it, and add what comes out.\n"
            "Articles added: 0; layers added: 0; there already: 0; refused: 1.\n"
        ),
    )


def test_another_project_is_said_to_be_one(run: Run, project: Path) -> None:
    assert run("convert", "p.anno", "o.jsonl") == (
        2,
        (
            "p.anno: This is a project, or a file of one: export it, and add what comes out.\n"
            "p.anno: There is nothing to convert.\n"
        ),
    )


def test_a_picture_that_can_not_be_written_leaves_nothing(project: Path, tmp_path: Path) -> None:
    shutil.copy(project, tmp_path / "q.png")
    (tmp_path / "folder.png").mkdir()
    for out, said in (
        ("none/a.png", "none/a.png: There is no folder none.\n"),
        ("folder.png", "folder.png: This is a folder: name a file in it.\n"),
        ("q.png", f"{tmp_path}/q.png: This is a project: name another file.\n"),
    ):
        done = process("screenshot", "p.anno", out, cwd=tmp_path)
        assert (done.returncode, done.stderr.decode()) == (2, said)
    assert (tmp_path / "q.png").read_bytes() == project.read_bytes()


@pytest.mark.parametrize(
    "args",
    [
        ("check", "x" * 300),
        ("x" * 300,),
        ("new", "x" * 300),
        ("new", "x" * 250 + ".anno"),
        ("import", "p.anno", "x" * 300),
        ("export", "p.anno", "x" * 300),
        ("check", "loop1"),
        ("new", "loop1/p.anno"),
        ("import", "p.anno", "loop1"),
        ("tagset", "p.anno", "--set", "x" * 300),
    ],
)
def test_names_that_the_system_refuses(run: Run, project: Path, args: tuple[str, ...]) -> None:
    Path("loop1").symlink_to("loop2")
    Path("loop2").symlink_to("loop1")
    before = visible()
    status, said = run(*args)
    assert status == 2
    assert "should not have happened" not in said
    assert len(said.splitlines()) <= 2
    assert visible() == before


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_project_may_have_a_name_that_is_no_text(run: Run, project: Path) -> None:
    name = os.fsdecode("tin bão.anno".encode("latin-1"))
    assert run("new", name)[0] == 0
    Path("a.txt").write_text("Bão số 5.")
    assert run("import", name, "a.txt")[0] == 0
    assert run("check", name)[0] == 0
    opened = Project.open(Path(name))
    opened.save_copy(Path("copy of " + name))
    opened.close()
    assert Path("copy of " + name).is_file()


def test_a_folder_that_may_not_be_entered(shared: Path) -> None:
    (shared / "shut").mkdir(mode=0o700)
    (shared / "p.anno").touch()
    for args in (
        ("check", "shut/p.anno"), ("shut/p.anno",), ("new", "shut/p.anno"),
        ("convert", "shut/a.txt", "b.jsonl"), ("convert", "p.anno", "shut/a.jsonl"),
    ):  # fmt: skip
        done = as_nobody(*args, cwd=shared)
        assert done.returncode == 2, args
        assert re.search("(?i)you may not", done.stderr), (args, done.stderr)


def test_why_a_project_is_not_made(run: Run, project: Path, shared: Path) -> None:
    opened = Project.open(project)
    assert "p.anno is there already." in run("new", "p.anno")[1]
    opened.close()
    shared.chmod(0o755)
    assert "its folder may not be written" in as_nobody("new", "p.anno", cwd=shared).stderr


# Open elsewhere, or shared


def test_a_project_that_is_open_elsewhere_says_so(run: Run, project: Path) -> None:
    opened = Project.open(project)
    Path("x.txt").write_text("x")
    status, said = run("import", "p.anno", "x.txt")
    opened.close()
    assert status == 2
    assert re.fullmatch(
        r"p\.anno: The project is open elsewhere \(.+ on .+, since \d\d:\d\d\):"
        r" close it there, and try again\.\n",
        said,
    )


def test_who_shares_a_project_may_write_it_after_another(shared: Path) -> None:
    make_project(shared / "p.anno").close()
    for each in shared.iterdir():
        each.chmod(0o666)
    (shared / "p.anno.lock").unlink()
    Project.open(shared / "p.anno").close()
    (shared / "x.txt").write_text("x")
    done = as_nobody("import", "p.anno", "x.txt", cwd=shared)
    assert (done.returncode, done.stderr[:17]) == (0, "Articles added: 1"), done.stderr
    (shared / "p.anno.lock").chmod(0o644)
    if os.getuid() == 0:
        os.chown(shared / "p.anno.lock", 0, 0)
        refused = as_nobody("import", "p.anno", "x.txt", cwd=shared)
        assert refused.returncode == 2
        assert "its lock file p.anno.lock can't be written (Permission denied)" in refused.stderr


# Standard output, and being ended


def test_standard_output_that_is_full_or_closed(project: Path, tmp_path: Path) -> None:
    for redirection, sentence in (
        (">&-", "Standard output is closed: name a file."),
        (">/dev/full", "standard output: The disk is full: make room and do it again."),
    ):
        for command in ("export p.anno -", "stats p.anno"):
            done = subprocess.run(
                f"{sys.executable} -m annotator {command} {redirection}",
                shell=True, cwd=tmp_path, capture_output=True, text=True, check=False,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )  # fmt: skip
            if command.startswith("export") or "full" in redirection:
                assert (done.returncode, done.stderr) == (2, f"{sentence}\n"), (
                    command,
                    redirection,
                )
            assert "Traceback" not in done.stderr


def test_standard_input_that_is_closed(project: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m annotator import p.anno - <&-",
        shell=True, cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "standard input: It is closed: name a file.\n")


def test_an_export_that_is_ended_leaves_nothing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "annotator", "convert", "-", "o.jsonl"],
        cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as running:  # fmt: skip
        while not list(tmp_path.glob(".*.part")):
            assert running.poll() is None
        running.send_signal(signal.SIGTERM)
        _, said = running.communicate()
    assert (running.returncode, said.strip()) == (2, "Cancelled: nothing was changed.")
    assert not list(tmp_path.glob("*o.jsonl*"))


def test_the_system_may_end_the_process_again_after_a_command(run: Run) -> None:
    before = signal.getsignal(signal.SIGTERM)
    run("formats")
    assert signal.getsignal(signal.SIGTERM) == before


# Damage


def test_damage_never_looks_like_a_bug(run: Run, project: Path) -> None:
    for statement in ("DROP TABLE words", "UPDATE metadata SET value = '{'"):
        connection = sqlite3.connect(project)
        connection.execute(statement)
        connection.commit()
        connection.close()
    assert run("check", "p.anno")[0] == 1
    for command in (("export", "p.anno", "-"), ("import", "p.anno", "p.anno.txt")):
        Path("p.anno.txt").write_text("x")
        status, said = run(*command)
        assert status == 2
        assert "should not have happened" not in said


def test_the_picture_of_an_article_that_is_none_is_refused(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = process("screenshot", "p.anno", "a.png", "--article", "nope", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == b"p.anno: There is no article nope in the list.\n"
    assert not (tmp_path / "a.png").exists()
    good = process("screenshot", "p.anno", "a.png", "--article", "meeting", cwd=tmp_path)
    assert (good.returncode, good.stderr) == (0, b"")
