"""Agreement: how far reviewers see the same in the articles that they have both read."""

from typing import TYPE_CHECKING

from annotator.measure.agreement.figures import Agreement, Compared
from annotator.model.article import Status
from annotator.project import Progress, Project
from annotator.ui.dialogs.counting import Counted, CountingSheet
from annotator.ui.figures.agreement import contents
from annotator.ui.figures.contents import number
from annotator.ui.language import say
from annotator.ui.notices import Choice
from annotator.ui.work import Job

if TYPE_CHECKING:
    from annotator.ui.window import Window

_FINISHED = frozenset({Status.DONE.value, Status.LOCKED.value})


class AgreementSheet(CountingSheet):
    """Compares when it opens, and anew when other layers are chosen."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window, self.tr("Agreement"), self.tr("Articles that both have"))
        every = frozenset(window.editor.project.reviewers())
        self.choice.addItem(self.tr("begun or finished"), Compared())
        self.choice.addItem(self.tr("finished"), Compared(statuses=_FINISHED))
        self.choice.addItem(self.tr("begun or finished, curated too"), Compared(reviewers=every))
        self.choice.currentIndexChanged.connect(self.begin)
        self.begin()

    @staticmethod
    def measured(project: Project, choice: Compared, job: Job, report: Progress) -> Agreement:
        return project.agreement(choice, report, job.cancelled)

    def counted(self, figures: Agreement) -> Counted:
        if reason := figures.why_nothing(self.choice.currentData()):
            return Counted((), "", say(reason))
        alpha = "–" if figures.alpha is None else number(figures.alpha)
        totals = self.tr("Compared: {0}   Read by one alone: {1}   Alpha: {2}").format(
            number(figures.compared), number(figures.alone), alpha
        )
        return Counted(contents(figures), totals)

    def open_article(self, id: str) -> None:
        super().open_article(id)
        window = self._window
        curation = window.editor.curation
        if not curation.asked and curation.holder is None and not curation.is_own_reading:
            begin = Choice(self.tr("Curate what others tagged"), window.bindings["curate"].trigger)
            told = self.tr("What reviewers tagged here can be made one agreed layer.")
            window.messages.tell(told, begin)
