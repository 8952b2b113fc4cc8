"""Several mentions that are selected at once."""

import pytest

from annotator.suggest.learned.candidates import Candidate
from annotator.suggest.learned.reading import Span
from annotator.suggest.learned.several import several


def candidates(*found: tuple[int, int, str, float]) -> list[Candidate]:
    return [Candidate(Span(first, end, label), share, True) for first, end, label, share in found]


AN, HUE = (0, 2, "PER", 0.5), (4, 6, "LOC", 0.5)


def test_the_first_begins_and_the_last_ends_with_what_is_selected() -> None:
    found = candidates(AN, HUE)
    assert several(found, 0, 6) == [Span(0, 2, "PER"), Span(4, 6, "LOC")]
    assert several(found, 0, 7) == several(found, 1, 6) == several(found, 0, 2) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ((0, 2, "LOC", 0.7), [Span(0, 2, "LOC"), Span(4, 6, "LOC")]),
        ((2, 4, "ORG", 0.8), [Span(0, 2, "PER"), Span(2, 4, "ORG"), Span(4, 6, "LOC")]),
        ((2, 4, "ORG", 0.1), [Span(0, 2, "PER"), Span(4, 6, "LOC")]),
        ((1, 6, "ORG", 0.9), [Span(0, 2, "PER"), Span(4, 6, "LOC")]),
        ((0, 6, "ORG", 0.4), [Span(0, 2, "PER"), Span(4, 6, "LOC")]),
        ((0, 6, "ORG", 0.99), []),
    ],
)
def test_the_likeliest_chain_is_returned_where_it_is_likelier_than_one_mention(
    more: tuple[int, int, str, float], expected: list[Span]
) -> None:
    assert several(candidates(AN, HUE, more), 0, 6) == expected
