"""The widget that shows the open article with its annotations; it takes no orders itself."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from annotator.model.annotation import Fragment
from annotator.model.change import Edit
from annotator.suggest.suggestion import Suggestion
from annotator.ui.canvas.accessible import Speaker, install
from annotator.ui.canvas.blink import Blink
from annotator.ui.canvas.caret import Caret
from annotator.ui.canvas.overview import WIDTH, Overview
from annotator.ui.canvas.scale import Scale
from annotator.ui.canvas.scene import paint_stage
from annotator.ui.canvas.stage import Density, Stage
from annotator.ui.controls import draw_hint
from annotator.ui.editor import Editor

_CARET = 2
"""Width of the caret, in pixels."""


class Place(NamedTuple):
    """What another canvas needs to look the same: part of the text, and how it is shown."""

    scroll: int
    zoom: int
    density: Density
    show_clusters: bool


class Surface(QAbstractScrollArea):
    """Draws the editor's open article and follows all that happens to it."""

    painted = Signal(int)
    """(number of the newest journal entry that is seen): an edit or a selection was painted."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install()
        self.setViewport(QWidget())  # to name one of Qt's making, PySide loads all kinds: 45 ms
        self._editor = editor
        self.stage = Stage(editor, self)
        self.caret = Caret(self.stage)
        self._speaker = Speaker(self)
        self._blink = Blink(self.viewport(), self._caret_pixels, self._paint_stage)
        self._overview = Overview(editor, self)
        self._overview.asked.connect(self._go_to)
        self._unseen = False
        self._selection = editor.stretch
        """What is selected in the view as it was painted."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewportMargins(0, 0, WIDTH, 0)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        editor.opened.connect(self._open)
        editor.edited.connect(self._take)
        editor.selected.connect(self._follow)
        editor.filling_changed.connect(self._follow_filling)
        editor.revealed.connect(self._reveal)
        editor.tagset_changed.connect(self._open)
        editor.suggestions.changed.connect(self._take_suggestions)
        editor.suggestions.focus_changed.connect(self._follow_filling)
        editor.suggestions.likeliest.changed.connect(self._follow_likeliest)
        self._open()

    @property
    def zoom(self) -> int:
        """The size of everything, in percent; 60 to 250."""
        return self.stage.scale.zoom

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self.stage.scale = Scale(percent)
        self.stage.resize()

    @property
    def density(self) -> Density:
        """How much is shown: `arcs`, `labels` without arcs, or `underlines` alone."""
        return self.stage.density

    @density.setter
    def density(self, density: Density) -> None:
        self.stage.density = density
        self.stage.renew()

    @property
    def show_clusters(self) -> bool:
        """Whether the mentions of every coreference cluster are joined, not only of the chosen."""
        return self.stage.attention.show_clusters

    @show_clusters.setter
    def show_clusters(self, show: bool) -> None:
        self.stage.attention.show_clusters = show
        self.stage.attention.follow()

    def show_hits(self, hits: list[Fragment]) -> None:
        """Mark what a search has found, sorted and not overlapping."""
        self.stage.hits = hits
        self.stage.damage.everywhere()

    def place(self) -> Place:
        """Return what `restore_place` of another canvas needs to look as this one does."""
        scroll = self.verticalScrollBar().value()
        return Place(scroll, self.zoom, self.density, self.show_clusters)

    def restore_place(self, place: Place) -> None:
        """Show the part of the article that another canvas showed, as it did."""
        self.zoom, self.density, self.show_clusters = place.zoom, place.density, place.show_clusters
        self.stage.scroll_by(place.scroll - self.verticalScrollBar().value())

    def _open(self) -> None:
        self.stage.open()
        self._overview.look = self.stage.look
        self._overview.read()
        self.stage.attention.renew()
        self._follow()

    def _take(self, edit: Edit, _initiator: object) -> None:
        self.stage.take(edit)
        self._overview.take(edit)
        self.stage.attention.renew()
        self._unseen = True

    def _follow(self) -> None:
        self._unseen = True
        self.caret.follow()
        self.stage.settle()  # what was looked at may have got another height
        self.stage.damage.of_selection(self._selection, self.caret.stretch)
        self._selection = self.caret.stretch
        self.stage.attention.follow()
        self._show_caret()
        self._speaker.tell()

    def _take_suggestions(self, differing: list[Suggestion]) -> None:
        """Show other suggestions; the line with the caret stays where it is, if it is in view."""
        stage, article = self.stage, self._editor.article
        if article is None or stage.page.text != article.text:
            return  # another article is being opened: all of it will be shown anew
        before = self._caret_box().top() if self._caret_is_laid_out() else -1.0
        stage.take_suggestions(differing)
        self._unseen = True
        for _ in range(3 if 0 <= before < self.viewport().height() else 0):
            moved = round(self._caret_box().top() - before)
            if moved:  # what comes into view by it may have another height, too
                stage.scroll_by(moved)

    # Qt lets go of methods of this widget when it is gone, but not of those of plain objects.
    def _follow_filling(self) -> None:
        self.stage.attention.follow()

    def _follow_likeliest(self) -> None:
        self.stage.damage.of_ghost()

    def _reveal(self, stretch: Fragment) -> None:
        self.stage.reveal(stretch)

    def _go_to(self, part: float) -> None:
        offset = round(part * len(self.stage.page.text))
        self.stage.reveal(Fragment(offset, offset))

    def paintEvent(self, event: QPaintEvent) -> None:
        self.stage.damage.check()
        painter = QPainter(self.viewport())
        self._blink.paint(painter, event.region(), self.stage.look.accent)
        painter.end()
        if hint := self.hint:
            draw_hint(self.viewport(), hint, top=round(self.stage.top))
        if self._unseen:
            self._unseen = False
            self.painted.emit(self._editor.entry)

    @property
    def hint(self) -> str:
        """What can be done with an article that has no text; empty for any other."""
        article = self._editor.article
        if article is None or (article.text and not article.text.isspace()):
            return ""
        return self.tr(
            "This article has no text. It can have labels as a whole, in the Links panel; “Remove"
            " the article” in the Article menu takes it off the list."
        )

    def _paint_stage(self, painter: QPainter, region: QRegion) -> None:
        paint_stage(painter, self.stage, region)

    def _caret_is_laid_out(self) -> bool:
        page = self.stage.page
        return page.current(page.paragraph_of(self.caret.position))

    def _caret_box(self) -> QRectF:
        box = self.stage.to_view(self.stage.page.caret(self.caret.position))
        return QRectF(box.left() - _CARET / 2, box.top(), _CARET, box.height())

    def _caret_pixels(self) -> QRect:
        """Return where the caret is drawn; empty where there is no text, or it is not laid out."""
        if self._editor.article and self._caret_is_laid_out():
            return self._caret_box().toRect()
        return QRect()

    def _show_caret(self) -> None:
        if self.hasFocus():
            self._blink.start()
        else:
            self._blink.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_caret()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        view = self.viewport().geometry()
        self._overview.setGeometry(view.right() + 1, view.top(), WIDTH, view.height())
        self.stage.resize()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._editor.work.way.give()
        self.stage.settle()
        self.stage.attention.scrolled()
