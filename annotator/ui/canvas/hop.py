"""Selects words in view by the first letters of their syllables: `hn` finds `Hà Nội`."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from annotator.language.initials import ANY, GAP, Initials, initials, letter_of
from annotator.model.annotation import Fragment, Kind
from annotator.ui.canvas.caret import Caret
from annotator.ui.canvas.label_keys import is_plain, key_name, label_of
from annotator.ui.canvas.stage import Stage

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_OTHERS = (*_ENDS, *_STEPS, Qt.Key.Key_Escape, Qt.Key.Key_Backspace)
_OF_WORDS = (Kind.ENTITY, Kind.EVENT)
"""What words can be tagged as."""


class Hop(QObject):
    """Takes keys from when it begins until another one is pressed, or something else selected.

    Nothing scrolls by it. What it selects stays so, unless it is left by Escape.
    """

    changed = Signal()
    """`said` is another."""

    def __init__(self, stage: Stage, caret: Caret, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._caret = caret
        self._began: tuple[Fragment, tuple[str, ...]] | None = None
        """What was selected when it began: stretch and annotations; None while it is off."""
        self._text = Initials("", "", ())
        """The syllables in view."""
        self._typed = ""
        self._places: list[Fragment] = []
        """What the typed letters may mean, likeliest first."""
        self._at = 0
        self._slip = ""
        """Letters just typed that nothing in view begins with."""
        self._selected = Fragment(0, 0)
        """What it selected last."""
        editor = stage.editor
        for signal in (editor.opened, editor.edited, editor.filling_changed):
            signal.connect(self.end)
        editor.selected.connect(self._follow)

    @property
    def said(self) -> str:
        """What is typed, where it led, and which keys go on; empty while it is off."""
        if self._began is None:
            return ""
        if self._slip:
            return self.tr("Nothing in view begins with “{0}”.").format(self._slip)
        if not self._typed:
            return self.tr("Type the first letters of the words to select.")
        found = self.tr("“{0}”: {1} of {2}").format(self._typed, self._at + 1, len(self._places))
        keys = self.tr("Down: the next · Enter: done · label: its key, with a letter Shift")
        return f"{found} · {keys}"

    def begin(self) -> None:
        """Take the letters that are typed from now on."""
        editor, page, seen = self._stage.editor, self._stage.page, self._stage.seen
        low = page.offset_at(QPointF(0, max(0.0, seen.top())))
        high = page.offset_at(QPointF(page.width, min(seen.bottom(), page.height - 1)))
        self._began = (Fragment(self._caret.anchor, self._caret.position), editor.annotations)
        self._text = initials(page.text, Fragment(low, high))
        self._typed, self._slip, self._places = "", "", []
        self._selected = self._caret.stretch
        self.changed.emit()

    def end(self) -> None:
        """Leave what is selected as it is, and take no more keys."""
        if self._began is not None:
            self._began = None
            self.changed.emit()

    def wants(self, event: QKeyEvent) -> bool:
        """Return whether the key is for this now, and no shortcut of the window.

        Alt+Down goes to another article, as ever, and Shift+Down selects text.
        """
        other = is_plain(event) and event.key() in _OTHERS
        return self._began is not None and (other or bool(self._letter(event)))

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key asks for; return whether it was one for this."""
        if not self.wants(event):
            return False
        letter, key = self._letter(event), event.key()
        if letter:
            self._look(self._typed + letter)
        elif key == Qt.Key.Key_Backspace:
            self._take_back()
        elif key in _STEPS:
            self._go(self._at + _STEPS[Qt.Key(key)])
        else:
            if key == Qt.Key.Key_Escape:
                self._restore()
            self.end()
        return True

    def label(self, event: QKeyEvent) -> tuple[Kind, str] | None:
        """Return the label that a key stands for now: a letter is one with Shift.

        Where Shift and the letter are a label that words can't have, it is the letter's own.
        """
        tagset = self._stage.editor.tagset
        found = label_of(event, tagset)
        if self._began is None or not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return found
        if found and found[0] in _OF_WORDS:
            return found
        bare = QKeyEvent(event.type(), event.key(), Qt.KeyboardModifier.NoModifier, event.text())
        return label_of(bare, tagset) or found

    def _letter(self, event: QKeyEvent) -> str:
        """Return what a key is as a first letter; empty: none.

        A digit that is a label's key is that.
        """
        name = key_name(event)
        if name == GAP and self._typed:
            return name
        if len(name) != 1 or not (name.isalnum() or name == ANY):
            return ""
        if not name.isalpha() and label_of(event, self._stage.editor.tagset):
            return ""
        return name if name == ANY else letter_of(name)

    def _look(self, typed: str) -> None:
        """Select what `typed` likeliest means, if there is one."""
        assert self._began is not None
        found = self._text.likely(typed, self._words(), max(self._began[0]))
        if typed and not found:
            self._slip = typed
            self.changed.emit()
        else:
            self._typed, self._places = typed, found
            self._go(0)

    def _take_back(self) -> None:
        """Take back the last letter: the one that led nowhere, if that is shown."""
        if self._slip:
            self._slip = ""
            self.changed.emit()
        else:
            self._look(self._typed[:-1])

    def _words(self) -> Sequence[Fragment]:
        words, units = self._stage.editor.words, self._text.syllables
        if not words or not units:
            return ()
        start, end = units[0].start, units[-1].end
        return words[bisect_left(words, (start, start)) : bisect_left(words, (end, end))]

    def _go(self, at: int) -> None:
        self._slip = ""
        if self._places:
            self._at = at % len(self._places)
            self._select(self._places[self._at])
        else:
            self._restore()
        self.changed.emit()

    def _restore(self) -> None:
        assert self._began is not None
        self._select(self._began[0])

    def _select(self, stretch: Fragment) -> None:
        """Select text; the annotations selected stay so: it may become a further fragment."""
        assert self._began is not None
        self._selected = Fragment(min(stretch), max(stretch))
        self._caret.place(*stretch, self._began[1])

    def _follow(self) -> None:
        """End where something else was selected, by the mouse or another key."""
        if self._stage.editor.stretch != self._selected:
            self.end()
