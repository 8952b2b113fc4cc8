"""Hands on the keyboard and the mouse of the real window, that count what they do."""

from collections import Counter
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.annotation import Annotation, Fragment
from annotator.suggest.suggestion import Suggestion
from annotator.ui.canvas.sweeping import place_of
from annotator.ui.panels.picker import Picker
from annotator.ui.program import Program
from annotator.ui.suggesting import Suggesting
from bench.mouse import NO_KEY, Mouse
from bench.passes import OutOfReachError
from bench.runs import Run
from bench.sight import Sight
from bench.sitting import send, send_letter, until

_PATIENCE = 900.0
"""Seconds that the window may take for anything, training too."""
_MOST_TURNS = 100_000
"""Of the wheel, through the longest article there is."""
_TALLEST = 10
"""Heights of the view that the labels over a line may take."""
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_CHOICES = _CTRL, _CTRL | Qt.KeyboardModifier.ShiftModifier
"""What is held at the end of a drag to take what is likeliest, and what comes second."""
_LEFT, _RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Hand:
    """What a person does with one hand on the keys and one on the mouse.

    After each thing done it waits until nothing that is seen changes by itself any more.
    """

    def __init__(self, program: Program) -> None:
        self._window = program.window
        self._editor = program.editor
        self._mouse = Mouse(program.window.canvas.viewport())
        self._sight = Sight(program.window.canvas)
        self._keys = 0

    def counted(self) -> Counter[str]:
        """Return what was done so far: keys, clicks, turns of the wheel, travel of the pointer.

        A chord is one key, a drag one click, a notch one turn; travel is in pixels.
        """
        mouse = self._mouse
        return Counter(
            keys=self._keys, clicks=mouse.clicks, turns=mouse.turns, travel=round(mouse.travel)
        )

    def key(self, keys: str) -> None:
        """Press a key or a chord, written as in the table of actions."""
        send(_focused(), keys)
        self._keys += 1
        self.settle()

    def sweep(self, fragment: Fragment, *, further: bool = False) -> bool:
        """Press the button at one end of `fragment` and go to the other, with Ctrl held.

        Return whether a drag selects just that; where none does, no button is down. As a `further`
        part of what is in focus, that stays so.
        """
        self._bring(fragment.start)
        ends = self._sight.ends(fragment)
        if ends is None and not further:
            self.key("Escape")
            ends = self._sight.ends(fragment)
        if ends is None:
            return False
        self._mouse.held = _CTRL if self._sight.by_syllables(fragment) else _CTRL | _ALT
        begin, end = ends
        self._mouse.press(begin, _LEFT)
        if (begin - end).manhattanLength() < 2 * QApplication.startDragDistance():
            self._mouse.begin_drag()
        elif not 0 <= end.y() < self._sight.height():
            self._mouse.begin_drag()
            self._bring(fragment.end if end.y() > 0 else fragment.start)
            ends = self._sight.ends(fragment) or ends
        self._mouse.move(ends[1])
        self.settle()
        if self._editor.stretch == fragment or self.reach(fragment):
            return True
        self.give_up()
        return False

    def select(self, fragment: Fragment) -> None:
        """Select `fragment` by keys, from a place near to it that the pointer comes to.

        What is in focus stays so where the pointer comes to one of its ends.
        """
        self._bring(fragment.start)
        anchor = next((each for each in fragment if self._sight.spot(each)), fragment.start)
        point = self._sight.caret(anchor).center()
        self._mouse.held = _ALT
        self._mouse.press(point, _LEFT)
        self._mouse.begin_drag()
        self._mouse.move(point)
        self.let_go()
        self._walk(anchor, "")
        self._walk(sum(fragment) - anchor, "Shift+")
        if self._editor.stretch != fragment:
            raise OutOfReachError(f"{fragment} can't be selected")

    def _walk(self, offset: int, held: str) -> None:
        """Press arrow keys until the caret stands at `offset`, or goes no further."""
        caret, before = self._window.canvas.caret, -1
        while caret.position not in (offset, before):
            before = caret.position
            self.key(held + ("Right" if before < offset else "Left"))

    def reach(self, fragment: Fragment) -> bool:
        """Go on until `fragment` is selected, with the button down; return whether it is."""
        self._bring(fragment.end)
        for point in reversed(self._sight.ends(fragment) or ()):
            self._mouse.move(point)
            self.settle()
            if self._editor.stretch == fragment:
                return True
        return False

    def give_up(self) -> None:
        """Leave a drag without doing anything."""
        self.key("Escape")
        self.let_go()

    def pull(self, fragment: Fragment, wanted: Fragment) -> None:
        """Drag the edges of `fragment`, which is in focus, until it is `wanted`, with Alt held."""
        for at_start, here, there in (
            (True, fragment.start, wanted.start),
            (False, fragment.end, wanted.end),
        ):
            if here == there:
                continue
            begin = self._sight.edge(fragment, at_start)
            if begin is None:
                raise OutOfReachError(f"the edge of {fragment} can't be hit")
            self._mouse.held = _ALT
            self._mouse.press(begin, _LEFT)
            self._mouse.begin_drag()
            self._mouse.move(self._sight.caret(there).center())
            self.let_go()
            fragment = Fragment(wanted.start, fragment.end)

    def draw(self, event: Annotation, target: Annotation) -> None:
        """Press the button on the label of `event` and go to that of `target`, with Ctrl held."""
        self._bring_label(event)
        begin = self._label(event)
        self._mouse.held = _CTRL
        self._mouse.press(begin, _LEFT)
        self._mouse.begin_drag()
        self._bring_label(target)
        self._mouse.move(self._label(target))
        self.settle()
        if self._label(target) != self._mouse.at:  # something came, and moved the text
            self._mouse.move(self._label(target))
            self.settle()

    def let_go(self, choice: int | None = None) -> None:
        """Let the button go; `choice`: with the keys held that take what is shown first, second."""
        self._mouse.release(NO_KEY if choice is None else _CHOICES[choice])
        self.settle()

    def accept(self, run: Run) -> int:
        """Accept suggestions by a drag, or one by a click on its label; return how many.

        Only the first where its label can't be hit, or where others would be taken in.
        """
        return self._take(run, _LEFT, "Space")

    def refuse(self, run: Run) -> int:
        """Refuse suggestions by the right button, as `accept` accepts them; return how many."""
        return self._take(run, _RIGHT, "-")

    def accept_surer(self, found: Run) -> bool:
        """Accept `found`, the least certain first, by a click with Ctrl on that; return whether.

        Not where its label can't be hit, or where others would be taken in.
        """
        point = self._dashed(found[0])
        if point is None:
            return False
        self._mouse.held = _CTRL
        self._mouse.press(point, _LEFT)
        if not self._lit(found):
            self.give_up()
            return False
        self.let_go()
        return True

    def _take(self, run: Run, button: Qt.MouseButton, key: str) -> int:
        point = self._dashed(run[0])
        if point is None:
            self._take_by_keys(run[0], key)
            return 1
        self._mouse.press(point, button)
        if len(run) > 1 and not self._reach(run):
            self.give_up()
            return self._take(run[:1], button, key)
        self.let_go()
        return len(run)

    def _reach(self, run: Run) -> bool:
        """Drag on to the last of `run`; return whether just those stand out that are meant."""
        self._mouse.begin_drag()
        end = self._dashed(run[-1])
        if end is None:
            return False
        self._mouse.move(end)
        self.settle()
        return self._lit(run)

    def _lit(self, run: Run) -> bool:
        """Return whether just those stand out that are meant."""
        draft, layer = self._window.canvas.stage.attention.draft, self._editor.layer
        meant = Counter(place_of(layer, each)[:2] for each in run) if layer else None
        return draft is not None and meant == Counter(
            (each.start, -each.end) for each in (*draft.swept, *draft.struck)
        )

    def _take_by_keys(self, suggestion: Suggestion, key: str) -> None:
        suggestions = self._editor.suggestions
        for _ in suggestions.shown:
            self.key(".")
            if suggestions.focused and suggestions.focused.id == suggestion.id:
                self.key(key)
                return
        raise OutOfReachError(f"{suggestion} does not come into focus")

    def pick(self, key: Hashable, name: str) -> None:
        """Choose the row `key` of the list that is up: by its digit, by Enter, or by its `name`.

        Raises OutOfReachError where it does not come first, and not below that.
        """
        picker = QApplication.activePopupWidget()
        assert isinstance(picker, Picker), f"no list is up, but {picker}"
        digits = (row.shortcut for row in picker.view.list.rows if row.key == key)
        digit = next(digits, "")

        def chosen() -> bool:
            current = picker.view.current()
            return current is not None and current.key == key

        if not chosen() and digit.isdecimal():
            self.key(digit)
            return
        for letter in name:
            if chosen():
                break
            self.type(letter)
        for _ in picker.view.list.rows:
            if chosen():
                break
            self.key("Down")
        if not chosen():
            raise OutOfReachError(f"{name} is not found in the list")
        self.key("Return")

    def settle(self) -> None:
        """Wait until nothing changes by itself any more."""
        QApplication.processEvents()
        until(lambda: not self._busy(), _PATIENCE)  # asleep: Python runs one thread at a time
        QApplication.processEvents()  # what is enabled follows what has happened

    def _busy(self) -> bool:
        source = self._editor.suggestions.source
        assert isinstance(source, Suggesting)
        popup = QApplication.activePopupWidget()
        return (
            source.busy
            or self._editor.suggestions.likeliest.busy
            or self._window.everywhere.busy
            or not self._window.left.articles.complete
            or (isinstance(popup, Picker) and popup.looking)
        )

    def turn_to(self, offset: int) -> None:
        """Press the keys that turn the page until `offset` stands in the view."""
        caret = self._window.canvas.caret
        self._turn(
            offset, (0, 1), lambda up: self.key("PgUp" if up else "PgDown"), lambda: caret.position
        )

    def _bring(self, offset: int) -> None:
        """Turn the wheel until `offset` stands in the view, with room for what is above it."""
        self._turn(
            offset,
            (0.2, 0.9),
            lambda up: self._mouse.turn(up=up),
            lambda: self._sight.caret(offset).top(),
        )

    def _turn(
        self,
        offset: int,
        room: tuple[float, float],
        turn: Callable[[bool], None],
        place: Callable[[], float],
    ) -> None:
        """Turn until `offset` stands in `room`, in heights of the view, or `place` stays."""
        for _ in range(_MOST_TURNS):
            box, (above, below) = self._sight.caret(offset), room
            up = box.top() < above * self._sight.height()
            if not up and box.bottom() <= below * self._sight.height():
                return
            before = place()
            turn(up)
            if place() == before:
                return
        raise OutOfReachError(f"{offset} does not come into view")

    def _bring_label(self, annotation: Annotation) -> None:
        if annotation.fragments:
            self._bring(annotation.start)
            return
        before = None
        while (top := self._sight.caret(0).top()) != before:  # the band stands above
            before = top
            self._mouse.turn(up=True)

    def _label(self, annotation: Annotation) -> QPointF:
        """Return where the label is hit; it may stand far above the words, over many others."""
        before = None
        while (found := self._sight.label(annotation)) is None:
            top = self._sight.caret(max(0, annotation.start)).top()
            if top == before or top > self._sight.height() * _TALLEST:
                raise OutOfReachError(f"the label of {annotation} can't be hit")
            before = top
            self._mouse.turn(up=True)
        return found

    def _dashed(self, suggestion: Suggestion) -> QPointF | None:
        """Return the label of `suggestion`: of an arc on the line of its trigger or its filler."""
        layer = self._editor.layer
        targets = (layer.get(id) for id in suggestion.annotation.targets()) if layer else ()
        for each in (suggestion.annotation, *targets):
            if each and each.fragments:
                self._bring(each.start)
                found = self._sight.suggestion(suggestion)
                if found:
                    return found
        return None

    def type(self, letter: str) -> None:
        """Press the key of a letter."""
        send_letter(_focused(), letter)
        self._keys += 1
        self.settle()


def _focused() -> QWidget:
    popup = QApplication.activePopupWidget()
    focused = (popup.focusWidget() or popup) if popup else QApplication.focusWidget()
    assert focused is not None, "nothing has the focus"
    return focused
