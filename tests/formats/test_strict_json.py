"""JSON with one meaning only: what is read fast is what is read strictly."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.strict_json import JsonError, parse, parse_bytes

STRINGS = ['"a"', '"b"', r'"a\""', r'"\u0022"', r'"\\"', r'"\/"', '"e.đ"', '":"', '""']
NUMBERS = ["1", "-0", "1e22", "1.5e3", "0.1", "9" * 18, "1" + "0" * 22, "18446744073709551616"]
PIECES = st.sampled_from([*STRINGS, *NUMBERS, "null", *"{}[]::,, "])


def outcome(read: Any, given: str | bytes) -> str:
    """Return the value that is read, its types to be seen, or what is wrong."""
    try:
        return repr(read(given))
    except JsonError as error:
        return str(error)


@given(st.lists(PIECES).map("".join))
def test_any_text_has_the_same_outcome(text: str) -> None:
    assert outcome(parse_bytes, text.encode()) == outcome(parse, text)


@given(
    st.lists(st.tuples(st.sampled_from(['"a"', '"b"', r'"\u0061"', r'"\""']), PIECES), max_size=4)
)
def test_any_object_has_the_same_outcome(pairs: list[tuple[str, str]]) -> None:
    text = "{" + ", ".join(f"{key} :{value}" for key, value in pairs) + "}"
    assert outcome(parse_bytes, text.encode()) == outcome(parse, text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"a": 1, "a": 2}', "The key a is given twice"),
        (r'{"a": "\"", "b": {"x": "", "x": "\""}}', "The key x is given twice"),
        (r'{"a\"": 1, "a\"": 1, "b": "\u0022\u0022"}', "is given twice"),
        (r'{"a": 1, "\u0061": 2}', "The key a is given twice"),
        ("[NaN]", "NaN is no number"),
        ("[1e400]", "too large"),
        (r'["\ud83d"]', "half of a surrogate pair"),
        (r'["\u0000"]', "NUL"),
        ("[" * 5000, "nested"),
        ('{"a": 1,}', "not JSON"),
    ],
)
def test_what_has_no_single_meaning_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(JsonError, match=sentence):
        parse_bytes(text.encode())


@pytest.mark.parametrize(
    "number", [2**63, 2**64, 10**22, -(2**63) - 1, 10**18, 0.1, 1e-7, 1e22, 123456789.123456789]
)
def test_numbers_keep_value_and_type(number: float) -> None:
    found = parse_bytes(json.dumps([number, "1"]).encode())
    assert repr(found) == repr([number, "1"])


def test_what_is_nested_deep_is_read_or_refused_as_before() -> None:
    for depth in (100, 500):
        text = "[" * depth + "]" * depth
        assert parse_bytes(text.encode()) == parse(text)
