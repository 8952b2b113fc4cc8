"""Models that are trained while one works, in a real process, and programs outside."""

import json
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from annotator.formats.format import Parcel
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article, Status
from annotator.model.edits import set_tagset
from annotator.model.layer import Layer
from annotator.model.tagset import EntityType
from annotator.project import Project
from annotator.suggest.settings import LEARNED, settings_from_json, settings_to_json
from annotator.ui.dialogs.suggesters import SuggesterSettings
from annotator.ui.suggesting import Suggesting
from tests.copies import new_project
from tests.ui.panels.acting import click_button, texts
from tests.ui.window.driving import TAGSET, Driver, started

NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Phạm Thị Dung", "Hoàng Văn Giang")


def tagged(number: int) -> Parcel:
    """Return an article about someone, tagged by lan."""
    name = NAMES[number % len(NAMES)]
    text = f"Ông {name} chủ trì cuộc họp số {number}. Sau đó ông {name} phát biểu.\n"
    article = Article(f"t{number}", text, {})
    starts = [text.index(name), text.rindex(name)]
    annotations = [
        Annotation(f"T{n}", Kind.ENTITY, "PER", (Fragment(at, at + len(name)),), rank=n)
        for n, at in enumerate(starts, 1)
    ]
    return Parcel(article, (Layer(article, "lan", annotations, Status.DONE),), article.id)


pytestmark = pytest.mark.usefixtures("no_suggesters")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = new_project(tmp_path / "made up.anno", TAGSET)
    new = Article("new", "Ông Vũ Văn Hùng chủ trì cuộc họp số 99.\n", {})
    made.add([Parcel(new, (), "new"), *map(tagged, range(12))], by="lan")
    yield made
    made.close()


def source(driver: Driver) -> Suggesting:
    found = driver.window.editor.suggestions.source
    assert isinstance(found, Suggesting)
    return found


def words(driver: Driver) -> list[str]:
    return [
        each.annotation.text_in(driver.text()) for each in driver.window.editor.suggestions.shown
    ]


def test_a_model_is_trained_kept_and_deleted(
    driver: Driver, project: Project, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: driver.window.editor.suggestions.source is not None)
    learning = source(driver).learning
    qtbot.waitUntil(lambda: learning.at != "")
    assert learning.trouble is None
    assert learning.lessons == 12
    qtbot.waitUntil(lambda: words(driver) == ["Vũ Văn Hùng"])
    assert source(driver).names == [LEARNED]
    kept = project.suggestions.learned(LEARNED)
    assert kept is not None
    assert b"pickle" not in kept.state
    learning.forget()
    qtbot.waitUntil(lambda: words(driver) == [])
    assert project.suggestions.learned(LEARNED) is None


def test_no_more_is_learned_from_than_memory_allows(
    driver: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: driver.window.editor.suggestions.source is not None)
    learning = source(driver).learning
    qtbot.waitUntil(lambda: learning.at != "")
    assert learning.lessons == 12
    length = len(tagged(11).article.text)
    monkeypatch.setattr("annotator.ui.learning._MOST_CHARACTERS", 3 * length + length // 2)
    monkeypatch.setattr("annotator.ui.learning._TOO_LITTLE", length)
    learning.train()
    qtbot.waitUntil(lambda: learning.lessons == 3)


PROGRAM = """
import json, sys
for line in sys.stdin:
    data = json.loads(line)
    start = data["text"].index("Hùng")
    data["entities"] = [{"id": "T1", "label": "PER", "fragments": [[start, start + 4]],
                         "text": "Hùng", "attributes": {}, "note": ""}]
    data["reviewer"] = "x"
    print(json.dumps(data), flush=True)
"""


def test_a_program_is_asked_once_it_was_allowed_on_this_machine(
    driver: Driver, project: Project, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: driver.window.editor.suggestions.source is not None)
    script = tmp_path / "suggest.py"
    script.write_text(PROGRAM, "utf-8")
    command = f"{sys.executable} {script}"
    made = source(driver)
    settings = made.settings.switched(LEARNED, on=False)
    settings = replace(settings, outside={"mine": command})
    made.keep(settings, 0.0)
    assert words(driver) == []
    made.keep(settings.switched("mine", on=True), 0.0)
    qtbot.waitUntil(lambda: words(driver) == ["Hùng"])
    assert made.trouble is None
    path = project.path
    driver.program.end()
    stranger = started(qtbot, tmp_path / "another.json", Project.open(path))
    qtbot.waitUntil(lambda: stranger.editor.suggestions.source is not None)
    elsewhere = stranger.editor.suggestions.source
    assert isinstance(elsewhere, Suggesting)
    assert json.dumps(settings_to_json(elsewhere.settings)["outside_on"]) == "[]"
    stranger.end()
    stranger.deleteLater()


def test_nobody_waits_for_a_server_that_does_not_answer(driver: Driver, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: driver.window.editor.suggestions.source is not None)
    made = source(driver)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        settings = replace(made.settings, outside={"slow": address})
        made.keep(settings.switched("slow", on=True), 0.0)
        asked: list[socket.socket] = []

        def is_asked() -> bool:
            with suppress(BlockingIOError):
                asked.append(server.accept()[0])
            return bool(asked)

        qtbot.waitUntil(is_asked)
        made.keep(settings, 0.0)
        with asked[0] as connection:
            connection.setblocking(False)
            received = [b"-"]
            with suppress(BlockingIOError):  # the other side has not hung up yet
                while received[-1]:
                    received.append(connection.recv(1 << 16))
            assert received[-1], "the question was given up by waiting for its answer"
    assert made.trouble is None


def test_a_server_is_asked_for_the_labels_that_there_are_by_now(
    driver: Driver, project: Project, qtbot: QtBot
) -> None:
    asked: list[str] = []

    class Listens(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            task = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append(task["label_config"])
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"results": []}')

    qtbot.waitUntil(lambda: driver.window.editor.suggestions.source is not None)
    made = source(driver)
    with HTTPServer(("127.0.0.1", 0), Listens) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            address = f"http://127.0.0.1:{server.server_port}"
            settings = replace(made.settings, outside={"theirs": address})
            made.keep(settings.switched("theirs", on=True), 0.0)
            qtbot.waitUntil(lambda: len(asked) == 1)
            old = project.tagset
            new = replace(old, entities=(*old.entities, EntityType("SHIP")))
            driver.window.editor.steps.apply(set_tagset(old, new))
            qtbot.waitUntil(lambda: len(asked) == 2)
        finally:
            server.shutdown()
            thread.join()
    assert ["SHIP" in each for each in asked] == [False, True]


def test_why_a_program_does_not_answer_is_told_until_it_does(
    driver: Driver, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: driver.window.editor.suggestions.source is not None)
    made, window = source(driver), driver.window
    broken, script = tmp_path / "broken", tmp_path / "suggest.py"
    broken.touch()
    check = f"import pathlib\nif pathlib.Path({str(broken)!r}).exists(): raise SystemExit(7)\n"
    script.write_text(check + PROGRAM, "utf-8")
    settings = made.settings.switched(LEARNED, on=False)
    settings = replace(settings, outside={"mine": f"{sys.executable} {script}"})
    made.keep(settings.switched("mine", on=True), 0.0)
    said = "mine ended with status 7 before it answered."
    qtbot.waitUntil(lambda: window.messages.text == said)
    dialog = SuggesterSettings(window.editor, made, window)
    dialog.open()
    assert dialog.suggesters.rows.rows[-1].detail == said
    broken.unlink()
    window.editor.open("t0")
    window.editor.open("new")
    qtbot.waitUntil(lambda: words(driver) == ["Hùng"])
    assert dialog.suggesters.rows.rows[-1].detail == "Another program"
    click_button(qtbot, dialog.suggesters, "mine", "remove")
    assert texts(dialog.suggesters) == []
    qtbot.waitUntil(lambda: words(driver) == [])
    assert settings_from_json(window.editor.project.suggestions.settings()).outside == {}
    dialog.close()


def test_what_is_being_trained_goes_with_what_was_learned(
    driver: Driver, project: Project, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: driver.window.editor.suggestions.source is not None)
    learning = source(driver).learning
    qtbot.waitUntil(lambda: learning.at != "")
    dialog = SuggesterSettings(driver.window.editor, source(driver), driver.window)
    dialog.open()
    dialog.train.click()
    assert dialog.learner.text() == "A model is being trained."
    dialog.forget.click()
    assert dialog.learner.text().startswith("Nothing is learned yet")
    assert not learning.busy
    assert project.suggestions.learned(LEARNED) is None
    dialog.train.click()
    qtbot.waitUntil(lambda: learning.at != "")
    assert learning.lessons == 12, "it was not given up for ever"
    dialog.close()


def test_what_can_not_be_kept_can_not_be_changed(
    driver: Driver, project: Project, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: driver.window.editor.suggestions.source is not None)
    learning = source(driver).learning
    qtbot.waitUntil(lambda: learning.at != "")
    driver.program.end()
    reading = Project.open(project.path, read_only=True)
    reader = started(qtbot, tmp_path / "another.json", reading)
    qtbot.waitUntil(lambda: reader.editor.suggestions.source is not None)
    there = reader.editor.suggestions.source
    assert isinstance(there, Suggesting)
    qtbot.waitUntil(lambda: there.learning.lessons == 12)
    there.learning.forget()
    assert "reading only" in reader.window.messages.text
    dialog = SuggesterSettings(reader.editor, there, reader.window)
    dialog.open()
    for each in (dialog.train, dialog.forget, dialog.share):
        assert not each.isEnabled()
    dialog.close()
    reader.end()
    reader.deleteLater()
