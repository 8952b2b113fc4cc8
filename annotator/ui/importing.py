"""Articles and layers from files into the open project, behind the window."""

from typing import TYPE_CHECKING

from annotator.importing import Incoming, bring_in
from annotator.ui.dialogs.report import show_report

if TYPE_CHECKING:
    from annotator.ui.window import Window


def begin_import(window: "Window", incoming: Incoming) -> None:
    """Add articles in the background, and report what came of it."""
    project, reviewer = window.editor.project, window.editor.reviewer
    window.work.begin(
        window.tr("Adding articles"),
        lambda job: bring_in(project, incoming, reviewer, job.report, job.cancelled),
        lambda report: show_report(window.program.window, report),
    )
