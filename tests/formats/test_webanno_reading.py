"""WebAnno TSV as WebAnno and INCEpTION write it, whole and damaged."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.files import sources
from annotator.formats.format import Parcel, Source
from annotator.formats.reading import format_of, read
from annotator.model.message import AnnotatorError
from tests.formats.drawn import lines, read_both
from tests.formats.round_trip import folder

NE = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
POS = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"
DEPENDENCY = "de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency"
COREFERENCE = "de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink"


def found(place: Path, content: str) -> tuple[str, list[str], list[str]]:
    """Return text, annotations and sentences of a file with `content`, whose tabs are `¦`."""
    path = place / "a.tsv"
    path.write_bytes(content.replace("¦", "\t").encode())
    (parcel,), sentences = read_both(path)
    return parcel.article.text, lines(parcel.layers[0]), sentences


def refused(place: Path, content: str) -> list[str]:
    path = place / "a.tsv"
    path.write_bytes(content.replace("¦", "\t").encode())
    parcels, sentences = read_both(path, "webanno")
    assert parcels == []
    return sentences


def test_spans_of_one_token_of_several_and_stacked(tmp_path: Path) -> None:
    text, annotations, sentences = found(tmp_path, f"""\
#FORMAT=WebAnno TSV 3.3
#T_SP={POS}|PosValue
#T_SP={NE}|identifier|value


#Text=Bà Lan ở Huế.
1-1¦0-2¦Bà¦Nc¦*[1]|*[2]¦PER[1]|TITLE[2]¦
1-2¦3-6¦Lan¦_¦http://x/1[1]¦PER[1]¦
1-3¦7-8¦ở¦*¦_¦_¦
1-4¦9-12¦Huế¦_¦*¦LOC¦
1-5¦12-13¦.¦_¦_¦_¦
""")  # fmt: skip
    assert text == "Bà Lan ở Huế."
    assert annotations == [
        "T1 PER “Bà Lan” {identifier='http://x/1'}",
        "T2 Nc “Bà” {layer='POS'}",
        "T3 TITLE “Bà”",
        "T4 POS “ở”",
        "T5 LOC “Huế”",
    ]
    assert sentences == []


def test_parts_of_tokens_and_what_covers_nothing(tmp_path: Path) -> None:
    _, annotations, sentences = found(tmp_path, """\
#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Syllable|
#T_SP=webanno.custom.Move|ROLE_webanno.custom.Move:slots_webanno.custom.MoveSlotsLink|uima.tcas.Annotation


#Text=Đà Nẵng
1-1¦0-2¦Đà¦_¦_¦_¦
1-1.1¦0-0¦¦_¦What[4]¦1-1.2[1]¦
1-1.2¦1-2¦à¦*[1]¦_¦_¦
1-2¦3-7¦Nẵng¦_¦_¦_¦
1-2.1¦3-5¦Nẵ¦*[1]|*[2]¦_¦_¦
1-2.2¦7-7¦¦*¦_¦_¦
""")  # fmt: skip
    assert annotations == [
        "E1 Move What=T1",
        "T1 Syllable “à Nẵ”",
        "T2 Syllable “Nẵ”",
    ]
    assert sentences == ["a.tsv:12: Syllable covers no text: it was left out."]


def test_slot_features_are_events(tmp_path: Path) -> None:
    _, annotations, sentences = found(tmp_path, f"""\
#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Frame|FE|ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink|{NE}
#T_SP={NE}|value


#Text=Bob auctioned the clock .
1-1¦0-3¦Bob¦_¦_¦_¦PER¦
1-2¦4-13¦auctioned¦Sale[2]|*[3]¦seller;goods[2]|*[3]¦1-1;1-3[1]|1-1¦_¦
1-3¦14-17¦the¦_¦_¦_¦OBJ[1]¦
1-4¦18-23¦clock¦Empty¦_¦*¦OBJ[1]¦
1-5¦24-25¦.¦_¦_¦_¦_¦
""")  # fmt: skip
    assert annotations == [
        "T1 PER “Bob”",
        "E1 Sale “auctioned” seller=T1 goods=T2 {layer='Frame'}",
        "E2 Frame “auctioned” Roles=T1",
        "T2 OBJ “the clock”",
        "E3 Empty “clock” {layer='Frame'}",
    ]
    assert sentences == []


def test_relations_with_numbers_and_without(tmp_path: Path) -> None:
    _, annotations, sentences = found(tmp_path, f"""\
#FORMAT=WebAnno TSV 3.3
#T_SP={NE}|value
#T_RL=webanno.custom.Relation|value|BT_{NE}
#T_RL={DEPENDENCY}|DependencyType|flavor|BT_{POS}


#Text=A is a test .
1-1¦0-1¦A¦PER¦_¦_¦nsubj¦basic¦1-2¦
1-2¦2-4¦is¦_¦_¦_¦root¦*¦1-2¦
1-3¦5-6¦a¦_¦_¦_¦_¦_¦_¦
1-4¦7-11¦test¦_¦_¦_¦_¦_¦_¦
1-5¦12-13¦.¦X[1]|Y[2]¦of|*¦1-1[0_2]|1-5[2_1]¦_¦_¦_¦
""")  # fmt: skip
    assert annotations == [
        "T1 PER “A”",
        "T2 Token “A”",
        "T3 Token “is”",
        "T4 X “.”",
        "T5 Y “.”",
        "R1 nsubj from=T3 to=T2 {flavor='basic', layer='Dependency'}",
        "R2 root from=T3 to=T3 {layer='Dependency'}",
        "R3 of from=T1 to=T5",
        "R4 Relation from=T5 to=T4",
    ]
    assert sentences == []


def test_chains_are_clusters(tmp_path: Path) -> None:
    _, annotations, sentences = found(tmp_path, f"""\
#FORMAT=WebAnno TSV 3.3
#T_SP={NE}|value
#T_CH={COREFERENCE}|referenceType|referenceRelation
#T_CH=webanno.custom.BridgeLink|referenceRelation|referenceType


#Text=He shot himself with his revolver .
1-1¦0-2¦He¦PER¦pr[1]¦coref->1-1¦_¦_¦
1-2¦3-7¦shot¦_¦_¦_¦_¦_¦
1-3¦8-15¦himself¦PER¦pr[1]¦coref->1-2¦_¦_¦
1-4¦16-20¦with¦_¦_¦_¦_¦_¦
1-5¦21-24¦his¦_¦pr[1]¦*->1-3¦part->2-1¦whole[2]¦
1-6¦25-33¦revolver¦_¦*[3]|nam[4]¦*->3-1|*->4-2¦*->2-2¦*[2]¦
1-7¦34-35¦.¦_¦*[3]|nom[4]¦*->3-1|x->4-1¦_¦_¦
""")  # fmt: skip
    assert annotations == [
        "T1 PER “He”",
        "T2 PER “himself”",
        "C1 pr member=T1 member=T2 member=T3 {referenceRelation='coref'}",
        "C2 Bridge member=T4 member=T5",
        "C3 Coreference member=T6",
        "C4 Coreference member=T7 member=T8",
        "T3 Mention “his”",
        "T4 whole “his” {referenceRelation='part'}",
        "T5 Mention “revolver”",
        "T6 Mention “revolver .”",
        "T7 nom “.” {referenceRelation='x'}",
        "T8 nam “revolver”",
    ]
    assert sentences == []


def test_offsets_count_utf_16_units(tmp_path: Path) -> None:
    _, annotations, sentences = found(tmp_path, f"""\
#FORMAT=WebAnno TSV 3.3
#T_SP={NE}|value


#Text=I like it 😊 .
1-1¦0-1¦I¦PER¦
1-2¦2-6¦like¦_¦
1-3¦7-9¦it¦_¦
1-4¦10-12¦😊¦EMO[1]¦
1-5¦13-14¦.¦EMO[1]¦
""")  # fmt: skip
    assert annotations == ["T1 PER “I”", "T2 EMO “😊 .”"]
    assert sentences == []


def test_offsets_that_count_code_points_are_seen_through(tmp_path: Path) -> None:
    text, annotations, sentences = found(tmp_path, f"""\
#FORMAT=WebAnno TSV 3.3
#T_SP={NE}|value


#Text=I like 😊 .
1-1¦0-1¦I¦PER¦
1-2¦2-6¦like¦_¦
1-3¦7-8¦😊¦EMO¦
1-4¦9-10¦.¦_¦

#Text=Me too.
2-1¦11-13¦Me¦PER¦
""")  # fmt: skip
    assert text == "I like 😊 .\nMe too."
    assert annotations == ["T1 PER “I”", "T2 EMO “😊”", "T3 PER “Me”"]
    assert sentences == [
        "~a.tsv:5: The offsets count code points, not UTF-16 units as the format has it: taken so."
    ]


def test_text_of_many_lines_and_between_sentences(tmp_path: Path) -> None:
    text, annotations, sentences = found(tmp_path, f"""\
\ufeff#FORMAT=WebAnno TSV 3.3\r
#T_SP={NE}|value\r
\r
\r
#Sentence.id=s1\r
#Text=Một\\r\r
#Text=\r
#Text=hai\\tba \\\\ \\x\r
1-1¦2-5¦Một¦A¦\r
1-2¦8-14¦hai\\tba¦_¦\r
1-2.1¦12-14¦ba¦B¦\r
1-3¦15-16¦\\¦_¦\r
1-4¦18-19¦x¦_¦\r
\r
#Text=bốn\r
#Other\r
2-1¦19-22¦bốn¦_¦\r
\r
#Text=năm\r
3-1¦25-28¦năm¦C¦\r
""")  # fmt: skip
    assert text == "  Một\r\n\nhai\tba \\ \\xbốn\n  năm"
    assert annotations == ["T1 A “Một”", "T2 B “ba”", "T3 C “năm”"]
    assert sentences == ["~a.tsv:16: The line “#Other” is not known: left out."]


def test_escapes_of_version_3_1_are_java_s(tmp_path: Path) -> None:
    text, annotations, _ = found(tmp_path, f"""\
#FORMAT=WebAnno TSV 3.1
#T_SP={NE}|value


#Text=Hu\\u1ebf \\"\\ud83d\\ude0a\\" \\101
1-1¦0-3¦Huế¦L\\_O\\->C\\[1\\]\\|\\;\\*¦
1-2¦4-8¦"😊"¦\\n\\t[2]¦
""")  # fmt: skip
    assert text == 'Huế "😊" A'
    assert annotations == ["T1 L_O->C[1]|;* “Huế”", 'T2 \n\t “"😊"”']


HEAD = f"""\
#FORMAT=WebAnno TSV 3.3
#T_SP={NE}|value
#T_RL=webanno.custom.Relation|BT_{NE}


#Text=Ở Huế
"""


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("1-2¦2-5¦Huế¦LOC", "8: The line has 4 columns, but with what the header declares it must"),
        ("1-2¦2-5", "8: The line has 2 columns, but with what the header declares it must have 5"),
        ("x¦2-5¦Huế¦_¦_", "8: The line begins with no token number and offsets, such as 1-2"),
        ("1-2¦5-2¦Huế¦_¦_", "8: “Huế” does not stand at 5–2 of the text: the line was left out."),
        ("1-2¦2-4¦Huế¦_¦_", "8: “Huế” does not stand at 2–4 of the text: the line was left out."),
        ("1-2¦2-50¦Huế¦_¦_", "8: “Huế” does not stand at 2–50 of the text: the line was left out."),
        (f"1-2¦2-{10**18}¦Huế¦_¦_", "8: The line begins with no token number and offsets"),
        ("1-2¦-2-5¦Huế¦_¦_", "8: The line begins with no token number and offsets"),
        ("1-1¦2-5¦Huế¦_¦_", "8: 1-1 comes twice: left out here."),
        ("1-2¦2-5¦Huế¦LOC¦9-9", "8: The relation Relation was left out: one of its ends is no"),
        ("1-2¦2-5¦Huế¦LOC¦1-1[7_0]", "8: The relation Relation was left out: one of its ends is"),
        ("1-2¦2-5¦Huế¦_¦1-1", "8: The relation Relation was left out: one of its ends is no"),
    ],
)  # fmt: skip
def test_a_damaged_row_is_named_and_the_others_go_in(
    tmp_path: Path, row: str, sentence: str
) -> None:
    _, annotations, sentences = found(tmp_path, f"{HEAD}1-1¦0-1¦Ở¦A¦_¦\n{row}\n")
    assert annotations[0] == "T1 A “Ở”"
    assert [each.startswith(f"a.tsv:{sentence}") for each in sentences] == [True]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "a.tsv: The file is empty"),
        ("\0", "a.tsv: Byte 0 (line 1) is NUL"),
        ("#FORMAT=WebAnno TSV 2.0\n", "a.tsv:1: The version is 2.0; this program reads 3.0"),
        ("#FORMAT=WebAnno TSV 3.x\n", "a.tsv:1: The version is 3.x; this program reads 3.0"),
        ("1-1\t0-1\tA\n", "a.tsv:1: The first line does not say #FORMAT=WebAnno TSV 3.3: this is"),
        ("#FORMAT=WebAnno TSV 3.3\n", "a.tsv: There is no sentence: was the file cut off?"),
        ("#FORMAT=WebAnno TSV 3.3\n#T_XX=a|b\n\n", "a.tsv:2: “#T_XX=a|b” declares no layer: the"),
        ("#FORMAT=WebAnno TSV 3.3\n#T_SP=\n\n", "a.tsv:2: The layer has no name."),
        ("#FORMAT=WebAnno TSV 3.3\n\n1-1¦0-1¦A\n", "a.tsv:3: #Text= is missing before this line."),
        ("#FORMAT=WebAnno TSV 3.3\n\n#Text=A\n", "a.tsv:3: The sentence has no tokens, so where"),
        ("#FORMAT=WebAnno TSV 3.0\n\n#Text=\\u0000\n", "a.tsv:3: The text has a NUL or half of a"),
        ("#FORMAT=WebAnno TSV 3.0\n\n#Text=\\ud83d\n", "a.tsv:3: The text has a NUL or half of a"),
        (
            "#FORMAT=WebAnno TSV 3.3\n\n#Text=A\n1-1¦0-1¦A\n\n#Text=B\n2-1¦0-1¦B\n",
            "a.tsv:6: The sentence begins at 0, but the text before it ends at 1.",
        ),
        (
            "#FORMAT=WebAnno TSV 3.3\n\n#Text=A\n1-1¦900000000-900000001¦A\n",
            "a.tsv:3: The sentence begins at 900000000, but the text before it ends at 0.",
        ),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_article_is_refused(
    tmp_path: Path, content: str, sentence: str
) -> None:
    (only,) = refused(tmp_path, content)
    assert only.startswith(sentence)


def test_arguments_that_do_not_agree_are_left_out(tmp_path: Path) -> None:
    _, annotations, sentences = found(tmp_path, f"""\
#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.E|label|ROLE_webanno.custom.E:as_webanno.custom.EAsLink|{NE}
#T_CH={COREFERENCE}|referenceRelation|referenceType
#T_SP={NE}|value|annotator_links|annotator_fragments


#Text=Ở Huế
1-1¦0-1¦Ở¦A¦x;y¦1-2¦_¦_¦_¦_¦_¦
1-2¦2-5¦Huế¦B¦x;z¦1-2;1-7[3]¦none¦t[1]¦LOC¦7-7 1-x¦0-9¦
""")  # fmt: skip
    no_place = "does not say its chain and place, such as *->1-2: left out."
    no_place = f"a.tsv:9: A link of {COREFERENCE} {no_place}"
    assert annotations == ["E1 A “Ở” {layer='E'}", "E2 B “Huế” x=T1 {layer='E'}", "T1 LOC “Huế”"]
    assert sentences == [
        "a.tsv:8: webanno.custom.E has 2 roles and 1 targets: its arguments were left out.",
        no_place,
        "~a.tsv:9: There is no link 7-7 of a chain: that was left out.",
        "~a.tsv:9: There is no link 1-x of a chain: that was left out.",
        "~a.tsv:9: The fragments “0-9” of LOC do not fit its span, which was taken whole.",
        "a.tsv:9: “z” of B was left out: it leads to no other annotation that was read.",
    ]


def test_of_many_sentences_the_first_are_told(tmp_path: Path) -> None:
    rows = "x\n" * 300
    _, _, sentences = found(tmp_path, f"{HEAD}1-1¦0-1¦Ở¦A¦_¦\n{rows}")
    assert len(sentences) == 201
    assert sentences[-1] == "a.tsv: 100 more things are wrong with the article."


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    with path.open("wb") as file:
        file.write(HEAD.encode())
        file.truncate(200 << 20)
    _, sentences = read_both(path)
    assert sentences == ["a.tsv: The file has 200 MB; one article may have 64 MB: split it."]


def test_it_is_found_by_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for content, name in [(HEAD, "webanno"), (f"\ufeff{HEAD}", "webanno"), (HEAD[1:], "text")]:
        path.write_text(content, encoding="utf-8")
        (source,) = sources(path)
        assert isinstance(source, Source)
        format = format_of(source)
        assert format is not None
        assert format.name == name


WHOLE = f"""\
#FORMAT=WebAnno TSV 3.3
#T_SP={NE}|value|annotator_fragments|annotator_links
#T_SP=webanno.custom.E|label|ROLE_webanno.custom.E:as_webanno.custom.EAsLink|uima.tcas.Annotation
#T_CH={COREFERENCE}|referenceRelation|referenceType
#T_RL=webanno.custom.Relation|label|BT_{NE}


#Text=Bà Lan 😊 họp
#Text=ở Huế.
1-1¦0-2¦Bà¦PER[1]¦0-2 7-9[1]¦1-2[1]¦_¦_¦_¦r->1-1¦t[1]¦_¦_¦
1-1.1¦0-0¦¦_¦_¦_¦E[2]¦x;\\[y\\]¦1-1[1];1-3[3]¦_¦_¦_¦_¦
1-2¦3-6¦Lan¦PER[1]¦0-2 7-9[1]¦1-2[1]¦_¦_¦_¦r->1-1|*->1-2¦t[1]|*[1]¦_¦_¦
1-3¦7-9¦😊¦PER[1]|EMO[3]¦*[1]|*[3]¦*[1]|*[3]¦_¦_¦_¦_¦_¦of|*¦1-1[1_3]|1-1.1[2_3]¦

#Text=Hết
2-1¦24-27¦Hết¦_¦_¦_¦_¦_¦_¦_¦_¦_¦_¦
""".replace("¦", "\t")

PIECES = [
    "\t", "\n", "|", ";", "_", "*", "[", "]", "[1]", "->", "\\", "-", "1-1", "9", "#Text=", "😊",
    "", "#T_SP=", "#T_CH=", "#T_RL=", "BT_", "ROLE_", "0-0", str(10**18), "\r", "\0", "[0_0]",
    "->1-1",
]  # fmt: skip
changes_of_whole = st.lists(
    st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 6), st.sampled_from(PIECES)), max_size=4
)


@given(changes_of_whole)
def test_whatever_is_changed_gives_articles_and_sentences(
    changes: list[tuple[int, int, str]],
) -> None:
    content = WHOLE
    for at, length, piece in changes:
        content = content[:at] + piece + content[at + length :]
    with folder() as place:
        path = place / "a.tsv"
        path.write_text(content, encoding="utf-8", newline="")
        for each in read(path, "webanno"):
            assert isinstance(each, Parcel) or str(each).startswith(str(path))
            assert isinstance(each, Parcel | AnnotatorError)


@given(st.binary(max_size=200))
def test_rubbish_gives_a_sentence(data: bytes) -> None:
    with folder() as place:
        path = place / "a.tsv"
        path.write_bytes(b"#FORMAT=WebAnno TSV 3.3\n\n#Text=" + data)
        for each in read(path):
            assert isinstance(each, Parcel | AnnotatorError)
