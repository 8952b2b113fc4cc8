"""The form of one label: what it is called, its key, colour, place, meaning, and its parts."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from annotator.model.annotation import Kind
from annotator.model.palette import color_of
from annotator.model.tagset import EventType, Label, RelationType, Tagset
from annotator.model.tagset_rules import Fault
from annotator.ui import theme
from annotator.ui.dialogs.check_list import CheckList
from annotator.ui.dialogs.tagset.fields import (
    Choice,
    ColorField,
    Field,
    KeyField,
    Line,
    Prose,
    shown_label,
)
from annotator.ui.dialogs.tagset.roles import RolesEditor
from annotator.ui.language import say
from annotator.ui.panels.guideline import GuidelineText
from annotator.ui.theme import SPACE, Theme

LANGUAGES = ("en", "vi")
_FILE_KEYS = {"sources": "from", "targets": "to"}


class LabelForm(QWidget):
    """Shows a label; tells of each field that was changed as the label it would become."""

    changed = Signal(object)
    """(Label): what the label shown should be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label("")
        self._asked = ""
        self.label = Line()
        self.key = KeyField()
        self.names = {each: Line() for each in LANGUAGES}
        self.color = ColorField()
        self.above = Choice()
        self.sources, self.targets = CheckList(), CheckList()
        self.symmetric = QCheckBox(self.tr("Holds in both directions"))
        self.guideline = Prose()
        self.read = GuidelineText()
        self.roles = RolesEditor()
        self._fields = {
            "label": Field(self.tr("Label, as exported"), self.label),
            "shortcut": Field(self.tr("Key"), self.key),
            "color": Field(self.tr("Colour"), self.color),
            "parent": Field(self.tr("Below"), self.above),
            "from": Field(self.tr("From (none ticked: anything)"), self.sources),
            "to": Field(self.tr("To (none ticked: anything)"), self.targets),
            "guideline": Field(self.tr("Guideline, in Markdown"), self.guideline, grows=True),
        }
        self._build()
        self._connect()

    def _build(self) -> None:
        fields = self._fields
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(3 * SPACE)
        grid.addWidget(fields["label"], 0, 0)
        grid.addWidget(fields["shortcut"], 0, 1)
        grid.addWidget(Field(self.tr("Name in English"), self.names["en"]), 1, 0)
        grid.addWidget(Field(self.tr("Name in Vietnamese"), self.names["vi"]), 1, 1)
        grid.addWidget(fields["color"], 2, 0)
        grid.addWidget(fields["parent"], 2, 1)
        grid.addWidget(fields["from"], 3, 0)
        grid.addWidget(fields["to"], 3, 1)
        grid.addWidget(self.symmetric, 4, 0, 1, 2)
        grid.addWidget(fields["guideline"], 5, 0)
        grid.addWidget(Field(self.tr("How it reads"), self.read, grows=True), 5, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(5, 1)
        for text in (self.guideline, self.read):
            text.setMinimumHeight(36 * SPACE)
        self.read.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * SPACE)
        column.addLayout(grid, 1)
        column.addWidget(self.roles)

    def _connect(self) -> None:
        self.label.entered.connect(lambda text: self._change(label=text.strip()))
        self.key.entered.connect(lambda key: self._change(shortcut=key))
        self.color.entered.connect(lambda color: self._change(color=color.strip()))
        self.above.entered.connect(lambda label: self._change(parent=label))
        self.guideline.entered.connect(lambda text: self._change(guideline=text))
        self.guideline.textChanged.connect(self._preview)
        self.sources.entered.connect(lambda labels: self._change(sources=labels))
        self.targets.entered.connect(lambda labels: self._change(targets=labels))
        self.symmetric.clicked.connect(lambda on: self._change(symmetric=on))
        self.roles.changed.connect(lambda roles: self._change(roles=roles))
        for each, line in self.names.items():
            line.entered.connect(lambda text, each=each: self._change_name(each, text.strip()))

    def show_label(self, tagset: Tagset, kind: Kind, label: Label) -> None:
        """Show `label`, one of `kind` in `tagset`."""
        self._label = label
        dark = theme.theme() is Theme.DARK
        colors = color_of(tagset, kind, label.label)
        self.label.show_text(label.label)
        self.key.show_text(label.shortcut)
        for each, line in self.names.items():
            line.show_text(label.names.get(each, ""))
        self.color.show_color(label.color, (colors.dark if dark else colors.light).chip)
        others = [each for each in tagset.labels(kind) if each.label != label.label]
        self.above.show_choices([("", self.tr("nothing")), *_named(others)], label.parent)
        self.guideline.show_text(label.guideline)
        mentions = _named((*tagset.entities, *tagset.events))
        is_relation = isinstance(label, RelationType)
        for part in (self._fields["from"], self._fields["to"], self.symmetric):
            part.setVisible(is_relation)
        if is_relation:
            self.sources.show_choices(mentions, label.sources)
            self.targets.show_choices(mentions, label.targets)
            self.symmetric.setChecked(label.symmetric)
        self.roles.setVisible(isinstance(label, EventType))
        if isinstance(label, EventType):
            self.roles.show_roles(label.label, label.roles, mentions)
        for field in self._fields.values():
            field.show_problem("")
        self.roles.show_faults({})

    def show_faults(self, faults: Iterable[Fault]) -> None:
        """Say in its field what keeps the label from becoming what was entered."""
        said = {(fault.role, fault.field): say(fault.message) for fault in faults}
        for name, field in self._fields.items():
            problem = said.get(("", name), "")
            if problem or name == self._asked:
                field.show_problem(problem)
        self.roles.show_faults(said)

    def begin(self) -> None:
        """Go to the first field, to be written anew."""
        self.label.setFocus()
        self.label.selectAll()

    def _preview(self) -> None:
        self.read.show_markdown(self.guideline.toPlainText())

    def _change_name(self, language_: str, name: str) -> None:
        names = {**self._label.names, language_: name}
        self._change(names={key: text for key, text in names.items() if text})

    def _change(self, **fields: Any) -> None:
        [changed] = fields
        self._asked = _FILE_KEYS.get(changed, changed)
        self.changed.emit(replace(self._label, **fields))


def _named(labels: Iterable[Label]) -> list[tuple[str, str]]:
    return [(each.label, shown_label(each)) for each in labels]
