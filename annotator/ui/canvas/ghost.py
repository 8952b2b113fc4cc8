"""What the selected words most likely are: a label that lies over the page, below them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.ui.canvas.chip_text import write_in_chip
from annotator.ui.canvas.marks import short
from annotator.ui.canvas.stage import Stage


class Ghost:
    """Takes no room of its own, so that nothing moves under the hand when it comes and goes."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._drawn = QRectF()

    def follow(self) -> None:
        """Ask for what was covered, and for what is, to be painted anew."""
        before, self._drawn = self._drawn, self._box()
        for box in (before, self._drawn):
            if not box.isEmpty():
                self._stage.damage.in_box(box.adjusted(-2, -2, 2, 2))

    def paint(self, painter: QPainter) -> None:
        """Draw it on the page, if there is one."""
        found, stage = self._stage.editor.suggestions.likeliest.found, self._stage
        box = self._box()
        if found is None or box.isEmpty():
            return
        ground = stage.look.ink(found.kind, found.label).soft
        draw_likely(painter, stage, box, short(found.label), ground)

    def _box(self) -> QRectF:
        """Return where it stands on the page: below the last line of the words; empty: nowhere."""
        found, stage = self._stage.editor.suggestions.likeliest.found, self._stage
        boxes = list(stage.page.boxes(found.fragment)) if found else []
        if found is None or not boxes:
            return QRectF()
        last, scale = boxes[-1], stage.scale
        width = scale.measure(short(found.label))
        left = max(0.0, min(last.left(), stage.page.width - width))
        return QRectF(left, last.bottom() + scale.unit, width, scale.chip_height)


def draw_likely(painter: QPainter, stage: Stage, box: QRectF, text: str, ground: QColor) -> None:
    """Draw `text` into `box`, over the page: what is likely, and one gesture away."""
    scale, look = stage.scale, stage.look
    painter.setPen(QPen(look.accent, 1.5 * scale.unit))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 3 * scale.unit, 3 * scale.unit)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    write_in_chip(painter, scale, box, text, look.text, scale.chip)
