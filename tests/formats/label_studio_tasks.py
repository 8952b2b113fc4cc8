"""Tasks as Label Studio exports them, to read."""

import json
from pathlib import Path
from typing import Any

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.model.layer import Layer
from annotator.model.message import Remark

TEXT = "👩 Họp ở\r\nLạng Sơn."


def region(id: str, start: int, end: int, label: str, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": [label]}
    value["text"] = value["text"].replace("\r", "\\n").replace("\n", "\\n")
    return {
        "id": id, "from_name": "label", "to_name": "text", "type": "labels", "value": value, **more,
    }  # fmt: skip


def result(control: str, type: str, id: str = "x", **value: Any) -> dict[str, Any]:
    return {"id": id, "from_name": control, "to_name": "text", "type": type, "value": value}


MEETING = region("r1", 2, 5, "Meeting", from_name="event", origin="manual")
PLACE = region("r2", 9, 17, "LOC", meta={"text": ["hm"]})
ARGUMENT = {
    "from_id": "r1", "to_id": "r2", "type": "relation", "direction": "right", "labels": ["Place"],
}  # fmt: skip


def task(*results: dict[str, Any], **more: Any) -> dict[str, Any]:
    annotation = {"id": 5, "completed_by": 3, "result": [*results], "lead_time": 1.5}
    return {"id": 7, "annotations": [annotation], "data": {"text": TEXT, "title": "x"}, **more}


def file(tmp_path: Path, *tasks: Any) -> Path:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(tasks), encoding="utf-8")
    return path


def parcel_of(tmp_path: Path, *tasks: Any) -> Parcel:
    """Return the one parcel that is read, which may come with remarks but not with errors."""
    found = list(read(file(tmp_path, *tasks), "label-studio"))
    assert [str(each) for each in found if not isinstance(each, Parcel | Remark)] == []
    (parcel,) = (each for each in found if isinstance(each, Parcel))
    return parcel


def layer_of(tmp_path: Path, *results: dict[str, Any]) -> Layer:
    (layer,) = parcel_of(tmp_path, task(*results)).layers
    return layer


MINIMAL = {
    "id": 7,
    "text": TEXT,
    "title": "x",
    "label": [{"start": 9, "end": 17, "text": "Lạng Sơn", "labels": ["LOC"]}],
    "event": [{"start": 2, "end": 5, "text": "Họp", "labels": ["Meeting"]}],
    "who": [{"start": 2, "end": 5, "text": ["Lan"]}],
    "mood": {"choices": ["good", "calm"]},
    "topic": "Politics",
    "annotator": 3,
    "annotation_id": 5,
    "created_at": "2026-01-01",
    "updated_at": "2026-01-01",
    "lead_time": 1.5,
}
