"""Reads the articles beside the open one, so that they open at once."""

from collections.abc import Callable, Iterable
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from annotator.model.annotation import Kind
from annotator.model.layer import Layer
from annotator.ui.work import Job, Work

if TYPE_CHECKING:
    from annotator.ui.editor import Editor

_REST = 100
"""Milliseconds after an article was opened: who goes through many opens them sooner."""


class _Read(NamedTuple):
    """A layer, and its version before it was read: it counts as long as it has no other."""

    version: int
    layer: Layer


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
        if (
            read
            and read.layer.reviewer == reviewer
            and read.version == project.layer_version(article, reviewer)
        ):
            return read.layer
        return project.layer(article, reviewer)

    def _begin(self) -> None:
        reader, reviewer = self._editor.project.reader, self._editor.reviewer
        wanted = list(self.beside())

        def read(job: Job) -> dict[str, _Read]:
            found: dict[str, _Read] = {}
            with closing(reader()) as project:
                for id in wanted:
                    if not job.cancelled():
                        version = project.layer_version(id, reviewer)
                        layer = project.layer(id, reviewer)
                        _look_into(layer)
                        found[id] = _Read(version, layer)
            return found

        self._lane.begin("", read, self._keep)

    def _keep(self, found: dict[str, _Read]) -> None:
        self._read = found


def _look_into(layer: Layer) -> None:
    """Have made, once and for all, what annotations and paragraphs are found by."""
    from annotator.ui.canvas.paragraphs import paragraphs_of

    layer.count(Kind.EVENT)
    layer.overlapping(0, 1)
    layer.linking_to("")
    paragraphs_of(layer.article.text)
