"""doccano's lines carry everything, in its own units, and come back edited or not."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import doccano_offsets
from annotator.formats.format import UNNAMED, Parcel
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark
from tests.formats.json_mutations import assert_stands, mutated, sentences
from tests.formats.round_trip import RoundTrip, read_all

TEXT = "Họp ở Lạng Sơn."
SPANS = {"id": 7, "text": TEXT, "label": [[6, 14, "LOC"]], "Comments": []}
RELATIONS = {
    "id": 8,
    "text": TEXT,
    "entities": [
        {"id": 31, "label": "EVENT", "start_offset": 0, "end_offset": 3},
        {"id": 32, "label": "LOC", "start_offset": 6, "end_offset": 14},
    ],
    "relations": [{"id": 5, "from_id": 31, "to_id": 32, "type": "Place"}],
    "Comments": [{"id": 1, "comment": "Đúng chưa?"}],
    "url": "https://…",
}
EMOJI = "👩👩 Họp ở Lạng Sơn, Ho\u0323\u0302i nghi\u0323 ở\r\nHà Nội."


class TestRoundTrip(RoundTrip):
    format = "doccano"
    out = "out.jsonl"
    keeps_ids = False


def file(tmp_path: Path, *values: Any) -> Path:
    path = tmp_path / "all.jsonl"
    lines = (each if isinstance(each, str) else json.dumps(each) for each in values)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def shown(parcel: Parcel) -> list[str]:
    (layer,) = parcel.layers
    return [f"{each.kind} {each.label} {each.text_in(parcel.article.text)}" for each in layer]


def written(*parcels: Parcel) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    write(parcels, stream, "doccano")
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def in_units(text: str, unit: str) -> tuple[int, int, str]:
    """Return where `Hà Nội` stands, as doccano has it when it counts in `unit`."""
    at = text.index("Hà Nội")
    before = {
        "points": at,
        "utf-16": len(text[:at].encode("utf-16-le")) // 2,
        "clusters": at - 3 - 1,  # three accents, and a line end of two characters
    }
    return before[unit], before[unit] + 6, "LOC"


def test_spans_are_mentions_of_whom_nobody_named(tmp_path: Path) -> None:
    (parcel,) = read_all(file(tmp_path, SPANS))
    assert parcel.article == Article("7", TEXT, {})
    assert shown(parcel) == ["entity LOC Lạng Sơn"]
    assert (parcel.layers[0].reviewer, parcel.layers[0].status) == (UNNAMED, Status.NEW)


def test_entities_and_relations_refer_to_each_other_by_id(tmp_path: Path) -> None:
    (parcel,) = read_all(file(tmp_path, RELATIONS))
    assert parcel.article.metadata == {
        "Comments": [{"id": 1, "comment": "Đúng chưa?"}], "url": "https://…",
    }  # fmt: skip
    event, place, relation = parcel.layers[0]
    assert relation.label == "Place"
    assert relation.links == (Link("from", event.id), Link("to", place.id))


@pytest.mark.parametrize(
    ("more", "labels"),
    [
        ({"label": ["Chính trị", "Thể thao"]}, ["document Chính trị ", "document Thể thao "]),
        ({"label": "Chính trị"}, ["document Chính trị "]),
        ({"label": 3}, ["document 3 "]),
        ({"entities": [[0, 3, "M"]], "cats": ["Thơ"]}, ["entity M Họp", "document Thơ "]),
        ({"labels": [[0, 3, "M"]]}, ["entity M Họp"]),
        ({"label": None}, []),
    ],
)  # fmt: skip
def test_labels_are_read_from_wherever_doccano_has_them(
    tmp_path: Path, more: dict[str, Any], labels: list[str]
) -> None:
    path = file(tmp_path, {"text": TEXT, **more})
    (parcel,) = read_all(path, "doccano")
    assert parcel.article.id == "all-1"
    assert shown(parcel) == labels


def test_an_array_is_read_as_lines_are(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_text(json.dumps([SPANS, RELATIONS]), encoding="utf-8")
    assert [each.article.id for each in read_all(path)] == ["7", "8"]


def test_the_reviewer_is_named_by_old_files(tmp_path: Path) -> None:
    old = {"doc_id": 3, "text": TEXT, "entities": [[0, 3, "M"]], "username": "lan", "metadata": {}}
    (parcel,) = read_all(file(tmp_path, old))
    assert parcel.layers[0].reviewer == "lan"
    assert parcel.article.metadata == {"doc_id": 3, "metadata": {}}


def test_files_of_two_members_are_two_layers_on_the_same_article(tmp_path: Path) -> None:
    path = file(tmp_path, SPANS)
    parcels = [*read(path, reviewer="lan"), *read(path, reviewer="mai")]
    articles = {each.article for each in parcels if isinstance(each, Parcel)}
    assert len(articles) == 1


def test_every_line_has_the_keys_of_every_other(tmp_path: Path) -> None:
    """doccano makes a table of them: what a line lacks becomes a NaN in its metadata."""
    article, other = Article("a", TEXT, {"title": "x"}), Article("b", TEXT, {"url": "y"})
    mention = Annotation("T1", Kind.ENTITY, "LOC", (Fragment(6, 14),), note="hm")
    first, second, third = written(
        Parcel(article, (Layer(article, "lan", [mention]), Layer(article, "mai")), ""),
        Parcel(other, (), ""),
    )
    assert list(first) == list(second) == list(third)
    assert third["annotator/1"]["reviewer"] is None


def test_ids_are_numbers_of_which_the_file_has_each_once() -> None:
    article = Article("a", TEXT)
    mentions = [Annotation(f"T{n}", Kind.ENTITY, "LOC", (Fragment(6, 14),)) for n in range(3)]
    links = (Link("from", "T0"), Link("to", "T1"))
    layer = Layer(article, "lan", [*mentions, Annotation("R1", Kind.RELATION, "in", (), links)])
    lines = written(Parcel(article, (layer,), ""), Parcel(Article("b", TEXT), (layer,), ""))
    ids = [each["id"] for line in lines for each in (*line["entities"], *line["relations"])]
    assert ids == list(range(1, 9))
    assert lines[0]["relations"] == [{"id": 4, "from_id": 1, "to_id": 2, "type": "in"}]


def test_offsets_are_written_as_doccano_counts_them() -> None:
    article = Article("a", EMOJI)
    at = EMOJI.index("Hà Nội")
    layer = Layer(article, "lan", [Annotation("T1", Kind.ENTITY, "LOC", (Fragment(at, at + 6),))])
    (line,) = written(Parcel(article, (layer,), ""))
    (entity,) = line["entities"]
    assert (entity["start_offset"], entity["end_offset"]) == in_units(EMOJI, "utf-16")[:2]
    assert entity["start_offset"] == at + 2
    assert line["annotator/1"]["offsets"] == "UTF-16 units"


@pytest.mark.parametrize(
    ("unit", "name"),
    [("points", "code points"), ("utf-16", "UTF-16 units"), ("clusters", "grapheme clusters")],
)
def test_what_a_file_counts_is_found_out(tmp_path: Path, unit: str, name: str) -> None:
    plain = {"text": TEXT, "label": [[6, 14, "LOC"], [0, 3, "M"]]}
    path = file(tmp_path, plain, {"text": EMOJI, "label": [in_units(EMOJI, unit)]})
    remark, first, second = read(path)
    assert isinstance(remark, Remark)
    assert str(remark) == (
        f"{path}: The file does not say what its offsets count. They are read as {name}: so 1 of 1 "
        "mentions after characters like 👩 begin and end where words do."
    )
    assert isinstance(first, Parcel)
    assert isinstance(second, Parcel)
    assert shown(first) == ["entity LOC Lạng Sơn", "entity M Họp"]
    assert shown(second) == ["entity LOC Hà Nội"]


def test_most_mentions_tell_what_a_file_counts(tmp_path: Path) -> None:
    good, odd = "👩 " + "a đi. " * 3, "👩👩👩 a"
    lines = [{"text": good, "label": [[3, 4, "X"]]}] * 3 + [{"text": odd, "label": [[4, 5, "X"]]}]
    remark, *_ = read(file(tmp_path, *lines), "doccano")
    assert "UTF-16 units: so 3 of 4" in str(remark)


def test_where_all_units_do_equally_well_it_is_what_doccano_itself_does(tmp_path: Path) -> None:
    remark, parcel = read(file(tmp_path, {"text": "👩 a b", "label": [[3, 4, "X"]]}))
    assert "UTF-16 units: so 1 of 1" in str(remark)
    assert isinstance(parcel, Parcel)
    assert shown(parcel) == ["entity X a"]


def test_nothing_is_said_where_the_units_are_the_same(tmp_path: Path) -> None:
    lines = [
        {"text": EMOJI, "label": [[0, 1, "X"]][:0]},
        {"text": f"{TEXT} 👩", "label": [[0, 3, "M"]]},
    ]
    assert sentences(file(tmp_path, *lines), "doccano") == []


def test_some_mentions_are_enough_to_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doccano_offsets, "_ENOUGH", 1)
    line = {"text": EMOJI, "label": [in_units(EMOJI, "points")]}
    remark, *_ = read(file(tmp_path, line, line, line))
    assert "so 1 of 1 mentions" in str(remark)


def test_what_was_changed_in_doccano_comes_back_so(tmp_path: Path) -> None:
    article = Article("a", TEXT, {"title": "x"})
    event = Annotation("E1", Kind.EVENT, "Meeting", (Fragment(0, 3),), (Link("Place", "T1"),))
    place = Annotation("T1", Kind.ENTITY, "LOC", (Fragment(6, 10),), note="?")
    layer = Layer(article, "lan", [event, place], Status.STARTED)
    (line,) = written(Parcel(article, (layer,), ""))
    exported = {"id": 1, **line}  # where doccano puts its own, which metadata override
    for number, entity in enumerate(exported["entities"]):
        entity["id"] = 900 + number
    exported["relations"] = [{"id": 77, "from_id": 900, "to_id": 901, "type": "Place"}]
    exported["entities"][1]["end_offset"] = 14
    exported["Comments"] = [{"id": 1, "comment": "xong"}]
    (parcel,) = read_all(file(tmp_path, exported))
    assert parcel.article == Article("a", TEXT, {"title": "x", "Comments": exported["Comments"]})
    (back,) = parcel.layers
    assert (back.reviewer, back.status) == ("lan", Status.STARTED)
    assert shown(parcel) == ["event Meeting Họp", "entity LOC Lạng Sơn"]
    assert [each.note for each in back] == ["", "?"]
    assert back.of_kind(Kind.EVENT)[0].links == (Link("Place", "T1"),)


def test_what_was_removed_in_doccano_is_told(tmp_path: Path) -> None:
    article = Article("a", TEXT)
    place = Annotation("T1", Kind.ENTITY, "LOC", (Fragment(6, 14),), note="?")
    (line,) = written(Parcel(article, (Layer(article, "lan", [place]),), ""))
    path = file(tmp_path, {**line, "entities": []})
    (sentence,) = sentences(path, "doccano")
    assert sentence.startswith("1: 1 of the things that Annotator had noted here were left out:")


def test_what_was_annotated_of_nobody_is_of_somebody(tmp_path: Path) -> None:
    (line,) = written(Parcel(Article("a", TEXT), (), ""))
    entity = {"id": 1, "label": "LOC", "start_offset": 6, "end_offset": 14}
    (parcel,) = read(file(tmp_path, {**line, "entities": [entity]}), reviewer="mai")
    assert isinstance(parcel, Parcel)
    assert [each.reviewer for each in parcel.layers] == ["mai"]


@pytest.mark.parametrize(
    ("to", "shown"), [(99, "99"), (True, "true"), ("1", '"1"'), (None, "null")]
)
def test_a_relation_to_nothing_is_left_out_and_told(tmp_path: Path, to: Any, shown: str) -> None:
    lost = {"id": 6, "from_id": 31, "to_id": to, "type": "Place"}
    first = {"id": 1, "label": "LOC", "start_offset": 6, "end_offset": 14}
    entities = [*RELATIONS["entities"], first]
    path = file(
        tmp_path, {**RELATIONS, "entities": entities, "relations": [*RELATIONS["relations"], lost]}
    )
    error, parcel = read(path)
    assert str(error) == (
        f"{path}:1: relations[1] was left out: it leads from 31 to {shown}, and both must be "
        "entities."
    )
    assert isinstance(parcel, Parcel)
    assert len(parcel.layers[0]) == 4


def spans(*values: Any) -> dict[str, Any]:
    return {"text": TEXT, "label": list(values)}


REFUSED = [
    ({"label": []}, "text is missing."),
    ({"text": 1, "label": []}, "text has a value of the wrong type: it must be of type string."),
    ({"text": TEXT, "label": {}}, "label has a value of the wrong type: it must be of type array."),
    ({"text": TEXT, "id": [], "label": []}, "id has a value of the wrong type"),
    (spans([6, 14]), "label[0] must be a start, an end and a label."),
    (spans([6, 14, ""]), "label[0].label is empty."),
    (spans([6, 14, 1]), "label[0].label has a value of the wrong type"),
    (spans([6, "14", "LOC"]), "label[0].end_offset has a value of the wrong type"),
    (spans([6, 14.0, "LOC"]), "label[0].end_offset has a value of the wrong type"),
    (spans([True, 14, "LOC"]), "label[0].start_offset has a value of the wrong type"),
    (spans([14, 6, "LOC"]), "The fragment 14–6 of T1 is empty or reversed."),
    (spans([-3, 6, "LOC"]), "The fragment -3–6 of T1 lies outside the text"),
    (spans([6, 10**18, "LOC"]), f"The fragment 6–{10**18} of T1 lies outside the text"),
    (spans(1.5), "label[0] has a value of the wrong type: it must be of type object."),
    (spans(""), "label[0] is empty."),
    ({**RELATIONS, "entities": RELATIONS["entities"] * 2}, "Two annotations have the id 31."),
    ({**RELATIONS, "relations": [{"from_id": 31}]}, "relations[0].type has a value of the wrong"),
    ({**SPANS, "annotator/1": {"reviewer": " "}}, "reviewer is empty."),
    ({**RELATIONS, "relations": 1.5}, "relations has a value of the wrong type"),
    ({**SPANS, "annotator/1": {"offsets": "bytes"}}, "annotator/1.offsets is bytes, but must be "),
    ({**SPANS, "annotator/1": {"status": "good"}}, "The status good is none of new, started, "),
    ({**SPANS, "annotator/1": {"reviewer": 1}}, "reviewer has a value of the wrong type"),
    ({**SPANS, "annotator/1": 1}, "annotator/1 has a value of the wrong type"),
    (
        {"text": "👩", "label": [[1, 2, "X"]], "annotator/1": {"offsets": "UTF-16 units"}},
        "The offset 1, in UTF-16 units, lies inside a character.",
    ),
    ("[" * 100_000, "Lists and objects are nested more than 64 levels deep."),
    ('{"text": "a", "text": "b"}', "The key text is given twice in one object."),
    ('{"text": "a", "x": NaN}', "NaN is no number in JSON."),
    ('{"text": "a', "This is not JSON (column 12)"),
]


@pytest.mark.parametrize(("bad", "sentence"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_bad_line_is_named_and_the_others_go_in(tmp_path: Path, bad: Any, sentence: str) -> None:
    path = file(tmp_path, SPANS, bad, RELATIONS)
    before, refused, after = (each for each in read(path) if not isinstance(each, Remark))
    assert isinstance(before, Parcel)
    assert isinstance(after, Parcel)
    assert isinstance(refused, AnnotatorError)
    assert str(refused).startswith(f"{path}:2: {sentence}")


OURS = {
    "id": "a", "text": EMOJI, "relations": [{"id": 3, "from_id": 1, "to_id": 2, "type": "Place"}],
    "entities": [
        {"id": 1, "label": "Meeting", "start_offset": 5, "end_offset": 8},
        {"id": 2, "label": "LOC", "start_offset": 11, "end_offset": 19},
    ],
    "cats": ["Politics"], "metadata": {"title": "x"},
    "annotator/1": {
        "reviewer": "lan", "status": "done", "offsets": "UTF-16 units", "curated": True,
        "marks": [
            {"id": "E1", "label": "Meeting", "kind": "event", "start": 3, "end": 6},
            {"id": "T1", "label": "LOC", "start": 9, "end": 17, "fragments": [[9, 11], [13, 17]],
             "attributes": {"sure": True}, "note": "x", "origin": "y"},
        ],
        "arcs": [{"id": "R1", "label": "in", "from": "T1", "to": "E1"}],
        "clusters": [{"id": "C1", "label": "Coreference", "members": ["T1"]}],
        "labels": [{"id": "D1", "label": "Politics", "note": "x"}],
    },
}  # fmt: skip


@given(mutated(SPANS, RELATIONS, OURS))
def test_a_line_with_anything_in_any_place_is_read_or_refused(line: str) -> None:
    assert_stands(line, "doccano", "a.jsonl")


@given(st.binary(max_size=60))
def test_rubbish_is_refused(data: bytes) -> None:
    assert_stands(data, "doccano", "a.jsonl")
