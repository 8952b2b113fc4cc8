"""What is asked of the tagset, carried out: its rules checked, and the user, where it matters."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.model import tagset_edits
from annotator.model.annotation import AttributeValue, Kind
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Message, message
from annotator.model.tagset import Attribute, Label, Tagset
from annotator.model.tagset_parts import moved_label, with_attribute
from annotator.model.tagset_rules import Fault, faults
from annotator.ui.dialogs.tagset.asking import AskDeletion, AskFollowing
from annotator.ui.editor import Editor

Make = Callable[[Iterable[Layer]], Edit]
"""Makes the edit, given the layers that it concerns."""


class Changes(QObject):
    """Makes edits of what is asked of the tagset, each over the whole project.

    Every method returns the rules that the outcome would break; then nothing was done.
    """

    given_up = Signal()
    """The user was asked, and would rather not."""

    def __init__(self, editor: Editor, asker: QWidget) -> None:
        super().__init__(asker)
        self._editor = editor
        self._asker = asker
        self.made = 0
        """How many edits were made and not taken back."""

    def undo(self) -> None:
        """Take the last of these edits back."""
        if self.made:
            self.made -= 1
            self._editor.undo()

    def put(self, title: Message, new: Tagset) -> list[Fault]:
        """Make `new` the tagset; annotations stay as they are."""
        old = self._editor.tagset
        broken = faults(new)
        if not broken and new != old:
            self.apply(Edit(title, (Change(Address(Subject.TAGSET), old, new),)))
        return broken

    def change_label(self, kind: Kind, old: str, new: Label) -> list[Fault]:
        """Make the label `old` another; annotations follow where it is called otherwise."""
        tagset = self._editor.tagset
        if new.label == old:
            title = message("Change the label {0}", old)
            return self.put(title, tagset.with_label(kind, old, new))
        return self._carry(
            lambda layers: tagset_edits.rename_label(tagset, kind, old, new.label, layers),
            self._layers_with(kind, [old]),
        )

    def add_label(self, kind: Kind, label: Label) -> list[Fault]:
        """Put a label behind the others of its kind."""
        tagset = self._editor.tagset
        new = tagset.with_labels(kind, (*tagset.labels(kind), label))
        return self.put(message("Add the label {0}", label.label), new)

    def move_label(self, kind: Kind, label: str, by: int) -> list[Fault]:
        """Put a label `by` places further down (below 0: up) among its kind."""
        new = moved_label(self._editor.tagset, kind, label, by)
        return self.put(message("Move the label {0}", label), new)

    def delete_label(self, kind: Kind, label: str) -> list[Fault]:
        """Take a label away; its annotations go or stay, as the user says."""
        tagset = self._editor.tagset
        return self._delete(
            lambda keep: (
                lambda layers: tagset_edits.delete_label(tagset, kind, label, layers, keep=keep)
            ),
            self._layers_with(kind, [label]),
        )

    def rename_role(self, event: str, old: str, new: str) -> list[Fault]:
        """Give a role of an event type another name; arguments follow."""
        tagset = self._editor.tagset
        return self._carry(
            lambda layers: tagset_edits.rename_role(tagset, event, old, new, layers),
            self._layers_with(Kind.EVENT, [event]),
        )

    def delete_role(self, event: str, role: str) -> list[Fault]:
        """Take a role from an event type; its arguments go or stay, as the user says."""
        tagset = self._editor.tagset
        return self._delete(
            lambda keep: (
                lambda layers: tagset_edits.delete_role(tagset, event, role, layers, keep=keep)
            ),
            self._layers_with(Kind.EVENT, [event]),
        )

    def change_attribute(self, old: Attribute, new: Attribute) -> list[Fault]:
        """Make an attribute another; annotations follow where it is called otherwise."""
        tagset = self._editor.tagset
        if new.name == old.name:
            title = message("Change the attribute {0}", old.name)
            return self.put(title, with_attribute(tagset, old.name, new))
        return self._carry(
            lambda layers: tagset_edits.rename_attribute(tagset, old.name, new.name, layers),
            self._layers_of(old),
        )

    def add_attribute(self, attribute: Attribute) -> list[Fault]:
        """Put an attribute behind the others."""
        tagset = self._editor.tagset
        new = replace(tagset, attributes=(*tagset.attributes, attribute))
        return self.put(message("Add the attribute {0}", attribute.name), new)

    def move_attribute(self, name: str, by: int) -> list[Fault]:
        """Put an attribute `by` places further down (below 0: up)."""
        tagset = self._editor.tagset
        rest = list(tagset.attributes)
        at = next(n for n, each in enumerate(rest) if each.name == name)
        moved = rest.pop(at)
        rest.insert(min(max(0, at + by), len(rest)), moved)
        new = replace(tagset, attributes=tuple(rest))
        return self.put(message("Move the attribute {0}", name), new)

    def delete_attribute(self, attribute: Attribute) -> list[Fault]:
        """Take an attribute away; its values go or stay, as the user says."""
        tagset, name = self._editor.tagset, attribute.name
        return self._delete(
            lambda keep: (
                lambda layers: tagset_edits.delete_attribute(tagset, name, layers, keep=keep)
            ),
            self._layers_of(attribute),
        )

    def rename_value(
        self, attribute: Attribute, old: AttributeValue, new: AttributeValue
    ) -> list[Fault]:
        """Write a value of an attribute in another way; annotations follow."""
        tagset, name = self._editor.tagset, attribute.name
        return self._carry(
            lambda layers: tagset_edits.rename_value(tagset, name, old, new, layers),
            self._layers_of(attribute),
        )

    def delete_value(self, attribute: Attribute, value: AttributeValue) -> list[Fault]:
        """Take a value from an attribute; where it is set it goes or stays, as the user says."""
        tagset, name = self._editor.tagset, attribute.name
        return self._delete(
            lambda keep: (
                lambda layers: tagset_edits.delete_value(tagset, name, value, layers, keep=keep)
            ),
            self._layers_of(attribute),
        )

    def merging(self, kind: Kind, label: str, into: str) -> Edit:
        """Return the edit that merges a label into another one."""
        layers = self._layers_with(kind, [label])
        return tagset_edits.merge_label(self._editor.tagset, kind, label, into, layers)

    def _carry(self, make: Make, layers: Iterable[Layer]) -> list[Fault]:
        return self._ask(make, lambda: AskFollowing(self._asker, make(layers)))

    def _delete(self, make: Callable[[bool], Make], layers: Iterable[Layer]) -> list[Fault]:
        def ask() -> AskDeletion:
            known = list(layers)
            return AskDeletion(self._asker, make(True)(known), make(False)(known))

        return self._ask(make(True), ask)

    def _ask(self, make: Make, ask: Callable[[], AskFollowing | AskDeletion]) -> list[Fault]:
        broken = faults(tagset_edits.outcome(make(())))
        if broken:
            return broken
        try:
            question = ask()
        except AnnotatorError as error:
            self._editor.refused.emit(error.message)
            return []
        if not question.touches:
            self.apply(question.edit)
            question.deleteLater()
            return []
        question.accepted.connect(lambda: self.apply(question.edit))
        question.rejected.connect(self.given_up)
        question.open()
        return []

    def apply(self, edit: Edit) -> None:
        """Carry out an edit of which the user was asked already, or need not be."""
        self.made += 1  # before the views are told, as they ask for it
        if not self._editor.apply(edit):
            self.made -= 1

    def _layers_of(self, attribute: Attribute) -> Iterator[Layer]:
        used = self._editor.project.labels_in_use()
        labels = {label for _, label in used if not attribute.on or label in attribute.on}
        return self._layers_with_any(key for key in used if key[1] in labels)

    def _layers_with(self, kind: Kind, labels: Iterable[str]) -> Iterator[Layer]:
        return self._layers_with_any((kind, label) for label in labels)

    def _layers_with_any(self, labels: Iterable[tuple[Kind, str]]) -> Iterator[Layer]:
        seen: set[tuple[str, str]] = set()
        for kind, label in labels:
            for layer in self._editor.project.affected_layers(kind, label):
                key = (layer.article.id, layer.reviewer)
                if key not in seen:
                    seen.add(key)
                    yield layer
