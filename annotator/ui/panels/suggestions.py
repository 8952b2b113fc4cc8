"""What is suggested for the article, with how certain it is and why; each to be accepted or not."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.model.change import Edit
from annotator.suggest.suggestion import Suggestion
from annotator.ui.canvas.tips import said_confidence, words_of_suggestion
from annotator.ui.controls import icon_button
from annotator.ui.editor import Editor
from annotator.ui.panels.naming import Names, one_line
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Button, Count, Row
from annotator.ui.suggestion_commands import accept_all, accept_one, refuse_one
from annotator.ui.theme import SPACE


class SuggestionsPanel(Panel):
    """The suggestions by position; a click goes there."""

    icon = "suggestions"

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._names = Names(editor.tagset)
        self.view = RowListView(self.title(), self, two_lines=True)
        self.home = self.view
        self.view.touched.connect(self.catch_up_first)
        self.view.chosen.connect(self._go)
        self.view.button_pressed.connect(self._press)
        self.view.removal_asked.connect(lambda row: self._press(row, "refuse"))
        self.view.key_pressed.connect(self._take_key)
        self.accept_all = QPushButton(self.tr("Accept all"))
        self.accept_all.clicked.connect(lambda: accept_all(editor))
        self.settings = icon_button("preferences", self.tr("Suggesters…"))
        self.settings.clicked.connect(self._open_settings)
        row = QHBoxLayout()
        row.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        row.setSpacing(SPACE)
        row.addWidget(self.accept_all)
        row.addStretch(1)
        row.addWidget(self.settings)
        self.column.addWidget(self.view, 1)
        self.column.addLayout(row)
        self.stops = (self.view, self.accept_all, self.settings)
        editor.suggestions.changed.connect(self.renew)
        editor.suggestions.source_changed.connect(self.renew)
        editor.suggestions.focus_changed.connect(self._follow_focus)

    def title(self) -> str:
        return self.tr("Suggestions")

    def refresh(self) -> None:
        editor, shown = self.editor, self.editor.suggestions.shown
        self._names = Names(editor.tagset)
        self.view.set_empty(self._empty_text())
        self.accept_all.setEnabled(bool(shown) and not self.editor.project.read_only)
        self.view.show_rows([self._row(each) for each in shown])
        self._follow_focus()

    def follow(self, edit: Edit) -> None:
        """Nothing here: the editor's suggestions tell."""

    def follow_opening(self) -> None:
        self.view.set_empty(self._empty_text())

    def _empty_text(self) -> str:
        editor = self.editor
        if editor.layer is None:
            return self.tr("Open an article to see what is suggested.")
        if editor.suggestions.source and editor.suggestions.source.hidden:
            return self.tr(
                "Suggestions are hidden on this article: it is one of those that show whether"
                " suggestions bend judgement."
            )
        if editor.curation.on:
            return self.tr("Of what others tagged nothing is left to decide.")
        return self.tr("Nothing is suggested here. What you tag is learned from.")

    def _row(self, suggestion: Suggestion) -> Row:
        layer = self.editor.layer
        assert layer is not None
        annotation = suggestion.annotation
        what, why = words_of_suggestion(suggestion, self.editor)
        words = one_line(annotation.text_in(layer.article.text))
        sure = said_confidence(suggestion)
        text = what if annotation.links or not words else words
        return Row(
            key=suggestion.id,
            text=text,
            detail=f"{self._names.of(annotation)} · {why}",
            color=self._names.color(annotation.kind, annotation.label),
            counts=(Count(f"{round(suggestion.confidence * 100)} %"),),
            buttons=(
                Button("accept", "check", self.tr("Accept")),
                Button("refuse", "close", self.tr("Refuse")),
            ),
            spoken=f"{what}, {why}, {sure}",
            tip=f"{what}\n{why}\n{sure}",
        )

    def _found(self, row: Row) -> Suggestion | None:
        return self.editor.suggestions.by_id.get(str(row.key))

    def _go(self, row: Row) -> None:
        found = self._found(row)
        if found:
            self.editor.suggestions.focus(found)

    def _press(self, row: Row, name: str) -> None:
        found = self._found(row)
        if found and name == "accept":
            accept_one(self.editor, found)
        elif found:
            refuse_one(self.editor, found)

    def _take_key(self, row: Row, text: str) -> None:
        if text in ("+", "-"):
            self._press(row, "accept" if text == "+" else "refuse")

    def _follow_focus(self) -> None:
        focused = self.editor.suggestions.focused
        if focused:
            self.view.go_to(focused.id)
        elif not self.view.hasFocus():
            self.view.go_to(None)

    def _open_settings(self) -> None:
        from annotator.ui.dialogs.suggesters import SuggesterSettings

        source = self.editor.suggestions.source
        if source:
            SuggesterSettings(self.editor, source, self.window()).open()
