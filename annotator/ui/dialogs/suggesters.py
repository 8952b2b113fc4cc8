"""Who may suggest what in the project, who goes first, and where nobody does."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from annotator.model.annotation import Kind
from annotator.suggest.settings import DICTIONARY, LEARNED, PATTERNS, Settings
from annotator.ui.dialogs.form import Form
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.editor import Editor
from annotator.ui.labels import plain
from annotator.ui.panels.label_list import kind_heading
from annotator.ui.panels.naming import Names
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Button, Row
from annotator.ui.suggestions import Source
from annotator.ui.theme import SPACE

_MOST_HIDDEN = 50
"""Percent of the articles that may be without suggestions."""


class SuggesterSettings(Sheet):
    """Switches for each suggester and each of its labels; what is switched holds at once."""

    def __init__(self, editor: Editor, source: Source, parent: QWidget) -> None:
        title = parent.tr("Suggesters")
        explanation = parent.tr(
            "Suggestions come from these, the upper ones first where two say the same. What is"
            " switched here is kept in the project, for everyone."
        )
        super().__init__(parent, title, explanation)
        self._editor, self._source = editor, source
        self._names = Names(editor.tagset)
        self._chosen = next(iter(source.names), "")
        self.suggesters = RowListView(title, self, two_lines=True)
        self.suggesters.setMinimumSize(380, 260)
        self.suggesters.chosen.connect(self._choose)
        self.suggesters.button_pressed.connect(self._press)
        self.suggesters.pointed.connect(lambda row: row and self._look_at(str(row.key)))
        self.labels = RowListView(self.tr("Labels"), self)
        self.labels.setMinimumSize(260, 260)
        self.labels.chosen.connect(self._switch_label)
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        row.addWidget(self.suggesters, 3)
        row.addWidget(self.labels, 2)
        self.share = QSpinBox()
        self.share.setRange(0, _MOST_HIDDEN)
        self.share.setSuffix(" %")
        self.share.setFixedWidth(24 * SPACE)
        self.share.setValue(round(source.control * 100))
        self.share.valueChanged.connect(self._keep_share)
        form = Form()
        form.add(self.tr("Articles without suggestions, for control"), self.share)
        why = plain(
            self.tr(
                "On this share of the articles nothing is suggested, so that one can see whether"
                " suggestions bend judgement. They are the same for everyone."
            ),
            "small",
        )
        why.setWordWrap(True)
        self.column.addLayout(row, 1)
        self.column.addLayout(form)
        self.column.addWidget(why)
        self.add_close()
        self._show()

    @property
    def _settings(self) -> Settings:
        return self._source.settings

    def _show(self) -> None:
        names = list(self._source.names)
        self.suggesters.show_rows([self._row(name, n) for n, name in enumerate(names)])
        self.labels.show_rows(self._label_rows())

    def _row(self, name: str, number: int) -> Row:
        up = Button("up", "up", self.tr("Let it go first"))
        return Row(
            key=name,
            text=called(self, name),
            detail=explained(self, name),
            checked=self._settings.is_on(name),
            buttons=(up,) if number else (),
        )

    def _label_rows(self) -> list[Row]:
        rows: list[Row] = []
        for kind in (Kind.ENTITY, Kind.EVENT):
            labels = self._editor.tagset.labels(kind)
            if labels:
                rows.append(Row(key=kind, text=kind_heading(kind), heading=True))
            rows += (
                Row(
                    key=(kind, each.label),
                    text=self._names.of_label(kind, each.label),
                    color=self._names.color(kind, each.label),
                    checked=self._settings.allows(self._chosen, kind, each.label),
                )
                for each in labels
            )
        return rows

    def _choose(self, row: Row) -> None:
        self._chosen = str(row.key)
        self._keep(self._settings.switched(self._chosen, not row.checked))

    def _look_at(self, name: str) -> None:
        if name != self._chosen:
            self._chosen = name
            self.labels.show_rows(self._label_rows())

    def _press(self, row: Row, _button: str) -> None:
        names = list(self._source.names)
        number = names.index(str(row.key))
        names.insert(number - 1, names.pop(number))
        self._keep(replace(self._settings, order=tuple(names)))

    def _switch_label(self, row: Row) -> None:
        if isinstance(row.key, tuple):
            kind, label = row.key
            self._keep(self._settings.switched_label(self._chosen, kind, label, not row.checked))

    def _keep_share(self, percent: int) -> None:
        self._source.keep(self._settings, percent / 100)

    def _keep(self, settings: Settings) -> None:
        self._source.keep(settings, self._source.control)
        self._show()


def called(widget: QWidget, name: str) -> str:
    """Return what a suggester is called on the screen."""
    match name:
        case _ if name == DICTIONARY:
            return widget.tr("Dictionary")
        case _ if name == PATTERNS:
            return widget.tr("Patterns")
        case _ if name == LEARNED:
            return widget.tr("Learned")
        case _:
            return name


def explained(widget: QWidget, name: str) -> str:
    """Return in a few words what a suggester goes by."""
    match name:
        case _ if name == DICTIONARY:
            return widget.tr("Words that were tagged before, and words from lists")
        case _ if name == PATTERNS:
            return widget.tr("Dates, amounts, documents, titles: by rules")
        case _ if name == LEARNED:
            return widget.tr("A model trained on the articles that were tagged")
        case _:
            return widget.tr("Another program")
