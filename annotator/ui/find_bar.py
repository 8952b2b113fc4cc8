"""The bar above the article that finds in it as one types."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QWidget

from annotator.language.find import FindError, Query, SlowError, find
from annotator.model.annotation import Fragment
from annotator.model.message import AnnotatorError
from annotator.ui.controls import SearchField, icon_button
from annotator.ui.labels import ElidedLabel
from annotator.ui.language import say
from annotator.ui.theme import SPACE
from annotator.ui.work import Job, Work

if TYPE_CHECKING:
    from annotator.ui.window import Window

_LEAST_WIDTH = 120 * SPACE
"""In less there is no room for all in one line."""

_AT_ONCE = 0.01
"""Seconds for which what is found is waited for; then it is looked for behind."""

_LONGEST_TEXT = 20_000
"""Characters of an article in which an expression is not looked for at once: to make more ready for
it (to compose them) takes longer than that by itself.
"""

_LONGEST_SELECTION = 100
"""Characters of selected text that are taken over as what is looked for."""


class FindBar(QWidget):
    """Marks every hit in the text, selects one of them, and counts them."""

    def __init__(self, window: "Window") -> None:
        super().__init__()
        self._editor = window.editor
        self._canvas = window.canvas
        self._work = Work(self, window.editor.work.way)
        self._job: Job | None = None
        """What looks behind for what takes long."""
        self._start = 0
        """Where the caret was when what is looked for began to be typed."""
        self.hits: list[Fragment] = []
        """Where in the open article what is looked for stands."""
        self.setProperty("role", "message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = SearchField(self.tr("Find in the article"))
        self.count = ElidedLabel(role="muted")
        self.case = _switch("Aa", self.tr("Capitals matter"))
        self.diacritics = _switch("ă", self.tr("Letters without diacritics find only these"))
        self.whole_words = _switch("“a”", self.tr("Whole words"))
        self.expression = _switch(".*", self.tr("Regular expression"))
        self.previous = icon_button("previous", self.tr("Previous hit"))
        self.next = icon_button("next", self.tr("Next hit"))
        self.close_button = icon_button("close", self.tr("Close"))
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self._parts.setContentsMargins(4 * SPACE, SPACE, 2 * SPACE, SPACE)
        self._parts.setSpacing(SPACE)
        self.field.setMinimumWidth(30 * SPACE)
        switches = self.case, self.diacritics, self.whole_words, self.expression
        for stretching, others in (
            (self.field, (self.previous, self.next)),
            (self.count, (*switches, self.close_button)),
        ):
            row = QHBoxLayout()
            row.setSpacing(SPACE)
            row.addWidget(stretching, 1)
            for each in others:
                row.addWidget(each)
            self._parts.addLayout(row, 1 if stretching is self.field else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on in a second line where one has no room for all."""
        super().resizeEvent(event)
        narrow = event.size().width() < _LEAST_WIDTH
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search_anew)
        for each in (self.case, self.diacritics, self.whole_words, self.expression):
            each.toggled.connect(self._search_anew)
        self.previous.clicked.connect(self.go_to_previous)
        self.next.clicked.connect(self.go_to_next)
        self.close_button.clicked.connect(self.leave)
        self._editor.opened.connect(self._search)
        self._editor.selected.connect(self._tell_count)

    def begin(self) -> None:
        """Ask what to look for; a short selection is taken over."""
        start, end = self._editor.stretch
        article = self._editor.article
        selected = article.text[start:end] if article else ""
        self._start = start
        self.show()
        if 0 < len(selected) <= _LONGEST_SELECTION and selected.isprintable():
            self.field.setText(selected)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def leave(self) -> None:
        """Close, with the hit selected in the text."""
        self.hide()
        self._show_hits([])
        self._canvas.setFocus()

    def go_to_next(self) -> None:
        """Select the hit after what is selected; after the last one comes the first."""
        self._step(1)

    def go_to_previous(self) -> None:
        """Select the hit before what is selected; before the first one comes the last."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if not self.isVisible() and self.field.text():
            self.show()
            self._search()
        if not self.hits:
            return
        here = self._editor.stretch
        number = bisect_left(self.hits, here)
        at_hit = number < len(self.hits) and self.hits[number] == here
        self._go_to(number + step if at_hit or step < 0 else number)

    def _go_to(self, number: int) -> None:
        hit = self.hits[number % len(self.hits)]
        self._editor.select(hit)
        self._editor.revealed.emit(hit)

    def _search_anew(self) -> None:
        """Look for what is typed now, and go to the first hit from where one began."""
        self._search(goes_there=True)

    def _search(self, goes_there: bool = False) -> None:
        self._give_up()
        if not self.isVisible():
            return
        article = self._editor.article
        text = article.text if article else ""
        query = Query(
            self.field.text(),
            self.case.isChecked(),
            self.diacritics.isChecked(),
            self.whole_words.isChecked(),
            self.expression.isChecked(),
        )
        if query.expression and len(text) > _LONGEST_TEXT:
            self._search_behind(query, text, goes_there)
            return
        try:
            self._take(find(query, text, _AT_ONCE), goes_there)
        except SlowError:
            self._search_behind(query, text, goes_there)
        except FindError as error:
            self._refuse(error)

    def _search_behind(self, query: Query, text: str, goes_there: bool) -> None:
        self._show_hits([])
        self.count.setText(self.tr("Searching…"))
        self._job = self._work.begin(
            "",
            lambda job: [] if job.cancelled() else find(query, text),
            lambda hits: self._take(hits, goes_there),
        )
        self._job.failed.connect(self._fail)

    def _give_up(self) -> None:
        """Wait no longer for what is found behind."""
        if self._job:
            self._job.abandon()
            self._job = None

    def _take(self, hits: list[Fragment], goes_there: bool) -> None:
        self._job = None
        self._show_hits(hits)
        if hits and goes_there:
            self._go_to(bisect_left(hits, (self._start, self._start)))

    def _fail(self, error: AnnotatorError) -> None:
        self._job = None
        self._refuse(error)

    def _refuse(self, error: AnnotatorError) -> None:
        self._show_hits([])
        self.count.setText(say(error))

    def _show_hits(self, hits: list[Fragment]) -> None:
        self.hits = hits
        self._canvas.show_hits(hits)
        self._tell_count()

    def _tell_count(self) -> None:
        if self.isHidden() or self._job:
            return
        here = bisect_left(self.hits, self._editor.stretch)
        if not self.field.text():
            self.count.setText("")
        elif not self.hits:
            self.count.setText(self.tr("Not found"))
        elif here < len(self.hits) and self.hits[here] == self._editor.stretch:
            self.count.setText(self.tr("{0} of {1}").format(here + 1, len(self.hits)))
        else:
            self.count.setText(self.tr("Hits: {0}").format(len(self.hits)))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # else the window is minimized
            self._give_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.go_to_previous() if back else self.go_to_next()
            case _:
                super().keyPressEvent(event)


def _switch(sign: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setCheckable(True)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
