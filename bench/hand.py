"""Hands on the keyboard and the mouse of the real window, that count what they do."""

import math
import time
from collections import Counter
from collections.abc import Hashable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.annotation import Annotation, Fragment
from annotator.suggest.suggestion import Suggestion
from annotator.ui.panels.picker import Picker
from annotator.ui.program import Program
from annotator.ui.suggesting import Suggesting
from bench.sight import Sight

_PATIENCE = 900.0
"""Seconds that the window may take for anything, training too."""
_NOTCH = 120
_MOST_TURNS = 2_000
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_LEFT, _RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class OutOfReachError(Exception):
    """Something can't be done with any gesture that this hand knows."""


class Hand:
    """One hand: `count` holds keys (a chord is one), clicks (a drag is one), turns, travel.

    Turns are notches of the wheel, travel is the way of the pointer in pixels. After each thing
    done the hand waits until nothing that is seen changes by itself any more.
    """

    def __init__(self, program: Program) -> None:
        self._window = program.window
        self._editor = program.editor
        self._view = program.window.canvas.viewport()
        self._at = QPointF(self._view.rect().center())
        self._held: Qt.KeyboardModifier = _NONE
        self._down = Qt.MouseButton.NoButton
        self.sight = Sight(program.window.canvas)
        self.count: Counter[str] = Counter()
        self.travel = 0.0

    def key(self, keys: str) -> None:
        """Press a key or a chord, written as in the table of actions."""
        pressed = QKeySequence(keys)[0]  # pyright: ignore[reportIndexIssue]  # the stubs lack it
        QTest.keyClick(_focused(), pressed.key(), pressed.keyboardModifiers())
        self.count["keys"] += 1
        self.settle()

    def sweep(self, fragment: Fragment) -> None:
        """Press the button at one end of `fragment` and go to the other, with Ctrl held.

        Raises OutOfReachError where no drag selects just that.
        """
        self._bring(fragment.start)
        ends = self.sight.ends(fragment)
        if ends is None:
            self.key("Escape")
            ends = self.sight.ends(fragment)
        if ends is None:
            raise OutOfReachError(f"no drag selects {fragment}")
        self._held = _CTRL if self.sight.by_syllables(fragment) else _CTRL | _ALT
        begin, end = ends
        self._press(begin, _LEFT)
        if (begin - end).manhattanLength() < 2 * QApplication.startDragDistance():
            self._begin_drag()
        elif not 0 <= end.y() < self.sight.height():
            self._begin_drag()
            self._bring(fragment.end if end.y() > 0 else fragment.start)
            ends = self.sight.ends(fragment) or ends
        self._move(ends[1])
        self.settle()
        if self._editor.stretch != fragment:
            raise OutOfReachError(f"{self._editor.stretch} is selected, not {fragment}")

    def pull(self, fragment: Fragment, wanted: Fragment) -> None:
        """Drag the edges of `fragment`, which is in focus, until it is `wanted`, with Alt held."""
        for at_start, here, there in (
            (True, fragment.start, wanted.start),
            (False, fragment.end, wanted.end),
        ):
            if here == there:
                continue
            begin = self.sight.edge(fragment, at_start)
            if begin is None:
                raise OutOfReachError(f"the edge of {fragment} can't be hit")
            self._held = _ALT
            self._press(begin, _LEFT)
            self._begin_drag()
            self._move(self.sight.caret(there).center())
            self.let_go(at_once=True)
            fragment = Fragment(wanted.start, fragment.end)

    def draw(self, event: Annotation, target: Annotation) -> None:
        """Press the button on the label of `event` and go to that of `target`, with Ctrl held."""
        self._bring_label(event)
        begin = self._label(event)
        self._held = _CTRL
        self._press(begin, _LEFT)
        self._begin_drag()
        self._bring_label(target)
        self._move(self._label(target))
        self.settle()
        if self._label(target) != self._at:  # something came, and moved the text
            self._move(self._label(target))
            self.settle()

    def let_go(self, at_once: bool) -> None:
        """Let the button go; `at_once`: with Ctrl still held, so that what is shown is done."""
        held = self._held if at_once else self._held & ~_CTRL
        self._mouse(QEvent.Type.MouseButtonRelease, _LEFT, Qt.MouseButton.NoButton, held)
        self._held = _NONE
        self.settle()

    def accept(self, suggestion: Suggestion) -> None:
        """Click the label of `suggestion`; where none can be hit, go there by keys."""
        point = self._dashed(suggestion)
        if point is None:
            self._go_to(suggestion)
            self.key("Space")
            return
        self._press(point, _LEFT)
        self.let_go(at_once=False)

    def refuse(self, suggestion: Suggestion) -> None:
        """Click the label of `suggestion` with the right button; or go there by keys."""
        point = self._dashed(suggestion)
        if point is None:
            self._go_to(suggestion)
            self.key("-")
            return
        self._press(point, _RIGHT)
        place = self._at.toPoint()
        asked = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, place, self._view.mapToGlobal(place)
        )
        QApplication.sendEvent(self._view, asked)
        self._mouse(QEvent.Type.MouseButtonRelease, _RIGHT, Qt.MouseButton.NoButton, _NONE)
        self.settle()

    def pick(self, key: Hashable) -> None:
        """Choose the row `key` of the list that is up: by its digit, by Enter, or by its name."""
        picker = QApplication.activePopupWidget()
        assert isinstance(picker, Picker), f"no list is up, but {picker}"
        rows = {row.key: row for row in picker.view.list.rows}
        row, current = rows[key], picker.view.current()
        if current is not None and current.key == key:
            self.key("Return")
            return
        if row.shortcut and row.shortcut.isdecimal():
            self.key(row.shortcut)
            return
        for letter in row.text:
            self._type(letter)
            current = picker.view.current()
            if current is not None and current.key == key:
                break
        while (current := picker.view.current()) is not None and current.key != key:
            self.key("Down")
        self.key("Return")

    def _bring(self, offset: int) -> None:
        """Turn the wheel until `offset` stands in the view, with room for what is above it."""
        before = None
        for _ in range(_MOST_TURNS):
            box, height = self.sight.caret(offset), self.sight.height()
            stands = 0.2 * height <= box.top() and box.bottom() <= 0.9 * height
            if stands or box.top() == before:  # it can't be scrolled further
                return
            before = box.top()
            self._turn(_NOTCH if box.top() < 0.2 * height else -_NOTCH)
        raise OutOfReachError(f"{offset} does not come into view")

    def settle(self) -> None:
        """Wait until nothing changes by itself any more."""
        deadline = time.monotonic() + _PATIENCE
        while True:
            QApplication.processEvents()
            if not self._busy():
                break
            if time.monotonic() > deadline:
                raise TimeoutError("the window is busy without end")
            time.sleep(0.001)
        QApplication.processEvents()  # what is enabled follows what has happened

    def _busy(self) -> bool:
        source = self._editor.suggestions.source
        assert isinstance(source, Suggesting)
        return (
            source.busy
            or self._editor.suggestions.likeliest.busy
            or self._window.everywhere.busy
            or not self._window.left.articles.complete
        )

    def _label(self, annotation: Annotation) -> QPointF:
        found = self.sight.label(annotation)
        if found is None:
            raise OutOfReachError(f"the label of {annotation} can't be hit")
        return found

    def _dashed(self, suggestion: Suggestion) -> QPointF | None:
        """Return the label of `suggestion`: of an arc on the line of its trigger or its filler."""
        layer = self._editor.layer
        targets = (layer.get(id) for id in suggestion.annotation.targets()) if layer else ()
        for each in (suggestion.annotation, *targets):
            if each and each.fragments:
                self._bring(each.start)
                found = self.sight.suggestion(suggestion)
                if found:
                    return found
        return None

    def _go_to(self, suggestion: Suggestion) -> None:
        suggestions = self._editor.suggestions
        for _ in suggestions.shown:
            self.key(".")
            if suggestions.focused and suggestions.focused.id == suggestion.id:
                return
        raise OutOfReachError(f"{suggestion} does not come into focus")

    def _bring_label(self, annotation: Annotation) -> None:
        if annotation.fragments:
            self._bring(annotation.start)
            return
        before = None
        while (top := self.sight.caret(0).top()) != before:  # the band stands above
            before = top
            self._turn(_NOTCH)

    def _press(self, point: QPointF, button: Qt.MouseButton) -> None:
        self._move(point)
        self.count["clicks"] += 1
        self._mouse(QEvent.Type.MouseButtonPress, button, button, self._held)
        self._down = button

    def _begin_drag(self) -> None:
        """Go so far that it is a drag."""
        self._move(self._at + QPointF(0, 2 * QApplication.startDragDistance()))

    def _move(self, point: QPointF) -> None:
        way = point - self._at
        self.travel += math.hypot(way.x(), way.y())
        self._at = point
        self._mouse(QEvent.Type.MouseMove, Qt.MouseButton.NoButton, self._down, self._held)

    def _mouse(
        self,
        type: QEvent.Type,
        button: Qt.MouseButton,
        buttons: Qt.MouseButton,
        held: Qt.KeyboardModifier,
    ) -> None:
        if type is QEvent.Type.MouseButtonRelease:
            self._down = Qt.MouseButton.NoButton
        where = QPointF(self._view.mapToGlobal(QPoint(0, 0))) + self._at
        QApplication.sendEvent(
            self._view, QMouseEvent(type, self._at, where, button, buttons, held)
        )

    def _turn(self, angle: int) -> None:
        where = QPointF(self._view.mapToGlobal(QPoint(0, 0))) + self._at
        event = QWheelEvent(
            self._at, where, QPoint(), QPoint(0, angle), self._down, _NONE,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self._view, event)
        self.count["turns"] += 1

    def _type(self, letter: str) -> None:
        """Press a key with any letter on it: QTest has those of ASCII alone."""
        field = _focused()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, _NONE, letter))
        self.count["keys"] += 1
        self.settle()


def _focused() -> QWidget:
    popup = QApplication.activePopupWidget()
    focused = (popup.focusWidget() or popup) if popup else QApplication.focusWidget()
    assert focused is not None, "nothing has the focus"
    return focused
