"""What several reviewers made of one article, laid side by side: who made what, who did not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from annotator.model.annotation import Annotation, Kind, Link, typed
from annotator.model.article import was_read
from annotator.model.layer import Layer
from annotator.pausing import pause
from annotator.suggest.suggestion import id_of


@dataclass(slots=True)
class Reading:
    """What one or more reviewers made: of the same kind, label and words.

    What has no words (a relation, a cluster, an event without a trigger) is the same where it leads
    to the same, too. `made` has the annotation of each reviewer who made it, by the reviewer.
    """

    id: str
    annotation: Annotation
    """That of the first one, with what all of them agree on of attributes and notes."""
    made: dict[str, Annotation] = field(default_factory=dict[str, Annotation])
    together: set[str] = field(default_factory=set[str])
    """The ids of those in its place that somebody made beside it."""


class Readings:
    """The readings of the layers that were worked on, in the order of the first who made each.

    Where one reviewer made the same twice, the second is a reading of its own.
    """

    def __init__(self, layers: Iterable[Layer], symmetric: frozenset[str] = frozenset()) -> None:
        self._symmetric = symmetric
        self.layers = {each.reviewer: each for each in layers if was_read(each.status, len(each))}
        self.by_id: dict[str, Reading] = {}
        self._ids: dict[str, dict[str, str]] = {}
        for reviewer, layer in self.layers.items():
            ids = self._ids[reviewer] = self.ids_in(layer)
            for annotation in layer:
                pause()
                self._add(reviewer, ids[annotation.id], annotation)
        for reviewer, layer in self.layers.items():
            self._pair(reviewer, layer)
        for each in self.by_id.values():
            pause()
            each.annotation = _agreed(each)

        self.clusters = [e for e in self.by_id.values() if e.annotation.kind is Kind.CLUSTER]

    @property
    def reviewers(self) -> Sequence[str]:
        """Who worked on the article."""
        return tuple(self.layers)

    def ids_in(self, layer: Layer) -> dict[str, str]:
        """Return the id of the reading that each annotation of `layer` is, by its own id."""
        found: dict[str, str] = {}
        times: dict[str, int] = {}
        for each in layer:
            pause()
            id = self._id(each, layer, 1)
            times[id] = times.get(id, 0) + 1
            found[each.id] = id if times[id] == 1 else self._id(each, layer, times[id])
        return found

    def target(self, reviewer: str, link: Link) -> str:
        """Return the id of the reading that a link of `reviewer` leads to."""
        return self._ids[reviewer][link.target]

    def otherwise(self, reading: Reading, reviewer: str) -> Iterator[Annotation]:
        """Yield what `reviewer`, who did not make `reading`, has there, and nobody beside it."""
        annotation, ids = reading.annotation, self._ids[reviewer]
        if annotation.fragments:
            for each in self.layers[reviewer].overlapping(annotation.start, annotation.end):
                if each.kind is annotation.kind and ids[each.id] not in reading.together:
                    yield each

    def _id(self, annotation: Annotation, layer: Layer, time: int) -> str:
        kind, fragments = annotation.kind, annotation.fragments
        label = annotation.label if time == 1 else f"{annotation.label} #{time}"
        if fragments or not annotation.links:
            return id_of(kind, label, fragments)
        swapped = kind is Kind.RELATION and annotation.label in self._symmetric
        ends = [
            f"{'' if swapped else role}={id_of(to.kind, to.label, to.fragments)}"
            for role, to in ((role, layer[target]) for role, target in annotation.links)
        ]
        return id_of(kind, " ".join((label, *sorted(ends))), ())

    def _add(self, reviewer: str, id: str, annotation: Annotation) -> None:
        reading = self.by_id.get(id)
        if reading is None:
            reading = self.by_id[id] = Reading(id, annotation)
        reading.made.setdefault(reviewer, annotation)

    def _pair(self, reviewer: str, layer: Layer) -> None:
        """Note which readings in one place `reviewer` made side by side."""
        ids = self._ids[reviewer]
        for each in layer:
            pause()
            if each.fragments:
                near = layer.overlapping(each.start, each.end)
                beside = {ids[other.id] for other in near if other.kind is each.kind}
                self.by_id[ids[each.id]].together |= beside - {ids[each.id]}


def _agreed(reading: Reading) -> Annotation:
    """Return the annotation of `reading` with the attributes and the note that all gave it."""
    first, *others = reading.made.values()
    attributes = {
        name: value
        for name, value in first.attributes.items()
        if all(typed(each.attributes.get(name)) == typed(value) for each in others)
    }
    note = first.note if all(each.note == first.note for each in others) else ""
    return replace(first, id=reading.id, attributes=attributes, note=note, links=())
