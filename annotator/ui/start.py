"""How the program begins: who annotates, and which project is opened."""

from pathlib import Path

from annotator.model.message import AnnotatorError, Message
from annotator.project import Project, ProjectError
from annotator.ui import settings as wishes
from annotator.ui.language import say
from annotator.ui.program import Program
from annotator.ui.settings import data_folder

FIRST_PROJECT = "Vietnamese news.anno"
"""The name of the project that a first start makes."""


def begin(program: Program, path: Path | None) -> None:
    """Open the project at `path`, else the last one, else a first one; ask the name if needed.

    Raises ProjectError where `path` can't be opened.
    """
    program.dress()
    asked = Project.open(path) if path else None
    if program.settings[wishes.REVIEWER]:
        _open(program, asked)
        return
    from annotator.ui.dialogs.reviewer import welcome

    def open_as(name: str) -> None:
        program.remember(wishes.REVIEWER, name)
        _open(program, asked)

    program.welcome = welcome(open_as)


def _open(program: Program, asked: Project | None) -> None:
    trouble: list[Message | AnnotatorError] = []
    program.show(asked or _last_project(program, trouble) or _first_project(program))
    if program.settings.complaint:
        trouble.append(program.settings.complaint)
    for each in trouble:
        program.window.messages.refuse(say(each))


def _last_project(program: Program, trouble: list[Message | AnnotatorError]) -> Project | None:
    last = program.settings[wishes.LAST_PROJECT]
    if not last:
        return None
    try:
        return Project.open(Path(last))
    except ProjectError as error:
        trouble.append(error)
        return None


def _first_project(program: Program) -> Project:
    path = data_folder() / FIRST_PROJECT
    if path.exists():
        return Project.open(path)
    from annotator.ui.first_start import make_first_project, most_annotated

    reviewer = program.settings[wishes.REVIEWER]
    project = make_first_project(path, reviewer)
    program.remember(wishes.LAST_ARTICLE, {str(path): most_annotated(project, reviewer)})
    return project
