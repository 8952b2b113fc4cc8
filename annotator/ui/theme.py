"""Colours, type scale and spacing: the one place the window's looks are decided."""

from enum import StrEnum
from typing import NamedTuple

SPACE = 4
"""The grid in pixels: every margin and gap is a multiple of it."""


class Theme(StrEnum):
    """Which of the two sets of colours is used."""

    LIGHT = "light"
    DARK = "dark"


class Colors(NamedTuple):
    """The colours of one theme, as `#rrggbb`. Text on its ground keeps WCAG AA (4.5:1)."""

    window: str
    """Ground of panels and bars."""
    page: str
    """Ground of the article's text, of lists and of fields."""
    raised: str
    """Ground of buttons, hovered rows and cards."""
    line: str
    """Separators, and borders of what its ground shows already."""
    edge: str
    """Borders of fields; 3:1 on their grounds, WCAG 1.4.11."""
    text: str
    muted: str
    """Secondary text; still 4.5:1 on `window`, `page` and `raised`."""
    accent: str
    """Focus rings, primary buttons, the caret's line, links."""
    on_accent: str
    selection: str
    """Ground of selected text and rows; `text` is drawn on it."""
    found: str
    """Ground of what a search has found; `text` is drawn on it."""
    problem: str
    warning: str
    done: str


COLORS = {
    Theme.LIGHT: Colors(
        window="#f4f5f7",
        page="#ffffff",
        raised="#e9ebef",
        line="#d3d7de",
        edge="#868d9a",
        text="#1b1f27",
        muted="#565e6c",
        accent="#1f5fbf",
        on_accent="#ffffff",
        selection="#cfe0f8",
        found="#ffe59a",
        problem="#b3261e",
        warning="#7a5300",
        done="#1a6b3a",
    ),
    Theme.DARK: Colors(
        window="#1b1d22",
        page="#131519",
        raised="#2a2d34",
        line="#3a3e47",
        edge="#6a717e",
        text="#e6e8ec",
        muted="#a3aab6",
        accent="#8ab4f8",
        on_accent="#10131a",
        selection="#263d5d",
        found="#5a4a12",
        problem="#ff8a80",
        warning="#f0c674",
        done="#7fd6a0",
    ),
}

TEXT_FAMILY = "Be Vietnam Pro"
"""The family of everything: carried by the program, so that it is there on every machine."""

SMALL, BODY, READING, HEADING = 11, 13, 16, 18
"""The type scale, in pixels at 100 %: captions, controls, the article's text, headings."""


_running = [Theme.LIGHT]


def set_theme(theme: Theme) -> None:
    """Make `theme` the running one; the window is built anew after it."""
    _running[0] = theme


def theme() -> Theme:
    """Return the running theme."""
    return _running[0]


def colors() -> Colors:
    """Return the colours of the running theme."""
    return COLORS[_running[0]]
