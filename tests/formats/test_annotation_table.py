"""A table of annotations says all of each, and a spreadsheet calculates nothing in it."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from annotator.formats import annotation_table
from annotator.formats.annotation_table import EMPTY_LAYERS, TEXTS
from annotator.formats.format import Losses, Parcel
from annotator.formats.losses import METADATA
from annotator.formats.reading import read
from annotator.formats.registry import FormatError, format_named
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from tests.formats.round_trip import folder
from tests.formats.strategies import parcels

DELIMITERS = {"csv": ",", "tsv": "\t"}
FORMATS = pytest.mark.parametrize("format", list(DELIMITERS))


def table(written: list[Parcel], format: str) -> tuple[list[dict[str, str]], Losses]:
    """Return the rows that are written, as Python's own reader has them, and the losses."""
    stream = io.BytesIO()
    losses = write(written, stream, format)
    encoding = "utf-8-sig" if format == "csv" else "utf-8"
    text = io.StringIO(stream.getvalue().decode(encoding), newline="")
    return list(csv.DictReader(text, delimiter=DELIMITERS[format], strict=True)), losses


def parcel(*annotations: Annotation, text: str = "Họp ở Lạng Sơn, Lạng Sơn.") -> Parcel:
    """Return an article with one layer."""
    article = Article("lua", text, {"title": "x"})
    return Parcel(article, (Layer(article, "lan", annotations, Status.DONE),), "")


def test_each_annotation_is_a_row() -> None:
    place = Annotation("T1", Kind.ENTITY, "LOC", (Fragment(6, 10), Fragment(21, 24)), note="hai")
    event = Annotation(
        "E1", Kind.EVENT, "Meeting", (), (Link("Place", "T1"),), {"Tense": "quá khứ", "Sure": True},
        origin="dictionary",
    )  # fmt: skip
    rows, losses = table([parcel(place, event)], "csv")
    assert rows == [
        {
            "article": "lua", "reviewer": "lan", "status": "done", "curated": "false", "id": "T1",
            "kind": "entity", "label": "LOC", "start": "6", "end": "24",
            "fragments": "[[6, 10], [21, 24]]", "text": "Lạng Sơn", "arguments": "",
            "attributes": "", "note": "hai", "origin": "",
        },
        {
            "article": "lua", "reviewer": "lan", "status": "done", "curated": "false", "id": "E1",
            "kind": "event", "label": "Meeting", "start": "", "end": "", "fragments": "",
            "text": "", "arguments": '[{"role": "Place", "target": "T1"}]',
            "attributes": '{"Tense": "quá khứ", "Sure": true}', "note": "", "origin": "dictionary",
        },
    ]  # fmt: skip
    assert losses == {TEXTS: 1, METADATA: 1}


def test_the_bytes_are_those_that_readers_expect() -> None:
    stream = io.BytesIO()
    write([parcel(Annotation("D1", Kind.DOCUMENT, "Chính trị"))], stream, "csv")
    assert stream.getvalue().startswith(b"\xef\xbb\xbfarticle,reviewer,")
    assert stream.getvalue().endswith(",D1,document,Chính trị,,,,,,,,\r\n".encode())
    stream = io.BytesIO()
    write([parcel(Annotation("D1", Kind.DOCUMENT, "Chính trị"))], stream, "tsv")
    assert stream.getvalue().startswith(b"article\treviewer\t")
    assert stream.getvalue().endswith("\tD1\tdocument\tChính trị\t\t\t\t\t\t\t\t\n".encode())


def told(cell: str) -> str:
    """Return what a program takes a cell for, by the stated rule."""
    return cell.removeprefix("'")


@FORMATS
@given(parcels())
def test_rows_say_all_of_the_annotations(format: str, written: list[Parcel]) -> None:
    rows, losses = table(written, format)
    assert [{key: told(cell) for key, cell in row.items()} for row in rows] == list(
        _expected(written)
    )
    assert losses == +Losses(
        {
            TEXTS: len(written),
            METADATA: sum(len(article.metadata) for article, _, _ in written),
            EMPTY_LAYERS: sum(not len(layer) for _, layers, _ in written for layer in layers),
        }
    )
    assert set(losses) <= set(format_named(format).cannot_carry)


def _expected(written: list[Parcel]) -> Iterator[dict[str, str]]:
    for article, layers, _ in written:
        for layer in layers:
            for each in layer:
                yield {
                    "article": article.id,
                    "reviewer": layer.reviewer,
                    "status": layer.status.value,
                    "curated": str(layer.curated).lower(),
                    "id": each.id,
                    "kind": each.kind.value,
                    "label": each.label,
                    "start": str(each.start) if each.fragments else "",
                    "end": str(each.end) if each.fragments else "",
                    "fragments": json.dumps(each.fragments) if each.fragments else "",
                    "text": each.text_in(article.text),
                    "arguments": _json(
                        [{"role": link.role, "target": link.target} for link in each.links]
                    ),
                    "attributes": _json(dict(each.attributes)),
                    "note": each.note,
                    "origin": each.origin,
                }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if value else ""


DANGEROUS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\tx", "\rx", " =1", "\u00a0=1",
    "\ufeff=1", "\u200b@x", "＝1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0", "'=1", "''",
]  # fmt: skip


@FORMATS
@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_is_a_formula(format: str, text: str) -> None:
    annotation = Annotation("T1", Kind.ENTITY, text, (Fragment(0, len(text)),), (), {}, text, text)
    article = Article(text, text)
    written = Parcel(article, (Layer(article, text, [annotation]),), "")
    ((row,), _) = table([written], format)
    for key in ("article", "reviewer", "label", "text", "note", "origin"):
        assert row[key] == f"'{text}"


@FORMATS
def test_harmless_cells_stay_as_they_are(format: str) -> None:
    for text in ("a=b", "x'y", "1 - 2", "Họp.", "🇻🇳", '"x"', "“-”"):
        annotation = Annotation("T1", Kind.ENTITY, "LOC", (Fragment(0, len(text)),))
        ((row,), _) = table([parcel(annotation, text=text)], format)
        assert row["text"] == text


@FORMATS
def test_it_is_written_to_a_file_and_never_read(format: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{format}"
    write([parcel(Annotation("D1", Kind.DOCUMENT, "x"))], path, format)
    with pytest.raises(FormatError, match="can only be written"):
        read(path, format)
    (refused,) = read(path)
    assert str(refused).endswith("which can only be written: import jsonl instead.")


def test_what_breaks_off_leaves_the_stream_open(tmp_path: Path) -> None:
    def breaking() -> Iterator[Parcel]:
        yield parcel()
        raise KeyboardInterrupt

    stream = io.BytesIO()
    with pytest.raises(KeyboardInterrupt):
        write(breaking(), stream, "csv")
    assert not stream.closed
    with folder() as place:
        with pytest.raises(KeyboardInterrupt):
            write(breaking(), place / "a.csv", "csv")
        assert list(place.iterdir()) == []


def test_every_column_is_documented() -> None:
    document = (Path(__file__).parents[2] / "docs" / "FORMATS.md").read_text(encoding="utf-8")
    section = document.partition("\n### csv")[2].partition("\n### ")[0]
    assert all(f"`{column}`" in section for column in annotation_table.COLUMNS)
