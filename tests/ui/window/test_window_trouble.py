"""What goes wrong: said in a sentence, nothing lost, the program goes on."""

import re
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.model.message import AnnotatorError
from annotator.project import Project
from annotator.ui import settings as wishes
from annotator.ui.failures import Failures
from annotator.ui.program import Program
from annotator.ui.start import begin
from tests.ui.window.driving import TAGSET, Driver, started


def test_a_refusal_is_told_below_the_text(driver: Driver) -> None:
    driver.press("Ctrl+4", "Ctrl+Right", "1")
    assert "locked" in driver.window.messages.text
    assert driver.window.banner.text == ""


def test_a_project_held_by_another_is_read_only(
    qtbot: QtBot, tmp_path: Path, program: Program
) -> None:
    path = program.editor.project.path
    other = started(qtbot, tmp_path / "other.json", Project.open(path))
    driver = Driver(qtbot, other)
    assert f"held by {driver.window.editor.project.holder}" in driver.window.banner.text
    assert not driver.window.bindings["articles.add"].isEnabled()
    for name in ("events", "suggestions"):
        driver.window.bindings[f"panel.{name}"].trigger()
        buttons = driver.window.panel(name).findChildren(QPushButton)
        assert not any(each.isEnabled() for each in buttons), name
    driver.window.canvas.setFocus()
    driver.press("Ctrl+Right", "1")
    assert driver.window.editor.project.layers("a") == []
    other.end()


def test_who_holds_a_project_is_said_in_the_language(
    qtbot: QtBot, tmp_path: Path, program: Program
) -> None:
    path = program.editor.project.path
    other = started(qtbot, tmp_path / "o.json", Project.open(path), (wishes.LANGUAGE, "vi"))
    said = other.window.banner.text
    other.end()
    assert re.search(r"nơi khác \(.+ trên máy .+, từ \d\d:\d\d\)", said)


def test_an_empty_project_that_is_read_only_offers_nothing_to_add(
    qtbot: QtBot, tmp_path: Path
) -> None:
    held = Project.create(tmp_path / "empty.anno", TAGSET)
    for project, offered in ((Project.open(held.path), False), (held, True)):
        shown = started(qtbot, tmp_path / "o.json", project)
        buttons = shown.window.empty.findChildren(QPushButton)
        assert [each.text() for each in buttons] == [
            "Add files…",
            "Add a folder…",
            "Paste as an article…",
        ]
        assert {each.isEnabled() for each in buttons} == {offered}
        shown.end()


def test_a_vanished_file_gives_a_lasting_banner_and_a_way_out(
    driver: Driver, tmp_path: Path
) -> None:
    driver.press("Ctrl+Right", "1")
    driver.window.editor.project.path.unlink()
    driver.press("Ctrl+Right", "3")
    banner = driver.window.banner
    assert "made up.anno" in banner.text
    assert driver.window.editor.layer is not None
    assert len(driver.window.editor.layer) == 1
    banner.choices[0].click()
    driver.answer_files(tmp_path / "rescued.anno")
    rescued = Project.open(tmp_path / "rescued.anno")
    assert len(list(rescued.layer("a", "lan"))) == 1
    rescued.close()


def test_the_past_can_be_left(driver: Driver) -> None:
    driver.press("Ctrl+Right", "1", "Ctrl+Right", "3")
    editor = driver.window.editor
    first = editor.project.history("a", "lan")[0].number
    editor.show_past(first)
    banner = driver.window.banner
    assert banner.text != ""
    driver.press("1")
    assert editor.layer is not None
    assert len(editor.layer) == 1
    banner.choices[0].click()
    assert len(editor.layer) == 2
    assert banner.text == ""


def test_damaged_settings_are_said(qtbot: QtBot, tmp_path: Path, program: Program) -> None:
    file = tmp_path / "damaged.json"
    file.write_text('{"reviewer": "lan", "tour_seen": true, "zoom": "big"}')
    program.editor.project.close()
    path = program.editor.project.path
    from annotator.ui.app import application
    from annotator.ui.settings import Settings

    other = Program(application(), Settings(file), finds_words=False)
    begin(other, path)
    qtbot.waitExposed(other.window)
    assert "zoom" in other.window.messages.text
    other.end()


def test_settings_that_cant_be_kept_are_said(driver: Driver, tmp_path: Path) -> None:
    driver.program.settings.path = tmp_path / "settings.json" / "no folder" / "settings.json"
    driver.press("Ctrl+=")
    assert driver.window.canvas.zoom == 110
    assert "can't be kept" in driver.window.messages.text


def test_another_project_waits_for_what_is_being_done(driver: Driver, tmp_path: Path) -> None:
    go_on = threading.Event()
    job = driver.program.work.begin("Counting", lambda _job: go_on.wait(10), lambda _result: None)
    with pytest.raises(AnnotatorError):
        driver.program.open_project(tmp_path / "other.anno")
    assert not driver.window.close()
    assert "Counting" in driver.window.messages.text
    go_on.set()
    driver.qtbot.waitUntil(lambda: job not in driver.program.work.jobs)


def test_what_nobody_foresaw_is_written_down_and_told(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: object
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    log = tmp_path / "logs" / "annotator.log"
    failures = Failures(log, driver.program.tell_failure, driver.program)
    failures.watch()
    error = ZeroDivisionError("no share for nobody")
    sys.excepthook(ZeroDivisionError, error, None)
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    written = log.read_text("utf-8")
    assert "no share for nobody" in written
    assert "integer division" in written
    driver.qtbot.waitUntil(lambda: "integer division" in driver.window.messages.text)
    failures.unwatch()
