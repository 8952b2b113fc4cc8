"""The tour: five callouts on the real window, by keyboard or mouse, skippable at any time."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.ui import settings as wishes
from annotator.ui import theme
from annotator.ui.labels import plain, wrapped
from annotator.ui.notices import announce
from annotator.ui.theme import SPACE

if TYPE_CHECKING:
    from annotator.ui.window import Window

_CARD_WIDTH = 340


class Step(NamedTuple):
    """One callout: on which part of the window, and what it says."""

    part: QWidget
    title: str
    text: str


class Tour(QWidget):
    """Lies over the window and lets one part after another shine through."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("Tour")
        self.setProperty("dialog", True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._steps = self._make_steps()
        self._at = 0
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self._card.setFixedWidth(_CARD_WIDTH)
        self._title = plain("", "heading")
        self._text = wrapped("")
        self._count = plain("", "small")
        self.skip = QPushButton(self.tr("Skip"), flat=True)
        self.back = QPushButton(self.tr("Back"))
        self.next = QPushButton(default=True)
        self._lay_out()
        window.installEventFilter(self)

    def _make_steps(self) -> list[Step]:
        window = self._window
        return [
            Step(
                window.left,
                self.tr("Your articles"),
                self.tr(
                    "Drop files or folders on the window to add more. Alt+Down opens the next one."
                ),
            ),
            Step(
                window.canvas,
                self.tr("Tag what you read"),
                self.tr(
                    "Select words by mouse or with Shift and the arrows, and press a label's key."
                    " With nothing selected, the word at the caret is tagged. Ctrl+Z takes back"
                    " anything."
                ),
            ),
            Step(
                window.above,
                self.tr("Labels and their keys"),
                self.tr(
                    "Each label shows its key, how often it is used, and what it is for. A click"
                    " tags, too. Ctrl+T changes the labels."
                ),
            ),
            Step(
                window.below,
                self.tr("Events"),
                self.tr(
                    "Tag the word that says what happened with an event's key. Then fill its roles:"
                    " press Enter on it, or drag from it to a mention."
                ),
            ),
            Step(
                window.menuBar(),
                self.tr("Everything else"),
                self.tr(
                    "Ctrl+K finds any command, label or article. F1 shows all keys. Ctrl+E exports"
                    " your work. It is saved at every step; there is nothing to save."
                ),
            ),
        ]

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * SPACE)
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        column.setSpacing(2 * SPACE)
        for widget in (self._count, self._title, self._text):
            column.addWidget(widget)
        column.addSpacing(2 * SPACE)
        column.addLayout(buttons)
        self.skip.clicked.connect(self.close)
        self.back.clicked.connect(lambda: self._go(self._at - 1))
        self.next.clicked.connect(lambda: self._go(self._at + 1))

    def begin(self) -> None:
        """Show the first callout; it was seen, then, and does not come by itself again."""
        self._window.program.remember(wishes.TOUR_SEEN, True)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._go(0)

    def _go(self, step: int) -> None:
        if step >= len(self._steps):
            self.close()
            return
        self._at = max(0, step)
        _, title, text = self._steps[self._at]
        count = self.tr("{0} of {1}").format(self._at + 1, len(self._steps))
        self._count.setText(count)
        self._title.setText(title)
        self._text.setText(text)
        last = self._at == len(self._steps) - 1
        self.next.setText(self.tr("Begin") if last else self.tr("Next"))
        self.skip.setHidden(last)
        self.back.setEnabled(self._at > 0)
        window, part = self._window, self._steps[self._at].part
        if part in (window.above, window.below):
            window.raise_panel("labels" if part is window.above else "events")
        self.setAccessibleName(f"{title}. {text}")
        announce(self, self.accessibleName())
        self._place()
        self.next.setFocus()

    def _place(self) -> None:
        column = self._card.layout()
        assert column is not None
        self._card.resize(_CARD_WIDTH, column.totalHeightForWidth(_CARD_WIDTH))
        hole, card = self._hole(), self._card.size()
        room = self.rect().adjusted(4 * SPACE, 4 * SPACE, -4 * SPACE, -4 * SPACE)
        gap = 3 * SPACE
        top = max(room.top(), min(hole.top() + gap, room.bottom() - card.height()))
        if hole.right() + gap + card.width() <= room.right() and hole.width() < self.width() // 2:
            corner = QPoint(hole.right() + gap, top)
        elif hole.left() - gap - card.width() >= room.left():
            corner = QPoint(hole.left() - gap - card.width(), top)
        else:
            below = min(hole.bottom() + gap, room.bottom() - card.height())
            corner = QPoint(hole.center().x() - card.width() // 2, below)
            corner.setX(max(room.left(), min(corner.x(), room.right() - card.width())))
        self._card.move(corner)
        self.update()

    def _hole(self) -> QRect:
        part = self._steps[self._at].part
        return QRect(part.mapTo(self._window, QPoint(0, 0)), part.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QPainterPath()
        shade.addRect(self.rect())
        shade.addRoundedRect(self._hole().toRectF(), 6, 6)
        painter.fillPath(shade, QColor(0, 0, 0, 120))
        painter.setPen(QColor(theme.colors().accent))
        painter.drawRoundedRect(self._hole(), 6, 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_Right | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go(self._at + 1)
            case Qt.Key.Key_Left:
                self._go(self._at - 1)
            case _:
                event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        buttons = [each for each in (self.skip, self.back, self.next) if each.isEnabledTo(self)]
        buttons = [each for each in buttons if each.isVisible()]
        at = next((n for n, each in enumerate(buttons) if each.hasFocus()), 0)
        buttons[(at + (1 if forward else -1)) % len(buttons)].setFocus(
            Qt.FocusReason.TabFocusReason
        )
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def hideEvent(self, event: object) -> None:
        self._window.canvas.setFocus()
