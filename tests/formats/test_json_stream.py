"""JSON values are cut out of lines and arrays of any size, each with the line it begins at."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import json_stream, text_lines
from annotator.formats.format import Source
from annotator.formats.json_stream import Item, head_keys, json_items
from annotator.formats.strict_json import parse
from annotator.model.message import AnnotatorError
from tests.formats.round_trip import folder

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text('a"\\[]{},:\n đ𝒳', max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('ab"', max_size=2), inner),
    max_leaves=8,
)

_MORE = "After the end of the array comes more, which is left out: put it inside."


def items_of(path: Path) -> list[Item | AnnotatorError]:
    return list(json_items(Source(path, path.name, path.stem, path.name)))


@given(st.lists(values, min_size=1), st.sampled_from([None, 0, 2]), st.integers(1, 40))
def test_an_array_gives_its_items(written: list[Any], indent: int | None, chunk: int) -> None:
    with folder() as place, pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "_CHUNK", chunk)
        path = place / "a.json"
        path.write_text(json.dumps(written, indent=indent, ensure_ascii=False), encoding="utf-8")
        found = items_of(path)
        lines = path.read_text(encoding="utf-8").split("\n")
    assert [each.value for each in found if isinstance(each, Item)] == written
    if indent == 0:
        # Every item begins a line; the line it is said to begin at begins as it does.
        for item, value in zip(found, written, strict=True):
            assert isinstance(item, Item)
            start = json.dumps(value, indent=0, ensure_ascii=False).split("\n")[0]
            assert lines[int(item.where.split(":")[1]) - 1].startswith(start)


@given(st.lists(values.filter(lambda value: not isinstance(value, list)), min_size=1))
def test_lines_give_their_values(written: list[Any]) -> None:
    with folder() as place:
        path = place / "a.json"
        path.write_text("\n\n".join(map(json.dumps, written)))
        found = items_of(path)
    assert found == [Item(each, f"a.json:{2 * n + 1}") for n, each in enumerate(written)]


@pytest.mark.parametrize(
    ("content", "sentences"),
    [
        (
            '[1, {"a": 1, "a": 2}, 3]',
            ["1", "a.json:1: The key a is given twice in one object.", "3"],
        ),
        ("[1,\n2", ["1", "a.json:1: The array has no end: was the file cut off?"]),
        ('[1,\n"2', ["1", "a.json:1: The array has no end: was the file cut off?"]),
        ("[1 2]", ["a.json:1: This is not JSON (column 3): was it cut off, or edited by hand?"]),
        (
            "[1, {}\n}, 2]",
            [
                "1",
                "a.json:1: This is not JSON (column 1): was it cut off, or edited by hand?",
                f"a.json:2: {_MORE}",
            ],
        ),
        (
            "[1]\n[2]",
            [
                "1",
                f"a.json:1: {_MORE}",
            ],
        ),
        ("[1]" + "\n" * 3000, ["1"]),
        ("", ["a.json: The file is empty: there is nothing in it."]),
        ("[]", []),
    ],
)
def test_what_is_broken_is_named(content: str, sentences: list[str], tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    found = [str(each.value) if isinstance(each, Item) else str(each) for each in items_of(path)]
    assert found == sentences


def test_an_item_that_is_too_long_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (json_stream, text_lines):
        monkeypatch.setattr(module, "LONGEST", 50)
    monkeypatch.setattr(json_stream, "_CHUNK", 20)
    path = tmp_path / "a.json"
    path.write_text("[1,\n" + "[" * 200)
    _, error = items_of(path)
    assert str(error) == "a.json:1: One line or item has more than 0 MB: split the article."


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        (b'{"id": 1, "text": "a\\"{b", "label": [{"x": 2}], "m": {', {"id", "text", "label", "m"}),
        (b'\xef\xbb\xbf [\n{"a": "b:", "c": {"d": 1}}, {"e": 1}]', {"a", "c"}),
        (b'{"a": "cut of', {"a"}),
        (b"plain", set[str]()),
    ],
)
def test_the_keys_of_the_first_object_are_found(head: bytes, keys: set[str]) -> None:
    assert head_keys(head) == keys


def test_a_key_given_twice_among_many_is_found_at_once() -> None:
    keys = ", ".join(f'"{n}": 0' for n in range(200_000))
    with pytest.raises(AnnotatorError, match="The key 199999 is given twice"):
        parse(f'{{{keys}, "199999": 1}}')
