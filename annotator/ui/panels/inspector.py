"""The annotation in focus, to be read and changed; of several, what they have in common."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.model import edits
from annotator.model.annotation import Annotation, AttributeValue, Fragment
from annotator.model.article import Status
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.problems import problems_of
from annotator.model.tagset import Attribute
from annotator.ui.editor import Editor
from annotator.ui.labels import wrapped
from annotator.ui.language import say
from annotator.ui.panels.annotation_form import AnnotationForm
from annotator.ui.panels.attribute_fields import Shown, Various
from annotator.ui.panels.chronicle import Chronicle
from annotator.ui.panels.label_list import kind_name
from annotator.ui.panels.naming import Names, breakable, shown_moment, words_of
from annotator.ui.panels.panel import Panel
from annotator.ui.panels.rows import Row
from annotator.ui.theme import SPACE


class InspectorPanel(Panel):
    """Shows what the editor has selected in a form, and makes edits of what the user changes."""

    icon = "annotation"

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._names = Names(editor.tagset)
        self._shown: tuple[str, ...] = ()
        """The ids of the annotations in the form: what the user changes there changes these."""
        self._chronicle = Chronicle(editor)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show_origin)
        self.form = AnnotationForm(self)
        self.form.label.activated.connect(self._relabel)
        self.form.fragments.chosen.connect(self._reveal_fragment)
        self.form.fragments.button_pressed.connect(self._remove_fragment)
        self.form.fragments.removal_asked.connect(self._remove_fragment)
        self.form.attributes.changed.connect(self._set_attribute)
        self.form.note.written.connect(self._write_note)
        self.pages = QStackedWidget(self)
        self.pages.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pages.setAccessibleName(self.title())
        self.pages.addWidget(self._nothing())
        self.pages.addWidget(self.form)
        self.column.addWidget(self.pages)
        self._order()

    def _order(self) -> None:
        """Have Tab go through the form from top to bottom, whichever attributes it has."""
        controls = [each.stop for each in self.form.attributes.fields.values()]
        self.stops = (
            self.pages, self.form.label, self.form.fragments, *controls, self.form.note
        )  # fmt: skip
        self.order_stops()

    def title(self) -> str:
        return self.tr("Annotation")

    def _nothing(self) -> QWidget:
        page = QWidget()
        text = wrapped(
            self.tr("Select something tagged to see its label, attributes and note."), "muted"
        )
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(page)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 6 * SPACE)
        column.addWidget(text)
        column.addStretch(1)
        return page

    def refresh(self) -> None:
        self._names = Names(self.editor.tagset)
        self.follow_selection()

    def follow_selection(self) -> None:
        layer = self.editor.layer
        chosen = self._found(self.editor.annotations)
        if self._shown != (shown := tuple(each.id for each in chosen)):
            self._shown = shown
            self.form.verticalScrollBar().setValue(0)
        self.pages.setCurrentIndex(1 if chosen else 0)
        self.home = self.pages
        if layer is None or not chosen:
            return
        one = chosen[0] if len(chosen) == 1 else None
        form = self.form
        form.set_editable(self._editable(layer))
        form.words.setText(
            words_of(layer, one) if one else self.tr("{0} annotations").format(len(chosen))
        )
        form.kind.setText(f"{kind_name(one.kind)} · {one.id}" if one else "")
        form.show_labels(self._names, chosen)
        found = problems_of(self.editor.tagset, layer, one) if one else []
        form.show_problems([say(each.message) for each in found])
        form.show_fragments(layer, one)
        form.attributes.show_values(self._declared(chosen), _values(chosen))
        form.show_note(one)
        self._order()
        attributes = form.attributes.fields.values()
        self.home = next((each.stop for each in attributes), form.note)
        form.origin.hide()
        self._later.start()

    def _found(self, ids: Iterable[str]) -> list[Annotation]:
        layer = self.editor.layer
        found = (layer.get(id) for id in ids) if layer else ()
        return [each for each in found if each]

    def _editable(self, layer: Layer) -> bool:
        locked = layer.status is Status.LOCKED or self.editor.project.read_only
        return self.editor.past is None and not locked

    def _declared(self, chosen: list[Annotation]) -> list[Attribute]:
        """Return the attributes that all of the chosen annotations may carry."""
        tagset = self.editor.tagset
        first, *others = {each.label: None for each in chosen}
        return [
            each
            for each in tagset.attributes_of(first)
            if all(each in tagset.attributes_of(label) for label in others)
        ]

    def follow(self, edit: Edit) -> None:
        chosen = set(self.editor.annotations)
        layer = self.editor.layer
        touched = {each.id for pair in self.changed(edit) for each in pair if each}
        linked = {id for each in self._found(chosen) for id in each.targets()}
        status = layer is not None and any(map(layer.applies_to, edit.changes)) and not touched
        if touched & (chosen | linked) or status:
            self.follow_selection()

    def _meant(self) -> tuple[str, ...]:
        """Return the ids of what the form shows; none, and the form follows, where another is open.

        Its annotations may have the same ids.
        """
        if not self._reopened:
            return self._shown
        self.catch_up()
        return ()

    def _relabel(self, index: int) -> None:
        label, ids = str(self.form.label.itemData(index)), self._meant()
        if any(each.label != label for each in self._found(ids)):
            self.editor.apply(lambda layer: edits.relabel(layer, ids, label))
        self.follow_selection()

    def _set_attribute(self, name: str, value: AttributeValue | None, gesture: str) -> None:
        ids = self._meant()

        def make(layer: Layer) -> Edit:
            return replace(edits.set_attribute(layer, ids, name, value), gesture=gesture)

        if ids and not self.editor.apply(make):
            self.follow_selection()

    def _write_note(self, note: str, gesture: str) -> None:
        for id in self._meant():
            write = partial(edits.set_note, id=id, note=note, gesture=gesture)
            if not self.editor.apply(write, self):
                self.follow_selection()

    def _reveal_fragment(self, row: Row) -> None:
        if isinstance(row.key, Fragment):
            self.editor.revealed.emit(row.key)

    def _remove_fragment(self, row: Row, _button: str = "") -> None:
        part = row.key
        if isinstance(part, Fragment):
            for id in self._meant():
                self.editor.apply(partial(edits.remove_fragment, id=id, fragment=part))

    def _show_origin(self) -> None:
        """Say who made and changed the annotation, once what is urgent has been shown."""
        chosen = self._found(self._shown)
        if len(chosen) != 1 or not self.isVisible():
            return
        self._chronicle.read()
        steps, id = self._chronicle.steps, chosen[0].id
        made, changed = steps.made(id), steps.changed(id)
        lines = [
            self.tr("Made by {0}, {1}").format(made[0], shown_moment(made[1]))
            if made
            else self.tr("Came with an import")
        ]
        if changed:
            by, at = changed
            lines.append(self.tr("Changed by {0}, {1}").format(by, shown_moment(at)))
        if chosen[0].origin:
            lines.append(self.tr("Proposed by {0}").format(chosen[0].origin))
        self.form.origin.setText(breakable("\n".join(lines)))
        self.form.origin.show()


def _values(chosen: list[Annotation]) -> dict[str, Shown]:
    """Return the value of each attribute that any of the annotations has."""
    values: dict[str, Shown] = {}
    for name in dict.fromkeys(name for each in chosen for name in each.attributes):
        found = [each.attributes.get(name) for each in chosen]
        values[name] = found[0] if all(each == found[0] for each in found) else Various.VARIOUS
    return values
