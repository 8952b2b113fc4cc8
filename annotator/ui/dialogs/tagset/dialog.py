"""The tagset editor: the list of what is in the tagset, and the form of what is chosen in it."""

from collections.abc import Callable, Mapping
from contextlib import closing
from functools import cached_property, partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from annotator.model.annotation import AttributeValue, Kind
from annotator.model.message import AnnotatorError, Message
from annotator.model.tagset import (
    LABEL_TYPES,
    Attribute,
    Label,
    Tagset,
)
from annotator.project import Project
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.dialogs.tagset.attribute_form import AttributeForm
from annotator.ui.dialogs.tagset.changes import Changes
from annotator.ui.dialogs.tagset.contents import Contents
from annotator.ui.dialogs.tagset.exchange import Exchange
from annotator.ui.dialogs.tagset.label_form import LabelForm
from annotator.ui.dialogs.tagset.outline import ITSELF, Item, outline
from annotator.ui.dialogs.tagset.own_form import OwnForm
from annotator.ui.editor import Editor
from annotator.ui.icons import icon
from annotator.ui.labels import wrapped
from annotator.ui.language import say
from annotator.ui.theme import SPACE
from annotator.ui.work import Job


class TagsetDialog(Sheet):
    """Edits the project's tagset in place: a change is made when its field is left."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent, self.tr("Labels and roles"))
        self._editor = editor
        self.changes = Changes(editor, self)
        self.exchange = Exchange(self, editor, self.changes)
        self.contents = Contents()
        self.itself = OwnForm()
        self._counts: Mapping[tuple[Kind, str], int] = {}
        """How many annotations have each label, as far as it is known."""
        self._counting: Job | None = None
        self._form: OwnForm | LabelForm | AttributeForm = self.itself
        self.said = wrapped("", "problem")
        self.undo = self.add_other(self.tr("Undo"))
        self._build()
        self._connect()
        self.resize(1040, 760)
        self.refresh()
        self.contents.list.go_to(ITSELF)
        self.contents.setFocus()

    def _build(self) -> None:
        self.forms = QStackedWidget()
        self.forms.addWidget(self.itself)
        self.forms.setContentsMargins(0, 0, 3 * SPACE, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.forms)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QHBoxLayout()
        body.setSpacing(6 * SPACE)
        body.addWidget(self.contents, 2)
        body.addWidget(scroll, 5)
        self.column.addLayout(body, 1)
        self.column.addWidget(self.said)
        self.undo.setIcon(icon("undo"))
        self.undo.setToolTip(
            QKeySequence("Ctrl+Z").toString(QKeySequence.SequenceFormat.NativeText)
        )
        for button in (self.exchange.load, self.exchange.save):
            button.setAutoDefault(False)
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.add_close().setDefault(False)

    def _connect(self) -> None:
        changes, contents = self.changes, self.contents
        self._editor.tagset_changed.connect(self.refresh)
        editor = self._editor
        for told in (editor.refused, editor.failed, self.exchange.failed, changes.failed):
            told.connect(self._say)
        self.finished.connect(self._forget_counting)
        self.undo.clicked.connect(changes.undo)
        # A shortcut of the button would click it, and so answer late.
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(changes.undo)
        changes.given_up.connect(self._show_chosen)
        contents.chosen_changed.connect(self._show_chosen)
        contents.naming_asked.connect(lambda: self._form.begin())  # noqa: PLW0108 another later
        contents.addition_asked.connect(self._add)
        contents.move_asked.connect(self._move)
        contents.merge_asked.connect(self._merge)
        contents.removal_asked.connect(self._delete)
        self.itself.changed.connect(changes.put)

    @cached_property
    def label(self) -> LabelForm:
        """The form of a label; made when one is first chosen, as it takes a while."""
        form = LabelForm()
        form.changed.connect(self._change_label)
        form.roles.rename_asked.connect(self._rename_role)
        form.roles.removal_asked.connect(self._delete_role)
        self.forms.addWidget(form)
        return form

    @cached_property
    def attribute(self) -> AttributeForm:
        """The form of an attribute, made so, too."""
        form = AttributeForm()
        form.changed.connect(self._change_attribute)
        form.value_renamed.connect(self._rename_value)
        form.value_removed.connect(self._delete_value)
        self.forms.addWidget(form)
        return form

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter closes a field. QDialog would press the button of the question it brings up, too.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Show the tagset as it is now; how often its labels are used is shown when it is known."""
        self._show_contents()
        self._show_chosen()
        self._forget_counting()
        project = self._editor.project
        self._counting = self._editor.work.begin(
            self.tr("Count the labels"), partial(_counted, project.reader), self._show_counts
        )

    def _show_contents(self) -> None:
        self.contents.list.show_rows(outline(self._editor.tagset, self._counts))

    def _show_counts(self, counts: Mapping[tuple[Kind, str], int]) -> None:
        self._counting, self._counts = None, counts
        self._show_contents()

    def _forget_counting(self) -> None:
        if self._counting:
            self._counting.abandon()
            self._counting = None

    def _show_chosen(self) -> None:
        item, tagset = self.contents.chosen, self._editor.tagset
        found = _found(tagset, item)
        if isinstance(found, Label) and item.kind:
            self.label.show_label(tagset, item.kind, found)
            self._form = self.label
        elif isinstance(found, Attribute):
            self.attribute.show_attribute(tagset, found)
            self._form = self.attribute
        else:
            self.itself.show_tagset(tagset)
            self._form = self.itself
        policy = QSizePolicy.Policy
        before = self.forms.currentWidget() or self._form
        for form, wanted in ((before, policy.Ignored), (self._form, policy.Preferred)):
            form.setSizePolicy(wanted, wanted)  # so that hidden forms take no room
        self.forms.setCurrentWidget(self._form)
        merging = item.kind is not None and len(tagset.labels(item.kind)) > 1
        self.contents.allow(changing=found is not None, merging=merging)
        self.undo.setEnabled(self.changes.made > 0)
        self._say(None)

    def _say(self, what: Message | AnnotatorError | None) -> None:
        self.said.setText(say(what) if what else "")
        self.said.setVisible(what is not None)

    def _add(self, kind: Kind | None) -> None:
        tagset = self._editor.tagset
        known = tagset.attributes if kind is None else tagset.labels(kind)
        stem = self.tr("New")
        taken = {each.label for each in (*tagset.entities, *tagset.events)}
        taken |= {each.label if isinstance(each, Label) else each.name for each in known}
        name = next(each for n in range(1, len(taken) + 2) if (each := f"{stem}{n}") not in taken)
        if kind is None:
            self.changes.add_attribute(Attribute(name))
        else:
            self.changes.add_label(kind, LABEL_TYPES[kind](name))
        self.contents.list.go_to(Item(kind, name))
        self._form.begin()

    def _move(self, by: int) -> None:
        item = self.contents.chosen
        if item.kind:
            self.changes.move_label(item.kind, item.name, by)
        elif item.name:
            self.changes.move_attribute(item.name, by)
        self.contents.list.go_to(item)

    def _merge(self) -> None:
        kind, label = self.contents.chosen
        if kind:
            self.changes.merge_label(kind, label)

    def _delete(self) -> None:
        item = self.contents.chosen
        if item.kind:
            self.changes.delete_label(item.kind, item.name)
        elif isinstance(attribute := _found(self._editor.tagset, item), Attribute):
            self.changes.delete_attribute(attribute)

    def _change_label(self, new: Label) -> None:
        kind, old = self.contents.chosen
        assert kind
        broken = self.changes.change_label(kind, old, new)
        self.label.show_faults(each for each in broken if each.name in (old, new.label))

    def _rename_role(self, old: str, new: str) -> None:
        broken = self.changes.rename_role(self.contents.chosen.name, old, new)
        self.label.roles.say_of_name(say(broken[0].message) if broken else "")

    def _delete_role(self, role: str) -> None:
        self.changes.delete_role(self.contents.chosen.name, role)

    def _change_attribute(self, new: Attribute) -> None:
        self.attribute.show_faults(self.changes.change_attribute(self._attribute(), new))

    def _rename_value(self, old: AttributeValue, new: AttributeValue) -> None:
        self.attribute.show_faults(self.changes.rename_value(self._attribute(), old, new))

    def _delete_value(self, value: AttributeValue) -> None:
        self.attribute.show_faults(self.changes.delete_value(self._attribute(), value))

    def _attribute(self) -> Attribute:
        found = _found(self._editor.tagset, self.contents.chosen)
        assert isinstance(found, Attribute)
        return found


def _found(tagset: Tagset, item: Item) -> Label | Attribute | None:
    if item.kind:
        return tagset.find(item.kind, item.name)
    return next((each for each in tagset.attributes if each.name == item.name), None)


def _counted(reader: Callable[[], Project], _job: Job) -> Mapping[tuple[Kind, str], int]:
    with closing(reader()) as project:
        return {key: usage.annotations for key, usage in project.labels_in_use().items()}
