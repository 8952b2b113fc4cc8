"""The list of articles: found as one types, sorted and opened."""

from collections.abc import Collection

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.model.change import Edit, Subject
from annotator.ui.editor import Editor
from annotator.ui.panels.article_acts import ArticleActs
from annotator.ui.panels.article_list import ArticleList
from annotator.ui.panels.article_query import ArticleQuery
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.row_view import RowView
from annotator.ui.panels.rows import Row


class ArticlesPanel(Panel):
    """The articles of the project with the reviewer's status and counts."""

    icon = "articles"

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._reviewer = editor.reviewer
        self.articles = ArticleList(editor.project, self)
        self._kept: list[int] = []
        """The numbers of several selected articles, while the list is replaced."""
        self._scrolled = 0
        self.view = RowView(self.articles, self.title(), self, two_lines=True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.acts = ArticleActs(editor, self.articles, self.view, self)
        self.query = ArticleQuery(self.view, self)
        self.setFocusProxy(self.query)
        self.query.changed.connect(self.refresh)
        self.query.jumped.connect(self._jump)
        self.articles.modelAboutToBeReset.connect(self._keep)
        self.articles.progressed.connect(self._show_found)
        self.articles.finder.failed.connect(lambda error: editor.refused.emit(error.message))
        self.query.entered.connect(self._open_top)
        self.view.chosen.connect(self._choose)
        self.view.removal_asked.connect(lambda _rows: self.acts.remove())
        self.view.menu_asked.connect(self.acts.show_menu)
        self.view.key_pressed.connect(lambda _row, text: self.query.filter.type_from(text))
        editor.articles_changed.connect(self.renew)
        self.column.addWidget(self.query)
        self.column.addWidget(self.view, 1)
        query = self.query
        self.stops = (query.filter, query.statuses, query.sorts, self.view)

    def title(self) -> str:
        return self.tr("Articles")

    def refresh(self) -> None:
        open_article = self.editor.article.id if self.editor.article else None
        self._reviewer = self.editor.reviewer
        self.articles.ask(self.query.asked(self.editor.reviewer), open_article)

    def _keep(self) -> None:
        places = self.acts.places() if self.acts.count() > 1 else ()
        self._kept = [self.articles.number_at(place) for place in places]
        self._scrolled = self.view.verticalScrollBar().value()

    def _show_found(self) -> None:
        self.query.show_counts(self.articles)
        if not self.articles.complete:
            return
        self.view.set_empty(self._empty_text())
        if self.query.jump:
            self._jump(self.query.jump)
        elif not self.view.currentIndex().isValid():
            self.view.verticalScrollBar().setValue(self._scrolled)
            if self._kept:
                self._select(self._kept)
            else:
                self.view.go_to(self.editor.article.id if self.editor.article else None)
        self._kept = []

    def _select(self, numbers: Collection[int]) -> None:
        wanted, selection = set(numbers), QItemSelection()
        for place, number in enumerate(self.articles.numbers()):
            if number in wanted:
                index = self.articles.index(place, 0)
                selection.select(index, index)
        self.view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _jump(self, to: str) -> None:
        """Go to the row that has a number, counted from 1, or to the article that has an id."""
        place = self.articles.number_of(to)
        if place is None and to.isdecimal():
            place = int(to) - 1
        if place is not None and 0 <= place < self.articles.rowCount():
            self.view.go_to_number(place)

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
        moves = any(change.address.subject is Subject.STATUS for change in edit.changes)
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
            self.editor.open(self.articles.article_at(beside).id)

    def open_unfinished(self, step: int) -> None:
        """Open the next article below (1) or above (-1) that is neither done nor locked."""
        self.catch_up()
        beside = self._beside(step)
        if beside < 0:
            return
        project, reviewer = self.editor.project, self.editor.reviewer
        number = project.listing.first_unfinished(self.articles.numbers(beside, step), reviewer)
        if number is not None:
            self.editor.open(project.listing.rows([number], reviewer)[number].id)

    def _beside(self, step: int) -> int:
        """Return the row that lies `step` below the open article; where none is open, the first."""
        here = self.editor.article
        place = self.articles.number_of(here.id) if here else None
        return 0 if place is None else place + step

    def _open_top(self) -> None:
        row = self.view.current() if self.query.jump else None
        if row is not None:
            self.editor.open(str(row.key))
        elif self.articles.rowCount():
            self.editor.open(self.articles.article_at(0).id)

    def _choose(self, row: Row) -> None:
        if self.acts.count() < 2:
            self.editor.open(str(row.key))
