"""What stands out: what is selected or under the pointer, and what goes with it. No Qt here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from annotator.model.annotation import MEMBER, Annotation, Kind
from annotator.model.layer import Layer
from annotator.ui.canvas.marks import Arc

STEPPED_BACK = 0.3
"""Opacity of what is not meant, while something else is."""

Chain: TypeAlias = tuple[int, ...]
"""Where the members of a cluster begin, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Which annotations and arcs stand out among all that are shown."""

    focused: str = ""
    """The annotation in focus, or empty."""
    suggested: str = ""
    """The suggestion in focus, or empty."""
    selected: frozenset[str] = frozenset()
    seeds: frozenset[str] = frozenset()
    """What is selected or under the pointer."""
    related: frozenset[str] = frozenset()
    """The other ends of the arcs that stand out."""
    arcs: bool = False
    """Whether any arc stands out, so that the others step back."""
    chains: tuple[Chain, ...] = ()
    """The coreference clusters whose members are joined."""
    fitting: frozenset[str] | None = None
    """While a role is filled: what may fill it; the others step back."""
    hints: Mapping[str, str] = field(default_factory=dict[str, str])
    """While a role is filled: the letters to type, by annotation."""

    def differs(self, other: "Emphasis") -> frozenset[str]:
        """Return the annotations that stand out in another way in `other`, or only in one."""
        focus = frozenset((self.focused,)) ^ frozenset((other.focused,))
        return (
            focus - {""}
            | (self.selected ^ other.selected)
            | (self.seeds ^ other.seeds)
            | (self.related ^ other.related)
        )

    @property
    def reaches(self) -> bool:
        """Whether more looks different than the annotations that stand out."""
        return self.arcs or bool(self.chains) or self.fitting is not None

    def lights(self, arc: Arc) -> bool:
        """Return whether `arc` stands out."""
        if arc.suggested:
            return arc.suggested == self.suggested
        return (
            arc.owner.id in self.seeds
            or arc.source in self.seeds
            or not self.seeds.isdisjoint(arc.targets)
        )

    def dims(self, id: str) -> bool:
        """Return whether the mention `id` steps back."""
        return self.fitting is not None and id not in self.fitting


def emphasis_of(
    layer: Layer, selected: tuple[str, ...], hovered: str, chains: tuple[Chain, ...] | None = None
) -> Emphasis:
    """Return what stands out with `selected` (the last in focus) and `hovered` (or empty).

    `chains` are those of all clusters, if all are to be shown.
    """
    chosen = [id for id in selected if id in layer]
    seeds = {*chosen, *([hovered] if hovered in layer else [])}
    related: set[str] = set()
    clusters: dict[str, Chain] = {}
    for id in seeds:
        for each in (layer[id], *layer.linking_to(id)):
            if each.kind is Kind.CLUSTER:
                clusters[each.id] = _chain(layer, each)
            elif each.links and (each.id == id or each.kind in (Kind.EVENT, Kind.RELATION)):
                related.update(each.targets() if each.id == id else (each.id,))
                if each.kind is Kind.RELATION:
                    related.update(each.targets())
    return Emphasis(
        focused=chosen[-1] if chosen else "",
        selected=frozenset(chosen),
        seeds=frozenset(seeds),
        related=frozenset(related - seeds),
        arcs=bool(related),
        chains=tuple(clusters[id] for id in sorted(clusters)) if chains is None else chains,
    )


def chains_of(layer: Layer) -> tuple[Chain, ...]:
    """Return the chains of all clusters of `layer`."""
    return tuple(_chain(layer, each) for each in layer.of_kind(Kind.CLUSTER))


def _chain(layer: Layer, cluster: Annotation) -> Chain:
    members = (layer[link.target] for link in cluster.links if link.role == MEMBER)
    return tuple(sorted(each.start for each in members if each.fragments))
