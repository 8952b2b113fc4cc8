"""ACE 2005: an annotation and its text come in whole, or with a sentence for what does not."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import ace, xml_nodes
from annotator.formats.ace import text as ace_text
from annotator.formats.ace.text import AceText, Located
from annotator.formats.format import UNNAMED, Parcel
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.annotation import FROM, MEMBER, TO, Annotation, Fragment, Kind, Link
from annotator.model.message import AnnotatorError, Remark
from annotator.model.problems import problems
from annotator.model.tagset_toml import tagset_from_toml
from annotator.resources import resource
from tests.formats.damage import assert_read_or_refused
from tests.formats.round_trip import folder

SGM = """<DOC>
<DOCID> VNA-1 </DOCID>
<DATETIME> 2020-07-02T14:52:00+07:00 </DATETIME>
<BODY>
<HEADLINE>
Họp ở Lạng
Sơn
</HEADLINE>
<TEXT>
Ông Lan của AT&amp;T họp hôm nay. Ông ấy dự họp.
</TEXT>
</BODY>
</DOC>
"""
TEXT = re.sub("<[^<>]+>", "", SGM)

APF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE source_file SYSTEM "apf.v5.1.1.dtd">
<source_file URI="VNA-1.sgm" SOURCE="newswire" TYPE="text" AUTHOR="LDC" ENCODING="UTF-8">
<document DOCID="VNA-1">
<entity ID="VNA-1-E1" TYPE="PER" SUBTYPE="Individual" CLASS="SPC">
  <entity_mention ID="VNA-1-E1-1" TYPE="NOM" LDCTYPE="NOM" LDCATR="FALSE">
    <extent>{Ông Lan của AT&amp;T}</extent>
    <head>{Ông}</head>
  </entity_mention>
  <entity_mention ID="VNA-1-E1-2" TYPE="PRO">
    <extent>{Ông ấy}</extent>
    <head>{Ông ấy}</head>
  </entity_mention>
  <entity_attributes>
    <name NAME="Ông">{Ông}</name>
  </entity_attributes>
</entity>
<entity ID="VNA-1-E2" TYPE="ORG" SUBTYPE="Commercial" CLASS="SPC">
  <entity_mention ID="VNA-1-E2-3" TYPE="NAM">
    <extent>{AT&amp;T}</extent>
    <head>{AT&amp;T}</head>
  </entity_mention>
</entity>
<value ID="VNA-1-V1" TYPE="Job-Title">
  <value_mention ID="VNA-1-V1-1"><extent>{Ông}</extent></value_mention>
</value>
<timex2 ID="VNA-1-T1" VAL="2020-07-02">
  <timex2_mention ID="VNA-1-T1-1"><extent>{hôm nay}</extent></timex2_mention>
</timex2>
<relation ID="VNA-1-R1" TYPE="ORG-AFF" SUBTYPE="Employment" TENSE="Unspecified">
  <relation_argument REFID="VNA-1-E1" ROLE="Arg-1"/>
  <relation_argument REFID="VNA-1-E2" ROLE="Arg-2"/>
  <relation_argument REFID="VNA-1-T1" ROLE="Time-Within"/>
  <relation_mention ID="VNA-1-R1-1" LEXICALCONDITION="Preposition">
    <extent>{Ông Lan của AT&amp;T}</extent>
    <relation_mention_argument REFID="VNA-1-E1-1" ROLE="Arg-1">
      <extent>{Ông Lan của AT&amp;T}</extent>
    </relation_mention_argument>
    <relation_mention_argument REFID="VNA-1-E2-3" ROLE="Arg-2">
      <extent>{AT&amp;T}</extent>
    </relation_mention_argument>
    <relation_mention_argument REFID="VNA-1-T1-1" ROLE="Time-Within"/>
  </relation_mention>
</relation>
<event ID="VNA-1-EV1" TYPE="Contact" SUBTYPE="Meet" MODALITY="Asserted" POLARITY="Positive"
 GENERICITY="Specific" TENSE="Past">
  <event_argument REFID="VNA-1-E1" ROLE="Entity"/>
  <event_argument REFID="VNA-1-T1" ROLE="Time-Within"/>
  <event_mention ID="VNA-1-EV1-1">
    <extent>{họp hôm nay}</extent>
    <ldc_scope>{Ông Lan của AT&amp;T họp hôm nay.}</ldc_scope>
    <anchor>{họp}</anchor>
    <event_mention_argument REFID="VNA-1-E1-1" ROLE="Entity">
      <extent>{Ông Lan của AT&amp;T}</extent>
    </event_mention_argument>
    <event_mention_argument REFID="VNA-1-T1-1" ROLE="Time-Within">
      <extent>{hôm nay}</extent>
    </event_mention_argument>
  </event_mention>
  <event_mention ID="VNA-1-EV1-2">
    <extent>{dự họp}</extent>
    <anchor>{dự họp}</anchor>
  </event_mention>
</event>
</document>
</source_file>
"""
BODY = TEXT.index("Ông")


def apf(template: str = APF, sgm: str = SGM) -> str:
    """Return `template` with offsets: `{words}` is where they first stand in the last part."""
    plain = re.sub("<[^<>]+>", "", sgm.replace("\r\n", "\n"))
    body = plain.index("Ông") if "Ông" in plain else 0

    def charseq(found: re.Match[str]) -> str:
        start = plain.index(found[1], body)
        return f'<charseq START="{start}" END="{start + len(found[1]) - 1}">{found[1]}</charseq>'

    return re.sub(r"\{([^{}]+)\}", charseq, template)


def files(place: Path, annotation: str, sgm: str | None = SGM) -> Path:
    path = place / "VNA-1.apf.xml"
    path.write_bytes(annotation.encode(errors="surrogatepass"))
    if sgm is not None:
        (place / "VNA-1.sgm").write_bytes(sgm.encode())
    return path


def read_files(
    place: Path, annotation: str, sgm: str | None = SGM
) -> tuple[list[Parcel], list[str]]:
    """Return the parcels and the sentences about what is wrong, without the file's name."""
    path = files(place, annotation, sgm)
    found = list(read(path))
    return (
        [each for each in found if isinstance(each, Parcel)],
        [str(each).removeprefix(f"{path}:") for each in found if isinstance(each, AnnotatorError)],
    )


def at(words: str, start: int = BODY) -> Fragment:
    begin = TEXT.index(words, start)
    return Fragment(begin, begin + len(words))


def shown(fragment: Fragment) -> str:
    return f"{fragment.start}-{fragment.end}"


EVENT = {
    "Type": "Contact", "Modality": "Asserted", "Polarity": "Positive", "Genericity": "Specific",
    "Tense": "Past",
}  # fmt: skip
PERSON = {"Subtype": "Individual", "Class": "SPC"}
MAN = "Ông Lan của AT&amp;T"
LAYER = [
    Annotation("VNA-1-E1-1", Kind.ENTITY, "PER", (at(MAN),), attributes={
        "Mention": "NOM", **PERSON, "LDCTYPE": "NOM", "LDCATR": "FALSE", "Head": shown(at("Ông"))}),
    Annotation("VNA-1-E1-2", Kind.ENTITY, "PER", (at("Ông ấy"),),
               attributes={"Mention": "PRO", **PERSON}),
    Annotation("VNA-1-E1", Kind.CLUSTER, "Coreference", (),
               (Link(MEMBER, "VNA-1-E1-1"), Link(MEMBER, "VNA-1-E1-2"))),
    Annotation("VNA-1-E2-3", Kind.ENTITY, "ORG", (at("AT&amp;T"),),
               attributes={"Mention": "NAM", "Subtype": "Commercial", "Class": "SPC"}),
    Annotation("VNA-1-V1-1", Kind.ENTITY, "JOB-TITLE", (at("Ông"),)),
    Annotation("VNA-1-T1-1", Kind.ENTITY, "TIME", (at("hôm nay"),),
               attributes={"VAL": "2020-07-02"}),
    Annotation("VNA-1-EV1-1", Kind.EVENT, "Meet", (at("họp"),),
               (Link("Entity", "VNA-1-E1-1"), Link("Time-Within", "VNA-1-T1-1")),
               {**EVENT, "Extent": shown(at("họp hôm nay")),
                "Scope": shown(at(MAN + " họp hôm nay."))}),
    Annotation("VNA-1-EV1-2", Kind.EVENT, "Meet", (at("dự họp"),), attributes=EVENT),
    Annotation("VNA-1-EV1", Kind.CLUSTER, "Coreference", (),
               (Link(MEMBER, "VNA-1-EV1-1"), Link(MEMBER, "VNA-1-EV1-2"))),
    Annotation("VNA-1-R1-1", Kind.RELATION, "ORG-AFF", (),
               (Link(FROM, "VNA-1-E1-1"), Link(TO, "VNA-1-E2-3"),
                Link("Time-Within", "VNA-1-T1-1")),
               {"Subtype": "Employment", "Tense": "Unspecified", "LEXICALCONDITION": "Preposition",
                "Extent": shown(at(MAN))}),
]  # fmt: skip


def test_everything_in_a_file_comes_in(tmp_path: Path) -> None:
    (parcel,), wrong = read_files(tmp_path, apf())
    assert wrong == []
    article, (layer,), where = parcel
    assert (article.id, article.text) == ("VNA-1", TEXT)
    assert article.metadata == {
        "title": "Họp ở Lạng Sơn", "published_at": "2020-07-02T14:52:00+07:00",
        "source": "VNA-1.apf.xml", "URI": "VNA-1.sgm", "SOURCE": "newswire", "TYPE": "text",
        "ENCODING": "UTF-8",
    }  # fmt: skip
    assert layer.reviewer == "LDC"
    assert where == f"{tmp_path}/VNA-1.apf.xml"
    assert list(layer) == LAYER


def test_labels_are_those_of_the_tagset(tmp_path: Path) -> None:
    toml = (resource("tagsets") / "ace-2005.toml").read_text(encoding="utf-8")
    (parcel,), _ = read_files(tmp_path, apf())
    found = problems(tagset_from_toml(toml), parcel.layers[0])
    beyond = ["Extent", "Head", "LDCATR", "LDCTYPE", "LEXICALCONDITION", "Scope", "Subtype", "VAL"]
    assert {each.message.values[-1] for each in found if each.message.template.startswith(
        "{0} has no attribute")} == {*beyond, "Type", "Tense"}  # fmt: skip
    assert {str(each.message) for each in found if "attribute" not in str(each.message)} == {
        "Meet has no role Time-Within.", "ORG-AFF has no role Time-Within.",
    }  # fmt: skip


def test_a_line_break_of_two_characters_counts_as_one(tmp_path: Path) -> None:
    sgm = SGM.replace("\n", "\r\n")
    (parcel,), wrong = read_files(tmp_path, apf(sgm=sgm), sgm)
    assert wrong == []
    assert parcel.article.text == TEXT.replace("\n", "\r\n")
    layer = parcel.layers[0]
    shown = [each.text_in(parcel.article.text) for each in layer.of_kind(Kind.ENTITY)]
    assert shown == [MAN, "Ông ấy", "AT&amp;T", "Ông", "hôm nay"]


def test_offsets_count_line_breaks_before_them() -> None:
    text = AceText("a\r\nb<x>\r\n</x>c\rd\n\r\n")
    assert text.text == "a\r\nb\r\nc\rd\n\r\n"
    stretches = {
        (0, 0): (0, 1), (1, 1): (1, 3), (2, 2): (3, 4), (1, 3): (1, 6), (4, 4): (6, 7),
        (4, 8): (6, 12),
    }  # fmt: skip
    for (start, end), own in stretches.items():
        there = Located(Fragment(*own), is_found=True, is_moved=False)
        assert text.located(start, end, "") == there


def test_words_that_stand_near_by_are_found_if_they_come_once() -> None:
    text = AceText("Lan gặp Mai\nAT&AMP;T. Lan về")
    there = Located(Fragment(8, 11), is_found=True, is_moved=True)
    assert text.located(7, 9, "Mai") == there
    assert text.located(90, 92, "Mai") == there
    assert text.located(0, 3, "Mai AT&T") == Located(Fragment(8, 20), is_found=True, is_moved=True)
    assert text.located(1, 3, "Lan") == Located(Fragment(1, 4), is_found=False, is_moved=False)
    assert text.located(90, 92, "Lan") is None
    assert text.located(9_000, 9_002, "Mai") is None
    assert text.located(5, 3, "Lan") is None


def test_words_that_are_too_long_are_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ace_text, "_LONGEST", 2)
    assert AceText("Lan gặp Mai").located(90, 92, "Mai") is None


NO_AUTHOR = apf().replace(' AUTHOR="LDC"', "")


def test_without_an_author_the_layer_is_the_readers(tmp_path: Path) -> None:
    (parcel,) = read(files(tmp_path, NO_AUTHOR))
    assert isinstance(parcel, Parcel)
    assert parcel.layers[0].reviewer == UNNAMED
    (parcel,) = read(tmp_path, reviewer="mai")
    assert isinstance(parcel, Parcel)
    assert parcel.layers[0].reviewer == "mai"


def test_without_its_text_an_annotation_is_refused(tmp_path: Path) -> None:
    (_, wrong) = read_files(tmp_path, apf(), None)
    assert wrong == [" The text is missing: put VNA-1.sgm beside it."]


def with_(old: str, new: str, count: int = 1) -> str:
    assert old in APF
    return apf(APF.replace(old, new, count))


LEFT_OUT = [
    (with_(' ID="VNA-1-E1-2"', ""), "10: A mention of VNA-1-E1 has no id."),
    (with_("VNA-1-E1-2", "VNA-1-E1-1"), "10: The id VNA-1-E1-1 is that of another mention, too."),
    (with_(' TYPE="ORG"', ""), "19: VNA-1-E2 has no type."),
    (with_("<extent>{Ông ấy}</extent>", ""), "10: VNA-1-E1-2 has no extent with a charseq."),
    (with_("<anchor>{dự họp}</anchor>", "<anchor/>"), "60: VNA-1-EV1-2 has no anchor with"),
    (with_("<extent>{Ông ấy}", '<extent><charseq START="-1" END="5">x</charseq>'),
     "11: “-1” and “5” are no offsets."),
    (with_("<extent>{Ông ấy}", '<extent><charseq START="1.5" END="5">x</charseq>'),
     "11: “1.5” and “5” are no offsets."),
    (with_("<extent>{Ông ấy}", '<extent><charseq END="5">x</charseq>'), "11: “” and “5” are no"),
    (with_("<extent>{Ông ấy}", '<extent><charseq START="900" END="905">x</charseq>'),
     "11: 900–905 lie outside the text, and “x” stands nowhere near."),
    (with_("<extent>{Ông ấy}", f'<extent><charseq START="9" END="{10**18}">x</charseq>'),
     "11: “9” and “1000000000000000000” are no offsets."),
    (with_("<extent>{Ông ấy}", f'<extent><charseq START="9" END="{10**11}">x</charseq>'),
     "11: 9–100000000000 lie outside the text"),
    (with_("<extent>{Ông ấy}", '<extent><charseq START="9" END="3">x</charseq>'), "11: 9–3 lie"),
    (with_('"VNA-1-E1-1" ROLE="Entity"', '"VNA-1-E9" ROLE="Entity"'),
     "53: The argument Entity leads to VNA-1-E9, which is no mention: it is left out."),
    (with_('"VNA-1-E1-1" ROLE="Entity"', '"VNA-1-E1" ROLE="Entity"'),
     "53: The argument Entity leads to VNA-1-E1, which is no mention: it is left out."),
    (with_('"VNA-1-E1-1" ROLE="Entity"', '"VNA-1-EV1-1" ROLE="Entity"'),
     "53: The argument Entity leads to VNA-1-EV1-1, which is no mention: it is left out."),
]  # fmt: skip


@pytest.mark.parametrize(("annotation", "sentence"), LEFT_OUT, ids=lambda value: value[-50:])
def test_what_can_not_be_read_is_named_and_the_rest_goes_in(
    tmp_path: Path, annotation: str, sentence: str
) -> None:
    (parcel,), wrong = read_files(tmp_path, annotation)
    assert len([each for each in wrong if sentence in each]) == 1
    assert "VNA-1-T1-1" in parcel.layers[0]


REMARKS = [
    (with_("<extent>{hôm nay}", f'<extent><charseq START="{at("hôm nay").start + 3}" END="9999">'
           "hôm  nay</charseq>"),
     ["28: “hôm  nay” does not stand at 84–9999, but near by: the mention is there now."]),
    (with_("<extent>{hôm nay}", '<extent><charseq START="1" END="3">ngày kia</charseq>'),
     ["28: “ngày kia” does not stand at 1–3: the mention is what stands there."]),
    (with_('<event_argument REFID="VNA-1-E1"', '<event_argument REFID="VNA-1-E2"'),
     ["47: The argument Entity VNA-1-E2 is one of no mention: it is left out."]),
    (with_('<name NAME="Ông">{Ông}', '<name NAME="Lan">{Lan}'),
     ["15: The name “Lan” of VNA-1-E1 is no mention: it is left out."]),
    (with_('<name NAME="Ông">{Ông}', '<name NAME="Lan">'),
     ["15: The name “Lan” of VNA-1-E1 is no mention: it is left out."]),
    (with_("</entity>", '<external_link EID="Q1"/></entity>', 2),
     ["17: external_link is left out, here and further down: there is no place for it."]),
    (with_("<head>{Ông}</head>", "<head>{Ông}</head><bubble/>"),
     ["8: bubble is left out, here and further down: there is no place for it."]),
    (with_('<value ID', '<quantity ID="Q"/><value ID'),
     ["24: quantity is left out, here and further down: there is no place for it."]),
    (with_('<value ID', '<value ID="V9" TYPE="Crime"/><value ID'),
     ["24: V9 has no mention that could be read: it is left out."]),
]  # fmt: skip


@pytest.mark.parametrize(("annotation", "sentences"), REMARKS, ids=lambda value: str(value)[-50:])
def test_what_is_otherwise_than_it_should_be_is_remarked_on(
    tmp_path: Path, annotation: str, sentences: list[str]
) -> None:
    found = list(read(files(tmp_path, annotation)))
    remarks = [str(each).split("xml:")[1] for each in found if isinstance(each, Remark)]
    assert remarks == sentences
    assert isinstance(found[-1], Parcel)
    assert len(found) == 2


REFUSED = [
    ("", "1: This is not XML: no element found."),
    ("<source_file>", "1: This is not XML: no element found."),
    ("<source_file/>", " This is no file of ACE: it must hold one document."),
    ("<a><document/></a>", " This is no file of ACE: it must hold one document."),
    ("<source_file><document/><document/></source_file>", " This is no file of ACE: it must hold"),
    ("<source_file>\n<a></b></source_file>", "2: This is not XML: mismatched tag."),
    (apf().replace("<!DOCTYPE source_file", '<!DOCTYPE a [<!ENTITY x "y">]><!--')
          .replace(".dtd\">", ".dtd\" -->"),
     " The file declares entities of its own, which might be a trap: remove them."),
    ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
     " The file declares entities of its own, which might be a trap: remove them."),
    ('<!DOCTYPE a SYSTEM "a.dtd"><a>&x;</a>',
     "1: The entity x is declared nowhere: write the character itself."),
    ("<a>" * 100, "1: The file has more than 500000 elements, or 64 inside one another: split it."),
    ('<?xml version="1.0" encoding="klingon"?><a/>',
     " The file's encoding can't be read (unknown encoding: klingon): save it as UTF-8."),
    ('<?xml version="1.0" encoding="gb18030"?><a/>',
     " The file's encoding can't be read (multi-byte encodings are not supported): save it as"),
]  # fmt: skip


@pytest.mark.parametrize(("annotation", "sentence"), REFUSED, ids=lambda value: value[:40])
def test_what_is_no_annotation_is_refused(tmp_path: Path, annotation: str, sentence: str) -> None:
    path = files(tmp_path, annotation)
    (refused,) = read(path, "ace")
    assert str(refused).removeprefix(f"{path}:").startswith(sentence)


@pytest.mark.parametrize(
    ("sgm", "sentence"),
    [
        (b"", "The file is empty: there is nothing to annotate."),
        (b"a\0", "Byte 1 (line 1) is NUL"),
        ("Huế".encode("utf-16"), "The text is UTF-16, not UTF-8"),
        (b"\xea", "Byte 0 (line 1) is 0xEA, which is not UTF-8"),
    ],
)
def test_a_text_that_is_none_is_refused(tmp_path: Path, sgm: bytes, sentence: str) -> None:
    path = files(tmp_path, apf())
    (tmp_path / "VNA-1.sgm").write_bytes(sgm)
    (refused,) = read(path)
    assert str(refused).startswith(f"{tmp_path}/VNA-1.sgm: {sentence}")


def test_a_text_of_tags_alone_is_refused(tmp_path: Path) -> None:
    _, wrong = read_files(tmp_path, apf(), "<DOC></DOC>")
    assert wrong == [" There is no text outside the tags of VNA-1.sgm."]


@pytest.mark.parametrize("name", ["VNA-1.apf.xml", "VNA-1.sgm"])
def test_a_file_of_200_mb_is_refused_without_reading_it(tmp_path: Path, name: str) -> None:
    path = files(tmp_path, apf())
    with (tmp_path / name).open("r+b") as file:
        file.truncate(200 << 20)
    (refused,) = read(path)
    assert str(refused).startswith(f"{tmp_path}/{name}: The text has 200 MB; one article may have")


def test_a_file_of_very_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_nodes, "MOST", 9)
    with pytest.raises(AnnotatorError, match="more than 9 elements"):
        xml_nodes.parse_xml(b"<a>" + b"<b/>\n" * 10 + b"</a>", "x")


def test_a_folder_is_read_with_its_texts(tmp_path: Path) -> None:
    files(tmp_path, apf())
    (tmp_path / "other.apf.xml").write_text(apf().replace("VNA-1", "VNA-2"))
    (tmp_path / "other.sgm").write_text(SGM)
    (tmp_path / "alone.sgm").write_text(SGM)
    for format in ("auto", "ace"):
        first, skipped, second = read(tmp_path, format)
        assert str(skipped).startswith(f"{tmp_path}/alone.sgm")
        assert isinstance(first, Parcel)
        assert isinstance(second, Parcel)
        assert (first.article.id, second.article.id) == ("VNA-1", "VNA-2")


def test_a_format_is_recognised_by_its_beginning() -> None:
    assert ace.FORMAT.recognizes(apf().encode())
    for other in (b"<source_file/>", b"<document/>", b"<xmi:XMI>", b""):
        assert not ace.FORMAT.recognizes(other)


def test_ids_that_are_missing_are_those_of_the_file(tmp_path: Path) -> None:
    (parcel,), _ = read_files(tmp_path, apf().replace('DOCID="VNA-1"', ""))
    assert parcel.article.id == "VNA-1"


def test_it_is_only_read(tmp_path: Path) -> None:
    with pytest.raises(AnnotatorError, match="can only be read"):
        write([], tmp_path / "a.apf.xml", "ace")


_PARTS = [*re.findall(r"<[^<>]+>|[^<>]+", apf()), "<", "&#1;", "&amp;", '"', "\0", "900", "<a/>"]


@given(st.data())
def test_whatever_the_files_hold_they_are_read_or_refused(data: st.DataObject) -> None:
    parts = re.findall(r"<[^<>]+>|[^<>]+", apf())
    for _ in range(data.draw(st.integers(1, 3))):
        where = data.draw(st.integers(0, len(parts) - 1))
        parts[where] = data.draw(st.sampled_from(["", parts[where] * 2, *_PARTS]))
    annotation = data.draw(st.just("".join(parts)) | st.text(max_size=40))
    sgm = data.draw(st.just(SGM) | st.text(max_size=40) | st.just("<" * 99 + "a>\r\n\r"))
    with folder() as place:
        files(place, annotation, None)
        (place / "VNA-1.sgm").write_bytes(sgm.encode(errors="surrogatepass"))
        assert_read_or_refused(place / "VNA-1.apf.xml", "ace")
