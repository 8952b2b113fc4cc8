"""The fonts the program carries, so that text looks the same on every machine."""

import fontpkg_be_vietnam_pro
from PySide6.QtGui import QFont, QFontDatabase

from annotator.ui.theme import BODY, TEXT_FAMILY

_FACES = ("Regular", "Medium", "SemiBold", "Italic")


def load_fonts() -> None:
    """Make the faces that the window uses known to Qt."""
    for face in _FACES:
        path = fontpkg_be_vietnam_pro.ROOT / "files" / f"BeVietnamPro-{face}.ttf"
        QFontDatabase.addApplicationFont(str(path))


def font(pixels: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the window's font at a size of the type scale, in pixels at 100 %."""
    made = QFont(TEXT_FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made
