"""The project's layers into a file or folder, on another thread."""

import tempfile
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export, how and where; no reviewers or statuses: all."""

    out: Path
    format: str
    reviewers: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()


class Exported(NamedTuple):
    """What was exported, and what the format could not carry."""

    out: Path
    articles: int
    losses: Losses


class Sample(NamedTuple):
    """How an export would begin: empty where it is no text; and what of that did not fit."""

    text: str
    losses: Losses


def sample(project: Project, wanted: Wanted, tagset: Tagset, job: Job) -> Sample:
    """Write the first articles that are wanted to a place of their own, and return how they look.

    Raises AnnotatorError where they can't be written.
    """
    parcels = islice(project.parcels(wanted.reviewers, wanted.statuses), _SAMPLE)
    format = format_named(wanted.format)
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        whole = format.write_folder is None
        out = Path(folder, f"sample{format.extensions[0]}" if whole else "sample")
        losses = write((each for each in parcels if not job.cancelled()), out, format.name, tagset)
        files = (
            [out] if out.is_file() else sorted(each for each in out.rglob("*") if each.is_file())
        )
        own = [each for each in files if each.suffix in format.extensions]
        return Sample(_beginning((own or files)[0]) if files else "", losses)


def _beginning(file: Path) -> str:
    with file.open("rb") as content:
        head = content.read(_SHOWN)
    if b"\0" in head:
        return ""
    return head.decode("utf-8", "replace").rstrip("\ufffd")


def export(project: Project, wanted: Wanted, total: int, tagset: Tagset, job: Job) -> Exported:
    """Write what is wanted, whole or not at all; `job` hears how far it is and may stop it.

    `total` is how many articles the project has, `tagset` what their labels mean.

    Raises AnnotatorError where it can't be written, or was cancelled.
    """
    count = 0

    def parcels() -> Iterator[Parcel]:
        nonlocal count
        for parcel in project.parcels(wanted.reviewers, wanted.statuses):
            if job.cancelled():
                raise AnnotatorError("The export was cancelled. Nothing was written.")
            yield parcel
            count += 1
            job.report(count, total)

    losses = write(parcels(), wanted.out, wanted.format, tagset)
    return Exported(wanted.out, count, losses)
