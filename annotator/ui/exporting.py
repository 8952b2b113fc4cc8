"""The project's layers into a file or folder, on another thread."""

import tempfile
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from annotator.formats.format import Losses, Parcel
from annotator.formats.registry import format_named
from annotator.formats.writing import write
from annotator.model.article import Status
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Tagset
from annotator.project import Project
from annotator.ui.work import Job

_SAMPLE = 3
"""Articles that are written to show how an export looks."""

_SHOWN = 4000
"""Bytes of it that are shown."""

_UTF_8 = getincrementaldecoder("utf-8")
"""Waits for the rest of a character that is cut off."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export, how and where; no reviewers or statuses: all."""

    out: Path
    format: str
    reviewers: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    curated: bool = False
    """Whether curated layers alone are wanted."""

    def parcels(self, project: Project) -> Iterator[Parcel]:
        """Return what is wanted of `project`."""
        return project.parcels(self.reviewers, self.statuses, self.curated)


class Exported(NamedTuple):
    """What was exported, and what the format could not carry."""

    out: Path
    articles: int
    losses: Losses


class Sample(NamedTuple):
    """How an export would begin, None where it is no text; and what of that did not fit."""

    text: str | None
    losses: Losses


def sample(project: Project, wanted: Wanted, tagset: Tagset, job: Job) -> Sample:
    """Write the first articles that are wanted to a place of their own, and return how they look.

    Raises AnnotatorError where they can't be written.
    """
    found = islice(wanted.parcels(project), _SAMPLE)
    parcels = [each for each in found if not job.cancelled()]
    if not parcels:
        return Sample("", Losses())
    format = format_named(wanted.format)
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        whole = format.write_folder is None
        out = Path(folder, f"sample{format.extensions[0]}" if whole else "sample")
        losses = write(parcels, out, format.name, tagset)
        files = (
            [out] if out.is_file() else sorted(each for each in out.rglob("*") if each.is_file())
        )
        filled = [each for each in files if each.stat().st_size]
        own = [each for each in filled if each.name.endswith(format.extensions)]
        return Sample(_beginning((own or filled)[0]) if filled else "", losses)


def _beginning(file: Path) -> str | None:
    with file.open("rb") as content:
        head = content.read(_SHOWN)
    try:
        text = _UTF_8().decode(head)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def export(project: Project, wanted: Wanted, total: int, tagset: Tagset, job: Job) -> Exported:
    """Write what is wanted, whole or not at all; `job` hears how far it is and may stop it.

    `total` is how many articles the project has, `tagset` what their labels mean.

    Raises AnnotatorError where it can't be written, or was cancelled.
    """
    count = 0

    def parcels() -> Iterator[Parcel]:
        nonlocal count
        for parcel in wanted.parcels(project):
            if job.cancelled():
                raise AnnotatorError("The export was cancelled. Nothing was written.")
            yield parcel
            count += 1
            job.report(count, total)

    losses = write(parcels(), wanted.out, wanted.format, tagset)
    return Exported(wanted.out, count, losses)
