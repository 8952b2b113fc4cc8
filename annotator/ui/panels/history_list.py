"""The steps of a layer as rows, the newest on top."""

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex

from annotator.ui.language import say
from annotator.ui.panels.naming import one_line, shown_moment
from annotator.ui.panels.rows import AnyIndex, Row, RowModel
from annotator.ui.panels.steps import Step, Steps


class HistoryList(RowModel):
    """Each step with its title, who made it and when; a row is made when it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self._steps = Steps()
        self._count = 0
        self._past: int | None = None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def number_of(self, key: Hashable) -> int | None:
        place = self._steps.place_of(key) if isinstance(key, int) else None
        return None if place is None else self._count - 1 - place

    def step_at(self, number: int) -> Step:
        """Return the step at a row, counted from 0."""
        return self._steps.all[self._count - 1 - number]

    def row_at(self, number: int) -> Row:
        step = self.step_at(number)
        title, undone = one_line(say(step.title)), step.number in self._steps.undone
        if step.redoes:
            title = self.tr("Redone: {0}").format(title)
        elif step.undoes is not None:
            title = self.tr("Undone: {0}").format(title)
        parts = [shown_moment(step.at), *filter(None, (step.by,))]
        if undone:
            parts.insert(0, self.tr("taken back"))
        return Row(
            key=step.number,
            text=title,
            detail=" · ".join(parts),
            icon=_icon(step),
            struck=undone,
            faint=undone or step.undoes is not None,
            marked=step.number == self._past,
        )

    def show(self, steps: Steps, past: int | None) -> None:
        """Show other steps; `past` is the number of the one after which the layer is shown."""
        self.beginResetModel()
        self._steps, self._past = steps, past
        self._count = len(steps.all)
        self.endResetModel()

    def grow(self) -> None:
        """Show the steps that were added since."""
        more = len(self._steps.all) - self._count
        if more:
            self.beginInsertRows(QModelIndex(), 0, more - 1)
            self._count += more
            self.endInsertRows()
        self._tell()

    def mark(self, past: int | None) -> None:
        """Show that the layer is seen as it stood after another step."""
        self._past = past
        self._tell()

    def _tell(self) -> None:
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))


def _icon(step: Step) -> str:
    if step.redoes:
        return "redo"
    if step.undoes is not None:
        return "undo"
    return "project" if step.wide else "edit"
