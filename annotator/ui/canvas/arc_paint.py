"""Draws arcs: from one mention to another above the words, with the name of the role."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.ui.canvas.chip_paint import ChipPainter
from annotator.ui.canvas.emphasis import STEPPED_BACK, Emphasis
from annotator.ui.canvas.look import Look
from annotator.ui.canvas.marks import Arc
from annotator.ui.canvas.scale import Scale


class ArcPainter:
    """Draws the arcs above one line after another, with what stands out as `emphasis` says."""

    def __init__(self, painter: QPainter, scale: Scale, look: Look, emphasis: Emphasis) -> None:
        self._painter = painter
        self._scale = scale
        self._look = look
        self._emphasis = emphasis
        self._chips = ChipPainter(painter, scale, look)

    def draw(self, arcs: Sequence[Arc], top: float) -> None:
        """Draw `arcs` above a line whose letters begin at `top`, those that are lit last."""
        stands_out = self._emphasis.arcs
        lit_last = sorted(arcs, key=self._emphasis.lights)
        for arc in lit_last:
            lit = self._emphasis.lights(arc)
            self._painter.setOpacity(STEPPED_BACK if stands_out and not lit else 1.0)
            self._arc(arc, top, lit)
        self._painter.setOpacity(1.0)
        for arc in lit_last:
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
