"""Who annotates: asked once, and when another one sits down."""

import getpass
from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.labels import plain


class AskReviewer(Sheet):
    """Asks for a name; `then` gets it. Names that have layers in the project are offered."""

    def __init__(
        self, parent: QWidget | None, then: Callable[[str], None], present: str, known: list[str]
    ) -> None:
        super().__init__(
            parent,
            self.tr("Who annotates?"),
            self.tr("Annotations are kept apart by name. You can change it at any time."),
        )
        self._then = then
        self._name = QComboBox()
        self._name.setEditable(True)
        self._name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._name.setCompleter(QCompleter(self._name))  # completes nothing: Lan is not Lan Anh
        self._name.addItems(sorted({*known, present}, key=str.casefold))
        self._name.setCurrentText(present)
        self._name.setAccessibleName(self.tr("Name"))
        caption = plain(self.tr("Name"), "muted")
        caption.setBuddy(self._name)
        self.column.addWidget(caption)
        self.column.addWidget(self._name)
        self._accept = self.add_accept(self.tr("Annotate"))
        self.add_cancel()
        self._name.editTextChanged.connect(self._judge)
        self.setMinimumWidth(400)
        self._name.setFocus()
        line = self._name.lineEdit()
        assert line is not None
        line.selectAll()

    def _judge(self, text: str) -> None:
        self._accept.setEnabled(bool(text.strip()))

    def accept(self) -> None:
        name = " ".join(self._name.currentText().split())
        if name:
            super().accept()
            self._then(name)


def welcome(then: Callable[[str], None]) -> AskReviewer:
    """Show and return a dialog that asks the name before there is a window to belong to.

    Who doesn't answer goes by the system's name.
    """
    proposed = user_name() or "reviewer"
    dialog = AskReviewer(None, then, proposed, [])
    dialog.rejected.connect(lambda: then(proposed))
    dialog.show()
    return dialog


def user_name() -> str:
    """Return the name of the person at the system, as a first proposal."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
