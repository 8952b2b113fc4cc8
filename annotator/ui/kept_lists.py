"""The lists of words that the open project keeps, read and written behind the window."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from annotator.project import Project
from annotator.suggest.dictionary import Dictionary
from annotator.suggest.engine import Engine
from annotator.suggest.settings import DICTIONARY
from annotator.suggest.word_lists import WordList, lists_from_json, lists_to_json
from annotator.ui.editor import Editor
from annotator.ui.engine_lane import EngineLane
from annotator.ui.work import Job

_Lists: TypeAlias = Sequence[WordList]

_WORDS = 1_000
"""Words of a list that are told before it is looked whether that is still wanted."""


class KeptLists(QObject):
    """Holds the lists as they were read or written last; they may be long."""

    changed = Signal()
    """`lists` are others."""

    def __init__(self, editor: Editor, lane: EngineLane, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._lane = lane
        self._reading: Job | None = None
        self.lists: _Lists = ()

    def begin(self) -> None:
        """Read what the project has, in turn with what the suggesters are asked."""
        reader = self._editor.project.reader
        self._reading = self._lane.begin("", lambda _job: _read(reader), self._take)

    def change(self, change: Callable[[_Lists], _Lists]) -> Job:
        """Go on with what `change` makes of them, and keep it, all of it behind."""
        write = partial(_changed, change, self._editor.project.writer)
        title = self.tr("Keep the word lists")
        return self._editor.work.begin(title, write, self._take, urgent=True)

    def _take(self, lists: _Lists) -> None:
        if self._reading and self._reading in self._lane.jobs:
            self._reading.abandon()  # these are newer
        before, self.lists = self.lists, lists
        if before or lists:
            self.changed.emit()


def tell_words(engine: Engine, lists: Iterable[WordList]) -> None:
    """Tell the dictionary the words of lists, some at a time: nobody waits at the end for all."""
    dictionary = engine.suggesters.get(DICTIONARY)
    if isinstance(dictionary, Dictionary):
        for each in lists:
            for first in range(0, len(each.words), _WORDS):
                if not engine.stopped:
                    dictionary.add_list(each.words[first : first + _WORDS], each.name)


def _changed(change: Callable[[_Lists], _Lists], writer: Callable[[], Project], job: Job) -> _Lists:
    changed = change(_read(writer))
    job.step(0, 0)
    with closing(writer()) as project:
        project.suggestions.keep_word_lists(lists_to_json(changed))
    return changed


def _read(handle: Callable[[], Project]) -> _Lists:
    with closing(handle()) as project:
        return lists_from_json(project.suggestions.word_lists())
