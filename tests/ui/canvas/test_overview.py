"""The strip beside the scroll bar shows where which labels are."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from annotator.model.annotation import Kind
from annotator.ui.canvas.overview import Overview
from tests.ui.canvas.acting import Hand, entity
from tests.ui.canvas.conftest import Begin

TEXT = "Ông Thiệu chủ trì hội nghị tại Lạng Sơn.\n" * 40


def marks(hand: Hand) -> dict[int, list[QColor]]:
    """Return the colours of each row that has other ones than the page, without repeats."""
    [strip] = hand.canvas.findChildren(Overview)
    QApplication.processEvents()
    image = strip.grab().toImage()
    rows = {
        y: list(dict.fromkeys(image.pixelColor(x, y).name() for x in range(1, image.width() - 1)))
        for y in range(image.height())
    }
    page = hand.canvas.stage.look.page.name()
    return {y: [QColor(each) for each in row] for y, row in rows.items() if row != [page]}


def chip(hand: Hand, label: str) -> QColor:
    return hand.canvas.stage.look.ink(Kind.ENTITY, label).chip


def test_a_label_is_marked_where_it_is_and_two_stand_side_by_side(begin: Begin) -> None:
    hand = begin(
        TEXT,
        entity("E1", "PER", TEXT, "Thiệu"),
        entity("E2", "ORG", TEXT, "Ông Thiệu"),
        entity("E3", "LOC", TEXT, "Lạng Sơn"),
    )
    first, *_, last = marks(hand).values()
    assert sorted(each.name() for each in first) == sorted(
        chip(hand, each).name() for each in ("ORG", "PER")
    )
    assert last == [chip(hand, "LOC")]


def test_a_mark_comes_and_goes_with_its_mention_and_moves_with_the_height(begin: Begin) -> None:
    hand = begin(TEXT, height=600)
    assert marks(hand) == {}
    hand.key("Ctrl+End")
    hand.key("Ctrl+Shift+Left")
    hand.key("1")
    [strip] = hand.canvas.findChildren(Overview)
    found = marks(hand)
    assert min(found) > strip.height() * 9 // 10
    hand.canvas.resize(hand.canvas.width(), 300)
    assert max(marks(hand)) < 300
    [*rows] = marks(hand).values()
    assert rows[0] == found[min(found)]
    hand.editor.undo()
    assert marks(hand) == {}
