"""Relations, coreference and document labels by keys and mouse."""

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import FROM, MEMBER, TO, Annotation, Kind, Link
from annotator.model.change import Change, Edit
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.model.tagset import COREFERENCE
from annotator.ui import commands
from annotator.ui.editor import Editor, Filling
from annotator.ui.panels.link_list import LinkList
from annotator.ui.panels.links import LinksPanel
from tests.ui.panels.acting import (
    Key,
    Show,
    Tag,
    choose,
    click,
    click_button,
    go_to,
    picker,
    row_of,
    rows,
    texts,
)

RELATIONS, COREFERENCES = ("heading", Kind.RELATION), ("heading", Kind.CLUSTER)


@pytest.fixture
def places(tag: Tag) -> list[str]:
    """Return the ids of two places and an organisation."""
    return [
        tag("LOC", "Lạng Sơn"),
        tag("LOC", "Lạng Sơn", 1),
        tag("ORG", "Ủy ban nhân dân tỉnh Lạng Sơn"),
    ]


def of_kind(editor: Editor, kind: Kind) -> list[tuple[Link, ...]]:
    assert editor.layer is not None
    return [each.links for each in editor.layer.of_kind(kind)]


def test_each_kind_has_its_heading_and_what_is_given(show: Show, places: list[str]) -> None:
    panel = show(LinksPanel)
    panel.editor.apply(lambda layer: edits.add_relation(layer, "part_of", places[2], places[0]))
    panel.editor.apply(lambda layer: edits.add_cluster(layer, places[:2]))

    assert texts(panel.view) == [
        "Relations",
        "Ủy ban nhân dân tỉnh Lạng Sơn → Lạng Sơn",
        "Coreference",
        "Lạng Sơn",
        "Lạng Sơn",
        "Lạng Sơn",
        "The whole article",
        "Politics",
        "Law",
    ]
    assert row_of(panel.view, ("link", "R1")).detail == "part_of"


def test_a_relation_that_does_not_fit_says_so(show: Show, places: list[str]) -> None:
    panel = show(LinksPanel)
    panel.editor.apply(lambda layer: edits.add_relation(layer, "knows", places[0], places[1]))
    row = row_of(panel.view, ("link", "R1"))
    assert row.detail_tone == "problem"
    assert "can't be filled by LOC" in row.detail


def test_a_relation_is_made_from_lists_by_keys(qtbot: QtBot, show: Show, places: list[str]) -> None:
    panel = show(LinksPanel)
    panel.editor.select(panel.editor.stretch, ())
    go_to(panel.view, RELATIONS)

    qtbot.keyClick(panel.view, Key.Key_Return)
    choose(qtbot, "part")
    assert texts(picker(qtbot).view)[0] == "Fits"
    choose(qtbot, "uy ban")
    assert panel.editor.filling == Filling(Kind.RELATION, places[2], TO, "part_of")
    commands.fill_with(panel.editor, places[0])

    assert of_kind(panel.editor, Kind.RELATION) == [(Link(FROM, places[2]), Link(TO, places[0]))]


def test_a_relation_begins_at_the_mention_in_focus(
    qtbot: QtBot, show: Show, places: list[str]
) -> None:
    panel = show(LinksPanel)
    panel.editor.reveal(places[0])
    click_button(qtbot, panel.view, RELATIONS, "+")
    with qtbot.waitSignal(panel.left):
        choose(qtbot, "part")

    assert panel.editor.filling == Filling(Kind.RELATION, places[0], TO, "part_of")
    commands.fill_with(panel.editor, places[1])
    assert len(of_kind(panel.editor, Kind.RELATION)) == 1


def test_a_cluster_is_begun_grows_and_shrinks(
    qtbot: QtBot, show: Show, tag: Tag, places: list[str]
) -> None:
    third = tag("LOC", "tỉnh")
    panel = show(LinksPanel)
    panel.editor.reveal(places[0])
    go_to(panel.view, COREFERENCES)
    qtbot.keyClick(panel.view, "+")
    assert panel.editor.filling == Filling(Kind.CLUSTER, places[0], MEMBER, COREFERENCE)
    commands.fill_with(panel.editor, places[1])

    click_button(qtbot, panel.view, ("link", "C1"), "+")
    assert panel.editor.filling == Filling(Kind.CLUSTER, "C1", MEMBER)
    commands.fill_with(panel.editor, third)
    members = [Link(MEMBER, id) for id in (places[0], places[1], third)]
    assert of_kind(panel.editor, Kind.CLUSTER) == [tuple(members)]

    click_button(qtbot, panel.view, ("member", "C1", places[1]), "out")
    assert of_kind(panel.editor, Kind.CLUSTER) == [(members[0], members[2])]
    go_to(panel.view, ("member", "C1", third))
    qtbot.keyClick(panel.view, Key.Key_Delete)
    assert of_kind(panel.editor, Kind.CLUSTER) == []
    panel.editor.undo()
    assert row_of(panel.view, ("member", "C1", third)).text == "tỉnh"


def test_a_member_and_a_relation_are_revealed(qtbot: QtBot, show: Show, places: list[str]) -> None:
    panel = show(LinksPanel)
    panel.editor.apply(lambda layer: edits.add_cluster(layer, places[:2]))
    panel.editor.apply(lambda layer: edits.add_relation(layer, "part_of", places[2], places[0]))

    click(qtbot, panel.view, ("member", "C1", places[1]))
    assert panel.editor.annotations == (places[1],)
    click(qtbot, panel.view, ("link", "R1"))
    assert panel.editor.annotations == ("R1",)


def test_the_menu_of_a_relation_goes_to_its_ends_and_relabels(
    qtbot: QtBot, show: Show, places: list[str]
) -> None:
    panel = show(LinksPanel)
    panel.editor.apply(lambda layer: edits.add_relation(layer, "part_of", places[2], places[0]))
    go_to(panel.view, ("link", "R1"))
    qtbot.keyClick(panel.view, Key.Key_F2)
    menu = next(menu for menu in panel.findChildren(QMenu) if menu.isVisible())
    actions = {action.text(): action for action in menu.actions()}

    actions["Go to the second end"].trigger()
    assert panel.editor.annotations == (places[0],)
    labels = actions["Change label"].menu()
    assert isinstance(labels, QMenu)
    assert [action.text() for action in labels.actions()] == ["knows"]
    labels.actions()[0].trigger()
    menu.close()
    assert row_of(panel.view, ("link", "R1")).detail.startswith("knows")


def test_document_labels_are_checked_by_click_and_space(qtbot: QtBot, show: Show) -> None:
    panel = show(LinksPanel)
    click(qtbot, panel.view, ("label", "Law"))
    assert row_of(panel.view, ("label", "Law")).checked
    go_to(panel.view, ("label", "Politics"))
    qtbot.keyClick(panel.view, Key.Key_Space)
    assert [row.key for row in rows(panel.view) if row.checked] == [
        ("label", "Politics"),
        ("label", "Law"),
    ]
    qtbot.keyClick(panel.view, Key.Key_Space)
    panel.editor.undo()
    assert row_of(panel.view, ("label", "Politics")).checked


def test_a_document_label_the_tagset_lacks_can_be_taken_off(qtbot: QtBot, show: Show) -> None:
    panel = show(LinksPanel)
    panel.editor.apply(lambda layer: edits.add(layer, Kind.DOCUMENT, "Odd"))
    row = row_of(panel.view, ("label", "Odd"))
    assert (row.checked, row.detail) == (True, "not in the tagset")
    click(qtbot, panel.view, ("label", "Odd"))
    assert of_kind(panel.editor, Kind.DOCUMENT) == []


def test_a_mention_that_goes_takes_its_links_from_the_list(show: Show, places: list[str]) -> None:
    panel = show(LinksPanel)
    panel.editor.apply(lambda layer: edits.add_relation(layer, "part_of", places[2], places[0]))
    panel.editor.apply(lambda layer: edits.remove(layer, [places[0]]))
    assert panel.view.rows.number_of(("link", "R1")) is None
    panel.editor.undo()
    assert panel.view.rows.number_of(("link", "R1")) == 1


def test_of_many_links_those_that_are_seen_are_made(
    qtbot: QtBot, show: Show, places: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = show(LinksPanel)
    made: list[int] = []
    row_at = LinkList.row_at
    monkeypatch.setattr(
        LinkList, "row_at", lambda self, number: (made.append(number), row_at(self, number))[1]
    )

    def add(layer: Layer) -> Edit:
        ends = (Link(FROM, places[2]), Link(TO, places[0]))
        relations = (
            Annotation(f"R{n}", Kind.RELATION, "part_of", (), links=ends, rank=100 + n)
            for n in range(5000)
        )
        changes = tuple(Change(layer.address(each.id), None, each) for each in relations)
        return Edit(message("Add relations"), changes)

    assert panel.editor.apply(add)
    qtbot.waitUntil(lambda: panel.links.rowCount() > 5000)
    panel.view.repaint()
    assert 0 < len(set(made)) < 200
    go_to(panel.view, ("link", "R4999"))
    assert panel.view.current() == row_of(panel.view, ("link", "R4999"))
