"""A project of very many articles: started, scrolled, filtered, gone through."""

import json
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from annotator.store.index_words import words_query
from bench.figures import Figure, milliseconds, quantile
from bench.kept import ARTICLES, kept_project, make_project
from bench.many_window import WORDS
from bench.program import Home, Program

ROOT = Path(__file__).parents[1]
MILLION = 1_000_000
_SEED = 20200702

_STARTS = 5


_BARS = {"filter: the letter": 50.0, "jump": 50.0, "next article": 50.0, "scroll by a page": 50.0}
_PLAIN = {
    "scroll by a page": "SELECT id, title FROM articles WHERE number > ? ORDER BY number LIMIT 20",
    "jump": "SELECT id, title FROM articles WHERE number > ? ORDER BY number LIMIT 20",
    "next article": "SELECT text FROM articles WHERE number > ? ORDER BY number LIMIT 1",
}
"""What a gesture asks of the file at least: its baseline."""


def many(home: Home, count: int) -> list[Figure]:
    """Start, scroll, filter, jump and go on in a project of `count` articles.

    100,000 are those that are searched, too; of more each has little text.
    """
    project, few = home.folder / "many.anno", home.folder / "few.anno"
    if count == ARTICLES:
        project = kept_project()
    else:
        make_project(project, count)
    make_project(few, 3)
    home.settle()
    ours: list[float] = []
    small: list[float] = []
    for _ in range(_STARTS):
        small.append(_until_ready(lambda: home.start(few)))
        ours.append(_until_ready(lambda: home.start(project)))
    usual = quantile(small, 0.5)
    name = f"{count:,} articles"
    return [
        Figure(f"{name}: start", quantile(ours, 0.5), "ms", usual, usual + 200),
        *_gestures(project, home, name),
    ]


def _gestures(project: Path, home: Home, name: str) -> Iterator[Figure]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.many_window", project],
        env={**home.environment, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found = json.loads(done.stdout)
    plain = _plain(project)
    for gesture, values in found["ms"].items():
        least = plain.get(gesture)
        for title, share in (("median", 0.5), ("p99", 0.99)) if len(values) > 1 else (("", 1),):
            yield Figure(
                f"{name}: {gesture} {title}".rstrip(),
                quantile(values, share),
                "ms",
                quantile(least, share) if least else None,
                _BARS.get(gesture),
            )
    yield Figure(f"{name}: memory", found["MB"], "MB", bar=300)


def _plain(project: Path) -> dict[str, list[float]]:
    """Return the milliseconds that sqlite3 alone takes for the same rows."""
    chance = random.Random(_SEED)
    with closing(sqlite3.connect(project)) as db:
        count = db.execute("SELECT max(number) FROM articles").fetchone()[0]
        found = {
            gesture: [
                milliseconds(lambda sql=sql: db.execute(sql, (chance.randrange(count),)).fetchall())
                for _ in range(100)
            ]
            for gesture, sql in _PLAIN.items()
        }
        found["filter: first rows"] = [
            milliseconds(lambda query=query: _matching(db, query))
            for word in WORDS
            for query in (word[:end] for end in range(1, len(word) + 1))
            if not query.endswith(" ")
        ]
    return found


def _matching(db: sqlite3.Connection, query: str) -> object:
    asked = words_query(query)
    return db.execute(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid LIMIT 20", (asked,)
    ).fetchall()


def _until_ready(begin: Callable[[], Program]) -> float:
    began = time.perf_counter()
    with begin() as program:
        program.wait("ready")
        return (time.perf_counter() - began) * 1000
