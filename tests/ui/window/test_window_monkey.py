"""Gestures at random, sensible or not: the window shows what the file holds, and all is undone."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.formats.writing import write
from annotator.project import Project, ProjectError
from annotator.ui.program import Program
from tests.ui.window.driving import Driver

KEYS = """
    Left Right Up Down Shift+Left Shift+Right Ctrl+Shift+Left Ctrl+Shift+Right Home End Ctrl+Home
    1 3 M 1 3 M 1 3 M Delete Backspace N F2 / + Return Escape Escape Space H F4 [ ]
    Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Shift+Z Ctrl+Shift+Z Alt+Down Alt+Up Alt+Return Alt+Right Alt+Left
    Alt+Shift+Right Alt+Shift+Left Ctrl+1 Ctrl+2 Ctrl+3 Ctrl+4 Ctrl+2 Ctrl+2 Ctrl+D Ctrl+A Ctrl+G
    Ctrl+F F3 Ctrl+L Ctrl+Alt+2 Ctrl+Alt+3 Ctrl+Alt+4 Ctrl+Alt+5 Ctrl+Alt+6 Ctrl+Alt+7 Ctrl+Alt+8
    Ctrl+Shift+E A X
""".split()

_NONE, _LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
_MODIFIERS = (
    _NONE, _NONE, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


class Monkey:
    """Hands that know no aim; the same `seed` makes the same gestures."""

    def __init__(self, driver: Driver, seed: int) -> None:
        self._driver = driver
        self._random = random.Random(seed)

    def go_on(self) -> str:
        """Make a gesture, and return what it was."""
        acts = (self._press, self._drag, self._click, self._look_back, self._remove)
        made = self._random.choices(acts, (90, 15, 15, 3, 6))[0]()
        if self._random.random() < 0.3:  # else the next comes before the panels have followed
            QApplication.processEvents()
        return made

    def _press(self) -> str:
        key = self._random.choice(KEYS)
        self._driver.press(key)
        for dialog in self._driver.open_dialogs():
            dialog.close()
        return key

    def _drag(self) -> str:
        text, how = self._driver.window.canvas.viewport(), self._random.choice(_MODIFIERS)
        points = [self._point() for _ in range(3)]
        QTest.mousePress(text, _LEFT, how, points[0])
        for point in points[1:]:
            QTest.mouseMove(text, point)
        QTest.mouseRelease(text, _LEFT, how, points[-1])
        return f"drag {points}"

    def _click(self) -> str:
        point, how = self._point(), self._random.choice(_MODIFIERS)
        QTest.mouseClick(self._driver.window.canvas.viewport(), _LEFT, how, point)
        return f"click {point}"

    def _point(self) -> QPoint:
        return QPoint(self._random.randrange(20, 600), self._random.randrange(10, 130))

    def _look_back(self) -> str:
        editor = self._driver.window.editor
        if editor.article:
            steps = editor.project.history(editor.article.id, editor.reviewer)
            if steps:
                editor.show_past(self._random.choice(steps).number)
        return "look back"

    def _remove(self) -> str:
        removed = self._driver.window.editor.article
        self._driver.window.bindings["article.remove"].trigger()
        return f"remove {removed.id if removed else 'nothing'}"


def shown(driver: Driver) -> object:
    """Return what the open layer holds in the window, in the present."""
    layer = driver.window.editor.layer
    assert layer
    return layer.status, list(layer)


def stored(driver: Driver) -> object:
    """Return what it holds in the project."""
    editor = driver.window.editor
    assert editor.article
    layer = editor.project.layer(editor.article.id, editor.reviewer)
    return layer.status, list(layer)


def exported(project: Project, folder: Path) -> bytes:
    """Return the whole project as it is exported."""
    out = folder / "out.jsonl"
    write(project.parcels(), out)
    return out.read_bytes()


def take_all(take: Callable[[str, str], object], articles: list[str]) -> None:
    """Undo or redo, from one article or another, until nothing is left that can be."""

    def took(article: str) -> bool:
        try:
            return take(article, "lan") is not None
        except ProjectError:  # what was done to another article has to go first
            return False

    while any(took(each) for each in articles):
        pass


@pytest.mark.usefixtures("no_suggesters")
@pytest.mark.parametrize("seed", [1, 2, 8])
def test_whatever_is_done_is_in_the_file_and_is_undone(
    seed: int, driver: Driver, program: Program, tmp_path: Path
) -> None:
    project, monkey = program.editor.project, Monkey(driver, seed)
    articles = [row.id for row in project.articles()]
    made: list[str] = []
    for _ in range(200):
        made.append(monkey.go_on())
        editor = program.editor
        if editor.article and editor.past is None and not editor.steps.job:
            assert shown(driver) == stored(driver), made
    driver.settle()
    assert project.check() == []
    take_all(project.redo, articles)
    end = exported(project, tmp_path)
    take_all(project.undo, articles)
    assert exported(project, tmp_path) == b"", "not even the articles were added"
    take_all(project.redo, articles)
    assert exported(project, tmp_path) == end, made
    assert project.check() == []
