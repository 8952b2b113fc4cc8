"""What files hold, shown before it goes in: formats, articles, labels, what will be left out."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from annotator.formats.look import Looked, look
from annotator.formats.reading import AUTO
from annotator.formats.registry import formats
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.message import AnnotatorError, Remark, message
from annotator.ui.dialogs.form import Form, choice
from annotator.ui.dialogs.label_mapping import LabelMapping
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.importing import Incoming, begin_import
from annotator.ui.labels import wrapped
from annotator.ui.language import say
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Count, Row
from annotator.ui.work import Job

if TYPE_CHECKING:
    from annotator.ui.window import Window

_PLAIN = {"text", "jsonl"}


class Import(Sheet):
    """Asks what is to become of what files hold; nothing goes in before it is accepted."""

    def __init__(self, window: "Window", paths: list[Path], looked: Looked) -> None:
        names = ", ".join(path.name or str(path) for path in paths[:3])
        super().__init__(window, self.tr("Add articles"), names + (" …" if paths[3:] else ""))
        self._window = window
        self._paths = paths
        self._job: Job | None = None
        self.format = choice(
            {
                AUTO: self.tr("Found by itself"),
                **{
                    each.name: f"{each.name} – {say(each.summary)}"
                    for each in formats()
                    if each.reads and not each.missing
                },
            },
            AUTO,
        )
        self.found = wrapped("")
        self.tabs = QTabWidget()
        self.articles = RowListView(self.tr("Articles"), two_lines=True)
        self.labels = LabelMapping()
        self.trouble = RowListView(self.tr("To look at"), two_lines=True)
        form = Form()
        form.add(self.tr("Format"), self.format)
        form.add(self.tr("Recognised"), self.found)
        self.column.addLayout(form)
        self.column.addWidget(self.tabs, 1)
        self.add = self.add_accept(self.tr("Add"))
        self.add_cancel()
        self.format.currentIndexChanged.connect(self._look_again)
        self.finished.connect(self._stop_looking)
        self.resize(760, 600)
        self.show_looked(looked)
        self.add.setFocus()

    def show_looked(self, looked: Looked) -> None:
        """Show what was found."""
        self._looked = looked
        self.found.setText(
            "\n".join(
                self.tr("{0}: files: {1}; {2}").format(name, count, say(reason))
                for (name, reason), count in looked.formats.most_common()
            )
            or self.tr("No file that can be read.")
        )
        self._show_articles(looked)
        tagset = self._window.editor.tagset
        unknown = looked.uses.unknown_to(tagset)
        self.labels.show_labels([(key, looked.uses.labels[key]) for key in unknown], tagset)
        trouble = [*looked.left_out, *looked.remarks]
        self.trouble.show_rows([_trouble_row(number, each) for number, each in enumerate(trouble)])
        self.tabs.clear()
        count = str(looked.articles) if looked.complete else f"{looked.articles}+"
        self.tabs.addTab(self.articles, f"{self.tr('Articles')} ({count})")
        if unknown:
            self.tabs.addTab(self.labels, f"{self.tr('New labels')} ({len(unknown)})")
        if trouble:
            self.tabs.addTab(self.trouble, f"{self.tr('To look at')} ({len(trouble)})")
        self.add.setEnabled(looked.articles > 0)

    def _show_articles(self, looked: Looked) -> None:
        self.articles.set_empty(self.tr("There is no article in what you chose."))
        self.articles.show_rows(
            [
                Row(
                    key=number,
                    text=each.title,
                    detail=each.where,
                    counts=(Count(str(each.annotations), "mentions"),),
                )
                for number, each in enumerate(looked.shown)
            ]
        )

    def _look_again(self) -> None:
        self._stop_looking()
        self.add.setEnabled(False)
        self.found.setText(self.tr("Looking…"))
        self._job = begin_looking(
            self._window, self._paths, self.format.currentData(), self._take_looked
        )

    def _take_looked(self, looked: Looked) -> None:
        self._job = None
        self.show_looked(looked)

    def _stop_looking(self) -> None:
        if self._job:
            self._job.abandon()
            self._job = None

    def accept(self) -> None:
        renamed, added = self.labels.decisions()
        editor = self._window.editor
        old = editor.tagset
        new = self._looked.uses.declared(old, added)
        if new != old:
            title = message("Add labels from files: {0}", len(added))
            if not editor.apply(Edit(title, (Change(Address(Subject.TAGSET), old, new),))):
                return
        super().accept()
        incoming = Incoming(self._paths, self.format.currentData(), renamed)
        begin_import(self._window, incoming)


def look_and_add(window: "Window", paths: list[Path]) -> None:
    """Look at files and folders, and add what they hold: at once, where nothing is to be asked.

    Nothing is where all is plain text or our own format, and every label known.
    """
    program = window.program

    def then(looked: Looked) -> None:
        present = program.window
        plainly = {name for name, _ in looked.formats} <= _PLAIN and not looked.remarks
        if plainly and not looked.uses.unknown_to(present.editor.tagset):
            begin_import(present, Incoming(paths))
        else:
            Import(present, paths, looked).open()

    begin_looking(window, paths, AUTO, then)


def begin_looking(
    window: "Window", paths: list[Path], format: str, then: Callable[[Looked], None]
) -> Job:
    """Look at `paths` in the background, and call `then` with what was found."""
    reviewer = window.editor.reviewer
    return window.work.begin(
        window.tr("Looking at the files"),
        lambda job: look(paths, format, reviewer, lambda n: job.report(n, 0), job.cancelled),
        then,
    )


def _trouble_row(number: int, error: AnnotatorError) -> Row:
    kept = isinstance(error, Remark)
    return Row(
        key=number,
        text=say(error.message),
        detail=error.where,
        icon="note" if kept else "problems",
        tone="warning" if kept else "problem",
    )
