"""Events and their frames by keys and mouse."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Fragment, Kind, Link
from annotator.ui.editor import Editor, Filling
from annotator.ui.panels.events import EventsPanel
from tests.ui.panels.acting import Key, Show, Tag, click, click_button, go_to, picker, row_of, texts


@pytest.fixture
def event(tag: Tag) -> str:
    """Return the id of a meeting with a trigger."""
    return tag("Meeting", "tổ chức", kind=Kind.EVENT)


def links(editor: Editor, event: str) -> tuple[Link, ...]:
    assert editor.layer is not None
    return editor.layer[event].links


def test_the_frame_shows_every_role_and_what_is_missing(show: Show, event: str) -> None:
    panel = show(EventsPanel)
    panel.editor.reveal(event)

    assert texts(panel.view) == ["tổ chức"]
    assert texts(panel.frame.view) == ["Organizer", "1 more needed", "Chair", "Place", "Cause"]
    assert row_of(panel.frame.view, ("role", "Organizer")).detail == "Organisation, Person"
    assert "Roles still to be filled: 1" in row_of(panel.view, event).said()


def test_what_fills_is_shown_and_what_does_not_fit_is_said(
    show: Show, event: str, tag: Tag
) -> None:
    org, place = tag("GOV", "Ủy ban nhân dân tỉnh Lạng Sơn"), tag("LOC", "Lạng Sơn")
    panel = show(EventsPanel)
    panel.editor.reveal(event)

    for role, target in (("Organizer", org), ("Chair", place), ("Odd", place)):
        panel.editor.apply(lambda layer, r=role, t=target: edits.add_link(layer, event, r, t))

    frame = panel.frame.view
    assert row_of(frame, ("filler", "Organizer", org)).detail_tone == "muted"
    wrong = row_of(frame, ("filler", "Chair", place))
    assert (wrong.detail, wrong.detail_tone) == ("Location does not fit: Person", "problem")
    assert row_of(frame, ("role", "Odd")).detail == "not a role of Meeting"
    assert "Not every filler" in row_of(panel.view, event).said()
    panel.editor.undo()
    panel.editor.undo()
    assert "The frame is complete" in row_of(panel.view, event).said()


def test_plus_waits_for_a_mention_in_the_text(qtbot: QtBot, show: Show, event: str) -> None:
    panel = show(EventsPanel)
    panel.editor.reveal(event)
    with qtbot.waitSignal(panel.left):
        click_button(qtbot, panel.frame.view, ("role", "Chair"), "+")

    assert panel.editor.filling == Filling(Kind.EVENT, event, "Chair")
    assert row_of(panel.frame.view, ("role", "Chair")).marked
    panel.editor.fill(None)

    go_to(panel.frame.view, ("role", "Place"))
    qtbot.keyClick(panel.frame.view, "+")
    assert panel.editor.filling == Filling(Kind.EVENT, event, "Place")
    qtbot.keyClick(panel.frame.view, Key.Key_Escape)
    assert panel.editor.filling is None


def test_a_role_is_filled_from_a_list_by_keys(
    qtbot: QtBot, show: Show, event: str, tag: Tag
) -> None:
    tag("LOC", "Lạng Sơn")
    chair = tag("PER", "Hồ Tiến Thiệu")
    panel = show(EventsPanel)
    panel.editor.reveal(event)
    go_to(panel.frame.view, ("role", "Chair"))

    qtbot.keyClick(panel.frame.view, Key.Key_Return)
    choose = picker(qtbot)
    assert texts(choose.view) == ["Fits", "Hồ Tiến Thiệu", "Does not fit", "Lạng Sơn"]
    qtbot.keyClicks(choose.field, "thieu")
    assert texts(choose.view) == ["Fits", "Hồ Tiến Thiệu"]
    qtbot.keyClick(choose.field, Key.Key_Return)

    assert links(panel.editor, event) == (Link("Chair", chair),)
    assert panel.editor.filling is None
    assert row_of(panel.frame.view, ("filler", "Chair", chair)).text == "Hồ Tiến Thiệu"


def test_the_list_is_left_without_a_choice(qtbot: QtBot, show: Show, event: str) -> None:
    panel = show(EventsPanel)
    panel.editor.reveal(event)
    click_button(qtbot, panel.frame.view, ("role", "Chair"), "list")
    choose = picker(qtbot)
    assert "Tag some words first" in choose.view.accessibleDescription()

    qtbot.keyClick(choose.field, Key.Key_Escape)

    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert panel.editor.filling is None
    assert links(panel.editor, event) == ()


def test_a_filler_is_revealed_removed_and_moved(
    qtbot: QtBot, show: Show, event: str, tag: Tag
) -> None:
    person = tag("PER", "Hồ Tiến Thiệu")
    panel = show(EventsPanel)
    panel.editor.apply(lambda layer: edits.add_link(layer, event, "Chair", person))
    panel.editor.reveal(event)
    revealed: list[Fragment] = []
    panel.editor.revealed.connect(revealed.append)
    frame, key = panel.frame.view, ("filler", "Chair", person)

    click(qtbot, frame, key)
    assert panel.editor.annotations == (person,)
    assert len(revealed) == 1

    go_to(frame, key)
    qtbot.keyClick(frame, Key.Key_F2)
    menu = next(menu for menu in panel.findChildren(QMenu) if menu.isVisible())
    roles = next(action.menu() for action in menu.actions() if action.text() == "Change role")
    assert isinstance(roles, QMenu)
    assert [action.text() for action in roles.actions()] == ["Organizer", "Place", "Cause"]
    roles.actions()[0].trigger()
    menu.close()
    assert links(panel.editor, event) == (Link("Organizer", person),)

    go_to(frame, ("filler", "Organizer", person))
    qtbot.keyClick(frame, Key.Key_Delete)
    assert links(panel.editor, event) == ()
    panel.editor.undo()
    click_button(qtbot, frame, ("filler", "Organizer", person), "out")
    assert links(panel.editor, event) == ()


def test_the_frame_stays_while_its_filler_is_in_focus(
    qtbot: QtBot, show: Show, event: str, tag: Tag
) -> None:
    person = tag("PER", "Hồ Tiến Thiệu")
    panel = show(EventsPanel)
    panel.editor.reveal(event)
    panel.editor.reveal(person)
    assert "tổ chức" in panel.frame.heading.text()
    panel.editor.apply(lambda layer: edits.remove(layer, [event]))
    assert texts(panel.frame.view) == []


def test_an_event_without_trigger_is_added_from_a_list(qtbot: QtBot, show: Show) -> None:
    panel = show(EventsPanel)
    assert "No events yet" in panel.view.accessibleDescription()
    panel.add.setFocus()
    qtbot.keyClick(panel.add, Key.Key_Space)
    choose = picker(qtbot)
    qtbot.keyClick(choose.field, Key.Key_Down)
    qtbot.keyClick(choose.field, Key.Key_Return)

    assert panel.editor.focused is not None
    assert panel.editor.focused.label == "Arrest"
    assert panel.editor.focused.fragments == ()
    assert texts(panel.view) == ["no trigger"]
    assert texts(panel.frame.view)[0] == "Person"


def test_delete_removes_the_event(qtbot: QtBot, show: Show, event: str) -> None:
    panel = show(EventsPanel)
    go_to(panel.view, event)
    qtbot.keyClick(panel.view, Key.Key_Delete)
    assert texts(panel.view) == []
    panel.editor.undo()
    assert texts(panel.view) == ["tổ chức"]


def test_moving_through_the_list_shows_each_frame(
    qtbot: QtBot, show: Show, event: str, tag: Tag
) -> None:
    arrest = tag("Arrest", "bị bắt", kind=Kind.EVENT)
    panel = show(EventsPanel)
    go_to(panel.view, event)
    qtbot.keyClick(panel.view, Key.Key_Down)
    assert panel.frame.heading.text() == "Arrest · bị bắt"
    qtbot.keyClick(panel.view, Key.Key_Return)
    assert panel.editor.annotations == (arrest,)


def test_a_changed_mention_is_shown_in_the_frame(show: Show, event: str, tag: Tag) -> None:
    person = tag("PER", "Hồ Tiến Thiệu")
    panel = show(EventsPanel)
    panel.editor.apply(lambda layer: edits.add_link(layer, event, "Chair", person))
    panel.editor.reveal(event)
    panel.editor.apply(lambda layer: edits.relabel(layer, [person], "LOC"))
    row = row_of(panel.frame.view, ("filler", "Chair", person))
    assert row.detail == "Location does not fit: Person"


def test_the_menu_of_a_role_offers_both_ways(qtbot: QtBot, show: Show, event: str) -> None:
    panel = show(EventsPanel)
    panel.editor.reveal(event)
    view = panel.frame.view
    view.menu_asked.emit(row_of(view, ("role", "Chair")), panel.mapToGlobal(QPoint(9, 9)))
    menu = next(menu for menu in panel.findChildren(QMenu) if menu.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    assert panel.editor.filling == Filling(Kind.EVENT, event, "Chair")
