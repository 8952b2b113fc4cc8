"""How the command line runs: breaks off, starts, and what it loads."""

import json
import os
import re
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.project import Project
from annotator.ui.settings import data_folder
from tests.cli.commands import ROOT, Done, visible


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["nope"], "nope: There is no such project, and no such command."),
        (["export", "PROJECT", "PROJECT"], "This is a project: name another file."),
        (["export", "PROJECT", "PROJECT.lock"], "This is a project: name another file."),
        (["convert", "SOURCE", "PROJECT"], "This is a project: name another file."),
        (
            ["export", "PROJECT", "out", "--format", "nope"],
            "There is no format nope: choose one",
        ),
        (["export", "PROJECT", "-", "--json"], "Standard output takes the export or the report"),
        (["export", "PROJECT", "out.txt", "--format", "text"], "There is more than one article"),
        (["export", "PROJECT", "x/out.jsonl"], "x/out.jsonl: There is no folder x."),
        (["export", "missing.anno", "out"], "missing.anno"),
        (["import", "PROJECT", "missing.txt"], "missing.txt: There is no such file or folder."),
        (["import", "PROJECT"], "Missing argument 'PATH...'"),
        (["import", "PROJECT", "-", "--format", "nope"], "There is no format nope"),
        (["screenshot", "PROJECT", "out.png", "--size", "big"], "The size big is not of the form"),
        (["screenshot", "PROJECT", "out.jpg"], "out.jpg: The picture is a PNG"),
        (["frobnicate", "x"], "Got unexpected extra argument"),
        (["--frobnicate"], "No such option '--frobnicate'"),
    ],
)
def test_what_can_not_be_done_is_said(
    annotator: Callable[..., Done], project: Path, args: list[str], sentence: str
) -> None:
    before = visible()
    done = annotator(*(arg.replace("PROJECT", str(project)) for arg in args))
    assert (done.status, done.out) == (2, "")
    assert sentence in done.err
    assert "Traceback" not in done.err
    assert visible() == before


def test_a_project_with_a_commands_name_opens_as_a_path(
    annotator: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path | None] = []
    monkeypatch.setattr("annotator.ui.app.run", lambda path: opened.append(path) or 3)
    for name in ("check", "a b.anno"):
        Path(name).touch()
    assert annotator("./check").status == 3
    assert annotator("a b.anno").status == 3
    assert annotator().status == 3
    assert opened == [Path("check"), Path("a b.anno"), None]


def test_what_is_said_can_not_steer_a_terminal(
    annotator: Callable[..., Done], project: Path
) -> None:
    Path("a.jsonl").write_text(
        json.dumps({"format": "\x1b[2Jx\u202e\n", "id": "a", "text": "b"}), encoding="utf-8"
    )
    done = annotator("import", str(project), "a.jsonl", "--format", "jsonl")
    assert "The format is \\x1b[2Jx\\u202e\\n; this program" in done.err
    assert len(done.err.splitlines()) == 2


def test_a_bug_is_kept_in_the_log_and_told_in_a_sentence(
    annotator: Callable[..., Done], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Project, "statistics", lambda *_: 1 // 0)
    done = annotator("stats", str(project))
    log = data_folder() / "annotator.log"
    assert done.status == 2
    assert done.err == (
        "This should not have happened: ZeroDivisionError: integer division or modulo by zero. "
        f"Please report it with {log}.\n"
    )
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_an_interrupted_import_leaves_nothing(
    annotator: Callable[..., Done], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(done: int, total: int, title: str) -> None:
        if done == 90:
            raise KeyboardInterrupt

    lines = (
        json.dumps({"format": "annotator/1", "id": f"n{n}", "text": "x" * 10_000})
        for n in range(100)
    )
    Path("a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    before = annotator("export", str(project), "-").out
    monkeypatch.setattr("annotator.cli.tell_progress", interrupt)
    done = annotator("import", str(project), "a.jsonl")
    assert done.status == 2
    assert done.err.strip() == "Cancelled: nothing was changed."
    assert annotator("export", str(project), "-").out == before
    assert annotator("check", str(project)).status == 0


def test_a_full_disk_leaves_the_old_export(tmp_path: Path) -> None:
    """The system lets the process write files of 64 bytes, as on a disk with as much room."""
    source, out = tmp_path / "in.txt", tmp_path / "out.jsonl"
    source.write_text("x" * 1000)
    out.write_text("old")
    before = set(tmp_path.iterdir())
    script = (
        "import resource, sys; from annotator.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)); main(sys.argv[1:])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "convert", source, out],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == f"{out}: The disk is full: make room and do it again.\n"
    assert out.read_text() == "old"
    assert set(tmp_path.iterdir()) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_device_is_written_and_not_replaced(
    annotator: Callable[..., Done], project: Path
) -> None:
    done = annotator("export", str(project), "/dev/full")
    assert (done.status, done.err) == (
        2,
        "/dev/full: The disk is full: make room and do it again.\n",
    )
    assert Path("/dev/full").is_char_device()


def test_a_reader_that_stops_reading_is_no_error(project: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m annotator stats '{project}' | true",
        shell=True, cwd=tmp_path, capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stderr == b""


def test_commands_load_neither_qt_nor_pyvi(tmp_path: Path) -> None:
    script = (
        "import sys; from annotator.cli import main; main.run(['new', 'p.anno']);"
        "main.run(['stats', 'p.anno', '--json']);"
        "print([name for name in ('PySide6', 'pyvi', 'sklearn') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout.endswith("[]\n")


def test_a_format_that_is_named_is_loaded_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Họp.", encoding="utf-8")
    script = (
        "import sys; from annotator.cli import main; main.run(['new', 'p.anno']);"
        "main.run(['import', 'p.anno', 'a.txt', '--format', 'text']);"
        "main.run(['export', 'p.anno', 'out.jsonl']);"
        "main.run(['convert', 'out.jsonl', 'out.conll', '--from', 'jsonl']);"
        "print(*(name for name in ('brat', 'label_studio', 'uima', 'xml_nodes')"
        " if f'annotator.formats.{name}' in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout == "\n"
    assert (tmp_path / "out.conll").exists()


def test_the_window_waits_for_no_command(tmp_path: Path) -> None:
    script = "import sys, annotator.cli; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    ours = [name for name in done.stdout.split() if re.match("annotator|sqlite", name)]
    assert ours == [
        "annotator", "annotator.cli", "annotator.cli_agreement", "annotator.cli_program",
        "annotator.cli_search", "annotator.cli_statistics", "annotator.ending", "annotator.model",
        "annotator.model.message",
    ]  # fmt: skip


def test_a_start_loads_nothing_that_the_first_picture_does_not_show() -> None:
    script = "import sys, annotator.__main__, annotator.ui.app; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = set(done.stdout.split())
    assert "annotator.ui.window" in loaded
    assert not loaded & {
        "click", "sqlite_utils", "pyvi", "logging.handlers", "annotator.cli",
        "annotator.ui.panels.history", "annotator.ui.dialogs.palette", "pyqtgraph", "numpy",
        "annotator.formats.format", "csv",
    }  # fmt: skip


def test_a_screenshot_needs_no_display(project: Path, tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [
            sys.executable, "-m", "annotator", "screenshot", project, "a.png", "--article", "b/c",
            "--size", "900x640", "--theme", "dark", "--language", "vi",
        ],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env={name: value for name, value in os.environ.items() if name not in hidden}
        | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    picture = (tmp_path / "a.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (900, 640)
