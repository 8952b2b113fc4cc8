"""Tagsets in and out: presets, and files."""

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from annotator.formats.tagset_files import read_tagset
from annotator.model.annotation import Kind
from annotator.model.message import AnnotatorError, message
from annotator.model.tagset import Tagset
from annotator.model.tagset_toml import tagset_to_toml
from annotator.presets import preset, preset_names
from annotator.project import Usage
from annotator.ui.dialogs.tagset.asking import AskReplacement, lack
from annotator.ui.dialogs.tagset.changes import Changes
from annotator.ui.editor import Editor

_SUFFIX = ".toml"


class Exchange(QObject):
    """Puts another tagset in place of the project's, and writes the project's to a file."""

    failed = Signal(object)
    """(AnnotatorError): why a file could not be read or written."""

    def __init__(self, asker: QWidget, editor: Editor, changes: Changes) -> None:
        super().__init__(asker)
        self._asker, self._editor, self._changes = asker, editor, changes
        self.load = QPushButton(self.tr("Replace by"))
        self._presets = QMenu(self.load)
        self._presets.aboutToShow.connect(self._list_presets)
        self.load.setMenu(self._presets)
        self.save = QPushButton(self.tr("Save as a file…"))
        self.save.clicked.connect(self._ask_where)

    def _list_presets(self) -> None:
        menu = self._presets
        if not menu.isEmpty():
            return
        for name in preset_names():
            tagset = preset(name)
            menu.addAction(tagset.name).triggered.connect(
                lambda _=False, tagset=tagset: self.ask_to_replace(tagset)
            )
        menu.addSeparator()
        menu.addAction(self.tr("A file…")).triggered.connect(self._ask_for_file)

    def ask_to_replace(self, tagset: Tagset) -> None:
        """Ask whether `tagset` shall be the project's, and make it so."""
        title = message("Replace the tagset by {0}", tagset.name)

        def ask(used: Mapping[tuple[Kind, str], Usage]) -> None:
            counts = {key: usage.annotations for key, usage in used.items()}
            AskReplacement(
                self._asker, tagset, lack(tagset, counts), lambda new: self._changes.put(title, new)
            ).open()

        self._changes.ask(lambda project, _step: project.labels_in_use(), None, ask)

    def read(self, path: Path) -> None:
        """Ask whether the tagset in a file shall be the project's."""
        try:
            tagset = read_tagset(path)
        except AnnotatorError as error:
            self.failed.emit(error)
        else:
            self.ask_to_replace(tagset)

    def write(self, path: Path) -> None:
        """Write the project's tagset to a file: whole, or not at all."""
        text = tagset_to_toml(self._editor.tagset)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            beside.write_text(text, encoding="utf-8", newline="\n")
            beside.replace(path)
        except OSError as error:
            beside.unlink(missing_ok=True)
            reason = error.strerror or str(error)
            self.failed.emit(
                AnnotatorError("The file can't be written: {0}.", reason, where=str(path))
            )

    def _ask_for_file(self) -> None:
        dialog = self._dialog(self.tr("Open a tagset"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.read(Path(path)))
        dialog.open()

    def _ask_where(self) -> None:
        dialog = self._dialog(self.tr("Save the tagset"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.selectFile(f"{self._editor.tagset.name or 'tagset'}{_SUFFIX}".replace("/", "-"))
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._asker, title)
        dialog.setAccessibleName(title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setDirectory(str(self._editor.project.path.parent))
        filters = [self.tr("Tagsets") + f" (*{_SUFFIX})", self.tr("All files") + " (*)"]
        dialog.setNameFilters(filters)
        return dialog
