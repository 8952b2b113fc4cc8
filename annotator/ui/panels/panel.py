"""What every side panel is: a view of the editor that follows it after the text."""

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.annotation import Annotation
from annotator.model.change import Edit, Subject, squashed
from annotator.ui.controls import press_by_return
from annotator.ui.editor import Editor

_SOON = 25
"""Milliseconds until a panel follows: less than anyone sees."""


class Panel(QWidget):
    """A side panel on an editor. Hidden, it goes stale, and refreshes when it is shown again.

    What the editor tells is shown a moment later: the text goes first, and what one does in quick
    succession is followed in one go.
    """

    icon: ClassVar[str]
    """The name of its icon."""
    of_all_articles: ClassVar[bool] = False
    """Whether it shows more than the open layer, and so what was edited before that was opened."""

    left = Signal()
    """What was done here is done: the keyboard goes back to the text."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.home: QWidget | None = None
        """What gets the keyboard when one comes here: no proxy, for Tab would stop at both."""
        self.stops: tuple[QWidget, ...] = ()
        """What Tab goes through, in this order."""
        self._stale = True
        """Whether all that is shown may be wrong."""
        self._reopened = False
        self._edits: list[Edit] = []
        self._reselected = False
        """What the editor told, and is not shown yet."""
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._catch_up_if_seen)
        self.setAccessibleName(self.title())
        self.setObjectName(type(self).__name__)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        editor.opened.connect(self._hear_opening)
        editor.tagset_changed.connect(self.renew)
        editor.edited.connect(self._hear_edit)
        editor.selected.connect(self._hear_selection)

    def title(self) -> str:
        """Return what the panel is called, in the window's language."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show everything anew."""
        raise NotImplementedError

    def follow(self, edit: Edit) -> None:
        """Show what `edit` changed."""
        self.refresh()

    def follow_opening(self) -> None:
        """Show that another article, reviewer or moment is open."""
        self.refresh()

    def follow_selection(self) -> None:
        """Show that another annotation or stretch is selected."""

    def renew(self) -> None:
        """Refresh soon if the panel is seen, else when it is shown."""
        self._stale = True
        self._wait()

    def catch_up(self) -> None:
        """Show all that the editor told so far."""
        stale, reopened, edits, selected = (
            self._stale, self._reopened, self._edits, self._reselected,
        )  # fmt: skip
        self._stale, self._reopened, self._edits, self._reselected = False, False, [], False
        self._soon.stop()
        if stale:
            self.refresh()
            return
        if edits and (self.of_all_articles or not reopened):
            self.follow(squashed(edits))
        if reopened:
            self.follow_opening()
        elif selected:
            self.follow_selection()

    def catch_up_first(self) -> None:
        """Show what is still to be shown, before what a key or a click asks for is done.

        Else it would be done to what is gone, or to what has the same id in another article.
        """
        if self._soon.isActive():
            self.catch_up()

    def changed(self, edit: Edit) -> Iterator[tuple[Annotation | None, Annotation | None]]:
        """Yield (before, after) of each annotation of the open layer that `edit` changed."""
        layer = self.editor.layer
        for change in edit.changes:
            if layer is None:
                return
            if change.address.subject is Subject.ANNOTATION and layer.applies_to(change):
                before, after = change.before, change.after
                yield (
                    before if isinstance(before, Annotation) else None,
                    after if isinstance(after, Annotation) else None,
                )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if press_by_return(event, self.focusWidget()):
            return
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.editor.filling:
            self.editor.fill(None)
        else:
            self.left.emit()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self.home:
            self.home.setFocus(reason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.order_stops()
        self.catch_up()

    def order_stops(self, *before: QWidget) -> None:
        """Have Tab go through `before`, then the stops; Qt puts what is made late at the end."""
        for each, after in pairwise((*before, *self.stops)):
            self.setTabOrder(each, after)

    def _catch_up_if_seen(self) -> None:
        if self.isVisible():
            self.catch_up()

    def _hear_opening(self) -> None:
        self._reopened = True
        self._wait()

    def _hear_edit(self, edit: Edit, initiator: object) -> None:
        if initiator is not self and self.isVisible():
            self._edits.append(edit)
            self._wait()
        else:
            self._stale |= initiator is not self

    def _hear_selection(self) -> None:
        self._reselected = True
        self._wait()

    def _wait(self) -> None:
        """Follow soon."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()
