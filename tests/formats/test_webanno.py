"""WebAnno TSV: rows of tokens carry all but what belongs to the article as a whole."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from annotator.formats.file_names import id_of, restorable_stem
from annotator.formats.format import UNNAMED, Losses, Parcel
from annotator.formats.losses import (
    DOCUMENT_LABELS,
    FURTHER_LAYERS,
    LAYERS,
    METADATA,
    NAMES,
    single_layers,
)
from annotator.formats.shapes import ENDS, LINKS
from annotator.formats.uima.dkpro import LARGE_NUMBERS
from annotator.formats.webanno import CLUSTER_WORDS, EMPTY_CLUSTERS
from annotator.formats.writing import write
from annotator.language.segmentation import syllables
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from tests.formats.dump import comparable, dump
from tests.formats.round_trip import RoundTrip, read_all


def file_of(article: Article) -> str:
    return f"{restorable_stem(article.id)}.tsv"


def back_id(article: Article) -> str:
    return id_of(restorable_stem(article.id))


def mentions(layer: Layer, cluster: Annotation) -> list[Link]:
    """Return the links of a cluster that chains can hold: those to mentions and triggers."""
    kinds = {each.id: each.kind for each in layer}
    return [link for link in cluster.links if kinds[link.target] in (Kind.ENTITY, Kind.EVENT)]


def carried(layer: Layer) -> Iterator[Annotation]:
    for each in layer:
        if each.kind is Kind.CLUSTER:
            if links := mentions(layer, each):
                yield Annotation(each.id, each.kind, each.label, links=tuple(links))
        elif each.kind is not Kind.DOCUMENT:
            yield each


class TestRoundTrip(RoundTrip):
    format = "webanno"
    out = "out"
    keeps_ids = False

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        result: list[Parcel] = []
        for article, layer, _ in single_layers(written, Losses()):
            again = Article(back_id(article), article.text, {"source": file_of(article)})
            left = carried(layer) if layer else ()
            result.append(Parcel(again, (Layer(again, UNNAMED, left),), ""))
        return result

    def lost(self, written: Sequence[Parcel]) -> Losses:
        losses = Losses()
        for article, layer, _ in single_layers(written, losses):
            losses[NAMES] += back_id(article) != article.id
            losses[METADATA] += len(article.metadata)
            for each in layer or ():
                losses[DOCUMENT_LABELS] += each.kind is Kind.DOCUMENT
                if each.kind is not Kind.CLUSTER or layer is None:
                    continue
                links = mentions(layer, each)
                losses[LINKS] += len(each.links) - len(links)
                losses[EMPTY_CLUSTERS] += not links
                if links:
                    words = len(each.attributes) + bool(each.note) + bool(each.origin)
                    losses[CLUSTER_WORDS] += words
        return +losses


del RoundTrip

SEEDS = Path(__file__).parents[2] / "seeds"

ARTICLE = Article("a", "Họp ở Lạng Sơn 👩. Mưa\r\nto.\n\n  Hết", {"source": "a.tsv"})

ANNOTATIONS = [
    Annotation("T1", Kind.ENTITY, "L_OC", (Fragment(6, 14),), attributes={"sure": True, "n": 5}),
    Annotation("T2", Kind.ENTITY, "MISC", (Fragment(0, 3), Fragment(6, 10)), note="a|b"),
    Annotation("T3", Kind.ENTITY, "PART", (Fragment(7, 10),)),
    Annotation("T4", Kind.ENTITY, "SPACE", (Fragment(28, 30),)),
    Annotation("T5", Kind.ENTITY, "PER", (Fragment(15, 16),), attributes={"x": ""}),
    Annotation("E1", Kind.EVENT, "Meet", (Fragment(0, 3),), (Link("At", "T1"), Link("Of;", "E2"))),
    Annotation("E2", Kind.EVENT, "Rain"),
    Annotation("E3", Kind.EVENT, "Copy", (Fragment(6, 14),)),
    Annotation("R1", Kind.RELATION, "in", (), (Link("from", "E2"), Link("to", "T1"))),
    Annotation("C1", Kind.CLUSTER, "same", (), (Link("member", "E3"), Link("member", "T5"))),
]

WRITTEN = """\
#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|annotator_fragments|n_integer|note|\
sure_boolean|value|x
#T_SP=webanno.custom.Event|annotator_links|label|ROLE_webanno.custom.Event:arguments_\
webanno.custom.EventArgumentsLink|uima.tcas.Annotation
#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceRelation|referenceType
#T_RL=webanno.custom.Relation|label|BT_webanno.custom.Event


#Text=Họp ở Lạng Sơn 👩.\x20
1-1¦0-3¦Họp¦0-3 6-10[1]¦*[1]¦a\\|b[1]¦*[1]¦MISC[1]¦*[1]¦*¦Meet¦At;Of\\;¦1-3[3];1-1.1[2]¦_¦_¦_¦_¦
1-1.1¦0-0¦¦_¦_¦_¦_¦_¦_¦*[2]¦Rain[2]¦_[2]¦*¦_¦_¦_¦_¦
1-2¦4-5¦ở¦0-3 6-10[1]¦*[1]¦a\\|b[1]¦*[1]¦MISC[1]¦*[1]¦_¦_¦_¦_¦_¦_¦_¦_¦
1-3¦6-10¦Lạng¦0-3 6-10[1]|*[3]¦*[1]|5[3]¦a\\|b[1]|*[3]¦*[1]|true[3]¦MISC[1]|L\\_OC[3]¦*[1]|*[3]\
¦1-1[4]¦Copy[4]¦_[4]¦*¦*->1-1¦same[1]¦in¦1-1.1[2_3]¦
1-3.1¦7-10¦ạng¦*¦*¦*¦*¦PART¦*¦_¦_¦_¦_¦_¦_¦_¦_¦
1-4¦11-14¦Sơn¦*[3]¦5[3]¦*[3]¦true[3]¦L\\_OC[3]¦*[3]¦1-1[4]¦Copy[4]¦_[4]¦*¦*->1-1¦same[1]¦_¦_¦
1-5¦15-17¦👩¦*¦*¦*¦*¦PER¦¦_¦_¦_¦_¦*->1-2¦same[1]¦_¦_¦
1-6¦17-18¦.¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦

#Text=Mưa\\r
2-1¦19-22¦Mưa¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦

#Text=to.
#Text=
#Text=\x20\x20
3-1¦24-26¦to¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦
3-2¦26-27¦.¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦
3-3¦29-31¦  ¦*¦*¦*¦*¦SPACE¦*¦_¦_¦_¦_¦_¦_¦_¦_¦

#Text=Hết
4-1¦31-34¦Hết¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦
""".replace("¦", "\t")


def written(*parcels: Parcel) -> tuple[str, Losses]:
    stream = io.BytesIO()
    losses = write(parcels, stream, "webanno")
    return stream.getvalue().decode(), losses


def test_all_that_it_carries_as_it_is_written(tmp_path: Path) -> None:
    parcel = Parcel(ARTICLE, (Layer(ARTICLE, UNNAMED, ANNOTATIONS),), "")
    content, losses = written(parcel)
    assert content == WRITTEN
    assert losses == {LAYERS: 1}
    (tmp_path / "a.tsv").write_text(content, encoding="utf-8", newline="")
    assert comparable(read_all(tmp_path / "a.tsv")) == comparable([parcel])


def test_a_seed_with_all_its_words_comes_back(tmp_path: Path) -> None:
    (path,) = SEEDS.glob("*.txt")
    article = Article(path.stem, path.read_bytes().decode(), {"source": f"{path.stem}.tsv"})
    words = [
        Annotation(f"T{number}", Kind.ENTITY, "W", (word,), rank=number)
        for number, word in enumerate(syllables(article.text), 1)
    ]
    parcel = Parcel(article, (Layer(article, UNNAMED, words),), "")
    write([parcel], tmp_path / "out", "webanno")
    assert dump(read_all(tmp_path / "out")) == dump([parcel])


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\u200b", "a", "\n\n a", "a \n ", "\x07\x1f", "\\n"]
)
def test_any_text_comes_back(tmp_path: Path, text: str) -> None:
    article = Article("a", text, {"source": "a.tsv"})
    write([Parcel(article, (), "")], tmp_path / "a.tsv", "webanno")
    assert dump(read_all(tmp_path / "a.tsv")) == dump(
        [Parcel(article, (Layer(article, UNNAMED),), "")]
    )


def test_what_has_no_place_is_counted() -> None:
    annotations = [
        *ANNOTATIONS[:1],
        Annotation("R1", Kind.RELATION, "x", (), (Link("from", "T1"),)),
        Annotation("C1", Kind.CLUSTER, "y", (), (), {"a": 1}, "note"),
        Annotation("C2", Kind.CLUSTER, "z", (), (Link("member", "T1"),), {"a": 1}, "note", "me"),
        Annotation("D1", Kind.DOCUMENT, "w"),
        Annotation("T2", Kind.ENTITY, "v", (Fragment(0, 1),), (), {"a": 2**70}),
    ]
    first, second = (Layer(ARTICLE, name, annotations) for name in ("lan", "mai"))
    other = Article("b", "b", {"title": "B", "source": "b.txt"})
    _, losses = written(Parcel(ARTICLE, (first, second), ""))
    assert losses == {
        LAYERS: 1, FURTHER_LAYERS: 1, ENDS: 1, EMPTY_CLUSTERS: 1, CLUSTER_WORDS: 3,
        LARGE_NUMBERS: 1, DOCUMENT_LABELS: 1,
    }  # fmt: skip
    assert written(Parcel(other, (), ""))[1] == {METADATA: 2}


def test_one_file_takes_one_article() -> None:
    parcels = [Parcel(Article(id, id), (), "") for id in "ab"]
    with pytest.raises(AnnotatorError, match="more than one article"):
        written(*parcels)
    with pytest.raises(AnnotatorError, match="no article"):
        written()


def test_the_relation_of_links_is_an_attribute(tmp_path: Path) -> None:
    members = (Link("member", "T1"), Link("member", "T1"))
    cluster = Annotation("C1", Kind.CLUSTER, "nam", (), members, {"referenceRelation": "a->b"})
    parcel = Parcel(ARTICLE, (Layer(ARTICLE, UNNAMED, [ANNOTATIONS[0], cluster]),), "")
    content, losses = written(parcel)
    assert "a\\->b->1-1|a\\->b->1-2" in content
    assert losses == {LAYERS: 1}
    (tmp_path / "a.tsv").write_text(content, encoding="utf-8", newline="")
    assert comparable(read_all(tmp_path / "a.tsv")) == comparable([parcel])
