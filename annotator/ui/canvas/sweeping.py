"""What takes in several suggestions of a sort: a drag along them, or a press on the least certain.

What would be taken in stands out while the button is down, and with an event what fills its roles.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from annotator.model.annotation import Fragment
from annotator.model.layer import Layer
from annotator.suggest.suggestion import Suggestion
from annotator.ui.canvas.attention import Draft
from annotator.ui.canvas.hits import Part, suggestion_at
from annotator.ui.canvas.stage import Stage
from annotator.ui.suggestion_commands import (
    accept_these,
    refuse_these,
    sort_of,
    surer,
    with_fillers,
)


class Sweeping:
    """Takes in what lies from the suggestion on whose label the drag began to the pointer.

    Mentions, triggers and arguments are swept apart from one another.
    """

    def __init__(self, stage: Stage, first: Suggestion, *, refuses: bool) -> None:
        self._stage = stage
        self._first = first
        self._refuses = refuses

    def move(self, point: QPointF, free: bool) -> None:
        found = self._found(point)
        if self._refuses:
            draft = Draft(struck=_words_of(self._stage, found))
        else:
            draft = Draft(swept=_words_of(self._stage, with_fillers(self._stage.editor, found)))
        self._stage.attention.show_draft(draft)

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
        last = here[0] if here and on_label and sort_of(here[0]) == sort_of(self._first) else None
        if last is None:
            offset = self._stage.page.offset_at(point)
            return swept(editor.layer, editor.suggestions.shown, self._first, offset)
        return swept(editor.layer, editor.suggestions.shown, self._first, last)


class Gathering:
    """Takes in the suggestion whose label was pressed, and all of its sort that are as certain.

    Nothing is done where the button is let go beside that label.
    """

    def __init__(self, stage: Stage, least: Suggestion) -> None:
        self._stage = stage
        self._least = least
        self._shown = [each.id for each in surer(stage.editor.suggestions.shown, least)]
        """Ids of what stands out: what comes while the button is down is not taken in."""
        self._show(self._found(), on_label=True)

    def move(self, point: QPointF, free: bool) -> None:
        self._show(self._found(), on_label=self._meets(point))

    def finish(self, point: QPointF, choice: int | None) -> None:
        found = self._found() if self._meets(point) else []
        self.abandon()
        if found:
            accept_these(self._stage.editor, found)

    def abandon(self) -> None:
        self._stage.attention.show_draft(None)

    def _show(self, found: Sequence[Suggestion], *, on_label: bool) -> None:
        taken = with_fillers(self._stage.editor, found) if on_label else ()
        self._stage.attention.show_draft(Draft(swept=_words_of(self._stage, taken)))

    def _meets(self, point: QPointF) -> bool:
        here = suggestion_at(self._stage, point)
        return here is not None and here[0].id == self._least.id and here[1] is Part.LABEL

    def _found(self) -> list[Suggestion]:
        by_id = self._stage.editor.suggestions.by_id
        return [by_id[id] for id in self._shown if id in by_id]


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
        if sort_of(each) == sort_of(first)
        and (each == first or any(part.overlaps(stretch) for part in _words(layer, each)))
    ]


def place_of(layer: Layer, suggestion: Suggestion) -> tuple[int, int, str]:
    """Return where a suggestion comes in the order in which they are swept."""
    words = _words(layer, suggestion)
    return (words[0].start, -words[-1].end, suggestion.id) if words else (-1, 0, suggestion.id)


def _words_of(stage: Stage, suggestions: Sequence[Suggestion]) -> tuple[Fragment, ...]:
    layer = stage.editor.layer
    return tuple(part for each in suggestions if layer for part in _words(layer, each))


def _words(layer: Layer, suggestion: Suggestion) -> tuple[Fragment, ...]:
    """Return the words of a suggestion, or of what an argument is filled by."""
    if not suggestion.event:
        return suggestion.annotation.fragments
    filler = layer.get(suggestion.annotation.links[0].target)
    return filler.fragments if filler else ()
