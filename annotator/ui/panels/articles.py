"""The list of articles: found as one types, sorted, opened, and given their status."""

from array import array
from collections.abc import Callable, Collection, Iterable
from functools import partial
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from annotator.model import edits
from annotator.model.article import Status
from annotator.model.change import Edit, Subject
from annotator.model.message import message
from annotator.project import ArticleRow, Numbers, Project, Step
from annotator.ui import icons
from annotator.ui.editor import Editor
from annotator.ui.panels.article_list import ArticleList, status_word
from annotator.ui.panels.article_query import ArticleQuery
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.row_view import RowView, selected_stretches
from annotator.ui.panels.rows import Row
from annotator.ui.panels.typed_article import TypedArticle
from annotator.ui.steps import MANY


class ArticlesPanel(Panel):
    """The articles of the project with the reviewer's status and counts."""

    icon = "articles"
    of_all_articles = True

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._reviewer = editor.reviewer
        self.articles = ArticleList(editor.project, editor.work.way, self)
        self._kept: Numbers = array("q")
        """The numbers of several selected articles, while the list is replaced."""
        self._scrolled = 0
        self.view = RowView(self.articles, self.title(), self, two_lines=True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.query = ArticleQuery(self.view, self)
        self.home = self.query
        self.query.changed.connect(self.refresh)
        self.typed = TypedArticle(self.query, self.articles, self.view)
        self.query.jumped.connect(self._show_typed)
        self.typed.chosen.connect(self._open)
        self.typed.missed.connect(self._miss)
        self.articles.modelAboutToBeReset.connect(self._keep)
        self.articles.progressed.connect(self._show_found)
        self.articles.finder.failed.connect(lambda error: editor.refused.emit(error.message))
        self.view.chosen.connect(self._choose)
        self.view.doubleClicked.connect(self.left)  # it took the focus back from the text
        self.view.removal_asked.connect(lambda _row: self.remove_selected())
        self.view.menu_asked.connect(self._show_menu)
        self.view.key_pressed.connect(lambda _row, text: self.query.filter.type_from(text))
        editor.articles_changed.connect(self.renew)
        editor.edited_elsewhere.connect(self.renew)
        self.column.addWidget(self.query)
        self.column.addWidget(self.view, 1)
        editor.ahead.beside = self._ids_beside
        query = self.query
        self.stops = (query.filter, query.statuses, query.sorts, self.view)

    def title(self) -> str:
        return self.tr("Articles")

    def refresh(self) -> None:
        open_article = self.editor.article.id if self.editor.article else None
        self._reviewer = self.editor.reviewer
        self.articles.ask(self.query.asked(self.editor.reviewer), open_article)

    def _keep(self) -> None:
        self._kept = _numbers(self.articles, self.view) if self.count_selected() > 1 else array("q")
        self._scrolled = self.view.verticalScrollBar().value()

    def _show_found(self) -> None:
        self.query.show_counts(self.articles)
        if not self.articles.complete:
            return
        self.view.set_empty(self._empty_text())
        if self.query.jump:
            self._show_typed()
        elif not self.view.currentIndex().isValid():
            self.view.verticalScrollBar().setValue(self._scrolled)
            if self._kept:
                flag = QItemSelectionModel.SelectionFlag.Select
                self.view.selectionModel().select(_rows_of(self.articles, self._kept), flag)
            else:
                self.view.go_to(self.editor.article.id if self.editor.article else None)
        self._kept = array("q")

    def _show_typed(self) -> None:
        self.typed.show(self.editor.article.id if self.editor.article else None)

    def _miss(self, typed: str) -> None:
        said = message("No article of the list has the number or the id {0}.", typed)
        self.editor.refused.emit(said)

    def _empty_text(self) -> str:
        if self.query.narrows:
            return self.tr("No article fits. Clear the filter, or show all statuses.")
        return self.tr("No articles yet. Drop files or folders on the window, or paste a text.")

    def follow_opening(self) -> None:
        if self.editor.reviewer != self._reviewer:
            self.refresh()
        elif self.editor.article is None:
            self.articles.mark(None)
        else:
            self.articles.mark(self.editor.article.id)
            self.view.go_to(self.editor.article.id)

    def follow(self, edit: Edit) -> None:
        ours = {article for article, reviewer in edit.layers() if reviewer == self.editor.reviewer}
        if not ours:
            return
        layer = self.editor.layer
        moving = (Subject.STATUS, Subject.CURATED)
        moves = any(change.address.subject in moving for change in edit.changes)
        if layer is None or ours != {layer.article.id} or (moves and self.query.by_status):
            self.refresh()
            return
        self.articles.replace(layer)

    def open_next(self) -> None:
        """Open the article below the open one, as the list is filtered and sorted."""
        self._open_beside(1)

    def open_previous(self) -> None:
        """Open the article above the open one, as the list is filtered and sorted."""
        self._open_beside(-1)

    def _open_beside(self, step: int) -> None:
        self.catch_up()
        beside = self._beside(step)
        if 0 <= beside < self.articles.rowCount():
            _go_to(self, self.articles.article_at(beside).id)

    def _ids_beside(self) -> list[str]:
        """Return the ids of the articles below and above the open one, as the list was last."""
        places = (self._beside(step) for step in (1, -1))
        count = self.articles.rowCount()
        return [self.articles.article_at(each).id for each in places if 0 <= each < count]

    def open_unfinished(self, step: int) -> None:
        """Open the next article below (1) or above (-1) that is neither done nor locked."""
        self.catch_up()
        beside = self._beside(step)
        if beside < 0:
            return
        project, reviewer = self.editor.project, self.editor.reviewer
        number = project.listing.first_unfinished(self.articles.numbers(beside, step), reviewer)
        if number is not None:
            _go_to(self, project.listing.rows([number], reviewer)[number].id)

    def _beside(self, step: int) -> int:
        """Return the row that lies `step` below the open article; where none is open, the first."""
        here = self.editor.article
        place = self.articles.number_of(here.id) if here else None
        return 0 if place is None else place + step

    def _choose(self, row: Row) -> None:
        if self.count_selected() < 2:
            self._open(str(row.key))

    def _open(self, id: str) -> None:
        """Open an article, and let the person go on in its text."""
        self.editor.open(id)
        self.left.emit()

    def count_selected(self) -> int:
        """Return how many articles are selected."""
        return sum(map(len, selected_stretches(self.view)))

    def remove_selected(self) -> None:
        """Take the selected articles off the list; where the open one goes, open the next."""
        editor, here, gone = self.editor, self.editor.article, selected_stretches(self.view)
        place = self.articles.number_of(here.id) if here else None
        goes = place is not None and any(place in each for each in gone)
        after = _next_kept(self.articles, gone) if goes else None

        def go_on() -> None:
            if goes and here and editor.article and editor.article.id == here.id:
                editor.open(after)

        self._edit_selected(
            lambda rows: edits.remove_articles((each.id, each.title) for each in rows), go_on
        )

    def set_status(self, status: Status) -> None:
        """Give the selected articles a status, in one step."""
        reviewer = self.editor.reviewer
        self._edit_selected(
            lambda rows: edits.set_status_of(
                reviewer, ((each.id, each.status) for each in rows), status
            )
        )

    def _edit_selected(
        self, make: Callable[[Iterable[ArticleRow]], Edit], then: Callable[[], None] = lambda: None
    ) -> None:
        """Carry out the edit that `make` returns for the selected articles; read many behind."""
        editor, reviewer = self.editor, self.editor.reviewer
        numbers = _numbers(self.articles, self.view)

        def made(project: Project, step: Step) -> Edit:
            return make(project.listing.all_rows(numbers, reviewer, step))

        long = len(numbers) >= MANY
        editor.steps.prepare(made, lambda edit: editor.steps.apply(edit, then), long=long)

    def _show_menu(self, row: Row, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.count_selected() < 2:
            menu.addAction(self.tr("Open"), partial(self._open, str(row.key)))
        statuses = menu.addMenu(self.tr("Set status"))
        for status in Status:
            statuses.addAction(status_word(status), partial(self.set_status, status))
        menu.addSeparator()
        menu.addAction(
            icons.icon("trash"), self.tr("Remove from the project"), self.remove_selected
        )
        menu.popup(point)


def _go_to(panel: ArticlesPanel, id: str) -> None:
    """Open an article; who was in the list goes on in its text, who was elsewhere stays."""
    panel.editor.open(id)
    focused = QApplication.focusWidget()
    if focused and panel.isAncestorOf(focused):
        panel.left.emit()


def _rows_of(articles: ArticleList, numbers: Collection[int]) -> QItemSelection:
    """Return the rows of the articles that have `numbers` in the project, as few stretches."""
    wanted, selection, place = set(numbers), QItemSelection(), 0
    for fits, stretch in groupby(number in wanted for number in articles.numbers()):
        first, place = place, place + sum(1 for _ in stretch)
        if fits:
            selection.select(articles.index(first, 0), articles.index(place - 1, 0))
    return selection


def _next_kept(articles: ArticleList, gone: list[range]) -> str | None:
    """Return the article below the first of the rows `gone` that is none of them, or above."""
    place = gone[0].start
    for each in gone:
        if place in each:
            place = each.stop
    if place == articles.rowCount():
        place = gone[0].start - 1
    return articles.article_at(place).id if place >= 0 else None


def _numbers(articles: ArticleList, view: RowView) -> Numbers:
    """Return the numbers that the selected articles have in the project."""
    found: Numbers = array("q")
    for stretch in selected_stretches(view):
        found.extend(articles.numbers_in(stretch))
    return found
