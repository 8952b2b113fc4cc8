"""Which mentions go together where they overlap, beside what each two of them say."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.measure.agreement.layers import Place
from annotator.measure.agreement.overlaps import overlapping
from annotator.model.annotation import Fragment, merged

PLACES = st.lists(
    st.lists(
        st.builds(lambda start, more: Fragment(start, start + more), st.integers(0, 20),
                  st.integers(1, 6)),
        min_size=1, max_size=3,
    ).map(merged),
    max_size=7,
)  # fmt: skip


def characters(place: Place) -> set[int]:
    return {number for start, end in place for number in range(start, end)}


@given(PLACES, PLACES)
def test_those_with_most_in_common_go_first(ones: list[Place], others: list[Place]) -> None:
    likeness = {
        (number, fellow): len(characters(one) & characters(other))
        / (len(characters(one)) + len(characters(other)))
        for number, one in enumerate(ones)
        for fellow, other in enumerate(others)
    }
    free, free_too = set(range(len(ones))), set(range(len(others)))
    matched = 0
    for number, fellow in sorted(
        (each for each, alike in likeness.items() if alike),
        key=lambda each: (-likeness[each], *sorted((ones[each[0]], others[each[1]])), *each),
    ):
        if number in free and fellow in free_too:
            free.remove(number)
            free_too.remove(fellow)
            matched += 1
    assert overlapping(ones, others) == overlapping(others, ones) == matched


def test_very_many_mentions_are_not_compared_each_with_each() -> None:
    """Tens of thousands on each side: four hundred million pairs, of which hardly any meet."""
    ones = [(Fragment(at, at + 8),) for at in range(0, 200_000, 10)]
    others = [(Fragment(at + 2, at + 10),) for at in range(0, 200_000, 10)]
    assert overlapping(ones, others) == 20_000
