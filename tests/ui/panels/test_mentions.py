"""The list of mentions by keys and mouse."""

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.ui.panels.mentions import MentionsPanel
from tests.ui.panels.acting import Key, Show, Tag, click, go_to, row_of, texts


def test_mentions_are_grouped_by_label_in_the_order_of_the_text(show: Show, tag: Tag) -> None:
    tag("LOC", "Lạng Sơn", 1)
    tag("PER", "Hồ Tiến Thiệu")
    tag("LOC", "Lạng Sơn")
    panel = show(MentionsPanel)

    assert texts(panel.view) == ["Person", "Hồ Tiến Thiệu", "Location", "Lạng Sơn", "Lạng Sơn"]
    assert row_of(panel.view, ("LOC",)).counts[0].number == "2"
    assert row_of(panel.view, "T3").key == panel.view.rows.row_at(3).key


def test_mentions_are_grouped_by_their_words(show: Show, tag: Tag) -> None:
    tag("LOC", "Lạng Sơn", 1)
    tag("ORG", "Lạng Sơn")
    tag("PER", "Hồ Tiến Thiệu")
    panel = show(MentionsPanel)

    panel.grouping.choose("words")

    assert texts(panel.view) == [
        "Hồ Tiến Thiệu",
        "Hồ Tiến Thiệu",
        "Lạng Sơn",
        "Lạng Sơn",
        "Lạng Sơn",
    ]
    assert row_of(panel.view, "T2").detail == "Organisation"


def test_typing_narrows_with_and_without_diacritics(qtbot: QtBot, show: Show, tag: Tag) -> None:
    tag("LOC", "Lạng Sơn")
    tag("PER", "Nguyễn Thị Hoà")
    panel = show(MentionsPanel)

    qtbot.keyClicks(panel.filter, "hoa")
    assert texts(panel.view) == ["Person", "Nguyễn Thị Hoà"]
    panel.filter.setText("hòa")
    assert texts(panel.view) == ["Person", "Nguyễn Thị Hoà"]
    qtbot.keyClick(panel.filter, Key.Key_Return)
    assert panel.editor.annotations == ("T2",)

    panel.filter.setText("xyz")
    assert texts(panel.view) == []
    assert "Clear the filter" in panel.view.accessibleDescription()
    tag("LOC", "Lạng Sơn", 1)
    assert texts(panel.view) == []
    panel.filter.clear()
    assert len(texts(panel.view)) == 5


def test_a_click_and_enter_go_there(qtbot: QtBot, show: Show, tag: Tag) -> None:
    one, two = tag("LOC", "Lạng Sơn"), tag("LOC", "Lạng Sơn", 1)
    panel = show(MentionsPanel)
    revealed: list[Fragment] = []
    panel.editor.revealed.connect(revealed.append)

    click(qtbot, panel.view, two)
    go_to(panel.view, one)
    qtbot.keyClick(panel.view, Key.Key_Return)

    assert panel.editor.layer is not None
    assert revealed == [panel.editor.layer[two].fragments[0], panel.editor.layer[one].fragments[0]]
    assert panel.editor.annotations == (one,)


def test_groups_fold_by_key_and_click_and_stay_so(qtbot: QtBot, show: Show, tag: Tag) -> None:
    tag("PER", "Hồ Tiến Thiệu")
    tag("LOC", "Lạng Sơn")
    panel = show(MentionsPanel)
    go_to(panel.view, ("PER",))

    qtbot.keyClick(panel.view, Key.Key_Left)
    assert texts(panel.view) == ["Person", "Location", "Lạng Sơn"]
    tag("PER", "Nguyễn Thị Hoà")
    assert texts(panel.view) == ["Person", "Location", "Lạng Sơn"]
    assert row_of(panel.view, ("PER",)).counts[0].number == "2"
    panel.refresh()
    assert texts(panel.view) == ["Person", "Location", "Lạng Sơn"]
    click(qtbot, panel.view, ("PER",))
    assert texts(panel.view)[:3] == ["Person", "Hồ Tiến Thiệu", "Nguyễn Thị Hoà"]


def test_delete_removes_and_undo_brings_back(qtbot: QtBot, show: Show, tag: Tag) -> None:
    tag("PER", "Hồ Tiến Thiệu")
    place = tag("LOC", "Lạng Sơn")
    panel = show(MentionsPanel)
    tester = QAbstractItemModelTester(
        panel.mentions, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    go_to(panel.view, place)

    qtbot.keyClick(panel.view, Key.Key_Delete)
    assert texts(panel.view) == ["Person", "Hồ Tiến Thiệu"]
    panel.editor.undo()

    assert texts(panel.view) == ["Person", "Hồ Tiến Thiệu", "Location", "Lạng Sơn"]
    current = panel.view.current()
    assert current is not None
    assert current.key == place
    assert tester.model() is panel.mentions


def test_relabelling_moves_a_mention_to_its_group(show: Show, tag: Tag) -> None:
    place = tag("LOC", "Lạng Sơn")
    panel = show(MentionsPanel)

    panel.editor.apply(lambda layer: edits.relabel(layer, [place], "ORG"))

    assert texts(panel.view) == ["Organisation", "Lạng Sơn"]


def test_an_edit_of_many_is_shown_whole(show: Show, tag: Tag) -> None:
    ids = [tag("LOC", "a", nth) for nth in range(1)] + [tag("PER", " ", nth) for nth in range(20)]
    panel = show(MentionsPanel)

    panel.editor.apply(lambda layer: edits.remove(layer, ids))

    assert texts(panel.view) == []
    assert "Nothing is tagged yet" in panel.view.accessibleDescription()
    panel.editor.undo()
    assert len(texts(panel.view)) == 23


def test_events_are_no_mentions(show: Show, tag: Tag) -> None:
    tag("Meeting", "tổ chức", kind=Kind.EVENT)
    assert texts(show(MentionsPanel).view) == []
