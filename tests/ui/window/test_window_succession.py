"""Keys that still come to the window that another one has replaced."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.model.annotation import Fragment
from annotator.ui.program import Program
from annotator.ui.succession import Succession
from annotator.ui.window import Window
from tests.ui.window.driving import Driver

pytestmark = pytest.mark.usefixtures("no_suggesters")


@pytest.fixture
def before(program: Program, driver: Driver) -> Window:
    """Return a window that was replaced, and still gets the keys."""
    window = Window(program)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    window.retire()
    Succession(window, program)
    driver.window.canvas.setFocus()
    return window


def press(window: Window, key: Qt.Key, text: str = "", control: bool = False) -> None:
    modifiers = Qt.KeyboardModifier
    held = modifiers.ControlModifier if control else modifiers.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, text)
    QApplication.sendEvent(window.windowHandle(), event)


def test_letters_and_what_takes_one_back_are_for_the_words_that_are_selected_by_them(
    before: Window, driver: Driver
) -> None:
    editor, canvas = driver.program.editor, driver.window.canvas
    assert editor.article
    assert editor.layer is not None
    words = editor.article.text
    start = words.index("Thiệu")
    editor.select(Fragment(start, start + 5))
    press(before, Qt.Key.Key_1, "1")
    press(before, Qt.Key.Key_H, "h")
    press(before, Qt.Key.Key_T, "t")
    press(before, Qt.Key.Key_C, "c")
    assert words[slice(*editor.stretch)] == "Thiệu chủ"
    press(before, Qt.Key.Key_Backspace)
    assert words[slice(*editor.stretch)] == "Thiệu"
    assert [each.label for each in editor.layer] == ["PER"], "it was removed"
    assert canvas.hop.said


def test_what_a_field_takes_back_is_no_step_of_the_project(before: Window, driver: Driver) -> None:
    editor = driver.program.editor
    assert editor.layer is not None
    press(before, Qt.Key.Key_1, "1")
    driver.window.bindings.refresh()
    press(before, Qt.Key.Key_F, "", control=True)
    press(before, Qt.Key.Key_X, "x")
    assert driver.window.centre.find_bar.field.text() == "x"
    press(before, Qt.Key.Key_Z, "", control=True)
    assert driver.window.centre.find_bar.field.text() == ""
    assert len(editor.layer) == 1, "the mention was taken back"
