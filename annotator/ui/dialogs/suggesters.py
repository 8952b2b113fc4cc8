"""Who may suggest what in the project, who goes first, and where nobody does."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from annotator.model.annotation import Kind
from annotator.model.message import AnnotatorError
from annotator.suggest.settings import DICTIONARY, LEARNED, PATTERNS, Settings
from annotator.ui.dialogs.form import Form, number
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.editor import Editor
from annotator.ui.labels import wrapped
from annotator.ui.language import say
from annotator.ui.outside import check_address
from annotator.ui.panels.label_list import kind_heading
from annotator.ui.panels.naming import Names, shown_moment
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Button, Row
from annotator.ui.suggestions import Source
from annotator.ui.theme import SPACE

LATELY = 50
"""Articles whose decisions are counted."""
_MOST_HIDDEN = 50
"""Percent of the articles that may be without suggestions, unless more are already."""


class SuggesterSettings(Sheet):
    """Switches for each suggester and each of its labels; what is switched holds at once."""

    def __init__(self, editor: Editor, source: Source, parent: QWidget) -> None:
        title = parent.tr("Suggesters")
        explanation = parent.tr(
            "Suggestions come from these, the upper ones first where two say the same. What is"
            " switched here is kept in the project, for everyone. Beside each label stands, for the"
            " {0} articles you worked on last, how much of what was suggested was right, and how"
            " much of what you tagged was suggested."
        ).format(LATELY)
        super().__init__(parent, title, explanation)
        self._editor, self._source = editor, source
        self._names = Names(editor.tagset)
        self._chosen = next(iter(source.names), "")
        self._decided = editor.project.suggestions.decided(editor.reviewer, LATELY)
        self.suggesters = RowListView(title, self, two_lines=True)
        self.suggesters.setMinimumSize(330, 200)
        self.suggesters.chosen.connect(self._choose)
        self.suggesters.button_pressed.connect(self._press)
        self.suggesters.pointed.connect(lambda row: row and self._look_at(str(row.key)))
        self.labels = RowListView(self.tr("Labels"), self)
        self.labels.setMinimumSize(330, 200)
        self.labels.chosen.connect(self._switch_label)
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        row.addWidget(self.suggesters, 1)
        row.addWidget(self.labels, 1)
        share = round(source.control * 100)
        self.share = number(0, max(_MOST_HIDDEN, share), " %")
        self.share.setFixedWidth(24 * SPACE)
        self.share.setValue(share)
        self.share.valueChanged.connect(self._keep_share)
        form = Form()
        form.add(self.tr("Articles without suggestions, for control"), self.share)
        why = wrapped(
            self.tr(
                "On this share of the articles nothing is suggested, so that one can see whether"
                " suggestions bend judgement. They are the same for everyone."
            ),
            "small",
        )
        self.column.addLayout(row, 1)
        self.column.addLayout(self._learner())
        self.column.addLayout(form)
        self.column.addWidget(why)
        patterns = self.add_other(self.tr("Patterns…"))
        patterns.clicked.connect(self._write_patterns)
        lists = self.add_other(self.tr("Word lists…"))
        lists.clicked.connect(self._choose_lists)
        add = self.add_other(self.tr("Add a program…"))
        add.clicked.connect(self._add_program)
        self._writable = not editor.project.read_only
        for each in (self.share, patterns, lists, add):
            each.setEnabled(self._writable)
        self.add_close()
        self.resize(720, 640)
        editor.suggestions.source_changed.connect(self._show)
        self._show()

    def _learner(self) -> QHBoxLayout:
        """Return the line that says what the models have learned from, with its buttons."""
        self.learner = wrapped()
        self.train = QPushButton(self.tr("Train now"))
        self.train.clicked.connect(self._source.learning.train)
        self.forget = QPushButton(self.tr("Delete what was learned"))
        self.forget.clicked.connect(self._source.learning.forget)
        for button in (self.train, self.forget):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.learner, 1)
        row.addWidget(self.train)
        row.addWidget(self.forget)
        return row

    @property
    def _settings(self) -> Settings:
        return self._source.settings

    def _show(self) -> None:
        names = list(self._source.names)
        self.suggesters.show_rows([self._row(name, n) for n, name in enumerate(names)])
        self.labels.show_rows(self._label_rows())
        learning = self._source.learning
        self.learner.setText(self._said_learning())
        self.train.setEnabled(self._writable and not learning.busy)
        self.forget.setEnabled(self._writable and learning.lessons > 0)

    def _said_learning(self) -> str:
        learning = self._source.learning
        if learning.busy:
            return self.tr("A model is being trained.")
        trouble = learning.trouble or self._source.trouble
        if trouble:
            return say(trouble)
        if not learning.lessons:
            return self.tr("Nothing is learned yet: tag in two articles, and go on to a third.")
        return self.tr("Learned from {0} articles, {1}.").format(
            learning.lessons, shown_moment(learning.at)
        )

    def _row(self, name: str, number: int) -> Row:
        up = Button("up", "up", self.tr("Let it go first"))
        remove = Button("remove", "remove", self.tr("Remove the program"))
        text, detail = _described(self, name)
        trouble = self._source.troubles.get(name)
        return Row(
            key=name,
            text=text,
            detail=say(trouble) if trouble else detail,
            detail_tone="warning" if trouble else "muted",
            checked=self._settings.is_on(name),
            buttons=(*[up][:number], *[remove][: name in self._settings.outside]),
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
                    detail=self._said_decisions(kind, each.label),
                    checked=(self._chosen, kind, each.label) not in self._settings.labels_off,
                )
                for each in labels
            )
        return rows

    def _said_decisions(self, kind: Kind, label: str) -> str:
        """Return how often suggestions of a label were right lately, and were there at all."""
        found = self._decided.get((kind, label))
        if found is None:
            return ""
        right, there = found.precision, found.recall
        parts = [self.tr("right {0} %").format(round(right * 100))] if right is not None else []
        parts += [self.tr("found {0} %").format(round(there * 100))] if there is not None else []
        return ", ".join(parts)

    def _write_patterns(self) -> None:
        from annotator.ui.dialogs.patterns import OwnPatterns

        OwnPatterns(self._editor, self._source, self).open()

    def _choose_lists(self) -> None:
        from annotator.ui.dialogs.word_lists import WordLists

        WordLists(self._source, self._editor.tagset, self).open()

    def _add_program(self) -> None:
        AddProgram(self._source, self._show, self).open()

    def _choose(self, row: Row) -> None:
        self._chosen = str(row.key)
        self._keep(self._settings.switched(self._chosen, not row.checked))

    def _look_at(self, name: str) -> None:
        if name != self._chosen:
            self._chosen = name
            self.labels.show_rows(self._label_rows())

    def _press(self, row: Row, button: str) -> None:
        if button == "remove":
            self._keep(self._settings.without(str(row.key)))
            return
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


class AddProgram(Sheet):
    """Asks for another program that suggests: its name, and its address or command."""

    def __init__(self, source: Source, added: Callable[[], None], parent: QWidget) -> None:
        title = parent.tr("Add a program that suggests")
        explanation = parent.tr(
            "An address (http://…) is asked as a machine-learning backend of Label Studio is; a"
            " command gets and gives our JSONL, an article a line. Your texts go to it: add only"
            " what you trust."
        )
        super().__init__(parent, title, explanation)
        self._source, self._added = source, added
        self.name, self.address = QLineEdit(), QLineEdit()
        self.problem = wrapped("", "problem")
        form = Form()
        form.add(self.tr("Name"), self.name)
        form.add(self.tr("Address or command"), self.address)
        self.column.addLayout(form)
        self.column.addWidget(self.problem)
        self.add_accept(self.tr("Add"))
        self.add_cancel()
        self.setMinimumWidth(520)

    def accept(self) -> None:
        """Keep the program, switched on; says what is missing."""
        name, address = self.name.text().strip(), self.address.text().strip()
        try:
            check_address(address)
        except AnnotatorError as error:
            self.problem.setText(say(error))
            return
        if not name or name in self._source.names:
            self.problem.setText(self.tr("Give it a name that no other suggester has."))
            return
        settings = self._source.settings
        settings = replace(settings, outside={**settings.outside, name: address})
        self._source.keep(settings.switched(name, on=True), self._source.control)
        super().accept()
        self._added()


def _described(widget: QWidget, name: str) -> tuple[str, str]:
    """Return what a suggester is called on the screen, and in a few words what it goes by."""
    known = {
        DICTIONARY: (
            widget.tr("Dictionary"),
            widget.tr("Words that were tagged before, and words from lists"),
        ),
        PATTERNS: (widget.tr("Patterns"), widget.tr("Dates, amounts, documents, titles: by rules")),
        LEARNED: (
            widget.tr("Learned"),
            widget.tr("A model trained on the articles that were tagged"),
        ),
    }
    return known.get(name, (name, widget.tr("Another program")))
