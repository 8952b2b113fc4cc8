"""Columns that are wrong are told with their line, and read as far as they go."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.conll import reader as conll_reader
from annotator.formats.doubts import IRREGULAR
from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.model.message import AnnotatorError, Remark
from tests.formats.round_trip import folder
from tests.formats.test_conll import shown

DAMAGED = [
    ("a b\nc d\n", "There is no column of tags (B-LOC, I-LOC, O) beside one of words"),
    ("Chỉ một cột\n", "There is no column of tags"),
    ("\n \n\t\n", "There is no article in it: no line is a word."),
    ("", "The file is empty: there is nothing in it."),
    ("a O\nb\0 O\n", "This is no text, but a binary file."),
    ("x O\n" * 2000 + "b\0 O\n", ":2001: The line has a NUL: remove it."),
    (
        "a O\nb B-X\nc I-Y\nd I-X",
        f":3: {IRREGULAR.template.format(2, 'I-Y')}",
    ),
    (
        "a B-X\nb O\nc S-X\nd E-X",
        f":1: {IRREGULAR.template.format(2, 'B-X')}",
    ),
    ("a O\n" * 50 + "b Q\nc q\n", ":51: Values that are no tags, taken for O: 2; the first is Q"),
    ("a O\n" * 50 + "Hà Nội B-X", ":51: Lines with another number of columns than the others: 1"),
]


@pytest.mark.parametrize(("content", "sentence"), DAMAGED)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "a.conll"
    path.write_text(content, encoding="utf-8")
    said = [each for each in read(path) if isinstance(each, AnnotatorError)]
    assert any(str(each).removeprefix(str(path)).removeprefix(": ").startswith(sentence)
               for each in said), [str(each) for each in said]  # fmt: skip


def test_a_line_that_is_not_utf8_is_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_bytes(b"a O\nb B-X\n" + b"\xff O\nc I-X\n")
    assert shown(path) == [
        f"{path}:3: Byte 0 from here is 0xFF, which is not UTF-8: save the file as UTF-8.",
        "a: a [b c X]",
    ]
    path.write_bytes("a O\n".encode("utf-16"))
    assert shown(path) == [f"{path}: The text is UTF-16, not UTF-8: save it as UTF-8."]


def test_an_article_that_is_too_long_is_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conll_reader, "LONGEST", 30)
    path = tmp_path / "a.conll"
    path.write_text("-DOCSTART- O\n" + "dài O\n" * 9 + "-DOCSTART- O\nvừa O\n", encoding="utf-8")
    assert [each.removeprefix(str(path)) for each in shown(path)] == [
        ":1: One article has more than 0 MB: split it.", "a-2: vừa",
    ]  # fmt: skip


def test_remarks_are_no_more_than_one_of_a_kind_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text("a B-X\nb O\nc I-X\n\n" * 10_000)
    *remarks, parcel = read(path)
    assert [str(each)[len(str(path)) :][:55] for each in remarks] == [
        ":3: Tags that do not follow from the one before: 10000;"
    ]
    assert isinstance(remarks[0], Remark)
    assert isinstance(parcel, Parcel)
    assert len(parcel.layers[0]) == 20_000


rows = st.lists(
    st.sampled_from(
        ["a O", "b B-X", "c I-X", "d\tE-Y", "", "-DOCSTART- x", "# id = y", "#", "\t", "e",
         "f g h i O", "B-", "I-", "_ _", "B-%20 B-%FF", "1 2 3", "-DOCSTART-", "\x0b O",
         "\u0301 S-\u00a0"]
    ) | st.text(max_size=10)
)  # fmt: skip


@given(rows.map("\n".join).map(str.encode) | st.binary(), st.integers(0, 40), st.binary(max_size=3))
def test_anything_is_read_or_refused(data: bytes, at: int, put: bytes) -> None:
    with folder() as place:
        path = place / "a.conll"
        path.write_bytes(data[:at] + put + data[at:])
        for each in read(path, "conll"):
            assert isinstance(each, Parcel) or str(each).startswith(str(path))
