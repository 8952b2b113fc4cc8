"""The colours of the canvas: from the theme, and of each label from the tagset's palette."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from annotator.model.annotation import Kind
from annotator.model.palette import color_of, mix
from annotator.model.tagset import Tagset
from annotator.ui import theme
from annotator.ui.theme import Theme


class Ink(NamedTuple):
    """The colours of one label.

    `wash` lies behind the words, `soft` is a ground for the theme's text, `chip` a strong one for
    `on_chip`, `line` draws brackets and arcs.
    """

    wash: QColor
    soft: QColor
    chip: QColor
    on_chip: QColor
    line: QColor


class Look:
    """The colours to draw `tagset` with, in the running theme."""

    def __init__(self, tagset: Tagset) -> None:
        colors = theme.colors()
        self.dark = theme.theme() is Theme.DARK
        self.page = QColor(colors.page)
        self.text = QColor(colors.text)
        self.muted = QColor(colors.muted)
        self.line = QColor(colors.line)
        self.accent = QColor(colors.accent)
        self.on_accent = QColor(colors.on_accent)
        self.selection = QColor(colors.selection)
        self.found = QColor(colors.found)
        self.problem = QColor(colors.problem)
        self.raised = QColor(colors.raised)
        self.ink: Callable[[Kind, str], Ink] = cache(
            lambda kind, label: self._ink(tagset, kind, label)
        )

    def _ink(self, tagset: Tagset, kind: Kind, label: str) -> Ink:
        color = color_of(tagset, kind, label)
        tint = color.dark if self.dark else color.light
        page = theme.colors().page
        wash = QColor(tint.chip)
        wash.setAlphaF(0.26 if self.dark else 0.22)
        soft = QColor(mix(page, tint.chip, 0.34 if self.dark else 0.30))
        return Ink(wash, soft, QColor(tint.chip), QColor(tint.ink), QColor(tint.line))
