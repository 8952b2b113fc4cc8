"""The things drawn on the lines of a paragraph, as plain records. No Qt here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from annotator.model.annotation import Annotation, Fragment
from annotator.model.layer import Layer
from annotator.model.tagset import Tagset
from annotator.suggest.suggestion import Suggestion
from annotator.ui.canvas.lanes import Span

LONGEST_LABEL = 24
"""Characters of a label that a chip shows."""


class Measure(Protocol):
    """Gives the width in pixels of a chip for its text; an event's chip is a flag."""

    def __call__(self, text: str, flag: bool = False, /) -> float: ...


class Stretch(Protocol):
    """A stretch on one line, in pixels from the left edge of the text."""

    @property
    def line(self) -> int: ...
    @property
    def left(self) -> float: ...
    @property
    def right(self) -> float: ...


class Places(Protocol):
    """What the display must know of a paragraph that is laid out."""

    width: float

    def __len__(self) -> int: ...
    @property
    def stretch(self) -> Fragment: ...
    def bounds(self, line: int) -> Fragment: ...
    def line_of(self, offset: int) -> int: ...
    def extents(self, start: int, end: int) -> "Sequence[Stretch]": ...


class Chip(NamedTuple):
    """The label of a mention or a trigger, from `left` on."""

    text: str
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where the chip ends."""
        return self.left + self.width


class Piece(NamedTuple):
    """A part of an annotation on one line.

    `opens` and `closes` say whether the annotation begins and ends here, or goes on on another
    line. `boxes` are its stretches from left to right; `reach` is what joins them, and goes to the
    edge where the annotation goes on.
    """

    annotation: Annotation
    boxes: tuple[tuple[float, float], ...]
    reach: tuple[float, float]
    lane: int
    chip: Chip | None
    opens: bool
    closes: bool
    problem: bool


class Joint(NamedTuple):
    """An end of an arc: where it stands, and on which lane's chip; lane -1: the line's edge."""

    x: float
    lane: int


class Arc(NamedTuple):
    """An arc on one line, of the event or relation `owner`, with its name.

    `targets` are the annotations it goes to; more than one where they share the way out of the
    line. It ends with an arrow at `away`, where `points` says so. `suggested` is the id of the
    suggestion it belongs to, empty where it is part of the layer.
    """

    owner: Annotation
    source: str
    targets: tuple[str, ...]
    home: Joint
    away: Joint
    lane: int
    name: Chip
    points: bool
    suggested: str = ""


@dataclass(slots=True)
class LineDisplay:
    """All that is drawn on one line, and how many lanes it takes."""

    pieces: list[Piece] = field(default_factory=list[Piece])
    suggested: list[Piece] = field(default_factory=list[Piece])
    """What is no part of the layer."""
    arcs: list[Arc] = field(default_factory=list[Arc])
    lanes: int = 0


class Suggested(NamedTuple):
    """What is suggested: `near` the paragraph, and of all that is, what can be joined by arcs."""

    near: Sequence[Suggestion] = ()
    by_id: Mapping[str, Suggestion] = {}
    linked: Sequence[Suggestion] = ()


class Sight(NamedTuple):
    """What is asked for: the annotations, their tagset, and how much of them to show."""

    layer: Layer
    tagset: Tagset
    chips: bool
    arcs: bool
    suggested: Suggested = Suggested()

    def find(self, id: str) -> Annotation | None:
        """Return the annotation `id` of the layer, or the suggested one, or None."""
        suggestion = self.suggested.by_id.get(id)
        return self.layer.get(id) or (suggestion.annotation if suggestion else None)


def short(label: str) -> str:
    """Return `label` as a chip shows it: one line, cut where it is very long."""
    line = " ".join(label.split())
    return line if len(line) <= LONGEST_LABEL else f"{line[: LONGEST_LABEL - 1]}…"


def span_of(piece: Piece) -> Span:
    """Return what a piece takes of its lane."""
    left, right = piece.reach
    if piece.chip:
        left, right = min(left, piece.chip.left), max(right, piece.chip.right)
    return Span(left, right, piece.annotation.start, piece.annotation.end)
