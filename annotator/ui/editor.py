"""The open layer and what is selected in it: the one way from canvas and panels to the project."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.change import Edit, Subject
from annotator.model.layer import Layer, LayerError
from annotator.model.message import AnnotatorError, Message, message
from annotator.model.tagset import Tagset
from annotator.project import Entry, Project
from annotator.ui.ahead import Ahead
from annotator.ui.curation import Curation
from annotator.ui.problem_index import ProblemIndex
from annotator.ui.steps import Steps
from annotator.ui.suggestions import Suggestions
from annotator.ui.work import Work


class Filling(NamedTuple):
    """What the next mention chosen will fill: `role` of the annotation `source`.

    For a relation not yet made, `kind` is RELATION, `label` its label and `source` its first end;
    otherwise `label` is empty and `source` is the event or cluster that gets the link.
    """

    kind: Kind
    source: str
    role: str
    label: str = ""


class Editor(QObject):
    """Holds the open article, its layer, the selection, and carries out edits.

    An edit is checked by the layer, written by the project, and then told to the views: `edited`.
    """

    opened = Signal()
    """Another article, reviewer or moment of history is shown, or none."""
    edited = Signal(object, object)
    """(Edit, initiator): it is durable, and the layer holds it; the initiator has drawn it."""
    selected = Signal()
    """`stretch` or `annotations` changed."""
    filling_changed = Signal()
    """`filling` changed."""
    words_changed = Signal()
    """`words` are there for the open article."""
    edited_elsewhere = Signal(object)
    """(Edit): what a long edit did to layers that are not open; comes after `edited`."""
    articles_changed = Signal()
    """The list of articles is another: added, removed, metadata."""
    tagset_changed = Signal()
    """The tagset is another."""
    refused = Signal(object)
    """(Message or AnnotatorError): why what was asked for was not done."""
    failed = Signal(object)
    """(Message): why the project could not be written; nothing has changed."""
    stepped = Signal(object, bool)
    """(Edit, redone): a step was taken back, or done again."""
    revealed = Signal(object)
    """(Fragment): a stretch that should be scrolled into view."""

    def __init__(
        self,
        project: Project,
        reviewer: str,
        parent: QObject | None = None,
        work: Work | None = None,
    ) -> None:
        super().__init__(parent)
        self.work = work or Work(self)
        """Where long edits are written."""
        self.steps = Steps(self)
        self.ahead = Ahead(self)
        self.project = project
        self.reviewer = reviewer
        self.layer: Layer | None = None
        self.past: int | None = None
        """The number of the journal entry whose moment is shown; None: the present."""
        self.stretch = Fragment(0, 0)
        """The selected text; empty (start == end): the caret."""
        self.annotations: tuple[str, ...] = ()
        """The ids of the selected annotations, the last one the one in focus."""
        self.filling: Filling | None = None
        self.words: Sequence[Fragment] | None = None
        """The words of the open article; None until they are known."""
        self.names: Sequence[Fragment] = ()
        """Those that look like names, in order; none until `words` are known."""
        self.entry = 0
        """The number of the journal entry made last; 0: none yet."""
        self.problems = ProblemIndex(self)
        self.curation = Curation(self)
        self.suggestions = Suggestions(self)

    @property
    def article(self) -> Article | None:
        """The open article, or None."""
        return self.layer.article if self.layer else None

    @property
    def tagset(self) -> Tagset:
        """The project's tagset."""
        return self.project.tagset

    @property
    def focused(self) -> Annotation | None:
        """The selected annotation in focus, or None."""
        return self.layer.get(self.annotations[-1]) if self.layer and self.annotations else None

    def open(self, article_id: str | None) -> None:
        """Show the reviewer's layer on an article, or none (None)."""
        try:
            layer = None if article_id is None else self.ahead.layer(article_id)
        except AnnotatorError as error:
            self.refused.emit(error.message)
            return
        self._show(layer, None)

    def open_as(self, reviewer: str) -> None:
        """Become another reviewer: the same article, that person's layer."""
        self.reviewer = reviewer
        self.open(self.article.id if self.article else None)

    def show_past(self, number: int | None) -> None:
        """Show the open layer as it stood after journal entry `number`; None: the present."""
        if self.article and number is not None:
            self._show(self.project.layer_at(self.article.id, self.reviewer, number), number)
        elif self.article:
            self.open(self.article.id)

    def _show(self, layer: Layer | None, past: int | None) -> None:
        same = layer and self.article and layer.article.id == self.article.id
        self.layer, self.past, self.filling, self.annotations = layer, past, None, ()
        if not same:
            self.stretch, self.words, self.names = Fragment(0, 0), None, ()
        self.opened.emit()
        self.selected.emit()

    def apply(self, make: Edit | Callable[[Layer], Edit], initiator: QObject | None = None) -> bool:
        """Carry out an edit, or the edit that `make` returns for the open layer.

        Returns whether it was done; where it was not, `refused` says why and nothing has changed.
        An edit without changes is done already.
        """
        self.work.way.give()
        try:
            edit = self.curation.marked(make if isinstance(make, Edit) else make(self._present()))
            if not edit.changes:
                return True
            if refusal := self.refusal():
                raise LayerError(refusal.template, *refusal.values)
            if self.layer:
                self.layer.apply(edit)
            try:
                with _given_back(self.layer, edit):
                    self.entry = self.project.commit(edit, self.reviewer).number
            except AnnotatorError as error:
                self.failed.emit(error.message)
                return False
        except AnnotatorError as error:
            self.refused.emit(error.message)
            return False
        self._tell(edit, initiator)
        return True

    def refusal(self) -> Message | None:
        """Return why nothing can be changed now, or None."""
        if self.past is not None:
            return message("This is the past. Come back to the present to go on tagging.")
        return self.steps.refusal()

    def undo(self) -> None:
        """Take back the last step of this reviewer on the open article or the project."""
        self.steps.take_back("undo")

    def redo(self) -> None:
        """Do again what was last taken back."""
        self.steps.take_back("redo")

    def take(self, entry: Entry) -> None:
        """Show what was written to the project; the open layer has it already."""
        self.entry = entry.number
        self._tell(entry.edit, None)

    def _tell(self, edit: Edit, initiator: QObject | None) -> None:
        subjects = {change.address.subject for change in edit.changes}
        if self.filling and (self.layer is None or self.filling.source not in self.layer):
            self.fill(None)
        self.edited.emit(edit, initiator)
        self.select(self.stretch, tuple(id for id in self.annotations if id in (self.layer or ())))
        if Subject.TAGSET in subjects:
            self.tagset_changed.emit()
        if not subjects.isdisjoint((Subject.ARTICLE, Subject.METADATA)):
            self.articles_changed.emit()

    def select(self, stretch: Fragment, annotations: tuple[str, ...] = ()) -> None:
        """Select a stretch of text (empty: put the caret there) and annotations."""
        if (stretch, annotations) != (self.stretch, self.annotations):
            self.work.way.give()
            self.stretch, self.annotations = stretch, annotations
            self.selected.emit()

    def reveal(self, id: str) -> None:
        """Select the annotation `id` and scroll it into view."""
        try:
            stretch = _whereabouts(self._present(), id)
        except LayerError as error:
            self.refused.emit(error.message)
            return
        if stretch is None:
            self.select(self.stretch, (id,))
        else:
            self.select(Fragment(stretch.start, stretch.start), (id,))
            self.revealed.emit(stretch)

    def fill(self, filling: Filling | None) -> None:
        """Begin to fill a role with the next mention chosen, or stop (None)."""
        if filling != self.filling:
            self.filling = filling
            self.filling_changed.emit()

    def set_words(self, id: str, words: Sequence[Fragment], names: Sequence[Fragment] = ()) -> None:
        """Take the words found in the background, if their article `id` is still open."""
        if self.article and self.article.id == id:
            self.words, self.names = words, names
            self.words_changed.emit()

    def _present(self) -> Layer:
        if self.layer is None:
            raise LayerError("No article is open.")
        return self.layer


@contextmanager
def _given_back(layer: Layer | None, edit: Edit) -> Generator[None, None, None]:
    """Take an edit that `layer` has made out of it again, where the block fails."""
    try:
        yield
    except BaseException:
        if layer:
            layer.apply(edit.inverse())
        raise


def _whereabouts(layer: Layer, id: str) -> Fragment | None:
    """Return the stretch from start to end of an annotation, or of the first it links to."""
    sought = (layer[each] for each in (id, *layer[id].targets()))
    placed = next((each for each in sought if each.fragments), None)
    return Fragment(placed.start, placed.end) if placed else None
