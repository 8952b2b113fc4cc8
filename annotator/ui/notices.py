"""What the window says on its own: lasting banners above the article, passing messages below it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from annotator.ui import theme
from annotator.ui.controls import icon_button, press_by_return
from annotator.ui.icons import tinted
from annotator.ui.labels import wrapped
from annotator.ui.theme import SPACE

_SECONDS = 12
ROOM_FOR_TEXT = 60 * SPACE
"""Pixels that a text must have beside its buttons: else it stands above them."""


class Choice(NamedTuple):
    """A button of a notice: what it says and does."""

    text: str
    do: Callable[[], None]


class Notice(QWidget):
    """A line of text with an icon and a few buttons."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self._text = wrapped()
        self.choices: list[QPushButton] = []
        """The buttons shown."""
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE)
        self._body = QHBoxLayout()
        self._body.setSpacing(2 * SPACE)
        self._body.addWidget(self._text, 1)
        self._body.addLayout(self._buttons)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4 * SPACE, SPACE, 2 * SPACE, SPACE)
        self._row.setSpacing(2 * SPACE)
        self._row.addWidget(self._icon)
        self._row.addLayout(self._body, 1)
        self._ends: list[QWidget] = [self._icon]
        self.hide()

    def add_button(self, button: QWidget) -> None:
        """Put a button at the end, which is there whatever is shown."""
        self._row.addWidget(button)
        self._ends.append(button)

    @property
    def text(self) -> str:
        """What is shown; empty while nothing is."""
        return "" if self.isHidden() else self._text.text()

    def show_text(self, text: str, icon_name: str, color: str, *choices: Choice) -> None:
        """Show a sentence and what can be done about it, and tell a screen reader."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._icon.setPixmap(tinted(icon_name, color).pixmap(20, 20))
        for button in self.choices:
            button.deleteLater()
        self.choices = [QPushButton(choice.text) for choice in choices]
        for button, choice in zip(self.choices, choices, strict=True):
            button.clicked.connect(choice.do)
            self._buttons.addWidget(button)
            button.ensurePolished()  # it is asked how wide it is before it is shown
        self._arrange()
        self.show()
        announce(self, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_return(event, self.focusWidget()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons below the text, and each below the other, where it is narrow."""
        around = self._row.contentsMargins()
        ends = sum(each.sizeHint().width() + self._row.spacing() for each in self._ends)
        room = self.width() - around.left() - around.right() - ends
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        beside = sum(each.sizeHint().width() + SPACE for each in self.choices)
        fits = beside + ROOM_FOR_TEXT <= room or not self.choices
        self._body.setDirection(across if fits else down)
        self._buttons.setDirection(across if beside <= room else down)


class Banner(Notice):
    """What holds until something changes: the project is read-only, the past is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("banner", parent)

    def warn(self, text: str, *choices: Choice) -> None:
        """Show what holds for now."""
        self.show_text(text, "warning", theme.colors().warning, *choices)

    def alarm(self, text: str, *choices: Choice) -> None:
        """Show what must be seen to."""
        self.show_text(text, "problems", theme.colors().problem, *choices)


class MessageBar(Notice):
    """Why something was not done, or what was; goes by itself, or by its button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("message", parent)
        self.refusing = False
        """Whether what was shown last says why something was not done."""
        self._timer = QTimer(self, singleShot=True, interval=_SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        close = icon_button("close", self.tr("Close the message"))
        close.clicked.connect(self.hide)
        self.add_button(close)

    def tell(self, text: str, *choices: Choice) -> None:
        """Show something that was done."""
        self.refusing = False
        self.show_text(text, "annotation", theme.colors().accent, *choices)
        self._timer.start()

    def refuse(self, text: str, *choices: Choice) -> None:
        """Show why something was not done."""
        self.refusing = True
        self.show_text(text, "warning", theme.colors().warning, *choices)
        self._timer.start()


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text`."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
