"""All places of the words that were just tagged, each with what stands around it, to be ticked."""

import re
from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.project import Project, Step
from annotator.suggest.same_words import Same, Spot, spots, tag_spots
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.panels.naming import Names, one_line, short
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Row

if TYPE_CHECKING:
    from annotator.ui.everywhere import Place
    from annotator.ui.window import Window

_SPACE = re.compile(r"\s+")
_AROUND = 36
"""Characters that are shown before the words, and after them."""


class ReviewSame(Sheet):
    """Lists the places article by article; what is ticked is tagged, as one step."""

    def __init__(self, window: "Window", same: Same, places: "Sequence[Place]") -> None:
        names = Names(window.editor.tagset)
        title = window.tr("“{0}” as {1}").format(
            short(one_line(same.words)), names.of_label(same.kind, same.label)
        )
        explanation = window.tr(
            "Tick the places that are to be tagged so. Ctrl+Z takes all of them back in one step."
        )
        super().__init__(window, title, explanation)
        self._window, self._same, self._places, self._names = window, same, places, names
        self._ticked: set[Hashable] = {
            (place.layer.article.id, spot)
            for place in places
            for spot in place.spots
            if not spot.label and not spot.inside
        }
        self.view = RowListView(title, self)
        self.view.setMinimumSize(680, 380)
        self.view.chosen.connect(self._toggle)
        self.column.addWidget(self.view)
        self.accept_button = self.add_accept("")
        self.all = self.add_other(self.tr("Tick all"))
        self.all.clicked.connect(lambda: self._tick(all_of_them=True))
        self.none = self.add_other(self.tr("Tick none"))
        self.none.clicked.connect(lambda: self._tick(all_of_them=False))
        self.add_cancel()
        self._show()
        self.view.go_to_number(min(1, self.view.rows.rowCount() - 1))
        self.view.setFocus()

    def accept(self) -> None:
        """Tag what is ticked; what was changed there since is left alone."""
        super().accept()
        editor, same = self._window.editor, self._same
        here = editor.layer.copy() if editor.layer else None
        reviewer = editor.reviewer
        wanted = {
            id: [each for each in place.spots if (id, each) in self._ticked]
            for place in self._places
            for id in [place.layer.article.id]
        }

        def prepare(project: Project, step: Step) -> Edit:
            def layer(id: str) -> Layer:
                step(0, 0)
                return project.layer(id, reviewer)

            layers = [(layer(id), each) for id, each in wanted.items() if each]
            return tag_spots([_present(*each, same) for each in layers], same, here)

        if any(wanted.values()):
            editor.steps.prepare(prepare, editor.steps.apply, long=True)

    def _show(self) -> None:
        self.view.show_rows(list(self._rows()))
        self.accept_button.setText(self.tr("Tag all ticked ({0})").format(len(self._ticked)))
        self.accept_button.setEnabled(bool(self._ticked))

    def _rows(self) -> Iterator[Row]:
        for place in self._places:
            article = place.layer.article
            if place.spots:
                yield Row(key=article.id, text=one_line(article.title), heading=True)
            for spot in place.spots:
                key = (article.id, spot)
                other = self._names.of_label(self._same.kind, spot.label) if spot.label else ""
                yield Row(
                    key=key,
                    text=_in_context(article.text, spot),
                    detail=self.tr("now {0}").format(other) if other else "",
                    detail_tone="warning",
                    checked=key in self._ticked,
                )

    def _toggle(self, row: Row) -> None:
        self._ticked ^= {row.key}
        self._show()

    def _tick(self, *, all_of_them: bool) -> None:
        keys = {row.key for row in self._rows() if row.checked is not None}
        self._ticked = keys if all_of_them else set()
        self._show()


def _present(layer: Layer, wanted: Sequence[Spot], same: Same) -> tuple[Layer, list[Spot]]:
    """Return those of `wanted` that are in `layer` as they were."""
    there = set(spots(layer, same))
    return layer, [each for each in wanted if each in there]


def _in_context(text: str, spot: Spot) -> str:
    """Return the words with what stands around them in their paragraph, as it stands there."""
    start, end = spot.fragment
    low = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    stop = text.find("\n", end)
    high = min(len(text) if stop < 0 else stop, end + _AROUND)
    before, words, after = (
        _SPACE.sub(" ", part) for part in (text[low:start], text[start:end], text[end:high])
    )
    cut_before = "…" if low and text[low - 1] != "\n" else ""
    cut_after = "…" if high < len(text) and text[high] != "\n" else ""
    return f"{cut_before}{before.lstrip()}«{words}»{after.rstrip()}{cut_after}"
