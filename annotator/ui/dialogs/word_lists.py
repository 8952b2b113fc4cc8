"""The project's lists of words: added from files, looked at, taken away."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.model.annotation import Kind
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Tagset
from annotator.suggest.places import SOURCE, places
from annotator.suggest.word_lists import WordList, read_words
from annotator.ui.dialogs.files import ask_for_word_list
from annotator.ui.dialogs.form import Form, choice
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.labels import wrapped
from annotator.ui.language import say
from annotator.ui.panels.naming import Names, one_line
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Button, Row
from annotator.ui.suggestions import Source

_NAMED = 3
"""Labels without a place in the tagset that are named."""


class WordLists(Sheet):
    """What is added or removed holds at once, and is kept in the project, for everyone."""

    def __init__(self, source: Source, tagset: Tagset, parent: QWidget) -> None:
        title = parent.tr("Word lists")
        explanation = parent.tr(
            "The dictionary also finds the words of lists: CSV, TSV or a word a line, each with its"
            " label after a comma. A list is kept in the project; one of the same name takes its"
            " place."
        )
        super().__init__(parent, title, explanation)
        self._source, self._tagset = source, tagset
        self.lists = RowListView(title, self, two_lines=True)
        self.lists.set_empty(self.tr("There is no list yet."))
        self.lists.button_pressed.connect(lambda row, _button: self._remove(str(row.key)))
        names = Names(tagset)
        labels = [each.label for each in tagset.labels(Kind.ENTITY)]
        self.label = choice(
            {"": "–"} | {each: names.of_label(Kind.ENTITY, each) for each in labels}, ""
        )
        self.problem = wrapped("", "problem")
        form = Form()
        form.add(self.tr("Label of words that have none"), self.label)
        self.column.addWidget(self.lists, 1)
        self.column.addLayout(form)
        self.column.addWidget(self.problem)
        self.add_file = self.add_other(self.tr("Add a file…"))
        self.add_file.clicked.connect(lambda: ask_for_word_list(self, self.add))
        self.add_places = self.add_other(self.tr("Add Vietnam's places"))
        self.add_places.clicked.connect(self._add_places)
        self.add_close()
        self.resize(520, 420)
        self._show()

    def add(self, path: Path) -> None:
        """Add the words of a file, or say what is wrong with it."""
        try:
            words = read_words(path, str(self.label.currentData()))
        except AnnotatorError as error:
            self.problem.setText(say(error))
            return
        except OSError as error:
            self.problem.setText(str(error))
            return
        self.problem.setText("")
        self._keep([each for each in self._lists if each.name != path.name], path.name, words)

    def _add_places(self) -> None:
        """Add the names of Vietnam's provinces, districts and communes, with the label chosen."""
        label = str(self.label.currentData())
        if not label:
            self.problem.setText(self.tr("Choose the label above that places get."))
            return
        try:
            words = list(dict.fromkeys(places(label)))
        except AnnotatorError as error:
            self.problem.setText(say(error))
            return
        self.problem.setText("")
        self._keep([each for each in self._lists if each.name != SOURCE], SOURCE, words)

    @property
    def _lists(self) -> Sequence[WordList]:
        return self._source.lists

    def _remove(self, name: str) -> None:
        self._keep([each for each in self._lists if each.name != name])

    def _keep(
        self, others: Sequence[WordList], name: str = "", words: Sequence[tuple[str, str]] = ()
    ) -> None:
        added = (WordList(name, tuple(words)),) if words else ()
        self._source.keep_lists((*others, *added))
        self._show()

    def _show(self) -> None:
        self.lists.show_rows([self._row(each) for each in self._lists])

    def _row(self, words: WordList) -> Row:
        detail = self.tr("Words: {0}").format(len(words.words))
        labels = dict.fromkeys(label for _, label in words.words)
        unknown = [each for each in labels if self._tagset.find(Kind.ENTITY, each) is None]
        if unknown:
            named = one_line(", ".join(unknown[:_NAMED]))
            lacking = self.tr("the tagset does not have: {0}").format(named)
            detail = f"{detail}, {lacking}{', …' if unknown[_NAMED:] else ''}"
        return Row(
            key=words.name,
            text=words.name,
            detail=detail,
            detail_tone="warning" if unknown else "muted",
            buttons=(Button("remove", "remove", self.tr("Remove the list")),),
        )
