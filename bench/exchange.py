"""Import and export of many articles, beside the least that could be done with the same content."""

import json
import os
import random
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.presets import preset
from annotator.project import Project
from annotator.store.articles import find_article
from annotator.store.database import Database
from annotator.store.index_words import index_words
from bench.figures import Figure
from bench.program import Home

ARTICLES, MENTIONS = 10_000, 25
"""Articles, and mentions in each."""

_SEED = 20200702
_WORDS = (
    "hội nghị bàn về việc trồng lúa ở các xã ven biển trong vụ mùa tới của tỉnh Sơn Hà do ủy ban "
    "nhân dân huyện Lâm Khê tổ chức sáng nay ông Đỗ Quang Minh chủ trì"
).split()

_BATCH = 100
"""Articles of which the baseline inserts all rows of a table by one call, and then commits."""

_OF_ARTICLES = {
    "articles": "number BETWEEN ? AND ?",
    "metadata": "article BETWEEN ? AND ?",
    "layers": "article BETWEEN ? AND ?",
    "annotations": "layer IN (SELECT number FROM layers WHERE article BETWEEN ? AND ?)",
    "links": "layer IN (SELECT number FROM layers WHERE article BETWEEN ? AND ?)",
    "journal": """number IN (
        SELECT entry FROM journal_layers JOIN articles ON id = article
        WHERE articles.number BETWEEN ? AND ?
    )""",
    "journal_layers": "article IN (SELECT id FROM articles WHERE number BETWEEN ? AND ?)",
}
"""Which rows of a table belong to the articles from one number to another."""

_OF_THE_LIST = {
    "journal": "number > 1 AND number IN (SELECT entry FROM journal_layers WHERE article = '')",
    "journal_layers": "entry > 1 AND article = ''",
}
"""The entries that put the articles into the list; the first one made the project."""


class _Rows(NamedTuple):
    table: str
    rows: list[tuple[Any, ...]]


_ROUNDS = 2
"""Times that each is done, in turns with its baseline: the quickest counts, for a machine that has
other work at times is slow at times."""


def exchange(home: Home) -> list[Figure]:
    """Import of JSONL beside `json.loads` and the same rows; export beside orjson."""
    source = home.folder / "made-up.jsonl"
    write_articles(source, ARTICLES)
    rounds = [_round(home.folder / str(number), source) for number in range(_ROUNDS)]
    ours_in, raw_in, ours_out, raw_out = (min(each) * 1000 for each in zip(*rounds, strict=True))
    return [
        Figure("import", ours_in, "ms", raw_in, times=2),
        Figure("export", ours_out, "ms", raw_out, times=3),
    ]


def write_articles(path: Path, count: int) -> None:
    """Write made-up articles of lan with mentions, as JSONL."""
    path.write_bytes(b"".join(_lines(count)))


def _round(folder: Path, source: Path) -> tuple[float, float, float, float]:
    """Return the seconds of our import, the raw one, our export, the raw one."""
    folder.mkdir()
    project = Project.create(folder / "made-up.anno", preset())
    with closing(project):
        ours_in = _seconds(lambda: project.add(read(source), by="lan"))
        raw_in = _raw_import(source, folder / "raw.anno", _rows(project.path))
        out = folder / "out.jsonl"
        ours_out = _seconds(lambda: write(project.parcels(), out))
        raw_out = _raw_export(source, folder / "raw.jsonl")
    if out.read_bytes() != source.read_bytes():
        raise AssertionError("the export is not what was imported")
    shutil.rmtree(folder)
    return ours_in, raw_in, ours_out, raw_out


def _lines(count: int) -> Iterator[bytes]:
    chance = random.Random(_SEED)
    for number in range(count):
        text = " ".join(chance.choice(_WORDS) for _ in range(600))
        entities: list[dict[str, Any]] = []
        for each in range(MENTIONS):
            start = chance.randrange(len(text) - 30)
            end = start + chance.randrange(4, 20)
            entities.append(
                {
                    "id": f"T{each + 1}",
                    "label": chance.choice(("PER", "LOC", "ORG")),
                    "fragments": [[start, end]],
                    "text": text[start:end],
                    "attributes": {},
                    "note": "",
                }
            )
        line = {
            "format": "annotator/1", "id": f"a{number}", "text": text,
            "metadata": {"title": f"Bài {number}"}, "reviewer": "lan", "status": "done",
            "entities": entities, "events": [], "relations": [], "clusters": [], "labels": [],
        }  # fmt: skip
        yield orjson.dumps(line) + b"\n"


def _seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def _rows(project: Path) -> list[list[_Rows]]:
    """Return the rows of all that an import has put into a project, in batches of articles."""
    with closing(Database(sqlite3.connect(project, isolation_level=None))) as db:
        numbers = [
            number for (number,) in db.execute("SELECT number FROM articles ORDER BY number")
        ]
        batches = [
            [
                _Rows(table, db.execute(f"SELECT * FROM {table} WHERE {which}", ends).fetchall())
                for table, which in _OF_ARTICLES.items()
            ]
            for first in range(0, len(numbers), _BATCH)
            for ends in [(numbers[first], numbers[first : first + _BATCH][-1])]
        ]
        for batch in batches:
            ids = (row[:2] for row in batch[0].rows)
            words = [(number, index_words(find_article(db, id)[1])) for number, id in ids]
            batch.append(_Rows("words (rowid, word)", words))
        listed = [
            _Rows(table, db.execute(f"SELECT * FROM {table} WHERE {which}").fetchall())
            for table, which in _OF_THE_LIST.items()
        ]
        return [*batches, listed]


def _raw_import(source: Path, project: Path, batches: list[list[_Rows]]) -> float:
    """Put `batches` into an empty project, and only parse the lines they were made of."""
    Project.create(project, preset()).close()
    with closing(sqlite3.connect(project)) as db, source.open("rb") as lines:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = FULL")
        began = time.perf_counter()
        for batch in batches:
            for line in islice(lines, _BATCH):
                json.loads(line)
            for table, rows in batch:
                if rows:
                    places = ", ".join("?" * len(rows[0]))
                    db.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
            db.commit()
        return time.perf_counter() - began


def _raw_export(source: Path, path: Path) -> float:
    with source.open("rb") as lines:
        objects = [json.loads(line) for line in lines]
    began = time.perf_counter()
    with path.open("wb") as file:
        for each in objects:
            file.write(orjson.dumps(each) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - began
