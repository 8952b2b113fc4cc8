"""Starting the window, and taking a picture of it."""

import gc
import os
import sys
from pathlib import Path
from typing import Literal

from PySide6.QtCore import (
    QBuffer,
    QCoreApplication,
    QIODevice,
    QMessageLogContext,
    QSize,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from annotator.model.message import AnnotatorError
from annotator.project import Project
from annotator.ui import settings as wishes
from annotator.ui.failures import Failures
from annotator.ui.fonts import load_fonts
from annotator.ui.icons import app_icon
from annotator.ui.program import Program
from annotator.ui.settings import Settings, data_folder, settings_file
from annotator.ui.signals import SystemSignals
from annotator.ui.start import begin

STYLE = "Fusion"
"""Qt's style below the style sheet: the same on all systems."""

TURN = 0.0005
"""Seconds after which a thread in the background lets that of the window go on (Python: 0.005).

The window gives way each time it asks the database, and waits so long to come back.
"""


def run(project: Path | None) -> int:
    """Show the window on `project`, the last one, or a first one; return the exit status.

    Raises AnnotatorError where there is no display, or `project` can't be opened.
    """
    sys.setswitchinterval(TURN)
    if not has_display():
        raise AnnotatorError(
            "There is no display to show the window on. Start it from a desktop, or with"
            " `xvfb-run annotator`, or make a picture with `annotator screenshot`."
        )
    app = application()
    program = Program(app, Settings(settings_file()))
    failures = Failures(data_folder() / "annotator.log", program.tell_failure, program)
    failures.watch()
    signals = SystemSignals(program)
    signals.asked_to_end.connect(program.end)
    signals.watch()
    app.setQuitOnLastWindowClosed(False)
    program.seen.connect(collect_garbage)
    app.applicationStateChanged.connect(_collect_all)
    program.ended.connect(app.quit)
    begin(program, project)
    return app.exec()


def collect_garbage() -> None:
    """Collect what is thrown away from now on, without looking at what a start has made."""
    gc.freeze()
    gc.enable()


def _collect_all(state: Qt.ApplicationState) -> None:
    """Look for circles among all objects when the person has gone to another program."""
    if state is Qt.ApplicationState.ApplicationInactive:
        gc.collect()


def screenshot(
    project: Path,
    out: Path,
    article: str | None = None,
    size: tuple[int, int] = (1280, 800),
    theme: Literal["light", "dark"] = "light",
    language: Literal["en", "vi"] = "en",
) -> None:
    """Write a picture of the window on `project` to the PNG file `out`; needs no display.

    `size` is in pixels. Raises AnnotatorError where the project or the article can't be opened, or
    the picture can't be written.
    """
    from annotator.formats.files import file_error, replaced_file

    opened = Project.open(project, read_only=True)
    if article is not None and opened.listing.number(article) is None:
        opened.close()
        raise AnnotatorError("There is no article {0} in the list.", article, where=str(project))
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_say_of_qt)
    app = application()
    settings = Settings(None)
    settings[wishes.THEME] = theme
    settings[wishes.LANGUAGE] = language
    settings[wishes.REVIEWER] = _busiest_reviewer(opened, article)
    program = Program(app, settings, finds_words=False)
    program.dress()
    picture = QBuffer()
    picture.open(QIODevice.OpenModeFlag.WriteOnly)
    program.picture(opened, article, QSize(*size)).save(picture, "PNG")
    try:
        with replaced_file(out) as file:
            file.write(picture.data().data())
    except OSError as error:
        raise file_error(error, out) from error


def _say_of_qt(_type: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Write what Qt says on standard error, but that there is no screen to fit a window to."""
    if "propagateSizeHints" not in text and sys.stderr:  # else print takes standard output
        print(text, file=sys.stderr)


def _busiest_reviewer(project: Project, article: str | None) -> str:
    layers = [
        (count, reviewer)
        for id in ([article] if article else [row.id for row in project.articles(most=1)])
        for reviewer, _, count, _ in project.layers(id)
    ]
    return max(layers, default=(0, ""))[1]


def has_display() -> bool:
    """Return whether there is a screen to show a window on."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def application() -> QApplication:
    """Return the application, made with the program's icon and fonts if there is none."""
    present = QCoreApplication.instance()
    if isinstance(present, QApplication):
        return present
    app = QApplication(["annotator", "-style", STYLE])
    app.setApplicationName("Annotator")
    app.setDesktopFileName("annotator")
    app.setWindowIcon(app_icon())
    load_fonts()
    return app
