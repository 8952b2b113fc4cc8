"""Export: in which format, whose layers, in which status, where to."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from annotator.formats.endings import likeliest, with_ending, written_so
from annotator.formats.format import Format, Losses
from annotator.formats.registry import format_named, formats
from annotator.formats.writing import NATIVE, is_folder
from annotator.model.article import Status
from annotator.ui import settings as wishes
from annotator.ui.dialogs.check_list import CheckList
from annotator.ui.dialogs.files import ask_where
from annotator.ui.dialogs.form import Form, choice
from annotator.ui.dialogs.replacing import AskReplacing, in_the_way
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.exporting import Exported, Sample, Wanted, export, sample
from annotator.ui.labels import plain, wrapped
from annotator.ui.language import say
from annotator.ui.panels.article_list import status_word
from annotator.ui.settings import data_folder
from annotator.ui.theme import SPACE
from annotator.ui.work import Job

if TYPE_CHECKING:
    from annotator.ui.window import Window


_PAUSE = 200
"""Milliseconds from a choice to the preview of what it means."""


class Export(Sheet):
    """Everything at its usual value is everything, as JSON lines, beside the last export."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window, self.tr("Export"))
        self._window = window
        project = window.editor.project
        self.out = QLineEdit()
        self.format = choice(
            {
                each.name: f"{each.name} – {say(each.summary)}"
                for each in formats()
                if each.writes and not each.missing
            },
            NATIVE,
        )
        names = project.reviewers()
        self.reviewers = CheckList(min(4, len(names)))
        self.reviewers.show_choices([(name, name) for name in names], names)
        self.statuses = {status: QCheckBox(status_word(status)) for status in Status}
        self.curated = QCheckBox(self.tr("Only curated layers"))
        self.note, self.lost = wrapped(role="small"), wrapped(role="small")
        self.lost.hide()
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._several = project.listing.count() > 1
        self._agreed: Path | None = None
        self._job: Job | None = None
        self._look = QTimer(self, singleShot=True, interval=_PAUSE)
        self._look.timeout.connect(self._begin_preview)
        self._lay_out()
        self.out.setText(str(_folder(window) / f"{project.path.stem}.jsonl"))
        self.format.currentIndexChanged.connect(self._follow_format)
        self.out.textEdited.connect(self._follow_name)
        self.out.textChanged.connect(self._explain)
        for signal in (
            self.format.currentIndexChanged,
            self.reviewers.itemChanged,
            *(box.toggled for box in (*self.statuses.values(), self.curated)),
        ):
            signal.connect(self._look.start)
            signal.connect(self._explain)
        self.finished.connect(self._give_up_preview)
        self._explain()
        self._look.start()
        self.out.setFocus()
        self.resize(680, 560)

    def _lay_out(self) -> None:
        form = Form()
        place = QHBoxLayout()
        place.setSpacing(2 * SPACE)
        browse = QPushButton(self.tr("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        place.addWidget(self.out, 1)
        place.addWidget(browse)
        self.out.setAccessibleName(self.tr("File"))
        caption = plain(self.tr("File"), "muted")
        caption.setBuddy(self.out)
        form.addRow(caption, place)
        form.add(self.tr("Format"), self.format)
        if self.reviewers.count() > 1:
            form.add(self.tr("Reviewers"), self.reviewers)
        boxes = QWidget()
        row = QHBoxLayout(boxes)
        row.setContentsMargins(0, 0, 0, 0)
        for box in self.statuses.values():
            box.setChecked(True)
            row.addWidget(box)
        row.addStretch(1)
        form.add(self.tr("Status"), boxes)
        form.add("", self.curated)
        form.add(self.tr("It begins so"), self.preview)
        self.column.addLayout(form, 1)
        self.column.addWidget(self.lost)
        self.column.addWidget(self.note)
        self._accept = self.add_accept(self.tr("Export"))
        self.add_cancel()

    def _browse(self) -> None:
        proposed = Path(self.out.text())
        ask_where(self._window, self.tr("Export"), proposed, self._take, over=self)

    def _take(self, path: Path) -> None:
        """Take the path from the system's dialog, which has asked where there was a file."""
        self._agreed = path if in_the_way(path, folders=False) else None
        self.out.setText(str(path))
        self._follow_name()

    def _follow_name(self) -> None:
        """Choose the format whose ending was typed, where the chosen one has another."""
        out = self._path()
        likely = likeliest(out)
        if likely and not likely.missing and self._chosen() not in written_so(out):
            self.format.setCurrentIndex(self.format.findData(likely.name))

    def _follow_format(self) -> None:
        typed = Path(self.out.text().strip())
        fitting = with_ending(typed, self._chosen(), several=self._several)
        if fitting != typed:
            self.out.setText(str(fitting))
        self._explain()

    def _chosen(self) -> Format:
        return format_named(self.format.currentData())

    def _asks_for_nothing(self) -> bool:
        nobody = self.reviewers.count() > 0 and not self.reviewers.ticked()
        return nobody or not any(box.isChecked() for box in self.statuses.values())

    def _explain(self) -> None:
        chosen, out = self._chosen(), self._path()
        notes = [say(loss) for loss in chosen.cannot_carry]
        if notes:
            notes = [self.tr("This format does not carry: {0}.").format("; ".join(notes))]
        if chosen.write_folder and is_folder(out, chosen):
            notes.append(self.tr("A folder of that name is written."))
        elif chosen.single and self._several:
            notes.append(self.tr("A file of this format has one article: name a folder for more."))
        elif out.suffix and chosen not in written_so(out):
            ending = chosen.extensions[0]
            notes.append(
                self.tr("Files of this format end in {0}; this name does not.").format(ending)
            )
        if in_the_way(out, folders=False):
            notes.append(self.tr("There is a file of that name. It will be replaced."))
        nothing = self._asks_for_nothing()
        if nothing:
            notes.insert(0, self.tr("Tick at least one reviewer and one status."))
        self.note.setText(" ".join(notes))
        self._accept.setEnabled(bool(self.out.text().strip()) and not nothing)

    def _begin_preview(self) -> None:
        """Write the first articles as they are asked for, to be looked at."""
        self._give_up_preview()
        window = self._window
        if self._asks_for_nothing():
            self._show_preview(Sample("", Losses()))
            return
        self._job = window.work.begin(
            self.tr("Preparing a preview"),
            partial(sample, window.editor.project, self.wanted(), window.editor.tagset),
            self._show_preview,
        )

    def _give_up_preview(self) -> None:
        self._look.stop()
        if self._job:
            self._job.abandon()
            self._job = None

    def _show_preview(self, found: Sample) -> None:
        self._job = None
        text = self.tr("This format is no text.") if found.text is None else found.text
        self.preview.setPlainText(text or self.tr("There is nothing to show."))
        lost = "; ".join(f"{count} × {say(what)}" for what, count in found.losses.items())
        self.lost.setText(self.tr("Of the first articles is left out: {0}.").format(lost))
        self.lost.setVisible(bool(lost))

    def wanted(self) -> Wanted:
        """Return what the fields ask for."""
        checked = self.reviewers.ticked()
        statuses = tuple(status for status, box in self.statuses.items() if box.isChecked())
        return Wanted(
            self._path(),
            self.format.currentData(),
            () if len(checked) == self.reviewers.count() else checked,
            () if len(statuses) == len(Status) else statuses,
            self.curated.isChecked(),
        )

    def _path(self) -> Path:
        return Path(os.path.expanduser(self.out.text().strip()))  # noqa: PTH111  # Path raises

    def accept(self) -> None:
        out = self._path()
        if not self._accept.isEnabled():
            return
        folders = self._chosen().write_folder is not None
        if out != self._agreed and in_the_way(out, folders=folders):
            AskReplacing(self, out, self._export).open()
        else:
            self._export()

    def _export(self) -> None:
        wanted, window = self.wanted(), self._window
        super().accept()
        program = window.program
        program.remember(wishes.EXPORT_FOLDER, str(wanted.out.parent))
        project = window.editor.project
        total = project.listing.count()
        window.work.begin(
            window.tr("Exporting"),
            partial(export, project, wanted, total, project.tagset),
            program.tell_exported,
        )


def _folder(window: "Window") -> Path:
    """Return the folder of the last export, else that of the project, if a person chose it."""
    last = window.settings[wishes.EXPORT_FOLDER]
    beside = window.editor.project.path.parent
    if last and Path(last).is_dir():
        return Path(last)
    if beside != data_folder():
        return beside
    documents = platformdirs.user_documents_path()
    return documents if documents.is_dir() else Path.home()


def exported_sentence(window: "Window", done: Exported) -> str:
    """Return a sentence about an export that was done."""
    sentence = window.tr("Exported to {0}. Articles: {1}.").format(done.out, done.articles)
    lost = [f"{count} × {say(what)}" for what, count in done.losses.items()]
    if lost:
        sentence += " " + window.tr("Left out: {0}.").format("; ".join(lost))
    return sentence
