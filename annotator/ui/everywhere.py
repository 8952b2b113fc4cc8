"""The quiet bar that tells where else the words stand that were just tagged."""

from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence

from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.project import Project
from annotator.suggest.same_words import Same, Spot, spots, tag_spots, tagged_by
from annotator.ui import theme
from annotator.ui.controls import icon_button
from annotator.ui.notices import Choice, Notice
from annotator.ui.panels.naming import Names, one_line, short
from annotator.ui.work import Job, Work

if TYPE_CHECKING:
    from annotator.ui.window import Window

_SOON = 40
"""Milliseconds after an edit: the text and its suggestions go first."""
_ENOUGH = 2_000
"""Places in other articles after which no more are looked for."""


class Place(NamedTuple):
    """The places in one article, with its layer as it was when they were found."""

    layer: Layer
    spots: Sequence[Spot]


class Everywhere(Notice):
    """Offers to tag the same words in this article, or to look at all places of the project.

    Nothing is done unless it is asked for; the next edit takes the offer away.
    """

    changed = Signal()
    """`offers` may be another."""

    def __init__(self, window: "Window") -> None:
        super().__init__("message")
        self._window = window
        self._editor = window.editor
        self._lane = Work(self, self._editor.work.way)
        self._same: Same | None = None
        self._here: list[Spot] = []
        self._others: list[Place] = []
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._begin)
        close = icon_button("close", self.tr("No"))
        close.clicked.connect(self.dismiss)
        self.add_button(close)
        self._editor.edited.connect(self._follow)
        self._editor.opened.connect(self.dismiss)
        self.destroyed.connect(self._lane.stop)

    @property
    def offers(self) -> bool:
        """Whether there is anything to tag."""
        return self._same is not None and not self.isHidden()

    @property
    def busy(self) -> bool:
        """Whether what is offered may still change by itself: it is looked for."""
        return self._soon.isActive() or bool(self._lane.jobs)

    def dismiss(self) -> None:
        """Take the offer away."""
        self._forget()
        self.hide()
        self.changed.emit()

    def _forget(self) -> None:
        self._soon.stop()
        for job in self._lane.jobs:
            job.abandon()
        self._same, self._here, self._others = None, [], []

    def tag_here(self) -> None:
        """Tag the places of this article that are bare, in one step."""
        same, layer = self._same, self._editor.layer
        if same is None or layer is None:
            return
        bare = [each for each in spots(layer, same) if not each.label and not each.inside]
        if bare:
            self._editor.steps.apply(tag_spots([(layer, bare)], same, layer))

    def review(self) -> None:
        """Show all places, to choose which of them to tag."""
        from annotator.ui.dialogs.same_words import ReviewSame

        same, layer = self._same, self._editor.layer
        if same and layer:
            here = Place(layer, spots(layer, same))
            ReviewSame(self._window, same, [here, *self._others]).open()

    def _follow(self, edit: Edit) -> None:
        layer = self._editor.layer
        same = tagged_by(edit, layer) if layer else None
        if same is None:
            self.dismiss()
            return
        # What is offered stays until the next offer takes its place: the text would move twice.
        self._forget()
        self._same = same
        self._soon.start()

    def _begin(self) -> None:
        layer = self._editor.layer
        if self._same and layer:
            self._look(self._same, layer.copy())

    def _look(self, same: Same, here: Layer) -> None:
        """Look for the words in this article, then in the others; any edit ends it."""
        reader, id, reviewer = self._editor.project.reader, here.article.id, here.reviewer

        def look(job: Job) -> list[Place]:
            with closing(reader()) as project:
                return _places(project, same, id, reviewer, job)

        def show_here(found: list[Spot]) -> None:
            self._here = found
            self._tell()

        def show_others(found: list[Place]) -> None:
            self._others = found
            self._tell()

        self._lane.begin("", lambda _job: spots(here, same), show_here)
        self._lane.begin("", look, show_others)

    def _tell(self) -> None:
        same, here = self._same, self._here
        if same is None:
            return
        bare = sum(not each.label and not each.inside for each in here)
        elsewhere = [each for place in self._others for each in place.spots]
        others = sum(not each.label for each in elsewhere)
        otherwise = sum(bool(each.label) for each in (*here, *elsewhere))
        parts: list[str] = []
        if bare:
            parts.append(self.tr("{0} more in this article").format(bare))
        if others:
            count = sum(any(not e.label for e in place.spots) for place in self._others)
            parts.append(self.tr("{0} elsewhere (articles: {1})").format(others, count))
        if otherwise:
            parts.append(self.tr("tagged otherwise: {0}").format(otherwise))
        if not parts:
            self.hide()
            self.changed.emit()
            return
        names = Names(self._editor.tagset)
        what = f"“{short(one_line(same.words), 40)}” ({names.of_label(same.kind, same.label)})"
        choices: list[Choice] = []
        if bare:
            choices.append(self._choice(self.tr("Tag here"), "everywhere.here"))
        choices.append(self._choice(self.tr("Review…"), "everywhere.review"))
        icon, color = "labels", theme.colors().muted
        if otherwise:
            icon, color = "warning", theme.colors().warning
        self.show_text(f"{what}: {', '.join(parts)}.", icon, color, *choices)
        self.changed.emit()

    def _choice(self, text: str, action: str) -> Choice:
        bound = self._window.bindings[action]
        keys = bound.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return Choice(f"{text}  {keys}" if keys else text, bound.trigger)


def _places(project: Project, same: Same, besides: str, reviewer: str, job: Job) -> list[Place]:
    found: list[Place] = []
    count = 0
    for row in project.articles(same.words, reviewer=reviewer):
        if job.cancelled() or count >= _ENOUGH:
            break
        if row.id != besides:
            layer = project.layer(row.id, reviewer)
            there = spots(layer, same)
            count += len(there)
            if there:
                found.append(Place(layer, there))
    return found
