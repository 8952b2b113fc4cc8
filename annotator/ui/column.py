"""Several panels in one place: one is shown, the others are a tab away."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from annotator.ui.icons import icon
from annotator.ui.panels.panel import Panel


class TabbedPanels(QWidget):
    """Panels under tabs, of which the current one alone spells out its title.

    `titles` are by the names of the panels; each panel is made when it is first shown or asked for,
    and none is shown before `fill`.
    """

    def __init__(self, titles: Mapping[str, str], make: Callable[[str], Panel]) -> None:
        super().__init__()
        self._names = list(titles)
        self._titles = list(titles.values())
        self._make = make
        self._made: dict[str, Panel] = {}
        self._filled = False
        self._stack = QStackedWidget()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Panels"))
        for name, title in titles.items():
            index = self.tabs.addTab(icon(name), "")
            self.tabs.setTabToolTip(index, title)
            self.tabs.setAccessibleTabName(index, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._show_index)

    def __contains__(self, name: str) -> bool:
        return name in self._names

    @property
    def current_name(self) -> str:
        """The name of the panel shown."""
        return self._names[self.tabs.currentIndex()]

    @property
    def current(self) -> Panel:
        """The panel shown."""
        return self.panel(self.current_name)

    def panel(self, name: str) -> Panel:
        """Return the panel called `name`, one of these."""
        if name not in self._made:
            self._made[name] = self._make(name)
            self._stack.addWidget(self._made[name])
        return self._made[name]

    def show_panel(self, name: str) -> None:
        """Show the panel called `name`, one of these."""
        index = self._names.index(name)
        if index == self.tabs.currentIndex():
            self._show_index(index)
        else:
            self.tabs.setCurrentIndex(index)

    def fill(self) -> None:
        """Show the current panel, and from now on whichever is gone to."""
        self._filled = True
        self._show_index(self.tabs.currentIndex())

    def _show_index(self, index: int) -> None:
        if self._filled:
            self._stack.setCurrentWidget(self.current)
            self.current.order_stops(self.tabs)
        for each, title in enumerate(self._titles):
            self.tabs.setTabText(each, title if each == index else "")
