"""The frame of the event in focus, where its roles are filled, emptied and changed."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from annotator.model import edits
from annotator.model.annotation import Annotation, Kind, Link
from annotator.ui import commands
from annotator.ui.editor import Editor, Filling
from annotator.ui.labels import ElidedLabel
from annotator.ui.panels.filling import ask_filler
from annotator.ui.panels.frame import Filler, Slot, frame
from annotator.ui.panels.naming import Names, words_of
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Button, Count, Row
from annotator.ui.theme import SPACE


class FrameView(QWidget):
    """Every role of an event's type with its fillers; what is wrong is said in words.

    On a role: Enter chooses a filler from a list, + lets one be pointed at in the text. On a
    filler: Enter goes there, Delete takes it out, F2 or the menu moves it to another role.
    """

    begun = Signal()
    """A filler is to be pointed at in the text."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._event = ""
        self._names = Names(editor.tagset)
        self.heading = ElidedLabel("title", self)
        self.view = RowListView(self.tr("Roles of the event"), self)
        self.view.set_empty(self.tr("Choose an event above to see and fill its roles."))
        self.view.chosen.connect(self._choose)
        self.view.button_pressed.connect(self._press)
        self.view.key_pressed.connect(self._press)
        self.view.removal_asked.connect(self._remove)
        self.view.menu_asked.connect(self._show_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.heading.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.addWidget(self.heading)
        column.addWidget(self.view, 1)

    def show_event(self, event: Annotation | None) -> None:
        """Show the frame of `event`, or how to come to one (None)."""
        layer, tagset = self._editor.layer, self._editor.tagset
        self._names = Names(tagset)
        self.heading.setVisible(event is not None)
        if event is None or layer is None:
            self._event = ""
            self.view.show_rows([])
            return
        if event.id != self._event:
            self._event = event.id
            self.view.go_to(None)
        self.heading.setText(f"{self._names.of(event)} · {words_of(layer, event)}")
        slots = frame(tagset, layer, event)
        self.view.show_rows([row for slot in slots for row in self._rows(slot, event)])

    def _rows(self, slot: Slot, event: Annotation) -> list[Row]:
        name = self._names.of_role(slot.role)
        rows = [self._role_row(slot, event, name)]
        rows += (self._filler_row(slot, filler) for filler in slot.fillers)
        if slot.missing:
            text = self.tr("{0} more needed").format(slot.missing)
            rows.append(
                Row(
                    key=("missing", slot.role.name),
                    text=text,
                    icon="warning",
                    tone="warning",
                    level=1,
                    faint=True,
                    spoken=f"{name}: {text}",
                )
            )
        return rows

    def _role_row(self, slot: Slot, event: Annotation, name: str) -> Row:
        asked = ", ".join(self._filler_names(slot)) or self.tr("anything")
        detail, tone = asked, "muted"
        if not slot.declared:
            detail = self.tr("not a role of {0}").format(self._names.of(event))
            tone = "warning"
        elif slot.surplus:
            detail, tone = self.tr("{0} too many").format(slot.surplus), "warning"
        least, most = slot.role.min, slot.role.max
        bounds = self.tr("at least {0}").format(least) if least else self.tr("may be left out")
        if most is not None:
            bounds = f"{bounds}, {self.tr('at most {0}').format(most)}"
        return Row(
            key=("role", slot.role.name),
            text=name,
            detail=detail,
            detail_tone=tone,
            marked=self._editor.filling == Filling(Kind.EVENT, event.id, slot.role.name),
            counts=(Count(f"{len(slot.fillers)}"),) if slot.fillers else (),
            buttons=(
                Button("+", "add", self.tr("Fill {0} from the text").format(name)),
                Button("list", "search", self.tr("Choose a filler for {0}").format(name)),
            ),
            spoken=self.tr("Role {0}, fillers: {1}, {2}").format(name, len(slot.fillers), detail),
            tip=f"{name}\n{asked}\n{bounds}",
        )

    def _filler_row(self, slot: Slot, filler: Filler) -> Row:
        layer = self._editor.layer
        assert layer is not None
        kind, label = filler.annotation.kind, filler.annotation.label
        words, name = words_of(layer, filler.annotation), self._names.of(filler.annotation)
        wrong = slot.declared and not filler.fits
        asked = ", ".join(self._filler_names(slot))
        detail = self.tr("{0} does not fit: {1}").format(name, asked) if wrong else name
        return Row(
            key=("filler", *filler.link),
            text=words,
            detail=detail,
            tone="problem",
            detail_tone="problem" if wrong else "muted",
            icon="problems" if wrong else "",
            color=self._names.color(kind, label),
            buttons=(Button("out", "close", self.tr("Take out")),),
            level=1,
            spoken=f"{self._names.of_role(slot.role)}: {words}, {detail}",
        )

    def _filler_names(self, slot: Slot) -> list[str]:
        tagset = self._editor.tagset
        return [
            self._names.of_label(kind, label)
            for label in slot.role.fillers
            for kind in (Kind.ENTITY if tagset.find(Kind.ENTITY, label) else Kind.EVENT,)
        ]

    def _choose(self, row: Row) -> None:
        match row.key:
            case ("role" | "missing", role):
                self._ask(role)
            case ("filler", _, target):
                self._editor.reveal(target)

    def _press(self, row: Row, name: str) -> None:
        match name, row.key:
            case "+", ("role" | "missing", role):
                self._begin(role)
            case "list", ("role", role):
                self._ask(role)
            case "out", ("filler", _, _):
                self._remove(row)
            case "F2", ("filler", _, _):
                self._show_menu(row, self._below(row))

    def _begin(self, role: str) -> None:
        commands.begin_role(self._editor, self._event, role)
        self.begun.emit()

    def _ask(self, role: str) -> None:
        filling = Filling(Kind.EVENT, self._event, role)
        row = next(row for row in self.view.list.rows if row.key == ("role", role))
        ask_filler(self._editor, filling, parent=self, below=self._below(row))

    def _below(self, row: Row) -> QPoint:
        number = self.view.rows.number_of(row.key)
        area = self.view.visualRect(self.view.rows.index(number or 0, 0))
        return self.view.viewport().mapToGlobal(area.bottomLeft() + QPoint(3 * SPACE, 0))

    def _remove(self, row: Row) -> None:
        match row.key:
            case ("filler", role, target):
                link = Link(role, target)
                self._editor.apply(partial(edits.remove_link, id=self._event, link=link))

    def _show_menu(self, row: Row, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        match row.key:
            case ("role" | "missing", role):
                menu.addAction(
                    self.tr("Fill from the text"),
                    partial(self._begin, role),
                )
                menu.addAction(self.tr("Choose from a list…"), partial(self._ask, role))
            case ("filler", role, target):
                menu.addAction(self.tr("Go there"), partial(self._editor.reveal, target))
                self._offer_roles(menu.addMenu(self.tr("Change role")), Link(role, target))
                menu.addSeparator()
                menu.addAction(self.tr("Take out"), partial(self._remove, row))
        menu.popup(point)

    def _offer_roles(self, menu: QMenu, link: Link) -> None:
        layer = self._editor.layer
        declared = self._editor.tagset.event(layer[self._event].label) if layer else None
        for role in declared.roles if declared else ():
            if role.name != link.role:
                change = partial(edits.change_role, id=self._event, link=link, role=role.name)
                name = self._names.of_role(role).replace("&", "&&")
                menu.addAction(name, partial(self._editor.apply, change))
