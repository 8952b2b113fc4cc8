"""What is painted anew in parts looks as if all had been painted anew."""

import random

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.ui.commands import remove_selected
from tests.ui.canvas.acting import Hand, entity, event, place
from tests.ui.canvas.conftest import Begin
from tests.ui.canvas.pictures import on_screen, painted_anew, shows_all

TEXT = (
    "Chiều qua, Ủy ban nhân dân tỉnh Sơn Hà họp với ông Đỗ Quang Minh ở Lâm Khê về vụ lúa mới.\n"
    "Bà Lý Thị Hoa bị bắt tại Sơn Hà, theo Ủy ban nhân dân tỉnh; cuộc họp kéo dài đến khuya và"
    " kết thúc ở Lâm Khê.\n\n"
) * 6

KEYS = (
    *("Right", "Left", "Down", "Up", "Ctrl+Right", "Ctrl+Left", "Home", "End"),
    *("Shift+Right", "Shift+Left", "Shift+Down", "Ctrl+Shift+Right", "Ctrl+Shift+End"),
    *("1", "2", "3", "M", "Shift+A", "Esc", "PgDown", "PgUp"),
)

ACTS = ("undo", "redo", "next", "previous", "hover", "remove", "look", "scroll", "scroll", "D")
BLINKS = ("blink", "blink", "blink and scroll", "focus")


@pytest.fixture
def hand(begin: Begin, solid_lines: None) -> Hand:
    QApplication.setCursorFlashTime(10_000_000)  # else the caret may blink between two pictures
    return begin(
        TEXT,
        entity("E1", "ORG", TEXT, "Ủy ban nhân dân tỉnh Sơn Hà"),
        entity("E2", "PER", TEXT, "Đỗ Quang Minh"),
        event("V1", "Meeting", TEXT, "họp", ("Organizer", "E2"), ("Chair", "E2")),
        height=420,
    )


def blink(hand: Hand) -> None:
    """Let the caret's time pass: it shows where it did not, or no more."""
    (timer,) = hand.view.findChildren(QTimer)
    assert timer.isActive() == hand.canvas.hasFocus()
    if timer.isActive():
        timer.timeout.emit()


def let_blink(hand: Hand, done: str) -> None:
    """Let the caret blink, alone or while all is scrolled, or not blink any more."""
    if done == "focus":
        hand.canvas.clearFocus() if hand.canvas.hasFocus() else hand.canvas.setFocus()
        return
    blink(hand)
    if done == "blink and scroll":
        hand.scroll(17)


@pytest.mark.parametrize("seed", [0, 1, 2, 24, 191, 194])
def test_the_screen_shows_what_painting_everything_would(hand: Hand, seed: int) -> None:
    chance = random.Random(seed)
    assert on_screen(hand) == painted_anew(hand)
    for _ in range(60):
        done = chance.choice((*KEYS, *ACTS, *BLINKS))
        match done:
            case "undo":
                hand.editor.undo()
            case "redo":
                hand.editor.redo()
            case "next":
                hand.canvas.go_to_next_mention()
            case "previous":
                hand.canvas.go_to_previous_mention()
            case "hover":
                hand.move(QPoint(chance.randrange(700), chance.randrange(400)))
            case "remove":
                remove_selected(hand.editor)
            case "scroll":
                hand.scroll(chance.randrange(-150, 150))
            case "blink" | "blink and scroll" | "focus":
                let_blink(hand, done)
            case "look":
                hand.canvas.density = chance.choice(("arcs", "labels", "underlines"))
                hand.canvas.zoom = chance.choice((75, 100, 130))
            case keys:
                hand.key(keys)
        assert shows_all(hand), done


def test_a_blink_changes_the_caret_and_nothing_else(hand: Hand) -> None:
    hand.select("Ủy ban")
    hand.key("Right")
    shown = on_screen(hand)
    blink(hand)
    hidden = on_screen(hand)
    canvas = hand.canvas
    box = canvas.stage.to_view(canvas.stage.page.caret(canvas.caret.position)).toAlignedRect()
    differing = [
        QPoint(x, y)
        for y in range(shown.height())
        for x in range(shown.width())
        if shown.pixel(x, y) != hidden.pixel(x, y)
    ]
    assert differing
    assert all(box.adjusted(-1, 0, 1, 0).contains(each) for each in differing)
    blink(hand)
    assert on_screen(hand) == shown


def test_a_band_taller_than_the_view_is_scrolled(hand: Hand) -> None:
    editor = hand.editor
    for _ in range(120):
        editor.apply(lambda layer: edits.add(layer, Kind.EVENT, "Meeting"))
    bar = hand.canvas.verticalScrollBar()
    for value in (0, 40, 200, 400, bar.maximum(), 0):
        bar.setValue(value)
        assert shows_all(hand), value


def test_a_chain_follows_what_moves_out_of_view(hand: Hand) -> None:
    editor, text = hand.editor, hand.text
    last = text.rindex("Lâm Khê")
    for start in (place(text, "Lâm Khê").start, last):
        where = (Fragment(start, start + 7),)
        editor.apply(lambda layer, where=where: edits.add(layer, Kind.ENTITY, "LOC", where))
    assert editor.layer
    members = [each.id for each in editor.layer if each.label == "LOC"]
    editor.apply(lambda layer: edits.add_cluster(layer, members))
    hand.canvas.show_clusters = True
    hand.key("Ctrl+End")
    assert shows_all(hand)
    hand.key("Ctrl+Home")
    assert shows_all(hand)
    for start in (last - 20, last - 30):
        where = (Fragment(start, start + 5),)
        editor.apply(lambda layer, where=where: edits.add(layer, Kind.ENTITY, "ORG", where))
        assert shows_all(hand)


class Paints(QObject):
    """Notes how high what is painted anew is."""

    heights: list[int]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return False


def test_a_tag_paints_its_paragraph_alone(hand: Hand) -> None:
    hand.select("Lý Thị Hoa")
    hand.key("1")
    hand.select("Sơn Hà", nth=1)
    QApplication.processEvents()
    paints = Paints(hand.view)
    paints.heights = []
    hand.view.installEventFilter(paints)
    hand.key("3")
    QApplication.processEvents()
    assert paints.heights
    assert max(paints.heights) < hand.view.height() / 2
