"""Searches through a whole project of 300 MB, beside the least that SQLite or `re` would take."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from annotator.project import Project
from annotator.search.parsing import parse
from annotator.store.index_words import words_query
from bench.figures import Figure, milliseconds, quantile
from bench.kept import kept_project
from bench.program import Home

TRIES = 20
"""Times that each search is begun."""
PAGE = 50
"""Hits that a first screen shows."""


class Search(NamedTuple):
    """A query, what the index alone would be asked for, or the expression `re` would look for."""

    name: str
    query: str
    words: str = ""
    expression: str = ""


SEARCHES = (
    Search("a word", "nghị", words="nghị"),
    Search("a phrase", '"hội nghị"', words="hội nghị"),
    Search("a rare phrase", '"tỉnh chủ trì hội nghị"', words="tỉnh chủ trì hội nghị"),
    Search("without diacritics", "hoi nghi", words="hoi nghi"),
    Search("a regular expression", r"/hội nghị [A-ZĐ]\w+/", expression=r"hội nghị [A-ZĐ]\w+"),
)


def search(_home: Home) -> list[Figure]:
    """The first page of hits in a project of 300 MB, made once and kept in build/."""
    return list(figures(kept_project(), TRIES))


def figures(project: Path, tries: int) -> Iterator[Figure]:
    """Yield, for each search, its first page and, for an expression, its first hit."""
    with closing(Project.open(project, read_only=True)) as opened:
        for each in SEARCHES:
            often = 1 if each.expression else tries  # it takes seconds
            least = [milliseconds(lambda each=each: _least(project, each)) for _ in range(often)]
            first = [milliseconds(lambda each=each: hits(opened, each, 1)) for _ in range(tries)]
            page = [milliseconds(lambda each=each: hits(opened, each, PAGE)) for _ in range(tries)]
            bar = 1500 if each.expression else 100
            yield Figure(
                f"search for {each.name}: first hit, p99",
                quantile(first, 0.99), "ms", bar=100,
            )  # fmt: skip
            for title, share in (("median", 0.5), ("p99", 0.99)):
                yield Figure(
                    f"search for {each.name}: first {PAGE} hits, {title}",
                    quantile(page, share), "ms", quantile(least, share), bar,
                )  # fmt: skip


def hits(project: Project, each: Search, most: int) -> list[str]:
    """Return the words of the first hits."""
    found = project.search(parse(each.query), lambda *_: None, lambda: False)
    return [hit.words for hit in islice(found, most)]


def _least(project: Path, each: Search) -> object:
    """Ask the index alone for as many articles, or look through texts until there are as many."""
    with closing(sqlite3.connect(project)) as db:
        if each.words:
            return db.execute(
                "SELECT articles.text FROM words JOIN articles ON number = words.rowid"
                f" WHERE words MATCH ? ORDER BY words.rowid LIMIT {PAGE}",
                (words_query(each.words),),
            ).fetchall()
        texts = (text for (text,) in db.execute("SELECT text FROM articles ORDER BY number"))
        found = (match for text in texts for match in re.finditer(each.expression, text))
        return list(islice(found, PAGE))
