"""What stands out: what is selected or under the pointer, and what goes with it. No Qt here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotator.model.annotation import MEMBER, Kind
from annotator.model.layer import Layer
from annotator.ui.canvas.marks import Arc


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Which annotations and arcs stand out among all that are shown."""

    focused: str = ""
    """The annotation in focus, or empty."""
    selected: frozenset[str] = frozenset()
    seeds: frozenset[str] = frozenset()
    """What is selected or under the pointer."""
    related: frozenset[str] = frozenset()
    """The other ends of the arcs that stand out."""
    arcs: bool = False
    """Whether any arc stands out, so that the others step back."""
    chains: tuple[tuple[str, ...], ...] = ()
    """The members of each coreference cluster to be joined, in the order of the text."""
    fitting: frozenset[str] | None = None
    """While a role is filled: what may fill it; the others step back."""
    hints: Mapping[str, str] = field(default_factory=dict[str, str])
    """While a role is filled: the letters to type, by annotation."""

    def lights(self, arc: Arc) -> bool:
        """Return whether `arc` stands out."""
        return (
            arc.owner.id in self.seeds
            or arc.source in self.seeds
            or not self.seeds.isdisjoint(arc.targets)
        )

    def dims(self, id: str) -> bool:
        """Return whether the mention `id` steps back."""
        return self.fitting is not None and id not in self.fitting


def emphasis_of(
    layer: Layer, selected: tuple[str, ...], hovered: str, all_clusters: bool = False
) -> Emphasis:
    """Return what stands out with `selected` (the last in focus) and `hovered` (or empty)."""
    chosen = [id for id in selected if id in layer]
    seeds = {*chosen, *([hovered] if hovered in layer else [])}
    related: set[str] = set()
    clusters: dict[str, tuple[str, ...]] = {}
    for id in seeds:
        for each in (layer[id], *layer.linking_to(id)):
            if each.kind is Kind.CLUSTER:
                clusters[each.id] = _members(layer, each.id)
            elif each.links and (each.id == id or each.kind in (Kind.EVENT, Kind.RELATION)):
                related.update(each.targets() if each.id == id else (each.id,))
                if each.kind is Kind.RELATION:
                    related.update(each.targets())
    if all_clusters:
        clusters |= {each.id: _members(layer, each.id) for each in layer.of_kind(Kind.CLUSTER)}
    return Emphasis(
        focused=chosen[-1] if chosen else "",
        selected=frozenset(chosen),
        seeds=frozenset(seeds),
        related=frozenset(related - seeds),
        arcs=bool(related),
        chains=tuple(clusters[id] for id in sorted(clusters)),
    )


def _members(layer: Layer, cluster: str) -> tuple[str, ...]:
    links: Iterable[str] = (link.target for link in layer[cluster].links if link.role == MEMBER)
    return tuple(sorted(links, key=lambda each: layer[each].start))
