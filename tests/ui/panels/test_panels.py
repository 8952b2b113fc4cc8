"""What holds for every panel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Kind
from annotator.resources import resource
from annotator.ui import panels
from annotator.ui.editor import Editor
from annotator.ui.panels.labels import LabelsPanel
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.row_view import RowView
from tests.ui.panels.acting import Key, Show, Tag, rows

CLASSES = [panels.panel_class(name) for name in panels.PANELS]
HOSTILE = "<b>x</b><img src=file:///x.png>" + "y" * 500 + "\u202e\n\u2028z"


def each_control(panel: Panel) -> list[QWidget]:
    return [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and widget.window() is panel.window()
    ]


@pytest.fixture
def annotated(tag: Tag, editor: Editor) -> str:
    """Return the id of an event with fillers; the layer has links of every kind."""
    place, person = tag("LOC", "Lạng Sơn"), tag("PER", "Hồ Tiến Thiệu")
    event = tag("Meeting", "tổ chức", kind=Kind.EVENT)
    editor.apply(lambda layer: edits.add_link(layer, event, "Place", place))
    editor.apply(lambda layer: edits.add_link(layer, event, "Chair", person))
    editor.apply(lambda layer: edits.add_relation(layer, "knows", place, person))
    editor.apply(lambda layer: edits.add_cluster(layer, [place, person]))
    editor.reveal(event)
    return event


@pytest.mark.parametrize("panel_class", CLASSES)
def test_each_has_a_title_an_icon_and_names_for_its_controls(
    show: Show, annotated: str, panel_class: type[Panel]
) -> None:
    panel = show(panel_class)
    assert panel.title()
    assert resource(f"icons/{panel.icon}.svg").is_file()
    for control in each_control(panel):
        named = control.accessibleName() or getattr(control, "text", str)()
        assert named, f"{control} has no name"


@pytest.mark.parametrize("panel_class", CLASSES)
def test_each_row_can_be_said(show: Show, annotated: str, panel_class: type[Panel]) -> None:
    for view in show(panel_class).findChildren(RowView):
        for number, row in enumerate(rows(view)):
            said = view.rows.index(number, 0).data(Qt.ItemDataRole.AccessibleTextRole)
            assert said == row.said()
            assert said


@pytest.mark.parametrize("panel_class", CLASSES)
def test_each_says_what_to_do_where_nothing_is_open(
    show: Show, editor: Editor, panel_class: type[Panel]
) -> None:
    panel = show(panel_class)
    editor.open(None)
    for view in panel.findChildren(RowView):
        if not view.rows.rowCount() and view.isVisible():
            assert view.accessibleDescription()


@pytest.mark.parametrize("panel_class", CLASSES)
def test_hidden_it_goes_stale_and_comes_back_right(
    qtbot: QtBot, show: Show, annotated: str, panel_class: type[Panel]
) -> None:
    panel, seen = show(panel_class), show(panel_class)
    panel.hide()
    told: list[object] = []
    for view in panel.findChildren(RowView):
        view.rows.dataChanged.connect(lambda *what: told.append(what))
        view.rows.rowsInserted.connect(lambda *what: told.append(what))
        view.rows.rowsRemoved.connect(lambda *what: told.append(what))
        view.rows.modelReset.connect(lambda: told.append("reset"))

    panel.editor.apply(lambda layer: edits.relabel(layer, [annotated], "Odd"))
    panel.editor.apply(lambda layer: edits.add(layer, Kind.DOCUMENT, "Law"))
    assert told == []

    panel.show()
    views = (panel.findChildren(RowView), seen.findChildren(RowView))
    assert [rows(view) for view in views[0]] == [rows(view) for view in views[1]]


@pytest.mark.parametrize("panel_class", CLASSES)
def test_strings_from_data_are_shown_as_they_are(
    show: Show, annotated: str, panel_class: type[Panel]
) -> None:
    panel = show(panel_class)
    editor = panel.editor
    editor.apply(lambda layer: edits.relabel(layer, [annotated], HOSTILE))
    editor.apply(lambda layer: edits.set_note(layer, annotated, HOSTILE))
    editor.apply(lambda layer: edits.set_attribute(layer, [annotated], HOSTILE[:200], HOSTILE))
    editor.apply(lambda layer: edits.add_link(layer, annotated, HOSTILE, "T1"))
    editor.apply(lambda layer: edits.add(layer, Kind.DOCUMENT, HOSTILE))
    article = editor.article
    assert article is not None
    editor.apply(edits.set_metadata(article, "title", HOSTILE))
    panel.grab()

    assert panel.width() == 320
    for view in panel.findChildren(RowView):
        for number in range(view.rows.rowCount()):
            row = view.rows.row_at(number)
            assert "\n" not in row.text + row.detail
            tip = view.rows.index(number, 0).data(Qt.ItemDataRole.ToolTipRole)
            assert "<b>" not in tip
            assert "<img" not in tip


@pytest.mark.parametrize("panel_class", CLASSES)
def test_escape_goes_back_to_the_text(
    qtbot: QtBot, show: Show, annotated: str, panel_class: type[Panel]
) -> None:
    panel = show(panel_class)
    panel.setFocus()
    focused = panel.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(focused, Key.Key_Escape)


@pytest.mark.parametrize("panel_class", CLASSES)
def test_each_fits_a_narrow_column(show: Show, annotated: str, panel_class: type[Panel]) -> None:
    assert show(panel_class).minimumSizeHint().width() <= 240


def test_the_text_goes_first(qtbot: QtBot, editor: Editor, tag: Tag) -> None:
    panel = LabelsPanel(editor)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    before = rows(panel.view)
    tag("PER", "Hồ Tiến Thiệu")
    assert rows(panel.view) == before
    qtbot.waitUntil(lambda: rows(panel.view) != before)
