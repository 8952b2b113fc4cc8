"""The text as paragraphs, and their heights."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.canvas.paragraphs import Heights, paragraphs_of, showable

ODD = st.text(st.sampled_from(list("ab \t\r\n\u2028\u2029\u0085\u00a0\ufeff\U0001f600e\u0301")))


@given(ODD)
def test_paragraphs_leave_out_line_breaks_and_nothing_else(text: str) -> None:
    found = paragraphs_of(text)
    inside = "".join(text[start:end] for start, end in found)
    assert inside == "".join(each for each in text if each not in "\r\n\u2028\u2029")
    between = [text[one.end : other.start] for one, other in pairwise(found)]
    assert all(each in ("\r\n", "\n", "\r", "\u2028", "\u2029") for each in between)


def test_kinds_of_line_breaks() -> None:
    assert paragraphs_of("") == [(0, 0)]
    assert paragraphs_of("a\r\nb\rc\nd\u2028e\u2029") == [
        (0, 1), (3, 4), (5, 6), (7, 8), (9, 10), (11, 11),
    ]  # fmt: skip


def test_a_very_long_paragraph_is_shown_in_pieces_cut_at_spaces() -> None:
    text = "chữ " * 5000
    found = paragraphs_of(text)
    assert len(found) > 2
    assert all(one.end == other.start for one, other in pairwise(found))
    assert all(text[start:].startswith("chữ") for start, end in found if start < end)
    assert "".join(text[start:end] for start, end in found) == text


@given(st.text(st.characters()))
def test_what_is_shown_is_as_long_as_the_text(text: str) -> None:
    shown = showable(text)
    assert len(shown) == len(text)
    assert [ord(each) > 0xFFFF for each in shown] == [ord(each) > 0xFFFF for each in text]
    shown.encode()


@given(
    st.lists(st.integers(0, 50), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 50)), max_size=20),
    st.integers(-10, 2500),
)
def test_heights_are_prefix_sums(start: list[int], changes: list[tuple[int, int]], y: int) -> None:
    plain = [float(each) for each in start]
    heights = Heights(plain)
    for index, height in changes:
        if index < len(plain):
            plain[index] = float(height)
            heights[index] = float(height)
    for index in range(len(plain) + 1):
        assert heights.top(index) == sum(plain[:index])
    assert heights.total == sum(plain)
    at = heights.at(y)
    if 0 <= y < heights.total:
        assert heights.top(at) <= y < heights.top(at) + heights[at]
    else:
        assert at == (0 if y < 0 and plain[0] else at)
