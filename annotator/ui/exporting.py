"""The project's layers into a file or folder, on another thread."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from annotator.formats.format import Losses, Parcel
from annotator.formats.writing import write
from annotator.model.article import Status
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Tagset
from annotator.project import Project
from annotator.ui.work import Job


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
