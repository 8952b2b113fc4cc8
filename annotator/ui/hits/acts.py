"""What is done to all ticked hits: one edit, which one undo takes back."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.formats.hit_table import write_hits
from annotator.model.annotation import Kind
from annotator.model.layer import Layer, LayerError
from annotator.project import Project, Step
from annotator.search.bulk import Bulk, relabel_all, remove_all, tag_all
from annotator.ui.canvas.choosers import label_rows
from annotator.ui.dialogs.files import ask_where
from annotator.ui.hits.model import HitModel
from annotator.ui.icons import icon
from annotator.ui.language import say
from annotator.ui.notices import Choice
from annotator.ui.panels.picker import pick
from annotator.ui.theme import SPACE

if TYPE_CHECKING:
    from annotator.ui.window import Window

_SPANS = (Kind.ENTITY, Kind.EVENT)


class Acts(QWidget):
    """The buttons below the list: what they do is done to the hits that are ticked."""

    def __init__(self, window: "Window", model: HitModel, then: Callable[[], None]) -> None:
        super().__init__()
        self._window = window
        self._model = model
        self._then = then
        self.tag = _button("labels", self.tr("Tag…"), self.tr("Tag all ticked hits"))
        self.relabel = _button(
            "edit", self.tr("Relabel…"), self.tr("Give all ticked annotations another label")
        )
        self.remove = _button("trash", self.tr("Remove"), self.tr("Remove all ticked annotations"))
        self.save = _button("save", self.tr("CSV…"), self.tr("Save the ticked hits as a table"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        for button, act in (
            (self.tag, self._tag), (self.relabel, self._relabel), (self.remove, self._remove),
            (self.save, self._save),
        ):  # fmt: skip
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        self._texts = {each: each.text() for each in self.findChildren(QPushButton)}
        self._width = self.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pictures alone where there is no room for the words."""
        super().resizeEvent(event)
        for button, text in self._texts.items():
            button.setText(text if event.size().width() >= self._width else "")

    def show_possible(self, *, of_annotations: bool) -> None:
        """Enable what can be done to the ticked hits: annotations, or stretches of text."""
        ticked = bool(self._model.count_ticked())
        writable = ticked and not self._window.editor.project.read_only
        self.tag.setEnabled(writable)
        self.relabel.setEnabled(writable and of_annotations)
        self.remove.setEnabled(writable and of_annotations)
        self.save.setEnabled(ticked)

    def _tag(self) -> None:
        hits = self._model.ticked()

        def do(kind: Kind, label: str) -> None:
            _carry_out(
                self._window, lambda layer_of: tag_all(hits, kind, label, layer_of), self._then
            )

        _ask_label(self._window, _SPANS, do, self.tag)

    def _relabel(self) -> None:
        hits = self._model.ticked()

        def do(_kind: Kind, label: str) -> None:
            _carry_out(
                self._window, lambda layer_of: relabel_all(hits, label, layer_of), self._then
            )

        kinds = {each.kind for each in hits if each.kind}
        if len(kinds) == 1:
            _ask_label(self._window, tuple(kinds), do, self.relabel)
        else:
            self._window.messages.refuse(
                self.tr("These are annotations of several kinds: tick those of one kind.")
            )

    def _remove(self) -> None:
        hits = self._model.ticked()
        _carry_out(self._window, lambda layer_of: remove_all(hits, layer_of), self._then)

    def _save(self) -> None:
        hits = self._model.ticked()
        where = self._window.editor.project.path.with_suffix(".csv")
        title = self.tr("Save the hits")
        ask_where(self._window, title, where, lambda path: write_hits(hits, path))


def _button(picture: str, text: str, tip: str) -> QPushButton:
    button = QPushButton(icon(picture), text)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    return button


def _ask_label(
    window: "Window", kinds: tuple[Kind, ...], then: Callable[[Kind, str], None], under: QWidget
) -> None:
    """Ask for a label of `kinds` below `under`, and call `then` with it."""
    rows = [row for kind in kinds for row in label_rows(window.editor.tagset, kind)]

    def take(key: Hashable) -> None:
        assert isinstance(key, tuple)
        then(*key)

    below = under.mapToGlobal(QPoint(0, under.height()))
    pick(_tr("Label"), rows, take, parent=window, below=below, empty=_tr("There is no such label."))


def _carry_out(
    window: "Window",
    make: Callable[[Callable[[str], Layer]], Bulk],
    then: Callable[[], None],
) -> None:
    """Make the edit in the background; carry it out, say what was done, and call `then`."""
    program, steps, reviewer = window.program, window.editor.steps, window.editor.reviewer

    def prepare(project: Project, step: Step) -> Bulk:
        def layer_of(article: str) -> Layer:
            step(0, 0)
            if project.listing.number(article) is None:
                raise LayerError("The article {0} is no longer in the list.", article)
            return project.layer(article, reviewer)

        return make(layer_of)

    def finish(bulk: Bulk) -> None:
        steps.apply(bulk.edit, lambda: done(bulk))

    def done(bulk: Bulk) -> None:
        _tell(program.window, bulk)
        if program.window is window:  # else theme or language became another meanwhile
            then()

    steps.prepare(prepare, finish, long=True)


def _tell(window: "Window", bulk: Bulk) -> None:
    done = _tr("Changed: {0}.").format(bulk.done)
    back = [Choice(_tr("Undo"), window.bindings["undo"].trigger)] if bulk.done else []
    if bulk.refused:
        why = say(bulk.refused[0].message)
        left = _tr("Hits left as they are: {0} ({1})").format(len(bulk.refused), why)
        window.messages.refuse(f"{done} {left}", *back)
    else:
        window.messages.tell(done, *back)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Window", text)
