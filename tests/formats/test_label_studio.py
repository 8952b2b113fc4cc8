from collections.abc import Sequence
from dataclasses import replace

from annotator.formats.format import Losses, Parcel
from annotator.formats.label_studio_writing import LINKS
from annotator.formats.losses import (
    CLUSTERS,
    RELATIONS,
    UNMARKED_EVENTS,
    count_properties,
)
from annotator.model.annotation import Annotation, Kind
from annotator.model.layer import Layer
from tests.formats.carrying import reduced
from tests.formats.round_trip import RoundTrip

PLAIN = (Kind.RELATION, Kind.CLUSTER, Kind.DOCUMENT)


def is_marked(annotation: Annotation) -> bool:
    return annotation.kind in (Kind.ENTITY, Kind.EVENT) and bool(annotation.fragments)


def carried(layer: Layer) -> Layer:
    marked = {each.id for each in layer if is_marked(each)}

    def change(annotation: Annotation) -> Annotation | None:
        targets = set(annotation.targets())
        if is_marked(annotation):
            return annotation
        if annotation.kind is Kind.EVENT:
            return None
        if annotation.kind is Kind.RELATION and not targets <= marked:
            return None
        if annotation.kind is Kind.CLUSTER and not targets & marked:
            return None
        links = tuple(link for link in annotation.links if link.target in marked)
        return replace(annotation, links=links, attributes={}, note="", origin="")

    return reduced(layer, change)


def lost(layer: Layer) -> Losses:
    losses = Losses()
    left = carried(layer)
    for each in layer:
        if each.id not in left:
            losses[
                {Kind.EVENT: UNMARKED_EVENTS, Kind.RELATION: RELATIONS, Kind.CLUSTER: CLUSTERS}[
                    each.kind
                ]
            ] += 1
            continue
        if each.kind in PLAIN:
            count_properties(each, losses)
        losses[LINKS] += len(each.links) - len(left[each.id].links)
    return +losses


class _RoundTrip(RoundTrip):
    format = "label-studio"
    keeps_ids = False

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        return [each._replace(layers=tuple(map(carried, each.layers))) for each in written]

    def lost(self, written: Sequence[Parcel]) -> Losses:
        return sum((lost(layer) for each in written for layer in each.layers), Losses())


class TestFile(_RoundTrip):
    out = "out.json"


class TestFolder(_RoundTrip):
    out = "out"
