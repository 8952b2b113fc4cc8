"""Labels of the window that show text from data: plain, and cut where there is no room."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget


def plain(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that takes nothing for markup; `role` names its looks in the style sheet."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def wrapped(text: str = "", role: str = "") -> QLabel:
    """Return a `plain` label that goes on in as many lines as it takes."""
    label = plain(text, role)
    label.setWordWrap(True)
    return label


class ElidedLabel(QLabel):
    """One line of text, cut with an ellipsis where it is too long; the tooltip has it whole."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def setText(self, text: str) -> None:
        line = " ".join(text.split())
        super().setText(line)
        self.setToolTip(f"<p>{escape(line)}</p>" if line else "")

    def minimumSizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance("…") * 2, super().minimumSizeHint().height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment()) | int(Qt.TextFlag.TextSingleLine), text)
