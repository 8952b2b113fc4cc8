"""pandas reads the tables and data sets that we write."""

import json
from pathlib import Path

import pytest

from annotator.formats.format import Parcel
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer

pandas = pytest.importorskip("pandas", reason="pandas is not installed")

TEXT = 'Họp\tở "Lạng Sơn",\r\n=HYPERLINK("x") 👩🏽‍🌾\u2028\u00a0hết'
LINK = TEXT.index("=")


@pytest.fixture
def written() -> list[Parcel]:
    article = Article("lua", TEXT, {"title": "x"})
    annotations = [
        Annotation("T1", Kind.ENTITY, "LOC", (Fragment(0, len(TEXT)),), note='a\rb "c"; d'),
        Annotation("T2", Kind.ENTITY, "NA", (Fragment(4, 5), Fragment(7, 11)), (), {"a": 1.5}),
        Annotation("T3", Kind.ENTITY, "URL", (Fragment(LINK, LINK + 15),)),
        Annotation("E1", Kind.EVENT, "Họp", (), (Link("Place", "T1"),)),
    ]
    return [Parcel(article, (Layer(article, "lan", annotations),), "")]


@pytest.mark.parametrize(("format", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("engine", ["c", "python"])
def test_pandas_reads_a_table(
    tmp_path: Path, written: list[Parcel], format: str, delimiter: str, engine: str
) -> None:
    path = tmp_path / f"a.{format}"
    write(written, path, format)
    table = pandas.read_csv(
        path, sep=delimiter, engine=engine, keep_default_na=False, encoding="utf-8-sig", dtype=str
    )
    assert list(table["id"]) == ["T1", "T2", "T3", "E1"]
    assert list(table["label"]) == ["LOC", "NA", "URL", "Họp"]
    assert list(table["text"])[:2] == [TEXT, TEXT[4] + " " + TEXT[7:11]]
    assert table["note"][0] == 'a\rb "c"; d'
    assert table["text"][2] == '\'=HYPERLINK("x")'
    assert json.loads(table["fragments"][1]) == [[4, 5], [7, 11]]
    assert json.loads(table["arguments"][3]) == [{"role": "Place", "target": "T1"}]
    assert json.loads(table["attributes"][1]) == {"a": 1.5}


def test_pandas_reads_numbers_as_numbers(tmp_path: Path, written: list[Parcel]) -> None:
    write(written, tmp_path / "a.csv", "csv")
    table = pandas.read_csv(tmp_path / "a.csv")
    assert table.columns[0] == "article"
    assert list(table["start"].dropna().astype(int)) == [0, 4, LINK]
    assert table.groupby("kind").size().to_dict() == {"entity": 3, "event": 1}


def test_pandas_reads_a_split(tmp_path: Path, written: list[Parcel]) -> None:
    pytest.importorskip("pyarrow", reason="the extra 'huggingface' is not installed")
    pytest.importorskip("datasketch", reason="the extra 'huggingface' is not installed")
    write(written, tmp_path / "out", "huggingface")
    table = pandas.read_parquet(tmp_path / "out" / "data" / "train-00000-of-00001.parquet")
    (row,) = table.to_dict("records")
    assert row["text"] == TEXT
    assert [each["label"] for each in row["entities"]] == ["LOC", "NA", "URL"]
