"""What the menus do to the open article's annotations."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

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
    window.canvas.select_sentence()


def select_by_letters(window: "Window") -> None:
    """Select words in view by the first letters of their syllables, typed next."""
    window.canvas.setFocus()  # a menu leaves the keyboard to whatever part had it
    window.canvas.hop.begin()


def next_name(window: "Window") -> None:
    """Select the next words that look like a name."""
    window.canvas.setFocus()
    window.canvas.walk.go(1)


def previous_name(window: "Window") -> None:
    """Select the words before that look like a name."""
    window.canvas.setFocus()
    window.canvas.walk.go(-1)


def copy(window: "Window") -> None:
    """Copy the selected text."""
    window.canvas.copy()


def select_all(window: "Window") -> None:
    """Select the whole text."""
    window.canvas.select_all()


def find(window: "Window") -> None:
    """Look for something in the article."""
    window.centre.find_bar.begin()


def find_in_project(window: "Window") -> None:
    """Look for something in all articles."""
    window.centre.hits.begin()


def find_next(window: "Window") -> None:
    """Go to the next hit of what was looked for last."""
    window.centre.find_bar.go_to_next()


def find_previous(window: "Window") -> None:
    """Go to the hit before."""
    window.centre.find_bar.go_to_previous()


def pick_label(window: "Window") -> None:
    """Find a label by typing, and tag the selection with it."""
    window.canvas.pick_label()


def relabel(window: "Window") -> None:
    """Find another label for the annotation in focus."""
    window.canvas.relabel()


def write_note(window: "Window") -> None:
    """Go to the note of the annotation in focus."""
    from annotator.ui.panels.inspector import InspectorPanel

    window.show_panel("annotation")
    panel = window.panel("annotation")
    assert isinstance(panel, InspectorPanel)
    panel.form.note.setFocus(Qt.FocusReason.ShortcutFocusReason)


def fill_role(window: "Window") -> None:
    """Choose a role of the event in focus, then what fills it."""
    window.canvas.choose_role()


def add_event_without_trigger(window: "Window") -> None:
    """Choose an event type, and add an event that no words of the text announce."""
    from annotator.ui.panels.events import EventsPanel

    window.show_panel("events")
    panel = window.panel("events")
    assert isinstance(panel, EventsPanel)
    panel.ask_label()


def next_mention(window: "Window") -> None:
    """Go to the next mention of the text."""
    window.canvas.go_to_next_mention()


def previous_mention(window: "Window") -> None:
    """Go to the mention before."""
    window.canvas.go_to_previous_mention()


def end_later(window: "Window") -> None:
    """Move the end of the mention in focus a syllable to the right."""
    window.canvas.move_end(1)


def end_earlier(window: "Window") -> None:
    """Move the end of the mention in focus a syllable to the left."""
    window.canvas.move_end(-1)


def start_later(window: "Window") -> None:
    """Move the start of the mention in focus a syllable to the right."""
    window.canvas.move_start(1)


def start_earlier(window: "Window") -> None:
    """Move the start of the mention in focus a syllable to the left."""
    window.canvas.move_start(-1)


def add_fragment(window: "Window") -> None:
    """Add the selected text to the mention in focus."""
    commands.add_fragment(window.editor)


def remove(window: "Window") -> None:
    """Remove the selected annotations."""
    commands.remove_selected(window.editor)


def status_setter(status: Status) -> "Callable[[Window], None]":
    """Return the command that sets `status`, of the open article or those selected in the list."""

    def set_status(window: "Window") -> None:
        if window.left.view.hasFocus() and window.left.count_selected() > 1:
            window.left.set_status(status)
        else:
            commands.set_status(window.editor, status)

    return set_status


def status_tester(status: Status) -> "Callable[[Window], bool]":
    """Return the condition that the open layer has `status`."""
    return lambda window: window.editor.layer is not None and window.editor.layer.status is status
