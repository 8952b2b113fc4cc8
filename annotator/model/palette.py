"""Colours of labels: told apart by colour-blind eyes, legible on light and on dark.

The base is Paul Tol's qualitative scheme "muted" (Introduction to colour schemes, technical note
SRON/EPS/TN/09-002, issue 3.2, 2021, figure 5), made to be distinct for all kinds of colour
blindness. Contrast is that of WCAG 2.2 (relative luminance, sRGB).
"""

import colorsys
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from itertools import count
from typing import NamedTuple, TypeAlias

from annotator.model.annotation import Kind
from annotator.model.tagset import Tagset

_MUTED = (
    "#88ccee", "#cc6677", "#ddcc77", "#44aa99", "#aa4499",
    "#999933", "#332288", "#117733", "#882255",
)  # fmt: skip
_SHADES = (0.0, 0.45, -0.35, 0.25, -0.2, 0.62, -0.5)
"""How much white (above 0) or black (below 0) each round of the palette mixes in."""
_TURN = 13 / 360
"""How far the hues turn once all shades are used up."""

_BLACK, _WHITE = "#000000", "#ffffff"
_DARK_PANEL, _DARK_RAISED = "#1b1d22", "#2a2d34"
"""The lightest grounds on which a dark theme draws chips, and text and lines."""
_LIFT = 0.2
"""How much white the palette's colours get in a dark theme."""
TEXT, _GRAPHIC = 4.5, 3.0
"""The contrasts WCAG 2.2 AA asks of text (1.4.3) and of graphics (1.4.11)."""

_DECLARED = (Kind.ENTITY, Kind.EVENT, Kind.RELATION, Kind.DOCUMENT)

_Rgb: TypeAlias = tuple[float, float, float]


class Tint(NamedTuple):
    """The colours of a label in one theme, as `#rrggbb`.

    `chip` is the ground of the label's name, `ink` the text on it (contrast 4.5 or more), `line`
    the label's colour as text, arc or underline on the theme's ground (contrast 4.5 or more).
    """

    chip: str
    ink: str
    line: str


class LabelColor(NamedTuple):
    """The colours of a label in the light and in the dark theme."""

    light: Tint
    dark: Tint


def color_of(tagset: Tagset, kind: Kind, label: str) -> LabelColor:
    """Return the colours of `label`: its own, else the palette's; grey if the tagset lacks it."""
    return palette(tagset).get((kind, label), _UNKNOWN)


@lru_cache(maxsize=4)
def palette(tagset: Tagset) -> Mapping[tuple[Kind, str], LabelColor]:
    """Return the colours of every label of `tagset`, all different.

    Labels without a colour of their own take the palette's in the tagset's order; where it is used
    up, its shades follow, then its hues turned (from the 64th label on: no longer tested for
    colour-blind eyes).
    """
    colors: dict[tuple[Kind, str], LabelColor] = {}
    used = {each.color.lower() for kind in Kind for each in tagset.labels(kind)}
    numbers = count()
    for kind in Kind:
        for each in tagset.labels(kind):
            color = each.color or next(new for n in numbers if (new := _nth(n)) not in used)
            used.add(color)
            lifted = not each.color or color.lower() in _tested()
            dark = mix(color, _WHITE, _LIFT) if lifted else color
            colors[kind, each.label] = _label_color(color, dark)
    return colors


def keeping_colors(before: Tagset, after: Tagset) -> Tagset:
    """Return `after`, made of `before`, with each label that is in both in the colour it had.

    The palette goes by the order of labels: what it would give to others now is written down, that
    of new labels first. A hue that was turned is, written down, another one in the dark theme.
    """
    shown = palette(before)
    own = {(kind, each.label) for kind in Kind for each in before.labels(kind) if each.color}
    kept = shown.keys() - own
    given = [(kind, each) for kind in _DECLARED for each in after.labels(kind) if not each.color]
    new = [(kind, each) for kind, each in given if (kind, each.label) not in kept]
    taken = {each.color.lower() for kind in Kind for each in after.labels(kind)}
    taken |= {color.light.chip for color in shown.values()}
    fresh = (color for color in map(_nth, count()) if color not in taken)
    colors = {(kind, each.label): color for (kind, each), color in zip(new, fresh, strict=False)}
    while True:
        now = palette(after)
        moved = [
            (kind, each)
            for kind, each in given
            if (key := (kind, each.label)) in kept and now[key].light != shown[key].light
        ]
        if not moved:
            return after
        for kind, each in new or moved:
            color = colors.get((kind, each.label)) or shown[kind, each.label].light.chip
            after = after.with_label(kind, each.label, replace(each, color=color))
        new = []


def colors_of_series(number: int) -> list[LabelColor]:
    """Return as many colours, all different, for what is drawn side by side and is no label."""
    return [_label_color(new, mix(new, _WHITE, _LIFT)) for new in map(_nth, range(number))]


def ink_on(ground: str) -> str:
    """Return black or white, whichever has the higher contrast on `ground` (always above 4.5)."""
    return max(_BLACK, _WHITE, key=lambda ink: contrast(ink, ground))


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(color: str, other: str, amount: float) -> str:
    """Return `color` with `amount` (0 to 1) of `other` mixed in, in sRGB."""
    (r, g, b), (red, green, blue) = _rgb(color), _rgb(other)
    return _hex((r + (red - r) * amount, g + (green - g) * amount, b + (blue - b) * amount))


@lru_cache(maxsize=1024)
def _label_color(light: str, dark: str) -> LabelColor:
    chip = with_contrast(dark, _DARK_PANEL, _GRAPHIC)
    return LabelColor(
        light=Tint(light, ink_on(light), with_contrast(light, _WHITE, TEXT)),
        dark=Tint(chip, ink_on(chip), with_contrast(dark, _DARK_RAISED, TEXT)),
    )


def with_contrast(color: str, paper: str, least: float) -> str:
    """Return `color`, as little darkened or lightened as it needs to stand out on `paper`.

    Likewise a ground on which text that has the colour of `paper` stands out.
    """
    away = ink_on(paper)
    steps = (mix(color, away, step / 20) for step in range(21))
    return next(step for step in steps if contrast(step, paper) >= least)


@cache
def _tested() -> frozenset[str]:
    """Return the palette's colours before its hues are turned."""
    return frozenset(map(_nth, range(len(_MUTED) * len(_SHADES))))


def _nth(n: int) -> str:
    rounds, index = divmod(n, len(_MUTED))
    turns, shade = divmod(rounds, len(_SHADES))
    amount = _SHADES[shade]
    color = _turned(_MUTED[index], turns * _TURN)
    return mix(color, _WHITE if amount > 0 else _BLACK, abs(amount))


def _turned(color: str, angle: float) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*_rgb(color))
    return _hex(colorsys.hls_to_rgb((hue + angle) % 1, light, saturation))


@lru_cache(maxsize=256)
def _luminance(color: str) -> float:
    red, green, blue = map(_linear, _rgb(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _rgb(color: str) -> _Rgb:
    value = int(color[1:], 16)
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


def _hex(rgb: _Rgb) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)


_UNKNOWN = _label_color("#8a8a8a", "#8a8a8a")
