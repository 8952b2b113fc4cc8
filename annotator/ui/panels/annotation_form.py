"""The form in which an annotation is read and changed: it shows, and says what the user wants."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.layer import Layer
from annotator.ui.labels import ElidedLabel, plain, wrapped
from annotator.ui.panels.attribute_fields import AttributeFields
from annotator.ui.panels.naming import Names, breakable, one_line
from annotator.ui.panels.note_field import NoteField
from annotator.ui.panels.row_painting import ONE_LINE
from annotator.ui.panels.row_view import RowListView
from annotator.ui.panels.rows import Button, Row
from annotator.ui.panels.still_choice import StillChoice, swatch
from annotator.ui.theme import SPACE

_MOST_FRAGMENTS = 4
"""Fragments seen at once; the others are scrolled to."""


class AnnotationForm(QScrollArea):
    """Words, label, problems, fragments, attributes, note and origin, below one another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._offered: tuple[Names, Kind, list[str]] | None = None
        """What the choice of labels was filled for."""
        self.words = ElidedLabel("title")
        self.kind = plain(role="small")
        self.label = StillChoice(self.tr("Label"))
        self.problems = wrapped(role="problem")
        self.fragments = RowListView(self.tr("Fragments"))
        self.fragments.setMinimumHeight(0)
        self.attributes = AttributeFields()
        self.note_caption = plain(self.tr("Note"), "small")
        self.note = NoteField()
        self.note.entered.connect(self._bring_note)
        self.origin = wrapped(role="small")
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.words)
        head.addWidget(self.kind)
        note = QVBoxLayout()
        note.setSpacing(SPACE)
        note.addWidget(self.note_caption)
        note.addWidget(self.note)
        column.addLayout(head)
        column.addWidget(self.label)
        column.addWidget(self.problems)
        column.addWidget(self.fragments)
        column.addWidget(self.attributes)
        column.addLayout(note)
        column.addWidget(self.origin)
        column.addStretch(1)
        self.setWidget(page)

    def _bring_note(self) -> None:
        box = self.note.geometry()
        for corner in (box.bottomLeft(), box.topLeft()):
            self.ensureVisible(corner.x(), corner.y(), 0, SPACE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Resize and self.note.hasFocus():
            self._bring_note()  # what stands above it has got another height
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.note.hasFocus():
            self._bring_note()

    def set_editable(self, editable: bool) -> None:
        """Let the user change what is shown, or only read it."""
        self.label.setEnabled(editable)
        self.attributes.setEnabled(editable)
        self.note.setReadOnly(not editable)

    def show_labels(self, names: Names, annotations: Sequence[Annotation]) -> None:
        """Offer the labels of a kind; the one that `annotations` have in common is chosen."""
        kinds = {each.kind for each in annotations}
        self.label.setVisible(len(kinds) == 1)
        if len(kinds) != 1:
            return
        (kind,) = kinds
        used = dict.fromkeys(each.label for each in annotations)
        known = [each.label for each in names.tagset.labels(kind)]
        self._offer(names, kind, known, [each for each in used if each not in known])
        same = len(used) == 1
        self.label.setCurrentIndex(self.label.findData(next(iter(used))) if same else -1)

    def _offer(self, names: Names, kind: Kind, known: list[str], unknown: list[str]) -> None:
        """Fill the choice of labels, unless it holds just these."""
        offered = (names, kind, unknown)
        if offered == self._offered:
            return
        self._offered = offered
        self.label.clear()
        for label in (*known, *unknown):
            text = names.of_label(kind, label)
            if label in unknown:
                text = self.tr("{0} (not in the tagset)").format(text)
            self.label.addItem(swatch(names.color(kind, label)), text, label)
        self.label.setPlaceholderText(self.tr("various"))

    def show_problems(self, sentences: Sequence[str]) -> None:
        """Show what is wrong, a sentence a line."""
        self.problems.setText(breakable("\n".join(f"⚠ {each}" for each in sentences)))
        self.problems.setVisible(bool(sentences))

    def show_fragments(self, layer: Layer, annotation: Annotation | None) -> None:
        """List the fragments of a discontinuous annotation, each with a button to take it out."""
        parts: tuple[Fragment, ...] = annotation.fragments if annotation else ()
        self.fragments.setVisible(len(parts) > 1)
        out = Button("out", "close", self.tr("Take this part out"))
        rows = [
            Row(
                key=each,
                text=one_line(layer.article.text[each.start : each.end]),
                icon="fragment",
                buttons=(out,),
            )
            for each in parts
        ]
        self.fragments.show_rows(rows if len(parts) > 1 else [])
        self.fragments.setFixedHeight(ONE_LINE * min(len(parts), _MOST_FRAGMENTS))

    def show_note(self, annotation: Annotation | None) -> None:
        """Show the note of one annotation; for several there is none."""
        self.note_caption.setVisible(annotation is not None)
        self.note.setVisible(annotation is not None)
        if annotation:
            self.note.show_note(annotation.id, annotation.note)
