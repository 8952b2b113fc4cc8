"""What a person sees on the canvas: where in the view words, labels and arcs can be hit."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.suggest.suggestion import Suggestion
from annotator.ui.canvas import Canvas
from annotator.ui.canvas.hits import Part, edge_at, hit_at, suggestion_at
from annotator.ui.canvas.marks import Chip, LineDisplay
from annotator.ui.canvas.units import syllable_bounds

_ASIDE = (6.0, 3.0, 9.0, 1.0, -1.8)
"""How far inside the first and the last letter the pointer may go down, in pixels; or outside."""


class Sight:
    """Answers where things are; every point is one of the view, None where it can't be hit."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._stage = canvas.stage

    def height(self) -> float:
        """Return the height of the view."""
        return self._canvas.viewport().height()

    def caret(self, offset: int) -> QRectF:
        """Return the caret before `offset`, which may lie outside of the view."""
        return self._stage.to_view(self._stage.page.caret(offset))

    def spot(self, offset: int) -> bool:
        """Return whether a press on the caret before `offset` puts it there."""
        point = self._stage.page.caret(offset).center()
        return self._stage.page.offset_at(point) == offset and self._is_bare(point)

    def by_syllables(self, fragment: Fragment) -> bool:
        """Return whether dragging over whole syllables selects just `fragment`."""
        return syllable_bounds(self._stage, *fragment) == fragment

    def ends(self, fragment: Fragment) -> tuple[QPointF, QPointF] | None:
        """Return where a drag that selects `fragment` begins and ends, if one does.

        Not on an edge of the mention in focus, which would be moved, nor on a trigger in focus,
        from which an argument would be drawn.
        """
        self.caret(fragment.end)  # its paragraph is laid out by that
        boxes = list(self._stage.page.boxes(fragment))
        free = not self.by_syllables(fragment)
        for aside in (0.5, 0.0) if free else _ASIDE:
            first, last = boxes[0], boxes[-1]
            one = QPointF(min(first.left() + aside, first.center().x()), first.center().y())
            other = QPointF(max(last.right() - aside, last.center().x()), last.center().y())
            for begin, end in ((one, other), (other, one)):
                if self._selects(begin, end, free) == fragment and self._is_bare(begin):
                    view = self._stage.to_view_point
                    return view(begin), view(end)
        return None

    def edge(self, fragment: Fragment, at_start: bool) -> QPointF | None:
        """Return where a drag begins that moves an end of `fragment`, which is in focus."""
        boxes = list(self._stage.page.boxes(fragment))
        box, inside = (boxes[0], 1.0) if at_start else (boxes[-1], -1.0)
        point = QPointF((box.left() if at_start else box.right()) + inside, box.center().y())
        found = edge_at(self._stage, point)
        right = found is not None and (found.fragment, found.at_start) == (fragment, at_start)
        return self._stage.to_view_point(point) if right else None

    def _selects(self, begin: QPointF, end: QPointF, free: bool) -> Fragment:
        page = self._stage.page
        start, stop = sorted((page.offset_at(begin), page.offset_at(end)))
        bare = Fragment(start, stop)
        return bare if free or start == stop else syllable_bounds(self._stage, start, stop)

    def _is_bare(self, point: QPointF) -> bool:
        focused = self._stage.editor.focused
        hit = hit_at(self._stage, point)
        on_trigger = focused and focused.kind is Kind.EVENT and focused.id in hit.ids
        return not on_trigger and edge_at(self._stage, point) is None

    def label(self, annotation: Annotation) -> QPointF | None:
        """Return the middle of the label of `annotation`, where that is what would be hit."""
        for item in self._stage.band.items:
            if item.annotation.id == annotation.id:
                above = item.chip.translated(0, -self._stage.band.height)
                return self._stage.to_view_point(above.center())
        for y, line in self._lanes():
            for piece in line.pieces:
                if piece.annotation.id == annotation.id and piece.chip:
                    for point in self._points(y, piece.lane, piece.chip):
                        if hit_at(self._stage, point) == ((annotation.id,), Part.LABEL):
                            return self._stage.to_view_point(point)
        return None

    def suggestion(self, suggestion: Suggestion) -> QPointF | None:
        """Return the middle of the dashed label of `suggestion`, or of the name of its arc."""
        for y, line in self._lanes():
            chips = [
                (piece.lane, piece.chip)
                for piece in line.suggested
                if piece.annotation.id == suggestion.id and piece.chip
            ]
            chips += [(arc.lane, arc.name) for arc in line.arcs if arc.suggested == suggestion.id]
            for lane, chip in chips:
                for point in self._points(y, lane, chip):
                    if suggestion_at(self._stage, point) == (suggestion, Part.LABEL):
                        return self._stage.to_view_point(point)
        return None

    def _lanes(self) -> Iterator[tuple[float, LineDisplay]]:
        """Yield each line in view: where its lowest lane ends, and what is drawn there."""
        seen, scale = self._stage.seen, self._stage.scale
        for _, top, block in self._stage.page.visible(seen.top(), seen.bottom()):
            for line, marks in enumerate(block.marks):
                yield top + block.tops[line] - scale.above, marks

    def _points(self, bottom: float, lane: int, chip: Chip) -> Iterator[QPointF]:
        """Yield points of a label that lie in view, its middle first."""
        y = bottom - (lane + 0.5) * self._stage.scale.lane
        for share in (0.5, 0.2, 0.8):
            point = QPointF(chip.left + share * chip.width, y)
            if 0 <= self._stage.to_view_point(point).y() < self.height():
                yield point
