"""What the selected words most likely are: labels that lie over the page, below them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.model.annotation import Fragment
from annotator.ui.canvas.chip_text import write_in_chip
from annotator.ui.canvas.marks import short

if TYPE_CHECKING:
    from annotator.suggest.learned.likeliest import Choice
    from annotator.ui.canvas.stage import Stage

_SECOND = "⇧ "
"""Stands before what Shift takes in the place of the first."""


class Laid(NamedTuple):
    """What lies over the page, and the rectangles of the view that it is drawn in."""

    what: "Sequence[Choice]"
    boxes: tuple[QRect, ...]


class Ghost:
    """Takes no room of its own, so that nothing moves under the hand when it comes and goes."""

    def __init__(self, stage: "Stage") -> None:
        self._stage = stage

    def laid(self) -> Laid:
        """Return what is drawn, and where."""
        stage = self._stage
        boxes = [box for box in (self._box(), *self._frames()) if not box.isEmpty()]
        found = stage.editor.suggestions.likeliest.found if boxes else ()
        room = (stage.to_view(box.adjusted(-3, -3, 3, 3)).toAlignedRect() for box in boxes)
        return Laid(found, tuple(room))

    def paint(self, painter: QPainter) -> None:
        """Draw it on the page, if there is one."""
        found, stage = self._stage.editor.suggestions.likeliest.found, self._stage
        box = self._box()
        if not box.isEmpty():
            inks = (stage.look.ink(each[0].kind, each[0].label).soft for each in found)
            names = map(_name, found)
            draw_likely(painter, stage, box.topLeft(), list(zip(names, inks, strict=True)))
        painter.setPen(QPen(stage.look.accent, 1.5 * stage.scale.unit))
        for frame in self._frames():
            painter.drawRoundedRect(frame, 2 * stage.scale.unit, 2 * stage.scale.unit)

    def _frames(self) -> list[QRectF]:
        """Return the boxes of the words of each mention, where what is likeliest are several."""
        found, page = self._stage.editor.suggestions.likeliest.found, self._stage.page
        several = found[0] if found and len(found[0]) > 1 else ()
        return [box for each in several for box in page.boxes(each.fragment)]

    def _box(self) -> QRectF:
        """Return where it stands on the page: below the last line of the words; empty: nowhere."""
        found, stage = self._stage.editor.suggestions.likeliest.found, self._stage
        boxes = list(stage.page.boxes(_stretch(found[0]))) if found else []
        if not boxes:
            return QRectF()
        last, scale = boxes[-1], stage.scale
        width = max(box.right() for box, _ in _placed(stage, QPointF(), map(_name, found)))
        left = max(0.0, min(last.left(), stage.page.width - width))
        return QRectF(left, last.bottom() + scale.unit, width, scale.chip_height)


def _name(choice: "Choice") -> str:
    return " + ".join(each.label for each in choice)


def _stretch(choice: "Choice") -> Fragment:
    return Fragment(choice[0].fragment.start, choice[-1].fragment.end)


def draw_likely(
    painter: QPainter, stage: "Stage", place: QPointF, likely: Sequence[tuple[str, QColor]]
) -> None:
    """Draw names on their grounds from `place` on, over the page: what one gesture would give.

    The likeliest comes first; the second, fainter, is the one that Shift takes.
    """
    scale, look = stage.scale, stage.look
    placed = _placed(stage, place, [name for name, _ in likely])
    for number, ((box, text), (_, ground)) in enumerate(zip(placed, likely, strict=True)):
        line, ink = (look.muted, look.muted) if number else (look.accent, look.text)
        painter.setPen(QPen(line, (1.0 if number else 1.5) * scale.unit))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 3 * scale.unit, 3 * scale.unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        write_in_chip(painter, scale, box, text, ink, scale.chip)


def _placed(stage: "Stage", place: QPointF, names: Iterable[str]) -> Iterator[tuple[QRectF, str]]:
    """Yield where each name stands, one beside the other, and what is written there."""
    scale, left = stage.scale, place.x()
    for number, name in enumerate(names):
        text = short(f"{_SECOND}{name}" if number else name)
        box = QRectF(left, place.y(), scale.measure(text), scale.chip_height)
        yield box, text
        left = box.right() + 3 * scale.unit
