"""What goes on behind a window: suggestions, words, and the care of the project's file."""

from typing import Protocol

from PySide6.QtCore import QObject

from annotator.ui.editor import Editor
from annotator.ui.log_keeper import LogKeeper
from annotator.ui.segmenter import Segmenter
from annotator.ui.settings import Settings
from annotator.ui.suggesting import Suggesting
from annotator.ui.warming import Warming


class Behind(Protocol):
    """One thing that goes on by itself from `begin` to `stop`."""

    def begin(self) -> None: ...
    def stop(self) -> None: ...


def begin_behind(
    editor: Editor, parent: QObject, settings: Settings, *, finds_words: bool
) -> list[Behind]:
    """Begin all that goes on behind the window of `editor`, and return it, to be stopped."""
    begun: list[Behind] = [Suggesting(editor, parent, settings)]
    if finds_words:
        begun.append(Segmenter(editor, parent))
    begun += [LogKeeper(editor, parent), editor.ahead, Warming(editor, parent)]
    for each in begun:
        each.begin()
    return begun
