"""The fields of the tagset editor: each tells of what was entered once it is whole."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.tagset import Label
from annotator.ui.canvas.label_keys import key_name
from annotator.ui.controls import leaves_undo
from annotator.ui.labels import plain, wrapped
from annotator.ui.language import language
from annotator.ui.panels.still_choice import StillChoice
from annotator.ui.theme import SPACE


class Field(QWidget):
    """A caption over a control, and below it what is wrong with what stands there.

    A control that `grows` takes all the height that there is.
    """

    def __init__(
        self,
        caption: str,
        control: QWidget,
        parent: QWidget | None = None,
        *,
        grows: bool = False,
    ) -> None:
        super().__init__(parent)
        self._control = control
        heading = plain(caption, "muted")
        heading.setBuddy(control)
        control.setAccessibleName(caption)
        self._problem = wrapped("", "problem")
        self._problem.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(heading)
        column.addWidget(control, 1 if grows else 0)
        column.addWidget(self._problem)
        column.addStretch(0 if grows else 1)

    @property
    def problem(self) -> str:
        """What is said to be wrong, or empty."""
        return self._problem.text()

    def show_problem(self, text: str) -> None:
        """Say what is wrong with what stands there (empty: nothing)."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._control.setAccessibleDescription(text)


class Line(QLineEdit):
    """A line of text; Escape brings back what stood there."""

    entered = Signal(str)
    """(text): another text stands there, and Enter or Tab closed it."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setPlaceholderText(placeholder)
        self.editingFinished.connect(self._enter)

    def show_text(self, text: str) -> None:
        """Show `text`, as what stands in the tagset."""
        self._shown = text
        if text != self.text():
            self.setText(text)

    def _enter(self) -> None:
        if self.text() != self._shown:
            self._shown = self.text()
            self.entered.emit(self._shown)

    def event(self, event: QEvent) -> bool:
        if leaves_undo(event, self.text() != self._shown):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
        else:
            super().keyPressEvent(event)


class Prose(QPlainTextEdit):
    """A text of several lines; Tab leaves it."""

    entered = Signal(str)
    """(text): another text stands there, and the field was left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setTabChangesFocus(True)

    def show_text(self, text: str) -> None:
        """Show `text`, as what stands in the tagset."""
        self._shown = text
        if text != self.toPlainText():
            self.setPlainText(text)

    def enter(self) -> None:
        """Tell of what stands there, if it is another text."""
        if self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.entered.emit(self._shown)

    def event(self, event: QEvent) -> bool:
        if leaves_undo(event, self.toPlainText() != self._shown):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.enter()


class KeyField(QLineEdit):
    """Takes the next key pressed as a label's key; Delete and Backspace take it away."""

    entered = Signal(str)
    """(key): as the tagset writes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("Press a key"))

    def show_text(self, text: str) -> None:
        """Show the key `text`, as what stands in the tagset."""
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take("")
        elif key := key_name(event):
            self._take(key)
        else:
            super().keyPressEvent(event)

    def _take(self, key: str) -> None:
        if key != self.text():
            self.setText(key)
            self.entered.emit(key)


class ColorField(QWidget):
    """A colour as `#rrggbb`, written or chosen; empty: given from the palette."""

    entered = Signal(str)
    """(colour): as the tagset writes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = Line(self.tr("from the palette"))
        self._line.entered.connect(self.entered)
        self._swatch = QToolButton()
        self._swatch.setToolTip(self.tr("Choose a colour"))
        self._swatch.setAccessibleName(self.tr("Choose a colour"))
        self._swatch.clicked.connect(self._choose)
        self._color = ""
        self.setFocusProxy(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._line, 1)
        row.addWidget(self._swatch)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self._line.setAccessibleDescription(description)

    def show_color(self, own: str, given: str) -> None:
        """Show a label's own colour (empty: none), and the one it is drawn in."""
        self._line.show_text(own)
        self._color = given
        self._swatch.setIcon(swatch(given))

    def _choose(self) -> None:
        dialog = QColorDialog(QColor(self._color), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(lambda color: self.entered.emit(color.name()))
        dialog.open()


class Choice(StillChoice):
    """One of several things, each shown by a name."""

    entered = Signal(object)
    """(value): another one was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.activated.connect(lambda index: self.entered.emit(self.itemData(index)))

    def show_choices(self, choices: Iterable[tuple[object, str]], chosen: object) -> None:
        """Offer (value, name) pairs, and show the value `chosen`."""
        self.clear()
        for value, name in choices:
            self.addItem(name, value)
        values = [self.itemData(index) for index in range(self.count())]
        self.setCurrentIndex(values.index(chosen) if chosen in values else -1)


def swatch(color: str) -> QIcon:
    """Return a square in a colour."""
    pixmap = QPixmap(QSize(16, 16))
    pixmap.fill(QColor(color))
    return QIcon(pixmap)


def shown_label(label: Label) -> str:
    """Return a label with its name in the running language, where it has one."""
    name = label.name(language())
    return label.label if name == label.label else f"{label.label} – {name}"
