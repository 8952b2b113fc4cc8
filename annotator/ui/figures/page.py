"""One page of figures: its picture, and beside it the same numbers as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.model.palette import Tint
from annotator.ui.figures.content import Bars, Columns, Content, Series, View
from annotator.ui.figures.plots import MOST_BARS, Plot, plot
from annotator.ui.figures.table import FiguresTable
from annotator.ui.labels import ElidedLabel, plain, wrapped
from annotator.ui.theme import SPACE

_SWATCH = 3 * SPACE
_LEGEND_COLUMNS = 3


class Page(QWidget):
    """Shows the content it is given, and says so where there is none; made when it is seen."""

    article_chosen = Signal(str)
    """Enter or a double click in the row of an article."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        self._content = content
        self._stale = True
        """Whether the content is still to be drawn."""
        self._made = False
        self._plot: Plot | None = None
        self._shared_by_hand = False

    def _make(self) -> None:
        self._made, content = True, self._content
        self.choice = QComboBox()
        self.choice.setAccessibleName(content.choice)
        self._caption = plain(content.choice, "muted")
        self._caption.setBuddy(self.choice)
        self._remark = wrapped("", "muted")
        self.table = FiguresTable(content.title)
        self._drawing = QScrollArea()
        self._drawing.setWidgetResizable(True)
        self._drawing.setFrameShape(QFrame.Shape.NoFrame)
        self._drawing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._whole = QStackedWidget()
        self._empty = wrapped(content.empty, "muted")
        self._lay_out()
        self.table.row_reached.connect(self._mark)
        self.table.article_chosen.connect(self.article_chosen)
        self.choice.currentIndexChanged.connect(self._show)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * SPACE)
        top.addWidget(self._caption)
        top.addWidget(self.choice)
        top.addWidget(self._remark, 1)
        top.addStretch()
        self.choice.setMinimumWidth(40 * SPACE)
        self.choice.setMaximumWidth(80 * SPACE)
        self._halves.setChildrenCollapsible(False)
        self._halves.setHandleWidth(1)
        self._halves.addWidget(self._drawing)
        self._halves.addWidget(self.table)
        self._halves.splitterMoved.connect(self._note_hand)
        figures = QWidget()
        column = QVBoxLayout(figures)
        column.setContentsMargins(0, 2 * SPACE, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addLayout(top)
        column.addWidget(self._halves, 1)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._whole.addWidget(figures)
        self._whole.addWidget(self._empty)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._whole)

    @property
    def has_figures(self) -> bool:
        """Whether there is a table."""
        return bool(self._content.views)

    def show_content(self, content: Content) -> None:
        """Show other figures, of what was chosen before if they have it; once they are seen."""
        self._content = content
        self._stale = True
        if self.isVisible():
            self._take()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._take()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._made:
            self._share()

    def _take(self) -> None:
        if not self._made:
            self._make()
        content, self._stale = self._content, False
        before = self.choice.currentText()
        names = list(content.views)
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems(names)
        self.choice.setCurrentIndex(max(0, self.choice.findText(before)))
        self.choice.blockSignals(False)
        for widget in (self.choice, self._caption):
            widget.setVisible(len(names) > 1 or bool(names and names[0]))
        self._whole.setCurrentIndex(0 if names else 1)
        if names:
            self._show()

    def _show(self) -> None:
        view = self._content.views[self.choice.currentText()]
        self.table.show_table(view.table)
        remarks = [view.remark, *_left_out(view)]
        self._remark.setText(" ".join(filter(None, remarks)))
        self._remark.setVisible(any(remarks))
        self._drawing.setVisible(view.picture is not None)
        self._plot = None
        QTimer.singleShot(0, self, self._draw)  # the table is seen first

    def _note_hand(self) -> None:
        self._shared_by_hand = True

    def _share(self) -> None:
        """Give the table the room for its columns, up to two thirds, until somebody says else."""
        if not self._shared_by_hand:
            room = self._halves.width()
            table = min(self.table.wanted_width(), room * 2 // 3)
            self._halves.setSizes([room - table, table])

    def _draw(self) -> None:
        self._share()
        view = self._content.views.get(self.choice.currentText())
        if view and view.picture and self._plot is None:
            self._drawing.setWidget(self._drawn(view.picture))

    def _drawn(self, picture: Bars | Columns) -> QWidget:
        drawn = QWidget()
        drawn.setProperty("role", "page")
        drawn.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(drawn)
        column.setContentsMargins(0, SPACE, 2 * SPACE, SPACE)
        if len(picture.series) > 1:
            column.addWidget(_legend(picture.series))
        self._plot = plot(picture)
        self._plot.setAccessibleName(
            _tr("Picture of the table beside: {0}").format(self._content.title)
        )
        column.addWidget(self._plot)
        if isinstance(picture, Bars):
            column.addStretch(1)
        return drawn

    def _mark(self, row: int) -> None:
        """Mark in the picture what the keyboard has reached in the table."""
        place = self._plot.show_row(row) if self._plot else None
        if self._plot and place:
            top = self._plot.y() + place[0]
            self._drawing.ensureVisible(0, (top + self._plot.y() + place[1]) // 2, 0, 6 * SPACE)


def _left_out(view: View) -> list[str]:
    rows = len(view.table.rows)
    if isinstance(view.picture, Bars) and rows > MOST_BARS:
        return [_tr("Drawn are the first {0} of {1} rows.").format(MOST_BARS, rows)]
    return []


def _legend(series: Sequence[Series]) -> QWidget:
    """Return what says which colour is whose."""
    legend = QWidget()
    grid = QGridLayout(legend)
    grid.setContentsMargins(2 * SPACE, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE)
    for number, each in enumerate(series):
        row, place = divmod(number, _LEGEND_COLUMNS)
        swatch = QLabel()
        swatch.setPixmap(_swatch(each.tints[0]))
        name = ElidedLabel("small")
        name.setText(each.name)
        grid.addWidget(swatch, row, 2 * place)
        grid.addWidget(name, row, 2 * place + 1)
        grid.setColumnStretch(2 * place + 1, 1)
    return legend


def _swatch(tint: Tint) -> QPixmap:
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(QColor(tint.chip))
    painter = QPainter(pixmap)
    painter.setPen(QColor(tint.line))
    painter.drawRect(QRect(0, 0, _SWATCH - 1, _SWATCH - 1))
    painter.end()
    return pixmap


def _tr(text: str) -> str:
    return QCoreApplication.translate("Figures", text)
