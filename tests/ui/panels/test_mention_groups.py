"""Groups of mentions stay as if they were made anew."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.ui.panels.mention_groups import Groups

MENTIONS = st.lists(
    st.builds(
        lambda n, label, start: Annotation(
            f"T{n}", Kind.ENTITY, label, (Fragment(start, start + 2),), rank=n
        ),
        st.integers(0, 30),
        st.sampled_from("ABC"),
        st.integers(0, 9),
    ),
    unique_by=lambda each: each.id,
    max_size=12,
)


def made(mentions: list[Annotation], folded: set[str]) -> Groups:
    return Groups(mentions, lambda each: each.label, str, folded)


def shown(groups: Groups) -> list[tuple[str, str | None]]:
    return [(group.key, id) for group, id in map(groups.at, range(len(groups)))]


@given(MENTIONS, st.sets(st.sampled_from("ABC")))
def test_adding_puts_in_the_rows_it_foretells(mentions: list[Annotation], folded: set[str]) -> None:
    groups = made(mentions[:-1], folded)
    for new in mentions[-1:]:
        before, rows = shown(groups), groups.rows_for(new)
        groups.add(new)
        after = shown(groups)
        assert after[: rows.start] + after[rows.stop :] == before if rows else after == before
        assert {key for key, _ in after} == {each.label for each in mentions}


@given(MENTIONS, st.sets(st.sampled_from("ABC")))
def test_removing_takes_out_the_rows_it_foretells(
    mentions: list[Annotation], folded: set[str]
) -> None:
    groups = made(mentions, folded)
    for old in mentions[-1:]:
        before, rows = shown(groups), groups.rows_of(old)
        groups.remove(old)
        after = shown(groups)
        assert before[: rows.start] + before[rows.stop :] == after if rows else after == before


@given(MENTIONS)
def test_mentions_one_by_one_make_the_same_as_all_at_once(mentions: list[Annotation]) -> None:
    groups = made([], set())
    for each in mentions:
        groups.add(each)
    assert shown(groups) == shown(made(mentions, set()))
    for each in mentions:
        row = groups.row_of(each)
        assert row is not None
        assert groups.at(row)[1] == each.id
