"""A project of very many articles: made quickly, then started, scrolled, filtered, gone through."""

import json
import random
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from annotator.model.article import Article
from annotator.presets import preset
from annotator.project import Project
from annotator.store.articles import ArticleRows, index_words, insert_articles, rows_of, words_query
from annotator.store.database import Database
from bench.figures import Figure, milliseconds, quantile
from bench.many_window import WORDS
from bench.program import Home, Program

ROOT = Path(__file__).parents[1]
ARTICLES, MILLION = 100_000, 1_000_000
_SEED = 20200702
_TOGETHER = 20_000
"""Articles that are written in one transaction."""

_STARTS = 5
_SENTENCES = 3
_STATUSES = ("started", "done", "done", "locked")


_BARS = {"filter: the letter": 50.0, "jump": 50.0, "next article": 50.0, "scroll by a page": 50.0}
_PLAIN = {
    "scroll by a page": "SELECT id, title FROM articles WHERE number > ? ORDER BY number LIMIT 20",
    "jump": "SELECT id, title FROM articles WHERE number > ? ORDER BY number LIMIT 20",
    "next article": "SELECT text FROM articles WHERE number > ? ORDER BY number LIMIT 1",
}
"""What a gesture asks of the file at least: its baseline."""


def many(home: Home, count: int) -> list[Figure]:
    """Start, scroll, filter, jump and go on in a project of `count` articles."""
    project, few = home.folder / "many.anno", home.folder / "few.anno"
    began = time.perf_counter()
    make_project(project, count)
    made = time.perf_counter() - began
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
        Figure(f"{name}: made", made, "s", bar=60.0 * count / ARTICLES),
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


def make_project(path: Path, count: int, sentences: int = _SENTENCES) -> None:
    """Make a project of `count` articles of `sentences` from seeds/, a third with a layer.

    By the store's own functions, but without an entry in the journal for each.
    """
    Project.create(path, preset()).close()
    with closing(Database(sqlite3.connect(path, isolation_level=None))) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA foreign_keys = ON")
        articles = _articles(count, sentences)
        chance = random.Random(_SEED)
        for first in range(1, count + 1, _TOGETHER):
            numbers = range(first, min(first + _TOGETHER, count + 1))
            db.execute("BEGIN")
            insert_articles(db, (next(articles) for _ in numbers))
            db.execute(
                "UPDATE articles SET listed = 1 WHERE number BETWEEN ? AND ?",
                (numbers[0], numbers[-1]),
            )
            db.execute_many(
                "INSERT INTO layers (article, reviewer, status) VALUES (?, 'lan', ?)",
                [(each, chance.choice(_STATUSES)) for each in numbers if chance.random() < 1 / 3],
            )
            db.execute("COMMIT")


def _articles(count: int, sentences: int) -> Iterator[tuple[int, ArticleRows]]:
    chance = random.Random(_SEED)
    known = _sentences()
    words = {each: index_words(Article("", each)).split() for each in known}
    for number in range(1, count + 1):
        chosen = [chance.choice(known) for _ in range(sentences)]
        metadata = {
            "title": f"{chosen[0][:60]} {number}",
            "published_at": f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}"
            f"-{chance.randrange(1, 29):02}",
        }
        article = Article(f"a{number}", " ".join(chosen), metadata)
        found_by = {str(number)}.union(*map(words.__getitem__, chosen))
        yield number, rows_of(article, " ".join(found_by))


def _sentences() -> list[str]:
    """Return the sentences of the seeds, and as many more put together of their halves."""
    text = "\n".join(
        each.read_text(encoding="utf-8") for each in sorted((ROOT / "seeds").glob("*.txt"))
    )
    found = [each.strip() for each in re.split(r"(?<=[.!?])\s+|\n", text) if len(each) > 40]
    chance = random.Random(_SEED)
    halves = [each.split()[: 1 + len(each.split()) // 2] for each in found]
    more = [" ".join(chance.choice(halves) + chance.choice(halves)) for _ in range(2000)]
    return found + more
