"""When a command may be called: conditions for the table of actions."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from annotator.model.annotation import Kind
from annotator.suggest.suggestion import Suggestion

if TYPE_CHECKING:
    from annotator.ui.window import Window

Condition: TypeAlias = "Callable[[Window], bool]"


def always(_window: "Window") -> bool:
    """Return true."""
    return True


def writable(window: "Window") -> bool:
    """Return whether anything of the project can be changed here."""
    return not window.editor.project.read_only


def undoable(window: "Window") -> bool:
    """Return whether there is a step to take back."""
    return writable(window) and window.undo_titles.undo is not None


def redoable(window: "Window") -> bool:
    """Return whether there is a step to do again."""
    return writable(window) and window.undo_titles.redo is not None


def opened(window: "Window") -> bool:
    """Return whether an article is open."""
    return window.editor.layer is not None


def markable(window: "Window") -> bool:
    """Return whether the open article can be tagged."""
    return opened(window) and writable(window) and window.editor.past is None


def focused(window: "Window") -> bool:
    """Return whether an annotation that can be changed is in focus."""
    return markable(window) and window.editor.focused is not None


def on_event(window: "Window") -> bool:
    """Return whether an event that can be changed is in focus."""
    focused = window.editor.focused
    return markable(window) and focused is not None and focused.kind is Kind.EVENT


def suggestible(window: "Window") -> bool:
    """Return whether suggestions can be accepted and refused."""
    return markable(window) and window.editor.filling is None and bool(shown(window))


def acceptable(window: "Window") -> bool:
    """Return whether Space can tag or accept something."""
    likely = markable(window) and bool(window.editor.suggestions.likeliest.found)
    return likely or suggestible(window)


def second(window: "Window") -> bool:
    """Return whether the selected words have a second likeliest label."""
    return markable(window) and len(window.editor.suggestions.likeliest.found) > 1


def shown(window: "Window") -> list[Suggestion]:
    """Return what is suggested."""
    return window.editor.suggestions.shown


def repeated(window: "Window") -> bool:
    """Return whether the words just tagged are offered elsewhere."""
    return markable(window) and window.everywhere.offers


def in_the_past(window: "Window") -> bool:
    """Return whether a moment of history is shown."""
    return window.editor.past is not None
