"""The project's lists of words: added from files, looked at, taken away."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.formats.files import file_error
from annotator.model.annotation import Kind
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Tagset
from annotator.suggest.places import SOURCE, places
from annotator.suggest.word_lists import WordList, read_words
from annotator.ui.dialogs.files import ask_for_word_list
from annotator.ui.dialogs.form import Form, choice
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.dialogs.waiting import Waiting
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
        label = str(self.label.currentData())

        def read() -> Iterable[tuple[str, str]]:
            try:
                return read_words(path, label)
            except OSError as error:
                raise file_error(error, path) from error

        self._change(path.name, read)

    def _add_places(self) -> None:
        """Add the names of Vietnam's provinces, districts and communes, with the label chosen."""
        label = str(self.label.currentData())
        if label:
            self._change(SOURCE, lambda: dict.fromkeys(places(label)))
        else:
            self.problem.setText(self.tr("Choose the label above that places get."))

    def _remove(self, name: str) -> None:
        self._change(name, tuple)

    def _change(self, name: str, read: Callable[[], Iterable[tuple[str, str]]]) -> None:
        """Let the list called `name` have the words that `read` returns, behind; none: it goes."""
        self.problem.setText("")

        def changed(lists: Sequence[WordList]) -> Sequence[WordList]:
            words = tuple(read())
            others = [each for each in lists if each.name != name]
            return [*others, WordList(name, words)] if words else others

        job = self._source.change_lists(changed)
        job.failed.connect(self._refuse)
        waiting = Waiting(self, job)
        waiting.over.connect(self._show)
        waiting.open()

    def _refuse(self, error: AnnotatorError) -> None:
        self.problem.setText(say(error))

    def _show(self) -> None:
        self.lists.show_rows([self._row(each) for each in self._source.lists])

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
