"""What the menus do to the open article's annotations."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.language.segmentation import sentences
from annotator.model.annotation import Fragment
from annotator.model.article import Status
from annotator.ui import commands

if TYPE_CHECKING:
    from annotator.ui.window import Window


def undo(window: "Window") -> None:
    """Take back the last step."""
    window.editor.undo()


def redo(window: "Window") -> None:
    """Do again what was taken back last."""
    window.editor.redo()


def return_to_present(window: "Window") -> None:
    """Leave the moment of history that is shown."""
    window.editor.show_past(None)


def select_sentence(window: "Window") -> None:
    """Select the sentence that the caret is in."""
    editor = window.editor
    if editor.article is None:
        return
    text, caret = editor.article.text, editor.stretch.end
    low, high = text.rfind("\n", 0, caret) + 1, text.find("\n", caret)
    line = text[low : high if high >= 0 else len(text)]
    for start, end in sentences(line):
        if caret - low <= end:
            editor.select(Fragment(low + start, low + end))
            return


def copy(window: "Window") -> None:
    """Copy the selected text."""
    window.canvas.copy()


def select_all(window: "Window") -> None:
    """Select the whole text."""
    editor = window.editor
    if editor.article:
        editor.select(Fragment(0, len(editor.article.text)))


def pick_label(window: "Window") -> None:
    """Find a label by typing, and tag the selection with it."""
    window.canvas.pick_label()


def relabel(window: "Window") -> None:
    """Find another label for the annotation in focus."""
    window.canvas.pick_label()


def write_note(window: "Window") -> None:
    """Go to the note of the annotation in focus."""
    window.show_panel("annotation")


def fill_role(window: "Window") -> None:
    """Choose a role of the event in focus, then what fills it."""
    window.canvas.choose_role()


def add_event_without_trigger(window: "Window") -> None:
    """Choose an event type, and add an event that no words of the text announce."""


def next_mention(window: "Window") -> None:
    """Go to the next mention of the text."""
    window.canvas.go_to_next_mention()


def previous_mention(window: "Window") -> None:
    """Go to the mention before."""
    window.canvas.go_to_previous_mention()


def end_later(window: "Window") -> None:
    """Move the end of the mention in focus a syllable to the right."""
    window.canvas.resize_end(1)


def end_earlier(window: "Window") -> None:
    """Move the end of the mention in focus a syllable to the left."""
    window.canvas.resize_end(-1)


def start_later(window: "Window") -> None:
    """Move the start of the mention in focus a syllable to the right."""
    window.canvas.resize_start(1)


def start_earlier(window: "Window") -> None:
    """Move the start of the mention in focus a syllable to the left."""
    window.canvas.resize_start(-1)


def add_fragment(window: "Window") -> None:
    """Add the selected text to the mention in focus."""
    commands.add_fragment(window.editor)


def remove(window: "Window") -> None:
    """Remove the selected annotations."""
    commands.remove_selected(window.editor)


def status_setter(status: Status) -> "Callable[[Window], None]":
    """Return the command that sets `status`."""
    return lambda window: commands.set_status(window.editor, status)


def status_tester(status: Status) -> "Callable[[Window], bool]":
    """Return the condition that the open layer has `status`."""
    return lambda window: window.editor.layer is not None and window.editor.layer.status is status
