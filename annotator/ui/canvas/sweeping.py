"""A drag from the label of a suggestion: accepts or refuses all of its sort up to the pointer."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from annotator.model.annotation import Fragment, Kind
from annotator.model.layer import Layer
from annotator.suggest.suggestion import Suggestion
from annotator.ui.canvas.attention import Draft
from annotator.ui.canvas.hits import Part, suggestion_at
from annotator.ui.canvas.stage import Stage
from annotator.ui.suggestion_commands import accept_these, refuse_these


class Sweeping:
    """Takes in what lies from the suggestion on whose label the drag began to the pointer.

    Mentions, triggers and arguments are swept apart from one another.
    """

    def __init__(self, stage: Stage, first: Suggestion, *, refuses: bool) -> None:
        self._stage = stage
        self._first = first
        self._refuses = refuses

    def move(self, point: QPointF, free: bool) -> None:
        layer = self._stage.editor.layer
        found = self._found(point)
        words = tuple(part for each in found if layer for part in _words(layer, each))
        struck = words if self._refuses else ()
        self._stage.attention.show_draft(Draft(swept=() if struck else words, struck=struck))

    def finish(self, point: QPointF, choice: int | None) -> None:
        found = self._found(point)
        self.abandon()
        if found:
            (refuse_these if self._refuses else accept_these)(self._stage.editor, found)

    def abandon(self) -> None:
        self._stage.attention.show_draft(None)

    def _found(self, point: QPointF) -> list[Suggestion]:
        editor, here = self._stage.editor, suggestion_at(self._stage, point)
        if editor.layer is None or self._first.id not in editor.suggestions.by_id:
            return []
        on_label = here is not None and here[1] is Part.LABEL
        last = here[0] if here and on_label and _sort(here[0]) == _sort(self._first) else None
        if last is None:
            offset = self._stage.page.offset_at(point)
            return swept(editor.layer, editor.suggestions.shown, self._first, offset)
        return swept(editor.layer, editor.suggestions.shown, self._first, last)


def swept(
    layer: Layer, shown: Sequence[Suggestion], first: Suggestion, last: Suggestion | int
) -> list[Suggestion]:
    """Return those of `shown` that are of the sort of `first` and lie from there to `last`.

    `last` may be an offset. The place of an argument is that of what fills the role.
    """
    ends = list(_words(layer, first))
    ends += [Fragment(last, last)] if isinstance(last, int) else _words(layer, last)
    if not ends:
        return [first]
    stretch = Fragment(min(each.start for each in ends), max(each.end for each in ends))
    return [
        each
        for each in shown
        if _sort(each) == _sort(first)
        and (each == first or any(part.overlaps(stretch) for part in _words(layer, each)))
    ]


def place_of(layer: Layer, suggestion: Suggestion) -> tuple[int, int, str]:
    """Return where a suggestion comes in the order in which they are swept."""
    words = _words(layer, suggestion)
    return (words[0].start, -words[-1].end, suggestion.id) if words else (-1, 0, suggestion.id)


def _sort(suggestion: Suggestion) -> tuple[Kind, bool]:
    return suggestion.annotation.kind, bool(suggestion.event)


def _words(layer: Layer, suggestion: Suggestion) -> tuple[Fragment, ...]:
    """Return the words of a suggestion, or of what an argument is filled by."""
    if not suggestion.event:
        return suggestion.annotation.fragments
    filler = layer.get(suggestion.annotation.links[0].target)
    return filler.fragments if filler else ()
