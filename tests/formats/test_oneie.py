"""OneIE's lines: read as its preprocessing writes them, written as its loader takes them."""

import json
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import foreign, oneie_reading, sentence_bound
from annotator.formats.files import sources
from annotator.formats.format import UNNAMED, Losses, Parcel
from annotator.formats.losses import (
    ATTRIBUTES,
    CLUSTERS,
    DISCONTINUOUS,
    DOCUMENT_LABELS,
    LAYERS,
    METADATA,
    NOTES,
    UNMARKED_EVENTS,
)
from annotator.formats.reading import read
from annotator.formats.recognition import format_of
from annotator.formats.tokens import CROSSING_SENTENCES
from annotator.model.annotation import FROM, TO, Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import Remark
from tests.formats import json_lines
from tests.formats.damage import assert_read_or_refused, damaged
from tests.formats.dump import comparable
from tests.formats.json_lines import file_of, read_lines
from tests.formats.round_trip import folder, read_all
from tests.formats.strategies import parcels
from tests.formats.token_bound import TokenRoundTrip, kept_in_sentences, token_articles

FIRST: dict[str, Any] = {
    "doc_id": "VNA_20200702.1",
    "sent_id": "VNA_20200702.1-0",
    "tokens": ["Ông", "Lan", "họp", "ở", "Lạng", "Sơn", "."],
    "pieces": ["Ông", "Lan", "họp", "ở", "Lạn", "##g", "Sơn", "."],
    "token_lens": [1, 1, 1, 1, 2, 1, 1],
    "sentence": "Ông Lan họp ở Lạng Sơn.",
    "entity_mentions": [
        {"id": "VNA-E1-1", "text": "Ông Lan", "entity_type": "PER", "mention_type": "NAM",
         "entity_subtype": "Individual", "start": 0, "end": 2},
        {"id": "VNA-E2-1", "text": "Lạng Sơn", "entity_type": "GPE", "mention_type": "UNK",
         "start": 4, "end": 6},
    ],
    "relation_mentions": [
        {"id": "VNA-R1-1", "relation_type": "PHYS", "relation_subtype": "PHYS:Located",
         "arguments": [{"entity_id": "VNA-E1-1", "text": "Ông Lan", "role": "Arg-1"},
                       {"entity_id": "VNA-E2-1", "text": "Lạng Sơn", "role": "Arg-2"}]},
    ],
    "event_mentions": [
        {"id": "VNA-EV1-1", "event_type": "Contact:Meet",
         "trigger": {"text": "họp", "start": 2, "end": 3},
         "arguments": [{"entity_id": "VNA-E1-1", "text": "Ông Lan", "role": "Entity"},
                       {"entity_id": "VNA-E2-1", "text": "Lạng Sơn", "role": "Place"}]},
    ],
}  # fmt: skip
SECOND: dict[str, Any] = {
    "doc_id": "VNA_20200702.1",
    "sent_id": "VNA_20200702.1-1",
    "tokens": ["Hết"],
    "entity_mentions": [],
    "relation_mentions": [],
    "event_mentions": [],
}


LANG_SON = "“Lạng Sơn”, which count"


written = partial(json_lines.written, format="oneie")


def kept(layer: Layer, losses: Losses) -> Iterable[Annotation]:
    found = kept_in_sentences(layer, losses)
    losses[CLUSTERS] += len(layer.of_kind(Kind.CLUSTER))
    return [each for each in found.annotations if each.kind is not Kind.CLUSTER]


class TestRoundTrip(TokenRoundTrip):
    format = "oneie"
    out = "out.oneie.json"

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        return token_articles(written, kept, lambda article: {}, layer_always=True)[0]

    def lost(self, written: Sequence[Parcel]) -> Losses:
        return token_articles(written, kept, lambda article: {}, layer_always=True)[1]


def test_a_line_as_the_preprocessing_writes_it(tmp_path: Path) -> None:
    (parcel,), wrong = read_lines(tmp_path, FIRST, SECOND)
    assert wrong == []
    article, (layer,), where = parcel
    assert (article.id, article.text, article.metadata) == (
        "VNA_20200702.1", "Ông Lan họp ở Lạng Sơn.\nHết", {},
    )  # fmt: skip
    assert where == f"{tmp_path}/train.json:1"
    assert layer.reviewer == UNNAMED
    assert list(layer) == [
        Annotation("VNA-E1-1", Kind.ENTITY, "PER", (Fragment(0, 7),),
                   attributes={"Mention": "NAM", "Subtype": "Individual"}),
        Annotation("VNA-E2-1", Kind.ENTITY, "GPE", (Fragment(14, 22),)),
        Annotation("VNA-R1-1", Kind.RELATION, "PHYS", (),
                   (Link(FROM, "VNA-E1-1"), Link(TO, "VNA-E2-1")), {"Subtype": "PHYS:Located"}),
        Annotation("VNA-EV1-1", Kind.EVENT, "Contact:Meet", (Fragment(8, 11),),
                   (Link("Entity", "VNA-E1-1"), Link("Place", "VNA-E2-1"))),
    ]  # fmt: skip


def test_what_was_read_is_written_as_it_stood(tmp_path: Path) -> None:
    (parcel,), _ = read_lines(tmp_path, FIRST, SECOND)
    lines, losses = written([parcel])
    assert losses == {LAYERS: 1}
    derived = {key: value for key, value in FIRST.items() if key not in ("pieces", "token_lens")}
    assert lines == [
        {**derived, "sentence": FIRST["sentence"] + "\n"},
        {**SECOND, "sentence": "Hết"},
    ]


@given(parcels())
def test_lines_have_what_the_loader_of_oneie_asks_for(parcels: list[Parcel]) -> None:
    for line in written(parcels)[0]:
        count = len(line["tokens"])
        assert count > 0
        assert "" not in line["tokens"]
        assert line["sent_id"].startswith(line["doc_id"] + "-")
        ids = {mention["id"] for mention in line["entity_mentions"]}
        assert len(ids) == len(line["entity_mentions"])
        triggers = [event["trigger"] for event in line["event_mentions"]]
        for stretch in (*line["entity_mentions"], *triggers):
            assert 0 <= stretch["start"] < stretch["end"] <= count
            assert stretch["text"] == " ".join(line["tokens"][stretch["start"] : stretch["end"]])
        for mention in line["entity_mentions"]:
            assert mention["mention_type"] == "UNK"
            assert mention["entity_type"]
        for relation in line["relation_mentions"]:
            assert [end["role"] for end in relation["arguments"]] == ["Arg-1", "Arg-2"]
        for each in (*line["relation_mentions"], *line["event_mentions"]):
            assert {argument["entity_id"] for argument in each["arguments"]} <= ids


def test_mention_types_and_subtypes_are_carried_other_attributes_counted() -> None:
    article = Article("a", "Ông Lan về", {"title": "x"})
    annotations = [
        Annotation("T1", Kind.ENTITY, "PER", (Fragment(0, 7),),
                   attributes={"Mention": "PRO", "Subtype": "Group", "Class": "SPC"}),
        Annotation("T2", Kind.ENTITY, "PER", (Fragment(4, 7),),
                   attributes={"Mention": "UNK", "Subtype": 3}, note="?"),
        Annotation("E1", Kind.EVENT, "Move", (Fragment(8, 10),), attributes={"Subtype": "x"}),
        Annotation("R1", Kind.RELATION, "SOC", (), (Link(TO, "T1"), Link(FROM, "T2")),
                   {"Subtype": "SOC"}),
        Annotation("R2", Kind.RELATION, "SOC", (), (Link(FROM, "T1"), Link(TO, "T2")),
                   {"Subtype": "SOC:Family"}),
    ]  # fmt: skip
    (line,), losses = written([Parcel(article, (Layer(article, "lan", annotations),), "")])
    assert losses == {LAYERS: 1, METADATA: 1, ATTRIBUTES: 5, NOTES: 1}
    first, second = line["entity_mentions"]
    assert (first["mention_type"], first["entity_subtype"]) == ("PRO", "Group")
    assert second["mention_type"] == "UNK"
    assert "entity_subtype" not in second
    assert [each["relation_subtype"] for each in line["relation_mentions"]] == ["SOC", "SOC:Family"]
    assert [end["entity_id"] for end in line["relation_mentions"][0]["arguments"]] == ["T2", "T1"]


def test_links_and_stretches_where_the_format_has_none_are_counted() -> None:
    article = Article("a", "Ông Lan về")
    annotations = [
        Annotation("T1", Kind.ENTITY, "PER", (Fragment(0, 7),), (Link("of", "T2"),)),
        Annotation("T2", Kind.ENTITY, "PER", (Fragment(4, 7),)),
        Annotation("R1", Kind.RELATION, "SOC", (Fragment(0, 3),),
                   (Link(FROM, "T1"), Link(TO, "T2"), Link("Time", "T2"))),
        Annotation("R2", Kind.RELATION, "SOC", (), (Link(FROM, "T1"),)),
    ]  # fmt: skip
    (line,), losses = written([Parcel(article, (Layer(article, "lan", annotations),), "")])
    assert losses == {
        LAYERS: 1, sentence_bound.UNUSUAL: 3, sentence_bound.RELATION_OF_NO_MENTIONS: 1,
    }  # fmt: skip
    assert len(line["relation_mentions"]) == 1


def test_what_leads_to_another_sentence_or_to_what_is_left_out_is_counted() -> None:
    article = Article("a", "Ông Lan về. Mai họp.")
    annotations = [
        Annotation("T1", Kind.ENTITY, "PER", (Fragment(0, 7),)),
        Annotation("T2", Kind.ENTITY, "PER", (Fragment(12, 15),)),
        Annotation("T3", Kind.ENTITY, "X", (Fragment(8, 15),)),
        Annotation("T4", Kind.ENTITY, "X", (Fragment(0, 3), Fragment(8, 10))),
        Annotation("E1", Kind.EVENT, "Meet", (Fragment(16, 19),),
                   tuple(Link("who", id) for id in ("T1", "T2", "T3", "T4", "E2"))),
        Annotation("E2", Kind.EVENT, "Meet", (), (Link("who", "T1"),)),
        Annotation("E3", Kind.EVENT, "Meet", (Fragment(10, 15),), (Link("who", "T1"),)),
        Annotation("R1", Kind.RELATION, "SOC", (), (Link(FROM, "T1"), Link(TO, "T2"))),
        Annotation("R2", Kind.RELATION, "SOC", (), (Link(FROM, "T1"), Link(TO, "T3"))),
        Annotation("R3", Kind.RELATION, "SOC", (), (Link(FROM, "T2"), Link(TO, "E1"))),
        Annotation("D1", Kind.DOCUMENT, "News"),
    ]  # fmt: skip
    (first, second), losses = written([Parcel(article, (Layer(article, "lan", annotations),), "")])
    assert [each["id"] for each in first["entity_mentions"]] == ["T1"]
    assert first["event_mentions"] == first["relation_mentions"] == []
    assert [each["id"] for each in second["entity_mentions"]] == ["T2"]
    assert [each["id"] for each in second["event_mentions"]] == ["E1"]
    assert [each["entity_id"] for each in second["event_mentions"][0]["arguments"]] == ["T2"]
    assert second["relation_mentions"] == []
    assert losses == {
        LAYERS: 1, DOCUMENT_LABELS: 1, DISCONTINUOUS: 1, CROSSING_SENTENCES: 2, UNMARKED_EVENTS: 1,
        sentence_bound.ARGUMENT_ELSEWHERE: 1, sentence_bound.ARGUMENT_LEFT_OUT: 2,
        sentence_bound.ARGUMENT_OF_NO_MENTION: 1, sentence_bound.RELATION_ELSEWHERE: 1,
        sentence_bound.RELATION_LEFT_OUT: 1, sentence_bound.RELATION_OF_NO_MENTIONS: 1,
    }  # fmt: skip


def changed(**changes: Any) -> dict[str, Any]:
    return {**FIRST, **changes}


def mention(**changes: Any) -> dict[str, Any]:
    first, second = FIRST["entity_mentions"]
    return changed(entity_mentions=[first, {**second, **changes}], relation_mentions=[],
                   event_mentions=[])  # fmt: skip


def event(**changes: Any) -> dict[str, Any]:
    return changed(event_mentions=[{**FIRST["event_mentions"][0], **changes}])


def arguments(*values: Any) -> dict[str, Any]:
    return event(arguments=list(values))


LEFT_OUT = [
    (mention(start=-1), "entity_mentions[1].start, end are -1–6, but the sentence has the tokens"),
    (mention(end=8), "entity_mentions[1].start, end are 4–8, but"),
    (mention(end=10**18), "entity_mentions[1].start, end are 4–1000000000000000000, but"),
    (mention(start=6, end=4), "entity_mentions[1].start, end are 6–4, but"),
    (mention(start=4, end=4), "entity_mentions[1].start, end are 4–4, but"),
    (mention(start="4"), "entity_mentions[1].start has a value of the wrong type: it must be of"),
    (mention(start=4.0), "entity_mentions[1].start has a value of the wrong type"),
    (mention(start=True), "entity_mentions[1].start has a value of the wrong type"),
    (mention(id="VNA-E1-1"), "entity_mentions[1].id is VNA-E1-1, as of another mention."),
    (mention(entity_type=""), "entity_mentions[1].entity_type is empty."),
    (mention(id=None), "entity_mentions[1].id has a value of the wrong type"),
    (event(trigger=None), "event_mentions[0].trigger has a value of the wrong type"),
    (event(trigger={"start": 0}), "event_mentions[0].trigger.end is missing."),
    (changed(event_mentions=["x"]), "event_mentions[0] has a value of the wrong type"),
    (arguments({"entity_id": "E9", "role": "Place"}),
     "event_mentions[0].arguments[0].entity_id is E9, but the sentence has no such mention."),
    (arguments({"entity_id": "VNA-EV1-1", "role": "Place"}),
     "event_mentions[0].arguments[0].entity_id is VNA-EV1-1, but the sentence has no such"),
    (arguments({"entity_id": "VNA-E1-1", "role": ""}), "event_mentions[0].arguments[0].role is"),
    (arguments(None), "event_mentions[0].arguments[0] has a value of the wrong type"),
    (changed(relation_mentions=[{"relation_type": "X", "arguments": []}]),
     "relation_mentions[0].arguments has no two ends, Arg-1 and Arg-2."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "sentence"), LEFT_OUT, ids=lambda value: str(value)[:40])
def test_what_can_not_be_read_is_named_and_the_rest_goes_in(
    tmp_path: Path, line: Any, sentence: str
) -> None:
    (parcel,), (wrong,) = read_lines(tmp_path, line, SECOND)
    assert wrong.startswith("1: " + sentence)
    assert "VNA-E1-1" in parcel.layers[0]
    assert parcel.article.text.endswith("Hết")


REFUSED = [
    ([], "The line has a value of the wrong type: it must be of type object."),
    ({"tokens": ["a"], "entity_mentions": []}, "doc_id is missing."),
    (changed(doc_id=""), "doc_id is empty."),
    (changed(tokens=[]), "tokens is empty, or has an empty text."),
    (changed(tokens=["a", ""]), "tokens is empty, or has an empty text."),
    (changed(tokens=["a", 1]), "tokens has a value of the wrong type: it must be of type string."),
    (changed(tokens="a b"), "tokens has a value of the wrong type: it must be of type array."),
    (changed(sentence=None), "sentence has a value of the wrong type"),
    (changed(event_mentions={}), "event_mentions has a value of the wrong type"),
    (changed(more=json.loads("[" * 70 + "]" * 70)), "Lists and objects are nested more than 64"),
]


@pytest.mark.parametrize(("line", "sentence"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_line_that_can_not_be_read_is_passed_by(tmp_path: Path, line: Any, sentence: str) -> None:
    other = {**SECOND, "doc_id": "b"}
    (_, parcel), (wrong,) = read_lines(tmp_path, FIRST, line, other)
    assert wrong.startswith("2: " + sentence)
    assert parcel.article.id == "b"


def test_lines_of_one_article_must_follow_one_another(tmp_path: Path) -> None:
    other = {**SECOND, "doc_id": "b"}
    found, (wrong,) = read_lines(tmp_path, FIRST, other, SECOND)
    assert [parcel.article.id for parcel in found] == ["VNA_20200702.1", "b"]
    assert wrong == (
        "3: The article VNA_20200702.1 came to its end further up: put its lines together."
    )


def test_an_article_that_is_too_long_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(oneie_reading, "LONGEST", 4)
    other = {**SECOND, "doc_id": "b"}
    found, (wrong,) = read_lines(tmp_path, SECOND, SECOND, SECOND, other)
    assert [parcel.article.id for parcel in found] == ["b"]
    assert wrong == "1: The article VNA_20200702.1 has more than 0 MB: split it."


def test_windows_are_sentences_and_unknown_keys_are_kept(tmp_path: Path) -> None:
    first = {**FIRST, "wnd_id": "w-0", "lang": "vi", "start": 0}
    first["entity_mentions"] = [
        {**FIRST["entity_mentions"][0], "sure": True, "scores": [1, 2], "none": None},
        FIRST["entity_mentions"][1],
    ]
    del first["sent_id"]
    second = {**SECOND, "lang": "vi", "start": 24, "title": False}
    (parcel,), wrong = read_lines(tmp_path, first, second)
    assert wrong == []
    assert parcel.article.metadata == {"lang": "vi", "start": [0, 24], "title": {"1": False}}
    assert parcel.layers[0]["VNA-E1-1"].attributes == {
        "Mention": "NAM", "Subtype": "Individual", "sure": True, "scores": "[1, 2]",
    }  # fmt: skip


def test_keys_without_a_place_are_named_once(tmp_path: Path) -> None:
    argument = {"entity_id": "VNA-E1-1", "role": "Entity", "start": 0}
    (parcel,), wrong = read_lines(tmp_path, arguments(argument, argument))
    assert wrong == ["1: start is left out, here and further down: there is no place for it."]
    assert len(parcel.layers[0]["VNA-EV1-1"].links) == 2


def test_words_that_are_not_the_tokens_are_remarked_on(tmp_path: Path) -> None:
    path = file_of(tmp_path, mention(text="Lạng Sơn mới"), {**SECOND, "sentence": "Hết!"})
    found = list(read(path))
    assert [str(each) for each in found if isinstance(each, Remark)] == [
        f"{path}:1: entity_mentions[1].text is “Lạng Sơn mới”, but its tokens are {LANG_SON}.",
        f"{path}:2: The sentence is not made up of its tokens: the text is that of the tokens.",
    ]
    (parcel,) = [each for each in found if isinstance(each, Parcel)]
    assert parcel.article.text == "Ông Lan họp ở Lạng Sơn.\nHết"


def test_words_that_differ_in_blanks_alone_are_the_same() -> None:
    assert list(foreign.words_differ("text", "Lạng\nSơn", "Lạng Sơn", "")) == []
    assert list(foreign.words_differ("text", "T.P.", "T.P .", "")) == []


def test_ids_that_come_in_every_sentence_are_told_apart(tmp_path: Path) -> None:
    one = {"id": "E0", "entity_type": "PER", "start": 0, "end": 1}
    lines = [
        {**SECOND, "entity_mentions": [one], "event_mentions": [
            {"id": "E0", "event_type": "X", "trigger": {"start": 0, "end": 1},
             "arguments": [{"entity_id": "E0", "role": "who"}]}]}
        for _ in range(2)
    ]  # fmt: skip
    (parcel,), wrong = read_lines(tmp_path, *lines)
    assert wrong == []
    layer = parcel.layers[0]
    mentions, events = layer.of_kind(Kind.ENTITY), layer.of_kind(Kind.EVENT)
    assert [each.id for each in mentions] == ["E0", "T1"]
    assert [each.links[0].target for each in events] == ["E0", "T1"]
    assert [each.start for each in mentions] == [0, 4]


def test_a_format_is_told_from_others_of_its_kind(tmp_path: Path) -> None:
    for lines, is_one in [
        ((FIRST,), True),
        (([FIRST, SECOND],), True),
        (({"tokens": [], "event_mentions": []},), True),
        (({"tokens": ["a"], "tags": ["O"]},), False),
    ]:
        (source,) = sources(file_of(tmp_path, *lines))
        found = format_of(source)
        assert (found is not None and found.name == "oneie") is is_one


def test_an_array_is_read_like_lines(tmp_path: Path) -> None:
    (parcel,) = read_all(file_of(tmp_path, [FIRST, SECOND]))
    assert comparable([parcel]) == comparable(read_all(file_of(tmp_path, FIRST, SECOND)))


def test_files_of_a_folder_are_taken_by_what_they_hold(tmp_path: Path) -> None:
    file_of(tmp_path, FIRST)
    (tmp_path / "notes.json").write_text("{}")
    skipped, parcel = read(tmp_path, "oneie")
    assert isinstance(parcel, Parcel)
    assert str(skipped) == f"{tmp_path}/notes.json: Skipped: no file of the format oneie."


def test_the_article_keeps_the_text_to_the_letter() -> None:
    text = "\ufeff\r\n  Hội\u00a0nghị 👩🏽‍🌾.\t\r\n\r\nMo\u0323\u0302t. Hai\u2028 \n"
    article = Article("a", text)
    lines, _ = written([Parcel(article, (), "")])
    assert "".join(line["sentence"] for line in lines) == text
    assert len(lines) == 3


@given(damaged([FIRST, SECOND, {**SECOND, "doc_id": "b"}]) | st.binary(max_size=80))
def test_whatever_a_file_holds_it_is_read_or_refused(data: bytes) -> None:
    with folder() as place:
        path = place / "a.oneie.json"
        path.write_bytes(data)
        assert_read_or_refused(path, "oneie")
