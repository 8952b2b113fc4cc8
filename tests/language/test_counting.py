"""Counting syllables and sentences is finding them, without saying where they are."""

from bisect import bisect_right

from hypothesis import given
from hypothesis import strategies as st

from annotator.language.counting import count_syllables
from annotator.language.segmentation import is_word, sentence_ends, sentences, syllables

TEXTS = st.text(st.sampled_from("aĐ \n\u00a0.,!?…-1250ẫ\u0302\u0301😀_»“(TP")) | st.text()


@given(TEXTS)
def test_as_many_as_are_found(text: str) -> None:
    found = sum(is_word(text[start:end]) for start, end in syllables(text))
    assert count_syllables(text) == found


def test_long_pieces_are_counted_too() -> None:
    assert count_syllables("a-" * 40) == 40


@given(TEXTS)
def test_each_sentence_lies_between_two_ends(text: str) -> None:
    ends = sentence_ends(text)
    numbers = [
        (bisect_right(ends, start), bisect_right(ends, end - 1)) for start, end in sentences(text)
    ]
    assert all(first == last for first, last in numbers)
    assert len({first for first, _ in numbers}) == len(numbers)
