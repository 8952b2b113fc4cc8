"""Whether what is there already shall be replaced."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.ui.dialogs.sheet import LONGEST_TITLE, Sheet
from annotator.ui.labels import wrapped
from annotator.ui.panels.naming import short


def in_the_way(out: Path, *, folders: bool) -> bool:
    """Return whether `out` is a file, or, where `folders` are written, one that is not empty."""
    try:
        return out.is_file() or (folders and any(out.iterdir()))
    except (OSError, ValueError):
        return False


class AskReplacing(Sheet):
    """Asks whether an export shall replace what is there; calls `then` if so, not by default."""

    def __init__(self, parent: QWidget, out: Path, then: Callable[[], None]) -> None:
        super().__init__(parent, short(self.tr("Replace “{0}”?").format(out.name), LONGEST_TITLE))
        self._then = then
        said = wrapped(
            self.tr(
                "There is a folder of that name. Files in it that are called like those of the "
                "export are replaced, and what they hold is lost."
            )
            if out.is_dir()
            else self.tr("There is a file of that name. What it holds is lost.")
        )
        self.column.addWidget(said)
        self.setMinimumWidth(440)
        self.add_accept(self.tr("Replace"))
        cancel = self.add_cancel()
        cancel.setDefault(True)
        cancel.setFocus()

    def accept(self) -> None:
        super().accept()
        self._then()
