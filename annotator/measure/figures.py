"""The figures about a project, as they are handed out. Counts that depend on a layer count each.

Two reviewers who tag the same words make two mentions, and read the same text twice: so figures per
1,000 syllables stay what they are, however many work on an article.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from annotator.model.annotation import Annotation, Kind
from annotator.model.article import Status

ReadLayer: TypeAlias = tuple[str, Status, list[Annotation]]
"""A layer as it is counted: its reviewer, its status, its annotations."""

ReadArticle: TypeAlias = tuple[str, list[ReadLayer]]
"""An article as it is counted: its text, and the layers on it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted: layers of these reviewers, annotations with these labels; none: all."""

    reviewers: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()

    def has_reviewer(self, name: str) -> bool:
        """Return whether what `name` did is counted."""
        return not self.reviewers or name in self.reviewers

    def has_label(self, label: str) -> bool:
        """Return whether annotations with `label` are counted."""
        return not self.labels or label in self.labels


class LabelKey(NamedTuple):
    """What tells a label from the others: an event may be called as an entity is."""

    kind: Kind
    label: str


class Repeated(NamedTuple):
    """Words that were tagged, and how often."""

    text: str
    times: int


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """How often a label is used, by whom, on how many articles; and its most frequent strings."""

    kind: Kind
    label: str
    annotations: int
    articles: int
    layers: int
    per_1000_syllables: float
    reviewers: Mapping[str, int]
    strings: tuple[Repeated, ...]


@dataclass(frozen=True, slots=True)
class ReviewerFigures:
    """What a reviewer has read and tagged; `syllables` are those of articles with their layers."""

    reviewer: str
    layers: int
    done: int
    syllables: int
    annotations: int
    mentions: int
    mentions_per_1000_syllables: float


@dataclass(frozen=True, slots=True)
class Lengths:
    """Lengths in syllables: `counts` says how many have each, the shortest first."""

    mean: float
    median: float
    counts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two labels, and in how many sentences a reviewer tagged both.

    A label with itself: sentences that have it more than once.
    """

    one: LabelKey
    other: LabelKey
    sentences: int


@dataclass(frozen=True, slots=True)
class RoleFigures:
    """How many events of a type have a role filled, how many empty, by how many arguments in all.

    `declared`: the tagset gives the type this role; `required`: it asks for a filler.
    """

    role: str
    declared: bool
    required: bool
    filled: int
    empty: int
    arguments: int


@dataclass(frozen=True, slots=True)
class EventFigures:
    """How many events a type has, how many of them without a trigger, and its roles."""

    label: str
    events: int
    without_trigger: int
    roles: tuple[RoleFigures, ...]


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What a person did in the layers on one day: edits, and what came of them.

    Undone and redone is work too: `removed` counts what undo took away, `added` what redo brought
    back. `done` counts how often a layer was set to done.
    """

    day: str
    reviewer: str
    edits: int
    added: int
    removed: int
    done: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was counted."""

    syllables: int
    mentions: int
    mentions_per_1000_syllables: float
    labels: tuple[LabelFigures, ...]
    reviewers: tuple[ReviewerFigures, ...]
    mention_lengths: Lengths
    article_lengths: Lengths
    co_occurrence: tuple[Pair, ...]
    events: tuple[EventFigures, ...]
    progress: tuple[DayFigures, ...]


def per_thousand(count: int, syllables: int) -> float:
    """Return how many of `count` there are in 1,000 of `syllables`; 0 where there are none."""
    return round(1000 * count / syllables, 2) if syllables else 0.0
