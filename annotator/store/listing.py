"""The list of articles: which ones are asked for, in which order, and what is shown of them.

A list is the numbers of its articles, found in blocks; what is shown of an article is read when it
is seen. So a million articles cost no more than eight bytes each.
"""

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Literal, NamedTuple, TypeAlias

from annotator.model.article import Status
from annotator.store.connection import Store
from annotator.store.database import Database, Step, unheard
from annotator.store.index_words import words_query

Sort: TypeAlias = Literal["added", "title", "date", "status", "annotations"]
Numbers: TypeAlias = "array[int]"


class ArticleRow(NamedTuple):
    """One line of the list of articles; status and counts are those of one reviewer's layer.

    `others` is how many layers of others were worked on, `curated` whether a layer is curated.
    """

    id: str
    title: str
    published_at: str
    status: Status
    entities: int
    events: int
    source: str
    others: int = 0
    curated: bool = False


CurationStage: TypeAlias = Literal["curated", "waiting"]
"""Articles with a curated layer; those with two layers of others or more, and none that is both
curated and finished.
"""


class ListQuery(NamedTuple):
    """What is asked of the list: every word of `search` begins a word of the article.

    Status and counts are those of `reviewer`; `status` keeps what they brought to it, `curation`
    what is curated, or waits for them to curate it.
    """

    search: str = ""
    sort: Sort = "added"
    descending: bool = False
    reviewer: str = ""
    status: Status | None = None
    curation: CurationStage | None = None


_FIRST, _TIMES, _MOST = 200, 10, 200_000
"""How many numbers the first block has, which is waited for; how many times that each next one."""

_AT_ONCE = 500
"""Rows that are read together where all of many are asked for."""

_STEPS = 10_000
"""Steps of SQLite's machine after which it is asked whether to go on."""

_STATUSES = {each.value: each for each in Status}


class Listing:
    """The list of a project's articles; belongs to the thread of its store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(
        self, query: ListQuery, cancelled: Callable[[], bool] = lambda: False
    ) -> Iterator[Numbers]:
        """Yield the numbers of the listed articles that are asked for, in order, in blocks.

        Ends early where it is `cancelled`.
        """
        with self._store.reading() as db:
            db.interrupt_if(cancelled, _STEPS)
            try:
                numbers = chain.from_iterable(_selected(db, part) for part in _parts(query))
                size = _FIRST
                while block := array("q", islice(numbers, size)):
                    yield block
                    size = min(size * _TIMES, _MOST)
            except sqlite3.OperationalError:
                if not cancelled():
                    raise
            finally:
                db.interrupt_if(None, 0)

    def rows(self, numbers: Iterable[int], reviewer: str) -> dict[int, ArticleRow]:
        """Return, by number, what is shown of articles; those that are gone are not in it."""
        with self._store.reading() as db:
            found = db.execute(
                """
                SELECT articles.number, articles.id, title, published_at,
                    coalesce(layers.status, 'new'), coalesce(entities, 0), coalesce(events, 0),
                    source, (
                        SELECT count(*) FROM layers WHERE article = articles.number
                        AND reviewer != :reviewer AND (status != 'new' OR annotations > 0)
                    ),
                    EXISTS (SELECT 1 FROM layers WHERE article = articles.number AND curated)
                FROM json_each(:numbers) AS wanted
                CROSS JOIN articles ON articles.number = wanted.value
                LEFT JOIN layers
                    ON layers.article = articles.number AND layers.reviewer = :reviewer
                """,
                {"numbers": json.dumps(list(numbers)), "reviewer": reviewer},
            )
            return {
                number: ArticleRow(id, title, date, _STATUSES[status], *rest, curated=bool(curated))
                for number, id, title, date, status, *rest, curated in found
            }

    def all_rows(
        self, numbers: Numbers, reviewer: str, step: Step = unheard
    ) -> Iterator[ArticleRow]:
        """Yield what is shown of any number of articles, in their order, without those gone.

        `step` hears of how many were read, and may raise to end it.
        """
        for first in range(0, len(numbers), _AT_ONCE):
            step(first, len(numbers))
            part = numbers[first : first + _AT_ONCE]
            found = self.rows(part, reviewer)
            yield from (found[number] for number in part if number in found)

    def number(self, id: str) -> int | None:
        """Return the number of the article `id`; None where it is not in the list."""
        with self._store.reading() as db:
            row = db.execute(
                "SELECT number FROM articles WHERE id = ? AND listed = 1", (id,)
            ).fetchone()
            return row[0] if row else None

    def is_curated(self, id: str) -> bool:
        """Return whether the article `id` has a curated layer."""
        with self._store.reading() as db:
            found = db.execute(
                "SELECT 1 FROM layers WHERE curated"
                " AND article = (SELECT number FROM articles WHERE id = ?)",
                (id,),
            )
            return found.fetchone() is not None

    def beside(self, id: str) -> str | None:
        """Return the article that was added after `id`, else the one before; None: it is alone."""
        with self._store.reading() as db:
            for sign, direction in ((">", ""), ("<", " DESC")):
                row = db.execute(
                    "SELECT id FROM articles WHERE listed = 1"  # noqa: S608
                    f" AND number {sign} (SELECT number FROM articles WHERE id = ?)"
                    f" ORDER BY number{direction} LIMIT 1",
                    (id,),
                ).fetchone()
                if row:
                    return row[0]
        return None

    def count(self) -> int:
        """Return how many articles are in the list."""
        with self._store.reading() as db:
            return db.execute("SELECT count(*) FROM articles WHERE listed = 1").fetchone()[0]

    def reach(self) -> int:
        """Return the greatest number of an article: there are no more than that; costs nothing."""
        with self._store.reading() as db:
            return db.execute("SELECT coalesce(max(number), 0) FROM articles").fetchone()[0]

    def first_unfinished(self, numbers: Numbers, reviewer: str) -> int | None:
        """Return the first of `numbers` that `reviewer` has not brought to done, or None.

        Looks no further than that one.
        """
        start, size = 0, _FIRST
        with self._store.reading() as db:
            while block := numbers[start : start + size]:
                finished = {
                    number
                    for (number,) in db.execute(
                        "SELECT article FROM json_each(?) CROSS JOIN layers ON article = value"
                        " WHERE reviewer = ? AND status IN ('done', 'locked')",
                        (json.dumps(list(block)), reviewer),
                    )
                }
                left = next((number for number in block if number not in finished), None)
                if left is not None:
                    return left
                start, size = start + size, min(size * _TIMES, _MOST)
        return None


class _Part(NamedTuple):
    """A stretch of a list: where its articles are drawn from, which of them, and their order."""

    number: str
    source: str
    where: tuple[str, ...]
    order: tuple[str, ...]
    query: ListQuery


_ALL = "articles"
_FOUND = "words CROSS JOIN articles ON articles.number = words.rowid"
_LAYERS = "layers CROSS JOIN articles ON articles.number = layers.article"

_TITLE = ("title_key", "title")
_DATE = (
    # As the index `articles_by_date` has it: of other words the machine makes the time of the day.
    "CASE WHEN published_at GLOB '[-0-9]*' THEN julianday(published_at) END",
    "published_at",
)


def _parts(query: ListQuery) -> Iterator[_Part]:
    """Yield the stretches of the list that is asked for, in order.

    By status, and by annotations, articles without a layer make a stretch of their own: so each
    comes out of an index as it stands, and the first ones at once.
    """
    if query.sort == "status":
        by_number = query._replace(sort="added")
        wanted = list(Status) if query.status is None else [query.status]
        for status in reversed(wanted) if query.descending else wanted:
            yield from _parts(by_number._replace(status=status))
    elif query.sort == "annotations":
        without = _by_number(query, "NOT " + _has_layer("annotations > 0"))
        where = ("layers.reviewer = :reviewer", "annotations > 0", *_fitting(query))
        counted = _Part("layers.article", _LAYERS, where, ("annotations",), query)
        yield from (counted, without) if query.descending else (without, counted)
    elif query.sort == "added":
        yield _by_number(query)
    else:
        order = _TITLE if query.sort == "title" else _DATE
        yield _Part("articles.number", _ALL, _fitting(query), order, query)


def _by_number(query: ListQuery, *more: str) -> _Part:
    """Return the articles in the order they were added, drawn from where the fewest are."""
    if words_query(query.search):
        where = ("words MATCH :words", "listed = 1", *_of_layers(query), *more)
        return _Part("words.rowid", _FOUND, where, (), query)
    if query.status not in (None, Status.NEW):
        where = ("layers.reviewer = :reviewer", "layers.status = :status", "listed = 1",
                 *_of_curation(query), *more)  # fmt: skip
        return _Part("layers.article", _LAYERS, where, (), query)
    return _Part("articles.number", _ALL, ("listed = 1", *_of_layers(query), *more), (), query)


def _fitting(query: ListQuery) -> tuple[str, ...]:
    """Return what must hold of an article, wherever it is drawn from."""
    found = "articles.number IN (SELECT rowid FROM words WHERE words MATCH :words)"
    return ("listed = 1", *_of_layers(query), *([found] if words_query(query.search) else []))


def _of_layers(query: ListQuery) -> tuple[str, ...]:
    return (*_of_status(query), *_of_curation(query))


def _of_curation(query: ListQuery) -> tuple[str, ...]:
    match query.curation:
        case "curated":
            return (_exists("curated"),)
        case "waiting":
            others = (
                "(SELECT count(*) FROM layers WHERE layers.article = articles.number"
                " AND layers.reviewer != :reviewer AND (status != 'new' OR annotations > 0))"
            )
            finished = _exists("curated AND status IN ('done', 'locked')")
            return (f"{others} > 1", f"NOT {finished}")
        case None:
            return ()


def _of_status(query: ListQuery) -> tuple[str, ...]:
    if query.status is None:
        return ()
    if query.status is Status.NEW:
        return ("NOT " + _has_layer("status IN ('started', 'done', 'locked')"),)
    return (_has_layer("status = :status"),)


def _has_layer(condition: str) -> str:
    return _exists(f"layers.reviewer = :reviewer AND {condition}")


def _exists(condition: str) -> str:
    """Return whether an article has a layer for which `condition` holds."""
    return (
        "EXISTS (SELECT 1 FROM layers WHERE layers.article = articles.number"  # noqa: S608
        f" AND {condition})"
    )


def _selected(db: Database, part: _Part) -> Iterator[int]:
    query = part.query
    direction = " DESC" if query.descending else ""
    order = ", ".join(each + direction for each in (*part.order, part.number))
    rows = db.execute(
        f"SELECT {part.number} FROM {part.source}"  # noqa: S608 every part is written above
        f" WHERE {' AND '.join(part.where)} ORDER BY {order}",
        {
            "reviewer": query.reviewer,
            "status": query.status.value if query.status else None,
            "words": words_query(query.search),
        },
    )
    return (number for (number,) in rows)
