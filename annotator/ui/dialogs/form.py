"""Fields with their captions, in two columns."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSizePolicy, QSpinBox, QWidget

from annotator.ui.labels import plain
from annotator.ui.theme import SPACE


class Form(QFormLayout):
    """A column of fields, each with its caption, which is also its accessible name."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(4 * SPACE)
        self.setVerticalSpacing(3 * SPACE)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def add(self, caption: str, field: QWidget) -> QLabel:
        """Add a field, and return its caption."""
        label = plain(caption, "muted")
        label.setBuddy(field)
        if field.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed:
            label.setMinimumHeight(field.sizeHint().height())  # else it stands a little higher
        field.setAccessibleName(caption)
        self.addRow(label, field)
        return label


def choice(options: dict[str, str], present: str) -> QComboBox:
    """Return a box to choose one of `options` (value → text) from; its data are the values."""
    box = QComboBox()
    for value, text in options.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(present)))
    return box


def number(least: int, most: int, suffix: str = "") -> QSpinBox:
    """Return a field for a number between `least` and `most`."""
    box = _StillNumber()
    box.setRange(least, most)
    box.setSuffix(suffix)
    line = box.lineEdit()
    assert line is not None
    line.setTextMargins(2 * SPACE, 0, 0, 0)  # of the style sheet's padding Qt keeps the right alone
    return box


class _StillNumber(QSpinBox):
    """Changes by key and click alone; the wheel is left to what it stands in."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
