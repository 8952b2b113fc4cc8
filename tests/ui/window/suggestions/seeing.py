"""What is seen of suggestions in the window."""

from PySide6.QtCore import QPoint, QPointF

from annotator.ui.status_bar import StatusBar
from tests.ui.window.driving import Driver


def shown(driver: Driver) -> list[tuple[str, str]]:
    """Return (label, words) of every suggestion."""
    return [
        (each.annotation.label, each.annotation.text_in(driver.text()))
        for each in driver.window.editor.suggestions.shown
    ]


def wait_for(driver: Driver, *suggested: tuple[str, str]) -> None:
    """Wait until just these are suggested, and the keys for them act."""
    action = driver.window.bindings["suggestion.next"]
    driver.qtbot.waitUntil(lambda: shown(driver) == [*suggested] and action.isEnabled())


def tagged(driver: Driver) -> list[tuple[str, str]]:
    """Return (label, words) of every annotation, by its id."""
    layer = driver.window.editor.layer
    return [(each.label, each.text_in(driver.text())) for each in layer or ()]


def focused(driver: Driver) -> str:
    """Return the words of the suggestion in focus."""
    found = driver.window.editor.suggestions.focused
    return found.annotation.text_in(driver.text()) if found else ""


def status(driver: Driver) -> str:
    """Return what the status bar says of suggestions."""
    bar = driver.window.findChild(StatusBar)
    assert isinstance(bar, StatusBar)
    return bar.suggestions.text()


def label_of(driver: Driver, words: str) -> QPoint:
    """Return the middle of the label of the suggestion for `words`, in the view."""
    stage = driver.window.canvas.stage
    for _, top, block in stage.page.visible(stage.seen.top(), stage.seen.bottom()):
        for line, marks in enumerate(block.marks):
            for piece in marks.suggested:
                if piece.annotation.text_in(driver.text()) == words and piece.chip:
                    y = block.tops[line] - stage.scale.above - (piece.lane + 0.5) * stage.scale.lane
                    x = (piece.chip.left + piece.chip.right) / 2
                    return stage.to_view_point(QPointF(x, top + y)).toPoint()
    raise AssertionError(f"{words} is not suggested in view")
