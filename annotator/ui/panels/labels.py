"""The labels that may be given, with their keys, how often they are used, and what they are for."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QVBoxLayout, QWidget

from annotator.model.annotation import Annotation, Kind
from annotator.model.change import Edit
from annotator.ui import commands
from annotator.ui.editor import Editor
from annotator.ui.panels.filter_field import FilterField
from annotator.ui.panels.guideline import GuidelinePane
from annotator.ui.panels.label_list import declared, found_rows, label_rows, recounted
from annotator.ui.panels.naming import Names
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.row_painting import ONE_LINE
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Row
from annotator.ui.theme import SPACE

_LEAST = 2
"""Rows that are seen whatever the panel below takes of the lowest window."""


class LabelsPanel(Panel):
    """The tagset's labels: a click gives one to what is selected, as its key does in the text."""

    icon = "labels"

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._names = Names(editor.tagset)
        self._counts: Counter[tuple[Kind, str]] = Counter()
        self._used: tuple[Kind, str] | None = None
        """The label that was last given or looked at."""
        self.view = RowListView(self.title(), self)
        self.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.filter = FilterField(self.tr("Find a label"), self.view, self)
        self.view.setMinimumHeight(_LEAST * ONE_LINE)
        self.home = self.filter
        self.guideline = GuidelinePane(self)
        self.filter.textChanged.connect(self._list)
        self.filter.returnPressed.connect(self._give_top)
        self.view.chosen.connect(self._give)
        self.view.key_pressed.connect(lambda _row, text: self.filter.type_from(text))
        self.view.pointed.connect(self._point)
        editor.suggestions.focus_changed.connect(self._hear_selection)
        self.column.addWidget(self._splitter(), 1)
        self.stops = (self.filter, self.view, self.guideline.fold, self.guideline.text)

    def title(self) -> str:
        return self.tr("Labels")

    def _splitter(self) -> QSplitter:
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 2 * SPACE, 0, 0)
        column.setSpacing(2 * SPACE)
        field = QVBoxLayout()
        field.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        field.addWidget(self.filter)
        column.addLayout(field)
        column.addWidget(self.view, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(upper)
        splitter.addWidget(self.guideline)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([300, 22 * SPACE])
        return splitter

    def refresh(self) -> None:
        self._names = Names(self.editor.tagset)
        self._counts = Counter((each.kind, each.label) for each in self.editor.layer or ())
        self._list()
        self.follow_selection()

    def follow(self, edit: Edit) -> None:
        before = self._counts.copy()
        for old, new in self.changed(edit):
            for annotation, step in ((old, -1), (new, 1)):
                if annotation:
                    self._counts[annotation.kind, annotation.label] += step
            if new:
                self._used = (new.kind, new.label)
        changed = {key for key, count in self._counts.items() if count != before[key]}
        self.view.show_rows(recounted(self.view.list.rows, self._names, self._counts, changed))
        self.follow_selection()

    def follow_selection(self) -> None:
        focused: Annotation | None = self.editor.focused
        if focused:
            self._used = (focused.kind, focused.label)
        suggested = self.editor.suggestions.focused
        of = suggested.annotation if suggested else None
        self._explain((of.kind, of.label) if of else self._used)

    def _list(self) -> None:
        query = self.filter.text().strip()
        if query:
            self.view.set_empty(self.tr("No label is called so."))
            self.view.show_rows(found_rows(self._names, self._counts, query))
        else:
            self.view.set_empty(self.tr("The tagset has no labels yet. Add some in its editor."))
            self.view.show_rows(label_rows(self._names, self._counts))

    def _give_top(self) -> None:
        top = next((row for row in self.view.list.rows if not row.heading), None)
        if top and self.filter.text().strip():
            self._give(top)
            self.filter.clear()
            self.left.emit()

    def _give(self, row: Row) -> None:
        found = declared(self.editor.tagset, row.key)
        if found:
            kind, label = found
            self._used = (kind, label.label)
            commands.tag(self.editor, kind, label.label)
            self._explain(self._used)

    def _point(self, row: Row | None) -> None:
        key = row.key if row and isinstance(row.key, tuple) else self._used
        self._explain(key)

    def _explain(self, key: object) -> None:
        found = declared(self.editor.tagset, key)
        self.guideline.show_label(self._names, *(found or (Kind.ENTITY, None)))
