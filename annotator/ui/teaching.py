"""Tells the suggesters what the reviewer tagged: before, and from then on edit by edit."""

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.model.article import Article
from annotator.model.change import Change, Edit, Subject
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.project import Project
from annotator.suggest.engine import Engine
from annotator.suggest.refusal import at, place_from_text
from annotator.ui.editor import Editor
from annotator.ui.engine_lane import EngineLane

_AT_ONCE = 20
"""Articles of the past that are learned from between two questions."""


class Teaching(QObject):
    """Teaches the engine on its lane, where what is asked later waits for it.

    The open article comes first, then what was tagged before, some articles at a time.
    """

    told = Signal()
    """All that was tagged before was told."""

    def __init__(self, editor: Editor, lane: EngineLane) -> None:
        super().__init__(lane)
        self._editor = editor
        self._lane = lane
        self.reviewer = ""
        """Whose work is told of."""
        self._told: set[str] = set()
        """The articles of which the engine knows what is in the layer."""
        self._rest: list[str] = []
        """The articles that are still to be told of."""

    def begin(self) -> None:
        """Tell an engine that knows nothing of all that the editor's reviewer did."""
        self.reviewer = self._editor.reviewer
        self._told, self._rest = set(), []
        reviewer, reader = self.reviewer, self._editor.project.reader

        def go_on(known: list[str]) -> None:
            self._rest = known if reviewer == self.reviewer else []
            self._go_on()

        self._lane.ask(lambda engine: _tell_refusals(engine, reader, reviewer), go_on)

    def open(self) -> None:
        """Tell of the open layer, if that was not done."""
        layer = self._editor.layer
        if layer and self._editor.past is None and layer.article.id not in self._told:
            self._told.add(layer.article.id)
            known = layer.copy()
            self._lane.ask(
                lambda engine: engine.learn(known.article, _whole(known)), lambda _done: None
            )

    def take(self, edit: Edit) -> None:
        """Tell of an edit with what is asked next."""
        layer = self._editor.layer
        articles = {layer.article.id: layer.article} if layer else {}
        reader = self._editor.project.reader
        for id, changes in _by_article(edit, self.reviewer).items():
            if id in self._told:
                part, article = Edit(edit.title, tuple(changes)), articles.get(id)
                self._lane.tell(partial(_tell_of_edit, reader, id, article, part))

    def take_elsewhere(self, edit: Edit) -> None:
        """Tell of an edit of many other layers."""
        reader, reviewer, told = self._editor.project.reader, self.reviewer, frozenset(self._told)

        def tell(engine: Engine) -> None:
            for id, changes in _by_article(edit, reviewer).items():
                if id in told:
                    _tell(engine, _read(reader, id), Edit(edit.title, tuple(changes)))

        self._lane.tell(tell)

    def _go_on(self) -> None:
        """Let the suggesters learn from some more of what was tagged before."""
        self._rest = [id for id in self._rest if id not in self._told]
        some, self._rest = self._rest[:_AT_ONCE], self._rest[_AT_ONCE:]
        if not some:
            self.told.emit()
            return
        self._told.update(some)
        reviewer, reader = self.reviewer, self._editor.project.reader
        self._lane.ask(
            lambda engine: _tell_of_layers(engine, reader, reviewer, some),
            lambda _done: self._go_on(),
        )


def _tell_of_edit(
    reader: Callable[[], Project], id: str, article: Article | None, edit: Edit, engine: Engine
) -> None:
    _tell(engine, article or _read(reader, id), edit)


def _whole(layer: Layer) -> Edit:
    """Return the edit that would have made all of `layer` at once."""
    changes = tuple(Change(layer.address(each.id), None, each) for each in layer)
    return Edit(message("What was tagged before"), changes)


def _by_article(edit: Edit, reviewer: str) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in edit.changes:
        if change.address.reviewer == reviewer:
            found.setdefault(change.address.article, []).append(change)
    return found


def _tell(engine: Engine, article: Article, edit: Edit) -> None:
    tagged = [each for each in edit.changes if each.address.subject is Subject.ANNOTATION]
    if tagged:
        engine.learn(article, Edit(edit.title, tuple(tagged)))
    for change in edit.changes:
        if change.address.subject is Subject.REFUSAL:
            suggestion = at(place_from_text(change.address.key))
            if change.after:
                engine.refuse(article, suggestion)
            else:
                engine.take_back_refusal(article, suggestion)


def _tell_refusals(engine: Engine, reader: Callable[[], Project], reviewer: str) -> list[str]:
    """Tell of all refusals; return the articles that have some, or something tagged."""
    with closing(reader()) as project:
        refusals = project.suggestions.refusals(reviewer)
        for id, places in refusals.items():
            article = project.article(id)
            for place in places:
                engine.refuse(article, at(place_from_text(place)))
        return list(dict.fromkeys((*project.suggestions.tagged(reviewer), *refusals)))


def _tell_of_layers(
    engine: Engine, reader: Callable[[], Project], reviewer: str, ids: Sequence[str]
) -> None:
    with closing(reader()) as project:
        for id in ids:
            layer = project.layer(id, reviewer)
            engine.learn(layer.article, _whole(layer))


def _read(reader: Callable[[], Project], id: str) -> Article:
    with closing(reader()) as project:
        return project.article(id)
