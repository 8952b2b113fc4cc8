"""Draws the text and its marks, in the coordinates of the page."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.model.annotation import Fragment, Kind
from annotator.ui.canvas.chip_text import write_in_chip
from annotator.ui.canvas.emphasis import Emphasis
from annotator.ui.canvas.look import Ink, Look
from annotator.ui.canvas.marks import Arc, Chip, LineDisplay, Piece
from annotator.ui.canvas.page import Block
from annotator.ui.canvas.scale import Scale
from annotator.ui.canvas.suggestion_paint import SuggestionPainter

_EMPTY = 4.0
"""Pixels that the selection of an empty line is wide."""
_STEPPED_BACK = 0.3
"""Opacity of what is not meant, while something else is."""


class LinePainter:
    """Draws one line after another of a block, with what stands out as `emphasis` says."""

    def __init__(self, painter: QPainter, scale: Scale, look: Look, emphasis: Emphasis) -> None:
        self._painter = painter
        self._scale = scale
        self._look = look
        self._emphasis = emphasis
        self._chips = ChipPainter(painter, scale, look)
        self._suggested = SuggestionPainter(painter, scale, look)

    def draw(
        self, block: Block, line: int, top: float, selection: Fragment, hits: Sequence[Fragment]
    ) -> None:
        """Draw `line` of a paragraph whose top is at `top`."""
        marks = block.marks[line]
        letters = top + block.tops[line]
        bottom = top + block.bottom(line)
        for piece in marks.pieces:
            self._wash(piece, letters, bottom)
        for hit in _within(hits, block.lines.bounds(line)):
            self._fill(_boxes(block, line, hit), letters, bottom, self._look.found)
        self._fill(_boxes(block, line, selection), letters, bottom, self._look.selection)
        self._painter.setPen(self._look.text)
        block.lines.draw(self._painter, line, 0, letters)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._arcs(marks, letters)
        for piece in marks.pieces:
            self._mark(piece, letters, bottom)
        for piece in marks.suggested:
            self._suggested.draw(piece, letters, bottom, self._emphasis.suggested)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _wash(self, piece: Piece, top: float, bottom: float) -> None:
        ink = self._ink(piece)
        color = ink.wash
        if piece.annotation.id in self._emphasis.seeds:
            color = QColor(color)
            color.setAlphaF(min(1.0, color.alphaF() * 1.7))
        elif self._emphasis.dims(piece.annotation.id):
            color = QColor(color)
            color.setAlphaF(color.alphaF() * _STEPPED_BACK)
        for left, right in piece.boxes:
            self._painter.fillRect(QRectF(left, top, max(2.0, right - left), bottom - top), color)

    def _fill(
        self, reaches: Iterable[tuple[float, float]], top: float, bottom: float, color: QColor
    ) -> None:
        for left, right in reaches:
            self._painter.fillRect(QRectF(left, top, right - left, bottom - top), color)

    def _mark(self, piece: Piece, top: float, bottom: float) -> None:
        painter, scale, id = self._painter, self._scale, piece.annotation.id
        painter.setOpacity(_STEPPED_BACK if self._emphasis.dims(id) else 1.0)
        ink = self._ink(piece)
        if piece.chip is None:
            self._underline(piece, ink, bottom)
            if piece.opens and (hint := self._emphasis.hints.get(id)):
                width = scale.measure(hint)
                box = QRectF(piece.boxes[0][0], top, width, scale.chip_height)
                self._chips.hint(box, hint)
        else:
            y = top - scale.above - piece.lane * scale.lane
            self._bracket(piece, ink, y)
            self._chip(piece, piece.chip, ink, y)
        if piece.problem:
            self._wave(piece, bottom)
        if id in self._emphasis.selected or id in self._emphasis.related:
            self._ring(piece, ink, top, bottom)
        painter.setOpacity(1.0)

    def _bracket(self, piece: Piece, ink: Ink, y: float) -> None:
        """Draw the line under the label, as long as the words are; dashed between fragments."""
        painter, unit = self._painter, self._scale.unit
        pen = QPen(ink.line, 1.5 * unit)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        level = y - unit
        self._dashes(piece, ink, level)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tick = 3 * unit
        for number, (left, right) in enumerate(piece.boxes):
            left, right = left + 0.75 * unit, right - 0.75 * unit
            path = QPainterPath(QPointF(left, level))
            path.lineTo(right, level)
            if piece.opens or number:
                path.moveTo(left, level + tick)
                path.lineTo(left, level - 0.75 * unit)
            if piece.closes or number < len(piece.boxes) - 1:
                path.moveTo(right, level + tick)
                path.lineTo(right, level - 0.75 * unit)
            painter.drawPath(path)

    def _dashes(self, piece: Piece, ink: Ink, level: float) -> None:
        if len(piece.annotation.fragments) == 1:
            return
        pen = QPen(ink.line, 1.25 * self._scale.unit)
        pen.setDashPattern([3, 2])
        self._painter.setPen(pen)
        ends = [piece.reach[0], *(x for box in piece.boxes for x in box), piece.reach[1]]
        for left, right in zip(ends[::2], ends[1::2], strict=True):
            if right - left > 1:
                self._painter.drawLine(QPointF(left, level), QPointF(right, level))

    def _chip(self, piece: Piece, chip: Chip, ink: Ink, y: float) -> None:
        hint = self._emphasis.hints.get(piece.annotation.id) if piece.opens else None
        box = self._chips.box(chip, y)
        if hint:
            self._chips.hint(box, hint)
        elif piece.annotation.kind is Kind.EVENT:
            self._chips.flag(box, chip.text, ink)
        else:
            self._chips.tab(box, chip.text, ink)
        if piece.annotation.id == self._emphasis.focused:
            self._chips.ring(box)

    def _underline(self, piece: Piece, ink: Ink, bottom: float) -> None:
        """Draw the mention as a line below its words, patterned by its kind."""
        scale = self._scale
        level = bottom + scale.unit + piece.lane * scale.underline
        self._dashes(piece, ink, level)
        pen = QPen(ink.line, 2 * scale.unit)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if piece.annotation.kind is Kind.EVENT:
            pen.setDashPattern([1, 1])
        self._painter.setPen(pen)
        for left, right in piece.boxes:
            self._painter.drawLine(QPointF(left, level), QPointF(right, level))

    def _wave(self, piece: Piece, bottom: float) -> None:
        unit = self._scale.unit
        self._painter.setPen(QPen(self._look.problem, 1.2 * unit))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for left, right in piece.boxes:
            path = QPainterPath(QPointF(left, bottom))
            x, up = left, True
            while x < right:
                x = min(right, x + 2 * unit)
                path.lineTo(x, bottom - 1.5 * unit if up else bottom + 0.5 * unit)
                up = not up
            self._painter.drawPath(path)

    def _ring(self, piece: Piece, ink: Ink, top: float, bottom: float) -> None:
        focused = piece.annotation.id == self._emphasis.focused
        unit = self._scale.unit
        pen = QPen(self._look.accent if focused else ink.line, (2 if focused else 1) * unit)
        if piece.annotation.id not in self._emphasis.selected:
            pen.setStyle(Qt.PenStyle.DotLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for left, right in piece.boxes:
            box = QRectF(left, top, right - left, bottom - top)
            self._painter.drawRoundedRect(box.adjusted(-unit, 0, unit, 0), 2 * unit, 2 * unit)

    def _arcs(self, marks: LineDisplay, top: float) -> None:
        stands_out = self._emphasis.arcs
        for arc in sorted(marks.arcs, key=self._emphasis.lights):
            lit = self._emphasis.lights(arc)
            self._painter.setOpacity(_STEPPED_BACK if stands_out and not lit else 1.0)
            self._arc(arc, top, lit)
        self._painter.setOpacity(1.0)
        for arc in sorted(marks.arcs, key=self._emphasis.lights):
            lit = self._emphasis.lights(arc)
            self._chips.name(
                self._chips.box(arc.name, self._level(top, arc.lane) + self._scale.lane / 2),
                arc.name.text,
                self._look.muted if stands_out and not lit else self._look.text,
                lit,
            )

    def _arc(self, arc: Arc, top: float, lit: bool) -> None:
        unit, painter = self._scale.unit, self._painter
        level = self._level(top, arc.lane)
        home = QPointF(arc.home.x, self._joint(top, arc.home.lane, level))
        away = QPointF(arc.away.x, self._joint(top, arc.away.lane, level))
        color = self._look.ink(arc.owner.kind, arc.owner.label).line
        dash = Qt.PenStyle.DashLine if arc.suggested else Qt.PenStyle.SolidLine
        painter.setPen(QPen(color, (2 if lit else 1.2) * unit, dash))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_bridge(home, away, level, 5 * unit))
        if arc.points:
            self._arrow(away, color)

    def _arrow(self, tip: QPointF, color: QColor) -> None:
        unit = self._scale.unit
        path = QPainterPath(tip)
        path.lineTo(tip.x() - 2.6 * unit, tip.y() - 4.5 * unit)
        path.lineTo(tip.x() + 2.6 * unit, tip.y() - 4.5 * unit)
        path.closeSubpath()
        self._painter.fillPath(path, color)

    def _level(self, top: float, lane: int) -> float:
        return top - self._scale.above - (lane + 0.5) * self._scale.lane

    def _joint(self, top: float, lane: int, level: float) -> float:
        if lane < 0:
            return level
        scale = self._scale
        return top - scale.above - lane * scale.lane - 2 * scale.unit - scale.chip_height

    def _ink(self, piece: Piece) -> Ink:
        return self._look.ink(piece.annotation.kind, piece.annotation.label)


class ChipPainter:
    """Draws the small signs above the text: labels, role names, hint letters."""

    def __init__(self, painter: QPainter, scale: Scale, look: Look) -> None:
        self._painter = painter
        self._scale = scale
        self._look = look

    def box(self, chip: Chip, bottom: float) -> QRectF:
        """Return the rectangle of a chip in the lane that ends at `bottom`."""
        height = self._scale.chip_height
        return QRectF(chip.left, bottom - 2 * self._scale.unit - height, chip.width, height)

    def tab(self, box: QRectF, text: str, ink: Ink) -> None:
        """Draw an entity's label: soft, like the tab of a folder."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ink.soft)
        radius = 3 * self._scale.unit
        self._painter.drawRoundedRect(box, radius, radius)
        self._write(box, text, self._look.text)

    def flag(self, box: QRectF, text: str, ink: Ink) -> None:
        """Draw an event's label: strong, and pointed."""
        middle = box.center().y()
        neck = box.right() - self._scale.flag
        path = QPainterPath(box.topLeft())
        path.lineTo(neck, box.top())
        path.lineTo(box.right(), middle)
        path.lineTo(neck, box.bottom())
        path.lineTo(box.left(), box.bottom())
        path.closeSubpath()
        self._painter.fillPath(path, ink.chip)
        self._write(box, text, ink.on_chip)

    def pill(self, box: QRectF, text: str, ink: Ink) -> None:
        """Draw a label of the whole article: soft, and round at both ends."""
        self._painter.setPen(QPen(ink.line, self._scale.unit))
        self._painter.setBrush(ink.soft)
        radius = box.height() / 2
        self._painter.drawRoundedRect(box, radius, radius)
        self._write(box, text, self._look.text)

    def write(self, box: QRectF, text: str, color: QColor) -> None:
        """Write plain words."""
        self._write(box, text, color, name=True)

    def hint(self, box: QRectF, letters: str) -> None:
        """Draw the letters to type in the place of a label."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._look.accent)
        radius = 3 * self._scale.unit
        self._painter.drawRoundedRect(box, radius, radius)
        self._painter.setFont(self._scale.chip)
        self._painter.setPen(self._look.on_accent)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters.upper())

    def name(self, box: QRectF, text: str, color: QColor, lit: bool) -> None:
        """Draw the name of an arc on the ground of the page."""
        self._painter.fillRect(box.adjusted(1, 0, -1, 0), self._look.page)
        self._write(box, text, color, name=not lit)

    def ring(self, box: QRectF) -> None:
        """Draw the sign of focus around a chip."""
        unit = self._scale.unit
        self._painter.setPen(QPen(self._look.accent, 1.5 * unit))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box.adjusted(-unit, -unit, unit, unit), 3 * unit, 3 * unit)

    def _write(self, box: QRectF, text: str, color: QColor, name: bool = False) -> None:
        font = self._scale.name if name else self._scale.chip
        write_in_chip(self._painter, self._scale, box, text, color, font)


def _boxes(block: Block, line: int, stretch: Fragment) -> Iterator[tuple[float, float]]:
    """Yield from where to where `stretch` reaches on `line`; on an empty line a little."""
    low, high = block.lines.bounds(line)
    start, end = max(low, stretch.start), min(high, stretch.end)
    if start < end:
        yield from ((left, right) for _, left, right in block.lines.extents(start, end))
    elif low == high and stretch.start <= low < stretch.end:
        yield 0, _EMPTY


def _within(hits: Sequence[Fragment], bounds: Fragment) -> Iterator[Fragment]:
    """Yield those of the sorted `hits` that reach into `bounds`."""
    for number in range(bisect_right(hits, bounds.start, key=lambda hit: hit.end), len(hits)):
        if hits[number].start >= bounds.end:
            return
        yield hits[number]


def _bridge(home: QPointF, away: QPointF, level: float, radius: float) -> QPainterPath:
    """Return the line from `home` up to `level`, along it, and down to `away`."""
    path = QPainterPath(home)
    side = 1 if away.x() >= home.x() else -1
    turn = min(radius, abs(away.x() - home.x()) / 2)
    if home.y() > level:
        path.lineTo(home.x(), level + turn)
        path.quadTo(home.x(), level, home.x() + side * turn, level)
    if away.y() > level:
        path.lineTo(away.x() - side * turn, level)
        path.quadTo(away.x(), level, away.x(), level + turn)
    path.lineTo(away)
    return path
