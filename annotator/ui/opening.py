"""Opening a project: at once, or with progress where an older version made it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.model.message import AnnotatorError
from annotator.project import OlderError, Project
from annotator.ui.work import Work

Refused: TypeAlias = Callable[[AnnotatorError | None], None]
"""Hears why a project was not opened; None: that was cancelled."""


def open_with_progress(
    path: Path, work: Work, over: QWidget | None, then: Callable[[Project], None], refused: Refused
) -> None:
    """Open the project at `path` and call `then` with it.

    One that has to be brought up to date is opened behind, under a dialog over `over`; where that
    fails, or is cancelled, the file is as it was, and `refused` is called. Raises ProjectError for
    what is found at once.
    """
    try:
        project = Project.open(path, step=None)
    except OlderError:
        _bring_up_to_date(path, work, over, then, refused)
    else:
        then(project)


def _bring_up_to_date(
    path: Path, work: Work, over: QWidget | None, then: Callable[[Project], None], refused: Refused
) -> None:
    from annotator.ui.dialogs.waiting import Waiting

    opened: list[Project] = []
    errors: list[AnnotatorError] = []
    title = QCoreApplication.translate("Opening", "Bring {0} up to date").format(path.name)
    job = work.begin(title, lambda job: Project.open(path, step=job.step), opened.append)
    job.failed.connect(errors.append)
    waiting = Waiting(over, job)

    def end(_held: QWidget = waiting) -> None:  # nobody else holds it where there is no window
        if opened:
            then(opened[0])
        else:
            refused(errors[0] if errors else None)

    job.ended.connect(end)
    waiting.open()
