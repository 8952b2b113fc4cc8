"""Files in and out by the command line: what goes where, and its exit status."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.model.annotation import Kind
from annotator.project import Project
from tests.cli.commands import TEXT, Done, process


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
