"""What the menus do to the window: its parts, its looks, its dialogs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.ui import settings as wishes
from annotator.ui import theme
from annotator.ui.canvas.scale import LARGEST, SMALLEST
from annotator.ui.language import language
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from annotator.ui.window import Window

_DENSITIES = wishes.DENSITY.choices
_ZOOMS = (SMALLEST, 70, 80, 90, 100, 110, 125, 150, 175, 200, LARGEST)


def zoom_in(window: "Window") -> None:
    """Show the article's text larger."""
    _zoom(window, next((each for each in _ZOOMS if each > window.canvas.zoom), _ZOOMS[-1]))


def zoom_out(window: "Window") -> None:
    """Show the article's text smaller."""
    smaller = [each for each in _ZOOMS if each < window.canvas.zoom]
    _zoom(window, smaller[-1] if smaller else _ZOOMS[0])


def zoom_reset(window: "Window") -> None:
    """Show the article's text in its usual size."""
    _zoom(window, wishes.ZOOM.default)


def _zoom(window: "Window", percent: int) -> None:
    window.canvas.zoom = percent
    window.settings[wishes.ZOOM] = percent


def next_density(window: "Window") -> None:
    """Show more or less of the annotations: arcs, labels, underlines in turn."""
    density = _DENSITIES[(_DENSITIES.index(window.canvas.density) + 1) % len(_DENSITIES)]
    window.canvas.density = density
    window.settings[wishes.DENSITY] = density


def toggle_clusters(window: "Window") -> None:
    """Show or hide coreference."""
    window.canvas.show_clusters = not window.canvas.show_clusters
    window.settings[wishes.CLUSTERS] = window.canvas.show_clusters


def shows_clusters(window: "Window") -> bool:
    """Return whether coreference is shown."""
    return window.canvas.show_clusters


def panel_shower(name: str) -> "Callable[[Window], None]":
    """Return the command that shows the panel called `name` and goes to it."""
    return lambda window: window.show_panel(name)


def filter_articles(window: "Window") -> None:
    """Go to the field that narrows the list of articles."""
    window.show_panel("articles")


def go_to_article(window: "Window") -> None:
    """Ask for the row of the list, or the id of the article, to go to."""
    window.show_panel("articles")
    window.left.query.begin_jump()


def focus_next(window: "Window") -> None:
    """Go to the next part of the window: article, articles, labels, panel below."""
    _cycle(window, 1)


def focus_previous(window: "Window") -> None:
    """Go to the part of the window before."""
    _cycle(window, -1)


def _cycle(window: "Window", step: int) -> None:
    parts = [part for part in window.parts() if part.isVisible()]
    here = next(
        (
            n
            for n, part in enumerate(parts)
            if part.hasFocus() or part.isAncestorOf(window.focusWidget())
        ),
        0,
    )
    parts[(here + step) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)


def toggle_left(window: "Window") -> None:
    """Show or hide the list of articles."""
    _toggle(window, window.left)


def shows_left(window: "Window") -> bool:
    """Return whether the list of articles is shown."""
    return not window.left.isHidden()


def toggle_right(window: "Window") -> None:
    """Show or hide the panels at the right."""
    _toggle(window, window.right)


def _toggle(window: "Window", part: QWidget) -> None:
    """Show or hide a part; the keyboard goes from a hidden one to the text."""
    within = part.isAncestorOf(window.focusWidget())
    part.setVisible(part.isHidden())
    if within and part.isHidden():
        window.canvas.setFocus()


def shows_right(window: "Window") -> bool:
    """Return whether the panels at the right are shown."""
    return not window.right.isHidden()


def toggle_full_screen(window: "Window") -> None:
    """Take the whole screen, or give it back."""
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def is_full_screen(window: "Window") -> bool:
    """Return whether the window takes the whole screen."""
    return window.isFullScreen()


def toggle_theme(window: "Window") -> None:
    """Go from light to dark, or back."""
    dark = theme.theme() is Theme.DARK
    window.settings[wishes.THEME] = "light" if dark else "dark"
    window.program.rebuild()


def toggle_language(window: "Window") -> None:
    """Go from English to Vietnamese, or back."""
    window.settings[wishes.LANGUAGE] = "en" if language() == "vi" else "vi"
    window.program.rebuild()


def preferences(window: "Window") -> None:
    """Ask for the person's wishes."""
    from annotator.ui.dialogs.preferences import Preferences

    Preferences(window).open()


def edit_tagset(window: "Window") -> None:
    """Edit the labels of the project."""
    from annotator.ui.dialogs.tagset import TagsetDialog

    TagsetDialog(window.editor, window).open()


def palette(window: "Window") -> None:
    """Find a command, a label or an article by typing."""
    from annotator.ui.dialogs.palette import Palette

    Palette(window).open()


def key_sheet(window: "Window") -> None:
    """Show all keys."""
    from annotator.ui.dialogs.keys import KeySheet

    KeySheet(window).open()


def tour(window: "Window") -> None:
    """Show the window around."""
    from annotator.ui.dialogs.tour import Tour

    Tour(window).begin()


def about(window: "Window") -> None:
    """Say what this program is."""
    from annotator.ui.dialogs.about import About

    About(window).open()


def quit_program(window: "Window") -> None:
    """Close the window, and so the program."""
    window.close()
