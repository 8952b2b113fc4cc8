"""The library datasets loads the folders that we write, without a network."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.formats.format import Parcel
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.model.tagset import EntityType, Tagset

pytest.importorskip("datasets", reason="the library datasets is not installed")
pytest.importorskip("datasketch", reason="the extra 'huggingface' is not installed")

PROGRAM = """
import json, sys, warnings
warnings.simplefilter("error")
from datasets import Features, get_dataset_config_info, load_dataset
folder = sys.argv[1]
data = load_dataset(folder)
stated = get_dataset_config_info(folder)
print(json.dumps({
    "rows": {name: list(split) for name, split in data.items()},
    "same": all(split.features == stated.features for split in data.values()),
    "stated": {name: split.num_examples for name, split in stated.splits.items()},
    "arrow": Features.from_arrow_schema(data["train"].data.schema) == stated.features,
}))
"""


def loaded(folder: Path, home: Path) -> dict[str, Any]:
    """Return what a program that uses the library finds: it keeps settings for a whole process."""
    environment = {**os.environ, "HF_DATASETS_OFFLINE": "1", "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        env={**environment, "HF_HOME": str(home), "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Ignoring" not in done.stderr
    return json.loads(done.stdout)


def test_the_splits_are_loaded_as_the_card_says(tmp_path: Path) -> None:
    def parcel(number: int) -> Parcel:
        article = Article(f"bài {number}", f"Họp ở Huế {number} 👩🏽‍🌾", {"title": [None, 1.5]})
        annotations = [
            Annotation("T1", Kind.ENTITY, "LOC", (Fragment(6, 9), Fragment(10, 11)), note="x"),
            Annotation("E1", Kind.EVENT, "Meet", (), (Link("Place", "T1"),), {"Sure": True}),
            Annotation("R1", Kind.RELATION, "in", (), (Link("from", "E1"), Link("to", "T1"))),
            Annotation("C1", Kind.CLUSTER, "Coreference", (), (Link("member", "T1"),)),
            Annotation("D1", Kind.DOCUMENT, "Chính trị"),
        ]
        layers = (Layer(article, "lan", annotations, Status.DONE, True),) if number % 4 else ()
        return Parcel(article, layers, "")

    tagset = Tagset('Tin "tức": #1 👩🏽‍🌾', "vi", (EntityType("LOC"),))
    write([parcel(number) for number in range(30)], tmp_path / "out", "huggingface", tagset)
    found = loaded(tmp_path / "out", tmp_path / "hf")
    assert found["same"]
    assert found["arrow"]
    counts = {name: len(rows) for name, rows in found["rows"].items()}
    assert counts == found["stated"] == {"train": 24, "validation": 3, "test": 3}
    rows = [row for rows in found["rows"].values() for row in rows]
    assert {row["id"] for row in rows} == {f"bài {number}" for number in range(30)}
    (row,) = (row for row in rows if row["id"] == "bài 7")
    assert row["entities"] == [
        {
            "id": "T1", "label": "LOC", "text": "Huế 7", "attributes": "{}", "note": "x",
            "fragments": [{"start": 6, "end": 9}, {"start": 10, "end": 11}], "origin": "",
        }
    ]  # fmt: skip
    assert row["events"][0]["arguments"] == [{"role": "Place", "target": "T1"}]
    assert row["clusters"][0]["members"] == ["T1"]
    assert json.loads(row["metadata"]) == {"title": [None, 1.5]}
    (empty,) = (row for row in rows if row["id"] == "bài 8")
    assert (empty["reviewer"], empty["entities"]) == (None, [])


def test_one_article_is_loaded_too(tmp_path: Path) -> None:
    write([Parcel(Article("a", "b"), (), "")], tmp_path / "out", "huggingface")
    found = loaded(tmp_path / "out", tmp_path / "hf")
    assert list(found["rows"]) == ["train"]
