"""What is being filled: said in words, and filled from a list."""

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from annotator.model.annotation import Kind
from annotator.model.tagset import Role
from annotator.ui import commands
from annotator.ui.editor import Editor, Filling
from annotator.ui.labels import wrapped
from annotator.ui.notices import ROOM_FOR_TEXT, announce
from annotator.ui.panels.candidates import candidate_rows
from annotator.ui.panels.naming import Names, breakable, short, words_of
from annotator.ui.panels.picker import pick
from annotator.ui.theme import SPACE


class FillingBanner(QFrame):
    """Shows what the next mention chosen will fill, while something is being filled."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setProperty("role", "message")
        self.text = wrapped()
        self.choose = QPushButton(self.tr("From a list…"), self)
        self.choose.clicked.connect(self._ask)
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.clicked.connect(lambda: editor.fill(None))
        self._body = QHBoxLayout(self)
        self._body.setContentsMargins(4 * SPACE, SPACE, 2 * SPACE, SPACE)
        self._body.setSpacing(2 * SPACE)
        self._body.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.stop)
        self._body.addLayout(buttons)
        editor.filling_changed.connect(self.refresh)
        editor.opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is being filled now, or go out of sight."""
        filling, layer = self._editor.filling, self._editor.layer
        if filling is None or layer is None:
            self.hide()
            return
        said = said_filling(self._editor, filling)
        text = self.tr("{0}: choose it in the text, or end with Escape.").format(said)
        self.text.setText(breakable(text))
        self.setAccessibleName(text)
        self.show()
        announce(self, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        buttons = self.choose.sizeHint().width() + self.stop.sizeHint().width()
        narrow = self.width() - buttons < ROOM_FOR_TEXT
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(down if narrow else across)

    def _ask(self) -> None:
        if self._editor.filling:
            below = self.mapToGlobal(self.rect().bottomLeft())
            ask_filler(self._editor, self._editor.filling, parent=self.window(), below=below)


def said_filling(editor: Editor, filling: Filling) -> str:
    """Return what is being filled, in words: `Organizer of Meeting “tổ chức”`."""
    layer, names = editor.layer, Names(editor.tagset)
    assert layer is not None
    source = layer[filling.source]
    whole = f"{names.of(source)} “{short(words_of(layer, source))}”"
    match filling.kind:
        case Kind.EVENT:
            event = editor.tagset.event(source.label)
            role = event.role(filling.role) if event else None
            name = names.of_role(role or Role(filling.role))
            return QCoreApplication.translate("FillingBanner", "{0} of {1}").format(name, whole)
        case Kind.RELATION if filling.label:
            label = names.of_label(Kind.RELATION, filling.label)
            return QCoreApplication.translate(
                "FillingBanner", "{0} from {1}: the other end"
            ).format(label, whole)
        case Kind.CLUSTER:
            return QCoreApplication.translate("FillingBanner", "Another mention of {0}").format(
                whole
            )
        case _:
            return QCoreApplication.translate("FillingBanner", "{0} of {1}").format(
                filling.role, whole
            )


def ask_filler(editor: Editor, filling: Filling, *, parent: QWidget, below: QPoint) -> None:
    """Let what fills `filling` be chosen from a list of the article's mentions and events."""
    layer = editor.layer
    if layer is None:
        return
    names = Names(editor.tagset)
    editor.fill(filling)
    picker = pick(
        said_filling(editor, filling),
        candidate_rows(names, layer, filling),
        lambda key: commands.fill_with(editor, str(key)),
        parent=parent,
        below=below,
        empty=QCoreApplication.translate(
            "FillingBanner", "There is nothing to choose from yet. Tag some words first."
        ),
    )
    picker.dismissed.connect(lambda: editor.fill(None))
