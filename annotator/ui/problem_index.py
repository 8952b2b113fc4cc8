"""What in the open layer violates the tagset, kept up to date for all who show it."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.annotation import Annotation
from annotator.model.change import Edit
from annotator.model.problems import Problem, problems_of
from annotator.model.tagset import Tagset

if TYPE_CHECKING:
    from annotator.ui.editor import Editor

_SLICE = 200
"""Annotations judged at a time, so that no key waits for thousands."""


class ProblemIndex(QObject):
    """The problems by annotation: found a slice at a time, then followed edit by edit."""

    changed = Signal()
    """`found` is complete, and may be another."""

    def __init__(self, editor: "Editor") -> None:
        super().__init__(editor)
        self._editor = editor
        self.found: dict[str, list[Problem]] = {}
        """The problems of each annotation that has some, by its id."""
        self._rest: Iterator[str] = iter(())
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._go_on)
        editor.opened.connect(self._begin)
        editor.tagset_changed.connect(self._begin)
        editor.edited.connect(self._follow)

    @property
    def count(self) -> int:
        """How many problems there are."""
        return sum(map(len, self.found.values()))

    @property
    def complete(self) -> bool:
        """Whether every annotation was judged."""
        return not self._slice.isActive()

    def _begin(self) -> None:
        self.found = {}
        layer = self._editor.layer
        self._rest = iter([each.id for each in layer or ()])
        self._slice.start()

    def _go_on(self) -> None:
        tagset = self._editor.tagset
        for _ in range(_SLICE):
            id = next(self._rest, None)
            if id is None:
                self._slice.stop()
                self.changed.emit()
                return
            self._judge(id, tagset)

    def _follow(self, edit: Edit) -> None:
        layer = self._editor.layer
        if layer is None:
            return
        touched = {
            value.id
            for change in edit.changes
            if layer.applies_to(change)
            for value in (change.before, change.after)
            if isinstance(value, Annotation)
        }
        tagset = self._editor.tagset
        for id in touched & self.found.keys():
            if id not in layer:
                del self.found[id]
        concerned = touched | {each.id for one in touched for each in layer.linking_to(one)}
        if len(concerned) > _SLICE:
            self._rest = chain(concerned, self._rest)
            self._slice.start()
            return
        for id in concerned:
            self._judge(id, tagset)
        if touched and self.complete:
            self.changed.emit()

    def _judge(self, id: str, tagset: Tagset) -> None:
        layer = self._editor.layer
        annotation = layer.get(id) if layer else None
        self.found.pop(id, None)
        if layer and annotation:
            problems = problems_of(tagset, layer, annotation)
            if problems:
                self.found[id] = problems
