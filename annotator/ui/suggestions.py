"""What is suggested for the open layer, and which suggestion is in focus: for all who show it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.model.annotation import Annotation, Fragment
from annotator.model.change import Edit, Subject
from annotator.model.message import AnnotatorError, Message
from annotator.pausing import sorted_in_turns
from annotator.suggest.merging import remaining
from annotator.suggest.refusal import place_from_text
from annotator.suggest.rivals import places
from annotator.suggest.settings import Settings
from annotator.suggest.suggestion import Place, Suggestion
from annotator.suggest.word_lists import WordList
from annotator.ui.likeliest import Likeliest

if TYPE_CHECKING:
    from annotator.suggest.engine import Engine
    from annotator.suggest.learned.model import Model
    from annotator.ui.editor import Editor
    from annotator.ui.work import Job

T = TypeVar("T")

_MANY = 500
"""Suggestions above which those that an edit took up go when they are worked out anew."""


class Learning(Protocol):
    """Who trains the models."""

    @property
    def model(self) -> "Model | None": ...
    @property
    def lessons(self) -> int: ...
    @property
    def at(self) -> str: ...
    @property
    def busy(self) -> bool: ...
    @property
    def trouble(self) -> AnnotatorError | None: ...
    def train(self) -> None: ...
    def forget(self) -> None: ...


class Source(Protocol):
    """Who works out what is shown, as the panel sees it."""

    @property
    def settings(self) -> Settings: ...
    @property
    def lists(self) -> Sequence[WordList]: ...
    @property
    def names(self) -> Sequence[str]: ...
    @property
    def control(self) -> float: ...
    @property
    def hidden(self) -> bool: ...
    @property
    def learning(self) -> Learning: ...
    @property
    def trouble(self) -> AnnotatorError | None: ...
    @property
    def troubles(self) -> Mapping[str, AnnotatorError]: ...
    def keep(self, settings: Settings, control: float) -> None: ...
    def change_lists(self, change: Callable[[Sequence[WordList]], Sequence[WordList]]) -> "Job": ...
    def on_lane(self, do: "Callable[[Engine], T]", then: Callable[[T], None]) -> None: ...


class Shown(NamedTuple):
    """Suggestions by position, as they are found, and what differs from those shown before."""

    suggestions: list[Suggestion]
    by_id: Mapping[str, Suggestion]
    linked: list[Suggestion]
    """Those with arguments, or that are one."""
    longest: int
    """Code points that the longest one covers."""
    order: list[Suggestion]
    """In the order in which one goes through them: of those in one place the surest first."""
    places: Mapping[str, int]
    """Where one goes to each, by their ids: to the first of those that are in its place."""
    differing: list[Suggestion]
    """Those that have come, or gone, or look different: of the latter both."""


def shown_after(before: Mapping[str, Suggestion], suggestions: Iterable[Suggestion]) -> Shown:
    """Return `suggestions`, given by position, to be shown after `before`.

    Takes a while where they are many: may be asked on any thread.
    """
    after = list(suggestions)
    by_id = {each.id: each for each in after}
    differing = [
        each
        for id in before.keys() | by_id.keys()
        if before.get(id) != by_id.get(id)
        for each in (before.get(id), by_id.get(id))
        if each
    ]
    lengths = (each.annotation.end - each.annotation.start for each in after)
    linked = [each for each in after if each.annotation.links]
    found = places(after)
    order = after
    if any(found[each.id] != each.annotation.start for each in after):
        order = sorted_in_turns(after, lambda each: (found[each.id], -each.confidence))
    return Shown(after, by_id, linked, max(lengths, default=0), order, found, differing)


class Suggestions(QObject):
    """The suggestions shown, by position; taken up or refused ones go at once.

    A suggestion stays in focus while the caret stands before it and nothing else is selected.
    """

    changed = Signal(object)
    """([Suggestion]): these have come, or gone, or look different."""
    focus_changed = Signal()
    """`focused` is another."""
    told = Signal()
    """`tidings`, or `answered`, are others."""
    source_changed = Signal()
    """What `source` says is another."""

    def __init__(self, editor: "Editor") -> None:
        super().__init__(editor)
        self.editor = editor
        self._shown = shown_after({}, ())
        self.source: Source | None = None
        self.least_certain_first = False
        """Whether going from one to the next goes by confidence, and not by position."""
        self._focused = ""
        self.tidings: Message | None = None
        """How many the last edit accepted or refused together; None: it was another."""
        self.likeliest = Likeliest(self)
        """What the selected words most likely are, and what comes second."""
        self.answered = False
        """Whether it was found what is suggested for the open layer."""
        editor.opened.connect(self._begin_anew)
        editor.edited.connect(self._take)
        editor.selected.connect(self._follow_selection)

    @property
    def shown(self) -> list[Suggestion]:
        """The suggestions, by position."""
        return self._shown.suggestions

    @property
    def by_id(self) -> Mapping[str, Suggestion]:
        """The same, by their ids."""
        return self._shown.by_id

    @property
    def linked(self) -> list[Suggestion]:
        """Those with arguments, or that are one."""
        return self._shown.linked

    @property
    def focused(self) -> Suggestion | None:
        """The suggestion in focus, or None."""
        return self.by_id.get(self._focused)

    def show(self, suggestions: Iterable[Suggestion]) -> None:
        """Show `suggestions`, given by position, in the place of those shown."""
        self.put(shown_after(self.by_id, suggestions))

    def put(self, shown: Shown) -> None:
        """Show what `shown_after` has made of those that are shown now."""
        self._shown = shown
        if not self.answered:
            self.answered = True
            self.told.emit()
        if shown.differing:
            self.changed.emit(shown.differing)
        if self._focused and self._focused not in self.by_id:
            self._set_focus("")

    def _begin_anew(self) -> None:
        self.show([])
        self.tell(None)
        self.answered = False

    def tell(self, tidings: Message | None) -> None:
        """Say what was done to many together, until the next edit."""
        if tidings != self.tidings:
            self.tidings = tidings
            self.told.emit()

    def near(self, start: int, end: int) -> list[Suggestion]:
        """Return the suggestions with a character in `[start, end)`, by position."""
        first = bisect_left(self.shown, start - self._shown.longest, key=_start)
        last = bisect_left(self.shown, end, key=_start)
        stretch = Fragment(start, end)
        return [
            each
            for each in self.shown[first:last]
            if any(fragment.overlaps(stretch) for fragment in each.annotation.fragments)
        ]

    def at(self, offset: int) -> Suggestion | None:
        """Return the shortest suggestion that covers the character at `offset`, or None."""
        found = (each for each in self.near(offset, offset + 1) if not each.event)
        return min(found, key=_length, default=None)

    def focus(self, suggestion: Suggestion | None) -> None:
        """Put `suggestion` in focus, and the caret before it; None: none."""
        if suggestion is None or suggestion.id not in self.by_id:
            self._set_focus("")
            return
        self._set_focus(suggestion.id)
        annotation = suggestion.annotation
        if annotation.fragments:
            self.editor.select(Fragment(annotation.start, annotation.start))
            self.editor.revealed.emit(Fragment(annotation.start, annotation.end))
        else:
            self.editor.select(Fragment(self.editor.stretch.end, self.editor.stretch.end))
            linked = (self._annotation(target) for target in annotation.targets())
            if placed := next((each for each in linked if each and each.fragments), None):
                self.editor.revealed.emit(Fragment(placed.start, placed.end))

    def _annotation(self, id: str) -> Annotation | None:
        """Return what is suggested under `id`, else what stands under it, or None."""
        suggested, layer = self.by_id.get(id), self.editor.layer
        return suggested.annotation if suggested else layer.get(id) if layer else None

    def neighbour(self, step: int) -> Suggestion | None:
        """Return the next one (1) of that in focus or of the caret, or the one before (-1).

        After the last comes the first.
        """
        if not self.shown:
            return None
        order = self._in_order()
        focused = self.focused
        if focused:
            return order[(order.index(focused) + step) % len(order)]
        if self.least_certain_first:
            return order[0 if step > 0 else -1]
        place = self._shown.places
        number = bisect_left(order, self.editor.stretch.end, key=lambda each: place[each.id])
        return order[(number if step > 0 else number - 1) % len(order)]

    def after(self, suggestion: Suggestion) -> list[Suggestion]:
        """Return the other ones as they come after `suggestion`, which is shown, and so round."""
        order = self._in_order()
        place = order.index(suggestion)
        return [*order[place + 1 :], *order[:place]]

    def _in_order(self) -> list[Suggestion]:
        if self.least_certain_first:
            return sorted(self.shown, key=_confidence)
        return self._shown.order

    def number_of(self, suggestion: Suggestion) -> int:
        """Return which one by position `suggestion` is, counted from 1."""
        return self.shown.index(suggestion) + 1

    def _set_focus(self, id: str) -> None:
        if id != self._focused:
            self._focused = id
            self.focus_changed.emit()

    def _follow_selection(self) -> None:
        focused, editor = self.focused, self.editor
        if focused is None:
            return
        start, end = editor.stretch
        moved = bool(focused.annotation.fragments) and start != focused.annotation.start
        if editor.annotations or start < end or moved:
            self._set_focus("")

    def _take(self, edit: Edit) -> None:
        """Let go what `edit` has put into the layer or refused, before anything is painted."""
        self.tell(None)
        layer = self.editor.layer
        if layer is None or not self.shown or len(self.shown) > _MANY:
            return
        refused = frozenset(_refused(edit, layer.article.id))
        changed = [
            each
            for change in filter(layer.applies_to, edit.changes)
            for each in (change.before, change.after)
            if isinstance(each, Annotation)
        ]
        if refused or changed:
            near = (s for each in changed for s in self.near(each.start, each.end))
            self.show(remaining(layer, self.shown, (*near, *self.linked), refused))


def _refused(edit: Edit, article: str) -> Iterable[Place]:
    for change in edit.changes:
        address = change.address
        if address.subject is Subject.REFUSAL and address.article == article and change.after:
            yield place_from_text(address.key)


def _start(suggestion: Suggestion) -> int:
    return suggestion.annotation.start


def _length(suggestion: Suggestion) -> int:
    return suggestion.annotation.end - suggestion.annotation.start


def _confidence(suggestion: Suggestion) -> tuple[float, int]:
    return (suggestion.confidence, suggestion.annotation.start)
