"""Completion of a query while it is typed: fields, labels, roles, names."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from annotator.search.completion import Completion, completions
from annotator.ui.editor import Editor
from annotator.ui.theme import SPACE


class QueryCompleter(QCompleter):
    """Proposes how the word before the cursor of `field` may go on."""

    def __init__(self, field: QLineEdit, editor: Editor) -> None:
        super().__init__(field)
        self._field = field
        self._editor = editor
        self._proposed: dict[str, Completion] = {}
        self._texts = QStringListModel(self)
        self.setModel(self._texts)
        self.setWidget(field)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(10)
        popup = self.popup()
        assert popup is not None
        popup.setMinimumWidth(50 * SPACE)
        field.textEdited.connect(self._propose)
        self.activated.connect(self._take)

    def _propose(self) -> None:
        project = self._editor.project
        found = completions(
            self._field.text(),
            self._field.cursorPosition(),
            self._editor.tagset,
            project.reviewers(),
        )
        self._proposed = {each.text: each for each in found}
        self._texts.setStringList(list(self._proposed))
        if found:
            self.complete()
        else:
            self._hide()

    def _hide(self) -> None:
        popup = self.popup()
        if popup is not None:
            popup.hide()

    def _take(self, text: str) -> None:
        start, end, _ = self._proposed[text]
        query = self._field.text()
        self._field.setText(query[:start] + text + query[end:])
        self._field.setCursorPosition(start + len(text))
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
