"""Import and export of many articles, beside the least that could be done with the same content."""

import json
import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson

from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.presets import preset
from annotator.project import Project
from bench.figures import Figure
from bench.program import Home

ARTICLES, MENTIONS = 10_000, 25
"""Articles, and mentions in each."""

_SEED = 20200702
_WORDS = (
    "hội nghị bàn về việc trồng lúa ở các xã ven biển trong vụ mùa tới của tỉnh Sơn Hà do ủy ban "
    "nhân dân huyện Lâm Khê tổ chức sáng nay ông Đỗ Quang Minh chủ trì"
).split()
_BATCH = 5000


def exchange(home: Home) -> list[Figure]:
    """Import of JSONL beside `json.loads` and `executemany`; export beside orjson."""
    source = home.folder / "made-up.jsonl"
    source.write_bytes(b"".join(_lines(ARTICLES)))
    project = Project.create(home.folder / "made-up.anno", preset())
    with closing(project):
        ours_in = _seconds(lambda: project.add(read(source), by="lan"))
        raw_in = _seconds(lambda: _raw_import(source, home.folder / "raw.db"))
        out = home.folder / "out.jsonl"
        ours_out = _seconds(lambda: write(project.parcels(), out))
        raw_out = _raw_export(source, home.folder / "raw.jsonl")
    if out.read_bytes() != source.read_bytes():
        raise AssertionError("the export is not what was imported")
    return [
        Figure("import", ours_in * 1000, "ms", raw_in * 1000, 2 * raw_in * 1000),
        Figure("export", ours_out * 1000, "ms", raw_out * 1000, 3 * raw_out * 1000),
    ]


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
        yield json.dumps(line, ensure_ascii=False).encode() + b"\n"


def _seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def _raw_import(source: Path, path: Path) -> None:
    """Put the same rows in, in one transaction, with nothing checked, kept or indexed."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("CREATE TABLE articles (number INTEGER PRIMARY KEY, id, text, title)")
        db.execute("CREATE TABLE annotations (layer, id, kind, label, rank, fragments, note)")
        articles: list[tuple[Any, ...]] = []
        annotations: list[tuple[Any, ...]] = []
        with source.open("rb") as lines:
            for number, line in enumerate(lines):
                data = json.loads(line)
                articles.append((number, data["id"], data["text"], data["metadata"]["title"]))
                annotations += (
                    (number, each["id"], "entity", each["label"], rank,
                     json.dumps(each["fragments"]), each["note"])
                    for rank, each in enumerate(data["entities"])
                )  # fmt: skip
                if len(annotations) >= _BATCH:
                    _insert(db, articles, annotations)
        _insert(db, articles, annotations)
        db.commit()


def _insert(
    db: sqlite3.Connection, articles: list[tuple[Any, ...]], annotations: list[tuple[Any, ...]]
) -> None:
    db.executemany("INSERT INTO articles VALUES (?, ?, ?, ?)", articles)
    db.executemany("INSERT INTO annotations VALUES (?, ?, ?, ?, ?, ?, ?)", annotations)
    articles.clear()
    annotations.clear()


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
