"""The running program: its settings, its open project, and the one window on it."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication

from annotator.model.message import AnnotatorError, Message
from annotator.model.tagset import Tagset
from annotator.project import Project, ProjectError
from annotator.ui import settings as wishes
from annotator.ui import theme
from annotator.ui.after_paint import AfterPaint
from annotator.ui.editor import Editor
from annotator.ui.language import say, set_language, system_language
from annotator.ui.log import EventLog
from annotator.ui.segmenter import Segmenter
from annotator.ui.settings import Setting, Settings, SettingsError, data_folder
from annotator.ui.style import system_theme, wear
from annotator.ui.theme import Theme
from annotator.ui.window import Window
from annotator.ui.work import Work

if TYPE_CHECKING:
    from annotator.ui.exporting import Exported

T = TypeVar("T")

FIRST_PROJECT = "Vietnamese news.anno"
"""The name of the project that a first start makes."""


class Program(QObject):
    """Holds what outlives a window: another theme, language or project gets a new one."""

    editor: Editor
    window: Window

    ended = Signal()
    """The window was closed, and everything is put away."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self.app = app
        self.settings = settings
        self.work = Work(self)
        self.log = EventLog(self)
        self._segmenter: Segmenter | None = None
        self._pictured = False
        """Whether the window is for a picture, and never on the screen."""
        self.log.follow(app)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def dress(self) -> None:
        """Put on the theme and the language that the settings or the system ask for."""
        chosen = self.settings[wishes.LANGUAGE]
        set_language(system_language() if chosen == "system" else chosen)
        chosen = self.settings[wishes.THEME]
        wear(self.app, system_theme() if chosen == "system" else Theme(chosen))

    def begin(self, path: Path | None) -> None:
        """Open the project at `path`, else the last one, else a first one; ask the name if needed.

        Raises ProjectError where `path` can't be opened.
        """
        self.dress()
        asked = Project.open(path) if path else None
        if self.settings[wishes.REVIEWER]:
            self._begin_with(asked)
        else:
            from annotator.ui.dialogs.reviewer import welcome

            self._welcome = welcome(lambda name: self._begin_as(name, asked))

    def _begin_as(self, reviewer: str, asked: Project | None) -> None:
        self.remember(wishes.REVIEWER, reviewer)
        self._begin_with(asked)

    def _begin_with(self, asked: Project | None) -> None:
        trouble: list[Message | AnnotatorError] = []
        project = asked or self._last_project(trouble) or self._first_project()
        self.show(project)
        if self.settings.complaint:
            trouble.append(self.settings.complaint)
        for each in trouble:
            self.window.messages.refuse(say(each))

    def _last_project(self, trouble: list[Message | AnnotatorError]) -> Project | None:
        last = self.settings[wishes.LAST_PROJECT]
        if not last:
            return None
        try:
            return Project.open(Path(last))
        except ProjectError as error:
            trouble.append(error)
            return None

    def _first_project(self) -> Project:
        path = data_folder() / FIRST_PROJECT
        if path.exists():
            return Project.open(path)
        from annotator.ui.first_start import make_first_project, most_annotated

        project = make_first_project(path, self.settings[wishes.REVIEWER])
        best = most_annotated(project, self.settings[wishes.REVIEWER])
        self.remember(wishes.LAST_ARTICLE, {str(path): best})
        return project

    def show(self, project: Project, article: str | None = None) -> None:
        """Open a window on `project`, at `article`, or where it was left, or at its first one."""
        editor = Editor(project, self.settings[wishes.REVIEWER], self)
        known = [row.id for row in project.articles()]
        wanted = article or self.settings[wishes.LAST_ARTICLE].get(str(project.path))
        editor.open(wanted if wanted in known else known[0] if known else None)
        self.close_project()
        self.editor = editor
        self.remember(wishes.LAST_PROJECT, str(project.path))
        editor.opened.connect(self._note_article)
        self._show_window()
        self._note_article()

    def picture(self, project: Project, article: str | None, size: QSize) -> QPixmap:
        """Return a picture of the window on `project`, which is closed afterwards."""
        self._pictured = True
        self.show(project, article)
        self.window.banner.hide()
        self.window.resize(size)
        self.app.processEvents()
        try:
            return self.window.grab()
        finally:
            self.window.close()

    def open_project(self, path: Path) -> None:
        """Open the project at `path` in place of the present one; raises ProjectError."""
        self.show(Project.open(path))

    def create_project(self, path: Path, tagset: Tagset) -> None:
        """Make a project at `path` and open it in place of the present one; raises ProjectError."""
        self.show(Project.create(path, tagset))

    def become(self, reviewer: str) -> None:
        """Let another person annotate: from now on their layers are shown and changed."""
        self.remember(wishes.REVIEWER, reviewer)
        self.editor.open_as(reviewer)

    def remember(self, setting: Setting[T], value: T) -> None:
        """Keep a setting; where it can't be kept, say so and go on with it."""
        try:
            self.settings[setting] = value
        except SettingsError as error:
            self.tell_failure(say(error))

    def tell_failure(self, sentence: str) -> None:
        """Say what went wrong, in the window if there is one."""
        window: Window | None = getattr(self, "window", None)
        if window:
            window.messages.refuse(sentence)

    def tell_exported(self, done: "Exported") -> None:
        """Say where an export went."""
        from annotator.ui.dialogs.export import exported_sentence

        self.log.write("exported", path=str(done.out))
        self.window.messages.tell(exported_sentence(self.window, done))

    def end(self) -> None:
        """Close the window, and so the program."""
        self.app.closeAllWindows()
        self.ended.emit()

    def rebuild(self) -> None:
        """Build the window anew, in the theme and language asked for; nothing else changes."""
        place = self.window.canvas.place()
        self.window.keep_layout()
        self.dress()
        self._show_window()
        self.window.canvas.restore_place(place)

    def _show_window(self) -> None:
        before: Window | None = getattr(self, "window", None)
        self.window = Window(self)
        self.window.restore_layout()
        self.log.follow_paint(self.editor, self.window.canvas.viewport())
        self.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, self._pictured)
        if not self._pictured:
            AfterPaint(self.window, self._begin_background)
        if before is not None:
            self.window.setGeometry(before.geometry())
        self.window.show()
        self.window.activateWindow()
        self.window.canvas.setFocus()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _begin_background(self) -> None:
        """Start what the first picture should not wait for."""
        if self._segmenter is None:
            self._segmenter = Segmenter(self.editor, self)
            self._segmenter.begin()
            self.log.write("ready")
            if not self.settings[wishes.TOUR_SEEN]:
                self.window.bindings["tour"].trigger()

    def _note_article(self) -> None:
        article = self.editor.article
        if article is None:
            return
        places = dict(self.settings[wishes.LAST_ARTICLE])
        places[str(self.editor.project.path)] = article.id
        self.remember(wishes.LAST_ARTICLE, places)
        self.log.write("opened", article=article.id)

    def _follow_system(self) -> None:
        if self.settings[wishes.THEME] == "system" and system_theme() is not theme.theme():
            self.rebuild()

    def leave(self, window: Window) -> None:
        """Put everything away: the person closed the window."""
        if window is self.window:
            window.keep_layout()
            self.close_project()
            self.ended.emit()

    def close_project(self) -> None:
        """End the work in the background and close the project, if one is open."""
        self.work.stop()
        if self._segmenter:
            self._segmenter.stop()
            self._segmenter = None
        editor: Editor | None = getattr(self, "editor", None)
        if editor:
            editor.project.close()
            editor.deleteLater()
            del self.editor
