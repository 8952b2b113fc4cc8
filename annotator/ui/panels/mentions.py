"""The mentions of the article, grouped and found as one types; a click goes there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model import edits
from annotator.model.annotation import Kind
from annotator.model.change import Edit
from annotator.ui.editor import Editor
from annotator.ui.panels.choice_button import ChoiceButton
from annotator.ui.panels.filter_field import FilterField
from annotator.ui.panels.mention_list import Grouping, MentionList
from annotator.ui.panels.naming import Names
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.row_view import RowView
from annotator.ui.panels.rows import Row
from annotator.ui.theme import SPACE

_FEW = 50
"""An edit of more changes than this is shown by reading the layer anew."""


class MentionsPanel(Panel):
    """Where every mention stands, by label or by its words."""

    icon = "mentions"

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._grouping = Grouping.LABEL
        self.mentions = MentionList()
        self.view = RowView(self.mentions, self.title(), self)
        self.filter = FilterField(self.tr("Filter mentions"), self.view, self)
        self.home = self.filter
        self._groupings = {
            Grouping.LABEL.value: self.tr("By label"),
            Grouping.WORDS.value: self.tr("By words"),
        }
        self.grouping = ChoiceButton(self.tr("Group mentions"), (self._groupings,), self)
        self.grouping.chosen.connect(self._group)
        self.filter.textChanged.connect(self.refresh)
        self.filter.returnPressed.connect(self._reveal_top)
        self.view.touched.connect(self.catch_up_first)
        self.view.chosen.connect(self._reveal)
        self.view.fold_asked.connect(lambda row, is_open: self.mentions.set_open(row.key, is_open))
        self.view.removal_asked.connect(self._remove)
        self.view.key_pressed.connect(lambda _row, text: self.filter.type_from(text))
        top = QVBoxLayout()
        top.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        top.setSpacing(SPACE)
        top.addWidget(self.filter)
        top.addWidget(self.grouping, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(top)
        self.column.addWidget(self.view, 1)
        self.stops = (self.filter, self.grouping, self.view)

    def title(self) -> str:
        return self.tr("Mentions")

    def refresh(self) -> None:
        query = self.filter.text().strip()
        names = Names(self.editor.tagset)
        self.mentions.show(self.editor.layer, names, self._grouping, query)
        self.view.set_empty(self._empty_text(query))
        self.follow_selection()

    def _empty_text(self, query: str) -> str:
        if self.editor.layer is None:
            return self.tr("Open an article to see its mentions.")
        if query:
            return self.tr("No mention is written so. Clear the filter to see all.")
        return self.tr("Nothing is tagged yet. Select words in the text and press a label's key.")

    def _group(self, choice: str) -> None:
        self._grouping = Grouping(choice)
        self.grouping.show_text(self._groupings[choice])
        self.refresh()

    def follow(self, edit: Edit) -> None:
        if len(edit.changes) > _FEW:
            self.refresh()
            return
        for before, after in self.changed(edit):
            self.mentions.follow(before, after)

    def follow_selection(self) -> None:
        focused = self.editor.focused
        if focused and focused.kind is Kind.ENTITY:
            self.view.go_to(focused.id)
        elif not self.view.hasFocus():
            self.view.go_to(None)

    def _reveal(self, row: Row) -> None:
        if isinstance(row.key, str):
            self.editor.reveal(row.key)

    def _reveal_top(self) -> None:
        rows = (self.mentions.row_at(number) for number in range(self.mentions.rowCount()))
        top = next((row for row in rows if row.open is None), None)
        if top:
            self._reveal(top)

    def _remove(self, row: Row) -> None:
        id = row.key
        if isinstance(id, str):
            self.editor.apply(lambda layer: edits.remove(layer, [id]))
