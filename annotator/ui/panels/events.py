"""The events of the article, and the frame of the one in focus."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QWidget

from annotator.model import edits
from annotator.model.annotation import Annotation, Kind
from annotator.model.change import Edit
from annotator.model.layer import position
from annotator.ui import commands, icons
from annotator.ui.editor import Editor
from annotator.ui.panels.frame import frame
from annotator.ui.panels.frame_view import FrameView
from annotator.ui.panels.naming import Names, words_of
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.picker import pick
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Count, Row
from annotator.ui.theme import SPACE


class EventsPanel(Panel):
    """The list of events, each with a sign of whether its frame is complete, and one frame."""

    icon = "events"

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._names = Names(editor.tagset)
        self._rows: dict[str, Row] = {}
        """The row of each event."""
        self._shown = ""
        """The id of the event whose frame is shown."""
        self.add = QPushButton(
            icons.icon("add"), self.tr("Event without a trigger…"), self, flat=True
        )
        self.add.clicked.connect(self.ask_label)
        self.view = RowListView(self.tr("Events"), self)
        self.home = self.view
        self.frame = FrameView(editor, self)
        self.frame.begun.connect(self.left)
        editor.filling_changed.connect(self._show_filling)
        for view in (self.view, self.frame.view):
            view.touched.connect(self.catch_up_first)
        self.view.chosen.connect(lambda row: editor.reveal(str(row.key)))
        self.view.selectionModel().currentRowChanged.connect(self._show_current)
        self.view.removal_asked.connect(self._remove)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.view)
        splitter.addWidget(self.frame)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        top = QHBoxLayout()
        top.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        top.addWidget(self.add)
        top.addStretch(1)
        self.column.addLayout(top)
        self.column.addWidget(splitter, 1)
        self.stops = (self.view, self.frame.view, self.add)

    def title(self) -> str:
        return self.tr("Events")

    def refresh(self) -> None:
        self._names = Names(self.editor.tagset)
        layer = self.editor.layer
        self.add.setEnabled(layer is not None and not self.editor.project.read_only)
        events = layer.of_kind(Kind.EVENT) if layer else []
        self._rows = {each.id: self._row(each) for each in events}
        self.view.set_empty(
            self.tr("No events yet. Select the words that tell of one, and press an event's key.")
            if layer
            else self.tr("Open an article to see its events.")
        )
        self._list()

    def _list(self) -> None:
        layer = self.editor.layer
        events = [layer[id] for id in self._rows] if layer else []
        events.sort(key=lambda each: (not each.fragments, position(each)))
        self.view.show_rows([self._rows[each.id] for each in events])
        self.follow_selection()

    def follow(self, edit: Edit) -> None:
        layer = self.editor.layer
        if layer is None:
            return
        touched = {each.id for pair in self.changed(edit) for each in pair if each}
        linking = {each.id for id in touched for each in layer.linking_to(id)}
        concerned = [
            id
            for id in touched | linking
            if id in self._rows or (id in layer and layer[id].kind is Kind.EVENT)
        ]
        for id in concerned:
            self._rows.pop(id, None)
            if id in layer:
                self._rows[id] = self._row(layer[id])
        if concerned:
            self._list()

    def follow_selection(self) -> None:
        layer, focused = self.editor.layer, self.editor.focused
        if focused and focused.kind is Kind.EVENT:
            self._shown = focused.id
        shown = layer.get(self._shown) if layer else None
        if shown is None or shown.kind is not Kind.EVENT:
            self._shown = ""
            shown = None
        self.view.go_to(self._shown or None)
        self.frame.show_event(shown)

    def _show_current(self) -> None:
        row, layer = self.view.current(), self.editor.layer
        if row is not None and layer is not None and row.key != self._shown:
            self._shown = str(row.key)
            self.frame.show_event(layer.get(self._shown))

    def _show_filling(self) -> None:
        layer = self.editor.layer
        if self.isVisible() and layer is not None and self._shown in layer:
            self.frame.show_event(layer[self._shown])

    def _row(self, event: Annotation) -> Row:
        layer = self.editor.layer
        assert layer is not None
        slots = frame(self.editor.tagset, layer, event)
        known = self.editor.tagset.event(event.label) is not None
        missing = sum(slot.missing > 0 for slot in slots)
        icon, tone, state = self._state(known, all(slot.right for slot in slots), missing)
        words, name = words_of(layer, event), self._names.of(event)
        return Row(
            key=event.id,
            text=words,
            detail=name,
            color=self._names.color(Kind.EVENT, event.label),
            icon=icon,
            tone=tone,
            faint=not event.fragments,
            counts=(Count(str(len(event.links)), "role"),),
            spoken=f"{name}, {words}, {state}",
            tip=f"{words}\n{name}\n{state}",
        )

    def _state(self, known: bool, right: bool, missing: int) -> tuple[str, str, str]:
        """Return the icon, its tone and the words for how an event's frame stands."""
        if not known:
            return "problems", "problem", self.tr("The tagset has no such event.")
        if right:
            return "check", "done", self.tr("The frame is complete.")
        if missing:
            text = self.tr("Roles still to be filled: {0}").format(missing)
            return "started", "warning", text
        return "problems", "problem", self.tr("Not every filler is as the tagset wants it.")

    def ask_label(self) -> None:
        """Let an event type be chosen, and add an event that no words announce."""
        rows = [
            Row(
                key=each.label,
                text=self._names.of_label(Kind.EVENT, each.label),
                detail=each.label,
                color=self._names.color(Kind.EVENT, each.label),
            )
            for each in self.editor.tagset.events
        ]
        pick(
            self.tr("What happened?"),
            rows,
            lambda label: commands.add_event_without_trigger(self.editor, str(label)),
            parent=self,
            below=self.add.mapToGlobal(QPoint(0, self.add.height())),
            empty=self.tr("The tagset has no events."),
        )

    def _remove(self, row: Row) -> None:
        self.editor.apply(partial(edits.remove, ids=[str(row.key)]))
