"""Several panels in one place: one is shown, the others are a tab away."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from annotator.ui.icons import icon
from annotator.ui.panels.panel import Panel


class TabbedPanels(QWidget):
    """Panels under tabs, of which the current one alone spells out its title."""

    def __init__(self, panels: list[Panel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panels = panels
        self._stack = QStackedWidget()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Panels"))
        for panel in panels:
            index = self.tabs.addTab(icon(panel.icon), "")
            self.tabs.setTabToolTip(index, panel.title())
            self.tabs.setAccessibleTabName(index, panel.title())
            self._stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._show_index)
        self._show_index(0)

    @property
    def current(self) -> Panel:
        """The panel shown."""
        return self.panels[self.tabs.currentIndex()]

    def show_panel(self, panel: Panel) -> None:
        """Show `panel`, one of these."""
        self.tabs.setCurrentIndex(self.panels.index(panel))

    def _show_index(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        for each, panel in enumerate(self.panels):
            self.tabs.setTabText(each, panel.title() if each == index else "")
