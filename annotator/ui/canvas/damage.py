"""Which part of the view no longer looks as it was painted."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from annotator.model.annotation import Fragment
from annotator.ui.canvas.band import Item
from annotator.ui.canvas.emphasis import Emphasis
from annotator.ui.canvas.ghost import Laid
from annotator.ui.canvas.page import Block, Page, Spot
from annotator.ui.canvas.scale import Scale

if TYPE_CHECKING:
    from annotator.ui.canvas.stage import Stage

_MANY = 50
"""Places that have changed above which all is painted anew."""


class Line(NamedTuple):
    """A line in view, and from where to where it is drawn there, its signs included."""

    spot: Spot
    block: Block
    origin: float
    """Where the paragraph begins on the page."""
    top: int
    bottom: int

    def looks_like(self, other: "Line") -> bool:
        """Return whether both are drawn alike, wherever they are."""
        one, two, number = self.block, other.block, self.spot.line
        return one is two or (
            one.lines is two.lines
            and self.bottom - self.top == other.bottom - other.top
            and one.tops[number] - one.starts[number] == two.tops[number] - two.starts[number]
            and one.marks[number] == two.marks[number]
        )


class Moved(NamedTuple):
    """Lines that follow one another and lie `by` pixels further down than they were painted."""

    by: int
    top: int
    bottom: int

    def joined(self, other: "Moved") -> "Moved":
        """Return both as one, with what stands between them."""
        return Moved(self.by, min(self.top, other.top), max(self.bottom, other.bottom))


class Picture(NamedTuple):
    """What the view shows, once it has painted what it was asked to paint anew."""

    state: object
    """What is the same as long as nothing is laid out anew or lies elsewhere."""
    frame: tuple[Page, float, Scale, float, object]
    """What of all is different if this is."""
    head: tuple[float, list[Item]]
    """Where the page begins in the view, and what stands above the text."""
    ghost: Laid
    lines: Mapping[Spot, Line]
    top: int
    """Where the first of the lines begins; at the bottom of the view where there is none."""
    bottom: int
    """Where the last of them ends."""


class Damage:
    """Asks a view to be painted anew where something has changed, or all of it.

    What lies elsewhere now but looks as it did is not painted: its pixels are moved.
    """

    def __init__(self, stage: "Stage", view: QWidget) -> None:
        self._stage = stage
        self._view = view
        self._picture: Picture | None = None

    def everywhere(self) -> None:
        """All may look different."""
        self._view.update()

    def of_layout(self) -> None:
        """What is in view may have been laid out anew, or lie elsewhere."""
        if not self._stands():
            self._compare()

    def of_ghost(self) -> None:
        """Something else lies over the page."""
        self._compare()

    def check(self) -> None:
        """Paint all once more if since the last word of it something was laid out anew."""
        if not self._stands():
            self._look()
            self.everywhere()

    def in_band(self) -> None:
        """What stands above the text is different."""
        self._update(0, self._picture.top if self._picture else 0)

    def of_selection(self, before: Fragment, after: Fragment) -> None:
        """Another stretch of text is selected."""
        if before.end < after.start or after.end < before.start:
            self._stretch(*before)
            self._stretch(*after)
        else:
            self._stretch(*sorted((before.start, after.start)))
            self._stretch(*sorted((before.end, after.end)))

    def of_emphasis(self, before: Emphasis, after: Emphasis) -> None:
        """Something else stands out."""
        if before == after:
            return
        changed = before.differs(after)
        layer = self._stage.editor.layer
        if layer is None or before.reaches or after.reaches or len(changed) > _MANY:
            self.everywhere()
            return
        suggestions = self._stage.editor.suggestions.by_id
        focused = [suggestions.get(each.suggested) for each in (before, after)]
        if any(each.event or each.annotation.links for each in focused if each):
            self.everywhere()
            return
        suggested = [each.annotation for each in focused if each]
        for annotation in (*filter(None, map(layer.get, changed)), *suggested):
            for fragment in annotation.fragments:
                self._stretch(*fragment)
            if not annotation.fragments:
                self.in_band()

    def _compare(self) -> None:
        """Paint what looks otherwise than before, and move what only lies elsewhere."""
        before, now = self._picture, self._look()
        if before is None or before.frame != now.frame or self._stage.attention.draft:
            self.everywhere()
            return
        changed = [
            line
            for spot, line in now.lines.items()
            if spot not in before.lines or not line.looks_like(before.lines[spot])
        ]
        moved = list(_moved(before.lines, now.lines))
        if len(moved) > 1:
            self.everywhere()
            return
        for by, top, bottom in moved:
            self._view.scroll(0, by, self._rows(top, bottom))
        for line in changed:
            self._update(line.top, line.bottom)
        if now.top > 0 and before.head != now.head:
            self._update(0, now.top)
        if now.bottom < self._view.height() and before.bottom != now.bottom:
            self._update(now.bottom, self._view.height())
        if moved or before.ghost != now.ghost:
            for box in (*before.ghost.boxes, *now.ghost.boxes):
                for by in (0, *(each.by for each in moved)):
                    self._view.update(box.translated(0, by))

    def _look(self) -> Picture:
        """Take note of what is in view, and return it."""
        stage, height = self._stage, self._view.height()
        lines = {each.spot: each for each in lines_in(stage, 0, height)}
        chained = stage.attention.emphasis.chains and (stage.top, stage.page.version)
        self._picture = Picture(
            self._state(),  # once all lines are laid out
            (stage.page, stage.page.width, stage.page.scale, stage.left, chained),
            (stage.top, stage.band.items),
            stage.ghost.laid(),
            lines,
            min((line.top for line in lines.values()), default=height),
            max((line.bottom for line in lines.values()), default=height),
        )
        return self._picture

    def _stands(self) -> bool:
        """Return whether all lies as the picture has it."""
        return self._picture is not None and self._picture.state == self._state()

    def _state(self) -> object:
        stage, size = self._stage, self._view.size()
        return (stage.page, stage.page.version, stage.top, stage.left, stage.band.items, size)

    def _stretch(self, start: int, end: int) -> None:
        """The lines from that of `start` to that of `end` look different."""
        for line in self._picture.lines.values() if self._picture else ():
            low, high = line.block.lines.bounds(line.spot.line)
            if low <= end and start <= high:
                self._update(line.top, line.bottom)

    def _update(self, top: int, bottom: int) -> None:
        self._view.update(self._rows(top, bottom))

    def _rows(self, top: int, bottom: int) -> QRect:
        return QRect(0, top, self._view.width(), bottom - top)


def lines_in(stage: "Stage", top: int, bottom: int) -> Iterator[Line]:
    """Yield the lines that are drawn between `top` and `bottom` of the view, from above down."""
    below = round(stage.top) + stage.scale.spill
    low, high = top - below, bottom - below
    for paragraph, origin, block in stage.page.visible(low, high):
        for number in range(block.line_at(low - origin), block.line_at(high - origin) + 1):
            begin, end = (round(origin + y) + below for y in block.reach(number))
            yield Line(Spot(paragraph, number), block, origin, begin, end)


def _moved(before: Mapping[Spot, Line], now: Mapping[Spot, Line]) -> Iterator[Moved]:
    """Yield what lies elsewhere and looks as before, with where it was and where it is."""
    run: Moved | None = None
    for spot, line in now.items():
        old = before.get(spot)
        if old is None or not line.looks_like(old):
            continue
        here = Moved(line.top - old.top, min(line.top, old.top), max(line.bottom, old.bottom))
        if run and run.by == here.by:
            run = run.joined(here)
            continue
        if run and run.by:
            yield run
        run = here
    if run and run.by:
        yield run
