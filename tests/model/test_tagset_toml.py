"""The tagset file: what is written reads back equal; what is wrong is named with its place."""

import pytest
from hypothesis import given

from annotator.model.tagset import (
    Attribute,
    DocumentType,
    EntityType,
    EventType,
    RelationType,
    Role,
    Tagset,
)
from annotator.model.tagset_rules import faults
from annotator.model.tagset_toml import TagsetError, tagset_from_toml, tagset_to_toml
from tests.model.tagsets import tagsets

NEWS = Tagset(
    name="Vietnamese news",
    language="vi",
    entities=(
        EntityType(
            "ORG",
            {"en": "Organisation", "vi": "Tổ chức"},
            shortcut="2",
            color="#3b7dd8",
            guideline="Cơ quan, *công ty*.\nKhông gồm nơi chốn.",
        ),
        EntityType("COMPANY", parent="ORG"),
    ),
    events=(
        EventType(
            "Meeting",
            shortcut="M",
            roles=(
                Role("Organizer", ("ORG",), max=3, names={"vi": "Người tổ chức"}),
                Role("Cause", ("Meeting",), min=1),
                Role("Other"),
            ),
        ),
    ),
    relations=(RelationType("part_of", sources=("ORG",), targets=("ORG",), symmetric=True),),
    attributes=(
        Attribute("Tense", ("Meeting",), ("past", "future"), "past", {"vi": "Thì"}),
        Attribute("Generic", values=(True, False), default=False),
        Attribute("Comment"),
    ),
    documents=(DocumentType("Politics"),),
)

NEWS_FILE = '''\
name = "Vietnamese news"
language = "vi"

[[entity]]
label = "ORG"
name = { en = "Organisation", vi = "Tổ chức" }
shortcut = "2"
color = "#3b7dd8"
guideline = """
Cơ quan, *công ty*.
Không gồm nơi chốn."""

[[entity]]
label = "COMPANY"
parent = "ORG"

[[event]]
label = "Meeting"
shortcut = "M"
[[event.role]]
name = "Organizer"
names = { vi = "Người tổ chức" }
fillers = ["ORG"]
max = 3
[[event.role]]
name = "Cause"
fillers = ["Meeting"]
min = 1
[[event.role]]
name = "Other"

[[relation]]
label = "part_of"
from = ["ORG"]
to = ["ORG"]
symmetric = true

[[attribute]]
name = "Tense"
names = { vi = "Thì" }
on = ["Meeting"]
values = ["past", "future"]
default = "past"

[[attribute]]
name = "Generic"
values = [true, false]
default = false

[[attribute]]
name = "Comment"

[[document]]
label = "Politics"
'''


def test_the_file_looks_as_people_write_it() -> None:
    assert tagset_to_toml(NEWS) == NEWS_FILE
    assert tagset_from_toml(NEWS_FILE) == NEWS


@given(tagsets())
def test_reading_what_was_written_gives_an_equal_tagset(tagset: Tagset) -> None:
    assert faults(tagset) == []
    text = tagset_to_toml(tagset)
    again = tagset_from_toml(text)
    assert again == tagset
    assert repr(again) == repr(tagset), "true stays true, 1 stays 1, names keep their order"
    assert tagset_to_toml(again) == text


@pytest.mark.parametrize(
    "guideline",
    ['"""', "\\", "a\n", "\nb", "a\r\nb", "\t\x00\x7f\u2028", "\\\n  x", '"\n"', "\ud7ff😀"],
)
def test_any_text_survives(guideline: str) -> None:
    tagset = Tagset(entities=(EntityType("A", guideline=guideline),))
    assert tagset_from_toml(tagset_to_toml(tagset)) == tagset


def test_an_empty_file_is_an_empty_tagset() -> None:
    assert tagset_from_toml("") == Tagset()


@pytest.mark.parametrize(
    ("text", "where", "sentence"),
    [
        ("name = 'x'\nentity = [\n\n", "my.toml:4", "not TOML"),
        ("name = 'x'\n= 3\n[x]", "my.toml:2", "not TOML"),
        ("x = " + "[" * 9000, "my.toml", "nested too deeply"),
        ("name = " + "9" * 5000, "my.toml", "too many digits"),
        ("labels = []", "my.toml", "The key labels is not known"),
        ("name = 3", "my.toml", "name must be a text"),
        ("entity = 'PER'", "my.toml", "written as tables [[entity]]"),
        ("entity = ['PER']", "my.toml", "written as tables [[entity]]"),
        ("[[entity]]\nlabel = 'A'\n[[entity]]\ncolour = 'x'", "my.toml, [[entity]] 2", "colour"),
        ("[[entity]]\nlabel = 'A'\nname = 'x'", "my.toml, [[entity]] A", "name must be {"),
        ("[[entity]]\nlabel = 'A'\nname.en = 1", "my.toml, [[entity]] A", "name must be {"),
        (
            "[[event]]\nlabel = 'E'\n[[event.role]]\nname = 'R'\nmin = true",
            "my.toml, [[event]] E, [[event.role]] R",
            "min must be a whole number",
        ),
        (
            "[[event]]\nlabel = 'E'\n[[event.role]]\nname = 'R'\nfiller = ['E']",
            "my.toml, [[event]] E, [[event.role]] R",
            "The key filler is not known",
        ),
        ("[[relation]]\nlabel = 'R'\nfrom = [1]", "my.toml, [[relation]] R", "from must be a list"),
        ("[[relation]]\nlabel = 'R'\nsymmetric = 1", "my.toml, [[relation]] R", "true or false"),
        ("[[attribute]]\nname = 'T'\nvalues = 'a'", "my.toml, [[attribute]] T", "must be a list"),
        ("[[attribute]]\nname = 'T'\nvalues = [nan]", "my.toml, [[attribute]] T", "list of texts"),
        ("[[attribute]]\nname = 'T'\ndefault = []", "my.toml, [[attribute]] T", "must be a text"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text: str, where: str, sentence: str) -> None:
    with pytest.raises(TagsetError) as caught:
        tagset_from_toml(text, "my.toml")
    assert caught.value.where == where
    assert sentence in str(caught.value.message)


def test_a_broken_rule_is_an_error_with_its_place() -> None:
    text = '[[event]]\nlabel = "E"\n[[event.role]]\nname = "R"\nfillers = ["X"]'
    with pytest.raises(TagsetError) as caught:
        tagset_from_toml(text, "my.toml")
    assert str(caught.value) == (
        "my.toml, [[event]] E, [[event.role]] R, fillers: X is not a label of entities or events."
    )
