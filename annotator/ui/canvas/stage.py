"""What the parts of the canvas share: the page, how it lies in the view, and how it is shown."""

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QAbstractScrollArea

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.change import Edit, Subject
from annotator.model.layer import Layer
from annotator.suggest.suggestion import Suggestion
from annotator.ui.canvas.attention import Attention
from annotator.ui.canvas.band import Band
from annotator.ui.canvas.damage import Damage
from annotator.ui.canvas.display import display_of
from annotator.ui.canvas.ghost import Ghost
from annotator.ui.canvas.layout import Lines
from annotator.ui.canvas.look import Look
from annotator.ui.canvas.marks import LineDisplay, Sight, Suggested
from annotator.ui.canvas.page import Page
from annotator.ui.canvas.scale import Scale
from annotator.ui.editor import Editor

Density = Literal["arcs", "labels", "underlines"]

_PADDING = 20.0
"""Pixels at 100 % above the first and below the last paragraph."""
_SIGHT = 60.0
"""What stays in view around something that is scrolled to, in pixels at 100 %."""
_TIMES = 8
"""How often what has come into view by laying out is laid out in turn."""
_MANY = 400
"""Changes of an edit above which all marks are worked out anew."""


class Stage:
    """The page of the open article in a scroll area: where it is, and what of it is in view."""

    def __init__(self, editor: Editor, area: QAbstractScrollArea) -> None:
        self.editor = editor
        self.scale = Scale(100)
        self.look = Look(editor.tagset)
        self.density: Density = "arcs"
        self.page = Page("", 100, self.scale, self._describe)
        self.band = Band()
        self.hits: list[Fragment] = []
        """What a search has found, from the beginning of the text."""
        self._area = area
        self._settling = False
        self.ghost = Ghost(self)
        self.damage = Damage(self, area.viewport())
        self.attention = Attention(editor, self._visible, self.damage)

    @property
    def left(self) -> float:
        """Where the column of text begins, in the view."""
        return self.scale.margin(self._area.viewport().width())

    @property
    def top(self) -> float:
        """Where the page's top lies, in the view: at a whole pixel."""
        head = self.scale.px(_PADDING) + self.band.height
        return head - self._area.verticalScrollBar().value()

    @property
    def seen(self) -> QRectF:
        """The part of the page that is in view."""
        view = self._area.viewport()
        return QRectF(0, -self.top, self.page.width, view.height())

    def to_page(self, point: QPointF) -> QPointF:
        """Return a point of the view as one of the page."""
        return QPointF(point.x() - self.left, point.y() - self.top)

    def to_view_point(self, point: QPointF) -> QPointF:
        """Return a point of the page as one of the view."""
        return QPointF(point.x() + self.left, point.y() + self.top)

    def to_view(self, box: QRectF) -> QRectF:
        """Return a rectangle of the page as one of the view."""
        return box.translated(self.left, self.top)

    def open(self) -> None:
        """Show the editor's article from the top, or the same article's other layer in place."""
        article = self.editor.article
        text = article.text if article else ""
        self.band.read(self.editor.layer)
        if self.page.text is not text and self.page.text != text:
            self.page = Page(text, self._column(), self.scale, self._describe)
            self._area.verticalScrollBar().setValue(0)
        self.renew()

    def resize(self) -> None:
        """Break the lines anew for the size of the view; what stands at its top stays there."""
        if self.page.width == self._column() and self.page.scale is self.scale:
            self.settle()
            return
        anchor = self.page.offset_at(QPointF(0, max(0.0, -self.top)))
        at_top = self._area.verticalScrollBar().value() == 0
        self.page.set_width(self._column(), self.scale)
        self.renew()
        if not at_top:
            self.scroll_to(self.page.caret(anchor).top())

    def renew(self) -> None:
        """Work out all marks anew."""
        self.look = Look(self.editor.tagset)
        self.page.below = self.density == "underlines"
        self.page.forget_marks()
        self._arrange_band()
        self.settle()
        self.damage.everywhere()

    def take(self, edit: Edit) -> None:
        """Work out anew the marks that `edit` touches."""
        layer = self.editor.layer
        if layer is None:
            return
        if len(edit.changes) > _MANY or any(
            change.address.subject is Subject.TAGSET for change in edit.changes
        ):
            self.band.read(layer)
            self.renew()
            return
        touched: set[int] = set()
        for change in edit.changes:
            if change.address.subject is Subject.ANNOTATION and layer.applies_to(change):
                values = [v for v in (change.before, change.after) if isinstance(v, Annotation)]
                self.band.take(change.address.key, layer)
                for fragment in _touched(layer, values):
                    touched.update(self.page.paragraphs_in(*fragment))
        self._describe_anew(touched)

    def take_suggestions(self, differing: Iterable[Suggestion]) -> None:
        """Work out anew the marks of suggestions that have come or gone."""
        touched: set[int] = set()
        for fragment in _places(differing, self.editor):
            touched.update(self.page.paragraphs_in(*fragment))
        self._describe_anew(touched)

    def _describe_anew(self, touched: set[int]) -> None:
        self.page.forget_marks(touched)
        self._arrange_band()
        self.settle()

    def settle(self) -> None:
        """Lay out what is in view, and keep in place what was seen before."""
        if self._settling:
            return
        self._settling = True
        bar, room = self._area.verticalScrollBar(), self._area.viewport().height()
        bar.setPageStep(room)
        bar.setSingleStep(self.scale.lane + self.scale.ascent)
        for _ in range(_TIMES):
            before = bar.value()
            shift = self.page.settle(max(0.0, -self.top - self.scale.spill), room)
            whole = self.page.height + self.band.height + 2 * self.scale.px(_PADDING)
            bar.setRange(0, max(0, round(whole) - room))
            bar.setValue(bar.value() + round(shift))
            if bar.value() == before:
                break  # else other paragraphs are in view, which may have other heights, too
        self._settling = False
        self.damage.of_layout()

    def scroll_to(self, y: float) -> None:
        """Bring `y` of the page to the top of the view."""
        for _ in range(2):  # the second time all that is in view has its true height
            self.scroll_by(round(y + self.top))

    def scroll_by(self, pixels: int) -> None:
        """Scroll down by `pixels`, or up where they are below 0."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + pixels)
        self.settle()

    def reveal(self, stretch: Fragment) -> None:
        """Scroll so that `stretch` is in view, in its middle when it was far away."""
        room = self._area.viewport().height()
        margin = min(_SIGHT * self.scale.unit, room / 4)
        for _ in range(2):  # as above
            for offset in stretch:
                self.page.spot_of(offset)  # lays out what has only a presumed height so far
            self.settle()
            box = self.page.caret(stretch.start)
            end = self.page.caret(stretch.end)
            if end.bottom() - box.top() < room - 2 * margin:
                box = box.united(end)
            seen = self.seen
            if box.top() - margin >= seen.top() and box.bottom() + margin <= seen.bottom():
                return
            near = seen.top() - room / 2 < box.top() < seen.bottom() + room / 2
            if not near:
                target = box.center().y() - room / 2
            elif box.top() - margin < seen.top():
                target = box.top() - margin
            else:
                target = box.bottom() + margin - room
            bar = self._area.verticalScrollBar()
            bar.setValue(round(target + self.top + bar.value()))
        self.settle()

    def _visible(self) -> list[Annotation]:
        """Return what in view may be chosen: the band's items, mentions, and triggers."""
        seen, layer = self.seen, self.editor.layer
        blocks = [block for _, _, block in self.page.visible(seen.top(), seen.bottom())]
        if layer is None or not blocks:
            return []
        start, end = blocks[0].lines.stretch.start, blocks[-1].lines.stretch.end
        above = [item.annotation for item in self.band.items] if seen.top() < 0 else []
        return [*above, *(each for each in layer.overlapping(start, end) if each.start >= start)]

    def _arrange_band(self) -> None:
        self.band.arrange(self.editor.layer, self.scale, self._column())

    def _column(self) -> float:
        width = self._area.viewport().width()
        return max(40.0, width - 2 * self.scale.margin(width))

    def _describe(self, lines: Lines) -> list[LineDisplay]:
        layer = self.editor.layer
        if layer is None:
            return [LineDisplay() for _ in range(len(lines))]
        sight = Sight(
            layer,
            self.editor.tagset,
            chips=self.density != "underlines",
            arcs=self.density == "arcs",
            suggested=self._suggested(lines),
        )
        return display_of(lines, sight, self.scale.measure)

    def _suggested(self, lines: Lines) -> Suggested:
        shown = self.editor.suggestions
        return Suggested(shown.near(*lines.stretch), shown.by_id, shown.linked)


def _places(suggestions: Iterable[Suggestion], editor: Editor) -> Iterable[Fragment]:
    """Yield the stretches whose marks change with `suggestions`: theirs, and what they link to."""
    for each in suggestions:
        yield from each.annotation.fragments
        for target in each.annotation.targets():
            suggested = editor.suggestions.by_id.get(target)
            found = editor.layer.get(target) if editor.layer else None
            if suggested:
                yield from suggested.annotation.fragments
            elif found:
                yield from found.fragments


def _touched(layer: Layer, values: Iterable[Annotation]) -> Iterable[Fragment]:
    """Yield the stretches whose marks change with `values`: theirs, and what arcs join to them."""
    for value in values:
        yield from value.fragments
        for target in value.targets():
            if target in layer:
                yield from layer[target].fragments
        for source in layer.linking_to(value.id):
            yield from source.fragments
            if source.kind is Kind.RELATION:
                for target in source.targets():
                    yield from layer[target].fragments
