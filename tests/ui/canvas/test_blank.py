"""An article without text says so, and what can still be done with it."""

import pytest
from PySide6.QtGui import QAccessible

from tests.ui.canvas.conftest import Begin
from tests.ui.canvas.pictures import on_screen


@pytest.mark.parametrize("text", ["", " \n\u00a0\n"])
def test_an_article_without_text_says_what_can_be_done(begin: Begin, text: str) -> None:
    hand = begin(text)
    picture = on_screen(hand)
    middle = range(picture.width() // 3, picture.width() * 2 // 3)
    colors = {picture.pixel(x, y) for x in middle for y in range(picture.height())}
    assert len(colors) > 1
    spoken = QAccessible.queryAccessibleInterface(hand.canvas).text(QAccessible.Text.Description)
    assert spoken == hand.canvas.hint != ""


def test_an_article_with_text_has_no_hint(begin: Begin) -> None:
    assert begin("\nHết.\n").canvas.hint == ""
