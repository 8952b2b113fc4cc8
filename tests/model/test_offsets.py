"""Offsets convert without loss, whatever the text is made of."""

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Fragment
from annotator.model.offsets import (
    GraphemeOffsets,
    Utf16Offsets,
    grapheme_bounds,
    next_grapheme,
    previous_grapheme,
)

PIECES = st.sampled_from(
    [
        "a", "đ", "ệ", "e\u0302\u0323", "\u00a0", "\t", "\r\n", "\r", "\n", "😀",
        "👩\u200d👩\u200d👧", "🇻🇳", "👍🏽", "\u0627\u0644\u0633", "שלום",
        "\u0301", "\u200d", "\ufeff", "각", "\ud800", "नि",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def boundaries(text: str) -> list[int]:
    return [0, *(match.end() for match in regex.finditer(r"\X", text))]


@given(TEXTS)
def test_utf16_offsets_count_utf16_units(text: str) -> None:
    offsets = Utf16Offsets(text)
    for offset in range(len(text) + 1):
        assert offsets.to_utf16(offset) == units(text[:offset])
        assert offsets.from_utf16(offsets.to_utf16(offset)) == offset


def test_inside_a_surrogate_pair_is_its_character() -> None:
    offsets = Utf16Offsets("a😀b😀")
    assert [offsets.from_utf16(n) for n in range(7)] == [0, 1, 1, 2, 3, 3, 4]


@given(TEXTS)
def test_grapheme_offsets_count_clusters(text: str) -> None:
    offsets = GraphemeOffsets(text)
    bounds = boundaries(text)
    assert len(offsets) == len(bounds) - 1
    assert [offsets.from_graphemes(n) for n in range(len(bounds))] == bounds
    for offset in range(len(text) + 1):
        assert offsets.to_graphemes(offset) == max(n for n, b in enumerate(bounds) if b <= offset)
    assert offsets.from_graphemes(-3) == -3
    assert offsets.from_graphemes(len(bounds) + 1) == len(text) + 2


@given(TEXTS, st.data())
def test_a_stretch_grows_to_whole_graphemes_and_no_further(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    ends = boundaries(text)
    expected = Fragment(max(at for at in ends if at <= start), min(at for at in ends if at >= end))
    assert grapheme_bounds(text, start, end) == expected
    assert grapheme_bounds(text, *expected) == expected


@given(TEXTS)
def test_steps_go_from_grapheme_to_grapheme(text: str) -> None:
    ends = boundaries(text)
    for here, there in pairwise(ends):
        assert next_grapheme(text, here) == there
        assert previous_grapheme(text, there) == here
    assert next_grapheme(text, len(text)) == len(text)
    assert previous_grapheme(text, 0) == 0


@pytest.mark.parametrize("text", ["", "abc", "Ủy ban"])
def test_text_without_astral_characters_has_the_same_offsets(text: str) -> None:
    offsets = Utf16Offsets(text)
    assert [offsets.to_utf16(n) for n in range(9)] == list(range(9))


def test_the_neighbourhood_is_enough_in_a_long_text() -> None:
    text = "x" * 500 + "e\u0302\u0323" + "y" * 500
    assert grapheme_bounds(text, 501, 502) == Fragment(500, 503)
    assert next_grapheme(text, 500) == 503
    assert previous_grapheme(text, 503) == 500
