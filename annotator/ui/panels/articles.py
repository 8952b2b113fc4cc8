"""The list of articles: found as one types, sorted, opened, and given their status."""

from collections.abc import Hashable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from annotator.model import edits
from annotator.model.annotation import Kind
from annotator.model.article import Status
from annotator.model.change import Edit, Subject
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.project import ArticleRow
from annotator.ui import icons
from annotator.ui.editor import Editor
from annotator.ui.panels.article_list import ArticleList, status_word
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
        self.articles = ArticleList()
        self.view = RowView(self.articles, self.title(), self, two_lines=True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.query = ArticleQuery(self.view, self)
        self.setFocusProxy(self.query)
        self.query.changed.connect(self.refresh)
        self.query.entered.connect(self._open_top)
        self.view.chosen.connect(self._choose)
        self.view.removal_asked.connect(lambda _rows: self.remove_selected())
        self.view.menu_asked.connect(self._show_menu)
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
        chosen = [row.key for row in self.view.selected()]
        place = self.view.verticalScrollBar().value()
        found = self.query.answer(self.editor.project, self.editor.reviewer)
        self.articles.show(found, open_article)
        self.view.set_empty(self._empty_text())
        self.view.verticalScrollBar().setValue(place)
        if len(chosen) > 1:
            self._select(chosen)
        else:
            self.view.go_to(open_article)

    def _select(self, ids: list[Hashable]) -> None:
        flag = self.view.selectionModel().SelectionFlag.Select
        for id in ids:
            number = self.articles.number_of(id)
            if number is not None:
                self.view.selectionModel().select(self.articles.index(number, 0), flag)

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
        number = self.articles.number_of(layer.article.id)
        if number is not None:
            self.articles.replace(
                self.articles.article_at(number)._replace(
                    status=layer.status,
                    entities=layer.count(Kind.ENTITY),
                    events=layer.count(Kind.EVENT),
                )
            )

    def open_next(self) -> None:
        """Open the article below the open one, as the list is filtered and sorted."""
        self._open_beside(1)

    def open_previous(self) -> None:
        """Open the article above the open one, as the list is filtered and sorted."""
        self._open_beside(-1)

    def _open_beside(self, step: int) -> None:
        self.catch_up()
        here = self.editor.article
        number = self.articles.number_of(here.id) if here else None
        beside = 0 if number is None else number + step
        if 0 <= beside < self.articles.rowCount():
            self.editor.open(self.articles.article_at(beside).id)

    def _open_top(self) -> None:
        if self.articles.rowCount():
            self.editor.open(self.articles.article_at(0).id)

    def _choose(self, row: Row) -> None:
        if len(self.view.selected()) < 2:
            self.editor.open(str(row.key))

    def _selected(self) -> list[ArticleRow]:
        numbers = (self.articles.number_of(row.key) for row in self.view.selected())
        return [self.articles.article_at(number) for number in numbers if number is not None]

    def remove_selected(self) -> None:
        """Take the selected articles off the list; where the open one goes, open the next."""
        gone = self._selected()
        if not gone:
            return
        ids = {each.id for each in gone}
        here = self.editor.article
        after = self._next_kept(ids) if here and here.id in ids else None
        done = self.editor.apply(edits.remove_articles((each.id, each.title) for each in gone))
        if done and here and here.id in ids:
            self.editor.open(after)

    def _next_kept(self, ids: set[str]) -> str | None:
        listed = [self.articles.article_at(n).id for n in range(self.articles.rowCount())]
        first = next(number for number, id in enumerate(listed) if id in ids)
        order = (*listed[first:], *reversed(listed[:first]))
        return next((id for id in order if id not in ids), None)

    def set_status(self, status: Status) -> None:
        """Give the selected articles a status, in one step."""
        try:
            layers = [self._layer(each.id) for each in self._selected()]
        except AnnotatorError as error:
            self.editor.refused.emit(error.message)
            return
        self.editor.apply(edits.set_status_of(layers, status))

    def _layer(self, article: str) -> Layer:
        here = self.editor.layer
        if here is not None and here.article.id == article:
            return here
        return self.editor.project.layer(article, self.editor.reviewer)

    def _show_menu(self, row: Row, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(self.view.selected()) < 2:
            menu.addAction(self.tr("Open"), partial(self.editor.open, str(row.key)))
        statuses = menu.addMenu(self.tr("Set status"))
        for status in Status:
            statuses.addAction(status_word(status), partial(self.set_status, status))
        menu.addSeparator()
        menu.addAction(
            icons.icon("trash"), self.tr("Remove from the project"), self.remove_selected
        )
        menu.popup(point)
