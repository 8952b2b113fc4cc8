"""Draws what is in view: the band above the text, the text's lines, and coreference chains."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QRegion

from annotator.model.annotation import Fragment, Kind
from annotator.ui.canvas.attention import Draft
from annotator.ui.canvas.chip_paint import ChipPainter
from annotator.ui.canvas.damage import lines_in
from annotator.ui.canvas.emphasis import Chain
from annotator.ui.canvas.ghost import draw_likely
from annotator.ui.canvas.paint import LinePainter
from annotator.ui.canvas.stage import Stage

_CHAIN = 0.6
"""Opacity of what joins the mentions of a cluster: it crosses the text."""


def paint_stage(painter: QPainter, stage: Stage, region: QRegion) -> None:
    """Draw what of the stage lies in `region` of the view; `painter` is clipped to that."""
    clip = region.boundingRect()
    painter.fillRect(clip, stage.look.page)
    painter.translate(stage.left, stage.top)
    if clip.top() < stage.top:
        _band(painter, stage)
    _lines(painter, stage, region)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for chain in stage.attention.emphasis.chains:
        _chain(painter, stage, chain)
    if stage.attention.draft:
        _draft(painter, stage, stage.attention.draft)
    stage.ghost.paint(painter)
    painter.resetTransform()


def _lines(painter: QPainter, stage: Stage, region: QRegion) -> None:
    clip = region.boundingRect()
    lines = LinePainter(painter, stage.scale, stage.look, stage.attention.emphasis)
    for line in lines_in(stage, clip.top(), clip.bottom() + 1):
        if region.intersects(QRect(clip.left(), line.top, clip.width(), line.bottom - line.top)):
            lines.draw(line.block, line.spot.line, line.origin, stage.editor.stretch, stage.hits)


def _band(painter: QPainter, stage: Stage) -> None:
    band, scale, look = stage.band, stage.scale, stage.look
    chips = ChipPainter(painter, scale, look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for item in band.items:
        ink = look.ink(item.annotation.kind, item.annotation.label)
        box = item.chip.translated(0, -band.height)
        hint = stage.attention.emphasis.hints.get(item.annotation.id)
        if hint:
            chips.hint(box, hint)
        elif item.annotation.kind is Kind.EVENT:
            chips.flag(box, item.text, ink)
        else:
            chips.pill(box, item.text, ink)
        if item.annotation.id in stage.attention.emphasis.selected:
            chips.ring(box)
        if item.detail:
            beside = QRectF(box.right(), box.top(), scale.measure(item.detail), box.height())
            chips.write(beside, item.detail, look.muted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _chain(painter: QPainter, stage: Stage, chain: Chain) -> None:
    """Draw the members of a cluster joined, each with the next one in the text.

    What is not laid out stays so: its place is where its paragraph is taken to be.
    """
    page, seen = stage.page, stage.seen

    def place(offset: int) -> QPointF:
        boxes = list(page.boxes(Fragment(offset, offset + 1)))
        if boxes:
            return boxes[0].bottomLeft()
        return QPointF(0, page.heights.top(page.paragraph_of(offset)))

    low, high = page.offset_at(seen.topLeft()), page.offset_at(seen.bottomLeft())
    if len(chain) < 2 or chain[-1] < low or chain[0] > high:
        return
    unit = stage.scale.unit
    pen = QPen(stage.look.accent, 1.5 * unit)
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    for start, end in pairwise(chain):
        if end < low or start > high:
            continue
        one, other = place(start), place(end)
        sag = QPointF(0, 14 * unit)
        path = QPainterPath(one)
        path.cubicTo(one + sag, other + sag, other)
        painter.setOpacity(_CHAIN)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setOpacity(1.0)
        painter.setBrush(stage.look.accent)
        for dot in (one, other):
            painter.drawEllipse(dot, 2.5 * unit, 2.5 * unit)


def _draft(painter: QPainter, stage: Stage, draft: Draft) -> None:
    """Draw what a gesture would do."""
    unit, layer = stage.scale.unit, stage.editor.layer
    painter.setPen(QPen(stage.look.accent, 2 * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    stretches = [*draft.swept, *([draft.stretch] if draft.stretch else [])]
    if layer and draft.target in layer:
        stretches += layer[draft.target].fragments
    for stretch in stretches:
        for box in stage.page.boxes(stretch):
            painter.drawRoundedRect(box.adjusted(-unit, 0, unit, 0), 2 * unit, 2 * unit)
    for stretch in draft.struck:
        for box in stage.page.boxes(stretch):
            middle = QPointF(0, box.height() / 2)
            painter.drawLine(box.topLeft() + middle, box.topRight() + middle)
    if draft.line:
        begin, end = draft.line
        painter.drawLine(begin, end)
        painter.setBrush(stage.look.accent)
        painter.drawEllipse(end, 3 * unit, 3 * unit)
        aside = end + QPointF(10 * unit, 10 * unit)
        draw_likely(painter, stage, aside, [(each, stage.look.raised) for each in draft.roles])
