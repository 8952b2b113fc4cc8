"""Opens the article that is best taken up next, and says why."""

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from annotator.model.article import Article, Status
from annotator.model.message import message
from annotator.project import Project
from annotator.suggest.choosing import (
    Rated,
    Way,
    by_doubt,
    by_likeness,
    by_newness,
    reason,
    words_of,
)
from annotator.suggest.engine import Engine
from annotator.ui.language import say

if TYPE_CHECKING:
    from annotator.ui.window import Window

_MOST = 300
"""New articles that are looked at, from the top of the list."""
_AT_ONCE = 20
"""Articles that are rated before a suggestion that is waited for is worked out."""


def open_next(window: "Window", way: Way) -> None:
    """Open the new article that comes first by `way`, once the others were looked at."""
    editor, program = window.editor, window.program
    source, article = editor.suggestions.source, editor.article
    if source is None or article is None:
        return
    reader, reviewer = editor.project.reader, editor.reviewer
    rows = editor.project.articles(reviewer=reviewer, status=Status.NEW, most=_MOST + 1)
    new = [row.id for row in rows if row.id != article.id][:_MOST]
    tagged = editor.project.suggestions.tagged(reviewer, _MOST)
    if not new:
        editor.refused.emit(message("No article is left that is new."))
        return
    rated: list[Rated] = []

    def go_on(known: frozenset[str]) -> None:
        some = new[len(rated) : len(rated) + _AT_ONCE]
        if not some:
            best = max(rated, key=lambda each: each.score)
            editor.open(best.id)
            program.window.messages.tell(say(reason(way, best, len(rated))))
            return

        def take(found: list[Rated]) -> None:
            rated.extend(found)
            go_on(known)

        source.on_lane(lambda engine: _rated(way, engine, reader, reviewer, some, known), take)

    source.on_lane(lambda _engine: _known(way, reader, article, tagged), go_on)


def _known(
    way: Way, reader: Callable[[], Project], article: Article, tagged: Sequence[str]
) -> frozenset[str]:
    """Return the words that others are compared with."""
    if way is Way.DOUBT:
        return frozenset()
    if way is Way.ALIKE:
        return words_of([article])
    with closing(reader()) as project:
        return words_of(map(project.article, tagged))


def _rated(
    way: Way,
    engine: Engine,
    reader: Callable[[], Project],
    reviewer: str,
    ids: Sequence[str],
    known: frozenset[str],
) -> list[Rated]:
    with closing(reader()) as project:
        return [_rate(way, engine, project, reviewer, id, known) for id in ids]


def _rate(
    way: Way, engine: Engine, project: Project, reviewer: str, id: str, known: frozenset[str]
) -> Rated:
    layer = project.layer(id, reviewer)
    match way:
        case Way.DOUBT:
            return by_doubt(layer.article, engine.suggest(layer.article, layer))
        case Way.NEW:
            return by_newness(layer.article, known)
        case Way.ALIKE:
            return by_likeness(layer.article, known)
