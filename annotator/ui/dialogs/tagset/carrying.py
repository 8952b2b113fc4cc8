"""What the tagset editor asks of the whole project and does to it: at once, or with a wait."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.model.tagset_edits import Preview, preview
from annotator.project import Labels, Project, Step
from annotator.ui.dialogs.waiting import Waiting
from annotator.ui.editor import Editor
from annotator.ui.steps import MANY
from annotator.ui.work import Job

T = TypeVar("T")

Make = Callable[[Iterable[Layer]], Edit]
"""Makes the edit, given the layers that it concerns."""


class Prepared(NamedTuple):
    """An edit over the project, and what it does to annotations."""

    edit: Edit
    touched: Preview


class Carrying(QObject):
    """Asks and edits the whole project; what takes long is done behind, under a Waiting."""

    given_up = Signal()
    """What was begun was not done: all is as it was."""
    failed = Signal(object)
    """(AnnotatorError): why it was not; comes after `given_up`."""

    def __init__(self, editor: Editor, asker: QWidget) -> None:
        super().__init__(asker)
        self._editor = editor
        self._asker = asker
        self.made = 0
        """How many edits were made and not taken back."""

    def prepare(self, make: Make, labels: Labels, then: Callable[[Prepared], None]) -> None:
        """Make an edit of the layers that use one of `labels`, and call `then` with it."""

        def made(project: Project, step: Step) -> Prepared:
            edit = make(project.affected_layers(labels, step))
            return Prepared(edit, preview(edit))

        self.ask(made, labels, then)

    def ask(
        self, ask: Callable[[Project, Step], T], labels: Labels, then: Callable[[T], None]
    ) -> None:
        """Ask the project something about the layers that use one of `labels`."""
        editor = self._editor
        try:
            long = editor.project.affects_many(labels, MANY)
        except AnnotatorError as error:
            editor.refused.emit(error.message)
            return
        answers: list[T] = []
        job = editor.steps.prepare(ask, answers.append if long else then, long=long)
        if job:
            self._wait_for(job, lambda: then(answers[0]) if answers else self.given_up.emit())

    def apply(self, edit: Edit) -> None:
        """Carry out an edit."""
        self._take_step(1, lambda: self._editor.steps.apply(edit))

    def undo(self) -> None:
        """Take the last of these edits back."""
        if self.made:
            self._take_step(-1, self._editor.undo)

    def _take_step(self, by: int, act: Callable[[], None]) -> None:
        editor, entry = self._editor, self._editor.entry
        self.made += by  # before the views are told, as they ask for it
        act()
        if editor.steps.job:
            self._wait_for(editor.steps.job, lambda: self._end_step(by, entry))
        elif editor.entry == entry:
            self.made -= by

    def _end_step(self, by: int, entry: int) -> None:
        """Note how a step has ended before which the project's last entry was `entry`."""
        if self._editor.entry == entry:
            self.made -= by
            self.given_up.emit()

    def _wait_for(self, job: Job, then: Callable[[], None]) -> None:
        errors: list[AnnotatorError] = []
        job.failed.connect(errors.append)
        waiting = Waiting(self._asker, job)
        waiting.over.connect(then)
        waiting.over.connect(lambda: [self.failed.emit(each) for each in errors])
        waiting.open()
