"""The mouse on the canvas: clicks, drags, and what is under the pointer."""

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from annotator.model.annotation import Kind
from annotator.suggest.suggestion import Suggestion
from annotator.ui.canvas.caret import Caret
from annotator.ui.canvas.gestures import Gesture, Join, Joining, Leaving, Resizing, Selecting
from annotator.ui.canvas.hits import (
    Part,
    edge_at,
    hit_at,
    next_in_stack,
    suggestion_at,
)
from annotator.ui.canvas.stage import Stage
from annotator.ui.canvas.sweeping import Gathering, Sweeping
from annotator.ui.canvas.units import sentence_around, word_around
from annotator.ui.commands import fill_with, fill_with_suggested
from annotator.ui.panels.candidates import best_filler
from annotator.ui.suggestion_commands import accept_one, refuse_one

_SCROLL_EVERY = 30
"""Milliseconds between two steps while a drag goes beyond the view."""


class Pointer(QObject):
    """Turns what the mouse does into selections and gestures."""

    def __init__(self, stage: Stage, caret: Caret, join: Join, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._stage = stage
        self._caret = caret
        self._join = join
        self._area = area
        self._pressed: QMouseEvent | None = None
        self._gesture: Gesture | None = None
        self._doubled: QMouseEvent | None = None
        self._last = QPointF()
        self._free = False
        self.refuses = False
        """Whether the button that went down last is one that refuses: it asks for no menu."""
        self._scroll = QTimer(self, interval=_SCROLL_EVERY)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def busy(self) -> bool:
        """Whether a drag is under way."""
        return self._gesture is not None

    def press(self, event: QMouseEvent) -> None:
        """Take note of where a click or a drag begins."""
        point = self._stage.to_page(event.position())
        labelled = self._labelled(point)
        self.refuses = event.button() == Qt.MouseButton.RightButton and labelled is not None
        if self.refuses:
            self._pressed = event.clone()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._is_third(event):
            self._doubled = None
            self._caret.place(*sentence_around(self._stage, self._stage.page.offset_at(point)))
            return
        self._pressed = event.clone()
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and labelled:
            self._gesture = Gathering(self._stage, labelled)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            kept = self._stage.editor.annotations
            self._caret.place(self._caret.anchor, self._stage.page.offset_at(point), kept)

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag, or show what is under the pointer."""
        point = self._stage.to_page(event.position())
        if self._pressed is None or not event.buttons() & self._pressed.button():
            self._hover(point)
            return
        if self._gesture is None:
            way = (event.position() - self._pressed.position()).manhattanLength()
            if way < QApplication.startDragDistance():
                return
            self._gesture = self._begin(self._pressed)
        self._free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._last = event.position()
        self._gesture.move(point, self._free)
        beyond = not 0 <= event.position().y() < self._area.viewport().height()
        if beyond and not self._scroll.isActive():
            self._scroll.start()
        elif not beyond:
            self._scroll.stop()

    def release(self, event: QMouseEvent) -> None:
        """Do what a drag has shown, or what a click means.

        A drag with Ctrl, that rested until it stood there what words or argument may be, does that;
        with Shift too it does what comes second.
        """
        pressed, gesture = self._pressed, self._gesture
        if pressed is None or event.button() != pressed.button():
            return
        self._pressed = self._gesture = None
        self._scroll.stop()
        point = self._stage.to_page(event.position())
        if gesture:
            gesture.finish(point, _choice(event.modifiers()))
        elif pressed and self.refuses:
            self._refuse(point)
        elif pressed and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._click(point, event.modifiers())

    def double(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        self._doubled = event.clone()
        self._pressed = None
        offset = self._stage.page.character_at(self._stage.to_page(event.position()))
        word = None if offset is None else word_around(self._stage, offset)
        if word:
            self._caret.place(*word)

    def select_at(self, position: QPointF) -> None:
        """Select what lies at `position` of the view, unless it is selected already."""
        hit = hit_at(self._stage, self._stage.to_page(position))
        chosen = self._stage.editor.annotations
        if hit.ids and not set(hit.ids) & set(chosen):
            self._caret.place(self._caret.anchor, self._caret.position, (hit.ids[0],))

    def abandon(self) -> bool:
        """Give up the drag that is under way; return whether there was one."""
        gesture = self._gesture
        self._pressed = self._gesture = None
        self._scroll.stop()
        if gesture:
            gesture.abandon()
        return gesture is not None

    def leave(self) -> None:
        """Forget what was under the pointer."""
        self._stage.attention.hover("")

    def _begin(self, pressed: QMouseEvent) -> Gesture:
        stage, point = self._stage, self._stage.to_page(pressed.position())
        labelled = self._labelled(point)
        if labelled:
            return Sweeping(stage, labelled, refuses=self.refuses)
        edge = edge_at(stage, point)
        if edge:
            return Resizing(stage, edge)
        hit = hit_at(stage, point)
        if hit.part is Part.LABEL and hit.ids:
            return Joining(stage, hit.ids[0], point, self._join)
        selecting = Selecting(stage, self._caret, stage.page.offset_at(point))
        focused = stage.editor.focused
        if focused and focused.kind is Kind.EVENT and focused.id in hit.ids:
            return Leaving(selecting, Joining(stage, focused.id, point, self._join))
        return selecting

    def _click(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        editor, hit = self._stage.editor, hit_at(self._stage, point)
        suggested = suggestion_at(self._stage, point)
        meant = suggested and (suggested[1] is Part.LABEL or not hit.ids)
        if editor.filling and suggested and meant:
            fill_with_suggested(editor, suggested[0])
            return
        layer = editor.layer
        if editor.filling and layer and hit.ids:
            fill_with(editor, best_filler(editor.tagset, layer, editor.filling, hit.ids))
            return
        offset = self._stage.page.offset_at(point)
        if suggested and meant:
            if suggested[1] is Part.LABEL:
                accept_one(editor, suggested[0])
            else:
                editor.suggestions.focus(suggested[0])
            return
        if not hit.ids:
            self._caret.place(offset, offset)
            return
        chosen = hit.ids[0] if hit.part is Part.LABEL else next_in_stack(hit.ids, editor.focused)
        if hit.part is Part.LABEL and layer:
            offset = layer[chosen].start if layer[chosen].fragments else self._caret.position
        kept = editor.annotations if modifiers & Qt.KeyboardModifier.ControlModifier else ()
        others = tuple(id for id in kept if id != chosen)
        self._caret.place(offset, offset, others if chosen in kept else (*others, chosen))

    def _refuse(self, point: QPointF) -> None:
        labelled = self._labelled(point)
        if labelled:
            refuse_one(self._stage.editor, labelled)

    def _hover(self, point: QPointF) -> None:
        hit = hit_at(self._stage, point)
        self._stage.attention.hover(hit.ids[0] if hit.ids else "")
        if edge_at(self._stage, point):
            shape = Qt.CursorShape.SizeHorCursor
        elif (hit.part is Part.LABEL and hit.ids) or self._labelled(point):
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.IBeamCursor
        view = self._area.viewport()
        if view.cursor().shape() is not shape:
            view.setCursor(shape)

    def _labelled(self, point: QPointF) -> Suggestion | None:
        """Return the suggestion whose label lies at `point`, to be accepted or refused, or None."""
        found = suggestion_at(self._stage, point)
        taken = found is not None and found[1] is Part.LABEL and not self._stage.editor.filling
        return found[0] if found and taken else None

    def _is_third(self, event: QMouseEvent) -> bool:
        before = self._doubled
        if before is None:
            return False
        soon = event.timestamp() - before.timestamp() < QApplication.doubleClickInterval()
        near = (event.position() - before.position()).manhattanLength()
        return soon and near < QApplication.startDragDistance()

    def _scroll_on(self) -> None:
        view, bar = self._area.viewport(), self._area.verticalScrollBar()
        beyond = self._last.y() if self._last.y() < 0 else self._last.y() - view.height()
        bar.setValue(bar.value() + round(max(-60.0, min(60.0, beyond))))
        if self._gesture:
            self._gesture.move(self._stage.to_page(self._last), self._free)


def _choice(held: Qt.KeyboardModifier) -> int | None:
    """Return which of what is likely is taken with these keys held: the first, the second, none."""
    if not held & Qt.KeyboardModifier.ControlModifier:
        return None
    return 1 if held & Qt.KeyboardModifier.ShiftModifier else 0
