"""Asking for files and folders."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView, QWidget

from annotator.model.message import AnnotatorError
from annotator.ui.language import say
from annotator.ui.screens import fitting

if TYPE_CHECKING:
    from annotator.ui.window import Window

PROJECT_SUFFIX = ".anno"


def ask_for_project(window: "Window", then: Callable[[Path], None]) -> None:
    """Ask for an existing project, and call `then` with its path."""
    dialog = _dialog(window, _tr("Open a project"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_tr("Projects") + f" (*{PROJECT_SUFFIX})", _tr("All files") + " (*)"])
    dialog.setDirectory(str(window.editor.project.path.parent))
    dialog.fileSelected.connect(lambda path: _do(window, then, Path(path)))
    dialog.open()


def ask_for_files(window: "Window", then: Callable[[list[Path]], None]) -> None:
    """Ask for existing files, and call `then` with their paths."""
    dialog = _dialog(window, _tr("Add files"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda paths: then([Path(path) for path in paths]))
    dialog.open()


def ask_for_folder(window: "Window", then: Callable[[Path], None]) -> None:
    """Ask for an existing folder, and call `then` with its path."""
    dialog = _dialog(window, _tr("Add a folder"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


def ask_for_tagset(window: "Window", then: Callable[[Path], None]) -> None:
    """Ask for a tagset file, and call `then` with its path."""
    dialog = _dialog(window, _tr("Labels from a file"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_tr("Tagsets") + " (*.toml)", _tr("All files") + " (*)"])
    dialog.fileSelected.connect(lambda path: _do(window, then, Path(path)))
    dialog.open()


def ask_for_word_list(parent: QWidget, then: Callable[[Path], None]) -> None:
    """Ask for a file with words, and call `then` with its path."""
    dialog = _dialog(parent, _tr("Add a word list"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_tr("Word lists") + " (*.csv *.tsv *.txt)", _tr("All files") + " (*)"])
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


def ask_where(
    window: "Window",
    title: str,
    proposed: Path,
    then: Callable[[Path], None],
    over: QWidget | None = None,
) -> None:
    """Ask for a new file over a dialog or the window, and call `then` with its path."""
    dialog = _dialog(over or window, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix)
    if proposed.suffix:
        dialog.setNameFilters([f"*{proposed.suffix}", _tr("All files") + " (*)"])
    dialog.setDirectory(str(proposed.parent))
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(lambda path: _do(window, then, Path(path)))
    dialog.open()


def _dialog(window: QWidget, title: str) -> QFileDialog:
    dialog = QFileDialog(window, title)
    dialog.setObjectName("Files")
    dialog.setAccessibleName(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(fitting(QSize(860, 560), window.screen()))
    dialog.finished.connect(window.activateWindow)
    for files in dialog.findChildren(QTreeView):  # none where the system's dialog comes up
        files.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return dialog


def _do(window: "Window", then: Callable[[Path], None], path: Path) -> None:
    try:
        then(path)
    except AnnotatorError as error:
        window.messages.refuse(say(error))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Files", text)
