"""The places and sizes of a window and its parts, kept between runs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from annotator.ui import settings as wishes
from annotator.ui.panels import PANELS

if TYPE_CHECKING:
    from annotator.ui.window import Window


def keep_layout(window: "Window") -> None:
    """Remember the places and sizes of `window` and its parts."""
    remember = window.program.remember
    remember(wishes.GEOMETRY, _text(window.saveGeometry()))
    layout = {
        "columns": _text(window.columns.saveState()),
        "right": _text(window.right.saveState()),
        "tabs": [window.above.current_name, window.below.current_name],
        "left shown": not window.left.isHidden(),
        "right shown": not window.right.isHidden(),
    }
    remember(wishes.LAYOUT, layout)


def restore_layout(window: "Window") -> None:
    """Give `window` the places and sizes that were remembered; what is damaged is passed over."""
    layout = window.settings[wishes.LAYOUT]
    if geometry := window.settings[wishes.GEOMETRY]:
        window.restoreGeometry(_state(geometry))
    window.columns.restoreState(_state(layout.get("columns")))
    window.right.restoreState(_state(layout.get("right")))
    window.left.setVisible(layout.get("left shown") is not False)
    window.right.setVisible(layout.get("right shown") is not False)
    tabs = layout.get("tabs")
    kept = [each for each in tabs if each in PANELS] if isinstance(tabs, list) else []
    for column in (window.above, window.below):
        column.show_panel(next((each for each in kept if each in column), column.current_name))


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode()


def _state(text: object) -> QByteArray:
    return QByteArray.fromBase64(text.encode()) if isinstance(text, str) else QByteArray()
