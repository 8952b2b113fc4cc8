"""What comes while something else goes on: an import, a long edit, a dialog."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from annotator.formats.format import Found, Parcel
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.model.article import Article
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.project import Entry, Project, Step, unheard
from annotator.search.bulk import tag_all
from annotator.ui import importing, steps
from annotator.ui import program as program_module
from annotator.ui import settings as wishes
from annotator.ui.dialogs.metadata import EditMetadata
from annotator.ui.dialogs.waiting import Waiting
from annotator.ui.hits import acts
from annotator.ui.importing import Incoming, begin_import
from annotator.ui.panels.picker import Picker
from annotator.ui.program import Program
from annotator.ui.theme import Theme, theme
from annotator.ui.window import Window
from tests.ui.holding import held
from tests.ui.window.driving import Driver

other_theme = pytest.mark.blocks("Qt dresses every control anew", up_to=400)


@pytest.fixture
def tagged(tmp_path: Path, project: Project) -> Path:
    """Return a file with a layer of lan on the article `a`, where she has none."""
    layer = Layer(project.article("a"), "lan")
    layer.apply(edits.add(layer, Kind.ENTITY, "PER", [Fragment(4, 9)]))
    file = tmp_path / "lan.jsonl"
    write([Parcel(layer.article, (layer,), "a")], file)
    return file


def ids(driver: Driver) -> list[str]:
    """Return the ids of the open layer, which is as the project has it."""
    editor = driver.window.editor
    assert editor.layer is not None
    assert editor.article is not None
    stored = editor.project.layer(editor.article.id, editor.reviewer)
    assert (list(editor.layer), editor.layer.status) == (list(stored), stored.status)
    return [each.id for each in editor.layer]


def test_a_layer_that_is_imported_on_the_open_article_is_shown(
    driver: Driver, tagged: Path
) -> None:
    assert ids(driver) == []
    begin_import(driver.window, Incoming([tagged]))
    driver.settle()
    assert ids(driver) == ["T1"]
    driver.press("Ctrl+End", "Ctrl+Left", "1")
    assert ids(driver) == ["T1", "T2"]


def test_a_layer_whose_import_is_cancelled_is_no_longer_shown(
    driver: Driver, tagged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, editor = threading.Event(), driver.window.editor

    def slowly(path: Path, format: str, reviewer: str) -> Iterator[Found]:
        yield from read(path, format, reviewer)
        for number in range(3):  # enough to be written together, twice
            yield Parcel(Article(f"long{number}", "Huế.\n" * 50_000), (), "")
        gate.wait(60)
        yield Parcel(Article("last", "Hết."), (), "")

    monkeypatch.setattr(importing, "read", slowly)
    begin_import(driver.window, Incoming([tagged]))
    driver.qtbot.waitUntil(lambda: len(editor.project.layer("a", "lan")) > 0)
    editor.open("a")
    assert ids(driver) == ["T1"]
    driver.program.work.jobs[0].cancel()
    gate.set()
    driver.settle()
    assert ids(driver) == []
    assert editor.project.check() == []


def test_what_was_imported_during_a_long_edit_is_shown_after_it(
    driver: Driver, tagged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, program, editor = threading.Event(), driver.program, driver.window.editor
    monkeypatch.setattr(steps, "MANY", 1)
    edit = edits.set_metadata(editor.project.article("b"), "author", "Lan")
    commit = Project.commit

    def slowly(self: Project, edit: Edit, by: str, step: Step = unheard) -> Entry:
        gate.wait(60)
        return commit(self, edit, by, step)

    monkeypatch.setattr(Project, "commit", slowly)
    editor.steps.apply(edit)
    begin_import(driver.window, Incoming([tagged]))
    imports = program.work.jobs[1]
    driver.qtbot.waitUntil(lambda: imports not in program.work.jobs)
    gate.set()
    driver.settle()
    assert editor.project.article("b").metadata["author"] == "Lan"
    assert ids(driver) == ["T1"]


def asked_for_a_role(driver: Driver) -> QWidget:
    """Return the list of the roles of the event in focus."""
    driver.press("Return")
    roles = QApplication.activePopupWidget()
    assert isinstance(roles, Picker)
    return roles


def test_a_list_goes_with_the_layer_that_it_asks_about(driver: Driver) -> None:
    editor = driver.window.editor
    for article in ("b", "a"):  # the event of each is E1
        editor.open(article)
        driver.press("Ctrl+Home", "M")
    roles = asked_for_a_role(driver)
    editor.open("b")
    assert not roles.isVisible()


def test_a_role_is_not_asked_of_an_event_that_has_gone(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = driver.window.editor
    driver.press("Ctrl+Home", "M")
    monkeypatch.setattr(steps, "LONG", 0)
    with held(driver.program.work):
        driver.press("Ctrl+Z")
        asked_for_a_role(driver)
    driver.settle()
    assert ids(driver) == []
    driver.press("Return")
    assert editor.filling is None
    assert driver.window.messages.text == "E1 is no longer there: it was removed since."


@other_theme
def test_the_system_changes_its_theme_once_a_dialog_is_done(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = driver.program
    built: list[Window] = []

    def build(program: Program) -> Window:
        built.append(Window(program))
        return built[-1]

    monkeypatch.setattr(program_module, "Window", build)
    program.settings[wishes.THEME] = "system"
    driver.press("Ctrl+Shift+M")
    dialog = driver.dialog(EditMetadata)
    dialog.fields["author"].setText("Lan")
    monkeypatch.setattr(program_module, "system_theme", lambda: Theme.DARK)
    for _ in range(2):
        program.app.styleHints().colorSchemeChanged.emit(Theme.DARK)
    for _ in range(5):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert dialog.isVisible()
    dialog.accept()
    driver.qtbot.waitUntil(lambda: theme() is Theme.DARK)
    QCoreApplication.processEvents()
    assert built == [program.window], "once for both"
    article = program.editor.project.article("a")
    assert article.metadata["author"] == "Lan"


def test_the_program_ends_whatever_dialog_waits(driver: Driver) -> None:
    program, window = driver.program, driver.window
    job = window.work.begin("Write", lambda job: [None for _ in iter(job.cancelled, True)])
    waiting = Waiting(window, job)
    waiting.open()
    window.bindings["keys"].trigger()
    path = program.editor.project.path
    with driver.qtbot.waitSignal(program.ended):
        QTimer.singleShot(0, program.end)
    assert not any(each.isVisible() for each in program.app.topLevelWidgets())
    again = Project.open(path)
    assert not again.read_only, "the lock was given back"
    again.close()


@other_theme
def test_what_is_done_to_all_hits_is_told_in_the_window_that_is_there(driver: Driver) -> None:
    driver.window.bindings["find.project"].trigger()
    hits = driver.window.centre.hits
    hits.field.setText("Huế")
    hits.search()
    driver.qtbot.waitUntil(lambda: bool(hits.model.count_ticked()))
    ticked = hits.model.ticked()  # the list that goes is emptied where it was still looking
    with held(driver.program.work):
        acts._carry_out(
            driver.window,
            lambda layer_of: tag_all(ticked, Kind.ENTITY, "LOC", layer_of),
            hits.search,
        )
        driver.press("Ctrl+Shift+L")
    driver.settle()
    assert driver.window.messages.text == "Changed: 1."
    assert len(driver.window.editor.project.layer("c", "lan")) == 1


def test_a_copy_is_written_while_one_goes_on(driver: Driver, tmp_path: Path) -> None:
    with held(driver.program.work, "Adding articles", urgent=False):
        driver.press("Ctrl+Right", "1", "Ctrl+Shift+S")
        driver.answer_files(tmp_path / "copy.anno")
        assert not (tmp_path / "copy.anno").exists()
        assert driver.window.editor.apply(lambda now: edits.set_note(now, "T1", "later"))
    driver.settle()
    assert "copy.anno" in driver.window.messages.text
    copy = Project.open(tmp_path / "copy.anno")
    assert len(copy.layer("a", "lan")) == 1
    assert copy.check() == []
    copy.close()


def test_a_copy_that_is_given_up_leaves_no_file(driver: Driver, tmp_path: Path) -> None:
    with held(driver.program.work, "Adding articles", urgent=False):
        driver.press("Ctrl+Shift+S")
        driver.answer_files(tmp_path / "copies.anno")
        driver.program.work.jobs[-1].cancel()
    driver.settle()
    assert not list(tmp_path.glob("*copies*"))
