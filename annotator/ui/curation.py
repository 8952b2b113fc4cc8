"""Curating: one layer made of what several reviewers made, which are suggestions meanwhile."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from annotator.model import edits
from annotator.model.article import Status
from annotator.model.change import Edit, Subject
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, message
from annotator.project import LayerSummary, Project
from annotator.suggest.engine import Engine
from annotator.suggest.reviewers import Reviewers
from annotator.suggest.suggestion import Suggestion
from annotator.ui import settings as wishes
from annotator.ui.settings import Settings

if TYPE_CHECKING:
    from annotator.ui.editor import Editor


class _Known(NamedTuple):
    """The layers of others on an article, as they were read: they count until one is changed."""

    asked: tuple[str, str, frozenset[str]]
    version: int
    reviewers: Reviewers


class Curation(QObject):
    """Knows whether the open layer is curated, or is to be, once anything is done in it.

    Nobody sees what others made who did not ask for it under the name that they have.
    """

    changed = Signal()
    """What is asked for, or what others made, is something else."""

    def __init__(self, editor: "Editor") -> None:
        super().__init__(editor)
        self._editor = editor
        self._known: _Known | None = None
        """Touched on the thread that compares alone."""
        self.curators: frozenset[str] = frozenset()
        """The names under which a person curates in this project on this machine."""
        editor.articles_changed.connect(self._look_again)

    @property
    def asked(self) -> bool:
        """Whether the person asked to curate."""
        return self._editor.reviewer in self.curators

    def ask(self, wanted: bool) -> None:
        """Curate from now on, or no more."""
        name = frozenset({self._editor.reviewer})
        self.curators = self.curators | name if wanted else self.curators - name
        self.changed.emit()

    def others(self) -> list[LayerSummary]:
        """Return the layers of others on the open article that were worked on."""
        return [each for each in self._beside() if each.was_read]

    @property
    def holder(self) -> str | None:
        """The name of another whose layer is the curated one of the open article, or None."""
        return next((each.reviewer for each in self._beside() if each.curated), None)

    def _beside(self) -> list[LayerSummary]:
        editor, article = self._editor, self._editor.article
        if article is None:
            return []
        try:
            found = editor.project.layers(article.id)
        except AnnotatorError:
            return []  # whoever edits or opens something is told why that can't be read
        return [each for each in found if each.reviewer != editor.reviewer]

    @property
    def on(self) -> bool:
        """Whether what others made is suggested on the open article."""
        layer = self._editor.layer
        if layer is None or self._editor.past is not None:
            return False
        if layer.curated or not self.asked:
            return layer.curated
        if self.is_own_reading:
            return False
        beside = self._beside()
        return any(each.was_read for each in beside) and not any(each.curated for each in beside)

    @property
    def is_own_reading(self) -> bool:
        """Whether the open layer holds what its reviewer made before they asked to curate.

        It is compared with those of others, so it becomes the curated one by `mark` alone.
        """
        layer = self._editor.layer
        return layer is not None and not layer.curated and len(layer) > 0

    def marked(self, edit: Edit) -> Edit:
        """Return `edit`; where it begins to curate the open layer, it marks that as curated."""
        layer = self._editor.layer
        if layer is None or layer.curated or not self.asked or layer.status is Status.LOCKED:
            return edit
        own = (layer.article.id, layer.reviewer)
        ours = [each.address.subject for each in edit.changes if each.address[1:3] == own]
        if not ours or Subject.CURATED in ours or not self.on:
            return edit
        return replace(edit, changes=(*edits.set_curated(layer, True).changes, *edit.changes))

    def mark(self, curated: bool) -> None:
        """Make the open layer the curated one of its article, or no longer; say why it can't be."""
        editor = self._editor
        holder = self.holder
        if curated and holder is not None:
            said = message("Only one layer can be the curated one: that of {0} is, here.", holder)
            editor.refused.emit(said)
        elif not curated and self.asked:
            editor.refused.emit(
                message("Your layers are the curated ones as long as you curate: stop that first.")
            )
        else:
            editor.apply(lambda layer: edits.set_curated(layer, curated))

    def comparison(self, layer: Layer) -> Callable[[Engine], list[Suggestion]] | None:
        """Return what finds the suggestions for `layer`, a copy of the open one, on any thread.

        None: it is not curated, and others suggest.
        """
        if not self.on:
            return None
        editor = self._editor
        relations = editor.tagset.relations
        symmetric = frozenset(each.label for each in relations if each.symmetric)
        reader = editor.project.reader

        def compare(engine: Engine) -> list[Suggestion]:
            with closing(reader()) as project:
                reviewers = self._read(project, layer, symmetric)
            return engine.compare(layer.article, layer, reviewers)

        return compare

    def _read(self, project: Project, layer: Layer, symmetric: frozenset[str]) -> Reviewers:
        """Return what the others made: what was read last, unless one of the layers was changed."""
        asked = (layer.article.id, layer.reviewer, symmetric)
        version = project.others_version(layer.article.id, layer.reviewer)
        known = self._known
        if known is None or (known.asked, known.version) != (asked, version):
            version, layers = project.other_layers(layer.article.id, layer.reviewer)
            known = self._known = _Known(asked, version, Reviewers(layers, symmetric))
        return known.reviewers

    def _look_again(self) -> None:
        if self.on:
            self.changed.emit()


def kept_curators(settings: Settings, project: Path) -> frozenset[str]:
    """Return the names under which the person curates in the project at `project`."""
    kept = settings[wishes.CURATORS].get(str(project))
    return frozenset(map(str, kept)) if isinstance(kept, list) else frozenset()
