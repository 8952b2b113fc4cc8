"""dkpro-cassis loads what we write, and we read what it writes."""

from pathlib import Path
from typing import Any

import cassis
import pytest
from hypothesis import HealthCheck, given, settings

from annotator.formats.format import Parcel
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from tests.formats.drawn import lines, read_both
from tests.formats.round_trip import folder
from tests.formats.strategies import parcels

NE = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
SEGMENTATION = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
CHAIN = "de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceChain"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"

ARTICLE = Article(
    "lua", "👩🏽‍🌾 họp ở Lạng Sơn 👩.\r\nHết.", {"title": "Mùa lúa", "language": "vi"}
)
LAYER = Layer(
    ARTICLE,
    "lan",
    [
        Annotation("T1", Kind.ENTITY, "PER", (Fragment(0, 4),), attributes={"sure": True, "n": 5}),
        Annotation("T2", Kind.ENTITY, "LOC", (Fragment(11, 19),), note="một\thai"),
        Annotation("T3", Kind.ENTITY, "PER", (Fragment(20, 21),), attributes={"x": 0.5}),
        Annotation("T4", Kind.ENTITY, "MISC", (Fragment(5, 8), Fragment(11, 15))),
        Annotation(
            "E1", Kind.EVENT, "Meet", (Fragment(5, 8),), (Link("Who", "T1"), Link("At", "T2"))
        ),
        Annotation("E2", Kind.EVENT, "Rain"),
        Annotation("R1", Kind.RELATION, "in", (), (Link("from", "E2"), Link("to", "T2"))),
        Annotation("C1", Kind.CLUSTER, "same", (), (Link("member", "T1"), Link("member", "T3"))),
        Annotation("D1", Kind.DOCUMENT, "Politics"),
    ],
    Status.DONE,
)  # fmt: skip


def loaded(place: Path, format: str) -> Any:
    """Return the CAS that cassis makes of the one file in `place`."""
    if format == "uima-json":
        (path,) = place.rglob("*.json")
        return cassis.load_cas_from_json(path.read_text(encoding="utf-8"))
    (path,) = place.rglob("*.xmi")
    with (path.parent / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    with path.open("rb") as file:
        return cassis.load_cas_from_xmi(file, typesystem=types)


@pytest.mark.parametrize("format", ["uima-xmi", "uima-json"])
def test_cassis_finds_all_of_it(tmp_path: Path, format: str) -> None:
    write([Parcel(ARTICLE, (LAYER,), "")], tmp_path / "out", format)
    cas = loaded(tmp_path / "out", format)
    assert cas.sofa_string == ARTICLE.text
    assert [(each.value, each.get_covered_text()) for each in cas.select(NE)] == [
        ("PER", "👩🏽‍🌾"),
        ("MISC", "họp ở Lạng"),
        ("LOC", "Lạng Sơn"),
        ("PER", "👩"),
    ]
    first, gaps, place, last = cas.select(NE)
    assert (first.sure_boolean, first.n_integer, place.note, last.x_double) == (
        True,
        5,
        "một\thai",
        0.5,
    )
    assert gaps.annotator_fragments == "8-11 14-18"
    rain, meet = cas.select("webanno.custom.Event")
    assert (meet.label, meet.get_covered_text()) == ("Meet", "họp")
    assert (rain.label, rain.get_covered_text()) == ("Rain", "")
    assert [(link.role, link.target) for link in meet.arguments.elements] == [
        ("Who", first), ("At", place),
    ]  # fmt: skip
    (relation,) = cas.select("webanno.custom.Relation")
    assert (relation.label, relation.Governor, relation.Dependent) == ("in", rain, place)
    assert relation.get_covered_text() == "Lạng Sơn"
    (chain,) = cas.select(CHAIN)
    links = [chain.first, chain.first.next]
    assert [each.get_covered_text() for each in links] == ["👩🏽‍🌾", "👩"]
    assert [each.referenceType for each in links] == ["same", "same"]
    assert links[1].next is None
    (label,) = cas.select("webanno.custom.DocumentLabel")
    assert label.label == "Politics"
    (metadata,) = cas.select(METADATA)
    said = (metadata.documentId, metadata.documentTitle, metadata.language)
    assert said == ("lua", "Mùa lúa", "vi")
    sentences = [each.get_covered_text() for each in cas.select(f"{SEGMENTATION}.Sentence")]
    assert sentences == ["👩🏽‍🌾 họp ở Lạng Sơn 👩.", "Hết."]
    tokens = [each.get_covered_text() for each in cas.select(f"{SEGMENTATION}.Token")]
    assert tokens == ["👩🏽‍🌾", "họp", "ở", "Lạng", "Sơn", "👩", ".", "Hết", "."]


@pytest.mark.parametrize("format", ["uima-xmi", "uima-json"])
def test_cassis_takes_every_name_of_an_attribute(tmp_path: Path, format: str) -> None:
    names = ["class", "self", "type", "None", "value", "get", "xmiID", "begin", "_x", "__init__"]
    names += ["attr_dict", "NOTHING", "Thì", "a b", "x=print(1),y", "\n", "9", "note", "Governor"]
    attributes = dict.fromkeys(names, "here")
    article = Article("a", "b")
    entity = Annotation("T1", Kind.ENTITY, "X", (Fragment(0, 1),), attributes=attributes)
    layer = Layer(article, "lan", [entity])
    write([Parcel(article, (layer,), "")], tmp_path / "out", format)
    (found,) = loaded(tmp_path / "out", format).select(NE)
    assert _attributes(found) == len(names)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(parcels())
def test_cassis_loads_whatever_we_write(written: list[Parcel]) -> None:
    (article, layers, _), *_ = written
    one = [Parcel(article, layers[:1], "")]
    expected = sorted(
        (article.text[each.start : each.end], each.label, len(each.attributes), each.note or None)
        for layer in layers[:1]
        for each in layer.of_kind(Kind.ENTITY)
    )
    for format in ("uima-xmi", "uima-json"):
        with folder() as place:
            write(one, place / "out", format)
            cas = loaded(place / "out", format)
        assert cas.sofa_string == article.text
        found = sorted(
            (each.get_covered_text(), each.value, _attributes(each), getattr(each, "note", None))
            for each in cas.select(NE)
        )
        assert found == expected


def _attributes(entity: Any) -> int:
    ours = {"note", "value", "identifier", "begin", "end", "sofa", "annotator_origin"}
    names = {each.name for each in entity.type.all_features} - ours - {"annotator_fragments"}
    return sum(entity[name] is not None for name in names)


@pytest.mark.filterwarnings("ignore:open_binary is deprecated")
@pytest.mark.parametrize("format", ["uima-xmi", "uima-json"])
def test_we_read_what_cassis_writes_with_all_types_of_dkpro(tmp_path: Path, format: str) -> None:
    types = cassis.load_dkpro_core_typesystem()
    quote = types.create_type("webanno.custom.Quote")
    types.create_feature(quote, "label", "uima.cas.String")
    types.create_feature(quote, "tags", "uima.cas.StringArray")
    metadata = types.create_type(METADATA, "uima.tcas.DocumentAnnotation")
    types.create_feature(metadata, "documentId", "uima.cas.String")
    cas = cassis.Cas(types)
    cas.sofa_string = "Bà 👩 ở Huế."
    cas.sofa_mime = "text"

    def add(name: str, **values: Any) -> Any:
        made = types.get_type(name)(**values)
        cas.add(made)
        return made

    strings = types.get_type("uima.cas.StringArray")
    add(METADATA, begin=0, end=11, documentId="tin.txt", language="vi")
    place = add(NE, begin=7, end=10, value="LOC")
    add("webanno.custom.Quote", begin=3, end=4, label="Q", tags=strings(elements=["a b", "c"]))
    token = add(f"{SEGMENTATION}.Token", begin=0, end=2)
    dependency = "de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency"
    add(dependency, begin=0, end=2, Governor=token, Dependent=token, DependencyType="root")
    semantics = "de.tudarmstadt.ukp.dkpro.core.api.semantics.type"
    argument = add(f"{semantics}.SemArg", begin=7, end=10)
    link = types.get_type(f"{semantics}.SemArgLink")(role="Place", target=argument)
    array = types.get_type("uima.cas.FSArray")
    add(f"{semantics}.SemPred", begin=3, end=4, category="Be", arguments=array(elements=[link]))
    links = "de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink"
    second = add(links, begin=7, end=10)
    first = add(links, begin=0, end=4, next=second, referenceType=None)
    add(CHAIN, first=first)
    assert place.get_covered_text() == "Huế"

    if format == "uima-json":
        cas.to_json(tmp_path / "a.json")
    else:
        cas.to_xmi(tmp_path / "a.xmi")
        types.to_xml(tmp_path / "TypeSystem.xml")
    (name,) = (each.name for each in tmp_path.glob("a.*"))
    (parcel,), sentences = read_both(tmp_path)
    metadata = {"language": "vi", "source": name}
    assert parcel.article == Article("tin.txt", "Bà 👩 ở Huế.", metadata)
    assert lines(parcel.layers[0]) == [
        "T1 LOC “Huế”",
        "T2 Q “👩” {tags='a b; c', layer='Quote'}",
        "R1 root from=T4 to=T4 {layer='Dependency'}",
        "T3 SemArg “Huế”",
        "E1 Be “👩” Place=T3 {layer='SemPred'}",
        "C1 Coreference member=T5 member=T1",
        "T4 Token “Bà”",
        "T5 Mention “Bà 👩”",
    ]
    assert sentences == []
