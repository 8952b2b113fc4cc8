"""What a query finds, with its context, and what is done to all of it at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.search.bulk import relabel_all, remove_all, tag_all
from annotator.search.hits import Hit, hits_in, in_order
from annotator.search.parsing import parse

TEXT = "Ông Đỗ Minh thăm đồng bằng Sơn Hà.\nĐông người đến; dong riềng, Đồng Tháp."


def _layer(status: Status = Status.DONE) -> Layer:
    return Layer(
        Article("a", TEXT, {"title": "Chuyến thăm", "author": "P.V"}),
        "lan",
        [
            Annotation("T1", Kind.ENTITY, "PER", (Fragment(4, 11),), rank=0),
            Annotation("T2", Kind.ENTITY, "LOC", (Fragment(27, 33),), note="tỉnh", rank=1),
            Annotation("T3", Kind.ENTITY, "LOC", (Fragment(17, 33),), rank=2),
            Annotation(
                "E1", Kind.EVENT, "Visit", (Fragment(12, 16),),
                (Link("Visitor", "T1"), Link("Place", "T2")), {"Tense": "past", "n": 2}, rank=3,
            ),
        ],
        status,
    )  # fmt: skip


def _found(query: str) -> list[str]:
    layer = _layer()
    hits = hits_in(parse(query), layer.article, (layer,))
    return [each.annotation or each.words for each in hits]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("dong", ["đồng", "Đông", "dong", "Đồng"]),
        ("đông", ["Đông"]),
        ("đồng bằng", ["đồng bằng"]),
        ("dong*", ["đồng", "Đông", "dong", "Đồng"]),
        ("do", ["Đỗ"]),
        ("ong", ["Ông"]),
        ("do*", ["Đỗ", "đồng", "Đông", "dong", "Đồng"]),
        ("sơn hà", ["Sơn Hà"]),
        ('"Sơn Hà" or đông', ["Sơn Hà", "Đông"]),
        ("đông not riềng", []),
        ("đông by:lan", ["Đông"]),
        ("đông by:mai", []),
        ("đông status:done", ["Đông"]),
        ("đông not status:new", ["Đông"]),
        ("đông title:thăm", ["Đông"]),
        ("đông meta:author=P.V", ["Đông"]),
        (r"/\w+ [Hh]à/", ["Sơn Hà"]),
        ("entity:LOC", ["T3", "T2"]),
        ("entity:*", ["T1", "T3", "T2"]),
        ("label:LOC note:tinh", ["T2"]),
        ("entity:LOC text=Sơn_Hà", ["T2"]),
        ("entity:LOC text:sơn", ["T3", "T2"]),
        ('text~"^đ"', ["T1", "T3"]),
        ("entity:LOC inside event:Visit", ["T2"]),
        ("entity:LOC inside entity:LOC", ["T2"]),
        ("event:Visit role:Place=Sơn_Hà", ["E1"]),
        ("event:Visit role:Place=Hà", []),
        ("role:*(entity:PER)", ["E1"]),
        ("event:Visit not role:Time", ["E1"]),
        ("attribute:Tense=past", ["E1"]),
        ("attribute:n=2", ["E1"]),
        ("not attribute:Tense entity:PER", ["T1"]),
        ("entity:PER riềng", ["T1"]),
        ("entity:PER tháng", []),
        ("by:lan", ["T1", "E1", "T3", "T2"]),
    ],
)
def test_what_is_found(query: str, found: list[str]) -> None:
    assert _found(query) == found


@pytest.mark.parametrize(
    "query",
    ["article=000_a1", "by:mai_anh", "by=mai_anh", 'by="mai_anh"', "note=sơn_hà", "note:sơn_hà"],
)
def test_an_underscore_finds_itself_and_a_space(query: str) -> None:
    article = Article("000_a1", TEXT)
    note = "Sơn Hà"
    found = [Annotation("T1", Kind.ENTITY, "PER", (Fragment(4, 11),), note=note)]
    layer = Layer(article, "mai_anh", found)
    assert len(list(hits_in(parse(query), article, (layer,)))) == 1
    spaced = Layer(Article("000 a1", TEXT), "mai anh", found)
    asks_for_it = '"' in query
    assert len(list(hits_in(parse(query), spaced.article, (spaced,)))) == (not asks_for_it)


def test_a_hit_has_its_place_and_its_context_on_one_line() -> None:
    layer = _layer()
    (hit,) = hits_in(parse("đông"), layer.article, ())
    assert hit == Hit(
        "a", "Chuyến thăm", (Fragment(35, 39),), TEXT[:35].replace("\n", " "), "Đông", TEXT[39:]
    )
    annotations = list(hits_in(parse("entity:LOC text=Sơn_Hà"), layer.article, (layer,)))
    assert annotations[0][6:] == ("lan", "T2", Kind.ENTITY, "LOC")


_LETTERS = st.text("aăâđdoôơ \u0301\u0300\n.", max_size=40)


@given(_LETTERS, st.text("aăâđdoôơ", min_size=1, max_size=3))
def test_hits_are_sorted_stretches_of_the_text(text: str, word: str) -> None:
    hits = list(hits_in(parse(f'"{word}"'), Article("a", text), ()))
    places = [each.fragments[0] for each in hits]
    assert places == sorted(places)
    for hit, (start, end) in zip(hits, places, strict=True):
        assert hit.words == text[start:end].replace("\n", " ")
        assert not (start and text[start - 1].isalpha())


def test_orders() -> None:
    def hit(left: str, words: str, right: str) -> Hit:
        return Hit("a", "", (), left, words, right)

    hits = [hit("ở tỉnh", "B", "đi"), hit("về làng", "a", "da"), hit("xã tinh", "Á", "đá")]
    assert [each.left for each in in_order(hits, "left")] == ["về làng", "xã tinh", "ở tỉnh"]
    assert [each.words for each in in_order(hits, "hit")] == ["a", "Á", "B"]
    assert [each.right for each in in_order(hits, "right")] == ["da", "đá", "đi"]
    assert in_order(hits, "article") == hits


def test_all_hits_are_tagged_relabelled_removed_by_one_edit() -> None:
    layer = _layer()
    found = list(hits_in(parse("dong"), layer.article, ()))
    bulk = tag_all(found, Kind.ENTITY, "MISC", lambda _: _layer())
    layer.apply(bulk.edit)
    assert (bulk.done, bulk.refused) == (4, [])
    assert len(list(hits_in(parse("entity:MISC"), layer.article, (layer,)))) == 4
    assert len(layer) == 8
    again = tag_all(found, Kind.ENTITY, "MISC", lambda _: layer)
    assert (again.done, again.edit.changes) == (0, ())

    hits = list(hits_in(parse("entity:LOC"), layer.article, (layer,)))
    bulk = relabel_all(hits, "GPE", lambda _: _layer())
    layer.apply(bulk.edit)
    assert {layer["T2"].label, layer["T3"].label} == {"GPE"}
    hits = list(hits_in(parse("entity:GPE"), layer.article, (layer,)))
    bulk = remove_all([*hits, *hits], lambda _: _copy(layer))
    layer.apply(bulk.edit)
    assert bulk.done == 2
    assert "T2" not in layer
    assert [link.target for link in layer["E1"].links] == ["T1"]


def test_a_locked_layer_and_another_ones_annotations_are_left() -> None:
    locked = _layer(Status.LOCKED)
    hits = list(hits_in(parse("entity:LOC"), locked.article, (locked,)))
    bulk = relabel_all(hits, "GPE", lambda _: locked)
    assert bulk.done == 0
    assert "locked" in str(bulk.refused[0].message)
    others = [each._replace(reviewer="mai") for each in hits]
    bulk = remove_all([*others, *hits], lambda _: _layer())
    assert (bulk.done, len(bulk.refused)) == (2, 2), "one's own are removed, whoever comes first"


def test_an_annotation_that_is_another_one_by_now_is_left() -> None:
    layer = _layer()
    hits = list(hits_in(parse("entity:LOC"), layer.article, (layer,)))
    layer.apply(edits.relabel(layer, ["T2"], "PER"))
    layer.apply(edits.set_fragments(layer, "T3", [Fragment(12, 16)]))
    for bulk in (
        remove_all(hits, lambda _: layer),
        relabel_all(hits, "GPE", lambda _: layer),
    ):
        assert bulk.edit.changes == ()
        assert len(bulk.refused) == 2


def _copy(layer: Layer) -> Layer:
    return Layer(layer.article, layer.reviewer, layer, layer.status, layer.curated)
