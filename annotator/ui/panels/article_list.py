"""The rows of the list of articles, made from what the project found."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex

from annotator.model.article import Status
from annotator.project import ArticleRow
from annotator.ui.panels.naming import one_line, shown_date
from annotator.ui.panels.rows import AnyIndex, Count, Row, RowModel

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
    """The articles that were found. A row is made when it is painted, so any number may be."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[ArticleRow] = []
        self._numbers: dict[Hashable, int] = {}
        self._open: str | None = None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._found)

    def number_of(self, key: Hashable) -> int | None:
        return self._numbers.get(key)

    def article_at(self, number: int) -> ArticleRow:
        """Return the article at `number`, counted from 0."""
        return self._found[number]

    def row_at(self, number: int) -> Row:
        found = self._found[number]
        title, word = one_line(found.title), status_word(found.status)
        date = shown_date(found.published_at) if found.published_at else ""
        spoken = self.tr("{0}, {1}, {2}, entities: {3}, events: {4}").format(
            title, word, date, found.entities, found.events
        )
        return Row(
            key=found.id,
            text=title,
            detail=" · ".join(filter(None, (word, date))),
            icon=found.status.value,
            tone=_TONES.get(found.status, "muted"),
            counts=(Count(str(found.entities), "mentions"), Count(str(found.events), "events")),
            marked=found.id == self._open,
            spoken=spoken,
            tip=f"{title}\n{spoken.removeprefix(title + ', ')}",
        )

    def show(self, found: Sequence[ArticleRow], open_article: str | None) -> None:
        """Show what was found, with the article that is open marked."""
        self.beginResetModel()
        self._found = list(found)
        self._numbers = {each.id: number for number, each in enumerate(found)}
        self._open = open_article
        self.endResetModel()

    def replace(self, found: ArticleRow) -> None:
        """Show the article of `found` as it is now."""
        number = self._numbers.get(found.id)
        if number is not None:
            self._found[number] = found
            self._tell(number)

    def mark(self, open_article: str | None) -> None:
        """Show that another article is open."""
        old, self._open = self._open, open_article
        for id in (old, open_article):
            number = self._numbers.get(id)
            if number is not None:
                self._tell(number)

    def _tell(self, number: int) -> None:
        self.dataChanged.emit(self.index(number, 0), self.index(number, 0))
