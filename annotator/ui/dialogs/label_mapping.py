"""What becomes of the labels of a file that the tagset does not have."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from annotator.model.annotation import Kind
from annotator.model.tagset import Tagset
from annotator.model.uses import LabelKey
from annotator.ui.labels import ElidedLabel, plain
from annotator.ui.language import language
from annotator.ui.panels.label_list import kind_name
from annotator.ui.panels.still_choice import StillChoice
from annotator.ui.theme import SPACE

_ADD, _KEEP = object(), object()


class Decisions(NamedTuple):
    """Which labels are given up for others, and which the tagset gets."""

    renamed: dict[LabelKey, str]
    added: list[LabelKey]


class LabelMapping(QScrollArea):
    """A line for each label: how often it is used, and what it becomes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.boxes: dict[LabelKey, QComboBox] = {}

    def show_labels(self, labels: Iterable[tuple[LabelKey, int]], tagset: Tagset) -> None:
        """Ask about `labels`, given with how often they are used; `tagset` has none of them."""
        self.boxes = {}
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 1)
        for row, (key, count) in enumerate(labels):
            name = ElidedLabel()
            name.setText(key[1])
            box = _choices(*key, count, tagset)
            grid.addWidget(name, row, 0)
            grid.addWidget(plain(kind_name(key[0]), "muted"), row, 1)
            grid.addWidget(plain(str(count), "muted"), row, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(box, row, 3)
            self.boxes[key] = box
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(body)

    def decisions(self) -> Decisions:
        """Return what was decided."""
        decided = {key: box.currentData() for key, box in self.boxes.items()}
        return Decisions(
            {key: what for key, what in decided.items() if isinstance(what, str)},
            [key for key, what in decided.items() if what is _ADD],
        )


def _choices(kind: Kind, label: str, count: int, tagset: Tagset) -> StillChoice:
    box = StillChoice(f"{kind_name(kind)} {label}, {count}")
    if kind is not Kind.CLUSTER:
        box.addItem(_tr("Add it to the tagset"), _ADD)
    box.addItem(_tr("Keep it, as a problem"), _KEEP)
    for each in tagset.labels(kind):
        name = each.name(language())
        box.addItem(each.label if name == each.label else f"{each.label} – {name}", each.label)
    alike = [each.label for each in tagset.labels(kind) if _bare(each.label) == _bare(label)]
    if alike:
        box.setCurrentIndex(box.findData(alike[0]))
    box.setMinimumWidth(60 * SPACE)
    return box


def _bare(label: str) -> str:
    return "".join(character for character in label.casefold() if character.isalnum())


def _tr(text: str) -> str:
    return QCoreApplication.translate("LabelMapping", text)
