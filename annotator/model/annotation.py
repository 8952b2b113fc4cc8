"""The one record everything a tagset can describe is kept in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import NamedTuple, TypeAlias, TypeVar, dataclass_transform

_T = TypeVar("_T")

AttributeValue: TypeAlias = str | bool | int | float


def typed(value: AttributeValue | None) -> tuple[type, AttributeValue | None]:
    """Return what tells `value` from every other one: for Python 1, 1.0 and true are equal."""
    return (type(value), value)


class Kind(StrEnum):
    """What an annotation is of."""

    ENTITY = "entity"
    EVENT = "event"
    RELATION = "relation"
    CLUSTER = "cluster"
    DOCUMENT = "document"

    __hash__ = str.__hash__  # that of an Enum is written in Python, and takes three times as long

    @property
    def id_prefix(self) -> str:
        """The letter that ids of this kind begin with: `T1`, `E1`, `R1`, `C1`, `D1`."""
        return _ID_PREFIXES[self]


_ID_PREFIXES = {
    Kind.ENTITY: "T",
    Kind.EVENT: "E",
    Kind.RELATION: "R",
    Kind.CLUSTER: "C",
    Kind.DOCUMENT: "D",
}


class Fragment(NamedTuple):
    """A stretch of text `[start, end)`, in Unicode code points of the article's text."""

    start: int
    end: int

    def overlaps(self, other: "Fragment") -> bool:
        """Return whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


fragment_of: Callable[[tuple[int, int]], Fragment] = partial(tuple[int].__new__, Fragment)
"""Returns the fragment of a start and an end.

In half of the time of `Fragment`, which is a call in Python: for where they are made by the ten
thousand.
"""


class Link(NamedTuple):
    """What an annotation says of another one: an argument, an end of a relation, a member."""

    role: str
    target: str


MEMBER = "member"
"""The role of every link of a cluster."""

FROM, TO = "from", "to"
"""The roles of the two links of a relation."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def _record(cls: type[_T]) -> type[_T]:
    """Make a dataclass that is frozen for the type checker alone.

    Freezing it at run time takes four fifths of the time of making one, and they are made by the
    hundred thousand.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


@_record
class Annotation:  # noqa: PLW1641  # the dataclass makes its hash
    """One annotation of a layer; never changed, only replaced.

    `fragments` are sorted, not empty and do not overlap one another; more than one: discontinuous.
    `links` are an event's arguments, a relation's two ends, a cluster's members. `origin` names the
    program that made an accepted suggestion; empty when made by hand. `rank` is the place in the
    layer's order: the layer gives it, and an undone removal comes back to it; two annotations that
    differ in nothing else are equal.
    """

    id: str
    kind: Kind
    label: str
    fragments: tuple[Fragment, ...] = ()
    links: tuple[Link, ...] = ()
    attributes: Mapping[str, AttributeValue] = field(
        default_factory=dict[str, AttributeValue], hash=False
    )
    note: str = ""
    origin: str = ""
    rank: int = field(default=0, compare=False)

    def __eq__(self, other: object) -> bool:
        """Return whether nothing but the rank differs, not even the types of attributes' values."""
        if not isinstance(other, Annotation):
            return NotImplemented
        return (
            self.id == other.id
            and self.kind == other.kind
            and self.label == other.label
            and self.fragments == other.fragments
            and self.links == other.links
            and self.note == other.note
            and self.origin == other.origin
            and self.attributes == other.attributes
            and all(
                type(value) is type(other.attributes[name])
                for name, value in self.attributes.items()
            )
        )

    @property
    def start(self) -> int:
        """The offset of the first character, or -1 without fragments."""
        return self.fragments[0].start if self.fragments else -1

    @property
    def end(self) -> int:
        """The offset after the last character, or -1 without fragments."""
        return self.fragments[-1].end if self.fragments else -1

    def text_in(self, text: str) -> str:
        """Return the annotated words: the fragments joined by one space."""
        if len(self.fragments) == 1:
            start, end = self.fragments[0]
            return text[start:end]
        return " ".join(text[start:end] for start, end in self.fragments)

    def targets(self) -> tuple[str, ...]:
        """Return the ids this annotation links to, each once, in order."""
        return tuple(dict.fromkeys(link.target for link in self.links))


def merged(fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
    """Return `fragments` sorted, with overlapping and touching ones joined."""
    result: list[Fragment] = []
    for start, end in sorted(fragments):
        if result and start <= result[-1].end:
            result[-1] = Fragment(result[-1].start, max(result[-1].end, end))
        else:
            result.append(Fragment(start, end))
    return tuple(result)
