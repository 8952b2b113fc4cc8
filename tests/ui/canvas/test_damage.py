"""What is painted anew in parts looks as if all had been painted anew."""

import random

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication

from annotator.ui.commands import remove_selected
from tests.ui.canvas.acting import Hand, entity, event
from tests.ui.canvas.conftest import Begin

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

ACTS = ("undo", "redo", "next", "previous", "hover", "remove", "look", "scroll", "scroll")

_EDGE, _DASHES = 20, 150
"""Rows of the upper edge, and how many pixels of dashes may differ there."""


def on_screen(hand: Hand) -> QImage:
    """Return what the screen shows of the canvas."""
    QApplication.processEvents()
    picture = hand.canvas.screen().grabWindow(hand.canvas.winId())
    return _plain(picture.toImage())


def painted_anew(hand: Hand) -> QImage:
    """Return the canvas as it looks where all of it is painted."""
    return _plain(hand.canvas.grab().toImage())


def alike(one: QImage, other: QImage, dashes: int = 0) -> bool:
    """Return whether both show the same, but for `dashes` pixels.

    Where the dashes of a frame fall depends on where it was cut when it was drawn: those of frames
    at the upper edge, and of all that were there before they were moved.
    """
    if one == other:
        return True
    differing = [
        y
        for y in range(one.height())
        for x in range(one.width())
        if one.pixel(x, y) != other.pixel(x, y)
    ]
    at_edge = sum(y < _EDGE for y in differing)
    return at_edge < _DASHES and len(differing) - at_edge <= dashes


def _plain(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def hand(begin: Begin) -> Hand:
    QApplication.setCursorFlashTime(0)  # else the caret may blink between two pictures
    return begin(
        TEXT,
        entity("E1", "ORG", TEXT, "Ủy ban nhân dân tỉnh Sơn Hà"),
        entity("E2", "PER", TEXT, "Đỗ Quang Minh"),
        event("V1", "Meeting", TEXT, "họp", ("Organizer", "E2"), ("Chair", "E2")),
        height=420,
    )


@pytest.mark.parametrize("seed", [0, 1, 2, 24, 191, 194])
def test_the_screen_shows_what_painting_everything_would(hand: Hand, seed: int) -> None:
    chance = random.Random(seed)
    assert on_screen(hand) == painted_anew(hand)
    for _ in range(60):
        done = chance.choice((*KEYS, *ACTS))
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
                bar = hand.canvas.verticalScrollBar()
                bar.setValue(bar.value() + chance.randrange(-150, 150))
            case "look":
                hand.canvas.density = chance.choice(("arcs", "labels", "underlines"))
                hand.canvas.zoom = chance.choice((75, 100, 130))
            case keys:
                hand.key(keys)
        assert alike(on_screen(hand), painted_anew(hand)), done


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
