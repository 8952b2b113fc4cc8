"""What stands out in the view right now, and what a gesture shows of what it would do."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF

from annotator.model.annotation import Annotation, Fragment
from annotator.ui.canvas.damage import Damage
from annotator.ui.canvas.emphasis import Chain, Emphasis, chains_of, emphasis_of
from annotator.ui.canvas.filling import with_hints
from annotator.ui.editor import Editor


class Draft(NamedTuple):
    """What a gesture would do."""

    stretch: Fragment | None = None
    """The text that a fragment would cover."""
    line: tuple[QPointF, QPointF] | None = None
    """An arc that is being drawn, on the page."""
    target: str = ""
    """The annotation the arc would go to, or empty."""
    roles: tuple[str, ...] = ()
    """What that would most likely be, likeliest first."""
    swept: tuple[Fragment, ...] = ()
    """The words of suggestions that would be accepted."""
    struck: tuple[Fragment, ...] = ()
    """The words of suggestions that would be refused."""


class Attention:
    """Follows selection, pointer and filling, and tells `damage` what looks different by it."""

    def __init__(
        self,
        editor: Editor,
        visible: Callable[[], list[Annotation]],
        damage: Damage,
    ) -> None:
        self._editor = editor
        self._visible = visible
        self._damage = damage
        self._hovered = ""
        self.show_clusters = False
        self._chains: tuple[Chain, ...] | None = None
        self.emphasis = Emphasis()
        self.draft: Draft | None = None

    def follow(self) -> None:
        """Work out anew what stands out."""
        editor, before = self._editor, self.emphasis
        self.emphasis = Emphasis()
        if editor.layer is not None:
            if self.show_clusters and self._chains is None:
                self._chains = chains_of(editor.layer)
            chains = self._chains if self.show_clusters else None
            self.emphasis = emphasis_of(editor.layer, editor.annotations, self._hovered, chains)
            if editor.filling:
                self.emphasis = with_hints(
                    self.emphasis, editor.layer, editor.tagset, editor.filling, self._visible()
                )
            focused = editor.suggestions.focused
            self.emphasis = replace(self.emphasis, suggested=focused.id if focused else "")
        self._damage.of_emphasis(before, self.emphasis)

    def renew(self) -> None:
        """Work out anew what stands out, after the layer has changed or is another."""
        self._chains = None
        self.follow()

    def scrolled(self) -> None:
        """Give hints to what has come into view."""
        if self._editor.filling:
            self.follow()

    def hover(self, id: str) -> None:
        """Let the annotation `id` under the pointer stand out; empty: none."""
        if id != self._hovered:
            self._hovered = id
            self.follow()

    def show_draft(self, draft: Draft | None) -> None:
        """Show what a gesture would do; None: nothing any more."""
        self.draft = draft
        self._damage.everywhere()
