"""Text comes in with what its layout says and goes out to the byte."""

import io
import os
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.formats import text as text_format
from annotator.formats.file_names import id_of, restorable_stem, write_new
from annotator.formats.format import Losses, Parcel
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.article import Article
from annotator.model.message import AnnotatorError, Remark
from tests.formats.round_trip import RoundTrip, folder, read_all
from tests.formats.strategies import names, texts
from tests.language.legacy_text import STORY, encoded


def file_of(article: Article) -> str:
    """Return the name of the file that `article` is written to."""
    with folder() as place:
        write([Parcel(article, (), "")], place / "out", "text")
        (path,) = (each for each in (place / "out").rglob("*") if each.is_file())
        return path.relative_to(place / "out").as_posix()


class TestRoundTrip(RoundTrip):
    format = "text"
    out = "out"

    def takes(self, parcel: Parcel) -> bool:
        return bool(parcel.article.text.removeprefix("\ufeff").strip())

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        parcels = [self._plain(parcel.article) for parcel in written]
        return sorted(parcels, key=lambda parcel: _walked(str(parcel.article.metadata["source"])))

    @staticmethod
    def _plain(article: Article) -> Parcel:
        name = file_of(article)
        known = text_format.metadata_of(article.text)
        id = id_of(name.removesuffix(".txt"))
        return Parcel(Article(id, article.text, {**known, "source": name}), (), "")

    def lost(self, written: Sequence[Parcel]) -> Losses:
        losses = Losses()
        for article, layers, _ in written:
            back = self._plain(article).article
            losses[text_format.ANNOTATIONS] += sum(len(layer) for layer in layers)
            losses[text_format.LAYERS] += len(layers)
            losses[text_format.NAMES] += back.id != article.id
            losses[text_format.METADATA] += sum(
                key not in back.metadata or back.metadata[key] != value
                for key, value in article.metadata.items()
            )
        return +losses


def _walked(name: str) -> tuple[object, ...]:
    """Return a key that sorts as folders are read: files before the folders beside them."""
    *folders, file = name.split("/")
    return (*((1, each) for each in folders), (0, file))


@given(st.binary(min_size=1) | texts.map(str.encode))
def test_bytes_come_out_as_they_went_in(data: bytes) -> None:
    with folder() as place:
        path = place / "a.txt"
        path.write_bytes(data)
        (found,) = read(path)
        assume(isinstance(found, Parcel))
        assert isinstance(found, Parcel)
        write([found], place / "b.txt", "text")
        stream = io.BytesIO()
        write([found], stream, "text")
        assert stream.getvalue() == (place / "b.txt").read_bytes() == data


def test_a_folder_is_read_with_all_below_it(tmp_path: Path) -> None:
    for name in ["b.txt", "a.txt", ".hidden.txt", "x/c.TXT", "x/notes.odd", ".git/d.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "x" / "loop").symlink_to(tmp_path)
    found = [
        (each.article.id, each.article.metadata["source"], each.where)
        if isinstance(each, Parcel)
        else str(each)
        for each in read(tmp_path)
    ]
    text_unknown = "Skipped: its format is not known by content or extension. Name the format."
    assert found == [
        ("a", "a.txt", f"{tmp_path}/a.txt"),
        ("b", "b.txt", f"{tmp_path}/b.txt"),
        f"{tmp_path}/x/loop: A link to a folder is not followed.",
        ("x/c", "x/c.TXT", f"{tmp_path}/x/c.TXT"),
        f"{tmp_path}/x/notes.odd: " + text_unknown,
    ]
    assert str(list(read(tmp_path, "text"))[-1]).endswith("Skipped: no file of the format text.")


def test_one_file_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "tin.tức.md"
    path.write_text("Xin chào")
    (parcel,) = read_all(path, "text")
    assert parcel.article.id == "tin.tức"
    assert parcel.article.metadata == {"source": "tin.tức.md"}


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"", "The file is empty: there is nothing to annotate."),
        ("a.txt", b" \n\t\r\n", "nothing but white space: there is nothing to annotate."),
        ("a.txt", "\ufeff\u00a0\n".encode(), "nothing but white space"),
        ("a.txt", " \n".encode("utf-16"), "nothing but white space"),
        ("a.txt", b"a\0", "Byte 1 (line 1) is NUL"),
        ("a.txt", "Huế".encode("cp1258", "ignore") + b"\xea", "which is not UTF-8"),
        ("a.bin", b"\x7fELF", "Skipped: its format is not known"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(data)
    (refused,) = read(tmp_path / name)
    assert isinstance(refused, AnnotatorError)
    assert str(refused).startswith(str(tmp_path / name))
    assert sentence in str(refused)


def test_white_space_alone_counts_as_lost_and_stays_in_jsonl(tmp_path: Path) -> None:
    blank = Parcel(Article("b", " \n", {"source": "b.txt"}), (), "")
    assert write([blank], tmp_path / "b.txt", "text") == {text_format.BLANK: 1}
    assert write([blank], tmp_path / "out", "text") == {text_format.BLANK: 1}
    assert write([blank], tmp_path / "b.jsonl") == Losses()
    (back,) = read_all(tmp_path / "b.jsonl")
    assert back.article == blank.article


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI", "VPS", "Windows-1258", "UTF-16LE"])
def test_other_encodings_are_told_and_kept_in_mind(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(encoded(STORY, encoding))
    remark, parcel = read(path)
    assert isinstance(remark, Remark)
    assert str(remark).startswith(f"{path}: The text is in {encoding}, not UTF-8, and was read so")
    assert isinstance(parcel, Parcel)
    assert unicodedata.normalize("NFC", parcel.article.text) == STORY
    assert parcel.article.metadata == {"source": "a.txt", "encoding": encoding}
    assert write([parcel], tmp_path / "b.txt", "text") == Losses()
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == parcel.article.text


def test_metadata_that_is_only_called_encoding_counts_as_lost(tmp_path: Path) -> None:
    article = Article("b", STORY, {"source": "b.txt", "encoding": "by hand"})
    assert write([Parcel(article, (), "")], tmp_path / "b.txt", "text") == {text_format.METADATA: 1}


def test_a_text_of_200_mb_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200 << 20)
    (refused,) = read(path)
    assert str(refused) == (f"{path}: The text has 200 MB; one article may have 16 MB: split it.")


def test_files_that_are_not_there_or_no_files(tmp_path: Path) -> None:
    (missing,) = read(tmp_path / "a.txt")
    assert str(missing) == f"{tmp_path}/a.txt: There is no such file or folder."
    os.mkfifo(tmp_path / "pipe.txt")
    (pipe,) = read(tmp_path / "pipe.txt")
    assert str(pipe) == f"{tmp_path}/pipe.txt: This is neither a file nor a folder."


def test_two_files_with_one_id_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("một")
    (tmp_path / "a.TXT").write_text("hai")
    _, refused = read(tmp_path)
    assert "The article a has another text" in str(refused)


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("x/y", "x/y.txt"),
        ("../../etc/passwd", "%2E%2E/%2E%2E/etc/passwd.txt"),
        ("/root", "%/root.txt"),
        (".hidden", "%2Ehidden.txt"),
        ("a:b*c?", "a%3Ab%2Ac%3F.txt"),
        ("100%", "100%.txt"),
        ("100%25", "100%25.txt"),
        ("a%3A", "a%253A.txt"),
        ("a%41", "a%41.txt"),
        ("%", "%25.txt"),
        ("a.txt/b", "a%2Etxt/b.txt"),
        ("v1.0/b.c", "v1.0/b.c.txt"),
        ("a ", "a%20.txt"),
    ],
)
def test_ids_become_names_that_stay_in_the_folder(id: str, name: str) -> None:
    assert file_of(Article(id, "x")) == name


CODED = st.text(st.sampled_from("%2350aAE.: /"), max_size=12)


@given(CODED)
def test_an_id_comes_back_from_its_name_and_a_name_from_its_id(text: str) -> None:
    assert id_of(restorable_stem(text)) == text
    name = restorable_stem(text)
    assert restorable_stem(id_of(name)) == name


@given(names)
def test_a_name_of_any_length_is_a_file(id: str) -> None:
    assert file_of(Article(id * 100, "x"))


def test_articles_that_differ_late_in_a_long_id_have_two_files(tmp_path: Path) -> None:
    parcels = [Parcel(Article("đ" * 300 + end, end), (), "") for end in "ab"]
    write(parcels, tmp_path / "out", "text")
    assert len(list((tmp_path / "out").iterdir())) == 2


@pytest.mark.parametrize(
    "ids",
    [
        ("a:", "a%3A"),
        ("a", "a.txt/b"),
        ("a", "a.ann/b", "a%2Eann/b"),
        ("x" * 181, "x" * 90),
        ("", "%"),
    ],
)
def test_different_articles_have_different_files(tmp_path: Path, ids: tuple[str, ...]) -> None:
    write([Parcel(Article(id, id), (), "") for id in ids], tmp_path / "out", "text")
    written = [each.read_text() for each in (tmp_path / "out").rglob("*.txt") if each.is_file()]
    assert sorted(written) == sorted(ids)


def test_two_articles_do_not_share_a_file(tmp_path: Path) -> None:
    article = Article("a", "")
    write_new(tmp_path / "x" / "A", b"old", article)
    with pytest.raises(AnnotatorError, match="another one would both be the file A"):
        write_new(tmp_path / "x" / "A", b"", article)
    assert (tmp_path / "x" / "A").read_bytes() == b"old"


def test_one_file_takes_one_article(tmp_path: Path) -> None:
    parcels = [Parcel(Article(id, id), (), "") for id in "ab"]
    with pytest.raises(AnnotatorError, match="more than one article"):
        write(parcels, tmp_path / "out.txt", "text")
    with pytest.raises(AnnotatorError, match="no article"):
        write([], io.BytesIO(), "text")
    assert list(tmp_path.glob("*out*")) == []


def test_a_folder_that_is_there_keeps_its_other_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "b.md").write_text("other")
    decomposed = unicodedata.normalize("NFD", "Huế")
    write([Parcel(Article(id, decomposed), (), "") for id in ("a", "c/d")], tmp_path, "text")
    written = {each.name: each.read_text() for each in tmp_path.rglob("*.*")}
    assert written == {"a.txt": decomposed, "b.md": "other", "d.txt": decomposed}


@pytest.mark.parametrize(
    ("make", "where"),
    [
        (lambda folder: (folder / "b.txt").mkdir(), "b.txt"),
        (lambda folder: (folder / "c").touch(), "c"),
    ],
)
def test_what_is_in_the_way_in_a_folder_is_found_before_anything_is_replaced(
    tmp_path: Path, make: Callable[[Path], None], where: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.txt").write_text("old")
    make(out)
    with pytest.raises(AnnotatorError, match="move it away") as caught:
        write([Parcel(Article(id, "new"), (), "") for id in ("a", "b", "c/d")], out, "text")
    assert caught.value.where == str(out / where)
    assert (out / "a.txt").read_text() == "old"
    assert sorted(each.name for each in out.iterdir()) == sorted({"a.txt", where})
    assert list(tmp_path.glob("*.part")) == list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize("name", ["ậ" * 80 + ".jsonl", "x" * 250])
def test_a_file_may_have_any_name_that_the_system_takes(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    write([Parcel(Article("a", "x"), (), "")], out / name)
    assert [each.name for each in out.iterdir()] == [name]


def test_what_is_replaced_stays_as_private_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.txt").touch(mode=0o600)
    (out / "b.jsonl").touch(mode=0o600)
    parcels = [Parcel(Article("a", "x"), (), "")]
    write(parcels, out, "text")
    write(parcels, out / "b.jsonl")
    assert {each.stat().st_mode & 0o777 for each in out.iterdir()} == {0o600}


def test_links_in_a_circle_are_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").symlink_to("b")
    (tmp_path / "b").symlink_to("a.jsonl")
    write([Parcel(Article("a", "x"), (), "")], tmp_path / "a.jsonl")
    assert (tmp_path / "a.jsonl").is_file()
