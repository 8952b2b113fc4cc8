"""The frame of an event: every role of its type, what fills it, what is missing or does not fit."""

from dataclasses import dataclass

from annotator.model.annotation import Annotation, Kind, Link
from annotator.model.layer import Layer
from annotator.model.tagset import Role, Tagset


@dataclass(frozen=True, slots=True)
class Filler:
    """One argument: the link, what it leads to, and whether the role may be filled so."""

    link: Link
    annotation: Annotation
    fits: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """One role of a frame. `declared` is False for a role that the event's type does not have."""

    role: Role
    fillers: tuple[Filler, ...]
    declared: bool = True

    @property
    def missing(self) -> int:
        """How many more fillers the role needs."""
        return max(0, self.role.min - len(self.fillers))

    @property
    def surplus(self) -> int:
        """How many fillers the role has more than it takes."""
        return 0 if self.role.max is None else max(0, len(self.fillers) - self.role.max)

    @property
    def right(self) -> bool:
        """Whether nothing is missing, too much or of the wrong type."""
        fits = all(filler.fits for filler in self.fillers)
        return self.declared and fits and not self.missing and not self.surplus


def frame(tagset: Tagset, layer: Layer, event: Annotation) -> list[Slot]:
    """Return the roles of the event's type in their order, then those it has beside them."""
    declared = tagset.event(event.label)
    roles = declared.roles if declared else ()
    known = {role.name for role in roles}
    strange = dict.fromkeys(link.role for link in event.links if link.role not in known)
    return [
        *(Slot(role, _fillers(tagset, layer, event, role)) for role in roles),
        *(Slot(Role(n), _fillers(tagset, layer, event, Role(n)), False) for n in strange),
    ]


def _fillers(tagset: Tagset, layer: Layer, event: Annotation, role: Role) -> tuple[Filler, ...]:
    targets = ((link, layer[link.target]) for link in event.links if link.role == role.name)
    return tuple(Filler(link, target, fits(tagset, target, role)) for link, target in targets)


def fits(tagset: Tagset, annotation: Annotation, role: Role) -> bool:
    """Return whether `annotation` is of a type that may fill `role`."""
    if not role.fillers:
        return True
    placed = annotation.kind in (Kind.ENTITY, Kind.EVENT)
    return placed and tagset.may_fill(annotation.label, role.fillers)
