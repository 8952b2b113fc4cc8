"""UIMA CAS as INCEpTION and DKPro write it."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.model.article import Status
from tests.formats.drawn import lines, read_both
from tests.formats.uima_files import (
    ANNOTATION,
    DRAWN,
    JSON,
    NE,
    SPAN,
    TYPES,
    found,
    put,
    type_system,
    xmi,
)


def test_mentions_of_dkpro_and_of_custom_layers(tmp_path: Path) -> None:
    annotations, sentences = found(tmp_path, """\
<ner:NamedEntity xmi:id="10" sofa="1" begin="3" end="9" value="PER" identifier="http://x/1"/>
<ner:Person xmi:id="11" sofa="1" begin="7" end="9"/>
<ner:Person xmi:id="12" sofa="1" begin="16" end="19" value="LOC"/>
<pos:POS_N xmi:id="13" sofa="1" begin="0" end="2" PosValue="Nc" coarse="NOUN"/>
<custom:Quote xmi:id="20" sofa="1" begin="0" end="2" label="L" class="true" weight="0.5"
 count="3" note="n">
<tags>a b</tags><tags>c</tags></custom:Quote>
<custom:Quote xmi:id="21" sofa="1" begin="0" end="2" weight="NaN" class="false"/>
<custom:Kind xmi:id="22" sofa="1" begin="0" end="2" what="W"/>
<tcas:Annotation xmi:id="23" sofa="1" begin="0" end="2"/>
<seg:Sentence xmi:id="30" sofa="1" begin="0" end="2"/>
<seg:Token xmi:id="31" sofa="1" begin="0" end="2" pos="13"/>
<seg:Div xmi:id="32" sofa="1" begin="0" end="2"/>
<seg:Div xmi:id="33" sofa="1" begin="0" end="2"/>
<some:Thing xmi:id="34" name="x"/>""")  # fmt: skip
    assert annotations == [
        "T1 PER “Lan 😊” {identifier='http://x/1'}",
        "T2 Person “😊”",
        "T3 LOC “Huế” {layer='Person'}",
        "T4 Nc “Bà” {coarse='NOUN', layer='POS_N'}",
        "T5 L “Bà” {class=True, weight=0.5, count=3, tags='a b; c', layer='Quote'} (n)",
        "T6 Quote “Bà” {class=False, weight='NaN'}",
        "T7 W “Bà” {layer='Kind'}",
        "T8 Annotation “Bà”",
    ]
    assert sentences == [
        "~tin.xmi: 2 of Div are layout, no annotations: left out.",
        "~tin.xmi: 1 of Thing are no annotations: left out.",
    ]


def test_slots_and_references_are_arguments(tmp_path: Path) -> None:
    annotations, sentences = found(tmp_path, f"""\
<ner:NamedEntity xmi:id="10" {SPAN} value="PER"/>
<custom:Frame xmi:id="11" sofa="1" begin="10" end="13" label="Meet" roles="12 13" cause="14"
 others="10 18"/>
<custom:FrameRolesLink xmi:id="12" role="Who" target="10"/>
<custom:FrameRolesLink xmi:id="13" target="15"/>
<custom:Frame xmi:id="14" sofa="1" begin="0" end="0" cause="0"/>
<seg:Token xmi:id="15" sofa="1" begin="16" end="19"/>
<custom:Frame xmi:id="16" sofa="1" begin="14" end="15" roles=""/>
<custom:Topic xmi:id="17" sofa="1" value="Politics" sure="true"/>
<custom:Topic xmi:id="18" sofa="1"/>""")  # fmt: skip
    assert annotations == [
        "T1 PER “Lan”",
        "E1 Meet “họp” roles:Who=T1 roles=T2 cause=E2 others=T1 others=D2 {layer='Frame'}",
        "E2 Frame",
        "E3 Frame “ở”",
        "D1 Politics {sure=True, layer='Topic'}",
        "D2 Topic",
        "T2 Token “Huế”",
    ]
    assert sentences == []


def test_relations_and_chains(tmp_path: Path) -> None:
    annotations, sentences = found(tmp_path, f"""\
<seg:Token xmi:id="10" sofa="1" begin="0" end="2"/>
<seg:Token xmi:id="11" {SPAN}/>
<dep:Dependency xmi:id="12" {SPAN} Governor="10" Dependent="11" DependencyType="nn"/>
<ner:NamedEntity xmi:id="13" {SPAN} value="PER"/>
<coref:CoreferenceChain xmi:id="14" sofa="1" first="15"/>
<coref:CoreferenceLink xmi:id="15" {SPAN} next="16" referenceType="nam" referenceRelation="same"/>
<coref:CoreferenceLink xmi:id="16" sofa="1" begin="0" end="2" referenceType="nam"/>
<coref:CoreferenceChain xmi:id="17" sofa="1" first="18"/>
<coref:CoreferenceLink xmi:id="18" {SPAN} next="19" referenceType="nam"/>
<coref:CoreferenceLink xmi:id="19" {SPAN} referenceType="pro"/>
<coref:CoreferenceLink xmi:id="20" {SPAN} referenceType="loose"/>
<coref:CoreferenceChain xmi:id="21" sofa="1"/>""")  # fmt: skip
    assert annotations == [
        "R1 nn from=T3 to=T4 {layer='Dependency'}",
        "T1 PER “Lan”",
        "C1 nam member=T1 member=T5 {referenceRelation='same'}",
        "C2 Coreference member=T6 member=T7",
        "C3 Coreference",
        "T2 loose “Lan”",
        "T3 Token “Bà”",
        "T4 Token “Lan”",
        "T5 Mention “Bà”",
        "T6 nam “Lan”",
        "T7 pro “Lan”",
    ]
    assert sentences == []


def test_the_article_is_what_inception_says_it_is(tmp_path: Path) -> None:
    path = put(tmp_path, """\
<meta:DocumentMetaData xmi:id="10" sofa="1" begin="0" end="20" language="vi"
 documentTitle="Mùa lúa" documentId="admin" documentUri="file:/x"/>
<api:CASMetadata xmi:id="11" sofa="1" begin="0" end="0" username="lan"
 sourceDocumentName="tin.txt" projectName="Tin"/>""")  # fmt: skip
    (parcel,), sentences = read_both(path)
    assert parcel.article.id == "tin.txt"
    assert parcel.article.metadata == {
        "title": "Mùa lúa", "language": "vi", "documentUri": "file:/x", "project": "Tin",
        "source": "tin.xmi",
    }  # fmt: skip
    assert [layer.reviewer for layer in parcel.layers] == ["lan"]
    assert sentences == []


@pytest.mark.parametrize(
    ("elements", "id", "reviewer", "curated"),
    [
        ("", "tin", "imported", False),
        ('<meta:DocumentMetaData xmi:id="3" documentId="a.txt" documentTitle="a.txt"/>', "a.txt",
         "imported", False),
        ('<meta:DocumentMetaData xmi:id="3" documentTitle="b"/>', "b", "imported", False),
        ('<api:CASMetadata xmi:id="4" username="INITIAL_CAS"/>', "tin", "imported", False),
        ('<api:CASMetadata xmi:id="4" username="CURATION_USER"/>', "tin", "CURATION_USER", True),
    ],
)  # fmt: skip
def test_whose_layer_it_is(
    tmp_path: Path, elements: str, id: str, reviewer: str, curated: bool
) -> None:
    (parcel,), _ = read_both(put(tmp_path, elements))
    (layer,) = parcel.layers
    assert (parcel.article.id, layer.reviewer, layer.curated) == (id, reviewer, curated)
    assert parcel.article.metadata == {"source": "tin.xmi"}
    assert layer.status is Status.NEW


def test_arrays_and_lists_may_be_structures_of_their_own(tmp_path: Path) -> None:
    host = {"roles": "FSArray", "more": "FSList*", "tags": "StringArray*"}
    types = {**TYPES, "a.Host": (ANNOTATION, host)}
    path = put(tmp_path, f"""\
<ner:NamedEntity xmi:id="10" {SPAN} value="PER"/>
<ner:NamedEntity xmi:id="11" sofa="1" begin="16" end="19" value="LOC"/>
<x:Host xmlns:x="http:///a.ecore" xmi:id="12" sofa="1" begin="0" end="2"
 roles="10 11" more="14" tags="17"/>
<cas:NonEmptyFSList xmi:id="14" head="10" tail="15"/>
<cas:NonEmptyFSList xmi:id="15" head="11" tail="14"/>
<cas:StringArray xmi:id="17"><elements>một</elements><elements>hai ba</elements>
</cas:StringArray>""", types)  # fmt: skip
    (parcel,), sentences = read_both(path)
    assert lines(parcel.layers[0]) == [
        "T1 PER “Lan”",
        "T2 LOC “Huế”",
        "E1 một; hai ba “Bà” roles=T1 roles=T2 more=T1 more=T2 {layer='Host'}",
    ]
    assert sentences == []


def test_json_with_its_types(tmp_path: Path) -> None:
    path = tmp_path / "tin.json"
    path.write_text("\ufeff" + json.dumps(JSON), encoding="utf-8")
    (parcel,), sentences = read_both(path)
    assert lines(parcel.layers[0]) == DRAWN
    assert parcel.article.text == "Bà Lan 😊 họp ở Huế."
    assert sentences == []


def test_json_without_types_has_them_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "tin.json"
    listed = JSON["%FEATURE_STRUCTURES"]
    by_id = {str(each["%ID"]): {**each} for each in listed}
    path.write_text(json.dumps({"%FEATURE_STRUCTURES": by_id}), encoding="utf-8")
    parcels, (sentence,) = read_both(path)
    assert parcels == []
    assert sentence == (
        "tin.json: TypeSystem.xml is missing in the folder: it says what the types of the file "
        "are. Put the one there that was exported with it."
    )
    (tmp_path / "TypeSystem.xml").write_text(type_system(), encoding="utf-8")
    (parcel,), sentences = read_both(path)
    assert lines(parcel.layers[0]) == DRAWN
    assert sentences == []


def test_xmi_without_types_says_what_is_missing(tmp_path: Path) -> None:
    path = put(tmp_path, "")
    (tmp_path / "TypeSystem.xml").rename(tmp_path / "typesystem.xml")
    assert [type(each) for each in read(path)] == [Parcel]
    (tmp_path / "typesystem.xml").unlink()
    parcels, (sentence,) = read_both(path)
    assert parcels == []
    assert sentence.startswith("tin.xmi: TypeSystem.xml is missing in the folder: it says what the")


def test_the_type_system_in_a_folder_is_not_read_by_itself(tmp_path: Path) -> None:
    put(tmp_path, "")
    parcels, sentences = read_both(tmp_path)
    assert [each.article.id for each in parcels] == ["tin"]
    assert sentences == []


def test_they_are_found_by_their_content(tmp_path: Path) -> None:
    (tmp_path / "TypeSystem.xml").write_text(type_system(), encoding="utf-8")
    (tmp_path / "a.xml").write_text(xmi(NE), encoding="utf-8")
    (tmp_path / "b").write_text(json.dumps(JSON), encoding="utf-8")
    parcels, sentences = read_both(tmp_path)
    assert [each.article.id for each in parcels] == ["a", "b"]
    assert sentences == []


def test_a_zip_as_inception_exports_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    put(folder, NE)
    path = tmp_path / "tin.zip"
    with ZipFile(path, "w") as archive:
        for name in ("tin.xmi", "TypeSystem.xml"):
            archive.write(folder / name, name)
    (parcel,), sentences = read_both(path)
    assert (parcel.article.id, lines(parcel.layers[0])) == ("tin", ["T1 PER “Lan”"])
    assert sentences == []
    with ZipFile(path, "w") as archive:
        archive.write(folder / "tin.xmi", "tin.xmi")
    parcels, (sentence,) = read_both(path)
    assert parcels == []
    assert sentence.startswith("tin.zip/tin.xmi: TypeSystem.xml is missing in the folder: it says")
