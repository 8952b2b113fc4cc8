"""The mentions of an article in groups, kept sorted while mentions come and go one by one."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, NamedTuple

from annotator.model.annotation import Annotation
from annotator.model.layer import position


class Place(NamedTuple):
    """One line of a group: sorted by where its mention stands."""

    position: tuple[int, int, int]
    id: str


@dataclass(slots=True, eq=False)
class Group:
    """The mentions that have `key` in common, in the order of the text."""

    key: str
    places: list[Place] = field(default_factory=list[Place])
    open: bool = True

    @property
    def height(self) -> int:
        """How many rows the group takes: its heading, and its mentions where it is open."""
        return 1 + (len(self.places) if self.open else 0)


class Groups:
    """Groups in the order of `rank`; rows are counted from 0 through headings and mentions.

    `key` gives the group a mention belongs to.
    """

    def __init__(
        self,
        mentions: Iterable[Annotation],
        key: Callable[[Annotation], str],
        rank: Callable[[str], Any],
        folded: Iterable[str] = (),
    ) -> None:
        self._key = key
        self._rank = rank
        self._by_key: dict[str, Group] = {}
        for mention in mentions:
            group = self._by_key.setdefault(key(mention), Group(key(mention)))
            group.places.append(_place(mention))
        for group in self._by_key.values():
            group.places.sort()
        for each in folded:
            if each in self._by_key:
                self._by_key[each].open = False
        self.groups = sorted(self._by_key.values(), key=self._rank_of)
        self._starts: list[int] | None = None

    def _rank_of(self, group: Group) -> Any:
        return self._rank(group.key)

    def starts(self) -> list[int]:
        """Return the row of each group's heading, and last the number of all rows."""
        if self._starts is None:
            self._starts = list(accumulate((group.height for group in self.groups), initial=0))
        return self._starts

    def __len__(self) -> int:
        return self.starts()[-1]

    def set_open(self, group: Group, is_open: bool) -> None:
        """Open or fold a group."""
        group.open = is_open
        self._starts = None

    def folded(self) -> set[str]:
        """Return the keys of the groups that are folded."""
        return {group.key for group in self.groups if not group.open}

    def at(self, row: int) -> tuple[Group, str | None]:
        """Return the group at a row, and the id of its mention there (None: its heading)."""
        number = bisect_right(self.starts(), row) - 1
        group, start = self.groups[number], self.starts()[number]
        return group, group.places[row - start - 1].id if row > start else None

    def row_of_group(self, key: str) -> int | None:
        """Return the row of a group's heading, or None."""
        group = self._by_key.get(key)
        return None if group is None else self._start(group)

    def _start(self, group: Group) -> int:
        return self.starts()[self.groups.index(group)]

    def row_of(self, mention: Annotation) -> int | None:
        """Return the row of a mention; None where it is not among them or its group is folded."""
        group = self.group_of(mention)
        if group is None or not group.open:
            return None
        number = bisect_left(group.places, _place(mention))
        there = group.places[number : number + 1] == [_place(mention)]
        return self._start(group) + 1 + number if there else None

    def group_of(self, mention: Annotation) -> Group | None:
        """Return the group that a mention belongs to, where it has mentions."""
        return self._by_key.get(self._key(mention))

    def rows_for(self, mention: Annotation) -> range:
        """Return the rows that `add` would put in: none where the mention's group is folded."""
        key = self._key(mention)
        group = self._by_key.get(key)
        if group is None:
            number = bisect_left(self.groups, self._rank(key), key=self._rank_of)
            return range(self.starts()[number], self.starts()[number] + 2)
        row = self._start(group) + 1 + bisect_left(group.places, _place(mention))
        return range(row, row + group.open)

    def rows_of(self, mention: Annotation) -> range:
        """Return the rows that `remove` would take out: the heading goes with the last mention."""
        group = self._by_key[self._key(mention)]
        if len(group.places) == 1:
            return range(self._start(group), self._start(group) + group.height)
        row = self.row_of(mention)
        return range(0) if row is None else range(row, row + 1)

    def add(self, mention: Annotation) -> None:
        """Put a mention in its place, in a group of its own if it is the first."""
        key = self._key(mention)
        group = self._by_key.get(key)
        if group is None:
            group = self._by_key[key] = Group(key)
            insort(self.groups, group, key=self._rank_of)
        insort(group.places, _place(mention))
        self._starts = None

    def remove(self, mention: Annotation) -> None:
        """Take a mention out, and its group with the last one."""
        key = self._key(mention)
        group = self._by_key[key]
        del group.places[bisect_left(group.places, _place(mention))]
        if not group.places:
            del self._by_key[key]
            self.groups.remove(group)
        self._starts = None


def _place(mention: Annotation) -> Place:
    return Place(position(mention), mention.id)
