"""What selected words most likely are: shown, and taken by one key; roles of a drawn arc too."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.formats.format import Parcel
from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.tagset import EntityType, EventType, Role, Tagset
from annotator.project import Project
from annotator.suggest.learned.keeping import model_to_bytes
from annotator.suggest.learned.model import Model, train
from annotator.suggest.learned.reading import Lesson
from annotator.suggest.settings import LEARNED
from annotator.ui.program import Program
from annotator.ui.status_bar import StatusBar
from annotator.ui.suggesting import Suggesting
from tests.copies import new_project
from tests.ui.canvas.acting import Hand
from tests.ui.window.driving import Driver, started

pytestmark = pytest.mark.usefixtures("no_suggesters")

NAMES = ("An", "Bình", "Cường", "Dung", "Giang", "Hùng")
PLACES = ("Huế", "Vinh", "Pleiku", "Hội", "Sa", "Đồng")
TEXT = "Ông Khánh họp ở Nam Định hôm nay.\nBà Mai vắng.\n"
TAGSET = Tagset(
    name="made up",
    entities=(
        EntityType("LOC", {"en": "Location"}, shortcut="3"),
        EntityType("PER", {"en": "Person"}, shortcut="1"),
    ),
    events=(
        EventType("Meeting", shortcut="M", roles=(Role("Place", ()), Role("Chair", ("PER",)))),
    ),
)


def lesson(number: int) -> Lesson:
    """Return an article in which someone meets somewhere, tagged."""
    name, place = NAMES[number % 6], PLACES[number % 5]
    text = f"Ông {name} họp ở {place} hôm nay.\nBà Mai vắng.\n"

    def at(words: str) -> tuple[Fragment, ...]:
        return (Fragment(text.index(words), text.index(words) + len(words)),)

    return Lesson(
        Article(f"t{number}", text, {}),
        (
            Annotation("T1", Kind.ENTITY, "PER", at(name)),
            Annotation("T2", Kind.ENTITY, "LOC", at(place)),
            Annotation(
                "E1", Kind.EVENT, "Meeting", at("họp"), (Link("Chair", "T1"), Link("Place", "T2"))
            ),
        ),
    )


@pytest.fixture(scope="module")
def model() -> Model:
    """Return a model that knows who meets where."""
    return train([lesson(number) for number in range(12)])


@pytest.fixture
def project(tmp_path: Path, model: Model) -> Iterator[Project]:
    """Return a project with one new article, that keeps the model."""
    made = new_project(tmp_path / "made up.anno", TAGSET)
    made.add([Parcel(Article("new", TEXT, {}), (), "new")], by="lan")
    made.suggestions.keep_learned(LEARNED, model_to_bytes(model))
    yield made
    made.close()


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, project: Project) -> Iterator[Program]:
    made = started(qtbot, tmp_path / "settings.json", project)
    qtbot.waitUntil(lambda: isinstance(source(made), Suggesting))
    qtbot.waitUntil(lambda: source(made).learning.model is not None)
    yield made
    made.end()
    made.deleteLater()


def source(program: Program) -> Suggesting:
    found = program.editor.suggestions.source
    assert isinstance(found, Suggesting)
    return found


@pytest.fixture
def hand(qtbot: QtBot, program: Program) -> Hand:
    """Return a hand on the text."""
    return Hand(qtbot, program.window.canvas, program.editor)


def select(hand: Hand, words: str) -> None:
    """Select words with the mouse, and wait for what they may be."""
    hand.drag(hand.before(words), hand.after(words))
    assert hand.selected == words


def likely(hand: Hand) -> tuple[str, str]:
    """Wait until something is likely; return its kind and label."""
    likeliest = hand.editor.suggestions.likeliest
    hand.qtbot.waitUntil(lambda: bool(likeliest.found))
    first = likeliest.found[0][0]
    return first.kind.value, first.label


def said(driver: Driver) -> str:
    bar = driver.window.findChild(StatusBar)
    assert isinstance(bar, StatusBar)
    return bar.suggestions.text()


def test_selected_words_are_said_and_one_key_tags_them(hand: Hand, driver: Driver) -> None:
    select(hand, "Khánh")
    assert likely(hand) == ("entity", "PER")
    assert said(driver) == "Space: Person · Shift+Space: Location"
    assert hand.annotations() == [], "nothing is tagged before a key is pressed"
    hand.qtbot.waitUntil(driver.window.bindings["suggestion.accept"].isEnabled)
    driver.press("Space")
    assert hand.annotations() == [("PER", "Khánh")]
    assert hand.editor.suggestions.likeliest.found == ()
    select(hand, "Nam Định")
    assert likely(hand) == ("entity", "LOC")
    driver.press("1")
    assert hand.annotations() == [("PER", "Khánh"), ("PER", "Nam Định")], "its key decides"


def test_a_drag_with_ctrl_tags_what_it_has_shown(hand: Hand) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    hand.press(hand.before("Khánh"), ctrl)
    hand.move(hand.after("Khánh"))
    hand.release(hand.after("Khánh"), ctrl)
    assert hand.annotations() == [], "it was let go before anything was shown"
    hand.press(hand.before("Mai"), ctrl)
    hand.move(hand.after("Mai"))
    assert likely(hand) == ("entity", "PER")
    hand.release(hand.after("Mai"), ctrl)
    assert hand.annotations() == [("PER", "Mai")]


def test_with_shift_too_a_drag_tags_what_comes_second(hand: Hand, driver: Driver) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    hand.press(hand.before("Mai"), Qt.KeyboardModifier.ControlModifier)
    hand.move(hand.after("Mai"))
    assert likely(hand) == ("entity", "PER")
    assert said(driver) == "Space: Person · Shift+Space: Location"
    hand.release(hand.after("Mai"), held)
    assert hand.annotations() == [("LOC", "Mai")]


def test_one_drag_over_several_mentions_tags_them_all(hand: Hand, driver: Driver) -> None:
    ctrl, likeliest = Qt.KeyboardModifier.ControlModifier, hand.editor.suggestions.likeliest
    hand.press(hand.before("Khánh"), ctrl)
    hand.move(hand.after("Nam"))
    hand.qtbot.waitUntil(lambda: bool(likeliest.found) and len(likeliest.found[0]) == 2)
    assert said(driver).startswith("Space: Person + Location · ")
    assert hand.annotations() == [], "nothing is tagged before the button is let go"
    hand.release(hand.after("Nam"), ctrl)
    assert hand.annotations() == [("PER", "Khánh"), ("LOC", "Nam")]
    hand.editor.undo()
    assert hand.annotations() == [], "it was one step"


def test_a_key_tags_what_comes_second(hand: Hand, driver: Driver) -> None:
    second = driver.window.bindings["suggestion.second"]
    select(hand, "Khánh")
    likely(hand)
    hand.qtbot.waitUntil(second.isEnabled)
    driver.press("Shift+Space")
    assert hand.annotations() == [("LOC", "Khánh")]
    hand.qtbot.waitUntil(lambda: not second.isEnabled())


def test_a_trigger_is_known_after_mentions_and_a_mention_after_triggers(hand: Hand) -> None:
    for words, key, following, kind in (
        ("Khánh", "1", "họp", "event"), ("họp", "M", "Nam Định", "entity")
    ):  # fmt: skip
        select(hand, words)
        hand.key(key)
        select(hand, following)
        assert likely(hand)[0] == kind


def test_words_selected_by_keys_are_known_as_well(hand: Hand, driver: Driver) -> None:
    start = TEXT.index("Khánh")
    driver.press(*["Right"] * start, "Ctrl+Shift+Right")
    assert hand.selected.strip() == "Khánh"
    assert likely(hand) == ("entity", "PER")
    hand.qtbot.waitUntil(driver.window.bindings["suggestion.accept"].isEnabled)
    driver.press("Space")
    assert hand.annotations() == [("PER", "Khánh")]


def test_a_trigger_is_known_by_its_words(hand: Hand) -> None:
    select(hand, "họp")
    assert likely(hand) == ("event", "Meeting")


def test_it_is_drawn_below_the_words_and_goes_with_the_selection(
    hand: Hand, program: Program
) -> None:
    source(program).keep(replace(source(program).settings, least=1.1), 0.0)
    hand.qtbot.waitUntil(lambda: not program.editor.suggestions.shown)  # they move the lines
    below = hand.before("Khánh") + QPoint(0, 18)
    before = hand.view.grab().toImage()
    select(hand, "Khánh")
    likely(hand)
    after = hand.view.grab().toImage()
    near = [
        before.pixel(below.x() + x, below.y() + y) != after.pixel(below.x() + x, below.y() + y)
        for x in range(20)
        for y in range(12)
    ]
    assert any(near)
    hand.key("Right")
    assert hand.editor.suggestions.likeliest.found == ()


def test_nothing_is_offered_for_what_is_tagged_or_hidden(hand: Hand, program: Program) -> None:
    select(hand, "Khánh")
    likely(hand)
    hand.key("1")
    changed = hand.editor.suggestions.likeliest.changed
    with hand.qtbot.assertNotEmitted(changed, wait=100):
        hand.editor.select(Fragment(4, 9))
        assert hand.selected == "Khánh"
    source(program).keep(source(program).settings, 1.0)
    with hand.qtbot.assertNotEmitted(changed, wait=100):
        select(hand, "Mai")
    source(program).keep(source(program).settings, 0.0)
    assert likely(hand) == ("entity", "PER"), "it is not hidden for control any more"


def test_the_key_goes_to_no_suggestion_while_words_are_selected(
    hand: Hand, program: Program, qtbot: QtBot
) -> None:
    suggestions = program.editor.suggestions
    qtbot.waitUntil(lambda: bool(suggestions.shown))
    qtbot.waitUntil(program.window.bindings["suggestion.accept"].isEnabled)
    hand.editor.select(Fragment(0, 1))
    program.window.bindings["suggestion.accept"].trigger()
    assert suggestions.focused is None
    assert "press a label's key" in program.window.messages.text
    assert hand.annotations() == []


def test_the_likeliest_role_is_the_one_that_enter_takes(hand: Hand, driver: Driver) -> None:
    for words, key in (("Khánh", "1"), ("họp", "M")):
        hand.editor.select(Fragment(TEXT.index(words), TEXT.index(words) + len(words)))
        hand.key(key)
    layer = hand.editor.layer
    assert layer is not None
    hand.drag(hand.label("E1"), hand.label("T1"))
    picker = hand.picker()
    hand.qtbot.waitUntil(lambda: (row := picker.view.current()) is not None and row.text == "Chair")
    assert layer["E1"].links == ()
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert layer["E1"].links == (Link("Chair", "T1"),)


def test_an_arc_drawn_with_ctrl_takes_the_role_it_has_shown(hand: Hand) -> None:
    for words, key in (("Khánh", "1"), ("họp", "M")):
        hand.editor.select(Fragment(TEXT.index(words), TEXT.index(words) + len(words)))
        hand.key(key)
    layer, ctrl = hand.editor.layer, Qt.KeyboardModifier.ControlModifier
    assert layer is not None

    def shown() -> str:
        draft = hand.stage.attention.draft
        return draft.roles[0] if draft and draft.roles else ""

    hand.press(hand.label("E1"), ctrl)
    hand.move(hand.label("T1"))
    hand.qtbot.waitUntil(lambda: shown() == "Chair")
    hand.move(hand.before("hôm"))
    assert shown() == "", "there is no mention there"
    hand.move(hand.label("T1"))
    hand.qtbot.waitUntil(lambda: shown() == "Chair")
    assert layer["E1"].links == ()
    hand.release(hand.label("T1"), ctrl)
    assert layer["E1"].links == (Link("Chair", "T1"),)
    assert hand.stage.attention.draft is None
    hand.editor.undo()
    hand.press(hand.label("E1"), ctrl)
    hand.move(hand.label("T1"))
    hand.qtbot.waitUntil(lambda: shown() == "Chair")
    hand.release(hand.label("T1"), ctrl | Qt.KeyboardModifier.ShiftModifier)
    assert layer["E1"].links == (Link("Place", "T1"),), "it comes second"
    hand.editor.undo()
    hand.editor.apply(lambda layer: edits.add_link(layer, "E1", "Chair", "T1"))
    hand.press(hand.label("T1"), ctrl)
    hand.move(hand.label("E1"))
    hand.qtbot.waitUntil(lambda: not hand.editor.suggestions.likeliest.busy)
    assert shown() == "", "it fills that role already"
    hand.release(hand.label("E1"), ctrl)
    QTest.keyClick(hand.picker().field, Qt.Key.Key_Escape)
    assert layer["E1"].links == (Link("Chair", "T1"),)
