"""How far reviewers agree, as it is handed out.

A figure that is not defined is None: where neither of two has what is compared, or where all that
was compared has one value, so that chance alone would have them agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from annotator.model.annotation import Annotation, Kind
from annotator.model.message import Message, message


class Measure(StrEnum):
    """What is taken for the same."""

    EXACT = "exact"
    """Label and place; of a relation label and ends, of a cluster label and members."""
    OVERLAP = "overlap"
    """Label, and at least one character in common."""
    PLACE = "place"
    """The place alone, whatever the label."""
    SYLLABLES = "syllables"
    """The labels that a syllable lies in."""
    TRIGGER_IDENTIFIED = "trigger-identified"
    """The words of a trigger, whatever the event's label."""
    TRIGGER_CLASSIFIED = "trigger-classified"
    """The words of a trigger, and the event's label."""
    WITHOUT_TRIGGER = "without-trigger"
    """The label of an event that no words tell of."""
    ARGUMENT_IDENTIFIED = "argument-identified"
    """The event's label, and the place of what fills a role, whichever."""
    ARGUMENT_CLASSIFIED = "argument-classified"
    """The event's label, the role, and the place of what fills it."""
    ENDS = "ends"
    """The two ends of a relation, whatever its label and direction."""
    B_CUBED = "b-cubed"
    """For each mention, the share of those in its cluster that the other has there, too."""

    __hash__ = str.__hash__


WHOLE = frozenset(
    {
        Measure.EXACT,
        Measure.TRIGGER_CLASSIFIED,
        Measure.WITHOUT_TRIGGER,
        Measure.ARGUMENT_CLASSIFIED,
    }
)
"""The measures by which all of a layer is compared once: differences between articles are these."""


class Row(NamedTuple):
    """What a figure is of; `label` is empty where it is of all labels."""

    measure: Measure
    kind: Kind
    label: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared: layers of these reviewers and statuses, annotations with these labels.

    Without reviewers: of all, but for curated layers, which are no reading of their own. Without
    statuses: all that somebody began: they are not new, or have annotations. Without labels: all.
    """

    reviewers: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()

    def has_label(self, label: str) -> bool:
        """Return whether annotations with `label` are compared."""
        return not self.labels or label in self.labels


class ReadTwice(NamedTuple):
    """An article that several have read: what it is called, its text, and what each has tagged."""

    id: str
    title: str
    text: str
    layers: Sequence[tuple[str, Sequence[Annotation]]]


@dataclass(frozen=True, slots=True)
class Agreed:
    """What two reviewers both have, what one alone has; F1, and Cohen's kappa where it applies.

    F1 is twice what both have by all that each has: the share of the one's annotations that the
    other has, too, averaged over the two. It is the measure where nobody can say how many places
    were rightly left alone (Hripcsak and Rothschild 2005). Of clusters it is B³.
    """

    measure: Measure
    kind: Kind
    label: str
    both: int
    only_one: int
    only_other: int
    f1: float | None
    kappa: float | None = None


@dataclass(frozen=True, slots=True)
class Confused:
    """How many mentions have the label `one` by one reviewer, and `other` at the same place."""

    one: str
    other: str
    mentions: int


@dataclass(frozen=True, slots=True)
class AttributeAgreed:
    """An attribute of annotations that both have: of how many, how many have the same value."""

    kind: Kind
    label: str
    attribute: str
    annotations: int
    same: int
    share: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class PairFigures:
    """Two reviewers over the articles that both have read; both empty: all pairs added up.

    Then `articles` and `syllables` are those that any two have read, each once.
    """

    one: str
    other: str
    articles: int
    syllables: int
    figures: tuple[Agreed, ...]
    confused: tuple[Confused, ...]
    attributes: tuple[AttributeAgreed, ...]

    def figure(self, measure: Measure, kind: Kind, label: str = "") -> Agreed | None:
        """Return the figure of a measure; None: neither has what it is of."""
        wanted = Row(measure, kind, label)
        found = (each for each in self.figures if (each.measure, each.kind, each.label) == wanted)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class AlphaFigures:
    """Krippendorff's alpha of mentions on syllables, over all reviewers at once.

    `label` empty: the labels of a syllable, or none, are its value; else whether it has this one.
    """

    label: str
    syllables: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class ArticleFigures:
    """How far those who have read an article agree: annotations that both of a pair, or one, have.

    Mentions, events, arguments, relations, clusters and document labels; summed over the pairs.
    """

    id: str
    title: str
    reviewers: tuple[str, ...]
    same: int
    different: int
    f1: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """All that was compared: `alone` counts articles that one reviewer alone has read.

    `together` adds up the pairs; `articles` stand by their differences, most first.
    """

    reviewers: tuple[str, ...]
    compared: int
    alone: int
    alphas: tuple[AlphaFigures, ...]
    together: PairFigures
    pairs: tuple[PairFigures, ...]
    articles: tuple[ArticleFigures, ...]

    @property
    def alpha(self) -> float | None:
        """Krippendorff's alpha of the labels of syllables; None where it is not defined."""
        return next((each.alpha for each in self.alphas if not each.label), None)

    def why_nothing(self, scope: Compared) -> Message | None:
        """Return why there is nothing to compare in `scope`, or None where there is."""
        if scope.statuses or scope.reviewers:
            return self._why_nothing_asked_for()
        if not self.reviewers:
            return message("Nobody has annotated anything here yet: there is nothing to compare.")
        if len(self.reviewers) == 1:
            return message(
                "Only {0} has annotated here: agreement needs a second reviewer.",
                *self.reviewers,
            )
        if not self.compared:
            return message(
                "No article was annotated by two reviewers; these have annotated: {0}.",
                ", ".join(self.reviewers),
            )
        return None

    def _why_nothing_asked_for(self) -> Message | None:
        if not self.reviewers:
            return message("Nobody has layers such as are asked for: there is nothing to compare.")
        if len(self.reviewers) == 1:
            return message(
                "Only {0} has layers such as are asked for: agreement needs a second reviewer.",
                *self.reviewers,
            )
        if not self.compared:
            return message(
                "No article has two layers such as are asked for; these reviewers have some: {0}.",
                ", ".join(self.reviewers),
            )
        return None


def f1(both: float, one: float, other: float) -> float | None:
    """Return F1 where `one` and `other` have so many; None where there are none at all."""
    return 2 * both / (one + other) if one + other else None
