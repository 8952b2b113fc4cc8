"""The command palette: any command, label or article, found by typing."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from annotator.language.search import key_words, search_key
from annotator.model.annotation import Kind
from annotator.project import ListQuery, Numbers
from annotator.ui import commands
from annotator.ui.actions import table
from annotator.ui.bindings import shown_keys, text_of
from annotator.ui.dialogs.entry_list import EntryList, Heading
from annotator.ui.dialogs.sheet import Dialog
from annotator.ui.language import language
from annotator.ui.panels.article_finder import ArticleFinder
from annotator.ui.shortcuts import keys_of
from annotator.ui.theme import SPACE

if TYPE_CHECKING:
    from annotator.ui.window import Window

_MOST = 60
_MOST_ARTICLES = 12


class Entry(NamedTuple):
    """One line of the palette: what it is, what stands at its right, what it does."""

    icon: str
    text: str
    detail: str
    do: Callable[[], object]


class Palette(Dialog):
    """A field over a list: type, move with the arrows, Enter does it, Escape leaves."""

    def __init__(self, window: "Window") -> None:
        flags = Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint
        super().__init__(window, self.tr("Find a command"), flags)
        self._window = window
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("A command, a label or an article"))
        self._field.setAccessibleName(self.tr("A command, a label or an article"))
        self.entries = EntryList(self.tr("Found"))
        self._fixed = [*_actions(window), *_labels(window)]
        frame = QFrame()
        frame.setProperty("role", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.addWidget(self._field)
        column.addWidget(self.entries)
        self._field.textChanged.connect(self._find)
        self._field.installEventFilter(self)
        self.entries.chosen.connect(self._do)
        self._found: list[Entry] = []
        self._articles: list[Entry] = []
        self._finder = ArticleFinder(window.editor.project, window.work.way, self)
        self._finder.found.connect(self._take)
        self._finder.ended.connect(lambda _all: self._show())
        self._finder.failed.connect(lambda error: window.editor.refused.emit(error.message))
        self.finished.connect(self._finder.stop)
        self._place()
        self._find("")

    def _place(self) -> None:
        width = min(640, self._window.width() - 16 * SPACE)
        height = min(440, self._window.height() - 40 * SPACE)
        self.resize(width, height)
        corner = self._window.geometry().topLeft()
        self.move(corner.x() + (self._window.width() - width) // 2, corner.y() + 20 * SPACE)

    def _find(self, query: str) -> None:
        self._finder.give_up()
        self._found, self._articles = best(query, self._fixed), []
        finds = len(query.strip()) > 1
        self._show(complete=not finds)
        if finds:
            self._finder.begin(ListQuery(query))

    def _take(self, numbers: Numbers) -> None:
        """Show the first articles that were found: there is room for no more."""
        if not self._articles:
            self._articles = list(_articles(self._window, numbers[:_MOST_ARTICLES]))
            self._finder.give_up()
            row = self.entries.currentRow()
            self._show()
            self.entries.setCurrentRow(max(0, row))

    def _show(self, *, complete: bool = True) -> None:
        found = [*self._found, *self._articles][:_MOST]
        nothing = [Heading(self.tr("Nothing is called so."))] if complete else []
        self.entries.show_entries(found or nothing)

    def _do(self, entry: Entry) -> None:
        self.accept()
        entry.do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Up | Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                    self.entries.keyPressEvent(event)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self.entries.choose_current()
                    return True
        return super().eventFilter(watched, event)


def best(query: str, entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that `query` may mean, the likeliest first; all for an empty query."""
    scored = [(score(query, entry.text), n, entry) for n, entry in enumerate(entries)]
    return [
        entry for value, _, entry in sorted(scored, key=lambda each: (-each[0], each[1])) if value
    ]


def score(query: str, text: str) -> int:
    """Return how well `query` fits `text`: 0 not at all.

    Best are words of the query that begin words of the text, then words within it, then letters in
    order; diacritics and case say nothing.
    """
    key, asked = search_key(text), search_key(query).strip()
    if not asked:
        return 1
    words = key_words(key)
    wanted = asked.split()
    if all(any(word.startswith(each) for word in words) for each in wanted):
        return 4 if key.startswith(asked) else 3
    if asked in key:
        return 2
    letters = iter(key)
    return (
        1 if len(asked) > 1 and all(letter in letters for letter in asked.replace(" ", "")) else 0
    )


def _actions(window: "Window") -> Iterator[Entry]:
    for action in table():
        if action.id != "palette" and action.enabled(window):
            keys = keys_of(action, window.settings)
            yield Entry(
                action.icon,
                text_of(action),
                shown_keys(keys[0]) if keys else "",
                partial(window.bindings.run, action),
            )


def _labels(window: "Window") -> Iterator[Entry]:
    editor = window.editor
    if editor.layer is None or editor.project.read_only:
        return
    for kind in (Kind.ENTITY, Kind.EVENT, Kind.RELATION, Kind.DOCUMENT):
        for label in editor.tagset.labels(kind):
            name = label.name(language())
            yield Entry(
                "labels",
                _tr("Tag as {0}").format(
                    name if name == label.label else f"{label.label} – {name}"
                ),
                label.shortcut,
                partial(commands.tag, editor, kind, label.label),
            )


def _articles(window: "Window", numbers: Numbers) -> Iterator[Entry]:
    for row in window.editor.project.listing.all_rows(numbers, ""):
        yield Entry("document", row.title, "", partial(window.editor.open, row.id))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Palette", text)
