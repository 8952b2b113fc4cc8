"""The form of the tagset itself."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.message import message
from annotator.model.tagset import Tagset
from annotator.ui.dialogs.tagset.fields import Field, Line
from annotator.ui.labels import wrapped
from annotator.ui.theme import SPACE


class OwnForm(QWidget):
    """Shows the name and the language of a tagset."""

    changed = Signal(object, object)
    """(Message, Tagset): what is done, and the tagset that should be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tagset = Tagset()
        self.name, self.language = Line(), Line(self.tr("vi, en…"))
        self.name.entered.connect(lambda text: self._change(name=text.strip()))
        self.language.entered.connect(lambda text: self._change(language=text.strip()))
        hint = wrapped(
            self.tr(
                "Choose a label in the list to change it, or add one. Every change is made at "
                "once, over the whole project, and can be undone."
            ),
            "muted",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        column.addWidget(Field(self.tr("Name of the tagset"), self.name))
        column.addWidget(Field(self.tr("Language of the texts"), self.language))
        column.addWidget(hint)
        column.addStretch(1)

    def show_tagset(self, tagset: Tagset) -> None:
        """Show the name and language of `tagset`."""
        self._tagset = tagset
        self.name.show_text(tagset.name)
        self.language.show_text(tagset.language)

    def begin(self) -> None:
        """Go to the first field, to be written anew."""
        self.name.setFocus()
        self.name.selectAll()

    def _change(self, **fields: str) -> None:
        self.changed.emit(message("Name the tagset"), replace(self._tagset, **fields))
