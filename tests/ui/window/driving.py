"""What a person does in the window, and what is seen there."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.formats.format import Parcel
from annotator.model.article import Article
from annotator.model.tagset import EntityType, EventType, Role, Tagset
from annotator.project import Project
from annotator.ui import settings as wishes
from annotator.ui.app import application
from annotator.ui.program import Program
from annotator.ui.settings import Setting, Settings
from annotator.ui.window import Window
from tests.copies import copied

W = TypeVar("W", bound=QWidget)

TAGSET = Tagset(
    name="made up",
    entities=(
        EntityType("PER", {"en": "Person", "vi": "Người"}, shortcut="1"),
        EntityType("LOC", {"en": "Location", "vi": "Địa điểm"}, shortcut="3"),
    ),
    events=(EventType("Meeting", shortcut="M", roles=(Role("Chair", ("PER",), min=1),)),),
)

TEXTS = {
    "a": ("Hội nghị ở Lạng Sơn", "Ông Thiệu chủ trì hội nghị tại Lạng Sơn.\nHết.\n"),
    "b": ("Đồng bằng được mùa", "Nông dân Đồng Tháp được mùa.\n"),
    "c": ("<b>Bão</b> số 5", "Bão số 5 vào Huế.\n"),
}


def made_project(path: Path) -> Project:
    """Return a new project at `path` with three articles."""
    return copied(path, _make)


def _make(path: Path) -> Project:
    project = Project.create(path, TAGSET)
    parcels = [
        Parcel(Article(id, text, {"title": title, "source": "made up"}), (), id)
        for id, (title, text) in TEXTS.items()
    ]
    project.add(parcels, by="lan")
    return project


def started(
    qtbot: QtBot, settings_file: Path, project: Project, *more: tuple[Setting[object], object]
) -> Program:
    """Return a program with its window open on `project`, used by lan before."""
    settings = Settings(settings_file)
    for setting, value in (
        (wishes.REVIEWER, "lan"),
        (wishes.TOUR_SEEN, True),
        (wishes.THEME, "light"),
        (wishes.LANGUAGE, "en"),
        *more,
    ):
        settings[setting] = value
    program = Program(application(), settings, finds_words=False)
    program.dress()
    program.show(project)
    qtbot.waitExposed(program.window)
    return program


class Driver:
    """Presses keys where the focus is, and finds what is on the screen."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot = qtbot
        self.program = program
        self.qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def window(self) -> Window:
        """The window as it is now."""
        return self.program.window

    def press(self, *keys: str) -> None:
        """Press keys, written as in the table of actions, one after the other."""
        for each in keys:
            key = QKeySequence(each)[0]
            QTest.keyClick(self._focused(), key.key(), key.keyboardModifiers())
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type letters."""
        QTest.keyClicks(self._focused(), text)
        QApplication.processEvents()

    def dialog(self, kind: type[W]) -> W:
        """Return the dialog of a class that is open."""
        found = [each for each in self.window.findChildren(kind) if each.isVisible()]
        assert len(found) == 1, f"{len(found)} open: {kind.__name__}"
        if isinstance(found[0], QDialog):
            self.qtbot.waitUntil(found[0].isActiveWindow)
        return found[0]

    def answer_files(self, path: Path) -> None:
        """Type a path in the dialog that asks for a file, and accept it."""
        files = self.dialog(QFileDialog)
        field = files.findChild(QLineEdit)
        assert field is not None
        field.setText(str(path))
        files.accept()

    def open_dialogs(self) -> list[QDialog]:
        """Return the dialogs that are open."""
        return [each for each in self.window.findChildren(QDialog) if each.isVisible()]

    def close_dialogs(self) -> None:
        """Close what is open."""
        for each in self.open_dialogs():
            each.close()

    def settle(self) -> None:
        """Wait until nothing is being done in the background."""
        self.qtbot.waitUntil(lambda: not self.program.work.jobs)

    def _focused(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def text(self) -> str:
        """Return the open article's text."""
        article = self.window.editor.article
        assert article is not None
        return article.text
