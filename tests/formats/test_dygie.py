"""DyGIE++'s lines: read as its document states them, written as its loader takes them."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import dygie, sentence_bound
from annotator.formats.files import sources
from annotator.formats.format import UNNAMED, Losses, Parcel
from annotator.formats.losses import CLUSTERS, LAYERS, METADATA
from annotator.formats.recognition import format_of
from annotator.language.segmentation import words
from annotator.model.annotation import FROM, MEMBER, TO, Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from tests.formats import json_lines
from tests.formats.damage import assert_read_or_refused, damaged
from tests.formats.json_lines import file_of, read_lines
from tests.formats.round_trip import folder
from tests.formats.strategies import parcels
from tests.formats.token_bound import TokenRoundTrip, kept_in_sentences, token_articles

DOCUMENT: dict[str, Any] = {
    "doc_key": "vna-1",
    "dataset": "news",
    "weight": 0.5,
    "sentences": [["Ông", "Lan", "họp", "ở", "Lạng Sơn", "."], ["Ông", "về", "Huế"]],
    "ner": [[[0, 1, "PER"], [4, 4, "GPE"]], [[6, 6, "PER"], [8, 8, "GPE"]]],
    "relations": [[[0, 1, 4, 4, "PHYS"]], []],
    "events": [[[[2, "Meet"], [0, 1, "Entity"], [4, 4, "Place"]]], [[[7, "Meet"]]]],
    "clusters": [[[0, 1], [6, 6]]],
    "event_clusters": [[[2, 2], [7, 7]]],
    "sentence_start": [0, 6],
    "_sentence_index": [0, 1],
}
LAYER = [
    Annotation("T1", Kind.ENTITY, "PER", (Fragment(0, 7),)),
    Annotation("T2", Kind.ENTITY, "GPE", (Fragment(14, 22),)),
    Annotation("T3", Kind.ENTITY, "PER", (Fragment(25, 28),)),
    Annotation("T4", Kind.ENTITY, "GPE", (Fragment(32, 35),)),
    Annotation("E1", Kind.EVENT, "Meet", (Fragment(8, 11),),
               (Link("Entity", "T1"), Link("Place", "T2"))),
    Annotation("E2", Kind.EVENT, "Meet", (Fragment(29, 31),)),
    Annotation("R1", Kind.RELATION, "PHYS", (), (Link(FROM, "T1"), Link(TO, "T2"))),
    Annotation("C1", Kind.CLUSTER, "Coreference", (), (Link(MEMBER, "T1"), Link(MEMBER, "T3"))),
    Annotation("C2", Kind.CLUSTER, "Coreference", (), (Link(MEMBER, "E1"), Link(MEMBER, "E2"))),
]  # fmt: skip


written = partial(json_lines.written, format="dygie")


def of_layer(text: str, *annotations: Annotation, **metadata: Any) -> Parcel:
    article = Article("a", text, metadata)
    return Parcel(article, (Layer(article, "lan", annotations),), "")


def kept(layer: Layer, losses: Losses) -> Iterable[Annotation]:
    """Return what comes back, links leading to the first mention or event of their tokens."""
    found = kept_in_sentences(layer, losses, words, longest_trigger=1)
    by_sentence = sorted(
        (each for each in found.annotations if each.id in found.sentence_of),
        key=lambda each: found.sentence_of[each.id],
    )
    at = {}
    for each in by_sentence:
        at.setdefault((each.kind, each.fragments), each)
    first = {each.id: at[each.kind, each.fragments] for each in by_sentence}

    def is_other(id: str) -> bool:
        is_event = layer[id].kind is Kind.EVENT
        return first[id].id != id and (is_event or first[id].label != layer[id].label)

    for each in found.annotations:
        if each.kind is Kind.CLUSTER:
            yield from _cluster(each, layer, first, is_other, losses)
            continue
        losses[dygie.SHARED] += sum(is_other(link.target) for link in each.links)
        links = tuple(Link(link.role, first[link.target].id) for link in each.links)
        yield replace(each, links=links)


def _cluster(
    cluster: Annotation, layer: Layer, first: Any, is_other: Any, losses: Losses
) -> Iterable[Annotation]:
    kinds = {layer[link.target].kind for link in cluster.links}
    if kinds not in ({Kind.ENTITY}, {Kind.EVENT}):
        losses[dygie.MIXED_CLUSTERS] += 1
        return
    members: list[str] = []
    for link in cluster.links:
        if link.target not in first:
            losses[sentence_bound.MEMBER_LEFT_OUT] += 1
        elif (target := first[link.target].id) in members:
            losses[dygie.SHARED] += 1
        else:
            losses[dygie.SHARED] += is_other(link.target)
            members.append(target)
    if members:
        losses[sentence_bound.CLUSTER_LABELS] += 1
        yield replace(
            cluster, label="Coreference", links=tuple(Link(MEMBER, each) for each in members)
        )
    else:
        losses[CLUSTERS] += 1


class TestRoundTrip(TokenRoundTrip):
    format = "dygie"
    out = "out.dygie.json"

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        return token_articles(written, kept, lambda article: {}, layer_always=False)[0]

    def lost(self, written: Sequence[Parcel]) -> Losses:
        return token_articles(written, kept, lambda article: {}, layer_always=False)[1]


def test_a_line_as_the_document_states_it(tmp_path: Path) -> None:
    (parcel,), wrong = read_lines(tmp_path, DOCUMENT)
    assert wrong == []
    article, (layer,), where = parcel
    assert (article.id, article.text) == ("vna-1", "Ông Lan họp ở Lạng Sơn .\nÔng về Huế")
    assert article.metadata == {"dataset": "news", "weight": 0.5, "_sentence_index": [0, 1]}
    assert where == f"{tmp_path}/train.json:1"
    assert layer.reviewer == UNNAMED
    assert list(layer) == LAYER


def test_what_was_read_is_written_as_it_stood(tmp_path: Path) -> None:
    (parcel,), _ = read_lines(tmp_path, DOCUMENT)
    (line,), losses = written([parcel])
    assert losses == {LAYERS: 1, METADATA: 1}
    more = ("sentence_start", "_sentence_index")
    assert {key: value for key, value in line.items() if key != "_text"} == {
        key: value for key, value in DOCUMENT.items() if key not in more
    }
    assert line["_text"] == ["Ông Lan họp ở Lạng Sơn .\n", "Ông về Huế"]


ALLOWED = re.compile(
    "doc_key|dataset|sentences|weight|.*ner$|.*relations$|.*clusters$|.*events$|^_.*"
)


@given(parcels())
def test_lines_have_what_the_loader_of_dygie_asks_for(parcels: list[Parcel]) -> None:
    of_document = {"doc_key", "dataset", "clusters", "event_clusters", "weight"}
    for line in written(parcels)[0]:
        assert all(map(ALLOWED.match, line))
        assert isinstance(line["dataset"], str)
        assert len({len(line[key]) for key in line.keys() - of_document}) == 1
        assert all(all(sentence) and sentence for sentence in line["sentences"])
        starts = [0]
        for sentence in line["sentences"]:
            starts.append(starts[-1] + len(sentence))
        for number, (start, end) in enumerate(pairwise(starts)):
            spans = [each[:2] for each in line.get("ner", {number: []})[number]]
            for each in line.get("relations", {number: []})[number]:
                assert len(each) == 5
                spans += [each[:2], each[2:4]]
            for trigger, *some in line.get("events", {number: []})[number]:
                assert len(trigger) == 2
                spans += [[trigger[0], trigger[0]], *(each[:2] for each in some)]
            assert all(start <= first <= last < end for first, last in spans)
        named = [each[:2] for sentence in line.get("ner", []) for each in sentence]
        assert all(span in named for cluster in line.get("clusters", []) for span in cluster)


def test_words_of_several_syllables_are_one_token() -> None:
    (line,), losses = written(
        [of_layer("Họ tổ chức họp.", Annotation("E1", Kind.EVENT, "Meet", (Fragment(3, 10),)))]
    )
    assert line["sentences"] == [["Họ", "tổ chức", "họp", "."]]
    assert line["events"] == [[[[1, "Meet"]]]]
    assert losses == {LAYERS: 1}


def test_a_trigger_of_two_words_is_left_out_and_counted() -> None:
    trigger = Annotation("E1", Kind.EVENT, "Meet", (Fragment(3, 14),))
    cluster = Annotation("C1", Kind.CLUSTER, "Coreference", (), (Link(MEMBER, "E1"),))
    (line,), losses = written([of_layer("Họ tổ chức họp.", trigger, cluster)])
    assert line["events"] == [[]]
    assert losses == {
        LAYERS: 1, sentence_bound.LONG_TRIGGERS: 1, sentence_bound.MEMBER_LEFT_OUT: 1, CLUSTERS: 1,
    }  # fmt: skip


def test_links_to_one_of_several_mentions_of_the_same_tokens_lead_to_the_first() -> None:
    (line,), losses = written(
        [
            of_layer(
                "Lan về Huế",
                Annotation("T1", Kind.ENTITY, "PER", (Fragment(0, 3),)),
                Annotation("T2", Kind.ENTITY, "NAME", (Fragment(0, 3),)),
                Annotation("T3", Kind.ENTITY, "PER", (Fragment(0, 3),)),
                Annotation("E1", Kind.EVENT, "Go", (Fragment(4, 6),),
                           (Link("who", "T2"), Link("who", "T3"))),
                Annotation("C1", Kind.CLUSTER, "Coreference", (),
                           (Link(MEMBER, "T1"), Link(MEMBER, "T2"))),
            )
        ]
    )  # fmt: skip
    assert line["ner"] == [[[0, 0, "PER"], [0, 0, "NAME"], [0, 0, "PER"]]]
    assert line["events"] == [[[[1, "Go"], [0, 0, "who"], [0, 0, "who"]]]]
    assert line["clusters"] == [[[0, 0]]]
    assert losses == {LAYERS: 1, dygie.SHARED: 2}


def test_clusters_the_format_has_no_place_for_are_counted() -> None:
    (line,), losses = written(
        [
            of_layer(
                "Lan về",
                Annotation("T1", Kind.ENTITY, "PER", (Fragment(0, 3),)),
                Annotation("E1", Kind.EVENT, "Go", (Fragment(4, 6),)),
                Annotation("C1", Kind.CLUSTER, "Coreference", (),
                           (Link(MEMBER, "T1"), Link(MEMBER, "E1"))),
                Annotation("C2", Kind.CLUSTER, "Coreference"),
                Annotation("C3", Kind.CLUSTER, "Bridge", (), (Link("head", "T1"),)),
            )
        ]
    )  # fmt: skip
    assert line["clusters"] == [[[0, 0]]]
    assert "event_clusters" not in line
    assert losses == {
        LAYERS: 1, dygie.MIXED_CLUSTERS: 1, CLUSTERS: 1, sentence_bound.CLUSTER_LABELS: 1,
        sentence_bound.UNUSUAL: 1,
    }  # fmt: skip


def test_dataset_and_weight_are_the_metadata_that_are_carried() -> None:
    metadata = {"weight": 2, "dataset": "x", "title": "y"}
    (line,), losses = written([of_layer("a", **metadata)])
    assert (line["dataset"], line["weight"]) == ("x", 2)
    assert losses == {LAYERS: 1, METADATA: 1}
    (line,), losses = written([of_layer("a", weight=True, dataset="")])
    assert line["dataset"] == "annotator"
    assert "weight" not in line
    assert losses == {LAYERS: 1, METADATA: 2}


def test_an_article_without_a_layer_has_no_lists(tmp_path: Path) -> None:
    (line,), losses = written([Parcel(Article("a", "Lan về"), (), "")])
    assert line == {
        "doc_key": "a", "dataset": "annotator", "sentences": [["Lan", "về"]], "_text": ["Lan về"],
    }  # fmt: skip
    assert losses == {}
    (parcel,), _ = read_lines(tmp_path, line)
    assert parcel.layers == ()


def changed(**changes: Any) -> dict[str, Any]:
    return {**DOCUMENT, **changes}


LEFT_OUT = [
    (changed(ner=[[[0, 9, "X"]]]), "ner[0][0]: 0–9 are no tokens of this article, which has 0–8."),
    (changed(ner=[[[-1, 0, "X"]]]), "ner[0][0]: -1–0 are no tokens"),
    (changed(ner=[[[10**18, 10**18, "X"]]]), "ner[0][0]: 1000000000000000000–"),
    (changed(ner=[[[3, 2, "X"]]]), "ner[0][0]: 3–2 are no tokens"),
    (changed(ner=[[["3", 2, "X"]]]), "ner[0][0] has a value of the wrong type: it must be of type"),
    (changed(ner=[[[3.0, 3, "X"]]]), "ner[0][0] has a value of the wrong type"),
    (changed(ner=[[[True, 3, "X"]]]), "ner[0][0] has a value of the wrong type"),
    (changed(ner=[[[3, 3, ""]]]), "ner[0][0] has an empty label."),
    (changed(ner=[[[3, 3, "X", 0.4, 0.9]]]), "ner[0][0] has 5 items, not 3."),
    (changed(ner=[3]), "ner[0] has a value of the wrong type: it must be of type array."),
    (changed(events=[[[]]]), "events[0][0][0] has a value of the wrong type"),
    (changed(events=[[[["x", "Meet"]]]]), "events[0][0][0] has a value of the wrong type"),
    (changed(events=[[[[0, 1, 2, "Meet"]]]]), "events[0][0][0] has 4 items, not 2."),
    (changed(events=[[[[2, "Meet"], [9, 9, "X"]]]]), "events[0][0][1]: 9–9 are no tokens"),
    (changed(relations=[[[0, 1, 4, "PHYS"]]]), "relations[0][0] has 4 items, not 5."),
    (changed(relations=[[[0, 1, 4, 44, "PHYS"]]]), "relations[0][0]: 4–44 are no tokens"),
    (changed(clusters=[7]), "clusters[0] has a value of the wrong type"),
    (changed(clusters=[[[0, 1], [6]]]), "clusters[0][1] has 1 items, not 2."),
    (changed(event_clusters=[[[2, 2], [3, 3]]]), "event_clusters[0][1] leads to no event."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "sentence"), LEFT_OUT, ids=lambda value: str(value)[:40])
def test_what_can_not_be_read_is_named_and_the_rest_goes_in(
    tmp_path: Path, line: Any, sentence: str
) -> None:
    bare = {**line}
    for key in ("ner", "relations", "events", "clusters", "event_clusters"):
        if line[key] == DOCUMENT[key] and not (key == "events" and "event_c" in sentence):
            del bare[key]
    (parcel, other), wrong = read_lines(tmp_path, bare, {**DOCUMENT, "doc_key": "b"})
    wrong = [each for each in wrong if "came in as mentions" not in each]
    assert [each.split(": ", 1)[0] for each in wrong] == ["1"]
    assert wrong[0].startswith("1: " + sentence)
    assert parcel.article.id == "vna-1"
    assert len(other.layers[0]) == len(LAYER)


REFUSED = [
    ([], "The line has a value of the wrong type: it must be of type object."),
    ({"sentences": [["a"]], "ner": []}, "doc_key is missing."),
    (changed(doc_key=""), "doc_key is empty."),
    (changed(doc_key=7), "doc_key has a value of the wrong type"),
    (changed(sentences=[]), "sentences is empty, or has an empty text."),
    (changed(sentences=[["a", ""]]), "sentences is empty, or has an empty text."),
    (changed(sentences=["ab"]), "sentences has a value of the wrong type: it must be of type arr"),
    (changed(sentences=[[1]]), "sentences has a value of the wrong type: it must be of type str"),
    (changed(ner={}), "ner has a value of the wrong type: it must be of type array."),
    (changed(more=json.loads("[" * 70 + "]" * 70)), "Lists and objects are nested more than 64"),
]


@pytest.mark.parametrize(("line", "sentence"), REFUSED, ids=lambda value: str(value)[:40])
def test_a_line_that_can_not_be_read_is_passed_by(tmp_path: Path, line: Any, sentence: str) -> None:
    (_, parcel), (wrong,) = read_lines(tmp_path, DOCUMENT, line, {**DOCUMENT, "doc_key": "b"})
    assert wrong.startswith("2: " + sentence)
    assert parcel.article.id == "b"


def test_links_to_what_is_no_mention_make_one(tmp_path: Path) -> None:
    line = changed(ner=[], relations=[[[0, 1, 4, 4, "PHYS"]]], event_clusters=[])
    (parcel,), wrong = read_lines(tmp_path, line)
    assert wrong[0] == (
        "1: 3 stretches that arguments, relations or clusters lead to are no mentions: they came in"
        " as mentions with the label Mention."
    )
    assert len(wrong) == 1
    mentions = parcel.layers[0].of_kind(Kind.ENTITY)
    assert [(each.label, each.start) for each in mentions] == [
        ("Mention", 0), ("Mention", 14), ("Mention", 25),
    ]  # fmt: skip


def test_arguments_may_lead_to_events(tmp_path: Path) -> None:
    line = changed(events=[[[[2, "Meet"], [7, 7, "after"]]], [[[7, "Go"], [2, 2, "before"]]]])
    (parcel,), wrong = read_lines(tmp_path, line)
    assert wrong == []
    events = parcel.layers[0].of_kind(Kind.EVENT)
    assert [each.links for each in events] == [(Link("after", "E2"),), (Link("before", "E1"),)]


def test_triggers_of_several_tokens_are_read_as_later_versions_write_them(tmp_path: Path) -> None:
    line = changed(events=[[[[2, 3, "Meet"]]]], event_clusters=[[[2, 3]]])
    (parcel,), wrong = read_lines(tmp_path, line)
    assert wrong == []
    assert parcel.layers[0]["E1"].fragments == (Fragment(8, 13),)


def test_predictions_are_left_out_and_named_once(tmp_path: Path) -> None:
    line = changed(predicted_ner=[[[0, 0, "X", 3.2, 0.9]], []], predicted_clusters=[])
    (first, _), wrong = read_lines(tmp_path, line, {**line, "doc_key": "b"})
    assert wrong == [
        f"1: predicted_{key} is left out, here and further down: there is no place for it."
        for key in ("ner", "clusters")
    ]
    assert "predicted_ner" not in first.article.metadata


def test_a_text_that_is_not_its_tokens_gives_way_to_them(tmp_path: Path) -> None:
    (parcel,), wrong = read_lines(tmp_path, changed(_text=["Bà Lan", "Ông về Huế!"]))
    assert wrong == ["1: _text is not made up of the tokens: the text is that of the tokens."]
    assert parcel.article.text == "Ông Lan họp ở Lạng Sơn .\nÔng về Huế"
    assert "_text" not in parcel.article.metadata


@pytest.mark.parametrize("odd", [["x"], "xy", [1, 2], ["x", "y", 3], None])
def test_what_is_no_text_of_sentences_is_no_text(tmp_path: Path, odd: Any) -> None:
    (parcel,), wrong = read_lines(tmp_path, changed(_text=odd))
    assert wrong == []
    assert parcel.article.metadata["_text"] == odd


def test_a_format_is_told_from_others_of_its_kind(tmp_path: Path) -> None:
    for line, is_one in [
        (DOCUMENT, True),
        ({"clusters": [], "sentences": []}, True),
        ([DOCUMENT], True),
        ({"sentences": [], "labels": []}, False),
        ({"ner": [], "tokens": []}, False),
    ]:
        (source,) = sources(file_of(tmp_path, line))
        found = format_of(source)
        assert (found is not None and found.name == "dygie") is is_one


@given(damaged([DOCUMENT, {**DOCUMENT, "doc_key": "b"}]) | st.binary(max_size=80))
def test_whatever_a_file_holds_it_is_read_or_refused(data: bytes) -> None:
    with folder() as place:
        path = place / "a.dygie.json"
        path.write_bytes(data)
        assert_read_or_refused(path, "dygie")
