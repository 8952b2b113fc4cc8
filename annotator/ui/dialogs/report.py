"""What came of adding articles: said in a line, or in a list where some were refused."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from annotator.project import ImportReport
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.language import say

if TYPE_CHECKING:
    from annotator.ui.window import Window


class ErrorSheet(Sheet):
    """Long text about what went wrong, that can be read in peace and copied."""

    def __init__(self, window: "Window", title: str, explanation: str, lines: list[str]) -> None:
        super().__init__(window, title, explanation)
        self._text = QPlainTextEdit("\n".join(lines))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(title)
        self.column.addWidget(self._text)
        copy = self.add_other(self.tr("Copy"))
        copy.clicked.connect(self._copy)
        self.add_close()
        self.resize(640, 360)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._text.toPlainText())


def show_report(window: "Window", report: ImportReport) -> None:
    """Say what an import did, and name what it left out."""
    window.editor.articles_changed.emit()
    sentence = summary(window, report)
    if report.refused or report.remarks:
        lines = [say(error) for error in (*report.refused, *report.remarks)]
        ErrorSheet(window, window.tr("Not everything was added"), sentence, lines).open()
    else:
        window.messages.tell(sentence)


def summary(window: "Window", report: ImportReport) -> str:
    """Return a sentence that counts what an import did."""
    if report.cancelled:
        return window.tr("Adding was cancelled. Nothing was added.")
    parts = [window.tr("Articles added: {0}.").format(report.added)]
    if report.layers:
        parts.append(window.tr("Layers added: {0}.").format(report.layers))
    if report.unchanged:
        parts.append(window.tr("There already: {0}.").format(report.unchanged))
    if report.refused:
        parts.append(window.tr("Left out: {0}.").format(len(report.refused)))
    if report.remarks:
        parts.append(window.tr("To look at: {0}.").format(len(report.remarks)))
    return " ".join(parts)
