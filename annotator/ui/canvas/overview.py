"""The strip beside the scroll bar: where in the article annotations are."""

from collections import Counter

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.model.annotation import Annotation, Kind
from annotator.model.change import Edit
from annotator.ui.canvas.look import Look
from annotator.ui.editor import Editor

WIDTH = 10
_ROW = 2
"""Pixels that one mark is high."""


class Overview(QWidget):
    """Marks of all mentions and triggers, from the beginning to the end of the text."""

    asked = Signal(float)
    """(0 to 1): a click asks for this place in the text."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._rows: dict[int, Counter[tuple[Kind, str]]] = {}
        self.look = Look(editor.tagset)
        self.setAccessibleName(self.tr("Overview of the article"))

    def read(self) -> None:
        """Mark all annotations of the open layer."""
        self._rows = {}
        for annotation in self._editor.layer or ():
            self._count(annotation, 1)
        self.update()

    def take(self, edit: Edit) -> None:
        """Follow an edit; costs what it changes."""
        layer = self._editor.layer
        for change in edit.changes:
            if layer and layer.applies_to(change):
                if isinstance(change.before, Annotation):
                    self._count(change.before, -1)
                if isinstance(change.after, Annotation):
                    self._count(change.after, 1)
        self.update()

    def _count(self, annotation: Annotation, step: int) -> None:
        if not annotation.fragments:
            return
        counter = self._rows.setdefault(self._row(annotation.start), Counter())
        counter[annotation.kind, annotation.label] += step

    def _row(self, offset: int) -> int:
        article = self._editor.article
        length = max(1, len(article.text) if article else 1)
        return offset * max(1, self.height() // _ROW) // (length + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.look.page)
        for row, labels in self._rows.items():
            present = [key for key, count in labels.items() if count > 0]
            if not present:
                continue
            width = (WIDTH - 2) / len(present)
            for number, (kind, label) in enumerate(sorted(present)):
                box = QRectF(1 + number * width, row * _ROW, width, _ROW)
                painter.fillRect(box, self.look.ink(kind, label).chip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.read()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.asked.emit(max(0.0, min(1.0, event.position().y() / max(1, self.height()))))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)
