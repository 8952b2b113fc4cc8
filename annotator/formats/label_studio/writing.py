"""Annotations as results of Label Studio, and what these can't say."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count

from annotator.formats.format import Losses
from annotator.formats.label_studio.controls import (
    BOTH_WAYS,
    CLUSTER,
    CONTROL,
    DOCUMENT,
    ENTITY,
    EVENT,
    REVIEWER,
    STATUS,
    TEXT,
    TRUTHS,
    Used,
)
from annotator.formats.losses import UNMARKED_EVENTS
from annotator.formats.marks import Drawn, parts_of
from annotator.model.annotation import MEMBER, Annotation, AttributeValue, Kind
from annotator.model.article import Article, Json, Status
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.model.tagset import COREFERENCE

RELATIONS = message("relations whose ends are not marked in the text")
CLUSTERS = message("clusters of which nothing is marked in the text")
LABELS = message("labels on the whole article that have links or a place in the text")
LINKS = message("arguments and members that are not marked in the text")
PROPERTIES = message("attributes, notes and origins of relations, clusters, labels on the article")

_LOST = {
    Kind.EVENT: UNMARKED_EVENTS,
    Kind.RELATION: RELATIONS,
    Kind.CLUSTER: CLUSTERS,
    Kind.DOCUMENT: LABELS,
}

_NOT_IN_DATA = (TEXT, "id", "metadata", "")
"""Metadata that a task's data have no key for: they go into one called `metadata`."""

_SAFE_ID = re.compile(r"[\w.-]+")


def task_of(
    article: Article, layers: Iterable[Layer], number: int, used: Used, losses: Losses
) -> dict[str, Json]:
    """Return the task for `article`, the file's `number`th; notes in `used` what it needs.

    Counts in `losses` what results can't say.
    """
    annotations: list[Json] = []
    predictions: list[Json] = []
    for layer in layers:
        if _is_prediction(layer):
            results = _Results(article, (replace(each, origin="") for each in layer), used, losses)
            predictions.append({"model_version": layer.reviewer, "result": results.all()})
        else:
            results = _Results(article, layer, used, losses)
            said = [*results.all(), *_of_layer(layer)]
            annotations.append({"result": said, "ground_truth": layer.curated})
    return {
        "id": number,
        "annotations": annotations,
        "predictions": predictions,
        "data": _data(article),
    }


def _data(article: Article) -> dict[str, Json]:
    data: dict[str, Json] = {TEXT: article.text, "id": article.id}
    others: dict[str, Json] = {}
    for key, value in article.metadata.items():
        (others if key in _NOT_IN_DATA else data)[key] = value
    return {**data, "metadata": others} if others else data


def _is_prediction(layer: Layer) -> bool:
    """Return whether a program of the reviewer's name made all of it, and nobody went on."""
    origins = {each.origin for each in layer}
    return origins == {layer.reviewer} and layer.status is Status.NEW and not layer.curated


def _of_layer(layer: Layer) -> Iterator[Json]:
    yield _of_whole(REVIEWER, "textarea", {"text": [layer.reviewer]})
    yield _of_whole(STATUS, "choices", {"choices": [layer.status.value]})


def _of_whole(control: str, type: str, value: Mapping[str, Json]) -> dict[str, Json]:
    """Return a result on the whole text: its id is not that of a region, which has no colon."""
    return _result(f"text:{control}", control, type, value)


def _result(id: str, control: str, type: str, value: Mapping[str, Json]) -> dict[str, Json]:
    return {"id": id, "from_name": control, "to_name": TEXT, "type": type, "value": dict(value)}


class _Results:
    """The results that say what a layer holds."""

    def __init__(
        self, article: Article, annotations: Iterable[Annotation], used: Used, losses: Losses
    ) -> None:
        self._text = article.text
        self._used = used
        self._losses = losses
        self._parts = parts_of(annotations)
        self._ids = dict(self._region_ids())
        self._clusters: dict[str, list[str]] = defaultdict(list)
        for number, cluster in enumerate(self._kept_clusters(), 1):
            name = f"C{number}" if cluster.label == COREFERENCE else f"C{number} {cluster.label}"
            for link in cluster.links:
                self._clusters[link.target].append(name)
        if loose := sum(map(len, self._parts.loose.values())):
            losses[LINKS] += loose

    def _region_ids(self) -> Iterator[tuple[str, str]]:
        ids = {each.id for each in self._parts.marked}
        free = (id for number in count(1) if (id := f"region-{number}") not in ids)
        for id in (each.id for each in self._parts.marked):
            yield id, id if _SAFE_ID.fullmatch(id) else next(free)

    def _kept_clusters(self) -> Iterator[Annotation]:
        for each in self._parts.others:
            links = tuple(link for link in each.links if link.target in self._ids)
            plain = not each.fragments and all(link.role == MEMBER for link in each.links)
            if each.kind is Kind.CLUSTER and plain and links:
                if lost := len(each.links) - len(links):
                    self._losses[LINKS] += lost
                self._lose_properties(each)
                self._used.clusters = True
                yield replace(each, links=links)
            else:
                self._losses[_LOST[each.kind]] += 1

    def all(self) -> list[Json]:
        """Return the results, those of a region together, relations last."""
        regions = [result for each in self._parts.marked for result in self._region(each)]
        return [*regions, *self._documents(), *self._relations()]

    def _region(self, annotation: Annotation) -> Iterator[dict[str, Json]]:
        is_event = annotation.kind is Kind.EVENT
        label, id = annotation.label, self._ids[annotation.id]
        (self._used.events if is_event else self._used.entities)[label] = None
        stretch: dict[str, Json] = {"start": annotation.start, "end": annotation.end}
        words = self._text[annotation.start : annotation.end]
        value: dict[str, Json] = {**stretch, "text": words, "labels": [label]}
        region = _result(id, EVENT if is_event else ENTITY, "labels", value)
        region["origin"] = "prediction" if annotation.origin else "manual"
        if meta := _meta(annotation):
            region["meta"] = meta
        yield region
        for name, attribute in annotation.attributes.items():
            type = self._used.type_for(name, attribute)
            control = self._used.control(name, type)
            if type == "choices":
                self._used.chosen(control, _chosen(attribute))
            yield _result(id, control, type, {**stretch, **_value(type, attribute)})
        if names := self._clusters[annotation.id]:
            memberships: list[Json] = [*names]
            yield _result(id, CLUSTER, "textarea", {**stretch, "text": memberships})

    def _documents(self) -> Iterator[dict[str, Json]]:
        chosen: dict[str, list[Json]] = defaultdict(list)
        for each in self._parts.labels:
            control = each.attributes.get(CONTROL)
            known = isinstance(control, str) and self._used.may_hold_labels(control)
            self._lose_properties(_without(each, CONTROL) if known else each)
            name = str(control) if known else DOCUMENT
            chosen[name].append(each.label)
            self._used.documents.setdefault(name, {})[each.label] = None
        for name, labels in chosen.items():
            yield _of_whole(name, "choices", {"choices": labels})

    def _relations(self) -> Iterator[dict[str, Json]]:
        """Yield the relations, those between the same two regions as one.

        An event's relation, which is no argument, goes the other way: from its target, leftwards.
        """
        events = {each.id: each for each in self._parts.marked if each.kind is Kind.EVENT}
        labels: dict[tuple[str, str, str], list[Json]] = defaultdict(list)
        for arc in self._parts.arcs:
            source, target = self._ids[arc.source], self._ids[arc.target]
            if self._leads_both_ways(arc):
                labels[source, target, "bi"].append(arc.label)
            elif arc.relation and arc.source in events:
                labels[target, source, "left"].append(arc.label)
            else:
                labels[source, target, "right"].append(arc.label)
            if arc.relation:
                self._used.relations[arc.label] = None
            else:
                self._used.roles.setdefault(arc.label, {})[events[arc.source].label] = None
        for (source, target, direction), names in labels.items():
            yield {
                "from_id": source,
                "to_id": target,
                "type": "relation",
                "direction": direction,
                "labels": names,
            }

    def _leads_both_ways(self, arc: Drawn) -> bool:
        if arc.relation is None:
            return False
        name, value = BOTH_WAYS
        both = arc.relation.attributes.get(name) == value
        self._lose_properties(_without(arc.relation, name) if both else arc.relation)
        return both

    def _lose_properties(self, annotation: Annotation) -> None:
        lost = len(annotation.attributes) + bool(annotation.note) + bool(annotation.origin)
        if lost:
            self._losses[PROPERTIES] += lost


def _meta(annotation: Annotation) -> dict[str, Json]:
    """Return what a region's own notes say, which Label Studio keeps whatever they are."""
    meta: dict[str, Json] = {}
    if annotation.note:
        meta["text"] = [annotation.note]
    if annotation.origin:
        meta["origin"] = annotation.origin
    if len(annotation.fragments) > 1:
        meta["fragments"] = [[start, end] for start, end in annotation.fragments]
    return meta


def _value(type: str, value: AttributeValue) -> dict[str, Json]:
    if type == "number":
        return {"number": value}
    return {"choices": [_chosen(value)]} if type == "choices" else {"text": [str(value)]}


def _chosen(value: AttributeValue) -> str:
    return TRUTHS[value] if isinstance(value, bool) else str(value)


def _without(annotation: Annotation, attribute: str) -> Annotation:
    left = {name: value for name, value in annotation.attributes.items() if name != attribute}
    return replace(annotation, attributes=left)
