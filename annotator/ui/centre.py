"""The middle of the window: the text, with what finds in it above, and in all articles below."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from annotator.ui.find_bar import FindBar
    from annotator.ui.hits import HitsPanel
    from annotator.ui.window import Window


class Centre(QSplitter):
    """Shows the text, or an empty page; what finds is made when it is first asked for."""

    def __init__(self, window: "Window", empty: QWidget, canvas: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._window = window
        self._empty, self._canvas = empty, canvas
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(canvas)
        above = QWidget()
        self._column = QVBoxLayout(above)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._pages, 1)
        self.addWidget(above)

    def show_page(self, page: QWidget) -> None:
        """Show the text, or the empty page; what is not shown asks for no room."""
        for each in (self._empty, self._canvas):
            asks = QSizePolicy.Policy.Expanding if each is page else QSizePolicy.Policy.Ignored
            each.setSizePolicy(asks, asks)
        self._pages.setCurrentWidget(page)

    @cached_property
    def find_bar(self) -> "FindBar":
        """The bar that finds in the article."""
        from annotator.ui.find_bar import FindBar

        bar = FindBar(self._window)
        self._column.insertWidget(0, bar)
        return bar

    @cached_property
    def hits(self) -> "HitsPanel":
        """The panel that finds in the whole project."""
        from annotator.ui.hits import HitsPanel

        panel = HitsPanel(self._window)
        self.addWidget(panel)
        self.setSizes([3, 2])
        return panel
