"""An annotation in the making, and the words of brat that have their own meaning in it."""

from dataclasses import dataclass, field

from annotator.model.annotation import FROM, TO, Annotation, AttributeValue, Fragment, Kind, Link

EQUIVALENT = "Equiv"
"""The type of `*` lines that is the label of clusters."""

ENDS = {"Arg1": FROM, "Arg2": TO}
"""The roles of relations; any other is kept."""

NOTE, ORIGIN = "AnnotatorNotes", "AnnotatorOrigin"
"""Types of `#` lines: the note on an annotation, and the program that proposed it (our own)."""

OTHER_NOTE = "#"
"""What the name of an attribute begins with that is a note of another type: the type follows."""

REFERENCE = "Reference:"
"""What the name of an attribute begins with that is a normalisation: the resource follows."""


@dataclass(slots=True)
class Draft:
    """An annotation that lines of a file still add to.

    `place` counts lines; `empty_note` is the line of a note without text.
    """

    place: int
    id: str
    kind: Kind
    label: str
    fragments: tuple[Fragment, ...] = ()
    links: tuple[Link, ...] = ()
    attributes: dict[str, AttributeValue] = field(default_factory=dict[str, AttributeValue])
    notes: list[str] = field(default_factory=list[str])
    origin: str = ""
    empty_note: str = ""

    def annotation(self) -> Annotation:
        """Return what it has become."""
        return Annotation(
            self.id, self.kind, self.label, self.fragments, self.links, self.attributes,
            "\n".join(self.notes), self.origin, self.place,
        )  # fmt: skip
