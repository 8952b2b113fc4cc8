"""New articles and layers on their way into the tables, by one call for each table."""

from collections.abc import Iterator
from operator import attrgetter

from annotator.model.layer import Layer
from annotator.store.articles import ArticleRows, NewArticle, insert_articles
from annotator.store.database import Database
from annotator.store.journal import NewBaseline, append_baselines
from annotator.store.layers import NewLayer, add_annotations, add_links, insert_layers

STEP = 500
"""Annotations written in one step."""

_CHARACTERS = 50_000
"""Characters of articles whose words are written in one step."""


class Batch:
    """Articles and layers that are written together, with the numbers that follow in the tables.

    A transaction must hold all from the first that is added to the first step of writing.
    """

    def __init__(self, db: Database, by: str) -> None:
        self._db = db
        self._by = by
        self.clear()

    def clear(self) -> None:
        """Forget what was not written."""
        self._articles: dict[str, NewArticle] = {}
        self._layers: dict[tuple[str, str], NewLayer] = {}
        self._baselines: list[NewBaseline] = []
        self._noted: list[tuple[int, int]] = []
        self._next: dict[str, int] = {}
        self._size = 0.0

    @property
    def is_full(self) -> bool:
        """Whether it takes some milliseconds to write what was added."""
        return self._size >= 1

    def has_article(self, id: str) -> bool:
        """Return whether the article `id` was added, and is not written yet."""
        return id in self._articles

    def has_layer(self, id: str, reviewer: str) -> bool:
        """Return whether the layer of `reviewer` on `id` was added, and is not written yet."""
        return (id, reviewer) in self._layers

    def add_article(self, rows: ArticleRows, words: str) -> int:
        """Add an article, found by `words`; returns its number."""
        number = self._number("articles")
        self._articles[rows.article.id] = NewArticle(number, rows, words)
        self._size += len(rows.article.text) / _CHARACTERS
        return number

    def add_layer(self, article: int, layer: Layer, payload: str, *, noted: bool) -> None:
        """Add a layer on the article numbered `article`, with its payload for the journal.

        `noted`: the article is in the list, so the layer goes among the `unfinished`.
        """
        number, entry = self._number("layers"), self._number("journal")
        self._layers[layer.article.id, layer.reviewer] = NewLayer(number, article, layer)
        self._baselines.append(NewBaseline(entry, layer, payload))
        if noted:
            self._noted.append((number, entry))
        self._size += len(layer) / STEP

    def write(self) -> Iterator[None]:
        """Write what was added; yields where another may write before it goes on.

        Not between parts of layers that are noted: those are in sight, and appear whole or not at
        all.
        """
        articles, layers = list(self._articles.values()), list(self._layers.values())
        baselines, noted = self._baselines, self._noted
        self.clear()
        insert_articles(self._db, articles)
        insert_layers(self._db, layers)
        append_baselines(self._db, baselines, self._by)
        self._db.insert("unfinished", "layer, entry", noted)
        placed = [
            (each.number, annotation)
            for each in layers
            for annotation in sorted(each.layer, key=attrgetter("id"))  # as the table has them
        ]
        for write in (add_annotations, add_links):
            for first in range(0, len(placed), STEP):
                write(self._db, placed[first : first + STEP])
                if not noted:
                    yield
        yield

    def _number(self, table: str) -> int:
        number = self._next.get(table) or self._db.next_number(table)
        self._next[table] = number + 1
        return number
