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
_MOST = 4
"""Labels that stand side by side in one row."""


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
            if annotation.fragments:
                self._count(self._row(annotation.start), annotation, 1)
        self.update()

    def take(self, edit: Edit) -> None:
        """Follow an edit; costs what it changes."""
        layer = self._editor.layer
        for change in edit.changes:
            if layer and layer.applies_to(change):
                for annotation, step in ((change.before, -1), (change.after, 1)):
                    if isinstance(annotation, Annotation) and annotation.fragments:
                        row = self._row(annotation.start)
                        self._count(row, annotation, step)
                        self.update(0, row * _ROW, WIDTH, _ROW)

    def _count(self, row: int, annotation: Annotation, step: int) -> None:
        counter = self._rows.get(row)
        if counter is None:
            counter = self._rows[row] = Counter()
        counter[annotation.kind, annotation.label] += step

    def _row(self, offset: int) -> int:
        article = self._editor.article
        length = max(1, len(article.text) if article else 1)
        return offset * max(1, self.height() // _ROW) // (length + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.look.page)
        for row in range(event.rect().top() // _ROW, event.rect().bottom() // _ROW + 1):
            present = [key for key, count in self._rows.get(row, {}).items() if count > 0]
            for number, (kind, label) in enumerate(present[:_MOST]):
                width = (WIDTH - 2) / min(_MOST, len(present))
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
