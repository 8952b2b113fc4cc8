"""WebAnno TSV that is damaged: sentences, and what is whole goes in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.model.message import AnnotatorError
from tests.formats.drawn import read_both
from tests.formats.round_trip import folder
from tests.formats.webanno_files import COREFERENCE, HEAD, NE, found, refused


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
