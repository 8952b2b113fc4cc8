"""The colours of the canvas: from the theme, and of each label from the tagset's palette."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from annotator.model.annotation import Kind
from annotator.model.palette import TEXT, color_of, mix, with_contrast
from annotator.model.tagset import Tagset
from annotator.ui import theme
from annotator.ui.theme import Theme

_MARGIN = 0.6
"""How much more contrast each of several grounds has, since blended they may have less."""


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
        wash = _wash(tint.chip, page, theme.colors().text, 0.26 if self.dark else 0.22)
        soft = QColor(mix(page, tint.chip, 0.34 if self.dark else 0.30))
        return Ink(wash, soft, QColor(tint.chip), QColor(tint.ink), QColor(tint.line))


def _wash(color: str, page: str, text: str, share: float) -> QColor:
    """Return what covers `page` so that it looks as if it had a `share` of `color`.

    Words stay legible under any number of them, for mentions nest: each alone would be.
    """
    wash = QColor(with_contrast(color, text, TEXT + _MARGIN))
    far, near = _distance(color, page), _distance(wash.name(), page)
    wash.setAlphaF(min(1.0, share * far / near) if near else 0.0)
    return wash


def _distance(one: str, other: str) -> int:
    first, second = QColor(one), QColor(other)
    parts = (QColor.red, QColor.green, QColor.blue)
    return sum(abs(part(first) - part(second)) for part in parts)
