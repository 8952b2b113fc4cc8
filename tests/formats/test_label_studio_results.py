"""What Label Studio's tasks and results say is read, in whatever they count, or told."""

from pathlib import Path
from typing import Any

import pytest

from annotator.formats.format import UNNAMED, Parcel
from annotator.formats.reading import read
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from tests.formats.json_mutations import sentences
from tests.formats.label_studio_tasks import (
    ARGUMENT,
    MEETING,
    MINIMAL,
    PLACE,
    TEXT,
    file,
    layer_of,
    parcel_of,
    region,
    result,
    task,
)


def test_a_task_is_an_article_with_the_layer_of_who_completed_it(tmp_path: Path) -> None:
    parcel = parcel_of(tmp_path, task(MEETING, PLACE, ARGUMENT))
    assert parcel.article == Article("7", TEXT, {"title": "x"})
    (layer,) = parcel.layers
    assert (layer.reviewer, layer.status, layer.curated) == ("user 3", Status.DONE, False)
    assert list(layer) == [
        Annotation("r1", Kind.EVENT, "Meeting", (Fragment(2, 5),), (Link("Place", "r2"),)),
        Annotation("r2", Kind.ENTITY, "LOC", (Fragment(9, 17),), note="hm"),
    ]


def test_offsets_are_code_points_and_a_line_end_has_two(tmp_path: Path) -> None:
    """What Label Studio's editor makes of a text with an emoji and a line end before the region."""
    place = layer_of(tmp_path, PLACE)["r2"]
    assert place.text_in(TEXT) == "Lạng Sơn"
    assert sentences(file(tmp_path, task(PLACE)), "label-studio")[:-1] == []


def test_offsets_of_first_versions_are_utf_16_units(tmp_path: Path) -> None:
    old = [region("r1", 3, 6, "Meeting"), region("r2", 10, 18, "LOC")]
    for each, words in zip(old, ["Họp", "Lạng Sơn"], strict=True):
        each["value"]["text"] = words
    layer = layer_of(tmp_path, *old)
    assert [each.text_in(TEXT) for each in layer] == ["Họp", "Lạng Sơn"]
    assert sentences(file(tmp_path, task(*old)), "label-studio")[0] == (
        "1: The offsets count UTF-16 units, as those of Label Studio's first versions."
    )


def test_words_that_stand_nowhere_are_told(tmp_path: Path) -> None:
    wrong = region("r1", 2, 5, "Meeting")
    wrong["value"]["text"] = "hop"
    assert sentences(file(tmp_path, task(wrong, PLACE)), "label-studio")[0] == (
        "1: annotations[0].result[0].value.text is not what stands at its offsets, which were kept."
    )


def test_words_over_a_line_end_are_as_the_editor_writes_them(tmp_path: Path) -> None:
    over = region("r1", 6, 13, "X")
    assert over["value"]["text"] == r"ở\n\nLạng"
    assert sentences(file(tmp_path, task(over)), "label-studio")[:-1] == []
    assert layer_of(tmp_path, over)["r1"].text_in(TEXT) == "ở\r\nLạng"


@pytest.mark.parametrize(
    ("person", "reviewer"),
    [
        (None, UNNAMED),
        (3, "user 3"),
        ({"id": 3, "email": "lan@news.vn"}, "lan@news.vn"),
        ({"id": 3, "email": ""}, "user 3"),
        ("lan", "lan"),
    ],
)
def test_whose_a_layer_is(tmp_path: Path, person: Any, reviewer: str) -> None:
    annotation = {"completed_by": person, "result": []}
    (layer,) = parcel_of(tmp_path, task(annotations=[annotation])).layers
    assert layer.reviewer == reviewer


def test_annotations_drafts_and_predictions_are_layers(tmp_path: Path) -> None:
    annotations = [
        {"completed_by": 1, "result": [MEETING], "ground_truth": True},
        {"completed_by": 1, "result": []},
        {"completed_by": 2, "result": [], "was_cancelled": True},
    ]
    drafts = [{"user": "lan@news.vn", "result": [MEETING]}]
    predictions = [{"model_version": "ner-2", "result": [MEETING], "score": 0.5}, {"result": []}, 9]
    parcel = parcel_of(
        tmp_path, task(annotations=annotations, drafts=drafts, predictions=predictions)
    )
    assert [(each.reviewer, each.status, each.curated, len(each)) for each in parcel.layers] == [
        ("user 1", Status.DONE, True, 1),
        ("user 1 (2)", Status.DONE, False, 0),
        ("user 2", Status.NEW, False, 0),
        ("lan@news.vn", Status.STARTED, False, 1),
        ("ner-2", Status.NEW, False, 1),
        ("prediction", Status.NEW, False, 0),
    ]
    assert [each.origin for layer in parcel.layers for each in layer] == ["", "", "ner-2"]
    assert sentences(tmp_path / "export.json", "label-studio") == [
        "1: user 1 has another annotation of this task: its layer is called user 1 (2).",
        " What Label Studio notes for itself is not kept: predictions, score.",
    ]


def test_a_task_without_annotations_has_no_layer(tmp_path: Path) -> None:
    assert parcel_of(tmp_path, task(annotations=[])).layers == ()


@pytest.mark.parametrize(
    ("said", "attributes"),
    [
        (result("Tense", "choices", "r1", choices=["past"]), {"Tense": "past"}),
        (result("Tense", "choices", "r1", choices=["past", "far"]), {"Tense": "past, far"}),
        (result("sure", "choices", "r1", choices=["true"]), {"sure": True}),
        (result("who", "textarea", "r1", text=["a", "b"]), {"who": "a\nb"}),
        (result("who", "textarea", "r1", text="a"), {"who": "a"}),
        (result("n", "number", "r1", number=3), {"n": 3}),
        (result("stars", "rating", "r1", rating=3), {"stars": 3}),
        (result("kind", "taxonomy", "r1", taxonomy=[["a", "b"], ["c"]]), {"kind": "a/b, c"}),
        (result("choices:label", "choices", "r1", choices=["x"]), {"label": "x"}),
        (result("x", "pairwise", "r1", pairwise={"a": 1}), {"x": '{"a": 1}'}),
    ],
)
def test_what_is_said_of_a_region_is_an_attribute(
    tmp_path: Path, said: dict[str, Any], attributes: dict[str, Any]
) -> None:
    assert layer_of(tmp_path, said, MEETING)["r1"].attributes == attributes


def test_what_else_a_region_has_is_an_attribute(tmp_path: Path) -> None:
    meta = {"text": "a", "source": "b", "fragments": 1, "origin": 3}
    odd = {**MEETING, "meta": meta, "score": 0.5, "parentID": "r2", "readonly": False}
    found = layer_of(tmp_path, {**odd, "origin": "prediction"})["r1"]
    assert found.attributes == {"score": 0.5, "parentID": "r2", "source": "b", "fragments": 1}
    assert (found.note, found.origin) == ("a", "prediction")


def test_what_is_said_of_the_whole(tmp_path: Path) -> None:
    layer = layer_of(
        tmp_path,
        result("document", "choices", choices=["Politics"]),
        result("mood", "choices", choices=["good", "calm"]),
        result("topic", "taxonomy", taxonomy=[["News", "Local"]]),
        result("summary", "textarea", text=["short"]),
        result("stars", "rating", rating=4),
        result("reviewer", "textarea", text=["lan"]),
        result("status", "choices", choices=["locked"]),
    )
    assert [(each.label, dict(each.attributes), each.note) for each in layer] == [
        ("Politics", {}, ""),
        ("good", {"control": "mood"}, ""),
        ("calm", {"control": "mood"}, ""),
        ("News/Local", {"control": "topic"}, ""),
        ("summary", {}, "short"),
        ("stars", {"rating": 4}, ""),
    ]
    assert (layer.reviewer, layer.status) == ("lan", Status.LOCKED)


def test_a_region_with_several_labels_is_a_mention_for_each(tmp_path: Path) -> None:
    several = region("r1", 2, 5, "A")
    several["value"]["labels"] = ["A", "B"]
    relation = {"from_id": "r1", "to_id": "r2", "type": "relation"}
    layer = layer_of(tmp_path, several, PLACE, relation)
    assert [(each.id, each.label) for each in layer] == [
        ("r1", "A"), ("T1", "B"), ("r2", "LOC"), ("R1", "relation"),
    ]  # fmt: skip
    assert layer["R1"].links == (Link("from", "r1"), Link("to", "r2"))


@pytest.mark.parametrize(
    ("source", "direction", "links", "attributes"),
    [
        ("r3", "right", ("r3", "r2"), {}),
        ("r3", "left", ("r2", "r3"), {}),
        ("r3", "bi", ("r3", "r2"), {"direction": "bi"}),
        ("r1", "left", ("r2", "r1"), {}),
    ],
)
def test_relations_go_where_their_arrow_does(
    tmp_path: Path, source: str, direction: str, links: tuple[str, str], attributes: dict[str, Any]
) -> None:
    relation = {**ARGUMENT, "from_id": source, "direction": direction}
    layer = layer_of(tmp_path, MEETING, PLACE, region("r3", 0, 1, "PER"), relation)
    (found,) = layer.of_kind(Kind.RELATION)
    assert tuple(link.target for link in found.links) == links
    assert found.attributes == attributes


def test_clusters_are_named_at_their_members(tmp_path: Path) -> None:
    layer = layer_of(
        tmp_path,
        MEETING,
        PLACE,
        result("cluster", "textarea", "r1", text=["1", "2 Bridging"]),
        result("cluster", "textarea", "r2", text=["1"]),
    )
    assert [(each.label, each.targets()) for each in layer.of_kind(Kind.CLUSTER)] == [
        ("Coreference", ("r1", "r2")),
        ("Bridging", ("r1",)),
    ]


def test_a_region_may_not_have_labels_without_end(tmp_path: Path) -> None:
    labels = [str(n) for n in range(101)]
    path = file(tmp_path, task(result("label", "labels", "r9", start=0, end=1, labels=labels)))
    assert sentences(path, "label-studio")[0] == (
        "1: annotations[0].result[0] was left out: its region has too many labels."
    )


def test_a_value_that_is_given_again_and_again_is_told(tmp_path: Path) -> None:
    said = [result("who", "textarea", "r1", text=[str(n)]) for n in range(3)]
    (error, parcel, _) = read(file(tmp_path, task(MEETING, *said)))
    assert "annotations[0].result[3] was left out: its region has such a value al" in str(error)
    assert isinstance(parcel, Parcel)
    assert parcel.layers[0]["r1"].attributes == {"who": "0", "who (textarea)": "1"}


LEFT_OUT = [
    ({**PLACE, "type": "hypertextlabels"}, "it is a region of a page or picture, not of plain te"),
    (result("label", "labels", start="/p[1]", end="/p[2]", labels=["X"]), "it is a region of a "),
    (result("box", "rectanglelabels", x=1, rectanglelabels=["X"]), "it is a region of a page or p"),
    (result("label", "labels", start=0, end=1, labels=[]), "it is a region without a label."),
    (result("Tense", "choices", "r9", start=0, end=1, choices=["x"]), "it belongs to no region "),
    (result("Tense", "choices"), "its value is missing."),
    ({**ARGUMENT, "to_id": "r9"}, "it leads to no region with a label."),
]  # fmt: skip


@pytest.mark.parametrize(("bad", "sentence"), LEFT_OUT)
def test_what_is_no_plain_text_is_left_out_and_told(
    tmp_path: Path, bad: dict[str, Any], sentence: str
) -> None:
    (error, parcel, _) = read(file(tmp_path, task(MEETING, bad)))
    assert str(error).startswith(
        f"{tmp_path / 'export.json'}:1: annotations[0].result[1] was left out: {sentence}"
    )
    assert isinstance(parcel, Parcel)
    assert [each.label for each in parcel.layers[0]] == ["Meeting"]


def test_what_belongs_to_what_was_left_out_is_not_told_again(tmp_path: Path) -> None:
    page = {**PLACE, "type": "hypertextlabels"}
    said = result("Tense", "choices", "r2", start=0, end=1, choices=["x"])
    errors = sentences(file(tmp_path, task(MEETING, page, said, ARGUMENT)), "label-studio")
    assert len([each for each in errors if "left out" in each]) == 1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"Full_Text": TEXT, "n": 1}, Article("7", TEXT, {"n": 1})),
        ({"title": "x", "body": TEXT}, Article("7", TEXT, {"title": "x"})),
        ({"text": TEXT, "body": "y", "id": "a"}, Article("a", TEXT, {"body": "y"})),
        ({"text": TEXT, "id": 12}, Article("12", TEXT)),
        ({"text": TEXT, "metadata": {"id": "b"}}, Article("7", TEXT, {"id": "b"})),
        ({"text": TEXT, "metadata": 3}, Article("7", TEXT, {"metadata": 3})),
    ],
)
def test_the_text_is_found_among_the_data(
    tmp_path: Path, data: dict[str, Any], expected: Article
) -> None:
    assert parcel_of(tmp_path, task(PLACE, data=data)).article == expected


def test_keys_of_the_task_that_are_not_known_are_metadata(tmp_path: Path) -> None:
    more = {"meta": {}, "project": 4, "title": "of the task", "note": "y"}
    parcel = parcel_of(tmp_path, task(**more))
    assert parcel.article.metadata == {"title": "x", "task.title": "of the task", "note": "y"}
    assert sentences(tmp_path / "export.json", "label-studio") == [
        " What Label Studio notes for itself is not kept: id, lead_time, project."
    ]


def test_json_min_has_results_beside_the_data(tmp_path: Path) -> None:
    parcel = parcel_of(tmp_path, MINIMAL)
    assert parcel.article == Article("7", TEXT, {"title": "x", "topic": "Politics"})
    (layer,) = parcel.layers
    assert layer.reviewer == "user 3"
    assert [(each.kind, each.label, each.attributes) for each in layer] == [
        (Kind.ENTITY, "LOC", {}),
        (Kind.EVENT, "Meeting", {"who": "Lan"}),
        (Kind.DOCUMENT, "good", {"control": "mood"}),
        (Kind.DOCUMENT, "calm", {"control": "mood"}),
    ]
