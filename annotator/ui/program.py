"""The running program: its settings, its open project, and the one window on it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from annotator.model.message import AnnotatorError
from annotator.model.tagset import Tagset
from annotator.project import Project
from annotator.ui import settings as wishes
from annotator.ui import theme
from annotator.ui.after_paint import AfterPaint
from annotator.ui.curation import kept_curators
from annotator.ui.editor import Editor
from annotator.ui.language import say, set_language, system_language
from annotator.ui.log import EventLog
from annotator.ui.opening import open_with_progress
from annotator.ui.settings import Setting, Settings, SettingsError
from annotator.ui.style import system_theme, wear
from annotator.ui.succession import give_way
from annotator.ui.theme import Theme
from annotator.ui.window import Window
from annotator.ui.window_layout import keep_layout, restore_layout
from annotator.ui.work import Work

if TYPE_CHECKING:
    from annotator.ui.behind import Behind
    from annotator.ui.exporting import Exported

T = TypeVar("T")


class Program(QObject):
    """Holds what outlives a window: another theme, language or project gets a new one."""

    seen = Signal()
    """The first window was painted."""
    ended = Signal()
    """The window was closed, and everything is put away."""

    def __init__(self, app: QApplication, settings: Settings, *, finds_words: bool = True) -> None:
        super().__init__(app)
        self.app = app
        self.settings = settings
        self.work = Work(self)
        self.log = EventLog(self)
        self.welcome: QDialog | None = None
        """What stood before the first window."""
        self._editor: Editor | None = None
        self._window: Window | None = None
        self._finds_words = finds_words
        self._behind: list[Behind] = []
        self._ready = False
        self._pictured = False
        """Whether the window is for a picture, and never on the screen."""
        self.log.follow(app)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def editor(self) -> Editor:
        """The editor on the open project."""
        assert self._editor is not None, "no project is open"
        return self._editor

    @property
    def window(self) -> Window:
        """The window on the open project."""
        assert self._window is not None, "no window is open"
        return self._window

    def dress(self) -> None:
        """Put on the theme and the language that the settings or the system ask for."""
        language = self.settings[wishes.LANGUAGE]
        set_language(system_language() if language == "system" else language)
        chosen = self.settings[wishes.THEME]
        wear(self.app, system_theme() if chosen == "system" else Theme(chosen))

    def show(self, project: Project, article: str | None = None) -> None:
        """Open a window on `project`, at `article`, or where it was left, or at its first one.

        The project that was open is closed.
        """
        editor = Editor(project, self.settings[wishes.REVIEWER], self, self.work)
        editor.curation.curators = kept_curators(self.settings, project.path)
        wanted = article or self.settings[wishes.LAST_ARTICLE].get(str(project.path))
        if wanted is None or project.listing.number(wanted) is None:
            wanted = next((row.id for row in project.articles(most=1)), None)
        editor.open(wanted)
        if self._window:
            keep_layout(self._window)
        self._close_project()
        self._editor = editor
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
        self._refuse_while_busy()
        if path.resolve() != self.editor.project.path.resolve():
            open_with_progress(path, self.work, self.window, self.show, lambda _why: None)

    def create_project(self, path: Path, tagset: Tagset) -> None:
        """Make a project at `path` and open it in place of the present one; raises ProjectError."""
        self._refuse_while_busy()
        self.show(Project.create(path, tagset))

    def _refuse_while_busy(self) -> None:
        if self.work.jobs:
            raise AnnotatorError("Something is still being done. Wait for it, or cancel it first.")

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
        if self._window:
            self._window.messages.refuse(sentence)

    def tell_exported(self, done: "Exported") -> None:
        """Say where an export went."""
        from annotator.ui.dialogs.export import exported_sentence

        self.log.write("exported", path=str(done.out))
        self.window.messages.tell(exported_sentence(self.window, done))

    def end(self) -> None:
        """Close the window and so the program; what is still being done is cancelled."""
        self.work.stop()
        if self._window:
            self.leave(self._window)  # with its dialogs: one that waits would refuse to close
        self.app.closeAllWindows()
        self.ended.emit()

    def rebuild(self) -> None:
        """Build the window anew, in the theme and language asked for; nothing else changes."""
        place = self.window.canvas.place()
        keep_layout(self.window)
        self.dress()
        self._show_window(same=True)
        self.window.canvas.restore_place(place)

    def _show_window(self, *, same: bool = False) -> None:
        """Show a window in the place of the one there is, the `same` one for a person or not."""
        before, window = self._window, Window(self)
        self._window = window
        restore_layout(window)
        window.canvas.painted.connect(self.log.painted)
        window.canvas.painted.connect(self.work.way.note_paint)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, self._pictured)
        if self._pictured or before is not None:
            window.fill()
        if not self._pictured:
            AfterPaint(window, self._note_seen)
        if before is not None:
            window.setGeometry(before.geometry())
        window.show()
        window.activateWindow()
        window.canvas.setFocus()
        if before is not None:
            give_way(before, self, same=same)

    def _note_seen(self) -> None:
        """Say that the window is there, and then begin what its first picture did not wait for."""
        if not self._ready and self._window:
            self._ready = True
            self.log.write("ready")
            self._window.fill_soon()
            self.seen.emit()
            if not self.settings[wishes.TOUR_SEEN]:
                self.window.bindings["tour"].trigger()
        QTimer.singleShot(0, self, self._begin_background)

    def _begin_background(self) -> None:
        if self._editor is None or self._behind:
            return
        from annotator.ui.behind import begin_behind

        self._behind = begin_behind(self.editor, self, self.settings, finds_words=self._finds_words)

    def _note_article(self) -> None:
        if article := self.editor.article:
            place = {str(self.editor.project.path): article.id}
            self.remember(wishes.LAST_ARTICLE, self.settings[wishes.LAST_ARTICLE] | place)
            self.log.write("opened", article=article.id)

    def _follow_system(self) -> None:
        if self._window:
            once_undisturbed(self._window, partial(_wear_system_theme, self))

    def leave(self, window: Window) -> None:
        """Put everything away: the person closed the window."""
        if window is self._window:
            keep_layout(window)
            window.retire()
            window.deleteLater()
            self._window = None
            self._close_project()
            self.ended.emit()

    def _close_project(self) -> None:
        self.work.stop()
        for each in self._behind:
            each.stop()
        self._behind.clear()
        if self._editor:
            _put_away(self._editor)
            self._editor = None


def _wear_system_theme(program: Program) -> None:
    """Build the window anew where the system's theme is still wanted, and another one."""
    if program.settings[wishes.THEME] == "system" and system_theme() is not theme.theme():
        program.rebuild()


def once_undisturbed(window: Window, do: Callable[[], None]) -> None:
    """Do something to `window` once no dialog is open over it, which would go with it."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        again = partial(once_undisturbed, window, do)
        dialog.finished.connect(lambda: QTimer.singleShot(0, window, again))
    else:
        do()


def _put_away(editor: Editor) -> None:
    """Close the project of `editor`, of which nothing is asked any more."""
    for timer in editor.findChildren(QTimer):
        timer.stop()
    editor.project.close()
    editor.deleteLater()
