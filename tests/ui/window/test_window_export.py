"""Export from the window: what is written where, and what is asked and said before."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from annotator.formats.registry import formats
from annotator.model import edits
from annotator.model.article import Status
from annotator.ui import settings as wishes
from annotator.ui.dialogs.export import Export
from annotator.ui.dialogs.replacing import AskReplacing
from tests.ui.window.driving import Driver


@pytest.fixture(scope="module", autouse=True)
def _formats_are_known() -> None:
    formats()


def agree() -> None:
    """Say yes where the system's dialog asks."""
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        box.button(QMessageBox.StandardButton.Yes).click()


def asked_for(driver: Driver, path: Path) -> Export:
    """Open the dialog and type where to."""
    driver.press("Ctrl+E")
    export = driver.dialog(Export)
    driver.press("Ctrl+A")
    driver.write(str(path))
    return export


def test_export_writes_what_is_asked_for(driver: Driver, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    driver.press("Ctrl+Right", "1", "Ctrl+E")
    export = driver.dialog(Export)
    export.out.setText(str(out))
    for status, box in export.statuses.items():
        box.setChecked(status == "started")
    driver.press("Return")
    driver.settle()
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["a"]
    assert str(out) in driver.window.messages.text
    assert driver.program.settings[wishes.EXPORT_FOLDER] == str(tmp_path)


def test_export_shows_how_it_begins_and_what_does_not_fit(driver: Driver) -> None:
    driver.press("Ctrl+Right", "Ctrl+Shift+Right", "1", "Ctrl+E")
    export = driver.dialog(Export)
    driver.qtbot.waitUntil(lambda: '"format":"annotator/1"' in export.preview.toPlainText())
    export.format.setCurrentIndex(export.format.findData("text"))
    driver.qtbot.waitUntil(lambda: "1 × annotations" in export.lost.text())
    assert export.lost.isVisible()
    assert export.preview.toPlainText().startswith("Ông Thiệu chủ trì")


def test_what_is_left_out_is_seen_whole(driver: Driver) -> None:
    driver.press("Ctrl+Right", "Ctrl+Shift+Right", "1", "Ctrl+E")
    export = driver.dialog(Export)
    export.format.setCurrentIndex(export.format.findData("conll"))
    driver.qtbot.waitUntil(export.lost.isVisible)
    for said in (export.lost, export.note):
        assert said.height() >= said.heightForWidth(said.width())
    export.format.setCurrentIndex(export.format.findData("jsonl"))
    driver.qtbot.waitUntil(lambda: not export.lost.isVisible())


def test_where_nothing_is_wanted_there_is_nothing_to_show(driver: Driver) -> None:
    driver.press("Ctrl+E")
    export = driver.dialog(Export)
    for box in export.statuses.values():
        box.setChecked(box is export.statuses[Status.LOCKED])
    for format in ("jsonl", "text", "huggingface"):
        export.preview.clear()
        export.format.setCurrentIndex(export.format.findData(format))
        driver.qtbot.waitUntil(lambda: export.preview.toPlainText() == "There is nothing to show.")
    for box in export.statuses.values():
        box.setChecked(True)
    export.curated.setChecked(True)
    assert export.wanted().curated
    export.format.setCurrentIndex(export.format.findData("text"))
    driver.qtbot.waitUntil(lambda: export.preview.toPlainText() == "There is nothing to show.")
    export.curated.setChecked(False)
    export.format.setCurrentIndex(export.format.findData("huggingface"))
    no_text = "This format is no text."
    driver.qtbot.waitUntil(lambda: export.preview.toPlainText() == no_text)


def test_what_asks_for_nothing_writes_nothing(driver: Driver, tmp_path: Path) -> None:
    out = tmp_path / "x.jsonl"
    export = asked_for(driver, out)
    for box in export.statuses.values():
        box.setChecked(False)
    assert "Tick at least one" in export.note.text()
    driver.qtbot.waitUntil(lambda: export.preview.toPlainText() == "There is nothing to show.")
    driver.press("Return")
    assert driver.open_dialogs() == [export]
    export.statuses[Status.NEW].setChecked(True)
    assert "Tick at least one" not in export.note.text()
    driver.press("Return")
    driver.settle()
    assert out.exists()


def test_layers_of_nobody_are_not_those_of_all(driver: Driver) -> None:
    driver.press("1")
    driver.program.become("minh")
    driver.press("1", "Ctrl+E")
    export = driver.dialog(Export)
    rows = [export.reviewers.item(row) for row in range(export.reviewers.count())]
    assert all(export.reviewers.visualItemRect(row).height() > 20 for row in rows), "boxes touch"
    for row in range(export.reviewers.count()):
        export.reviewers.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert "Tick at least one" in export.note.text()
    export.reviewers.item(1).setCheckState(Qt.CheckState.Checked)
    assert export.wanted().reviewers == ("minh",)
    export.close()


def test_export_says_what_is_in_the_way(driver: Driver, tmp_path: Path) -> None:
    driver.press("Ctrl+E")
    export = driver.dialog(Export)
    (tmp_path / "old.jsonl").write_text("old")
    export.out.setText(str(tmp_path / "old.jsonl"))
    assert "replaced" in export.note.text()
    export.out.setText(str(tmp_path / "none" / "x.jsonl"))
    driver.press("Return")
    driver.settle()
    driver.qtbot.waitUntil(lambda: driver.window.messages.text != "")
    assert (tmp_path / "old.jsonl").read_text() == "old"
    assert not (tmp_path / "none").exists()


def test_return_replaces_nothing_that_is_there(driver: Driver, tmp_path: Path) -> None:
    old = tmp_path / "old.jsonl"
    old.write_text("old")
    asked_for(driver, old)
    driver.press("Return")
    driver.dialog(AskReplacing)
    driver.press("Return")
    assert [type(each) for each in driver.open_dialogs()] == [Export]
    driver.press("Return", "Escape")
    driver.dialog(Export)
    driver.settle()
    assert old.read_text() == "old"
    assert driver.window.messages.text == ""


def test_a_file_is_replaced_where_that_is_chosen(driver: Driver, tmp_path: Path) -> None:
    old = tmp_path / "old.jsonl"
    old.write_text("old")
    asked_for(driver, old)
    driver.press("Return")
    question = driver.dialog(AskReplacing)
    replace = next(each for each in question.findChildren(QPushButton) if each.text() == "Replace")
    for _ in range(3):
        if not replace.hasFocus():
            driver.press("Tab")
    driver.press("Return")
    assert driver.open_dialogs() == []
    driver.settle()
    assert len(old.read_text("utf-8").splitlines()) == 3


def test_a_folder_with_files_is_asked_about_where_one_is_written(
    driver: Driver, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.txt").write_text("old")
    export = asked_for(driver, tmp_path / "x")
    export.format.setCurrentIndex(export.format.findData("text"))
    export.out.setText(str(tmp_path / "out"))
    driver.press("Return")
    driver.dialog(AskReplacing)
    driver.press("Escape", "Escape")
    driver.settle()
    assert (tmp_path / "out" / "a.txt").read_text() == "old"


def test_what_the_file_dialog_asked_is_not_asked_again(driver: Driver, tmp_path: Path) -> None:
    old = tmp_path / "old.jsonl"
    old.write_text("old")
    driver.press("Ctrl+E")
    export = driver.dialog(Export)
    browse = next(each for each in export.findChildren(QPushButton) if each.text() == "Choose…")
    QTest.mouseClick(browse, Qt.MouseButton.LeftButton)
    asked = QTimer(export, interval=10)
    asked.timeout.connect(agree)
    asked.start()
    driver.answer_files(old)
    asked.stop()
    driver.dialog(Export)
    driver.press("Return")
    assert driver.open_dialogs() == []
    driver.settle()
    assert len(old.read_text("utf-8").splitlines()) == 3


def test_the_format_follows_the_ending_that_is_typed(driver: Driver, tmp_path: Path) -> None:
    export = asked_for(driver, tmp_path / "out.conll")
    assert export.format.currentData() == "conll"
    assert export.out.text() == str(tmp_path / "out.conll")
    driver.press("Backspace")
    assert "end in .conll; this name does not" in export.note.text()
    driver.write("lu")
    assert export.format.currentData() == "conllu"
    driver.press("Return")
    driver.settle()
    assert (tmp_path / "out.conllu").read_text("utf-8").startswith("# ")


def test_an_ending_of_no_format_is_said_not_to_fit(driver: Driver, tmp_path: Path) -> None:
    export = asked_for(driver, tmp_path / "out.pdf")
    assert export.format.currentData() == "jsonl"
    assert "end in .jsonl; this name does not" in export.note.text()
    export.out.clear()
    driver.write(str(tmp_path / "out.json"))
    assert export.format.currentData() == "jsonl"
    assert "this name does not" in export.note.text()
    driver.write("l")
    assert "this name does not" not in export.note.text()


def test_the_name_follows_the_format_that_is_chosen(driver: Driver, tmp_path: Path) -> None:
    export = asked_for(driver, tmp_path / "No. 3.dygie.jsonl")
    assert export.format.currentData() == "dygie"
    for format, name in (
        ("jsonl", "No. 3.jsonl"),
        ("doccano", "No. 3.jsonl"),
        ("conll-words", "No. 3.conll"),
        ("brat", "No. 3"),
        ("csv", "No. 3.csv"),
        ("text", "No. 3"),
        ("label-studio", "No. 3.json"),
    ):
        export.format.setCurrentIndex(export.format.findData(format))
        assert export.out.text() == str(tmp_path / name)
        assert ("folder of that name" in export.note.text()) == (name == "No. 3")


def test_a_file_for_several_articles_is_said_not_to_do(driver: Driver, tmp_path: Path) -> None:
    export = asked_for(driver, tmp_path / "out.txt")
    assert export.format.currentData() == "text"
    assert export.out.text() == str(tmp_path / "out.txt")
    assert "one article: name a folder" in export.note.text()
    export.out.setText(str(tmp_path / "out"))
    assert "one article: name a folder" not in export.note.text()


def test_one_article_goes_into_a_file(driver: Driver, tmp_path: Path) -> None:
    editor = driver.window.editor
    editor.apply(edits.remove_articles([("b", ""), ("c", "")]))
    export = asked_for(driver, tmp_path / "out")
    export.format.setCurrentIndex(export.format.findData("csv"))
    export.format.setCurrentIndex(export.format.findData("text"))
    assert export.out.text() == str(tmp_path / "out.txt")
    driver.press("Return")
    driver.settle()
    assert (tmp_path / "out.txt").read_text("utf-8") == driver.text()
