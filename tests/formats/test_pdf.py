"""PDFs give the text of their pages; what can't be read of them is told."""

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats import pdf as pdf_format
from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.formats.registry import format_named
from annotator.model.message import AnnotatorError, Remark
from tests.formats.pdf_files import pdf
from tests.formats.round_trip import folder
from tests.language.legacy_text import STORY, encoded

pytest.importorskip("pypdfium2", reason="the extra 'documents' is not installed")


def text_string(text: str) -> str:
    """Return `text` as a PDF writes a property."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


def test_pages_are_read_line_by_line(tmp_path: Path) -> None:
    info = (
        f"/Title{text_string('Bản tin')}/Author{text_string('Lan')}/Producer(x)"
        "/CreationDate(D:20200702145200+07'00')/ModDate(D:20200703)"
    )
    (tmp_path / "a.pdf").write_bytes(
        pdf(["Mùa lúa ở Lạng Sơn được", "mùa. 👩 Bà con rất vui-", "vẻ."], ["Hết."], info=info)
    )
    (parcel,) = read(tmp_path / "a.pdf")
    assert isinstance(parcel, Parcel)
    assert parcel.article.id == "a"
    assert parcel.article.text == ("Mùa lúa ở Lạng Sơn được\nmùa. 👩 Bà con rất vui-vẻ.\n\nHết.")
    assert parcel.article.metadata == {
        "title": "Bản tin",
        "author": "Lan",
        "created_at": "2020-07-02T14:52:00+07:00",
        "modified_at": "2020-07-03T00:00:00",
        "source": "a.pdf",
    }


def test_pages_without_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(None, ["a"], None))
    remark, parcel = read(path)
    assert isinstance(remark, Remark)
    assert str(remark) == f"{path}: Pages without text are left out; are they scanned? 1, 3"
    assert isinstance(parcel, Parcel)
    assert parcel.article.text == "a"
    path.write_bytes(pdf(["a"], *[None] * 21))
    remark, _ = read(path)
    assert str(remark).endswith("20, 21…")


def test_letters_that_mean_nothing_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(["một\x07hai"]))
    remark, parcel = read(path)
    assert str(remark) == (
        f"{path}: The PDF does not say what 1 of its characters are: they are shown as \ufffd."
    )
    assert isinstance(parcel, Parcel)
    assert parcel.article.text == "một\ufffdhai"


def test_fonts_of_older_encodings_are_read_as_they_look(tmp_path: Path) -> None:
    lines = [encoded(line, "VNI").decode("cp1252") for line in STORY.split(", ")]
    (tmp_path / "a.pdf").write_bytes(pdf(lines))
    remark, parcel = read(tmp_path / "a.pdf")
    assert "The text is written in a font for VNI, and was read so" in str(remark)
    assert isinstance(parcel, Parcel)
    assert parcel.article.text == STORY.replace(", ", "\n")


LOCKED = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'11' * 32}>>>/ID[<00><00>]"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (pdf(["a"], trailer=LOCKED), "The PDF is encrypted: save it without a password"),
        (pdf(None, None), "The PDF has no text: its pages are pictures."),
        (pdf([" "]), "The PDF has no text: its pages are pictures."),
        (pdf(), "The file is damaged"),
        (b"%PDF-1.7\n", "The file is damaged, or not what its name says (PdfiumError)"),
        (b"", "The file is damaged"),
        (pdf(["a"])[:400], "The file is damaged"),
    ],
)
def test_pdfs_that_give_no_text(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    (refused,) = read(path)
    assert isinstance(refused, AnnotatorError)
    assert str(refused).startswith(f"{path}: {sentence}")


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(["abc"], ["def"]))
    monkeypatch.setattr(pdf_format, "LONGEST", 5)
    (long,) = read(path)
    assert str(long) == f"{path}: The text has 0 MB; one article may have 0 MB: split it."
    monkeypatch.setattr(pdf_format, "_MOST_PAGES", 1)
    (many,) = read(path)
    assert str(many) == f"{path}: The PDF has 2 pages; one article may have 1: divide it."
    monkeypatch.setattr(pdf_format, "_LARGEST", 10)
    (large,) = read(path)
    assert "one article may have" in str(large)


@pytest.mark.parametrize(
    ("stated", "moment"),
    [
        ("D:2020", "2020-01-01T00:00:00"),
        ("20200702", "2020-07-02T00:00:00"),
        ("D:20200702145200Z", "2020-07-02T14:52:00+00:00"),
        ("D:20200702145200Z00'00'", "2020-07-02T14:52:00+00:00"),
        ("D:20200702145200-05", "2020-07-02T14:52:00-05:00"),
        ("D:20201302", ""),
        ("D:20200702145200+99'00'", ""),
        ("hôm qua", ""),
        ("", ""),
    ],
)
def test_dates(stated: str, moment: str) -> None:
    assert pdf_format._moment(stated) == moment


def test_a_pdf_is_recognised_by_its_beginning() -> None:
    assert format_named("pdf").recognizes(b"\xef\xbb\xbf\n%PDF-1.4")
    assert not format_named("pdf").recognizes(b"see %PDF-1.4")


def test_threads_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(*[["Mùa lúa"]] * 30))
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: list(read(path)), range(12)))
    assert all(each == found[0] for each in found)
    assert isinstance(found[0][0], Parcel)


WHOLE = pdf(["Mùa lúa ở Lạng Sơn", "được mùa."], None, ["Hết."], info="/Title(a)")


@settings(max_examples=300)
@given(st.binary(max_size=200).map(lambda data: b"%PDF-1.4\n" + data) | st.randoms())
def test_damage_of_any_kind_is_told(made: bytes | random.Random) -> None:
    with folder() as place:
        path = place / "a.pdf"
        path.write_bytes(made if isinstance(made, bytes) else damaged(made))
        assert all(isinstance(each, Parcel | AnnotatorError) for each in read(path))


def damaged(chance: random.Random) -> bytes:
    """Return a PDF with some bytes changed, taken out or doubled."""
    data = bytearray(WHOLE)
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(data))
        data[at : at + chance.randrange(1, 6)] = data[at : at + 3] * chance.randrange(3)
    return bytes(data)
