"""UIMA CAS as Annotator writes it, and what others may do to it."""

import io
from pathlib import Path

import pytest

from annotator.formats.format import Losses, Parcel
from annotator.formats.losses import FURTHER_LAYERS
from annotator.formats.registry import FormatError
from annotator.formats.uima.dkpro import LARGE_NUMBERS
from annotator.formats.uima.writing import NO_XML
from annotator.formats.writing import write
from annotator.language.segmentation import syllables
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Attribute, DocumentType, EntityType, Tagset
from tests.formats.drawn import lines, read_both
from tests.formats.dump import comparable, dump
from tests.formats.round_trip import read_all
from tests.formats.uima_whole import layer_by_layer

SEEDS = Path(__file__).parents[2] / "seeds"


ARTICLE = Article("2020/lua", "Họp ở Lạng Sơn 👩.", {"title": "Mùa lúa", "language": "vi"})


def layer(*annotations: Annotation, reviewer: str = "lan", article: Article = ARTICLE) -> Layer:
    return Layer(article, reviewer, annotations, Status.DONE)


def parcel(*layers: Layer) -> Parcel:
    return Parcel(layers[0].article, layers, "")


def entity(**changes: object) -> Annotation:
    said = {"id": "T1", "kind": Kind.ENTITY, "label": "LOC", "fragments": (Fragment(6, 14),)}
    return Annotation(**{**said, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize("format", ["uima-xmi", "uima-json"])
def test_a_seed_with_all_its_words_comes_back(tmp_path: Path, format: str) -> None:
    (path,) = SEEDS.glob("*.txt")
    article = Article(path.stem, path.read_bytes().decode())
    words = [
        Annotation(f"T{number}", Kind.ENTITY, "W", (word,), rank=number)
        for number, word in enumerate(syllables(article.text), 1)
    ]
    written = [parcel(layer(*words, article=article))]
    assert write(written, tmp_path / "out", format) == {}
    assert dump(read_all(tmp_path / "out")) == dump(written)


def test_each_layer_is_a_file_and_types_lie_beside(tmp_path: Path) -> None:
    other = layer(entity(attributes={"sure": True}), reviewer="mai/2")
    both = parcel(layer(entity()), other)
    assert write([both], tmp_path / "out", "uima-xmi") == {}
    names = sorted(
        each.relative_to(tmp_path / "out").as_posix() for each in tmp_path.rglob("*.xm*")
    )
    assert names == [
        "2020/TypeSystem.xml",
        "2020/lua.lan.xmi",
        "2020/lua.mai/2.xmi",
        "2020/lua.mai/TypeSystem.xml",
        "TypeSystem.xml",
    ]
    (one,) = read_all(tmp_path / "out" / "2020" / "lua.lan.xmi")
    assert dump([one]) == dump([parcel(layer(entity()))])
    assert dump(layer_by_layer(read_all(tmp_path / "out"))) == dump(layer_by_layer([both]))


def test_xmi_is_written_to_a_folder_alone() -> None:
    with pytest.raises(
        FormatError, match=r"The format uima-xmi is written to a folder: name one\."
    ):
        write([parcel(layer())], io.BytesIO(), "uima-xmi")


def test_one_json_file_takes_one_layer_of_one_article(tmp_path: Path) -> None:
    both = parcel(layer(entity()), layer(reviewer="mai"))
    assert write([both], tmp_path / "a.json", "uima-json") == {FURTHER_LAYERS: 1}
    assert dump(read_all(tmp_path / "a.json")) == dump([parcel(layer(entity()))])
    with pytest.raises(AnnotatorError, match="more than one article"):
        write([both, Parcel(Article("b", "b"), (), "")], tmp_path / "b.json", "uima-json")
    with pytest.raises(AnnotatorError, match="no article"):
        write([], tmp_path / "b.json", "uima-json")
    assert [each.name for each in tmp_path.glob("*.json*")] == ["a.json"]


def test_characters_that_xml_has_not_are_replaced_and_counted(tmp_path: Path) -> None:
    article = Article("a\x01", "a\x02b\uffff👩", {"k\x03": "\ufffe", "\x7f": "\x85"})
    hard = parcel(layer(entity(fragments=(Fragment(2, 5),), note="\x0b"), article=article))
    assert write([hard], tmp_path / "json", "uima-json") == {}
    assert dump(read_all(tmp_path / "json")) == dump([hard])
    assert write([hard], tmp_path / "xmi", "uima-xmi") == {NO_XML: 4}
    (back,) = read_all(tmp_path / "xmi")
    assert back.article == Article("a\ufffd", "a\ufffdb\ufffd👩", article.metadata)
    assert lines(back.layers[0]) == ["T1 LOC “b\ufffd👩” (\ufffd)"]


def test_numbers_that_no_feature_holds_are_counted(tmp_path: Path) -> None:
    large = layer(entity(attributes={"a": 2**63, "b": float("inf"), "c": -(2**63)}))
    for format in ("uima-xmi", "uima-json"):
        assert write([parcel(large)], tmp_path / format, format) == Losses({LARGE_NUMBERS: 2})
        (back,) = read_all(tmp_path / format)
        assert lines(back.layers[0]) == [f"T1 LOC “Lạng Sơn” {{c={-(2**63)}}}"]


def test_attributes_of_the_tagset_are_declared(tmp_path: Path) -> None:
    tagset = Tagset(
        entities=(EntityType("LOC"),),
        documents=(DocumentType("Politics"),),
        attributes=(
            Attribute("sure", values=(True, False)),
            Attribute("Tầm", on=("LOC",)),
            Attribute("n", on=("Politics",), values=(1, "x")),
        ),
    )
    write([parcel(layer())], tmp_path / "out", "uima-xmi", tagset)
    declared = (tmp_path / "out" / "TypeSystem.xml").read_text(encoding="utf-8")
    names = ("sure_boolean", "Tầm", "n_integer", "n")
    assert [declared.count(f"<name>{name}</name>") for name in names] == [5, 1, 1, 1]


def test_the_relation_of_links_is_an_attribute(tmp_path: Path) -> None:
    members = (Link("member", "T1"), Link("member", "T1"))
    said = {"referenceRelation": "same", "layer": "x"}
    cluster = Annotation("C1", Kind.CLUSTER, "nam", (), members, said)
    empty = Annotation("C2", Kind.CLUSTER, "none", (), (), {"referenceRelation": "same"})
    written = [parcel(layer(entity(), cluster, empty))]
    write(written, tmp_path / "out", "uima-xmi")
    assert comparable(read_all(tmp_path / "out")) == comparable(written)
    file = tmp_path / "out" / "2020" / "lua.lan.xmi"
    assert file.read_text(encoding="utf-8").count(' referenceRelation="same"') == 2


def changed(place: Path, *pairs: tuple[str, str]) -> tuple[list[Parcel], list[str]]:
    """Return what is read where texts of a file that was written are replaced."""
    whole = entity(fragments=(Fragment(0, 3), Fragment(6, 10)))
    event = Annotation("E1", Kind.EVENT, "Meet", (), (Link("Who", "T1"),))
    write([parcel(layer(whole, event))], place / "out", "uima-xmi")
    path = place / "out" / "2020" / "lua.lan.xmi"
    content = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert content.count(old) == 1
        content = content.replace(old, new)
    path.write_text(content, encoding="utf-8")
    return read_both(path)


def test_a_span_that_was_moved_elsewhere_is_taken_as_it_is(tmp_path: Path) -> None:
    (back,), sentences = changed(tmp_path, ('end="10" annotator', 'end="14" annotator'))
    assert lines(back.layers[0]) == ["T1 LOC “Họp ở Lạng Sơn”", "E1 Meet Who=T1"]
    (sentence,) = sentences
    assert sentence.endswith(
        "The fragments “0-3 6-10” of LOC do not fit its span, which was taken whole."
    )


@pytest.mark.parametrize(
    ("pair", "sentence"),
    [
        (
            ('status="done"', 'status="fine"'),
            "The status fine is none of new, started, done, locked.",
        ),
        (('reviewer="lan"', 'reviewer=" "'), "The reviewer is empty."),
        ((' id="2020/lua"', ' id=""'), "The id or the metadata of the article can't be read"),
        (('metadata="{', 'metadata="['), "This is not JSON (column "),
    ],
)
def test_an_article_that_was_changed_wrongly_is_taken_as_others_write_it(
    tmp_path: Path, pair: tuple[str, str], sentence: str
) -> None:
    (back,), (only,) = changed(tmp_path, pair)
    assert f":4: {sentence}" in only
    assert back.article.metadata == {"title": "Mùa lúa", "language": "vi", "source": "lua.lan.xmi"}
    assert back.article.id == "2020/lua"
    assert [each.reviewer for each in back.layers] == ["imported"]


def test_what_inception_keeps_of_it_is_enough(tmp_path: Path) -> None:
    dropped = "<annotator:Article"
    (back,), sentences = changed(
        tmp_path, (dropped, "<cas:NULL"), (' annotator_fragments="0-3 6-10"', "")
    )
    assert lines(back.layers[0]) == ["T1 LOC “Họp ở Lạng”", "E1 Meet Who=T1"]
    assert sentences == []


def test_a_layer_that_nobody_has_is_the_named_reviewer_s(tmp_path: Path) -> None:
    (back,), sentences = changed(tmp_path, (' reviewer="lan" status="done"', ""))
    assert [each.reviewer for each in back.layers] == ["imported"]
    assert back.article == ARTICLE
    assert sentences == []
