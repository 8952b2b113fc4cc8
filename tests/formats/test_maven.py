"""MAVEN's lines: read as its document states them, events of one cluster being one event."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import maven, sentence_bound
from annotator.formats.files import sources
from annotator.formats.format import UNNAMED, Losses, Parcel
from annotator.formats.losses import (
    CLUSTERS,
    DOCUMENT_LABELS,
    LAYERS,
    METADATA,
    RELATIONS,
    UNMARKED_EVENTS,
)
from annotator.formats.recognition import format_of
from annotator.language.segmentation import syllables
from annotator.model.annotation import MEMBER, Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Json
from annotator.model.layer import Layer
from annotator.model.message import Message
from tests.formats import json_lines
from tests.formats.damage import assert_read_or_refused, damaged
from tests.formats.json_lines import file_of
from tests.formats.round_trip import folder
from tests.formats.strategies import parcels
from tests.formats.token_bound import (
    TokenRoundTrip,
    laid_on_tokens,
    token_articles,
    tokens_of,
)

DOCUMENT: dict[str, Any] = {
    "id": "6b2e8c05",
    "title": "Họp ở Lạng Sơn",
    "content": [
        {"sentence": "Họ tổ chức họp.", "tokens": ["Họ", "tổ", "chức", "họp", "."]},
        {"sentence": "Cuộc họp tốt.", "tokens": ["Cuộc", "họp", "tốt", "."]},
    ],
    "events": [
        {"id": "e1", "type": "Meeting", "type_id": 1, "mention": [
            {"id": "m1", "trigger_word": "họp", "sent_id": 0, "offset": [3, 4]},
            {"id": "m2", "trigger_word": "họp", "sent_id": 1, "offset": [1, 2]}]},
        {"id": "e2", "type": "Arranging", "type_id": 2, "mention": [
            {"id": "m3", "trigger_word": "tổ chức", "sent_id": 0, "offset": [1, 3]}]},
    ],
    "negative_triggers": [
        {"id": "n1", "trigger_word": "tốt", "sent_id": 1, "offset": [2, 3]},
    ],
}  # fmt: skip
NEGATIVE = "1: negative_triggers is left out, here and further down: there is no place for it."


written = partial(json_lines.written, format="maven")
read_lines = partial(json_lines.read_lines, format="maven")


def title_of(article: Article) -> dict[str, Json]:
    title = article.metadata.get("title")
    return {"title": title} if title and isinstance(title, str) else {}


def kept(layer: Layer, losses: Losses) -> Iterable[Annotation]:
    """Return what comes back: events without arguments, and the clusters that join them."""
    given = tokens_of(layer.article.text, syllables)
    of_kind = {
        Kind.ENTITY: maven.MENTIONS,
        Kind.RELATION: RELATIONS,
        Kind.DOCUMENT: DOCUMENT_LABELS,
    }
    events: set[str] = set()
    for each in layer:
        if each.kind in of_kind:
            losses[of_kind[each.kind]] += 1
        elif each.kind is Kind.EVENT and not each.fragments:
            losses[UNMARKED_EVENTS] += 1
        elif each.kind is Kind.EVENT:
            found = laid_on_tokens(each, given)
            if isinstance(found, Message):
                losses[found] += 1
                continue
            losses.update(found[3])
            losses[maven.ARGUMENTS] += len(each.links)
            events.add(each.id)
            yield replace(found[0], links=())
    clustered: set[str] = set()
    for each in layer.of_kind(Kind.CLUSTER):
        members = [layer[id] for id in each.targets()]
        alike = len({member.label for member in members}) == 1
        if len(members) < 2 or not alike or any(m.kind is not Kind.EVENT for m in members):
            losses[maven.OTHER_CLUSTERS] += 1
            continue
        ids = {member.id for member in members}
        losses[sentence_bound.MEMBER_LEFT_OUT] += len(ids - events)
        losses[maven.SECOND_CLUSTERS] += len(ids & events & clustered)
        free = (ids & events) - clustered
        if len(free) < 2:
            losses[CLUSTERS] += 1
            continue
        clustered |= free
        losses[sentence_bound.CLUSTER_LABELS] += each.label != "Coreference"
        yield replace(
            each,
            label="Coreference",
            links=tuple(Link(MEMBER, id) for id in each.targets() if id in free),
        )


class TestRoundTrip(TokenRoundTrip):
    format = "maven"
    out = "out.maven.jsonl"

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        return token_articles(written, kept, title_of, layer_always=False)[0]

    def lost(self, written: Sequence[Parcel]) -> Losses:
        return token_articles(written, kept, title_of, layer_always=False)[1]


def test_a_line_as_the_document_states_it(tmp_path: Path) -> None:
    (parcel,), wrong = read_lines(tmp_path, DOCUMENT)
    assert wrong == [NEGATIVE]
    article, (layer,), where = parcel
    assert (article.id, article.text) == ("6b2e8c05", "Họ tổ chức họp.\nCuộc họp tốt.")
    assert article.metadata == {"title": "Họp ở Lạng Sơn"}
    assert where == f"{tmp_path}/train.json:1"
    assert layer.reviewer == UNNAMED
    assert list(layer) == [
        Annotation("m1", Kind.EVENT, "Meeting", (Fragment(11, 14),)),
        Annotation("m2", Kind.EVENT, "Meeting", (Fragment(21, 24),)),
        Annotation("m3", Kind.EVENT, "Arranging", (Fragment(3, 10),)),
        Annotation("e1", Kind.CLUSTER, "Coreference", (), (Link(MEMBER, "m1"), Link(MEMBER, "m2"))),
    ]


def test_what_was_read_is_written_with_every_other_word_as_negative(tmp_path: Path) -> None:
    (parcel,), _ = read_lines(tmp_path, DOCUMENT)
    (line,), losses = written([parcel])
    assert losses == {LAYERS: 1}
    first, second = DOCUMENT["content"]
    assert line["content"] == [{**first, "sentence": first["sentence"] + "\n"}, second]
    assert line["title"] == DOCUMENT["title"]
    meeting, arranging = DOCUMENT["events"]
    assert line["events"] == [meeting, {**arranging, "id": "m3"}]
    assert line["negative_triggers"] == [
        {"id": "N0-0", "trigger_word": "Họ", "sent_id": 0, "offset": [0, 1]},
        {"id": "N1-0", "trigger_word": "Cuộc", "sent_id": 1, "offset": [0, 1]},
        {"id": "N1-2", "trigger_word": "tốt", "sent_id": 1, "offset": [2, 3]},
    ]


@given(parcels())
def test_lines_are_as_the_document_states(parcels: list[Parcel]) -> None:
    types: dict[str, int] = {}
    for line in written(parcels)[0]:
        lists = {"events", "negative_triggers"} if "events" in line else {"candidates"}
        assert set(line) == {"id", "title", "content"} | lists
        for event in line.get("events", []):
            assert set(event) == {"id", "type", "type_id", "mention"}
            assert types.setdefault(event["type"], event["type_id"]) == event["type_id"] > 0
            assert event["mention"]
        mentions = [each for event in line.get("events", []) for each in event["mention"]]
        others = line.get("negative_triggers", []) + line.get("candidates", [])
        for some in (mentions, others):
            assert len({each["id"] for each in some}) == len(some)
        for each in mentions + others:
            tokens = line["content"][each["sent_id"]]["tokens"]
            start, end = each["offset"]
            assert each["trigger_word"] == " ".join(tokens[start:end]) != ""
        taken = {(each["sent_id"], n) for each in mentions for n in range(*each["offset"])}
        assert taken.isdisjoint((each["sent_id"], each["offset"][0]) for each in others)
    assert len(set(types.values())) == len(types)


def test_an_article_without_a_layer_has_candidates(tmp_path: Path) -> None:
    (line,), losses = written([Parcel(Article("a", "Lan về 3!", {"title": 7}), (), "")])
    assert line == {
        "id": "a", "title": "", "content": [{"sentence": "Lan về 3!",
        "tokens": ["Lan", "về", "3", "!"]}], "candidates": [
            {"id": "N0-0", "trigger_word": "Lan", "sent_id": 0, "offset": [0, 1]},
            {"id": "N0-1", "trigger_word": "về", "sent_id": 0, "offset": [1, 2]}],
    }  # fmt: skip
    assert losses == {METADATA: 1}
    (parcel,), wrong = read_lines(tmp_path, line)
    assert parcel.layers == ()
    assert parcel.article.metadata == {}
    assert wrong == []
    line["candidates"].pop()
    _, wrong = read_lines(tmp_path, line)
    assert wrong == ["1: candidates is left out, here and further down: there is no place for it."]


def test_an_event_is_in_one_cluster() -> None:
    def cluster(id: str, *members: str, label: str = "Coreference") -> Annotation:
        return Annotation(id, Kind.CLUSTER, label, (), tuple(Link(MEMBER, m) for m in members))

    article = Article("a", "một hai ba bốn năm")
    events = [
        Annotation(f"E{number}", Kind.EVENT, "X" if number < 4 else "Y", (Fragment(*span),))
        for number, span in enumerate([(0, 3), (4, 7), (8, 10), (11, 14), (15, 18)])
    ]
    clusters = [
        cluster("C1", "E0", "E1"), cluster("C2", "E1", "E2", "E3", label="Same"),
        cluster("C3", "E0", "E1"), cluster("C4", "E3", "E4"), cluster("C5", "E4"),
    ]  # fmt: skip
    (line,), losses = written([Parcel(article, (Layer(article, "lan", events + clusters),), "")])
    assert losses == {
        LAYERS: 1, maven.SECOND_CLUSTERS: 3, sentence_bound.CLUSTER_LABELS: 1, CLUSTERS: 1,
        maven.OTHER_CLUSTERS: 2,
    }  # fmt: skip
    assert [(each["id"], [m["id"] for m in each["mention"]]) for each in line["events"]] == [
        ("C1", ["E0", "E1"]), ("C2", ["E2", "E3"]), ("E4", ["E4"]),
    ]  # fmt: skip


def changed(**changes: Any) -> dict[str, Any]:
    return {**DOCUMENT, "negative_triggers": [], **changes}


def event(**changes: Any) -> dict[str, Any]:
    return changed(events=[{**DOCUMENT["events"][0], **changes}, DOCUMENT["events"][1]])


def mention(**changes: Any) -> dict[str, Any]:
    first, second = DOCUMENT["events"][0]["mention"]
    return event(mention=[first, {**second, **changes}])


LEFT_OUT = [
    (mention(sent_id=2), "events[0].mention[1].sent_id is 2, but the sentences are 0–1."),
    (mention(sent_id=-1), "events[0].mention[1].sent_id is -1, but the sentences are 0–1."),
    (mention(sent_id="0"), "events[0].mention[1].sent_id has a value of the wrong type"),
    (
        mention(offset=[1, 9]),
        "events[0].mention[1].offset is [1, 9], but the sentence has the toke",
    ),
    (mention(offset=[2, 2]), "events[0].mention[1].offset is [2, 2], but"),
    (mention(offset=[-1, 2]), "events[0].mention[1].offset is [-1, 2], but"),
    (mention(offset=[1]), "events[0].mention[1].offset is [1], but"),
    (mention(offset=[1, 2.0]), "events[0].mention[1].offset has a value of the wrong type"),
    (mention(offset=[10**18, 10**19]), "events[0].mention[1].offset is [1000000000000000000"),
    (mention(trigger_word=None), "events[0].mention[1].trigger_word has a value of the wrong"),
    (event(mention=[]), "events[0].mention is empty."),
    (event(mention=[None]), "events[0].mention[0] has a value of the wrong type"),
    (event(type=""), "events[0].type is empty."),
    (event(type_id="1"), "events[0].type_id has a value of the wrong type"),
    (changed(events=[None, DOCUMENT["events"][1]]), "events[0] has a value of the wrong type"),
]


@pytest.mark.parametrize(("line", "sentence"), LEFT_OUT, ids=lambda value: str(value)[:40])
def test_what_can_not_be_read_is_named_and_the_rest_goes_in(
    tmp_path: Path, line: Any, sentence: str
) -> None:
    (parcel,), (wrong,) = read_lines(tmp_path, line)
    assert wrong.startswith("1: " + sentence)
    assert "m3" in parcel.layers[0]
    assert parcel.layers[0].of_kind(Kind.CLUSTER) == []


REFUSED = [
    ([], "The line has a value of the wrong type: it must be of type object."),
    ({"title": "", "content": []}, "id is missing."),
    (changed(id=""), "id is empty."),
    (changed(title=None), "title has a value of the wrong type: it must be of type string."),
    (changed(content=[]), "content is empty."),
    (changed(content=[{"tokens": []}]), "content is empty."),
    (changed(content=[{"sentence": "a"}]), "content[0].tokens is missing."),
    (changed(content=[{"tokens": [""]}]), "content[0].tokens has an empty text."),
    (changed(content=["a"]), "content[0] has a value of the wrong type: it must be of type object"),
    (changed(events={}), "events has a value of the wrong type: it must be of type array."),
    (changed(more=json.loads("[" * 70 + "]" * 70)), "Lists and objects are nested more than 64"),
]


@pytest.mark.parametrize(("line", "sentence"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_line_that_can_not_be_read_is_passed_by(tmp_path: Path, line: Any, sentence: str) -> None:
    (_, parcel), (wrong,) = read_lines(tmp_path, changed(), line, changed(id="b"))
    assert wrong.startswith("2: " + sentence)
    assert parcel.article.id == "b"


def test_unknown_keys_are_kept_or_named(tmp_path: Path) -> None:
    line = event(score=0.5)
    line["events"][0]["mention"] = [{**line["events"][0]["mention"][0], "sure": True}]
    line["source"] = {"wiki": 7}
    line["content"] = [{**each, "page": 1} for each in line["content"]]
    (parcel,), wrong = read_lines(tmp_path, line)
    assert wrong == ["1: page is left out, here and further down: there is no place for it."]
    assert parcel.layers[0]["m1"].attributes == {"score": 0.5, "sure": True}
    assert parcel.article.metadata == {"title": DOCUMENT["title"], "source": {"wiki": 7}}


def test_what_contradicts_itself_is_remarked_on(tmp_path: Path) -> None:
    other = changed(id="b", content=[{"sentence": "x", "tokens": ["y"]}], events=[
        {"type": "Meeting", "type_id": 9, "mention": [
            {"trigger_word": "z", "sent_id": 0, "offset": [0, 1]}]}])  # fmt: skip
    (_, parcel), wrong = read_lines(tmp_path, changed(), other)
    assert wrong == [
        "2: content[0].sentence is not made up of its tokens: the text is that of the tokens.",
        "2: events[0].type_id is 9, but Meeting has the number 1 further up: the name counts.",
        "2: events[0].mention[0].trigger_word is “z”, but its tokens are “y”, which count.",
    ]
    assert parcel.article.text == "y"
    assert [each.id for each in parcel.layers[0]] == ["E1"]


def test_a_format_is_told_from_others_of_its_kind(tmp_path: Path) -> None:
    for line, is_one in [
        (DOCUMENT, True),
        ({"id": "a", "title": "", "content": [], "candidates": []}, True),
        ({"content": "text", "events": []}, False),
        ({"id": "a", "title": "b", "content": "text"}, False),
    ]:
        (source,) = sources(file_of(tmp_path, line))
        found = format_of(source)
        assert (found is not None and found.name == "maven") is is_one


@given(damaged([DOCUMENT, {**DOCUMENT, "id": "b"}]) | st.binary(max_size=80))
def test_whatever_a_file_holds_it_is_read_or_refused(data: bytes) -> None:
    with folder() as place:
        path = place / "a.maven.jsonl"
        path.write_bytes(data)
        assert_read_or_refused(path, "maven")
