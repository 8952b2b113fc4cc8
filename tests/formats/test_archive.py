"""A zip is read as the folder it holds, and can do no harm."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import archive
from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from tests.formats.round_trip import folder

LINE = '{"format": "annotator/1", "id": "lua", "text": "Mùa lúa", "reviewer": "lan"}\n'


def zipped(path: Path, members: dict[str, bytes | str], packed: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write a zip of `members` at `path`."""
    with zipfile.ZipFile(path, "w", packed) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def told(path: Path, format: str = "auto") -> list[tuple[str, str, str] | str]:
    """Return the id, source and place of each article, and what is said of the rest."""
    return [
        (each.article.id, str(each.article.metadata.get("source")), each.where)
        if isinstance(each, Parcel)
        else str(each)
        for each in read(path, format)
    ]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which zips are unpacked."""
    path = tmp_path / "temporary"
    path.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(path))
    return path


def test_a_zip_is_read_like_a_folder(tmp_path: Path, temporary: Path) -> None:
    path = zipped(
        tmp_path / "tin.zip",
        {"b.txt": "hai", "2020/a.txt": "một", "2020/": "", "done.jsonl": LINE, ".x.txt": "x"},
    )
    assert told(path) == [
        ("b", "b.txt", f"{path}/b.txt"),
        ("lua", "None", f"{path}/done.jsonl:1"),
        ("2020/a", "2020/a.txt", f"{path}/2020/a.txt"),
    ]
    assert list(temporary.iterdir()) == []


def test_what_is_not_read_to_the_end_is_cleared_away(tmp_path: Path, temporary: Path) -> None:
    found = read(zipped(tmp_path / "a.zip", {"a.txt": "một", "b.txt": "hai"}))
    next(found)
    assert len(list(temporary.rglob("*.txt"))) == 2
    found.close()  # type: ignore[attr-defined]
    assert list(temporary.iterdir()) == []


def test_zips_in_a_folder_keep_their_articles_apart(tmp_path: Path) -> None:
    tin = tmp_path / "tin"
    tin.mkdir()
    for name in ("x.zip", "y.zip"):
        zipped(tin / name, {"a.txt": name})
    assert told(tin) == [
        ("x/a", "x.zip/a.txt", f"{tin}/x.zip/a.txt"),
        ("y/a", "y.zip/a.txt", f"{tin}/y.zip/a.txt"),
    ]
    assert told(tin, "text") == told(tin)
    skipped = "Skipped: no file of the format jsonl."
    assert told(tin, "jsonl") == [f"{tin}/{name}.zip/a.txt: {skipped}" for name in "xy"]


def test_a_zip_may_come_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = zipped(tmp_path / "a.zip", {"2020/a.txt": "một"}).read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert told(Path("-")) == [("2020/a", "2020/a.txt", "standard input/2020/a.txt")]


def test_what_a_format_exports_comes_back_from_a_zip(tmp_path: Path) -> None:
    article = Article("x/y", "Mùa lúa\r\n", {"source": "x/y.txt"})
    write([Parcel(article, (), "")], tmp_path / "out", "text")
    write([Parcel(article, (Layer(article, "lan"),), "")], tmp_path / "out.jsonl", "jsonl")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.write(tmp_path / "out" / "x" / "y.txt", "x/y.txt")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as file:
        file.write(tmp_path / "out.jsonl", "out.jsonl")
    (text,) = read(tmp_path / "a.zip")
    (line,) = read(tmp_path / "b.zip")
    assert isinstance(text, Parcel)
    assert isinstance(line, Parcel)
    assert text.article == line.article == article


@pytest.mark.parametrize("packed", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_way_of_packing_is_known(tmp_path: Path, packed: int) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": "một"}, packed)
    assert [each[0] for each in told(path)] == ["a"]


def test_names_without_a_stated_encoding(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"Huế.txt": "một", "cafe.txt": "hai"})
    data = bytearray(path.read_bytes().replace(b"cafe", "café".encode("cp437")))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags + 1] = 0  # as if the first name's encoding were not stated
    path.write_bytes(data)
    assert [each[0] for each in told(path)] == ["Huế", "café"]


def member(name: str, mode: int = 0, data: bytes = b"x") -> tuple[zipfile.ZipInfo, bytes]:
    """Return a member as only a program makes it that means harm."""
    info = zipfile.ZipInfo("x")
    info.filename = name
    info.external_attr = mode << 16
    return info, data


@pytest.mark.parametrize(
    ("name", "mode", "sentence"),
    [
        ("../out.txt", 0, "Its name leads out of the zip's folder: it is left out."),
        ("a/../../out.txt", 0, "Its name leads out of the zip's folder: it is left out."),
        ("..\\out.txt", 0, "Its name leads out of the zip's folder: it is left out."),
        ("/etc/out.txt", 0, "Its name leads out of the zip's folder: it is left out."),
        ("C:\\out.txt", 0, "Its name leads out of the zip's folder: it is left out."),
        ("./.", 0, "Its name leads out of the zip's folder: it is left out."),
        ("a\x1b[31m.txt", 0, "Its name has characters that no name may have: it is left out."),
        ("link.txt", stat.S_IFLNK | 0o777, "A link or a device in a zip is left out."),
        ("pipe.txt", stat.S_IFIFO | 0o777, "A link or a device in a zip is left out."),
        ("x" * 300 + ".txt", 0, "Its name is too long, or the zip has it twice: it is left out."),
        ("good.txt", 0, "Its name is too long, or the zip has it twice: it is left out."),
        ("good.txt/b.txt", 0, "Its name is too long, or the zip has it twice: it is left out."),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_may_do_harm_is_left_out(
    tmp_path: Path, name: str, mode: int, sentence: str, temporary: Path
) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("good.txt", "một")
        info, data = member(name, mode, b"/etc/passwd")
        file.writestr(info, data)
    shown = name.replace("\\", "/").replace("\x1b", "\ufffd")
    assert told(path) == [f"{path}/{shown}: {sentence}", ("good", "good.txt", f"{path}/good.txt")]
    assert not list(tmp_path.rglob("out.txt"))


def test_an_encrypted_member_is_left_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": "một", "b.txt": "hai"}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    path.write_bytes(data)
    assert told(path) == [
        f"{path}/a.txt: The file is encrypted: unpack the zip yourself, with its password.",
        ("b", "b.txt", f"{path}/b.txt"),
    ]


def test_a_zip_inside_a_zip_stays_closed(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "in.zip", {"a.txt": "một"}).read_bytes()
    path = zipped(tmp_path / "out.zip", {"x/in.zip": inner, "b.txt": "hai"})
    assert told(path) == [
        ("b", "b.txt", f"{path}/b.txt"),
        f"{path}/x/in.zip: A zip inside a zip is not opened: unpack it first.",
    ]


@pytest.mark.parametrize("name", sorted(archive._DOCUMENTS))
def test_documents_that_are_zips_are_no_archives(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "a.xyz", {name: "x", "content.xml": "<a/>"})
    assert told(path) == [
        f"{path}: This is a document of another program: save it as text or as .docx."
    ]


BEYOND = (
    "The zip grows beyond measure when it is unpacked, like one made to do harm: nothing of it was "
    "read."
)


def test_a_bomb_is_not_read(tmp_path: Path, temporary: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": "một", "b.txt": bytes(64 << 20)})
    assert told(path) == [f"{path}: {BEYOND}"]
    assert list(temporary.iterdir()) == []


def test_a_bomb_of_many_small_files_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_ALWAYS_ALLOWED", 1 << 10)
    path = zipped(tmp_path / "a.zip", {f"{n}.txt": bytes(1 << 19) for n in range(3)})
    assert told(path) == [f"{path}: {BEYOND}"]


def test_a_member_that_lies_about_its_size_is_left_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": "một " * 99, "b.txt": "hai"})
    data = path.read_bytes()
    size = len("một ".encode() * 99)
    path.write_bytes(data.replace(struct.pack("<L", size), struct.pack("<L", 9)))
    assert told(path) == [
        f"{path}/a.txt: The file is damaged in the zip: it is left out.",
        ("b", "b.txt", f"{path}/b.txt"),
    ]


@pytest.mark.parametrize("packed", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_is_left_out(tmp_path: Path, packed: int) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": os.urandom(2000).hex()}, packed)
    data = bytearray(path.read_bytes())
    data[200:260] = bytes(60)
    path.write_bytes(data)
    assert told(path) == [f"{path}/a.txt: The file is damaged in the zip: it is left out."]


@pytest.mark.parametrize(
    ("limit", "value", "sentence"),
    [
        ("MOST_MEMBERS", 1, "The zip has more than 1 files: divide it."),
        ("_LONGEST_DIRECTORY", 60, "The zip has more than 100000 files: divide it."),
        ("LARGEST_TOTAL", 5, BEYOND),
    ],
)
def test_limits_of_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, sentence: str
) -> None:
    monkeypatch.setattr(archive, limit, value)
    path = zipped(tmp_path / "a.zip", {"a.txt": "một", "b.txt": "hai"})
    assert told(path) == [f"{path}: {sentence}"]


def test_a_member_that_is_too_large_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "LARGEST_MEMBER", 1 << 20)
    path = zipped(tmp_path / "a.zip", {"a.txt": os.urandom(1 << 20) + b"x", "b.txt": "hai"})
    assert told(path) == [
        f"{path}/a.txt: The file has more than 1 MB: divide it.",
        ("b", "b.txt", f"{path}/b.txt"),
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda data: data[:-30], "The zip is damaged: was it cut off?"),
        (lambda data: data[:40], "The zip is damaged: was it cut off?"),
        (lambda data: b"PK\x03\x04" + bytes(500), "The zip is damaged: was it cut off?"),
        (lambda data: b"PK\x05\x06" + bytes(18), "The zip is empty: there is nothing in it."),
    ],
)
def test_damaged_zips(tmp_path: Path, change: Callable[[bytes], bytes], sentence: str) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": "một"})
    path.write_bytes(change(path.read_bytes()))
    assert told(path) == [f"{path}: {sentence}"]


def test_members_without_a_name_or_a_place_are_left_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": "một", "b.txt": "hai"}, zipfile.ZIP_STORED)
    whole = path.read_bytes()
    entry = whole.index(b"PK\x01\x02")
    before = bytearray(whole)
    before[entry + 42 : entry + 46] = b"\xff\xff\xff\x7f"
    path.write_bytes(before)
    assert told(path) == [
        f"{path}/a.txt: The file is damaged in the zip: it is left out.",
        ("b", "b.txt", f"{path}/b.txt"),
    ]
    without = whole[: entry + 28] + b"\0\0" + whole[entry + 30 : entry + 46] + whole[entry + 51 :]
    end = bytearray(without)
    length = without.index(b"PK\x05\x06") - entry
    end[-10:-6] = struct.pack("<L", length)
    path.write_bytes(end)
    first, second = told(path)
    assert first == f"{path}/: Its name leads out of the zip's folder: it is left out."
    assert second == ("b", "b.txt", f"{path}/b.txt")


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=8),
    st.integers(0, 400),
    st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2]),
)
def test_damage_of_any_kind_is_told(changes: list[tuple[int, int]], cut: int, packed: int) -> None:
    with folder() as place:
        path = zipped(place / "a.zip", {"a.txt": "một", "x/b.jsonl": LINE}, packed)
        data = bytearray(path.read_bytes())
        for at, byte in changes:
            if at < len(data):
                data[at] = byte
        path.write_bytes(data[: len(data) - cut // 8] if cut % 2 else data)
        assert all(isinstance(each, Parcel | AnnotatorError) for each in read(path))
