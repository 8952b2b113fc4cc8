"""Sizes of everything the canvas draws, at one zoom."""

from functools import lru_cache
from math import ceil

from PySide6.QtGui import QFont, QFontMetricsF

from annotator.ui.fonts import font
from annotator.ui.theme import READING, SPACE

SMALLEST, LARGEST = 60, 250
"""The limits of the zoom, in percent."""

_CHIP = 10
"""Size of a label's letters, in pixels at 100 %."""
_COLUMN = 760
"""The widest column of text, in pixels at 100 %: about ninety letters."""


class Scale:
    """Fonts and distances at `zoom` percent, in pixels; all distances grow with the text.

    What stands below one another does so at whole pixels: it can be moved as it was painted.
    """

    def __init__(self, zoom: int) -> None:
        self.zoom = max(SMALLEST, min(LARGEST, zoom))
        self.text = font(self.px(READING))
        self.chip = font(self.px(_CHIP), QFont.Weight.Medium)
        self.name = font(self.px(_CHIP))
        self.ascent = ceil(QFontMetricsF(self.text).ascent())
        self.descent = ceil(QFontMetricsF(self.text).descent())
        self._chip_widths = QFontMetricsF(self.chip)
        self.unit = self.zoom / 100
        """One pixel at 100 %."""
        self.chip_height = 14 * self.unit
        self.chip_pad = 4 * self.unit
        self.flag = 4 * self.unit
        """The point of an event's chip."""
        self.lane = self.px(18)
        """From one lane to the next."""
        self.above = self.px(3)
        """Between the text and its first lane."""
        self.leading = self.px(9)
        """Between two lines without a lane."""
        self.between = self.px(5)
        """Between the uppermost lane and the line before."""
        self.underline = self.px(4)
        """From one lane of underlines to the next."""
        self.spill = self.px(3)
        """How far signs of a line reach below it, into what stays free above the next one."""
        self.column = _COLUMN * self.unit
        self.measure = lru_cache(maxsize=4096)(self._measure)

    def px(self, pixels: float) -> int:
        """Return whole pixels at this zoom for `pixels` at 100 %."""
        return max(1, round(pixels * self.zoom / 100))

    def _measure(self, text: str, flag: bool = False) -> float:
        """Return the width of a chip that says `text`; a flag has a point."""
        width = self._chip_widths.horizontalAdvance(text) + 2 * self.chip_pad
        return width + self.flag if flag else width

    def margin(self, width: float) -> float:
        """Return what stays free beside the text in a view `width` wide."""
        least = SPACE * (4 if width < 480 else 8)
        return max(least, (width - self.column) / 2)
