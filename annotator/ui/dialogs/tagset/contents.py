"""The left side of the tagset editor: what is in the tagset, and the buttons that work on it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from annotator.model.annotation import Kind
from annotator.ui.controls import icon_button
from annotator.ui.dialogs.tagset.named_list import on_key
from annotator.ui.dialogs.tagset.outline import ITSELF, Item
from annotator.ui.panels.row_view import RowListView
from annotator.ui.theme import SPACE


class Contents(QWidget):
    """A list of items, one of them chosen."""

    chosen_changed = Signal()
    """Another item is chosen."""
    naming_asked = Signal()
    """The chosen item shall be written anew."""
    addition_asked = Signal(object)
    """(Kind, or None: an attribute)."""
    move_asked = Signal(int)
    """(by how many places; below 0: up)."""
    merge_asked = Signal()
    removal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowListView(self.tr("What is in the tagset"))
        self.list.setProperty("role", "card")
        self.list.selectionModel().currentChanged.connect(lambda *_: self.chosen_changed.emit())
        self.list.removal_asked.connect(lambda _: self.removal_asked.emit())
        self.list.key_pressed.connect(
            lambda _, key: self.naming_asked.emit() if key == "F2" else None
        )
        self.add = icon_button("add", self.tr("Add"))
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setMenu(self._additions())
        self.up = icon_button("previous", self.tr("Move up (Alt+Up)"))
        self.down = icon_button("next", self.tr("Move down (Alt+Down)"))
        self.merge = icon_button("clusters", self.tr("Merge into another label…"))
        self.remove = icon_button("trash", self.tr("Delete (Delete)"))
        self.up.clicked.connect(lambda: self.move_asked.emit(-1))
        self.down.clicked.connect(lambda: self.move_asked.emit(1))
        self.merge.clicked.connect(self.merge_asked)
        self.remove.clicked.connect(self.removal_asked)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for button in (self.add, self.up, self.down, self.merge, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.setFocusProxy(self.list)
        on_key(self.list, "Alt+Up", lambda: self.move_asked.emit(-1))
        on_key(self.list, "Alt+Down", lambda: self.move_asked.emit(1))
        on_key(self.list, "Insert", self._add_alike)

    @property
    def chosen(self) -> Item:
        """The item chosen."""
        row = self.list.current()
        return row.key if row and isinstance(row.key, Item) else ITSELF

    def allow(self, *, changing: bool, merging: bool) -> None:
        """Say whether the chosen item can be moved and deleted, and whether merged."""
        for button in (self.up, self.down, self.remove):
            button.setEnabled(changing)
        self.merge.setEnabled(merging)

    def _add_alike(self) -> None:
        attribute = self.chosen.kind is None and bool(self.chosen.name)
        self.addition_asked.emit(None if attribute else self.chosen.kind or Kind.ENTITY)

    def _additions(self) -> QMenu:
        menu = QMenu(self.add)  # as a child of what has a focus proxy it would part the Tab order
        for kind, text in (
            (Kind.ENTITY, self.tr("A label of entities")),
            (Kind.EVENT, self.tr("A label of events")),
            (Kind.RELATION, self.tr("A label of relations")),
            (Kind.DOCUMENT, self.tr("A label of whole articles")),
            (None, self.tr("An attribute")),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, kind=kind: self.addition_asked.emit(kind))
        return menu
