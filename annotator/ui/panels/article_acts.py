"""What is done to the selected articles, however many: one step, which one undo takes back."""

from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from itertools import chain

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from annotator.model import edits
from annotator.model.article import Status
from annotator.model.change import Edit
from annotator.project import ArticleRow, Listing
from annotator.ui import icons
from annotator.ui.editor import Editor
from annotator.ui.panels.article_list import ArticleList, status_word
from annotator.ui.panels.row_view import RowView, selected_stretches
from annotator.ui.panels.rows import Row
from annotator.ui.steps import MANY
from annotator.ui.work import Job


class ArticleActs(QObject):
    """Removes the selected articles, or gives them a status; many are read and written behind."""

    def __init__(
        self, editor: Editor, articles: ArticleList, view: RowView, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._articles = articles
        self._view = view
        self._parent = parent

    def count(self) -> int:
        """Return how many articles are selected."""
        return sum(map(len, selected_stretches(self._view)))

    def places(self) -> list[int]:
        """Return the rows of the selected articles, from the top."""
        return list(chain.from_iterable(selected_stretches(self._view)))

    def remove(self) -> None:
        """Take the selected articles off the list; where the open one goes, open the next."""
        editor, here, places = self._editor, self._editor.article, self.places()
        place = self._articles.number_of(here.id) if here else None
        after = self._next_kept(places) if place in places else None

        def then() -> None:
            if place in places and editor.article is here:
                editor.open(after)

        self._carry_out(
            lambda rows: edits.remove_articles((each.id, each.title) for each in rows), then
        )

    def _next_kept(self, gone: list[int]) -> str | None:
        """Return the article below the first of the rows `gone` that is none of them, or above."""
        first, places = gone[0], set(gone)
        order = chain(range(first, self._articles.rowCount()), reversed(range(first)))
        place = next((each for each in order if each not in places), None)
        return None if place is None else self._articles.article_at(place).id

    def set_status(self, status: Status) -> None:
        """Give the selected articles a status."""
        reviewer = self._editor.reviewer
        self._carry_out(
            lambda rows: edits.set_status_of(
                ((each.id, each.status) for each in rows), reviewer, status
            )
        )

    def _carry_out(
        self, make: Callable[[Iterable[ArticleRow]], Edit], then: Callable[[], None] = lambda: None
    ) -> None:
        """Carry out the edit that `make` makes of the selected articles."""
        project, reviewer, steps = self._editor.project, self._editor.reviewer, self._editor.steps
        numbers = [self._articles.number_at(place) for place in self.places()]

        def made(listing: Listing) -> Edit:
            found = listing.rows(numbers, reviewer)
            return make(found[number] for number in numbers if number in found)

        def prepare(_job: Job) -> Edit:
            with closing(project.reader()) as reader:
                return made(reader.listing)

        if len(numbers) < MANY:
            steps.apply(made(project.listing), then)
        else:
            title = self.tr("Prepare the changes")
            self._editor.work.begin(title, prepare, lambda edit: steps.apply(edit, then))

    def show_menu(self, row: Row, point: QPoint) -> None:
        """Show at `point` what can be done to the selected articles, or to that of `row` alone."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.count() < 2:
            menu.addAction(self.tr("Open"), partial(self._editor.open, str(row.key)))
        statuses = menu.addMenu(self.tr("Set status"))
        for status in Status:
            statuses.addAction(status_word(status), partial(self.set_status, status))
        menu.addSeparator()
        menu.addAction(icons.icon("trash"), self.tr("Remove from the project"), self.remove)
        menu.popup(point)
