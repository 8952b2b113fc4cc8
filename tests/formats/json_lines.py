"""Files of JSON lines made up for tests, and what reading and writing them gives."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator.formats.format import Losses, Parcel
from annotator.formats.reading import AUTO, read
from annotator.formats.writing import write
from annotator.model.message import AnnotatorError
from tests.formats.round_trip import folder


def file_of(place: Path, *lines: Any) -> Path:
    path = place / "train.json"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines))
    return path


def read_lines(place: Path, *lines: Any, format: str = AUTO) -> tuple[list[Parcel], list[str]]:
    """Return the parcels and the sentences about what is wrong, without the file's name."""
    path = file_of(place, *lines)
    found = list(read(path, format))
    return (
        [each for each in found if isinstance(each, Parcel)],
        [str(each).removeprefix(f"{path}:") for each in found if isinstance(each, AnnotatorError)],
    )


def written(parcels: Iterable[Parcel], format: str) -> tuple[list[dict[str, Any]], Losses]:
    """Return the lines that `format` writes of `parcels`, and what was lost."""
    with folder() as place:
        losses = write(parcels, place / "out.json", format)
        lines = (place / "out.json").read_text().split("\n")[:-1]
    return [json.loads(line) for line in lines], losses
