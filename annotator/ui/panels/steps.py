"""The journal of a layer as steps: gestures as one, and which of them have been taken back."""

from typing import NamedTuple

from annotator.model.annotation import Annotation
from annotator.model.message import Message
from annotator.project import Entry


class Step(NamedTuple):
    """What one gesture did, or took back. `number` is that of its last entry in the journal."""

    number: int
    title: Message
    by: str
    at: str
    gesture: str
    undoes: int | None
    """The number of the step it took back, or None."""
    redoes: bool
    """Whether what it took back was an undo."""
    wide: bool
    """Whether it changed the project as a whole."""


class Steps:
    """The steps of one layer, the oldest first, read on as entries are added."""

    def __init__(self) -> None:
        self.all: list[Step] = []
        self.undone: set[int] = set()
        """The numbers of the steps that are taken back at present."""
        self.last = 0
        """The number of the last entry."""
        self._made: dict[str, tuple[str, str]] = {}
        self._changed: dict[str, tuple[str, str]] = {}
        self._places: dict[int, int] = {}

    def add(self, entry: Entry) -> bool:
        """Add the next entry; return whether it is a new step, and not more of the last one."""
        self.last = entry.number
        self._remember(entry)
        gesture = entry.edit.gesture
        target = self._step_of(entry.undoes)
        redoes = target is not None and target.undoes is not None and not target.redoes
        undoes = target.number if target else None
        step = Step(
            entry.number,
            entry.edit.title,
            entry.by,
            entry.at,
            gesture,
            undoes,
            redoes,
            entry.wide,
        )
        if target:
            self._take_back(target, True)
        goes_on = bool(gesture) and bool(self.all) and self.all[-1].gesture == gesture
        if goes_on and self.all[-1].number not in self.undone:
            self._places[entry.number] = len(self.all) - 1
            self.all[-1] = step
            return False
        self._places[entry.number] = len(self.all)
        self.all.append(step)
        return True

    def made(self, annotation: str) -> tuple[str, str] | None:
        """Return (by, at) of when an annotation was made; None: before the first step."""
        return self._made.get(annotation)

    def changed(self, annotation: str) -> tuple[str, str] | None:
        """Return (by, at) of when an annotation was last changed; None: never."""
        return self._changed.get(annotation)

    def place_of(self, number: int) -> int | None:
        """Return the place in `all` of the step that the entry `number` is part of, or None."""
        return self._places.get(number)

    def _step_of(self, number: int | None) -> Step | None:
        place = None if number is None else self._places.get(number)
        return None if place is None else self.all[place]

    def _take_back(self, step: Step, undone: bool) -> None:
        if undone:
            self.undone.add(step.number)
        else:
            self.undone.discard(step.number)
        earlier = self._step_of(step.undoes)
        if earlier:
            self._take_back(earlier, not undone)

    def _remember(self, entry: Entry) -> None:
        for change in entry.edit.changes:
            after = change.after
            if not isinstance(after, Annotation):
                continue
            if isinstance(change.before, Annotation):
                self._changed[after.id] = (entry.by, entry.at)
            elif entry.undoes is None:
                self._made[after.id] = (entry.by, entry.at)
                self._changed.pop(after.id, None)
