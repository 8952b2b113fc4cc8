"""Goes through the words that look like a name, one after another: a label's key goes on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.change import Edit
from annotator.model.message import message
from annotator.ui.canvas.caret import Caret
from annotator.ui.canvas.stage import Stage
from annotator.ui.selection import selected_words

_NOT_YET = message("The words of this article are not known yet: wait a moment.")
_NONE_BEFORE = message("Nothing before this looks like a name and is not tagged.")
_NO_MORE = message("Nothing from here on looks like a name and is not tagged.")


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
        self._editor.opened.connect(self._leave)
        self._editor.selected.connect(self._follow)
        self._editor.edited.connect(self._take)

    def go(self, step: int) -> None:
        """Select the next one after what is selected (1), or the one before (-1)."""
        editor = self._editor
        if editor.words is None:
            editor.refused.emit(_NOT_YET)
        elif found := next(self.beside(editor.stretch, step), None):
            self._select(found)
        elif step > 0:
            editor.refused.emit(_NO_MORE)
        else:
            editor.refused.emit(_NONE_BEFORE)

    def beside(self, stretch: Fragment, step: int) -> Iterator[Fragment]:
        """Yield what it would select after `stretch` (1), or before it (-1), one after another."""
        names = self._editor.names
        if step > 0:
            numbers = range(bisect_left(names, stretch.end, key=_start_of), len(names))
        else:
            numbers = range(bisect_right(names, stretch.start, key=_end_of) - 1, -1, -1)
        return (names[each] for each in numbers if self._is_bare(names[each]))

    def _is_bare(self, name: Fragment) -> bool:
        layer = self._editor.layer
        tagged = layer.overlapping(*name) if layer else ()
        suggested = (each.annotation for each in self._editor.suggestions.near(*name))
        return all(each.kind is not Kind.ENTITY for each in (*tagged, *suggested))

    def _select(self, name: Fragment, annotations: tuple[str, ...] = ()) -> None:
        """Select a name; what was just tagged stays in focus, for a note or the same elsewhere."""
        self.selected = name
        self._caret.place(*name, annotations)
        self._stage.reveal(name)
        self.changed.emit()

    def _take(self, edit: Edit) -> None:
        """Go on where what is selected was tagged, be it by its key, a click, or with others."""
        words = selected_words(self._editor) if self.selected else None
        if words is None:
            return
        made = (each.after for each in edit.changes if each.before is None)
        tagged = (e for e in made if isinstance(e, Annotation) and e.fragments == (words,))
        if made_of_it := next(tagged, None):
            if following := next(self.beside(words, 1), None):
                self._select(following, (made_of_it.id,))
            else:
                self._editor.refused.emit(_NO_MORE)

    def _follow(self) -> None:
        """Take over where an end of it was moved; leave it where something else is selected."""
        stretch = self._editor.stretch
        if self.selected is None or stretch == self.selected:
            return
        if stretch.overlaps(self.selected):
            self.selected = stretch
        else:
            self._leave()

    def _leave(self) -> None:
        if self.selected is not None:
            self.selected = None
            self.changed.emit()


def _start_of(name: Fragment) -> int:
    return name.start


def _end_of(name: Fragment) -> int:
    return name.end
