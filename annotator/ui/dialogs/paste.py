"""An article from text that was copied somewhere else."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from annotator.formats.format import Parcel
from annotator.language.news import metadata_of
from annotator.model.article import Article
from annotator.ui.dialogs.form import Form
from annotator.ui.dialogs.report import show_report
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.header import shown_date
from annotator.ui.labels import plain

if TYPE_CHECKING:
    from annotator.ui.window import Window


class PasteArticle(Sheet):
    """Shows the clipboard's text, and what its layout says of title, date and author."""

    def __init__(self, window: "Window") -> None:
        super().__init__(
            window,
            self.tr("Paste as an article"),
            self.tr("The text stays as it is. What its layout says is kept beside it."),
        )
        self._window = window
        self.title = QLineEdit()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self._known = plain("", "small")
        form = Form()
        form.add(self.tr("Title"), self.title)
        form.add(self.tr("Text"), self.text)
        self.column.addLayout(form)
        self.column.addWidget(self._known)
        self._accept = self.add_accept(self.tr("Add the article"))
        self.add_cancel()
        self.text.textChanged.connect(self._recognize)
        self._pasted = QApplication.clipboard().text()
        self.text.setPlainText(self._pasted)
        self._recognize()
        self.resize(680, 520)

    def _recognize(self) -> None:
        known = metadata_of(self.text.toPlainText())
        self.title.setPlaceholderText(known.get("title", ""))
        shown = {
            self.tr("Date"): shown_date(known.get("published_at", "")),
            self.tr("Author"): known.get("author", ""),
        }
        self._known.setText(
            "   ".join(f"{name}: {value}" for name, value in shown.items() if value)
        )
        self._accept.setEnabled(bool(self.text.toPlainText().strip()))

    def _content(self) -> str:
        """Return the text as it was copied; where it was changed since, as it is in the field."""
        document = self.text.document()
        if not document.isModified():
            return self._pasted
        # toPlainText would turn no-break spaces into spaces.
        return document.toRawText().replace("\u2029", "\n")

    def accept(self) -> None:
        text = self._content()
        if not text.strip():
            return
        super().accept()
        window = self._window
        project, reviewer = window.editor.project, window.editor.reviewer
        metadata = metadata_of(text)
        if title := self.title.text().strip():
            metadata = {"title": title, **{k: v for k, v in metadata.items() if k != "title"}}
        id = f"pasted-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}"
        parcel = Parcel(Article(id, text, metadata), (), window.tr("the clipboard"))
        report = project.add([parcel], by=reviewer)
        show_report(window, report)
        if report.added:
            window.editor.open(id)
            window.canvas.setFocus()
