"""The command line as scripts meet it: what it prints where, and its exit status."""

import json
import os
import re
import struct
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from annotator.cli import main
from annotator.formats.format import Parcel
from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.model.article import Article
from annotator.presets import preset
from annotator.project import Project
from annotator.ui.settings import data_folder

ROOT = Path(__file__).parents[1]
TEXT = "Họp ở Lạng Sơn 👩🏽‍🌾."


class Done(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def annotator(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Done]:
    """Return the command, run in this process and in the folder `tmp_path`."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str) -> Done:
        status = main.run(list(args))
        out, err = capsysbinary.readouterr()
        return Done(status, out.decode(), err.decode())

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of two articles, one with a layer of lan and one of mai."""
    path = tmp_path / "lúa gạo.anno"
    opened = Project.create(path, preset())
    article = Article("a", TEXT, {"title": "Mùa lúa", "source": "a.txt"})
    opened.add([Parcel(article, (), ""), Parcel(Article("b/c", "Khác\r\n"), (), "")], by="lan")
    for reviewer in ("lan", "mai"):
        for kind, label, fragment in [
            (Kind.ENTITY, "LOC", Fragment(6, 14)),
            (Kind.EVENT, "Meeting", Fragment(0, 3)),
            (Kind.ENTITY, "MISC", Fragment(0, 3)),
        ]:
            layer = opened.layer("a", reviewer)
            opened.commit(edits.add(layer, kind, label, [fragment]), reviewer)
    opened.close()
    return path


def visible() -> list[Path]:
    """Return what lies in the working folder, without the files SQLite keeps beside its own."""
    return sorted(each for each in Path().iterdir() if ".anno-" not in each.name)


def process(
    *args: str | Path, cwd: Path, data: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    """Run the command as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, args)],
        cwd=cwd,
        input=data,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


def test_from_texts_to_an_export_and_back(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "một.txt").write_bytes(TEXT.encode())
    (tmp_path / "texts" / "hai.txt").write_bytes(b"\xef\xbb\xbfa\r\nb\n")
    assert process("new", "p.anno", cwd=tmp_path).returncode == 0
    assert process("import", "p.anno", "texts", cwd=tmp_path).returncode == 0
    exported = process("export", "p.anno", "-", cwd=tmp_path)
    assert exported.returncode == 0
    assert exported.stderr == b"Articles written: 2; layers written: 0.\n"
    process("new", "q.anno", cwd=tmp_path)
    piped = process("import", "q.anno", "-", cwd=tmp_path, data=exported.stdout)
    assert piped.returncode == 0
    assert process("export", "q.anno", "-", cwd=tmp_path).stdout == exported.stdout
    assert process("export", "q.anno", "out", "--format", "text", cwd=tmp_path).returncode == 0
    for name in ("một.txt", "hai.txt"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "texts" / name).read_bytes()


def test_export_import_export_is_identical(annotator: Callable[..., Done], project: Path) -> None:
    exported = annotator("export", str(project), "-").out
    Path("a.jsonl").write_text(exported, encoding="utf-8", newline="")
    assert annotator("new", "q.anno").status == 0
    assert annotator("import", "q.anno", "a.jsonl").status == 0
    assert annotator("export", "q.anno", "-").out == exported
    assert annotator("check", "q.anno").status == 0


def test_importing_again_adds_nothing(annotator: Callable[..., Done], project: Path) -> None:
    annotator("export", str(project), "a.jsonl")
    done = annotator("import", str(project), "a.jsonl", "--json")
    assert done.err == "Articles added: 0; layers added: 0; there already: 3; refused: 0.\n"
    assert json.loads(done.out) == {
        "added": 0,
        "unchanged": 3,
        "layers": 0,
        "refused": [],
        "remarks": [],
        "cancelled": False,
    }
    assert done.status == 0


def test_layers_are_put_under_another_name(annotator: Callable[..., Done], project: Path) -> None:
    annotator("export", str(project), "lan.jsonl", "--reviewer", "lan")
    assert annotator("import", str(project), "lan.jsonl", "--reviewer", "minh").status == 0
    opened = Project.open(project, read_only=True)
    assert opened.reviewers() == ["lan", "mai", "minh"]
    for kind in Kind:
        assert opened.layer("a", "minh").of_kind(kind) == opened.layer("a", "lan").of_kind(kind)
    opened.close()


def test_another_layer_of_the_same_reviewer_is_refused_with_its_line(
    annotator: Callable[..., Done], project: Path
) -> None:
    annotator("export", str(project), "a.jsonl", "--reviewer", "mai")
    Path("b.jsonl").write_text(Path("a.jsonl").read_text("utf-8").replace("LOC", "GPE"), "utf-8")
    done = annotator("import", str(project), "b.jsonl")
    assert done.status == 2
    assert done.err.startswith("b.jsonl:1: mai has another layer on the article a already.")


def test_exports_of_some_reviewers_and_statuses(
    annotator: Callable[..., Done], project: Path
) -> None:
    def exported(*options: str) -> list[tuple[str, str | None]]:
        done = annotator("export", str(project), "-", *options)
        return [(line["id"], line["reviewer"]) for line in map(json.loads, done.out.splitlines())]

    assert exported() == [("a", "lan"), ("a", "mai"), ("b/c", None)]
    assert exported("--reviewer", "mai") == [("a", "mai")]
    assert exported("--reviewer", "mai", "--reviewer", "lan") == [("a", "lan"), ("a", "mai")]
    assert exported("--status", "started", "--status", "done") == [("a", "lan"), ("a", "mai")]
    assert exported("--status", "done") == []
    done = annotator("export", str(project), "-", "--reviewer", "minh")
    assert (done.status, done.out) == (2, "")
    assert done.err == "minh has no layer here; these have: lan, mai.\n"


def test_what_text_can_not_carry_is_counted(annotator: Callable[..., Done], project: Path) -> None:
    done = annotator("export", str(project), "out", "--format", "text", "--json")
    assert done.status == 1
    assert json.loads(done.out) == {
        "articles": 2,
        "layers": 2,
        "lost": [
            {"what": "annotations", "count": 6},
            {"what": "reviewers and statuses", "count": 2},
            {"what": "metadata that the text does not show", "count": 1},
        ],
        "refused": [],
    }
    assert "Not carried by text: 6 annotations.\n" in done.err
    assert Path("out/b/c.txt").read_bytes() == b"Kh\xc3\xa1c\r\n"


def test_convert_goes_without_a_project(annotator: Callable[..., Done], project: Path) -> None:
    annotator("export", str(project), "a.jsonl")
    assert annotator("convert", "a.jsonl", "out", "--to", "text").status == 1
    done = annotator("convert", "out", "b.jsonl", "--from", "text", "--json")
    assert (done.status, json.loads(done.out)["articles"]) == (0, 2)
    lines = Path("b.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "b/c"]
    before = Path("b.jsonl").read_bytes()
    Path("bad.jsonl").write_text("{\n")
    done = annotator("convert", "bad.jsonl", "b.jsonl")
    assert done.status == 2
    assert done.err.startswith("bad.jsonl:1: This is not JSON")
    assert Path("b.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("o", b'{"format":"annotator/1"'),
        ("o.jsonl", b'{"format":"annotator/1"'),
        ("o.json", b'{"format":"annotator/1"'),
        ("o.JSONL", b'{"format":"annotator/1"'),
        ("o.csv", b"\xef\xbb\xbfarticle,"),
        ("o.conll", b"-DOCSTART-"),
        ("o.conllu", b"# "),
        ("o.dygie.json", b'{"doc_key"'),
    ],
)
def test_the_format_follows_the_ending(
    annotator: Callable[..., Done], project: Path, name: str, begins: bytes
) -> None:
    assert annotator("export", str(project), name).status < 2
    assert Path(name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("o.xyz", "o.xyz: No format is written to files that end in .xyz: name a format with"),
        ("o.pdf", "o.pdf: No format is written to files that end in .pdf"),
        ("o.docx", "or end the name in .jsonl."),
        ("o.iob", "choose one of conll, conll-bioes, conll-iob1, conll-words with"),
        ("o.ann", "o.ann: The format brat is written to a folder: name one, and the format with"),
    ],
)
def test_an_ending_that_tells_no_format_is_refused(
    annotator: Callable[..., Done], project: Path, name: str, sentence: str
) -> None:
    annotator("export", str(project), "a.jsonl")
    Path(name).write_text("old")
    for command, option in (("export", "--format"), ("convert", "--to")):
        source = str(project) if command == "export" else "a.jsonl"
        done = annotator(command, source, name)
        assert (done.status, Path(name).read_text()) == (2, "old")
        assert sentence in done.err
        assert option in done.err
    assert annotator("export", str(project), name, "--format", "jsonl").status == 0
    assert Path(name).read_bytes() == Path("a.jsonl").read_bytes()


BAD_FILES: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty.txt: The file is empty"),
    ("nul.txt", b"a\n\0", "nul.txt: Byte 2 (line 2) is NUL"),
    ("latin.txt", b"\n\xe1", "latin.txt: Byte 1 (line 2) is 0xE1, which is not UTF-8"),
    ("wide.txt", "Huế".encode("utf-16")[:-1], "wide.txt: Byte 6 is not as UTF-16 has it"),
    ("picture.png", b"\x89PNG\r\n\x1a\n\0", "picture.png: Skipped: its format is not known"),
    ("half.jsonl", b'{"format": "annotator/1", "id": "a", "text": "\\ud800"}',
     "half.jsonl:1: A text has a NUL or half of a surrogate pair"),
    ("broken.jsonl", b'{"format": "annotator/1", "id": "a', "broken.jsonl:1: This is not JSON"),
    ("binary.jsonl", b"\x7fELF\0", "binary.jsonl: This is no text, but a binary file."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "sentence"), BAD_FILES, ids=[f[0] for f in BAD_FILES])
def test_a_bad_file_changes_nothing_and_is_named(
    annotator: Callable[..., Done], project: Path, name: str, data: bytes, sentence: str
) -> None:
    before = annotator("export", str(project), "-").out
    Path(name).write_bytes(data)
    done = annotator("import", str(project), name)
    assert done.status == 2
    assert done.err.startswith(sentence)
    assert annotator("export", str(project), "-").out == before
    Path("good.txt").write_text("Tốt")
    done = annotator("import", str(project), name, "good.txt", "--json")
    assert done.status == 1
    report = json.loads(done.out)
    assert report["added"] == 1
    (refused,) = report["refused"]
    assert f"{refused['where']}: {refused['message']}".startswith(sentence)


def test_a_file_of_200_mb_is_named(annotator: Callable[..., Done], project: Path) -> None:
    for name in ("big.txt", "big.jsonl"):
        with Path(name).open("wb") as file:
            file.write(b'{"format": "annotator/1"' + b" " * 5000)
            file.truncate(200 << 20)
    done = annotator("import", str(project), "big.txt", "big.jsonl")
    assert done.status == 2
    assert done.err.splitlines()[:2] == [
        "big.txt:1: One line or item has more than 64 MB: split the article.",
        "big.jsonl:1: One line or item has more than 64 MB: split the article.",
    ]


def test_the_tagset_is_printed_and_replaced(annotator: Callable[..., Done], project: Path) -> None:
    printed = annotator("tagset", str(project))
    assert printed.status == 0
    assert annotator("tagset", str(project), "--json").out == (
        json.dumps(tomllib.loads(printed.out), ensure_ascii=False, indent=2) + "\n"
    )
    Path("own.toml").write_text('[[entity]]\nlabel = "LOC"\n[[event]]\nlabel = "Meeting"\n')
    done = annotator("tagset", str(project), "--set", "own.toml")
    assert done.status == 1
    assert done.err == "The label MISC (entity) is in use, but not in the tagset.\n"
    assert 'label = "LOC"' in annotator("tagset", str(project)).out
    again = annotator("tagset", str(project), "--set", "own.toml")
    assert (again.status, again.err) == (0, "The project has this tagset already.\n")
    Path("bad.toml").write_text("[[entity]")
    assert annotator("tagset", str(project), "--set", "bad.toml").status == 2
    assert annotator("tagset", str(project), "--set", "missing.toml").status == 2


def test_tagsets_of_formats_are_read_and_printed(
    annotator: Callable[..., Done], project: Path
) -> None:
    Path("annotation.conf").write_text("[entities]\nLOC\nMISC\n[events]\nMeeting\tWho-Arg+:LOC\n")
    assert annotator("tagset", str(project), "--set", "annotation.conf").status == 0
    printed = annotator("tagset", str(project))
    assert 'label = "Meeting"' in printed.out
    as_brat = annotator("tagset", str(project), "--format", "brat")
    assert "[events]\nMeeting\tWho+:LOC\n" in as_brat.out
    refused = annotator("tagset", str(project), "--format", "text")
    assert (refused.status, refused.err) == (2, "The format text has no file with a tagset.\n")
    assert annotator("new", "brat.anno", "--tagset", "annotation.conf").status == 0
    assert annotator("tagset", "brat.anno").out == printed.out


def test_presets_by_name_and_by_file(annotator: Callable[..., Done]) -> None:
    assert annotator("new", "a.anno", "--tagset", "conll-2003").status == 0
    Path("own.toml").write_text('name = "Mine"\n')
    assert annotator("new", "b.anno", "--tagset", "own.toml").status == 0
    assert 'name = "Mine"' in annotator("tagset", "b.anno").out
    done = annotator("new", "c.anno", "--tagset", "nope")
    assert done.status == 2
    assert "There is no tagset called nope" in done.err
    assert not Path("c.anno").exists()
    assert annotator("new", "a.anno").status == 2


def test_statistics(annotator: Callable[..., Done], project: Path) -> None:
    counts: dict[str, Any] = json.loads(annotator("stats", str(project), "--json").out)
    assert counts["articles"] == 2
    assert counts["annotations_by_label"] == {"LOC": 2, "MISC": 2, "Meeting": 2}
    shown = annotator("stats", str(project)).out
    assert "articles  2\n" in shown
    assert "    Meeting  2\n" in shown


def test_check_names_what_it_finds(annotator: Callable[..., Done], project: Path) -> None:
    import sqlite3

    assert annotator("check", str(project)).err == f"{project}: problems found: 0.\n"
    database = sqlite3.connect(project)
    database.execute("UPDATE annotations SET label = 'X' WHERE id = 'T1'")
    database.commit()
    database.close()
    done = annotator("check", str(project), "--json")
    assert done.status == 1
    assert [each["where"] for each in json.loads(done.out)] == ["a, lan", "a, mai"]
    assert done.err.startswith("a, lan: The annotations are not those that the journal tells of.")


def test_help_says_how_a_tagset_is_replaced(annotator: Callable[..., Done]) -> None:
    assert "Print the tagset, or replace it with --set FILE.\n" in annotator("--help").out


def test_formats_are_listed(annotator: Callable[..., Done]) -> None:
    listed = json.loads(annotator("formats", "--json").out)
    does = {each["name"]: (each["reads"], each["writes"]) for each in listed}
    assert does["jsonl"] == does["text"] == (True, True)
    assert all(each["summary"] for each in listed)
    assert "\njsonl  .jsonl  reads and writes  " in f"\n{annotator('formats').out}"


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
        (["export", "PROJECT", "x/out.jsonl"], "x/out.jsonl: There is no such file or folder."),
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
    monkeypatch.setattr("annotator.cli._progress", interrupt)
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


def test_the_window_waits_for_no_command(tmp_path: Path) -> None:
    script = "import sys, annotator.cli; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    ours = [name for name in done.stdout.split() if re.match("annotator|sqlite", name)]
    assert ours == [
        "annotator", "annotator.cli", "annotator.cli_program", "annotator.cli_search",
        "annotator.cli_statistics", "annotator.ending", "annotator.model",
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


def test_statistics_of_reviewers_and_labels(annotator: Callable[..., Done], project: Path) -> None:
    counts: dict[str, Any] = json.loads(annotator("stats", str(project), "--json").out)
    assert {each["label"]: each["annotations"] for each in counts["labels"]} == (
        counts["annotations_by_label"]
    )
    assert {each["reviewer"]: each["annotations"] for each in counts["reviewers"]} == (
        counts["annotations_by_reviewer"]
    )
    done = annotator("stats", str(project), "--by", "lan", "--label", "LOC", "--json")
    lan: dict[str, Any] = json.loads(done.out)
    assert [each["reviewer"] for each in lan["reviewers"]] == ["lan"]
    assert [(each["kind"], each["label"]) for each in lan["labels"]] == [("entity", "LOC")]
    assert lan["annotations"] == counts["annotations"]
    assert sum(each["count"] for each in lan["mention_lengths"]["counts"]) == lan["mentions"] == 1
    shown = annotator("stats", str(project)).out
    assert "mentions per 1000 syllables read  " in shown
    assert "roles of events\n" in shown


def test_statistics_of_who_and_what_is_not_there(
    annotator: Callable[..., Done], project: Path
) -> None:
    done = annotator("stats", str(project), "--by", "nobody")
    assert (done.status, done.out) == (2, "")
    assert "nobody has no layer here; these have: lan, mai." in done.err
    done = annotator("stats", str(project), "--label", "NOPE")
    assert (done.status, done.out) == (2, "")
    assert "No annotation has the label NOPE; in use are: LOC, MISC, Meeting." in done.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("stats", "new.anno", "--by", "lan"), "lan has no layer here: nobody has one yet.\n"),
        (("stats", "new.anno", "--label", "PER"),
         "No annotation has the label PER: there are none yet.\n"),
        (("export", "new.anno", "-", "--reviewer", "lan"),
         "lan has no layer here: nobody has one yet.\n"),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_project_without_annotations(
    annotator: Callable[..., Done], command: tuple[str, ...], said: str
) -> None:
    annotator("new", "new.anno")
    done = annotator(*command)
    assert (done.status, done.out, done.err) == (2, "", said)
