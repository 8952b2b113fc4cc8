"""Suggestions on the canvas: in the lanes of mentions, painted where they differ."""

import random

import pytest
from PySide6.QtWidgets import QApplication

from annotator.model.annotation import FROM, TO, Annotation, Fragment, Kind, Link
from annotator.model.message import message
from annotator.suggest.learned.likeliest import Likely
from annotator.suggest.suggestion import Suggestion, id_of
from annotator.ui.canvas.attention import Draft
from annotator.ui.canvas.tips import tip_of_suggestion
from annotator.ui.commands import toggle_document_label
from annotator.ui.suggestion_commands import accept_all, accept_focused, go, refuse_focused
from tests.ui.canvas.acting import Hand, entity, event, place
from tests.ui.canvas.conftest import Begin
from tests.ui.canvas.pictures import on_screen, painted_anew, shows_all
from tests.ui.canvas.test_damage import TEXT

DONE = (
    *("show", "none", "next", "previous", "accept", "refuse", "all", "undo", "look"),
    *("2", "Down", "Ctrl+Right", "Ctrl+Shift+Right", "scroll", "scroll", "likely", "draft"),
)


def suggested(
    label: str, words: str, nth: int = 0, kind: Kind = Kind.ENTITY, links: tuple[Link, ...] = ()
) -> Suggestion:
    fragments = (place(TEXT, words, nth),)
    annotation = Annotation(id_of(kind, label, fragments), kind, label, fragments, links)
    return Suggestion(annotation, 0.8, message("Made up."))


def proposals() -> list[Suggestion]:
    """Return a relation, mentions, one in another, an event, one more argument of a real one."""
    where = suggested("LOC", "Lâm Khê", 1)
    meeting = suggested("Meeting", "họp", 1, Kind.EVENT, (Link("Place", where.id),))
    argument = Suggestion(
        event("E1", "Meeting", TEXT, "họp", ("Cause", suggested("LOC", "Lâm Khê").id)),
        0.6, message("Made up."), "E1",
    )  # fmt: skip
    ends = suggested("PER", "Lý Thị Hoa").id, suggested("LOC", "Sơn Hà").id
    knows = Annotation("~R:knows:", Kind.RELATION, "knows", (), tuple(map(Link, (FROM, TO), ends)))
    found = [
        Suggestion(knows, 0.5, message("Made up.")),
        suggested("LOC", "Sơn Hà"), suggested("LOC", "Lâm Khê"), where, meeting,
        suggested("PER", "Lý Thị Hoa"), suggested("PER", "Lý Thị Hoa", 1), argument,
    ]  # fmt: skip
    return sorted(found, key=lambda each: each.annotation.start)


def say_likely(hand: Hand, label: str) -> None:
    """Say that the selected words have `label` most likely, as the model would."""
    stretch, likeliest = hand.editor.stretch, hand.editor.suggestions.likeliest
    hand.qtbot.waitUntil(lambda: not likeliest.busy)
    likely = Likely(Kind.ENTITY, label, stretch)
    likeliest.found = ((likely,), (likely._replace(label="ORG"),)) if any(stretch) else ()
    likeliest.changed.emit()


@pytest.fixture
def hand(begin: Begin, solid_lines: None) -> Hand:
    QApplication.setCursorFlashTime(0)
    made = begin(
        TEXT,
        entity("T1", "ORG", TEXT, "Ủy ban nhân dân tỉnh Sơn Hà"),
        entity("T2", "PER", TEXT, "Đỗ Quang Minh"),
        event("E1", "Meeting", TEXT, "họp", ("Chair", "T2")),
        height=420,
    )
    made.editor.suggestions.show(proposals())
    return made


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 28, 60])
def test_the_screen_shows_what_painting_everything_would(hand: Hand, seed: int) -> None:
    chance = random.Random(seed)
    assert on_screen(hand) == painted_anew(hand)
    for _ in range(40):
        done = chance.choice(DONE)
        if not (suggest(hand, chance, done) or look_elsewhere(hand, chance, done)):
            hand.key(done)
        assert shows_all(hand), done


def suggest(hand: Hand, chance: random.Random, done: str) -> bool:
    """Do something with what is suggested; return False where `done` is none of it."""
    match done:
        case "show":
            kept = [each for each in proposals() if chance.random() < 0.6]
            hand.editor.suggestions.show(kept)
        case "none":
            hand.editor.suggestions.show([])
        case "next":
            go(hand.editor, 1)
        case "previous":
            go(hand.editor, -1)
        case "accept":
            accept_focused(hand.editor)
        case "refuse":
            refuse_focused(hand.editor)
        case "all":
            accept_all(hand.editor, 0.7)
        case "likely":
            say_likely(hand, chance.choice(("PER", "LOC")))
        case _:
            return False
    return True


def look_elsewhere(hand: Hand, chance: random.Random, done: str) -> bool:
    """Do something else that changes what is seen; return False where `done` is none of it."""
    match done:
        case "undo":
            hand.editor.undo()
        case "scroll":
            hand.scroll(chance.randrange(-150, 150))
        case "draft":
            swept = (place(TEXT, "Lâm Khê", 1),)
            hand.stage.attention.show_draft(chance.choice((Draft(swept=swept), None)))
        case "look":
            hand.canvas.density = chance.choice(("arcs", "labels", "underlines"))
        case _:
            return False
    return True


def test_accepting_moves_nothing(hand: Hand) -> None:
    first = proposals()[1]
    before = [block.tops for _, _, block in hand.stage.page.visible(0, 400)]
    lane = next(p.lane for p in hand.stage.page.block(0).marks[0].suggested)
    hand.editor.suggestions.focus(hand.editor.suggestions.by_id[first.id])
    accept_focused(hand.editor)
    assert [block.tops for _, _, block in hand.stage.page.visible(0, 400)] == before
    marks = hand.stage.page.block(0).marks[0]
    new = next(p for p in marks.pieces if p.annotation.text_in(TEXT) == "Sơn Hà")
    assert new.lane == lane


def test_an_event_is_accepted_with_what_fills_its_roles(hand: Hand) -> None:
    linked = [each for each in hand.editor.suggestions.linked if not each.event]
    meeting = next(each for each in linked if each.annotation.kind is Kind.EVENT)
    arcs = [arc for m in hand.stage.page.block(1).marks for arc in m.arcs if arc.suggested]
    assert {(arc.suggested, arc.name.text) for arc in arcs} == {
        (meeting.id, "Place"), ("~R:knows:", "knows"),
    }  # fmt: skip
    assert "Meeting “họp”, Place: Lâm Khê" in tip_of_suggestion(meeting, hand.editor)
    hand.editor.suggestions.focus(meeting)
    accept_focused(hand.editor)
    layer = hand.editor.layer
    assert layer is not None
    (made,) = [each for each in layer.of_kind(Kind.EVENT) if each.id != "E1"]
    assert [layer[each.target].text_in(TEXT) for each in made.links] == ["Lâm Khê"]
    hand.editor.undo()
    assert len(layer) == 3


def test_one_more_argument_is_accepted_for_a_real_event(hand: Hand) -> None:
    argument = next(each for each in hand.editor.suggestions.shown if each.event)
    hand.editor.suggestions.focus(argument)
    accept_focused(hand.editor)
    layer = hand.editor.layer
    assert layer is not None
    assert [(role, layer[target].text_in(TEXT)) for role, target in layer["E1"].links] == [
        ("Chair", "Đỗ Quang Minh"),
        ("Cause", "Lâm Khê"),
    ]


def test_the_line_with_the_caret_stays_where_it_is(hand: Hand) -> None:
    hand.editor.suggestions.show([])
    offset = place(TEXT, "kết thúc", 2).start
    hand.stage.reveal(Fragment(offset, offset))
    hand.stage.scroll_by(40)
    hand.editor.select(Fragment(offset, offset))
    before = hand.stage.to_view(hand.stage.page.caret(offset)).top()
    hand.editor.suggestions.show([suggested("LOC", "Lâm Khê", n) for n in range(8)])
    assert abs(hand.stage.to_view(hand.stage.page.caret(offset)).top() - before) <= 1
    hand.editor.suggestions.show([])
    assert abs(hand.stage.to_view(hand.stage.page.caret(offset)).top() - before) <= 1


def test_the_past_before_a_label_on_the_article_is_shown_over_suggestions(begin: Begin) -> None:
    hand = begin(TEXT, entity("T1", "LOC", TEXT, "Sơn Hà"))
    before = hand.editor.project.history("a", "lan")[-1].number
    toggle_document_label(hand.editor, "Politics")
    hand.editor.suggestions.show([suggested("LOC", "Lâm Khê")])
    assert [item.annotation.label for item in hand.stage.band.items] == ["Politics"]
    hand.editor.show_past(before)
    assert hand.stage.band.items == []
