"""Statistics: what was annotated, as pictures and tables, of all reviewers or of one."""

from typing import TYPE_CHECKING

from annotator.measure.figures import Figures, Scope
from annotator.project import Progress, Project
from annotator.ui.dialogs.counting import Counted, CountingSheet
from annotator.ui.figures.contents import contents, number
from annotator.ui.work import Job

if TYPE_CHECKING:
    from annotator.ui.window import Window


class StatisticsSheet(CountingSheet):
    """Counts when it opens, and anew when another reviewer is chosen."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window, self.tr("Statistics"), self.tr("Reviewer"))
        self.choice.addItem(self.tr("All"), None)
        for name in window.editor.project.reviewers():
            self.choice.addItem(name, name)
        self.choice.currentIndexChanged.connect(self.begin)
        self.begin()

    @staticmethod
    def measured(project: Project, choice: str | None, job: Job, report: Progress) -> Figures:
        scope = Scope(frozenset([choice] if choice else []))
        return project.statistics(scope, report, job.cancelled)[1]

    def counted(self, figures: Figures) -> Counted:
        totals = self.tr("Syllables: {0}   Mentions: {1}   Per 1,000 syllables read: {2}").format(
            number(figures.syllables),
            number(figures.mentions),
            number(figures.mentions_per_1000_syllables),
        )
        return Counted(contents(figures, self._window.editor.tagset), totals)
