"""A flat button that says what is chosen and offers the other choices in a menu."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class ChoiceButton(QToolButton):
    """Offers groups of choices: each a name (an enum's value, say) and what it is called."""

    chosen = Signal(str)
    """(name): the user chose it."""

    def __init__(self, name: str, groups: tuple[Mapping[str, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._actions: dict[str, QAction] = {}
        menu = QMenu(self)
        for choices in groups:
            if self._actions:
                menu.addSeparator()
            group = QActionGroup(menu)
            for choice, text in choices.items():
                action = group.addAction(text)
                action.setCheckable(True)
                action.setData(choice)
                menu.addAction(action)
                self._actions[choice] = action
            next(iter(group.actions())).setChecked(True)
        menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.setMenu(menu)
        self.show_text(next(iter(groups[0].values())))

    def choose(self, choice: str) -> None:
        """Choose by name, as the user would."""
        self._actions[choice].trigger()

    def show_text(self, text: str) -> None:
        """Say what is chosen."""
        self.setText(f"{text} ▾")
