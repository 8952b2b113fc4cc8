"""What in the layer violates the tagset, said in words; a click goes there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.model.annotation import Annotation
from annotator.model.change import Edit
from annotator.model.problems import Problem, problems, problems_of
from annotator.ui.editor import Editor
from annotator.ui.language import say
from annotator.ui.panels.naming import Names, one_line, words_of
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Row


class ProblemsPanel(Panel):
    """The problems of the layer, in its order."""

    icon = "problems"

    counted = Signal(int)
    """How many problems are shown, when the number is another."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._names = Names(editor.tagset)
        self._rows: dict[str, list[Row]] = {}
        """The rows of each annotation that has problems."""
        self._count = 0
        self.view = RowListView(self.title(), self, two_lines=True)
        self.setFocusProxy(self.view)
        self.view.chosen.connect(self._reveal)
        self.column.addWidget(self.view, 1)

    def title(self) -> str:
        return self.tr("Problems")

    def refresh(self) -> None:
        layer = self.editor.layer
        self._names = Names(self.editor.tagset)
        found: dict[str, list[Problem]] = {}
        for problem in problems(self.editor.tagset, layer) if layer else ():
            found.setdefault(problem.annotation, []).append(problem)
        self._rows = {id: self._rows_of(layer[id], each) for id, each in found.items() if layer}
        self.view.set_empty(
            self.tr("No problems: all is as the tagset wants it.")
            if layer
            else self.tr("Open an article to see its problems.")
        )
        self._list()

    def follow(self, edit: Edit) -> None:
        layer = self.editor.layer
        if layer is None:
            return
        touched = {each.id for pair in self.changed(edit) for each in pair if each}
        for id in touched | {each.id for one in touched for each in layer.linking_to(one)}:
            annotation = layer.get(id)
            self._rows.pop(id, None)
            found = problems_of(self.editor.tagset, layer, annotation) if annotation else []
            if annotation and found:
                self._rows[id] = self._rows_of(annotation, found)
        self._list()

    def follow_selection(self) -> None:
        focused = self.editor.focused
        if focused and focused.id in self._rows and not self.view.hasFocus():
            self.view.go_to((focused.id, 0))

    def _list(self) -> None:
        layer = self.editor.layer
        ids = sorted(self._rows, key=lambda each: layer[each].rank) if layer else []
        rows = [row for id in ids for row in self._rows[id]]
        self.view.show_rows(rows)
        if len(rows) != self._count:
            self._count = len(rows)
            self.counted.emit(len(rows))

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
