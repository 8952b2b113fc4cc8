"""Label Studio's tasks carry regions, relations, choices and people, and say what they can't."""

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.format import Losses, Parcel
from annotator.formats.label_studio.writing import (
    CLUSTERS,
    LABELS,
    LINKS,
    PROPERTIES,
    RELATIONS,
)
from annotator.formats.losses import UNMARKED_EVENTS
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark
from annotator.model.tagset import Attribute, EntityType, Tagset
from tests.formats.carrying import reduced
from tests.formats.json_mutations import assert_stands, mutated
from tests.formats.label_studio_tasks import (
    ARGUMENT,
    MEETING,
    MINIMAL,
    PLACE,
    TEXT,
    file,
    parcel_of,
    region,
    result,
    task,
)
from tests.formats.round_trip import RoundTrip, folder
from tests.formats.strategies import parcels

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
    whole = {Kind.EVENT: UNMARKED_EVENTS, Kind.RELATION: RELATIONS, Kind.CLUSTER: CLUSTERS}
    losses = Losses()
    left = carried(layer)
    for each in layer:
        if each.id not in left:
            losses[whole[each.kind]] += 1
            continue
        if each.kind in PLAIN:
            losses[PROPERTIES] += len(each.attributes) + bool(each.note) + bool(each.origin)
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


def written(*layers: Layer) -> tuple[dict[str, Any], Losses]:
    stream = io.BytesIO()
    losses = write([Parcel(layers[0].article, layers, "")], stream, "label-studio")
    return json.loads(stream.getvalue())[0], losses


def test_what_a_program_proposed_goes_out_as_its_prediction(tmp_path: Path) -> None:
    parcel = parcel_of(
        tmp_path, task(annotations=[], predictions=[{"model_version": "m", "result": [MEETING]}])
    )
    value, losses = written(*parcel.layers)
    assert value["annotations"] == []
    assert [each["model_version"] for each in value["predictions"]] == ["m"]
    assert losses == {}
    assert parcel_of(tmp_path, value).layers[0].reviewer == "m"


def test_a_relation_of_an_event_that_is_no_argument_comes_back(tmp_path: Path) -> None:
    parcel = parcel_of(tmp_path, task(MEETING, PLACE))
    links = (Link("from", "r1"), Link("to", "r2"))
    near = Annotation("R1", Kind.RELATION, "near", (), links)
    both = replace(near, id="R2", attributes={"direction": "bi"})
    layer = Layer(parcel.article, "lan", [*parcel.layers[0], near, both])
    value, losses = written(layer)
    assert losses == {}
    (back,) = parcel_of(tmp_path, value).layers
    assert [(each.links, each.attributes) for each in back.of_kind(Kind.RELATION)] == [
        (links, {}), (links, {"direction": "bi"}),
    ]  # fmt: skip
    assert back.of_kind(Kind.EVENT)[0].links == ()


def test_annotations_of_unusual_shape_are_lost_and_counted() -> None:
    annotations = [
        Annotation("T1", Kind.ENTITY, "LOC", (Fragment(0, 1),), (Link("of", "C1"),)),
        Annotation("R1", Kind.RELATION, "in", (Fragment(0, 1),)),
        Annotation("C1", Kind.CLUSTER, "Coreference", (), (Link("head", "T1"),)),
        Annotation("D1", Kind.DOCUMENT, "Politics", (Fragment(0, 1),)),
    ]
    value, losses = written(Layer(Article("a", TEXT), "lan", annotations))
    assert losses == {LINKS: 1, RELATIONS: 1, CLUSTERS: 1, LABELS: 1}
    assert [each["id"] for each in value["annotations"][0]["result"]][:-2] == ["T1"]


def test_nobody_whom_label_studio_may_not_know_is_named_as_a_user() -> None:
    value, _ = written(Layer(Article("a", TEXT), "lan", (), Status.DONE, curated=True))
    (annotation,) = value["annotations"]
    assert annotation == {
        "result": [
            {"id": "text:reviewer", "from_name": "reviewer", "to_name": "text", "type": "textarea",
             "value": {"text": ["lan"]}},
            {"id": "text:status", "from_name": "status", "to_name": "text", "type": "choices",
             "value": {"choices": ["done"]}},
        ],
        "ground_truth": True,
    }  # fmt: skip


def test_metadata_that_data_have_no_key_for_are_apart(tmp_path: Path) -> None:
    article = Article("a", TEXT, {"text": 1, "id": 2, "metadata": 3, "": 4, "url": 5})
    value, _ = written(Layer(article, "lan"))
    assert value["data"] == {
        "text": TEXT, "id": "a", "url": 5, "metadata": {"text": 1, "id": 2, "metadata": 3, "": 4},
    }  # fmt: skip
    assert parcel_of(tmp_path, value).article == article


def test_ids_that_label_studio_would_cut_are_others(tmp_path: Path) -> None:
    article = Article("a", TEXT)
    mentions = [Annotation(id, Kind.ENTITY, "X", (Fragment(0, 1),)) for id in ("a#1", "region-1")]
    value, _ = written(Layer(article, "lan", mentions))
    ids = [each["id"] for each in value["annotations"][0]["result"]]
    assert ids[:2] == ["region-2", "region-1"]


def names_of(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    controls = [each for each in root.iter() if each.get("toName") == "text"]
    names = {each.get("name", ""): each for each in controls}
    assert len(names) == len(controls)
    return names


@given(parcels())
def test_the_interface_has_every_control_and_label_that_results_name(written: list[Parcel]) -> None:
    tagset = Tagset(
        entities=(EntityType("LOC"), EntityType("PER")),
        attributes=(Attribute("a", ("LOC",), ("b", "c")), Attribute("đồng", (), (True, False))),
    )
    with folder() as place:
        write(written, place / "out", "label-studio", tagset)
        root = ElementTree.fromstring((place / "out" / "config.xml").read_bytes())
        tasks = json.loads((place / "out" / "tasks.json").read_text(encoding="utf-8"))
    controls = names_of(root)
    relations = {each.get("value") for each in root.iter("Relation")}
    for each in (item for one in tasks for said in one["annotations"] for item in said["result"]):
        if each["type"] == "relation":
            assert set(each["labels"]) <= relations
            continue
        control = controls[each["from_name"]]
        assert control.tag.lower() == each["type"]
        if each["type"] in ("labels", "choices"):
            assert set(each["value"][each["type"]]) <= {choice.get("value") for choice in control}


REFUSED = [
    (3, "The task has a value of the wrong type: it must be of type object."),
    ({"data": [], "annotations": []}, "data has a value of the wrong type"),
    ({"data": {}, "annotations": []}, "There is no text in data."),
    ({"data": {"a": "x", "b": "y"}}, "There are several texts in data: a, b. Rename the one that "),
    ({"data": {"text": TEXT}, "annotations": {}}, "annotations has a value of the wrong type"),
    ({"data": {"text": TEXT}, "annotations": [1]}, "annotations[0] has a value of the wrong type"),
    (task(3), "annotations[0].result[0] has a value of the wrong type"),
    (task({}), "annotations[0].result[0].type is missing."),
    (task({**MEETING, "value": 1}), "annotations[0].result[0].value has a value of the wrong type"),
    (task({**MEETING, "id": []}), "annotations[0].result[0].id has a value of the wrong type"),
    (task(region("a", 5, 2, "X")), "The fragment 5–2 of a is empty or reversed."),
    (task(region("a", -1, 2, "X")), "The fragment -1–2 of a lies outside the text"),
    (task(region("a", 1, 10**18, "X")), f"The fragment 1–{10**18} of a lies outside the text"),
    (
        task(result("label", "labels", start=1, end="2", labels=["X"])),
        "annotations[0].result[0].value.end has a value of the wrong type",
    ),
    (
        task(result("label", "labels", start=0, end=1, labels=[1])),
        "annotations[0].result[0].labels has a value of the wrong type",
    ),
]


@pytest.mark.parametrize(("bad", "sentence"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_bad_task_is_named_and_the_others_go_in(tmp_path: Path, bad: Any, sentence: str) -> None:
    path = file(tmp_path, task(), bad, task(id=8))
    before, refused, after = (each for each in read(path) if not isinstance(each, Remark))
    assert isinstance(before, Parcel)
    assert isinstance(after, Parcel)
    assert isinstance(refused, AnnotatorError)
    assert str(refused).startswith(f"{path}:1: {sentence}")


FULL = task(
    MEETING, PLACE, ARGUMENT, result("Tense", "choices", "r1", choices=["past"]),
    result("cluster", "textarea", "r1", text=["1"]), result("mood", "choices", choices=["good"]),
    {**MEETING, "id": "r3", "meta": {"fragments": [[2, 3], [4, 5]], "origin": "x"}},
)  # fmt: skip


@given(mutated(FULL, MINIMAL, {**FULL, "predictions": [{"model_version": "m", "result": [PLACE]}]}))
def test_a_task_with_anything_in_any_place_is_read_or_refused(task: str) -> None:
    assert_stands(f"[{task}]", "label-studio", "a.json")


@given(st.binary(max_size=60).map(lambda data: b"[" + data))
def test_rubbish_is_refused(data: bytes) -> None:
    assert_stands(data, "label-studio", "a.json")
