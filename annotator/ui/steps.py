"""Edits and steps of undo of any length: a long one is written off the window's thread."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeVar

from PySide6.QtCore import QObject

from annotator.model.annotation import Annotation, Fragment
from annotator.model.change import Change, Edit
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Message, message
from annotator.pausing import pause
from annotator.project import Entry, LongStepError, Pace, Project, Step, unheard
from annotator.ui.work import Job

if TYPE_CHECKING:
    from annotator.ui.editor import Editor

T = TypeVar("T")
Act: TypeAlias = Literal["undo", "redo"]

MANY = 400
"""Changes from which on an edit is written behind: fewer take no longer than a person notices."""
LONG = 64_000
"""Characters of the journal from which on a step is taken back behind."""


class _Written(NamedTuple):
    """What was written, made ready to be shown on the thread that wrote it."""

    entry: Entry
    """With those changes alone that concern the project and the layer that was open."""
    elsewhere: Edit
    """The other changes."""
    layer: Layer | None
    """The layer that was open, as it is now."""


class Steps(QObject):
    """Carries them out; a long one with progress, until it is cancelled, and none beside it."""

    def __init__(self, editor: "Editor") -> None:
        super().__init__(editor)
        self._editor = editor
        self.job: Job | None = None
        """What makes or writes one: the layer is not to be changed until it has ended."""

    def prepare(
        self, ask: Callable[[Project, Step], T], then: Callable[[T], None], *, long: bool
    ) -> Job | None:
        """Ask the project, and call `then` with the answer: at once, or behind what takes `long`.

        Behind, `ask` gets a handle of its own for reading, and a Step to call now and then;
        cancelled there, or once another person annotates, it has no answer. Returns the job that
        does it, None where it was done.
        """
        if not long:
            try:
                found = ask(self._editor.project, unheard)
            except AnnotatorError as error:
                self._editor.refused.emit(error.message)
            else:
                then(found)
            return None
        reader, reviewer = self._editor.project.reader, self._editor.reviewer

        def answer(job: Job) -> T:
            def step(done: int, total: int) -> None:
                pause()
                job.step(done, total)

            with closing(reader()) as project:
                return ask(project, step)

        def go_on(found: T) -> None:
            if self._editor.reviewer == reviewer:
                then(found)
            else:
                said = message("Nothing was changed, for it was {0} who asked for it.", reviewer)
                self._editor.refused.emit(said)

        title = self.tr("Prepare the changes")
        return self._editor.work.begin(title, answer, go_on, urgent=True)

    def refusal(self) -> Message | None:
        """Return why nothing can be written to the project now, or None."""
        if self.job:
            return message("Many changes are being written. Wait for it, or cancel it.")
        return None

    def keep(self, write: Callable[[T], object], kept: T) -> bool:
        """Write what is no edit, and return whether that was done; says why it was not."""
        if (said := self.refusal()) is None:
            try:
                write(kept)
            except AnnotatorError as error:
                said = error.message
        if said:
            self._editor.refused.emit(said)
        return said is None

    def apply(self, edit: Edit, then: Callable[[], None] = lambda: None) -> None:
        """Carry out an edit, at once where it is short, and call `then` where it was done."""
        editor, edit = self._editor, self._editor.curation.marked(edit)
        if len(edit.changes) < MANY:
            if editor.apply(edit):
                then()
            return
        if refusal := editor.refusal():
            editor.refused.emit(refusal)
            return
        by = editor.reviewer
        self._begin(
            self.tr("Write {0} changes").format(len(edit.changes)),
            lambda project, step: project.commit(edit, by, step),
            lambda _entry: then(),
        )

    def make(
        self,
        make: Callable[[Layer], Edit],
        count: int,
        initiator: QObject | None = None,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Carry out the edit that `make` returns for the open layer, of some `count` changes.

        Where these are many, `make` gets a copy of the layer, behind. Calls `then` where it was
        done.
        """
        editor, layer = self._editor, self._editor.layer
        if layer is None or count < MANY:
            if editor.apply(make, initiator):
                then()
            return
        if refusal := editor.refusal():
            editor.refused.emit(refusal)
            return
        copy = layer.copy()

        def made(job: Job) -> Edit:
            edit = make(copy)
            job.step(0, 0)
            return edit

        self._hold(self.tr("Prepare the changes"), made, lambda edit: self.apply(edit, then))

    def take_back(self, act: Act) -> None:
        """Undo the last step of the open article or the project, or redo what was undone last."""
        editor = self._editor
        editor.work.way.give()
        if editor.past is not None:
            editor.show_past(None)
        if refusal := editor.refusal():
            editor.refused.emit(refusal)
            return
        article, by = editor.article.id if editor.article else "", editor.reviewer
        try:
            entry = _taken_back(editor.project, act, article, by, Pace(LONG))
        except LongStepError:
            self._begin(
                self.tr("Take back many changes")
                if act == "undo"
                else self.tr("Make many changes again"),
                lambda project, step: _taken_back(project, act, article, by, Pace(None, step)),
                lambda entry: self._show(entry, act),
            )
        except AnnotatorError as error:
            editor.refused.emit(error.message)
        else:
            if entry:
                if editor.layer:
                    editor.layer.apply(entry.edit)
                editor.take(entry)
                self._show(entry, act)

    def _show(self, entry: Entry, act: Act) -> None:
        """Scroll to what a step changed in the open layer; select it, where it is one thing.

        With many selected, a label's key would change them all, those out of view, too.
        """
        editor, caret = self._editor, self._editor.stretch.end
        ids, stretch = _touched(entry.edit, editor.layer, caret) if editor.layer else ((), None)
        if ids:
            editor.select(editor.stretch, ids if len(ids) == 1 else ())
        if stretch:
            editor.revealed.emit(stretch)
        editor.stepped.emit(entry.edit, act == "redo")

    def _begin(
        self,
        title: str,
        do: Callable[[Project, Step], Entry | None],
        then: Callable[[Entry], None],
    ) -> None:
        writer, layer = self._editor.project.writer, self._editor.layer
        copy = layer.copy() if layer else None

        def write(job: Job) -> _Written | None:
            with closing(writer()) as project:
                entry = do(project, job.step)
            return _written(entry, copy) if entry else None

        def finish(written: _Written | None) -> None:
            if written:
                self._take(written, layer)
                then(written.entry)

        self._hold(title, write, finish)

    def _hold(self, title: str, do: Callable[[Job], T], then: Callable[[T], None]) -> None:
        """Do what no other edit may come between."""

        def finish(result: T) -> None:
            self.job = None
            then(result)

        self.job = job = self._editor.work.begin(title, do, finish, urgent=True)
        job.ended.connect(lambda: self._end(job))

    def _take(self, written: "_Written", before: Layer | None) -> None:
        """Show what was written: the layer as it is now in place of the open one, `before`.

        Where another one is open by now, it is read once more.
        """
        editor = self._editor
        editor.project.follow(written.entry)
        if editor.layer is before:
            editor.layer = written.layer
        elif editor.article:
            editor.open(editor.article.id)
        editor.take(written.entry)
        if written.elsewhere.changes:
            editor.edited_elsewhere.emit(written.elsewhere)

    def _end(self, job: Job) -> None:
        if self.job is job:  # and not one that came after it
            self.job = None


def _taken_back(project: Project, act: Act, article: str, by: str, pace: Pace) -> Entry | None:
    return (project.undo if act == "undo" else project.redo)(article, by, pace)


def _written(entry: Entry, layer: Layer | None) -> _Written:
    """Return what to show of an entry, with the changes made in `layer`."""
    here: list[Change] = []
    elsewhere: list[Change] = []
    for change in entry.edit.changes:
        near = not change.address.reviewer or (layer is not None and layer.applies_to(change))
        (here if near else elsewhere).append(change)
    edit = replace(entry.edit, changes=tuple(here))
    if layer:
        layer.apply(edit)
    return _Written(entry._replace(edit=edit), replace(entry.edit, changes=tuple(elsewhere)), layer)


def _touched(edit: Edit, layer: Layer, caret: int) -> tuple[tuple[str, ...], Fragment | None]:
    """Return the ids in `layer` that `edit` changed, and where in the text, nearest to `caret`."""
    changed = [
        value
        for change in edit.changes
        if layer.applies_to(change)
        for value in (change.after or change.before,)
        if isinstance(value, Annotation)
    ]
    ids = dict.fromkeys(each.id for each in changed if each.id in layer)
    places = [Fragment(each.start, each.end) for each in changed if each.fragments]
    nearest = min(places, key=lambda place: abs(place.start - caret), default=None)
    return tuple(ids), nearest
