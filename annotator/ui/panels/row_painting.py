"""How a row of a list looks: one delegate for all panels, painted from the theme's tokens."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from annotator.ui import icons, theme
from annotator.ui.fonts import font
from annotator.ui.panels.rows import Button, Row, RowModel, plain_tip
from annotator.ui.theme import BODY, SMALL, SPACE

ONE_LINE, TWO_LINES = 7 * SPACE, 12 * SPACE
"""Heights of rows: with the detail behind the text, and below it."""

_MARGIN, _GAP, _INDENT = 3 * SPACE, 2 * SPACE, 4 * SPACE
_ICON, _SWATCH, _BUTTON = 4 * SPACE, 3 * SPACE, 6 * SPACE
_WIDE = 40 * SPACE
"""Pixels in which a long text and the detail behind it have room."""
_LONGEST = 400
"""Characters of a text that are looked at: more than any list is wide."""


class RowPainter(QStyledItemDelegate):
    """Paints the rows of a RowView. `two_lines`: the detail goes below the text."""

    def __init__(self, two_lines: bool, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._two_lines = two_lines
        self.pointer: QPoint | None = None
        """Where the pointer is in the view, or None."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, TWO_LINES if self._two_lines else ONE_LINE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        assert isinstance(model, RowModel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The option says these too, but to read it all numbers of QStyle are loaded: slow.
        selected = self._view.selectionModel().isSelected(index)
        focused = self._view.hasFocus() and self._view.currentIndex() == index
        row = model.row_at(index.row())
        picture = _RowPicture(painter, option.rect, row, self.pointer, selected, focused)
        picture.draw(self._two_lines)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        model = index.model()
        button = (
            button_at(option.rect, model.row_at(index.row()), event.pos())
            if isinstance(model, RowModel)
            else None
        )
        if button is None:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), plain_tip(button.tip), view)
        return True


def button_at(area: QRect, row: Row, point: QPoint) -> Button | None:
    """Return the button of `row` at `point`, when the row is drawn in `area`, or None."""
    for button, place in zip(row.buttons, button_places(area, row), strict=True):
        if place.contains(point):
            return button
    return None


def button_places(area: QRect, row: Row) -> list[QRect]:
    """Return where the buttons of `row` are, when the row is drawn in `area`."""
    left = area.right() + 1 - SPACE - _BUTTON * len(row.buttons)
    top = area.top() + (area.height() - _BUTTON) // 2
    return [
        QRect(left + number * _BUTTON, top, _BUTTON, _BUTTON) for number in range(len(row.buttons))
    ]


class _RowPicture:
    """One row being painted: `left` and `right` move inwards as its parts are drawn."""

    def __init__(
        self,
        painter: QPainter,
        area: QRect,
        row: Row,
        pointer: QPoint | None,
        selected: bool,
        focused: bool,
    ) -> None:
        self._painter = painter
        self._row = row
        self._area = area
        self._pointer = pointer
        self._selected = selected
        self._focused = focused
        self._colors = theme.colors()
        self._left = self._area.left() + _MARGIN + row.level * _INDENT
        self._right = self._area.right() + 1 - _MARGIN

    def draw(self, two_lines: bool) -> None:
        self._draw_ground()
        self._draw_buttons()
        area = self._area
        if two_lines:
            middle = area.top() + area.height() // 2
            self._draw_leading(QRect(area.left(), area.top() + SPACE, 1, middle - area.top() - 4))
            upper = QRect(0, area.top() + SPACE, 0, middle - area.top() - SPACE)
            lower = QRect(0, middle, 0, area.bottom() + 1 - middle - SPACE)
            self._draw_text(upper, self._left, self._right)
            self._draw_counts(lower)
            self._draw_detail(lower, self._left, with_icon=True)
        else:
            line = QRect(0, area.top(), 0, area.height())
            self._draw_leading(line)
            self._draw_icon(line)
            self._draw_shortcut(line)
            self._draw_counts(line)
            end = self._draw_text(line, self._left, self._right - self._room_for_detail())
            self._draw_detail(line, end, with_icon=False)

    def _draw_ground(self) -> None:
        inner = self._area.adjusted(SPACE, 1, -SPACE, -1)
        if self._selected:
            self._rounded(inner, self._colors.selection)
        if self._row.marked:
            bar = QRect(self._area.left() + SPACE, inner.top() + 6, 3, inner.height() - 12)
            self._rounded(bar, self._colors.accent, radius=1.5)
        if self._focused:
            self._painter.setPen(QPen(QColor(self._colors.accent), 1.5))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(inner, 4, 4)

    def _draw_buttons(self) -> None:
        places = button_places(self._area, self._row)
        for button, place in zip(self._row.buttons, places, strict=True):
            hovered = self._pointer is not None and place.contains(self._pointer)
            if hovered:
                self._rounded(place.adjusted(1, 1, -1, -1), self._colors.selection)
            tone = self._colors.text if hovered or self._selected else self._colors.muted
            self._paint_icon(button.icon, tone, place.adjusted(4, 4, -4, -4))
        if places:
            self._right = places[0].left() - SPACE

    def _draw_leading(self, line: QRect) -> None:
        row = self._row
        middle = line.top() + line.height() // 2
        if row.open is not None:
            self._draw_chevron(QRect(self._left, middle - 4, 8, 8), row.open)
            self._left += 8 + _GAP - 2
        if row.checked is not None:
            self._draw_check(QRect(self._left, middle - 8, 16, 16), row.checked)
            self._left += 16 + _GAP
        if row.color:
            self._rounded(QRect(self._left, middle - 6, _SWATCH, _SWATCH), row.color, radius=3)
            self._left += _SWATCH + _GAP

    def _draw_icon(self, line: QRect) -> None:
        if self._row.icon:
            place = QRect(self._left, line.top() + (line.height() - _ICON) // 2, _ICON, _ICON)
            self._paint_icon(self._row.icon, self._tone(self._row.tone), place)
            self._left += _ICON + _GAP - 2

    def _draw_shortcut(self, line: QRect) -> None:
        if not self._row.shortcut:
            return
        metrics = QFontMetrics(font(SMALL))
        width = max(20, metrics.horizontalAdvance(self._row.shortcut) + 10)
        cap = QRect(self._right - width, line.top() + (line.height() - 18) // 2, width, 18)
        self._painter.setPen(QPen(QColor(self._colors.line), 1))
        self._painter.setBrush(QColor(self._colors.window))
        self._painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self._write(self._row.shortcut, cap, font(SMALL), self._colors.text, center=True)
        self._right = cap.left() - _GAP

    def _draw_counts(self, line: QRect) -> None:
        face = font(SMALL)
        metrics = QFontMetrics(face)
        for count in reversed(self._row.counts):
            width = metrics.horizontalAdvance(count.number) + 2
            place = QRect(self._right - width, line.top(), width, line.height())
            self._write(count.number, place, face, self._tone("muted"))
            self._right = place.left() - SPACE
            if count.icon:
                top = line.top() + (line.height() - 14) // 2
                self._paint_icon(
                    count.icon, self._tone("muted"), QRect(self._right - 14, top, 14, 14)
                )
                self._right -= 14
            self._right -= SPACE
        if self._row.counts:
            self._right -= SPACE

    def _room_for_detail(self) -> int:
        """Return what a long text leaves to the detail, which may be all that names the colour."""
        if not self._row.detail or self._right - self._left < _WIDE:
            return 0
        wanted = QFontMetrics(font(SMALL)).horizontalAdvance(self._row.detail[:_LONGEST]) + _GAP
        return min(wanted, (self._right - self._left) * 2 // 5)

    def _draw_text(self, line: QRect, left: int, right: int) -> int:
        """Draw the text between `left` and `right`; return where it ends."""
        row = self._row
        weight = QFont.Weight.DemiBold if row.heading or row.marked else QFont.Weight.Normal
        face = font(SMALL if row.heading else BODY, weight)
        face.setStrikeOut(row.struck)
        tone = "muted" if row.heading or row.faint else "text"
        place = QRect(left, line.top(), max(0, right - left), line.height())
        return left + self._write(row.text, place, face, self._tone(tone)) + _GAP

    def _draw_detail(self, line: QRect, left: int, with_icon: bool) -> None:
        row = self._row
        if with_icon and row.icon:
            place = QRect(left - 1, line.top() + (line.height() - 14) // 2, 14, 14)
            self._paint_icon(row.icon, self._tone(row.tone), place)
            left += 14 + SPACE
        if row.detail and left < self._right:
            place = QRect(left, line.top(), self._right - left, line.height())
            self._write(row.detail, place, font(SMALL), self._tone(row.detail_tone))

    def _draw_chevron(self, place: QRect, is_open: bool) -> None:
        path = QPainterPath()
        if is_open:
            path.moveTo(place.left(), place.top() + 2)
            path.lineTo(place.left() + 4, place.top() + 6)
            path.lineTo(place.left() + 8, place.top() + 2)
        else:
            path.moveTo(place.left() + 2, place.top())
            path.lineTo(place.left() + 6, place.top() + 4)
            path.lineTo(place.left() + 2, place.top() + 8)
        self._painter.setPen(QPen(QColor(self._colors.muted), 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)

    def _draw_check(self, place: QRect, checked: bool) -> None:
        box = place.toRectF().adjusted(1, 1, -1, -1)
        edge = self._colors.accent if checked else self._tone("muted")
        self._painter.setPen(QPen(QColor(edge), 1.5))
        self._painter.setBrush(QColor(self._colors.accent if checked else self._colors.page))
        self._painter.drawRoundedRect(box, 4, 4)
        if checked:
            tick = QPainterPath(box.topLeft() + QPointF(3.5, 7.5))
            tick.lineTo(box.topLeft() + QPointF(6, 10))
            tick.lineTo(box.topLeft() + QPointF(10.5, 4.5))
            self._painter.setPen(QPen(QColor(self._colors.on_accent), 2))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawPath(tick)

    def _write(self, text: str, place: QRect, face: QFont, color: str, center: bool = False) -> int:
        """Draw `text`, elided to `place`; return how wide it is."""
        metrics = QFontMetrics(face)
        shown = metrics.elidedText(text[:_LONGEST], Qt.TextElideMode.ElideRight, place.width())
        self._painter.setFont(face)
        self._painter.setPen(QColor(color))
        side = Qt.AlignmentFlag.AlignHCenter if center else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.drawText(place, int(flags) | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)

    def _paint_icon(self, name: str, color: str, place: QRect) -> None:
        icons.tinted(name, color).paint(self._painter, place)

    def _rounded(self, place: QRect, color: str, radius: float = 4) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(color))
        self._painter.drawRoundedRect(place, radius, radius)

    def _tone(self, name: str) -> str:
        """Return the colour called `name`; on the ground of selected rows, one that reads on it."""
        if self._selected and name == "muted":
            name = "text"
        return getattr(self._colors, name)
