"""What the selected words most likely are, and what comes second, so that one key can say so."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.change import Change, Edit, Subject
from annotator.model.layer import Layer
from annotator.suggest.settings import LEARNED
from annotator.ui.selection import selected_words
from annotator.ui.work import Job, Work

if TYPE_CHECKING:
    from annotator.suggest.learned.likeliest import Choice
    from annotator.suggest.learned.suggester import Learned
    from annotator.ui.suggestions import Suggestions

_SOON = 15
"""Milliseconds that a selection must rest: it is painted first, and keys that follow go first."""


class Likeliest(QObject):
    """Asks the model what was selected, off every key, where nothing is tagged there yet.

    Nothing is done with the answer here: it is `found` as long as just these words are selected.
    """

    changed = Signal()
    """`found` is another."""

    def __init__(self, suggestions: "Suggestions") -> None:
        super().__init__(suggestions)
        self._suggestions = suggestions
        self._editor = suggestions.editor
        self.found: tuple[Choice, ...] = ()
        """What the selected words most likely are, likeliest first: two at most."""
        self._last = Kind.ENTITY
        """The kind that was tagged last by hand."""
        self._lane = Work(self, self._editor.work.way)
        self._role: Job | None = None
        """Looks for the role that was asked for last."""
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._ask)
        for signal in (self._editor.opened, self._editor.selected, self._editor.filling_changed):
            signal.connect(self._follow)
        self._editor.edited.connect(self._take)
        suggestions.source_changed.connect(self._soon.start)

    @property
    def busy(self) -> bool:
        """Whether an answer may still come for what is selected."""
        return self._soon.isActive() or bool(self._lane.jobs)

    def ask_roles(self, event: str, target: str, then: Callable[[tuple[str, ...]], None]) -> None:
        """Call `then` soon with the likeliest roles of `target` in `event`, if any are known.

        Only what was asked last is answered.
        """
        if self._role:
            self._role.abandon()
            self._role = None
        learned, layer = self._learned(), self._editor.layer
        if learned is None or layer is None:
            return
        from annotator.suggest.learned.likeliest import between, likeliest_roles, within_sight

        if not layer[event].fragments or not layer[target].fragments:
            return
        near = within_sight(layer, between(layer[event], layer[target]))

        def answer(roles: tuple[str, ...]) -> None:
            self._role = None
            if roles:
                then(roles)

        def look(job: Job) -> tuple[str, ...]:
            return () if job.cancelled() else likeliest_roles(learned, near, event, target)

        self._role = self._lane.begin("", look, answer)

    def _follow(self) -> None:
        self._show(())
        self._soon.start()

    def _ask(self) -> None:
        learned, layer, words = self._learned(), self._editor.layer, self._bare_words()
        if learned is None or layer is None or words is None:
            self._show(())
            return
        from annotator.suggest.learned.likeliest import likeliest_choices, within_sight

        near, last, allowed = within_sight(layer, words), self._last, self._allowed()

        def answer(found: "tuple[Choice, ...]") -> None:
            if self._editor.layer is layer and self._bare_words() == words:
                self._show(found)

        self._lane.begin(
            "", lambda _job: likeliest_choices(learned, near, words, last, allowed), answer
        )

    def _show(self, found: "tuple[Choice, ...]") -> None:
        if found != self.found:
            self.found = found
            self.changed.emit()

    def _take(self, edit: Edit) -> None:
        by_hand = [each.kind for each in filter(None, map(_added, edit.changes)) if not each.origin]
        if by_hand and by_hand[-1] in (Kind.ENTITY, Kind.EVENT):
            self._last = by_hand[-1]
        self._follow()

    def _learned(self) -> "Learned | None":
        """Return who is to be asked, None where no one may be."""
        source = self._suggestions.source
        if source is None or source.hidden or not source.settings.is_on(LEARNED):
            return None
        model = source.learning.model
        if model is None:
            return None
        from annotator.suggest.learned.suggester import Learned

        return Learned(model)

    def _allowed(self) -> Callable[[Kind, str], bool]:
        tagset, source = self._editor.tagset, self._suggestions.source
        assert source is not None
        settings = source.settings
        return lambda kind, label: (
            settings.allows(LEARNED, kind, label) and tagset.find(kind, label) is not None
        )

    def _bare_words(self) -> Fragment | None:
        """Return the selected words, if they may be tagged and are not tagged yet."""
        editor, layer = self._editor, self._editor.layer
        if layer is None or editor.past is not None or editor.filling or editor.project.read_only:
            return None
        words = selected_words(editor)
        return None if words is None or _carries(layer, words) else words


def _added(change: Change) -> Annotation | None:
    """Return the annotation that `change` adds, if it adds one."""
    tagged = change.address.subject is Subject.ANNOTATION and change.before is None
    return change.after if tagged and isinstance(change.after, Annotation) else None


def _carries(layer: Layer, words: Fragment) -> bool:
    return any(each.fragments == (words,) for each in layer.overlapping(*words))
