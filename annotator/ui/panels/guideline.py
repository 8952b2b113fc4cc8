"""What is said about the label in focus: its guideline, written in Markdown by the tagset."""

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from annotator.model.annotation import Kind
from annotator.model.tagset import EventType, Label, RelationType
from annotator.ui.labels import ElidedLabel
from annotator.ui.language import language
from annotator.ui.panels.naming import Names
from annotator.ui.theme import SPACE


class GuidelineText(QTextBrowser):
    """Shows Markdown: HTML in it is taken for text, and nothing is fetched from anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setStyleSheet("border: 0; border-radius: 0; padding: 0")
        self.document().setDocumentMargin(3 * SPACE)
        self.document().setIndentWidth(4 * SPACE)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        return QByteArray()  # for None the document would read the file itself

    def show_markdown(self, text: str) -> None:
        """Show `text`, from its beginning."""
        self.document().setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownNoHTML)


class GuidelinePane(QWidget):
    """The guideline under a header that names the label and folds the pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Names, Kind, Label | None] | None = None
        self.name = ElidedLabel("title", self)
        self.text = GuidelineText(self)
        self.text.setMinimumHeight(5 * SPACE)
        self.text.setAccessibleName(self.tr("Guideline"))
        self.fold = QToolButton(self)
        self.fold.clicked.connect(lambda: self._unfold(self.text.isHidden()))
        header = QHBoxLayout()
        header.setContentsMargins(3 * SPACE, SPACE, SPACE, SPACE)
        header.addWidget(self.name, 1)
        header.addWidget(self.fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self.text, 1)
        self._unfold(True)

    def show_label(self, names: Names, kind: Kind, label: Label | None) -> None:
        """Show what the tagset says of `label`; None: how to come to a guideline."""
        wanted = (names, kind, label)
        if wanted == self._shown:
            return
        self._shown = wanted
        if label is None:
            self.name.setText(self.tr("Guideline"))
            self.text.setPlainText(self.tr("Point at a label to read what it is for."))
            return
        self.name.setText(names.of_label(kind, label.label))
        nothing = self.tr("No guideline is written for this label.")
        self.text.show_markdown(label.guideline.strip() or nothing)
        cursor = QTextCursor(self.text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for line in _declared(label):
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            cursor.insertText(line)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _unfold(self, is_open: bool) -> None:
        self.text.setVisible(is_open)
        self.fold.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        word = self.tr("Hide the guideline") if is_open else self.tr("Show the guideline")
        self.fold.setAccessibleName(word)
        self.fold.setToolTip(word)
        self.setMaximumHeight(16777215 if is_open else self.sizeHint().height())


def _declared(label: Label) -> list[str]:
    """Return what the tagset declares of an event's roles or a relation's ends, a line each."""

    def listed(labels: tuple[str, ...]) -> str:
        return ", ".join(labels)

    match label:
        case EventType():
            return [
                f"{role.shown(language())}: {listed(role.fillers) or '…'}" for role in label.roles
            ]
        case RelationType():
            return [f"{listed(label.sources) or '…'} → {listed(label.targets) or '…'}"]
        case _:
            return []
