"""Everything a user can do, as data: addresses, changes, edits. Undo passes through here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from annotator.model.annotation import Annotation
from annotator.model.article import Json, Status
from annotator.model.message import Message
from annotator.model.tagset import Tagset


class Subject(StrEnum):
    """What kind of thing an address points at, and so what its values are."""

    ANNOTATION = "annotation"
    """`Annotation` at (article, reviewer, key=id); None: absent."""
    STATUS = "status"
    """`Status` of the layer (article, reviewer); None: `new` and no layer yet."""
    CURATED = "curated"
    """`True` where the layer (article, reviewer) is the adjudicated one; None: it is not."""
    METADATA = "metadata"
    """JSON value of an article's metadata at `key`; None: absent."""
    ARTICLE = "article"
    """`True` where the article is in the list; None: removed (its rows stay, so undo is whole)."""
    TAGSET = "tagset"
    """`Tagset` of the project."""
    REFUSAL = "refusal"
    """`True` where (article, reviewer) has refused a suggestion at the place `key`; None: not."""


class Address(NamedTuple):
    """Where a change happens; the fields a subject does not need are empty."""

    subject: Subject
    article: str = ""
    reviewer: str = ""
    key: str = ""


Value: TypeAlias = "Annotation | Status | Tagset | Json"


class Change(NamedTuple):
    """One thing that becomes another: None before is an addition, None after a removal."""

    address: Address
    before: Value
    after: Value

    def inverse(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.address, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """One undoable step: a title and what it changes, in order.

    Consecutive edits with the same `gesture` (typing a note) are one step for undo and history.
    """

    title: Message
    changes: tuple[Change, ...]
    gesture: str = field(default="")

    def inverse(self) -> "Edit":
        """Return the edit that takes this one back, under the same title."""
        return Edit(self.title, tuple(change.inverse() for change in reversed(self.changes)))

    def layers(self) -> frozenset[tuple[str, str]]:
        """Return the (article, reviewer) pairs of the layers this edit changes."""
        return frozenset(
            (change.address.article, change.address.reviewer)
            for change in self.changes
            if change.address.reviewer
        )


def squashed(edits: Sequence[Edit]) -> Edit:
    """Return one edit that changes what `edits`, at least one, do one after the other.

    It has the title of the last one, and at each address what was there before and is there after
    them all, in the order in which the addresses were first changed; what comes back is left out.
    """
    ends: dict[Address, Change] = {}
    for change in (change for edit in edits for change in edit.changes):
        first = ends.setdefault(change.address, change)
        ends[change.address] = Change(change.address, first.before, change.after)
    changes = tuple(each for each in ends.values() if each.before != each.after)
    return Edit(edits[-1].title, changes)
