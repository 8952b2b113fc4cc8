"""What is asked of the list of articles: words, a status, an order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.article import Status
from annotator.project import ArticleRow, Project, Sort
from annotator.ui.panels.article_list import status_word
from annotator.ui.panels.choice_button import ChoiceButton
from annotator.ui.panels.filter_field import FilterField
from annotator.ui.panels.row_view import RowView
from annotator.ui.theme import SPACE

_SORTS: tuple[Sort, ...] = ("added", "title", "date", "status", "annotations")


@dataclass(frozen=True, slots=True)
class _Asked:
    sort: Sort = "added"
    descending: bool = False
    status: Status | None = None


class ArticleQuery(QWidget):
    """Stands above the list: a field to filter as one types, choices of status and of order."""

    changed = Signal()
    """Something else is asked: find anew."""
    entered = Signal()
    """Enter was pressed in the field."""

    def __init__(self, view: RowView, parent: QWidget) -> None:
        super().__init__(parent)
        self._asked = _Asked()
        self.filter = FilterField(self.tr("Filter articles"), view, self)
        self.setFocusProxy(self.filter)
        self._typed = QTimer(self, singleShot=True, interval=0)
        self._typed.timeout.connect(self.changed)
        self.filter.textChanged.connect(self._typed.start)
        self.filter.returnPressed.connect(self._enter)
        words = {status.value: status_word(status) for status in Status}
        self.statuses = ChoiceButton(
            self.tr("Show by status"), ({"": self.tr("All"), **words},), self
        )
        self.statuses.chosen.connect(self._show_status)
        directions = {"up": self.tr("Ascending"), "down": self.tr("Descending")}
        self.sorts = ChoiceButton(self.tr("Sort"), (self._sorts(), directions), self)
        self.sorts.chosen.connect(self._sort_by)
        self._lay_out()

    @property
    def narrows(self) -> bool:
        """Whether not all articles are asked for."""
        return bool(self.filter.text()) or self._asked.status is not None

    @property
    def by_status(self) -> bool:
        """Whether only articles of one status are asked for."""
        return self._asked.status is not None

    def answer(self, project: Project, reviewer: str) -> Sequence[ArticleRow]:
        """Return the articles that fit, in the order asked for; says their number."""
        asked = self._asked
        found = project.articles(
            self.filter.text(),
            asked.sort,
            asked.descending,
            reviewer=reviewer,
            status=asked.status,
        )
        self.sorts.show_text(f"{self._sorts()[asked.sort]} {'↓' if asked.descending else '↑'}")
        word = self.tr("All") if asked.status is None else status_word(asked.status)
        self.statuses.show_text(f"{word} · {len(found)}")
        return found

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

    def _enter(self) -> None:
        if self._typed.isActive():
            self._typed.stop()
            self.changed.emit()
        self.entered.emit()

    def _sort_by(self, choice: str) -> None:
        if choice in ("up", "down"):
            self._asked = replace(self._asked, descending=choice == "down")
        else:
            sort = next(sort for sort in _SORTS if sort == choice)
            self._asked = replace(self._asked, sort=sort)
        self.changed.emit()

    def _show_status(self, choice: str) -> None:
        self._asked = replace(self._asked, status=Status(choice) if choice else None)
        self.changed.emit()
