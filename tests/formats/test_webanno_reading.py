"""WebAnno TSV as WebAnno and INCEpTION write it."""

from pathlib import Path

from annotator.formats.files import sources
from annotator.formats.format import Source
from annotator.formats.recognition import format_of
from tests.formats.webanno_files import COREFERENCE, DEPENDENCY, HEAD, NE, POS, found


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


def test_it_is_found_by_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for content, name in [(HEAD, "webanno"), (f"\ufeff{HEAD}", "webanno"), (HEAD[1:], "text")]:
        path.write_text(content, encoding="utf-8")
        (source,) = sources(path)
        assert isinstance(source, Source)
        format = format_of(source)
        assert format is not None
        assert format.name == name


def test_neither_many_columns_nor_tags_make_it_conll(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    for columns in range(1, 12):
        layer = f"#T_SP={NE}|" + "|".join(["value", *(f"f{n}" for n in range(columns))])
        values = "\t".join(["B-LOC", *["B-LOC"] * columns])
        row = f"1-1\t0-3\tHuế\t{values}\t"
        path.write_text(
            f"#FORMAT=WebAnno TSV 3.3\n{layer}\n\n\n#Text=Huế\n{row}\n", encoding="utf-8"
        )
        (source,) = sources(path)
        assert isinstance(source, Source)
        format = format_of(source)
        assert format is not None
        assert format.name == "webanno"
