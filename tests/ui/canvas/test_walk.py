"""From name to name: each is tagged by one key, which goes on to the next."""

import pytest

from annotator.language.names import names
from annotator.language.segmentation import syllables
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.message import Message, message
from annotator.suggest.suggestion import Suggestion
from annotator.ui.canvas.walk import Walk
from tests.ui.canvas.acting import Hand, place
from tests.ui.canvas.conftest import Begin

TEXT = "Hôm qua, ông Nam rời Huế.\nỞ Huế, bà Lê Mai gặp Lý Hà."


@pytest.fixture
def hand(begin: Begin) -> Hand:
    """A hand on a text whose words are known."""
    hand = begin(TEXT)
    know(hand)
    return hand


def know(hand: Hand) -> None:
    """Find what is found by another process."""
    units = syllables(hand.text)
    hand.editor.set_words("a", units, names(hand.text, units))


def walk(hand: Hand) -> Walk:
    return hand.canvas.walk


def test_it_selects_one_after_another_both_ways(hand: Hand) -> None:
    seen: list[str] = []
    for step in (1, 1, 1, 1, -1, -1):
        walk(hand).go(step)
        seen.append(hand.selected)
    assert seen == ["Nam", "Huế", "Huế", "Lê Mai", "Huế", "Huế"]
    assert hand.editor.stretch.end == TEXT.index("Huế") + 3


def test_the_key_of_a_label_tags_it_and_goes_on(hand: Hand) -> None:
    walk(hand).go(1)
    for key in "1331":
        hand.key(key)
    assert hand.annotations() == [
        ("PER", "Nam"),
        ("LOC", "Huế"),
        ("LOC", "Huế"),
        ("PER", "Lê Mai"),
    ]
    assert hand.selected == "Lý Hà"
    focused = hand.editor.focused
    assert focused
    assert focused.text_in(TEXT) == "Lê Mai", "what was tagged last can have its note"


def test_after_the_last_one_it_says_so_and_the_last_one_is_in_focus(hand: Hand) -> None:
    told: list[Message] = []
    hand.editor.refused.connect(told.append)
    hand.select("Lê")
    walk(hand).go(1)
    assert hand.selected == "Lý Hà"
    hand.key("1")
    hand.qtbot.waitUntil(lambda: len(told) == 1)
    assert hand.selected == ""
    assert walk(hand).selected is None
    assert hand.editor.focused
    walk(hand).go(1)
    hand.qtbot.waitUntil(lambda: len(told) == 2)


def test_it_comes_by_many_that_are_tagged(begin: Begin) -> None:
    text = "ở Huế, " * 1_000 + "ở Nam."
    places = [Fragment(at, at + 3) for at in range(2, 7_000, 7)]
    tagged = [Annotation(f"T{n}", Kind.ENTITY, "LOC", (each,)) for n, each in enumerate(places, 1)]
    hand = begin(text, *tagged)
    know(hand)
    walk(hand).go(1)
    assert hand.selected == "", "other keys are answered first"
    hand.qtbot.waitUntil(lambda: hand.selected == "Nam")
    assert hand.editor.annotations == ()


def test_an_end_that_is_moved_first_is_taken_over(hand: Hand) -> None:
    walk(hand).go(1)
    hand.key("Ctrl+Shift+Right")
    assert hand.selected == "Nam rời"
    hand.key("1")
    assert hand.annotations() == [("PER", "Nam rời")]
    assert hand.selected == "Huế"


def test_the_rest_of_what_was_parted_comes_next(begin: Begin) -> None:
    hand = begin("Hôm qua, Nga Lê Mai Hà về.")
    know(hand)
    walk(hand).go(1)
    assert hand.selected == "Nga Lê Mai Hà"
    for _ in range(3):
        hand.key("Ctrl+Shift+Left")
    hand.key("3")
    assert hand.annotations() == [("LOC", "Nga")]
    assert hand.selected == "Lê Mai Hà"


@pytest.mark.parametrize("leaving", ["Escape", "Right"])
def test_it_is_left_by_whatever_selects_something_else(hand: Hand, leaving: str) -> None:
    walk(hand).go(1)
    hand.key(leaving)
    assert walk(hand).selected is None
    hand.key("1")
    assert hand.selected == ""
    assert len(hand.annotations()) == 1


def test_what_is_tagged_or_suggested_is_passed_by(begin: Begin) -> None:
    hand = begin(TEXT, Annotation("T1", Kind.ENTITY, "LOC", (place(TEXT, "Huế", 1),)))
    know(hand)
    suggested = Annotation("S1", Kind.ENTITY, "PER", (place(TEXT, "Lê Mai"),))
    hand.editor.suggestions.show([Suggestion(suggested, 0.5, message("Made up."))])
    seen: list[str] = []
    for _ in range(3):
        walk(hand).go(1)
        seen.append(hand.selected)
    assert seen == ["Nam", "Huế", "Lý Hà"]
    assert hand.editor.stretch.start > TEXT.index("Lê Mai")


def test_a_trigger_is_no_name_yet_and_an_event_goes_on_too(hand: Hand) -> None:
    walk(hand).go(1)
    hand.key("M")
    assert hand.annotations() == [("Meeting", "Nam")]
    assert hand.selected == "Huế"
    walk(hand).go(-1)
    assert hand.selected == "Nam"


def test_what_was_taken_back_is_found_again(hand: Hand) -> None:
    walk(hand).go(1)
    hand.key("1")
    hand.editor.undo()
    walk(hand).go(-1)
    assert hand.selected == "Nam"


def test_until_words_are_known_it_says_so(begin: Begin) -> None:
    hand = begin(TEXT)
    told: list[Message] = []
    hand.editor.refused.connect(told.append)
    walk(hand).go(1)
    assert told
    assert hand.selected == ""


def test_a_click_elsewhere_leaves_it(hand: Hand) -> None:
    walk(hand).go(1)
    hand.click(hand.after("Mai"))
    assert walk(hand).selected is None
