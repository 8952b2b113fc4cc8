"""What the menus do to the project: articles in, exports out, who I am, which project it is."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.message import AnnotatorError
from annotator.ui import settings as wishes

if TYPE_CHECKING:
    from annotator.project import Project
    from annotator.ui.window import Window
    from annotator.ui.work import Job


def new(window: "Window") -> None:
    """Ask where a new project shall be, and with which labels."""
    from annotator.ui.dialogs.new_project import NewProject

    NewProject(window).open()


def open(window: "Window") -> None:
    """Ask for a project, and open it in place of this one."""
    from annotator.ui.dialogs.files import ask_for_project

    ask_for_project(window, window.program.open_project)


def save_copy(window: "Window") -> None:
    """Ask where, and write the project as it stands to another file."""
    from annotator.ui.dialogs.files import ask_where

    program, project, title = window.program, window.editor.project, window.tr("Save a copy")
    saved = window.tr("A copy was saved as {0}.")

    def save(path: Path) -> None:
        try:
            reader = project.reader()
        except AnnotatorError:  # its file is gone: nobody but who has it open can copy it
            project.save_copy(path)
            tell(path)
        else:
            window.work.begin(title, lambda job: copy(reader, path, job), tell)

    def copy(reader: "Project", path: Path, job: "Job") -> Path:
        with closing(reader):
            reader.save_copy(path, job.step)
        return path

    def tell(path: Path) -> None:
        program.window.messages.tell(saved.format(path))

    path = project.path
    beside = path.with_name(f"{path.stem} – {window.tr('copy')}{path.suffix}")
    ask_where(window, title, beside, save)


def add_files(window: "Window") -> None:
    """Ask for files, and add the articles in them."""
    from annotator.ui.dialogs.files import ask_for_files

    ask_for_files(window, lambda paths: add_paths(window, paths))


def add_folder(window: "Window") -> None:
    """Ask for a folder, and add the articles in it."""
    from annotator.ui.dialogs.files import ask_for_folder

    ask_for_folder(window, lambda path: add_paths(window, [path]))


def add_paths(window: "Window", paths: Iterable[Path]) -> None:
    """Add the articles in files and folders, asking first where something is to be decided."""
    from annotator.ui.dialogs.importing import look_and_add

    look_and_add(window, list(paths))


def paste_article(window: "Window") -> None:
    """Make an article of the text in the clipboard."""
    from annotator.ui.dialogs.paste import PasteArticle

    PasteArticle(window).open()


def export(window: "Window") -> None:
    """Ask for format and place, and write the project's layers there."""
    from annotator.ui.dialogs.export import Export

    Export(window).open()


def statistics(window: "Window") -> None:
    """Show figures about what was annotated."""
    from annotator.ui.dialogs.statistics import StatisticsSheet

    StatisticsSheet(window).open()


def agreement(window: "Window") -> None:
    """Show how far reviewers agree."""
    from annotator.ui.dialogs.agreement import AgreementSheet

    AgreementSheet(window).open()


def change_reviewer(window: "Window") -> None:
    """Ask who annotates from now on, and go to the text."""
    from annotator.ui.dialogs.reviewer import AskReviewer

    editor = window.editor
    known = editor.project.reviewers()

    def become(reviewer: str) -> None:
        window.program.become(reviewer)
        if editor.article:
            window.canvas.setFocus()

    AskReviewer(window, become, editor.reviewer, known).open()


def curate(window: "Window") -> None:
    """Curate what others tagged from now on, or no more, as long as the person has this name."""
    curation, path = window.editor.curation, str(window.editor.project.path)
    curation.ask(not curation.asked)
    kept = window.settings[wishes.CURATORS] | {path: sorted(curation.curators)}
    window.program.remember(wishes.CURATORS, kept)


def curates(window: "Window") -> bool:
    """Return whether the person curates what others tagged."""
    return window.editor.curation.asked


def toggle_curated(window: "Window") -> None:
    """Make the open layer the curated one of its article, or no longer."""
    window.editor.curation.mark(not is_curated(window))


def is_curated(window: "Window") -> bool:
    """Return whether the open layer is the curated one of its article."""
    layer = window.editor.layer
    return layer is not None and layer.curated


def next_article(window: "Window") -> None:
    """Open the article below this one in the list."""
    window.left.open_next()


def previous_article(window: "Window") -> None:
    """Open the article above this one in the list."""
    window.left.open_previous()


def next_unfinished(window: "Window") -> None:
    """Open the next article below this one that is still to be worked on."""
    window.left.open_unfinished(1)


def previous_unfinished(window: "Window") -> None:
    """Open the next article above this one that is still to be worked on."""
    window.left.open_unfinished(-1)


def edit_metadata(window: "Window") -> None:
    """Edit what is known of the open article."""
    from annotator.ui.dialogs.metadata import EditMetadata

    EditMetadata(window).open()


def remove_article(window: "Window") -> None:
    """Take the open article off the list; undo brings it back."""
    editor = window.editor
    if editor.article is None:
        return
    article = editor.project.article(editor.article.id)
    edit = edits.remove_articles([(article.id, article.title)])
    beside = editor.project.listing.beside(article.id)
    if editor.apply(edit):
        editor.open(beside)
