"""What is asked of the tagset, carried out: its rules checked, and the user, where it matters."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import product

from annotator.model import tagset_edits
from annotator.model.annotation import AttributeValue, Kind
from annotator.model.change import Address, Change, Edit, Subject
from annotator.model.message import Message, message
from annotator.model.palette import keeping_colors
from annotator.model.tagset import Attribute, Label, Tagset
from annotator.model.tagset_parts import moved_label, with_attribute
from annotator.model.tagset_rules import Fault, faults
from annotator.project import Labels
from annotator.ui.dialogs.tagset.asking import AskDeletion, AskFollowing, AskMerge
from annotator.ui.dialogs.tagset.carrying import Carrying, Make, Prepared


class Changes(Carrying):
    """Makes edits of what is asked of the tagset, each over the whole project.

    Every method that returns rules returns those that the outcome would break; then nothing was
    done.
    """

    def put(
        self, title: Message, new: Tagset, changed: tuple[Kind, str] | None = None
    ) -> list[Fault]:
        """Make `new` the tagset; annotations stay as they are.

        Where only one label is `changed`, it is at fault for what clashes.
        """
        old = self._editor.tagset
        broken = faults(new, changed)
        if not broken and new != old:
            self.apply(Edit(title, (Change(Address(Subject.TAGSET), old, new),)))
        return broken

    def change_label(self, kind: Kind, old: str, new: Label) -> list[Fault]:
        """Make the label `old` another; annotations follow where it is called otherwise."""
        tagset = self._editor.tagset
        if new.label == old:
            title = message("Change the label {0}", old)
            changed = keeping_colors(tagset, tagset.with_label(kind, old, new))
            return self.put(title, changed, (kind, old))
        return self._carry(
            lambda layers: tagset_edits.rename_label(tagset, kind, old, new.label, layers),
            [(kind, old)],
        )

    def add_label(self, kind: Kind, label: Label) -> list[Fault]:
        """Put a label behind the others of its kind."""
        tagset = self._editor.tagset
        new = keeping_colors(tagset, tagset.with_labels(kind, (*tagset.labels(kind), label)))
        return self.put(message("Add the label {0}", label.label), new)

    def move_label(self, kind: Kind, label: str, by: int) -> list[Fault]:
        """Put a label `by` places further down (below 0: up) among its kind."""
        tagset = self._editor.tagset
        new = keeping_colors(tagset, moved_label(tagset, kind, label, by))
        return self.put(message("Move the label {0}", label), new)

    def delete_label(self, kind: Kind, label: str) -> list[Fault]:
        """Take a label away; its annotations go or stay, as the user says."""
        tagset = self._editor.tagset
        return self._delete(
            lambda keep: (
                lambda layers: tagset_edits.delete_label(tagset, kind, label, layers, keep=keep)
            ),
            [(kind, label)],
        )

    def rename_role(self, event: str, old: str, new: str) -> list[Fault]:
        """Give a role of an event type another name; arguments follow."""
        tagset = self._editor.tagset
        return self._carry(
            lambda layers: tagset_edits.rename_role(tagset, event, old, new, layers),
            [(Kind.EVENT, event)],
        )

    def delete_role(self, event: str, role: str) -> list[Fault]:
        """Take a role from an event type; its arguments go or stay, as the user says."""
        tagset = self._editor.tagset
        return self._delete(
            lambda keep: (
                lambda layers: tagset_edits.delete_role(tagset, event, role, layers, keep=keep)
            ),
            [(Kind.EVENT, event)],
        )

    def change_attribute(self, old: Attribute, new: Attribute) -> list[Fault]:
        """Make an attribute another; annotations follow where it is called otherwise."""
        tagset = self._editor.tagset
        if new.name == old.name:
            title = message("Change the attribute {0}", old.name)
            return self.put(title, with_attribute(tagset, old.name, new))
        return self._carry(
            lambda layers: tagset_edits.rename_attribute(tagset, old.name, new.name, layers),
            _labels_of(old),
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
            _labels_of(attribute),
        )

    def rename_value(
        self, attribute: Attribute, old: AttributeValue, new: AttributeValue
    ) -> list[Fault]:
        """Write a value of an attribute in another way; annotations follow."""
        tagset, name = self._editor.tagset, attribute.name
        return self._carry(
            lambda layers: tagset_edits.rename_value(tagset, name, old, new, layers),
            _labels_of(attribute),
        )

    def delete_value(self, attribute: Attribute, value: AttributeValue) -> list[Fault]:
        """Take a value from an attribute; where it is set it goes or stays, as the user says."""
        tagset, name = self._editor.tagset, attribute.name
        return self._delete(
            lambda keep: (
                lambda layers: tagset_edits.delete_value(tagset, name, value, layers, keep=keep)
            ),
            _labels_of(attribute),
        )

    def merge_label(self, kind: Kind, label: str) -> None:
        """Make the annotations of a label those of another one that the user names."""
        tagset, asker = self._editor.tagset, self._asker
        others = [each for each in tagset.labels(kind) if each.label != label]

        def into(other: str) -> Make:
            return lambda layers: tagset_edits.merge_label(tagset, kind, label, other, layers)

        def merge(other: str) -> None:
            self.prepare(into(other), [(kind, label)], lambda made: self.apply(made.edit))

        self.ask(
            lambda project, _step: project.labelled(kind, label),
            [(kind, label)],
            lambda found: AskMerge(asker, label, others, found, merge).open(),
        )

    def _carry(self, make: Make, labels: Labels) -> list[Fault]:
        broken = faults(tagset_edits.outcome(make(())))
        if not broken:
            self.prepare(make, labels, self._ask_following)
        return broken

    def _delete(self, make: Callable[[bool], Make], labels: Labels) -> list[Fault]:
        keeping = make(True)(())
        broken = faults(tagset_edits.outcome(keeping))
        if not broken:
            self.prepare(make(False), labels, partial(self._ask_deletion, keeping))
        return broken

    def _ask_following(self, made: Prepared) -> None:
        self._ask(made, lambda: AskFollowing(self._asker, made))

    def _ask_deletion(self, keeping: Edit, removing: Prepared) -> None:
        self._ask(removing, lambda: AskDeletion(self._asker, keeping, removing))

    def _ask(self, made: Prepared, ask: Callable[[], AskFollowing | AskDeletion]) -> None:
        if not made.touched.articles:
            self.apply(made.edit)
            return
        question = ask()
        question.accepted.connect(lambda: self.apply(question.edit))
        question.rejected.connect(self.given_up)
        question.open()


def _labels_of(attribute: Attribute) -> Labels:
    """Return the labels that an attribute is set with."""
    return list(product(Kind, attribute.on)) if attribute.on else None
