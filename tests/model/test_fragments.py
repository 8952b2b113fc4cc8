"""Stretches as numbers are the same stretches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Fragment
from annotator.model.fragments import Fragments

OFFSETS = st.integers(0, 2**31 - 1)


@given(st.lists(st.tuples(OFFSETS, OFFSETS)))
def test_they_are_a_sequence_and_come_back(pairs: list[tuple[int, int]]) -> None:
    plain = [Fragment(*each) for each in pairs]
    made = Fragments.from_base64(Fragments(pairs).to_base64())
    assert list(made) == plain
    assert len(made) == len(plain)
    assert made[1:3] == plain[1:3]
    assert [made[-1 - number] for number in range(len(plain))] == plain[::-1]


def test_what_is_not_there_is_an_error() -> None:
    made = Fragments([(0, 3)])
    for index in (1, -2):
        with pytest.raises(IndexError):
            made[index]


@pytest.mark.parametrize("text", ["AAAA", "AAAAAA==", "é", "AAAAAAA"])
def test_what_is_no_such_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"offset|multiple|ASCII|base64|padding|length"):
        Fragments.from_base64(text)
