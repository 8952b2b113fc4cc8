"""A sheet of figures: counted behind the window, shown on pages, copied and saved as tables."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.model.message import AnnotatorError
from annotator.project import Progress, Project
from annotator.ui.dialogs.files import ask_where
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.figures.content import Content
from annotator.ui.figures.page import Page
from annotator.ui.labels import plain, wrapped
from annotator.ui.language import say
from annotator.ui.theme import SPACE
from annotator.ui.work import Job

if TYPE_CHECKING:
    from annotator.ui.window import Window

_NEXT_REPORT = 50
"""Articles and edits that are counted from one report of progress to the next."""


class Counted(NamedTuple):
    """What came of counting: pages, and a line about all; or why there is nothing to show."""

    contents: Sequence[Content]
    totals: str
    nothing: str = ""


class CountingSheet(Sheet):
    """Counts when it opens, and anew when something else is chosen in the field at its top."""

    def __init__(self, window: "Window", title: str, chosen_by: str) -> None:
        super().__init__(window, title)
        self._window = window
        self._job: Job | None = None
        self.choice = QComboBox()
        self.choice.setAccessibleName(chosen_by)
        self._totals = plain("", "muted")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Progress"))
        self._state = wrapped(self.tr("Counting"), "muted")
        self.again = QPushButton()
        self._parts = QStackedWidget()
        self._lay_out(chosen_by)
        self.tabs.currentChanged.connect(self._offer)
        self.finished.connect(self._give_up)
        self.again.setFocus()
        self.resize(1040, 660)

    @staticmethod
    @abstractmethod
    def measured(project: Project, choice: Any, job: Job, report: Progress) -> Any:
        """Return the figures, on the thread of `job`; raises AnnotatorError if it was cancelled."""

    @abstractmethod
    def counted(self, figures: Any) -> Counted:
        """Return how figures are shown."""

    def begin(self) -> None:
        """Count what is chosen."""
        self._give_up()
        self._say(self.tr("Counting"), self.tr("Cancel"), goes_on=True)
        self._job = self._window.work.begin(
            self.tr("Counting"),
            partial(_result, self.measured, self._window.editor.project, self.choice.currentData()),
            self._show,
        )
        self._job.progressed.connect(self._show_progress)
        self._job.failed.connect(self._show_failure)

    def page(self, place: int) -> Page:
        """Return the page at a place among the tabs."""
        page = self.tabs.widget(place)
        assert isinstance(page, Page)
        return page

    def _lay_out(self, chosen_by: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        caption = plain(chosen_by, "muted")
        caption.setBuddy(self.choice)
        self.choice.setMinimumWidth(40 * SPACE)
        self.choice.setMaximumWidth(70 * SPACE)
        self._totals.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(caption)
        row.addWidget(self.choice)
        row.addWidget(self._totals, 1)
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.addStretch(1)
        column.addWidget(self._state)
        for widget in (self._progress, self.again):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._progress.setFixedWidth(60 * SPACE)
        self._state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self._stop_or_count)
        self._parts.addWidget(waiting)
        self._parts.addWidget(self.tabs)
        self.column.addLayout(row)
        self.column.addWidget(self._parts, 1)
        self._copy = self.add_other(self.tr("Copy table"))
        self._copy.clicked.connect(self._copy_table)
        self._save = self.add_other(self.tr("Save as CSV…"))
        self._save.clicked.connect(self._ask_where)
        self.add_close().setDefault(False)

    def _stop_or_count(self) -> None:
        if self._job:
            self._job.cancel()
        else:
            self.begin()

    def _give_up(self) -> None:
        if self._job:
            self._job.abandon()
            self._job = None

    def _say(self, sentence: str, offer: str, goes_on: bool) -> None:
        """Show a sentence in place of figures, and what can be done about it."""
        self._state.setText(sentence)
        self.again.setText(offer)
        self._progress.setRange(0, 0)
        self._progress.setVisible(goes_on)
        self._totals.setText("")
        self._parts.setCurrentIndex(0)
        self._offer()

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _show_failure(self, error: AnnotatorError) -> None:
        self._job = None
        self._say(say(error), self.tr("Count again"), goes_on=False)

    def _show(self, figures: Any) -> None:
        self._job = None
        choosing = self.choice.hasFocus()
        if figures is None:
            self._say(self.tr("The counting was stopped."), self.tr("Count again"), goes_on=False)
            return
        counted = self.counted(figures)
        if counted.nothing:
            self._say(counted.nothing, self.tr("Count again"), goes_on=False)
            return
        for place, content in enumerate(counted.contents):
            if place < self.tabs.count():
                self.page(place).show_content(content)
            else:
                page = Page(content)
                page.article_chosen.connect(self.open_article)
                self.tabs.addTab(page, content.title)
        self._totals.setText(counted.totals)
        self._parts.setCurrentIndex(1)
        self._offer()
        if not choosing:
            self.tabs.tabBar().setFocus()

    def open_article(self, id: str) -> None:
        """Close, and open an article that was chosen on a page."""
        self.accept()
        self._window.editor.open(id)
        self._window.canvas.setFocus()

    def _offer(self) -> None:
        ready = self._parts.currentIndex() == 1
        ready = ready and self.page(self.tabs.currentIndex()).has_figures
        self._copy.setEnabled(ready)
        self._save.setEnabled(ready)

    def _copy_table(self) -> None:
        self.page(self.tabs.currentIndex()).table.copy()

    def _ask_where(self) -> None:
        place = self.tabs.currentIndex()
        path = self._window.editor.project.path
        proposed = path.with_name(f"{path.stem} – {self.tabs.tabText(place)}.csv")
        ask_where(self._window, self.tr("Save as CSV"), proposed, partial(self._write, place))

    def _write(self, place: int, path: Path) -> None:
        self.page(place).table.save(path)
        self._window.messages.tell(self.tr("The table was saved as {0}.").format(path))


def _result(
    measured: Callable[[Project, Any, Job, Progress], Any], project: Project, choice: Any, job: Job
) -> Any:
    """Return the figures, or None where the job was cancelled."""

    def report(done: int, total: int, _message: str) -> None:
        if done % _NEXT_REPORT == 0:
            job.report(done, total)

    try:
        return measured(project, choice, job, report)
    except AnnotatorError:
        if job.cancelled():
            return None
        raise
