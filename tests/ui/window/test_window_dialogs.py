"""The dialogs by keys alone: each does what it is for, and Escape does nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.presets import preset
from annotator.project import Project
from annotator.ui import settings as wishes
from annotator.ui.dialogs.about import About
from annotator.ui.dialogs.export import Export
from annotator.ui.dialogs.keys import KeySheet
from annotator.ui.dialogs.metadata import EditMetadata
from annotator.ui.dialogs.new_project import NewProject
from annotator.ui.dialogs.palette import Palette
from annotator.ui.dialogs.paste import PasteArticle
from annotator.ui.dialogs.preferences import Preferences
from annotator.ui.dialogs.report import ErrorSheet
from annotator.ui.dialogs.reviewer import AskReviewer
from annotator.ui.dialogs.tagset import TagsetDialog
from annotator.ui.dialogs.tour import Tour
from annotator.ui.panels import article_finder
from annotator.ui.project_commands import add_paths
from tests.ui.tabbing import passed_by_tab
from tests.ui.window.driving import Driver

DIALOGS = {
    "project.new": NewProject,
    "project.export": Export,
    "articles.paste": PasteArticle,
    "reviewer": AskReviewer,
    "preferences": Preferences,
    "article.metadata": EditMetadata,
    "palette": Palette,
    "keys": KeySheet,
    "about": About,
}


def shown(palette: Palette) -> list[str]:
    """Return the lines of the palette."""
    return [palette.entries.item(row).text() for row in range(palette.entries.count())]


@pytest.mark.parametrize("action", DIALOGS)
def test_escape_closes_it_and_gives_the_keyboard_back(driver: Driver, action: str) -> None:
    driver.window.bindings[action].trigger()
    driver.dialog(DIALOGS[action])
    driver.press("Escape")
    assert driver.open_dialogs() == []
    driver.qtbot.waitUntil(driver.window.canvas.hasFocus)
    assert driver.window.editor.layer is not None
    assert len(driver.window.editor.layer) == 0


@pytest.mark.parametrize("action", [*DIALOGS, "tagset", "project.statistics", "project.agreement"])
def test_tab_reaches_everything_in_it(driver: Driver, action: str) -> None:
    driver.window.bindings[action].trigger()
    [dialog] = driver.open_dialogs()
    driver.qtbot.waitUntil(dialog.isActiveWindow)
    assert passed_by_tab(dialog) == []


@pytest.mark.blocks(
    "Qt dresses every control of the window anew, 250 ms, for another theme", up_to=600
)
def test_the_palette_does_what_is_typed(driver: Driver) -> None:
    driver.press("Ctrl+K")
    driver.write("light")
    driver.press("Return")
    assert driver.program.settings[wishes.THEME] == "dark"


def test_the_palette_does_nothing_where_nothing_is_found(driver: Driver) -> None:
    driver.press("Ctrl+K")
    driver.write("xyzzy")
    palette = driver.dialog(Palette)
    driver.qtbot.waitUntil(lambda: palette.entries.count() == 1)
    place = palette.entries.visualItemRect(palette.entries.item(0)).center()
    QTest.mouseClick(palette.entries.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(palette.entries.viewport(), Qt.MouseButton.LeftButton, pos=place)
    driver.press("Return")
    assert palette.isVisible()


def test_the_palette_finds_articles_without_diacritics(driver: Driver) -> None:
    driver.press("Ctrl+K")
    driver.write("dong bang")
    driver.press("Return")
    assert driver.window.editor.article is not None
    assert driver.window.editor.article.id == "b"


def test_the_palette_finds_articles_behind_where_there_are_many(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_finder, "_AT_ONCE", 0)
    driver.press("Ctrl+K")
    palette = driver.dialog(Palette)
    driver.write("dong thap")
    driver.qtbot.waitUntil(lambda: "Đồng bằng được mùa" in shown(palette))
    driver.write(" nowhere")
    driver.qtbot.waitUntil(lambda: shown(palette) == ["Nothing is called so."])


def test_the_palette_tags(driver: Driver) -> None:
    driver.press("Ctrl+Right", "Ctrl+K")
    driver.write("location")
    driver.press("Return")
    assert driver.window.editor.layer is not None
    assert [each.label for each in driver.window.editor.layer] == ["LOC"]


def test_the_arrows_move_in_the_palette(driver: Driver) -> None:
    driver.press("Ctrl+K")
    driver.write("article")
    palette = driver.dialog(Palette)
    first = palette.entries.current()
    driver.press("Down")
    assert palette.entries.current() != first
    driver.press("Up")
    assert palette.entries.current() == first


@pytest.mark.blocks("the formats are imported where they are first asked for", up_to=150)
def test_a_key_is_changed_and_taken_from_who_had_it(driver: Driver) -> None:
    driver.press("F1")
    sheet = driver.dialog(KeySheet)
    driver.write("export")
    driver.press("Return", "Ctrl+K")
    assert "Find a command" in sheet.conflict.text()
    driver.press("Space")
    assert driver.program.settings[wishes.SHORTCUTS] == {
        "project.export": ["Ctrl+K"],
        "palette": [],
    }
    sheet.close()
    shown = [each.text() for each in driver.window.findChildren(QPushButton)]
    assert "Find a command…" in shown, "the button names no key that does something else"
    driver.press("Ctrl+K")
    driver.dialog(Export).close()
    driver.press("F1")
    driver.dialog(KeySheet).restore()
    assert driver.program.settings[wishes.SHORTCUTS] == {}
    driver.close_dialogs()
    shown = [each.text() for each in driver.window.findChildren(QPushButton)]
    assert "Find a command…   Ctrl+K" in shown


def test_pasted_text_stays_as_it_is(driver: Driver) -> None:
    text = "Tin mới\n\nNăm\u00a02020, gió cấp\u00a08 \U0001f300 he\u0302t.\n"
    QApplication.clipboard().setText(text)
    driver.press("Ctrl+Shift+V")
    driver.dialog(PasteArticle).title.setText("Gió")
    driver.dialog(PasteArticle).accept()
    assert driver.text() == text
    assert driver.window.windowTitle().startswith("Gió")
    driver.press("Ctrl+Z")
    assert len(driver.window.editor.project.articles()) == 3


def test_metadata_is_one_step_of_undo(driver: Driver) -> None:
    driver.press("Ctrl+Shift+M")
    sheet = driver.dialog(EditMetadata)
    sheet.fields["title"].setText("Họp")
    sheet.fields["author"].setText("An")
    driver.press("Return")
    project = driver.window.editor.project
    assert project.article("a").metadata["author"] == "An"
    assert driver.window.header.title.text() == "Họp"
    driver.press("Ctrl+Z")
    assert project.article("a").title == "Hội nghị ở Lạng Sơn"
    assert "author" not in project.article("a").metadata


def test_numbers_stand_as_far_in_as_other_fields_text(driver: Driver) -> None:
    driver.window.bindings["preferences"].trigger()
    sheet = driver.dialog(Preferences)
    for box in (sheet.zoom, sheet.sure):
        margins = [each.textMargins().left() for each in box.findChildren(QLineEdit)]
        assert margins == [8]
    driver.press("Tab", "Tab", "Tab")
    assert sheet.zoom.hasFocus()
    driver.press("Up", "Return")
    assert driver.window.canvas.zoom == 110


def test_another_reviewer_has_a_layer_of_their_own(driver: Driver) -> None:
    driver.press("Ctrl+Right", "1")
    driver.window.bindings["reviewer"].trigger()
    driver.dialog(AskReviewer)
    driver.press("Ctrl+A")
    driver.write("  minh  ")
    driver.press("Return")
    editor = driver.window.editor
    assert editor.reviewer == "minh"
    assert editor.layer is not None
    assert len(editor.layer) == 0
    assert driver.program.settings[wishes.REVIEWER] == "minh"
    driver.press("3")
    assert editor.project.reviewers() == ["lan", "minh"]


@pytest.mark.parametrize("by_mouse", [True, False])
def test_after_another_reviewer_sat_down_the_text_has_the_keys(
    driver: Driver, by_mouse: bool
) -> None:
    button = driver.window.statusBar().findChild(QPushButton)
    assert button is not None
    assert button.text() == "lan"
    driver.press("Ctrl+Right")
    if by_mouse:
        driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        driver.press("Space")
    driver.dialog(AskReviewer)
    driver.press("Ctrl+A")
    driver.write("minh")
    driver.press("Return")
    driver.qtbot.waitUntil(driver.window.canvas.hasFocus)
    driver.press("1")
    assert driver.window.editor.layer is not None
    assert len(driver.window.editor.layer) == 1


def test_a_click_on_the_reviewer_that_is_taken_back_leaves_the_keys_to_the_text(
    driver: Driver,
) -> None:
    button = driver.window.statusBar().findChild(QPushButton)
    assert button is not None
    driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    driver.dialog(AskReviewer)
    driver.press("Escape")
    driver.qtbot.waitUntil(driver.window.canvas.hasFocus)


@pytest.mark.blocks(
    "Qt dresses every control of the window anew, 250 ms, for another theme", up_to=600
)
def test_preferences_take_effect(driver: Driver) -> None:
    driver.press("Ctrl+,")
    sheet = driver.dialog(Preferences)
    sheet.language.setCurrentIndex(sheet.language.findData("vi"))
    sheet.zoom.setValue(150)
    driver.press("Return")
    assert driver.window.bindings["redo"].text() == "Làm lại"
    assert driver.window.canvas.zoom == 150


def test_preferences_and_keys_reach_the_same_sizes_of_text(driver: Driver) -> None:
    driver.press(*["Ctrl+-"] * 12)
    smallest = driver.window.canvas.zoom
    driver.press(*["Ctrl+="] * 12)
    driver.press("Ctrl+,")
    zoom = driver.dialog(Preferences).zoom
    assert (zoom.minimum(), zoom.maximum()) == (smallest, driver.window.canvas.zoom)


def test_a_new_project_takes_the_place_of_the_old(driver: Driver, tmp_path: Path) -> None:
    driver.press("Ctrl+Shift+N")
    sheet = driver.dialog(NewProject)
    sheet.labels.setCurrentIndex(sheet.labels.findData("conll-2003"))
    driver.press("Return")
    driver.answer_files(tmp_path / "fresh.anno")
    assert driver.window.editor.project.path == tmp_path / "fresh.anno"
    assert driver.window.editor.tagset.name.startswith("CoNLL")
    assert driver.window.empty.isVisible()
    driver.press("Ctrl+L")
    (tmp_path / "new.txt").write_text("Tin hay.\n", "utf-8")
    add_paths(driver.window, [tmp_path / "new.txt"])
    driver.settle()
    assert driver.window.editor.article
    assert driver.window.canvas.hasFocus(), "there is something to read now"


@pytest.mark.parametrize(("words", "count"), [("The same", 3), ("None", 0)])
def test_a_new_project_has_the_labels_of_this_one_or_none(
    driver: Driver, tmp_path: Path, words: str, count: int
) -> None:
    driver.press("Ctrl+Shift+N")
    labels = driver.dialog(NewProject).labels
    labels.setCurrentIndex(labels.findText(words, Qt.MatchFlag.MatchStartsWith))
    driver.press("Return")
    driver.answer_files(tmp_path / "fresh.anno")
    assert driver.window.editor.project.path == tmp_path / "fresh.anno"
    tagset = driver.window.editor.tagset
    assert len(tagset.entities + tagset.events) == count
    assert [type(each) for each in driver.open_dialogs()] == ([] if count else [TagsetDialog])


def test_a_copy_is_saved(driver: Driver, tmp_path: Path) -> None:
    driver.press("Ctrl+Shift+S")
    driver.answer_files(tmp_path / "copy.anno")
    driver.settle()
    copy = Project.open(tmp_path / "copy.anno", read_only=True)
    assert len(copy.articles()) == 3
    copy.close()


def test_dropped_files_are_added_and_bad_ones_named(
    driver: Driver, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "good.txt").write_text("Tin hay.\n", "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"Tin\x00 x\xff")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("good.txt", "bad.txt")])
    driver.window.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    driver.settle()
    qtbot.waitUntil(lambda: len(driver.open_dialogs()) == 1)
    said = driver.dialog(ErrorSheet).findChild(QPlainTextEdit)
    assert said is not None
    assert "bad.txt" in said.toPlainText()
    assert len(driver.window.editor.project.articles()) == 4
    driver.close_dialogs()


def test_the_tour_goes_round_by_keys_and_never_comes_again(driver: Driver) -> None:
    driver.program.settings[wishes.TOUR_SEEN] = False
    for shown in ("suggestions", "history"):
        driver.window.show_panel(shown)
    driver.window.canvas.setFocus()
    driver.window.bindings["tour"].trigger()
    tour = driver.dialog(Tour)
    assert driver.program.settings[wishes.TOUR_SEEN] is True
    seen = [tour.accessibleName()]
    for _ in range(4):
        driver.press("Return")
        seen.append(tour.accessibleName())
    assert len(set(seen)) == 5
    told = driver.window.above.current_name, driver.window.below.current_name
    assert told == ("labels", "events"), "what is told of is seen"
    driver.press("Return")
    assert not tour.isVisible()
    assert driver.window.canvas.hasFocus()


def test_the_tagset_editor_makes_what_it_shows_when_it_shows_it(driver: Driver) -> None:
    editor = driver.window.editor
    editor.steps.apply(edits.set_tagset(editor.tagset, preset("ace-2005")))
    driver.press("Ctrl+T")
    dialog = driver.dialog(TagsetDialog)
    assert dialog.forms.count() == 1, "the others would take more than one turn of the loop may"
    driver.press("Down", "Down")
    assert dialog.forms.currentWidget() is dialog.label
    driver.press("Up", "Up")
    assert dialog.forms.currentWidget() is dialog.itself
    presets = dialog.exchange.load.menu()
    presets.popup(dialog.pos())
    assert [each.text() for each in presets.actions()][-1] == "A file…"
    presets.close()
    presets.popup(dialog.pos())
    assert [each.text() for each in presets.actions()].count("A file…") == 1
    presets.close()
