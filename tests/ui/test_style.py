"""The colours of both themes can be read: WCAG 2.2 AA."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Kind
from annotator.model.palette import mix
from annotator.model.tagset import EntityType, Tagset
from annotator.ui import theme
from annotator.ui.canvas.look import Look
from annotator.ui.style import palette, style_sheet, wear
from annotator.ui.theme import COLORS, Colors, Theme

TEXTS = ("text", "muted", "problem", "warning", "done", "accent")
GROUNDS = ("window", "page")


def luminance(color: str) -> float:
    """Return the relative luminance of `#rrggbb` by WCAG 2.2."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colors", COLORS.values(), ids=list(Theme))
def test_text_can_be_read_on_its_ground(colors: Colors) -> None:
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    pairs += [("text", "raised"), ("muted", "raised"), ("text", "selection")]
    pairs += [(text, "selection") for text in TEXTS]
    pairs += [("on_accent", "accent"), ("page", "text")]
    faint = {
        pair: contrast(getattr(colors, pair[0]), getattr(colors, pair[1]))
        for pair in pairs
        if contrast(getattr(colors, pair[0]), getattr(colors, pair[1])) < 4.5
    }
    assert faint == {}


NESTED = st.lists(
    st.tuples(st.integers(0, 0xFFFFFF), st.sampled_from([1.0, 1.7])), min_size=1, max_size=10
)
"""Labels of any colour over one another, some of them brought out."""


@pytest.mark.parametrize("chosen", Theme)
@given(nested=NESTED)
def test_words_can_be_read_however_mentions_nest(
    chosen: Theme, nested: list[tuple[int, float]]
) -> None:
    before = theme.theme()
    theme.set_theme(chosen)
    labels = tuple(EntityType(str(color), color=f"#{color:06x}") for color in dict(nested))
    look = Look(Tagset(entities=labels))
    ground = COLORS[chosen].page
    for color, brought_out in nested:
        wash = look.ink(Kind.ENTITY, str(color)).wash
        ground = mix(ground, wash.name(), min(1.0, wash.alphaF() * brought_out))
    theme.set_theme(before)
    assert contrast(COLORS[chosen].text, ground) >= 4.5


@pytest.mark.parametrize("colors", COLORS.values(), ids=list(Theme))
def test_fields_are_seen_by_their_edge(colors: Colors) -> None:
    assert all(contrast(colors.edge, getattr(colors, each)) >= 3 for each in GROUNDS)


@pytest.mark.parametrize("colors", COLORS.values(), ids=list(Theme))
def test_qt_draws_with_the_tokens(colors: Colors) -> None:
    made = palette(colors)
    assert made.color(QPalette.ColorRole.Window) == QColor(colors.window)
    assert made.color(QPalette.ColorRole.Highlight) == QColor(colors.selection)
    sheet = style_sheet(colors)
    assert "$" not in sheet
    assert colors.accent in sheet


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize("chosen", list(Theme))
def test_what_an_empty_field_says_can_be_read(
    qapp: QApplication, qtbot: QtBot, chosen: Theme, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    wear(qapp, chosen)
    field = kind()
    qtbot.addWidget(field)
    field.ensurePolished()
    said = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert said == QColor(COLORS[chosen].muted)  # Qt makes the text's half as strong
    wear(qapp, Theme.LIGHT)
