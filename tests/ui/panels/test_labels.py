"""The labels by keys and mouse."""

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.model.tagset import EntityType, Tagset
from annotator.ui.editor import Editor
from annotator.ui.panels.labels import LabelsPanel
from tests.ui.panels.acting import Key, Show, Tag, click, go_to, place_of, row_of, rows, texts

LOC = (Kind.ENTITY, "LOC")


def select(editor: Editor, words: str) -> None:
    assert editor.article is not None
    start = editor.article.text.index(words)
    editor.select(Fragment(start, start + len(words)))


def test_labels_stand_by_kind_and_hierarchy_with_their_keys(show: Show) -> None:
    panel = show(LabelsPanel)

    assert texts(panel.view)[:6] == [
        "Entities",
        "Person",
        "Organisation",
        "Government",
        "Location",
        "Time",
    ]
    assert row_of(panel.view, (Kind.ENTITY, "GOV")).level == 1
    assert row_of(panel.view, LOC).shortcut == "3"
    assert "Politics" in texts(panel.view)
    assert len({row.color for row in rows(panel.view) if not row.heading}) == 11


def test_a_click_tags_the_selection_and_leaves_the_keyboard_where_it_is(
    qtbot: QtBot, show: Show
) -> None:
    panel = show(LabelsPanel)
    panel.filter.setFocus()
    select(panel.editor, "Lạng Sơn")

    click(qtbot, panel.view, LOC)

    assert panel.editor.layer is not None
    assert [each.label for each in panel.editor.layer] == ["LOC"]
    assert panel.filter.hasFocus()
    assert [count.number for count in row_of(panel.view, LOC).counts] == ["1"]
    panel.editor.undo()
    assert row_of(panel.view, LOC).counts == ()


def test_typing_finds_labels_and_enter_tags_with_the_top_hit(qtbot: QtBot, show: Show) -> None:
    panel = show(LabelsPanel)
    select(panel.editor, "Hồ Tiến Thiệu")
    panel.filter.setFocus()

    qtbot.keyClicks(panel.filter, "per")
    assert texts(panel.view) == ["Person"]
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.filter, Key.Key_Return)

    assert panel.editor.layer is not None
    assert [each.label for each in panel.editor.layer] == ["PER"]
    assert panel.filter.text() == ""


def test_the_best_hit_stands_on_top(qtbot: QtBot, show: Show) -> None:
    panel = show(LabelsPanel)
    qtbot.keyClicks(panel.filter, "law")
    assert texts(panel.view)[0] == "Law"
    panel.filter.setText("no such label")
    assert texts(panel.view) == []
    assert panel.view.accessibleDescription() == "No label is called so."


def test_enter_in_the_list_tags_and_letters_go_to_the_field(qtbot: QtBot, show: Show) -> None:
    panel = show(LabelsPanel)
    select(panel.editor, "Lạng Sơn")
    go_to(panel.view, LOC)

    qtbot.keyClick(panel.view, Key.Key_Return)
    assert panel.editor.layer is not None
    assert [each.label for each in panel.editor.layer] == ["LOC"]
    qtbot.keyClick(panel.view, Key.Key_T)

    assert panel.filter.hasFocus()
    assert panel.filter.text() == "t"


def test_the_keyboard_passes_the_headings(qtbot: QtBot, show: Show) -> None:
    panel = show(LabelsPanel)
    go_to(panel.view, (Kind.ENTITY, "TIME"))
    qtbot.keyClick(panel.view, Key.Key_Down)
    current = panel.view.current()
    assert current is not None
    assert current.key == (Kind.EVENT, "Meeting")


def test_the_guideline_follows_pointer_keyboard_and_selection(
    qtbot: QtBot, show: Show, tag: Tag
) -> None:
    place = tag("LOC", "Lạng Sơn")
    panel = show(LabelsPanel)
    panel.editor.select(Fragment(0, 0), (place,))
    assert panel.guideline.name.text() == "Location"
    assert "No guideline" in panel.guideline.text.toPlainText()

    qtbot.mouseMove(panel.view.viewport(), place_of(panel.view, (Kind.ENTITY, "PER")))
    qtbot.waitUntil(lambda: panel.guideline.name.text() == "Person")
    assert panel.guideline.text.toPlainText() == "A name of a person."

    go_to(panel.view, (Kind.ENTITY, "TIME"))
    qtbot.keyClick(panel.view, Key.Key_Down)
    assert panel.guideline.name.text() == "Meeting"
    assert "Organizer: ORG, PER" in panel.guideline.text.toPlainText()


def test_the_guideline_folds(qtbot: QtBot, show: Show) -> None:
    panel = show(LabelsPanel)
    panel.guideline.fold.click()
    assert not panel.guideline.text.isVisible()
    assert panel.guideline.fold.accessibleName() == "Show the guideline"
    panel.guideline.fold.click()
    assert panel.guideline.text.isVisible()


def test_guidelines_are_no_html_and_fetch_nothing(show: Show) -> None:
    panel = show(LabelsPanel)
    hostile = "<b>x</b> <script>y</script> ![a](http://localhost/x.png) ![b](file:///x.png)"
    tagset = Tagset(entities=(EntityType("<i>L</i>", guideline=hostile),))

    assert panel.editor.apply(edits.set_tagset(panel.editor.tagset, tagset))
    panel.view.pointed.emit(row_of(panel.view, (Kind.ENTITY, "<i>L</i>")))

    assert panel.guideline.name.text() == "<i>L</i>"
    assert "<b>x</b>" in panel.guideline.text.toPlainText()
    document = panel.guideline.text.document()
    kind = QTextDocument.ResourceType.ImageResource.value
    assert document.resource(kind, QUrl.fromLocalFile(__file__)) == QByteArray()


def test_a_document_label_is_put_on_and_taken_off(qtbot: QtBot, show: Show) -> None:
    panel = show(LabelsPanel)
    key = (Kind.DOCUMENT, "Politics")
    click(qtbot, panel.view, key)
    assert [count.number for count in row_of(panel.view, key).counts] == ["1"]
    click(qtbot, panel.view, key)
    assert row_of(panel.view, key).counts == ()
