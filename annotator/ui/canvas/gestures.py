"""What a drag of the mouse does: selects text, moves an edge, or draws an arc.

A gesture begins with the press, is shown while it lasts, and is done at the release as one step;
Escape gives it up and leaves nothing.
"""

from collections.abc import Callable
from itertools import takewhile
from typing import Protocol

from PySide6.QtCore import QPointF

from annotator.model.annotation import Fragment, Kind
from annotator.ui.canvas.attention import Draft
from annotator.ui.canvas.caret import Caret
from annotator.ui.canvas.choosers import possible_links
from annotator.ui.canvas.filling import taken
from annotator.ui.canvas.hits import Edge, hit_at
from annotator.ui.canvas.resize import apply_extent
from annotator.ui.canvas.stage import Stage
from annotator.ui.canvas.units import syllable_bounds
from annotator.ui.commands import fill_at_once, tag_likeliest
from annotator.ui.editor import Filling
from annotator.ui.panels.candidates import may_fill

Join = Callable[[str, str, QPointF], None]
"""Called with the annotation an arc was drawn from, the one it was drawn to, and where."""


class Gesture(Protocol):
    """A drag under way; points are those of the page."""

    def move(self, point: QPointF, free: bool) -> None:
        """Follow the pointer; `free`: not by whole syllables."""
        ...

    def finish(self, point: QPointF, choice: int | None) -> None:
        """Do what was shown; `choice`: which of the labels or roles that stood there to take."""
        ...

    def abandon(self) -> None:
        """Leave everything as it was."""
        ...


class Selecting:
    """Selects the text between where the drag began and the pointer."""

    def __init__(self, stage: Stage, caret: Caret, anchor: int) -> None:
        self._stage = stage
        self._caret = caret
        self._anchor = anchor
        self._before = (caret.anchor, caret.position, stage.editor.annotations)

    def move(self, point: QPointF, free: bool) -> None:
        here = self._stage.page.offset_at(point)
        start, end = min(self._anchor, here), max(self._anchor, here)
        if not free and start < end:
            start, end = syllable_bounds(self._stage, start, end)
        backward = here < self._anchor
        ends = (end, start) if backward else (start, end)
        self._caret.place(*ends, self._before[-1])

    def finish(self, point: QPointF, choice: int | None) -> None:
        """Tag what is selected as what it may be, if that was shown and is wanted."""
        found = self._stage.editor.suggestions.likeliest.found
        if choice is not None and choice < len(found):
            tag_likeliest(self._stage.editor, choice)

    def abandon(self) -> None:
        self._caret.place(*self._before)


class Resizing:
    """Moves one edge of a fragment, by whole syllables."""

    def __init__(self, stage: Stage, edge: Edge) -> None:
        self._stage = stage
        self._edge = edge
        self._new = edge.fragment

    def move(self, point: QPointF, free: bool) -> None:
        here, (start, end) = self._stage.page.offset_at(point), self._edge.fragment
        new = Fragment(here, end) if self._edge.at_start else Fragment(start, here)
        if new.start < new.end:
            if not free:
                grown = syllable_bounds(self._stage, *new)
                new = (
                    Fragment(grown.start, end)
                    if self._edge.at_start
                    else Fragment(start, grown.end)
                )
            self._new = new
        self._stage.attention.show_draft(Draft(stretch=self._new))

    def finish(self, point: QPointF, choice: int | None) -> None:
        self._stage.attention.show_draft(None)
        layer = self._stage.editor.layer
        if layer and self._new != self._edge.fragment and self._edge.annotation in layer:
            annotation = layer[self._edge.annotation]
            apply_extent(self._stage, annotation, self._edge.fragment, self._new)

    def abandon(self) -> None:
        self._stage.attention.show_draft(None)


class Leaving:
    """A drag that begins in the words of a trigger: selects text, until it comes to a mention.

    From there on it draws an arc.
    """

    def __init__(self, selecting: Selecting, joining: "Joining") -> None:
        self._selecting = selecting
        self._joining = joining
        self._joins = False

    def move(self, point: QPointF, free: bool) -> None:
        self._joins = self._joining.target(point) != ""
        if self._joins:
            self._selecting.abandon()
            self._joining.move(point, free)
        else:
            self._joining.abandon()
            self._selecting.move(point, free)

    def finish(self, point: QPointF, choice: int | None) -> None:
        (self._joining if self._joins else self._selecting).finish(point, choice)

    def abandon(self) -> None:
        self._joining.abandon()
        self._selecting.abandon()


class Joining:
    """Draws an arc from an annotation to the one under the pointer.

    What roles are likely stands beside the pointer, once it is known.
    """

    def __init__(self, stage: Stage, source: str, begin: QPointF, join: Join) -> None:
        self._stage = stage
        self._source = source
        self._begin = begin
        self._join = join
        self._target = ""
        self._point = begin
        self._likely: list[Filling] = []

    def move(self, point: QPointF, free: bool) -> None:
        target, self._point = self.target(point), point
        if target != self._target:
            self._target, self._likely = target, []
            self._ask(target)
        self._show()

    def finish(self, point: QPointF, choice: int | None) -> None:
        target, likely = self.target(point), self._likely
        same = target == self._target
        self.abandon()
        if target and same and choice is not None and choice < len(likely):
            filling = likely[choice]
            filler = self._source if filling.source == target else target
            fill_at_once(self._stage.editor, filling, filler)
        elif target:
            self._join(self._source, target, point)

    def abandon(self) -> None:
        self._target, self._likely = "", []
        self._stage.attention.show_draft(None)

    def _show(self) -> None:
        roles = tuple(each.role for each in self._likely)
        draft = Draft(line=(self._begin, self._point), target=self._target, roles=roles)
        self._stage.attention.show_draft(draft)

    def _ask(self, target: str) -> None:
        """Ask what roles the annotations at the ends of the arc make most likely."""
        editor, layer = self._stage.editor, self._stage.editor.layer
        ends = (self._source, target)
        event = next((id for id in ends if layer and id and layer[id].kind is Kind.EVENT), "")
        if layer is None or not target or not event:
            return
        filler = target if event == self._source else self._source

        def fits(filling: Filling) -> bool:
            possible = may_fill(editor.tagset, layer, filling, layer[filler])
            return possible and filler not in taken(layer, filling)

        def take(roles: tuple[str, ...]) -> None:
            if target == self._target:
                fillings = (Filling(Kind.EVENT, event, role) for role in roles)
                self._likely = list(takewhile(fits, fillings))
                self._show()

        editor.suggestions.likeliest.ask_roles(event, filler, take)

    def target(self, point: QPointF) -> str:
        """Return the annotation under `point` that the arc would go to, or nothing.

        Of several that lie over one another it is the first that fits a role.
        """
        others = [id for id in hit_at(self._stage, point).ids if id != self._source]
        editor, layer = self._stage.editor, self._stage.editor.layer
        if layer is None or len(others) < 2:
            return others[0] if others else ""
        links = [each.filling for each in possible_links(editor.tagset, layer, layer[self._source])]
        fitting = (
            id
            for id in others
            if any(may_fill(editor.tagset, layer, each, layer[id]) for each in links)
        )
        return next(fitting, others[0])
