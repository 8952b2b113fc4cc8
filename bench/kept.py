"""Projects of very many made-up articles: made quickly, and the large one once for many runs."""

import hashlib
import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from annotator.language.search import key_words, pairs_of, search_key
from annotator.model.article import Article
from annotator.presets import preset
from annotator.project import Project
from annotator.store.articles import NewArticle, insert_articles, rows_of
from annotator.store.database import Database
from annotator.store.index_words import index_words

ROOT = Path(__file__).parents[1]
ARTICLES, SENTENCES = 100_000, 24
"""Articles of the project that is kept, and sentences in each: 300 MB of text."""
_SEED = 20200702
_TOGETHER = 20_000
"""Articles that are written in one transaction."""
_SENTENCES = 3
_STATUSES = ("started", "done", "done", "locked")
_MADE_BY = ("bench/kept.py", "annotator/store/migrations.py")
"""What a kept project depends on: made anew when one of them is another."""


def kept_project(
    folder: Path = ROOT / "build", articles: int = ARTICLES, sentences: int = SENTENCES
) -> Path:
    """Return a project of made-up articles in `folder`; made unless it is there."""
    made_by = b"".join((ROOT / name).read_bytes() for name in _MADE_BY)
    key = hashlib.sha256(made_by + f"{articles} {sentences}".encode()).hexdigest()[:12]
    path = folder / f"bench-{key}.anno"
    if not path.exists():
        folder.mkdir(exist_ok=True)
        for old in folder.glob("bench-*.anno*"):
            old.unlink()
        unfinished = folder / "bench-unfinished.anno"
        make_project(unfinished, articles, sentences)
        with closing(sqlite3.connect(unfinished)) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        unfinished.replace(path)
    return path


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
            db.insert(
                "layers",
                "article, reviewer, status",
                [
                    (each, "lan", chance.choice(_STATUSES))
                    for each in numbers
                    if chance.random() < 1 / 3
                ],
            )
            db.execute("COMMIT")


def _articles(count: int, sentences: int) -> Iterator[NewArticle]:
    chance = random.Random(_SEED)
    known = _sentences()
    words = {each: index_words(Article("", each)).split() for each in known}
    ends = {each: _ends(key_words(search_key(each))) for each in known}
    for number in range(1, count + 1):
        chosen = [chance.choice(known) for _ in range(sentences)]
        metadata = {
            "title": f"{chosen[0][:60]} {number}",
            "published_at": f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}"
            f"-{chance.randrange(1, 29):02}",
        }
        article = Article(f"a{number}", " ".join(chosen), metadata)
        seams = chain.from_iterable(map(ends.__getitem__, chosen))
        found_by = {str(number)}.union(pairs_of(seams), *map(words.__getitem__, chosen))
        yield NewArticle(number, rows_of(article), " ".join(found_by))


def _ends(words: list[str]) -> tuple[str, str]:
    return words[0], words[-1]


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
