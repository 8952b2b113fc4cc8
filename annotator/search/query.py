"""What is looked for, as a tree of conditions.

Conditions on annotations hold of one annotation, all others of the article and layer it is in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from annotator.model.annotation import Kind

Operator: TypeAlias = Literal[":", "=", "~"]
"""`:` has these words; `=` is just that; `~` has a match of this regular expression."""


@dataclass(frozen=True, slots=True)
class Words:
    """The article has these words one after another; `prefix`: the last one only begins so."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """The article has a match of a regular expression."""

    expression: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """The annotation is of `kind` (None: of any) and has the label (`*`: any)."""

    kind: Kind | None
    label: str


@dataclass(frozen=True, slots=True)
class Says:
    """A field compared with a value: `text`, `note`, `by`, `status`, `title`, `attribute.Tense`.

    Without operator: there is such a field.
    """

    field: str
    name: str
    operator: Operator | None
    value: str


@dataclass(frozen=True, slots=True)
class HasRole:
    """The annotation has the role `name` (`*`: any) filled, by one of which `filler` holds."""

    name: str
    filler: "Condition | None"


@dataclass(frozen=True, slots=True)
class Inside:
    """The annotation is linked to by one of which `outer` holds, or stands within its words."""

    outer: "Condition"


@dataclass(frozen=True, slots=True)
class Not:
    """`condition` does not hold."""

    condition: "Condition"


@dataclass(frozen=True, slots=True)
class And:
    """All `conditions` hold."""

    conditions: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """One of `conditions` holds."""

    conditions: "tuple[Condition, ...]"


Condition: TypeAlias = Words | Pattern | Labelled | Says | HasRole | Inside | Not | And | Or

OF_ANNOTATION = ("text", "note", "origin", "attribute")
OF_LAYER = ("by", "status")
OF_ARTICLE = ("title", "article", "meta")


def parts(condition: Condition) -> Iterator[Condition]:
    """Yield `condition` and, of `and`, `or` and `not`, those it is made of."""
    yield condition
    match condition:
        case Not(inner):
            yield from parts(inner)
        case And(conditions) | Or(conditions):
            for each in conditions:
                yield from parts(each)
        case _:
            pass


def asked_for(condition: Condition) -> list[Words | Pattern]:
    """Return the texts that are to be found, not those that are only ruled out."""
    match condition:
        case Words() | Pattern():
            return [condition]
        case And(conditions) | Or(conditions):
            return [text for each in conditions for text in asked_for(each)]
        case _:
            return []


def finds_annotations(condition: Condition) -> bool:
    """Return whether the hits are annotations; else they are stretches of text."""
    if any(_is_of_annotation(each) for each in parts(condition)):
        return True
    return not asked_for(condition)


def needs_layers(condition: Condition) -> bool:
    """Return whether the texts alone do not tell."""
    return finds_annotations(condition) or any(
        isinstance(each, Says) and each.field in OF_LAYER for each in parts(condition)
    )


def _is_of_annotation(condition: Condition) -> bool:
    match condition:
        case Labelled() | HasRole() | Inside():
            return True
        case Says(field):
            return field in OF_ANNOTATION
        case _:
            return False
