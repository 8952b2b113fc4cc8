"""Trains the models of a project on what its reviewer tagged, again and again, off every key."""

from collections.abc import Callable, Sequence
from contextlib import closing
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.change import Edit, Subject
from annotator.model.message import AnnotatorError
from annotator.project import Project
from annotator.suggest.settings import LEARNED
from annotator.suggest.training import Trained, Training
from annotator.ui.editor import Editor
from annotator.ui.work import Job, Work

if TYPE_CHECKING:
    from annotator.suggest.learned.model import Model
    from annotator.suggest.learned.reading import Lesson

_FEWEST = 2
"""Articles with anything tagged from which on a model is trained."""
_MOST_TEXTS = 500
"""How many other articles it is learned from what words are like."""
_MOST_CHARACTERS = 600_000
"""How much tagged text is learned from, the last articles of the list first: it takes as many
kilobytes of memory, and a minute or two."""
_TOO_LITTLE = 10_000
"""Characters left of these for which no further article is read."""
_REST = 2.0
"""How long there is no training after one, in units of what that took."""
_LOOK = 1_000
"""Milliseconds after which it is looked again whether one may be begun."""


class Learning(QObject):
    """Begins a training when the person goes on to another article, after they tagged in one.

    The model is trained on all articles that the reviewer tagged in, but for the open one, and kept
    in the project. It is trained anew as there is more to learn from, but for no more than a third
    of the time.
    """

    learned = Signal(object)
    """(Model): a model was read or trained."""
    changed = Signal()
    """`lessons`, `at`, `busy` or `trouble` are others."""

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._lane = Work(self, editor.work.way)
        self._lane.failed.connect(self._note_trouble)
        self._training: Training | None = None
        self._trained.connect(self._take)
        self._tagged = ""
        """The open article, once something was tagged in it."""
        self.automatic = True
        """Whether a training begins by itself."""
        self._due = False
        self._gathering = False
        self._began = 0.0
        self._may_begin = 0.0
        self.model: Model | None = None
        """What was learned, if anything."""
        self.at = ""
        """When it was trained, ISO 8601."""
        self.trouble: AnnotatorError | None = None
        """Why there was no model at the end of the last training."""
        self._again = QTimer(self, singleShot=True, interval=_LOOK)
        self._again.timeout.connect(self._begin_if_due)
        editor.edited.connect(self._note_edit)
        editor.edited_elsewhere.connect(self._note_edit)
        editor.opened.connect(self._note_opening)

    _trained = Signal(object, object)
    """(Training, what it trained or its error), from its thread."""

    @property
    def lessons(self) -> int:
        """How many articles the model was trained on; 0: there is none."""
        return self.model.lessons if self.model else 0

    @property
    def busy(self) -> bool:
        """Whether a training is under way."""
        return self._training is not None or self._gathering

    def begin(self) -> None:
        """Read the model that the project keeps, or train one."""
        reader = self._editor.project.reader
        self._lane.begin("", lambda _job: _kept(reader), self._take_kept)

    def stop(self) -> None:
        """End the training that is under way, and begin no other."""
        training = self._training
        self._give_up()
        if training:
            training.wait()

    def _give_up(self) -> None:
        self._again.stop()
        self._due = self._gathering = False
        if self._training:
            self._training.cancel()
            self._training = None
        self._lane.stop()

    def train(self) -> None:
        """Train a model now, or as soon as the one under way is done."""
        self._due, self._may_begin = True, 0.0
        self._begin_if_due()

    def forget(self) -> None:
        """Delete what was learned; it is learned anew when there is more to learn from.

        What is being trained is given up: it would bring back what was to go.
        """
        from annotator.suggest.learned.model import Model

        if refusal := self._editor.steps.refusal():
            self._editor.refused.emit(refusal)
            return
        self._give_up()
        try:
            self._editor.project.suggestions.forget_learned(LEARNED)
        except AnnotatorError as error:
            self._editor.refused.emit(error.message)
            return
        self.at, self.trouble = "", None
        self._tell(Model())
        self.changed.emit()

    def _take_kept(self, found: "tuple[Model, str] | None") -> None:
        if found:
            model, self.at = found
            self._tell(model)
            self.changed.emit()
        else:
            self.train()

    def _note_edit(self, edit: Edit) -> None:
        layer = self._editor.layer
        tagged = (change.address.subject is Subject.ANNOTATION for change in edit.changes)
        if layer and any(tagged):
            self._tagged = layer.article.id

    def _note_opening(self) -> None:
        article = self._editor.article
        if self._tagged and (article is None or article.id != self._tagged):
            self._tagged = ""
            self._due = self._due or self.automatic
            self._begin_if_due()

    def _begin_if_due(self) -> None:
        if not self._due or self._editor.project.read_only:
            return
        if self.busy or monotonic() < self._may_begin:
            self._again.start()
            return
        self._due, self._gathering, self._began = False, True, monotonic()
        editor = self._editor
        open_now = editor.article.id if editor.article and editor.past is None else ""
        reader, reviewer = editor.project.reader, editor.reviewer
        self._lane.begin("", lambda job: _lessons(reader, reviewer, open_now, job), self._start)
        self.changed.emit()

    def _start(self, gathered: "tuple[Sequence[Lesson], Sequence[str]]") -> None:
        self._gathering = False
        lessons, texts = gathered
        if len(lessons) < _FEWEST:
            self.changed.emit()
            return
        training = Training(
            lessons, lambda outcome: self._trained.emit(training, outcome), texts=texts
        )
        self._training = training
        training.start()

    def _take(self, training: Training, outcome: Trained | AnnotatorError) -> None:
        if training is not self._training:
            return
        self._training = None
        took = monotonic() - self._began
        self._may_begin = monotonic() + _REST * took
        if isinstance(outcome, AnnotatorError):
            self._note_trouble(outcome)
            return
        self.trouble = None
        keep, (model, state) = self._editor.project.suggestions.keep_learned, outcome
        self._lane.begin("", lambda _job: keep(LEARNED, state), self._show_time)
        self._tell(model)

    def _tell(self, model: "Model") -> None:
        self.model = model
        self.learned.emit(model)

    def _show_time(self, at: str) -> None:
        self.at = at
        self.changed.emit()

    def _note_trouble(self, error: AnnotatorError) -> None:
        self._gathering = False
        self.trouble = error
        self.changed.emit()


def _kept(reader: Callable[[], Project]) -> "tuple[Model, str] | None":
    with closing(reader()) as project:
        found = project.suggestions.learned(LEARNED)
    if found is None:
        return None
    from annotator.suggest.learned.keeping import model_from_bytes

    return model_from_bytes(found.state), found.at


def _lessons(
    reader: Callable[[], Project], reviewer: str, besides: str, job: Job
) -> "tuple[Sequence[Lesson], Sequence[str]]":
    """Return what the reviewer tagged in all articles `besides` one, and some of other texts."""
    from annotator.suggest.learned.reading import Lesson

    with closing(reader()) as project:
        lessons: list[Lesson] = []
        left = _MOST_CHARACTERS
        for id in reversed(project.suggestions.tagged(reviewer)):
            if id == besides:
                continue
            layer = project.layer(id, reviewer)
            if len(layer.article.text) <= left:
                left -= len(layer.article.text)
                lessons.append(Lesson(layer.article, tuple(layer)))
            if job.cancelled() or left < _TOO_LITTLE:
                break
        lessons.reverse()
        others = project.suggestions.untagged(reviewer, _MOST_TEXTS)
        return lessons, [project.article(id).text for id in others if not job.cancelled()]
