"""What is written as brat's lines, and to which files; what these can't hold is counted."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.brat.values import FLAGS_OFF, NAMES_CHANGED, NOTE_ENDS, NUMBERS
from annotator.formats.brat.writing import LINE_BREAKS, LINKS, STRETCHES
from annotator.formats.format import Parcel
from annotator.formats.losses import ATTRIBUTES, DOCUMENT_LABELS, LAYERS, NOTES, ORIGINS
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.annotation import MEMBER, Annotation, AttributeValue, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.model.tagset import EntityType, Tagset
from tests.formats.brat_files import entity, layer_of, put, read_one, written
from tests.formats.round_trip import read_all


def test_events_made_here_share_a_trigger_and_number_their_arguments(tmp_path: Path) -> None:
    meet = Annotation("x", Kind.EVENT, "Meet", (Fragment(2, 3),), (Link("Who", "p"),))
    twice = replace(meet, id="y", links=(Link("Who", "p"), Link("At", "p"), Link("Who", "x")))
    layer = layer_of("0123", entity("p", "PER", (0, 1), origin="dictionary"), meet, twice)
    lines, losses = written(layer, tmp_path / "out")
    assert lines == [
        "T1\tPER 0 1\t0",
        "#1\tAnnotatorOrigin T1\tdictionary",
        "T2\tMeet 2 3\t2",
        "E1\tMeet:T2 Who:T1",
        "E2\tMeet:T2 Who:T1 At:T1 Who2:E1",
    ]
    assert losses == {LAYERS: 1}


def test_what_lines_cannot_hold_is_counted(tmp_path: Path) -> None:
    links = (Link(MEMBER, "a"), Link("head", "b"), Link(MEMBER, "c"))
    layer = layer_of(
        "01\n\n23",
        entity("a", "A B", (0, 6), attributes={"x y": True, "x_y": True, "off": False, "n": 1.5}),
        entity("b", "B", (2, 4), note="a\r\nb", origin="a\nb"),
        Annotation("c", Kind.CLUSTER, "Equiv", (Fragment(0, 1),), links[:2], {"x": ""}, "n", "o"),
        Annotation("d", Kind.DOCUMENT, "Politics", links=links[:1]),
        Annotation("r", Kind.RELATION, "R", (Fragment(0, 1),), (Link("Arg1", "c"), Link("", "a"))),
        Annotation("e", Kind.EVENT, "E", (), (Link("Arg1", "d"), Link("X", "a"), Link("X2", "b"))),
    )
    lines, losses = written(layer, tmp_path / "out")
    assert lines == [
        "T1\tA_B 0 2;4 6\t01 23",
        "A1\tx_y T1",
        "A2\tn T1 1.5",
        "T2\tB 2 4\t  ",
        "#1\tAnnotatorNotes T2\ta",
        "#2\tAnnotatorNotes T2\tb",
        "*\tEquiv T1 T2",
        "R1\tR _:T1\t",
        "E1\tE X:T1 X2:T2",
    ]
    assert losses == {
        LAYERS: 1,
        LINE_BREAKS: 1,
        NAMES_CHANGED: 5,  # A B, x y, Equiv, its role head, the relation's empty role
        FLAGS_OFF: 1,
        NUMBERS: 1,
        ATTRIBUTES: 2,
        NOTE_ENDS: 1,
        ORIGINS: 2,
        NOTES: 1,
        DOCUMENT_LABELS: 1,
        LINKS: 2,
        STRETCHES: 2,
    }


def test_attributes_that_are_lines_of_other_kinds(tmp_path: Path) -> None:
    attributes: dict[str, AttributeValue] = {
        "Reference:GO": "1 một\thai\n2",
        "Reference:": "x",
        "Reference:a:b": "x",
        "Reference:K": " x",
        "#": "y",
        "#Seen by": "Lan\n",
        "#AnnotatorNotes": "z",
        "#n": 5,
    }
    lines, losses = written(
        layer_of("0", entity("T7", "A", (0, 1), attributes=attributes)), tmp_path
    )
    assert lines[1:] == [
        "N1\tReference T7 GO:1\tmột\thai",
        "N2\tReference T7 GO:2",
        "A1\tReference: T7 x",
        "A2\tReference:a:b T7 x",
        "A3\t# T7 y",
        "#1\tSeen_by T7\tLan",
        "#2\tSeen_by T7\t",
        "A4\t#AnnotatorNotes T7 z",
        "#3\tn T7\t5",
    ]
    assert losses == {LAYERS: 1, NAMES_CHANGED: 1, NUMBERS: 1, ATTRIBUTES: 1}
    back = read_one(tmp_path).layer["T7"].attributes
    assert (
        back
        == {
            **{name: value for name, value in attributes.items() if name[:3] != "#Se"},
            "#Seen_by": "Lan\n",
            "#n": "5",
        }
        | {"Reference:K": back.get("Reference:K")}
        or back
    )


def test_ids_that_fit_are_kept_and_others_are_free_ones(tmp_path: Path) -> None:
    ids = ["T2", "đ", "T01", "R5", "T9999999999999999"]
    layer = layer_of("01234", *(entity(id, "A", (n, n + 1)) for n, id in enumerate(ids)))
    lines, _ = written(layer, tmp_path / "out")
    assert [line.partition("\t")[0] for line in lines] == ["T2", "T1", "T01", "T3", "T4"]


def test_what_was_kept_of_the_file_gives_way_to_what_was_changed(tmp_path: Path) -> None:
    lines = "T1\tA 0 1\tX\nT2\tE 1 2\t1\nE1\tE:T2 Who2:T1 Who:T3\nT3\tA 2 3\t2\nT4\tA 9 99\tY"
    found = read_one(put(tmp_path / "in", "0123", lines))
    assert "T4\tA 9 99\tY" in written(found.layer, tmp_path / "same")[0]
    moved = replace(found.layer["T1"], fragments=(Fragment(3, 4),), note="")
    event = replace(found.layer["E1"], links=found.layer["E1"].links[::-1])
    more = entity("T4", "B", (0, 1), rank=9)
    layer = Layer(found.article, "lan", [moved, found.layer["T3"], event, more])
    assert written(layer, tmp_path / "changed")[0] == [
        "T1\tA 3 4\t3",
        "T5\tE 1 2\t1",
        "E1\tE:T5 Who:T3 Who2:T1",
        "T3\tA 2 3\t2",
        "T2\tB 0 1\t0",
        "T4\tA 9 99\tY",
    ]


def test_metadata_of_another_form_do_no_harm(tmp_path: Path) -> None:
    for kept in (
        None, 5, [], "x", {"offsets": 5, "lines": ["a\nb", 3], "triggers": [], "texts": {"T1": 1}},
        {"texts": {"T1": {"text": "x\ny", "fragments": [[0, 1]]}}, "arguments": {"E1": {}}},
        {"texts": {"T1": {"text": "x", "fragments": [[0, "1"], 5]}}, "modified": {"T1": 5}},
        {"offsets": "crlf+utf-16+x", "suffix": None, "arguments": {"E1": "a: :b c X:T1"}},
    ):  # fmt: skip
        article = Article("a", "0\r\n", {"source": "a.txt", "brat": kept})
        layer = Layer(article, "lan", [entity("T1", "A", (0, 1))])
        lines, losses = written(layer, tmp_path)
        assert lines[-1] == "T1\tA 0 1\t0"
        assert losses == {LAYERS: 1}


def test_the_two_files_of_bionlp_are_read_as_one(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("P1 binds P2")
    (folder / "a.a1").write_text("T1\tProtein 0 2\tP1\nT2\tProtein 9 11\tP2\n")
    (folder / "a.a2").write_text("T3\tBinding 3 8\tbinds\nE1\tBinding:T3 Theme:T1 Theme2:T2\n")
    found = read_one(folder)
    assert found.remarks == []
    assert found.shown()["E1"] == "Binding binds Theme:T1 Theme:T2"
    for path in (folder, folder / "a.a1", folder / "a.a2", folder / "a.txt"):
        (parcel,) = read_all(path, "brat")
        assert [len(layer) for layer in parcel.layers] == [3]
    (folder / "a.ann").write_text("T1\tProtein 0 2\tP1\n")
    skipped, whole = sorted(read(folder), key=lambda each: isinstance(each, Parcel))
    assert str(skipped) == f"{folder}/a.a1: Skipped: a.ann beside it has the annotations."
    assert isinstance(whole, Parcel)
    assert len(whole.layers[0]) == 1


def test_a_text_alone_has_no_layer_and_lines_alone_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lan")
    (tmp_path / "b.ann").write_text("T1\tPER 0 3\tLan")
    for format in ("auto", "brat"):
        parcel, refused = read(tmp_path, format)
        assert isinstance(parcel, Parcel)
        assert (parcel.article.id, parcel.layers) == ("a", ())
        assert str(refused) == f"{tmp_path}/b.ann: The text is missing: b.txt must be beside it."
    (tmp_path / "a.ann").write_text("")
    (parcel,) = read_all(tmp_path / "a.txt", "brat")
    assert [len(layer) for layer in parcel.layers] == [0]


def test_endings_may_be_capitals(tmp_path: Path) -> None:
    (tmp_path / "a.TXT").write_text("Lan")
    (tmp_path / "a.ANN").write_text("T1\tPER 0 3\tLan")
    (parcel,) = read_all(tmp_path)
    assert parcel.article.metadata["source"] == "a.TXT"
    assert len(parcel.layers[0]) == 1


def test_a_file_is_not_made_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(AnnotatorError, match="is written to a folder"):
        write([], io.BytesIO(), "brat")
    tagset = Tagset(entities=(EntityType("A", shortcut="a", color="#112233"),))
    written(layer_of("0", entity("T1", "A", (0, 1))), tmp_path / "x.ann", tagset)
    names = {each.name for each in (tmp_path / "x.ann").iterdir()}
    assert names == {"a.txt", "a.ann", "annotation.conf", "visual.conf", "kb_shortcuts.conf"}
