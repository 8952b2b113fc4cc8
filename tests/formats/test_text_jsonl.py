"""JSON objects with a text are articles, unless they hold annotations of some format."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.format import Found, Parcel
from annotator.formats.reading import read
from annotator.formats.registry import format_named
from annotator.model.message import AnnotatorError
from tests.formats.damage import damaged_bytes
from tests.formats.round_trip import folder
from tests.formats.strategies import metadata, texts


def read_lines(folder: Path, data: str | bytes, format: str = "text-jsonl") -> list[Found]:
    """Return what a file with `data` gives."""
    path = folder / "a.jsonl"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read(path, format))


def test_keys_are_known_by_their_names(tmp_path: Path) -> None:
    lines = [
        {"id": 7, "content": "Họp.\r\nHết", "tiêu đề": "Mùa lúa", "date": "02/07/2020", "n": [1]},
        {"body": "b", "author": None, "url": 3, "source": "Báo Mẫu"},
        {"text": "c", "id": " ", "meta": {"x": 1}},
    ]
    found = read_lines(tmp_path, "\n".join(map(json.dumps, lines)), "auto")
    assert [
        (each.article.id, each.article.text, dict(each.article.metadata), each.where)
        for each in found
        if isinstance(each, Parcel)
    ] == [
        (
            "7",
            "Họp.\r\nHết",
            {
                "title": "Mùa lúa",
                "published_at": "2020-07-02",
                "source": "a.jsonl",
                "date": "02/07/2020",
                "n": [1],
            },
            f"{tmp_path}/a.jsonl:1",
        ),
        ("a/2", "b", {"author": None, "url": 3, "source": "Báo Mẫu"}, f"{tmp_path}/a.jsonl:2"),
        ("a/3", "c", {"source": "a.jsonl", "id": " ", "meta": {"x": 1}}, f"{tmp_path}/a.jsonl:3"),
    ]


def test_an_array_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"text": "a"},\n{"text": "b", "nội dung": "c"}]')
    found = [each.article for each in read(path) if isinstance(each, Parcel)]
    assert [(each.id, each.text) for each in found] == [("a/1", "a"), ("a/2", "b")]
    assert found[1].metadata["nội dung"] == "c"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('{"a": "b"}', "No column or key is called text, content, body, nội dung"),
        ('{"text": 3}', "text has a value of the wrong type: it must be of type string."),
        ('{"text": null}', "text has a value of the wrong type: it must be of type string."),
        ('{"text": " "}', "There is no text in it."),
        ('["text"]', "The line has a value of the wrong type: it must be of type object."),
        (f'{{"text": "a", "b": {"[" * 70}{"]" * 70}}}', "nested more than 64 levels deep."),
        ('{"text": "a\\u0000"}', "A text has a NUL or half of a surrogate pair: remove it."),
        ('{"text": "a"', "This is not JSON (column "),
        ("x" * 9, "This is not JSON (column 1)"),
        ('{"text": NaN}', "NaN is no number in JSON."),
        (f'{{"text": "{"x" * (17 << 20)}"}}', "The text has 17 MB; one article may have 16 MB"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, line: str, sentence: str) -> None:
    before, refused, after = read_lines(tmp_path, f'{{"text": "a"}}\n{line}\n{{"text": "b"}}\n')
    assert isinstance(before, Parcel)
    assert isinstance(refused, AnnotatorError)
    assert refused.where == f"{tmp_path}/a.jsonl:2"
    assert sentence in str(refused)
    assert isinstance(after, Parcel)
    assert after.article.id == "a/3"


@pytest.mark.parametrize(
    "line",
    [
        '{"format": "annotator/1", "id": "a", "text": "b"}',
        '{"id": 1, "text": "a", "label": [[0, 1, "PER"]]}',
        '{"id": 1, "text": "a", "Comments": [], "entities": [], "relations": []}',
        '{"text": "a", "spans": []}',
        '{"text": "a", "_input_hash": 1, "_task_hash": 2}',
        '{"text": "a", "answer": "accept"}',
        '[{"id": 1, "data": {"text": "a"}, "annotations": []}]',
        '{"doc_id": "a", "sent_id": "a-1", "tokens": ["a"], "text": "a", "event_mentions": []}',
        '{"doc_key": "a", "sentences": [["a"]], "ner": [[]]}',
        '{"id": "a", "title": "t", "content": [{"tokens": ["a"]}], "events": []}',
        '{"id": "a", "content": [], "candidates": []}',
        '{"title": "a"}',
        '["text"]',
        '"text"',
        "text",
    ],
)
def test_lines_of_other_formats_are_left_to_them(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line)
    assert not format_named("text-jsonl").recognizes(line.encode())
    taken = [each.article.id for each in read(path) if isinstance(each, Parcel)]
    assert not any(id.startswith("a/") for id in taken)


def test_a_file_that_no_format_recognises_is_still_the_native_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"x": 1}')
    (refused,) = read(path)
    assert "format is missing" in str(refused)


@given(st.lists(st.tuples(texts.filter(str.strip), metadata), min_size=1, max_size=4))
def test_all_that_an_object_says_is_kept(rows: list[tuple[str, dict[str, object]]]) -> None:
    lines = [
        json.dumps({**stated, "text": text, "note": "x"}, ensure_ascii=n % 2 == 0)
        for n, (text, stated) in enumerate(rows)
    ]
    with folder() as place:
        found = read_lines(place, "\n".join(lines))
    for each, (text, stated) in zip(found, rows, strict=True):
        assert isinstance(each, Parcel)
        assert each.article.text == text
        assert dict(each.article.metadata) == {**stated, "note": "x", "source": "a.jsonl"}


GOOD = '{"id": "1", "text": "Họp \\"rồi\\""}\n{"text": "Mùa lúa", "n": [1, {}]}\n'


@settings(max_examples=150)
@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["text", "id", "title", "date", "x", ""]), inner)
        ),
    ).map(lambda value: json.dumps(value).encode())
    | st.randoms().map(lambda chance: damaged_bytes(GOOD.encode(), chance))
)
def test_any_bytes_are_articles_or_sentences(data: bytes) -> None:
    with folder() as place:
        for each in read_lines(place, data):
            assert isinstance(each, Parcel | AnnotatorError)
            assert each.where
