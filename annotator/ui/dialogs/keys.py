"""The key sheet: what every key does, found by typing; and other keys for who wants them."""

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLineEdit, QPushButton

from annotator.language.search import search_key
from annotator.ui.actions import FIXED_KEYS, MENUS, Action
from annotator.ui.bindings import shown_keys, text_of
from annotator.ui.dialogs.entry_list import EntryList, Heading
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.labels import plain, wrapped
from annotator.ui.shortcuts import assign, holder_of, keys_of, restore

if TYPE_CHECKING:
    from annotator.ui.window import Window


class KeyLine(NamedTuple):
    """One line of the sheet; a fixed key has no action."""

    icon: str
    text: str
    detail: str
    menu: str
    action: Action | None


class KeySheet(Sheet):
    """Choosing a line offers to change its keys."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window, self.tr("Keys"))
        self._window = window
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a key or a command"))
        self.filter.setAccessibleName(self.tr("Find a key or a command"))
        self.lines = EntryList(self.tr("Keys"))
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(self.tr("New keys"))
        self.conflict = wrapped("", "small")
        self._set = QPushButton(self.tr("Use these keys"))
        self._lay_out()
        self.filter.textChanged.connect(self._list)
        self.filter.installEventFilter(self)
        self.lines.currentRowChanged.connect(self._offer)
        self.lines.chosen.connect(lambda _line: self.keys.setFocus())
        self.keys.keySequenceChanged.connect(self._judge)
        # The field takes every key, Tab too: go on by itself once it has one.
        self.keys.editingFinished.connect(self._set.setFocus)
        self._set.clicked.connect(self._assign)
        self._list()
        self.filter.setFocus()
        self.resize(620, 560)

    def _lay_out(self) -> None:
        self.column.addWidget(self.filter)
        self.column.addWidget(self.lines, 1)
        row = QHBoxLayout()
        caption = plain(self.tr("New keys"), "muted")
        caption.setBuddy(self.keys)
        row.addWidget(caption)
        row.addWidget(self.keys, 1)
        self._set.setAutoDefault(False)
        row.addWidget(self._set)
        self.column.addLayout(row)
        self.column.addWidget(self.conflict)
        usual = self.add_other(self.tr("Usual keys for all"))
        usual.clicked.connect(self.restore)
        self.add_close().setDefault(False)

    def _list(self) -> None:
        asked = search_key(self.filter.text()).split()
        groups: dict[str, list[KeyLine]] = {}
        for line in _lines(self._window):
            key = search_key(f"{line.text} {line.detail} {line.menu}")
            if all(word in key for word in asked):
                groups.setdefault(line.menu, []).append(line)
        shown = [[Heading(menu), *lines] for menu, lines in groups.items()]
        self.lines.show_entries(list(chain.from_iterable(shown)))
        self._offer()

    def _offer(self) -> None:
        line = self._current()
        changeable = line is not None and line.action is not None
        self.keys.setEnabled(changeable)
        self.keys.clear()
        self._set.setEnabled(False)
        if line and not changeable:
            self.conflict.setText(self.tr("This key belongs to the text and can't be changed."))
        else:
            self.conflict.setText("")

    def _current(self) -> KeyLine | None:
        line = self.lines.current()
        return line if isinstance(line, KeyLine) else None

    def _judge(self, keys: QKeySequence) -> None:
        line = self._current()
        written = keys.toString(QKeySequence.SequenceFormat.PortableText)
        self._set.setEnabled(bool(written))
        self.conflict.setText("")
        if not written or line is None or line.action is None:
            return
        holder = holder_of(written, self._window.settings, line.action)
        if holder:
            text = self.tr("“{0}” has these keys and would lose them.")
            self.conflict.setText(text.format(text_of(holder)))

    def _assign(self) -> None:
        line = self._current()
        keys = self.keys.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if line and line.action and keys:
            row = self.lines.currentRow()
            assign(line.action, (keys,), self._window.settings)
            self._renew()
            self.lines.setCurrentRow(row)
            self.lines.setFocus()

    def restore(self) -> None:
        """Give every action its usual keys."""
        restore(self._window.settings)
        self._renew()

    def _renew(self) -> None:
        self._window.bindings.take_keys()
        self._list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Up | Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                    self.lines.keyPressEvent(event)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self.keys.setFocus()
                    return True
        return super().eventFilter(watched, event)


def _lines(window: "Window") -> list[KeyLine]:
    found: list[KeyLine] = []
    for title, actions in MENUS:
        menu = QCoreApplication.translate("Menu", title).replace("&", "")
        for action in actions:
            if action:
                keys = ", ".join(shown_keys(each) for each in keys_of(action, window.settings))
                text = text_of(action).rstrip("…")
                found.append(KeyLine(action.icon, text, keys, menu, action))
    text_menu = QCoreApplication.translate("Menu", "Text")
    for keys, text in FIXED_KEYS:
        said = QCoreApplication.translate("Action", text)
        shown = QCoreApplication.translate("Action", keys)
        found.append(KeyLine("", said, shown, text_menu, None))
    return found
