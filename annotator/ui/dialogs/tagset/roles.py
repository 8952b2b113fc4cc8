"""The roles of an event type: their list, and the form of the one in focus."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.model.tagset import Role
from annotator.ui.dialogs.check_list import CheckList
from annotator.ui.dialogs.form import number
from annotator.ui.dialogs.tagset.fields import Field, Line
from annotator.ui.dialogs.tagset.named_list import NamedList
from annotator.ui.language import language
from annotator.ui.theme import SPACE

_MOST = 99


class RolesEditor(QWidget):
    """Shows the roles of an event type; tells of each change as the roles it should have."""

    changed = Signal(object)
    """(tuple of Role): the roles that the event type should have."""
    rename_asked = Signal(str, str)
    """(role, name)."""
    removal_asked = Signal(str)
    """(role)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event = ""
        self._roles: tuple[Role, ...] = ()
        self._fillers: Sequence[tuple[str, str]] = ()
        self.list = NamedList(8, editable=False)
        self.name = Line()
        self.names = {each: Line() for each in ("en", "vi")}
        self.fillers = CheckList(6)
        self.least, self.most = number(0, _MOST), number(0, _MOST)
        self._fields = {
            "name": Field(self.tr("Role, as exported"), self.name),
            "fillers": Field(self.tr("Filled by (none ticked: anything)"), self.fillers),
            "min": Field(self.tr("At least"), self.least),
            "max": Field(self.tr("At most"), self.most),
        }
        self._form = QWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.most.setSpecialValueText(self.tr("any number"))
        form = QGridLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(4 * SPACE)
        form.setVerticalSpacing(3 * SPACE)
        form.addWidget(self._fields["name"], 0, 0, 1, 2)
        form.addWidget(Field(self.tr("Name in English"), self.names["en"]), 1, 0)
        form.addWidget(Field(self.tr("Name in Vietnamese"), self.names["vi"]), 1, 1)
        form.addWidget(self._fields["fillers"], 2, 0, 1, 2)
        form.addWidget(self._fields["min"], 3, 0)
        form.addWidget(self._fields["max"], 3, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * SPACE)
        grid.addWidget(Field(self.tr("Roles"), self.list), 0, 0)
        grid.addWidget(self._form, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(1, 1)

    def _connect(self) -> None:
        self.list.current.connect(lambda _: self._show_current())
        self.list.added.connect(self._add)
        self.list.removed.connect(lambda row: self.removal_asked.emit(self._roles[row].name))
        self.list.moved.connect(self._move)
        self.name.entered.connect(
            lambda text: self.rename_asked.emit(self._current().name, text.strip())
        )
        for each, line in self.names.items():
            line.entered.connect(lambda text, each=each: self._change_name(each, text.strip()))
        self.fillers.entered.connect(lambda labels: self._change(fillers=labels))
        self.least.editingFinished.connect(lambda: self._change(min=self.least.value()))
        self.most.editingFinished.connect(lambda: self._change(max=self.most.value() or None))

    def show_roles(
        self, event: str, roles: tuple[Role, ...], fillers: Sequence[tuple[str, str]]
    ) -> None:
        """Show the roles of the event type `event`, which `fillers` (label, name) may fill."""
        self._roles, self._fillers = roles, fillers
        if event != self._event:
            self._event = event
            self.list.go_to(-1)
        self.list.show_names([role.shown(language()) for role in roles])
        self._show_current()

    def show_faults(self, said: Mapping[tuple[str, str], str]) -> None:
        """Say at the role in focus what is wrong with it, by (role, field)."""
        current = self._current().name
        for name, field in self._fields.items():
            field.show_problem(said.get((current, name), ""))

    def say_of_name(self, problem: str) -> None:
        """Say why the role in focus can't be called what was entered."""
        self._fields["name"].show_problem(problem)

    def _current(self) -> Role:
        row = self.list.list.currentRow()
        return self._roles[row] if 0 <= row < len(self._roles) else Role("")

    def _show_current(self) -> None:
        role = self._current()
        self._form.setVisible(bool(role.name))
        self.name.show_text(role.name)
        for each, line in self.names.items():
            line.show_text(role.names.get(each, ""))
        self.fillers.show_choices(self._fillers, role.fillers)
        self.least.setValue(role.min)
        self.most.setValue(role.max or 0)
        self.show_faults({})

    def _add(self) -> None:
        taken = {role.name for role in self._roles}
        name = next(each for n in range(1, len(taken) + 2) if (each := f"Role{n}") not in taken)
        self.changed.emit((*self._roles, Role(name)))
        self.list.go_to(len(self._roles) - 1)
        self.name.setFocus()
        self.name.selectAll()

    def _move(self, row: int, by: int) -> None:
        rest = [*self._roles[:row], *self._roles[row + 1 :]]
        self.changed.emit((*rest[: row + by], self._roles[row], *rest[row + by :]))

    def _change_name(self, language_: str, name: str) -> None:
        names = {**self._current().names, language_: name}
        self._change(names={key: text for key, text in names.items() if text})

    def _change(self, **fields: Any) -> None:
        old = self._current()
        new = replace(old, **fields)
        if new != old:
            self.changed.emit(tuple(new if role is old else role for role in self._roles))
