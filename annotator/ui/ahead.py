"""Reads the articles beside the open one, so that they open at once."""

from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from annotator.model.annotation import Kind
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.project import Project
from annotator.ui.work import Job, Work

if TYPE_CHECKING:
    from annotator.ui.editor import Editor

_REST = 100
"""Milliseconds after an article was opened: who goes through many opens them sooner."""


class _Read(NamedTuple):
    """A layer with its version: it counts as long as it has no other."""

    version: int
    layer: Layer

    def stands(self, project: Project, reviewer: str) -> bool:
        """Return whether this is still the layer of `reviewer` in `project`."""
        layer = self.layer
        return layer.reviewer == reviewer and self.version == project.layer_version(
            layer.article.id, reviewer
        )


class Ahead(QObject):
    """Keeps the layers that are likely to be opened next: those `beside` the open one."""

    def __init__(self, editor: "Editor") -> None:
        super().__init__(editor)
        self._editor = editor
        self.beside: Callable[[], Iterable[str]] = tuple
        """What returns the ids of the articles that may be next."""
        self._lane = Work(self, editor.work.way)
        self._read: dict[str, _Read] = {}
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._begin)

    def begin(self) -> None:
        """Read what is beside the article that is open, and beside each that is opened."""
        self._editor.opened.connect(self._soon.start)
        self._soon.start()

    def stop(self) -> None:
        """Read no more, and keep nothing."""
        self._soon.stop()
        self._lane.stop()
        self._read = {}

    def layer(self, article: str) -> Layer:
        """Return the reviewer's layer on `article` as it stands, for whoever opens it.

        It is the one that was read, unless something was changed since.
        """
        self._lane.way.give()
        read = self._read.pop(article, None)
        project, reviewer = self._editor.project, self._editor.reviewer
        if read and read.stands(project, reviewer):
            return read.layer
        return project.layer(article, reviewer)

    def _begin(self) -> None:
        for job in self._lane.jobs:
            job.abandon()
        reader, reviewer, known = self._editor.project.reader, self._editor.reviewer, self._read
        try:
            wanted = list(self.beside())
        except AnnotatorError:
            return  # who opens one of them is told why that can't be done

        def read(job: Job) -> dict[str, _Read]:
            found: dict[str, _Read] = {}
            with closing(reader()) as project:
                for id in wanted:
                    if not job.cancelled():
                        with suppress(AnnotatorError):
                            found[id] = _known_or_read(project, id, reviewer, known.get(id))
            return found

        self._lane.begin("", read, self._keep)

    def _keep(self, found: dict[str, _Read]) -> None:
        self._read = found


def _known_or_read(project: Project, id: str, reviewer: str, known: _Read | None) -> _Read:
    """Return a layer with its version: the `known` one, if that is still right."""
    if known and known.stands(project, reviewer):
        return known
    read = _Read(*project.versioned_layer(id, reviewer))
    _look_into(read.layer)
    return read


def _look_into(layer: Layer) -> None:
    """Have made, once and for all, what annotations and paragraphs are found by."""
    from annotator.ui.canvas.paragraphs import paragraphs_of

    layer.count(Kind.EVENT)
    layer.overlapping(0, 1)
    layer.linking_to("")
    paragraphs_of(layer.article.text)
