"""The field above a list that narrows it as one types."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.controls import SearchField
from annotator.ui.panels.row_view import RowView


class FilterField(SearchField):
    """Narrows the list below it: Down goes into the list, Escape clears, Enter takes the top row.

    A letter typed in the list comes here.
    """

    def __init__(self, prompt: str, view: RowView, parent: QWidget | None = None) -> None:
        super().__init__(prompt, parent)
        self._view = view

    def type_from(self, text: str) -> None:
        """Go on in the field with a letter that was typed in the list."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.end(False)
        self.insert(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down if self._view.rows.rowCount():
                self._view.setFocus(Qt.FocusReason.TabFocusReason)
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)
