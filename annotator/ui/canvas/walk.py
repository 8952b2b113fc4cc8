"""Goes through the words that look like a name, one after another: a label's key goes on."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, islice

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.change import Edit
from annotator.model.message import message
from annotator.ui.canvas.caret import Caret
from annotator.ui.canvas.stage import Stage
from annotator.ui.selection import selected_words

_NOT_YET = message("The words of this article are not known yet: wait a moment.")
_NONE_BEFORE = message("Nothing before this looks like a name and is not tagged.")
_NO_MORE = message("Nothing from here on looks like a name and is not tagged.")
_AT_ONCE = 400
"""Names that are looked at before another key is answered."""


class Walk(QObject):
    """Selects what looks like a name and is neither tagged nor suggested.

    What it selected and is tagged then makes it go on, until something else is selected.
    """

    changed = Signal()
    """`selected` is another."""

    def __init__(self, stage: Stage, caret: Caret, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._caret = caret
        self._editor = stage.editor
        self.selected: Fragment | None = None
        """What it selected, as long as it is; None while it is off."""
        self._ahead: Iterator[Fragment | None] = iter(())
        """What of the names that are still to be looked at is bare."""
        self._none = _NO_MORE
        self._tagged: tuple[str, ...] = ()
        """What stays in focus while the next one is selected: for a note, or the same elsewhere."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        self._editor.opened.connect(self._end)
        self._editor.selected.connect(self._follow)
        self._editor.edited.connect(self._take)

    def go(self, step: int) -> None:
        """Select the next one after what is selected (1), or the one before (-1)."""
        if self._editor.words is None:
            self._editor.refused.emit(_NOT_YET)
        else:
            self._seek(self._editor.stretch, step, ())

    def beside(self, stretch: Fragment, step: int) -> Iterator[Fragment]:
        """Yield what it would select after `stretch` (1), or before it (-1), one after another."""
        return filter(None, self._parts(stretch, step))

    def _parts(self, stretch: Fragment, step: int) -> Iterator[Fragment | None]:
        """Yield of each name what of it is bare, None where nothing is."""
        names = self._editor.names
        if step < 0:
            last = bisect_right(names, stretch.start, key=_end_of) - 1
            return (self._bare(names[each]) for each in range(last, -1, -1))
        first = bisect_right(names, stretch.end, key=_end_of)
        parts = (self._bare(names[each]) for each in range(first, len(names)))
        return (part if part and part.start >= stretch.end else None for part in parts)

    def _bare(self, name: Fragment) -> Fragment | None:
        """Return `name`, or its words after what of it is tagged or suggested."""
        layer = self._editor.layer
        tagged = layer.overlapping(*name) if layer else ()
        suggested = (each.annotation for each in self._editor.suggestions.near(*name))
        ends = [each.end for each in (*tagged, *suggested) if each.kind is Kind.ENTITY]
        if not ends:
            return name
        left = self._stage.page.text[max(ends) : name.end]
        words = left.lstrip()
        return Fragment(name.end - len(words), name.end) if words and words != left else None

    def _seek(self, stretch: Fragment, step: int, tagged: tuple[str, ...]) -> None:
        """Select the first one beside `stretch`, or say that there is none."""
        self._ahead, self._tagged = self._parts(stretch, step), tagged
        self._none = _NO_MORE if step > 0 else _NONE_BEFORE
        self._look()

    def _look(self) -> None:
        found = next(filter(None, islice(self._ahead, _AT_ONCE)), None)
        if found is None:
            self._soon.start()  # what is said now would be hidden by the edit that it follows
            return
        self._soon.stop()
        self.selected = found
        self._caret.place(*found, self._tagged)
        self._stage.reveal(found)
        self.changed.emit()

    def _go_on(self) -> None:
        for following in self._ahead:
            self._ahead = chain((following,), self._ahead)
            self._look()
            return
        self._editor.refused.emit(self._none)

    def _take(self, edit: Edit) -> None:
        """Go on where what is selected was tagged, be it by its key, a click, or with others."""
        self._soon.stop()
        words = selected_words(self._editor) if self.selected else None
        if words is None:
            return
        made = (each.after for each in edit.changes if each.before is None)
        tagged = (e for e in made if isinstance(e, Annotation) and e.fragments == (words,))
        if done := next(tagged, None):
            self._seek(words, 1, (done.id,))

    def _follow(self) -> None:
        """Take over where an end of it was moved; leave it where something else is selected."""
        stretch = self._editor.stretch
        if self.selected is None or stretch == self.selected:
            return
        if stretch.overlaps(self.selected):
            self.selected = stretch
        else:
            self._leave()

    def _end(self) -> None:
        self._soon.stop()
        self._leave()

    def _leave(self) -> None:
        if self.selected is not None:
            self.selected = None
            self.changed.emit()


def _end_of(name: Fragment) -> int:
    return name.end
