"""The main window: articles at the left, the text in the middle, panels at the right."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.model.message import AnnotatorError, Message
from annotator.ui import settings as wishes
from annotator.ui.actions import CONTEXT_MENU, find
from annotator.ui.bindings import Bindings, text_of
from annotator.ui.canvas import Canvas
from annotator.ui.centre import Centre
from annotator.ui.column import TabbedPanels
from annotator.ui.empty import EmptyPage
from annotator.ui.everywhere import Everywhere
from annotator.ui.header import Header
from annotator.ui.language import say
from annotator.ui.notices import Banner, Choice, MessageBar
from annotator.ui.panels import PANELS, panel_class
from annotator.ui.panels.articles import ArticlesPanel
from annotator.ui.panels.filling import FillingBanner
from annotator.ui.panels.panel import Panel
from annotator.ui.project_commands import add_paths
from annotator.ui.screens import fitting
from annotator.ui.standing import Standing
from annotator.ui.status_bar import StatusBar
from annotator.ui.tidings import Tidings
from annotator.ui.undo_titles import UndoTitles
from annotator.ui.work import Work

if TYPE_CHECKING:
    from annotator.ui.program import Program

_ABOVE = ("labels", "mentions", "suggestions")
"""The panels that stand above the others at the right."""

_LEFT = "articles"


class Window(QMainWindow):
    """Shows what the program's editor holds; built anew when theme or language change."""

    def __init__(self, program: "Program") -> None:
        super().__init__()
        self.program = program
        self.editor = program.editor
        self.settings = program.settings
        self.work = program.work
        self.canvas = Canvas(self.editor)
        self.canvas.zoom = self.settings[wishes.ZOOM]
        self.canvas.density = self.settings[wishes.DENSITY]
        self.canvas.show_clusters = self.settings[wishes.CLUSTERS]
        self.left = ArticlesPanel(self.editor)
        self.banner = Banner()
        self.messages = MessageBar()
        self.header = Header(self.editor)
        self.empty = EmptyPage()
        self.above = self._tabbed(name for name in PANELS if name in _ABOVE)
        self.below = self._tabbed(name for name in PANELS if name not in {_LEFT, *_ABOVE})
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.centre = Centre(self, self.empty, self.canvas)
        self.everywhere = Everywhere(self)
        self.undo_titles = UndoTitles(self.editor, self)
        self.bindings = Bindings(self)
        self.filling = FillingBanner(self.editor, self)
        self.editor.suggestions.least_certain_first = self.settings[wishes.LEAST_CERTAIN_FIRST]
        Tidings(self)
        self._lay_out()
        self._fill_bars()
        self._connect()
        self._show_article()
        Standing(self, self.banner).show_holder()
        self.setAcceptDrops(True)

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (
            self.banner, self.header, self.centre, self.filling, self.everywhere, self.messages,
        ):  # fmt: skip
            column.addWidget(widget, 1 if widget is self.centre else 0)
        for tabs, stretch in ((self.above, 3), (self.below, 2)):
            self.right.addWidget(tabs)
            self.right.setStretchFactor(self.right.count() - 1, stretch)
        for part, stretch, width in ((self.left, 0, 240), (middle, 1, 720), (self.right, 0, 320)):
            self.columns.addWidget(part)
            self.columns.setStretchFactor(self.columns.count() - 1, stretch)
            part.setMinimumWidth(min(width, 400) * 3 // 4)
        self.columns.setSizes([250, 700, 330])
        self.right.setSizes([420, 270])
        for splitter in (self.columns, self.right, self.centre):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self.setCentralWidget(self.columns)
        self.setMinimumSize(800, 500)
        self.resize(fitting(QSize(1280, 800), self.screen()))

    def _fill_bars(self) -> None:
        for menu in self.bindings.menus():
            self.menuBar().addMenu(menu)
        toolbar = self.bindings.toolbar()
        toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(toolbar)
        keys = ("suggestion.accept", "suggestion.second", "name.next")
        take = [self.bindings[each] for each in keys]
        status = StatusBar(self.editor, self.work, self.canvas, take, self)
        status.reviewer.clicked.connect(self.bindings["reviewer"].trigger)
        self.setStatusBar(status)
        statuses = QMenu(self.header.status)
        for name in ("new", "started", "done", "locked"):
            statuses.addAction(self.bindings[f"status.{name}"])
        self.header.status.setMenu(statuses)
        ways = ("articles.add", "articles.add-folder", "articles.paste")
        self.empty.offer([self.bindings[id] for id in ways])
        self.header.problems.clicked.connect(self.bindings["panel.problems"].trigger)
        self.header.curation.clicked.connect(self.bindings["panel.suggestions"].trigger)

    def _connect(self) -> None:
        editor = self.editor
        self.left.left.connect(self.canvas.setFocus)
        editor.refused.connect(self._refuse)
        editor.edited.connect(self._pass_over_refusal)
        editor.opened.connect(self._show_article)
        editor.opened.connect(_close_popup)
        self._other_list = QTimer(self, singleShot=True, interval=0)
        self._other_list.timeout.connect(self._open_listed)
        editor.articles_changed.connect(self._other_list.start)
        self.work.failed.connect(self._refuse)
        self.canvas.context_requested.connect(self._show_menu)

    def _show_article(self) -> None:
        article = self.editor.article
        self.centre.show_page(self.canvas if article else self.empty)
        name = self.editor.project.path.stem
        self.setWindowTitle(f"{article.title} – {name}" if article else name)

    def _open_listed(self) -> None:
        """Open the first article where the open one, or none, is no longer in the list."""
        project, article = self.editor.project, self.editor.article
        if article is None or project.listing.number(article.id) is None:
            first = next(iter(project.articles(most=1)), None)
            if first or article:
                self.editor.open(first.id if first else None)
            if first and article is None:
                self.canvas.setFocus()

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id in CONTEXT_MENU:
            menu.addAction(self.bindings[id]) if id else menu.addSeparator()
        self.bindings.refresh()
        menu.popup(place)

    def _refuse(self, what: Message | AnnotatorError) -> None:
        self.messages.refuse(say(what))

    def _pass_over_refusal(self) -> None:
        """Hide why something could not be done, now that something else was."""
        if self.messages.refusing and not self.messages.choices:
            self.messages.hide()

    def _tabbed(self, names: Iterable[str]) -> TabbedPanels:
        return TabbedPanels(
            {name: text_of(find(f"panel.{name}")) for name in names}, self._make_panel
        )

    def _make_panel(self, name: str) -> Panel:
        panel = panel_class(name)(self.editor)
        panel.left.connect(self.canvas.setFocus)
        return panel

    def panel(self, name: str) -> Panel:
        """Return the panel called `name`."""
        return self.left if name == _LEFT else self._tabs_of(name).panel(name)

    def show_panel(self, name: str) -> None:
        """Show the panel called `name`, and go to it."""
        self.raise_panel(name)
        side = self.left if name == _LEFT else self.right
        side.show()
        self.panel(name).catch_up()
        self.panel(name).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def raise_panel(self, name: str) -> None:
        """Bring the panel called `name` before those that share its place."""
        if name != _LEFT:
            self._tabs_of(name).show_panel(name)

    def _tabs_of(self, name: str) -> TabbedPanels:
        return self.above if name in self.above else self.below

    def parts(self) -> list[QWidget]:
        """Return what F6 goes to, in turn."""
        middle = self.canvas if self.editor.article else self.empty
        return [middle, self.above.current, self.below.current, self.left]

    def fill(self) -> None:
        """Make the panels at the right."""
        self.above.fill()
        self.below.fill()

    def fill_soon(self) -> None:
        """Make the panels at the right one after the other, with time for keys in between."""
        self.above.fill()
        QTimer.singleShot(0, self.below, self.below.fill)

    def retire(self) -> None:
        """Go for good: nothing that was still to be shown asks the project any more."""
        for timer in self.findChildren(QTimer):
            timer.stop()
        self.left.articles.finder.stop()
        for work in self.findChildren(Work):
            work.stop()
        for shown in (*self.findChildren(QDialog), self):
            shown.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        add_paths(self, [Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.work.jobs:
            self.messages.refuse(
                self.tr("{0} is not finished yet.").format(self.work.jobs[0].title),
                Choice(self.tr("Cancel it and close"), self.program.end),
            )
            event.ignore()
            return
        self.program.leave(self)
        event.accept()


def _close_popup() -> None:
    """Close a list or menu: what it asks about is not shown any more, though its id may be."""
    if popup := QApplication.activePopupWidget():
        popup.close()
