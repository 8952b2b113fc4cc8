"""Label Studio's JSON: tasks with data, annotations and predictions; JSON_MIN on reading.

Follows its documentation (labelstud.io/guide/task_format, /guide/export, /guide/predictions) and
what its source reads and writes (github.com/HumanSignal/label-studio): `label_studio/tasks`, and
`web/libs/editor` for what the editor keeps of a result. It refuses results whose control its
labelling interface has not, so a folder gets that too, as `config.xml`; and people whom it does not
know (`completed_by`), so a layer says whose it is by a result.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotator.formats.format import Format, Found, Losses, Parcel, Source, TagsetFile
from annotator.formats.json_stream import head_keys
from annotator.formats.label_studio.config import CONFIG_NAMES, read_config
from annotator.formats.label_studio.controls import Used
from annotator.formats.label_studio.interface import config_of
from annotator.formats.label_studio.reading import tasks
from annotator.formats.label_studio.writing import (
    CLUSTERS,
    LABELS,
    LINKS,
    PROPERTIES,
    RELATIONS,
    task_of,
)
from annotator.formats.losses import UNMARKED_EVENTS
from annotator.model.message import message
from annotator.model.tagset import Tagset

_TASKS = "tasks.json"
_SAID = {"annotations", "completions", "predictions"}
_OF_TASK = {"id", "data", "drafts", *_SAID}
_OF_MINIMAL = {"annotation_id", "annotator", "lead_time"}


def _recognizes(head: bytes) -> bool:
    keys = head_keys(head)
    is_task = bool(keys & _SAID) and ("data" in keys or keys <= _OF_TASK)
    return is_task or keys >= _OF_MINIMAL


def _read(source: Source) -> Iterator[Found]:
    yield from tasks(source)


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    return _write_tasks(parcels, stream, Used())


def _write_folder(parcels: Iterable[Parcel], folder: Path, tagset: Tagset) -> Losses:
    used = Used.with_attributes_of(tagset)
    with (folder / _TASKS).open("wb") as file:
        losses = _write_tasks(parcels, file, used)
    (folder / CONFIG_NAMES[0]).write_text(config_of(tagset, used), encoding="utf-8", newline="")
    return losses


def _config(tagset: Tagset) -> str:
    return config_of(tagset, Used.with_attributes_of(tagset))


def _write_tasks(parcels: Iterable[Parcel], stream: BinaryIO, used: Used) -> Losses:
    losses = Losses()
    before = b"[\n"
    for number, (article, layers, _) in enumerate(parcels, 1):
        task = task_of(article, layers, number, used, losses)
        stream.write(before + json.dumps(task, ensure_ascii=False, allow_nan=False).encode())
        before = b",\n"
    stream.write(b"[]\n" if before == b"[\n" else b"\n]\n")
    return losses


FORMAT = Format(
    name="label-studio",
    extensions=(".json",),
    summary=message("Label Studio's JSON: tasks with annotations and predictions"),
    cannot_carry=(UNMARKED_EVENTS, RELATIONS, CLUSTERS, LABELS, LINKS, PROPERTIES),
    read=_read,
    write=_write,
    write_folder=_write_folder,
    recognizes=_recognizes,
    sign=message('its objects have "data", and "annotations" or "predictions"'),
    belongings=CONFIG_NAMES,
    tagset_file=TagsetFile(CONFIG_NAMES, read_config, _config),
)
