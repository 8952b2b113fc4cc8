"""The panel below the text that finds in the whole project."""

from typing import TYPE_CHECKING, cast, get_args

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.model.annotation import Fragment
from annotator.model.message import AnnotatorError, Message, message
from annotator.search.hits import Hit, Order, is_as_found
from annotator.search.parsing import parse
from annotator.search.query import finds_annotations
from annotator.search.unknown import unknown
from annotator.ui.controls import SearchField, icon_button
from annotator.ui.hits.acts import Acts
from annotator.ui.hits.completion import QueryCompleter
from annotator.ui.hits.model import HitModel
from annotator.ui.hits.searching import MOST, Searching
from annotator.ui.hits.view import HitView
from annotator.ui.labels import ElidedLabel
from annotator.ui.language import say
from annotator.ui.panels.still_choice import StillChoice
from annotator.ui.theme import SPACE

if TYPE_CHECKING:
    from annotator.ui.window import Window

_TYPING = 250
"""Milliseconds without a key after which what was typed is searched for."""


class HitsPanel(QWidget):
    """A query, its hits in context, and what may be done to all that are ticked."""

    def __init__(self, window: "Window") -> None:
        super().__init__()
        self._window = window
        self._editor = window.editor
        self.model = HitModel(self)
        self.view = HitView(self.model, self)
        self.searching = Searching(self, self._editor.work.way)
        self._of_annotations = False
        """Whether what is listed are annotations; else it is stretches of text."""
        self._unknown: list[Message] = []
        """What is asked for that the tagset does not have."""
        self._typed = QTimer(self, singleShot=True, interval=_TYPING)
        self.field = SearchField(self.tr("Find in all articles: words, entity:PER, …"))
        self.count = ElidedLabel(role="muted")
        self.order = StillChoice(self.tr("Order of the hits"))
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.close_button = icon_button("close", self.tr("Close"))
        self.acts = Acts(window, self.model, self.search)
        self.setObjectName("HitsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._fill_orders()
        self._lay_out()
        self._connect()
        self._show_state()

    def _fill_orders(self) -> None:
        names = (
            self.tr("By article"), self.tr("By the words before"), self.tr("By the hit"),
            self.tr("By the words after"), self.tr("By label"),
        )  # fmt: skip
        for order, name in zip(get_args(Order), names, strict=True):
            self.order.addItem(name, order)

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QVBoxLayout()
        self.field.setMinimumWidth(30 * SPACE)
        self.order.setMinimumWidth(20 * SPACE)
        above.setContentsMargins(4 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        above.setSpacing(2 * SPACE)
        for each in (self.field, self.order, self.close_button):
            above.addWidget(each, 1 if each is self.field else 0)
        below.setContentsMargins(4 * SPACE, SPACE, 4 * SPACE, 2 * SPACE)
        below.setSpacing(SPACE)
        below.addWidget(self.count)
        below.addWidget(self.acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.view, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typed.start)
        self.field.returnPressed.connect(self.search)
        self.field.installEventFilter(self)
        QueryCompleter(self.field, self._editor)
        self._typed.timeout.connect(self.search)
        self.order.activated.connect(self._sort)
        self.close_button.clicked.connect(self.leave)
        self.view.chosen.connect(self.go_to)
        self.view.left.connect(self.field.setFocus)
        self.model.dataChanged.connect(self._show_state)
        self.searching.found.connect(self._add)
        self.searching.progressed.connect(self._show_progress)
        self.searching.ended.connect(self._end)
        self.searching.failed.connect(self._refuse)

    def begin(self) -> None:
        """Show the panel, and ask what to find; what is selected in the text is taken over."""
        self.show()
        article, (start, end) = self._editor.article, self._editor.stretch
        selected = article.text[start:end].strip() if article else ""
        if 0 < len(selected) < 100 and selected.isprintable():
            self.field.setText('"{}"'.format(selected.replace('"', '\\"')))
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.model.hits and not self._typed.isActive():
            self.search()

    def leave(self) -> None:
        """Close, and go back to the text."""
        self.hide()
        self._window.canvas.setFocus()

    def search(self) -> None:
        """Find what is typed, from the beginning."""
        self._typed.stop()
        self.searching.give_up()
        if self.acts.isAncestorOf(self._window.focusWidget() or self._window):
            self.view.setFocus()  # a button that can do nothing for now would give it to any part
        self.model.clear()
        self._unknown = []
        self._show_state()
        if not self.field.text().strip():
            return
        try:
            condition = parse(self.field.text())
        except AnnotatorError as error:
            self._refuse(error)
            return
        self._unknown = unknown(condition, self._editor.tagset)
        self._of_annotations = finds_annotations(condition)
        self.view.show_labels(self._of_annotations)
        self.searching.begin(self._editor.project, condition)

    def go_to(self, row: int) -> None:
        """Open the article of a hit, with the hit selected; the keyboard stays in the list."""
        hit = self.model.hits[row]
        if self._editor.project.listing.number(hit.article) is None:
            gone = message("The article {0} is no longer in the list.", hit.title)
            self._editor.refused.emit(gone)
            return
        if self._editor.article is None or self._editor.article.id != hit.article:
            self._editor.open(hit.article)
        layer = self._editor.layer
        if layer and is_as_found(hit, layer):
            self._editor.reveal(hit.annotation)
        elif hit.fragments:
            stretch = Fragment(hit.fragments[0].start, hit.fragments[-1].end)
            self._editor.select(stretch)
            self._editor.revealed.emit(stretch)

    def _sort(self) -> None:
        self.model.sort_by(cast("Order", self.order.currentData()))

    def _add(self, hits: list[Hit]) -> None:
        first = not self.model.hits
        self.model.add(hits)
        if first:
            self.model.settle()
            self.view.selectRow(0)
        self._show_state()

    def _end(self, complete: bool) -> None:
        self.model.settle()
        self._show_state()
        if not complete:
            self.count.setText(self.tr("The first {0} hits of more").format(MOST))

    def _refuse(self, error: AnnotatorError) -> None:
        self._show_state()
        tell = self.count.setText if self.model.hits else self.view.set_empty
        tell(say(error))

    def _show_progress(self, done: int, total: int) -> None:
        if total:
            said = self.tr("Hits: {0} · articles: {1} of {2}")
            self.count.setText(said.format(len(self.model.hits), done, total))

    def _show_state(self) -> None:
        ticked = self.model.count_ticked()
        self.acts.show_possible(of_annotations=self._of_annotations)
        self.count.setText(self._summary(ticked))
        self.view.set_empty(self._hint())

    def _summary(self, ticked: int) -> str:
        if not self.model.hits:
            return ""
        if ticked == len(self.model.hits):
            return self.tr("Hits: {0}").format(ticked)
        return self.tr("Hits: {0}, ticked: {1}").format(len(self.model.hits), ticked)

    def _hint(self) -> str:
        if self.searching.is_on:
            return self.tr("Searching…")
        if self.field.text().strip():
            return " ".join((self.tr("Nothing was found."), *map(say, self._unknown)))
        return self.tr(
            "Type words as they stand in the text, or what annotations are to be:"
            " entity:LOC, event:Meeting role:Place=Hà_Nội, entity:LOC inside event:Visit."
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and self.model.hits
        ):
            self.view.setFocus()
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        begun = self._typed.isActive() or self.searching.is_on
        if begun and not event.spontaneous():  # else the window is minimized
            self._typed.stop()
            self.searching.give_up()
            self.model.clear()  # else what was found so far would look like all of it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
