"""What is known of an article: title, date, author, source, address, and any other key."""

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from annotator.model import edits
from annotator.model.article import Json
from annotator.ui.dialogs.form import Form
from annotator.ui.dialogs.sheet import Sheet

if TYPE_CHECKING:
    from annotator.ui.window import Window


class EditMetadata(Sheet):
    """A field for each key; what was changed becomes one step of undo."""

    def __init__(self, window: "Window") -> None:
        super().__init__(
            window, self.tr("Title, date and more"), self.tr("The text itself never changes.")
        )
        self._window = window
        layer = window.editor.layer
        assert layer is not None, "the action is enabled with an article alone"
        self._article = window.editor.project.article(layer.article.id)
        self.fields: dict[str, QLineEdit] = {}
        self._form = Form()
        self.column.addLayout(self._form)
        known = {
            "title": self.tr("Title"),
            "published_at": self.tr("Date (ISO 8601)"),
            "author": self.tr("Author"),
            "source": self.tr("Source"),
            "url": self.tr("Web address"),
        }
        for key in dict.fromkeys((*known, *self._article.metadata)):
            value = self._article.metadata.get(key)
            if value is None or isinstance(value, str):
                self._add_field(key, known.get(key, key), value or "")
        self._add_row()
        self.add_accept(self.tr("Save"))
        self.add_cancel()
        self.setMinimumWidth(520)

    def _add_field(self, key: str, caption: str, value: str) -> None:
        field = QLineEdit(value)
        field.setCursorPosition(0)
        self.fields[key] = field
        self._form.add(caption, field)

    def _add_row(self) -> None:
        self._key = QLineEdit()
        self._key.setPlaceholderText(self.tr("Another key"))
        self._key.setAccessibleName(self.tr("Another key"))
        self._key.returnPressed.connect(self._add_key)
        add = QPushButton(self.tr("Add"))
        add.setAutoDefault(False)
        add.clicked.connect(self._add_key)
        row = QHBoxLayout()
        row.addWidget(self._key, 1)
        row.addWidget(add)
        self.column.addLayout(row)

    def _add_key(self) -> None:
        key = self._key.text().strip()
        if key and key not in self.fields and key not in self._article.metadata:
            self._add_field(key, key, "")
            self._key.clear()
            self.fields[key].setFocus()

    def accept(self) -> None:
        editor, gesture = self._window.editor, uuid4().hex
        for key, field in self.fields.items():
            before = self._article.metadata.get(key)
            after: Json = field.text() or None
            if before != after and not editor.apply(
                edits.set_metadata(self._article, key, after, gesture)
            ):
                return
        super().accept()
