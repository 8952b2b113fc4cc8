"""brat's standoff carries all that its lines can hold, and says what they can't."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from annotator.formats import brat
from annotator.formats.article_files import is_blank
from annotator.formats.brat.values import FLAGS_OFF, NAMES_CHANGED, NOTE_ENDS, NUMBERS
from annotator.formats.brat.writing import LINE_BREAKS
from annotator.formats.file_names import stem_of
from annotator.formats.format import Losses, Parcel
from annotator.formats.losses import (
    ATTRIBUTES,
    DOCUMENT_LABELS,
    NAMES,
    NOTES,
    ORIGINS,
    single_layers,
)
from annotator.formats.reading import read
from annotator.formats.text import BLANK
from annotator.formats.writing import write
from annotator.language.news import metadata_of
from annotator.model.annotation import (
    Annotation,
    AttributeValue,
    Fragment,
    Kind,
)
from annotator.model.article import Article
from annotator.model.layer import Layer
from tests.formats.brat_files import again, content, put, read_one
from tests.formats.carrying import reduced
from tests.formats.round_trip import RoundTrip


def no_space(name: str) -> str:
    return re.sub(r"[\s\x00-\x1f]", "_", name)


def without_breaks(text: str, fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
    """Return `fragments` without the line breaks in them, but for those that are nothing else."""
    result: list[Fragment] = []
    for start, end in fragments:
        lines = [match.span() for match in re.finditer(r"[^\r\n]+", text[start:end])]
        result += [Fragment(start + a, start + b) for a, b in lines] or [Fragment(start, end)]
    return tuple(result)


def held(attributes: Iterable[tuple[str, AttributeValue]]) -> dict[str, AttributeValue]:
    """Return the attributes that lines can hold."""
    names: set[str] = set()
    kept: dict[str, AttributeValue] = {}
    for name, value in attributes:
        if value is False or no_space(name) in names:
            continue
        names.add(no_space(name))
        text = value if value is True else str(value)
        if text is True or (text and text == text.strip(" ") and not re.search("[\t\r\n]", text)):
            kept[no_space(name)] = text
    return kept


class TestRoundTrip(RoundTrip):
    format = "brat"
    out = "out"
    keeps_ids = False

    def takes(self, parcel: Parcel) -> bool:
        return not is_blank(parcel.article.text)

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        result: list[Parcel] = []
        for article, layer, _ in single_layers(written, Losses()):
            stem = stem_of(article.id)
            metadata = {**metadata_of(article.text), "source": f"{stem}.txt"}
            again = Article(stem, article.text, metadata)
            held = partial(self._held, text=article.text)
            left = reduced(layer, held) if layer else ()
            result.append(Parcel(again, (Layer(again, "imported", left),), ""))
        return result

    @staticmethod
    def _held(each: Annotation, *, text: str) -> Annotation | None:
        if each.kind is Kind.DOCUMENT:
            return None
        label = no_space(each.label)
        if each.kind is Kind.CLUSTER:
            return replace(each, label=label, attributes={}, note="", origin="")
        return replace(
            each,
            label=label,
            fragments=without_breaks(text, each.fragments),
            attributes=held(each.attributes.items()),
            note=re.sub("\r\n?", "\n", each.note),
        )

    def lost(self, written: Sequence[Parcel]) -> Losses:
        losses = Losses()
        for article, layer, _ in single_layers(written, losses):
            stem = stem_of(article.id)
            known = {**metadata_of(article.text), "source": f"{stem}.txt"}
            losses[NAMES] += stem != article.id
            losses[brat.METADATA] += sum(
                known.get(key) != value or key not in known
                for key, value in article.metadata.items()
            )
            for each in layer or ():
                losses.update(self._lost(each, article.text))
        return +losses

    @staticmethod
    def _lost(each: Annotation, text: str) -> Losses:
        if each.kind is Kind.DOCUMENT:
            return Losses({DOCUMENT_LABELS: 1})
        losses = Losses({NAMES_CHANGED: int(no_space(each.label) != each.label)})
        if each.kind is Kind.CLUSTER:
            losses[ATTRIBUTES] += len(each.attributes)
            losses[NOTES] += bool(each.note)
            losses[ORIGINS] += bool(each.origin)
            return losses
        losses[LINE_BREAKS] += without_breaks(text, each.fragments) != each.fragments
        losses[NOTE_ENDS] += "\r" in each.note
        names = [name for name, value in each.attributes.items() if value is not False]
        values = [value for value in each.attributes.values() if not isinstance(value, str | bool)]
        twice = len(names) - len({no_space(name) for name in names})
        firsts = {no_space(name): each.attributes[name] for name in reversed(names)}
        losses[NAMES_CHANGED] += sum(no_space(name) != name for name in names)
        losses[FLAGS_OFF] += len(each.attributes) - len(names)
        losses[ATTRIBUTES] += twice + sum(not held([pair]) for pair in firsts.items())
        losses[NUMBERS] += sum(not isinstance(v, str | bool) for v in firsts.values())
        assert twice or len(values) == losses[NUMBERS]
        return losses


TEXT = "Lan cưới Nam ở Huế . Báo đưa tin cô Lan mất ."
LINES = """\
T1\tPER 0 3\tLan
T2\tMarry 4 8\tcưới
T3\tPER 9 12\tNam
T4\tLOC 15 18\tHuế
E1\tMarry:T2 Person-Arg:T1 Person-Arg2:T3 Place-Arg:T4
T5\tORG 21 24\tBáo
T6\tReport 25 32\tđưa tin
T7\tDie 40 43\tmất
T8\tPER 33 35;36 39\tcô Lan
E2\tReport:T6 Event-Arg:E3 Reporter-Arg:T5
E3\tDie:T7 Victim-Arg:T8
E4\tDie:T7 \n
R1\tFamily Arg1:T1 Arg2:T3\t
R2\tCoref Anaphor:T8 Antecedent:T1\t
R3\tCause Arg2:E3 Arg1:R1\t
*\tEquiv T1 T8
*\tAlias T3 T4 E1
A1\tNegation E3
A2\tConfidence E2 rất cao
M1\tSpeculation E2
N1\tReference T4 Wikipedia:39325\tHuế (thành phố)
N2\tReference T4 Wikipedia:7
N3\tReference R1 GO:1\t
#1\tAnnotatorNotes T1\tai?  \n
#2\tAnnotatorNotes T1\tem Nam?
#3\tNormalized T4\tThừa Thiên
#4\tAnnotatorNotes R2\txem lại
# một dòng ghi chú
"""


def test_what_lines_say_becomes_annotations(tmp_path: Path) -> None:
    found = read_one(put(tmp_path / "in", TEXT, LINES.replace("\n\n", "\n")))
    assert found.remarks == []
    assert found.shown() == {
        "T1": "PER Lan (ai?  \nem Nam?)",
        "T3": "PER Nam",
        "T4": ("LOC Huế Reference:Wikipedia=39325 Huế (thành phố)\n7 #Normalized=Thừa Thiên"),
        "E1": "Marry cưới Person:T1 Person:T3 Place:T4",
        "T5": "ORG Báo",
        "T8": "PER cô Lan",
        "E2": "Report đưa tin Event:E3 Reporter:T5 Confidence=rất cao Speculation=True",
        "E3": "Die mất Victim:T8 Negation=True",
        "E4": "Die mất",
        "R1": "Family from:T1 to:T3 Reference:GO=1 ",
        "R2": "Coref Anaphor:T8 Antecedent:T1 (xem lại)",
        "R3": "Cause to:E3 from:R1",
        "C1": "Coreference member:T1 member:T8",
        "C2": "Alias member:T3 member:T4 member:E1",
    }
    assert found.layer["E1"].kind is Kind.EVENT
    assert found.layer["C2"].kind is Kind.CLUSTER
    assert found.spans("T8") == [(33, 35), (36, 39)]
    assert found.article.metadata == {
        "source": "a.txt",
        "brat": {
            "suffix": "-Arg",
            "modified": {"E2": ["Speculation"]},
            "lines": ["# một dòng ghi chú"],
        },
    }


def test_lines_go_out_as_they_came_in(tmp_path: Path) -> None:
    lines = LINES.replace("\n\n", "\n")
    assert content("\n".join(again(put(tmp_path / "in", TEXT, lines)))) == content(lines)


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Sue:T9 Theme:T1 Theme2:T2 Theme3:T3", "Theme Theme Theme"),
        ("Sue:T9 Theme2:T1 Theme:T2", "Theme Theme"),
        ("Sue:T9 Theme1:T1 Theme2:T2", "Theme1 Theme2"),
        ("Sue:T9 Theme3:T1", "Theme3"),
        ("Sue:T9 Org-Arg2:T1", "Org"),
        ("Sue:T9 Org-Arg:T1 Org-Arg3:T2 Org-Arg:T3", "Org Org Org"),
        ("Sue:T9 Org-Arg:T1 Org:T2 Place:T3", "Org Org Place"),
        ("Sue:T9 Theme:T1 Theme:T1", "Theme Theme"),
        ("Sue:T9 A:B:T1 -Arg:T2", "A:B -Arg"),
        ("Sue Theme:T1", "Theme"),
        ("Sue ", ""),
        ("A:Sue:T8 ", ""),
    ],
)
def test_numbers_of_roles_are_no_part_of_them_and_come_back(
    tmp_path: Path, line: str, roles: str
) -> None:
    marks = [f"T{n}\tPER {n} {n + 1}\t{n}" for n in (1, 2, 3)]
    marks += ["T8\tA:Sue 8 9\t8", "T9\tSue 9 10\t9"]
    folder = put(tmp_path / "in", "0123456789", "\n".join([*marks, f"E1\t{line}"]))
    found = read_one(folder)
    assert found.remarks == []
    assert " ".join(link.role for link in found.layer["E1"].links) == roles
    assert content("\n".join(again(folder))) == content((folder / "a.ann").read_text())


def test_a_number_belongs_to_the_name_where_the_configuration_says_so(tmp_path: Path) -> None:
    lines = "T1\tA 0 1\t0\nT2\tWed 1 2\t1\nE1\tWed:T2 Who1:T1 Who2:T1\nE2\tWed:T2 Of2:T1 Of:T1"
    conf = "[entities]\nA\n[events]\nWed Who1:A, Who2?:A, Of+:A\n"
    found = read_one(put(tmp_path / "in", "01", lines, annotation=conf))
    assert found.shown()["E1"] == "Wed 1 Who1:T1 Who2:T1"
    assert found.shown()["E2"] == "Wed 1 Of:T1 Of:T1"
    lone = lines.replace("Of2:T1 Of:T1", "Of2:T1")
    assert (
        read_one(put(tmp_path / "in", "01", lone, annotation=conf)).shown()["E2"] == "Wed 1 Of:T1"
    )
    without = put(tmp_path / "without", "01", lone)
    assert read_one(without).shown()["E2"] == "Wed 1 Of2:T1"


def test_the_configuration_is_looked_for_upwards_in_what_is_read(tmp_path: Path) -> None:
    lines = "T1\tA 0 1\t0\nT2\tWed 1 2\t1\nE1\tWed:T2 Of2:T1"
    inner = tmp_path / "in" / "x"
    inner.mkdir(parents=True)
    put(inner, "01", lines)
    (tmp_path / "in" / "annotation.conf").write_text("[entities]\nA\n[events]\nWed Of:A\n")
    (found,) = (each for each in read(tmp_path / "in") if isinstance(each, Parcel))
    assert found.article.id == "x/a"
    assert found.layers[0]["E1"].links[0].role == "Of"
    assert read_one(inner).layer["E1"].links[0].role == "Of2"


def test_white_space_alone_counts_as_lost(tmp_path: Path) -> None:
    blank = Parcel(Article("b", " \n", {"source": "b.txt"}), (), "")
    assert write([blank], tmp_path / "out", "brat") == {BLANK: 1}


def test_triggers_are_shared_as_they_were(tmp_path: Path) -> None:
    lines = "\n".join(
        [
            *("T1\tDie 0 1\t0", "T2\tDie 0 1\t0", "E1\tDie:T1 ", "E2\tDie:T1 ", "E3\tDie:T2 "),
            *("T3\tHurt 1 2\t1", "E4\tDie:T3 ", "T4\tDie 2 3\t2", "E5\tDie:T4 "),
            *("R1\tWhy Arg1:T4 Arg2:E1\t", "#1\tAnnotatorNotes T4\t?"),
        ]
    )
    folder = put(tmp_path / "in", "0123", lines)
    found = read_one(folder)
    assert found.remarks == []
    assert list(found.shown()) == ["E1", "E2", "E3", "T3", "E4", "T4", "E5", "R1"]
    assert found.layer["T4"].kind is Kind.ENTITY
    assert content("\n".join(again(folder))) == content(lines)
