"""What every dialog is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from annotator.ui.labels import plain, wrapped
from annotator.ui.screens import fitting
from annotator.ui.theme import SPACE

LONGEST_TITLE = 72
"""Characters that a title has room for which quotes what somebody wrote."""


class Dialog(QDialog):
    """A dialog over its window; deleted when closed.

    Takes the keyboard, and gives it back, by itself: not every X server has a window manager.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        flags: Qt.WindowType = Qt.WindowType.Dialog,
    ) -> None:
        super().__init__(parent, flags)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setObjectName(type(self).__name__)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def showEvent(self, event: QShowEvent) -> None:
        self.resize(fitting(self.size(), self.screen()))
        super().showEvent(event)
        self.activateWindow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        parent = self.parentWidget()
        if parent:
            parent.activateWindow()


class Sheet(Dialog):
    """A titled column, and a row of buttons below it. Enter accepts, Escape rejects."""

    def __init__(self, parent: QWidget | None, title: str, explanation: str = "") -> None:
        super().__init__(parent, title)
        self.column = QVBoxLayout()
        self.column.setSpacing(3 * SPACE)
        self.buttons = QDialogButtonBox()
        self.buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        whole.setSpacing(3 * SPACE)
        whole.addWidget(plain(title, "heading"))
        if explanation:
            said = wrapped(explanation, "muted")
            whole.addWidget(said)
        whole.addLayout(self.column, 1)
        whole.addSpacing(SPACE)
        whole.addWidget(self.buttons)

    def add_accept(self, text: str) -> QPushButton:
        """Return a new button that does what the dialog is for; Enter presses it."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setDefault(True)
        button.clicked.connect(self.accept)
        return button

    def add_other(self, text: str) -> QPushButton:
        """Return a new button that does something and leaves the dialog open."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        return button

    def add_cancel(self) -> QPushButton:
        """Return a new button that closes the dialog and does nothing."""
        return self._add_reject(self.tr("Cancel"))

    def add_close(self) -> QPushButton:
        """Return a new button that closes a dialog which asks for nothing."""
        button = self._add_reject(self.tr("Close"))
        button.setDefault(True)
        return button

    def _add_reject(self, text: str) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.RejectRole)
        button.setAutoDefault(False)
        return button
