"""Articles and layers from files into the open project, on another thread."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotator.formats.format import Found
from annotator.formats.look import relabelled
from annotator.formats.reading import AUTO, read
from annotator.model.message import AnnotatorError
from annotator.model.uses import LabelKey
from annotator.project import ImportReport, Project
from annotator.ui.dialogs.report import show_report
from annotator.ui.editor import Editor
from annotator.ui.work import Job

if TYPE_CHECKING:
    from annotator.ui.window import Window


class Incoming(NamedTuple):
    """What is to be added: files and folders, their format, and labels given up for others."""

    paths: list[Path]
    format: str = AUTO
    renamed: Mapping[LabelKey, str] = {}


def begin_import(window: "Window", incoming: Incoming) -> None:
    """Add articles in the background, and report what came of it."""
    editor, program = window.editor, window.program
    project, reviewer = editor.project, editor.reviewer

    def show(report: ImportReport) -> None:
        show_anew(editor)
        show_report(program.window, report)

    job = window.work.begin(
        window.tr("Adding articles"), lambda job: bring_in(project, incoming, reviewer, job), show
    )
    job.failed.connect(lambda: show_anew(editor))


def show_anew(editor: Editor) -> None:
    """Show the open layer as it is in the project, where an import has written or removed it."""
    shown = editor.layer
    if job := editor.steps.job:  # it ends with the layer as that was before the import
        job.ended.connect(lambda: show_anew(editor))
        return
    if shown is None or editor.past is not None:
        return  # what is shown next is read anew
    with suppress(AnnotatorError):
        present = editor.project.layer(shown.article.id, shown.reviewer)
        if list(present) != list(shown) or present.status is not shown.status:
            editor.open(shown.article.id)


def bring_in(project: Project, incoming: Incoming, by: str, job: Job) -> ImportReport:
    """Add what files and folders hold; `job` hears how far it is and may stop it."""

    def found() -> Iterator[Found]:
        for path in incoming.paths:
            yield from read(path, incoming.format, by)

    return project.add(
        relabelled(found(), incoming.renamed),
        by=by,
        progress=job.report,
        cancelled=job.cancelled,
    )
