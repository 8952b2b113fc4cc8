"""What is asked of the list of articles: words, a status, an order."""

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.article import Status
from annotator.project import CurationStage, ListQuery, Sort
from annotator.ui.language import language
from annotator.ui.panels.article_list import ArticleList, status_word
from annotator.ui.panels.choice_button import ChoiceButton
from annotator.ui.panels.filter_field import FilterField
from annotator.ui.panels.row_view import RowView
from annotator.ui.theme import SPACE

_SORTS: tuple[Sort, ...] = ("added", "title", "date", "status", "annotations")
_CURATIONS: tuple[CurationStage, ...] = ("waiting", "curated")

_JUMP = "#"
"""Begins what is not looked for in articles: the row, or the id, to go to."""


class ArticleQuery(QWidget):
    """Stands above the list: a field to filter as one types, choices of status and of order.

    With `#` before it, what is typed is a row of the list, or an article's id, to go to.
    """

    changed = Signal()
    """Something else is asked: find anew."""
    jumped = Signal()
    """Another row, or article, is to be gone to: `jump`."""
    entered = Signal()
    """Enter was pressed in the field."""

    def __init__(self, view: RowView, parent: QWidget) -> None:
        super().__init__(parent)
        self._asked = ListQuery()
        self.filter = FilterField(self.tr("Filter articles"), view, self)
        self.setFocusProxy(self.filter)
        self._typed = QTimer(self, singleShot=True, interval=0)
        self._typed.timeout.connect(self._ask)
        self.filter.textChanged.connect(self._typed.start)
        self.filter.returnPressed.connect(self._enter)
        words = {status.value: status_word(status) for status in Status}
        self.statuses = ChoiceButton(
            self.tr("Show by status"), ({"": self.tr("All"), **words, **self._curations()},), self
        )
        self.statuses.chosen.connect(self._show_status)
        directions = {"up": self.tr("Ascending"), "down": self.tr("Descending")}
        self.sorts = ChoiceButton(self.tr("Sort"), (self._sorts(), directions), self)
        self.sorts.chosen.connect(self._sort_by)
        self._lay_out()

    @property
    def narrows(self) -> bool:
        """Whether not all articles are asked for."""
        return bool(self._asked.search) or self.by_status

    @property
    def by_status(self) -> bool:
        """Whether only articles of one status are asked for, or those (to be) curated."""
        return self._asked.status is not None or self._asked.curation is not None

    @property
    def jump(self) -> str | None:
        """Where to go to: the number of a row, or an id, empty before it is typed; or None."""
        text = self.filter.text()
        return text.removeprefix(_JUMP).strip() if text.startswith(_JUMP) else None

    def asked(self, reviewer: str) -> ListQuery:
        """Return what is asked of the list, with the statuses and counts of `reviewer`."""
        return self._asked._replace(reviewer=reviewer)

    def begin_jump(self) -> None:
        """Let the person type where to go to."""
        self.filter.setText(_JUMP)
        self.filter.setFocus()
        self.filter.end(False)

    def show_counts(self, articles: ArticleList) -> None:
        """Say in which order how many articles of how many are shown."""
        asked, number = self._asked, QLocale(language()).toString
        self.sorts.show_text(f"{self._sorts()[asked.sort]} {'↓' if asked.descending else '↑'}")
        word = self.tr("All") if asked.status is None else status_word(asked.status)
        if asked.curation is not None:
            word = self._curations()[asked.curation]
        shown = number(articles.rowCount())
        if not articles.complete:
            shown += "+"
        elif self.narrows:
            shown = self.tr("{0} of {1}").format(shown, number(articles.total))
        self.statuses.show_text(f"{word} · {shown}")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.filter)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.statuses)
        line.addStretch(1)
        line.addWidget(self.sorts)
        column.addLayout(line)

    def _sorts(self) -> dict[str, str]:
        return {
            "added": self.tr("Order added"),
            "title": self.tr("Title"),
            "date": self.tr("Date"),
            "status": self.tr("Status"),
            "annotations": self.tr("Annotations"),
        }

    def _curations(self) -> dict[str, str]:
        return {"waiting": self.tr("To curate"), "curated": self.tr("Curated")}

    def _enter(self) -> None:
        if self._typed.isActive():
            self._typed.stop()
            self._ask()
        self.entered.emit()

    def _ask(self) -> None:
        text = self.filter.text()
        search = "" if text.startswith(_JUMP) else text
        if search != self._asked.search:
            self._asked = self._asked._replace(search=search)
            self.changed.emit()
        if self.jump:
            self.jumped.emit()

    def _sort_by(self, choice: str) -> None:
        if choice in ("up", "down"):
            self._asked = self._asked._replace(descending=choice == "down")
        else:
            sort = next(sort for sort in _SORTS if sort == choice)
            self._asked = self._asked._replace(sort=sort)
        self.changed.emit()

    def _show_status(self, choice: str) -> None:
        curation = next((each for each in _CURATIONS if each == choice), None)
        status = Status(choice) if choice and curation is None else None
        self._asked = self._asked._replace(status=status, curation=curation)
        self.changed.emit()
