"""What the two processes of an import tell each other: a JSON array a line.

| from the window | |
|---|---|
| `["import", {…}]` | the first line: what is to be imported |
| `["go"]` | the turn that was asked for has begun |
| `["hurry"]` | another one waits to write |
| `["stop"]` | take back what was written, and come to an end |

| to the window | |
|---|---|
| `["turn"]`, `["over"]` | asks for a turn to write; has written |
| `["read", done, total, title]` | how far it is |
| `["done", {…}]` | the report, last |
| `["failed", {…}]`, `["broken", text]` | an error for a person, or one of the program, last |
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from annotator.formats.reading import AUTO
from annotator.model.annotation import Kind
from annotator.model.message import AnnotatorError, Message, Remark
from annotator.model.uses import LabelKey
from annotator.store.import_report import ImportReport

E = TypeVar("E", bound=AnnotatorError)


class Incoming(NamedTuple):
    """What is to be added: files and folders, their format, and labels given up for others."""

    paths: list[Path]
    format: str = AUTO
    renamed: Mapping[LabelKey, str] = {}


class Request(NamedTuple):
    """An import: into the project at `project`, by the reviewer `by`."""

    project: Path
    incoming: Incoming
    by: str


def line(word: str, *values: object) -> bytes:
    """Return a line to be sent."""
    return json.dumps([word, *values]).encode("ascii") + b"\n"


def request_to_json(request: Request) -> dict[str, Any]:
    """Return a request as it is sent; the names of files may be no text."""
    paths, format, renamed = request.incoming
    return {
        "project": os.fspath(request.project),
        "paths": [os.fspath(path) for path in paths],
        "format": format,
        "renamed": [[kind.value, label, new] for (kind, label), new in renamed.items()],
        "by": request.by,
    }


def request_from_json(data: dict[str, Any]) -> Request:
    """Return the request that was sent."""
    renamed = {(Kind(kind), label): new for kind, label, new in data["renamed"]}
    incoming = Incoming([Path(each) for each in data["paths"]], data["format"], renamed)
    return Request(Path(data["project"]), incoming, data["by"])


def report_to_json(report: ImportReport) -> dict[str, Any]:
    """Return a report as it is sent."""
    return report._asdict() | {
        "refused": [error_to_json(each) for each in report.refused],
        "remarks": [error_to_json(each) for each in report.remarks],
    }


def report_from_json(data: dict[str, Any]) -> ImportReport:
    """Return the report that was sent."""
    refused = [_error(AnnotatorError, each) for each in data["refused"]]
    remarks = [_error(Remark, each) for each in data["remarks"]]
    return ImportReport(**{**data, "refused": refused, "remarks": remarks})


def error_to_json(error: AnnotatorError) -> dict[str, Any]:
    """Return an error as it is sent."""
    return {"message": _message_to_json(error.message), "where": error.where}


def error_from_json(data: dict[str, Any]) -> AnnotatorError:
    """Return the error that was sent."""
    return _error(AnnotatorError, data)


def _error(kind: type[E], data: dict[str, Any]) -> E:
    said = _message_from_json(data["message"])
    error = kind(said.template, where=data["where"])
    error.message = said  # its values as they are: a Message may be among them
    return error


def _message_to_json(said: Message) -> list[Any]:
    values = [_message_to_json(v) if isinstance(v, Message) else v for v in said.values]
    return [said.template, *values]


def _message_from_json(data: list[Any]) -> Message:
    template, *values = data
    return Message(
        template, tuple(_message_from_json(v) if isinstance(v, list) else v for v in values)
    )
