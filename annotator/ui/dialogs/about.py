"""What this program is."""

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel

from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.icons import app_icon
from annotator.ui.labels import wrapped

if TYPE_CHECKING:
    from annotator.ui.window import Window


class About(Sheet):
    """Name, version, licence, and where things are kept."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window, "Annotator")
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(64, 64))
        self.column.addWidget(picture)
        lines = (
            self.tr("Annotates entities, events and relations in news and other text."),
            self.tr("Version {0}, with Qt {1}").format(_version(), qVersion()),
            self.tr("Free software under the MIT licence."),
            self.tr("Project: {0}").format(window.editor.project.path),
            self.tr("Settings: {0}").format(window.settings.path),
        )
        said = wrapped("\n\n".join(lines))
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(said)
        self.add_close()
        self.setMinimumWidth(420)


def _version() -> str:
    try:
        return version("annotator")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "–"
