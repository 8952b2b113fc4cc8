"""What was done on each day, and by whom."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from annotator.measure.figures import DayFigures, Scope

Step: TypeAlias = tuple[str, str, str, Sequence[str], Sequence[str], int]
"""An edit of layers: day, by whom, its gesture, labels added and removed, layers set to done."""


class Progress:
    """Counts edits by day and person; those of one gesture are one edit."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._gesture: dict[str, str] = {}
        self._edits: Counter[tuple[str, str]] = Counter()
        self._added: Counter[tuple[str, str]] = Counter()
        self._removed: Counter[tuple[str, str]] = Counter()
        self._done: Counter[tuple[str, str]] = Counter()

    def add(self, step: Step) -> None:
        """Count an edit."""
        day, by, gesture, added, removed, done = step
        if not self._scope.has_reviewer(by):
            return
        key = (day, by)
        self._edits[key] += not gesture or gesture != self._gesture.get(by)
        self._gesture[by] = gesture
        self._added[key] += sum(map(self._scope.has_label, added))
        self._removed[key] += sum(map(self._scope.has_label, removed))
        self._done[key] += done

    def figures(self) -> tuple[DayFigures, ...]:
        """Return the figures, the first day first."""
        return tuple(
            DayFigures(*key, edits, self._added[key], self._removed[key], self._done[key])
            for key, edits in sorted(self._edits.items())
        )
