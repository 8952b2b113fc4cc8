"""What the window says of edits that show nowhere in the text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.change import Edit, Subject
from annotator.ui.language import say
from annotator.ui.notices import Choice

if TYPE_CHECKING:
    from annotator.ui.window import Window


class Tidings(QObject):
    """Tells of removed articles, and of steps taken back elsewhere, with a way back."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        window.editor.edited.connect(self._tell_of_removal)
        window.editor.stepped.connect(self._tell_of_step)

    def _tell_of_removal(self, edit: Edit) -> None:
        gone = (
            change.address.subject is Subject.ARTICLE and not change.after
            for change in edit.changes
        )
        if any(gone):
            back = Choice(self.tr("Undo"), self._window.bindings["undo"].trigger)
            self._window.messages.tell(say(edit.title), back)

    def _tell_of_step(self, edit: Edit, redone: bool) -> None:
        layer = self._window.editor.layer
        if layer is not None and any(map(layer.applies_to, edit.changes)):
            return
        title = say(edit.title)
        if redone:
            back = Choice(self.tr("Undo"), self._window.bindings["undo"].trigger)
            self._window.messages.tell(self.tr("Redone: {0}").format(title), back)
        else:
            again = Choice(self.tr("Redo"), self._window.bindings["redo"].trigger)
            self._window.messages.tell(self.tr("Undone: {0}").format(title), again)
