"""Who did what when: every step of the layer, and the layer as it stood after any of them."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.model import edits
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.project import Project, Step
from annotator.ui import icons
from annotator.ui.editor import Editor
from annotator.ui.labels import wrapped
from annotator.ui.panels.chronicle import Chronicle
from annotator.ui.panels.history_list import HistoryList
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.row_view import RowView
from annotator.ui.panels.rows import Row
from annotator.ui.steps import MANY
from annotator.ui.theme import SPACE


class HistoryPanel(Panel):
    """The steps of the layer, the newest on top; choosing one shows the layer as it stood then."""

    icon = "history"

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._chronicle = Chronicle(editor)
        self.steps = HistoryList()
        self.view = RowView(self.steps, self.title(), self, two_lines=True)
        self.home = self.view
        self.view.touched.connect(self.catch_up_first)
        self.view.chosen.connect(self._show_step)
        self.view.menu_asked.connect(self._show_menu)
        self.banner = QFrame(self)
        self.banner.setProperty("role", "banner")
        self.restore = QPushButton(icons.icon("undo"), self.tr("Go back to here"))
        self.restore.clicked.connect(self._restore)
        self._fill_banner()
        self.column.addWidget(self.banner)
        self.column.addWidget(self.view, 1)
        self.stops = (self.restore, self.view)

    def title(self) -> str:
        return self.tr("History")

    def _fill_banner(self) -> None:
        text = wrapped(self.tr("You are looking at the past."), "title")
        column = QVBoxLayout(self.banner)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(text)
        column.addWidget(self.restore)
        self.banner.hide()

    def refresh(self) -> None:
        self._chronicle.read()
        self.steps.show(self._chronicle.steps, self.editor.past)
        self.view.set_empty(
            self.tr("Nothing was done here yet. Each step you take will be listed.")
            if self.editor.layer
            else self.tr("Open an article to see what was done in it.")
        )
        self._show_past()

    def follow(self, edit: Edit) -> None:
        if self._chronicle.read():
            self.steps.grow()
        else:
            self.refresh()

    def follow_opening(self) -> None:
        if self._chronicle.read():
            self.steps.grow()
            self._show_past()
        else:
            self.refresh()

    def _show_past(self) -> None:
        past = self.editor.past
        self.steps.mark(past)
        self.banner.setVisible(past is not None)
        if past is not None:
            self.view.go_to(past)
            # The banner takes its room only later.
            QTimer.singleShot(0, self.view, partial(self.view.go_to_number, self._place(past)))

    def _place(self, past: int) -> int:
        return self.steps.number_of(past) or 0

    def _show_step(self, row: Row) -> None:
        newest = self.steps.step_at(0).number
        self.editor.show_past(None if row.key == newest else self._number(row))

    def _number(self, row: Row) -> int:
        assert isinstance(row.key, int)
        return row.key

    def _restore(self) -> None:
        if self.editor.past is not None:
            self._go_back_to(self.editor.past)

    def _go_back_to(self, number: int) -> None:
        """Bring the layer back to how it was after a step, as a new step."""
        editor, place = self.editor, self.steps.number_of(number)
        if editor.past is not None:
            editor.show_past(None)
        layer = editor.layer
        if layer is None or place is None:
            return
        article, reviewer, title = (
            layer.article.id,
            editor.reviewer,
            self.steps.step_at(place).title,
        )

        def past(project: Project, step: Step) -> Layer:
            step(0, 0)
            return project.layer_at(article, reviewer, number)

        def restore(then: Layer) -> None:
            if editor.article and editor.article.id == article:
                count = max(len(editor.layer or ()), len(then))
                editor.steps.make(lambda now: edits.restore(now, then, title), count)

        editor.steps.prepare(past, restore, long=len(layer) >= MANY)

    def _show_menu(self, row: Row, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        number = self._number(row)
        menu.addAction(self.tr("Show how it was then"), partial(self._show_step, row))
        menu.addAction(self.tr("Go back to here"), partial(self._go_back_to, number))
        menu.popup(point)
