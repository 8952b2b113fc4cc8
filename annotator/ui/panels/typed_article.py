"""Where what is typed above the list of articles leads to."""

from PySide6.QtCore import QObject, Signal

from annotator.ui.panels.article_list import ArticleList
from annotator.ui.panels.article_query import ArticleQuery
from annotator.ui.panels.row_view import RowView


class TypedArticle(QObject):
    """The row that is typed, as a number or an id, or else the top one: Return opens it.

    With nothing typed it is the row where the list is, which follows the open article. Return waits
    until the list shows what was asked for; whoever types on takes it back.
    """

    chosen = Signal(str)
    """(id): the article is to be opened."""
    missed = Signal(str)
    """(text): the list has no such row, and no article with that id."""

    def __init__(self, query: ArticleQuery, articles: ArticleList, view: RowView) -> None:
        super().__init__(query)
        self._query, self._articles, self._view = query, articles, view
        self._entered = False
        """Whether Return was pressed, and nothing was opened yet."""
        query.filter.textChanged.connect(self._take_back)
        query.entered.connect(self._enter)
        articles.progressed.connect(self._choose)

    def show(self, otherwise: str | None) -> None:
        """Go to the row that is typed; where there is none, to the article `otherwise`."""
        place = self._place()
        if place is not None:
            self._view.go_to_number(place)
        elif self._articles.complete:
            self._view.go_to(otherwise)

    def _place(self) -> int | None:
        to, count = self._query.jump, self._articles.rowCount()
        here = self._view.currentIndex().row() if not self._query.filter.text() else 0
        place = self._articles.number_of(to) if to else max(0, here)
        if place is None and to and to.isdecimal():
            place = int(to) - 1
        return place if place is not None and 0 <= place < count else None

    def _enter(self) -> None:
        self._entered = self._query.jump != ""
        self._choose()

    def _take_back(self) -> None:
        self._entered = False

    def _choose(self) -> None:
        to, articles = self._query.jump, self._articles
        if not self._entered or not (articles.complete if to else articles.begun):
            return
        self._entered = False
        place = self._place()
        if place is not None:
            if to:
                self._query.filter.clear()
            self.chosen.emit(articles.article_at(place).id)
        elif to:
            self.missed.emit(to)
