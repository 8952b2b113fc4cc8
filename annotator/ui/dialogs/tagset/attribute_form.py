"""The form of one attribute: what it is called, on which labels, and the values it may have."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from annotator.model.annotation import AttributeValue, Kind
from annotator.model.tagset import Attribute, Tagset
from annotator.model.tagset_rules import Fault
from annotator.ui.dialogs.check_list import CheckList
from annotator.ui.dialogs.tagset.fields import Choice, Field, Line
from annotator.ui.dialogs.tagset.named_list import NamedList
from annotator.ui.language import language, say
from annotator.ui.theme import SPACE

_TEXT, _FLAG, _VALUES = "text", "flag", "values"


class AttributeForm(QWidget):
    """Shows an attribute; tells of each change as the attribute it would become."""

    changed = Signal(object)
    """(Attribute): what the attribute shown should be."""
    value_renamed = Signal(object, object)
    """(old, new)."""
    value_removed = Signal(object)
    """(value)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attribute = Attribute("")
        self.name = Line()
        self.names = {each: Line() for each in ("en", "vi")}
        self.on = CheckList(9)
        self.sort = Choice()
        self.values = NamedList(5, editable=True)
        self.default = Choice()
        self._fields = {
            "name": Field(self.tr("Attribute, as exported"), self.name),
            "on": Field(self.tr("On the labels (none ticked: every label)"), self.on),
            "values": Field(self.tr("Values"), self.values),
            "default": Field(self.tr("Value to begin with"), self.default),
        }
        self._build()
        self._connect()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(3 * SPACE)
        grid.addWidget(self._fields["name"], 0, 0)
        grid.addWidget(Field(self.tr("Takes"), self.sort), 0, 1)
        grid.addWidget(Field(self.tr("Name in English"), self.names["en"]), 1, 0)
        grid.addWidget(Field(self.tr("Name in Vietnamese"), self.names["vi"]), 1, 1)
        grid.addWidget(self._fields["on"], 2, 0)
        right = QVBoxLayout()
        right.setSpacing(3 * SPACE)
        right.addWidget(self._fields["values"])
        right.addWidget(self._fields["default"])
        right.addStretch(1)
        grid.addLayout(right, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addStretch(1)

    def _connect(self) -> None:
        self.name.entered.connect(lambda text: self._change(name=text.strip()))
        for each, line in self.names.items():
            line.entered.connect(lambda text, each=each: self._change_name(each, text.strip()))
        self.on.entered.connect(lambda labels: self._change(on=labels))
        self.sort.entered.connect(self._take_sort)
        self.default.entered.connect(lambda value: self._change(default=value))
        self.values.added.connect(self._add_value)
        self.values.moved.connect(self._move_value)
        self.values.removed.connect(lambda row: self.value_removed.emit(self._value(row)))
        self.values.renamed.connect(self._rename_value)

    def show_attribute(self, tagset: Tagset, attribute: Attribute) -> None:
        """Show `attribute`, one of `tagset`."""
        self._attribute = attribute
        self.name.show_text(attribute.name)
        for each, line in self.names.items():
            line.show_text(attribute.names.get(each, ""))
        labels = dict.fromkeys(each.label for kind in Kind for each in tagset.labels(kind))
        self.on.show_choices([(each, each) for each in labels], attribute.on)
        sort = _TEXT if attribute.values is None else _FLAG if attribute.is_flag else _VALUES
        sorts = [
            (_TEXT, self.tr("Any text")),
            (_FLAG, self.tr("Yes or no")),
            (_VALUES, self.tr("One of these values")),
        ]
        self.sort.show_choices(sorts, sort)
        values = attribute.values or ()
        self._fields["values"].setVisible(sort == _VALUES)
        self.values.show_names([str(value) for value in values])
        self._fields["default"].setVisible(sort != _TEXT)
        offered = [(value, self._shown(value)) for value in values]
        self.default.show_choices([(None, self.tr("none")), *offered], attribute.default)
        self.show_faults([])

    def show_faults(self, faults: Iterable[Fault]) -> None:
        """Say in its field what keeps the attribute from becoming what was entered."""
        said = {fault.field: say(fault.message) for fault in faults}
        for name, field in self._fields.items():
            field.show_problem(said.get(name, ""))

    def begin(self) -> None:
        """Go to the first field, to be written anew."""
        self.name.setFocus()
        self.name.selectAll()

    def _shown(self, value: AttributeValue) -> str:
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        return str(value)

    def _take_sort(self, sort: str) -> None:
        values = {_TEXT: None, _FLAG: (True, False), _VALUES: ("value1",)}[sort]
        self._change(values=values, default=None)

    def _value(self, row: int) -> AttributeValue:
        values = self._attribute.values
        assert values
        return values[row]

    def _add_value(self) -> None:
        values = self._attribute.values or ()
        taken = {str(value) for value in values}
        new = next(each for n in range(1, len(values) + 2) if (each := f"value{n}") not in taken)
        self._change(values=(*values, new))
        self.values.go_to(len(values))
        self.values.list.editItem(self.values.list.item(len(values)))

    def _move_value(self, row: int, by: int) -> None:
        values = self._attribute.values or ()
        rest = [*values[:row], *values[row + 1 :]]
        self._change(values=(*rest[: row + by], values[row], *rest[row + by :]))

    def _rename_value(self, row: int, text: str) -> None:
        old = self._value(row)
        if text.strip() and text.strip() != str(old):
            self.value_renamed.emit(old, text.strip())
        else:
            self.values.show_names([str(value) for value in self._attribute.values or ()])

    def _change_name(self, language_: str, name: str) -> None:
        names = {**self._attribute.names, language_: name}
        self._change(names={key: text for key, text in names.items() if text})

    def _change(self, **fields: Any) -> None:
        self.changed.emit(replace(self._attribute, **fields))


def called(attribute: Attribute) -> str:
    """Return what an attribute is called in the running language."""
    return attribute.names.get(language()) or attribute.name
