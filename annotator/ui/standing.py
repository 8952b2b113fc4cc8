"""What holds until something changes: the past is shown, the project read-only, or in trouble."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.message import Message
from annotator.ui.language import say
from annotator.ui.notices import Banner, Choice
from annotator.ui.project_commands import save_copy

if TYPE_CHECKING:
    from annotator.ui.window import Window


class Standing(QObject):
    """Keeps the window's banner true."""

    def __init__(self, window: "Window", banner: Banner) -> None:
        super().__init__(window)
        self._window = window
        self._banner = banner
        window.editor.failed.connect(self._alarm)
        window.editor.opened.connect(self.show_holder)
        window.editor.edited.connect(self._clear_alarm)

    def show_holder(self) -> None:
        """Show what keeps the open layer from being changed, if anything does."""
        window, project = self._window, self._window.editor.project
        back = Choice(self.tr("Return to the present"), window.bindings["present"].trigger)
        if window.editor.past is not None:
            self._banner.warn(self.tr("You see the article as it once stood."), back)
        elif project.read_only and project.holder:
            self._banner.warn(
                self.tr(
                    "Read-only: the project is held by {0}. It can be read and exported."
                ).format(say(project.holder))
            )
        elif project.read_only:
            self._banner.warn(self.tr("Read-only: the project's file may not be written."))
        else:
            self._banner.hide()

    def _alarm(self, what: Message) -> None:
        if self._window.editor.project.read_only:
            self._window.messages.refuse(say(what))
            return
        copy = Choice(self.tr("Save a copy…"), lambda: save_copy(self._window))
        self._banner.alarm(say(what), copy)

    def _clear_alarm(self) -> None:
        if self._banner.isVisible() and not self._window.editor.project.read_only:
            self.show_holder()
