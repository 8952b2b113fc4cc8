"""What stands in place of an article while there is none: what to do next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.icons import tinted
from annotator.ui.labels import wrapped
from annotator.ui.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class EmptyPage(QWidget):
    """Offers the ways to get a first article."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        picture = QLabel()
        picture.setPixmap(tinted("articles", theme.colors().muted).pixmap(40, 40))
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(2 * SPACE)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self._buttons)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(3 * SPACE)
        column.addStretch(2)
        for widget in (
            picture,
            wrapped(self.tr("No article is open"), "heading"),
            wrapped(self.tr("Drop text files or folders here, or choose one of these."), "muted"),
        ):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget)
        column.addLayout(row)
        column.addStretch(3)

    def offer(self, actions: "list[QAction]") -> None:
        """Show a button for each action, the first one the foremost."""
        for action in actions:
            button = QPushButton(action.icon(), action.text())
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            button.setEnabled(action.isEnabled())
            action.enabledChanged.connect(button.setEnabled)
            self._buttons.addWidget(button)
