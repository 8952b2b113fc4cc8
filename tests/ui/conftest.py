"""What holds for every test of the window: it never keeps its event loop from turning."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from annotator.__main__ import collect_seldom
from annotator.ui.fonts import font, load_fonts
from annotator.ui.language import language, set_language
from annotator.ui.style import wear
from annotator.ui.theme import BODY, HEADING, SMALL, Theme, theme
from tests.watchdog import BOUND, DOUBT, Watchdog

LETTERS = "".join(map(chr, [*range(0x20, 0x180), *range(0x1EA0, 0x1EFA)]))


@pytest.fixture(scope="session")
def _started(qapp: QApplication) -> None:
    """Do what a start does once and no key waits for: load the fonts, and draw their letters."""
    load_fonts()
    image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    for weight in (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold):
        for pixels in (SMALL, BODY, HEADING):
            painter.setFont(font(pixels, weight))
            painter.drawText(0, 50, LETTERS)
    painter.end()
    collect_seldom()


@pytest.fixture
def _looks_of_its_own(qapp: QApplication) -> Iterator[None]:
    """Leave neither language nor theme to the tests that follow."""
    yield
    if language() != "en":
        set_language("en")
    if theme() is not Theme.LIGHT:
        wear(qapp, Theme.LIGHT)


@pytest.fixture(autouse=True)
def _no_block(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which a turn of the event loop surely took more than BOUND ms.

    `@pytest.mark.blocks(reason, up_to=ms)` allows a test more than BOUND.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("_started")
    request.getfixturevalue("_looks_of_its_own")
    gc.collect()
    gc.freeze()  # as the program does at its start: what other tests have left is not its burden
    with Watchdog() as watchdog:
        yield
    mark = request.node.get_closest_marker("blocks")
    bound = mark.kwargs["up_to"] if mark else BOUND * DOUBT
    found = "\n\n".join(str(each) for each in watchdog.blocks if each.milliseconds > bound)
    assert not found, f"{request.node.name}: more than {bound:.0f} ms:\n\n{found}"
