"""Which part of the view no longer looks as it was painted."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from annotator.model.annotation import Fragment
from annotator.ui.canvas.emphasis import Emphasis
from annotator.ui.canvas.page import Block

if TYPE_CHECKING:
    from annotator.ui.canvas.stage import Stage

_MANY = 50
"""Places that have changed above which all is painted anew."""


class Damage:
    """Asks a view to be painted anew where something has changed, or all of it."""

    def __init__(self, stage: "Stage", view: QWidget) -> None:
        self._stage = stage
        self._view = view

    def everywhere(self) -> None:
        """All may look different."""
        self._view.update()

    def of_marks(self, before: Mapping[int, Block], after: Mapping[int, Block]) -> None:
        """What is drawn in these paragraphs is different."""
        if any(block.height != after[number].height for number, block in before.items()):
            self.everywhere()
            return
        self.in_band()
        for number, old in before.items():
            new, top = after[number], self._stage.page.heights.top(number)
            for line, marks in enumerate(new.marks):
                if marks != old.marks[line] or new.starts[line] != old.starts[line]:
                    above, below = new.reach(line)
                    self._between(top + above, top + below)

    def in_box(self, box: QRectF) -> None:
        """What lies in `box` of the page is different."""
        self._view.update(self._stage.to_view(box).toAlignedRect())

    def in_band(self) -> None:
        """What stands above the text is different."""
        self._between(-self._stage.band.height, 0)

    def of_selection(self, before: Fragment, after: Fragment) -> None:
        """Another stretch of text is selected."""
        self._lines(*sorted((before.start, after.start)))
        self._lines(*sorted((before.end, after.end)))

    def of_emphasis(self, before: Emphasis, after: Emphasis) -> None:
        """Something else stands out."""
        if before == after:
            return
        changed = before.standing_out ^ after.standing_out
        layer = self._stage.editor.layer
        if layer is None or before.reaches or after.reaches or len(changed) > _MANY:
            self.everywhere()
            return
        suggestions = self._stage.editor.suggestions.by_id
        focused = [suggestions.get(each.suggested) for each in (before, after)]
        if any(each.event for each in focused if each):
            self.everywhere()
            return
        suggested = [each.annotation for each in focused if each]
        for annotation in (*filter(None, map(layer.get, changed)), *suggested):
            for fragment in annotation.fragments:
                self._lines(*fragment)
            if not annotation.fragments:
                self.in_band()

    def _lines(self, start: int, end: int) -> None:
        """The lines from that of `start` to that of `end` look different."""
        self._between(self._edge(start, below=False), self._edge(end, below=True))

    def _edge(self, offset: int, *, below: bool) -> float:
        """Return the top of the line that holds `offset`, or its bottom."""
        page = self._stage.page
        number = min(page.paragraph_of(offset), len(page.paragraphs) - 1)
        top = page.heights.top(number)
        if not page.known(number):
            return top + (page.heights[number] if below else 0)
        line = page.spot_of(offset).line
        return top + page.block(number).reach(line)[below]

    def _between(self, top: float, bottom: float) -> None:
        box = QRectF(-self._stage.left, top, self._view.width(), bottom - top)
        spill = self._stage.scale.spill
        self._view.update(self._stage.to_view(box).translated(0, spill).toAlignedRect())
