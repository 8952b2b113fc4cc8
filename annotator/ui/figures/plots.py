"""Pictures of figures, drawn by pyqtgraph: lying bars, and columns over a scale."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontMetrics

from annotator.model.palette import Tint
from annotator.ui import theme
from annotator.ui.figures.content import Bars, Columns, Series
from annotator.ui.fonts import font
from annotator.ui.theme import SMALL, SPACE

# At exit it would take apart what the window has taken apart by then.
pg.setConfigOption("exitCleanup", False)

MOST_BARS = 200
"""Bars that are drawn; the table has the others."""

_ROW = 6 * SPACE
"""Height of a bar with the room around it, in pixels."""

_THICKNESS = 0.68
"""How much of its room a bar takes."""

_WIDEST_NAME = 150
"""Pixels for the names of bars."""

_LOWEST = 120
"""Pixels that a picture is high at least."""


def plot(picture: Bars | Columns) -> "Plot":
    """Return a new picture."""
    return LyingBars(picture) if isinstance(picture, Bars) else StandingColumns(picture)


class Plot(pg.PlotWidget):
    """A picture in the theme's colours, that the mouse neither moves nor keeps from scrolling."""

    def __init__(self, axes: dict[str, pg.AxisItem] | None = None) -> None:
        super().__init__(background=theme.colors().page, axisItems=axes or {})
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setMenuEnabled(False)
        self.setMinimumHeight(_LOWEST)
        colors = theme.colors()
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(colors.line)
            axis.setTextPen(colors.muted)
            axis.setStyle(tickFont=font(SMALL), tickLength=0)
        self._mark = pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[])
        self._mark.setZValue(-1)
        self.addItem(self._mark)

    def show_row(self, row: int) -> tuple[int, int] | None:
        """Mark what belongs to a row of the table; return where it is, in pixels, or None."""
        raise NotImplementedError

    def _marked(self, **sides: Any) -> None:
        ground = theme.colors().selection
        self._mark.setOpts(**sides, brush=ground, pen=ground)

    def _number_axis(self, name: str) -> None:
        """Let an axis carry whole numbers from 0 on."""
        axis = self.getAxis(name)
        axis.tickStrings = lambda values, _scale, _spacing: [
            QLocale().toString(round(value)) if abs(value - round(value)) < 1e-6 else ""
            for value in values
        ]
        axis.enableAutoSIPrefix(False)


class LyingBars(Plot):
    """Bars below each other, each with its name before and its number behind it."""

    def __init__(self, picture: Bars) -> None:
        super().__init__()
        names = picture.names[:MOST_BARS]
        self._count = len(names)
        series = [each._replace(values=each.values[:MOST_BARS]) for each in picture.series]
        places = [-number for number in range(len(names))]
        totals = _draw(self, series, places, _THICKNESS, lying=True)
        most = max(totals, default=0) or 1
        for place, total in zip(places, totals, strict=True):
            written = pg.TextItem(QLocale().toString(total), theme.colors().text, anchor=(0, 0.5))
            written.setFont(font(SMALL))
            written.setPos(total, place)
            self.addItem(written)
        metrics = QFontMetrics(font(SMALL))
        shown = [
            metrics.elidedText(" ".join(name.split()), Qt.TextElideMode.ElideRight, _WIDEST_NAME)
            for name in names
        ]
        left = self.getAxis("left")
        left.setTicks([list(zip(places, shown, strict=True))])
        left.setTextPen(theme.colors().text)
        # By itself it would show fewer names where they stand close.
        left.setStyle(textFillLimits=[(0, 10.0)], autoExpandTextSpace=False)
        left.setWidth(max(map(metrics.horizontalAdvance, shown), default=0) + 3 * SPACE)
        self.hideAxis("bottom")
        self._reach = most * 1.18
        self.getViewBox().setXRange(0, self._reach, padding=0)
        self.getViewBox().setYRange(0.5 - len(names), 0.5, padding=0)
        self.setFixedHeight(max(len(names) * _ROW, _ROW) + 2 * SPACE)

    def show_row(self, row: int) -> tuple[int, int] | None:
        if row >= self._count:
            self._marked(x0=[], x1=[], y0=[], y1=[])
            return None
        self._marked(x0=[0], x1=[self._reach], y0=[-row - 0.5], y1=[0.5 - row])
        return row * _ROW, (row + 1) * _ROW


class StandingColumns(Plot):
    """Columns over a scale of numbers or days."""

    def __init__(self, picture: Columns) -> None:
        super().__init__()
        self._picture = picture
        middle = picture.width / 2 if picture.width > 1 else 0
        self._places = [place + middle for place in picture.places]
        totals = _draw(self, picture.series, self._places, picture.width * 0.86, lying=False)
        self._most = max(totals, default=0) or 1
        self._number_axis("left")
        self._number_axis("bottom")
        if picture.days:
            bottom = self.getAxis("bottom")
            bottom.setTicks([_days(picture.places)])
        self.setLabel("bottom", picture.caption, color=theme.colors().muted)
        self.getAxis("bottom").label.setFont(font(SMALL))
        first, last = min(self._places), max(self._places)
        room = picture.width * (2 if picture.days else 0.7)
        self.getViewBox().setXRange(
            min(first - room, 0) if not picture.days else first - room, last + room
        )
        self.getViewBox().setYRange(0, self._most * 1.05, padding=0)
        self.setMinimumHeight(_LOWEST + 10 * SPACE)

    def show_row(self, row: int) -> tuple[int, int] | None:
        if row >= len(self._places) or self._picture.days:
            return None
        half = self._picture.width / 2
        place = self._places[row]
        self._marked(x0=[place - half], x1=[place + half], y0=[0], y1=[self._most * 1.05])
        return None


def _draw(
    onto: Plot, series: Iterable[Series], places: Sequence[float], thick: float, lying: bool
) -> list[int]:
    """Draw series one behind or on the other, and return how far they reach."""
    reached = [0] * len(places)
    half = thick / 2
    before = [place - half for place in places]
    after = [place + half for place in places]
    for each in series:
        ends = [start + value for start, value in zip(reached, each.values, strict=True)]
        tints: Sequence[Tint] = each.tints if len(each.tints) > 1 else [*each.tints] * len(places)
        sides = (
            {"x0": reached, "x1": ends, "y0": before, "y1": after}
            if lying
            else {"y0": reached, "y1": ends, "x0": before, "x1": after}
        )
        onto.addItem(
            pg.BarGraphItem(
                **sides,
                brushes=[tint.chip for tint in tints],
                pens=[pg.mkPen(tint.line) for tint in tints],
            )
        )
        reached = ends
    return reached


def _days(places: Sequence[int]) -> list[tuple[int, str]]:
    """Return which days are named below the columns: a few, evenly."""
    span = max(places) - min(places)
    step = span // 4 + 1
    return [
        (day, date.fromordinal(day).isoformat())
        for day in range(min(places), max(places) + 1, step)
    ]
