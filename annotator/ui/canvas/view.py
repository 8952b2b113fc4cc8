"""The canvas: the widget that shows the open article with its annotations, and takes keys."""

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.model.annotation import Fragment
from annotator.model.change import Edit
from annotator.ui.canvas.caret import Caret
from annotator.ui.canvas.emphasis import emphasis_of
from annotator.ui.canvas.label_keys import label_of
from annotator.ui.canvas.scene import paint_stage
from annotator.ui.canvas.scale import Scale
from annotator.ui.canvas.stage import Density, Stage
from annotator.ui.commands import tag
from annotator.ui.editor import Editor

_CARET = 2
"""Width of the caret, in pixels."""


class Canvas(QAbstractScrollArea):
    """Shows the editor's open article, and changes its layer as keys and mouse say."""

    painted = Signal(int)
    """(number of the journal entry): an edit is seen on the screen."""
    context_requested = Signal(QPoint)
    """(place on the screen): a menu for what is selected was asked for."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._stage = Stage(editor, self)
        self._caret = Caret(self._stage)
        self._unpainted = False
        self._caret_on = True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._turn_caret)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(self.tr("Article"))
        self.viewport().setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        editor.opened.connect(self._open)
        editor.edited.connect(self._take)
        editor.selected.connect(self._follow)
        editor.revealed.connect(self._reveal)
        editor.tagset_changed.connect(self._stage.renew)
        self._open()

    @property
    def zoom(self) -> int:
        """The size of everything, in percent."""
        return self._stage.scale.zoom

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self._stage.scale = Scale(percent)
        self._stage.resize()

    @property
    def density(self) -> Density:
        """How much is shown: `arcs`, `labels` without arcs, or `underlines` alone."""
        return self._stage.density

    @density.setter
    def density(self, density: Density) -> None:
        self._stage.density = density
        self._stage.renew()

    def _open(self) -> None:
        self._stage.open()
        self._follow()

    def _take(self, edit: Edit, _initiator: object) -> None:
        self._stage.take(edit)
        self._emphasize()
        self._unpainted = True

    def _follow(self) -> None:
        self._caret.follow()
        self._emphasize()
        self._show_caret()

    def _reveal(self, stretch: Fragment) -> None:
        self._stage.reveal(stretch)

    def _emphasize(self) -> None:
        layer = self._editor.layer
        if layer is not None:
            self._stage.emphasis = emphasis_of(layer, self._editor.annotations, "")
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._caret.press(event):
            return
        found = label_of(event, self._editor.tagset)
        if found:
            tag(self._editor, *found, self)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_stage(painter, self._stage, event.rect())
        if self._caret_on and self.hasFocus() and self._editor.article:
            painter.fillRect(self._caret_box(), self._stage.look.accent)
        painter.end()
        if self._unpainted:
            self._unpainted = False
            self.painted.emit(self._editor.entry)

    def _caret_box(self) -> QRectF:
        box = self._stage.to_view(self._stage.page.caret(self._caret.position))
        return QRectF(box.left() - _CARET / 2, box.top(), _CARET, box.height())

    def _show_caret(self) -> None:
        self._caret_on = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if self.hasFocus() and flash > 0:
            self._blink.start(flash // 2)
        else:
            self._blink.stop()
        self.viewport().update()

    def _turn_caret(self) -> None:
        self._caret_on = not self._caret_on
        box = self._caret_box().toAlignedRect()
        self.viewport().update(box)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_caret()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stage.resize()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._stage.settle()
