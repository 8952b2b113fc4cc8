"""Prodigy's tasks carry everything, with tokens and answers, and come back edited or not."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.format import UNNAMED, Parcel
from annotator.formats.marks import Mark
from annotator.formats.prodigy.tokens import Tokens
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark
from tests.formats.json_mutations import assert_stands, mutated, sentences
from tests.formats.round_trip import RoundTrip, read_all
from tests.formats.strategies import fragments, texts

TEXT = "👩 Họp ở Lạng Sơn."
SPANS = {
    "text": TEXT,
    "_input_hash": -11,
    "_task_hash": 22,
    "tokens": [
        {"text": "👩", "start": 0, "end": 1, "id": 0, "ws": True},
        {"text": "Họp", "start": 2, "end": 5, "id": 1, "ws": True},
        {"text": "ở", "start": 6, "end": 7, "id": 2, "ws": True},
        {"text": "Lạng", "start": 8, "end": 12, "id": 3, "ws": True},
        {"text": "Sơn", "start": 13, "end": 16, "id": 4, "ws": False},
        {"text": ".", "start": 16, "end": 17, "id": 5, "ws": False},
    ],
    "spans": [
        {"start": 8, "end": 16, "token_start": 3, "token_end": 4, "label": "LOC"},
        {"start": 2, "end": 5, "token_start": 1, "token_end": 1, "label": "M", "score": 0.5,
         "source": "vi_model", "pattern": None, "text": "Họp", "type": "span"},
    ],
    "_view_id": "ner_manual",
    "answer": "accept",
    "_timestamp": 1700000000,
    "_annotator_id": "news-lan",
    "_session_id": "news-lan",
    "meta": {"source": "made up"},
}  # fmt: skip
HEAD = {"start": 2, "end": 5, "token_start": 1, "token_end": 1, "label": "M"}
CHILD = {"start": 8, "end": 16, "token_start": 3, "token_end": 4, "label": "LOC"}
RELATION = {
    "head": 1, "child": 4, "head_span": HEAD, "child_span": CHILD, "color": "#fff", "label": "at",
}  # fmt: skip
LINKED = {**SPANS, "relations": [RELATION]}
OURS = {
    "id": "a", "text": TEXT, "meta": {"title": "x"}, "tokens": [], "spans": [HEAD, CHILD, CHILD],
    "relations": [{**RELATION, "child_span": {**CHILD, "nth": 1}}],
    "accept": ["Politics"], "options": [{"id": "Politics", "text": "Politics"}],
    "_annotator_id": "lan", "_session_id": "lan", "answer": "accept",
    "annotator/1": {
        "status": "locked", "curated": True,
        "marks": [
            {"id": "E1", "label": "M", "kind": "event", "start": 2, "end": 5, "note": "x"},
            {"id": "T1", "label": "LOC", "start": 8, "end": 16, "fragments": [[8, 9], [13, 16]]},
            {"id": "T2", "label": "LOC", "start": 8, "end": 16},
        ],
        "clusters": [{"id": "C1", "label": "Coreference", "members": ["T1"]}],
        "labels": [{"id": "D1", "label": "Politics", "note": "x"}],
    },
}  # fmt: skip


class TestRoundTrip(RoundTrip):
    format = "prodigy"
    out = "out.jsonl"
    keeps_ids = False


def file(tmp_path: Path, *values: Any) -> Path:
    path = tmp_path / "news.jsonl"
    lines = (each if isinstance(each, str) else json.dumps(each) for each in values)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def parcels(path: Path) -> list[Parcel]:
    """Return what is read, which may come with remarks but not with errors."""
    found = list(read(path, "prodigy"))
    assert [str(each) for each in found if not isinstance(each, Parcel | Remark)] == []
    return [each for each in found if isinstance(each, Parcel)]


def written(*parcels: Parcel) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    write(parcels, stream, "prodigy")
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_spans_are_mentions_of_the_annotator(tmp_path: Path) -> None:
    (parcel,) = parcels(file(tmp_path, SPANS))
    assert parcel.article == Article("-11", TEXT, {"source": "made up"})
    (layer,) = parcel.layers
    assert (layer.reviewer, layer.status) == ("news-lan", Status.DONE)
    place, meeting = layer
    assert (place.label, place.text_in(TEXT)) == ("LOC", "Lạng Sơn")
    assert (meeting.attributes, meeting.origin) == ({"score": 0.5}, "vi_model")


def test_what_prodigy_notes_for_itself_is_named(tmp_path: Path) -> None:
    options = {"options": [{"id": 1, "text": "x"}]}
    assert sentences(file(tmp_path, {**SPANS, **options}), "prodigy") == [
        " What Prodigy notes for itself is not kept: _timestamp, _view_id."
    ]


@pytest.mark.parametrize(
    "relation",
    [
        RELATION,
        {"head": 1, "child": 4, "label": "at"},
        {"head_span": HEAD, "child_span": CHILD, "label": "at"},
    ],
)
def test_relations_lead_from_head_to_child(tmp_path: Path, relation: dict[str, Any]) -> None:
    (parcel,) = parcels(file(tmp_path, {**SPANS, "relations": [relation]}))
    place, meeting, at = parcel.layers[0]
    assert at == Annotation(
        at.id, Kind.RELATION, "at", (), (Link("from", meeting.id), Link("to", place.id))
    )


@pytest.mark.parametrize(
    "child",
    [{"child": 5}, {"child": 5, "child_span": {"start": 16, "end": 17, "label": None}}],
    ids=["token", "phrase"],
)
def test_what_a_relation_leads_to_is_marked(tmp_path: Path, child: dict[str, Any]) -> None:
    relation = {"head": 1, "label": None, **child}
    (parcel,) = parcels(file(tmp_path, {**SPANS, "relations": [relation]}))
    *_, point, at = parcel.layers[0]
    assert (point.label, point.text_in(TEXT), at.label) == ("token", ".", "relation")
    assert at.links[1].target == point.id


@pytest.mark.parametrize("end", [{"child": 99}, {"child": "x"}, {}])
def test_a_relation_to_nothing_is_left_out_and_told(tmp_path: Path, end: dict[str, Any]) -> None:
    path = file(tmp_path, {**SPANS, "relations": [{"head": 1, "label": "at", **end}]})
    error, parcel, _ = read(path)
    assert str(error) == (
        f"{path}:1: relations[0] was left out: neither spans nor tokens say what its ends are."
    )
    assert isinstance(parcel, Parcel)


@pytest.mark.parametrize(
    ("task", "labels"),
    [
        ({"accept": ["Thơ", "Văn"]}, ["Thơ", "Văn"]),
        ({"accept": 2, "options": [{"id": 1, "text": "a"}, {"id": 2, "text": "b"}]}, ["b"]),
        ({"accept": [3]}, ["3"]),
        ({"label": "Thơ"}, ["Thơ"]),
        ({"accept": []}, []),
        ({"accept": ["", None], "label": ""}, []),
    ],
)
def test_labels_of_the_whole_are_its_own_and_the_options_chosen(
    tmp_path: Path, task: dict[str, Any], labels: list[str]
) -> None:
    (parcel,) = parcels(file(tmp_path, {"text": TEXT, "answer": "accept", **task}))
    assert [each.label for each in parcel.layers[0].of_kind(Kind.DOCUMENT)] == labels


@pytest.mark.parametrize(
    ("answer", "status"),
    [("accept", Status.DONE), ("reject", Status.STARTED), ("ignore", Status.NEW)],
)
def test_the_answer_is_the_status(tmp_path: Path, answer: str, status: Status) -> None:
    path = file(tmp_path, {**SPANS, "answer": answer})
    assert [each.layers[0].status for each in parcels(path)] == [status]
    told = "Rejected in Prodigy: 1 of the tasks. Their layers are kept, with the status started."
    assert any(told in each for each in sentences(path, "prodigy")) == (answer == "reject")


def test_a_task_that_nobody_has_answered_has_no_layer(tmp_path: Path) -> None:
    task = {"text": TEXT, "spans": [], "meta": {}}
    marked = {"text": TEXT, "spans": [{"start": 0, "end": 1, "label": "X"}]}
    first, second = read_all(file(tmp_path, task, marked))
    assert first == Parcel(Article("news-1", TEXT), (), first.where)
    assert [each.reviewer for each in second.layers] == [UNNAMED]


def test_the_same_task_of_two_people_is_one_article(tmp_path: Path) -> None:
    other = {**SPANS, "_annotator_id": "news-mai", "_timestamp": 1}
    again = {**SPANS, "_task_hash": 23}
    found = parcels(file(tmp_path, SPANS, other, again, SPANS, SPANS, {**again, **other}))
    assert [(each.article.id, each.layers[0].reviewer) for each in found] == [
        ("-11", "news-lan"),
        ("-11", "news-mai"),
        ("-11.23", "news-lan"),
        ("-11.22", "news-lan"),
        ("-11.22.2", "news-lan"),
        ("-11.22", "news-mai"),
    ]


def test_the_session_is_the_reviewer_where_there_is_no_annotator(tmp_path: Path) -> None:
    task = {**SPANS, "_annotator_id": None, "_session_id": "mai"}
    assert [each.layers[0].reviewer for each in parcels(file(tmp_path, task))] == ["mai"]


def test_words_that_stand_elsewhere_are_told(tmp_path: Path) -> None:
    span = {"start": 2, "end": 5, "label": "M", "text": "họp"}
    path = file(tmp_path, {"text": TEXT, "spans": [span]})
    assert sentences(path, "prodigy") == [
        "1: spans[0].text is not what stands at its offsets, which were kept."
    ]


def test_a_task_is_written_as_prodigy_has_it() -> None:
    article = Article("a", TEXT, {"title": "x"})
    place = Annotation("T1", Kind.ENTITY, "LOC", (Fragment(8, 16),))
    meeting = Annotation("T2", Kind.ENTITY, "M", (Fragment(2, 5),))
    at = Annotation("R1", Kind.RELATION, "at", (), (Link("from", "T2"), Link("to", "T1")))
    topic = Annotation("D1", Kind.DOCUMENT, "Thơ")
    layer = Layer(article, "lan", [place, meeting, at, topic], Status.DONE)
    (line,) = written(Parcel(article, (layer,), ""))
    relation = {key: value for key, value in RELATION.items() if key != "color"}
    assert line == {
        "id": "a", "text": TEXT, "meta": {"title": "x"}, "tokens": SPANS["tokens"],
        "spans": [HEAD, CHILD], "relations": [relation],
        "options": [{"id": "Thơ", "text": "Thơ"}], "accept": ["Thơ"],
        "answer": "accept", "_annotator_id": "lan", "_session_id": "lan",
    }  # fmt: skip


@pytest.mark.parametrize("status", Status)
def test_only_what_is_done_is_answered(status: Status) -> None:
    article = Article("a", TEXT)
    (line,) = written(Parcel(article, (Layer(article, "lan", (), status),), ""))
    assert line.get("answer") == ("accept" if status in ("done", "locked") else None)


def test_an_answer_given_since_is_the_status(tmp_path: Path) -> None:
    article = Article("a", TEXT)
    (line,) = written(Parcel(article, (Layer(article, "lan", (), Status.STARTED),), ""))
    answers = [{}, {"answer": "accept"}, {"answer": "ignore"}]
    lines = [{**line, **answer, "id": str(n)} for n, answer in enumerate(answers)]
    statuses = [each.layers[0].status for each in parcels(file(tmp_path, *lines))]
    assert statuses == [Status.STARTED, Status.DONE, Status.NEW]


@given(texts, st.data())
def test_tokens_are_the_text_and_begin_and_end_where_marks_do(
    text: str, data: st.DataObject
) -> None:
    stretches = data.draw(st.lists(fragments(text, 1).map(lambda each: each[0]), max_size=4))
    tokens = Tokens(text, [Mark(start, end, "X") for start, end in stretches])
    assert "".join(f"{each['text']}{' ' * bool(each['ws'])}" for each in tokens.objects) == text
    assert all(text[each["start"] : each["end"]] == each["text"] for each in tokens.objects)
    assert [each["id"] for each in tokens.objects] == list(range(len(tokens.objects)))
    for start, end in stretches:
        span = tokens.span(Mark(start, end, "X"))
        assert tokens.objects[span["token_start"]]["start"] == start
        assert tokens.objects[span["token_end"]]["end"] == end


def span(**changes: Any) -> dict[str, Any]:
    return {"text": TEXT, "spans": [{"start": 8, "end": 16, "label": "LOC", **changes}]}


REFUSED = [
    ({"html": "<b>", "spans": []}, "text is missing."),
    ({"text": TEXT, "spans": {}}, "spans has a value of the wrong type: it must be of type array."),
    ({"text": TEXT, "spans": ["x"]}, "spans[0] has a value of the wrong type: it must be of type"),
    (span(label=""), "spans[0].label is empty."),
    (span(label=None), "spans[0].label has a value of the wrong type"),
    (span(start="8"), "spans[0].start has a value of the wrong type"),
    (span(start=8.0), "spans[0].start has a value of the wrong type"),
    (span(start=True), "spans[0].start has a value of the wrong type"),
    (span(start=17), "The fragment 17–16 of T1 is empty or reversed."),
    (span(start=-1), "The fragment -1–16 of T1 lies outside the text"),
    (span(end=10**18), f"The fragment 8–{10**18} of T1 lies outside the text"),
    ({**SPANS, "answer": "maybe"}, "answer is maybe, but must be one of accept, reject, ignore."),
    ({**SPANS, "answer": []}, "answer is [], but must be one of accept, reject, ignore."),
    ({**SPANS, "meta": []}, "meta has a value of the wrong type"),
    ({**SPANS, "meta": {"x": 1}, "x": 2}, "x is not known here, and metadata has another x."),
    ({**SPANS, "label": 1}, "label has a value of the wrong type"),
    ({**SPANS, "accept": [[]]}, "accept has a value of the wrong type"),
    ({**SPANS, "relations": [{"head_span": {}}]}, "relations[0].head_span.start is missing."),
    ({**SPANS, "annotator/1": {"status": "good"}}, "The status good is none of new, started, "),
    ({**SPANS, "annotator/1": {"curated": 1}}, "annotator/1.curated has a value of the wrong type"),
    ("[" * 100_000, "Lists and objects are nested more than 64 levels deep."),
    ('{"text": "a", "text": "b"}', "The key text is given twice in one object."),
    ('{"text": "a', "This is not JSON (column 12)"),
]


@pytest.mark.parametrize(("bad", "sentence"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_bad_line_is_named_and_the_others_go_in(tmp_path: Path, bad: Any, sentence: str) -> None:
    path = file(tmp_path, SPANS, bad, {**SPANS, "_input_hash": 5})
    before, refused, after = (each for each in read(path) if not isinstance(each, Remark))
    assert isinstance(before, Parcel)
    assert isinstance(after, Parcel)
    assert isinstance(refused, AnnotatorError)
    assert str(refused).startswith(f"{path}:2: {sentence}")


@given(mutated(SPANS, LINKED, OURS))
def test_a_line_with_anything_in_any_place_is_read_or_refused(line: str) -> None:
    assert_stands(line, "prodigy", "a.jsonl")


@given(st.binary(max_size=60))
def test_rubbish_is_refused(data: bytes) -> None:
    assert_stands(data, "prodigy", "a.jsonl")
