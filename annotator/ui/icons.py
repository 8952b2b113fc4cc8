"""The icons: one family of line drawings, in the colours of the running theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.resources import resource
from annotator.ui import theme

SIZE = 20
"""Width and height of an icon, in pixels at 100 %."""

_SCALES = (1, 2)


def icon(name: str) -> QIcon:
    """Return the icon called `name`: text colour, the accent where it is switched on."""
    colors = theme.colors()
    return _icon(name, colors.text, colors.muted, colors.accent)


def tinted(name: str, color: str) -> QIcon:
    """Return the icon called `name` in one colour."""
    return _icon(name, color, color, color)


def app_icon() -> QIcon:
    """Return the icon of the program itself."""
    return QIcon(str(resource("icons/annotator.svg")))


@cache
def _icon(name: str, normal: str, disabled: str, on: str) -> QIcon:
    drawing = resource(f"icons/{name}.svg").read_text("utf-8")
    made = QIcon()
    for color, mode, state in (
        (normal, QIcon.Mode.Normal, QIcon.State.Off),
        (disabled + "80", QIcon.Mode.Disabled, QIcon.State.Off),
        (on, QIcon.Mode.Normal, QIcon.State.On),
    ):
        for scale in _SCALES:
            made.addPixmap(_pixmap(drawing, color, scale), mode, state)
    return made


def _pixmap(drawing: str, color: str, scale: int) -> QPixmap:
    opacity = int(color[7:], 16) / 255 if len(color) > 7 else 1.0
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", color[:7]).encode()))
    pixmap = QPixmap(SIZE * scale, SIZE * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, SIZE * scale, SIZE * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
