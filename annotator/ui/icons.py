"""The icons: one family of line drawings, in the colours of the running theme."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.resources import resource
from annotator.ui import theme

SIZE = 20
"""Width and height of an icon, in pixels at 100 %."""


class _Look(NamedTuple):
    name: str
    normal: str
    disabled: str
    on: str


def icon(name: str) -> QIcon:
    """Return the icon called `name`: text colour, the accent where it is switched on."""
    colors = theme.colors()
    return _icon(_Look(name, colors.text, colors.line, colors.accent))


def tinted(name: str, color: str) -> QIcon:
    """Return the icon called `name` in one colour."""
    return _icon(_Look(name, color, color, color))


def app_icon() -> QIcon:
    """Return the icon of the program itself."""
    return QIcon(str(resource("icons/annotator.svg")))


@cache
def _icon(look: _Look) -> QIcon:
    return QIcon(_Drawing(look))


class _Drawing(QIconEngine):
    """Draws an icon when it is first seen, at the size and scale that is asked for."""

    def __init__(self, look: _Look) -> None:
        super().__init__()
        self._look = look

    def clone(self) -> QIconEngine:
        return _Drawing(self._look)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(self._look.name, self._color(mode, state)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _pixmap(self._look.name, self._color(mode, state), size.width(), size.height())

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode is QIcon.Mode.Disabled:
            return self._look.disabled
        return self._look.on if state is QIcon.State.On else self._look.normal


@cache
def _pixmap(name: str, color: str, width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, color).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return pixmap


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = resource(f"icons/{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))
