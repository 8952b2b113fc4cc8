"""A new project: where, and with which labels."""

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.tagset import Tagset
from annotator.presets import preset, preset_names
from annotator.project import named_tagset
from annotator.ui.dialogs.files import PROJECT_SUFFIX, ask_for_tagset, ask_where
from annotator.ui.dialogs.form import Form, choice
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.window_commands import edit_tagset

if TYPE_CHECKING:
    from annotator.ui.window import Window

_SAME, _NONE = "=", "-"
"""What stands for the labels of the open project, and for none, where others have a name."""


class NewProject(Sheet):
    """Asks for the labels to begin with, then for the file."""

    def __init__(self, window: "Window") -> None:
        super().__init__(
            window,
            self.tr("New project"),
            self.tr("Choose the labels to begin with. They can be changed at any time."),
        )
        self._window = window
        self.labels = choice(
            {
                **{name: preset(name).name for name in preset_names()},
                _SAME: self.tr("The same as in “{0}”").format(window.editor.project.path.stem),
                _NONE: self.tr("None: I make my own"),
            },
            "",
        )
        form = Form()
        form.add(self.tr("Labels"), self.labels)
        self.column.addLayout(form)
        other = self.add_other(self.tr("From a file…"))
        other.clicked.connect(lambda: ask_for_tagset(window, self._take_file))
        self.add_accept(self.tr("Choose the place…"))
        self.add_cancel()
        self.setMinimumWidth(460)

    def _take_file(self, path: Path) -> None:
        tagset = named_tagset(str(path))
        self.labels.addItem(tagset.name or path.stem, str(path))
        self.labels.setCurrentIndex(self.labels.count() - 1)

    def _tagset(self) -> Tagset:
        chosen = self.labels.currentData()
        if chosen == _NONE:
            return Tagset()
        return self._window.editor.tagset if chosen == _SAME else named_tagset(chosen)

    def accept(self) -> None:
        tagset = self._tagset()
        super().accept()
        window = self._window
        folder = window.editor.project.path.parent
        proposed = folder / f"{window.tr('New project')}{PROJECT_SUFFIX}"
        program = window.program

        def make(path: Path) -> None:
            program.create_project(path, tagset)
            if tagset == Tagset():
                edit_tagset(program.window)

        ask_where(window, window.tr("New project"), proposed, make)
