"""The canvas: the annotated text, as it takes keys and the mouse."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.model.annotation import Fragment
from annotator.ui.canvas import choosers
from annotator.ui.canvas.clipboard import put_on_clipboard
from annotator.ui.canvas.filling_keys import FillingKeys
from annotator.ui.canvas.hits import Part, hit_at, suggestion_at
from annotator.ui.canvas.hop import Hop
from annotator.ui.canvas.pointer import Pointer
from annotator.ui.canvas.resize import move_edge
from annotator.ui.canvas.surface import Surface
from annotator.ui.canvas.tips import tip_of, tip_of_suggestion
from annotator.ui.canvas.walk import Walk
from annotator.ui.commands import tag
from annotator.ui.editor import Editor


class Canvas(Surface):
    """Shows the editor's open article, and changes its layer as keys and mouse say."""

    context_requested = Signal(QPoint)
    """(place on the screen): a menu for what is selected was asked for."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self.hop = Hop(self.stage, self.caret, self)
        self.walk = Walk(self.stage, self.caret, self)
        self._filling_keys = FillingKeys(self.stage)
        self._pointer = Pointer(self.stage, self.caret, self._join, self)
        editor.opened.connect(self._pointer.abandon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Label keys are pressed, not composed: an input method would swallow them.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(self.tr("Article"))
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def copy(self) -> None:
        """Put the selected text, exactly as it is in the article, on the clipboard.

        With no text selected: the words of the annotation in focus.
        """
        article, focused = self._editor.article, self._editor.focused
        start, end = self._editor.stretch
        if article and start < end:
            put_on_clipboard(article.text[start:end])
        elif article and focused and focused.fragments:
            put_on_clipboard(focused.text_in(article.text))

    def select_all(self) -> None:
        """Select the whole text."""
        self.caret.place(0, len(self.stage.page.text))

    def select_sentence(self) -> None:
        """Select the sentence at the caret."""
        self.caret.select_sentence()

    def go_to_next_mention(self) -> None:
        """Select the next mention or trigger."""
        self.caret.go_to_mention(forward=True)

    def go_to_previous_mention(self) -> None:
        """Select the mention or trigger before."""
        self.caret.go_to_mention(forward=False)

    def move_start(self, step: int) -> None:
        """Move the start of the annotation in focus by a syllable, later (1) or earlier (-1)."""
        move_edge(self.stage, at_start=True, step=step)

    def move_end(self, step: int) -> None:
        """Move the end of the annotation in focus by a syllable, later (1) or earlier (-1)."""
        move_edge(self.stage, at_start=False, step=step)

    def pick_label(self) -> None:
        """Ask for a label, narrowed as one types, and give it to what is selected."""
        choosers.choose_label(self._editor, self, self._below_caret())

    def relabel(self) -> None:
        """Ask for another label for the annotations that are selected."""
        choosers.choose_other_label(self._editor, self, self._below_focused())

    def choose_role(self) -> None:
        """Ask which role of the event in focus is to be filled."""
        choosers.choose_role(self._editor, self, self._below_focused())

    def _join(self, source: str, target: str, point: QPointF) -> None:
        place = self.stage.to_view_point(point).toPoint()
        below = self.viewport().mapToGlobal(place)
        choosers.choose_link(self._editor, source, target, self, below)

    def _below_caret(self) -> QPoint:
        stretch = self._editor.stretch
        self.stage.reveal(stretch)
        box = self.stage.to_view(self.stage.page.caret(stretch.start))
        return self.viewport().mapToGlobal(box.bottomLeft().toPoint())

    def _below_focused(self) -> QPoint:
        focused = self._editor.focused
        if focused is None or not focused.fragments:
            return self.viewport().mapToGlobal(QPoint(round(self.stage.left), 0))
        first = Fragment(*focused.fragments[0])
        self.stage.reveal(first)
        box = self.stage.to_view(self.stage.page.caret(first.start))
        return self.viewport().mapToGlobal(box.bottomLeft().toPoint())

    def _escape(self) -> None:
        self._editor.suggestions.focus(None)
        if not self._pointer.abandon():
            self.caret.place(self.caret.position, self.caret.position)

    def event(self, event: QEvent) -> bool:
        # A key for filling or hopping is not a shortcut of the window now.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (
                self._filling_keys.wants(event)
                or self.hop.wants(event)
                or event.key() == Qt.Key.Key_Escape
            )
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pointer.busy:
            if event.key() == Qt.Key.Key_Escape:
                self._escape()
            return
        if any(
            takes(event) for takes in (self.hop.press, self._filling_keys.press, self.caret.press)
        ):
            return
        found = self.hop.label(event)
        if found:
            tag(self._editor, *found, self)
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hop.end()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer.leave()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and self._pointer.refuses:
            return
        if by_mouse:
            self._pointer.select_at(QPointF(event.pos()))
            self.context_requested.emit(event.globalPos())
        else:
            self.context_requested.emit(self._below_focused())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            point = self.stage.to_page(QPointF(event.pos()))
            hit, suggested = hit_at(self.stage, point), suggestion_at(self.stage, point)
            layer = self._editor.layer
            if layer and suggested and (suggested[1] is Part.LABEL or not hit.ids):
                tip = tip_of_suggestion(suggested[0], self._editor)
                QToolTip.showText(event.globalPos(), tip, self)
            elif layer and hit.ids:
                tip = tip_of(layer[hit.ids[0]], layer, self._editor.tagset)
                QToolTip.showText(event.globalPos(), tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)
