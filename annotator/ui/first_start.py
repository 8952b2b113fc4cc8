"""The project of a first start: the seeds, with the examples already annotated."""

from collections.abc import Iterator
from pathlib import Path

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.presets import preset
from annotator.project import Project
from annotator.resources import resource

PROGRAM = "Annotator"
"""Who brought the seeds, in the history."""


def make_first_project(path: Path, reviewer: str) -> Project:
    """Make a project at `path` from the seeds, open it and return it.

    The layers that come with the seeds become those of `reviewer`, who may go on in them.
    Raises AnnotatorError where it can't be made; then there is no file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    project = Project.create(path, preset())
    # Nobody's step: whoever undoes as far as can be still has the articles.
    report = project.add(_seeds(reviewer), by=PROGRAM)
    if report.refused:
        raise report.refused[0]
    return project


def most_annotated(project: Project, reviewer: str) -> str | None:
    """Return the article with the most annotations, which shows best what can be done."""
    rows = project.articles(sort="annotations", descending=True, reviewer=reviewer, most=1)
    return rows[0].id if rows else None


def _seeds(reviewer: str) -> Iterator[Parcel | AnnotatorError]:
    folder = resource("seeds")
    # Single articles come before collections, so the news from life heads the list.
    for path in sorted(folder.iterdir(), key=lambda path: (path.suffix == ".jsonl", path.name)):
        for found in read(path):
            yield found if isinstance(found, AnnotatorError) else _owned(found, reviewer)


def _owned(parcel: Parcel, reviewer: str) -> Parcel:
    layers = tuple(
        Layer(layer.article, reviewer, layer, layer.status, layer.curated)
        for layer in parcel.layers[:1]
    )
    return parcel._replace(layers=layers)
