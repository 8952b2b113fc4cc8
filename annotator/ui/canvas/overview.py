"""The strip beside the scroll bar: where in the article annotations are."""

import sys
from collections import Counter, defaultdict
from itertools import islice
from typing import TypeAlias

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.model.annotation import Annotation, Kind
from annotator.model.change import Edit
from annotator.ui.after_paint import AfterPaint
from annotator.ui.canvas.look import Look
from annotator.ui.editor import Editor

WIDTH = 10
_ROW = 2
"""Pixels that one mark is high."""
_MOST = 4
"""Labels that stand side by side in one row."""
_SHARE = 3
"""Pixels of a row's image for each pixel across, so that three labels share it, too."""
_ACROSS, _ACROSS_LABELS = _SHARE * WIDTH, _SHARE * (WIDTH - 2)
_STRIPS = 2_000
"""Equal parts of a text whose labels are counted, whatever the height: a row shows some of them."""

_Label: TypeAlias = tuple[Kind, str]
_Strips: TypeAlias = defaultdict[int, Counter[_Label]]


class Overview(QWidget):
    """Marks of all mentions and triggers, from the beginning to the end of the text."""

    asked = Signal(float)
    """(0 to 1): a click asks for this place in the text."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._strips: _Strips | None = _Strips(Counter)
        """None: not counted yet."""
        self._rows: dict[int, bytes] = {}
        """The pixels of the rows that are bare or were painted, until they change."""
        self._patterns: dict[tuple[_Label, ...], bytes] = {}
        """The pixels of a row by its labels."""
        self.look = Look(editor.tagset)
        self.setAccessibleName(self.tr("Overview of the article"))

    def read(self) -> None:
        """Mark all annotations of the open layer, once the text itself was seen."""
        self._strips = None
        self._patterns.clear()
        self._bare_rows()
        AfterPaint(self, self._count_all)
        self.update()

    def take(self, edit: Edit) -> None:
        """Follow an edit; costs what it changes."""
        layer = self._editor.layer
        if layer is None or self._strips is None:
            return
        for change in filter(layer.applies_to, edit.changes):
            for annotation, step in ((change.before, -1), (change.after, 1)):
                if isinstance(annotation, Annotation) and annotation.fragments:
                    strip = annotation.start * _STRIPS // self._length
                    label = (annotation.kind, annotation.label)
                    self._strips[strip][label] += step
                    if not self._strips[strip][label]:
                        del self._strips[strip][label]
                    row = self._forget_rows(strip)
                    self.update(0, row * _ROW, WIDTH, 2 * _ROW)

    def _count_all(self) -> None:
        if self._strips is not None:
            return
        length = self._length
        self._strips = _Strips(Counter)
        places = Counter(
            (each.start * _STRIPS // length, each.kind, each.label)
            for each in self._editor.layer or ()
            if each.fragments
        )
        for (strip, kind, label), count in places.items():
            self._strips[strip][kind, label] = count
        self._bare_rows()
        self.update()

    def _bare_rows(self) -> None:
        """Let all rows be bare but those of strips with labels: their pixels are yet to be made."""
        self._rows = dict.fromkeys(range(self._row_count + 1), self._pixels(()))
        for strip in self._strips or ():
            self._forget_rows(strip)

    def _forget_rows(self, strip: int) -> int:
        """Forget the pixels of the two rows that show a strip; return the first."""
        row = strip * self._row_count // _STRIPS
        for each in (row, row + 1):
            self._rows.pop(each, None)
        return row

    @property
    def _length(self) -> int:
        article = self._editor.article
        return len(article.text) + 1 if article else 1

    @property
    def _row_count(self) -> int:
        return max(1, self.height() // _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        first, last = event.rect().top() // _ROW, event.rect().bottom() // _ROW
        rows = self._row_count
        for row in range(first, last + 1):
            if row not in self._rows:
                self._rows[row] = self._pixels(self._present(row, rows))
        count = last + 1 - first
        pixels = b"".join(map(self._rows.__getitem__, range(first, last + 1)))
        image = QImage(pixels, _ACROSS, count, QImage.Format.Format_RGB32)
        QPainter(self).drawImage(QRect(0, first * _ROW, WIDTH, count * _ROW), image)

    def _present(self, row: int, rows: int) -> tuple[_Label, ...]:
        """Return the labels in the part of the text that `row` of `rows` stands for."""
        strips = self._strips or {}
        first = row * _STRIPS // rows
        within = range(first, max((row + 1) * _STRIPS // rows, first + 1))
        found: dict[_Label, int] = {}
        for strip in filter(strips.__contains__, within):
            found.update(strips[strip])
        return tuple(islice(found, _MOST))

    def _pixels(self, labels: tuple[_Label, ...]) -> bytes:
        """Return a row: the colours of its labels side by side, the page's at both edges."""
        if labels not in self._patterns:
            edge = _pixel(self.look.page) * _SHARE
            colors = [_pixel(self.look.ink(*each).chip) for each in labels] or [edge[:4]]
            between = b"".join(each * (_ACROSS_LABELS // len(colors)) for each in colors)
            self._patterns[labels] = edge + between + edge
        return self._patterns[labels]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bare_rows()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.asked.emit(max(0.0, min(1.0, event.position().y() / max(1, self.height()))))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)


def _pixel(color: QColor) -> bytes:
    return color.rgb().to_bytes(4, sys.byteorder)
