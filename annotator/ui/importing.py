"""Articles and layers from files into the open project, on another thread."""

from collections.abc import Iterator
from pathlib import Path

from annotator.formats.format import Found
from annotator.formats.reading import read
from annotator.project import ImportReport, Project
from annotator.ui.work import Job


def bring_in(project: Project, paths: list[Path], by: str, job: Job) -> ImportReport:
    """Add what the files and folders `paths` hold; `job` hears how far it is and may stop it."""

    def found() -> Iterator[Found]:
        for path in paths:
            yield from read(path, reviewer=by)

    return project.add(found(), by=by, progress=job.report, cancelled=job.cancelled)
