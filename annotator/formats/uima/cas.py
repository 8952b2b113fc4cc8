"""A CAS as a file has it: its texts, and feature structures that refer to one another."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from annotator.formats.uima.types import TypeSystem
from annotator.model.annotation import AttributeValue

INITIAL_VIEW = "_InitialView"
"""The view that text and annotations are in, where there is no other."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The value of a feature that is another feature structure."""

    id: int


Item: TypeAlias = AttributeValue | Reference
Value: TypeAlias = Item | tuple[Item, ...]


@dataclass(slots=True, eq=False)
class Structure:
    """A feature structure: its id in the file, type, place, and the values of its features.

    Offsets among the values are as in the file, in UTF-16 units.
    """

    id: int
    type: str
    where: str
    values: dict[str, Value] = field(default_factory=dict[str, Value])


class Sofa(NamedTuple):
    """A text that annotations lie on: its id in the file, the name of its view."""

    id: int
    view: str
    text: str | None


@dataclass(slots=True, eq=False)
class Cas:
    """All feature structures of a file by their ids, its type system and its texts."""

    types: TypeSystem
    structures: dict[int, Structure] = field(default_factory=dict[int, Structure])
    sofas: dict[int, Sofa] = field(default_factory=dict[int, Sofa])

    def at(self, value: Value | None) -> Structure | None:
        """Return the feature structure that `value` refers to; None where it is none."""
        return self.structures.get(value.id) if isinstance(value, Reference) else None

    def items(self, value: Value | None) -> Iterator[Item]:
        """Yield the items of an array or list: a value itself, or feature structures."""
        if isinstance(value, tuple):
            yield from value
        seen: set[int] = set()
        structure = self.at(value)
        while structure and structure.id not in seen:
            seen.add(structure.id)
            elements, head = structure.values.get("elements"), structure.values.get("head")
            if isinstance(elements, tuple):
                yield from elements
            if head is not None and not isinstance(head, tuple):
                yield head
            structure = self.at(structure.values.get("tail"))
