"""The list of articles as a model over what the project finds: rows are read when they are seen."""

from array import array
from bisect import bisect_left
from collections.abc import Hashable

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal

from annotator.model.annotation import Kind
from annotator.model.article import Status
from annotator.model.layer import Layer
from annotator.project import ArticleRow, ListQuery, Numbers, Project
from annotator.ui.panels.article_finder import ArticleFinder
from annotator.ui.panels.naming import one_line, shown_date
from annotator.ui.panels.rows import AnyIndex, Count, Row, RowModel
from annotator.ui.work import Way

_PAGE = 64
"""Rows that are read together."""

_MOST_KEPT = 20 * _PAGE
"""Rows that are kept to be painted again."""

_GONE = ArticleRow("", "", "", Status.NEW, 0, 0, "")
"""What is shown of an article that was there when the list was made."""

_TONES = {Status.NEW: "muted", Status.STARTED: "accent", Status.DONE: "done"}


def status_word(status: Status) -> str:
    """Return what a status is called in the window's language."""
    match status:
        case Status.NEW:
            return QCoreApplication.translate("Status", "New")
        case Status.STARTED:
            return QCoreApplication.translate("Status", "Started")
        case Status.DONE:
            return QCoreApplication.translate("Status", "Done")
        case Status.LOCKED:
            return QCoreApplication.translate("Status", "Locked")


class ArticleList(RowModel):
    """The articles that were found, by their numbers; what is shown of them is read by the page.

    What was read is kept until the list, or a layer other than the open one, is another; the row of
    the open layer is replaced.
    """

    progressed = Signal()
    """More is shown of what was found, or (`complete`) all of it."""

    def __init__(self, project: Project, way: Way, parent: QObject) -> None:
        super().__init__(parent)
        self._listing = project.listing
        self._query = ListQuery()
        self._numbers: Numbers = array("q")
        self._rows: dict[int, ArticleRow] = {}
        self._places: dict[Hashable, int] = {}
        """Where the articles of `_rows` are."""
        self._open: str | None = None
        self._coming: Numbers | None = None
        """What is found, to be shown when it is all; None: it is shown as it comes."""
        self.begun = False
        """Whether what is shown begins what was asked for, or is all of it."""
        self.complete = False
        """Whether all is shown that was asked for."""
        self.total = 0
        """How many articles the whole list has."""
        self.finder = ArticleFinder(project, way, self)
        self.finder.found.connect(self._take)
        self.finder.ended.connect(self._end)

    def ask(self, query: ListQuery, open_article: str | None) -> None:
        """Show what `query` asks for, with the article that is open marked.

        Where the same is asked again, what is shown stays until all is found.
        """
        comes_by_parts = query != self._query and self.finder.takes_long()
        self._query, self._open = query, open_article
        self._coming = None if comes_by_parts else array("q")
        self.begun = self.complete = False
        self.finder.begin(query)

    def _take(self, block: Numbers) -> None:
        if self._coming is not None:
            self._coming.extend(block)
        elif not self.begun:
            self.begun = True
            self._replace(block)
            self.progressed.emit()
        else:
            first = len(self._numbers)
            self.beginInsertRows(QModelIndex(), first, first + len(block) - 1)
            self._numbers.extend(block)
            self.endInsertRows()
            self.progressed.emit()

    def _end(self, total: int) -> None:
        if not self.begun:
            self.begun = True
            self._replace(self._coming or array("q"))
        self._coming, self.complete, self.total = None, True, total
        self.progressed.emit()

    def _replace(self, numbers: Numbers) -> None:
        self.beginResetModel()
        self._numbers = numbers
        self._rows.clear()
        self._places.clear()
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._numbers)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return the same for every row: Qt asks for all that are selected."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def numbers(self, first: int = 0, step: int = 1) -> Numbers:
        """Return the numbers of the articles from the row `first` on: down, or (-1) up."""
        return self._numbers[first:] if step > 0 else self._numbers[first::-1]

    def numbers_in(self, places: range) -> Numbers:
        """Return the numbers of the articles in a stretch of rows."""
        return self._numbers[places.start : places.stop]

    def number_of(self, key: Hashable) -> int | None:
        if key in self._places:
            return self._places[key]
        number = self._listing.number(str(key))
        return None if number is None else self.place_of(number)

    def place_of(self, number: int) -> int | None:
        """Return the row of the article that has `number` in the project, or None."""
        numbers = self._numbers
        if self._query.sort == "added" and not self._query.descending:
            place = bisect_left(numbers, number)
            return place if place < len(numbers) and numbers[place] == number else None
        try:
            return numbers.index(number)
        except ValueError:
            return None

    def article_at(self, place: int) -> ArticleRow:
        """Return what is shown of the article in a row, counted from 0."""
        if place not in self._rows:
            self._read(place // _PAGE * _PAGE)
        return self._rows[place]

    def _read(self, first: int) -> None:
        if len(self._rows) >= _MOST_KEPT:
            self._rows.clear()
            self._places.clear()
        numbers = self._numbers[first : first + _PAGE]
        found = self._listing.rows(numbers, self._query.reviewer)
        for place, number in enumerate(numbers, first):
            row = found.get(number, _GONE)
            self._rows[place] = row
            self._places[row.id] = place

    def row_at(self, number: int) -> Row:
        found = self.article_at(number)
        title, word = one_line(found.title), status_word(found.status)
        date = shown_date(found.published_at) if found.published_at else ""
        spoken = self.tr("{0}, {1}, {2}, entities: {3}, events: {4}").format(
            title, word, date, found.entities, found.events
        )
        layers = self._said_layers(found)
        if layers:
            spoken += f", {layers}"
        return Row(
            key=found.id,
            text=title,
            detail=" · ".join(filter(None, (word, layers, date))),
            icon=found.status.value,
            tone=_TONES.get(found.status, "muted"),
            counts=(Count(str(found.entities), "mentions"), Count(str(found.events), "events")),
            marked=found.id == self._open,
            spoken=spoken,
            tip=f"{title}\n{spoken.removeprefix(title + ', ')}",
        )

    def _said_layers(self, row: ArticleRow) -> str:
        """Return whether one layer was made of several, or waits to be made."""
        if row.curated:
            return self.tr("Curated")
        return self.tr("Layers: {0}").format(row.others) if row.others > 1 else ""

    def replace(self, layer: Layer) -> None:
        """Show the article of `layer` as it is now, if anything is seen of it."""
        place = self._places.get(layer.article.id)
        if place is not None:
            row = self._rows[place]
            self._rows[place] = row._replace(
                status=layer.status,
                entities=layer.count(Kind.ENTITY),
                events=layer.count(Kind.EVENT),
                curated=layer.curated or (row.curated and self._listing.is_curated(row.id)),
            )
            self.dataChanged.emit(self.index(place, 0), self.index(place, 0))

    def mark(self, open_article: str | None) -> None:
        """Show that another article is open."""
        for id in (self._open, open_article):
            place = self._places.get(id)
            if place is not None:
                self.dataChanged.emit(self.index(place, 0), self.index(place, 0))
        self._open = open_article
