"""The files of brat's configuration are read together, and what is wrong in them is named."""

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from annotator.formats.brat.conf import tagset_of
from annotator.formats.brat.conf_writing import annotation_conf
from annotator.formats.css_colors import hex_color
from annotator.formats.registry import FormatError
from annotator.formats.tagset_files import read_tagset, tagset_text
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Tagset
from annotator.model.tagset_toml import tagset_from_toml, tagset_to_toml
from tests.formats.test_brat_conf import CONF

VISUAL = """\
[labels]
Person | Người | Ng
City | <EMPTY>
Located | ở
Place-Arg | Nơi
Negation | phủ định

[drawing]
SPAN_DEFAULT fgColor:black
Person\tbgColor:#FFccAA, borderColor:darken
Animal bgColor:LightGreen
City bgColor:#abc
Place bgColor:nonsense
Located color:red, dashArray:3-3
Negation box:crossed, glyph:<NONE>
"""
KEYS = """\
# phím
P Person
p Animal
N Place
L\tlocated
x Nowhere
XY Life
+ City
4 City
5 City
M Marry
P Die
"""


def test_looks_and_keys_come_from_the_files_beside(tmp_path: Path) -> None:
    (tmp_path / "bộ nhãn").mkdir()
    path = tmp_path / "bộ nhãn" / "annotation.conf"
    path.write_text("\ufeff" + CONF.replace("Report  Theme1+:Person\n", ""), encoding="utf-8")
    (path.parent / "visual.conf").write_text(VISUAL)
    (path.parent / "kb_shortcuts.conf").write_text(KEYS)
    tagset = read_tagset(path)
    assert tagset.name == "bộ nhãn"
    looks = {each.label: (each.name("vi"), each.color, each.shortcut) for each in tagset.entities}
    assert looks == {
        "Living": ("Living", "", ""),
        "Person": ("Người", "#ffccaa", "P"),
        "Reporter": ("Reporter", "", ""),
        "Animal": ("Animal", "#90ee90", "Shift+P"),
        "Place": ("Place", "", "Shift+N"),
        "City": ("City", "#aabbcc", "4"),
    }
    (located, *_) = tagset.relations
    assert (located.names, located.color, located.shortcut) == (
        {"en": "ở", "vi": "ở"},
        "#ff0000",
        "L",
    )
    marry = tagset.event("Marry")
    assert marry is not None
    assert [role.shown("en") for role in marry.roles] == ["Person", "Nơi", "Time", "Guest"]
    assert tagset.attributes[0].names["vi"] == "phủ định"
    assert tagset_from_toml(tagset_to_toml(tagset)) == tagset


@pytest.mark.parametrize(
    ("conf", "sentence"),
    [
        ("[events]\nE X", "x:2: X is not of the form NAME:TYPE; commas stand between them."),
        ("[events]\nE X:", "x:2: X: is not of the form NAME:TYPE"),
        ("[events]\nE X{0}:E", "x:2: {0} is no range: write the least and the most, as in {1-3}."),
        ("[events]\nE X{4-2}:E", "x:2: {4-2} is no range"),
        ("[events]\n!", "x:2: The line begins with no name."),
        ("[events]\nE X:<Y>", "x:2: <Y> is declared nowhere above"),
        ("<ANY>=x", "x:1: <ANY> has a meaning of its own"),
        (
            "<a>=" + "x" * 1000 + "\n<b>=" + "<a>" * 1000,
            "x:2: The line is too long with its macros replaced.",
        ),
        (
            "[events]\n" + "".join(f"E{n} X:<EVENT>\n" for n in range(1100)),
            "The file is too long with its macros replaced.",
        ),
        (
            "<a>=" + "x" * 90_000 + "\n" + "A <a>\n" * 200,
            "The file is too long with its macros replaced.",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(conf: str, sentence: str) -> None:
    with pytest.raises(AnnotatorError) as caught:
        tagset_of(conf, "x")
    assert sentence in str(caught.value)


def test_files_that_are_no_tagset_are_named(tmp_path: Path) -> None:
    path = tmp_path / "annotation.conf"
    for data, sentence in (
        (b"[entities]\nA\n[events]\nA", f"{path}, A: The label A is declared twice."),
        (b"\xe1", f"{path}: The file is not UTF-8; save it with that encoding."),
        (b"#" * (5 << 20), f"{path}: This is too long for a configuration of brat."),
    ):
        path.write_bytes(data)
        with pytest.raises(AnnotatorError) as caught:
            read_tagset(path)
        assert str(caught.value) == sentence
    path.unlink()
    with pytest.raises(AnnotatorError, match="The file can't be read"):
        read_tagset(path)
    with pytest.raises(FormatError, match="The format text has no file with a tagset"):
        tagset_text(Tagset(), "text")


WORDS = "[entities] [events] [relations] [attributes] E X Y X: :Y , | ! # - < > <ANY> <EVENT> <Z> {"
conf_pieces = st.sampled_from([*WORDS.split(), "\n", "\t", " ", "<Z>=E", "Arg1:E", "{1-2}"])
texts = st.lists(conf_pieces, max_size=40).map("".join) | st.text(string.printable)


@given(
    st.lists(conf_pieces, max_size=40).map("".join) | st.text(string.printable), st.integers(0, 900)
)
def test_any_text_is_a_tagset_or_refused_with_a_sentence(inserted: str, at: int) -> None:
    for text in (inserted, CONF[:at] + inserted + CONF[at:]):
        try:
            tagset = tagset_of(text, "x")
        except AnnotatorError:
            continue
        tagset_of(annotation_conf(tagset), "y")


def test_colours_have_the_names_that_the_web_gives_them() -> None:
    names = {name for name in QColor.colorNames() if name != "transparent"}
    assert {name: hex_color(name) for name in names} == {
        name: QColor(name).name() for name in names
    }
    assert (hex_color(" #AbC "), hex_color("#abcd"), hex_color("")) == ("#aabbcc", "", "")
