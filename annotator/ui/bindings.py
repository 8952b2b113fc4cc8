"""The table of actions as Qt knows them in one window: menus, toolbar, shortcuts."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolBar, QWidget

from annotator.model.message import AnnotatorError
from annotator.ui.actions import MENUS, TOOLBAR, Action, find, table
from annotator.ui.icons import SIZE, icon
from annotator.ui.language import say
from annotator.ui.panels.naming import one_line, short
from annotator.ui.shortcuts import keys_of
from annotator.ui.theme import SPACE

if TYPE_CHECKING:
    from annotator.ui.window import Window


_LONGEST_STEP = 40
"""Characters of what undo would take back, in the menu."""


class Bindings(QObject):
    """The actions of one window; what is enabled follows the window's editor."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._bound = {action.id: self._bind(action) for action in table()}
        self._finder = QPushButton(icon("search"), "")
        self._finder.clicked.connect(self._bound["palette"].trigger)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        editor = window.editor
        for signal in (
            editor.opened, editor.selected, editor.edited, editor.articles_changed,
            editor.suggestions.changed, editor.suggestions.likeliest.changed,
            window.everywhere.changed, editor.curation.changed,
        ):  # fmt: skip
            signal.connect(self._soon.start)
        self.take_keys()
        self.refresh()

    def __getitem__(self, id: str) -> QAction:
        return self._bound[id]

    def _bind(self, action: Action) -> QAction:
        bound = QAction(text_of(action), self)
        bound.setObjectName(action.id)
        if action.icon:
            bound.setIcon(icon(action.icon))
            bound.setIconVisibleInMenu(action.checked is None)  # a menu shows a tick there
        bound.setCheckable(action.checked is not None)
        # A standard key would move an action into another menu, or rename it, on some systems.
        bound.setMenuRole(QAction.MenuRole.NoRole)
        bound.setAutoRepeat(True)
        bound.triggered.connect(partial(self.run, action))
        if action.in_text:
            bound.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._window.canvas.addAction(bound)
        else:
            self._window.addAction(bound)
        return bound

    def run(self, action: Action, _checked: bool = False) -> None:
        """Do what `action` says, if it may be done now; an error is told in the window."""
        if action.enabled(self._window):
            try:
                action.run(self._window)
            except AnnotatorError as error:
                self._window.messages.refuse(say(error))
        self._soon.start()

    def refresh(self) -> None:
        """Enable, disable and check every action by the window's state."""
        conditions = {action.enabled for action in table()}  # few, for many actions
        holds = {each: each(self._window) for each in conditions}
        for action in table():
            bound = self._bound[action.id]
            bound.setEnabled(holds[action.enabled])
            if action.checked:
                bound.setChecked(action.checked(self._window))
        self._name_steps()

    def _name_steps(self) -> None:
        """Let the menu say what undo and redo would do."""
        titles = self._window.undo_titles
        for id, title in (("undo", titles.undo), ("redo", titles.redo)):
            name = text_of(find(id))
            step = short(one_line(say(title)), _LONGEST_STEP) if title else ""
            self._bound[id].setText(f"{name}: {step}".replace("&", "&&") if step else name)

    def take_keys(self) -> None:
        """Give every action the keys that the settings and the table say."""
        for action in table():
            keys = keys_of(action, self._window.settings)
            bound = self._bound[action.id]
            bound.setShortcuts([QKeySequence(each) for each in keys])
            name = text_of(action).rstrip("…")
            shown = shown_keys(keys[0]) if keys else ""
            bound.setToolTip(f"{name}  ({shown})" if shown else name)
        palette = self._bound["palette"]
        keys = palette.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._finder.setText(f"{palette.text()}   {keys}".rstrip())

    def menus(self) -> list[QMenu]:
        """Return new menus for the menu bar."""
        made: list[QMenu] = []
        for title, actions in MENUS:
            menu = QMenu(QCoreApplication.translate("Menu", title), self._window)
            menu.setObjectName(title.replace("&", ""))
            for action in actions:
                menu.addAction(self._bound[action.id]) if action else menu.addSeparator()
            made.append(menu)
        return made

    def toolbar(self) -> QToolBar:
        """Return a new toolbar."""
        bar = QToolBar(QCoreApplication.translate("Menu", "Toolbar"), self._window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(SIZE, SIZE))
        row = bar.layout()
        assert row is not None
        row.setContentsMargins(0, 0, 2 * SPACE, 0)
        edge = QWidget()  # Qt takes a left margin for one above, too
        edge.setFixedWidth(SPACE)
        bar.addWidget(edge)
        for id in TOOLBAR:
            if id is None:
                bar.addSeparator()
                continue
            bar.addAction(self._bound[id])
            button = bar.widgetForAction(self._bound[id])
            button.setAccessibleName(text_of(find(id)).rstrip("…"))
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(room)
        bar.addWidget(self._finder)
        return bar


def text_of(action: Action) -> str:
    """Return what an action is called in the window's language."""
    return QCoreApplication.translate("Action", action.text)


def shown_keys(keys: str) -> str:
    """Return a key sequence as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
