"""Files of JSON are told apart by the keys of their first object; what is none of them is not."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.formats.format import HEAD
from annotator.formats.reading import read
from annotator.formats.registry import formats

TEXT = {"text": "Họp ở Lạng Sơn."}
NATIVE = {"format": "annotator/1", "id": "a", **TEXT, "metadata": {}, "entities": [], "labels": []}
LONG = {"text": "a" * 2 * HEAD}

SAMPLES: list[tuple[str | None, Any]] = [
    ("jsonl", NATIVE),
    ("jsonl", {**NATIVE, "metadata": {"spans": [], "data": {}, "annotations": []}}),
    ("doccano", {"id": 1, **TEXT, "label": [[0, 3, "M"]], "Comments": []}),
    ("doccano", {**TEXT, "label": []}),
    ("doccano", {**TEXT, "label": ["Politics"]}),
    ("doccano", {**TEXT, "labels": [[0, 3, "M"]]}),
    ("doccano", {**TEXT, "entities": [{"id": 1, "start_offset": 0, "end_offset": 3}]}),
    ("doccano", {**TEXT, "entities": [], "relations": []}),
    ("doccano", {**TEXT, "entities": [[0, 3, "M"]], "cats": ["x"]}),
    ("doccano", {"id": "a", **TEXT, "entities": [], "annotator/1": {"reviewer": "lan"}}),
    ("prodigy", {**TEXT, "spans": [{"start": 0, "end": 3, "label": "M"}]}),
    ("prodigy", {**TEXT, "label": "Politics", "_input_hash": 1, "_task_hash": 2}),
    ("prodigy", {**TEXT, "meta": {}, "spans": [], "tokens": [], "annotator/1": {"marks": []}}),
    ("prodigy", {**TEXT, "answer": "accept", "_session_id": "x", "accept": ["a"]}),
    ("label-studio", [{"id": 1, "data": TEXT, "annotations": [], "predictions": []}]),
    ("label-studio", [{"data": TEXT, "predictions": []}]),
    ("label-studio", [{"data": TEXT, "completions": []}]),
    ("label-studio", [{"id": 1, "annotations": [{"x": "a" * 2 * HEAD}], "data": TEXT}]),
    ("label-studio", [{**TEXT, "annotator": 1, "annotation_id": 2, "lead_time": 1.0}]),
    (None, TEXT),
    (None, {**TEXT, "title": "x", "url": "y"}),
    (None, {**TEXT, "label": "Politics"}),
    (None, {**TEXT, "entities": [{"text": "Họp", "type": "M"}]}),
    (None, {"doc_id": "a", "sent_id": "a-1", "tokens": ["a"], "entity_mentions": [],
            "event_mentions": [], "sentence": "a"}),
    (None, {"doc_key": "a", "sentences": [["a"]], "ner": [[[0, 0, "X"]]], "relations": [[]]}),
    (None, {"id": "a", "title": "b", "content": [], "events": [], "negative_triggers": []}),
    (None, {"%TYPES": {}, "%FEATURE_STRUCTURES": [], "%VIEWS": {}}),
    (None, {"images": [], "annotations": [], "categories": []}),
    (None, {"tokens": ["a"], "ner_tags": [0]}),
    (None, LONG),
    (None, []),
    (None, "text"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), SAMPLES, ids=lambda value: str(value)[:70])
@pytest.mark.parametrize("indent", [None, 1])
def test_one_format_at_most_recognises_a_file(
    name: str | None, value: Any, indent: int | None, tmp_path: Path
) -> None:
    head = json.dumps(value, indent=indent, ensure_ascii=False).encode()[:HEAD]
    ours = ("doccano", "jsonl", "label-studio", "prodigy", "text")
    found = [each.name for each in formats() if each.name in ours and each.recognizes(head)]
    assert found == ([name] if name else [])


@pytest.mark.parametrize("head", [b"", b"\0\xff" * 9, b'{"text"', b"[" * 999, b'{"' * 999])
def test_what_is_no_object_is_recognised_by_none(head: bytes) -> None:
    ours = ("doccano", "jsonl", "label-studio", "prodigy")
    assert [each.name for each in formats() if each.name in ours and each.recognizes(head)] == []


def test_lines_that_nothing_recognises_are_not_taken_for_those_of_another_tool(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"format": "other/1", "id": "a"}')
    (refused,) = read(path)
    assert str(refused) == f"{path}:1: The format is other/1; this program reads annotator/1."


def test_what_a_file_is_recognised_by_is_said() -> None:
    signs = {each.name: str(each.sign) for each in formats()}
    assert signs["doccano"].startswith("its objects have ")
    assert signs["prodigy"].startswith("its objects have ")
    assert signs["label-studio"].startswith("its objects have ")
