"""UIMA CAS that is damaged, or made to do harm: sentences, and what is whole goes in."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.formats.uima import reading as uima_reading
from annotator.model.message import AnnotatorError
from tests.formats.drawn import lines, read_both
from tests.formats.round_trip import folder
from tests.formats.uima_files import (
    ANNOTATION,
    DKPRO,
    DRAWN,
    JSON,
    NE,
    SPAN,
    TOP,
    TYPES,
    found,
    put,
    type_system,
    xmi,
)


def ne(attributes: str, id: str = 'xmi:id="9"') -> str:
    return f"<ner:NamedEntity {id} {attributes}/>"


def custom(type: str, attributes: str) -> str:
    return f'<custom:{type} xmi:id="9" begin="0" end="2" {attributes}/>'


def chain(link: str) -> str:
    return (
        '<coref:CoreferenceChain xmi:id="9" first="8"/>'
        f'<coref:CoreferenceLink xmi:id="8" begin="3" {link}/>'
    )


TWO_LABELS = custom("Frame", "").replace("/>", "><label>a</label><label>b</label></custom:Frame>")


@pytest.mark.parametrize(
    ("element", "sentence"),
    [
        (ne('begin="0" end="2"', 'xmi:id="10"'), "Two feature structures have the id 10"),
        (ne('begin="0" end="2"', 'xmi:id="x"'), "NamedEntity has the id “x”, which is no number"),
        (ne('begin="0" end="2"', ""), "NamedEntity has the id “”, which is no number"),
        ('<ner:Animal xmi:id="9" begin="0"/>', f"The type “{DKPRO}.ner.type.Animal” is not decl"),
        (ne('begin="-1" end="2"'), "NamedEntity lies at -1–2, but the text has 20 UTF-16 units"),
        (ne('begin="0" end="99"'), "NamedEntity lies at 0–99, but the text has 20 UTF-16 units"),
        (ne('begin="2" end="1"'), "NamedEntity lies at 2–1, but the text has 20 UTF-16 units"),
        (ne('begin="7" end="8"'), "NamedEntity lies at 7–8, but the text has 20 UTF-16 units"),
        (ne('begin="2" end="2"'), "NamedEntity covers no text: it was left out."),
        (ne('begin="x" end="2"'), "The value x of begin is none of the type uima.cas.Integer."),
        (ne('begin="0.5" end="2"'), "The value 0.5 of begin is none of the type uima.cas.Integer."),
        (
            ne(f'begin="1" end="{10**18}"'),
            "NamedEntity lies at 1–1000000000000000000, but the text",
        ),
        (ne(f'begin="0" end="{"9" * 5000}"'), "The value 9999999999"),
        (
            custom("Quote", 'class="yes"'),
            "The value yes of class is none of the type uima.cas.Bool",
        ),
        (
            custom("Quote", 'weight="1e999"'),
            "The value 1e999 of weight is none of the type uima.cas",
        ),
        (
            custom("Quote", 'weight="x"'),
            "The value x of weight is none of the type uima.cas.Float.",
        ),
        (custom("Frame", 'cause="x"'), "The value x of cause is no id."),
        (
            custom("Frame", 'cause="99"'),
            "“cause” of Frame was left out: it leads to no other annot",
        ),
        (
            custom("Frame", 'cause="9"'),
            "“cause” of Frame was left out: it leads to no other annota",
        ),
        (
            custom("Frame", 'roles="99"'),
            "“roles” of Frame was left out: it leads to no other annot",
        ),
        (TWO_LABELS, "label has 2 values; it may have one."),
        ('<dep:Dependency xmi:id="9" Governor="10"/>', "The relation Dependency was left out: one"),
        (chain('end="6" next="8"'), "A chain leads to a link that was in a chain already: it was"),
        (chain('end="6" next="99"'), "A chain leads to 99, which is not there: it was cut off."),
        (chain('end="99"'), "CoreferenceLink lies at 3–99, but the text has 20 UTF-16 units: left"),
    ],
    ids=range(25),
)
def test_a_damaged_structure_is_named_and_the_others_go_in(
    tmp_path: Path, element: str, sentence: str
) -> None:
    annotations, sentences = found(tmp_path, NE + element)
    assert "T1 PER “Lan”" in annotations
    assert [each.startswith(f"tin.xmi:5: {sentence}") for each in sentences] == [True]


def test_features_that_have_no_place_are_remarked(tmp_path: Path) -> None:
    annotations, sentences = found(tmp_path, NE.replace("value", 'extra="x" value') + f"""\
<custom:Frame xmi:id="11" {SPAN} roles="12"/><some:Thing xmi:id="13" other="x"/>
<custom:FrameRolesLink xmi:id="12" target="10" role="A" more="y"/>""")  # fmt: skip
    assert annotations == ["T1 PER “Lan”", "E1 Frame “Lan” roles:A=T1"]
    assert sentences == [
        f"~tin.xmi: The feature extra of {DKPRO}.ner.type.NamedEntity is not declared: left out.",
        "~tin.xmi: The feature other of some.Thing is not declared: left out.",
        "~tin.xmi: The feature more of webanno.custom.FrameRolesLink is not declared: left out.",
        "~tin.xmi: 1 of Thing are no annotations: left out.",
    ]


BOMB = (
    "<!DOCTYPE x ["
    + "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(1, 9))
    + '<!ENTITY l1 "ha">]>'
)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "tin.xmi:1: This is no XML (no element found): was it cut off, or edited by hand?"),
        ("<a>", "tin.xmi:1: The file begins with <a>; it must begin with <XMI>."),
        ("rubbish", "tin.xmi:1: This is no XML (syntax error): was it cut off, or edited by hand?"),
        ("\n\n<XMI><a></XMI>", "tin.xmi:3: This is no XML (mismatched tag): was it cut off, or"),
        (BOMB + "<XMI>&l9;</XMI>", "tin.xmi:1: The XML has a document type or entities, which are"),
        ('<!DOCTYPE XMI SYSTEM "file:///etc/passwd"><XMI/>', "tin.xmi:1: The XML has a docum"),
        ('<!DOCTYPE XMI [<!ENTITY x SYSTEM "file:///etc/passwd">]><XMI>&x;</XMI>',
         "tin.xmi:1: The XML has a document type or entities, which are not read: remove them."),
        ("<XMI>" + "<a>" * 100_000, "tin.xmi:1: Elements are nested deeper than this format"),
        ("<XMI/>", "tin.xmi: The file has no text (no sofaString)."),
        ('<?xml version="1.0" encoding="klingon"?><XMI/>', "tin.xmi: This is no XML, or its"),
        ('<?xml version="1.0" encoding="utf-7"?><XMI/>', "tin.xmi"),
        (b"\xff\xfe\x00", "tin.xmi:1: This is no XML"),
        (b"<XMI a='\xff'/>", "tin.xmi:1: This is no XML (not well-formed (invalid token))"),
    ],
)  # fmt: skip
def test_what_is_no_xmi_is_refused(tmp_path: Path, content: str | bytes, sentence: str) -> None:
    path = put(tmp_path, "")
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    parcels, (only,) = read_both(path, "uima-xmi")
    assert parcels == []
    assert only.startswith(sentence)


def types_with(
    name: str, supertype: str = ANNOTATION, feature: str = "a", range: str = "String"
) -> str:
    return type_system({**TYPES, name: (supertype, {feature: range})})


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (BOMB + "<typeSystemDescription/>", ":1: The XML has a document type or entities, which"),
        ("<typeSystemDescription>", ":1: This is no XML (no element found): was it cut off"),
        ("<types/>", ":1: The file begins with <types>; it must begin with <typeSystemDesc"),
        (types_with("a.b c"), ":1: “a.b c” is no name of a type or feature: these are letters"),
        (types_with("a.B", feature="x=print(1),y"), ":1: “x=print(1),y” is no name of a type or"),
        (types_with("a.B", feature=""), ":1: “” is no name of a type or feature: these are"),
    ],
)  # fmt: skip
def test_type_systems_that_are_none_are_refused(
    tmp_path: Path, content: str, sentence: str
) -> None:
    path = put(tmp_path, "")
    (tmp_path / "TypeSystem.xml").write_text(content, encoding="utf-8")
    ((only),) = [str(each) for each in read(path)]
    assert only.startswith(f"{tmp_path}/TypeSystem.xml{sentence}")


@pytest.mark.parametrize(
    ("types", "sentence"),
    [
        (types_with("a.B", "a.C"), "The type “a.C” is not declared"),
        (
            types_with("a.B", "a.B"),
            "The type “a.B” is based on more than 100 others, or on itself:",
        ),
        (types_with("a.B", ""), ""),
    ],
)
def test_types_that_are_based_on_nothing(tmp_path: Path, types: str, sentence: str) -> None:
    path = put(tmp_path, NE + '<x:B xmlns:x="http:///a.ecore" xmi:id="11" a="1"/>')
    (tmp_path / "TypeSystem.xml").write_text(types, encoding="utf-8")
    (parcel,), sentences = read_both(path)
    assert lines(parcel.layers[0]) == ["T1 PER “Lan”"]
    expected = f"tin.xmi:5: {sentence}" if sentence else "~tin.xmi: 1 of B are no annotations: left"
    assert [each.startswith(expected) for each in sentences] == [True]


def test_a_type_system_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = put(tmp_path, "")
    with (tmp_path / "TypeSystem.xml").open("ab") as file:
        file.truncate(20 << 20)
    (refused,) = read(path)
    assert str(refused) == f"{tmp_path}/TypeSystem.xml: The type system has 20 MB, which none has."


def test_files_that_are_too_large_are_not_read(tmp_path: Path) -> None:
    for name in ("a.xmi", "a.json"):
        with (tmp_path / name).open("wb") as file:
            file.write(
                b'<XMI xmlns:x="http://www.omg.org/XMI">' if "xmi" in name else b'{"%TYPES":'
            )
            file.truncate(200 << 20)
        parcels, (only,) = read_both(tmp_path / name)
        assert parcels == []
        assert only == f"{name}: The file has 200 MB; one article may have 64 MB: split it."


def test_arguments_that_multiply_are_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uima_reading, "_MOST_ITEMS", 1000)
    content = copy.deepcopy(JSON)
    listed = content["%FEATURE_STRUCTURES"]
    listed[2]["%ELEMENTS"] = [13] * 50
    listed += [{**listed[1], "%ID": number} for number in range(100, 150)]
    path = tmp_path / "tin.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    parcels, sentences = read_both(path)
    assert parcels == []
    assert sentences == [
        "tin.json: The annotations have more than 1000 values and arguments together."
    ]


def test_several_texts(tmp_path: Path) -> None:
    other = '<cas:Sofa xmi:id="2" sofaNum="2" sofaID="raw" sofaString="x"/>'
    foreign = '<ner:NamedEntity xmi:id="11" sofa="2" begin="0" end="1" value="X"/>'
    annotations, sentences = found(tmp_path, NE + other + foreign)
    assert annotations == ["T1 PER “Lan”"]
    assert sentences == [
        "~tin.xmi: The file has several texts: the view _InitialView was read, raw left out."
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[]", "tin.json: The file has a value of the wrong type: it must be of type object."),
        ('{"%TYPES":\n', "tin.json:2: This is not JSON (column 1): was it cut off, or edited by"),
        ("[" * 100_000, "tin.json:1: Lists and objects are nested more than 64 levels deep."),
        ('{"%TYPES": ' + "[" * 100 + "]" * 100 + "}", "tin.json: Lists and objects are nested"),
        ('{"%TYPES": {}, "x": NaN}', "tin.json:1: NaN is no number in JSON."),
        ('{"%TYPES": []}', "tin.json: %TYPES has a value of the wrong type: it must be of type ob"),
        ('{"%TYPES": {"a b": {}}}', "tin.json: “a b” is no name of a type or feature: these are"),
        ('{"%TYPES": {"a": {"%SUPER_TYPE": 1}}}', "tin.json: a.%SUPER_TYPE has a value of the wr"),
        ('{"%TYPES": {}, "%FEATURE_STRUCTURES": 1}', "tin.json: %FEATURE_STRUCTURES has a value"),
        ('{"%TYPES": {}}', "tin.json: The file has no text (no sofaString)."),
        (b'{"%TYPES": "\xff"}', "tin.json: Byte 12 (line 1) is 0xFF, which is not UTF-8: save the"),
    ],
)  # fmt: skip
def test_what_is_no_cas_json_is_refused(
    tmp_path: Path, content: str | bytes, sentence: str
) -> None:
    path = tmp_path / "tin.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    parcels, (only,) = read_both(path, "uima-json")
    assert parcels == []
    assert only.startswith(sentence)


NO_SPAN: dict[str, Any] = {"begin": None, "end": None}


@pytest.mark.parametrize(
    ("structure", "sentence"),
    [
        ({"begin": True}, "The value True of begin is none of the type uima.cas.Integer."),
        ({"begin": "x"}, "The value x of begin is none of the type uima.cas.Integer."),
        ({"begin": 1.5}, "The value 1.5 of begin is none of the type uima.cas.Integer."),
        ({"begin": 10**30}, "The value 1000000000000000000000000000000 of begin is none of the"),
        ({"begin": -4, "end": -2}, "NamedEntity lies at -4–-2, but the text has 20 UTF-16 units"),
        ({"value": 5}, "The value 5 of value is none of the type uima.cas.String."),
        ({"value": {"a": 1}}, "The value {'a': 1} of value is none of the type uima.cas.String."),
        ({"%TYPE": 5}, "%TYPE has a value of the wrong type: it must be of type string."),
        ({"%TYPE": ""}, "The type “” is not declared: left out."),
        (NO_SPAN | {"%TYPE": f"{TOP}[]", "%ELEMENTS": [{}]}, "The value {} of %ELEMENTS is no id."),
        (NO_SPAN | {"%TYPE": f"{TOP}[]", "%ELEMENTS": 5}, "%ELEMENTS has a value of the wrong"),
        ({"%TYPE": "uima.cas.Sofa", "sofaString": 5}, "sofaString has a value of the wrong type"),
        ({"@sofa": []}, "The value [] of sofa is no id."),
        ({"%ID": 10}, "Two feature structures have the id 10: left out here."),
        ({"%ID": None}, "A feature structure has the id “None”, which is no number: left out."),
        ({"%ID": 10**40}, "A feature structure has the id “10000000000000000000000000000000000"),
    ],
)  # fmt: skip
def test_a_damaged_structure_of_json_is_named(
    tmp_path: Path, structure: dict[str, Any], sentence: str
) -> None:
    content = copy.deepcopy(JSON)
    content["%FEATURE_STRUCTURES"].append(
        {"%ID": 99, "%TYPE": f"{DKPRO}.ner.type.NamedEntity", "begin": 0, "end": 2, **structure}
    )
    path = tmp_path / "tin.json"
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    (parcel,), (only,) = read_both(path)
    assert lines(parcel.layers[0]) == DRAWN
    assert only.split(" ", 1)[1].startswith(sentence)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every (container, key) in `value`."""
    if not isinstance(value, dict | list):
        return []
    keys = list(value) if isinstance(value, dict) else range(len(value))
    return [(value, key) for key in keys] + [each for key in keys for each in places(value[key])]


OTHERS = st.sampled_from([
    None, True, -1, 10, 12, 10**18, 10**30, 0.5, "", "x", "15", [], [10], {}, {"%RANGE": "x[]"},
    "uima.cas.FSArray", "uima.cas.Sofa", TOP, f"{TOP}[]", ANNOTATION, "webanno.custom.Frame",
])  # fmt: skip


@given(st.data())
def test_json_with_anything_in_any_place_is_read_or_refused(data: st.DataObject) -> None:
    changed = copy.deepcopy(JSON)
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(places(changed["%FEATURE_STRUCTURES"])))
        container[key] = copy.deepcopy(data.draw(OTHERS))
    with folder() as place:
        path = place / "a.json"
        path.write_text(json.dumps(changed), encoding="utf-8")
        for each in read(path):
            assert isinstance(each, Parcel) or str(each).startswith(str(path))


WHOLE = xmi(f"""\
<meta:DocumentMetaData xmi:id="5" sofa="1" begin="0" end="20" language="vi" documentId="a"/>
<ner:NamedEntity xmi:id="10" {SPAN} value="PER"/>
<custom:Frame xmi:id="11" {SPAN} label="Meet" roles="12 13" cause="10" others="10 14"/>
<custom:FrameRolesLink xmi:id="12" role="Who" target="10"/>
<custom:FrameRolesLink xmi:id="13" target="15"/>
<custom:Topic xmi:id="14" sofa="1" value="Politics" sure="true"/>
<seg:Token xmi:id="15" {SPAN}/>
<dep:Dependency xmi:id="16" {SPAN} Governor="10" Dependent="15" DependencyType="nn"/>
<coref:CoreferenceChain xmi:id="17" sofa="1" first="18"/>
<coref:CoreferenceLink xmi:id="18" {SPAN} next="19" referenceType="nam"/>
<coref:CoreferenceLink xmi:id="19" {SPAN} referenceType="nam"/>
<custom:Quote xmi:id="20" {SPAN} class="true"><tags>a</tags><tags>b</tags></custom:Quote>""")
PIECES = st.sampled_from([
    '"', "<", ">", "/", "&amp;", "&x;", "1", "10", "18", "-", " ", "😊", "", "]]>", "<!-- -->",
    "begin", "Token", "custom:", "xmi:id", "99999999999999999999", "<a/>", "\n", "=", "9 9",
])  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 6), PIECES), max_size=4))
def test_xmi_that_is_changed_gives_articles_and_sentences(
    changes: list[tuple[int, int, str]],
) -> None:
    content = WHOLE
    for at, length, piece in changes:
        content = content[:at] + piece + content[at + length :]
    with folder() as place:
        path = put(place, "")
        path.write_text(content, encoding="utf-8")
        for each in read(path, "uima-xmi"):
            assert isinstance(each, Parcel) or str(each).startswith(str(path))


TYPES_WHOLE = type_system()


@given(st.lists(st.tuples(st.integers(0, len(TYPES_WHOLE)), st.integers(0, 9), PIECES), max_size=4))
def test_types_that_are_changed_give_articles_and_sentences(
    changes: list[tuple[int, int, str]],
) -> None:
    content = TYPES_WHOLE
    for at, length, piece in changes:
        content = content[:at] + piece + content[at + length :]
    with folder() as place:
        path = put(place, "")
        path.write_text(WHOLE, encoding="utf-8")
        (place / "TypeSystem.xml").write_text(content, encoding="utf-8")
        for each in read(path):
            assert isinstance(each, Parcel | AnnotatorError)
