"""How the program begins: who annotates, and which project is opened."""

from collections.abc import Callable
from pathlib import Path

from annotator.model.message import AnnotatorError, Message
from annotator.project import Project, ProjectError
from annotator.ui import settings as wishes
from annotator.ui.language import say
from annotator.ui.opening import open_with_progress
from annotator.ui.program import Program
from annotator.ui.settings import data_folder

FIRST_PROJECT = "Vietnamese news.anno"
"""The name of the project that a first start makes."""


def begin(program: Program, path: Path | None) -> None:
    """Open the project at `path`, else the last one, else a first one; ask the name if needed.

    Raises ProjectError where `path` can't be opened.
    """
    program.dress()
    start = _Start(program)
    if path:
        start.open(path, start.greet, start.greet)
    else:
        start.greet()


class _Start:
    """Goes on from one project to the next until one is opened, and shows it."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._trouble: list[Message | AnnotatorError] = []

    def open(
        self, path: Path, then: Callable[[Project], None], otherwise: Callable[[], None]
    ) -> None:
        """Open the project at `path`, and do `otherwise` where bringing it up to date fails.

        Whoever cancels that leaves the program. Raises ProjectError for what is found at once.
        """

        def refused(why: AnnotatorError | None) -> None:
            if why is None:
                self._program.end()
            else:
                self._trouble.append(why)
                otherwise()

        open_with_progress(path, self._program.work, None, then, refused)

    def greet(self, asked: Project | None = None) -> None:
        """Ask the name, where it is not known, and show the project `asked` for, or the last."""
        program = self._program
        if program.settings[wishes.REVIEWER]:
            self._show_any(asked)
            return
        from annotator.ui.dialogs.reviewer import welcome

        def open_as(name: str) -> None:
            program.remember(wishes.REVIEWER, name)
            self._show_any(asked)

        program.welcome = welcome(open_as)

    def _show_any(self, asked: Project | None) -> None:
        last = self._program.settings[wishes.LAST_PROJECT]
        if asked:
            self._show(asked)
        elif last:
            try:
                self.open(Path(last), self._show, self._show_first)
            except ProjectError as error:
                self._trouble.append(error)
                self._show_first()
        else:
            self._show_first()

    def _show_first(self) -> None:
        program = self._program
        path = data_folder() / FIRST_PROJECT
        if path.exists():
            self.open(path, self._show, self._give_up)
            return
        from annotator.ui.first_start import make_first_project, most_annotated

        reviewer = program.settings[wishes.REVIEWER]
        project = make_first_project(path, reviewer)
        program.remember(wishes.LAST_ARTICLE, {str(path): most_annotated(project, reviewer)})
        self._show(project)

    def _give_up(self) -> None:
        """Leave the program, with why no project could be opened on standard error."""
        self._program.end()
        why = self._trouble[-1]
        assert isinstance(why, AnnotatorError)
        raise why

    def _show(self, project: Project) -> None:
        program = self._program
        program.show(project)
        if program.settings.complaint:
            self._trouble.append(program.settings.complaint)
        for each in self._trouble:
            program.window.messages.refuse(say(each))
