"""What the next undo and the next redo would do, asked of the project when it may have changed."""

from PySide6.QtCore import QObject

from annotator.model.message import Message
from annotator.ui.editor import Editor


class UndoTitles(QObject):
    """The titles of the next steps: read once after each edit, not at each key."""

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._known: tuple[Message | None, Message | None] | None = None
        for signal in (editor.opened, editor.edited, editor.articles_changed):
            signal.connect(self._forget)

    @property
    def undo(self) -> Message | None:
        """What undo would take back; None: there is nothing."""
        return self._titles()[0]

    @property
    def redo(self) -> Message | None:
        """What redo would do again; None: there is nothing."""
        return self._titles()[1]

    def _titles(self) -> tuple[Message | None, Message | None]:
        if self._known is None:
            editor = self._editor
            scope = (editor.article.id if editor.article else "", editor.reviewer)
            project = editor.project
            self._known = (project.undo_title(*scope), project.redo_title(*scope))
        return self._known

    def _forget(self) -> None:
        self._known = None
