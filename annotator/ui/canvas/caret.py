"""The caret and the selection, moved by keys: over characters, words, lines and mentions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.layer import Layer, position
from annotator.model.offsets import next_grapheme, previous_grapheme
from annotator.ui.canvas.filling import taken
from annotator.ui.canvas.stage import Stage
from annotator.ui.canvas.units import sentence_around, word_edge

_Key = QKeySequence.StandardKey
_Motion = Callable[["Caret"], int]
_LONGEST = -(1 << 60)
"""In a position: before all annotations that begin at the same offset."""


class Caret:
    """Where the caret is, and from where the selection was begun; offsets are code points."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._goal: float | None = None
        self.anchor = 0
        self.position = 0

    @property
    def stretch(self) -> Fragment:
        """What is selected; empty at the caret where nothing is."""
        return Fragment(min(self.anchor, self.position), max(self.anchor, self.position))

    def follow(self) -> None:
        """Take over what the editor says is selected."""
        stretch = self._stage.editor.stretch
        if stretch != self.stretch:
            self.anchor, self.position = stretch
            self._goal = None

    def press(self, event: QKeyEvent) -> bool:
        """Move as `event` asks; return whether it is a key that moves the caret."""
        for key, motion, extends in _MOTIONS:
            if event.matches(key):
                self.move(motion(self), extends)
                if motion not in _VERTICAL:
                    self._goal = None
                return True
        return False

    def move(self, position: int, extend: bool = False) -> None:
        """Put the caret at `position`, with the text from where it was selected or not.

        While text is selected the annotations that are selected stay so: the text may become a
        further fragment.
        """
        kept = self._stage.editor.annotations if extend else ()
        self.place(self.anchor if extend else position, position, kept)
        self._stage.reveal(Fragment(position, position))

    def place(self, anchor: int, position: int, annotations: tuple[str, ...] = ()) -> None:
        """Select from `anchor` to `position`, and `annotations`, without scrolling."""
        self.anchor, self.position = anchor, position
        self._stage.editor.select(self.stretch, annotations)

    def select_sentence(self) -> None:
        """Select the sentence at the caret."""
        self.place(*sentence_around(self._stage, self.position))

    def go_to_mention(self, forward: bool) -> None:
        """Select the next mention or trigger after the one in focus or the caret, or before it."""
        editor = self._stage.editor
        if editor.layer is None:
            return
        focused = editor.focused
        here = position(focused) if focused and focused.fragments else (self.position, _LONGEST, 0)
        found = neighbour(editor.layer, here, forward, self._is_wanted)
        if found:
            self.place(found.start, found.start, (found.id,))
            self._stage.reveal(Fragment(found.start, found.end))

    def _is_wanted(self, annotation: Annotation) -> bool:
        """Return whether going from mention to mention stops at `annotation`.

        While a role is filled, not at what fills it already.
        """
        editor = self._stage.editor
        if annotation.kind not in (Kind.ENTITY, Kind.EVENT) or editor.layer is None:
            return False
        return editor.filling is None or annotation.id not in taken(editor.layer, editor.filling)

    def _character(self, step: int) -> int:
        text = self._stage.page.text
        if step > 0:
            return next_grapheme(text, self.position)
        return previous_grapheme(text, self.position)

    def _word(self, step: int) -> int:
        """Return the end of the word at or after the caret, or the start of the one before."""
        return word_edge(self._stage, self.position, step)

    def _line_end(self, step: int) -> int:
        number, line = self._stage.page.spot_of(self.position)
        lines = self._stage.page.block(number).lines
        return lines.last_of(line) if step > 0 else lines.bounds(line).start

    def _paragraph_end(self, step: int) -> int:
        page = self._stage.page
        return page.paragraphs[page.paragraph_of(self.position)][1 if step > 0 else 0]

    def _document_end(self, step: int) -> int:
        return len(self._stage.page.text) if step > 0 else 0

    def _line(self, step: int) -> int:
        page = self._stage.page
        number, line = page.spot_of(self.position)
        line += step
        if line < 0:
            number -= 1
            line = len(page.block(number).lines) - 1 if number >= 0 else 0
        elif line == len(page.block(number).lines):
            number, line = number + 1, 0
        if not 0 <= number < len(page.paragraphs):
            return self._document_end(step)
        return page.block(number).lines.offset_at(line, self._goal_x())

    def _page(self, step: int) -> int:
        stage = self._stage
        here = stage.page.caret(self.position)
        y = here.center().y() + step * stage.seen.height() * 0.9
        if not 0 <= y < stage.page.height:
            return self._document_end(step)
        return stage.page.offset_at(QPointF(self._goal_x(), y))

    def _goal_x(self) -> float:
        """Return where the caret keeps to while it goes from line to line."""
        if self._goal is None:
            self._goal = self._stage.page.caret(self.position).x()
        return self._goal


def neighbour(
    layer: Layer,
    here: tuple[int, int, int],
    forward: bool,
    wanted: Callable[[Annotation], bool],
) -> Annotation | None:
    """Return the `wanted` annotation next after `here` by position, or before it, or None.

    Looks at ever wider stretches of the text, so that it costs what lies near.
    """
    room, length = 500, len(layer.article.text)
    while True:
        low, high = (here[0], here[0] + room) if forward else (here[0] - room, here[0] + 1)
        near = layer.overlapping(max(0, low), min(length, high))
        found = [
            each
            for each in near
            if low <= each.start < high
            and (position(each) > here if forward else position(each) < here)
            and wanted(each)
        ]
        if found:
            return found[0] if forward else found[-1]
        if high >= length if forward else low <= 0:
            return None
        room *= 4


def _both(
    motion: Callable[[Caret, int], int], step: int, moves: _Key, selects: _Key
) -> list[tuple[_Key, _Motion, bool]]:
    bound = partial(_call, motion, step)
    return [(moves, bound, False), (selects, bound, True)]


def _call(motion: Callable[[Caret, int], int], step: int, caret: Caret) -> int:
    return motion(caret, step)


_UP_AND_DOWN = [
    *_both(Caret._line, 1, _Key.MoveToNextLine, _Key.SelectNextLine),
    *_both(Caret._line, -1, _Key.MoveToPreviousLine, _Key.SelectPreviousLine),
    *_both(Caret._page, 1, _Key.MoveToNextPage, _Key.SelectNextPage),
    *_both(Caret._page, -1, _Key.MoveToPreviousPage, _Key.SelectPreviousPage),
]
_VERTICAL = [motion for _, motion, _ in _UP_AND_DOWN]
_MOTIONS = [
    *_UP_AND_DOWN,
    *_both(Caret._character, 1, _Key.MoveToNextChar, _Key.SelectNextChar),
    *_both(Caret._character, -1, _Key.MoveToPreviousChar, _Key.SelectPreviousChar),
    *_both(Caret._word, 1, _Key.MoveToNextWord, _Key.SelectNextWord),
    *_both(Caret._word, -1, _Key.MoveToPreviousWord, _Key.SelectPreviousWord),
    *_both(Caret._line_end, 1, _Key.MoveToEndOfLine, _Key.SelectEndOfLine),
    *_both(Caret._line_end, -1, _Key.MoveToStartOfLine, _Key.SelectStartOfLine),
    *_both(Caret._paragraph_end, 1, _Key.MoveToEndOfBlock, _Key.SelectEndOfBlock),
    *_both(Caret._paragraph_end, -1, _Key.MoveToStartOfBlock, _Key.SelectStartOfBlock),
    *_both(Caret._document_end, 1, _Key.MoveToEndOfDocument, _Key.SelectEndOfDocument),
    *_both(Caret._document_end, -1, _Key.MoveToStartOfDocument, _Key.SelectStartOfDocument),
]
