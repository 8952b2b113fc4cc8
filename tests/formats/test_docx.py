"""Word documents give the text a reader sees, and say what is left out of it."""

import random
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats import docx as docx_format
from annotator.formats.format import Found, Parcel
from annotator.formats.reading import read
from annotator.formats.registry import format_named
from annotator.model.message import AnnotatorError, Remark
from tests.formats.round_trip import folder
from tests.language.legacy_text import STORY, encoded

docx = pytest.importorskip("docx", reason="the extra 'documents' is not installed")

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MARKUP = f"""<w:p xmlns:w="{W}"
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">"""


def document(*bodies: str) -> Any:
    """Return a document with a paragraph for each of `bodies`, which are markup inside one."""
    made = docx.Document()
    for body in bodies:
        made.element.body.insert(
            len(made.element.body) - 1, docx.oxml.parse_xml(f"{MARKUP}{body}</w:p>")
        )
    return made


def run(text: str) -> str:
    """Return the markup of a run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def symbols(*codes: str) -> str:
    """Return the markup of a run of characters from a font of symbols."""
    return "<w:r>" + "".join(f'<w:sym w:char="{code}"/>' for code in codes) + "</w:r>"


BOX = f"<w:txbxContent><w:p>{run('hộp')}</w:p></w:txbxContent>"
BOXES = f"<mc:Choice>{BOX}{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"


def text_of(made: Any, tmp_path: Path) -> str:
    """Return the text that reading the document gives, without a remark."""
    made.save(str(tmp_path / "a.docx"))
    (parcel,) = read(tmp_path / "a.docx")
    assert isinstance(parcel, Parcel)
    return parcel.article.text


def changed(
    path: Path, change: Callable[[str, bytes], bytes], added: dict[str, bytes] | None = None
) -> None:
    """Write the zip at `path` again with each member as `change` makes it."""
    with zipfile.ZipFile(path) as file:
        members = {name: change(name, file.read(name)) for name in file.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in {**members, **(added or {})}.items():
            file.writestr(name, data)


def test_paragraphs_and_tables_in_their_order(tmp_path: Path) -> None:
    made = docx.Document()
    made.core_properties.title = "Bản tin"
    made.core_properties.author = "Lan"
    made.core_properties.comments = ""
    made.core_properties.created = datetime(2020, 7, 2, 14, 52, tzinfo=UTC)
    made.core_properties.modified = datetime(2020, 7, 3, tzinfo=UTC)
    made.add_heading("Mùa lúa", 1)
    made.add_paragraph("Họp\u00a0ở  Lạng Sơn.\n\tNgười dân: “Đủ” 👩🏽‍🌾.")
    table = made.add_table(2, 2)
    for number, cell in enumerate(table._cells):
        cell.text = f"ô {number}\nhai" if number == 3 else f"ô {number}"
    made.add_paragraph("")
    made.add_paragraph("Hết.")
    made.save(str(tmp_path / "a.docx"))
    (parcel,) = read(tmp_path / "a.docx")
    assert isinstance(parcel, Parcel)
    assert parcel.article.id == "a"
    assert parcel.article.text == (
        "Mùa lúa\nHọp\u00a0ở  Lạng Sơn.\n\tNgười dân: “Đủ” 👩🏽‍🌾.\nô 0\tô 1\nô 2\tô 3 hai\n\nHết."
    )
    assert parcel.article.metadata == {
        "title": "Bản tin",
        "author": "Lan",
        "created_at": "2020-07-02T14:52:00+00:00",
        "modified_at": "2020-07-03T00:00:00+00:00",
        "source": "a.docx",
    }


def test_what_the_layout_says_goes_before_what_the_program_wrote(tmp_path: Path) -> None:
    made = docx.Document()
    made.core_properties.title = "Document1"
    for line in ("Mùa lúa được mùa", "Thứ Năm, 02/07/2020, 14:52", "Bà con vui. " * 9, "P.V"):
        made.add_paragraph(line)
    made.save(str(tmp_path / "a.docx"))
    (parcel,) = read(tmp_path / "a.docx")
    assert isinstance(parcel, Parcel)
    assert parcel.article.metadata["title"] == "Mùa lúa được mùa"
    assert parcel.article.metadata["published_at"] == "2020-07-02T14:52:00"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (run("a") + f"<w:ins>{run('b')}</w:ins>" + run("c"), "abc"),
        (f'<w:hyperlink>{run("a")}</w:hyperlink><w:smartTag>{run("b")}</w:smartTag>', "ab"),
        (f"<w:sdt><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>{run(' ')}{run('b')}", "a b"),
        (f"<w:fldSimple>{run('7')}</w:fldSimple><w:r><w:instrText>PAGE</w:instrText></w:r>", "7"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:tab/><w:t>c</w:t></w:r>", "a\nb\n\tc"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "ab"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t></w:r>", "a\u2011\u00adb"),
        (symbols("2022", "F0B7") + run("x"), "•\uf0b7x"),
        (symbols("0", "zz", "D800", "FFFFFFFF") + run("x"), "x"),
        (f"<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>{run('!')}", "x²!"),
        (f"<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run('a')}", "a"),
        (f"<w:moveFrom>{run('b')}</w:moveFrom>{run('a')}", "a"),
        (
            f"<w:ruby><w:rt>{run('phiên âm')}</w:rt><w:rubyBase>{run('字')}</w:rubyBase></w:ruby>",
            "字",
        ),
        (
            f"<mc:AlternateContent>{BOXES}</mc:AlternateContent>{run('ngoài')}",
            "ngoài\nhộp\nhộp",
        ),
        ("<!-- lời bàn --><?p i?>" + run("&lt;b&gt;\u2028"), "<b>\u2028"),
    ],
)  # fmt: skip
def test_all_that_stands_in_a_paragraph(tmp_path: Path, body: str, text: str) -> None:
    assert text_of(document(body), tmp_path) == text


def test_paragraphs_in_controls_and_nested_tables(tmp_path: Path) -> None:
    made = document(run("a"))
    table = made.add_table(1, 2)
    table.cell(0, 0).add_table(1, 2).cell(0, 1).text = "trong"
    table.cell(0, 1).text = "ngoài"
    control = docx.oxml.parse_xml(
        f'<w:sdt xmlns:w="{W}"><w:sdtContent><w:p>{run("b")}</w:p></w:sdtContent></w:sdt>'
    )
    made.element.body.insert(len(made.element.body) - 1, control)
    assert text_of(made, tmp_path) == "a\n\ttrong\tngoài\nb"


def test_deletions_and_notes_are_told(tmp_path: Path) -> None:
    gone = "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
    made = document(run("a") + gone, run("b") + gone, "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>")
    made.save(str(tmp_path / "a.docx"))
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator"/><w:footnote/></w:footnotes>'
    )
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    )

    def with_note(name: str, data: bytes) -> bytes:
        if name == "word/_rels/document.xml.rels":
            return data.replace(b"</Relationships>", relation)
        return data

    changed(tmp_path / "a.docx", with_note, {"word/footnotes.xml": notes.encode()})
    first, second, parcel = read(tmp_path / "a.docx")
    assert isinstance(first, Remark)
    assert str(first) == (f"{tmp_path}/a.docx: 1 footnotes and endnotes are left out of the text.")
    assert str(second) == (
        f"{tmp_path}/a.docx: 2 deletions that nobody has accepted yet are left out of the text."
    )
    assert isinstance(parcel, Parcel)
    assert parcel.article.text == "a\nb\n"


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_fonts_of_older_encodings_are_read_as_they_look(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.docx"
    document(run(encoded(STORY, encoding).decode("cp1252"))).save(str(path))
    remark, parcel = read(path)
    assert str(remark) == (
        f"{path}: The text is written in a font for {encoding}, and was read so: see whether its "
        "letters are right."
    )
    assert isinstance(parcel, Parcel)
    assert parcel.article.text == STORY
    assert parcel.article.metadata["encoding"] == encoding


def test_properties_are_not_made_up(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document(run("a")).save(str(path))

    def without(name: str, data: bytes) -> bytes:
        return data.replace(b"core-properties", b"none") if name == "_rels/.rels" else data

    changed(path, without)
    (parcel,) = read(path)
    assert isinstance(parcel, Parcel)
    assert parcel.article.metadata == {"source": "a.docx"}


def test_a_document_is_found_by_its_content_also_in_a_zip(tmp_path: Path) -> None:
    document(run("a")).save(str(tmp_path / "a.docx"))
    data = (tmp_path / "a.docx").read_bytes()
    (tmp_path / "b.bin").write_bytes(data)
    (tmp_path / "c.zip").write_bytes(data)
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as file:
        file.writestr("x/a.docx", data)
        file.writestr("b.txt", "hai")
    (tmp_path / "e.docx").write_bytes(data[:100])
    found = list(read(tmp_path))
    articles = [each.article.id for each in found if isinstance(each, Parcel)]
    assert articles == ["a", "b", "c", "d/b", "d/x/a"]
    assert [str(each) for each in found if not isinstance(each, Parcel)] == [
        f"{tmp_path}/e.docx: The zip is damaged: was it cut off?"
    ]
    assert not format_named("docx").recognizes(b"PK\x03\x04" + bytes(26) + b"a.docx word/")


ENTITIES = b'<!DOCTYPE a [<!ENTITY x "lol">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_with_entities_is_refused(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.docx"
    document(run("a")).save(str(path))

    def harmful(name: str, data: bytes) -> bytes:
        start, mark, rest = data.partition(b"?>")
        return (start + mark + ENTITIES + rest).decode().encode(encoding)

    changed(path, lambda name, data: harmful(name, data) if name == "word/document.xml" else data)
    (refused,) = read(path)
    assert str(refused) == (
        f"{path}: The document declares entities, as no program does that means well."
    )


def test_entities_are_found_across_the_seams_of_what_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.formats.archive._CHUNK", 4)
    test_a_document_with_entities_is_refused(tmp_path, "utf-8")


def test_bombs_and_what_is_no_document_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    document(run("a")).save(str(path))
    good = path.read_bytes()
    changed(path, lambda name, data: data, {"word/media/x.png": bytes(64 << 20)})
    (bomb,) = read(path)
    assert "The zip grows beyond measure" in str(bomb)
    path.write_bytes(good)
    monkeypatch.setattr(docx_format, "_LARGEST_PART", 1000)
    (large,) = read(path)
    assert str(large) == f"{path}: The file has more than 0 MB: divide it."
    monkeypatch.undo()
    for name, sentence in {
        "word/document.xml": "The file is damaged, or not what its name says (XMLSyntaxError)",
        "[Content_Types].xml": "The file is damaged, or not what its name says",
    }.items():
        path.write_bytes(good)
        changed(path, lambda each, data, name=name: b"<a>" if each == name else data)
        (damaged,) = read(path)
        assert sentence in str(damaged)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a.txt", "một")
    (other,) = read(path)
    assert "The file is damaged, or not what its name says" in str(other)
    docx.Document().save(str(path))
    (empty,) = read(path)
    assert str(empty) == f"{path}: There is no text in it."


def test_markup_nested_very_deep_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document("<w:sdt>" * 200 + run("a") + "</w:sdt>" * 200).save(str(path))
    (parcel,) = read(path)
    assert isinstance(parcel, Parcel)
    nested = b"<w:ins>" * 9000 + b"</w:ins>" * 9000

    def deep(name: str, data: bytes) -> bytes:
        return data.replace(b"<w:t", nested + b"<w:t", 1) if name == "word/document.xml" else data

    changed(path, deep)
    (refused,) = read(path)
    assert isinstance(refused, AnnotatorError)
    assert "The file is damaged" in str(refused)


@settings(max_examples=30)
@given(st.randoms())
def test_damage_of_any_kind_is_told(chance: random.Random) -> None:
    with folder() as place:
        path = place / "a.docx"
        document(run("một"), run("hai")).save(str(path))
        if chance.random() < 0.5:
            data = bytearray(path.read_bytes())
            for _ in range(chance.randrange(1, 9)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            path.write_bytes(data)
        else:
            changed(
                path,
                lambda name, data: (
                    mutated(data, chance) if "rel" in name or "doc" in name else data
                ),
            )
        found: list[Found] = list(read(path))
        assert all(isinstance(each, Parcel | AnnotatorError) for each in found)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return XML with a piece of it taken out or doubled."""
    if chance.random() < 0.6:
        return data
    at = chance.randrange(len(data))
    piece = data[at : at + chance.randrange(40)]
    return data.replace(piece, piece * chance.choice([0, 2]), 1) if piece else data
