"""What a screen reader reads of the canvas: text, caret, selection, the mention at the caret.

Qt counts UTF-16 units here, in the whole text of the article.
"""

import weakref
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
    QAccessibleTextUpdateEvent,
)
from PySide6.QtWidgets import QAccessibleWidget

from annotator.model.annotation import Annotation, Fragment
from annotator.model.offsets import Utf16Offsets, grapheme_bounds
from annotator.ui.canvas.tips import said_suggestion
from annotator.ui.panels.naming import Names, words_of

if TYPE_CHECKING:
    from annotator.ui.canvas.surface import Surface


@cache
def install() -> None:
    """Let Qt ask us for what a screen reader reads of canvases."""
    QAccessible.installFactory(_accessible)


class Speaker:
    """Tells a screen reader, if one is there, what has changed on a canvas."""

    def __init__(self, surface: "Surface") -> None:
        self._surface = surface
        self._said = ""
        self._text = ""

    def tell(self) -> None:
        """Tell where the caret is, what is selected, and the mention that the caret came to."""
        if not QAccessible.isActive():
            return
        surface = self._surface
        stage, units = surface.stage, _units(surface.stage.page.text)
        if stage.page.text != self._text:
            event = QAccessibleTextUpdateEvent(surface, 0, self._text, stage.page.text)
            QAccessible.updateAccessibility(event)
            self._text = stage.page.text
        start, end = (units.to_utf16(offset) for offset in surface.caret.stretch)
        caret = units.to_utf16(surface.caret.position)
        if start < end:
            selection = QAccessibleTextSelectionEvent(surface, start, end)
            selection.setCursorPosition(caret)
            QAccessible.updateAccessibility(selection)
        else:
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(surface, caret))
        said = mention_at_caret(surface)
        if said and said != self._said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(surface, said))
        self._said = said


def mention_at_caret(surface: "Surface") -> str:
    """Return the annotation in focus in words, else the mentions at the caret, or nothing."""
    editor = surface.stage.editor
    layer = editor.layer
    if layer is None:
        return ""
    names = Names(editor.tagset)

    def said(annotation: Annotation) -> str:
        return f"{names.of(annotation)}: {words_of(layer, annotation)}"

    focused = editor.suggestions.focused
    if focused:
        return said_suggestion(focused, editor)
    if editor.focused:
        return said(editor.focused)
    return "; ".join(said(each) for each in layer.at(surface.caret.position))


class ArticleText(QAccessibleTextInterface):
    """The text of a canvas. PySide can't answer which text is selected: events tell it."""

    def __init__(self, surface: "Surface") -> None:
        super().__init__()
        self._surface = weakref.ref(surface)  # Qt keeps this longer than the canvas

    @property
    def _canvas(self) -> "Surface":
        surface = self._surface()
        assert surface is not None
        return surface

    @property
    def _content(self) -> str:
        return self._canvas.stage.page.text

    def text(self, startOffset: int, endOffset: int) -> str:
        units = _units(self._content)
        return self._content[units.from_utf16(startOffset) : units.from_utf16(endOffset)]

    def characterCount(self) -> int:
        return _units(self._content).to_utf16(len(self._content))

    def cursorPosition(self) -> int:
        return _units(self._content).to_utf16(self._canvas.caret.position)

    def setCursorPosition(self, position: int) -> None:
        self._canvas.caret.move(self._offset(position))

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, startOffset: int, endOffset: int) -> None:
        self.setSelection(0, startOffset, endOffset)

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:
        start, end = self._offset(startOffset), self._offset(endOffset)
        self._canvas.caret.place(*grapheme_bounds(self._content, start, end))

    def removeSelection(self, selectionIndex: int) -> None:
        caret = self._canvas.caret
        caret.place(caret.position, caret.position)

    def characterRect(self, offset: int) -> QRect:
        stage = self._canvas.stage
        start = self._offset(offset)
        number = stage.page.paragraph_of(start)
        stage.page.block(number)
        boxes = list(stage.page.boxes(Fragment(start, start + 1)))
        box = stage.to_view(boxes[0] if boxes else stage.page.caret(start)).toAlignedRect()
        return QRect(self._canvas.viewport().mapToGlobal(box.topLeft()), box.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        stage = self._canvas.stage
        inside = QPointF(self._canvas.viewport().mapFromGlobal(point))
        return _units(self._content).to_utf16(stage.page.offset_at(stage.to_page(inside)))

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:
        self._canvas.stage.reveal(Fragment(self._offset(startIndex), self._offset(endIndex)))

    def _offset(self, position: int) -> int:
        return min(_units(self._content).from_utf16(max(0, position)), len(self._content))


class ArticleAccessible(QAccessibleWidget):
    """The canvas as a text that can be read and not be written."""

    def __init__(self, surface: "Surface") -> None:
        super().__init__(surface, QAccessible.Role.EditableText, surface.accessibleName())
        self._surface = weakref.ref(surface)
        self._text = ArticleText(surface)

    def interface_cast(  # pyright: ignore[reportIncompatibleMethodOverride]  # void*, not int
        self, arg__1: QAccessible.InterfaceType
    ) -> object:
        if arg__1 == QAccessible.InterfaceType.TextInterface:
            return self._text
        return super().interface_cast(arg__1)

    def text(self, t: QAccessible.Text) -> str:
        surface = self._surface()
        if surface is None:
            return ""
        article = surface.stage.editor.article
        match t:
            case QAccessible.Text.Name if article:
                name = QCoreApplication.translate("ArticleAccessible", "Article: {0}")
                return name.format(article.title)
            case QAccessible.Text.Description:
                return mention_at_caret(surface) or surface.hint
            case _:
                return super().text(t)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = True
        state.multiLine = True
        state.selectableText = True
        return state


def _accessible(_class_name: str, asked: QObject | None) -> QAccessibleInterface | None:
    from annotator.ui.canvas.surface import Surface

    return ArticleAccessible(asked) if isinstance(asked, Surface) else None


@lru_cache(maxsize=2)
def _units(text: str) -> Utf16Offsets:
    return Utf16Offsets(text)
