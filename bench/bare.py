"""The least a window can be: the baseline of `start` and `keys`."""

import json
import os
import sys
from pathlib import Path

from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """Shows the text of the last key; logs as Annotator does."""

    def __init__(self) -> None:
        super().__init__()
        self._log = Path(os.environ["ANNOTATOR_LOG"])
        self._shown = ""
        self._event = "ready"
        self.resize(1024, 640)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._shown = event.text()
        self._event = "painted"
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawText(20, 20, self._shown)
        with self._log.open("a") as log:
            log.write(json.dumps({"event": self._event}) + "\n")


def main() -> None:
    """Show the window until it is closed."""
    app = QApplication(sys.argv)
    window = Bare()
    window.show()
    window.activateWindow()
    sys.exit(app.exec())


if __name__ == "__main__":
    main()
