"""What is asked before annotations follow the tagset, with what it would do to the project."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from annotator.model.annotation import Kind
from annotator.model.change import Edit
from annotator.model.tagset import Label, Tagset
from annotator.model.tagset_edits import Preview
from annotator.ui.dialogs.sheet import LONGEST_TITLE, Sheet
from annotator.ui.dialogs.tagset.carrying import Prepared
from annotator.ui.dialogs.tagset.fields import Choice, Field, shown_label
from annotator.ui.labels import plain, wrapped
from annotator.ui.language import say
from annotator.ui.panels.naming import short


def told(touched: Preview) -> str:
    """Return what an edit does to annotations, a line each."""
    lines = [
        (touched.altered, _tr("Annotations that change: {0}")),
        (touched.removed, _tr("Annotations that are removed: {0}")),
        (touched.articles, _tr("Articles concerned: {0}")),
        (touched.locked, _tr("Locked layers that follow, and stay locked: {0}")),
    ]
    said = [line.format(count) for count, line in lines if count]
    return "\n".join(said) or _tr("No annotation changes.")


class AskFollowing(Sheet):
    """Asks whether annotations shall follow an edit."""

    def __init__(self, parent: QWidget, made: Prepared) -> None:
        super().__init__(parent, short(say(made.edit.title), LONGEST_TITLE))
        self.edit = made.edit
        self.column.addWidget(plain(told(made.touched)))
        self.add_accept(self.tr("Change them"))
        self.add_cancel()


class AskDeletion(Sheet):
    """Asks whether annotations of what is deleted shall stay, as problems, or go."""

    def __init__(self, parent: QWidget, keeping: Edit, removing: Prepared) -> None:
        super().__init__(parent, short(say(keeping.title), LONGEST_TITLE))
        self._keeping, self._removing = keeping, removing.edit
        self.keep = QRadioButton(self.tr("Keep the annotations; they are shown as problems"))
        self.remove = QRadioButton(
            self.tr("Remove the annotations, too")
            if removing.touched.removed
            else self.tr("Take it from the annotations, too")
        )
        self._choice = QButtonGroup(self)
        for button in (self.keep, self.remove):
            self._choice.addButton(button)
            self.column.addWidget(button)
        self.keep.setChecked(True)
        facts = told(removing.touched)
        self.remove.setAccessibleDescription(facts)
        said = plain(facts, "muted")
        said.setIndent(28)
        self.column.addWidget(said)
        self.add_accept(self.tr("Delete"))
        self.add_cancel()
        self.keep.setFocus()

    @property
    def edit(self) -> Edit:
        """The edit that was chosen."""
        return self._removing if self.remove.isChecked() else self._keeping


class AskMerge(Sheet):
    """Asks which label of the kind takes over the annotations of another one."""

    def __init__(
        self,
        parent: QWidget,
        label: str,
        others: Iterable[Label],
        touched: Preview,
        then: Callable[[str], None],
    ) -> None:
        title = _tr("Merge the label {0} into another one").format(label)
        super().__init__(parent, short(title, LONGEST_TITLE))
        self._then = then
        self.into = Choice()
        self.facts = plain(told(touched))
        self.column.addWidget(Field(self.tr("Into"), self.into))
        self.column.addWidget(self.facts)
        self.add_accept(self.tr("Merge"))
        self.add_cancel()
        named = [(each.label, shown_label(each)) for each in others]
        self.into.show_choices(named, named[0][0])

    def accept(self) -> None:
        super().accept()
        self._then(self.into.currentData())


class Lack(NamedTuple):
    """What annotations have and a tagset lacks: labels, and on how many annotations."""

    labels: list[str]
    annotations: int


def lack(tagset: Tagset, used: Mapping[tuple[Kind, str], int]) -> Lack:
    """Return which of the labels that are used `tagset` lacks."""
    lacking = {key: count for key, count in used.items() if tagset.find(*key) is None}
    return Lack(sorted({label for _, label in lacking}), sum(lacking.values()))


class AskReplacement(Sheet):
    """Asks whether another tagset shall take the place of the project's."""

    def __init__(
        self, parent: QWidget, new: Tagset, lacking: Lack, then: Callable[[Tagset], object]
    ) -> None:
        title = _tr("Replace the tagset by “{0}”?").format(new.name)
        super().__init__(parent, short(title, LONGEST_TITLE))
        self._new, self._then = new, then
        if lacking.labels:
            shown = short(", ".join(lacking.labels), 160)
            text = self.tr(
                "It lacks labels that are in use: {0}\n"
                "Annotations with them stay, and are shown as problems: {1}"
            ).format(shown, lacking.annotations)
        else:
            text = self.tr("It has all the labels that are in use. Annotations stay as they are.")
        said = wrapped(text)
        self.column.addWidget(said)
        self.setMinimumWidth(440)
        self.add_accept(self.tr("Replace"))
        self.add_cancel()

    def accept(self) -> None:
        super().accept()
        self._then(self._new)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Asking", text)
