"""A hand on the canvas: keys and mouse, aimed at words of the text."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.ui.canvas import Canvas
from annotator.ui.canvas.hits import Part, hit_at
from annotator.ui.canvas.stage import Stage
from annotator.ui.editor import Editor
from annotator.ui.panels.picker import Picker

_NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """Presses keys and moves the mouse; knows where words and labels are."""

    def __init__(self, qtbot: QtBot, canvas: Canvas, editor: Editor) -> None:
        self.qtbot = qtbot
        self.canvas = canvas
        self.editor = editor
        self.view = canvas.viewport()

    @property
    def stage(self) -> Stage:
        return self.canvas.stage

    @property
    def text(self) -> str:
        assert self.editor.article
        return self.editor.article.text

    @property
    def selected(self) -> str:
        """Return the selected text."""
        return self.text[self.editor.stretch.start : self.editor.stretch.end]

    def annotations(self) -> list[tuple[str, str]]:
        """Return (label, words) of every annotation of the layer."""
        return [(each.label, each.text_in(self.text)) for each in self.editor.layer or ()]

    def key(self, keys: str, times: int = 1) -> None:
        """Press `keys`, written like `Shift+Right`."""
        for _ in range(times):
            QTest.keySequence(self.canvas, keys)

    def select(self, words: str, nth: int = 0) -> Fragment:
        """Select words by the editor, not by hand."""
        stretch = place(self.text, words, nth)
        self.editor.select(stretch)
        return stretch

    def before(self, words: str, nth: int = 0) -> QPoint:
        """Return the point of the view just inside the first character of `words`."""
        return self._point(place(self.text, words, nth).start, 2)

    def after(self, words: str, nth: int = 0) -> QPoint:
        """Return the point of the view just inside the last character of `words`."""
        return self._point(place(self.text, words, nth).end, -2)

    def _point(self, offset: int, aside: int) -> QPoint:
        box = self.stage.to_view(self.stage.page.caret(offset))
        return QPoint(round(box.x()) + aside, round(box.center().y()))

    def label(self, id: str) -> QPoint:
        """Return the middle of the label chip of the annotation `id`."""
        stage = self.stage
        for _, top, block in stage.page.visible(stage.seen.top(), stage.seen.bottom()):
            for line, marks in enumerate(block.marks):
                for piece in marks.pieces:
                    if piece.annotation.id == id and piece.chip:
                        bottom = block.tops[line] - stage.scale.above
                        y = top + bottom - piece.lane * stage.scale.lane - stage.scale.lane / 2
                        x = (piece.chip.left + piece.chip.right) / 2
                        hit = hit_at(stage, QPointF(x, y))
                        assert hit == ((id,), Part.LABEL), hit
                        return stage.to_view_point(QPointF(x, y)).toPoint()
        raise AssertionError(f"{id} has no label in view")

    def click(self, point: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, modifiers, point)

    def double_click(self, point: QPoint) -> None:
        self.click(point)
        QTest.mouseDClick(self.view, Qt.MouseButton.LeftButton, _NONE, point)

    def press(self, point: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        QTest.mousePress(self.view, Qt.MouseButton.LeftButton, modifiers, point)

    def move(self, point: QPoint) -> None:
        QTest.mouseMove(self.view, point)

    def release(self, point: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        QTest.mouseRelease(self.view, Qt.MouseButton.LeftButton, modifiers, point)

    def drag(self, begin: QPoint, end: QPoint) -> None:
        """Press at `begin`, go to `end` in two moves, and release."""
        self.press(begin)
        self.move((begin + end) / 2)
        self.move(end)
        self.release(end)

    def scroll(self, pixels: int) -> None:
        bar = self.canvas.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def picker(self) -> Picker:
        """Return the list that has come up."""
        found: list[Picker] = []

        def up() -> bool:
            found[:] = [
                each
                for each in QApplication.topLevelWidgets()
                if isinstance(each, Picker) and each.isVisible()
            ]
            return bool(found)

        self.qtbot.waitUntil(up)
        return found[0]


def place(text: str, words: str, nth: int = 0) -> Fragment:
    """Return where `words` stand in `text`, their nth place."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Fragment(start, start + len(words))


def entity(id: str, label: str, text: str, *words: str) -> Annotation:
    """Return an entity whose fragments are `words`, each after the one before."""
    fragments: list[Fragment] = []
    at = 0
    for each in words:
        start = text.index(each, at)
        at = start + len(each)
        fragments.append(Fragment(start, at))
    return Annotation(id, Kind.ENTITY, label, tuple(fragments))


def event(id: str, label: str, text: str, trigger: str, *links: tuple[str, str]) -> Annotation:
    """Return an event with its trigger (empty: none) and its arguments (role, target)."""
    fragments = (place(text, trigger),) if trigger else ()
    arguments = tuple(Link(role, target) for role, target in links)
    return Annotation(id, Kind.EVENT, label, fragments, arguments)
