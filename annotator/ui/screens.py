"""What fits on a screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen

_FRAME = QSize(16, 48)
"""What a window manager may add around a window, in pixels."""


def fitting(wanted: QSize, screen: QScreen) -> QSize:
    """Return the size `wanted`, or what of it fits on `screen` with a frame around."""
    return wanted.boundedTo(screen.availableSize() - _FRAME)
