"""Fields for the attributes that the tagset gives a label: a box, a choice or free text each."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TypeAlias
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from annotator.model.annotation import AttributeValue
from annotator.model.tagset import Attribute
from annotator.ui.labels import wrapped
from annotator.ui.language import language
from annotator.ui.panels.naming import breakable, short
from annotator.ui.panels.still_choice import StillChoice
from annotator.ui.theme import SPACE


class Various(Enum):
    """Says that several annotations differ in an attribute."""

    VARIOUS = "various"


Shown: TypeAlias = AttributeValue | Various | None
"""A value; None: the annotation has none, and the default holds."""


class AttributeFields(QWidget):
    """A field for each attribute that is declared, then one for each that is not."""

    changed = Signal(str, object, str)
    """(attribute, value or None, gesture): the user gave it another value, or cleared it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attributes: tuple[Attribute, ...] = ()
        self.fields: dict[str, AttributeField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)

    def show_values(self, declared: Sequence[Attribute], values: Mapping[str, Shown]) -> None:
        """Show `values` of the attributes `declared`, and of those that only `values` has."""
        known = {each.name for each in declared}
        attributes = (*declared, *(Attribute(name) for name in values if name not in known))
        if attributes != self._attributes:
            self._attributes = attributes
            self._build(known)
        for name, field in self.fields.items():
            field.show_value(values.get(name))
        self.setVisible(bool(attributes))

    def _build(self, known: set[str]) -> None:
        for field in self.fields.values():
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {}
        for attribute in self._attributes:
            caption = attribute.names.get(language()) or attribute.name
            if attribute.name not in known:
                caption = self.tr("{0} (not in the tagset)").format(caption)
            field = _field(attribute, caption)
            field.changed.connect(self.changed)
            self.fields[attribute.name] = field
            self._column.addWidget(field)


class AttributeField(QWidget):
    """One attribute: its caption, and a control that a subclass puts below it."""

    changed = Signal(str, object, str)
    """(attribute, value or None, gesture)."""

    def __init__(self, attribute: Attribute, caption: str) -> None:
        super().__init__()
        self.attribute = attribute
        self.stop: QWidget = self
        """What the keyboard goes to."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE)

    def add_caption(self, caption: str) -> None:
        """Put the caption above what follows."""
        label = wrapped(breakable(caption), "small")
        self.column.addWidget(label)

    def add_control(self, control: QWidget) -> None:
        """Add what the value is changed by."""
        self.column.addWidget(control)
        self.stop = control

    def show_value(self, value: Shown) -> None:
        """Show a value without telling of it."""
        raise NotImplementedError


class FlagField(AttributeField):
    """A box for an attribute that is true or false."""

    def __init__(self, attribute: Attribute, caption: str) -> None:
        super().__init__(attribute, caption)
        self.control = QCheckBox(short(caption).replace("&", "&&"))
        self.control.setAccessibleName(caption)
        self.control.clicked.connect(self._tell)
        self.add_control(self.control)

    def show_value(self, value: Shown) -> None:
        shown = self.attribute.default if value is None else value
        if isinstance(shown, Various):
            self.control.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.control.setTristate(False)
            self.control.setChecked(shown is True)

    def _tell(self) -> None:
        self.control.setTristate(False)
        self.changed.emit(self.attribute.name, self.control.isChecked(), "")


class ChoiceField(AttributeField):
    """A drop-down list for an attribute with some values; its first line clears it."""

    def __init__(self, attribute: Attribute, caption: str) -> None:
        super().__init__(attribute, caption)
        self._values: list[AttributeValue | None] = []
        self.add_caption(caption)
        self.control = StillChoice(caption)
        self.control.setPlaceholderText(self.tr("various"))
        self.control.activated.connect(self._tell)
        self.add_control(self.control)

    def show_value(self, value: Shown) -> None:
        allowed = list(self.attribute.values or ())
        default = self.attribute.default
        nothing = (
            self.tr("not set") if default is None else self.tr("{0} (default)").format(default)
        )
        self._values = [None, *allowed]
        texts = [nothing, *(str(each) for each in allowed)]
        if value is not None and not isinstance(value, Various) and value not in allowed:
            self._values.append(value)
            texts.append(self.tr("{0} (not allowed)").format(value))
        self.control.clear()
        self.control.addItems(texts)
        various = isinstance(value, Various)
        self.control.setCurrentIndex(-1 if various else self._values.index(value))

    def _tell(self, index: int) -> None:
        self.changed.emit(self.attribute.name, self._values[index], "")


class TextField(AttributeField):
    """A line for an attribute with any value; emptied, the attribute is cleared."""

    def __init__(self, attribute: Attribute, caption: str) -> None:
        super().__init__(attribute, caption)
        self.add_caption(caption)
        self.control = _Line()
        self.control.setAccessibleName(caption)
        self.control.textEdited.connect(self._tell)
        self.add_control(self.control)

    def show_value(self, value: Shown) -> None:
        various = isinstance(value, Various)
        text = "" if various or value is None else str(value)
        default = self.attribute.default
        unset = "" if default is None else self.tr("{0} (default)").format(default)
        self.control.setPlaceholderText(self.tr("various") if various else unset)
        if text != self.control.text():
            self.control.setText(text)

    def _tell(self, text: str) -> None:
        self.changed.emit(self.attribute.name, text or None, self.control.gesture)


class _Line(QLineEdit):
    """A line whose typing is one gesture while one stays in it."""

    gesture = ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.gesture = f"attribute-{uuid4().hex}"
        super().focusInEvent(event)


def _field(attribute: Attribute, caption: str) -> AttributeField:
    if attribute.is_flag:
        return FlagField(attribute, caption)
    return (
        TextField(attribute, caption)
        if attribute.values is None
        else ChoiceField(attribute, caption)
    )
