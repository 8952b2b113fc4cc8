"""What in the layer violates the tagset, said in words; a click goes there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from annotator.model.annotation import Annotation
from annotator.model.change import Edit
from annotator.model.problems import Problem
from annotator.ui.editor import Editor
from annotator.ui.language import say
from annotator.ui.panels.naming import Names, one_line, words_of
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Row


class ProblemsPanel(Panel):
    """The problems of the layer, in its order."""

    icon = "problems"

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._names = Names(editor.tagset)
        self.view = RowListView(self.title(), self, two_lines=True)
        self.home = self.view
        self.view.touched.connect(self.catch_up_first)
        self.view.chosen.connect(self._reveal)
        editor.problems.changed.connect(self.renew)
        self.column.addWidget(self.view, 1)
        self.stops = (self.view,)

    def title(self) -> str:
        return self.tr("Problems")

    def refresh(self) -> None:
        layer, problems = self.editor.layer, self.editor.problems
        self._names = Names(self.editor.tagset)
        self.view.set_empty(
            self.tr("No problems: all is as the tagset wants it.")
            if layer
            else self.tr("Open an article to see its problems.")
        )
        ids = sorted(problems.found, key=lambda each: layer[each].rank) if layer else []
        self.view.show_rows(
            [row for id in ids if layer for row in self._rows_of(layer[id], problems.found[id])]
        )

    def follow(self, edit: Edit) -> None:
        """Nothing here: the editor's index of problems tells."""

    def follow_opening(self) -> None:
        if self.editor.problems.complete:
            self.refresh()

    def follow_selection(self) -> None:
        focused = self.editor.focused
        found = self.editor.problems.found
        if focused and focused.id in found and not self.view.hasFocus():
            self.view.go_to((focused.id, 0))

    def _rows_of(self, annotation: Annotation, found: Sequence[Problem]) -> list[Row]:
        layer = self.editor.layer
        assert layer is not None
        detail = f"{self._names.of(annotation)} · {words_of(layer, annotation)}"
        return [
            Row(
                key=(annotation.id, number),
                text=one_line(say(problem.message)),
                detail=detail,
                icon="problems",
                tone="problem",
            )
            for number, problem in enumerate(found)
        ]

    def _reveal(self, row: Row) -> None:
        match row.key:
            case (str(id), _):
                self.editor.reveal(id)
