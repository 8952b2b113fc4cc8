"""The palette: legible in both themes, every label told apart, own colours respected."""

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Kind
from annotator.model.palette import (
    color_of,
    contrast,
    ink_on,
    keeping_colors,
    mix,
    palette,
)
from annotator.model.tagset import EntityType, EventType, Tagset
from annotator.model.tagset_parts import moved_label, without_label
from annotator.presets import preset

COLORS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")

# Severity 1.0 of Machado, Oliveira and Fernandes 2009, linear RGB.
COLOR_BLIND = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

NO_CHANGE = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def entities(count: int, color: str = "") -> Tagset:
    return Tagset(entities=tuple(EntityType(f"L{n}", color=color) for n in range(count)))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#3b7dd8", "#3b7dd8", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(COLORS)
def test_any_color_is_legible_in_both_themes(color: str) -> None:
    own = color_of(entities(1, color), Kind.ENTITY, "L0")
    assert own.light.chip == color, "a colour given in the file is respected"
    assert contrast(own.light.chip, own.light.ink) >= 4.5
    assert contrast(own.dark.chip, own.dark.ink) >= 4.5
    assert contrast(own.light.line, "#ffffff") >= 4.5
    for paper in ("#000000", "#131519", "#1b1d22"):
        assert contrast(own.dark.chip, paper) >= 3
    for paper in ("#131519", "#1b1d22", "#2a2d34"):
        assert contrast(own.dark.line, paper) >= 4.5
    assert ink_on(color) in ("#000000", "#ffffff")


def test_every_label_of_a_long_tagset_has_a_color_of_its_own() -> None:
    long = entities(400)
    assert len({color.light.chip for color in palette(long).values()}) == 401, "400 and clusters"


def test_a_color_given_in_the_file_is_not_given_again() -> None:
    first = color_of(entities(1), Kind.ENTITY, "L0").light.chip
    tagset = Tagset(
        entities=(EntityType("A"), EntityType("B", color=first.upper())),
        events=(EventType("E"),),
    )
    chips = [color.light.chip.lower() for color in palette(tagset).values()]
    assert len(set(chips)) == len(chips)
    assert color_of(tagset, Kind.ENTITY, "B").light.chip == first.upper()


def test_labels_keep_their_colors_when_others_come_go_and_move() -> None:
    before = preset()
    first = before.entities[0].label
    more = before.with_labels(Kind.ENTITY, (*before.entities, EntityType("SHIP")))
    for changed in (
        more,
        moved_label(before, Kind.ENTITY, first, 3),
        without_label(before, Kind.ENTITY, first),
    ):
        after = keeping_colors(before, changed)
        shown, known = palette(after), palette(before)
        both = (shown.keys() & known.keys()) - {(Kind.CLUSTER, "Coreference")}
        assert {key: shown[key] for key in both} == {key: known[key] for key in both}
        assert len({color.light.chip for color in shown.values()}) == len(shown)
    assert [each.label for each in keeping_colors(before, more).entities if each.color] == ["SHIP"]
    assert keeping_colors(before, before) == before


def test_more_labels_than_tested_colors_keep_theirs() -> None:
    before = entities(80)
    shown, known = (
        palette(keeping_colors(before, without_label(before, Kind.ENTITY, "L0"))),
        palette(before),
    )
    assert all(
        known[key].light == color.light for key, color in shown.items() if key[0] is Kind.ENTITY
    )


def test_a_label_gives_its_own_color_up() -> None:
    before = entities(3).with_label(Kind.ENTITY, "L0", EntityType("L0", color="#123456"))
    after = keeping_colors(before, entities(3))
    assert color_of(after, Kind.ENTITY, "L0").light.chip not in {
        each.light.chip for each in palette(before).values()
    }
    assert color_of(after, Kind.ENTITY, "L2") == color_of(before, Kind.ENTITY, "L2")


def test_a_label_the_tagset_lacks_is_grey() -> None:
    chip = color_of(entities(3), Kind.EVENT, "L0").light.chip
    assert chip[1:3] == chip[3:5] == chip[5:7]


@pytest.mark.parametrize("sight", COLOR_BLIND)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_first_nine_labels_differ_for_color_blind_eyes(theme: str, sight: str) -> None:
    chips = [getattr(color, theme).chip for color in palette(entities(8)).values()]
    seen = [_oklab(_seen(chip, COLOR_BLIND[sight])) for chip in chips]
    assert min(math.dist(*pair) for pair in combinations(seen, 2)) > 0.04, "good eyes notice 0.02"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_tagset_of_usual_length_has_colors_told_apart(theme: str) -> None:
    chips = [getattr(color, theme).chip for color in palette(preset()).values()]
    seen = [_oklab(_seen(chip, NO_CHANGE)) for chip in chips]
    assert min(math.dist(*pair) for pair in combinations(seen, 2)) > 0.02


def test_mixing_nothing_and_all() -> None:
    assert mix("#123456", "#ffffff", 0) == "#123456"
    assert mix("#123456", "#abcdef", 1) == "#abcdef"


def _seen(color: str, matrix: tuple[tuple[float, ...], ...]) -> list[float]:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return [max(0.0, sum(m * c for m, c in zip(row, linear, strict=True))) for row in matrix]


def _oklab(linear: list[float]) -> tuple[float, float, float]:
    """Ottosson 2020, from linear sRGB."""
    r, g, b = linear
    l_ = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    m_ = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    s_ = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * l_ + 0.7936177850 * m_ - 0.0040720468 * s_,
        1.9779984951 * l_ - 2.4285922050 * m_ + 0.4505937099 * s_,
        0.0259040371 * l_ + 0.7827717662 * m_ - 0.8086757660 * s_,
    )
